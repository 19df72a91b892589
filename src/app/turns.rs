//! The durable turn: read without a lock, decide, commit, and only then acknowledge.
//!
//! Updates wait in a queue for each conversation, so that one conversation is handled one turn at
//! a time in the order accepted, and different conversations never wait for each other. Workers
//! take the heads of many queues at once and commit them together; the more there is to do, the
//! more go into one commit.

mod judge;
mod work;

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, Semaphore, oneshot, watch};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::domain::contact::ContactId;
use crate::domain::event::Incoming;
use crate::domain::ids::{Channel, TurnNumber};
use crate::store::Db;

use super::card::Desk;
use super::editions::Editions;
use super::flood::{Flood, FloodLimits, Verdict};
use super::queue::Queues;

/// Workers of one process: while one decides, Postgres works for the other. More of them make more
/// and smaller commits, which cost more than they gain.
pub const WORKERS: usize = 2;
/// Updates that may wait before their channels are asked to hold on.
const WAITING: usize = 10_000;

/// What became of an update. With either, it may be acknowledged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// It made this turn.
    Committed(TurnNumber),
    /// It had its effect before.
    Duplicate,
    /// They write faster than anybody can read, were told so, and are not heard for a moment.
    Muted,
}

/// The update was not taken: the process is going down. It is not acknowledged, so the platform
/// brings it again.
#[derive(Debug, thiserror::Error)]
#[error("the update was not taken, since the process is stopping; it is to be brought again")]
pub struct NotTaken;

/// Takes updates and makes turns of them. Cheap to clone.
#[derive(Clone)]
pub struct Turns {
    inner: Arc<Inner>,
}

struct Inner {
    db: Db,
    editions: Arc<Editions>,
    queues: Mutex<Queues<Job>>,
    work: Notify,
    room: Arc<Semaphore>,
    committed: watch::Sender<u64>,
    stop: CancellationToken,
    desk: Option<Desk>,
    flood: Option<Mutex<Flood>>,
    min_account_age: Duration,
    /// How long people usually wait for a person, in minutes; 0 while that is not known.
    usual_wait: AtomicU32,
}

/// What turns know of the world around them.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// Where reps are alerted.
    pub desk: Option<Desk>,
    /// How much is heard; everything when unset.
    pub flood: Option<FloodLimits>,
    /// How old an account on Discord must be before the bot talks with its owner.
    pub min_account_age: Duration,
}

struct Job {
    incoming: Incoming,
    contact: ContactId,
    failures: u8,
    stale: u8,
    /// One too many: it is answered with a word and not decided.
    last_word: bool,
    done: oneshot::Sender<Result<Receipt, NotTaken>>,
    _room: tokio::sync::OwnedSemaphorePermit,
}

impl Turns {
    /// Starts `workers` that make turns until `stop`.
    pub fn start(
        db: Db,
        editions: Arc<Editions>,
        workers: usize,
        around: Around,
        stop: CancellationToken,
        tasks: &tokio_util::task::TaskTracker,
    ) -> Self {
        let inner = Arc::new(Inner {
            db,
            editions,
            queues: Mutex::default(),
            work: Notify::new(),
            room: Arc::new(Semaphore::new(WAITING)),
            committed: watch::Sender::new(0),
            stop,
            desk: around.desk,
            flood: around.flood.map(|limits| Mutex::new(Flood::new(limits, Instant::now()))),
            min_account_age: around.min_account_age,
            usual_wait: AtomicU32::new(0),
        });
        for _ in 0..workers.max(1) {
            let inner = inner.clone();
            tasks.spawn(async move { inner.work().await });
        }
        Self { inner }
    }

    /// How long people usually wait for the first words of a person, in minutes; none while that is
    /// not known well enough.
    pub fn set_usual_wait(&self, minutes: Option<u32>) {
        self.inner.usual_wait.store(minutes.unwrap_or(0), Ordering::Relaxed);
    }

    /// Makes a turn of an update, waiting for room first. Returns when it is committed.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops before the commit.
    pub async fn take(&self, incoming: Incoming) -> Result<Receipt, NotTaken> {
        self.enqueue(incoming).await?.await.unwrap_or(Err(NotTaken))
    }

    /// Queues an update; its place in the order is taken when this returns.
    ///
    /// # Errors
    /// [`NotTaken`] when the process is stopping.
    pub async fn enqueue(
        &self,
        incoming: Incoming,
    ) -> Result<oneshot::Receiver<Result<Receipt, NotTaken>>, NotTaken> {
        let inner = &self.inner;
        let room = inner.room.clone().acquire_owned().await.map_err(|_| NotTaken)?;
        if inner.stop.is_cancelled() {
            return Err(NotTaken);
        }
        let contact = inner.db.contact_id(&incoming.identity);
        let (done, receipt) = oneshot::channel();
        let verdict = inner.hold_off(&incoming, contact).await;
        if verdict == Verdict::Muted {
            // Whoever asked may be gone; nothing was to be done.
            let _gone = done.send(Ok(Receipt::Muted));
            return Ok(receipt);
        }
        let last_word = verdict == Verdict::LastWord;
        let job = Job { incoming, contact, failures: 0, stale: 0, last_word, done, _room: room };
        inner.queues().push(contact, job);
        inner.work.notify_one();
        Ok(receipt)
    }

    /// Grows with each commit: senders look at once instead of at their next poll.
    #[must_use]
    pub fn commits(&self) -> watch::Receiver<u64> {
        self.inner.committed.subscribe()
    }

    /// How many updates wait.
    #[must_use]
    pub fn waiting(&self) -> usize {
        WAITING - self.inner.room.available_permits()
    }
}

impl Inner {
    fn queues(&self) -> MutexGuard<'_, Queues<Job>> {
        self.queues.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits when everybody together is too fast, and judges whether somebody is.
    async fn hold_off(&self, incoming: &Incoming, contact: ContactId) -> Verdict {
        // Whoever sits at this machine, our own timers, and reps are nobody's flood.
        let ours = incoming.identity.channel == Channel::Terminal || !incoming.event.is_theirs();
        let (Some(flood), false) = (&self.flood, ours) else { return Verdict::Heard };
        let now = Instant::now();
        let (wait, verdict) = {
            let mut flood = flood.lock().unwrap_or_else(PoisonError::into_inner);
            match flood.judge(contact, incoming.at) {
                Verdict::Muted => (Duration::ZERO, Verdict::Muted),
                heard => (flood.wait(now), heard),
            }
        };
        if !wait.is_zero() {
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = self.stop.cancelled() => {}
            }
        }
        if verdict == Verdict::Muted {
            let channel = incoming.identity.channel.as_str();
            metrics::counter!("docent_flood_muted_total", "channel" => channel).increment(1);
        }
        verdict
    }
}
