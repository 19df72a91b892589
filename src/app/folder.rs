//! The folder that writers edit: where it is, and whether something in it changed.

use std::collections::hash_map::DefaultHasher;
use std::fs::Metadata;
use std::hash::{Hash as _, Hasher as _};
use std::path::PathBuf;

use chrono::{DateTime, Utc};

/// A folder with `dialogs/` and `locales/`.
#[derive(Clone, Debug)]
pub struct Folder {
    /// Where it is.
    pub root: PathBuf,
    /// In words for an operator, for the record.
    pub origin: String,
}

impl Folder {
    /// When the last file was edited; `now` when none tells.
    #[must_use]
    pub fn edited_at(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let edited = self.files().into_iter().filter_map(|(_, file)| file.modified().ok());
        edited.max().map_or(now, DateTime::<Utc>::from)
    }

    /// Changes when a file is edited, added or removed; reads no content.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for (path, file) in self.files() {
            path.hash(&mut hasher);
            file.len().hash(&mut hasher);
            file.modified().ok().hash(&mut hasher);
        }
        hasher.finish()
    }

    /// All files, by their paths. What cannot be looked at is told when it is read.
    fn files(&self) -> Vec<(PathBuf, Metadata)> {
        let mut files = Vec::new();
        let mut folders = vec![self.root.join("dialogs"), self.root.join("locales")];
        while let Some(folder) = folders.pop() {
            let Ok(entries) = std::fs::read_dir(&folder) else { continue };
            for entry in entries.flatten() {
                let Ok(found) = entry.metadata() else { continue };
                if found.is_dir() {
                    folders.push(entry.path());
                } else {
                    files.push((entry.path(), found));
                }
            }
        }
        files.sort_by(|(a, _), (b, _)| a.cmp(b));
        files
    }
}
