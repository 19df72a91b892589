//! Whether people can be reached, and how reps learn of it.

use chrono::{DateTime, Utc};

use super::{Db, Result};
use crate::domain::contact::ContactId;

impl Db {
    /// Notes since when a person cannot be reached, or with `None` that they can be again. It
    /// counts until they are heard again. Reps who were told of them learn it when it is news: their
    /// card is sent once more. Tells whether the person is known.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn mark_unreachable(
        &self,
        contact: ContactId,
        at: Option<DateTime<Utc>>,
    ) -> Result<bool> {
        let before = self.find_unreachable(contact).await?.is_some();
        let done = sqlx::query!(
            "UPDATE identities SET unreachable_at = $3 WHERE bucket = $1 AND contact_id = $2",
            contact.bucket(),
            contact.0,
            at,
        )
        .execute(&self.pool)
        .await?;
        if before != at.is_some() {
            self.repeat_card(contact, at).await?;
        }
        Ok(done.rows_affected() > 0)
    }

    /// Lets the card about a person be sent once more; what it says of reaching them is found when it
    /// is claimed. One that has not left yet will say it anyway.
    async fn repeat_card(&self, contact: ContactId, at: Option<DateTime<Utc>>) -> Result<()> {
        sqlx::query!(
            r#"INSERT INTO outbox (bucket, contact_id, turn, ordinal, lane, channel, account, due_at,
                asks_only, payload)
            SELECT o.bucket, o.contact_id, o.turn, (
                    SELECT max(x.ordinal) + 1 FROM outbox x
                    WHERE x.bucket = o.bucket AND x.contact_id = o.contact_id AND x.turn = o.turn),
                o.lane, o.channel, o.account, coalesce($3, o.due_at), false, o.payload
            FROM outbox o
            WHERE o.bucket = $1 AND o.contact_id = $2 AND o.lane = 2 AND o.status IN (1, 2)
                AND (o.turn, o.ordinal) = (
                    SELECT l.turn, l.ordinal FROM outbox l
                    WHERE l.bucket = $1 AND l.contact_id = $2 AND l.lane = 2
                    ORDER BY l.turn DESC, l.ordinal DESC LIMIT 1)
            ON CONFLICT DO NOTHING"#,
            contact.bucket(),
            contact.0,
            at,
        )
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Since when a person cannot be reached; `None` while they can.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_unreachable(&self, contact: ContactId) -> Result<Option<DateTime<Utc>>> {
        let at = sqlx::query_scalar!(
            r#"SELECT i.unreachable_at
            FROM identities i
            JOIN conversations c ON c.bucket = i.bucket AND c.contact_id = i.contact_id
            WHERE i.bucket = $1 AND i.contact_id = $2
                AND i.unreachable_at > coalesce(c.heard_at, '-infinity')"#,
            contact.bucket(),
            contact.0,
        )
        .fetch_optional(&self.pool)
        .await?;
        Ok(at.flatten())
    }
}
