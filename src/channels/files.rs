//! Files on their way from one platform to another: streamed, never kept.
//!
//! Each platform puts up a [`Shelf`], from which its files are fetched at the moment of delivery. A
//! file is read from one connection and written to the other, piece by piece.

use std::collections::HashMap;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use reqwest::multipart::Part;
use reqwest::{Response, StatusCode};

use crate::domain::ids::Channel;
use crate::domain::media::File;

/// How long fetching a file and sending it may take together.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// The longest name of a file, in characters.
const NAME: usize = 80;

/// A file that can be read.
pub struct Parcel(Response);

/// Why a file cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoFile {
    /// Perhaps later.
    Later(String),
    /// Never, and why.
    Gone(String),
}

impl fmt::Display for NoFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Later(why) | Self::Gone(why) => f.write_str(why),
        }
    }
}

/// What a look for a file comes to.
pub type Found<'a> = Pin<Box<dyn Future<Output = Result<Parcel, NoFile>> + Send + 'a>>;

/// Where the files of a platform are fetched.
pub trait Shelf: Send + Sync {
    /// Opens a file, which is read by whoever sends it on.
    fn open<'a>(&'a self, file: &'a File) -> Found<'a>;
}

/// The shelves of all platforms that are on. Cheap to clone.
#[derive(Clone, Default)]
pub struct Shelves(Arc<RwLock<HashMap<Channel, Arc<dyn Shelf>>>>);

impl Shelves {
    /// Puts up the shelf of a platform.
    pub fn put(&self, channel: Channel, shelf: Arc<dyn Shelf>) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(channel, shelf);
    }

    /// Opens a file, wherever it lies.
    ///
    /// # Errors
    /// Why it cannot be had.
    pub async fn open(&self, file: &File) -> Result<Parcel, NoFile> {
        let shelf = {
            let shelves = self.0.read().unwrap_or_else(PoisonError::into_inner);
            shelves.get(&file.at).cloned()
        };
        match shelf {
            Some(shelf) => shelf.open(file).await,
            None => Err(NoFile::Gone(format!("{} is not set up here", file.at.as_str()))),
        }
    }
}

impl Parcel {
    /// What a server answered that was asked for a file.
    ///
    /// # Errors
    /// When it answered anything else.
    pub fn of(answer: Result<Response, reqwest::Error>) -> Result<Self, NoFile> {
        let Ok(response) = answer else {
            return Err(NoFile::Later("the file cannot be fetched now: no connection".to_owned()));
        };
        let status = response.status();
        match status {
            _ if status.is_success() => Ok(Self(response)),
            StatusCode::NOT_FOUND | StatusCode::FORBIDDEN | StatusCode::GONE => {
                Err(NoFile::Gone("the file is not there any more; send it again".to_owned()))
            }
            _ => Err(NoFile::Later(format!("the file cannot be fetched now: HTTP {status}"))),
        }
    }

    /// How many bytes it has, if its server says.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        self.0.content_length()
    }

    /// The file as a part of a form, read while it is sent.
    #[must_use]
    pub fn part(self, file: &File) -> Part {
        let name = name_of(file);
        let size = self.size();
        let part = match size {
            Some(size) => Part::stream_with_length(self.0, size),
            None => Part::stream(self.0),
        };
        part.file_name(name)
    }
}

/// A name that any platform takes.
pub fn name_of(file: &File) -> String {
    let plain = |c: char| !c.is_control() && !matches!(c, '"' | '/' | '\\' | ';' | '%');
    let name: String = file.name.chars().filter(|c| plain(*c)).collect();
    // The end of a name tells what it is.
    let long = name.chars().count().saturating_sub(NAME);
    let name: String = name.trim().chars().skip(long).collect();
    if name.is_empty() { "file".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::media::FileKind;

    fn check(name: &str, expected: &str) {
        let file = File {
            kind: FileKind::Document,
            at: Channel::Telegram,
            id: "x".to_owned(),
            name: name.to_owned(),
            mime: None,
            size: None,
            sign: None,
        };
        assert_eq!(name_of(&file), expected);
    }

    #[test]
    fn names_are_plain_and_short() {
        check("Angebot 2026.pdf", "Angebot 2026.pdf");
        check("../../etc/\"x\"\r\n.pdf", "....etcx.pdf");
        check("", "file");
        let long = format!("{}.pdf", "x".repeat(200));
        check(&long, &format!("{}.pdf", "x".repeat(76)));
    }
}
