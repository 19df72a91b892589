//! What reps do: which talk it goes to, what came of it, and which talks are theirs.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::conversations::identity;
use super::{Db, Result};
use crate::domain::contact::{ContactId, Identity};
use crate::domain::desk::Seat;
use crate::domain::ids::{Channel, RepId, TurnNumber};

/// A talk as whoever acts in it must know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TalkAt {
    /// Whose.
    pub contact: ContactId,
    /// Where they talk to us.
    pub identity: Identity,
    /// Their name as the platform shows it.
    pub name: Option<String>,
    /// What they said last.
    pub words: Option<String>,
}

/// A line of the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// The turn it was.
    pub turn: TurnNumber,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; empty: the house itself.
    pub rep: RepId,
    /// What they did: `claim`, `say`, ...
    pub deed: String,
    /// What came of it: `done`, `held`, ...
    pub outcome: String,
    /// Why.
    pub reason: Option<String>,
    /// The other rep whom it concerns.
    pub other: Option<RepId>,
}

/// A talk that a rep holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Whose.
    pub contact: ContactId,
    /// Their name.
    pub name: Option<String>,
    /// When they were last heard.
    pub heard_at: Option<DateTime<Utc>>,
}

impl Db {
    /// A talk by its contact; none when there is no such talk any more.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_talk(&self, contact: ContactId) -> Result<Option<TalkAt>> {
        let row = sqlx::query!(
            r#"SELECT i.channel, i.account, i.external_id, l.name, (
                    SELECT m.text FROM messages m
                    WHERE m.bucket = i.bucket AND m.contact_id = i.contact_id AND m.author = 0
                    ORDER BY m.turn DESC, m.ordinal DESC LIMIT 1
                ) AS words
            FROM identities i
            LEFT JOIN leads l ON l.bucket = i.bucket AND l.contact_id = i.contact_id
            WHERE i.bucket = $1 AND i.contact_id = $2"#,
            contact.bucket(),
            contact.0,
        )
        .fetch_optional(&self.pool)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let identity = identity(row.channel, row.account, row.external_id)?;
        Ok(Some(TalkAt { contact, identity, name: row.name, words: row.words }))
    }

    /// Fixes which talk a rep's update goes to, and returns it: the first word counts, so the same
    /// update again goes to the same talk.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn route_update(
        &self,
        channel: Channel,
        update: i64,
        talk: ContactId,
        now: DateTime<Utc>,
    ) -> Result<ContactId> {
        // Two statements: what another one has just inserted is seen by the second.
        sqlx::query!(
            "INSERT INTO rep_updates (channel, update_id, talk, at) VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING",
            channel.code(),
            update,
            talk.0,
            now,
        )
        .execute(&self.pool)
        .await?;
        Ok(self.find_route(channel, update).await?.unwrap_or(talk))
    }

    /// The talk that an update went to before.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_route(&self, channel: Channel, update: i64) -> Result<Option<ContactId>> {
        let talk = sqlx::query_scalar!(
            "SELECT talk FROM rep_updates WHERE channel = $1 AND update_id = $2",
            channel.code(),
            update,
        )
        .fetch_optional(&self.pool)
        .await?;
        Ok(talk.map(ContactId))
    }

    /// Forgets routes that no platform will ask for again.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn drop_routes(&self, before: DateTime<Utc>) -> Result<u64> {
        let done = sqlx::query!("DELETE FROM rep_updates WHERE at < $1", before)
            .execute(&self.pool)
            .await?;
        Ok(done.rows_affected())
    }

    /// What came of a rep's update, found by its number as the turn has it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_act(
        &self,
        contact: ContactId,
        channel: Channel,
        update: i64,
    ) -> Result<Option<Act>> {
        let row = sqlx::query!(
            r#"SELECT a.turn, a.at, a.rep AS "rep!", a.deed, a.outcome, a.reason, a.other
            FROM inbound n
            JOIN rep_acts a ON a.bucket = n.bucket AND a.contact_id = n.contact_id
                AND a.turn = n.turn
            WHERE n.bucket = $1 AND n.contact_id = $2 AND n.channel = $3 AND n.update_id = $4
                AND a.rep IS NOT NULL"#,
            contact.bucket(),
            contact.0,
            channel.code(),
            update,
        )
        .fetch_optional(&self.pool)
        .await?;
        Ok(row.map(|row| Act {
            turn: row.turn,
            at: row.at,
            rep: row.rep.into(),
            deed: row.deed,
            outcome: row.outcome,
            reason: row.reason,
            other: row.other.map(Into::into),
        }))
    }

    /// The audit log of a talk, in order.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_acts(&self, contact: ContactId) -> Result<Vec<Act>> {
        let rows = sqlx::query!(
            r#"SELECT turn, at, coalesce(rep, '') AS "rep!", deed, outcome, reason, other FROM rep_acts
            WHERE bucket = $1 AND contact_id = $2 ORDER BY turn"#,
            contact.bucket(),
            contact.0,
        )
        .fetch_all(&self.pool)
        .await?;
        let acts = rows.into_iter().map(|row| Act {
            turn: row.turn,
            at: row.at,
            rep: row.rep.into(),
            deed: row.deed,
            outcome: row.outcome,
            reason: row.reason,
            other: row.other.map(Into::into),
        });
        Ok(acts.collect())
    }

    /// The talks that a rep holds; the one that they turned to last comes first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_held(&self, rep: &RepId) -> Result<Vec<Held>> {
        let rows = sqlx::query!(
            r#"SELECT c.contact_id, l.name AS "name?", c.heard_at
            FROM conversations c
            LEFT JOIN leads l ON l.bucket = c.bucket AND l.contact_id = c.contact_id
            WHERE c.owner = $1
            ORDER BY c.owner, c.live_at DESC"#,
            rep.as_str(),
        )
        .fetch_all(&self.pool)
        .await?;
        let held = rows.into_iter().map(|row| Held {
            contact: ContactId(row.contact_id),
            name: row.name,
            heard_at: row.heard_at,
        });
        Ok(held.collect())
    }

    /// The talk that a rep turned to last, whoever has it by now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_turned_to(&self, rep: &RepId) -> Result<Option<ContactId>> {
        let found: Option<Uuid> = sqlx::query_scalar(
            "SELECT contact_id FROM rep_acts
            WHERE rep = $1 AND deed IN ('claim', 'take', 'turn') AND outcome = 'done'
            ORDER BY at DESC LIMIT 1",
        )
        .bind(rep.as_str())
        .fetch_optional(&self.pool)
        .await?;
        Ok(found.map(ContactId))
    }

    /// The talk that a message at the reps' side is about: a card in their chat, or, with the place
    /// of one of them, words that were passed on there.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_talk_of(
        &self,
        channel: Channel,
        platform_id: &str,
        at: Option<&str>,
    ) -> Result<Option<ContactId>> {
        let found = sqlx::query_scalar!(
            "SELECT o.contact_id FROM outbox o
            WHERE o.channel = $1 AND o.platform_id = $2 AND o.lane > 1
                AND CASE WHEN $3::text IS NULL THEN o.lane = 2
                    ELSE o.payload #>> '{reps,to}' = $3 END
            ORDER BY o.done_at DESC LIMIT 1",
            channel.code(),
            platform_id,
            at,
        )
        .fetch_optional(&self.pool)
        .await?;
        Ok(found.map(ContactId))
    }

    /// Talks that are held by somebody who is not on the list any more, or that nobody holds and such a
    /// one was asked last to take; each with who it was. The latter are looked for when `asked`: that reads
    /// the state of each talk that waits for a moment.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_abandoned(&self, asked: bool, limit: i64) -> Result<Vec<(ContactId, Seat)>> {
        type Row = (Uuid, String, Option<String>, Option<i16>, Option<String>);
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT a.contact_id, a.rep, r.name, r.channel, r.external_id FROM (
                    SELECT contact_id, owner AS rep FROM conversations WHERE owner IS NOT NULL
                    UNION ALL
                    SELECT contact_id, state #>> '{watch,asked,-1}' FROM conversations
                    WHERE $2 AND wake_at IS NOT NULL AND owner IS NULL
                        AND state #>> '{watch,asked,-1}' IS NOT NULL
                ) a
                LEFT JOIN reps r ON r.rep = a.rep
                WHERE r.active IS DISTINCT FROM true
                ORDER BY a.rep, a.contact_id LIMIT $1",
        )
        .bind(limit)
        .bind(asked)
        .fetch_all(&self.pool)
        .await?;
        let seats = rows.into_iter().map(|(contact, rep, name, channel, user)| {
            let seat = Seat {
                name: name.unwrap_or_else(|| rep.clone()),
                rep: rep.into(),
                channel: channel.map_or(Ok(Channel::Terminal), super::conversations::channel)?,
                user: user.unwrap_or_default(),
            };
            Ok((ContactId(contact), seat))
        });
        seats.collect()
    }
}
