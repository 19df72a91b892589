//! Random schedules of many talks, side by side.

use std::time::Duration as StdDuration;

use chrono::{DateTime, Duration, Utc};
use docent::app::compose::{Decided, compose, update_of};
use docent::decide::{Brain, decide};
use docent::domain::along::Along;
use docent::domain::contact::{ContactId, Identity};
use docent::domain::desk::{Deed, RepAct};
use docent::domain::event::{Event, Incoming};
use docent::domain::facts::Facts;
use docent::domain::ids::{AccountId, Channel};
use docent::store::conversations::Wanted;
use docent::store::outbox::OutboxId;
use docent::store::outbox::claim::ClaimHeads;
use docent::store::turns::Turn;
use docent::store::{Committed, Db};
use fastrand::Rng;

use super::is_done;
use super::oracle::Oracle;
use crate::support::bot::example;
use crate::support::turns::now;

/// Rounds in which anything may happen, and those after them in which everything ends.
const ROUNDS: usize = 16;
const ENDING: usize = 40;

/// What happened, to see that the schedules are lively.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    pub turns: usize,
    pub claims: usize,
    /// Claims that came second.
    pub races: usize,
    pub words: usize,
    pub notes: usize,
    pub crashes: usize,
    pub stale: usize,
    pub duplicates: usize,
    pub dropped: usize,
}

impl Seen {
    pub fn add(&mut self, other: &Self) {
        self.turns += other.turns;
        self.claims += other.claims;
        self.races += other.races;
        self.words += other.words;
        self.notes += other.notes;
        self.crashes += other.crashes;
        self.stale += other.stale;
        self.duplicates += other.duplicates;
        self.dropped += other.dropped;
    }
}

/// An update of the platform.
struct Update {
    incoming: Incoming,
    done: bool,
}

/// A message on its way.
struct Flight {
    id: OutboxId,
    of_rep: bool,
    replica: usize,
    arrived: bool,
}

/// One talk.
struct Talk {
    rng: Rng,
    contact: ContactId,
    identity: Identity,
    updates: Vec<Update>,
    /// What each replica has decided and not committed: which update, and the turn.
    pending: [Option<(usize, Turn)>; 2],
    flights: Vec<Flight>,
    oracle: Oracle,
}

/// Many talks.
pub struct Play<'a> {
    dbs: &'a [Db; 2],
    rng: Rng,
    account: AccountId,
    talks: Vec<Talk>,
    now: DateTime<Utc>,
    pub seen: Seen,
}

impl<'a> Play<'a> {
    pub fn new(dbs: &'a [Db; 2], first: u64, count: usize) -> Self {
        let account: AccountId = format!("model-{first}").as_str().into();
        let talk = |seed: u64| {
            let identity = Identity {
                channel: Channel::Terminal,
                account: account.clone(),
                external_id: seed.to_string(),
            };
            Talk {
                rng: Rng::with_seed(seed),
                contact: dbs[0].contact_id(&identity),
                identity,
                updates: Vec::new(),
                pending: [None, None],
                flights: Vec::new(),
                oracle: Oracle::default(),
            }
        };
        let talks = (first..first + count as u64).map(talk).collect();
        let rng = Rng::with_seed(first ^ 0xdece);
        Self { dbs, rng, account, talks, now: now(), seen: Seen::default() }
    }

    /// Plays all talks to their end: the faults, each with its talk.
    pub async fn run(&mut self) -> Vec<(usize, String)> {
        for round in 0..ROUNDS + ENDING {
            let ending = round >= ROUNDS;
            self.now += Duration::seconds(1);
            for replica in 0..2 {
                self.read(replica, ending).await;
            }
            for replica in 0..2 {
                self.commit(replica, ending).await;
            }
            if ending || self.rng.u8(..) < 110 {
                let replica = usize::from(self.rng.bool());
                self.claim(replica).await;
            }
            self.deliver(ending).await;
            if !ending {
                self.crash();
            }
            if ending && self.is_over().await {
                break;
            }
        }
        for talk in &mut self.talks {
            talk.oracle.ends();
            if talk.updates.iter().any(|update| !update.done) {
                talk.oracle.faults.push("an update never had its effect".to_owned());
            }
        }
        let faults = self.talks.iter().enumerate();
        faults
            .flat_map(|(n, talk)| talk.oracle.faults.iter().map(move |fault| (n, fault.clone())))
            .collect()
    }

