//! R4: all SQL, behind [`Db`].
//!
//! The store keeps and finds; it decides nothing, knows no script and sends nothing. Rows of a
//! person carry a `bucket` first in every key (see `migrations/0002_people.sql`). Start reading
//! at [`turns`] (what one turn writes), then [`commit`] (how it is written in one round trip),
//! [`outbox`] (how it leaves) and [`leases`] (who may take it).

pub mod amend;
pub mod commit;
pub mod conversations;
pub mod desk;
mod error;
pub mod forget;
pub mod gateway;
pub mod held;
pub mod history;
pub mod leads;
pub mod leases;
pub mod marks;
mod moved;
pub mod outbox;
mod places;
pub mod reach;
pub mod report;
pub mod reps;
pub mod said;
pub mod scripts;
pub mod topics;
pub mod turns;
pub mod why;

use std::str::FromStr;
use std::time::Duration;

use sqlx::ConnectOptions;
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use uuid::Uuid;

use crate::domain::contact::{ContactId, Identity};
pub use commit::Committed;
pub use error::{Result, StoreError};

/// The schema's history. Tests apply it step by step.
pub static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// How to reach the database.
#[derive(Clone, Debug)]
pub struct Connect {
    /// `postgres://...`; may hold a password, so it is not for logs.
    pub url: String,
    /// Connections at most.
    pub connections: u32,
    /// How long to wait for a free connection before the database counts as unavailable.
    pub patience: Duration,
    /// This process among others on the same database: at most 40 characters, unique. The server
    /// knows our connections by it, which is how others see that we are gone.
    pub holder: String,
}

/// The database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Db {
    pool: PgPool,
    holder: std::sync::Arc<str>,
    installation: Installation,
}

/// What was drawn once for this installation.
#[derive(Clone)]
struct Installation {
    namespace: Uuid,
    suppression_key: std::sync::Arc<[u8]>,
}

impl std::fmt::Debug for Installation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Installation(secret)")
    }
}

impl Db {
    /// Connects, and brings the schema up to date.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when a newer version migrated the database, else what is in the way.
    pub async fn connect(connect: &Connect) -> Result<Self> {
        let pool = Self::pool(connect).await?;
        Self::migrate(&pool).await?;
        Self::with_pool(pool, &connect.holder).await
    }

    /// A pool with the settings that our statements count on.
    async fn pool(connect: &Connect) -> Result<PgPool> {
        let options = PgConnectOptions::from_str(&connect.url)?
            .application_name(&application_name(&connect.holder))
            // The tables grow from nothing to millions of rows while plans are kept: these make
            // every plan the one that is right for a large table (a test holds it).
            .options([
                ("plan_cache_mode", "force_generic_plan"),
                ("enable_seqscan", "off"),
                ("enable_bitmapscan", "off"),
                ("enable_material", "off"),
                ("enable_hashjoin", "off"),
                ("enable_mergejoin", "off"),
                ("random_page_cost", "1.1"),
                ("jit", "off"),
            ])
            .disable_statement_logging();
        Ok(PgPoolOptions::new()
            .max_connections(connect.connections)
            .acquire_timeout(connect.patience)
            .max_lifetime(None)
            // A ping before each use would cost a round trip; callers retry lost connections.
            .test_before_acquire(false)
            .connect_with(options)
            .await?)
    }

    /// Applies what is missing of the schema.
    async fn migrate(pool: &PgPool) -> Result<()> {
        let known = MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default();
        match MIGRATIONS.run(pool).await {
            Err(sqlx::migrate::MigrateError::VersionMissing(found)) if found > known => {
                let found = sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations")
                    .fetch_one(pool)
                    .await
                    .unwrap_or(found);
                Err(StoreError::Newer { found, known })
            }
            done => Ok(done?),
        }
    }

    async fn with_pool(pool: PgPool, holder: &str) -> Result<Self> {
        let row = sqlx::query!("SELECT namespace, suppression_key FROM installation")
            .fetch_one(&pool)
            .await?;
        let installation =
            Installation { namespace: row.namespace, suppression_key: row.suppression_key.into() };
        Ok(Self { pool, holder: holder.into(), installation })
    }

    /// The id of a person; no query.
    #[must_use]
    pub fn contact_id(&self, identity: &Identity) -> ContactId {
        ContactId::of(self.installation.namespace, identity)
    }

    /// The name of this process among others.
    #[must_use]
    pub fn holder(&self) -> &str {
        &self.holder
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// What is in the way.
    pub async fn ping(&self) -> Result<()> {
        sqlx::query!("SELECT 1 AS one").fetch_one(&self.pool).await?;
        Ok(())
    }

    /// Connections of this process that are busy, and those at rest.
    #[must_use]
    pub fn connections(&self) -> (u64, u64) {
        let (size, idle) = (u64::from(self.pool.size()), self.pool.num_idle() as u64);
        (size.saturating_sub(idle), idle)
    }

    /// The pool, for tests and benches that look behind the store.
    #[must_use]
    pub fn raw_pool(&self) -> &PgPool {
        &self.pool
    }

    /// Waits for running statements and closes all connections.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// How the server lists the connections of a process.
fn application_name(holder: &str) -> String {
    format!("docent/{holder}")
}
