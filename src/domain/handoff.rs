//! Who is talking: the bot or a person.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::desk::Seat;

/// The hand-over of a conversation to a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Handoff {
    /// Nobody was asked for; the bot speaks.
    #[default]
    None,
    /// A person was asked for; the bot still speaks.
    Requested {
        /// Why, a word of the script: `asked`, `asked_for_a_call`, `offered`, ...
        reason: String,
        /// Since when.
        at: DateTime<Utc>,
    },
    /// A rep speaks; the bot is silent.
    Claimed {
        /// Which rep.
        rep: String,
        /// Since when.
        at: DateTime<Utc>,
        /// What they are called, and where they are written to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seat: Option<Seat>,
    },
    /// A rep spoke and gave the talk back.
    Released {
        /// Since when.
        at: DateTime<Utc>,
    },
}

impl Handoff {
    /// The word used in listings and talks: `none requested claimed released`.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Requested { .. } => "requested",
            Self::Claimed { .. } => "claimed",
            Self::Released { .. } => "released",
        }
    }
}
