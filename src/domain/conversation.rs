//! What is remembered of a talk between turns.
//!
//! [`State`] is stored as JSON with a format number and outlives deployments: fields are only
//! added, with a default, and a step that vanished leads to a repair, never to a crash.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::desk::Seat;
use super::event::Event;
use super::handoff::{Handoff, Watch};
use super::ids::{
    CampaignId, FlowId, Locale, ProductId, RuleId, ScriptVersion, SlotId, StepId, TurnNumber,
};
use super::lead::{Award, Heat, Stage};
use super::media::Shared;
use super::reply::{ChoiceId, Part};
use super::understood::CatalogueQuery;
use super::value::Value;

/// The state of a conversation, about 1 kB as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// The format of this value, now 1.
    pub v: u16,
    /// The script whose flows the stack walks on; `None` when no flow is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pinned: Option<ScriptVersion>,
    /// The language of the talk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
    /// The visitor asked for that language, so words alone do not switch it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub locale_chosen: bool,
    /// Open flows, the innermost last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stack: Vec<Frame>,
    /// What is known.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub slots: BTreeMap<SlotId, Filled>,
    /// The country of the place they told (ISO 3166 alpha-2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Slots that the visitor would rather not tell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skipped: Vec<SlotId>,
    /// The choices under our last message.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offered: Vec<ChoiceId>,
    /// Our last message, for "what did you say?".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub last: Vec<Part>,
    /// Answered questions in order, for "back" and "no, I meant": at most ten.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answered: Vec<Answered>,
    /// Products lately talked about, the latest first: at most three.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub focus: Vec<ProductId>,
    /// The last catalogue question, which "and the other one?" and a corrected number repeat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<CatalogueQuery>,
    /// The two readings of a value that we asked back about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Value>,
    /// Misunderstandings in a row.
    #[serde(default, skip_serializing_if = "is_default")]
    pub misses: u8,
    /// Standing evidence; what has decayed to nothing is dropped here, not in the record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub awards: Vec<Award>,
    /// The heat after the last turn.
    #[serde(default, skip_serializing_if = "is_default")]
    pub heat: Heat,
    /// A wish that names the heat, and when it was last said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wish: Option<Wish>,
    /// Where the deal is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stage: Stage,
    /// Who is talking.
    #[serde(default, skip_serializing_if = "is_default")]
    pub handoff: Handoff,
    /// Counts changes of speaker; the bot's words of an older epoch are not sent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub epoch: i64,
    /// When a rep wants to be reminded of the talk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub later_at: Option<DateTime<Utc>>,
    /// Which rep it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub later_by: Option<Seat>,
    /// A rep looks for the reason why they are nothing for us.
    #[serde(default, skip_serializing_if = "is_default")]
    pub refusing: bool,
    /// Reps have a card of theirs.
    #[serde(default, skip_serializing_if = "is_default")]
    pub carded: bool,
    /// Who is waited for at the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub watch: Option<Watch>,
    /// The team that was alerted; none for the usual one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
    /// The public name by which others write to them, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// The bot itself has offered a person already.
    #[serde(default, skip_serializing_if = "is_default")]
    pub offered_person: bool,
    /// The visitor said stop: nothing is started by us.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stopped: bool,
    /// The first message of ours was said: that it is a bot, and how to reach a person.
    #[serde(default, skip_serializing_if = "is_default")]
    pub greeted: bool,
    /// It was said that their language is not served.
    #[serde(default, skip_serializing_if = "is_default")]
    pub apologized: bool,
    /// The campaign that brought them last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub campaign: Option<CampaignId>,
    /// When they were last heard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heard_at: Option<DateTime<Utc>>,
    /// The person asked to be erased; it is done as soon as the confirmation has left.
    #[serde(default, skip_serializing_if = "is_default")]
    pub erase: bool,
    /// When an open pause ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wake_at: Option<DateTime<Utc>>,
    /// When a rep is told of the call that was agreed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_at: Option<DateTime<Utc>>,
    /// What the rep is called who offered a call, or agreed on one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_by: Option<String>,
    /// How a rep closed the deal; none while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closed>,
    /// A rep does not want to hear of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ban: Option<Ban>,
    /// What they said last, and how often in a row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Repeated>,
    /// What they said to whoever holds the talk and got no words for yet, the oldest first: should the
    /// talk go back, the bot answers it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pending: Vec<Event>,
    /// What they shared while they wait for a person, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<Kept>,
    /// When they were last told that they are not heard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept_out_at: Option<DateTime<Utc>>,
}

