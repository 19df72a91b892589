//! The desk: people of the house who take talks over, and what they do there.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::along::{Along, Reaction};
use super::ids::{Channel, Locale, RepId, TurnNumber};

/// A person of the house. Nobody else can do anything at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rep {
    /// The word by which operators and reports know them.
    pub id: RepId,
    /// What colleagues and prospects read.
    pub name: String,
    /// The platform they work on.
    pub channel: Channel,
    /// What that platform calls them.
    pub user: String,
    /// Whom they work with.
    pub team: String,
    /// They lead the team: they may give back what others hold.
    pub leads: bool,
    /// What they speak; empty when nobody said.
    pub languages: Vec<Locale>,
}

/// Something that a rep does in one talk. It is a turn of that talk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepAct {
    /// Who.
    pub rep: RepId,
    /// What they are called.
    pub name: String,
    /// They lead a team.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub leads: bool,
    /// The platform they do it on.
    pub channel: Channel,
    /// What that platform calls them.
    pub user: String,
    /// What the platform calls the message that they wrote, if they wrote one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<i64>,
    /// What the platform calls the chat in which they did it, where that is not their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// What the prospect said last, for the card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The last lines of the talk, the oldest first, for whoever takes it. They stand in the record
    /// already.
    #[serde(skip)]
    pub story: Box<[String]>,
    /// For whoever gives the talk back: what the visitor has said since the rep's last words, as it stands
    /// by now, without what they took back; none where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Box<[String]>>,
    /// What comes along with the words.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub along: Box<Along>,
    /// What they do.
    pub deed: Deed,
}

#[expect(clippy::borrowed_box, reason = "serde gives the field as it is")]
fn is_nothing(along: &Box<Along>) -> bool {
    along.is_nothing()
}

/// What a rep may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// Take a talk that nobody holds.
    Claim,
    /// Take a talk from somebody else.
    Take {
        /// Why; without a reason it is not done.
        reason: String,
    },
    /// Give the talk back to the bot.
    Release,
    /// Be reminded of a talk that can wait.
    Later {
        /// In so many minutes.
        minutes: u32,
    },
    /// Say something to the prospect.
    Say {
        /// The words.
        text: String,
    },
    /// Say something to the prospect that stands ready in the house's texts, in the prospect's language.
    Snippet {
        /// Which text: the `price` of `snippet-price`.
        id: String,
        /// Further words behind it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        more: String,
    },
    /// Call the prospect.
    Call {
        /// When, as the rep wrote it; without it the prospect is asked to choose a time.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        when: Option<String>,
        /// The times to choose from, on the clock of the house.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        times: Vec<NaiveDateTime>,
        /// It was ordered at the card, so it takes no claim.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        at_card: bool,
    },
    /// Write something down for colleagues.
    Note {
        /// The words.
        text: String,
    },
    /// Turn to a talk of theirs: what they write goes there from now on.
    Turn,
    /// Look for the reason why it is nothing for us.
    Refuse,
    /// Leave the reasons alone again.
    Keep,
    /// They bought.
    Won {
        /// For how much, as the rep wrote it.
        amount: Option<String>,
    },
    /// They bought elsewhere, or nothing.
    Lost {
        /// Why; without a reason it is not done.
        reason: String,
    },
    /// Nothing for us.
    NotForUs {
        /// Why.
        reason: Unfit,
    },
    /// Change something that they said to the prospect.
    Edit {
        /// The turn in which they said it.
        turn: TurnNumber,
        /// The words as they are now.
        text: String,
    },
    /// Take back something that they said to the prospect.
    Unsend {
        /// The turn in which they said it.
        turn: TurnNumber,
    },
    /// Put a sign at a message of the talk, or take it away.
    React(Reaction),
    /// Hear no more of somebody.
    Ban {
        /// For so many minutes; for good without.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
        /// Why.
        reason: String,
    },
    /// Hear of them again.
    Unban,
    /// They are off the list: what they held, or were asked to take, goes to others.
    Leave,
}

/// Why somebody is nothing for us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unfit {
    /// Right, but not now, or not through us.
    Procedural,
    /// They need something that we do not have.
    WrongFit,
    /// No person with a wish at all.
    Spam,
    /// We know them already.
    Duplicate,
}

