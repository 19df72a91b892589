//! Whether people can be reached.

use chrono::{DateTime, Utc};

use super::{Db, Result};
use crate::domain::contact::ContactId;

impl Db {
    /// Notes since when a person cannot be reached, or with `None` that they can be again. It
    /// counts until they are heard again. Tells whether the person is known.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn mark_unreachable(
        &self,
        contact: ContactId,
        at: Option<DateTime<Utc>>,
    ) -> Result<bool> {
        let done = sqlx::query!(
            "UPDATE identities SET unreachable_at = $3 WHERE bucket = $1 AND contact_id = $2",
            contact.bucket(),
            contact.0,
            at,
        )
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// Since when a person cannot be reached; `None` while they can.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_unreachable(&self, contact: ContactId) -> Result<Option<DateTime<Utc>>> {
        let at = sqlx::query_scalar!(
            r#"SELECT i.unreachable_at
            FROM identities i
            JOIN conversations c ON c.bucket = i.bucket AND c.contact_id = i.contact_id
            WHERE i.bucket = $1 AND i.contact_id = $2
                AND i.unreachable_at > coalesce(c.heard_at, '-infinity')"#,
            contact.bucket(),
            contact.0,
        )
        .fetch_optional(&self.pool)
        .await?;
        Ok(at.flatten())
    }
}
