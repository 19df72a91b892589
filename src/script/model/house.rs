//! What the house is, sells, answers and counts: all but its flows.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Condition;
use crate::domain::ids::{
    AnswerId, AttributeId, CampaignId, FlowId, GroupId, IntentId, KindId, Locale, OptionId,
    ProductId, RuleId,
};
use crate::domain::lead::{Axis, Heat};
use crate::domain::lexicon::{AttributeForm, SlotForm};
use crate::domain::value::Value;

/// Who the house is.
#[derive(Clone, Debug, PartialEq)]
pub struct Bot {
    /// The house.
    pub name: String,
    /// What the bot calls itself.
    pub bot_name: String,
    /// The locale that is always complete.
    pub default_locale: Locale,
    /// All served locales, the default among them.
    pub locales: Vec<Locale>,
    /// Where the house is, for dates and hours.
    pub time_zone: chrono_tz::Tz,
    /// ISO 4217.
    pub currency: String,
    /// ISO 3166 alpha-2.
    pub country: String,
    /// Phone as written.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Web address.
    pub web: Option<String>,
    /// Where privacy is explained.
    pub privacy_url: Option<String>,
    /// When people are there, by weekday from Monday.
    pub hours: [Vec<(NaiveTime, NaiveTime)>; 7],
    /// Days when nobody is.
    pub holidays: Vec<NaiveDate>,
    /// When the bot itself offers a person, once.
    pub offer_person_when: Option<Condition>,
    /// Whether a call back can be noted.
    pub callback: bool,
    /// When somebody who waits for a person is seen to.
    pub ladder: Ladder,
    /// Which team takes whoever no step has given to one: the first whose condition holds.
    pub teams: Vec<(String, Condition)>,
    /// Seconds that a rep's words wait before they are sent, so that they can be changed or taken back.
    pub send_after: i64,
    /// Days after which bare visitors are dropped.
    pub visitor_days: u32,
}

/// After how many minutes of opening hours what is done about somebody who waits for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// Unclaimed: the next rep is asked.
    pub ask: i64,
    /// Unclaimed: the team's lead is asked.
    pub lead: i64,
    /// Unclaimed: the visitor is told, and given a choice.
    pub choice: i64,
    /// Claimed and silent: the owner is reminded.
    pub remind: i64,
    /// Claimed and silent: colleagues are offered the talk.
    pub offer: i64,
}

impl Default for Ladder {
    fn default() -> Self {
        Self { ask: 2, lead: 5, choice: 10, remind: 15, offer: 45 }
    }
}

/// A slot.
#[derive(Clone, Debug, PartialEq)]
pub struct SlotDef {
    /// What it can hold.
    pub form: SlotForm,
    /// The visitor may leave it open.
    pub skippable: bool,
    /// Seconds after which it is asked again.
    pub stale_after: Option<i64>,
    /// It is personal: asked for and repeated in private only.
    pub personal: bool,
    /// It is the number of pieces that prices are asked for.
    pub counts: bool,
    /// It is a time at which somebody of the house must be there.
    pub appointment: Option<Appointment>,
    /// What it tells a salesperson.
    pub champ: Option<Champ>,
}

/// What a salesperson must know of a lead, in the order in which it is asked: challenge, authority,
/// money, prioritization, as the method of that name has it; the last one is called timing here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Champ {
    /// What is in their way.
    Challenge,
    /// Who decides.
    Authority,
    /// How large it is, and what it may cost.
    Money,
    /// When it is to happen.
    Timing,
}

impl Champ {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Challenge, Self::Authority, Self::Money, Self::Timing];

    /// The word in files and text keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Challenge => "challenge",
            Self::Authority => "authority",
            Self::Money => "money",
            Self::Timing => "timing",
        }
    }
}

/// What a noted time is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appointment {
    /// Somebody of the house calls.
    Call,
    /// The visitor comes by, or somebody visits them.
    Visit,
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerDef {
    /// Who keeps it right.
    pub owner: String,
    /// The last day it is good for.
    pub valid_until: Option<NaiveDate>,
    /// Where it comes from.
    pub source: String,
    /// A picture's file name.
    pub picture: Option<String>,
    /// A flow that a button under it opens.
    pub offers: Option<FlowId>,
    /// The form of its text, an attribute, by country (ISO 3166 alpha-2); [`ELSEWHERE`] stands for
    /// all others. Without a form the text itself is told.
    pub by_country: BTreeMap<String, String>,
    /// Forms that are told as soon as the visitor's country is known, without a question: nobody
    /// plans for weeks what cannot be had.
    pub at_once: Vec<String>,
    /// An attribute that the answer is about: its value for the product that is talked about is
    /// told with it.
    pub attribute: Option<AttributeId>,
}