    /// A replica gets updates, reads their talks and decides.
    async fn read(&mut self, replica: usize, ending: bool) {
        let mut chosen = Vec::new();
        for (n, talk) in self.talks.iter_mut().enumerate() {
            if talk.pending[replica].is_some() {
                continue;
            }
            let update = match ending {
                true => talk.updates.iter().position(|update| !update.done),
                false => talk.next_update(self.now),
            };
            chosen.extend(update.map(|update| (n, update)));
        }
        let wanted: Vec<Wanted> = chosen
            .iter()
            .map(|(n, update)| Wanted {
                contact: self.talks[*n].contact,
                update: update_of(&self.talks[*n].updates[*update].incoming),
            })
            .collect();
        let found = self.dbs[replica].find_conversations(&wanted).await.unwrap();
        let edition = example();
        for ((n, update), conversation) in chosen.into_iter().zip(found) {
            let talk = &mut self.talks[n];
            if conversation.seen {
                self.seen.duplicates += 1;
                if !talk.updates[update].done {
                    talk.oracle.faults.push("marked as seen without an effect".to_owned());
                }
                continue;
            }
            let incoming = &talk.updates[update].incoming;
            let facts = Facts {
                channel: Channel::Terminal,
                locale_hint: None,
                message: None,
                rep_chat: true,
                duty: Vec::new(),
                young: false,
                wait: None,
                caption: false,
                shares: None,
            };
            let brain = Brain {
                script: &edition.script,
                pinned: None,
                understanding: &edition.understanding,
            };
            let state = conversation.state().unwrap();
            let number = conversation.version + 1;
            let outcome = decide(brain, &state, number, &incoming.event, &facts, self.now);
            let decided = Decided {
                edition: &edition,
                incoming,
                facts: &facts,
                after: conversation.version,
                outcome,
                took: StdDuration::ZERO,
                desk: None,
            };
            let turn = compose(talk.contact, decided).unwrap();
            talk.pending[replica] = Some((update, turn));
        }
    }

    /// A replica commits what it has decided.
    async fn commit(&mut self, replica: usize, ending: bool) {
        let mut chosen = Vec::new();
        let mut turns = Vec::new();
        for (n, talk) in self.talks.iter_mut().enumerate() {
            if talk.pending[replica].is_some() && (ending || talk.rng.u8(..) < 170) {
                let (update, turn) = talk.pending[replica].take().unwrap();
                chosen.push((n, update));
                turns.push(turn);
            }
        }
        if turns.is_empty() {
            return;
        }
        let outcomes = self.dbs[replica].commit_turns(&turns).await.unwrap();
        for (((n, update), turn), outcome) in chosen.into_iter().zip(&turns).zip(outcomes) {
            let talk = &mut self.talks[n];
            match outcome {
                Committed::Stale => self.seen.stale += 1,
                Committed::Duplicate => self.seen.duplicates += 1,
                Committed::Done(number) => {
                    self.seen.turns += 1;
                    let known = &mut talk.updates[update];
                    if known.done {
                        talk.oracle.faults.push(format!("turn {number}: an update twice"));
                    }
                    known.done = true;
                    talk.oracle.committed(&known.incoming.event, turn, number);
                    count(&mut self.seen, turn);
                }
            }
            // Whatever had its effect is settled by then.
            if !is_done(outcome) && outcome == Committed::Duplicate && !talk.updates[update].done {
                talk.oracle.faults.push("a duplicate of nothing".to_owned());
            }
        }
    }

    /// A replica takes what may be sent.
    async fn claim(&mut self, replica: usize) {
        let what = ClaimHeads {
            channel: Channel::Terminal,
            account: &self.account,
            now: self.now,
            until: self.now + Duration::seconds(4),
            limit: 10_000,
        };
        let heads = self.dbs[replica].claim_heads(&what).await.unwrap();
        self.seen.dropped += heads.dropped;
        for row in heads.claimed {
            let talk = self.talks.iter_mut().find(|talk| talk.contact == row.id.contact);
            let talk = talk.expect("a talk of this play");
            // The words of a rep stand at the place of what was said to us.
            let of_rep = row.id.ordinal == 0;
            talk.oracle.begins(row.id.turn, of_rep);
            talk.flights.push(Flight { id: row.id, of_rep, replica, arrived: false });
        }
    }

