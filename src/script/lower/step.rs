//! Steps: the nodes of a flow.

use std::collections::BTreeSet;

use super::choice::kind;
use crate::diagnostic::{Diagnostic, codes, did_you_mean, nearest};
use crate::domain::ids::{FlowId, StepId, TextKey};
use crate::domain::lexicon::{AttributeKind, Better, SlotKind};
use crate::script::condition::typing::{Scope, condition};
use crate::script::model::{Action, Condition, Rank, Recommend, Step, StepKind, Target};
use crate::script::names::Names;
use crate::script::parse::Node;
use crate::script::place::{Faults, Place};
use crate::script::read::{Fields, unknown};

/// The kinds of steps by their keys.
pub(crate) const KINDS: &[&str] =
    &["say", "collect", "choose", "branch", "recommend", "call", "score", "handoff", "wait", "end"];
/// The keys of an option and of an arm.
pub(crate) const OPTION_KEYS: &[&str] = &["option", "if", "then", "go", "end"];
pub(crate) const ARM_KEYS: &[&str] = &["when", "go", "else"];
pub(crate) const THEN_KINDS: &[&str] = &["say", "call", "score", "handoff"];
/// Standard behaviour that a step may call.
pub(crate) const ACTIONS: &[(&str, Action)] = &[
    ("stop", Action::Stop),
    ("start_over", Action::StartOver),
    ("cancel", Action::Cancel),
    ("back", Action::Back),
    ("repeat", Action::Repeat),
    ("skip", Action::Skip),
    ("why", Action::Why),
    ("language", Action::Language),
    ("forget", Action::Forget),
    ("correct", Action::Correct),
];

/// The keys that belong to a kind, itself among them.
pub(crate) fn kind_keys(kind: &str) -> &'static [&'static str] {
    match kind {
        "say" => &["say"],
        "collect" => &["collect", "say"],
        "choose" => &["choose", "say"],
        "branch" => &["branch"],
        "recommend" => &["recommend", "where", "rank", "top", "say", "else"],
        "call" => &["call"],
        "score" => &["score"],
        "handoff" => &["handoff", "reason"],
        "wait" => &["wait"],
        _ => &["end"],
    }
}

/// How a step of a kind is called in messages.
fn called(kind: &str) -> &'static str {
    match kind {
        "say" => "a step that says something",
        "collect" => "a step that collects a slot",
        "choose" => "a step that offers choices",
        "branch" => "a step that branches",
        "recommend" => "a step that recommends",
        "call" => "a step that calls something",
        "score" => "a step that scores",
        "handoff" => "a step that hands over",
        "wait" => "a step that waits",
        _ => "a step that ends the flow",
    }
}

/// The steps of a flow as far as they are read.
pub(crate) struct Steps<'a> {
    flow: &'a str,
    pub names: &'a Names,
    pub steps: Vec<Step>,
    pub places: Vec<Place>,
    pub sound: bool,
    pub leads_to: BTreeSet<FlowId>,
}

impl<'a> Steps<'a> {
    pub fn new(flow: &'a str, names: &'a Names) -> Self {
        let (steps, places) = (Vec::new(), Vec::new());
        Self { flow, names, steps, places, sound: true, leads_to: BTreeSet::new() }
    }

    /// Whether the flow has a step.
    pub fn has(&self, step: &str) -> bool {
        self.names.flows.get(self.flow).is_some_and(|flow| flow.steps.contains_key(step))
    }

    /// Reads one step.
    pub fn read(&mut self, node: &Node, faults: &mut Faults) {
        let Some(kind) = kind(node, faults) else {
            self.sound = false;
            return;
        };
        let mut keys = vec!["id", "if", "go"];
        keys.extend(kind_keys(kind));
        let Some(mut fields) = node.fields(called(kind), &keys, node.place, faults) else {
            return;
        };
        let id = fields.need("id", faults).and_then(|n| Some((n.id(faults)?, n.place)));
        if let Some((_, place)) = id {
            fields.place = place;
        }
        let (id, place) = id.unwrap_or(("", node.place));
        let condition = fields.get("if").map(|n| self.condition(n, Scope::Talk, faults));
        let read = self.kind(kind, id, &fields, faults);
        let go = fields.get("go").map(|node| {
            if kind == "end" {
                let fault = Diagnostic::new(
                    &codes::STEP_KIND,
                    "a step that ends the flow leads nowhere else",
                );
                faults.add(node.place, fault.help("remove `go`, or `end`"));
            }
            self.target(node, faults)
        });
        if id.is_empty() || read.is_none() {
            self.sound = false;
        }
        self.steps.push(Step {
            id: id.into(),
            condition,
            kind: read.unwrap_or(StepKind::End),
            go: go.flatten(),
        });
        self.places.push(place);
    }