/// The key of [`AnswerDef::by_country`] for countries that are not listed.
pub const ELSEWHERE: &str = "else";

/// What is sold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    /// Attributes, in the order written.
    pub attributes: Vec<(AttributeId, AttributeForm)>,
    /// Kinds in the order written, the main one first.
    pub kinds: Vec<KindId>,
    /// Products in the order written.
    pub products: Vec<Product>,
    /// Discounts by kind, ascending by `from`.
    pub discounts: BTreeMap<KindId, Vec<Discount>>,
}

impl Catalogue {
    /// A product by id.
    #[must_use]
    pub fn product(&self, id: &ProductId) -> Option<&Product> {
        self.products.iter().find(|product| product.id == *id)
    }

    /// An attribute by id.
    #[must_use]
    pub fn attribute(&self, id: &AttributeId) -> Option<&AttributeForm> {
        self.attributes.iter().find(|(name, _)| name == id).map(|(_, form)| form)
    }
}

/// A product, accessory or service.
#[derive(Clone, Debug, PartialEq)]
pub struct Product {
    /// Its id.
    pub id: ProductId,
    /// Its kind.
    pub kind: KindId,
    /// What it is like.
    pub attributes: BTreeMap<AttributeId, Value>,
    /// A picture's file name.
    pub picture: Option<String>,
}

/// Less for many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discount {
    /// From this many pieces.
    pub from: i64,
    /// Per cent off the list price.
    pub percent: Decimal,
}

/// A campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CampaignDef {
    /// Where it runs, for example `linkedin`.
    pub source: String,
    /// Of which sort, for example `paid`.
    pub medium: Option<String>,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
}

/// What counts as evidence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scoring {
    /// Groups with their caps.
    pub groups: BTreeMap<GroupId, GroupDef>,
    /// Rules in the order written, those of slots first.
    pub rules: Vec<Rule>,
    /// Wishes that name a heat.
    pub wishes: Vec<WishDef>,
    /// When somebody is hot.
    pub hot: Option<Condition>,
    /// When somebody is warm.
    pub warm: Option<Condition>,
    /// How long a wish lasts, in seconds.
    pub wish_seconds: i64,
}

/// A group of rules under one cap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupDef {
    /// Which number it counts for.
    pub axis: Axis,
    /// The most it can add or take away.
    pub cap: i32,
    /// Days to nothing, linearly; only on interest.
    pub decay_days: Option<u16>,
}

/// A scoring rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Its id; the reason is the text `score-<id>`.
    pub id: RuleId,
    /// Its group.
    pub group: GroupId,
    /// Points awarded, positive or negative.
    pub points: i32,
    /// What sets it off.
    pub trigger: Trigger,
}

/// What sets a rule off.
#[derive(Clone, Debug, PartialEq)]
pub enum Trigger {
    /// Something happened.
    On(Vec<Signal>, Repeat),
    /// Something holds; withdrawn when it no longer does.
    If(Condition),
    /// Only a `score` step awards it.
    Step,
}

/// How often a rule may be awarded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Once for a contact.
    Never,
    /// Once in 24 hours.
    Daily,
    /// Each time.
    Always,
}

/// Something that happened in a turn.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signal {
    /// An intent was understood.
    Intent(IntentId),
    /// An answer was given.
    Answer(AnswerId),
    /// An attribute was asked about.
    Attribute(AttributeId),
    /// A product was asked about or recommended on request.
    Product(ProductId),
    /// An option was chosen.
    Option(OptionId),
    /// A flow was finished.
    Flow(FlowId),
    /// A campaign brought them.
    Campaign(CampaignId),
    /// A person was asked for.
    Handoff,
    /// A call back was noted.
    Callback,
}

/// An explicit wish.
#[derive(Clone, Debug, PartialEq)]
pub struct WishDef {
    /// Its id; the reason is the text `score-<id>`.
    pub id: RuleId,
    /// What expresses it.
    pub on: Vec<Signal>,
    /// The heat it names.
    pub heat: Heat,
}
