//! Where a step leads: to a step of its flow, to another flow, to standard behavior.

use super::step::Steps;
use crate::diagnostic::near::{did_you_mean, nearest};
use crate::diagnostic::{Diagnostic, codes};
use crate::domain::ids::StepId;
use crate::script::model::{Action, Target};
use crate::script::parse::Node;
use crate::script::place::{Faults, Place};
use crate::script::read::unknown;

/// Standard behaviour that a step may call.
const ACTIONS: &[(&str, Action)] = &[
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

impl Steps<'_> {
    /// What a `call` calls.
    pub(super) fn action(&mut self, node: &Node, faults: &mut Faults) -> Option<Action> {
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
                let own = self.own_steps();
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
        faults.add(node.place, unknown(&codes::UNKNOWN_STEP, "step", name, self.own_steps()));
        None
    }

    /// The names of the flow's steps.
    fn own_steps(&self) -> Vec<&str> {
        let own = self.names.flows.get(self.flow);
        own.map(|flow| flow.steps.keys().map(String::as_str).collect()).unwrap_or_default()
    }
}
