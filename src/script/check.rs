//! The structure of flows: what opens them, where their paths lead, and whether they end.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, codes};
use crate::domain::ids::{CampaignId, FlowId, IntentId, RuleId};
use crate::script::lower::flow::{Entry, Lowered};
use crate::script::model::StepKind;
use crate::script::place::{Faults, Place};
use crate::script::standard;

mod paths;

/// What is known beyond the flows.
pub(crate) struct Whole {
    /// Every flow file could be parsed.
    pub all_read: bool,
    /// The answers could be parsed.
    pub answers_read: bool,
    /// Flows that answers offer.
    pub offered: BTreeSet<FlowId>,
}

type Openings = (BTreeMap<IntentId, FlowId>, BTreeMap<CampaignId, FlowId>);

/// Checks all flows, and gives what opens which.
pub(crate) fn flows(flows: &[Lowered], whole: &Whole, faults: &mut Faults) -> Openings {
    let openings = openings(flows, faults);
    if whole.all_read && whole.answers_read {
        unused(flows, whole, faults);
    }
    for flow in flows.iter().filter(|flow| flow.sound) {
        paths::unreachable(flow, faults);
    }
    let looping = paths::silent_loops(flows, faults);
    for flow in flows.iter().filter(|flow| flow.sound && !looping.contains(&flow.flow.id)) {
        paths::dead_ends(flow, faults);
    }
    if whole.all_read {
        no_person(flows, &openings.0, faults);
    }
    openings
}

/// The rules that steps award.
pub(crate) fn awarded(flows: &[Lowered]) -> Vec<RuleId> {
    let mut rules = Vec::new();
    for step in flows.iter().flat_map(|flow| &flow.flow.steps) {
        match &step.kind {
            StepKind::Score(rule) => rules.push(rule.clone()),
            StepKind::Choose { options, .. } => {
                rules.extend(options.iter().filter_map(|option| match option.then.as_deref() {
                    Some(StepKind::Score(rule)) => Some(rule.clone()),
                    _ => None,
                }));
            }
            _ => {}
        }
    }
    rules
}

fn openings(flows: &[Lowered], faults: &mut Faults) -> Openings {
    let mut first: BTreeMap<&Entry, (&FlowId, Place)> = BTreeMap::new();
    let mut openings = Openings::default();
    for flow in flows {
        for (entry, place) in &flow.entries {
            let (sort, name) = match entry {
                Entry::Intent(intent) => ("intent", intent.as_str()),
                Entry::Campaign(campaign) => ("campaign", campaign.as_str()),
            };
            if let Some((other, at)) = first.get(entry) {
                let message = format!(
                    "the {sort} `{name}` opens two flows, `{other}` and `{}`",
                    flow.flow.id
                );
                let fault = Diagnostic::new(&codes::ENTRY_TWICE, message)
                    .label("and here")
                    .related(faults.location(*at), "listed here")
                    .help("keep it in one of the two");
                faults.add(*place, fault);
                continue;
            }
            first.insert(entry, (&flow.flow.id, *place));
            let id = flow.flow.id.clone();
            match entry {
                Entry::Intent(intent) => {
                    openings.0.insert(intent.clone(), id);
                }
                Entry::Campaign(campaign) => {
                    openings.1.insert(campaign.clone(), id);
                }
            }
        }
    }
    openings
}

fn unused(flows: &[Lowered], whole: &Whole, faults: &mut Faults) {
    for flow in flows {
        let id = &flow.flow.id;
        let opened = flow.has_entry
            || flow.flow.standard
            || standard::STARTED_BY_ENGINE.contains(&id.as_str())
            || whole.offered.contains(id)
            || flows.iter().any(|other| other.flow.id != *id && other.leads_to.contains(id));
        if !opened && flow.sound {
            let fault =
                Diagnostic::new(&codes::UNUSED_FLOW, format!("nothing opens the flow `{id}`"))
                    .help("give it an `entry`, lead to it with `go`, or let an answer offer it");
            faults.add(flow.place, fault);
        }
    }
}

/// The intent that asks for a person; the engine knows it by this name.
const HUMAN: &str = "human";

fn no_person(flows: &[Lowered], by_intent: &BTreeMap<IntentId, FlowId>, faults: &mut Faults) {
    let of = |id: &FlowId| flows.iter().find(|flow| flow.flow.id == *id);
    let Some(first) = by_intent.get(HUMAN).and_then(of) else {
        let fault = Diagnostic::new(&codes::NO_PERSON, "no flow is opened by the intent `human`")
            .reason("whoever asks for a person must be able to get one")
            .help("give the flow that hands over `entry: [human]`");
        match flows.iter().find(|flow| flow.flow.id == *HUMAN) {
            Some(flow) => faults.add(flow.place, fault),
            None => faults.add_bare(fault),
        }
        return;
    };
    let mut seen: BTreeSet<&FlowId> = BTreeSet::new();
    let mut open = vec![first];
    while let Some(flow) = open.pop() {
        // What could not be read may hold the step.
        if !flow.sound || paths::hands_over(flow) {
            return;
        }
        if seen.insert(&flow.flow.id) {
            open.extend(flow.leads_to.iter().filter_map(of));
        }
    }
    let message = format!("the flow `{}`, which `human` opens, leads to no person", first.flow.id);
    let fault = Diagnostic::new(&codes::NO_PERSON, message)
        .reason("whoever asks for a person must be able to get one")
        .help("add a step such as `{ id: told, handoff: sales, reason: asked_for_a_person }`");
    faults.add(first.place, fault);
}
