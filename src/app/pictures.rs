//! Pictures of products: files of the house's folder `pictures/`.

use std::path::{Path, PathBuf};

/// The largest picture that platforms take.
const LARGEST: u64 = 10_000_000;

/// Where pictures lie.
#[derive(Clone, Debug)]
pub struct Pictures {
    folder: PathBuf,
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
        Self { folder: house.join("pictures") }
    }

    /// Reads a picture; none when there is no such file, or it is none that can be sent. A name
    /// that leads out of the folder is no picture.
    pub async fn read(&self, name: &str) -> Option<Picture> {
        if name.contains(['/', '\\']) || name.starts_with('.') {
            tracing::warn!(picture = name, "a picture is named by its file name alone");
            return None;
        }
        let path = self.folder.join(name);
        let size = tokio::fs::metadata(&path).await.map(|found| found.len());
        match size {
            Ok(1..=LARGEST) => {}
            Ok(size) => {
                tracing::warn!(
                    picture = name,
                    size,
                    "a picture is empty or over 10 MB and is left out"
                );
                return None;
            }
            Err(error) => {
                tracing::warn!(picture = name, %error, "a picture cannot be read and is left out");
                return None;
            }
        }
        let bytes = tokio::fs::read(&path).await.ok()?;
        Some(Picture { name: name.to_owned(), bytes })
    }
}
