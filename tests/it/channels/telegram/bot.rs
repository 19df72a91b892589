//! The whole binary, `docent serve`, between the fake and a database.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;
use tokio::process::{Child, Command};

use super::fake::{Fake, TOKEN};
use crate::support::database::TestDatabase;

/// A house in a folder of its own: the example, with a picture.
pub struct House {
    folder: TempDir,
}

impl House {
    pub fn make() -> Self {
        let folder = TempDir::with_prefix("docent-telegram-").expect("a folder");
        let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
        for part in ["dialogs", "locales"] {
            copy(&repository.join(part), &folder.path().join(part));
        }
        Self { folder }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Puts the pictures into place that the catalogue names.
    pub fn with_pictures(self) -> Self {
        let pictures = self.path().join("pictures");
        fs::create_dir_all(&pictures).expect("a folder");
        let text = fs::read_to_string(self.path().join("dialogs/catalogue.yaml"));
        let text = text.expect("the catalogue");
        let names = text.lines().filter_map(|line| line.trim().strip_prefix("picture: "));
        for name in names {
            fs::write(pictures.join(name), b"\x89PNG and so on").expect("a picture");
        }
        self
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for the copy");
    for entry in fs::read_dir(from).expect("the folder can be read").flatten() {
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).expect("the file can be copied")),
        }
    }
}

/// A running bot, killed when dropped.
pub struct Bot {
    child: Child,
    pub pid: Pid,
    /// Where its health and webhook port is.
    pub address: String,
    log: PathBuf,
}

impl Bot {
    /// Starts one; `more` are further settings.
    pub fn start(
        house: &House,
        database: &TestDatabase,
        fake: &Fake,
        more: &[(&str, &str)],
    ) -> Self {
        let address = free_address();
        let log = house.path().join(format!("log-{}", address.replace([':', '.'], "-")));
        let out = fs::File::create(&log).expect("a log");
        let mut command = docent(house, database, fake, more);
        let child = command
            .args(["serve", "--no-chat"])
            .env("DOCENT_LISTEN", &address)
            .stdin(Stdio::null())
            .stdout(out.try_clone().expect("a log"))
            .stderr(out)
            .kill_on_drop(true)
            .spawn()
            .expect("the bot starts");
        let pid = child.id().and_then(|id| Pid::from_raw(i32::try_from(id).ok()?));
        let pid = pid.expect("it has a number");
        fake.state().pids.push(pid);
        fake.forwards_to(&address);
        Self { child, pid, address, log }
    }

    /// What it has printed.
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// What its port answers.
    pub async fn asks(&self, path: &str) -> (u16, String) {
        let url = format!("http://{}{path}", self.address);
        for _ in 0..400 {
            if let Ok(answer) = reqwest::get(&url).await {
                let status = answer.status().as_u16();
                return (status, answer.text().await.unwrap_or_default());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the port does not answer:\n{}", self.log());
    }

    /// Stops it as a service manager would, and waits for its end.
    pub async fn stops(mut self) {
        kill_process(self.pid, Signal::TERM).expect("it is ours");
        let ended = tokio::time::timeout(Duration::from_secs(20), self.child.wait()).await;
        let status = ended.expect("it ends in time").expect("its end is ours to see");
        assert!(status.success(), "{status}:\n{}", self.log());
    }

    /// Kills it, and waits for its end.
    pub async fn dies(mut self) {
        // It may be dead already.
        let _dead = kill_process(self.pid, Signal::KILL);
        self.child.wait().await.expect("its end is ours to see");
    }
}

/// Runs another command of the program to its end: exit code and output.
pub async fn run(
    house: &House,
    database: &TestDatabase,
    fake: &Fake,
    more: &[(&str, &str)],
    arguments: &[&str],
) -> (i32, String) {
    let output = docent(house, database, fake, more).args(arguments).output().await;
    let output = output.expect("the program runs");
    let text = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&text).into_owned())
}

fn docent(house: &House, database: &TestDatabase, fake: &Fake, more: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_docent"));
    command
        .env_clear()
        // What is tried here needs no sentence vectors, which take long to learn with unoptimized.
        .env("DOCENT_UNDERSTANDING_MODELS", "none")
        .env("DATABASE_URL", &database.url)
        .env("DOCENT_SCRIPTS", house.path())
        // Only trained models are kept there, which all runs may share.
        .env("DOCENT_DATA_DIR", concat!(env!("CARGO_TARGET_TMPDIR"), "/faults"))
        .env("DOCENT_TELEGRAM_TOKEN", TOKEN)
        .env("DOCENT_TELEGRAM_API_URL", &fake.url)
        .envs(more.iter().copied())
        .current_dir(house.path());
    command
}

fn free_address() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").to_string()
}
