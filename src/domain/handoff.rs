//! Who is talking: the bot or a person.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::desk::Seat;
use super::ids::{Locale, RepId};

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
        /// They have said something since.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        spoke: bool,
    },
    /// A rep spoke and gave the talk back.
    Released {
        /// Since when.
        at: DateTime<Utc>,
    },
}

/// The reason of a request that is no wish of the visitor's.
pub const NOT_UNDERSTOOD: &str = "not_understood";

impl Handoff {
    /// Somebody wants a person, and nobody has the talk yet. Whoever is only shown to one, since the
    /// bot did not understand them, may still ask for one.
    #[must_use]
    pub fn is_wanted(&self) -> bool {
        matches!(self, Self::Requested { reason, .. } if reason != NOT_UNDERSTOOD)
    }

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

/// What is waited for at the desk, and how far that has gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watch {
    /// Since when somebody waits.
    pub since: DateTime<Utc>,
    /// Somebody has the talk, and the visitor waits for their words; else for anybody.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub of_owner: bool,
    /// The rungs that are done.
    #[serde(default)]
    pub rung: u8,
    /// Who was mentioned for it; nobody is twice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<RepId>,
    /// Anybody may claim the talk although somebody has it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub offered: bool,
    /// When the next rung is due; none after the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<DateTime<Utc>>,
}

/// Somebody on the list of reps, as a decision knows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    /// Who, and where they are written to.
    pub seat: Seat,
    /// Whom they work with.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub team: String,
    /// They lead the team.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub leads: bool,
    /// What they speak; empty when nobody said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Locale>,
    /// How many talks they hold.
    pub talks: i64,
    /// When they were asked last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_at: Option<DateTime<Utc>>,
}
