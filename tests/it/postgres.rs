//! The private Postgres: made, joined, killed, stopped.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use docent::postgres::{How, PostgresError, Settings, start, stop};
use rustix::process::{Pid, Signal, kill_process};
use sqlx::{Connection, Executor, PgConnection};

use crate::support::database::{runtime, search_path};

/// A folder that the server's account may pass through, removed in the end.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir_in("/var/tmp").unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    folder
}

fn settings(data_dir: impl Into<PathBuf>) -> Settings {
    Settings { data_dir: data_dir.into(), search_path: search_path(), durable: false }
}

fn pid_file(folder: &Path) -> PathBuf {
    folder.join("postgres/data/postmaster.pid")
}

#[test]
fn it_is_made_once_joined_after_that_and_outlives_a_kill() {
    let folder = folder();
    let settings = Settings { durable: true, ..settings(folder.path()) };
    runtime().block_on(async {
        let made = start(&settings).await.unwrap();
        assert_eq!(made.how, How::Created);
        let mut connection = PgConnection::connect(&made.url).await.unwrap();
        connection.execute("CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)").await.unwrap();
        assert_eq!(start(&settings).await.unwrap().how, How::Joined);

        let pid = fs::read_to_string(pid_file(folder.path())).unwrap();
        let pid = Pid::from_raw(pid.lines().next().unwrap().parse().unwrap()).unwrap();
        kill_process(pid, Signal::KILL).unwrap();
        // Two processes notice at once; threads, because each waits for the other's lock.
        let starts = [settings.clone(), settings.clone()].map(|settings| {
            std::thread::spawn(move || {
                runtime().block_on(async move { start(&settings).await.unwrap().how })
            })
        });
        let mut hows = starts.map(|start| start.join().unwrap());
        hows.sort_by_key(|how| *how == How::Started);
        assert_eq!(hows, [How::Joined, How::Started]);
        let mut connection = PgConnection::connect(&made.url).await.unwrap();
        let kept: i32 =
            sqlx::query_scalar("SELECT n FROM kept").fetch_one(&mut connection).await.unwrap();
        assert_eq!(kept, 7);

        assert!(stop(&settings).await.unwrap());
        assert!(!stop(&settings).await.unwrap());

        // In a container the number of a killed server may be somebody else's by now: ours, here.
        fs::write(pid_file(folder.path()), format!("{}\n", std::process::id())).unwrap();
        assert_eq!(start(&settings).await.unwrap().how, How::Started);
        assert!(stop(&settings).await.unwrap());

        fs::write(folder.path().join("postgres/data/PG_VERSION"), "9.6\n").unwrap();
        let error = start(&settings).await.unwrap_err();
        assert!(matches!(&error, PostgresError::WrongVersion { found, .. } if found == "9.6"));
        assert!(error.to_string().contains("install Postgres 9.6"), "{error}");
    });
}

#[test]
fn a_folder_that_is_a_file_is_named() {
    let folder = folder();
    let file = folder.path().join("a file");
    fs::write(&file, "").unwrap();
    let error = runtime().block_on(start(&settings(&file))).unwrap_err();
    let text = error.to_string();
    assert!(text.contains("a file") && text.contains("DOCENT_DATA_DIR"), "{text}");
}

#[test]
fn a_folder_below_a_closed_one_is_refused_for_root() {
    if !rustix::process::geteuid().is_root() {
        return;
    }
    let folder = folder();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o700)).unwrap();
    let error = runtime().block_on(start(&settings(folder.path().join("data")))).unwrap_err();
    let text = error.to_string();
    assert!(text.contains("may not enter") && text.contains("DOCENT_DATA_DIR"), "{text}");
}

#[test]
fn a_path_with_odd_letters_works() {
    let folder = folder();
    let settings = settings(folder.path().join("Größe, 'viel' und mehr"));
    runtime().block_on(async {
        assert_eq!(start(&settings).await.unwrap().how, How::Created);
        assert_eq!(start(&settings).await.unwrap().how, How::Joined);
        assert!(stop(&settings).await.unwrap());
    });
}
