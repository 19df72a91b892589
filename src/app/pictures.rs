//! Pictures of products: files of the house's folder `pictures/`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The largest picture that platforms take.
const LARGEST: u64 = 10_000_000;

/// Where pictures lie.
#[derive(Clone, Debug)]
pub struct Pictures {
    folder: PathBuf,
    /// What was complained about already.
    told: Arc<Mutex<BTreeSet<String>>>,
}

/// A picture, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its file name.
    pub name: String,
    /// What is in the file.
    pub bytes: Vec<u8>,
}

impl Pictures {
    /// The pictures of the house in this folder.
    #[must_use]
    pub fn of(house: &Path) -> Self {
        Self { folder: house.join("pictures"), told: Arc::default() }
    }

    /// Reads a picture; none when there is no such file, or it is none that can be sent. A name
    /// that leads out of the folder is no picture.
    pub async fn read(&self, name: &str) -> Option<Picture> {
        match self.find(name).await {
            Ok(bytes) => Some(Picture { name: name.to_owned(), bytes }),
            Err(reason) => {
                let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
                if told.insert(name.to_owned()) {
                    tracing::warn!(picture = name, reason, "a picture is left out");
                }
                None
            }
        }
    }

    async fn find(&self, name: &str) -> Result<Vec<u8>, String> {
        if name.contains(['/', '\\']) || name.starts_with('.') {
            return Err("it is named by more than its file name".to_owned());
        }
        let path = self.folder.join(name);
        let found = tokio::fs::metadata(&path).await;
        let shown = path.display();
        match found.map(|found| found.len()) {
            Ok(1..=LARGEST) => {}
            Ok(0) => return Err(format!("{shown} is empty")),
            Ok(_) => return Err(format!("{shown} has more than 10 MB")),
            Err(error) => return Err(format!("{shown}: {error}")),
        }
        tokio::fs::read(&path).await.map_err(|error| format!("{shown}: {error}"))
    }
}
