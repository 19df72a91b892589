//! R7: a private Postgres, made from the server binaries that are installed.
//!
//! A folder of its own, a unix socket that nobody else may open, no network. It is started when it
//! does not run, joined when it does, and goes on after we end, so a restart costs nothing;
//! [`stop`] ends it. Postgres refuses to run as root, so as root everything here runs as
//! `postgres` or `nobody`. Start reading at [`start`].

mod account;
mod error;
mod place;
mod programs;

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::str::FromStr;
use std::time::Duration;

use rustix::process::Pid;
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{ConnectOptions, Connection};
use tokio::time::Instant;

use account::Account;
pub use error::PostgresError;
use place::{Place, folder};
use programs::Programs;

/// The database and the role in the private Postgres.
const NAME: &str = "docent";
/// Recovery after a kill replays what was written since the last checkpoint.
const START_PATIENCE: Duration = Duration::from_secs(60);

type Result<T, E = PostgresError> = std::result::Result<T, E>;

/// Where things are. The caller reads the environment.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where the data live, and the socket if the path is short enough.
    pub data_dir: PathBuf,
    /// `PATH`, searched for the server's programs before the usual folders.
    pub search_path: Option<OsString>,
    /// `false` skips waiting for the disk: for tests that do not test durability.
    pub durable: bool,
}

/// How the server came to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It ran already.
    Joined,
    /// It was started.
    Started,
    /// It was made and started.
    Created,
}

/// A private Postgres that runs.
#[derive(Clone, Debug)]
pub struct Postgres {
    /// How to reach it; holds no password, the socket's folder is the protection.
    pub url: String,
    /// How it came to run.
    pub how: How,
    /// What the server has to say.
    pub log: PathBuf,
}

/// Starts or joins the private Postgres and waits until it answers.
///
/// # Errors
/// What is in the way, and what to do about it.
pub async fn start(settings: &Settings) -> Result<Postgres> {
    let place = Place::of(settings);
    if place.answers(NAME).await.is_ok() {
        return Ok(place.running(How::Joined));
    }
    let account = Account::find();
    place.make_folders(&account)?;
    // One process at a time makes or starts; the others then join.
    let _lock = place.lock()?;
    if place.answers(NAME).await.is_ok() {
        return Ok(place.running(How::Joined));
    }
    let programs = Programs::find(settings.search_path.as_ref(), place.data_version().as_deref())?;
    programs.fit(&place.data, place.data_version())?;
    let how = if place.has_data() { How::Started } else { How::Created };
    if how == How::Created {
        place.init(&programs, &account, settings.durable)?;
    }
    place.remove_misleading_pid_file();
    place.launch(&programs, &account, settings.durable).await?;
    place.make_database().await?;
    Ok(place.running(how))
}

