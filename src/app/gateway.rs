//! Sessions with a platform's gateway, and the talks that are caught up with when one is lost.

use chrono::{DateTime, TimeDelta, Utc};

use super::clock::Clock;
use crate::domain::ids::{AccountId, Channel};
use crate::store::{Db, StoreError};
use std::sync::Arc;

pub use crate::store::gateway::{LastSession, OpenTalk, SavedSession, Shard};

/// Talks in which nothing was heard for longer than this are not caught up with.
const OPEN: TimeDelta = TimeDelta::days(30);
/// Talks caught up with, at most.
const MOST: i64 = 20_000;

/// What a gateway needs to remember. Cheap to clone.
#[derive(Clone)]
pub struct Gateway {
    db: Db,
    clock: Arc<dyn Clock>,
    channel: Channel,
}

impl Gateway {
    /// The memory of a platform's gateway.
    #[must_use]
    pub fn new(db: &Db, clock: Arc<dyn Clock>, channel: Channel) -> Self {
        Self { db: db.clone(), clock, channel }
    }

    /// The time it is.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The last session of a shard: what it can go on with, at the last event that is committed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_session(&self, shard: &Shard) -> Result<Option<LastSession>, StoreError> {
        self.db.find_session(self.channel, shard).await
    }

    /// Remembers how far a session is done. It never goes back within one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn keep_session(
        &self,
        shard: &Shard,
        session: &SavedSession,
    ) -> Result<(), StoreError> {
        self.db.keep_session(self.channel, shard, session, self.clock.now()).await
    }

    /// Forgets a session that is over, and not until when it was heard.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_session(&self, shard: &Shard) -> Result<(), StoreError> {
        self.db.forget_session(self.channel, shard).await
    }

    /// Talks that may have gone on unheard, the one heard last first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_talks(&self, account: &AccountId) -> Result<Vec<OpenTalk>, StoreError> {
        let since = self.clock.now() - OPEN;
        self.db.list_open_talks(self.channel, account, since, MOST).await
    }
}
