//! Values that were said and belong to no slot by the words around them: a number or a time that
//! puts something right, a time that takes an offer, a number that counts what is talked about.

use crate::domain::conversation::Filled;
use crate::domain::ids::{FlowId, IntentId, OptionId, SlotId};
use crate::domain::lexicon::SlotKind;
use crate::domain::reply::ChoiceId;
use crate::domain::understood::{CatalogueQuery, Reading, Understood};
use crate::domain::value::{Quantity, Value};
use crate::script::model::{Step, StepKind, Target};

use super::talk::Talk;
use super::wish::SURE;

/// The most words of a message that is about its number alone.
const BARE: usize = 6;

impl Talk<'_> {
    /// "Actually 12", "make that Friday": a value that nothing else takes belongs to the slot of its
    /// kind that was told last. A time need not say that it corrects while the flow that agreed on
    /// one is still open.
    pub(super) fn put_right(&mut self, understood: &Understood, handled: bool) -> bool {
        if understood.asks && !understood.corrects {
            return false;
        }
        // Said to a person a number may put anything right; a time is that of the call.
        if self.overheard && (self.facts.caption || !understood.corrects) {
            return false;
        }
        for value in self.loose.clone() {
            if self.overheard && !matches!(value, Value::Moment(_)) {
                continue;
            }
            let moment = matches!(value, Value::Moment(_));
            if !moment && (handled || value.number().is_none()) {
                continue;
            }
            let open = moment.then(|| self.open_moment()).flatten();
            if let Some(slot) = open {
                self.fill(&slot, value);
                return true;
            }
            let Some((slot, value)) = self.last_like(&value) else { continue };
            // "15 was wrong, it is 12."
            if self.known(&slot) == Some(&value) {
                continue;
            }
            let fits = understood.corrects || (moment && self.is_collected(&slot));
            if fits && self.in_range(&slot, &value) {
                self.fill(&slot, value.clone());
                let value = self.known(&slot).cloned().unwrap_or(value);
                self.recompute(&[(slot, value)]);
                return true;
            }
        }
        false
    }

    /// "8 instead of 12" where twelve were noted: the value takes the place of the one it names,
    /// whatever is asked at the moment.
    pub(super) fn swap_refused(&mut self, understood: &Understood) -> Option<(SlotId, Value)> {
        let wrong = understood.refused.first()?;
        let slot = self.state.slots.iter().find(|(slot, filled)| {
            filled.value.number() == wrong.number()
                && wrong.number().is_some()
                && self.script.slots.contains_key(*slot)
                && !self.filled.contains(slot)
        });
        let slot = slot.map(|(slot, _)| slot.clone())?;
        let right = understood.entities.iter().map(|entity| &entity.value).find(|value| {
            std::mem::discriminant(*value) == std::mem::discriminant(wrong) && *value != wrong
        })?;
        // "8 instead of 12" puts 12 kg right, too.
        let value = in_unit_of(&self.state.slots[&slot].value, right);
        if !self.in_range(&slot, &value) {
            return None;
        }
        self.fill(&slot, value.clone());
        Some((slot, value))
    }

    /// The slot that a bare corrected value most likely belongs to, and the value as it takes it: the
    /// last of its kind, or what was measured just before ("160 kilos", "no, 200").
    fn last_like(&self, value: &Value) -> Option<(SlotId, Value)> {
        let of_kind = self.last_of_kind(value);
        let told = |slot: &SlotId| self.state.slots.get(slot).map(|filled| filled.turn);
        let just = |(slot, filled): &(&SlotId, &Filled)| {
            matches!(filled.value, Value::Quantity(_))
                && filled.turn + 1 >= self.turn
                && of_kind.as_ref().and_then(told) < Some(filled.turn)
                && self.script.slots.contains_key(*slot)
                && !self.filled.contains(slot)
        };
        let mut measured = self.state.slots.iter().filter(just);
        if let (Value::Integer(_), Some((slot, filled)), None) =
            (value, measured.next(), measured.next())
        {
            return Some((slot.clone(), in_unit_of(&filled.value, value)));
        }
        of_kind.map(|slot| (slot, value.clone()))
    }

    /// Whether a short message is nothing but a number that puts another one right.
    pub(super) fn is_put_right(&self, text: &str) -> bool {
        let [value @ Value::Integer(_)] = self.loose.as_slice() else { return false };
        text.split_whitespace().count() <= BARE
            && self.last_like(value).is_some_and(|(slot, value)| self.in_range(&slot, &value))
    }

    /// The slot for a time that the open flow will ask for and does not know yet.
    fn open_moment(&self) -> Option<SlotId> {
        let flow = self.flow(&self.state.stack.last()?.flow)?;
        flow.steps.iter().find_map(|step| match &step.kind {
            StepKind::Collect { slot, .. }
                if self.known(slot).is_none()
                    && self
                        .script
                        .slots
                        .get(slot)
                        .is_some_and(|d| d.form.kind == SlotKind::Moment) =>
            {
                Some(slot.clone())
            }
            _ => None,
        })
    }

    /// Whether a flow that is open asks for a slot.
    fn is_collected(&self, slot: &SlotId) -> bool {
        self.state.stack.iter().filter_map(|frame| self.flow(&frame.flow)).any(|flow| {
            let asks =
                |step: &Step| matches!(&step.kind, StepKind::Collect { slot: s, .. } if s == slot);
            flow.steps.iter().any(asks)
        })
    }

    /// "Tomorrow at ten" where a time for a call was offered: whoever names it takes the offer.
    pub(super) fn take_offer(&mut self, understood: &Understood) -> bool {
        if self.overheard {
            return false;
        }
        let Some(StepKind::Choose { options, .. }) = self.open_step().map(|step| &step.kind) else {
            return false;
        };
        let here = self.state.stack.last().map(|frame| frame.flow.clone());
        let elsewhere = understood.intents.first().is_some_and(|intent| {
            intent.confidence >= SURE
                && !self.only_manners(&intent.id)
                && self.script.flows.by_intent.get(&intent.id) != here.as_ref()
        });
        if understood.reading.is_some() || understood.asks || elsewhere {
            return false;
        }
        let Some(flow) = here.and_then(|id| self.flow(&id)) else { return false };
        for entity in &understood.entities {
            let takers: Vec<(&OptionId, &SlotId)> = options
                .iter()
                .filter(|option| {
                    self.state.offered.contains(&ChoiceId::Option(option.option.clone()))
                })
                .filter_map(|option| {
                    let Some(Target::Step(step)) = &option.go else { return None };
                    let ahead = &flow.steps[flow.position(step)?..];
                    ahead.iter().find_map(|step| match &step.kind {
                        StepKind::Collect { slot, .. } if self.takes(slot, &entity.value) => {
                            Some((&option.option, slot))
                        }
                        _ => None,
                    })
                })
                .collect();
            if let [(option, slot)] = takers.as_slice() {
                let (option, slot) = ((*option).clone(), (*slot).clone());
                self.take_fills(understood);
                // What reads in two ways takes up the offer, and the question comes after it.
                if entity.other.is_none() {
                    self.fill(&slot, entity.value.clone());
                }
                let told = |slot: &&SlotId| !matches!(self.known(slot), Some(Value::Moment(_)));
                let noted: Vec<SlotId> = self.filled.iter().filter(told).cloned().collect();
                self.tell_noted_of(&noted);
                return self.choose(&option);
            }
        }
        false
    }

    /// Whether a value is a time or an address, and of the kind that the slot holds.
    fn takes(&self, slot: &SlotId, value: &Value) -> bool {
        let kind = self.script.slots.get(slot).map(|def| &def.form.kind);
        matches!(
            (kind, value),
            (Some(SlotKind::Moment), Value::Moment(_))
                | (Some(SlotKind::Phone), Value::Phone(_))
                | (Some(SlotKind::Email), Value::Email(_))
        )
    }

    /// "A test ride next Tuesday": the time belongs to the flow that the wish opens.
    pub(super) fn take_loose_moment(&mut self, flow: &FlowId) {
        let Some(flow) = self.flow(flow) else { return };
        let mut asked = flow.steps.iter().filter_map(|step| match &step.kind {
            StepKind::Collect { slot, .. } => Some(slot),
            _ => None,
        });
        let moment = self.loose.iter().find(|value| matches!(value, Value::Moment(_))).cloned();
        if let Some(value) = moment
            && let Some(slot) = asked.find(|slot| self.takes(slot, &value))
            && !self.filled.contains(slot)
        {
            self.fill(slot, value);
        }
    }

    /// "A quote for 25 then": the number counts the pieces that the flow which is opened asks for.
    pub(super) fn take_loose_count(&mut self, flow: &FlowId) {
        let Some(flow) = self.flow(flow) else { return };
        let [Value::Integer(count)] = self.loose.as_slice() else { return };
        let value = Value::Integer(*count);
        let slot = flow.steps.iter().find_map(|step| {
            match &step.kind {
                StepKind::Collect { slot, .. } => Some(slot),
                _ => None,
            }
            .filter(|slot| self.script.slots.get(*slot).is_some_and(|def| def.counts))
        });
        if let Some(slot) = slot.cloned()
            && self.in_range(&slot, &value)
            && !self.filled.contains(&slot)
        {
            self.fill(&slot, value);
        }
    }

    /// Whether a short message is about its number: nothing else in it is wanted for sure, beside
    /// manners and what is going on anyway.
    pub(super) fn is_bare_count(&self, text: &str, understood: &Understood) -> bool {
        let going_on = |intent: &IntentId| {
            let flow = self.script.flows.by_intent.get(intent);
            self.state.stack.iter().any(|frame| Some(&frame.flow) == flow)
        };
        let wants = understood.intents.first().is_some_and(|intent| {
            intent.confidence >= SURE && !self.only_manners(&intent.id) && !going_on(&intent.id)
        });
        let asks = understood.answers.first().is_some_and(|answer| answer.confidence >= SURE);
        text.split_whitespace().count() <= BARE
            && !(wants || asks || understood.corrects)
            && understood.reading.is_none()
            && understood.catalogue.is_none()
            && understood.fills.is_empty()
    }

    /// "And what if I need ten?", "nah, just 3": a number that nothing else takes counts the product
    /// that the talk is about.
    pub(super) fn take_count(&mut self) -> bool {
        if self.overheard {
            return false;
        }
        // A question that takes no number leaves it to what is talked about.
        let waits = self.open_slot_kind().is_some_and(|kind| !matches!(kind, SlotKind::Choice(_)));
        let (false, [Value::Integer(count)], Some(product)) =
            (waits, self.loose.as_slice(), self.state.focus.first())
        else {
            return false;
        };
        let counts = self.script.slots.iter().find(|(_, def)| def.counts).map(|(slot, _)| slot);
        if !counts.is_some_and(|slot| self.in_range(slot, &Value::Integer(*count))) {
            return false;
        }
        let query = CatalogueQuery {
            products: vec![product.clone()],
            attributes: vec!["price".into()],
            count: Some(*count),
            ..CatalogueQuery::default()
        };
        self.answer_query(&query)
    }

    /// "And for 2?": a number and nothing else, after a price for several was asked.
    pub(super) fn take_bare_count(&mut self, text: &str, understood: &Understood) -> bool {
        let asked = self.state.asked.clone().filter(|query| query.count.is_some());
        let plain = |c: char| c.is_alphanumeric() || " .,?!¿¡'-".contains(c);
        let bare = !self.overheard
            && text.split_whitespace().count() <= 4
            && text.chars().all(plain)
            && !understood.corrects
            && !matches!(understood.reading, Some(Reading::Value(_) | Reading::Choice(_)));
        let (Some(mut query), true, [entity]) = (asked, bare, understood.entities.as_slice())
        else {
            return false;
        };
        let Value::Integer(count) = entity.value else { return false };
        query.count = Some(count);
        self.answer_query(&query)
    }
}

