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
use crate::domain::reply::Lane;

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

/// The message of a talk that somebody points at, as the other side has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    /// What the other side's platform calls it.
    pub name: String,
    /// Whoever is on the other side wrote it themselves; else it was passed on to them.
    pub own: bool,
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
                AND o.payload #> '{reps,reaction}' IS NULL
            JOIN conversations c ON c.bucket = $1 AND c.contact_id = $2
            WHERE o.payload #>> '{reps,to}' IS NOT NULL
            ORDER BY o.ordinal LIMIT 1",
        )
        .bind(contact.bucket())
        .bind(contact.0)
        .bind(message)
        .fetch_optional(&self.pool)
        .await?;
        Ok(row.map(|row| passed_on(contact, row)))
    }

    /// The visitor's words of a turn, as the record has them now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_words(&self, contact: ContactId, turn: TurnNumber) -> Result<Option<String>> {
        let words = sqlx::query_scalar(
            "SELECT text FROM messages
            WHERE bucket = $1 AND contact_id = $2 AND turn = $3 AND ordinal = 0 AND author = 0",
        );
        let words = words.bind(contact.bucket()).bind(contact.0).bind(turn);
        Ok(words.fetch_optional(&self.pool).await?)
    }

    /// The other side's form of a message that somebody answers or puts a sign at, with what is in this
    /// row; none when they have it not. `message` is what the platform of whoever points calls it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_twin(
        &self,
        row: &OutboxId,
        lane: Lane,
        message: i64,
    ) -> Result<Option<Twin>> {
        // In either direction: first what the bot brought, then what whoever points wrote themselves.
        let sql = match lane {
            Lane::Prospect => {
                "SELECT coalesce(t.facts ->> 'message', n.update_id::text) AS name, true AS own
                FROM outbox o
                JOIN turns t ON t.bucket = o.bucket AND t.contact_id = o.contact_id
                    AND t.turn = o.turn
                JOIN inbound n ON n.bucket = o.bucket AND n.contact_id = o.contact_id
                    AND n.turn = o.turn AND n.update_id > 0
                WHERE o.bucket = $1 AND o.contact_id = $2 AND o.lane = 3
                    -- In a group of Telegram the chat stands before the number.
                    AND regexp_replace(o.platform_id, '^.*/', '') = $3::text
                    AND t.kind IN ('said', 'media')
                    AND $4::bigint IS NOT NULL AND $5::smallint IS NOT NULL
                UNION ALL
                SELECT o.platform_id, false FROM rep_acts a
                JOIN outbox o ON o.bucket = a.bucket AND o.contact_id = a.contact_id
                    AND o.turn = a.turn AND o.ordinal = 0 AND o.lane = 1
                WHERE a.bucket = $1 AND a.contact_id = $2 AND a.message = $3::bigint
                    AND a.deed IN ('say', 'snippet') AND a.outcome = 'done'
                    AND o.platform_id IS NOT NULL
                LIMIT 1"
            }
            _ => {
                "SELECT coalesce(t.event #>> '{rep,at}' || '/', '') || a.message AS name, true AS own
                FROM outbox o
                JOIN rep_acts a ON a.bucket = o.bucket AND a.contact_id = o.contact_id
                    AND a.turn = o.turn AND a.message IS NOT NULL
                JOIN turns t ON t.bucket = a.bucket AND t.contact_id = a.contact_id
                    AND t.turn = a.turn
                JOIN outbox self ON self.bucket = $1 AND self.contact_id = $2
                    AND self.turn = $4 AND self.ordinal = $5
                JOIN reps r ON r.rep = a.rep AND r.channel = self.channel
                WHERE o.bucket = $1 AND o.contact_id = $2 AND o.lane = 1
                    AND o.platform_id = $3::text
                    AND (self.channel <> 2 OR r.external_id = self.payload #>> '{reps,to}')
                UNION ALL
                SELECT p.platform_id, false FROM turns t
                JOIN inbound n ON n.bucket = t.bucket AND n.contact_id = t.contact_id
                    AND n.turn = t.turn
                JOIN outbox self ON self.bucket = $1 AND self.contact_id = $2
                    AND self.turn = $4 AND self.ordinal = $5
                JOIN outbox p ON p.bucket = t.bucket AND p.contact_id = t.contact_id
                    AND p.turn = t.turn AND p.lane = 3 AND p.platform_id IS NOT NULL
                    AND p.payload #>> '{reps,to}' = self.payload #>> '{reps,to}'
                WHERE t.bucket = $1 AND t.contact_id = $2
                    AND coalesce((t.facts ->> 'message')::bigint, n.update_id) = $3::bigint
                LIMIT 1"
            }
        };
        let found: Option<(Option<String>, bool)> = sqlx::query_as(sql)
            .bind(row.contact.bucket())
            .bind(row.contact.0)
            .bind(message)
            .bind(row.turn)
            .bind(row.ordinal)
            .fetch_optional(&self.pool)
            .await?;
        Ok(found.and_then(|(name, own)| Some(Twin { name: name?, own })))
    }

    /// Where whoever holds a talk would see a sign at words that were said to its visitor: the last row
    /// to them; none when nobody holds it, or the message is no such words.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_place_of_said(
        &self,
        contact: ContactId,
        message: i64,
    ) -> Result<Option<PassedOn>> {
        let row: Option<PassedRow> = sqlx::query_as(
            "SELECT p.turn, p.ordinal, r.external_id, p.payload #>> '{reps,topic}',
                p.payload #>> '{reps,chat}', c.owner, 0, NULL::text
            FROM outbox o
            JOIN rep_acts a ON a.bucket = o.bucket AND a.contact_id = o.contact_id
                AND a.turn = o.turn AND a.deed IN ('say', 'snippet')
            JOIN conversations c ON c.bucket = o.bucket AND c.contact_id = o.contact_id
            JOIN reps r ON r.rep = c.owner AND r.active
            JOIN LATERAL (
                SELECT x.turn, x.ordinal, x.payload FROM outbox x
                WHERE x.bucket = o.bucket AND x.contact_id = o.contact_id AND x.lane = 3
                    AND x.channel = r.channel AND x.payload #>> '{reps,to}' = r.external_id
                ORDER BY x.turn DESC, x.ordinal DESC LIMIT 1
            ) p ON true
            WHERE o.bucket = $1 AND o.contact_id = $2 AND o.lane = 1
                AND o.platform_id = $3::text
            LIMIT 1",
        )
        .bind(contact.bucket())
        .bind(contact.0)
        .bind(message)
        .fetch_optional(&self.pool)
        .await?;
        Ok(row.map(|row| passed_on(contact, row)))
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

fn passed_on(contact: ContactId, row: PassedRow) -> PassedOn {
    let (turn, ordinal, place, topic, chat, owner, length, media) = row;
    PassedOn {
        row: OutboxId { contact, turn, ordinal },
        place,
        topic,
        chat,
        owner: owner.map(Into::into),
        length,
        media: read(media),
    }
}

/// What went along, as the payload has it. A form of another version is nothing that could be changed.
fn read(media: Option<String>) -> Vec<Shared> {
    media.and_then(|media| serde_json::from_str(&media).ok()).unwrap_or_default()
}
