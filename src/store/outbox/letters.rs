//! What did not reach anybody, for an operator to see and to send again.

use chrono::{DateTime, Utc};

use super::OutboxId;
use crate::domain::contact::ContactId;
use crate::domain::ids::Channel;
use crate::domain::reply::Lane;
use crate::store::conversations::{channel, lane};
use crate::store::{Db, Result, StoreError};

/// How a message stands that has not left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It waits to be sent.
    Ready,
    /// A sender has it.
    Claimed,
    /// The platform refused it for good.
    Failed,
    /// The contact cannot be reached.
    Unreachable,
}

impl Standing {
    fn of(code: i16) -> Result<Self> {
        match code {
            0 => Ok(Self::Ready),
            1 => Ok(Self::Claimed),
            3 => Ok(Self::Failed),
            6 => Ok(Self::Unreachable),
            _ => Err(StoreError::corrupt("outbox", format!("status {code} is unknown"))),
        }
    }
}

/// A message that has not left, or never will by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// Which row.
    pub id: OutboxId,
    /// The stream.
    pub lane: Lane,
    /// The platform.
    pub channel: Channel,
    /// How it stands.
    pub standing: Standing,
    /// When it is or was due.
    pub due_at: DateTime<Utc>,
    /// When it was given up.
    pub done_at: Option<DateTime<Utc>>,
    /// Tries so far.
    pub attempts: i16,
    /// What went wrong last; never what was said.
    pub last_error: Option<String>,
}

impl Db {
    /// Lists what failed or found nobody, the latest first, and with `waiting` also what is still
    /// to be sent.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_letters(&self, waiting: bool, limit: i64) -> Result<Vec<Letter>> {
        // A list reads the table as a whole, which the pool's settings are not made for.
        let mut tx = self.pool.begin().await?;
        sqlx::query!(r#"SELECT set_config('enable_seqscan', 'on', true) AS seqscan"#)
            .fetch_one(&mut *tx)
            .await?;
        let rows = sqlx::query!(
            r#"SELECT contact_id, turn, ordinal, lane, channel, status, due_at, done_at, attempts,
                last_error
            FROM outbox
            WHERE status IN (3, 6) OR ($1 AND done_at IS NULL)
            ORDER BY coalesce(done_at, due_at) DESC, turn DESC, ordinal DESC
            LIMIT $2"#,
            waiting,
            limit,
        )
        .fetch_all(&mut *tx)
        .await?;
        rows.into_iter()
            .map(|row| {
                let contact = ContactId(row.contact_id);
                Ok(Letter {
                    id: OutboxId { contact, turn: row.turn, ordinal: row.ordinal },
                    lane: lane(row.lane)?,
                    channel: channel(row.channel)?,
                    standing: Standing::of(row.status)?,
                    due_at: row.due_at,
                    done_at: row.done_at,
                    attempts: row.attempts,
                    last_error: row.last_error,
                })
            })
            .collect()
    }

    /// Makes a message that was given up ready again. It goes before what is newer in its lane and
    /// has not left. Tells whether it was one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn revive_letter(&self, id: &OutboxId, now: DateTime<Utc>) -> Result<bool> {
        let done = sqlx::query!(
            r#"UPDATE outbox
            SET status = 0, done_at = NULL, due_at = $5, attempts = 0, claimed_by = NULL,
                claimed_until = NULL
            WHERE bucket = $1 AND contact_id = $2 AND turn = $3 AND ordinal = $4
                AND status IN (3, 6)"#,
            id.contact.bucket(),
            id.contact.0,
            id.turn,
            id.ordinal,
            now,
        )
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() > 0)
    }
}
