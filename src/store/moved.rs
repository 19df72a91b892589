//! Chats of the house that have another id on their platform now.

use chrono::{DateTime, Utc};

use super::{Db, Result};
use crate::domain::ids::{AccountId, Channel};

impl Db {
    /// Remembers where a chat went.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn put_moved_chat(
        &self,
        (channel, account): (Channel, &AccountId),
        chat: &str,
        moved_to: &str,
        now: DateTime<Utc>,
    ) -> Result<()> {
        sqlx::query!(
            "INSERT INTO moved_chats (channel, account, chat, moved_to, at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (channel, account, chat) DO UPDATE SET moved_to = $4, at = $5",
            channel.code(),
            account.as_str(),
            chat,
            moved_to,
            now,
        )
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Where a chat went, if it did.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_moved_chat(
        &self,
        channel: Channel,
        account: &AccountId,
        chat: &str,
    ) -> Result<Option<String>> {
        Ok(sqlx::query_scalar!(
            "SELECT moved_to FROM moved_chats WHERE channel = $1 AND account = $2 AND chat = $3",
            channel.code(),
            account.as_str(),
            chat,
        )
        .fetch_optional(&self.pool)
        .await?)
    }
}