    /// A condition; one with a fault stands in as one that may hold or not.
    pub(super) fn condition(&self, node: &Node, scope: Scope, faults: &mut Faults) -> Condition {
        condition(node, scope, self.names, faults).unwrap_or(Condition::Literal(true))
    }

    fn kind(
        &mut self,
        kind: &str,
        id: &str,
        fields: &Fields<'_>,
        faults: &mut Faults,
    ) -> Option<StepKind> {
        let node = fields.get(kind)?;
        Some(match kind {
            "collect" => self.collect(node, fields, faults)?,
            "choose" => {
                let say = self.question(id, fields, faults);
                StepKind::Choose { say, options: self.options(node, faults)? }
            }
            "branch" => StepKind::Branch(self.arms(node, faults)?),
            "recommend" => StepKind::Recommend(self.recommend(node, id, fields, faults)?),
            "wait" => StepKind::Wait { seconds: node.seconds(faults)? },
            "end" => {
                node.truth(faults)?;
                StepKind::End
            }
            _ => self.act(kind, node, fields, faults)?,
        })
    }

    /// Kinds that may also stand in an option's `then`.
    pub(super) fn act(
        &mut self,
        kind: &str,
        node: &Node,
        fields: &Fields<'_>,
        faults: &mut Faults,
    ) -> Option<StepKind> {
        Some(match kind {
            "say" => StepKind::Say(self.text(node, faults).unwrap_or_else(|| "".into())),
            "call" => StepKind::Call(self.action(node, faults)?),
            "score" => {
                let id = node.id(faults)?;
                let rules = &self.names.rules;
                if rules.get(id) == Some(&false) {
                    let fault = unknown(&codes::UNKNOWN_RULE, "rule", id, []);
                    faults.add(
                        node.place,
                        fault.reason(format!("`{id}` is a wish, which only `on` expresses")),
                    );
                } else {
                    rules.check(id, node.place, &codes::UNKNOWN_RULE, faults);
                }
                StepKind::Score(id.into())
            }
            _ => {
                let team = node.id(faults).unwrap_or_default().to_owned();
                let reason = fields.need("reason", faults).and_then(|n| n.id(faults));
                StepKind::Handoff { team, reason: reason.unwrap_or_default().to_owned() }
            }
        })
    }

    fn collect(&self, node: &Node, fields: &Fields<'_>, faults: &mut Faults) -> Option<StepKind> {
        let slot = node.id(faults)?;
        let known = self.names.slots.check(slot, node.place, &codes::UNKNOWN_SLOT, faults);
        let key = format!("ask-{slot}");
        let ask = match fields.get("say") {
            Some(node) => self.text(node, faults).unwrap_or_else(|| "".into()),
            None => {
                if known {
                    let what = format!("the question for the slot `{slot}`");
                    self.names.need_text(&key, &what, node.place, faults);
                }
                key.into()
            }
        };
        if let Some(Some(form)) = self.names.slots.get(slot)
            && let SlotKind::Choice(options) = &form.kind
        {
            for option in options {
                let place = self.names.options.place(option.as_str()).unwrap_or(node.place);
                self.option_text(option.as_str(), place, faults);
            }
        }
        Some(StepKind::Collect { slot: slot.into(), ask })
    }

    pub(super) fn option_text(&self, option: &str, place: Place, faults: &mut Faults) {
        let what = format!("the option `{option}`");
        self.names.need_text(&format!("option-{option}"), &what, place, faults);
    }

    /// The text above choices or under a recommendation: `say`, else `<flow>-<step>`.
    fn question(&self, id: &str, fields: &Fields<'_>, faults: &mut Faults) -> TextKey {
        if let Some(node) = fields.get("say") {
            return self.text(node, faults).unwrap_or_else(|| "".into());
        }
        let key = format!("{}-{id}", self.flow);
        if !id.is_empty() {
            self.names.need_text(&key, &format!("the step `{id}`"), fields.place, faults);
        }
        key.into()
    }

    /// A text key that is written out.
    pub fn text(&self, node: &Node, faults: &mut Faults) -> Option<TextKey> {
        let key = node.text(faults)?;
        let texts = &self.names.texts;
        if !texts.may_have(key) {
            let locale = self.names.default_locale.as_deref().unwrap_or("the default locale");
            let help = match nearest(key, texts.names()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("write it in locales/{locale}/{}.ftl: `{key} = …`", self.flow),
            };
            let fault = Diagnostic::new(
                &codes::UNKNOWN_TEXT,
                format!("there is no text `{key}` in `{locale}`"),
            );
            faults.add(node.place, fault.help(help));
        }
        Some(key.into())
    }

