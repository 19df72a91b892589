//! The order within a talk: by the message's id, whatever order events come in.
//!
//! Each talk has a lane. What waits in it is sorted; its head becomes a turn, and only after the
//! commit the next one. The head waits an instant before it is taken, for the one before it may be
//! just behind it. While a talk is caught up with, its lane is held.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

use super::progress::Ticket;
use crate::app::turns::Turns;
use crate::domain::event::Incoming;

/// How long an event waits for one that should have come before it.
const BEHIND: Duration = Duration::from_millis(8);
/// Events that may wait before no more are read.
const WAITING: usize = 20_000;

/// All talks. Cheap to clone.
#[derive(Clone)]
pub struct Lanes(Arc<Inner>);

struct Inner {
    turns: Turns,
    lanes: Mutex<Talks>,
    room: Arc<Semaphore>,
}

#[derive(Default)]
struct Talks {
    lanes: HashMap<String, Lane>,
    /// Nobody knows yet which talks must be caught up with.
    all_held: bool,
}

#[derive(Default)]
struct Lane {
    waiting: BTreeMap<i64, Waiting>,
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

/// What a lane has for whoever sees to it.
enum Next {
    Take(Box<Waiting>),
    At(Instant),
}

impl Lanes {
    /// Lanes that lead to these turns.
    #[must_use]
    pub fn new(turns: Turns) -> Self {
        let room = Arc::new(Semaphore::new(WAITING));
        Self(Arc::new(Inner { turns, lanes: Mutex::default(), room }))
    }

    /// Takes an event over, when there is room.
    pub async fn take(&self, incoming: Incoming, ticket: Ticket) {
        let room = self.0.room.clone().acquire_owned().await.ok();
        self.put(incoming, ticket, room);
    }

    /// Takes over what was fetched while catching up.
    pub fn fetched(&self, incoming: Incoming, ticket: Ticket) {
        self.put(incoming, ticket, None);
    }

    fn put(&self, incoming: Incoming, ticket: Ticket, room: Option<OwnedSemaphorePermit>) {
        let who = incoming.identity.external_id.clone();
        let mut talks = self.0.talks();
        let all_held = talks.all_held;
        let lane = talks.lanes.entry(who.clone()).or_default();
        // The same event twice is one; it is done for both when it is done.
        let waiting = lane.waiting.entry(incoming.update_id);
        let came = Instant::now();
        let new = || Waiting { incoming, tickets: Vec::new(), came, _room: room };
        waiting.or_insert_with(new).tickets.push(ticket);
        lane.held |= all_held;
        let start = lane.starts();
        drop(talks);
        if start {
            self.tend(who);
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
        let start: Vec<String> = talks
            .lanes
            .iter_mut()
            .filter_map(|(who, lane)| lane.starts().then(|| who.clone()))
            .collect();
        drop(talks);
        start.into_iter().for_each(|who| self.tend(who));
    }

    /// The talk is caught up with.
    pub fn release(&self, who: &str) {
        let mut talks = self.0.talks();
        let Some(lane) = talks.lanes.get_mut(who) else { return };
        lane.held = false;
        if lane.waiting.is_empty() && !lane.tended {
            talks.lanes.remove(who);
            return;
        }
        let start = lane.starts();
        drop(talks);
        if start {
            self.tend(who.to_owned());
        }
    }

    /// Whether something waits in a held talk: it is caught up with before others.
    #[must_use]
    pub fn is_urgent(&self, who: &str) -> bool {
        self.0.talks().lanes.get(who).is_some_and(|lane| lane.held && !lane.waiting.is_empty())
    }

    /// Whether nothing of a talk waits or is being committed.
    #[must_use]
    pub fn is_idle(&self, who: &str) -> bool {
        !self.0.talks().lanes.contains_key(who)
    }

    fn tend(&self, who: String) {
        let lanes = self.clone();
        tokio::spawn(async move {
            while let Some(next) = lanes.next(&who) {
                let waiting = match next {
                    Next::Take(waiting) => waiting,
                    Next::At(moment) => {
                        tokio::time::sleep_until(moment).await;
                        continue;
                    }
                };
                // Not taken: the process stops, and the event is told again to the next one.
                let Ok(_) = lanes.0.turns.take(waiting.incoming).await else { return };
                for ticket in waiting.tickets {
                    ticket.done();
                }
            }
        });
    }

    /// The head of a lane, or when it may be taken; none when it is empty or held, and then nobody
    /// sees to it any more.
    fn next(&self, who: &str) -> Option<Next> {
        let mut talks = self.0.talks();
        let lane = talks.lanes.get_mut(who)?;
        let ripe = lane.waiting.values().next().map(|head| head.came + BEHIND);
        if let Some(moment) = ripe.filter(|moment| !lane.held && *moment > Instant::now()) {
            return Some(Next::At(moment));
        }
        let head = if lane.held { None } else { lane.waiting.pop_first() };
        if head.is_none() {
            lane.tended = false;
            if !lane.held {
                talks.lanes.remove(who);
            }
        }
        head.map(|(_, waiting)| Next::Take(Box::new(waiting)))
    }
}

impl Lane {
    /// Whether somebody must begin to see to it; they do from now on.
    fn starts(&mut self) -> bool {
        let start = !self.tended && !self.held && !self.waiting.is_empty();
        self.tended |= start;
        start
    }
}

impl Inner {
    fn talks(&self) -> MutexGuard<'_, Talks> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
