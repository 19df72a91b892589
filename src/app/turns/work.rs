//! The way of a batch: heads of many queues, read together, decided one by one, committed together.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;
use tracing::warn;

use crate::store::StoreError;
use crate::store::commit::Committed;
use crate::store::conversations::Wanted;
use crate::store::turns::Turn;

use super::judge::{count, tell};
use super::{Inner, Job, NotTaken, Receipt};

/// The most turns in one commit.
const BATCH: usize = 64;
/// Pauses while the database is away: from, to.
const PAUSE: (Duration, Duration) = (Duration::from_millis(50), Duration::from_secs(2));
/// Pauses before a stale turn is decided again: from, to.
const AGAIN: (Duration, Duration) = (Duration::from_millis(1), Duration::from_millis(50));

impl Inner {
    pub(super) async fn work(self: Arc<Self>) {
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
    pub(super) fn later(self: &Arc<Self>, mut job: Job) {
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
            Err(error) if error.is_poison() => self.commit_each(deciding, &turns, jobs).await,
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
                Err(error) if error.is_poison() => {
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

    pub(super) fn end(&self, job: Job, receipt: Result<Receipt, NotTaken>) {
        if matches!(receipt, Ok(Receipt::Duplicate)) {
            count(&job, "duplicate");
        }
        if self.queues().release(job.contact) {
            self.work.notify_one();
        }
        // Whoever asked may be gone; the turn stands all the same.
        let _gone = job.done.send(receipt);
    }
}
