//! Flow files: one named path each.

use std::collections::{BTreeMap, BTreeSet};

use super::step::Steps;
use crate::diagnostic::{Diagnostic, codes};
use crate::domain::ids::{CampaignId, FlowId, IntentId, SlotId, StepId};
use crate::script::model::{Flow, OnCorrect};
use crate::script::names::{FlowNames, Names};
use crate::script::parse::{Kind, Node};
use crate::script::place::{Faults, Place};
use crate::script::read::Fields;
use crate::script::{source, standard};

/// The keys of a flow and of its blocks.
pub(crate) const KEYS: &[&str] =
    &["flow", "goal", "entry", "steps", "on_correct", "migrate", "instead_of"];
pub(crate) const ON_CORRECT_KEYS: &[&str] = &["from", "say"];

/// A flow file whose names are declared.
pub(crate) struct Declared<'n> {
    name: String,
    place: Place,
    standard: bool,
    fields: Fields<'n>,
}

/// A lowered flow with what the checks of its structure need.
pub(crate) struct Lowered {
    pub flow: Flow,
    /// Where it is named.
    pub place: Place,
    /// Where each step is named.
    pub places: Vec<Place>,
    /// Every step and every target could be read, so that its paths can be followed.
    pub sound: bool,
    /// What opens it, as far as it could be read.
    pub entries: Vec<(Entry, Place)>,
    /// Something is listed that should open it.
    pub has_entry: bool,
    /// Flows that it leads to.
    pub leads_to: BTreeSet<FlowId>,
}

/// What opens a flow.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Entry {
    Intent(IntentId),
    Campaign(CampaignId),
}

/// Declares a flow, its steps and the options of its choices.
pub(crate) fn declare<'n>(
    path: &str,
    node: &'n Node,
    names: &mut Names,
    faults: &mut Faults,
) -> Option<Declared<'n>> {
    let stem = source::flow_name(path).unwrap_or_default().to_owned();
    let Some(fields) = node.fields("a flow", KEYS, node.place, faults) else {
        declare_unread(&stem, node.place, names);
        return None;
    };
    let named = fields.need("flow", faults).and_then(|n| Some((n.id(faults)?, n.place)));
    if let Some((name, place)) = named.filter(|(name, _)| *name != stem) {
        let message = format!("the flow `{name}` is in the file `{stem}.yaml`");
        let fault = Diagnostic::new(&codes::FILE_NAME, message)
            .reason("a flow's file is named after the flow")
            .help(format!("rename the file to `{name}.yaml`, or the flow to `{stem}`"));
        faults.add(place, fault);
    }
    let place = named.map_or(node.place, |(_, place)| place);
    let name = named.map_or(stem, |(name, _)| name.to_owned());
    let mut own = FlowNames::default();
    let quiet = &mut Faults::default();
    for step in fields.get("steps").and_then(|n| n.list(quiet)).unwrap_or_default() {
        let Some(entries) = step.pairs(quiet) else {
            continue;
        };
        let get = |key: &str| entries.iter().find(|(k, _)| k.text == key).map(|(_, node)| *node);
        if let Some(node) = get("id")
            && let Some(id) = node.id(quiet)
        {
            if let Some(first) = own.steps.get(id) {
                let fault =
                    Diagnostic::new(&codes::DUPLICATE_ID, format!("two steps are called `{id}`"))
                        .label("again")
                        .related(faults.location(*first), "first here")
                        .help("rename one of the two");
                faults.add(node.place, fault);
            }
            own.steps.entry(id.to_owned()).or_insert(node.place);
        }
        for option in get("choose").and_then(|n| n.list(quiet)).unwrap_or_default() {
            if let Some(option) = option.pairs(quiet)
                && let Some((_, node)) = option.iter().find(|(key, _)| key.text == "option")
                && let Some(id) = node.id(quiet)
            {
                names.options.add(id, node.place, ());
            }
        }
    }
    if !names.flows.declare(&name, place, own, faults) {
        return None;
    }
    let standard = path.starts_with(standard::FOLDER) || standard::is_standard(&name);
    Some(Declared { name, place, standard, fields })
}

/// Declares a flow whose file could not be read, so that what leads to it is no fault.
pub(crate) fn declare_unread(stem: &str, place: Place, names: &mut Names) {
    names.flows.add(stem, place, FlowNames::default());
    names.options.open = true;
}

