//! The folders of one private Postgres.

use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::account::Account;
use super::{NAME, PostgresError, Result, Settings};

/// What a socket's path may be long, the ending zero not counted.
const SOCKET_PATH_MAX: usize = 107;

/// The folders of one private Postgres.
pub(super) struct Place {
    /// What the caller gave: it may hold other things and stays as it is.
    parent: PathBuf,
    /// Ours, and the server account's.
    pub(super) root: PathBuf,
    pub(super) data: PathBuf,
    pub(super) socket: PathBuf,
    pub(super) log: PathBuf,
}

impl Place {
    pub(super) fn of(settings: &Settings) -> Self {
        let parent =
            std::path::absolute(&settings.data_dir).unwrap_or_else(|_| settings.data_dir.clone());
        let root = parent.join("postgres");
        let near = root.join("run");
        let length = near.as_os_str().len() + "/.s.PGSQL.5432".len();
        // The path goes through a shell and into a list of the server's.
        let plain = near.as_os_str().as_encoded_bytes().iter().all(|byte| is_plain(*byte));
        let socket = if plain && length <= SOCKET_PATH_MAX {
            near
        } else {
            let user = rustix::process::geteuid().as_raw();
            PathBuf::from(format!("/tmp/docent-{user}-{:016x}", fingerprint(&root)))
        };
        Self { data: root.join("data"), log: root.join("server.log"), socket, root, parent }
    }

    pub(super) fn url(&self, database: &str) -> String {
        let mut host = String::new();
        for byte in self.socket.as_os_str().as_encoded_bytes() {
            if is_plain(*byte) {
                host.push(char::from(*byte));
            } else {
                let _ = write!(host, "%{byte:02X}");
            }
        }
        format!("postgres:///{database}?host={host}&user={NAME}")
    }

    pub(super) fn has_data(&self) -> bool {
        self.data.join("PG_VERSION").exists()
    }

    pub(super) fn data_version(&self) -> Option<String> {
        let version = fs::read_to_string(self.data.join("PG_VERSION")).ok()?;
        Some(version.trim().to_owned())
    }

    pub(super) fn make_folders(&self, account: &Account) -> Result<()> {
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
    pub(super) fn lock(&self) -> Result<File> {
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
}

/// Whether a byte of a path means nothing to shells, lists and URLs.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"/-_.".contains(&byte)
}

pub(super) fn folder(verb: &'static str, path: &Path, error: &io::Error) -> PostgresError {
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
