//! Leases: work that one process at a time may do, such as sending for one account.
//!
//! A lease lasts 15 seconds and is renewed well before. Times are the database's own, so clocks of
//! replicas need not agree. A holder whose connections are gone from the server is replaced as
//! soon as its last renewal is [`GONE_AFTER`] old, so a killed replica is followed within seconds;
//! one that is cut off but still connected, when its lease expires.

use std::time::Duration;

use super::{Db, Result};

/// How long a lease lasts.
pub const LEASE: Duration = Duration::from_secs(15);

/// How often it is to be renewed.
pub const RENEW_EVERY: Duration = Duration::from_secs(2);

/// A holder without connections is replaced when its last renewal is this old. Longer than
/// [`RENEW_EVERY`], so that a restart of the server takes no lease from a living holder.
pub const GONE_AFTER: Duration = Duration::from_secs(5);

/// A lease that is ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lease {
    /// What it is for, such as `send/telegram/pedalwerk`.
    pub name: String,
    /// Grows with each change of holder.
    pub term: i64,
}

impl Db {
    /// Takes a lease that is free, expired, already ours, or whose holder is gone. `lasts` is
    /// [`LEASE`] but in tests.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn acquire_lease(&self, name: &str, lasts: Duration) -> Result<Option<Lease>> {
        let term = sqlx::query_scalar!(
            r#"INSERT INTO leases AS l (name, holder, term, renewed_at, expires_at)
            VALUES ($1, $2, 1, clock_timestamp(), clock_timestamp() + make_interval(secs => $3))
            ON CONFLICT (name) DO UPDATE
            SET holder = excluded.holder, renewed_at = excluded.renewed_at,
                expires_at = excluded.expires_at,
                term = l.term + CASE WHEN l.holder = excluded.holder THEN 0 ELSE 1 END
            WHERE l.holder = excluded.holder
                OR l.expires_at < excluded.renewed_at
                OR (l.renewed_at + make_interval(secs => $4) < excluded.renewed_at
                    AND NOT EXISTS (SELECT FROM pg_stat_activity a
                        WHERE a.datname = current_database()
                            AND a.application_name = 'docent/' || l.holder))
            RETURNING term"#,
            name,
            &*self.holder,
            lasts.as_secs_f64(),
            GONE_AFTER.as_secs_f64(),
        )
        .fetch_optional(&self.pool)
        .await?;
        Ok(term.map(|term| Lease { name: name.to_owned(), term }))
    }

    /// Renews a lease of ours. `false`: it is lost, the work must stop at once.
    ///
    /// # Errors
    /// When the database does not answer; the work must stop before the lease expires.
    pub async fn renew_lease(&self, lease: &Lease, lasts: Duration) -> Result<bool> {
        let done = sqlx::query!(
            r#"UPDATE leases
            SET renewed_at = clock_timestamp(),
                expires_at = clock_timestamp() + make_interval(secs => $4)
            WHERE name = $1 AND holder = $2 AND term = $3"#,
            lease.name,
            &*self.holder,
            lease.term,
            lasts.as_secs_f64(),
        )
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// Gives a lease back, so that others need not wait.
    ///
    /// # Errors
    /// When the database does not answer; it then expires by itself.
    pub async fn release_lease(&self, lease: &Lease) -> Result<()> {
        sqlx::query!(
            "UPDATE leases SET expires_at = '-infinity' WHERE name = $1 AND holder = $2 AND term = $3",
            lease.name,
            &*self.holder,
            lease.term,
        )
        .execute(&self.pool)
        .await?;
        Ok(())
    }
}
