//! What became of a claimed row: sent, to be tried again, put off, or ended unsent.

use chrono::{DateTime, Utc};

use super::{Keys, OutboxId};
use crate::domain::ids::{AccountId, Channel};
use crate::store::{Db, Result};

/// How a row ends without having been sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i16)]
pub enum Unsent {
    /// The platform refused it for good.
    Failed = 3,
    /// The contact cannot be reached.
    Unreachable = 6,
}

impl Db {
    /// Records what the platform took, with the platform's name of each message. It counts even
    /// when the claim was lost meanwhile: what was sent was sent. Returns how many were still open.
    ///
    /// # Errors
    /// When the database does not answer; the rows are then sent again after their deadline.
    pub async fn mark_sent(
        &self,
        sent: &[(OutboxId, Option<String>)],
        now: DateTime<Utc>,
    ) -> Result<u64> {
        let keys = Keys::of(sent.iter().map(|(id, _)| id));
        let platform_ids: Vec<Option<&str>> =
            sent.iter().map(|(_, name)| name.as_deref()).collect();
        let done = sqlx::query!(
            r#"UPDATE outbox o
            SET status = 2, done_at = $6, platform_id = s.platform_id, claimed_until = NULL
            FROM unnest($1::smallint[], $2::uuid[], $3::bigint[], $4::smallint[], $5::text[])
                s (bucket, contact_id, turn, ordinal, platform_id)
            WHERE o.bucket = s.bucket AND o.contact_id = s.contact_id AND o.turn = s.turn
                AND o.ordinal = s.ordinal AND o.status < 2"#,
            &keys.buckets,
            &keys.contacts,
            &keys.turns,
            &keys.ordinals,
            &platform_ids as &[Option<&str>],
            now,
        )
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected())
    }

    /// Gives a claimed row back, to be sent again at `due_at`. The error must not quote what was
    /// said.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn mark_retry(
        &self,
        id: &OutboxId,
        due_at: DateTime<Utc>,
        error: &str,
    ) -> Result<bool> {
        let done = sqlx::query!(
            r#"UPDATE outbox
            SET status = 0, due_at = $5, last_error = $6, claimed_by = NULL, claimed_until = NULL
            WHERE bucket = $1 AND contact_id = $2 AND turn = $3 AND ordinal = $4
                AND status = 1 AND claimed_by = $7"#,
            id.contact.bucket(),
            id.contact.0,
            id.turn,
            id.ordinal,
            due_at,
            error,
            &*self.holder,
        )
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// Gives a claimed row back untried, since the platform's pace allows it at `due_at` only. It
    /// counts as no attempt.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn put_off(&self, id: &OutboxId, due_at: DateTime<Utc>) -> Result<bool> {
        let done = sqlx::query!(
            r#"UPDATE outbox
            SET status = 0, due_at = $5, attempts = attempts - 1, claimed_by = NULL,
                claimed_until = NULL
            WHERE bucket = $1 AND contact_id = $2 AND turn = $3 AND ordinal = $4
                AND status = 1 AND claimed_by = $6"#,
            id.contact.bucket(),
            id.contact.0,
            id.turn,
            id.ordinal,
            due_at,
            &*self.holder,
        )
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// Cards that were put off, and behind which an alert waits, are due at once: they give way to it.
    /// Tells how many there are.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn hasten_cards(
        &self,
        channel: Channel,
        account: &AccountId,
        now: DateTime<Utc>,
    ) -> Result<u64> {
        let done = sqlx::query(
            "UPDATE outbox o SET due_at = $3
            WHERE o.channel = $1 AND o.account = $2 AND o.done_at IS NULL AND o.due_at > $3
                AND o.lane = 2 AND o.status = 0 AND o.attempts = 0
                AND coalesce(o.payload #>> '{reps,apart}', '') <> 'true'
                AND EXISTS (
                    SELECT FROM outbox n
                    WHERE n.bucket = o.bucket AND n.contact_id = o.contact_id AND n.lane = 2
                        AND n.done_at IS NULL AND n.due_at <= $3
                        AND (n.turn, n.ordinal) > (o.turn, o.ordinal)
                        AND n.payload #>> '{reps,alert}' = 'true')",
        )
        .bind(channel.code())
        .bind(account.as_str())
        .bind(now)
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected())
    }

    /// Whether a claimed row still may be said: nobody else speaks by now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn still_speaks(&self, id: &OutboxId) -> Result<bool> {
        let speaks: Option<bool> = sqlx::query_scalar(
            "SELECT coalesce(o.epoch >= c.epoch, true) FROM outbox o
            JOIN conversations c ON c.bucket = o.bucket AND c.contact_id = o.contact_id
            WHERE o.bucket = $1 AND o.contact_id = $2 AND o.turn = $3 AND o.ordinal = $4",
        )
        .bind(id.contact.bucket())
        .bind(id.contact.0)
        .bind(id.turn)
        .bind(id.ordinal)
        .fetch_optional(&self.pool)
        .await?;
        Ok(speaks.unwrap_or(false))
    }

    /// Ends a claimed row that cannot be sent. The error must not quote what was said.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn mark_unsent(
        &self,
        id: &OutboxId,
        how: Unsent,
        now: DateTime<Utc>,
        error: &str,
    ) -> Result<bool> {
        let done = sqlx::query!(
            r#"UPDATE outbox
            SET status = $5, done_at = $6, last_error = $7, claimed_until = NULL
            WHERE bucket = $1 AND contact_id = $2 AND turn = $3 AND ordinal = $4
                AND status = 1 AND claimed_by = $8"#,
            id.contact.bucket(),
            id.contact.0,
            id.turn,
            id.ordinal,
            how as i16,
            now,
            error,
            &*self.holder,
        )
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() > 0)
    }
}

impl Db {
    /// Lets a claim last longer, for what takes its time to send.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn extend_claim(&self, id: &OutboxId, until: DateTime<Utc>) -> Result<()> {
        sqlx::query(
            "UPDATE outbox SET claimed_until = $5
            WHERE bucket = $1 AND contact_id = $2 AND turn = $3 AND ordinal = $4
                AND status = 1 AND claimed_by = $6",
        )
        .bind(id.contact.bucket())
        .bind(id.contact.0)
        .bind(id.turn)
        .bind(id.ordinal)
        .bind(until)
        .bind(&*self.holder)
        .execute(&self.pool)
        .await?;
        Ok(())
    }
}
