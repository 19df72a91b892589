//! What reps have said, as it stands by now, and where: for whoever looks what became of it on their
//! platform while nobody listened.

use chrono::{DateTime, Utc};

use super::turns::Json;
use super::{Db, Result};
use crate::domain::contact::ContactId;
use crate::domain::ids::{AccountId, Channel, TurnNumber};

impl Db {
    /// What a rep did last to words that they said in a turn, as that turn's event has it: saying,
    /// changing, or taking them back.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_last_form(
        &self,
        contact: ContactId,
        said: TurnNumber,
    ) -> Result<Option<Json>> {
        let found: Option<String> = sqlx::query_scalar(
            "SELECT t.event::text FROM rep_acts a
            JOIN turns t ON t.bucket = a.bucket AND t.contact_id = a.contact_id AND t.turn = a.turn
            WHERE a.bucket = $1 AND a.contact_id = $2 AND a.turn >= $3 AND a.outcome = 'done'
                AND (a.turn = $3
                    OR a.deed = 'edit' AND t.event #>> '{rep,deed,edit,turn}' = $3::text
                    OR a.deed = 'unsend' AND t.event #>> '{rep,deed,unsend,turn}' = $3::text)
            ORDER BY a.turn DESC LIMIT 1",
        )
        .bind(contact.bucket())
        .bind(contact.0)
        .bind(said)
        .fetch_optional(&self.pool)
        .await?;
        Ok(found.map(Json))
    }

    /// The messages of reps on a platform that were passed on in a talk and not taken back, from one
    /// on, by the platform's names; the newest come first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_said_since(
        &self,
        contact: ContactId,
        channel: Channel,
        from: i64,
        limit: i64,
    ) -> Result<Vec<i64>> {
        let messages = sqlx::query_scalar(
            "SELECT a.message FROM rep_acts a
            JOIN reps r ON r.rep = a.rep AND r.channel = $3
            WHERE a.bucket = $1 AND a.contact_id = $2 AND a.message >= $4
                AND a.deed = 'say' AND a.outcome = 'done'
                AND NOT EXISTS (
                    SELECT FROM rep_acts u
                    JOIN turns t ON t.bucket = u.bucket AND t.contact_id = u.contact_id
                        AND t.turn = u.turn
                    WHERE u.bucket = $1 AND u.contact_id = $2
                        AND u.deed = 'unsend' AND u.outcome = 'done'
                        AND t.event #>> '{rep,deed,unsend,turn}' = a.turn::text)
            ORDER BY a.message DESC LIMIT $5",
        );
        let messages = messages
            .bind(contact.bucket())
            .bind(contact.0)
            .bind(channel.code())
            .bind(from)
            .bind(limit);
        Ok(messages.fetch_all(&self.pool).await?)
    }

    /// The cards of talks that somebody holds, or in which something happened since a moment, by the
    /// platform's names: the talk that moved last comes first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_live_cards(
        &self,
        channel: Channel,
        account: &AccountId,
        since: DateTime<Utc>,
        limit: i64,
    ) -> Result<Vec<String>> {
        // A list reads the tables as a whole, which the pool's settings are not made for.
        let mut tx = self.pool.begin().await?;
        sqlx::query("SELECT set_config('enable_seqscan', 'on', true)").execute(&mut *tx).await?;
        let cards = sqlx::query_scalar(
            "SELECT card FROM (
                SELECT DISTINCT ON (o.bucket, o.contact_id) o.platform_id AS card, c.updated_at
                FROM outbox o
                JOIN conversations c ON c.bucket = o.bucket AND c.contact_id = o.contact_id
                WHERE o.channel = $1 AND o.account = $2 AND o.lane > 1 AND o.lane = 2
                    AND o.platform_id IS NOT NULL
                    AND coalesce(o.payload #>> '{reps,apart}', '') <> 'true'
                    AND (c.owner IS NOT NULL OR c.updated_at >= $3)
                ORDER BY o.bucket, o.contact_id, o.turn DESC, o.ordinal DESC
            ) live
            ORDER BY updated_at DESC LIMIT $4",
        )
        .bind(channel.code())
        .bind(account.as_str())
        .bind(since)
        .bind(limit)
        .fetch_all(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(cards)
    }

    /// The card of a talk on a platform, by the platform's name: the one that came last.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_card(&self, contact: ContactId, channel: Channel) -> Result<Option<String>> {
        let card = sqlx::query_scalar(
            "SELECT platform_id FROM outbox
            WHERE bucket = $1 AND contact_id = $2 AND channel = $3 AND lane = 2
                AND platform_id IS NOT NULL AND coalesce(payload #>> '{reps,apart}', '') <> 'true'
            ORDER BY turn DESC, ordinal DESC LIMIT 1",
        );
        let card = card.bind(contact.bucket()).bind(contact.0).bind(channel.code());
        Ok(card.fetch_optional(&self.pool).await?)
    }

    /// All cards that a talk has had on a platform, by the platform's names.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_cards(&self, contact: ContactId, channel: Channel) -> Result<Vec<String>> {
        let cards = sqlx::query_scalar(
            "SELECT DISTINCT platform_id FROM outbox
            WHERE bucket = $1 AND contact_id = $2 AND channel = $3 AND lane = 2
                AND platform_id IS NOT NULL AND coalesce(payload #>> '{reps,apart}', '') <> 'true'",
        );
        let cards = cards.bind(contact.bucket()).bind(contact.0).bind(channel.code());
        Ok(cards.fetch_all(&self.pool).await?)
    }
}
