//! The order within a talk: by the message's id, whatever order events come in.
//!
//! Each talk has a lane. What waits in it is sorted; its head becomes a turn, and only after the
//! commit the next one. The head waits an instant before it is taken, for the one before it may be
//! just behind it ([`super::patience`]), and until everything that has arrived was read
//! ([`super::sounding`]). While a talk is caught up with, its lane is held; while a session that
//! goes on tells what was missed, all are. One that comes too late for all that makes its turn when
//! it comes: it is counted, and never dropped.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;
use tracing::debug;

use super::patience::Patience;
use super::progress::Ticket;
use super::sounding::Sounding;
use crate::app::turns::{Receipt, Turns};
use crate::domain::event::Incoming;

/// Events that may wait before no more are read.
const WAITING: usize = 20_000;
/// Talks whose last event is remembered, and for how long when there are more.
const REMEMBERED: (usize, Duration) = (20_000, Duration::from_secs(60));

/// All talks. Cheap to clone.
#[derive(Clone)]
pub struct Lanes(Arc<Inner>);

struct Inner {
    turns: Turns,
    lanes: Mutex<Talks>,
    room: Arc<Semaphore>,
    sounding: Sounding,
}

#[derive(Default)]
struct Talks {
    lanes: HashMap<String, Lane>,
    /// Nobody knows yet which talks must be caught up with.
    all_held: bool,
    /// What was missed is being told again.
    retold: bool,
    patience: Patience,
    /// The last of each talk.
    last: HashMap<String, Last>,
}

#[derive(Default)]
struct Lane {
    waiting: BTreeMap<i64, Waiting>,
    /// The one that is being committed.
    taken: Option<i64>,
    /// Somebody sees to it.
    tended: bool,
    /// It is caught up with first.
    held: bool,
}

struct Waiting {
    incoming: Incoming,
    tickets: Vec<Ticket>,
    came: Instant,
    _room: Option<OwnedSemaphorePermit>,
}

/// The last event of a talk, by its id.
#[derive(Clone, Copy)]
struct Last {
    heard: i64,
    came: Instant,
    /// The last that made a turn.
    done: i64,
}

/// What a lane has for whoever sees to it.
enum Next {
    Take(Box<Waiting>),
    At(Instant),
    /// This one is next, unless something else has arrived already.
    Unless(i64),
}

impl Lanes {
    /// Lanes that lead to these turns.
    #[must_use]
    pub fn new(turns: Turns) -> Self {
        let room = Arc::new(Semaphore::new(WAITING));
        let (lanes, sounding) = (Mutex::default(), Sounding::new());
        Self(Arc::new(Inner { turns, lanes, room, sounding }))
    }

    /// Where the reader of events is asked whether it has read everything.
    #[must_use]
    pub fn sounding(&self) -> &Sounding {
        &self.0.sounding
    }

    /// Takes an event over, when there is room.
    pub async fn take(&self, incoming: Incoming, ticket: Ticket) {
        let room = match self.0.room.clone().try_acquire_owned() {
            Ok(room) => Some(room),
            Err(_) => {
                // More than can wait: what is here goes on, else there will never be room.
                self.retells(false);
                self.0.room.clone().acquire_owned().await.ok()
            }
        };
        self.0.talks().watch(&incoming);
        self.put(incoming, ticket, room);
    }

    /// Takes over what was fetched while catching up.
    pub fn fetched(&self, incoming: Incoming, ticket: Ticket) {
        self.put(incoming, ticket, None);
    }

    fn put(&self, incoming: Incoming, ticket: Ticket, room: Option<OwnedSemaphorePermit>) {
        let who = incoming.identity.external_id.clone();
        let mut talks = self.0.talks();
        let (all_held, retold) = (talks.all_held, talks.retold);
        let lane = talks.lanes.entry(who.clone()).or_default();
        // The same event twice is one; it is done for both when it is done.
        let waiting = lane.waiting.entry(incoming.update_id);
        let came = Instant::now();
        let new = || Waiting { incoming, tickets: Vec::new(), came, _room: room };
        waiting.or_insert_with(new).tickets.push(ticket);
        lane.held |= all_held;
        let start = lane.starts(retold);
        drop(talks);
        if start {
            self.tend(who);
        }
    }

    /// A session follows another one, or goes on: what was on its way may come out of order.
    pub fn follows(&self) {
        self.0.talks().patience.begin(Instant::now());
    }

    /// A session that goes on tells what was missed, or has told all of it. Meanwhile everything
    /// waits, so that it is sorted as a whole.
    pub fn retells(&self, retold: bool) {
        let mut talks = self.0.talks();
        talks.retold = retold;
        if !retold {
            let start = talks.start_all();
            drop(talks);
            start.into_iter().for_each(|who| self.tend(who));
        }
    }

    /// Holds all talks, until it is known which must be caught up with.
    pub fn hold_all(&self) {
        let mut talks = self.0.talks();
        talks.all_held = true;
        talks.lanes.values_mut().for_each(|lane| lane.held = true);
    }

    /// Holds these talks and no others.
    pub fn hold_only(&self, held: impl IntoIterator<Item = String>) {
        let mut talks = self.0.talks();
        talks.all_held = false;
        talks.lanes.values_mut().for_each(|lane| lane.held = false);
        for who in held {
            talks.lanes.entry(who).or_default().held = true;
        }
        talks.lanes.retain(|_, lane| lane.held || lane.tended || !lane.waiting.is_empty());
        let start = talks.start_all();
        drop(talks);
        start.into_iter().for_each(|who| self.tend(who));
    }

