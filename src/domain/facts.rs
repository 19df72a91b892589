//! Read-only values of the moment that a decision is given and that are stored with the turn.

use serde::{Deserialize, Serialize};

use super::handoff::Colleague;
use super::ids::{Channel, Locale};

/// What is true outside the talk when a turn is decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// Where the talk is.
    pub channel: Channel,
    /// What the platform says about the visitor's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale_hint: Option<Locale>,
    /// The platform's number of the message that made the turn: an edit names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<i64>,
    /// A chat of reps is set up, so a request for a person reaches somebody at once.
    #[serde(default)]
    pub rep_chat: bool,
    /// Who could take the talk, read where it matters: when something is due, or a rep acts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duty: Vec<Colleague>,
    /// Their account is younger than the house wants.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub young: bool,
    /// How long people usually wait for the first words of a person, in minutes; none while that is
    /// not known well enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait: Option<u32>,
    /// The words stand under something that was sent, so they say what that is.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub caption: bool,
    /// What came along with the turn that is no text; none when nothing did that could be passed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shares: Option<Shares>,
}

/// Whether what came along reaches reps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shares {
    /// It can be passed on.
    Passes,
    /// It is too large for the platform of theirs.
    TooLarge,
}
