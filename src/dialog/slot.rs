//! Filling slots, and what a changed value means for the way already gone.

use crate::domain::conversation::{Answered, Filled};
use crate::domain::ids::{SlotId, StepId};
use crate::domain::reply::{Arg, Part};
use crate::domain::understood::CatalogueQuery;
use crate::domain::value::Value;
use crate::script::model::{Appointment, Flow, Signal, Step, StepKind, Target};

use super::condition::mentions;
use super::talk::Talk;

/// The most answered questions that "back" can undo.
const ANSWERED: usize = 10;

impl Talk<'_> {
    /// Keeps a value. Tells whether it changed what was known before.
    pub fn fill(&mut self, slot: &SlotId, value: Value) -> bool {
        let value = self.ahead(value);
        let value = self.staffed(slot, value);
        let before = self.known(slot).cloned();
        let changed = before.is_some_and(|known| known != value);
        if let Value::Choice(option) = &value {
            self.signals.push(Signal::Option(option.clone()));
        }
        if let Value::Place(name) = &value {
            let said = self.places.iter().find(|(place, _)| place == name);
            self.state.country = said.map(|(_, country)| country.clone());
        }
        self.state.skipped.retain(|skipped| skipped != slot);
        self.state.slots.insert(slot.clone(), Filled { value, at: self.now, turn: self.turn });
        if !self.filled.contains(slot) {
            self.filled.push(slot.clone());
        }
        changed
    }

    /// A time for which somebody of the house must be there is moved to one where somebody is.
    fn staffed(&mut self, slot: &SlotId, value: Value) -> Value {
        let appointment = self.script.slots.get(slot).and_then(|def| def.appointment);
        if appointment == Some(Appointment::Call) {
            self.signals.push(Signal::Callback);
        }
        let (Some(_), Value::Moment(moment)) = (appointment, &value) else { return value };
        // "I said Wednesday" moves the day and leaves the hour.
        let mut moment = *moment;
        if let (None, true, Some(Value::Moment(agreed))) =
            (moment.time, moment.from == moment.to, self.known(slot))
        {
            moment.time = agreed.time;
        }
        let Some(next) = self.next_staffed(&moment).map(Value::Moment) else {
            return Value::Moment(moment);
        };
        self.tell(Part::tell("appointment-moved").with("value", Arg::Value(next.clone())));
        next
    }

    /// Remembers that the open step was answered, for "back".
    pub(super) fn note_answered(&mut self, slot: Option<SlotId>) {
        let Some(frame) = self.state.stack.last() else { return };
        let entry = Answered { flow: frame.flow.clone(), step: frame.step.clone(), slot };
        self.state.answered.retain(|known| *known != entry);
        self.state.answered.push(entry);
        if self.state.answered.len() > ANSWERED {
            self.state.answered.remove(0);
        }
    }

    /// Puts right what follows from corrected slots: the flow goes on from the first step that
    /// they touch, else the last catalogue question is answered anew, else it is just noted.
    pub fn recompute(&mut self, corrected: &[(SlotId, Value)]) {
        let mut said = false;
        let mut earliest: Option<(usize, StepId)> = None;
        if let Some(frame) = self.state.stack.last().cloned()
            && let Some(flow) = self.flow(&frame.flow)
            && let Some(here) = flow.position(&frame.step)
        {
            for (slot, _) in corrected {
                let way = match flow.on_correct.get(slot) {
                    Some(on) => flow.position(&on.from).map(|at| (at, on.say.clone())),
                    None => first_touched(flow, slot).map(|at| (at, None)),
                };
                let Some((at, say)) = way else { continue };
                if at > here {
                    continue;
                }
                if let Some(say) = say {
                    self.tell(Part::tell(say));
                    said = true;
                }
                if earliest.as_ref().is_none_or(|(best, _)| at < *best) {
                    earliest = Some((at, flow.steps[at].id.clone()));
                }
            }
        }
        if !said {
            for (slot, value) in corrected {
                self.tell(noted(slot, value));
            }
        }
        if let Some((_, step)) = earliest {
            self.follow(&Target::Step(step));
        }
        self.ask_again_with(corrected);
    }

    /// What was told beside what is offered after a recommendation may change it: the flow goes on
    /// again from there. A number of pieces is told with what that many cost.
    pub(super) fn reconsider(&mut self) {
        let offers = self.open_step().is_some_and(|s| matches!(s.kind, StepKind::Choose { .. }));
        let Some(frame) = self.state.stack.last().filter(|f| offers && !f.found.is_empty()) else {
            return;
        };
        let Some(flow) = self.flow(&frame.flow) else { return };
        let here = flow.position(&frame.step).unwrap_or(0);
        let weighs = |slot: &SlotId| {
            let mut steps = flow.steps[..here].iter();
            steps.any(|step| matches!(step.kind, StepKind::Recommend(_)) && touches(step, slot))
        };
        let from = |slot: &SlotId| match flow.on_correct.get(slot) {
            Some(on) => flow.position(&on.from),
            None => first_touched(flow, slot),
        };
        let new: Vec<&SlotId> = self.filled.iter().filter(|slot| weighs(slot)).collect();
        let step = new.into_iter().filter_map(from).min().map(|at| flow.steps[at].id.clone());
        if !self.spoke() {
            self.tell_noted();
        }
        if let Some(step) = step {
            self.follow(&Target::Step(step));
        } else if !self.answered_count() {
            let filled: Vec<(SlotId, Value)> = self
                .filled
                .iter()
                .filter_map(|slot| Some((slot.clone(), self.known(slot)?.clone())))
                .collect();
            self.ask_again_with(&filled);
        }
    }

    /// A price for a number of pieces was told in this turn.
    fn answered_count(&self) -> bool {
        self.told.iter().any(|part| part.key.as_str().starts_with("catalogue-price-for"))
    }

    /// The last catalogue question was about a number that has just been corrected: it is
    /// answered for the new one.
    fn ask_again_with(&mut self, corrected: &[(SlotId, Value)]) {
        let offered = || {
            // What was recommended is what they want that many of.
            let product = self.state.stack.last()?.found.first()?.clone();
            let attributes = vec!["price".into()];
            Some(CatalogueQuery { products: vec![product], attributes, ..Default::default() })
        };
        let asked = self.state.asked.clone().filter(|query| query.count.is_some());
        let Some(query) = asked.or_else(offered) else { return };
        for (slot, value) in corrected {
            let counts = self.script.slots.get(slot).is_some_and(|def| def.counts);
            if let (true, Value::Integer(count)) = (counts, value) {
                let mut again = query.clone();
                again.count = Some(*count);
                self.answer_query(&again);
                return;
            }
        }
    }

    /// A price was asked for a number of pieces: that many they think of, until they say otherwise.
    pub(super) fn note_count(&mut self, count: i64) {
        let slot = self.script.slots.iter().find(|(_, def)| def.counts).map(|(slot, _)| slot);
        let value = Value::Integer(count);
        if let Some(slot) = slot.cloned()
            && !(self.overheard && self.known(&slot).is_some())
            && self.in_range(&slot, &value)
            && !self.filled.contains(&slot)
        {
            self.fill(&slot, value);
        }
    }

    /// How many pieces they think of, as far as that is known.
    pub(super) fn known_count(&self) -> Option<i64> {
        let (slot, _) = self.script.slots.iter().find(|(_, def)| def.counts)?;
        match self.known(slot) {
            Some(Value::Integer(count)) => Some(*count),
            _ => None,
        }
    }

    /// The slot that a bare corrected number or time most likely belongs to: the one of its kind
    /// that was told last.
    #[must_use]
    pub fn last_of_kind(&self, value: &Value) -> Option<SlotId> {
        self.state
            .slots
            .iter()
            .filter(|(slot, filled)| {
                (filled.value.number().is_some() || matches!(filled.value, Value::Moment(_)))
                    && self.script.slots.contains_key(*slot)
                    && std::mem::discriminant(&filled.value) == std::mem::discriminant(value)
            })
            .max_by_key(|(_, filled)| (filled.turn, filled.at))
            .map(|(slot, _)| slot.clone())
    }

    /// Whether a number is one that the slot takes.
    #[must_use]
    pub fn in_range(&self, slot: &SlotId, value: &Value) -> bool {
        let (Some(def), Some(number)) = (self.script.slots.get(slot), value.number()) else {
            return true;
        };
        def.form.min.is_none_or(|min| number >= min) && def.form.max.is_none_or(|max| number <= max)
    }
}

