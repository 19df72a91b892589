//! Where the visitor or a condition decides: the options of a choice, the arms of a branch.

use super::form::{MOST_OPTIONS, too_many_options};
use super::kind::{THEN_KINDS, kind_keys};
use super::step::Steps;
use crate::diagnostic::{Diagnostic, codes};
use crate::script::condition::typing::Scope;
use crate::script::model::{BranchArm, ChooseOption, Condition, StepKind, Target};
use crate::script::parse::Node;
use crate::script::place::{Faults, Place};

/// The keys of an option and of an arm.
pub(crate) const OPTION_KEYS: &[&str] = &["option", "if", "then", "go", "end"];
pub(crate) const ARM_KEYS: &[&str] = &["when", "go", "else"];

impl Steps<'_> {
    /// The options of a choice.
    pub(super) fn options(
        &mut self,
        node: &Node,
        faults: &mut Faults,
    ) -> Option<Vec<ChooseOption>> {
        let list = node.filled_list(faults)?;
        if list.len() > MOST_OPTIONS {
            too_many_options(list.len(), node.place, faults);
        }
        let mut options: Vec<ChooseOption> = Vec::new();
        for node in list {
            let Some(fields) = node.fields("an option", OPTION_KEYS, node.place, faults) else {
                self.sound = false;
                continue;
            };
            let id = fields.need("option", faults).and_then(|n| Some((n.id(faults)?, n.place)));
            let condition = fields.get("if").map(|n| self.condition(n, Scope::Talk, faults));
            let then = fields.get("then").and_then(|n| self.then(n, faults));
            let mut go = fields.get("go").and_then(|n| self.target(n, faults));
            if let Some(node) = fields.get("end")
                && node.truth(faults).is_some()
            {
                if fields.get("go").is_some() {
                    let fault = Diagnostic::new(
                        &codes::STEP_KIND,
                        "an option both ends the flow and goes on",
                    );
                    faults.add(node.place, fault.help("keep one of `go` and `end`"));
                }
                go = Some(Target::End);
            }
            let Some((id, place)) = id else {
                self.sound = false;
                continue;
            };
            if options.iter().any(|option| option.option == *id) {
                let message = format!("the option `{id}` is offered twice");
                let fault = Diagnostic::new(&codes::DUPLICATE_ID, message);
                faults.add(place, fault.help("remove one of them"));
            }
            self.option_text(id, place, faults);
            options.push(ChooseOption {
                option: id.into(),
                condition,
                then: then.map(Box::new),
                go,
            });
        }
        if list.len() > 1
            && !options.is_empty()
            && options.iter().all(|option| option.condition.is_some())
        {
            let fault = Diagnostic::new(&codes::OPTIONS_MAY_VANISH, "every option has a condition")
                .reason("when none holds, the question is passed over")
                .help("leave one option without `if`");
            faults.add(node.place, fault);
        }
        Some(options)
    }

    fn then(&mut self, node: &Node, faults: &mut Faults) -> Option<StepKind> {
        let entries = node.pairs(&mut Faults::default()).unwrap_or_default();
        let kinds: Vec<&str> = THEN_KINDS
            .iter()
            .copied()
            .filter(|kind| entries.iter().any(|(key, _)| key.text == *kind))
            .collect();
        let [kind] = kinds.as_slice() else {
            // Reports a wrong shape, and keys that mean nothing here.
            let fields = node.fields(
                "`then`",
                &["say", "call", "score", "handoff", "reason"],
                node.place,
                faults,
            )?;
            let message = "`then` does one thing: say, call, score or handoff";
            let fault = Diagnostic::new(&codes::STEP_KIND, message);
            let help = "write one of them; `go` leads to a step that does the rest";
            faults.add(fields.place, fault.help(help));
            return None;
        };
        let fields = node.fields("`then`", kind_keys(kind), node.place, faults)?;
        self.act(kind, fields.get(kind)?, &fields, faults)
    }

    /// The arms of a branch.
    pub(super) fn arms(&mut self, node: &Node, faults: &mut Faults) -> Option<Vec<BranchArm>> {
        let mut arms = Vec::new();
        let mut otherwise: Option<Place> = None;
        for node in node.filled_list(faults)? {
            let Some(fields) = node.fields("an arm of `branch`", ARM_KEYS, node.place, faults)
            else {
                self.sound = false;
                continue;
            };
            if let Some(first) = otherwise {
                let fault = Diagnostic::new(&codes::ELSE_NOT_LAST, "this arm is never looked at")
                    .related(faults.location(first), "`else` holds always")
                    .help("move `else` to the end");
                faults.add(node.place, fault);
            }
            let (when, go) =
                if let (Some(key), Some(node)) = (fields.key("else"), fields.get("else")) {
                    otherwise = otherwise.or(Some(key.place));
                    if fields.key("when").is_some() || fields.key("go").is_some() {
                        let message = "an arm is either `when` with `go`, or `else`";
                        let fault = Diagnostic::new(&codes::STEP_KIND, message);
                        faults.add(key.place, fault.help("make an arm of each"));
                    }
                    (None, self.target(node, faults))
                } else {
                    let when =
                        fields.need("when", faults).map(|n| self.condition(n, Scope::Talk, faults));
                    let go = fields.need("go", faults).and_then(|n| self.target(n, faults));
                    (Some(when.unwrap_or(Condition::Literal(true))), go)
                };
            match go {
                Some(go) => arms.push(BranchArm { when, go }),
                None => self.sound = false,
            }
        }
        Some(arms)
    }
}