    fn recommend(
        &mut self,
        node: &Node,
        id: &str,
        fields: &Fields<'_>,
        faults: &mut Faults,
    ) -> Option<Recommend> {
        let kind = node.id(faults)?;
        self.names.kinds.check(kind, node.place, &codes::UNKNOWN_KIND, faults);
        let filter = fields.get("where").map(|n| self.condition(n, Scope::Search, faults));
        let rank = fields.get("rank").and_then(|n| self.rank(n, faults));
        let top = fields.get("top").and_then(|n| n.integer(1..=5, faults)).unwrap_or(1);
        let say = self.question(id, fields, faults);
        let none = fields.get("else").and_then(|n| self.target(n, faults));
        let top = usize::try_from(top).unwrap_or(1);
        Some(Recommend { kind: kind.into(), filter, rank, top, say, none })
    }

    fn rank(&self, node: &Node, faults: &mut Faults) -> Option<Rank> {
        let text = node.scalar("an attribute", faults)?.text.as_str();
        let name = text.strip_prefix('-').unwrap_or(text);
        if !self.names.attributes.check(name, node.place, &codes::UNKNOWN_ATTRIBUTE, faults) {
            return None;
        }
        let form = self.names.attributes.get(name)?.as_ref()?;
        if matches!(form.kind, AttributeKind::Choice(_) | AttributeKind::Choices(_)) {
            let message = format!("products cannot be ranked by `{name}`, which has no order");
            faults.add(node.place, Diagnostic::new(&codes::CONDITION_TYPE, message));
            return None;
        }
        let descending = (form.better != Some(Better::Lower)) != text.starts_with('-');
        Some(Rank { attribute: name.into(), descending })
    }

    fn action(&mut self, node: &Node, faults: &mut Faults) -> Option<Action> {
        let text = node.scalar("an action", faults)?.text.as_str();
        if let Some(flow) = text.strip_prefix("flow.") {
            if !self.names.flows.check(flow, node.place, &codes::UNKNOWN_FLOW, faults) {
                return None;
            }
            self.leads_to.insert(flow.into());
            return Some(Action::Flow(flow.into()));
        }
        let found =
            ACTIONS.iter().find(|(word, _)| *word == text).map(|(_, action)| action.clone());
        if found.is_none() {
            let words: Vec<&str> = ACTIONS.iter().map(|(word, _)| *word).collect();
            let mut fault = unknown(&codes::UNKNOWN_ACTION, "action", text, words);
            if self.names.flows.may_have(text) {
                fault = fault.help(format!("write `flow.{text}` to run the flow and go on"));
            }
            faults.add(node.place, fault);
        }
        found
    }

    /// A step of this flow, or another flow.
    pub(super) fn target(&mut self, node: &Node, faults: &mut Faults) -> Option<Target> {
        let name = node.id(faults);
        let target = name.and_then(|name| self.named_target(name, node.place, faults));
        if target.is_none() {
            self.sound = false;
        }
        if let Some(Target::Flow(flow)) = &target {
            self.leads_to.insert(flow.clone());
        }
        target
    }

    fn named_target(&self, name: &str, place: Place, faults: &mut Faults) -> Option<Target> {
        let flows = &self.names.flows;
        match (self.has(name), flows.may_have(name)) {
            (true, false) => Some(Target::Step(name.into())),
            (false, true) => Some(Target::Flow(name.into())),
            (true, true) => {
                let mut fault = Diagnostic::new(
                    &codes::STEP_AND_FLOW,
                    format!("`{name}` is both a step here and a flow"),
                );
                let step = flows.get(self.flow).and_then(|flow| flow.steps.get(name));
                for (at, message) in [(step.copied(), "the step"), (flows.place(name), "the flow")]
                {
                    if let Some(at) = at {
                        fault = fault.related(faults.location(at), message);
                    }
                }
                faults.add(place, fault.help("rename the step"));
                None
            }
            (false, false) => {
                let own = flows
                    .get(self.flow)
                    .map(|flow| flow.steps.keys().map(String::as_str).collect::<Vec<_>>());
                let own = own.unwrap_or_default();
                let near = nearest(name, own.iter().copied().chain(flows.names()));
                let help = match near {
                    Some(near) => Some(format!("did you mean `{near}`?")),
                    None if name == "end" => Some("write `end: true`".to_owned()),
                    None => did_you_mean(name, own),
                };
                let message = format!("`{name}` is neither a step of this flow nor a flow");
                faults.add(place, Diagnostic::new(&codes::UNKNOWN_STEP, message).help_if(help));
                None
            }
        }
    }

    /// A step of this flow and nothing else.
    pub fn own_step(&self, node: &Node, faults: &mut Faults) -> Option<StepId> {
        let name = node.id(faults)?;
        if self.has(name) {
            return Some(name.into());
        }
        let own = self
            .names
            .flows
            .get(self.flow)
            .map(|flow| flow.steps.keys().map(String::as_str).collect::<Vec<_>>());
        faults
            .add(node.place, unknown(&codes::UNKNOWN_STEP, "step", name, own.unwrap_or_default()));
        None
    }
}
