//! Words of reps that waited before they are sent: what a rep changed or took back meanwhile.

use chrono::{DateTime, Utc};

use super::outbox::OutboxId;
use super::turns::{Json, Outgoing};
use super::{Db, Result};
use crate::domain::reply::Outbound;

/// Why words that were taken back may be there all the same.
const MAYBE_THERE: &str = "an earlier try may have arrived";

/// What became of words while they waited.
#[derive(Clone, Debug, PartialEq)]
pub enum Changed {
    /// They are what they were.
    No,
    /// They are others now.
    Words(Box<Outbound>),
    /// They are taken back, and never leave.
    Gone,
}

impl Db {
    /// Settles words that are claimed and have waited: changes of them that stand behind them in their
    /// lane are done with this, so the visitor sees the last state only. Unless they are `surely_here`
    /// an earlier try may have arrived: then they do not leave again, and whoever took them back is told
    /// that they may be there. It is one commit; a crash leaves the words as they were, or as they are now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn settle_held(
        &self,
        row: &OutboxId,
        words: &Outbound,
        surely_here: bool,
        now: DateTime<Utc>,
    ) -> Result<Changed> {
        let mut tx = self.pool.begin().await?;
        let changes = sqlx::query!(
            r#"SELECT turn, ordinal, payload::text AS "payload!" FROM outbox
            WHERE bucket = $1 AND contact_id = $2 AND lane = 1 AND done_at IS NULL AND turn > $3
                AND payload #>> '{reps,amends,turn}' = $3::bigint::text
                AND payload #>> '{reps,amends,ordinal}' = $4::smallint::text
            ORDER BY turn, ordinal
            FOR NO KEY UPDATE"#,
            row.contact.bucket(),
            row.contact.0,
            row.turn,
            row.ordinal,
        )
        .fetch_all(&mut *tx)
        .await?;
        let Some(last) = changes.last() else { return Ok(Changed::No) };
        let change: Outbound = Json(last.payload.clone()).read("outbox payload")?;
        let gone = change.reps.amends.as_ref().is_some_and(|amends| amends.gone);
        let doubt = (gone && !surely_here).then_some(MAYBE_THERE);
        let turns: Vec<i64> = changes.iter().map(|change| change.turn).collect();
        let ordinals: Vec<i16> = changes.iter().map(|change| change.ordinal).collect();
        sqlx::query!(
            r#"UPDATE outbox o
            SET status = CASE WHEN $6::text IS NOT NULL AND c.turn = ($3::bigint[])[array_length($3::bigint[], 1)] THEN 3
                    ELSE 2 END,
                last_error = CASE WHEN c.turn = ($3::bigint[])[array_length($3::bigint[], 1)] THEN $6 END,
                done_at = $5, claimed_until = NULL
            FROM unnest($3::bigint[], $4::smallint[]) c (turn, ordinal)
            WHERE o.bucket = $1 AND o.contact_id = $2 AND o.turn = c.turn
                AND o.ordinal = c.ordinal"#,
            row.contact.bucket(),
            row.contact.0,
            &turns,
            &ordinals,
            now,
            doubt,
        )
        .execute(&mut *tx)
        .await?;
        let changed = if gone {
            // Nobody waits for a sign of their arrival.
            sqlx::query!(
                r#"WITH acted AS (
                    UPDATE rep_acts SET unmarked = false
                    WHERE bucket = $1 AND contact_id = $2 AND turn = $3
                )
                UPDATE outbox SET status = 4, done_at = $5, claimed_until = NULL
                WHERE bucket = $1 AND contact_id = $2 AND turn = $3 AND ordinal = $4"#,
                row.contact.bucket(),
                row.contact.0,
                row.turn,
                row.ordinal,
                now,
            )
            .execute(&mut *tx)
            .await?;
            Changed::Gone
        } else {
            let words = Outbound { spans: change.spans, ..words.clone() };
            let payload = Outgoing::payload(&words)?;
            sqlx::query!(
                r#"UPDATE outbox SET payload = $5::text::jsonb
                WHERE bucket = $1 AND contact_id = $2 AND turn = $3 AND ordinal = $4"#,
                row.contact.bucket(),
                row.contact.0,
                row.turn,
                row.ordinal,
                payload.as_str(),
            )
            .execute(&mut *tx)
            .await?;
            Changed::Words(Box::new(words))
        };
        tx.commit().await?;
        Ok(changed)
    }
}
