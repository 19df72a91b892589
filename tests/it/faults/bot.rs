//! The bot as a child process: `docent chat --json`, fed and read line by line.

use std::fs::{self, File};
use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use serde::Deserialize;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::mpsc;
use tokio::time::timeout;

/// The channel account that all bots of the rig serve.
pub const ACCOUNT: &str = "rig";

/// What the bot tells.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Told {
    /// An update is committed.
    Acknowledged { update: i64, from: String, turn: Option<i64> },
    /// A reply has left.
    Delivered {
        to: String,
        turn: i64,
        ordinal: i16,
        text: String,
        #[serde(default)]
        maybe_repeated: bool,
    },
    /// A line was not understood: a mistake of the rig.
    Refused { reason: String },
    /// The last line of a bot that was killed while it wrote.
    #[serde(skip)]
    Torn,
}

/// A copy of the dialogs, for all lives of the bot.
pub struct Home {
    folder: TempDir,
}

impl Home {
    /// Makes one.
    pub fn make() -> Self {
        let folder = super::folder();
        let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
        for part in ["dialogs", "locales"] {
            copy(&repository.join(part), &folder.path().join(part));
        }
        Self { folder }
    }

    /// What all bots have complained about.
    pub fn complaints(&self) -> String {
        fs::read_to_string(self.folder.path().join("stderr")).unwrap_or_default()
    }

    /// The file of a dialog, to be edited.
    pub fn file(&self, path: &str) -> std::path::PathBuf {
        self.folder.path().join(path)
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for the copy");
    for entry in fs::read_dir(from).expect("the folder can be read").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("the file can be copied");
        }
    }
}

/// A running bot, killed when dropped.
pub struct Bot {
    child: Child,
    pub pid: Pid,
    input: Option<mpsc::UnboundedSender<String>>,
    told: mpsc::UnboundedReceiver<Told>,
}

impl Bot {
    /// Starts one that finds its database on this port.
    pub fn start(home: &Home, port: u16, database: &str) -> Self {
        let complaints = File::options().append(true).create(true).open(home.file("stderr"));
        let mut child = Command::new(env!("CARGO_BIN_EXE_docent"))
            .args(["chat", "--json", "--as", ACCOUNT])
            .env_clear()
            .env("DOCENT_UNDERSTANDING_MODELS", "none")
            .env(
                "DATABASE_URL",
                format!("postgres://docent@127.0.0.1:{port}/{database}?sslmode=disable"),
            )
            .env("DOCENT_SCRIPTS", home.folder.path())
            // Only trained models are kept there, which all runs may share.
            .env("DOCENT_DATA_DIR", concat!(env!("CARGO_TARGET_TMPDIR"), "/faults"))
            .env("DOCENT_LOG", "warn")
            .current_dir(home.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(complaints.expect("a file for complaints"))
            .kill_on_drop(true)
            .spawn()
            .expect("the bot starts");
        let pid = child.id().and_then(|id| Pid::from_raw(i32::try_from(id).ok()?));
        let mut stdin = child.stdin.take().expect("its input is ours");
        let (input, mut lines) = mpsc::unbounded_channel::<String>();
        tokio::spawn(async move {
            while let Some(line) = lines.recv().await {
                // A dead bot reads nothing; it is told again in its next life.
                if stdin.write_all(line.as_bytes()).await.is_err() {
                    return;
                }
            }
        });
        let stdout = child.stdout.take().expect("its output is ours");
        let (tell, told) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            let mut stdout = BufReader::new(stdout);
            let mut line = String::new();
            while stdout.read_line(&mut line).await.is_ok_and(|read| read > 0) {
                let heard = match serde_json::from_str(&line) {
                    Ok(heard) if line.ends_with('\n') => heard,
                    _ => Told::Torn,
                };
                if tell.send(heard).is_err() {
                    return;
                }
                line.clear();
            }
        });
        Self { child, pid: pid.expect("it has a number"), input: Some(input), told }
    }

    /// Sends a line, which ends with a line feed.
    pub fn feed(&self, line: &str) {
        if let Some(input) = &self.input {
            // Into the pipe of a dead bot: it is told again in its next life.
            let _dead = input.send(line.to_owned());
        }
    }

    /// The next thing it tells; none when it has ended and everything was read.
    pub async fn told(&mut self) -> Option<Told> {
        self.told.recv().await
    }

    /// Kills it. What it has told can still be read.
    pub fn kill(&self) {
        let _gone = kill_process(self.pid, Signal::KILL);
    }

    /// Ends the input, so that it finishes and ends by itself.
    pub fn close(&mut self) {
        self.input = None;
    }

    /// Waits for its end.
    pub async fn ended(&mut self) -> ExitStatus {
        timeout(Duration::from_secs(20), self.child.wait())
            .await
            .expect("the bot ends within 20 s")
            .expect("its end is ours to see")
    }
}