/// A bare number in the unit of what was noted before.
fn in_unit_of(noted: &Value, said: &Value) -> Value {
    match (noted, said) {
        (Value::Quantity(noted), Value::Integer(n)) => {
            Value::Quantity(Quantity { amount: (*n).into(), unit: noted.unit })
        }
        _ => said.clone(),
    }
}

/// Whether a message is nothing but values, or one word. An address tells by itself what it is.
pub(super) fn is_bare(text: &str, understood: &Understood) -> bool {
    let entities = &understood.entities;
    if entities.iter().any(|e| matches!(e.value, Value::Phone(_) | Value::Email(_))) {
        return false;
    }
    let among = |at: usize| entities.iter().any(|entity| (entity.start..entity.end).contains(&at));
    let mut rest = text.char_indices().filter(|(at, _)| !among(*at)).map(|(_, c)| c);
    !rest.any(char::is_alphanumeric) || text.split_whitespace().count() == 1
}

/// The values of a message that neither answer the open question nor fill a slot by themselves.
pub(super) fn loose(understood: &Understood) -> Vec<Value> {
    let read = match &understood.reading {
        Some(Reading::Value(value) | Reading::OutOfRange(value)) => Some(value),
        _ => None,
    };
    understood
        .entities
        .iter()
        // What reads in two ways is asked back about, not taken.
        .filter(|entity| entity.other.is_none())
        .map(|entity| &entity.value)
        .filter(|value| Some(*value) != read && understood.fills.iter().all(|f| f.value != **value))
        .cloned()
        .collect()
}
