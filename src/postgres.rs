//! R7: a private Postgres, made from the server binaries that are installed.
//!
//! A folder of its own, a unix socket that nobody else may open, no network. It is started when it
//! does not run, joined when it does, and goes on after we end, so a restart costs nothing;
//! [`stop`] ends it. Postgres refuses to run as root, so as root everything here runs as
//! `postgres` or `nobody`. Start reading at [`start`].

mod account;
mod programs;

use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{ConnectOptions, Connection};
use tokio::time::Instant;

use account::Account;
use programs::Programs;

/// The database and the role in the private Postgres.
const NAME: &str = "docent";
/// What a socket's path may be long, the ending zero not counted.
const SOCKET_PATH_MAX: usize = 107;
/// Recovery after a kill replays what was written since the last checkpoint.
const START_PATIENCE: Duration = Duration::from_secs(60);

/// What went wrong with the private Postgres: what, where, why, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum PostgresError {
    /// No server binaries.
    #[error(
        "no Postgres server is installed (looked for `postgres` and `initdb` in {searched}); install it \
         (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql), or set DATABASE_URL \
         to a Postgres you have"
    )]
    NotInstalled {
        /// The folders that were searched.
        searched: String,
    },
    /// The data folder belongs to another major version.
    #[error(
        "the data in {data} was made by Postgres {found}, and only {installed} is installed; install \
         Postgres {found}, or move the data with pg_upgrade"
    )]
    WrongVersion {
        /// The folder.
        data: String,
        /// The major version that made it.
        found: String,
        /// What is installed.
        installed: String,
    },
    /// A folder cannot be used.
    #[error("cannot {verb} {path}: {why}; {remedy}")]
    Folder {
        /// What was tried.
        verb: &'static str,
        /// Where.
        path: String,
        /// Why not.
        why: String,
        /// What to do.
        remedy: &'static str,
    },
    /// A program of Postgres failed.
    #[error("{program} failed on {data}: {why}; the server's log is {log}")]
    Program {
        /// Which one.
        program: &'static str,
        /// On which folder.
        data: String,
        /// Its last words.
        why: String,
        /// The log.
        log: String,
    },
    /// The server runs but does not answer in time.
    #[error(
        "Postgres on {data} does not answer after {seconds} s: {why}; the server's log is {log}"
    )]
    NotReady {
        /// On which folder.
        data: String,
        /// How long we waited.
        seconds: u64,
        /// What it last said.
        why: String,
        /// The log.
        log: String,
    },
}

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

