//! What people share beside words: files by the name that their platform gives them, places, and
//! cards of others. Never the bytes.

use serde::{Deserialize, Serialize};

use super::ids::Channel;

/// Something that was shared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shared {
    /// A file.
    File(File),
    /// A place on the map.
    Place(Place),
    /// How somebody else is reached.
    Person {
        /// Their name.
        name: String,
        /// Their number.
        phone: String,
    },
}

/// A place on the map, in millionths of a degree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// North of the equator.
    pub north: i32,
    /// East of Greenwich.
    pub east: i32,
    /// What is there, if that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Where that is, if that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// A file that lies at a platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// How it was meant to be shown.
    pub kind: FileKind,
    /// Where it lies.
    pub at: Channel,
    /// What it is called there: an id, or an address.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its media type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mime: Option<String>,
    /// Its size in bytes, if the platform said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// What stands for a sticker: a sign or a word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign: Option<String>,
}

/// How a file is meant to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A picture.
    Photo,
    /// Any file.
    Document,
    /// A voice message.
    Voice,
    /// Music and other sound.
    Audio,
    /// A film.
    Video,
    /// A short film in a circle.
    Round,
    /// A picture that moves.
    Animation,
    /// A sticker.
    Sticker,
}

/// What Discord takes of a bot, in bytes for each file.
const DISCORD: u64 = 10 * 1024 * 1024;
/// What Telegram takes of a bot, and what it lets one fetch.
const TELEGRAM: (u64, u64) = (50_000_000, 20_000_000);

impl Shared {
    /// The word for it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::File(file) => file.kind.as_str(),
            Self::Place(_) => "location",
            Self::Person { .. } => "contact",
        }
    }

    /// What stands in the record for it.
    #[must_use]
    pub fn recorded(&self) -> String {
        let named = match self {
            Self::Place(place) => place.named(),
            _ => None,
        };
        named.map_or_else(
            || format!("({})", self.kind()),
            |named| format!("({}) {named}", self.kind()),
        )
    }

    /// The file, where it is one.
    #[must_use]
    pub fn file(&self) -> Option<&File> {
        match self {
            Self::File(file) => Some(file),
            _ => None,
        }
    }

    /// Whether a platform can show it as what it is; else it is told in words.
    #[must_use]
    pub fn is_shown_on(&self, platform: Channel) -> bool {
        match self {
            Self::File(file) if file.kind == FileKind::Sticker => {
                (file.at, platform) == (Channel::Telegram, Channel::Telegram)
            }
            Self::File(_) => matches!(platform, Channel::Telegram | Channel::Discord),
            Self::Place(_) => platform == Channel::Telegram,
            Self::Person { .. } => false,
        }
    }

    /// Whether words can stand under it, so that both are one message.
    #[must_use]
    pub fn takes_words(&self) -> bool {
        match self {
            Self::File(file) => !matches!(file.kind, FileKind::Sticker | FileKind::Round),
            _ => false,
        }
    }
}

impl File {
    /// The most bytes that it may have to be passed on to a platform; none when it need not be moved.
    #[must_use]
    pub fn largest(&self, to: Channel) -> Option<u64> {
        match (self.at, to) {
            (Channel::Telegram, Channel::Telegram) => None,
            (Channel::Telegram, _) => Some(DISCORD.min(TELEGRAM.1)),
            (_, Channel::Telegram) => Some(TELEGRAM.0),
            _ => Some(DISCORD),
        }
    }

    /// The bound that it breaks, if it is known to.
    #[must_use]
    pub fn breaks(&self, to: Channel) -> Option<u64> {
        let (size, most) = (self.size?, self.largest(to)?);
        (size > most).then_some(most)
    }
}

/// A size in millions of bytes, as apps show it.
#[must_use]
pub fn megabytes(bytes: u64) -> String {
    bytes.div_ceil(1_000_000).to_string()
}

/// The same of a limit: never more than is taken.
#[must_use]
pub fn whole_megabytes(bytes: u64) -> String {
    (bytes / 1_000_000).to_string()
}

impl FileKind {
    /// The word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Document => "document",
            Self::Voice => "voice",
            Self::Audio => "audio",
            Self::Video | Self::Round => "video",
            Self::Animation => "animation",
            Self::Sticker => "sticker",
        }
    }
}

impl Place {
    /// The place of these degrees, if there is such a place.
    #[must_use]
    pub fn of(north: f64, east: f64, title: Option<String>) -> Option<Self> {
        let there = north.abs() <= 90.0 && east.abs() <= 180.0;
        #[expect(clippy::cast_possible_truncation, reason = "180 million fit")]
        let millionths = |degrees: f64| (degrees * 1e6).round() as i32;
        there.then(|| Self {
            north: millionths(north),
            east: millionths(east),
            title,
            address: None,
        })
    }

    /// What is there, and where that is.
    #[must_use]
    pub fn named(&self) -> Option<String> {
        let said: Vec<&str> =
            [&self.title, &self.address].into_iter().flatten().map(String::as_str).collect();
        Some(said.join(", ")).filter(|said| !said.is_empty())
    }

    /// Both in degrees.
    #[must_use]
    pub fn degrees(&self) -> (f64, f64) {
        (f64::from(self.north) / 1e6, f64::from(self.east) / 1e6)
    }

    /// Where anybody can look at it.
    #[must_use]
    pub fn link(&self) -> String {
        let (north, east) = self.degrees();
        format!("https://www.openstreetmap.org/?mlat={north}&mlon={east}#map=16/{north}/{east}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(at: Channel, kind: FileKind, size: u64) -> File {
        let (id, name) = ("x".to_owned(), "x.bin".to_owned());
        File { kind, at, id, name, mime: None, size: Some(size), sign: None }
    }

    #[test]
    fn what_is_too_large_depends_on_both_ends() {
        use Channel::{Discord, Telegram};
        let breaks = |from, size, to| file(from, FileKind::Document, size).breaks(to);
        assert_eq!(breaks(Telegram, 60_000_000, Telegram), None, "it need not be moved");
        assert_eq!(breaks(Telegram, 12_000_000, Discord), Some(10_485_760));
        assert_eq!(breaks(Discord, 60_000_000, Telegram), Some(50_000_000));
        assert_eq!(breaks(Discord, 12_000_000, Telegram), None);
        assert_eq!(breaks(Discord, 12_000_000, Discord), Some(10_485_760));
    }

    #[test]
    fn a_place_keeps_its_degrees() {
        let place = Place::of(48.210_033, -16.363_449, None).expect("a place");
        assert_eq!(place.degrees(), (48.210_033, -16.363_449));
        assert_eq!(Place::of(91.0, 0.0, None), None);
        assert_eq!(Place::of(f64::NAN, 0.0, None), None);
    }
}
