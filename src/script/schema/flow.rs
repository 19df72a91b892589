//! A file of a flow.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::{Condition, Duration, Id};

/// A flow: one file each, named after the flow.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Flow {
    flow: Id,
    /// What holds when it is through.
    goal: Option<String>,
    /// Intents by bare id, and `campaign.<id>`.
    entry: Option<Vec<String>>,
    #[schemars(length(min = 1))]
    steps: Vec<Step>,
    /// Where a corrected slot leads.
    on_correct: Option<BTreeMap<Id, OnCorrect>>,
    /// A step that is gone, and its successor.
    migrate: Option<BTreeMap<Id, Id>>,
    /// Flows whose place it takes: they are given up when it is opened.
    instead_of: Option<Vec<Id>>,
}

/// Where a corrected slot leads.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct OnCorrect {
    from: Id,
    say: Option<String>,
}

/// A step: an id, and one of say, collect, choose, branch, recommend, call, score, handoff, wait
/// and end.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Step {
    id: Id,
    /// It is passed over when this does not hold.
    #[schemars(rename = "if")]
    when: Option<Condition>,
    /// A step of this flow or another flow.
    go: Option<Id>,
    /// A text.
    say: Option<String>,
    /// A slot.
    collect: Option<Id>,
    /// Up to five options.
    #[schemars(length(min = 1, max = 5))]
    choose: Option<Vec<ChooseOption>>,
    /// The first arm that holds.
    #[schemars(length(min = 1))]
    branch: Option<Vec<Arm>>,
    /// A kind of products.
    recommend: Option<Id>,
    /// What products must meet: attributes bare, slots as `slot.x`.
    #[schemars(rename = "where")]
    filter: Option<Condition>,
    /// An attribute, with a minus to turn the order round.
    rank: Option<String>,
    /// How many products.
    #[schemars(range(min = 1, max = 5))]
    top: Option<u8>,
    /// Where to go when nothing is found.
    #[schemars(rename = "else")]
    otherwise: Option<Id>,
    /// Standard behaviour, or `flow.<id>`.
    call: Option<String>,
    /// A rule of scoring.yaml.
    score: Option<Id>,
    /// The team that is asked for.
    handoff: Option<Id>,
    /// Why, a word that reps see.
    reason: Option<Id>,
    /// Until then, or until the visitor speaks.
    wait: Option<Duration>,
    /// The flow is over.
    end: Option<bool>,
}

/// A choice.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct ChooseOption {
    option: Id,
    /// It is offered only when this holds.
    #[schemars(rename = "if")]
    when: Option<Condition>,
    /// What happens before going on.
    then: Option<Then>,
    go: Option<Id>,
    end: Option<bool>,
}

/// What happens before going on: one of say, call, score and handoff.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Then {
    say: Option<String>,
    call: Option<String>,
    score: Option<Id>,
    handoff: Option<Id>,
    reason: Option<Id>,
}

/// An arm of a branch: `when` with `go`, or `else`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Arm {
    when: Option<Condition>,
    go: Option<Id>,
    #[schemars(rename = "else")]
    otherwise: Option<Id>,
}
