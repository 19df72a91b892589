//! What one turn writes, in the words of the tables.
//!
//! A [`Turn`] is filled by the caller, in its own task: [`Json`] is made there, so that the
//! commit only moves strings.

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Result, StoreError};
use crate::domain::contact::{ContactId, Identity};
use crate::domain::conversation::State;
use crate::domain::ids::{
    AccountId, AnswerId, CampaignId, Channel, Locale, RepId, ScriptVersion, TurnNumber,
};
use crate::domain::lead::{Award, Axis, Heat, Stage};
use crate::domain::reply::{Lane, Outbound};

/// A value as JSON text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Json(pub(super) String);

impl Json {
    /// The JSON of a value.
    ///
    /// # Errors
    /// [`StoreError::Rejected`] when the value has no JSON form.
    pub fn of(value: &impl Serialize) -> Result<Self> {
        serde_json::to_string(value)
            .map(Self)
            .map_err(|_| StoreError::Rejected { code: "json".to_owned(), at: None })
    }

    /// The value back; `what` names it in the error.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when this version cannot read it.
    pub fn read<T: DeserializeOwned>(&self, what: &'static str) -> Result<T> {
        serde_json::from_str(&self.0).map_err(|error| StoreError::unreadable(what, &error))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An update of a platform, by which its repetition is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Update {
    /// Whose number it is.
    pub channel: Channel,
    /// The platform's number.
    pub id: i64,
}

/// One turn, ready to be committed.
#[derive(Clone, Debug)]
pub struct Turn {
    /// Whose conversation.
    pub contact: ContactId,
    /// Where they talk to us; a first turn stores it.
    pub identity: Identity,
    /// The update that made it; none for a timer.
    pub update: Option<Update>,
    /// The version it was decided on: the number of the turn before, 0 for a first one.
    pub after: TurnNumber,
    /// The word of the event.
    pub kind: &'static str,
    /// The moment it was decided for.
    pub at: DateTime<Utc>,
    /// The visitor did it, so they were heard.
    pub heard: bool,
    /// The event.
    pub event: Json,
    /// What it was understood to mean.
    pub understood: Option<Json>,
    /// What else decided.
    pub facts: Option<Json>,
    /// The language of the turn.
    pub locale: Option<Locale>,
    /// The script that decided.
    pub script: Option<ScriptVersion>,
    /// How long deciding took.
    pub took: Option<Duration>,
    /// What is remembered from now on; none to keep what there was.
    pub state: Option<StateRow>,
    /// What was said, the contact's own words among it, by ordinal.
    pub messages: Vec<MessageRow>,
    /// What is to be delivered; the ordinals are those of the messages.
    pub outbox: Vec<Outgoing>,
    /// The lead after the turn; none to keep what there was.
    pub lead: Option<LeadRow>,
    /// New evidence.
    pub events: Vec<EventRow>,
    /// Awards that this turn corrected: their turn and ordinal.
    pub withdrawn: Vec<(TurnNumber, i16)>,
    /// Questions without an answer.
    pub unanswered: Vec<String>,
    /// The campaign that brought them here with this turn.
    pub touch: Option<CampaignId>,
    /// What a rep did, if a rep made it.
    pub act: Option<ActRow>,
}

/// A line of the audit log, with who speaks after it.
#[derive(Clone, Debug)]
pub struct ActRow {
    /// Who did it; none: the house itself.
    pub rep: Option<RepId>,
    /// What.
    pub deed: &'static str,
    /// What came of it.
    pub outcome: &'static str,
    /// Why.
    pub reason: Option<String>,
    /// The other rep whom it concerns.
    pub other: Option<RepId>,
    /// The rep's own message.
    pub message: Option<i64>,
    /// Its delivery is to be marked.
    pub unmarked: bool,
    /// Who holds the talk from now on; none: the bot.
    pub owner: Option<RepId>,
    /// The rep turned to the talk now.
    pub live_at: Option<DateTime<Utc>>,
}

/// A state with what is found without opening it.
#[derive(Clone, Debug)]
pub struct StateRow {
    /// The state.
    pub json: Json,
    /// Its epoch.
    pub epoch: i64,
    /// Its pinned script.
    pub pinned: Option<ScriptVersion>,
    /// When something of it is due: a pause ends, or a rep is to be reminded.
    pub wake_at: Option<DateTime<Utc>>,
}

impl StateRow {
    /// The row of a state.
    ///
    /// # Errors
    /// See [`Json::of`].
    pub fn of(state: &State) -> Result<Self> {
        Ok(Self {
            json: Json::of(state)?,
            epoch: state.epoch,
            pinned: state.pinned.clone(),
            wake_at: [
                state.wake_at,
                state.later_at,
                state.watch.as_ref().and_then(|watch| watch.due),
                state.call_at,
            ]
            .into_iter()
            .flatten()
            .min(),
        })
    }
}

/// Who said something. The numbers are stored and never change their meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i16)]
pub enum Author {
    /// The visitor.
    Contact = 0,
    /// We.
    Bot = 1,
    /// A person of ours.
    Rep = 2,
}

impl Author {
    /// The word in transcripts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Bot => "bot",
            Self::Rep => "rep",
        }
    }