impl Unfit {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Procedural, Self::WrongFit, Self::Spam, Self::Duplicate];

    /// The word in commands, buttons and reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Procedural => "procedural",
            Self::WrongFit => "wrong_fit",
            Self::Spam => "spam",
            Self::Duplicate => "duplicate",
        }
    }

    /// The reason of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase().replace([' ', '-'], "_");
        Self::ALL.into_iter().find(|reason| reason.as_str() == word)
    }
}

impl Deed {
    /// Whether the bot talks again afterwards.
    #[must_use]
    pub fn gives_back(&self) -> bool {
        matches!(
            self,
            Self::Release
                | Self::Leave
                | Self::Won { .. }
                | Self::Lost { .. }
                | Self::NotForUs { .. }
        )
    }

    /// The word in the audit log and on buttons.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Take { .. } => "take",
            Self::Release => "release",
            Self::Later { .. } => "later",
            // Words of the rep, whoever wrote them.
            Self::Say { .. } | Self::Snippet { .. } => "say",
            Self::Call { .. } => "call",
            Self::Note { .. } => "note",
            Self::Turn => "turn",
            Self::Refuse => "refuse",
            Self::Keep => "keep",
            Self::Won { .. } => "won",
            Self::Lost { .. } => "lost",
            Self::NotForUs { .. } => "not_for_us",
            Self::Edit { .. } => "edit",
            Self::Unsend { .. } => "unsend",
            Self::React(_) => "react",
            Self::Ban { .. } => "ban",
            Self::Unban => "unban",
            Self::Leave => "leave",
        }
    }

    /// It concerns the prospect alone: nothing changes in the standing of the talk.
    #[must_use]
    pub fn is_of_words(&self) -> bool {
        matches!(
            self,
            Self::Say { .. }
                | Self::Snippet { .. }
                | Self::Edit { .. }
                | Self::Unsend { .. }
                | Self::React(_)
        )
    }

    /// The reason, the amount, the text or the time that came with it.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Take { reason } | Self::Lost { reason } | Self::Ban { reason, .. } => {
                Some(reason)
            }
            Self::Won { amount } => amount.as_deref(),
            Self::Snippet { id, .. } => Some(id),
            Self::Call { when, .. } => when.as_deref(),
            Self::NotForUs { reason } => Some(reason.as_str()),
            _ => None,
        }
    }
}

/// What came of a rep's deed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// It is done. Whoever held the talk before is named when it was taken from them.
    Done {
        /// The rep before.
        from: Option<Seat>,
    },
    /// They hold the talk already.
    Already,
    /// Somebody else holds the talk.
    Held {
        /// Who.
        by: Seat,
    },
    /// Nobody holds the talk, so nothing can be said in it.
    NotHeld,
    /// It takes a reason, and none was given.
    NoReason,
    /// The time that they wrote is none, or leaves the day or the hour open.
    Unclear,
    /// The time that they wrote is over.
    Past,
    /// The dialogs keep no time for a call.
    NoCalls,
}

impl Ruling {
    /// The word in the audit log.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Done { .. } => "done",
            Self::Already => "already",
            Self::Held { .. } => "held",
            Self::NotHeld => "not_held",
            Self::NoReason => "no_reason",
            Self::Unclear => "unclear",
            Self::Past => "past",
            Self::NoCalls => "no_calls",
        }
    }

    /// The other rep that it names.
    #[must_use]
    pub fn other(&self) -> Option<&Seat> {
        match self {
            Self::Done { from } => from.as_ref(),
            Self::Held { by } => Some(by),
            _ => None,
        }
    }

    /// It had its effect.
    #[must_use]
    pub fn is_done(&self) -> bool {
        matches!(self, Self::Done { .. })
    }
}

/// A rep as a talk remembers them: who, and where they are written to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Who.
    pub rep: RepId,
    /// What they are called.
    pub name: String,
    /// The platform.
    pub channel: Channel,
    /// What that platform calls them.
    pub user: String,
}

impl RepAct {
    /// Where the rep sits.
    #[must_use]
    pub fn seat(&self) -> Seat {
        Seat {
            rep: self.rep.clone(),
            name: self.name.clone(),
            channel: self.channel,
            user: self.user.clone(),
        }
    }
}
