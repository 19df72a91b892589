//! The whole program as a child process: `docent serve`, set up for the fake.

use std::fs::{self, File};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::time::{sleep, timeout};

use super::fake::Fake;
use super::world::TOKEN;

/// Settings beside those of the fake.
pub type Settings<'a> = &'a [(&'a str, String)];

/// The example as its files, with a picture, for all lives of a bot.
pub struct Home(TempDir);

impl Home {
    /// Changes a file of it.
    pub fn changes(&self, file: &str, from: &str, to: &str) {
        let path = self.0.path().join(file);
        let before = fs::read_to_string(&path).expect("the file");
        assert!(before.contains(from), "{from:?} is in {file}");
        fs::write(path, before.replace(from, to)).expect("it can be written");
    }

    pub fn make() -> Self {
        let folder = TempDir::with_prefix("docent-discord-").unwrap();
        let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
        for part in ["dialogs", "locales"] {
            copy(&repository.join(part), &folder.path().join(part));
        }
        let pictures = folder.path().join("pictures");
        fs::create_dir_all(&pictures).unwrap();
        let catalogue = fs::read_to_string(repository.join("dialogs/catalogue.yaml")).unwrap();
        for line in catalogue.lines().filter_map(|line| line.trim().strip_prefix("picture: ")) {
            // The first bytes of a JPEG; nobody here looks at more.
            fs::write(pictures.join(line.trim()), [0xff, 0xd8, 0xff, 0xe0, 0, 16]).unwrap();
        }
        Self(folder)
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// What all lives wrote to standard error.
    pub fn log(&self) -> String {
        fs::read_to_string(self.0.path().join("stderr")).unwrap_or_default()
    }
}

impl Drop for Home {
    /// A test that fails shows what the bot complained about.
    #[expect(clippy::print_stderr, reason = "it belongs to the report of a test that failed")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            let log = self.log();
            let lines: Vec<&str> = log.lines().rev().take(30).collect();
            eprintln!("the bot's last words:");
            lines.iter().rev().for_each(|line| eprintln!("  {line}"));
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A running bot, killed when dropped.
pub struct Bot {
    child: Child,
    pub pid: Pid,
    port: SocketAddr,
}

impl Bot {
    pub async fn start(home: &Home, database: &str, fake: &Fake) -> Self {
        Self::start_with(home, database, fake, &[]).await
    }

    pub async fn start_with(
        home: &Home,
        database: &str,
        fake: &Fake,
        settings: Settings<'_>,
    ) -> Self {
        let port = free_port().await;
        let child = command(home, database, fake, settings)
            .arg("serve")
            .env("DOCENT_LISTEN", port.to_string())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let pid = Pid::from_raw(i32::try_from(child.id().unwrap()).unwrap()).unwrap();
        fake.world().victim = Some(pid);
        Self { child, pid, port }
    }

    pub fn kill(&self) {
        let _gone = kill_process(self.pid, Signal::KILL);
    }

    /// Told to stop, as a service manager does.
    pub fn stop(&self) {
        let _gone = kill_process(self.pid, Signal::TERM);
    }

    pub async fn ended(&mut self) -> std::process::ExitStatus {
        timeout(Duration::from_secs(20), self.child.wait()).await.expect("it ends").unwrap()
    }

    pub fn is_alive(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// What its port says to a path.
    pub async fn asked(&self, path: &str) -> String {
        for _ in 0..200 {
            if let Ok(mut stream) = TcpStream::connect(self.port).await {
                let request =
                    format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
                stream.write_all(request.as_bytes()).await.unwrap();
                let mut answer = String::new();
                let _ = stream.read_to_string(&mut answer).await;
                return answer;
            }
            sleep(Duration::from_millis(50)).await;
        }
        panic!("the port {} never opened", self.port)
    }
}

/// The program, set up for the fake.
pub fn command(home: &Home, database: &str, fake: &Fake, settings: Settings<'_>) -> Command {
    let log = File::options().append(true).create(true).open(home.path().join("stderr")).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_docent"));
    command
        .env_clear()
        // What is tried here needs no sentence vectors, which take long to learn with unoptimized.
        .env("DOCENT_UNDERSTANDING_MODELS", "none")
        .env("DATABASE_URL", database)
        .env("DOCENT_SCRIPTS", home.path())
        // Only trained models are kept there, which all runs may share.
        .env("DOCENT_DATA_DIR", models())
        .env("DOCENT_DISCORD_TOKEN", TOKEN)
        .env("DOCENT_DISCORD_API_URL", format!("http://{}", fake.api))
        // Some tests say more at once than a person would.
        .env("DOCENT_FLOOD_PERSON_BURST", "0")
        .envs(settings.iter().map(|(name, value)| (*name, value.as_str())))
        .current_dir(home.path())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log);
    command
}

fn models() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_TARGET_TMPDIR"), "/faults"))
}

async fn free_port() -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    listener.local_addr().unwrap()
}
