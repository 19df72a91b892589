//! Walking the open flow, step by step, until it waits for the visitor or ends.

use crate::domain::handoff::Handoff;
use crate::domain::ids::{OptionId, SlotId, TextKey};
use crate::domain::lexicon::SlotKind;
use crate::domain::reply::{Arg, Choice, Part};
use crate::script::model::{Action, ChooseOption, Signal, Step, StepKind, Target};

use super::condition::holds;
use super::talk::{Talk, option_choice};

/// The team of whoever is given to no other one.
const USUAL_TEAM: &str = "sales";

impl Talk<'_> {
    /// Walks until a step waits or nothing is open.
    pub fn advance(&mut self) {
        while let Some(frame) = self.state.stack.last() {
            let waiting = frame.waiting;
            let Some(step) = self.step_of(frame) else {
                if waiting {
                    return;
                }
                self.mend_stack();
                continue;
            };
            if waiting && !self.is_settled(step) {
                return;
            }
            if self.fuel == 0 {
                // A loop that the check could not see. The talk goes on without it.
                self.abandon();
                self.tell(Part::tell("repair-gone"));
                return;
            }
            self.fuel -= 1;
            if waiting {
                self.next();
                continue;
            }
            if step.condition.as_ref().is_some_and(|condition| !holds(condition, self)) {
                self.next();
                continue;
            }
            self.take(step);
        }
    }

    /// A question that waited and needs no answer any more: it was told beside something else, or
    /// what has been told since makes it needless.
    fn is_settled(&self, step: &Step) -> bool {
        let StepKind::Collect { slot, .. } = &step.kind else { return false };
        self.known(slot).is_some()
            || step.condition.as_ref().is_some_and(|condition| !holds(condition, self))
    }

    /// Does what a step says.
    fn take(&mut self, step: &Step) {
        match &step.kind {
            StepKind::Say(key) => {
                let part = self.with_found(Part::tell(key.clone()));
                self.tell(part);
                self.go_on(step);
            }
            StepKind::Collect { slot, ask } => {
                let open = self.script.slots.contains_key(slot)
                    && self.known(slot).is_none()
                    && !self.state.skipped.contains(slot);
                if open { self.ask_for(slot, ask) } else { self.go_on(step) }
            }
            StepKind::Choose { say, options } => {
                let choices = self.choices_of(options);
                if choices.is_empty() { self.go_on(step) } else { self.offer(say, choices) }
            }
            StepKind::Branch(arms) => {
                let arm =
                    arms.iter().find(|arm| arm.when.as_ref().is_none_or(|when| holds(when, self)));
                match arm {
                    Some(arm) => self.follow(&arm.go),
                    None => self.go_on(step),
                }
            }
            StepKind::Recommend(recommend) => {
                if self.recommend(recommend) {
                    self.go_on(step);
                } else {
                    match &recommend.none {
                        Some(target) => self.follow(target),
                        None => self.go_on(step),
                    }
                }
            }
            StepKind::Wait { seconds } => {
                self.state.wake_at = Some(self.now + chrono::Duration::seconds(*seconds));
                self.wait();
            }
            StepKind::End => self.leave(),
            StepKind::Call(Action::Flow(flow)) => {
                self.go_on(step);
                self.open(flow);
            }
            StepKind::Call(action) => {
                // The way on is taken first: an action may close or move what is open.
                self.go_on(step);
                self.act(action);
            }
            StepKind::Score(_) | StepKind::Handoff { .. } => {
                self.mark(&step.kind, self.says_next(step));
                self.go_on(step);
            }
        }
    }

    /// Does what has no say in where to go.
    fn mark(&mut self, kind: &StepKind, told: bool) {
        match kind {
            StepKind::Score(rule) => self.step_scores.push(rule.clone()),
            StepKind::Handoff { team, reason } => {
                let held = matches!(self.state.handoff, Handoff::Claimed { .. });
                let asked = held || self.state.handoff.is_wanted();
                self.request_person(team, reason);
                // The flow itself says what comes next: one promise is enough.
                if self.facts.rep_chat && !asked && !told {
                    self.tell_of_wait();
                }
            }
            _ => {}
        }
    }

    /// Whether what is said right after a step is the flow's own word.
    fn says_next(&self, step: &Step) -> bool {
        let Some(flow) = self.state.stack.last().and_then(|frame| self.flow(&frame.flow)) else {
            return false;
        };
        let next = match &step.go {
            Some(Target::Step(id)) => flow.position(id),
            Some(_) => None,
            None => flow.position(&step.id).map(|at| at + 1),
        };
        let next = next.and_then(|at| flow.steps.get(at));
        next.is_some_and(|next| next.condition.is_none() && matches!(next.kind, StepKind::Say(_)))
    }

    /// What they may expect: somebody was asked just now, how long that usually takes, and that they
    /// can go on meanwhile.
    fn tell_of_wait(&mut self) {
        let part = Part::tell("handoff-asked");
        let part = match (self.open_now(), self.facts.wait) {
            (false, _) => part.attribute("closed"),
            (true, Some(wait)) => {
                part.attribute("wait").with("minutes", Arg::integer(i64::from(wait)))
            }
            (true, None) => part,
        };
        self.tell(part);
    }

    /// A person of a team is asked for. Where a card is out already it stays with its team.
    pub fn request_person(&mut self, team: &str, reason: &str) {
        self.signals.push(Signal::Handoff);
        let held = matches!(self.state.handoff, Handoff::Claimed { .. });
        if !held && !self.state.handoff.is_wanted() {
            self.state.handoff = Handoff::Requested { reason: reason.to_owned(), at: self.now };
            if self.state.watch.is_none() {
                self.state.team = Some(team.to_owned()).filter(|team| team != USUAL_TEAM);
            }
        }
    }

    fn go_on(&mut self, step: &Step) {
        match &step.go {
            Some(target) => self.follow(target),
            None => self.next(),
        }
    }

    fn wait(&mut self) {
        if let Some(frame) = self.state.stack.last_mut() {
            frame.waiting = true;
            frame.misses = 0;
            frame.worded = 1;
        }
    }

    fn ask_for(&mut self, slot: &SlotId, ask: &TextKey) {
        let choices = self.slot_choices(slot);
        let part = self.with_found(Part::ask(ask.clone()));
        self.ask(vec![part], choices);
        self.wait();
    }

    fn offer(&mut self, say: &TextKey, choices: Vec<Choice>) {
        let part = self.with_found(Part::ask(say.clone()));
        self.ask(vec![part], choices);
        self.wait();
    }

    /// The buttons of a choice slot, or of the time for a call.
    pub(super) fn slot_choices(&self, slot: &SlotId) -> Vec<Choice> {
        match self.script.slots.get(slot).map(|def| &def.form.kind) {
            Some(SlotKind::Choice(options)) => options.iter().map(option_choice).collect(),
            Some(SlotKind::Moment) => self.time_choices(slot),
            _ => Vec::new(),
        }
    }

    /// The buttons of a choose step that are offered now.
    pub(super) fn choices_of(&self, options: &[ChooseOption]) -> Vec<Choice> {
        options
            .iter()
            .filter(|option| option.condition.as_ref().is_none_or(|held| holds(held, self)))
            .map(|option| option_choice(&option.option))
            .collect()
    }

    /// Takes a choice of the open choose step. Tells whether it was one of its options.
    pub(super) fn choose(&mut self, chosen: &OptionId) -> bool {
        let Some(step) = self.open_step() else { return false };
        let StepKind::Choose { options, .. } = &step.kind else { return false };
        let Some(option) = options.iter().find(|option| option.option == *chosen) else {
            return false;
        };
        self.signals.push(Signal::Option(chosen.clone()));
        self.note_answered(None);
        if let Some(then) = &option.then {
            self.mark(then, false);
        }
        match (&option.go, option.then.as_deref()) {
            (Some(target), _) => self.follow(target),
            (None, Some(StepKind::Call(Action::Flow(flow)))) => {
                self.next();
                self.open(flow);
            }
            (None, Some(StepKind::Call(action))) => {
                self.next();
                self.act(action);
            }
            // Whoever asks for a person hears how to reach one.
            (None, Some(StepKind::Handoff { .. })) => {
                self.next();
                self.open(&"human".into());
            }
            (None, Some(StepKind::Say(key))) => {
                let part = self.with_found(Part::tell(key.clone()));
                self.tell(part);
                self.next();
            }
            (None, Some(StepKind::End)) => self.follow(&Target::End),
            (None, _) => self.next(),
        }
        true
    }

    /// Texts after a recommendation may speak of what was found.
    pub(super) fn with_found(&self, part: Part) -> Part {
        let found = self.state.stack.last().map_or(&[][..], |frame| &frame.found);
        let Some(product) = found.first().and_then(|id| self.script.catalogue.product(id)) else {
            return part;
        };
        let part = part.with("product", Arg::Text(format!("product-{}", product.id).into()));
        product.attributes.iter().fold(part, |part, (attribute, value)| match value {
            crate::domain::value::Value::Choices(_) | crate::domain::value::Value::Boolean(_) => {
                part
            }
            value => part.with(attribute.as_str(), Arg::Value(value.clone())),
        })
    }
}
