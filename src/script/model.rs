//! The checked script: what YAML is lowered to, and all that the engine knows of it.
//!
//! Every name in it resolves; that is what [`super::check`] is for. The engine may therefore
//! look names up without a way to fail, except for steps of a pinned older script.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{
    AnswerId, AttributeId, CampaignId, FlowId, GroupId, IntentId, KindId, Locale, OptionId,
    ProductId, RuleId, ScriptVersion, SlotId, StepId, TextKey,
};
use crate::domain::lead::{Axis, Heat};
use crate::domain::lexicon::{AttributeForm, SlotForm};
use crate::domain::value::Value;

/// All dialogs of a house.
#[derive(Clone, Debug, PartialEq)]
pub struct Script {
    /// The content hash of all files, YAML and Fluent.
    pub version: ScriptVersion,
    /// Who the house is.
    pub bot: Bot,
    /// What can be known of a visitor.
    pub slots: BTreeMap<SlotId, SlotDef>,
    /// Questions that have an answer.
    pub answers: BTreeMap<AnswerId, AnswerDef>,
    /// What is sold.
    pub catalogue: Catalogue,
    /// What counts as evidence.
    pub scoring: Scoring,
    /// Where visitors come from.
    pub campaigns: BTreeMap<CampaignId, CampaignDef>,
    /// The structure that talks walk on.
    pub flows: Flows,
}

/// The flows: the part of a script that an open talk stays pinned to. It is stored as JSON with
/// each script version.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flows {
    /// By name.
    pub by_id: BTreeMap<FlowId, Flow>,
    /// Which flow an intent opens.
    pub by_intent: BTreeMap<IntentId, FlowId>,
    /// Which flow a campaign opens.
    pub by_campaign: BTreeMap<CampaignId, FlowId>,
}

/// One named path.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// Its name.
    pub id: FlowId,
    /// What holds when it is through, for people.
    pub goal: Option<String>,
    /// Its steps in order; never empty.
    pub steps: Vec<Step>,
    /// Where a corrected slot leads; slots without an entry lead to the first step that they
    /// touch.
    pub on_correct: BTreeMap<SlotId, OnCorrect>,
    /// Successors of steps that are gone.
    pub migrate: BTreeMap<StepId, StepId>,
    /// Flows whose place it takes: they are given up when it is opened.
    pub instead_of: Vec<FlowId>,
    /// It is standard behaviour: it interrupts, is no topic of its own, and scores nothing.
    pub standard: bool,
}

impl Flow {
    /// The place of a step, following `migrate` when it is gone.
    #[must_use]
    pub fn position(&self, step: &StepId) -> Option<usize> {
        let mut wanted = step;
        for _ in 0..=self.migrate.len() {
            if let Some(at) = self.steps.iter().position(|s| s.id == *wanted) {
                return Some(at);
            }
            wanted = self.migrate.get(wanted)?;
        }
        None
    }
}

/// Where a correction leads.
#[derive(Clone, Debug, PartialEq)]
pub struct OnCorrect {
    /// The step to go on from.
    pub from: StepId,
    /// What to say first.
    pub say: Option<TextKey>,
}

/// One node of a flow.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its name, unique in the flow.
    pub id: StepId,
    /// It is passed over when this does not hold.
    pub condition: Option<Condition>,
    /// What it does.
    pub kind: StepKind,
    /// Where it goes on; the next step when `None`.
    pub go: Option<Target>,
}

/// What a step does.
#[derive(Clone, Debug, PartialEq)]
pub enum StepKind {
    /// Says a text.
    Say(TextKey),
    /// Asks for a slot unless it is known.
    Collect {
        /// The slot.
        slot: SlotId,
        /// The text that asks, `ask-<slot>` by default.
        ask: TextKey,
    },
    /// Offers choices and waits.
    Choose {
        /// The text above them.
        say: TextKey,
        /// One to five.
        options: Vec<ChooseOption>,
    },
    /// Goes where the first true condition points; on to the next step when none holds.
    Branch(Vec<BranchArm>),
    /// Finds products.
    Recommend(Recommend),
    /// Runs standard behaviour or another flow.
    Call(Action),
    /// Awards a rule.
    Score(RuleId),
    /// Asks for a person.
    Handoff {
        /// The team, now always `sales`.
        team: String,
        /// Why, a word that reps see.
        reason: String,
    },
    /// Waits until the visitor speaks or the time is over.
    Wait {
        /// Seconds.
        seconds: i64,
    },
    /// Ends the flow.
    End,
}

