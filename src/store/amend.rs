//! Pairs of messages: which words of a rep became which message, and which of a visitor's were
//! passed on to whom. Nothing is kept for it beside what the turn and its outbox have already.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::outbox::OutboxId;
use super::turns::Json;
use super::{Db, Result};
use crate::domain::contact::ContactId;
use crate::domain::ids::{Channel, RepId, TurnNumber};
use crate::domain::media::Shared;

/// Words that a rep has said to a prospect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidWords {
    /// To whom.
    pub contact: ContactId,
    /// In which turn.
    pub turn: TurnNumber,
    /// Who said them.
    pub rep: RepId,
    /// How many characters they have.
    pub length: i32,
    /// What went along with them.
    pub media: Vec<Shared>,
}

/// Words of a visitor that were passed on to a rep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedOn {
    /// The row that did it.
    pub row: OutboxId,
    /// The rep's place.
    pub place: String,
    /// The topic that it was meant for instead: its name, and the chat where that is one team's.
    pub topic: Option<String>,
    /// See above.
    pub chat: Option<String>,
    /// Who holds the talk now.
    pub owner: Option<RepId>,
    /// How many characters were passed on.
    pub length: i32,
    /// What went along with them.
    pub media: Vec<Shared>,
}

/// Turn, place in it, the rep's place, topic, chat, owner, length, media.
type PassedRow =
    (i64, i16, String, Option<String>, Option<String>, Option<String>, i32, Option<String>);

impl Db {
    /// What the platform calls a message; none while it has not arrived.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_platform_id(&self, row: &OutboxId) -> Result<Option<String>> {
        let found: Option<Option<String>> = sqlx::query_scalar(
            "SELECT platform_id FROM outbox
            WHERE bucket = $1 AND contact_id = $2 AND turn = $3 AND ordinal = $4",
        )
        .bind(row.contact.bucket())
        .bind(row.contact.0)
        .bind(row.turn)
        .bind(row.ordinal)
        .fetch_optional(&self.pool)
        .await?;
        Ok(found.flatten())
    }

    /// The words that a message of a rep's was, on the rep's platform. Numbers of messages repeat
    /// from chat to chat, so the caller picks by rep, and `at` is the chat where that is not the
    /// rep's own.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_said_words(
        &self,
        message: i64,
        channel: Channel,
        at: Option<&str>,
    ) -> Result<Vec<SaidWords>> {
        let rows: Vec<(Uuid, i64, String, i32, Option<String>)> = sqlx::query_as(
            "SELECT a.contact_id, a.turn, a.rep, coalesce(length(m.text), 0),
                (SELECT o.payload #>> '{reps,media}' FROM outbox o
                    WHERE o.bucket = a.bucket AND o.contact_id = a.contact_id
                        AND o.turn = a.turn AND o.ordinal = 0)
            FROM rep_acts a
            JOIN reps r ON r.rep = a.rep AND r.channel = $2
            JOIN turns t ON t.bucket = a.bucket AND t.contact_id = a.contact_id AND t.turn = a.turn
                AND t.event #>> '{rep,at}' IS NOT DISTINCT FROM $3
            LEFT JOIN messages m ON m.bucket = a.bucket AND m.contact_id = a.contact_id
                AND m.turn = a.turn AND m.ordinal = 0
            WHERE a.message = $1 AND a.deed = 'say' AND a.outcome = 'done'
            ORDER BY a.at DESC LIMIT 20",
        )
        .bind(message)
        .bind(channel.code())
        .bind(at)
        .fetch_all(&self.pool)
        .await?;
        let said = rows.into_iter().map(|(contact, turn, rep, length, media)| SaidWords {
            contact: ContactId(contact),
            turn,
            rep: rep.into(),
            length,
            media: read(media),
        });
        Ok(said.collect())
    }

    /// The row that passed a visitor's message on to a rep, if one did. The message is known as
    /// [`Db::edit_message`] knows it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_passed_on(
        &self,
        contact: ContactId,
        message: i64,
    ) -> Result<Option<PassedOn>> {
        let row: Option<PassedRow> = sqlx::query_as(
            "WITH found AS (
                SELECT t.turn FROM turns t
                WHERE t.bucket = $1 AND t.contact_id = $2
                    AND (t.facts ->> 'message')::bigint = $3
                UNION ALL
                SELECT n.turn FROM inbound n
                JOIN turns t ON t.bucket = n.bucket AND t.contact_id = n.contact_id
                    AND t.turn = n.turn
                WHERE n.bucket = $1 AND n.contact_id = $2 AND n.update_id = $3
                    AND t.facts ->> 'message' IS NULL
                LIMIT 1
            )
            SELECT o.turn, o.ordinal, o.payload #>> '{reps,to}', o.payload #>> '{reps,topic}',
                o.payload #>> '{reps,chat}', c.owner,
                (SELECT coalesce(sum(length(s ->> 'text')), 0)::integer
                    FROM jsonb_array_elements(o.payload -> 'spans') s),
                o.payload #>> '{reps,media}'
            FROM found
            JOIN outbox o ON o.bucket = $1 AND o.contact_id = $2 AND o.turn = found.turn
                AND o.lane = 3 AND o.payload #> '{reps,amends}' IS NULL
                AND o.payload #> '{reps,mark}' IS NULL
            JOIN conversations c ON c.bucket = $1 AND c.contact_id = $2
            WHERE o.payload #>> '{reps,to}' IS NOT NULL
            ORDER BY o.ordinal LIMIT 1",
        )
        .bind(contact.bucket())
        .bind(contact.0)
        .bind(message)
        .fetch_optional(&self.pool)
        .await?;
        Ok(row.map(|(turn, ordinal, place, topic, chat, owner, length, media)| PassedOn {
            row: OutboxId { contact, turn, ordinal },
            place,
            topic,
            chat,
            owner: owner.map(Into::into),
            length,
            media: read(media),
        }))
    }

    /// Adds a message for a rep beside the one that passed these words on.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_beside(
        &self,
        row: &OutboxId,
        payload: &Json,
        now: DateTime<Utc>,
    ) -> Result<bool> {
        let done = sqlx::query(
            "INSERT INTO outbox (bucket, contact_id, turn, ordinal, lane, channel, account, due_at,
                asks_only, payload)
            SELECT o.bucket, o.contact_id, o.turn, (
                    SELECT max(x.ordinal) + 1 FROM outbox x
                    WHERE x.bucket = o.bucket AND x.contact_id = o.contact_id AND x.turn = o.turn)
                ::smallint, o.lane, o.channel, o.account, $5, false, $6::text::jsonb
            FROM outbox o
            WHERE o.bucket = $1 AND o.contact_id = $2 AND o.turn = $3 AND o.ordinal = $4",
        )
        .bind(row.contact.bucket())
        .bind(row.contact.0)
        .bind(row.turn)
        .bind(row.ordinal)
        .bind(now)
        .bind(payload.as_str())
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() > 0)
    }
}

/// What went along, as the payload has it. A form of another version is nothing that could be changed.
fn read(media: Option<String>) -> Vec<Shared> {
    media.and_then(|media| serde_json::from_str(&media).ok()).unwrap_or_default()
}
