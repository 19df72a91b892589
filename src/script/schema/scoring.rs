//! `campaigns.yaml` and `scoring.yaml`.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::{Condition, Date, Duration, Id};

/// `campaigns.yaml`: where visitors come from.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Campaigns {
    campaigns: BTreeMap<Id, Campaign>,
}

/// A campaign.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Campaign {
    /// Where it runs.
    source: String,
    /// Of which sort.
    medium: Option<String>,
    /// First day.
    from: Option<Date>,
    /// Last day.
    until: Option<Date>,
}

/// `scoring.yaml`: what counts as evidence.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Scoring {
    groups: Option<BTreeMap<Id, Group>>,
    rules: Option<Vec<Rule>>,
    wishes: Option<Vec<Wish>>,
    /// When somebody is hot or warm.
    heat: Option<HeatRules>,
    heat_wish_lasts: Option<Duration>,
}

/// Rules under one cap.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Group {
    axis: Axis,
    #[schemars(range(min = 1, max = 1000))]
    cap: i32,
    /// Whole days to nothing; only on interest.
    decay: Option<Duration>,
}

/// Who they are, or what they did.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub(super) enum Axis {
    Fit,
    Interest,
}

/// A scoring rule.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Rule {
    id: Id,
    /// What happens, as in `intent.human`, `answer.leasing`, `attribute.price`.
    on: Option<Vec<String>>,
    /// What holds.
    #[schemars(rename = "if")]
    when: Option<Condition>,
    group: Id,
    #[schemars(range(min = -1000, max = 1000))]
    points: i32,
    repeat: Option<Repeat>,
}

/// How often a rule may be awarded.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub(super) enum Repeat {
    Never,
    Daily,
    Always,
}

/// An explicit wish, which names a heat.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Wish {
    id: Id,
    on: Vec<String>,
    heat: Heat,
}

/// How ready somebody is.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub(super) enum Heat {
    Browsing,
    Warm,
    Hot,
}

/// When somebody is hot or warm.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct HeatRules {
    hot: Option<Condition>,
    warm: Option<Condition>,
}
