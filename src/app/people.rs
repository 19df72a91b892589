//! What channels tell about people beside turns: that a message was edited, that they left.

use chrono::{DateTime, Utc};
use tokio_util::sync::CancellationToken;

use crate::domain::contact::Identity;
use crate::store::{Db, StoreError};

use super::turns::NotTaken;

/// Pauses while the database is away: from, to.
const PAUSE: (std::time::Duration, std::time::Duration) =
    (std::time::Duration::from_millis(50), std::time::Duration::from_secs(2));

/// The records of people. Cheap to clone.
#[derive(Clone)]
pub struct People {
    db: Db,
    stop: CancellationToken,
}

impl People {
    /// The records in this database, until `stop`.
    #[must_use]
    pub fn new(db: &Db, stop: CancellationToken) -> Self {
        Self { db: db.clone(), stop }
    }

    /// They edited a message: the transcript is put right, and no turn runs again. `message` is
    /// what came as [`crate::domain::event::Incoming::message`], or the update id where the
    /// platform counts messages by it. Returns when it is stored, so it may be acknowledged.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops before.
    pub async fn edited(&self, who: &Identity, message: i64, text: &str) -> Result<(), NotTaken> {
        let contact = self.db.contact_id(who);
        self.store(|| self.db.edit_message(contact, message, Some(text))).await
    }

    /// They took a message back: the transcript says so. See [`People::edited`].
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops before.
    pub async fn deleted(&self, who: &Identity, message: i64) -> Result<(), NotTaken> {
        let contact = self.db.contact_id(who);
        self.store(|| self.db.edit_message(contact, message, None)).await
    }

    /// They cannot be reached any more, since they blocked us or their account is gone. Counts
    /// until they are heard again.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops before it is stored.
    pub async fn left(&self, who: &Identity, at: DateTime<Utc>) -> Result<(), NotTaken> {
        let contact = self.db.contact_id(who);
        self.store(|| self.db.mark_unreachable(contact, Some(at))).await
    }

    /// They came back without a word, for example by lifting a block.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops before it is stored.
    pub async fn returned(&self, who: &Identity) -> Result<(), NotTaken> {
        let contact = self.db.contact_id(who);
        self.store(|| self.db.mark_unreachable(contact, None)).await
    }

    /// Tries until the database takes it.
    async fn store<T, F>(&self, write: impl Fn() -> F) -> Result<(), NotTaken>
    where
        F: Future<Output = Result<T, StoreError>>,
    {
        let mut pause = PAUSE.0;
        loop {
            match write().await {
                Ok(_) => return Ok(()),
                // What the database refuses for good is nothing that a platform could mend.
                Err(error) if error.is_poison() => {
                    tracing::error!(%error, "a change of a person's record was refused");
                    return Ok(());
                }
                Err(error) => tracing::warn!(%error, "a person's record waits for the database"),
            }
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = self.stop.cancelled() => return Err(NotTaken),
            }
            pause = (pause * 2).min(PAUSE.1);
        }
    }
}
