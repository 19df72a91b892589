//! A script's files as texts by path: read from a folder, or as stored with a script version.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::standard;
use crate::diagnostic::{Diagnostic, Location, codes};
use crate::domain::ids::ScriptVersion;

/// The files of a script. Paths are relative to the script folder and use `/`, for example
/// `dialogs/bot.yaml` or `locales/en/shared.ftl`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// Texts by path.
    pub files: BTreeMap<String, String>,
    /// What was wrong with files as files; [`super::load`] reports it with the rest.
    pub faults: Vec<Diagnostic>,
    /// What could be made out of files that are no UTF-8, for frames.
    pub unread: BTreeMap<String, String>,
}

/// A folder could not be read at all.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// There is nothing to read.
    #[error(
        "there is no folder `{}`: a script has its flows in dialogs/ and its texts in locales/; \
         start where they are, or set DOCENT_SCRIPTS to their folder",
        .0.display()
    )]
    NoFolder(PathBuf),
    /// The system refused.
    #[error("cannot read `{}` ({reason}); see that this account may", path.display())]
    Read {
        /// What was read.
        path: PathBuf,
        /// The system's reason.
        reason: io::Error,
    },
}

/// Folders deeper than this are not looked into; it ends circles of links.
const DEPTH: usize = 8;

impl Sources {
    /// Files as they were stored with a version.
    #[must_use]
    pub fn stored(files: BTreeMap<String, String>) -> Self {
        Self { files, ..Self::default() }
    }

    /// Reads `dialogs/` (without its `tests/`) and `locales/` of a folder, and adds the standard
    /// flows that the folder does not have.
    pub fn read(root: &Path) -> Result<Self, SourceError> {
        let mut sources = Self::default();
        let dialogs = root.join("dialogs");
        if !dialogs.is_dir() {
            return Err(SourceError::NoFolder(dialogs));
        }
        sources.read_folder(&dialogs, "dialogs", DEPTH)?;
        if root.join("locales").is_dir() {
            sources.read_folder(&root.join("locales"), "locales", DEPTH)?;
        }
        Ok(sources.with_standard())
    }

    /// Adds the standard flows that are not there. A flow of the same name in `dialogs/` or
    /// `dialogs/standard/` takes the place of a standard one.
    #[must_use]
    pub fn with_standard(mut self) -> Self {
        let own: Vec<String> =
            self.files.keys().filter_map(|path| flow_name(path).map(str::to_owned)).collect();
        for (name, text) in standard::FLOWS {
            if !own.iter().any(|flow| flow == name) {
                self.files.insert(format!("{}{name}.yaml", standard::FOLDER), (*text).to_owned());
            }
        }
        self
    }

    /// The text of a file, for frames of a report.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).or_else(|| self.unread.get(path)).map(String::as_str)
    }

    /// The content hash: SHA-256 over paths and contents of all YAML and Fluent files, those of
    /// tests left out.
    #[must_use]
    pub fn version(&self) -> ScriptVersion {
        let mut hash = Sha256::new();
        for (path, text) in self.files.iter().filter(|(path, _)| belongs(path)) {
            // Lengths keep one file's end from reading as another's beginning.
            for part in [path, text] {
                hash.update((part.len() as u64).to_be_bytes());
                hash.update(part.as_bytes());
            }
        }
        let hex: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        ScriptVersion::from(hex)
    }

    fn read_folder(&mut self, folder: &Path, path: &str, depth: usize) -> Result<(), SourceError> {
        let err = |at: &Path| {
            let path = at.to_owned();
            move |reason| SourceError::Read { path, reason }
        };
        let mut entries: Vec<PathBuf> = fs::read_dir(folder)
            .map_err(err(folder))?
            .map(|entry| entry.map(|entry| entry.path()).map_err(err(folder)))
            .collect::<Result<_, _>>()?;
        entries.sort();
        for entry in entries {
            let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let path = format!("{path}/{name}");
            if name.starts_with('.') || path == "dialogs/tests" {
                continue;
            }
            if entry.is_dir() {
                if depth > 0 {
                    self.read_folder(&entry, &path, depth - 1)?;
                }
            } else if belongs(&path) {
                self.take(path, fs::read(&entry).map_err(err(&entry))?);
            } else if let Some(help) = misplaced(&path) {
                let fault = Diagnostic::new(&codes::STRANGE_FILE, format!("`{path}` is not read"));
                self.faults.push(fault.at(Location::file(path)).help(help));
            }
        }
        Ok(())
    }

    fn take(&mut self, path: String, bytes: Vec<u8>) {
        match String::from_utf8(bytes) {
            Ok(text) => {
                self.files.insert(path, text);
            }
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let lossy = String::from_utf8_lossy(error.as_bytes()).into_owned();
                self.unread.insert(path.clone(), lossy);
                self.faults.push(
                    Diagnostic::new(&codes::NOT_TEXT, format!("`{path}` is not UTF-8 text"))
                        .at(Location::new(path, at..at + '\u{fffd}'.len_utf8()))
                        .label("these bytes are no UTF-8")
                        .help("save it as plain text with the encoding UTF-8"),
                );
            }
        }
    }
}