    pub(super) fn from_code(code: i16) -> Result<Self> {
        match code {
            0 => Ok(Self::Contact),
            1 => Ok(Self::Bot),
            2 => Ok(Self::Rep),
            _ => Err(StoreError::corrupt("message", format!("author {code} is unknown"))),
        }
    }
}

/// One message.
#[derive(Clone, Debug)]
pub struct MessageRow {
    /// Its place in the turn.
    pub ordinal: i16,
    /// Who said it.
    pub author: Author,
    /// The words.
    pub text: String,
    /// The texts it was made of.
    pub text_keys: Vec<String>,
    /// The answer it gave.
    pub answer: Option<AnswerId>,
    /// The variant of the text, where there are several.
    pub variant: Option<String>,
}

impl MessageRow {
    /// What a contact said: it has no text key of ours.
    #[must_use]
    pub fn heard(text: String) -> Self {
        Self {
            ordinal: 0,
            author: Author::Contact,
            text,
            text_keys: Vec::new(),
            answer: None,
            variant: None,
        }
    }
}

/// One row of the outbox.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// Its place in the turn, that of the message.
    pub ordinal: i16,
    /// The stream it belongs to.
    pub lane: Lane,
    /// The platform that carries it.
    pub channel: Channel,
    /// The account of ours that says it.
    pub account: AccountId,
    /// Not before.
    pub due_at: DateTime<Utc>,
    /// The epoch of the bot's words to the prospect; none for what goes out whoever speaks.
    pub epoch: Option<i64>,
    /// It only asks, so it may give way to a newer reply.
    pub asks_only: bool,
    /// What is sent: an [`Outbound`].
    pub payload: Json,
}

impl Outgoing {
    /// The payload of a rendered reply.
    ///
    /// # Errors
    /// See [`Json::of`].
    pub fn payload(outbound: &Outbound) -> Result<Json> {
        Json::of(outbound)
    }
}

/// A lead as a turn leaves it.
#[derive(Clone, Debug, Default)]
pub struct LeadRow {
    /// Their name as the platform shows it; none keeps an earlier one.
    pub name: Option<String>,
    /// How ready they are.
    pub heat: Heat,
    /// Where the deal is.
    pub stage: Stage,
    /// Who they are, in points.
    pub fit: i32,
    /// What they did, in points, as of the turn.
    pub interest: i32,
    /// What brought them; only the first one is kept.
    pub source: Option<String>,
    /// The campaign that brought them last; none keeps an earlier one.
    pub campaign: Option<CampaignId>,
}

/// One event of a lead.
#[derive(Clone, Debug, PartialEq)]
pub struct EventRow {
    /// Its place among the turn's events.
    pub ordinal: i16,
    /// What sort of event: `award`, `wish`, `stage`, ...
    pub kind: String,
    /// The rule, wish or new stage.
    pub rule: String,
    /// What a rep reads.
    pub reason: String,
    /// The points of an award.
    pub points: Option<PointsRow>,
}

/// The points of an award as it was given.
#[derive(Clone, Debug, PartialEq)]
pub struct PointsRow {
    /// The group it is capped with.
    pub group: String,
    /// The number it counts for.
    pub axis: Axis,
    /// Points.
    pub base: i32,
    /// Days until it is worth nothing.
    pub decay_days: Option<u16>,
    /// The cap of the group.
    pub cap: i32,
}

impl EventRow {
    /// The event of an award.
    #[must_use]
    pub fn award(award: &Award, reason: String) -> Self {
        Self {
            ordinal: award.ordinal,
            kind: "award".to_owned(),
            rule: award.rule.to_string(),
            reason,
            points: Some(PointsRow {
                group: award.group.to_string(),
                axis: award.axis,
                base: award.base,
                decay_days: award.decay_days,
                cap: award.cap,
            }),
        }
    }
}
