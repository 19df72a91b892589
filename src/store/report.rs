//! What the desk's audit log tells of many talks: how fast people were answered, and what came of it.

use chrono::{DateTime, Utc};

use super::conversations::channel;
use super::{Db, Result};
use crate::domain::ids::{Channel, RepId};

/// An alert of the reps, and what followed before the next one in the same talk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// Where the visitor talks to us.
    pub channel: Channel,
    /// When reps were alerted.
    pub at: DateTime<Utc>,
    /// When somebody took the talk.
    pub claimed_at: Option<DateTime<Utc>>,
    /// Who.
    pub rep: Option<RepId>,
    /// Whom they work with.
    pub team: Option<String>,
    /// When a rep said the first words to the visitor.
    pub said_at: Option<DateTime<Utc>>,
}

/// How many talks from one source came to one end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// What brought the visitors first.
    pub source: Option<String>,
    /// The script that was live when it ended.
    pub script: Option<String>,
    /// `alert`, `won`, `lost` or `not_for_us`.
    pub deed: String,
    /// Why it is nothing for us, or for how much it was won, as the rep wrote it.
    pub reason: Option<String>,
    /// How many.
    pub count: i64,
}

impl Db {
    /// The alerts since a moment, in order.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_alerts(&self, since: DateTime<Utc>) -> Result<Vec<Alert>> {
        let rows = sqlx::query!(
            r#"SELECT i.channel, a.at, c.at AS "claimed_at?", c.rep AS "rep?", r.team AS "team?",
                s.at AS "said_at?"
            FROM rep_acts a
            JOIN identities i ON i.bucket = a.bucket AND i.contact_id = a.contact_id
            LEFT JOIN LATERAL (
                SELECT min(n.turn) AS turn FROM rep_acts n
                WHERE n.bucket = a.bucket AND n.contact_id = a.contact_id AND n.turn > a.turn
                    AND n.deed = 'alert'
            ) n ON true
            LEFT JOIN LATERAL (
                SELECT x.turn, x.at, x.rep FROM rep_acts x
                WHERE x.bucket = a.bucket AND x.contact_id = a.contact_id AND x.turn > a.turn
                    AND (n.turn IS NULL OR x.turn < n.turn)
                    AND x.deed IN ('claim', 'take') AND x.outcome = 'done'
                ORDER BY x.turn LIMIT 1
            ) c ON true
            LEFT JOIN LATERAL (
                SELECT x.at FROM rep_acts x
                WHERE x.bucket = a.bucket AND x.contact_id = a.contact_id AND x.turn > c.turn
                    AND (n.turn IS NULL OR x.turn < n.turn)
                    AND x.deed = 'say' AND x.outcome = 'done'
                ORDER BY x.turn LIMIT 1
            ) s ON true
            LEFT JOIN reps r ON r.rep = c.rep
            WHERE a.deed = 'alert' AND a.at >= $1
            ORDER BY a.at, a.contact_id"#,
            since,
        )
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|row| {
                Ok(Alert {
                    channel: channel(row.channel)?,
                    at: row.at,
                    claimed_at: row.claimed_at,
                    rep: row.rep.map(Into::into),
                    team: row.team,
                    said_at: row.said_at,
                })
            })
            .collect()
    }

    /// What came of talks that reps were alerted to since a moment, by source, script and reason.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn count_endings(&self, since: DateTime<Utc>) -> Result<Vec<Ending>> {
        let rows = sqlx::query!(
            r#"SELECT l.source AS "source?", t.script_version AS "script?", a.deed,
                CASE WHEN a.deed IN ('won', 'not_for_us') THEN a.reason END AS reason, count(*) AS "count!"
            FROM rep_acts a
            LEFT JOIN leads l ON l.bucket = a.bucket AND l.contact_id = a.contact_id
            LEFT JOIN turns t ON t.bucket = a.bucket AND t.contact_id = a.contact_id
                AND t.turn = a.turn
            WHERE a.at >= $1 AND a.outcome = 'done'
                AND a.deed IN ('alert', 'won', 'lost', 'not_for_us')
            GROUP BY 1, 2, 3, 4
            ORDER BY 1, 2, 3, 4"#,
            since,
        )
        .fetch_all(&self.pool)
        .await?;
        let endings = rows.into_iter().map(|row| Ending {
            source: row.source,
            script: row.script,
            deed: row.deed,
            reason: row.reason,
            count: row.count,
        });
        Ok(endings.collect())
    }
}