/// A choice of a choose step.
#[derive(Clone, Debug, PartialEq)]
pub struct ChooseOption {
    /// Its id; words are `option-<id>`.
    pub option: OptionId,
    /// It is offered only when this holds.
    pub condition: Option<Condition>,
    /// What happens before going on.
    pub then: Option<Box<StepKind>>,
    /// Where to; the next step when `None`.
    pub go: Option<Target>,
}

/// One arm of a branch.
#[derive(Clone, Debug, PartialEq)]
pub struct BranchArm {
    /// When; `None` is `else`.
    pub when: Option<Condition>,
    /// Where to.
    pub go: Target,
}

/// Where to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A step of the same flow.
    Step(StepId),
    /// Another flow, in place of this one.
    Flow(FlowId),
    /// The end of the flow.
    End,
}

/// A search for products.
#[derive(Clone, Debug, PartialEq)]
pub struct Recommend {
    /// Among these.
    pub kind: KindId,
    /// What they must meet; names of attributes bare, slots as `slot.x`.
    pub filter: Option<Condition>,
    /// Their order.
    pub rank: Option<Rank>,
    /// How many to keep, 1 to 5.
    pub top: usize,
    /// What to say of the first.
    pub say: TextKey,
    /// Where to go when nothing is found; on to the next step when `None`.
    pub none: Option<Target>,
}

/// An order of products.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rank {
    /// By this.
    pub attribute: AttributeId,
    /// The greatest first.
    pub descending: bool,
}

/// Standard behaviour that a flow may run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Nothing is started by us any more, and open flows end.
    Stop,
    /// All open flows end and answers given in them are forgotten.
    StartOver,
    /// What is open is left, and nothing else is forgotten.
    Cancel,
    /// The last question is asked again.
    Back,
    /// Says our last message again.
    Repeat,
    /// Leaves the open question unanswered, where the slot allows it.
    Skip,
    /// Says why the open question is asked.
    Why,
    /// Changes the language to the one named, or asks which.
    Language,
    /// Erases the person.
    Forget,
    /// Asks what is to be changed.
    Correct,
    /// Runs another flow, then goes on.
    Flow(FlowId),
}

/// A condition over slots, facts and, in `recommend`, attributes. Small, total, typed and
/// without effects.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// All hold.
    And(Vec<Condition>),
    /// One holds.
    Or(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// The slot has a value that is not stale.
    Known(SlotId),
    /// A boolean name is true.
    True(Name),
    /// Two sides compare so.
    Compare(Operand, Comparison, Operand),
    /// The set on the left has the option on the right.
    Has(Operand, Operand),
    /// Always so.
    Literal(bool),
}

/// How two sides compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    /// A value that is looked up.
    Name(Name),
    /// A number, in the unit of the other side.
    Number(Decimal),
    /// An option, or a word of a fact such as `hot`.
    Word(String),
}

/// Something looked up.
#[derive(Clone, Debug, PartialEq)]
pub enum Name {
    /// A slot's value.
    Slot(SlotId),
    /// The product's attribute; only in `recommend`.
    Attribute(AttributeId),
    /// A read-only value of the moment.
    Fact(Fact),
}

/// Read-only values that a condition may test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Fact {
    Heat,
    Fit,
    Interest,
    Stage,
    OpenNow,
    Returning,
    Channel,
    Locale,
    Handoff,
}

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
    /// Days after which bare visitors are dropped.
    pub visitor_days: u32,
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
}

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
