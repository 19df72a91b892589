//! What waits behind a message in its lane.

use chrono::{DateTime, Utc};

use super::OutboxId;
use crate::domain::reply::Lane;
use crate::store::turns::Json;
use crate::store::{Db, Result};

impl Db {
    /// What is due right behind a row in its lane, in order, with its payload: at most `limit`. Only a
    /// lane's head is ever claimed, so whoever has the row has these, too.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_behind(
        &self,
        id: &OutboxId,
        lane: Lane,
        now: DateTime<Utc>,
        limit: i64,
    ) -> Result<Vec<(OutboxId, Json)>> {
        let rows = sqlx::query!(
            r#"SELECT turn, ordinal, payload::text AS "payload!",
                status = 0 AND due_at <= $6 AS "due!"
            FROM outbox
            WHERE bucket = $1 AND contact_id = $2 AND lane = $3 AND done_at IS NULL
                AND (turn, ordinal) > ($4, $5)
            ORDER BY turn, ordinal LIMIT $7"#,
            id.contact.bucket(),
            id.contact.0,
            lane as i16,
            id.turn,
            id.ordinal,
            now,
            limit,
        )
        .fetch_all(&self.pool)
        .await?;
        // What is not due yet keeps what is behind it waiting.
        let due = rows.into_iter().take_while(|row| row.due);
        let named = due.map(|row| {
            let behind = OutboxId { turn: row.turn, ordinal: row.ordinal, ..*id };
            (behind, Json(row.payload))
        });
        Ok(named.collect())
    }
}
