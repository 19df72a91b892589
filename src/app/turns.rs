//! The durable turn: read without a lock, decide, commit, and only then acknowledge.
//!
//! Updates wait in a queue for each conversation, so that one conversation is handled one turn at
//! a time in the order accepted, and different conversations never wait for each other. Workers
//! take the heads of many queues at once and commit them together; the more there is to do, the
//! more go into one commit.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, Semaphore, oneshot, watch};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tracing::{error, info, warn};

use crate::decide::{Brain, decide};
use crate::domain::contact::ContactId;
use crate::domain::conversation::State;
use crate::domain::event::{Event, Incoming};
use crate::domain::facts::Facts;
use crate::domain::ids::{Channel, TurnNumber};
use crate::store::commit::Committed;
use crate::store::conversations::{Conversation, Wanted};
use crate::store::turns::{Turn, Update};
use crate::store::{Db, StoreError};

use super::card::Desk;
use super::compose::{Aside, Decided, compose, compose_aside, is_poison};
use super::editions::Editions;
use super::flood::{Flood, FloodLimits, Verdict};
use super::queue::Queues;

/// Workers of one process: while one decides, Postgres works for the other. More of them make more
/// and smaller commits, which cost more than they gain.
pub const WORKERS: usize = 2;
/// The most turns in one commit.
const BATCH: usize = 64;
/// Updates that may wait before their channels are asked to hold on.
const WAITING: usize = 10_000;
/// Failures after which an event is put aside.
const FAILURES: u8 = 3;
/// Pauses while the database is away: from, to.
const PAUSE: (Duration, Duration) = (Duration::from_millis(50), Duration::from_secs(2));

/// Pauses before a stale turn is decided again: from, to.
const AGAIN: (Duration, Duration) = (Duration::from_millis(1), Duration::from_millis(50));

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
}

