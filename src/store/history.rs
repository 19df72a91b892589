//! What happened: transcripts and what was edited in them, turns to be replayed, questions without
//! an answer.

use chrono::{DateTime, Utc};

use super::turns::{Author, Json};
use super::{Db, Result};
use crate::domain::contact::ContactId;
use crate::domain::ids::{Locale, ScriptVersion, TurnNumber};

/// One line of a transcript.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Of which turn.
    pub turn: TurnNumber,
    /// Its place in the turn.
    pub ordinal: i16,
    /// When.
    pub at: DateTime<Utc>,
    /// Who said it.
    pub author: Author,
    /// The words.
    pub text: String,
    /// What became of them.
    pub fate: Fate,
}

/// What became of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// They stand there, or are on their way.
    Said,
    /// They have not arrived, and will not.
    NotArrived,
    /// Whoever of the house said them has taken them back.
    TakenBack,
}

impl Fate {
    /// Its word for operators.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::NotArrived => "not_arrived",
            Self::TakenBack => "taken_back",
        }
    }
}

/// A turn as it was stored, to be replayed.
#[derive(Clone, Debug)]
pub struct StoredTurn {
    /// Its number.
    pub turn: TurnNumber,
    /// The word of the event.
    pub kind: String,
    /// The moment it was decided for.
    pub at: DateTime<Utc>,
    /// The event.
    pub event: Json,
    /// What it was understood to mean.
    pub understood: Option<Json>,
    /// What else decided.
    pub facts: Option<Json>,
    /// The language.
    pub locale: Option<Locale>,
    /// The script that decided.
    pub script: Option<ScriptVersion>,
}

/// A question without an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Unanswered {
    /// Who asked.
    pub contact: ContactId,
    /// In which turn.
    pub turn: TurnNumber,
    /// When.
    pub at: DateTime<Utc>,
    /// In which language.
    pub locale: Option<Locale>,
    /// The words.
    pub text: String,
}

/// What begins a line of the record that its writer has taken back.
pub const DELETED: &str = "🗑 ";

impl Db {
    /// What was said, in order.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_messages(&self, contact: ContactId) -> Result<Vec<Line>> {
        let rows = sqlx::query!(
            r#"WITH back AS MATERIALIZED (
                SELECT DISTINCT (payload #>> '{reps,amends,turn}')::bigint AS turn,
                    (payload #>> '{reps,amends,ordinal}')::smallint AS ordinal
                FROM outbox
                WHERE bucket = $1 AND contact_id = $2 AND lane = 1
                    AND payload #>> '{reps,amends,gone}' = 'true'
            )
            SELECT m.turn, m.ordinal, m.at, m.author, m.text,
                coalesce(m.author <> 0 AND o.status > 2, false) AS "lost!",
                m.author = 2 AND (m.turn, m.ordinal) IN (SELECT turn, ordinal FROM back)
                    AS "taken_back!"
            FROM messages m
            LEFT JOIN outbox o ON o.bucket = m.bucket AND o.contact_id = m.contact_id
                AND o.turn = m.turn AND o.ordinal = m.ordinal AND o.lane = 1
            WHERE m.bucket = $1 AND m.contact_id = $2 ORDER BY m.turn, m.ordinal"#,
            contact.bucket(),
            contact.0,
        )
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|row| {
                Ok(Line {
                    turn: row.turn,
                    ordinal: row.ordinal,
                    at: row.at,
                    author: Author::from_code(row.author)?,
                    text: row.text,
                    fate: match (row.taken_back, row.lost) {
                        (true, _) => Fate::TakenBack,
                        (false, true) => Fate::NotArrived,
                        (false, false) => Fate::Said,
                    },
                })
            })
            .collect()
    }

    /// Puts the transcript right after a message was edited, or, without words, taken back: then what
    /// was said stays, with a sign, and no edit changes it any more. The message is known by the number
    /// stored with its turn's facts, else by its update's id. Tells whether there was such a line.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn edit_message(
        &self,
        contact: ContactId,
        message: i64,
        text: Option<&str>,
    ) -> Result<bool> {
        let done = sqlx::query!(
            r#"UPDATE messages m
            SET text = coalesce($4, CASE WHEN starts_with(m.text, $5) THEN m.text
                ELSE $5 || m.text END)
            FROM (
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
            ) found
            WHERE m.bucket = $1 AND m.contact_id = $2 AND m.turn = found.turn
                AND m.ordinal = 0 AND m.author = 0
                AND NOT ($4::text IS NOT NULL AND starts_with(m.text, $5))"#,
            contact.bucket(),
            contact.0,
            message,
            text,
            DELETED,
        )
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// The turns of a conversation, in order, to be replayed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_turns(&self, contact: ContactId) -> Result<Vec<StoredTurn>> {
        let rows = sqlx::query!(
            r#"SELECT turn, kind, at, event::text AS "event!", understood::text AS understood,
                facts::text AS facts, locale, script_version
            FROM turns WHERE bucket = $1 AND contact_id = $2 ORDER BY turn"#,
            contact.bucket(),
            contact.0,
        )
        .fetch_all(&self.pool)
        .await?;
        Ok(rows
            .into_iter()
            .map(|row| StoredTurn {
                turn: row.turn,
                kind: row.kind,
                at: row.at,
                event: Json(row.event),
                understood: row.understood.map(Json),
                facts: row.facts.map(Json),
                locale: row.locale.map(Locale::from),
                script: row.script_version.map(ScriptVersion::from),
            })
            .collect())
    }

    /// Questions without an answer since a moment, the latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_unanswered(
        &self,
        since: DateTime<Utc>,
        limit: i64,
    ) -> Result<Vec<Unanswered>> {
        let rows = sqlx::query!(
            r#"SELECT contact_id, turn, at, locale, text FROM unanswered
            WHERE at >= $1 ORDER BY at DESC, contact_id, turn, ordinal LIMIT $2"#,
            since,
            limit,
        )
        .fetch_all(&self.pool)
        .await?;
        Ok(rows
            .into_iter()
            .map(|row| Unanswered {
                contact: ContactId(row.contact_id),
                turn: row.turn,
                at: row.at,
                locale: row.locale.map(Locale::from),
                text: row.text,
            })
            .collect())
    }
}
