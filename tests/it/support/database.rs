//! A database of its own for each test.
//!
//! One private cluster for this user is joined or started (it stays for the next run), a template
//! is migrated once for each state of `migrations/`, and each test gets a copy that is dropped when
//! the test ends. The cluster does not wait for the disk: what tests durability has its own.

use std::ffi::OsString;
use std::future::Future;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::Duration;

use docent::postgres::{self, Settings};
use docent::store::{Connect, Db, MIGRATIONS};
use sha2::{Digest as _, Sha256};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use uuid::Uuid;

/// The cluster and the template in it, made once for each run of the tests.
struct Cluster {
    url: String,
    template: String,
}

/// A database of one test.
pub struct TestDatabase {
    /// How to reach it.
    pub url: String,
    name: String,
}

impl TestDatabase {
    /// Connects as a process of its own.
    pub async fn connect(&self) -> Db {
        self.connect_as(&Uuid::new_v4().simple().to_string()[..12]).await
    }

    /// Connects as a named process.
    pub async fn connect_as(&self, holder: &str) -> Db {
        Db::connect(&self.settings(holder)).await.expect("the test's database answers")
    }

    /// How a named process would connect.
    pub fn settings(&self, holder: &str) -> Connect {
        Connect {
            url: self.url.clone(),
            connections: 4,
            patience: Duration::from_secs(10),
            holder: holder.to_owned(),
        }
    }

    /// Waits until the server has noticed that a process is gone.
    pub async fn gone(&self, holder: &str) {
        let mut plain = self.plain().await;
        for _ in 0..500 {
            let left: i64 = sqlx::query_scalar(
                "SELECT count(*) FROM pg_stat_activity
                    WHERE datname = current_database() AND application_name = $1",
            )
            .bind(format!("docent/{holder}"))
            .fetch_one(&mut plain)
            .await
            .expect("the list of connections");
            if left == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("the connections of {holder} are still there");
    }

    /// A plain connection, to look behind the store.
    pub async fn plain(&self) -> PgConnection {
        PgConnection::connect(&self.url).await.expect("the test's database answers")
    }
}

/// Runs a test on a migrated database of its own.
pub fn with_database<T: Future>(test: impl FnOnce(TestDatabase) -> T) {
    let cluster = cluster();
    with_copy_of(&cluster.template, test);
}

/// Runs a test on an empty database of its own.
pub fn with_empty_database<T: Future>(test: impl FnOnce(TestDatabase) -> T) {
    with_copy_of("template0", test);
}

fn with_copy_of<T: Future>(template: &str, test: impl FnOnce(TestDatabase) -> T) {
    let cluster = cluster();
    let name = format!("test_{}", Uuid::new_v4().simple());
    let guard = Dropped { name: name.clone() };
    runtime().block_on(async {
        run(&cluster.url, &format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        let url = cluster.url.replace("/docent?", &format!("/{name}?"));
        test(TestDatabase { url, name: name.clone() }).await;
    });
    drop(guard);
}

/// Drops the database of a test however the test ends.
struct Dropped {
    name: String,
}

impl Drop for Dropped {
    fn drop(&mut self) {
        let sql = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        // A runtime of its own: the test's may be unwinding.
        let done = std::thread::spawn(move || {
            runtime().block_on(async { run(&cluster().url, &sql).await });
        });
        let _ = done.join();
    }
}

/// A runtime of one thread.
pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
}

async fn run(url: &str, sql: &str) {
    let mut connection = PgConnection::connect(url).await.expect("the cluster answers");
    sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await.expect(sql);
    connection.close().await.expect("the connection closes");
}

/// Where the cluster of the tests lives: one for each user, kept between runs.
pub fn data_dir() -> PathBuf {
    let user = rustix::process::geteuid().as_raw();
    PathBuf::from(format!("/var/tmp/docent-tests-{user}"))
}

/// Where the server's programs may be.
#[expect(clippy::disallowed_methods, reason = "the tests find the server as the product does")]
pub fn search_path() -> Option<OsString> {
    std::env::var_os("PATH")
}

fn cluster() -> &'static Cluster {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    CLUSTER.get_or_init(|| {
        // A thread of its own: the caller may be within a runtime.
        std::thread::spawn(|| runtime().block_on(make_cluster()))
            .join()
            .expect("the cluster starts")
    })
}

async fn make_cluster() -> Cluster {
    let settings = Settings { data_dir: data_dir(), search_path: search_path(), durable: false };
    let server = postgres::start(&settings).await.expect("a Postgres for the tests");
    // One hash of them all: Postgres cuts names at 63 bytes.
    let mut hash = Sha256::new();
    MIGRATIONS.iter().for_each(|migration| hash.update(&migration.checksum));
    let version: String =
        hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let template = format!("template_{version}");
    make_template(&server.url, &template).await;
    Cluster { url: server.url, template }
}

/// Several runs may start at once: one migrates, under a lock of the server.
async fn make_template(url: &str, template: &str) {
    let mut connection = PgConnection::connect(url).await.expect("the cluster answers");
    sqlx::query("SELECT pg_advisory_lock(711)").execute(&mut connection).await.expect("the lock");
    let found: Option<i32> = sqlx::query_scalar("SELECT 1 FROM pg_database WHERE datname = $1")
        .bind(template)
        .fetch_optional(&mut connection)
        .await
        .expect("the list of databases");
    if found.is_none() {
        let making = format!("{template}_new");
        run(url, &format!("DROP DATABASE IF EXISTS {making} WITH (FORCE)")).await;
        run(url, &format!("CREATE DATABASE {making} TEMPLATE template0")).await;
        let target = url.replace("/docent?", &format!("/{making}?"));
        let mut fresh = PgConnection::connect(&target).await.expect("the new template answers");
        MIGRATIONS.run(&mut fresh).await.expect("the migrations apply");
        fresh.close().await.expect("the connection closes");
        run(url, &format!("ALTER DATABASE {making} RENAME TO {template}")).await;
    }
    connection.close().await.expect("the connection closes");
}

impl std::fmt::Debug for TestDatabase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}