/// Stops the private Postgres; `false` when it did not run. Open connections are cut, what was
/// committed is safe.
///
/// # Errors
/// What is in the way.
pub async fn stop(settings: &Settings) -> Result<bool> {
    let place = Place::of(settings);
    let Some(pid) = place.server_pid() else { return Ok(false) };
    // SIGINT is Postgres's "fast" shutdown.
    if let Err(error) = rustix::process::kill_process(pid, rustix::process::Signal::INT) {
        return Err(place.not_ready(Instant::now(), format!("it cannot be told to stop: {error}")));
    }
    let begun = Instant::now();
    while place.server_pid().is_some() {
        if begun.elapsed() > START_PATIENCE {
            return Err(place.not_ready(begun, "it does not stop".to_owned()));
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Ok(true)
}

impl Place {
    fn running(&self, how: How) -> Postgres {
        Postgres { url: self.url(NAME), how, log: self.log.clone() }
    }

    async fn connect(&self, database: &str) -> std::result::Result<PgConnection, sqlx::Error> {
        // Without a socket there is no server: spare the driver's own waiting.
        fs::metadata(self.socket.join(".s.PGSQL.5432"))?;
        let options = PgConnectOptions::from_str(&self.url(database))?.disable_statement_logging();
        tokio::time::timeout(Duration::from_secs(5), PgConnection::connect_with(&options))
            .await
            .map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?
    }

    async fn answers(&self, database: &str) -> std::result::Result<(), sqlx::Error> {
        self.connect(database).await?.close().await
    }

    /// Makes the data folder beside its place and moves it there, so a broken-off attempt leaves
    /// nothing that looks finished.
    fn init(&self, programs: &Programs, account: &Account, durable: bool) -> Result<()> {
        let fresh = self.root.join("data.new");
        match fs::remove_dir_all(&fresh) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(folder("clear", &fresh, &error));
            }
            _ => {}
        }
        let mut initdb = account.command(&programs.bin.join("initdb"));
        initdb.arg("-D").arg(&fresh).args(["-U", NAME, "-A", "trust", "-E", "UTF8", "--locale=C"]);
        initdb.args(["--no-instructions"]);
        if !durable {
            initdb.arg("--no-sync");
        }
        self.run("initdb", &mut initdb)?;
        fs::rename(&fresh, &self.data).map_err(|error| folder("move into place", &fresh, &error))
    }

    fn run(&self, program: &'static str, command: &mut Command) -> Result<()> {
        let failed = |why: String| PostgresError::Program {
            program,
            data: self.data.display().to_string(),
            why,
            log: self.log.display().to_string(),
        };
        let output =
            command.stdin(Stdio::null()).output().map_err(|error| failed(error.to_string()))?;
        if output.status.success() {
            return Ok(());
        }
        Err(failed(last_words(&String::from_utf8_lossy(&output.stderr))))
    }

    /// The process of our server, if it lives.
    fn server_pid(&self) -> Option<Pid> {
        self.pid_in_file().filter(|pid| is_alive(*pid) && is_postgres(*pid, &self.data))
    }

    fn pid_in_file(&self) -> Option<Pid> {
        let file = fs::read_to_string(self.data.join("postmaster.pid")).ok()?;
        Pid::from_raw(file.lines().next()?.trim().parse().ok()?)
    }

    /// After a kill in a container the file may name some other process that got the same number,
    /// which the server would take for a running one. (A number that nobody has it sees through.)
    fn remove_misleading_pid_file(&self) {
        if self.pid_in_file().is_some_and(|pid| is_alive(pid) && !is_postgres(pid, &self.data)) {
            let _ = fs::remove_file(self.data.join("postmaster.pid"));
        }
    }

    async fn launch(&self, programs: &Programs, account: &Account, durable: bool) -> Result<()> {
        let begun = Instant::now();
        // Another process's server may be recovering.
        let mut launched = self.server_pid().is_some();
        loop {
            if !launched {
                self.run("pg_ctl", &mut self.pg_ctl(programs, account, durable))?;
                launched = true;
            }
            let why = match self.answers("postgres").await {
                Ok(()) => return Ok(()),
                Err(error) => error.to_string(),
            };
            // A server that died at once: either for good, or since the children of a killed one
            // still hold its memory, which passes.
            if self.server_pid().is_none() && begun.elapsed() > Duration::from_millis(500) {
                if begun.elapsed() > Duration::from_secs(10) {
                    return Err(self.failed_to_start());
                }
                launched = false;
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
            if begun.elapsed() > START_PATIENCE {
                return Err(self.not_ready(begun, why));
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    fn pg_ctl(&self, programs: &Programs, account: &Account, durable: bool) -> Command {
        let mut options = format!(
            "-c listen_addresses='' -c unix_socket_directories='{}' -c unix_socket_permissions=0700 \
             -c port=5432 -c jit=off \
             -c log_min_error_statement=panic -c log_error_verbosity=terse -c log_checkpoints=off",
            self.socket.display()
        );
        if !durable {
            options.push_str(" -c fsync=off -c full_page_writes=off -c synchronous_commit=off");
        }
        let mut command = account.command(&programs.bin.join("pg_ctl"));
        // Without waiting: its own wait looks only ten times a second.
        command.arg("start").arg("-W").arg("-s").arg("-D").arg(&self.data);
        command.arg("-l").arg(&self.log).arg("-o").arg(options);
        command
    }

    async fn make_database(&self) -> Result<()> {
        let failed = |error: sqlx::Error| self.not_ready(Instant::now(), error.to_string());
        if self.answers(NAME).await.is_ok() {
            return Ok(());
        }
        let mut connection = self.connect("postgres").await.map_err(failed)?;
        let made = sqlx::query("CREATE DATABASE docent").execute(&mut connection).await;
        match made {
            Err(sqlx::Error::Database(error)) if error.code().as_deref() == Some("42P04") => {}
            made => made.map(|_| ()).map_err(failed)?,
        }
        connection.close().await.map_err(failed)
    }

    fn failed_to_start(&self) -> PostgresError {
        let log = fs::read_to_string(&self.log).unwrap_or_default();
        PostgresError::Program {
            program: "postgres",
            data: self.data.display().to_string(),
            why: last_words(&log),
            log: self.log.display().to_string(),
        }
    }

    fn not_ready(&self, begun: Instant, why: String) -> PostgresError {
        PostgresError::NotReady {
            data: self.data.display().to_string(),
            seconds: begun.elapsed().as_secs(),
            why,
            log: self.log.display().to_string(),
        }
    }
}

fn is_alive(pid: Pid) -> bool {
    rustix::process::test_kill_process(pid) != Err(rustix::io::Errno::SRCH)
}

/// Whether a living process is the server of a data folder. Where the system does not tell, it
/// counts as one. A process that has ended but was not waited for has no words left.
fn is_postgres(pid: Pid, data: &Path) -> bool {
    let data = data.as_os_str().as_encoded_bytes();
    match fs::read(format!("/proc/{}/cmdline", pid.as_raw_nonzero())) {
        Ok(words) => words.windows(data.len()).any(|window| window == data),
        Err(_) => !Path::new("/proc/self").exists(),
    }
}

/// The last lines of what a program printed.
fn last_words(output: &str) -> String {
    let lines: Vec<&str> = output.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let last = lines.len().saturating_sub(3);
    if lines.is_empty() { "it said nothing".to_owned() } else { lines[last..].join(" / ") }
}