/// Lowers a flow.
pub(crate) fn lower(declared: Declared<'_>, names: &Names, faults: &mut Faults) -> Lowered {
    let Declared { name, place, standard, fields } = declared;
    let id = FlowId::from(name.as_str());
    let goal = fields.get("goal").and_then(|n| n.text(faults)).map(str::to_owned);
    let entries = fields.get("entry").map(|n| entries(n, names, faults)).unwrap_or_default();
    let listed =
        fields.get("entry").map(|n| matches!(&n.kind, Kind::List(list) if list.is_empty()));
    let mut steps = Steps::new(&name, names);
    if let Some(list) = fields.need("steps", faults).and_then(|n| n.filled_list(faults)) {
        for node in list {
            steps.read(node, faults);
        }
    } else {
        steps.sound = false;
    }
    let on_correct = fields.get("on_correct").map(|n| on_correct(n, &steps, faults));
    let migrate = fields.get("migrate").map(|n| migrate(n, &steps, faults));
    let instead_of = fields.get("instead_of").map(|n| instead_of(n, names, faults));
    let Steps { steps, places, sound, leads_to, .. } = steps;
    let flow = Flow {
        id,
        goal,
        steps,
        on_correct: on_correct.unwrap_or_default(),
        migrate: migrate.unwrap_or_default(),
        instead_of: instead_of.unwrap_or_default(),
        standard,
    };
    Lowered { flow, place, places, sound, entries, has_entry: listed == Some(false), leads_to }
}

fn entries(node: &Node, names: &Names, faults: &mut Faults) -> Vec<(Entry, Place)> {
    let mut entries: Vec<(Entry, Place)> = Vec::new();
    for node in node.list(faults).unwrap_or_default() {
        let Some(text) = node.scalar("an intent or `campaign.<id>`", faults) else {
            continue;
        };
        let text = text.text.as_str();
        let entry = match text.split_once('.') {
            Some(("campaign", id)) => names
                .campaigns
                .check(id, node.place, &codes::UNKNOWN_CAMPAIGN, faults)
                .then(|| Entry::Campaign(id.into())),
            _ => {
                let id = text.strip_prefix("intent.").unwrap_or(text);
                names
                    .intents
                    .check(id, node.place, &codes::UNKNOWN_INTENT, faults)
                    .then(|| Entry::Intent(id.into()))
            }
        };
        let Some(entry) = entry else { continue };
        if entries.iter().any(|(known, _)| *known == entry) {
            let fault = Diagnostic::new(&codes::DUPLICATE_ID, format!("`{text}` is listed twice"));
            faults.add(node.place, fault.help("remove one of them"));
        } else {
            entries.push((entry, node.place));
        }
    }
    entries
}

fn instead_of(node: &Node, names: &Names, faults: &mut Faults) -> Vec<FlowId> {
    let list = node.list(faults).unwrap_or_default();
    let mut flows = Vec::with_capacity(list.len());
    for node in list {
        if let Some(id) = node.id(faults)
            && names.flows.check(id, node.place, &codes::UNKNOWN_FLOW, faults)
        {
            flows.push(id.into());
        }
    }
    flows
}

fn on_correct(node: &Node, steps: &Steps<'_>, faults: &mut Faults) -> BTreeMap<SlotId, OnCorrect> {
    let mut places = BTreeMap::new();
    for (key, node) in node.named(faults) {
        let known = steps.names.slots.check(&key.text, key.place, &codes::UNKNOWN_SLOT, faults);
        let Some(fields) = node.fields("`on_correct`", ON_CORRECT_KEYS, key.place, faults) else {
            continue;
        };
        let from = fields.need("from", faults).and_then(|n| steps.own_step(n, faults));
        let say = fields.get("say").and_then(|n| steps.text(n, faults));
        if let (true, Some(from)) = (known, from) {
            places.insert(key.text.as_str().into(), OnCorrect { from, say });
        }
    }
    places
}

fn migrate(node: &Node, steps: &Steps<'_>, faults: &mut Faults) -> BTreeMap<StepId, StepId> {
    let entries = node.named(faults);
    let mut successors: BTreeMap<StepId, StepId> = BTreeMap::new();
    let gone: BTreeSet<&str> = entries.iter().map(|(key, _)| key.text.as_str()).collect();
    for (key, node) in &entries {
        if steps.has(&key.text) {
            let message = format!("the step `{}` is still there", key.text);
            let fault = Diagnostic::new(&codes::MIGRATE, message)
                .reason("`migrate` names steps that are gone, and where open talks go on")
                .help("remove the line");
            faults.add(key.place, fault);
        }
        // A successor may itself be gone, and have a successor.
        let chained = match &node.kind {
            Kind::Scalar(scalar) => gone.contains(scalar.text.as_str()),
            _ => false,
        };
        let to =
            if chained { node.id(faults).map(StepId::from) } else { steps.own_step(node, faults) };
        if let Some(to) = to {
            successors.insert(key.text.as_str().into(), to);
        }
    }
    for (key, _) in &entries {
        let mut at = key.text.as_str();
        let mut hops = 0;
        while let Some(next) = successors.get(at) {
            at = next.as_str();
            hops += 1;
            if hops > successors.len() {
                let message = format!("the successors of `{}` lead round in a circle", key.text);
                let fault = Diagnostic::new(&codes::MIGRATE, message);
                faults.add(key.place, fault.help("let one of them lead to a step that is there"));
                break;
            }
        }
    }
    successors
}