/// "Noted: number of bikes is now 12."
pub(crate) fn noted(slot: &SlotId, value: &Value) -> Part {
    Part::tell("correct-noted")
        .with("slot", Arg::Attribute(format!("ask-{slot}").into(), "label".to_owned()))
        .with("value", value_of(slot, value))
}

/// A value as a visitor reads it.
pub(crate) fn value_of(_slot: &SlotId, value: &Value) -> Arg {
    match value {
        Value::Choice(option) => Arg::Text(format!("option-{option}").into()),
        other => Arg::Value(other.clone()),
    }
}

/// The first step of a flow that a slot touches. A question about the slot itself has been
/// answered by the correction, so the way goes on behind it.
fn first_touched(flow: &Flow, slot: &SlotId) -> Option<usize> {
    let at = flow.steps.iter().position(|step| touches(step, slot))?;
    let asks =
        matches!(&flow.steps[at].kind, StepKind::Collect { slot: asked, .. } if asked == slot);
    if !asks {
        return Some(at);
    }
    flow.steps[at + 1..].iter().position(|step| touches(step, slot)).map(|further| at + 1 + further)
}

fn touches(step: &Step, slot: &SlotId) -> bool {
    let slot = slot.as_str();
    step.condition.as_ref().is_some_and(|condition| mentions(condition, slot))
        || match &step.kind {
            StepKind::Collect { slot: asked, .. } => asked == slot,
            StepKind::Branch(arms) => {
                arms.iter().any(|arm| arm.when.as_ref().is_some_and(|when| mentions(when, slot)))
            }
            StepKind::Recommend(recommend) => {
                recommend.filter.as_ref().is_some_and(|filter| mentions(filter, slot))
            }
            StepKind::Choose { options, .. } => options
                .iter()
                .any(|option| option.condition.as_ref().is_some_and(|c| mentions(c, slot))),
            StepKind::Say(_)
            | StepKind::Call(_)
            | StepKind::Score(_)
            | StepKind::Handoff { .. }
            | StepKind::Wait { .. }
            | StepKind::End => false,
        }
}
