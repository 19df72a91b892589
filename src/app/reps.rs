//! Reps at work: who they are, which talk they mean, and what came of what they did.
//!
//! What a rep does in a talk is a turn of that talk, so it is decided, committed and repeated like
//! any other. Which talk an update goes to is fixed before, since a rep may have turned to another one
//! when the platform brings the update again. Whoever is not on the list can do nothing here. Start
//! reading at [`Reps::act`].

use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;
use tracing::{debug, info, warn};

use crate::domain::contact::ContactId;
use crate::domain::conversation::State;
use crate::domain::desk::{Deed, Rep, RepAct, Unfit};
use crate::domain::event::{Event, Incoming};
use crate::domain::ids::Channel;
use crate::domain::reply::{Arg, DeskButton, ForReps, Outbound, Part, Reply, Span};
use crate::domain::value::Value;
use crate::handoff::command::{self, Ask, Line};
use crate::store::desk::Act;
use crate::store::leads::LeadEvent;
use crate::store::turns::{Author, Outgoing};
use crate::store::{Db, StoreError};

use super::card::Desk;
use super::editions::Editions;
use super::turns::{NotTaken, Receipt, Turns};

/// How often the list of reps is read again.
const REFRESH: Duration = Duration::from_secs(1);
/// Pauses while the database is away: from, to.
const PAUSE: (Duration, Duration) = (Duration::from_millis(50), Duration::from_secs(2));

/// The reps. Cheap to clone.
#[derive(Clone)]
pub struct Reps(Arc<Inner>);

struct Inner {
    db: Db,
    turns: Turns,
    editions: Arc<Editions>,
    list: ArcSwap<Vec<Rep>>,
    desk: Option<Desk>,
    stop: CancellationToken,
}

/// Somebody at the reps' side, and the update that told of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hand {
    /// The platform.
    pub channel: Channel,
    /// What it calls them.
    pub user: String,
    /// The number of the update.
    pub update: i64,
    /// What it calls the message that they wrote.
    pub message: Option<i64>,
}

/// What whoever acted is told, and whether they have a talk now that they had not before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// A sentence.
    pub text: String,
    /// It is done.
    pub done: bool,
    /// They have just taken a talk.
    pub took: bool,
    /// It need not be said: a sign will tell.
    pub silent: bool,
}

/// Something that a rep does, on its way.
pub enum Begun {
    /// Nothing is to be done.
    Told(Word),
    /// It waits for its turn.
    Queued(Box<Queued>),
}

/// A rep's turn that waits for its commit.
pub struct Queued {
    reps: Reps,
    hand: Hand,
    talk: ContactId,
    name: Option<String>,
    took: bool,
    receipt: oneshot::Receiver<Result<Receipt, NotTaken>>,
}

impl Begun {
    /// Waits for the commit: what whoever acted is told.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops before.
    pub async fn done(self) -> Result<Word, NotTaken> {
        let Queued { reps, hand, talk, name, took, receipt } = match self {
            Self::Told(word) => return Ok(word),
            Self::Queued(queued) => *queued,
        };
        receipt.await.unwrap_or(Err(NotTaken))?;
        // Committed now or before: the audit log tells what came of it.
        let (db, number) = (&reps.0.db, -hand.update.abs());
        let Some(act) = reps.insist(|| db.find_act(talk, hand.channel, number)).await? else {
            return Ok(Word {
                text: reps.say("desk-gone", &[]),
                done: false,
                took: false,
                silent: false,
            });
        };
        info!(
            conversation.id = %talk,
            rep = %act.rep,
            deed = act.deed,
            outcome = act.outcome,
            "a rep acted"
        );
        Ok(reps.word(&act, name.as_deref(), took))
    }
}

/// What a button of the desk does.
fn of_button(word: &str) -> Option<Deed> {
    match word {
        "claim" => Some(Deed::Claim),
        "later" => Some(Deed::Later { minutes: command::LATER.0 }),
        "refuse" => Some(Deed::Refuse),
        "keep" => Some(Deed::Keep),
        reason => Unfit::parse(reason).map(|reason| Deed::NotForUs { reason }),
    }
}

impl Reps {
    /// The reps of this house, as far as they are known by now.
    #[must_use]
    pub fn new(
        db: &Db,
        turns: Turns,
        editions: Arc<Editions>,
        desk: Option<Desk>,
        stop: CancellationToken,
    ) -> Self {
        let list = ArcSwap::default();
        Self(Arc::new(Inner { db: db.clone(), turns, editions, list, desk, stop }))
    }

