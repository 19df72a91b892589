//! Where reps have their talks: what opened a place, which talk a message there is of, and what is sent anew
//! when a place was lost.

use chrono::{DateTime, Utc};

use super::turns::Json;
use super::{Db, Result};
use crate::domain::contact::ContactId;
use crate::domain::ids::{Channel, RepId, TurnNumber};
use crate::domain::reply::Outbound;

impl Db {
    /// Makes ready again what could not reach a rep in the talks that they hold.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn revive_place(
        &self,
        rep: &RepId,
        channel: Channel,
        place: &str,
        now: DateTime<Utc>,
    ) -> Result<u64> {
        let done = sqlx::query!(
            r#"UPDATE outbox o
            SET status = 0, done_at = NULL, due_at = $4, attempts = 0, claimed_by = NULL,
                claimed_until = NULL
            FROM conversations c
            WHERE c.owner = $1 AND o.bucket = c.bucket AND o.contact_id = c.contact_id
                AND o.lane = 3 AND o.status IN (3, 6) AND o.channel = $2
                AND o.payload #>> '{reps,to}' = $3"#,
            rep.as_str(),
            channel.code(),
            place,
            now,
        )
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected())
    }

    /// What opened the place of a talk last: its turn, and what it was.
    ///
    /// # Errors
    /// When the database does not answer, or another version has written it.
    pub async fn find_opening(&self, talk: ContactId) -> Result<Option<(TurnNumber, Outbound)>> {
        let row = sqlx::query!(
            r#"SELECT turn, payload::text AS "payload!" FROM outbox
            WHERE bucket = $1 AND contact_id = $2 AND lane = 3 AND payload #> '{reps,anew}' IS NOT NULL
            ORDER BY turn DESC, ordinal DESC LIMIT 1"#,
            talk.bucket(),
            talk.0,
        )
        .fetch_optional(&self.pool)
        .await?;
        let Some(row) = row else { return Ok(None) };
        Ok(Some((row.turn, Json(row.payload).read("outbox payload")?)))
    }

    /// The talk of words that were passed on where all reps are, since their place could not be made.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_talk_of_words(
        &self,
        channel: Channel,
        platform_id: &str,
    ) -> Result<Option<ContactId>> {
        let found = sqlx::query_scalar!(
            "SELECT contact_id FROM outbox
            WHERE channel = $1 AND platform_id = $2 AND lane > 1 AND lane = 3
            ORDER BY done_at DESC LIMIT 1",
            channel.code(),
            platform_id,
        )
        .fetch_optional(&self.pool)
        .await?;
        Ok(found.map(ContactId))
    }

    /// Makes the newest form of a card ready again, since the card was deleted where reps had it. It
    /// alerts nobody anew.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn revive_card(&self, talk: ContactId, now: DateTime<Utc>) -> Result<bool> {
        let done = sqlx::query!(
            r#"UPDATE outbox o
            SET status = 0, done_at = NULL, due_at = $3, attempts = 0, claimed_by = NULL,
                claimed_until = NULL, payload = o.payload #- '{reps,alert}'
            WHERE o.bucket = $1 AND o.contact_id = $2 AND o.lane = 2 AND o.status = 2
                AND NOT EXISTS (
                    SELECT FROM outbox w
                    WHERE w.bucket = $1 AND w.contact_id = $2 AND w.lane = 2 AND w.done_at IS NULL)
                AND (o.turn, o.ordinal) = (
                    SELECT n.turn, n.ordinal FROM outbox n
                    WHERE n.bucket = $1 AND n.contact_id = $2 AND n.lane = 2 AND n.status = 2
                        AND coalesce(n.payload #>> '{reps,apart}', '') <> 'true'
                    ORDER BY n.turn DESC, n.ordinal DESC LIMIT 1)"#,
            talk.bucket(),
            talk.0,
            now,
        )
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// The talk of a card in a chat of the reps; none: in that of all. A platform may number the
    /// messages of each chat by itself.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_talk_of_card(
        &self,
        channel: Channel,
        platform_id: &str,
        chat: Option<&str>,
    ) -> Result<Option<ContactId>> {
        let found = sqlx::query_scalar!(
            "SELECT contact_id FROM outbox
            WHERE channel = $1 AND platform_id = $2 AND lane > 1 AND lane = 2
                AND payload #>> '{reps,to}' IS NOT DISTINCT FROM $3::text
            ORDER BY done_at DESC LIMIT 1",
            channel.code(),
            platform_id,
            chat,
        )
        .fetch_optional(&self.pool)
        .await?;
        Ok(found.map(ContactId))
    }
}
