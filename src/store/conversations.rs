//! Conversations as they are: read without a lock, several in one query.

use chrono::{DateTime, Utc};

use super::turns::{Json, Turn, Update};
use super::{Committed, Db, Result, StoreError};
use crate::domain::contact::{ContactId, Identity};
use crate::domain::conversation::State;
use crate::domain::ids::{AccountId, Channel, TurnNumber};
use crate::domain::reply::Lane;

/// Whose conversation to read, and the update that is about to make a turn of it.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// Whose.
    pub contact: ContactId,
    /// To learn whether it had its effect already.
    pub update: Option<Update>,
}

/// A conversation as it is now.
#[derive(Clone, Debug)]
pub struct Conversation {
    /// The number of the last turn; 0 when there was none.
    pub version: TurnNumber,
    /// The count of changes of speaker.
    pub epoch: i64,
    /// The update asked about had its effect already.
    pub seen: bool,
    /// What is remembered; none when there was no turn.
    state: Option<Json>,
}

impl Conversation {
    /// What is remembered, a fresh state when there was no turn.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when this version cannot read it.
    pub fn state(&self) -> Result<State> {
        self.state.as_ref().map_or_else(|| Ok(State::default()), |json| json.read("state"))
    }
}

/// A conversation whose pause is over.
#[derive(Clone, Debug)]
pub struct DuePause {
    /// Whose.
    pub contact: ContactId,
    /// Where they talk to us.
    pub identity: Identity,
    /// Their name, where the platform shows one.
    pub name: Option<String>,
    /// When the pause ended.
    pub wake_at: DateTime<Utc>,
}

impl Db {
    /// Reads conversations, in the order asked. No lock is taken.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_conversations(&self, wanted: &[Wanted]) -> Result<Vec<Conversation>> {
        let buckets: Vec<i16> = wanted.iter().map(|want| want.contact.bucket()).collect();
        let contacts: Vec<_> = wanted.iter().map(|want| want.contact.0).collect();
        let channels: Vec<_> =
            wanted.iter().map(|want| want.update.map(|update| update.channel.code())).collect();
        let updates: Vec<_> =
            wanted.iter().map(|want| want.update.map(|update| update.id)).collect();
        let rows = sqlx::query!(
            r#"SELECT t.i AS "i!", c.version AS "version?", c.epoch AS "epoch?",
                c.state::text AS state, i.update_id IS NOT NULL AS "seen!"
            FROM unnest($1::smallint[], $2::uuid[], $3::smallint[], $4::bigint[])
                WITH ORDINALITY t (bucket, contact_id, channel, update_id, i)
            LEFT JOIN conversations c ON c.bucket = t.bucket AND c.contact_id = t.contact_id
            LEFT JOIN inbound i ON i.bucket = t.bucket AND i.contact_id = t.contact_id
                AND i.channel = t.channel AND i.update_id = t.update_id"#,
            &buckets,
            &contacts,
            &channels as &[Option<i16>],
            &updates as &[Option<i64>],
        )
        .fetch_all(&self.pool)
        .await?;
        if rows.len() != wanted.len() {
            return Err(StoreError::corrupt("conversations", "one row for each was expected"));
        }
        let mut rows: Vec<_> = rows
            .into_iter()
            .map(|row| {
                let found = Conversation {
                    version: row.version.unwrap_or_default(),
                    epoch: row.epoch.unwrap_or_default(),
                    seen: row.seen,
                    state: row.state.map(Json),
                };
                (row.i, found)
            })
            .collect();
        rows.sort_unstable_by_key(|(place, _)| *place);
        Ok(rows.into_iter().map(|(_, found)| found).collect())
    }

    /// Reads one conversation.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_conversation(&self, wanted: Wanted) -> Result<Conversation> {
        let found = self.find_conversations(&[wanted]).await?.pop();
        found.ok_or_else(|| StoreError::corrupt("conversations", "one row was expected"))
    }

    /// Conversations whose pause is over at `now`, the longest first. Every replica may take them
    /// on: the version lets one turn through.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_due_pauses(&self, now: DateTime<Utc>, limit: i64) -> Result<Vec<DuePause>> {
        let rows = sqlx::query!(
            r#"SELECT c.contact_id, c.wake_at AS "wake_at!", i.channel, i.account, i.external_id,
                (SELECT l.name FROM leads l
                    WHERE l.bucket = c.bucket AND l.contact_id = c.contact_id) AS name
            FROM conversations c
            JOIN identities i ON i.bucket = c.bucket AND i.contact_id = c.contact_id
            WHERE c.wake_at <= $1 AND c.state ->> 'erase' IS DISTINCT FROM 'true'
            ORDER BY c.wake_at
            LIMIT $2"#,
            now,
            limit,
        )
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|row| {
                Ok(DuePause {
                    contact: ContactId(row.contact_id),
                    identity: identity(row.channel, row.account, row.external_id)?,
                    name: row.name,
                    wake_at: row.wake_at,
                })
            })
            .collect()
    }

    /// Stores an event that no try could make a turn of, as a turn of kind `failed` that keeps
    /// the state, with an apology in its messages and outbox. Of `failed` the version is filled in
    /// here, and, should the database refuse the event itself, a bare event.
    ///
    /// # Errors
    /// When not even that can be stored.
    pub async fn insert_failed_turn(&self, failed: Turn) -> Result<Committed> {
        let mut turn = Turn { kind: "failed", understood: None, facts: None, ..failed };
        turn.state = None;
        turn.lead = None;
        let wanted = Wanted { contact: turn.contact, update: turn.update };
        for _ in 0..20 {
            let found = self.find_conversation(wanted).await?;
            if found.seen {
                return Ok(Committed::Duplicate);
            }
            turn.after = found.version;
            match self.commit_turn(&turn).await {
                Ok(Committed::Stale) => {
                    tokio::time::sleep(std::time::Duration::from_millis(5)).await
                }
                Err(StoreError::Rejected { .. }) if turn.event.as_str() != "{}" => {
                    turn.event = Json("{}".to_owned());
                    turn.messages.retain(|message| message.author != super::turns::Author::Contact);
                }
                done => return done,
            }
        }
        Ok(Committed::Stale)
    }
}

/// An identity from its columns.
pub(super) fn identity(channel: i16, account: String, external_id: String) -> Result<Identity> {
    let channel = self::channel(channel)?;
    Ok(Identity { channel, account: AccountId::from(account), external_id })
}

/// A lane from its column.
pub(super) fn lane(code: i16) -> Result<Lane> {
    Lane::from_code(code)
        .ok_or_else(|| StoreError::corrupt("lane", format!("number {code} is unknown")))
}

/// A channel from its column.
pub(super) fn channel(code: i16) -> Result<Channel> {
    Channel::from_code(code)
        .ok_or_else(|| StoreError::corrupt("channel", format!("number {code} is unknown")))
}