/// The data folder when none is configured. Root cannot use its home, which the server's own
/// account may not enter.
#[must_use]
pub fn default_data_dir(xdg_data_home: Option<PathBuf>, home: Option<PathBuf>) -> PathBuf {
    if rustix::process::geteuid().is_root() {
        return PathBuf::from("/var/lib/docent");
    }
    xdg_data_home
        .filter(|dir| dir.is_absolute())
        .or_else(|| Some(home?.join(".local/share")))
        .map_or_else(|| PathBuf::from("/var/tmp/docent"), |dir| dir.join("docent"))
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
    place.remove_stale_pid_file();
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

/// The folders of one private Postgres.
struct Place {
    /// What the caller gave: it may hold other things and stays as it is.
    parent: PathBuf,
    /// Ours, and the server account's.
    root: PathBuf,
    data: PathBuf,
    socket: PathBuf,
    log: PathBuf,
}

impl Place {
    fn of(settings: &Settings) -> Self {
        let parent =
            std::path::absolute(&settings.data_dir).unwrap_or_else(|_| settings.data_dir.clone());
        let root = parent.join("postgres");
        let near = root.join("run");
        let length = near.as_os_str().len() + "/.s.PGSQL.5432".len();
        let socket = if length <= SOCKET_PATH_MAX {
            near
        } else {
            let user = rustix::process::geteuid().as_raw();
            PathBuf::from(format!("/tmp/docent-{user}-{:016x}", fingerprint(&root)))
        };
        Self { data: root.join("data"), log: root.join("server.log"), socket, root, parent }
    }

    fn running(&self, how: How) -> Postgres {
        Postgres { url: self.url(NAME), how, log: self.log.clone() }
    }

    fn url(&self, database: &str) -> String {
        let mut host = String::new();
        for byte in self.socket.as_os_str().as_encoded_bytes() {
            match byte {
                b'/' | b'-' | b'_' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                    host.push(char::from(*byte));
                }
                other => {
                    let _ = write!(host, "%{other:02X}");
                }
            }
        }
        format!("postgres:///{database}?host={host}&user={NAME}")
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

    fn has_data(&self) -> bool {
        self.data.join("PG_VERSION").exists()
    }

    fn data_version(&self) -> Option<String> {
        let version = fs::read_to_string(self.data.join("PG_VERSION")).ok()?;
        Some(version.trim().to_owned())
    }

    fn make_folders(&self, account: &Account) -> Result<()> {
        // A folder that exists must be ours: in /tmp anybody could have put one there.
        let make = |path: &Path| -> Result<()> {
            match fs::create_dir(path) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                    return Err(folder("make the folder", path, &error));
                }
                _ => {}
            }
            let found = fs::symlink_metadata(path).map_err(|error| folder("read", path, &error))?;
            let ours = [account.uid, rustix::process::geteuid().as_raw()].contains(&found.uid());
            if !found.is_dir() || !ours {
                return Err(PostgresError::Folder {
                    verb: "use the folder",
                    path: path.display().to_string(),
                    why: "it belongs to somebody else".to_owned(),
                    remedy: "set DOCENT_DATA_DIR to a folder of your own",
                });
            }
            fs::set_permissions(path, Permissions::from_mode(0o700))
                .and_then(|()| account.own(path))
                .map_err(|error| folder("hand over", path, &error))
        };
        if !self.parent.exists() {
            fs::create_dir_all(&self.parent)
                .and_then(|()| fs::set_permissions(&self.parent, Permissions::from_mode(0o711)))
                .map_err(|error| folder("make the folder", &self.parent, &error))?;
        }
        account.may_enter(&self.root)?;
        make(&self.root)?;
        make(&self.socket)
    }

    /// Waits until no other process is making or starting this server.
    fn lock(&self) -> Result<File> {
        let path = self.root.join("lock");
        let file = OpenOptions::new()
            .create(true)
            .write(true)
            .truncate(false)
            .open(&path)
            .map_err(|error| folder("write", &path, &error))?;
        file.lock().map_err(|error| folder("lock", &path, &error))?;
        Ok(file)
    }

    /// Makes the data folder beside its place and moves it there, so a broken-off attempt leaves
    /// nothing that looks finished.
    fn init(&self, programs: &Programs, account: &Account, durable: bool) -> Result<()> {
        let fresh = self.root.join("postgres.new");
        for leftover in [&fresh, &self.data] {
            match fs::remove_dir_all(leftover) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(folder("clear", leftover, &error));
                }
                _ => {}
            }
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
    fn server_pid(&self) -> Option<rustix::process::Pid> {
        let pid = fs::read_to_string(self.data.join("postmaster.pid")).ok()?;
        let pid = rustix::process::Pid::from_raw(pid.lines().next()?.trim().parse().ok()?)?;
        is_postgres(pid, &self.data).then_some(pid)
    }

    /// After a kill the file names a process that is gone, or, in a container, some other process
    /// that got the same number, which the server would take for a running one.
    fn remove_stale_pid_file(&self) {
        if self.server_pid().is_none() {
            let _ = fs::remove_file(self.data.join("postmaster.pid"));
        }
    }

    async fn launch(&self, programs: &Programs, account: &Account, durable: bool) -> Result<()> {
        let begun = Instant::now();
        let mut launched = false;
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

/// Whether a process is the server of a data folder. Where the system does not tell, a living
/// process counts as one.
fn is_postgres(pid: rustix::process::Pid, data: &Path) -> bool {
    if rustix::process::test_kill_process(pid) == Err(rustix::io::Errno::SRCH) {
        return false;
    }
    let words = fs::read(format!("/proc/{}/cmdline", pid.as_raw_nonzero()));
    match words {
        // A process that has ended but was not waited for has no words left.
        Ok(words) => {
            let data = data.as_os_str().as_encoded_bytes();
            words.windows(data.len()).any(|window| window == data)
        }
        Err(_) => !Path::new("/proc/self").exists(),
    }
}

/// The last lines of what a program printed.
fn last_words(output: &str) -> String {
    let lines: Vec<&str> = output.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let last = lines.len().saturating_sub(3);
    if lines.is_empty() { "it said nothing".to_owned() } else { lines[last..].join(" / ") }
}

fn folder(verb: &'static str, path: &Path, error: &io::Error) -> PostgresError {
    PostgresError::Folder {
        verb,
        path: path.display().to_string(),
        why: error.to_string(),
        remedy: "set DOCENT_DATA_DIR to a folder that can be written",
    }
}

/// A short name for a path (FNV-1a): it must be the same in every run.
fn fingerprint(path: &Path) -> u64 {
    path.as_os_str().as_encoded_bytes().iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_path_gets_a_short_socket() {
        let settings =
            |dir: &str| Settings { data_dir: dir.into(), search_path: None, durable: true };
        let near = Place::of(&settings("/var/lib/docent"));
        assert_eq!(
            near.url("docent"),
            "postgres:///docent?host=/var/lib/docent/postgres/run&user=docent"
        );
        let far = Place::of(&settings(&format!("/var/{}", "x".repeat(120))));
        assert!(far.socket.as_os_str().len() < 60, "{}", far.socket.display());
    }
}