    /// Reads the list again and again until stopped. Somebody who has left is known for a moment
    /// longer; what they do then is in the log.
    pub async fn keep_known(self) {
        while !self.0.stop.is_cancelled() {
            if let Err(error) = self.refresh().await {
                debug!(%error, "the list of reps is read again later");
            }
            if let Err(error) = self.mark_words().await {
                debug!(%error, "reps are told later what became of their words");
            }
            tokio::select! {
                () = tokio::time::sleep(REFRESH) => {}
                () = self.0.stop.cancelled() => {}
            }
        }
    }

    /// Reads the list.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn refresh(&self) -> Result<(), StoreError> {
        self.0.list.store(Arc::new(self.0.db.list_reps().await?));
        Ok(())
    }

    /// Tells reps what became of their words: a sign at the message, or why it did not arrive.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn mark_words(&self) -> Result<(), StoreError> {
        let Some(desk) = &self.0.desk else { return Ok(()) };
        let now = self.0.editions.clock().now();
        for mark in self.0.db.list_unmarked(100).await? {
            let why = mark.error.clone().unwrap_or_else(|| "–".to_owned());
            let text = match mark.arrived {
                true => String::new(),
                false => self.say("desk-not_delivered", &[("reason", why)]),
            };
            let reps = ForReps {
                to: Some(mark.place.clone()),
                mark: mark.arrived.then_some(mark.message),
                ..ForReps::default()
            };
            let spans = vec![Span { text, inserted: true }];
            let outbound = Outbound {
                v: 1,
                spans,
                choices: Vec::new(),
                picture: None,
                unreachable: None,
                reps,
            };
            let payload = Outgoing::payload(&outbound)?;
            self.0.db.insert_mark(&mark, &desk.account, &payload, now).await?;
        }
        Ok(())
    }

    /// The rep whom a platform calls so.
    #[must_use]
    pub fn who(&self, channel: Channel, user: &str) -> Option<Rep> {
        let list = self.0.list.load();
        list.iter().find(|rep| rep.channel == channel && rep.user == user).cloned()
    }

    /// Somebody pressed a button of the desk. Its place in the order of the talk is taken when this
    /// returns.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn press(&self, hand: &Hand, data: &str) -> Result<Begun, NotTaken> {
        let deed = DeskButton::read(data).and_then(|(deed, talk)| Some((of_button(deed)?, talk)));
        match deed {
            Some((deed, talk)) => self.act(hand, talk, deed).await,
            None => Ok(self.told("desk-gone")),
        }
    }

    /// Somebody does something in a talk: a turn of it, made once however often the update comes. Its
    /// place in the order of the talk is taken when this returns.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn act(&self, hand: &Hand, talk: ContactId, deed: Deed) -> Result<Begun, NotTaken> {
        let Some(rep) = self.who(hand.channel, &hand.user) else {
            return Ok(Begun::Told(self.stranger(hand)));
        };
        let inner = &self.0;
        let now = inner.editions.clock().now();
        let talk =
            self.insist(|| inner.db.route_update(hand.channel, hand.update, talk, now)).await?;
        let Some(found) = self.insist(|| inner.db.find_talk(talk)).await? else {
            return Ok(self.told("desk-gone"));
        };
        let took = matches!(deed, Deed::Claim | Deed::Take { .. });
        let story = match took {
            true => story_of(&self.insist(|| inner.db.list_messages(talk)).await?),
            false => Vec::new(),
        };
        let act = RepAct {
            rep: rep.id.clone(),
            name: rep.name.clone(),
            leads: rep.leads,
            channel: hand.channel,
            user: hand.user.clone(),
            message: hand.message,
            words: found.words,
            story,
            deed,
        };
        let incoming = Incoming {
            identity: found.identity,
            update_id: hand.update,
            message: None,
            name: found.name.clone(),
            handle: None,
            locale_hint: None,
            event: Event::Rep(act),
            at: now,
        };
        let receipt = inner.turns.enqueue(incoming).await?;
        let (hand, name) = (hand.clone(), found.name);
        Ok(Begun::Queued(Box::new(Queued { reps: self.clone(), hand, talk, name, took, receipt })))
    }

    /// Somebody writes a command as an answer to a card in the reps' chat; none when the message is
    /// no card.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn order(
        &self,
        hand: &Hand,
        text: &str,
        card: &str,
    ) -> Result<Option<Begun>, NotTaken> {
        let db = &self.0.db;
        let Some(talk) = self.insist(|| db.find_talk_of(hand.channel, card, None)).await? else {
            return Ok(None);
        };
        let begun = match command::read(text) {
            // In the chat of all reps words are never meant for a prospect.
            Line::Deed(Deed::Say { .. }) => return Ok(None),
            Line::Deed(deed) => self.act(hand, talk, deed).await?,
            Line::Ask(_) => self.told("desk-in_talk"),
            Line::Wrong(key) => self.told(key),
        };
        Ok(Some(begun))
    }

    /// A rep writes at their own place: into the talk of the message that they answer, else into the
    /// one that they turned to last. `text` is none for what cannot be passed on.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn at_place(
        &self,
        hand: &Hand,
        text: Option<&str>,
        answers: Option<i64>,
    ) -> Result<Begun, NotTaken> {
        let Some(rep) = self.who(hand.channel, &hand.user) else {
            return Ok(Begun::Told(self.stranger(hand)));
        };
        let Some(text) = text else { return Ok(self.told("desk-text_only")) };
        let deed = match command::read(text) {
            Line::Deed(Deed::Claim) => return Ok(self.told("desk-claim-where")),
            Line::Deed(deed) => deed,
            Line::Ask(Ask::Help) => {
                // Whoever has just opened this chat gets what could not reach them before.
                let now = self.0.editions.clock().now();
                let db = &self.0.db;
                self.insist(|| db.revive_place(&rep.id, hand.channel, &hand.user, now)).await?;
                return Ok(self.told("desk-help"));
            }
            Line::Ask(Ask::Talks) => return self.talks(&rep).await,
            Line::Ask(ask) => return self.tell_of(&rep, ask).await,
            Line::Wrong(key) => return Ok(self.told(key)),
        };
        let db = &self.0.db;
        // The same update again goes where it went, whatever they have turned to since.
        let mut talk = self.insist(|| db.find_route(hand.channel, hand.update)).await?;
        if let (None, Some(message)) = (talk, answers) {
            let (message, place) = (message.to_string(), hand.user.as_str());
            talk = self.insist(|| db.find_talk_of(hand.channel, &message, Some(place))).await?;
        }
        if talk.is_none() {
            let held = self.insist(|| db.list_held(&rep.id)).await?;
            talk = match (&deed, held.as_slice()) {
                // Without an answer `/switch` goes round: the one that was left longest ago is next.
                (Deed::Turn, [.., last]) => Some(last.contact),
                (_, [live, ..]) => Some(live.contact),
                (_, []) => None,
            };
        }
        match talk {
            Some(talk) => self.act(hand, talk, deed).await,
            None => Ok(self.told("desk-no_talk")),
        }
    }

    /// The talks of a rep, the one that words go to first.
    async fn talks(&self, rep: &Rep) -> Result<Begun, NotTaken> {
        let held = self.insist(|| self.0.db.list_held(&rep.id)).await?;
        if held.is_empty() {
            return Ok(self.told("desk-no_talk"));
        }
        let lines: Vec<String> = held
            .iter()
            .zip(std::iter::once("▶ ").chain(std::iter::repeat("· ")))
            .map(|(talk, sign)| format!("{sign}{}", talk.name.as_deref().unwrap_or("?")))
            .collect();
        let lines = ("lines", lines.join("\n"));
        Ok(Begun::Told(Word {
            text: self.say("desk-talks", &[lines]),
            done: true,
            took: false,
            silent: false,
        }))
    }

    /// What is known of the live talk's lead, or why it counts as it does.
    async fn tell_of(&self, rep: &Rep, ask: Ask) -> Result<Begun, NotTaken> {
        let held = self.insist(|| self.0.db.list_held(&rep.id)).await?;
        let Some(live) = held.first() else { return Ok(self.told("desk-no_talk")) };
        let Some(detail) = self.insist(|| self.0.db.find_lead(live.contact)).await? else {
            return Ok(self.told("desk-gone"));
        };
        let edition = self.0.editions.current();
        let now = self.0.editions.clock().now();
        let lines: Vec<String> = match ask {
            Ask::Why => {
                let said = &detail.state.last;
                let keys = said.iter().map(|part| format!("→ {}", part.key));
                let stands = |event: &&LeadEvent| {
                    event.award.as_ref().is_none_or(|award| award.withdrawn.is_none())
                };
                let events = detail.events.iter().filter(stands);
                keys.chain(events.map(|event| format!("· {}", event.reason))).collect()
            }
            _ => detail
                .state
                .slots
                .iter()
                .map(|(slot, filled)| {
                    let value = edition.value_text(&filled.value, now);
                    format!("· {}: {value}", edition.slot_label(slot))
                })
                .collect(),
        };
        let args = [
            ("name", live.name.clone().unwrap_or_else(|| "?".to_owned())),
            ("lines", if lines.is_empty() { "–".to_owned() } else { lines.join("\n") }),
        ];
        let key = if ask == Ask::Why { "desk-why" } else { "desk-lead" };
        Ok(Begun::Told(Word { text: self.say(key, &args), done: true, took: false, silent: false }))
    }

    fn told(&self, key: &str) -> Begun {
        Begun::Told(Word { text: self.say(key, &[]), done: false, took: false, silent: false })
    }

    /// What came of it, in a sentence.
    fn word(&self, act: &Act, name: Option<&str>, took: bool) -> Word {
        let done = act.outcome == "done";
        let other = act.other.as_ref().map(|id| {
            let list = self.0.list.load();
            let known = list.iter().find(|rep| rep.id == *id);
            known.map_or_else(|| id.to_string(), |rep| rep.name.clone())
        });
        let key = match (act.outcome.as_str(), act.deed.as_str()) {
            ("done", "claim" | "take") if self.at_telegram() => "desk-taken-private",
            ("done", "claim" | "take") => "desk-taken",
            ("done", "later") => "desk-later",
            ("done", "release") => "desk-released",
            ("done", "note") => "desk-noted",
            ("done", "refuse") => "desk-refuse",
            ("done", "turn") => "desk-turned",
            ("done", _) => "desk-done",
            ("already", _) => "desk-already",
            ("held", _) => "desk-held",
            ("no_reason", _) => "desk-no_reason",
            _ => "desk-not_held",
        };
        let args = [
            ("name", name.unwrap_or("?").to_owned()),
            ("rep", other.unwrap_or_else(|| "?".to_owned())),
        ];
        let silent = done && act.deed == "say";
        Word { text: self.say(key, &args), done, took: done && took, silent }
    }

    /// Reps write to prospects in their private chats with us.
    fn at_telegram(&self) -> bool {
        self.0.desk.as_ref().is_some_and(|desk| desk.channel == Channel::Telegram)
    }

    /// Somebody who is not on the list did something at the desk.
    fn stranger(&self, hand: &Hand) -> Word {
        warn!(
            channel = hand.channel.as_str(),
            "somebody who is not on the list of reps pressed or wrote at the desk; `docent reps add` puts them on it"
        );
        metrics::counter!("docent_desk_strangers_total", "channel" => hand.channel.as_str())
            .increment(1);
        let args = [("channel", hand.channel.as_str().to_owned()), ("user", hand.user.clone())];
        Word { text: self.say("desk-stranger", &args), done: false, took: false, silent: false }
    }

    /// A sentence in the house's language.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, String)]) -> String {
        let edition = self.0.editions.current();
        let locale = Some(edition.script.bot.default_locale.clone());
        let part = args.iter().fold(Part::tell(key), |part, (name, value)| {
            part.with(name, Arg::Value(Value::Text(value.clone())))
        });
        let reply = Reply { parts: vec![part], ..Reply::default() };
        let state = State { locale, ..State::default() };
        edition.render(&state, &reply, self.0.editions.clock().now()).outbound.text()
    }

    /// Tries until the database answers.
    async fn insist<T, F>(&self, ask: impl Fn() -> F) -> Result<T, NotTaken>
    where
        F: Future<Output = Result<T, StoreError>>,
    {
        let mut pause = PAUSE.0;
        loop {
            match ask().await {
                Ok(found) => return Ok(found),
                Err(error) => warn!(%error, "a rep waits for the database"),
            }
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = self.0.stop.cancelled() => return Err(NotTaken),
            }
            pause = (pause * 2).min(PAUSE.1);
        }
    }
}

/// The last lines of a talk as somebody reads them who takes it.
fn story_of(lines: &[crate::store::history::Line]) -> Vec<String> {
    const LINES: usize = 14;
    const LONG: usize = 240;
    let told = lines.iter().skip(lines.len().saturating_sub(LINES)).map(|line| {
        let sign = match line.author {
            Author::Contact => "💬",
            Author::Bot => "🤖",
            Author::Rep => "👤",
        };
        let words: String = line.text.chars().take(LONG).collect();
        let more = if line.text.chars().count() > LONG { "…" } else { "" };
        format!("{sign} {}{more}", words.replace('\n', " "))
    });
    told.collect()
}
