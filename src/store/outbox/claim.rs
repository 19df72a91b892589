//! Claiming the heads of lanes: what may be sent now, and what is dropped since somebody else speaks.

use chrono::{DateTime, Utc};

use super::{Keys, OutboxId};
use crate::domain::contact::{ContactId, Identity};
use crate::domain::ids::{AccountId, Channel};
use crate::domain::reply::{Lane, Outbound};
use crate::store::conversations::{identity, lane};
use crate::store::turns::Json;
use crate::store::{Db, Result};

/// What to look for when claiming.
#[derive(Clone, Debug)]
pub struct ClaimHeads<'a> {
    /// The platform.
    pub channel: Channel,
    /// The account of ours.
    pub account: &'a AccountId,
    /// Now.
    pub now: DateTime<Utc>,
    /// Until when the claim lasts.
    pub until: DateTime<Utc>,
    /// Rows at most.
    pub limit: i64,
}

/// A row that is ours to send.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// Which row.
    pub id: OutboxId,
    /// The stream.
    pub lane: Lane,
    /// Where the prospect talks to us.
    pub identity: Identity,
    /// For what goes to reps: the platform's name of the card that is there already.
    pub replaces: Option<String>,
    /// On a further attempt to write to the prospect: the platform's name of the last message before.
    pub follows: Option<String>,
    /// For a card: its person cannot be written to.
    pub unreachable: bool,
    /// The number of this attempt, from 1.
    pub attempt: i16,
    /// An earlier claim ended without a word: this send may be a repeat.
    pub repeated: bool,
    /// Since when it is due.
    pub due_at: DateTime<Utc>,
    /// Since when we know them: somebody who was erased and comes back begins anew, turns and all.
    pub known_since: DateTime<Utc>,
    /// For a card that alerts: since when reps should know.
    pub alert_since: Option<DateTime<Utc>>,
    /// What is sent.
    pub payload: Json,
}

impl Claimed {
    /// The rendered reply.
    ///
    /// # Errors
    /// [`crate::store::StoreError::Corrupt`] when this version cannot read it.
    pub fn outbound(&self) -> Result<Outbound> {
        self.payload.read("outbox payload")
    }
}

/// What a claim brought.
#[derive(Debug, Default)]
pub struct Heads {
    /// To be sent.
    pub claimed: Vec<Claimed>,
    /// Rows dropped because somebody else speaks by now.
    pub dropped: usize,
    /// Forms of a card that gave way to a newer one before they left.
    pub superseded: usize,
}