/// Something that was shared before anybody had the talk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What.
    pub media: Vec<Shared>,
    /// The words that came with it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// A deal that is through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// What came of it.
    pub ending: Ending,
    /// What the rep is called who said so.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// For how much, or why, as the rep wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What came of a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// They bought.
    Won,
    /// They did not.
    Lost,
    /// It was none for us.
    NotForUs,
}

/// Somebody is not heard: by whom, why, and until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ban {
    /// What the rep is called who said so.
    pub by: String,
    /// Why.
    pub reason: String,
    /// When it ends; for good without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<DateTime<Utc>>,
}

impl Ban {
    /// Whether it has not ended.
    #[must_use]
    pub fn holds(&self, now: DateTime<Utc>) -> bool {
        self.until.is_none_or(|until| now < until)
    }
}

/// Words that were said several times in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeated {
    /// The words, or how they begin, in small letters.
    pub words: String,
    /// How often.
    pub times: u32,
}

impl Default for State {
    fn default() -> Self {
        Self {
            v: 1,
            pinned: None,
            locale: None,
            locale_chosen: false,
            stack: Vec::new(),
            slots: BTreeMap::new(),
            country: None,
            skipped: Vec::new(),
            offered: Vec::new(),
            last: Vec::new(),
            answered: Vec::new(),
            focus: Vec::new(),
            asked: None,
            readings: Vec::new(),
            misses: 0,
            awards: Vec::new(),
            heat: Heat::default(),
            wish: None,
            stage: Stage::default(),
            handoff: Handoff::default(),
            epoch: 0,
            later_at: None,
            later_by: None,
            refusing: false,
            carded: false,
            watch: None,
            team: None,
            handle: None,
            offered_person: false,
            stopped: false,
            greeted: false,
            apologized: false,
            campaign: None,
            heard_at: None,
            erase: false,
            wake_at: None,
            call_at: None,
            call_by: None,
            closed: None,
            ban: None,
            said: None,
            pending: Vec::new(),
            kept: Vec::new(),
            kept_out_at: None,
        }
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// One open flow: where we are in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// The flow.
    pub flow: FlowId,
    /// The step that is next, or that waits for the visitor.
    pub step: StepId,
    /// The step has asked and waits.
    #[serde(default, skip_serializing_if = "is_default")]
    pub waiting: bool,
    /// Failed tries at this step.
    #[serde(default, skip_serializing_if = "is_default")]
    pub misses: u8,
    /// Other things talked about since the step asked.
    #[serde(default, skip_serializing_if = "is_default")]
    pub asides: u8,
    /// How often the step's question was put in words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub worded: u8,
    /// Products that a recommend step found, the best first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub found: Vec<ProductId>,
}

/// A known value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Filled {
    /// The value.
    pub value: Value,
    /// When it was said.
    pub at: DateTime<Utc>,
    /// In which turn.
    pub turn: TurnNumber,
}

/// A question that was answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    /// In which flow.
    pub flow: FlowId,
    /// At which step.
    pub step: StepId,
    /// Into which slot; `None` for a choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slot: Option<SlotId>,
}

/// An explicit wish.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wish {
    /// Which one.
    pub rule: RuleId,
    /// When it was last said.
    pub at: DateTime<Utc>,
}
