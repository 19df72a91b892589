//! What commands share: the database, the dialogs, the model cache, the running bot.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use secrecy::ExposeSecret as _;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::app::card::Desk;
use crate::app::channel::ChatChannel;
use crate::app::clock::Clock;
use crate::app::edition::Models;
use crate::app::editions::Editions;
use crate::app::publish::Folder;
use crate::app::turns::{Around, Turns, WORKERS};
use crate::config::Settings;
use crate::domain::ids::Channel;
use crate::postgres::{self, Postgres};
use crate::store::{Connect, Db};
use crate::understanding::vectors::Vectors;
use crate::workers::caretaker::Caretaker;
use crate::workers::sender::Sender;

use super::clock::SystemClock;

/// How long a query waits for a connection before the database counts as away.
const PATIENCE: Duration = Duration::from_secs(5);

/// A reached database.
pub(super) struct Reached {
    /// The database, migrated.
    pub db: Db,
    /// The private Postgres, when it is one.
    pub private: Option<Postgres>,
}

/// The address of the database; a private Postgres is started for it where none is set.
pub(super) async fn address(settings: &Settings) -> anyhow::Result<(String, Option<Postgres>)> {
    if let Some(url) = &settings.database.url {
        return Ok((url.expose_secret().to_owned(), None));
    }
    let started =
        postgres::start(&private(settings)).await.context("starting the private Postgres")?;
    Ok((started.url.clone(), Some(started)))
}

/// Where the private Postgres is.
pub(super) fn private(settings: &Settings) -> postgres::Settings {
    postgres::Settings {
        data_dir: settings.data_dir.clone(),
        search_path: settings.search_path.clone(),
        durable: true,
    }
}

/// Reaches the database and brings its schema up to date.
pub(super) async fn reach(settings: &Settings) -> anyhow::Result<Reached> {
    let (url, private) = address(settings).await?;
    let holder = uuid::Uuid::new_v4().simple().to_string();
    let db = Db::connect(&Connect {
        url,
        connections: settings.database.pool,
        patience: PATIENCE,
        holder,
    })
    .await
    .with_context(|| format!("connecting to the database ({})", settings.database.url_source))?;
    Ok(Reached { db, private })
}

/// The folder with the dialogs.
pub(super) fn folder(settings: &Settings) -> Folder {
    let root = settings.scripts.clone();
    let shown = std::fs::canonicalize(&root).unwrap_or_else(|_| root.clone());
    Folder { root, origin: format!("folder {}", shown.display()) }
}

/// Trained models kept in the data folder, and the vectors they are trained with.
pub(super) struct ModelFiles {
    folder: PathBuf,
    vectors: Arc<Vectors>,
}

impl ModelFiles {
    pub(super) fn of(settings: &Settings) -> Self {
        let vectors = Arc::new(super::models::vectors(settings.models));
        Self { folder: settings.data_dir.join("models"), vectors }
    }
}

impl Models for ModelFiles {
    fn find(&self, hash: &str) -> Option<Vec<u8>> {
        std::fs::read(self.folder.join(format!("{hash}.model"))).ok()
    }

    fn keep(&self, hash: &str, model: &[u8]) {
        // Written beside and moved, so that nobody reads half a model. A failure only means that
        // it is trained again.
        let whole = self.folder.join(format!("{hash}.model"));
        let part = self.folder.join(format!("{hash}.{}.part", std::process::id()));
        let kept = std::fs::create_dir_all(&self.folder)
            .and_then(|()| std::fs::write(&part, model))
            .and_then(|()| std::fs::rename(&part, &whole));
        if let Err(error) = kept {
            tracing::debug!(%error, "the trained model was not kept");
        }
        self.drop_old();
    }

    fn vectors(&self) -> Arc<Vectors> {
        self.vectors.clone()
    }
}

impl ModelFiles {
    /// Keeps the eight latest.
    fn drop_old(&self) {
        let Ok(entries) = std::fs::read_dir(&self.folder) else { return };
        let mut files: Vec<_> = entries
            .flatten()
            .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
            .collect();
        files.sort();
        for (_, path) in files.iter().rev().skip(8) {
            if let Err(error) = std::fs::remove_file(path) {
                tracing::debug!(%error, "an old model stays");
            }
        }
    }
}

/// A running bot.
pub(super) struct Running {
    /// The database.
    pub db: Db,
    /// What is live.
    pub editions: Arc<Editions>,
    /// Where updates go.
    pub turns: Turns,
    /// When taking new updates ends.
    pub stop: CancellationToken,
    /// When delivering ends.
    pub stop_sending: CancellationToken,
    tasks: TaskTracker,
}

impl Running {
    /// Starts the workers.
    pub(super) fn start(db: &Db, editions: Arc<Editions>, settings: &Settings) -> Self {
        let (stop, stop_sending) = (CancellationToken::new(), CancellationToken::new());
        let tasks = TaskTracker::new();
        let turns = Turns::start(
            db.clone(),
            editions.clone(),
            WORKERS,
            Around { desk: desk(settings), flood: settings.flood },
            stop.clone(),
            &tasks,
        );
        Self { db: db.clone(), editions, turns, stop, stop_sending, tasks }
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
            clock(),
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

/// Where reps are alerted, if anywhere.
fn desk(settings: &Settings) -> Option<Desk> {
    let rep = settings.rep.as_ref()?;
    let account = match rep.channel {
        Channel::Telegram => settings.telegram.as_ref()?.bot_id().into(),
        Channel::Discord => super::discord::account(settings)?,
        Channel::Terminal => return None,
    };
    Some(Desk { channel: rep.channel, account })
}

/// The clock of the machine.
pub(super) fn clock() -> Arc<dyn Clock> {
    Arc::new(SystemClock)
}
