//! What became of reps' words: told to them once, by a sign or in words.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::history::DELETED;
use super::outbox::OutboxId;
use super::turns::Json;
use super::{Db, Result};
use crate::domain::contact::ContactId;
use crate::domain::ids::{AccountId, Channel, TurnNumber};

/// A rep's words that have arrived, or never will.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmarked {
    /// Whose talk.
    pub contact: ContactId,
    /// The turn in which they were said.
    pub turn: TurnNumber,
    /// The rep's own message.
    pub message: i64,
    /// The rep's platform.
    pub channel: Channel,
    /// The rep's place there.
    pub place: String,
    /// The chat in which they said them, where that is not their own.
    pub at: Option<String>,
    /// They have arrived.
    pub arrived: bool,
    /// Why not, in the platform's words.
    pub error: Option<String>,
}

impl Db {
    /// Words of reps whose fate is known and not told them yet.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_unmarked(&self, limit: i64) -> Result<Vec<Unmarked>> {
        let rows = sqlx::query!(
            r#"SELECT a.contact_id, a.turn, a.message AS "message!", r.channel AS "channel!",
                r.external_id AS "place!", t.event #>> '{rep,at}' AS at,
                o.status = 2 AS "arrived!", o.last_error
            FROM rep_acts a
            JOIN turns t ON t.bucket = a.bucket AND t.contact_id = a.contact_id AND t.turn = a.turn
            JOIN outbox o ON o.bucket = a.bucket AND o.contact_id = a.contact_id
                AND o.turn = a.turn AND o.ordinal = 0
            JOIN reps r ON r.rep = a.rep
            WHERE a.unmarked AND a.message IS NOT NULL AND o.done_at IS NOT NULL
            ORDER BY a.at LIMIT $1"#,
            limit,
        )
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|row| {
                Ok(Unmarked {
                    contact: ContactId(row.contact_id),
                    turn: row.turn,
                    message: row.message,
                    channel: super::conversations::channel(row.channel)?,
                    place: row.place,
                    at: row.at,
                    arrived: row.arrived,
                    error: row.last_error,
                })
            })
            .collect()
    }

    /// What it was: the word for the deed, and the words that were said, changed or taken back.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_said_in(&self, mark: &Unmarked) -> Result<(String, String)> {
        let said: Option<(String, Option<String>)> = sqlx::query_as(
            "SELECT a.deed, coalesce(
                (SELECT m.text FROM messages m
                    WHERE m.bucket = $1 AND m.contact_id = $2 AND m.turn = $3 AND m.ordinal = 0),
                t.event #>> '{rep,deed,edit,text}',
                (SELECT m.text FROM messages m
                    WHERE m.bucket = $1 AND m.contact_id = $2 AND m.ordinal = 0
                        AND m.turn = (t.event #>> '{rep,deed,unsend,turn}')::bigint))
            FROM rep_acts a
            JOIN turns t ON t.bucket = a.bucket AND t.contact_id = a.contact_id AND t.turn = a.turn
            WHERE a.bucket = $1 AND a.contact_id = $2 AND a.turn = $3",
        )
        .bind(mark.contact.bucket())
        .bind(mark.contact.0)
        .bind(mark.turn)
        .fetch_optional(&self.pool)
        .await?;
        let (deed, words) = said.unwrap_or_default();
        let words = words.unwrap_or_default();
        Ok((deed, words.trim_start_matches(DELETED).trim().to_owned()))
    }

    /// Words of reps that are to leave since before a moment and cannot, for which nobody of their talk
    /// was told so yet; each with the platform that takes none.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_delayed(
        &self,
        before: DateTime<Utc>,
        limit: i64,
    ) -> Result<Vec<(Unmarked, Channel)>> {
        type Row = (Uuid, i64, i64, i16, String, Option<String>, i16);
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT DISTINCT ON (a.bucket, a.contact_id) a.contact_id, a.turn, a.message, r.channel,
                r.external_id, t.event #>> '{rep,at}', o.channel
            FROM rep_acts a
            JOIN turns t ON t.bucket = a.bucket AND t.contact_id = a.contact_id AND t.turn = a.turn
            JOIN outbox o ON o.bucket = a.bucket AND o.contact_id = a.contact_id
                AND o.turn = a.turn AND o.ordinal = 0
            JOIN reps r ON r.rep = a.rep AND r.active
            WHERE a.unmarked AND a.message IS NOT NULL AND a.deed = 'say' AND a.at < $1
                AND o.done_at IS NULL
                AND EXISTS (
                    SELECT FROM outbox e
                    WHERE e.bucket = o.bucket AND e.contact_id = o.contact_id AND e.lane = 1
                        AND e.done_at IS NULL AND e.attempts > 0
                        AND (e.turn, e.ordinal) <= (o.turn, o.ordinal))
                AND NOT EXISTS (
                    SELECT FROM outbox p
                    JOIN outbox w ON w.bucket = p.bucket AND w.contact_id = p.contact_id
                        AND w.turn = p.turn AND w.lane = 3
                        AND w.payload #>> '{reps,waiting}' = 'true'
                    WHERE p.bucket = o.bucket AND p.contact_id = o.contact_id AND p.lane = 1
                        AND p.ordinal = 0 AND p.done_at IS NULL)
            ORDER BY a.bucket, a.contact_id, a.turn LIMIT $2",
        )
        .bind(before)
        .bind(limit)
        .fetch_all(&self.pool)
        .await?;
        let delayed = rows.into_iter().map(|(contact, turn, message, rep, place, at, to)| {
            let mark = Unmarked {
                contact: ContactId(contact),
                turn,
                message,
                channel: super::conversations::channel(rep)?,
                place,
                at,
                arrived: false,
                error: None,
            };
            Ok((mark, super::conversations::channel(to)?))
        });
        delayed.collect()
    }

    /// Tells a rep that their words wait, once: whoever is second finds it done.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_waiting(
        &self,
        mark: &Unmarked,
        account: &AccountId,
        payload: &Json,
        now: DateTime<Utc>,
    ) -> Result<bool> {
        let done = sqlx::query(
            "INSERT INTO outbox (bucket, contact_id, turn, ordinal, lane, channel, account, due_at,
                asks_only, payload)
            SELECT $1, $2, $3, max(x.ordinal) + 1, 3, $4, $5, $6, false, $7::text::jsonb
            FROM outbox x
            WHERE x.bucket = $1 AND x.contact_id = $2 AND x.turn = $3
            HAVING bool_or(x.ordinal = 0 AND x.done_at IS NULL)
                AND NOT bool_or(coalesce(x.payload #>> '{reps,waiting}', '') = 'true')
            ON CONFLICT DO NOTHING",
        )
        .bind(mark.contact.bucket())
        .bind(mark.contact.0)
        .bind(mark.turn)
        .bind(mark.channel.code())
        .bind(account.as_str())
        .bind(now)
        .bind(payload.as_str())
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// The line that told a rep that the words of a turn wait.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_waiting(&self, mark: &Unmarked) -> Result<Option<OutboxId>> {
        let ordinal: Option<i16> = sqlx::query_scalar(
            "SELECT ordinal FROM outbox
            WHERE bucket = $1 AND contact_id = $2 AND turn = $3 AND lane = 3
                AND payload #>> '{reps,waiting}' = 'true'",
        )
        .bind(mark.contact.bucket())
        .bind(mark.contact.0)
        .bind(mark.turn)
        .fetch_optional(&self.pool)
        .await?;
        Ok(ordinal.map(|ordinal| OutboxId { contact: mark.contact, turn: mark.turn, ordinal }))
    }

    /// Sends the sign, once: whoever is second finds it done.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_mark(
        &self,
        mark: &Unmarked,
        account: &AccountId,
        payload: &Json,
        now: DateTime<Utc>,
    ) -> Result<bool> {
        let done = sqlx::query!(
            r#"WITH marked AS (
                UPDATE rep_acts SET unmarked = false
                WHERE bucket = $1 AND contact_id = $2 AND turn = $3 AND unmarked
                RETURNING bucket, contact_id, turn
            )
            INSERT INTO outbox (bucket, contact_id, turn, ordinal, lane, channel, account, due_at,
                asks_only, payload)
            SELECT m.bucket, m.contact_id, m.turn, (
                    SELECT max(x.ordinal) + 1 FROM outbox x
                    WHERE x.bucket = m.bucket AND x.contact_id = m.contact_id AND x.turn = m.turn),
                3, $4, $5, $6, false, $7::text::jsonb
            FROM marked m"#,
            mark.contact.bucket(),
            mark.contact.0,
            mark.turn,
            mark.channel.code(),
            account.as_str(),
            now,
            payload.as_str(),
        )
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() > 0)
    }
}
