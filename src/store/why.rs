//! What the bot said last, and what it answered with it.

use super::turns::Json;
use super::{Db, Result};
use crate::domain::contact::ContactId;

/// What the bot said last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastReply {
    /// The words.
    pub text: String,
    /// The texts they were made of.
    pub text_keys: Vec<String>,
    /// What the visitor had said in the same turn; none when they said nothing.
    pub heard: Option<String>,
    /// What that was understood to mean.
    pub understood: Option<Json>,
}

impl Db {
    /// What the bot said last; none before it has said anything.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_last_reply(&self, contact: ContactId) -> Result<Option<LastReply>> {
        let row = sqlx::query!(
            r#"SELECT m.text, m.text_keys AS "text_keys: Vec<String>", t.understood::text AS understood, (
                    SELECT h.text FROM messages h
                    WHERE h.bucket = m.bucket AND h.contact_id = m.contact_id AND h.turn = m.turn
                        AND h.author = 0
                    ORDER BY h.ordinal LIMIT 1
                ) AS heard
            FROM messages m
            LEFT JOIN turns t ON t.bucket = m.bucket AND t.contact_id = m.contact_id
                AND t.turn = m.turn
            WHERE m.bucket = $1 AND m.contact_id = $2 AND m.author = 1
            ORDER BY m.turn DESC, m.ordinal DESC LIMIT 1"#,
            contact.bucket(),
            contact.0,
        )
        .fetch_optional(&self.pool)
        .await?;
        Ok(row.map(|row| LastReply {
            text: row.text,
            text_keys: row.text_keys.unwrap_or_default(),
            heard: row.heard,
            understood: row.understood.map(Json),
        }))
    }
}
