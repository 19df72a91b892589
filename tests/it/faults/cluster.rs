//! A private Postgres that waits for the disk, and can be killed with all its processes.

use std::fs;
use std::path::PathBuf;

use docent::postgres::{self, Settings};
use docent::store::MIGRATIONS;
use rustix::process::{Pid, Signal, kill_process};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use tempfile::TempDir;

/// A cluster of its own for one test, killed and removed when dropped.
pub struct Cluster {
    folder: TempDir,
    url: String,
}

impl Cluster {
    /// Makes and starts one.
    pub async fn start() -> Self {
        let folder = super::folder();
        let server = postgres::start(&settings(&folder)).await.expect("a Postgres of our own");
        Self { folder, url: server.url }
    }

    /// A new, migrated database.
    pub async fn create_database(&self, name: &str) {
        let mut connection = self.connect("docent").await;
        let sql = format!("CREATE DATABASE {name}");
        sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await.expect("a new database");
        let mut fresh = self.connect(name).await;
        MIGRATIONS.run(&mut fresh).await.expect("the migrations apply");
    }

    /// A connection past the proxy.
    pub async fn connect(&self, database: &str) -> PgConnection {
        let url = self.url.replace("/docent?", &format!("/{database}?"));
        PgConnection::connect(&url).await.expect("the cluster answers")
    }

    /// Where the server listens.
    pub fn socket(&self) -> PathBuf {
        let (_, host) = self.url.split_once("host=").expect("the address names a folder");
        let folder = host.split('&').next().expect("the folder is not empty");
        PathBuf::from(folder).join(".s.PGSQL.5432")
    }

    /// Kills the server and all its processes at once.
    pub fn kill(&self) {
        let Some(postmaster) = self.postmaster() else { return };
        // Stopped first, so that it has no time to see its children die.
        let _ = kill_process(postmaster, Signal::STOP);
        let children = children_of(postmaster);
        for pid in std::iter::once(postmaster).chain(children) {
            let _ = kill_process(pid, Signal::KILL);
        }
    }

    /// Nothing of the log leaves the server's memory by itself from now on.
    pub async fn hold_the_log(&self) {
        let mut connection = self.connect("docent").await;
        let writer: i32 =
            sqlx::query_scalar("SELECT pid FROM pg_stat_activity WHERE backend_type = 'walwriter'")
                .fetch_one(&mut connection)
                .await
                .expect("the server has a writer of its log");
        let writer = Pid::from_raw(writer).expect("a process");
        kill_process(writer, Signal::STOP).expect("the writer is ours to stop");
    }

    /// Starts it again; it recovers from its log.
    pub async fn restart(&self) {
        postgres::start(&settings(&self.folder)).await.expect("Postgres recovers");
    }

    fn postmaster(&self) -> Option<Pid> {
        let file = self.folder.path().join("postgres/data/postmaster.pid");
        let pid = Pid::from_raw(fs::read_to_string(file).ok()?.lines().next()?.parse().ok()?)?;
        // The file may outlive its server, and the number may have a new owner.
        let words = fs::read(format!("/proc/{}/cmdline", pid.as_raw_nonzero())).ok()?;
        let ours = self.folder.path().as_os_str().as_encoded_bytes();
        words.windows(ours.len()).any(|window| window == ours).then_some(pid)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.kill();
        if let Some(folder) = self.socket().parent() {
            // It may stand outside of ours when the path is long.
            let _ = fs::remove_dir_all(folder);
        }
    }
}

fn settings(folder: &TempDir) -> Settings {
    #[expect(clippy::disallowed_methods, reason = "where the server's programs are found")]
    let search_path = std::env::var_os("PATH");
    Settings { data_dir: folder.path().to_owned(), search_path, durable: true }
}

/// The processes that a process has started, by `/proc`.
fn children_of(parent: Pid) -> Vec<Pid> {
    let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
    let child = |name: &str| {
        let status = fs::read_to_string(format!("/proc/{name}/stat")).ok()?;
        // The name in brackets may hold blanks; state and parent follow it.
        let (_, rest) = status.rsplit_once(')')?;
        let of: i32 = rest.split_whitespace().nth(1)?.parse().ok()?;
        (of == parent.as_raw_nonzero().get()).then(|| Pid::from_raw(name.parse().ok()?))?
    };
    entries.flatten().filter_map(|entry| child(entry.file_name().to_str()?)).collect()
}
