//! Steps: the nodes of a flow.

use std::collections::BTreeSet;

use super::kind::{called, kind, kind_keys};
use crate::diagnostic::near::nearest;
use crate::diagnostic::{Diagnostic, codes};
use crate::domain::ids::{FlowId, TextKey};
use crate::domain::lexicon::SlotKind;
use crate::script::condition::typing::{Scope, condition};
use crate::script::model::{Condition, Step, StepKind};
use crate::script::names::Names;
use crate::script::parse::Node;
use crate::script::place::{Faults, Place};
use crate::script::read::{Fields, unknown};

/// The steps of a flow as far as they are read.
pub(crate) struct Steps<'a> {
    pub flow: &'a str,
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
    pub(super) fn question(&self, id: &str, fields: &Fields<'_>, faults: &mut Faults) -> TextKey {
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
}
