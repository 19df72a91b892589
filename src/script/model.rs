//! The checked script: what YAML is lowered to, and all that the engine knows of it.
//!
//! Every name in it resolves; that is what [`super::check`] is for. The engine may therefore
//! look names up without a way to fail, except for steps of a pinned older script.

mod house;

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{
    AnswerId, AttributeId, CampaignId, FlowId, IntentId, KindId, OptionId, RuleId, ScriptVersion,
    SlotId, StepId, TextKey,
};

pub use house::{
    AnswerDef, Appointment, Bot, CampaignDef, Catalogue, Champ, Discount, ELSEWHERE, GroupDef,
    Ladder, Product, Repeat, Rule, Scoring, Signal, SlotDef, Trigger, WishDef,
};

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

impl Flows {
    /// Whether some flow asks for a slot.
    #[must_use]
    pub fn ask_for(&self, wanted: &SlotId) -> bool {
        let mut steps = self.by_id.values().flat_map(|flow| &flow.steps);
        steps.any(|step| matches!(&step.kind, StepKind::Collect { slot, .. } if slot == wanted))
    }
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
        /// The team; `sales` is the usual one.
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
