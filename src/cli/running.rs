//! The running bot: its workers, from their start to an orderly end.

use std::sync::Arc;
use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::app::channel::ChatChannel;
use crate::app::editions::Editions;
use crate::app::reps::Reps;
use crate::app::turns::{Around, Turns, WORKERS};
use crate::store::Db;
use crate::workers::caretaker::Caretaker;
use crate::workers::sender::Sender;

use super::house;

/// A running bot.
pub(super) struct Running {
    /// The database.
    pub db: Db,
    /// What is live.
    pub editions: Arc<Editions>,
    /// Where updates go.
    pub turns: Turns,
    /// People of the house.
    pub reps: Reps,
    /// When taking new updates ends.
    pub stop: CancellationToken,
    /// When delivering ends.
    pub stop_sending: CancellationToken,
    tasks: TaskTracker,
}

impl Running {
    /// Starts the workers. Reps are known when it returns, so that none of them is taken for a visitor.
    pub(super) async fn start(db: &Db, editions: Arc<Editions>, around: Around) -> Self {
        let (stop, stop_sending) = (CancellationToken::new(), CancellationToken::new());
        let tasks = TaskTracker::new();
        let desk = around.desk.clone();
        let turns =
            Turns::start(db.clone(), editions.clone(), WORKERS, around, stop.clone(), &tasks);
        let reps = Reps::new(db, turns.clone(), editions.clone(), desk, stop.clone());
        // Only a stop keeps it from knowing them, and then nobody is heard any more.
        let _stopped = reps.known().await;
        tasks.spawn(reps.clone().keep_known());
        Self { db: db.clone(), editions, turns, reps, stop, stop_sending, tasks }
    }

    /// Ends on Ctrl-C and on the service manager's word.
    pub(super) fn stop_on_signal(&self) {
        let stop = self.stop.clone();
        tokio::spawn(async move {
            let term = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
            let Ok(mut term) = term else { return };
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = term.recv() => {}
            }
            stop.cancel();
        });
    }

    /// Starts pauses, erasures and retention.
    pub(super) fn care(&self) {
        let caretaker = Caretaker {
            db: self.db.clone(),
            turns: self.turns.clone(),
            editions: self.editions.clone(),
            stop: self.stop.clone(),
        };
        self.tasks.spawn(caretaker.run());
    }

    /// Runs something of a channel's until the end.
    pub(super) fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.tasks.spawn(work);
    }

    /// Starts delivering for a channel account. The receiver counts the commits
    /// whose replies have all left.
    pub(super) fn deliver<C: ChatChannel>(
        &self,
        channel: Arc<C>,
    ) -> tokio::sync::watch::Receiver<u64> {
        let sender = Sender::new(
            self.db.clone(),
            channel,
            house::clock(),
            self.turns.commits(),
            self.stop_sending.clone(),
        );
        let settled = sender.settled();
        self.tasks.spawn(sender.run());
        settled
    }

    /// Ends in order: no new updates, what is begun is finished, what is claimed is sent.
    pub(super) async fn drain(self, patience: Duration) {
        self.stop.cancel();
        self.tasks.close();
        self.stop_sending.cancel();
        if tokio::time::timeout(patience, self.tasks.wait()).await.is_err() {
            tracing::warn!("not everything ended in time; what was not acknowledged comes again");
        }
        // Connections that hang must not hold up the end either.
        let _late = tokio::time::timeout(Duration::from_secs(2), self.db.close()).await;
    }
}