    /// Messages arrive, and are marked.
    async fn deliver(&mut self, ending: bool) {
        for replica in 0..2 {
            let mut sent = Vec::new();
            for talk in &mut self.talks {
                let Talk { rng, flights, oracle, .. } = talk;
                flights.retain_mut(|flight| {
                    if flight.replica != replica {
                        return true;
                    }
                    if !flight.arrived && (ending || rng.u8(..) < 180) {
                        flight.arrived = true;
                        oracle.arrives(flight.id.turn, flight.of_rep);
                    }
                    let marked = flight.arrived && (ending || rng.u8(..) < 180);
                    if marked {
                        sent.push((flight.id, None));
                    }
                    !marked
                });
            }
            if !sent.is_empty() {
                self.dbs[replica].mark_sent(&sent, self.now).await.unwrap();
            }
        }
    }

    /// Here and there a replica dies: what it had decided or claimed is nowhere any more.
    fn crash(&mut self) {
        for talk in &mut self.talks {
            if talk.rng.u8(..) < 12 {
                let replica = usize::from(talk.rng.bool());
                self.seen.crashes += 1;
                talk.pending[replica] = None;
                talk.flights.retain(|flight| flight.replica != replica);
            }
        }
    }

    /// Whether all updates had their effect and nothing waits to be sent.
    async fn is_over(&self) -> bool {
        let done = |talk: &Talk| talk.updates.iter().all(|update| update.done);
        let later = self.now + Duration::days(1);
        self.talks.iter().all(done)
            && self.talks.iter().all(|talk| talk.flights.is_empty())
            && !self.dbs[0].owes(Channel::Terminal, &self.account, later).await.unwrap()
    }
}

impl Talk {
    /// A new update, one that is still to be taken, or one once more; mostly none.
    fn next_update(&mut self, now: DateTime<Utc>) -> Option<usize> {
        match self.rng.u8(..100) {
            0..45 => {
                let incoming = self.new_update(now);
                self.updates.push(Update { incoming, done: false });
                Some(self.updates.len() - 1)
            }
            45..75 => self.updates.iter().position(|update| !update.done),
            75..85 if !self.updates.is_empty() => Some(self.rng.usize(..self.updates.len())),
            _ => None,
        }
    }

    fn new_update(&mut self, now: DateTime<Utc>) -> Incoming {
        let number = i64::try_from(self.updates.len()).unwrap() + 1;
        let event = match self.rng.u8(..100) {
            _ if number == 1 => Event::Start { campaign: None },
            0..30 => Event::Media { kind: "photo".to_owned() },
            kind => Event::Rep(self.act(kind, number)),
        };
        Incoming {
            identity: self.identity.clone(),
            update_id: number,
            message: None,
            name: None,
            handle: None,
            locale_hint: None,
            along: Along::default(),
            event,
            at: now,
        }
    }

    fn act(&mut self, kind: u8, number: i64) -> RepAct {
        let rep = if self.rng.bool() { "ann" } else { "ben" };
        let deed = match kind {
            0..50 => Deed::Claim,
            50..57 => Deed::Take { reason: "ill".to_owned() },
            57..67 => Deed::Release,
            67..95 => Deed::Say { text: format!("words {number}") },
            _ => Deed::Note { text: format!("note {number}") },
        };
        RepAct {
            rep: rep.into(),
            name: rep.to_owned(),
            leads: false,
            channel: Channel::Telegram,
            user: rep.to_owned(),
            message: Some(number),
            at: None,
            words: None,
            story: Box::default(),
            standing: None,
            along: Box::default(),
            deed,
        }
    }
}

fn count(seen: &mut Seen, turn: &Turn) {
    let Some(act) = &turn.act else { return };
    match (act.deed, act.outcome) {
        ("claim", "done") => seen.claims += 1,
        ("claim", "held") => seen.races += 1,
        ("say", "done") => seen.words += 1,
        ("note", _) => seen.notes += 1,
        _ => {}
    }
}