impl Db {
    /// Claims the heads of lanes that are due: alerts first, else the longest waiting first. A form
    /// of a card behind which a newer one waits is never sent.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn claim_heads(&self, what: &ClaimHeads<'_>) -> Result<Heads> {
        self.mark_and_claim_heads(&[], what).await
    }

    /// [`Db::mark_sent`] and then [`Db::claim_heads`], in one commit: a busy sender always has
    /// both to do. What follows a message in its lane may be claimed in the same breath.
    ///
    /// # Errors
    /// When the database does not answer; what was sent is then sent again after its deadline.
    pub async fn mark_and_claim_heads(
        &self,
        sent: &[(OutboxId, Option<String>)],
        what: &ClaimHeads<'_>,
    ) -> Result<Heads> {
        let keys = Keys::of(sent.iter().map(|(id, _)| id));
        let platform_ids: Vec<Option<&str>> =
            sent.iter().map(|(_, name)| name.as_deref()).collect();
        // All parts of the statement see the rows as they were before it, so what it marks is
        // still open there: hence the looks into `sent`.
        let rows = sqlx::query!(
            r#"WITH sent AS MATERIALIZED (
                SELECT s.*
                FROM unnest($7::smallint[], $8::uuid[], $9::bigint[], $10::smallint[], $11::text[])
                    s (bucket, contact_id, turn, ordinal, platform_id)
            ), marked AS (
                UPDATE outbox o
                SET status = 2, done_at = $3, platform_id = s.platform_id, claimed_until = NULL
                FROM sent s
                WHERE o.bucket = s.bucket AND o.contact_id = s.contact_id AND o.turn = s.turn
                    AND o.ordinal = s.ordinal AND o.status < 2
            ), head AS MATERIALIZED (
                SELECT o.bucket, o.contact_id, o.turn, o.ordinal, o.lane, o.status, o.epoch,
                    o.attempts, o.last_error, coalesce(o.payload #>> '{reps,apart}', '') = 'true' AS apart
                FROM outbox o
                WHERE o.channel = $1 AND o.account = $2 AND o.due_at <= $3 AND o.done_at IS NULL
                    AND (o.status = 0 OR o.claimed_until < $3 OR (o.claimed_by <> $4 AND NOT EXISTS (
                        SELECT FROM pg_stat_activity a
                        WHERE a.datname = current_database()
                            AND a.application_name = 'docent/' || o.claimed_by)))
                    AND (o.turn, o.ordinal) = (
                        SELECT e.turn, e.ordinal FROM outbox e
                        WHERE e.bucket = o.bucket AND e.contact_id = o.contact_id
                            AND e.lane = o.lane AND e.done_at IS NULL
                            AND NOT EXISTS (
                                SELECT FROM sent s
                                WHERE s.contact_id = e.contact_id AND s.turn = e.turn
                                    AND s.ordinal = e.ordinal)
                        ORDER BY e.turn, e.ordinal LIMIT 1)
                ORDER BY o.due_at, o.turn, o.ordinal
                LIMIT $5
                FOR NO KEY UPDATE OF o SKIP LOCKED
            ), judged AS MATERIALIZED (
                SELECT head.*, i.channel, i.account, i.external_id,
                    head.lane = 1 AND coalesce(head.epoch < c.epoch, false) AS outdated,
                    -- What may have arrived is tried again, unless the card is known by its name.
                    -- What was refused (400, 403, 429) surely has not.
                    head.lane = 2 AND head.status = 0 AND NOT head.apart AND EXISTS (
                        SELECT FROM outbox n
                        WHERE n.bucket = head.bucket AND n.contact_id = head.contact_id
                            AND n.lane = 2 AND n.done_at IS NULL
                            AND n.channel = $1 AND n.account = $2
                            AND (n.turn, n.ordinal) > (head.turn, head.ordinal)
                            AND coalesce(n.payload #>> '{reps,apart}', '') <> 'true'
                    ) AND (head.attempts = 0 OR head.last_error ~ '^4[0-9]{2} ' OR head.last_error LIKE '429%' OR EXISTS (
                        SELECT FROM outbox f
                        WHERE f.bucket = head.bucket AND f.contact_id = head.contact_id
                            AND f.lane = 2 AND f.channel = $1 AND f.account = $2
                            AND f.platform_id IS NOT NULL)) AS superseded,
                    -- The last card that left or was given up: what came after it is news.
                    CASE WHEN head.lane = 2 THEN coalesce((
                        SELECT max(f.turn) FROM outbox f
                        WHERE f.bucket = head.bucket AND f.contact_id = head.contact_id
                            AND f.lane = 2 AND f.done_at IS NOT NULL AND f.status <> 4), 0)
                    END AS told,
                    head.lane = 2 AND coalesce(i.unreachable_at > coalesce(c.heard_at, '-infinity'),
                        false) AS unreachable
                FROM head
                JOIN conversations c ON c.bucket = head.bucket AND c.contact_id = head.contact_id
                JOIN identities i ON i.bucket = head.bucket AND i.contact_id = head.contact_id
            )
            UPDATE outbox o
            SET status = CASE WHEN j.outdated THEN 5 WHEN j.superseded THEN 4 ELSE 1 END,
                done_at = CASE WHEN j.outdated OR j.superseded THEN $3 END,
                claimed_by = CASE WHEN NOT (j.outdated OR j.superseded) THEN $4 END,
                claimed_until = CASE WHEN NOT (j.outdated OR j.superseded) THEN $6::timestamptz END,
                attempts = least(30000, o.attempts
                    + CASE WHEN j.outdated OR j.superseded THEN 0 ELSE 1 END),
                repeats = o.repeats
                    + CASE WHEN NOT (j.outdated OR j.superseded) AND j.status = 1 THEN 1 ELSE 0 END
            FROM judged j
            WHERE o.bucket = j.bucket AND o.contact_id = j.contact_id
                AND o.turn = j.turn AND o.ordinal = j.ordinal
            RETURNING o.contact_id, o.turn, o.ordinal, o.lane, o.attempts, o.due_at,
                o.payload::text AS "payload!", j.outdated AS "outdated!", j.unreachable AS "unreachable!",
                j.superseded AS "superseded!",
                j.status = 1 AS "repeated!", j.channel, j.account, j.external_id,
                CASE WHEN o.lane > 1 AND NOT j.outdated THEN (
                    SELECT coalesce(f.platform_id, s.platform_id) FROM outbox f
                    LEFT JOIN sent s ON s.contact_id = f.contact_id AND s.turn = f.turn
                        AND s.ordinal = f.ordinal
                    WHERE f.bucket = o.bucket AND f.contact_id = o.contact_id AND f.lane = 2
                        AND f.channel = o.channel AND f.account = o.account
                        AND coalesce(f.platform_id, s.platform_id) IS NOT NULL
                        AND coalesce(f.payload #>> '{reps,apart}', '') <> 'true'
                        AND (o.lane = 3
                            OR f.payload #> '{reps,to}' IS NOT DISTINCT FROM o.payload #> '{reps,to}')
                    ORDER BY f.turn DESC, f.ordinal DESC LIMIT 1
                ) END AS replaces,
                CASE WHEN o.lane = 2 AND NOT j.apart AND NOT j.superseded THEN (
                    SELECT min(t.at) FROM outbox a
                    JOIN turns t ON t.bucket = a.bucket AND t.contact_id = a.contact_id
                        AND t.turn = a.turn
                    WHERE a.bucket = o.bucket AND a.contact_id = o.contact_id AND a.lane = 2
                        AND a.turn > j.told AND a.payload #>> '{reps,alert}' = 'true'
                ) END AS alert_since,
                CASE WHEN o.lane = 1 AND o.attempts > 1 THEN (
                    SELECT coalesce(p.platform_id, s.platform_id) FROM outbox p
                    LEFT JOIN sent s ON s.contact_id = p.contact_id AND s.turn = p.turn
                        AND s.ordinal = p.ordinal
                    WHERE p.bucket = o.bucket AND p.contact_id = o.contact_id AND p.lane = 1
                        AND (p.turn, p.ordinal) < (o.turn, o.ordinal)
                        AND coalesce(p.platform_id, s.platform_id) IS NOT NULL
                    ORDER BY p.turn DESC, p.ordinal DESC LIMIT 1
                ) END AS follows,
                (SELECT k.created_at FROM contacts k
                    WHERE k.bucket = o.bucket AND k.contact_id = o.contact_id) AS "known_since!""#,
            what.channel.code(),
            what.account.as_str(),
            what.now,
            &*self.holder,
            what.limit,
            what.until,
            &keys.buckets,
            &keys.contacts,
            &keys.turns,
            &keys.ordinals,
            &platform_ids as &[Option<&str>],
        )
        .fetch_all(&self.pool)
        .await?;
        let mut heads = Heads::default();
        let mut claimed = Vec::with_capacity(rows.len());
        for row in rows {
            if row.outdated {
                heads.dropped += 1;
                continue;
            }
            if row.superseded {
                heads.superseded += 1;
                continue;
            }
            let contact = ContactId(row.contact_id);
            let row_of = Claimed {
                id: OutboxId { contact, turn: row.turn, ordinal: row.ordinal },
                lane: lane(row.lane)?,
                identity: identity(row.channel, row.account, row.external_id)?,
                replaces: row.replaces,
                follows: row.follows,
                unreachable: row.unreachable,
                attempt: row.attempts,
                repeated: row.repeated,
                due_at: row.due_at,
                known_since: row.known_since,
                alert_since: row.alert_since,
                payload: Json(row.payload),
            };
            claimed.push(row_of);
        }
        claimed.sort_by_key(|row| {
            let alert = (row.alert_since.is_none(), row.alert_since);
            (alert, row.due_at, row.id.turn, row.id.ordinal)
        });
        heads.claimed = claimed;
        Ok(heads)
    }
}
