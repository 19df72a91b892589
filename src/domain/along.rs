//! What comes along with somebody's words: what they share, how the words are set, and the message
//! that they answer. It is passed on between visitor and rep, and decides nothing.

use serde::{Deserialize, Serialize};

use super::media::Shared;
use super::style::Styled;

/// What comes along with somebody's words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Along {
    /// What is no text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<Shared>,
    /// How the words are set, by their places in the words as they came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub styles: Vec<Styled>,
    /// The message that they answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quotes: Option<Quoted>,
}

impl Along {
    /// Nothing but what is shared.
    #[must_use]
    pub fn sharing(media: Vec<Shared>) -> Self {
        Self { media, ..Self::default() }
    }

    /// There is nothing.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// A message that is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quoted {
    /// What the platform of whoever answers calls it, in the chat where they write.
    pub message: i64,
    /// How it begins, for where it cannot be pointed at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// The most of an answered message that is repeated, in characters.
const QUOTED: usize = 80;

impl Quoted {
    /// A message with its words, if the platform told them.
    #[must_use]
    pub fn new(message: i64, words: Option<&str>) -> Self {
        let line = words.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let mut words: String = line.chars().take(QUOTED).collect();
        if line.chars().count() > QUOTED {
            words.push('…');
        }
        Self { message, words: Some(words).filter(|words| !words.is_empty()) }
    }
}

/// A sign that somebody puts at a message, or takes away again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reaction {
    /// What the platform of whoever reacts calls the message.
    pub message: i64,
    /// The sign that is there now: an emoji, or a word between colons for one of a platform's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub added: Option<String>,
    /// The sign that is there no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answered_message_is_repeated_in_one_short_line() {
        let words = |text: &str| Quoted::new(1, Some(text)).words;
        assert_eq!(words("one\n  two").as_deref(), Some("one two"));
        assert_eq!(words(" \n"), None);
        let long = words(&"ä".repeat(90)).expect("words");
        assert_eq!(long.chars().count(), 81);
    }
}
