//! What a running bot keeps an eye on: its folder, and the version that other replicas made live.

use std::sync::Arc;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::app::editions::Editions;
use crate::app::folder::Folder;
use crate::app::publish::{self, publish};
use crate::store::Db;
use crate::store::scripts::Claim;

use super::house;
use super::models::ModelFiles;
use super::published::{cannot_publish, report};

/// How often the folder and the active version are looked at.
const LOOK: Duration = Duration::from_secs(1);
/// An editor writes several files: after the first change they are given this long.
const EDITING: Duration = Duration::from_millis(300);

/// Looks after the folder and the version that other replicas made live.
pub(super) struct Watch {
    /// The database.
    pub db: Db,
    /// What is live.
    pub editions: Arc<Editions>,
    /// Where the files are.
    pub folder: Folder,
    /// Where trained models are kept.
    pub models: Arc<ModelFiles>,
    /// The generation that is live.
    pub generation: i64,
    /// The folder as it was read, see [`Folder::fingerprint`].
    pub seen: u64,
    /// When to stop.
    pub stop: CancellationToken,
}

impl Watch {
    /// Runs until stopped.
    pub(super) async fn run(mut self) {
        loop {
            tokio::select! {
                () = tokio::time::sleep(LOOK) => {}
                () = self.stop.cancelled() => return,
            }
            let now = self.folder.fingerprint();
            if now != self.seen {
                // An editor writes several files: the next look takes them all.
                tokio::time::sleep(EDITING).await;
                self.seen = self.folder.fingerprint();
                self.edited().await;
            } else if let Err(error) = self.follow().await {
                tracing::debug!(%error, "the active version was not looked at");
            }
        }
    }

    /// Somebody edited the folder: live if it checks, else reported.
    async fn edited(&mut self) {
        let now = house::clock().now();
        match publish(&self.db, &self.folder, &*self.models, Claim::Told, now).await {
            Ok(published) => {
                report(&published);
                self.generation = published.generation;
                self.editions.replace(published.edition);
            }
            Err(error) => {
                cannot_publish(&error);
            }
        }
    }

    /// Another replica made a version live.
    async fn follow(&mut self) -> anyhow::Result<()> {
        let Some(active) = self.db.find_active_script().await? else { return Ok(()) };
        if active.generation == self.generation {
            return Ok(());
        }
        let today = house::clock().now().date_naive();
        if let Some((edition, generation)) = publish::active(&self.db, &*self.models, today).await?
        {
            tracing::info!(script = %edition.script.version, "another replica made a version live");
            self.generation = generation;
            self.editions.replace(edition);
        }
        Ok(())
    }
}
