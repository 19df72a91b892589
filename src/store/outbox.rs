//! The outbox: what is to be delivered, in which order, by whom, and what became of it.
//!
//! Order is kept within a lane (a contact and a stream): only the earliest row that is not
//! done may be claimed. A claim counts as an attempt and lasts until its deadline; after that, or
//! when its holder has left the database, the row may be claimed again, and since nobody knows
//! whether the first send arrived, that is counted as a possible repeat.
//!
//! A sender works with [`claim`] and [`mark`], an operator with [`letters`]; here is how full the
//! outbox is.

mod behind;
pub mod claim;
pub mod letters;
pub mod mark;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Db, Result};
use crate::domain::contact::ContactId;
use crate::domain::ids::{AccountId, Channel, TurnNumber};

/// The name of an outbox row, which is also that of its message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OutboxId {
    /// To whom.
    pub contact: ContactId,
    /// Of which turn.
    pub turn: TurnNumber,
    /// Its place in the turn.
    pub ordinal: i16,
}

/// How full the outbox is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct OutboxCounts {
    /// Rows that wait, retries among them.
    pub ready: i64,
    /// Rows that a sender has.
    pub claimed: i64,
    /// Since when the longest waiting row is due.
    pub oldest_due_at: Option<DateTime<Utc>>,
}

impl Db {
    /// Whether a channel account has something due that is not done, whoever sends for it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn owes(
        &self,
        channel: Channel,
        account: &AccountId,
        now: DateTime<Utc>,
    ) -> Result<bool> {
        let owes = sqlx::query_scalar!(
            r#"SELECT EXISTS (
                SELECT FROM outbox
                WHERE channel = $1 AND account = $2 AND due_at <= $3 AND done_at IS NULL
            ) AS "owes!""#,
            channel.code(),
            account.as_str(),
            now,
        )
        .fetch_one(&self.pool)
        .await?;
        Ok(owes)
    }

    /// How full the outbox of all accounts is.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn count_outbox(&self) -> Result<OutboxCounts> {
        let row = sqlx::query!(
            r#"SELECT count(*) FILTER (WHERE status = 0) AS "ready!",
                count(*) FILTER (WHERE status = 1) AS "claimed!",
                min(due_at) AS oldest_due_at
            FROM outbox WHERE done_at IS NULL"#
        )
        .fetch_one(&self.pool)
        .await?;
        Ok(OutboxCounts {
            ready: row.ready,
            claimed: row.claimed,
            oldest_due_at: row.oldest_due_at,
        })
    }
}

/// Row names as arrays.
#[derive(Default)]
struct Keys {
    buckets: Vec<i16>,
    contacts: Vec<Uuid>,
    turns: Vec<i64>,
    ordinals: Vec<i16>,
}

impl Keys {
    fn of<'a>(ids: impl Iterator<Item = &'a OutboxId>) -> Self {
        let mut keys = Self::default();
        for id in ids {
            keys.buckets.push(id.contact.bucket());
            keys.contacts.push(id.contact.0);
            keys.turns.push(id.turn);
            keys.ordinals.push(id.ordinal);
        }
        keys
    }
}