    /// Holds one more talk.
    pub fn hold(&self, who: &str) {
        self.0.talks().lanes.entry(who.to_owned()).or_default().held = true;
    }

    /// The talk is caught up with.
    pub fn release(&self, who: &str) {
        let mut talks = self.0.talks();
        let retold = talks.retold;
        let Some(lane) = talks.lanes.get_mut(who) else { return };
        lane.held = false;
        if lane.waiting.is_empty() && !lane.tended {
            talks.lanes.remove(who);
            return;
        }
        let start = lane.starts(retold);
        drop(talks);
        if start {
            self.tend(who.to_owned());
        }
    }

    /// Talks in which something waits.
    #[must_use]
    pub fn waiting(&self) -> Vec<String> {
        let talks = self.0.talks();
        let waiting = talks.lanes.iter().filter(|(_, lane)| !lane.waiting.is_empty());
        waiting.map(|(who, _)| who.clone()).collect()
    }

    /// Whether something waits in a held talk: it is caught up with before others.
    #[must_use]
    pub fn is_urgent(&self, who: &str) -> bool {
        self.0.talks().lanes.get(who).is_some_and(|lane| lane.held && !lane.waiting.is_empty())
    }

    /// Whether an event of a talk, and all before it, had its turn as far as it is known here. While
    /// the talk is caught up with, that is not known.
    #[must_use]
    pub fn is_through(&self, who: &str, id: i64) -> bool {
        let talks = self.0.talks();
        let Some(lane) = talks.lanes.get(who) else { return !talks.all_held };
        let waits = lane.waiting.range(..=id).next().is_some();
        !talks.all_held && !lane.held && !waits && lane.taken.is_none_or(|taken| taken > id)
    }

    fn tend(&self, who: String) {
        let lanes = self.clone();
        tokio::spawn(async move {
            let mut nothing_before = None;
            while let Some(next) = lanes.next(&who, nothing_before) {
                let waiting = match next {
                    Next::Take(waiting) => waiting,
                    Next::At(moment) => {
                        tokio::time::sleep_until(moment).await;
                        continue;
                    }
                    Next::Unless(head) => {
                        lanes.0.sounding.ask().await;
                        nothing_before = Some(head);
                        continue;
                    }
                };
                let (id, came) = (waiting.incoming.update_id, waiting.came);
                // Not taken: the process stops, and the event is told again to the next one.
                let Ok(receipt) = lanes.0.turns.take(waiting.incoming).await else { return };
                lanes.0.talks().done(&who, id, came, receipt);
                for ticket in waiting.tickets {
                    ticket.done();
                }
            }
        });
    }

    /// The head of a lane, or when it may be taken; none when it is empty or held, and then nobody
    /// sees to it any more. `nothing_before` is a head after which all that had arrived was read.
    fn next(&self, who: &str, nothing_before: Option<i64>) -> Option<Next> {
        let mut talks = self.0.talks();
        let (now, retold) = (Instant::now(), talks.retold);
        let wait = talks.patience.wait(now);
        let lane = talks.lanes.get_mut(who)?;
        lane.taken = None;
        if let Some((id, head)) = lane.waiting.first_key_value()
            && !lane.held
            && !retold
        {
            let ripe = head.came + wait;
            if ripe > now {
                return Some(Next::At(ripe));
            }
            if nothing_before != Some(*id) {
                return Some(Next::Unless(*id));
            }
            let (id, waiting) = lane.waiting.pop_first()?;
            lane.taken = Some(id);
            return Some(Next::Take(Box::new(waiting)));
        }
        lane.tended = false;
        if !lane.held && lane.waiting.is_empty() {
            talks.lanes.remove(who);
        }
        None
    }
}

impl Talks {
    /// Notices when an event comes behind one that belongs after it.
    fn watch(&mut self, incoming: &Incoming) {
        let (who, id, now) = (&incoming.identity.external_id, incoming.update_id, Instant::now());
        if self.last.len() > REMEMBERED.0 {
            self.last.retain(|_, last| last.came + REMEMBERED.1 > now);
        }
        let twice = self.lanes.get(who).is_some_and(|lane| lane.waiting.contains_key(&id));
        let new = || Last { heard: id, came: now, done: i64::MIN };
        let last = self.last.entry(who.clone()).or_insert_with(new);
        if id > last.heard {
            (last.heard, last.came) = (id, now);
        } else if id < last.heard && !twice {
            self.patience.overtaken(now);
        }
    }

    /// An event had its turn. One that came after a later one had its own is told apart.
    fn done(&mut self, who: &str, id: i64, came: Instant, receipt: Receipt) {
        let Some(last) = self.last.get_mut(who) else { return };
        if id < last.done && matches!(receipt, Receipt::Committed(_)) {
            let by = came.saturating_duration_since(last.came);
            self.patience.late(Instant::now(), by);
            metrics::counter!("docent_late_updates_total", "channel" => "discord").increment(1);
            debug!(late_ms = by.as_millis(), "an event came after the turn of a later one");
        } else {
            last.done = last.done.max(id);
        }
    }

    /// Lanes that somebody must begin to see to.
    fn start_all(&mut self) -> Vec<String> {
        let retold = self.retold;
        let starts = |(who, lane): (&String, &mut Lane)| lane.starts(retold).then(|| who.clone());
        self.lanes.iter_mut().filter_map(starts).collect()
    }
}

impl Lane {
    /// Whether somebody must begin to see to it; they do from now on.
    fn starts(&mut self, retold: bool) -> bool {
        let start = !self.tended && !self.held && !retold && !self.waiting.is_empty();
        self.tended |= start;
        start
    }
}

impl Inner {
    fn talks(&self) -> MutexGuard<'_, Talks> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
