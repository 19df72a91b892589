//! The server's programs: where they are, and which version.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{PostgresError, Result};

/// The oldest server whose SQL we speak.
const OLDEST_SERVER: u32 = 14;

/// The server's programs of one version.
pub(super) struct Programs {
    pub(super) bin: PathBuf,
    pub(super) version: String,
}

impl Programs {
    /// Those that fit the data, else the newest.
    pub(super) fn find(search_path: Option<&OsString>, wanted: Option<&str>) -> Result<Self> {
        let mut folders: Vec<PathBuf> =
            search_path.map(|path| std::env::split_paths(path).collect()).unwrap_or_default();
        for parent in ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt", "/usr/pgsql"] {
            let mut versions: Vec<PathBuf> = fs::read_dir(parent)
                .map(|entries| entries.flatten().map(|entry| entry.path().join("bin")).collect())
                .unwrap_or_default();
            versions.sort();
            folders.extend(versions.into_iter().rev());
        }
        let mut seen = Vec::new();
        let mut all: Vec<Self> = Vec::new();
        for folder in &folders {
            // A link in /usr/local/bin stands for the folder that it leads to.
            let Ok(server) = fs::canonicalize(folder.join("postgres")) else { continue };
            let Some(bin) = server.parent().map(Path::to_owned) else { continue };
            if seen.contains(&bin) || !bin.join("initdb").exists() || !bin.join("pg_ctl").exists() {
                continue;
            }
            seen.push(bin.clone());
            if let Some(version) = version_of(&bin) {
                all.push(Self { bin, version });
            }
        }
        let fits = |programs: &Self| match wanted {
            Some(wanted) => programs.version == wanted,
            None => programs.version.parse::<u32>().is_ok_and(|version| version >= OLDEST_SERVER),
        };
        if let Some(place) = all.iter().position(fits) {
            return Ok(all.swap_remove(place));
        }
        all.pop().ok_or_else(|| PostgresError::NotInstalled {
            searched: folders
                .iter()
                .map(|folder| folder.display().to_string())
                .chain(["/usr/lib/postgresql/*/bin".to_owned()])
                .collect::<Vec<_>>()
                .join(", "),
        })
    }

    /// Refuses data of another version, and servers that are too old.
    pub(super) fn fit(&self, data: &Path, found: Option<String>) -> Result<()> {
        let old = self.version.parse::<u32>().is_ok_and(|version| version < OLDEST_SERVER);
        if !old && found.as_ref().is_none_or(|found| *found == self.version) {
            return Ok(());
        }
        Err(PostgresError::WrongVersion {
            data: data.display().to_string(),
            found: found.unwrap_or_else(|| format!("{OLDEST_SERVER} or newer")),
            installed: self.version.clone(),
        })
    }
}

/// The major version of a server: from its folder where it says so, else by asking it.
fn version_of(bin: &Path) -> Option<String> {
    let named = bin.parent()?.file_name()?.to_str()?;
    if bin.starts_with("/usr/lib/postgresql") && named.parse::<u32>().is_ok() {
        return Some(named.to_owned());
    }
    let output = Command::new(bin.join("postgres")).arg("--version").output().ok()?;
    major_version(&String::from_utf8_lossy(&output.stdout))
}

/// `postgres (PostgreSQL) 16.2 (Ubuntu ...)` is 16.
fn major_version(words: &str) -> Option<String> {
    let number =
        words.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    Some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_the_first_number() {
        let check = |words: &str, expected: Option<&str>| {
            assert_eq!(major_version(words).as_deref(), expected, "{words}");
        };
        check("postgres (PostgreSQL) 16.2 (Ubuntu 16.2-1)", Some("16"));
        check("postgres (PostgreSQL) 18beta1", Some("18"));
        check("nothing", None);
    }
}
