//! Forum topics of talks: which topic a talk has in a group of reps, and whose talk a topic is.

use chrono::{DateTime, Utc};

use super::{Db, Result};
use crate::domain::contact::ContactId;
use crate::domain::ids::{AccountId, Channel};

/// The group of a topic: platform, account of ours, the platform's id of the group.
pub type Group<'a> = (Channel, &'a AccountId, &'a str);

/// A topic that a talk has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Topic {
    /// What the platform calls it.
    pub topic: i64,
    /// What the talk is about was said there.
    pub opened: bool,
}

impl Db {
    /// The topic that a talk has in a group.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_topic(
        &self,
        talk: ContactId,
        (channel, account, chat): Group<'_>,
    ) -> Result<Option<Topic>> {
        Ok(sqlx::query_as!(
            Topic,
            "SELECT topic, opened FROM topics
            WHERE bucket = $1 AND contact_id = $2 AND channel = $3 AND account = $4 AND chat = $5",
            talk.bucket(),
            talk.0,
            channel.code(),
            account.as_str(),
            chat,
        )
        .fetch_optional(&self.pool)
        .await?)
    }

    /// Remembers the topic of a talk, in which nothing has been said so far.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn put_topic(
        &self,
        talk: ContactId,
        (channel, account, chat): Group<'_>,
        topic: i64,
        now: DateTime<Utc>,
    ) -> Result<()> {
        sqlx::query!(
            "INSERT INTO topics (bucket, contact_id, channel, account, chat, topic, made_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (bucket, contact_id, channel, account, chat)
                DO UPDATE SET topic = $6, opened = false, made_at = $7",
            talk.bucket(),
            talk.0,
            channel.code(),
            account.as_str(),
            chat,
            topic,
            now,
        )
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// What the talk is about has been said in its topic.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn open_topic(
        &self,
        talk: ContactId,
        (channel, account, chat): Group<'_>,
        topic: i64,
    ) -> Result<()> {
        sqlx::query!(
            "UPDATE topics SET opened = true
            WHERE bucket = $1 AND contact_id = $2 AND channel = $3 AND account = $4 AND chat = $5
                AND topic = $6",
            talk.bucket(),
            talk.0,
            channel.code(),
            account.as_str(),
            chat,
            topic,
        )
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Forgets a topic that is not there any more.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn drop_topic(
        &self,
        talk: ContactId,
        (channel, account, chat): Group<'_>,
        topic: i64,
    ) -> Result<()> {
        sqlx::query!(
            "DELETE FROM topics
            WHERE bucket = $1 AND contact_id = $2 AND channel = $3 AND account = $4 AND chat = $5
                AND topic = $6",
            talk.bucket(),
            talk.0,
            channel.code(),
            account.as_str(),
            chat,
            topic,
        )
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// The talk of a topic in a group of reps.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_talk_of_topic(
        &self,
        channel: Channel,
        chat: &str,
        topic: i64,
    ) -> Result<Option<ContactId>> {
        let found = sqlx::query_scalar!(
            "SELECT contact_id FROM topics WHERE channel = $1 AND chat = $2 AND topic = $3
            ORDER BY made_at DESC LIMIT 1",
            channel.code(),
            chat,
            topic,
        )
        .fetch_optional(&self.pool)
        .await?;
        Ok(found.map(ContactId))
    }
}
