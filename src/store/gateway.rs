//! Sessions with a platform's gateway, and the talks that may have gone on unheard.

use chrono::{DateTime, Utc};

use super::{Db, Result, StoreError};
use crate::domain::ids::{AccountId, Channel};

/// A part of an account's events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shard {
    /// The account.
    pub account: AccountId,
    /// Its number.
    pub number: i32,
    /// Of how many.
    pub of: i32,
}

/// A session that can be gone on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedSession {
    /// Its name.
    pub id: String,
    /// Where it is resumed, when that is another place.
    pub url: Option<String>,
    /// Everything up to this event is committed.
    pub seq: i64,
}

/// What is known of a shard's last session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastSession {
    /// The session, when it is not over.
    pub session: Option<SavedSession>,
    /// Until when it was heard for sure.
    pub heard_until: DateTime<Utc>,
}

/// A private talk that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTalk {
    /// The person, as the platform names them.
    pub who: String,
    /// The latest update of theirs that is committed.
    pub last_update: i64,
}

impl Db {
    /// The last session of a shard.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_session(
        &self,
        channel: Channel,
        shard: &Shard,
    ) -> Result<Option<LastSession>> {
        let row = sqlx::query!(
            "SELECT session, url, seq, updated_at FROM gateway_sessions
            WHERE channel = $1 AND account = $2 AND shard = $3 AND shards = $4",
            channel.code(),
            shard.account.as_str(),
            shard.number,
            shard.of,
        )
        .fetch_optional(&self.pool)
        .await?;
        Ok(row.map(|row| {
            let session = SavedSession { id: row.session, url: row.url, seq: row.seq };
            let session = Some(session).filter(|session| !session.id.is_empty());
            LastSession { session, heard_until: row.updated_at }
        }))
    }

    /// Keeps a session, or how far it is done by now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn keep_session(
        &self,
        channel: Channel,
        shard: &Shard,
        session: &SavedSession,
        now: DateTime<Utc>,
    ) -> Result<()> {
        sqlx::query!(
            "INSERT INTO gateway_sessions AS g
                (channel, account, shard, shards, session, url, seq, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (channel, account, shard, shards) DO UPDATE
            SET session = excluded.session, url = excluded.url, seq = excluded.seq,
                updated_at = excluded.updated_at
            WHERE g.session <> excluded.session OR g.seq < excluded.seq",
            channel.code(),
            shard.account.as_str(),
            shard.number,
            shard.of,
            session.id,
            session.url,
            session.seq,
            now,
        )
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Forgets a session, and not until when it was heard.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_session(&self, channel: Channel, shard: &Shard) -> Result<()> {
        sqlx::query!(
            "UPDATE gateway_sessions SET session = '', url = NULL, seq = 0
            WHERE channel = $1 AND account = $2 AND shard = $3 AND shards = $4",
            channel.code(),
            shard.account.as_str(),
            shard.number,
            shard.of,
        )
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Lists talks heard since a time, the one heard last first, each with its latest update.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_open_talks(
        &self,
        channel: Channel,
        account: &AccountId,
        since: DateTime<Utc>,
        limit: i64,
    ) -> Result<Vec<OpenTalk>> {
        // A list reads the table as a whole, which the pool's settings are not made for.
        let mut tx = self.pool.begin().await?;
        sqlx::query!(r#"SELECT set_config('enable_seqscan', 'on', true) AS seqscan"#)
            .fetch_one(&mut *tx)
            .await?;
        let rows = sqlx::query!(
            r#"SELECT i.external_id AS "who!", seen.last AS "last!"
            FROM identities i
            JOIN conversations c ON c.bucket = i.bucket AND c.contact_id = i.contact_id
            CROSS JOIN LATERAL (
                SELECT max(n.update_id) AS last FROM inbound n
                WHERE n.bucket = i.bucket AND n.contact_id = i.contact_id AND n.channel = $1
            ) seen
            WHERE i.channel = $1 AND i.account = $2 AND c.heard_at >= $3
                AND seen.last IS NOT NULL
            ORDER BY c.heard_at DESC
            LIMIT $4"#,
            channel.code(),
            account.as_str(),
            since,
            limit,
        )
        .fetch_all(&mut *tx)
        .await?;
        tx.commit().await.map_err(StoreError::from)?;
        Ok(rows.into_iter().map(|row| OpenTalk { who: row.who, last_update: row.last }).collect())
    }
}