/// What turns know of the world around them.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// Where reps are alerted.
    pub desk: Option<Desk>,
    /// How much is heard; everything when unset.
    pub flood: Option<FloodLimits>,
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
        });
        for _ in 0..workers.max(1) {
            let inner = inner.clone();
            tasks.spawn(async move { inner.work().await });
        }
        Self { inner }
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
    /// Waits when everybody together is too fast, and judges whether somebody is.
    async fn hold_off(&self, incoming: &Incoming, contact: ContactId) -> Verdict {
        // Whoever sits at this machine, and our own timers, are nobody's flood.
        let ours = incoming.identity.channel == Channel::Terminal
            || matches!(incoming.event, Event::Timer);
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

    async fn work(self: Arc<Self>) {
        loop {
            // Whoever runs already may still bring its update along.
            tokio::task::yield_now().await;
            let batch = self.heads();
            if batch.is_empty() {
                tokio::select! {
                    () = self.work.notified() => continue,
                    () = self.stop.cancelled() => {
                        let batch = self.heads();
                        if batch.is_empty() {
                            return;
                        }
                        self.settle(batch).await;
                        continue;
                    }
                }
            }
            self.settle(batch).await;
        }
    }

    fn queues(&self) -> MutexGuard<'_, Queues<Job>> {
        self.queues.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The heads of up to [`BATCH`] conversations.
    fn heads(&self) -> Vec<Job> {
        let mut queues = self.queues();
        let heads = queues.heads(BATCH);
        if queues.has_ready() {
            self.work.notify_one();
        }
        heads
    }

    /// Sees a batch through: every job ends with a receipt, waits for its conversation, or the
    /// process stops.
    async fn settle(self: &Arc<Self>, batch: Vec<Job>) {
        let mut jobs = batch;
        let mut pause = PAUSE.0;
        while !jobs.is_empty() {
            let Err(error) = self.attempt(&mut jobs).await else {
                pause = PAUSE.0;
                continue;
            };
            if self.stop.is_cancelled() {
                for job in jobs {
                    self.end(job, Err(NotTaken));
                }
                return;
            }
            warn!(%error, waiting = jobs.len(), "turns wait for the database");
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = self.stop.cancelled() => {}
            }
            pause = (pause * 2).min(PAUSE.1);
        }
    }

    /// Somebody else writes the conversation this instant: its job goes back to the head of its
    /// queue and is decided again a moment later, while the worker sees to others.
    fn later(self: &Arc<Self>, mut job: Job) {
        let pause = (AGAIN.0 * 2_u32.pow(u32::from(job.stale.min(6)))).min(AGAIN.1);
        job.stale = job.stale.saturating_add(1);
        let inner = self.clone();
        tokio::spawn(async move {
            tokio::time::sleep(pause).await;
            let contact = job.contact;
            inner.queues().put_back(contact, job);
            inner.work.notify_one();
        });
    }

    /// One try at all jobs; those that are settled leave the list. An error leaves in it all that
    /// are not.
    async fn attempt(self: &Arc<Self>, jobs: &mut Vec<Job>) -> Result<(), StoreError> {
        let began = Instant::now();
        let wanted: Vec<Wanted> = jobs.iter().map(Job::wanted).collect();
        let found = self.db.find_conversations(&wanted).await?;
        let (mut turns, mut deciding) = (Vec::new(), Vec::new());
        let mut away = None;
        for (job, conversation) in std::mem::take(jobs).into_iter().zip(found) {
            if away.is_some() {
                jobs.push(job);
            } else if conversation.seen {
                self.end(job, Ok(Receipt::Duplicate));
            } else {
                match self.turn_of(&job, &conversation).await {
                    Ok(Ok(turn)) => {
                        turns.push(turn);
                        deciding.push(job);
                    }
                    Ok(Err(reason)) => away = self.fail(job, &reason, jobs).await.err(),
                    Err(error) => {
                        jobs.push(job);
                        away = Some(error);
                    }
                }
            }
        }
        if let Some(error) = away {
            jobs.append(&mut deciding);
            return Err(error);
        }
        if turns.is_empty() {
            return Ok(());
        }
        match self.db.commit_turns(&turns).await {
            Ok(outcomes) => {
                let seconds = began.elapsed().as_secs_f64();
                for job in &deciding {
                    let channel = job.incoming.identity.channel.as_str();
                    metrics::histogram!("docent_turn_duration_seconds", "channel" => channel)
                        .record(seconds);
                }
                self.settled(deciding, &turns, outcomes);
                Ok(())
            }
            Err(error) if is_poison(&error) => self.commit_each(deciding, &turns, jobs).await,
            Err(error) => {
                jobs.append(&mut deciding);
                Err(error)
            }
        }
    }

    /// One turn of a batch is refused: each is committed for itself, to find out which.
    async fn commit_each(
        self: &Arc<Self>,
        deciding: Vec<Job>,
        turns: &[Turn],
        jobs: &mut Vec<Job>,
    ) -> Result<(), StoreError> {
        let mut away = Ok(());
        for (job, turn) in deciding.into_iter().zip(turns) {
            if away.is_err() {
                jobs.push(job);
                continue;
            }
            match self.db.commit_turn(turn).await {
                Ok(outcome) => {
                    self.settled(vec![job], std::slice::from_ref(turn), vec![outcome]);
                }
                Err(error) if is_poison(&error) => {
                    away = self.fail(job, &error.to_string(), jobs).await;
                }
                Err(error) => {
                    jobs.push(job);
                    away = Err(error);
                }
            }
        }
        away
    }

    /// Hands out receipts; what was stale is tried again.
    fn settled(self: &Arc<Self>, jobs: Vec<Job>, turns: &[Turn], outcomes: Vec<Committed>) {
        if outcomes.iter().any(|outcome| matches!(outcome, Committed::Done(_))) {
            self.committed.send_modify(|count| *count += 1);
        }
        for ((job, turn), outcome) in jobs.into_iter().zip(turns).zip(outcomes) {
            match outcome {
                Committed::Done(number) => {
                    tell(&job, turn, number);
                    self.end(job, Ok(Receipt::Committed(number)));
                }
                Committed::Duplicate => self.end(job, Ok(Receipt::Duplicate)),
                Committed::Stale => {
                    count(&job, "stale");
                    self.later(job);
                }
            }
        }
    }

    fn end(&self, job: Job, receipt: Result<Receipt, NotTaken>) {
        if matches!(receipt, Ok(Receipt::Duplicate)) {
            count(&job, "duplicate");
        }
        if self.queues().release(job.contact) {
            self.work.notify_one();
        }
        // Whoever asked may be gone; the turn stands all the same.
        let _gone = job.done.send(receipt);
    }

    /// The turn that an update makes.
    async fn turn_of(
        &self,
        job: &Job,
        conversation: &Conversation,
    ) -> Result<Result<Turn, String>, StoreError> {
        if !job.last_word {
            return self.decide(job, conversation).await;
        }
        warn!(conversation.id = %job.contact, "somebody writes faster than people do and is not heard for a moment");
        let edition = self.editions.current();
        let told = conversation.state().and_then(|state| {
            let (incoming, after) = (&job.incoming, conversation.version);
            compose_aside(job.contact, &edition, incoming, &state, after, Aside::Flood)
        });
        Ok(told.map_err(|error| error.to_string()))
    }

    /// Decides one turn. A panic in it is its own: `Err` gives the reason without any words.
    async fn decide(
        &self,
        job: &Job,
        conversation: &Conversation,
    ) -> Result<Result<Turn, String>, StoreError> {
        let edition = self.editions.current();
        let state = match conversation.state() {
            Ok(state) => state,
            Err(error) => return Ok(Err(error.to_string())),
        };
        let pinned = match &state.pinned {
            Some(version) if *version != edition.script.version => {
                self.editions.flows_of(&self.db, version).await?
            }
            _ => None,
        };
        let facts = Facts {
            channel: job.incoming.identity.channel,
            locale_hint: job.incoming.locale_hint.clone(),
            message: job.incoming.message,
            rep_chat: self.desk.is_some(),
        };
        let desk = self.desk.as_ref();
        let began = Instant::now();
        let turn = catch_unwind(AssertUnwindSafe(|| {
            let brain = Brain {
                script: &edition.script,
                pinned: pinned.as_ref().map(|pinned| &pinned.script.flows),
                understanding: &edition.understanding,
            };
            let incoming = &job.incoming;
            let number = conversation.version + 1;
            let outcome = decide(brain, &state, number, &incoming.event, &facts, incoming.at);
            let took = began.elapsed();
            let after = conversation.version;
            let decided =
                Decided { edition: &edition, incoming, facts: &facts, after, outcome, took, desk };
            compose(job.contact, decided)
        }));
        Ok(match turn {
            Ok(Ok(turn)) => Ok(turn),
            Ok(Err(error)) => Err(error.to_string()),
            Err(_) => Err("a panic, reported with its place".to_owned()),
        })
    }

    /// An event that could not be made a turn of. After three failures it is put aside. With an
    /// error the job is back in the list.
    async fn fail(
        self: &Arc<Self>,
        mut job: Job,
        reason: &str,
        jobs: &mut Vec<Job>,
    ) -> Result<(), StoreError> {
        job.failures += 1;
        if job.failures < FAILURES {
            warn!(conversation.id = %job.contact, reason, "a turn failed and is tried again");
            jobs.push(job);
            return Ok(());
        }
        let edition = self.editions.current();
        let state = State::default();
        let turn = compose_aside(job.contact, &edition, &job.incoming, &state, 0, Aside::Failed);
        let stored = match turn {
            Ok(turn) => self.db.insert_failed_turn(turn).await,
            Err(error) => Err(error),
        };
        match stored {
            Ok(Committed::Done(number)) => {
                error!(conversation.id = %job.contact, reason, "a turn failed three times and is put aside as failed");
                count(&job, "failed");
                self.committed.send_modify(|count| *count += 1);
                self.end(job, Ok(Receipt::Committed(number)));
                Ok(())
            }
            Ok(Committed::Duplicate) => {
                self.end(job, Ok(Receipt::Duplicate));
                Ok(())
            }
            Ok(Committed::Stale) => {
                self.later(job);
                Ok(())
            }
            Err(error) => {
                jobs.push(job);
                Err(error)
            }
        }
    }
}

impl Job {
    fn wanted(&self) -> Wanted {
        let timer = matches!(self.incoming.event, Event::Timer);
        Wanted {
            contact: self.contact,
            update: (!timer).then_some(Update {
                channel: self.incoming.identity.channel,
                id: self.incoming.update_id,
            }),
        }
    }
}

fn count(job: &Job, outcome: &'static str) {
    let channel = job.incoming.identity.channel.as_str();
    metrics::counter!("docent_turns_total", "channel" => channel, "outcome" => outcome)
        .increment(1);
}

/// One line for each turn, without a word of what was said.
fn tell(job: &Job, turn: &Turn, number: TurnNumber) {
    count(job, "committed");
    if !turn.unanswered.is_empty() {
        let locale = turn.locale.as_ref().map_or("-", |locale| locale.as_str()).to_owned();
        metrics::counter!("docent_unanswered_total", "locale" => locale).increment(1);
    }
    info!(
        conversation.id = %job.contact,
        turn.id = number,
        channel = job.incoming.identity.channel.as_str(),
        kind = turn.kind,
        decide_us = turn.took.map_or(0, |took| took.as_micros()),
        "turn committed"
    );
}
