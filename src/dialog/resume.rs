//! Coming back to the open question, and taking up what was told without being asked.

use crate::domain::conversation::Frame;
use crate::domain::ids::SlotId;
use crate::domain::lexicon::SlotKind;
use crate::domain::reply::{Arg, Part};
use crate::domain::value::Value;
use crate::script::model::{Flow, Signal, Step, StepKind};

use super::condition::mentions;
use super::talk::Talk;

/// Whether a part only says what was taken down.
pub(super) fn is_note(part: &Part) -> bool {
    part.key == "noted-slots" || part.key == "correct-noted"
}

impl Talk<'_> {
    /// After something else was dealt with, the open question comes back: in words at first,
    /// then less often, so that a visitor who just wants answers gets them.
    pub(super) fn resume(&mut self, waited: Option<&Frame>) {
        let Some(step) = self.open_step() else { return };
        if !self.spoke() && !self.filled.is_empty() {
            // Something was told that the open question did not ask for.
            self.tell_noted();
        }
        let noted = self.told.iter().all(is_note);
        if !self.asked.is_empty() || !self.spoke() {
            return;
        }
        // Who has just agreed on a call is not asked on in the same breath.
        if matches!(step.kind, StepKind::Wait { .. }) || self.parted() || self.settled {
            return;
        }
        let same = waited.is_some_and(|frame| {
            self.state
                .stack
                .last()
                .is_some_and(|top| top.flow == frame.flow && top.step == frame.step)
        });
        let asides = self.state.stack.last_mut().map_or(0, |frame| {
            frame.asides = frame.asides.saturating_add(u8::from(same));
            frame.asides
        });
        let question = matches!(step.kind, StepKind::Collect { .. });
        // What is offered stands above their own words still; a question would be forgotten.
        let again = same && asides > 1 && asides % 3 == 2;
        let aloud = noted || again || (question && asides <= 1);
        if !aloud {
            return;
        }
        let worded = self.state.stack.last().map_or(0, |frame| frame.worded);
        if noted && worded >= 3 && self.may_skip(step) {
            // They tell other things; this they would rather not.
            self.skip();
            self.advance();
            return;
        }
        let kept = std::mem::take(&mut self.choices);
        self.ask_again(step);
        if question && !noted && (asides <= 1 || self.returning) {
            let bridge = if self.returning { "resume-days" } else { "resume-flow" };
            self.asked.insert(0, Part::ask(bridge));
        }
        if self.choices.is_empty() && self.asked.is_empty() {
            self.choices = kept;
        }
    }

    /// A person had the talk. Once they have spoken, what was to be arranged with the visitor in their
    /// place is through.
    pub fn leave_arrangements(&mut self) {
        let topic = |frame: &Frame| self.flow(&frame.flow).is_some_and(|flow| !flow.standard);
        let topic = self.state.stack.iter().rposition(topic);
        self.state.stack.truncate(topic.map_or(0, |at| at + 1));
        self.pin();
    }

    /// The bot goes on where that is safe, after somebody else had the talk: what was told to them is
    /// known, and the question that was open is put in its whole words.
    pub fn come_back(&mut self) {
        if !self.asked.is_empty() {
            return;
        }
        self.advance();
        if let (true, Some(step)) = (self.asked.is_empty(), self.open_step()) {
            self.ask_whole(step);
        }
    }

    /// Whether a step asks for something that may stay open.
    fn may_skip(&self, step: &Step) -> bool {
        matches!(&step.kind, StepKind::Collect { slot, .. }
            if self.script.slots.get(slot).is_some_and(|def| def.skippable))
    }

    /// They said goodbye, thanked or scolded us: a question now would be pushy.
    #[must_use]
    pub fn parted(&self) -> bool {
        let last = ["bye", "insult", "thanks"];
        let said = |signal: &Signal| matches!(signal, Signal::Intent(intent) if last.contains(&intent.as_str()));
        self.signals.iter().any(said) && self.answers.is_empty()
    }

    /// They told of themselves without asking anything: it is noted, and the flow that would
    /// have asked goes on from there.
    pub(super) fn take_up_values(&mut self, corrects: bool) {
        if !self.spoke() {
            self.tell_noted();
        }
        if corrects || !self.filled.iter().any(|slot| self.is_fact(slot)) {
            return;
        }
        // A number or a name left tells how to reach somebody, not what they came for.
        let is_personal =
            |slot: &SlotId| self.script.slots.get(slot).is_some_and(|def| def.personal);
        let collects = |flow: &Flow| {
            flow.steps
                .iter()
                .filter(|step| {
                    matches!(&step.kind, StepKind::Collect { slot, .. }
                        if self.filled.contains(slot) && !is_personal(slot))
                })
                .count()
        };
        let flows = &self.script.flows;
        let best = flows
            .by_id
            .iter()
            .filter(|(id, flow)| !flow.standard && flows.by_intent.values().any(|f| f == *id))
            .map(|(id, flow)| {
                let advises =
                    flow.steps.iter().any(|step| matches!(step.kind, StepKind::Recommend(_)));
                let campaign = flows.by_campaign.values().any(|f| f == id);
                (collects(flow), advises, campaign, id.clone())
            })
            .max_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)).then_with(|| b.3.cmp(&a.3)));
        if let Some((1.., _, _, flow)) = best {
            self.open(&flow);
        }
    }

    /// Whether a slot tells what is needed, rather than how they feel about it or what is in the
    /// way: a number, a place, or a choice that a recommendation looks at.
    fn is_fact(&self, slot: &SlotId) -> bool {
        let choice = self
            .script
            .slots
            .get(slot)
            .is_some_and(|def| matches!(def.form.kind, SlotKind::Choice(_)));
        let steps = self.script.flows.by_id.values().flat_map(|flow| &flow.steps);
        !choice
            || steps.into_iter().any(|step| match &step.kind {
                StepKind::Recommend(recommend) => {
                    recommend.filter.as_ref().is_some_and(|f| mentions(f, slot.as_str()))
                }
                _ => false,
            })
    }

    /// "Noted: 12 bikes and Salzburg."
    pub(super) fn tell_noted(&mut self) {
        let filled = self.filled.clone();
        self.tell_noted_of(&filled);
    }

    /// "Noted: +43 664 1234567."
    pub(super) fn tell_noted_of(&mut self, slots: &[SlotId]) {
        let list: Vec<Arg> = slots
            .iter()
            .filter_map(|slot| {
                let value = &self.state.slots.get(slot)?.value;
                Some(Arg::Part(Box::new(match value {
                    Value::Choice(option) => {
                        let key = format!("option-{option}");
                        Part::tell(key.as_str()).attribute("noted").or_else(&key)
                    }
                    value => Part::tell(format!("ask-{slot}"))
                        .attribute("noted")
                        .or_else("value-alone")
                        .with("value", Arg::Value(value.clone())),
                })))
            })
            .collect();
        if !list.is_empty() {
            self.tell(Part::tell("noted-slots").with("list", Arg::And(list)));
        }
    }
}
