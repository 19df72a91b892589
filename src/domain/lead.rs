//! The sales record: heat, stage, and the events that a score is the sum of.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::ids::{GroupId, RuleId, TurnNumber};

/// How ready somebody is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[repr(i16)]
pub enum Heat {
    /// Looking around.
    #[default]
    Browsing = 0,
    /// Interested.
    Warm = 1,
    /// Wants to talk or buy now.
    Hot = 2,
}

/// Where the deal is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[repr(i16)]
pub enum Stage {
    /// Somebody came by.
    #[default]
    Visitor = 0,
    /// The first thing worth knowing is known.
    Engaged = 1,
    /// A rep took it up.
    Accepted = 2,
    /// A deal is talked about.
    Opportunity = 3,
    /// They bought.
    Customer = 4,
    /// They bought again.
    RepeatCustomer = 5,
    /// Back to later.
    Recycled = 6,
    /// No deal is possible.
    Disqualified = 7,
    /// The deal went elsewhere.
    Lost = 8,
}

/// Which of the two numbers an event counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(i16)]
pub enum Axis {
    /// Who they are; does not decay.
    Fit = 0,
    /// What they did; decays.
    Interest = 1,
}

/// One piece of evidence, as it was awarded. What it is worth now is computed from the whole
/// list: see `qualification::score`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Award {
    /// The turn it came from.
    pub turn: TurnNumber,
    /// Its place among the turn's awards, from 0.
    pub ordinal: i16,
    /// When.
    pub at: DateTime<Utc>,
    /// The rule or wish.
    pub rule: RuleId,
    /// The group it is capped with.
    pub group: GroupId,
    /// Which number it counts for.
    pub axis: Axis,
    /// Points as awarded; 0 for a wish.
    pub base: i32,
    /// Days after which it has decayed to nothing, linearly; `None` never.
    pub decay_days: Option<u16>,
    /// The cap of its group when it was awarded, an absolute sum.
    pub cap: i32,
    /// It is no longer true (a correction): it counts for nothing from then on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<TurnNumber>,
}

macro_rules! words {
    ($type:ident { $($variant:ident $word:literal,)* }) => {
        impl $type {
            /// The word used in files and listings.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
            /// The value of a word.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
            /// The value of a stored number.
            #[must_use]
            pub fn from_code(code: i16) -> Option<Self> {
                $(if code == Self::$variant as i16 { return Some(Self::$variant); })*
                None
            }
        }
    };
}
words!(Heat { Browsing "browsing", Warm "warm", Hot "hot", });
words!(Axis { Fit "fit", Interest "interest", });
words!(Stage {
    Visitor "visitor", Engaged "engaged", Accepted "accepted", Opportunity "opportunity",
    Customer "customer", RepeatCustomer "repeat_customer", Recycled "recycled",
    Disqualified "disqualified", Lost "lost",
});
