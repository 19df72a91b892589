//! What comes in: one update of a platform, made plain.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::along::Along;
use super::contact::Identity;
use super::desk::RepAct;
use super::ids::{CampaignId, Locale, TurnNumber};
use super::reply::ChoiceId;

/// One update as a channel hands it over. Text is already free of U+0000.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// Who it is from.
    pub identity: Identity,
    /// The platform's number of the update, or of the message; never reused for another event.
    pub update_id: i64,
    /// The platform's number of the message, where that is not the update's: an edit names it.
    pub message: Option<i64>,
    /// Their name as the platform shows it.
    pub name: Option<String>,
    /// Their public name, by which others write to them, where the platform has such names and
    /// nothing else leads to a chat with them.
    pub handle: Option<String>,
    /// The language their app runs in, a hint only.
    pub locale_hint: Option<Locale>,
    /// What happened.
    pub event: Event,
    /// What came along with it, to be passed on when a rep has the talk.
    pub along: Along,
    /// When it happened by the platform's clock, else ours.
    pub at: DateTime<Utc>,
}

/// Something that makes a turn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The visitor opened the talk, perhaps through a campaign's link.
    Start {
        /// The campaign named by the link.
        campaign: Option<CampaignId>,
    },
    /// The visitor wrote something.
    Said {
        /// Their words, as written.
        text: String,
    },
    /// The visitor pressed a button.
    Pressed {
        /// What the button stands for.
        choice: ChoiceId,
        /// The turn whose reply carried the button, if the platform tells.
        of_turn: Option<TurnNumber>,
    },
    /// The visitor sent something that is not text.
    Media {
        /// The kind in one word: `photo`, `voice`, `sticker`, `location`, `document`, ...
        kind: String,
    },
    /// A pause that a flow asked for is over, or something of the desk is due.
    Timer,
    /// A rep did something.
    Rep(RepAct),
}

impl Event {
    /// The visitor did it.
    #[must_use]
    pub fn is_theirs(&self) -> bool {
        !matches!(self, Self::Timer | Self::Rep(_))
    }

    /// What the visitor said in words; empty when it was none.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::Said { text } => text,
            _ => "",
        }
    }

    /// The word stored with the turn.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Start { .. } => "start",
            Self::Said { .. } => "said",
            Self::Pressed { .. } => "pressed",
            Self::Media { .. } => "media",
            Self::Timer => "timer",
            Self::Rep(_) => "rep",
        }
    }
}
