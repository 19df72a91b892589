//! Forgetting: a person's rows leave every table, and a keyed hash keeps us from starting again.

use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use sqlx::{Postgres, Transaction};
use uuid::Uuid;

use super::conversations::{channel, identity};
use super::{Db, Result};
use crate::domain::contact::{ContactId, Identity};
use crate::domain::ids::Channel;

/// The tables that hold rows of a person. A test compares it with the catalog.
pub const PERSONAL_TABLES: &[&str] = &[
    "outbox",
    "rep_acts",
    "topics",
    "messages",
    "turns",
    "inbound",
    "lead_events",
    "touches",
    "unanswered",
    "leads",
    "conversations",
    "identities",
    "contacts",
];

/// A message about a person in a chat of the reps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The platform.
    pub channel: Channel,
    /// The chat, where it is not the one of all reps.
    pub chat: Option<String>,
    /// What the platform calls it.
    pub message: String,
}

impl Db {
    /// Erases a person from every table and remembers a keyed hash of their identity, so that we
    /// never start a talk with them. `false` when there is no such contact.
    ///
    /// A turn that is being decided meanwhile finds no conversation, is stale, and starts anew.
    ///
    /// # Errors
    /// When the database does not answer; then nothing was erased, or everything.
    pub async fn forget_contact(&self, contact: ContactId) -> Result<bool> {
        let mut tx = self.pool.begin().await?;
        // Turns lock this row first, too.
        sqlx::query!(
            "SELECT version FROM conversations WHERE bucket = $1 AND contact_id = $2 FOR UPDATE",
            contact.bucket(),
            contact.0,
        )
        .fetch_optional(&mut *tx)
        .await?;
        let row = sqlx::query!(
            "SELECT channel, account, external_id FROM identities WHERE bucket = $1 AND contact_id = $2",
            contact.bucket(),
            contact.0,
        )
        .fetch_optional(&mut *tx)
        .await?;
        let Some(row) = row else { return Ok(false) };
        let hash = self.suppression_hash(&identity(row.channel, row.account, row.external_id)?);
        sqlx::query!("INSERT INTO suppressions (hash) VALUES ($1) ON CONFLICT DO NOTHING", hash)
            .execute(&mut *tx)
            .await?;
        erase(&mut tx, &[contact.0]).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// The messages about a person that stand in chats of the reps, as platforms call them: their card
    /// and what was posted beside it. Nothing of ours reaches them any more once the person is erased.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_traces(&self, contact: ContactId) -> Result<Vec<Trace>> {
        let rows = sqlx::query!(
            r#"SELECT DISTINCT channel, payload #>> '{reps,to}' AS chat, platform_id AS "message!"
            FROM outbox
            WHERE bucket = $1 AND contact_id = $2 AND lane = 2 AND platform_id IS NOT NULL
            ORDER BY 1, 2, 3"#,
            contact.bucket(),
            contact.0,
        )
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|row| {
                let channel = channel(row.channel)?;
                Ok(Trace { channel, chat: row.chat, message: row.message })
            })
            .collect()
    }

    /// People who want to be erased and whose confirmation has left, or has had `patience` to.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_erasures(
        &self,
        now: DateTime<Utc>,
        patience: TimeDelta,
        limit: i64,
    ) -> Result<Vec<ContactId>> {
        let rows = sqlx::query_scalar!(
            r#"SELECT c.contact_id FROM conversations c
            WHERE c.wake_at <= $1 AND c.state ->> 'erase' = 'true'
                AND (c.wake_at <= $2 OR NOT EXISTS (
                    SELECT FROM outbox o WHERE o.bucket = c.bucket
                        AND o.contact_id = c.contact_id AND o.done_at IS NULL))
            LIMIT $3"#,
            now,
            now - patience,
            limit,
        )
        .fetch_all(&self.pool)
        .await?;
        Ok(rows.into_iter().map(ContactId).collect())
    }

    /// Whether somebody asked to be forgotten.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn is_suppressed(&self, identity: &Identity) -> Result<bool> {
        let hash = self.suppression_hash(identity);
        let found = sqlx::query!("SELECT hash FROM suppressions WHERE hash = $1", hash)
            .fetch_optional(&self.pool)
            .await?;
        Ok(found.is_some())
    }

    /// Erases visitors of whom nothing is worth knowing and who were last active before a moment.
    /// At most a thousand at once: repeat while it returns that many. No hash is kept of them.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn drop_bare_visitors(&self, before: DateTime<Utc>) -> Result<usize> {
        let mut tx = self.pool.begin().await?;
        let contacts = sqlx::query_scalar!(
            r#"SELECT l.contact_id
            FROM leads l
            JOIN conversations c ON c.bucket = l.bucket AND c.contact_id = l.contact_id
            WHERE l.stage = 0 AND c.updated_at < $1
            LIMIT 1000
            FOR UPDATE OF c SKIP LOCKED"#,
            before,
        )
        .fetch_all(&mut *tx)
        .await?;
        erase(&mut tx, &contacts).await?;
        tx.commit().await?;
        Ok(contacts.len())
    }

    /// The keyed hash of an identity.
    fn suppression_hash(&self, identity: &Identity) -> Vec<u8> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.installation.suppression_key)
            .expect("HMAC takes a key of any length");
        mac.update(identity.channel.as_str().as_bytes());
        mac.update(&[0]);
        mac.update(identity.account.as_str().as_bytes());
        mac.update(&[0]);
        mac.update(identity.external_id.as_bytes());
        mac.finalize().into_bytes().to_vec()
    }
}

/// Deletes the rows of people from every table.
async fn erase(tx: &mut Transaction<'_, Postgres>, contacts: &[Uuid]) -> Result<()> {
    let buckets: Vec<i16> = contacts.iter().map(|id| ContactId(*id).bucket()).collect();
    for table in PERSONAL_TABLES {
        // The names are our own constants, and a query macro takes no table as an argument.
        let sql = format!(
            "DELETE FROM {table} d USING unnest($1::smallint[], $2::uuid[]) t (bucket, contact_id) \
             WHERE d.bucket = t.bucket AND d.contact_id = t.contact_id"
        );
        sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(&buckets)
            .bind(contacts)
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}