impl From<BTreeMap<String, String>> for Sources {
    fn from(files: BTreeMap<String, String>) -> Self {
        Self { files, ..Self::default() }
    }
}

/// Whether a file is part of a script.
fn belongs(path: &str) -> bool {
    (path.starts_with("dialogs/") && path.ends_with(".yaml") && !path.starts_with("dialogs/tests/"))
        || (path.starts_with("locales/") && path.ends_with(".ftl"))
}

/// What to do with a file that looks like one of ours and is not read.
fn misplaced(path: &str) -> Option<&'static str> {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase())?;
    match (ending.as_str(), path.starts_with("dialogs/")) {
        ("yml" | "yaml", true) => Some("give it the ending `.yaml`, in small letters"),
        ("yml" | "yaml", false) => Some("move it to dialogs/ with the ending `.yaml`"),
        ("ftl", true) => Some("move it to locales/<locale>/"),
        _ => None,
    }
}

/// Files in `dialogs/` that are no flows.
const TABLES: &[&str] = &["answers", "bot", "campaigns", "catalogue", "scoring", "slots"];

/// The name that a flow file has by its path; `None` for files that are no flows.
pub(crate) fn flow_name(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("dialogs/")?.strip_suffix(".yaml")?;
    let name = inside.rsplit('/').next()?;
    let is_table = !inside.contains('/') && TABLES.contains(&name);
    (!is_table && !inside.starts_with("tests/")).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(files: &[(&str, &str)]) -> Sources {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        Sources::from(files.collect::<BTreeMap<_, _>>())
    }

    #[test]
    fn the_version_covers_paths_and_contents_and_nothing_else() {
        let version = |files: &[(&str, &str)]| sources(files).version();
        let one = version(&[("dialogs/a.yaml", "x")]);
        assert_eq!(one.as_str().len(), 64);
        assert_ne!(one, version(&[("dialogs/b.yaml", "x")]));
        assert_ne!(one, version(&[("dialogs/a.yaml", "y")]));
        assert_ne!(one, version(&[("dialogs/a.yaml", "x"), ("locales/en/a.ftl", "")]));
        assert_eq!(one, version(&[("dialogs/a.yaml", "x"), ("dialogs/tests/a.yaml", "z")]));
        assert_eq!(one, version(&[("dialogs/a.yaml", "x"), ("dialogs/schema.json", "{}")]));
    }

    #[test]
    fn own_flows_take_the_place_of_standard_ones() {
        let with = sources(&[("dialogs/human.yaml", "mine")]).with_standard();
        assert!(with.text("dialogs/standard/human.yaml").is_none());
        assert!(with.text("dialogs/standard/stop.yaml").is_some());
    }

    #[test]
    fn flows_are_told_from_tables() {
        assert_eq!(flow_name("dialogs/bot.yaml"), None);
        assert_eq!(flow_name("dialogs/a.yaml"), Some("a"));
        assert_eq!(flow_name("dialogs/standard/human.yaml"), Some("human"));
        assert_eq!(flow_name("dialogs/tests/a.yaml"), None);
        assert_eq!(flow_name("locales/en/a.ftl"), None);
    }
}
