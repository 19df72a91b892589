//! What a message gives: a reply to the open question, and values for other slots.
//!
//! Values that belong to no slot by what was said with them are in [`super::loose`].

use crate::domain::ids::SlotId;
use crate::domain::lexicon::{LANGUAGE_SLOT, SlotKind};
use crate::domain::reply::Part;
use crate::domain::understood::{Reading, Understood};
use crate::domain::value::Value;
use crate::script::model::StepKind;

use super::talk::Talk;

/// So sure of an answer, words are a remark on something else than what was asked,
const OBJECTION: f32 = 0.96;
/// as long as they are so few.
const REMARK: usize = 7;

impl Talk<'_> {
    /// Keeps everything that was told beside the open question. Returns what changed.
    pub(super) fn take_fills(&mut self, understood: &Understood) -> Vec<(SlotId, Value)> {
        let hypothetical = understood.catalogue.as_ref().is_some_and(|q| q.count.is_some())
            && !understood.corrects;
        let wants_language =
            understood.only_values || understood.intents.iter().any(|i| i.id == "change_language");
        let mut corrected = Vec::new();
        for fill in &understood.fills {
            let open = self.script.slots.contains_key(&fill.slot);
            let quoted = understood.asks && self.is_of_focus(&fill.value);
            if !open || quoted || !self.in_range(&fill.slot, &fill.value) {
                continue;
            }
            if self.overheard_bare && (self.facts.caption || self.known(&fill.slot).is_some()) {
                continue;
            }
            if fill.slot == LANGUAGE_SLOT {
                if wants_language {
                    self.take_language(&fill.value, understood);
                }
                continue;
            }
            if self.fill(&fill.slot, fill.value.clone()) && !hypothetical {
                corrected.push((fill.slot.clone(), fill.value.clone()));
            }
        }
        corrected
    }

    /// "Are the 90 km in winter, too?" quotes what the product talked about has.
    fn is_of_focus(&self, value: &Value) -> bool {
        let quantity = matches!(value, Value::Quantity(_));
        quantity
            && self
                .products(&self.state.focus)
                .iter()
                .any(|product| product.attributes.values().any(|has| has == value))
    }

    /// A language was named. With the wish for it, its flow reads the slot; alone it is enough.
    fn take_language(&mut self, value: &Value, understood: &Understood) {
        self.fill(&LANGUAGE_SLOT.into(), value.clone());
        let wish = understood.intents.first().is_some_and(|i| i.id == "change_language");
        if !wish {
            self.act(&crate::script::model::Action::Language);
        }
    }

    /// Takes the message as a reply to the open question or the offered choices.
    pub(super) fn read(&mut self, understood: &Understood) -> bool {
        let Some(reading) = &understood.reading else { return self.other_way() };
        // "Do I need a licence for one?" asks; its "one" is an article rather than a number.
        let article = *reading == Reading::Value(Value::Integer(1));
        if article && understood.asks && !understood.answers.is_empty() {
            return false;
        }
        let step = self.open_step();
        match (step.map(|step| &step.kind), reading) {
            // "For parcels" tells what they carry, no town of that name.
            (Some(StepKind::Collect { .. }), Reading::Value(Value::Place(name)))
                if self.filled_choice() && self.places.iter().all(|(known, _)| known != name) =>
            {
                false
            }
            (Some(StepKind::Collect { slot, .. }), Reading::Value(value)) => {
                let slot = slot.clone();
                let value = self.settled(value);
                self.note_answered(Some(slot.clone()));
                self.fill(&slot, value.clone());
                if matches!(value, Value::Phone(_) | Value::Email(_)) {
                    // A slip in an address is seen only when it is read back.
                    self.tell_noted_of(&[slot]);
                }
                self.next();
                true
            }
            (Some(StepKind::Collect { .. }), Reading::Either(first, second)) => {
                self.ask_which(first, second);
                true
            }
            (Some(StepKind::Collect { slot, .. }), Reading::OutOfRange(_)) => {
                self.out_of_range(slot);
                true
            }
            // "No" to "When shall we call?" declines the call.
            (Some(StepKind::Collect { .. }), Reading::No)
                if self.open_slot_kind() == Some(&SlotKind::Moment) =>
            {
                self.decline();
                self.tell(Part::tell("skip-left"));
                true
            }
            (Some(StepKind::Collect { slot, .. }), Reading::NotSure | Reading::No) => {
                let def = self.script.slots.get(slot);
                if def.is_some_and(|def| def.skippable) {
                    self.skip();
                } else {
                    self.ask_slot(slot, Some("help"));
                }
                true
            }
            // "Shall I note a time?", "yes": the first option is the affirmative one.
            (Some(StepKind::Choose { .. }), Reading::Yes) => {
                if self.choose(&"yes".into()) {
                    return true;
                }
                let first = self.state.offered.first().cloned();
                first.is_some_and(|first| self.take_choice(&first))
            }
            (Some(StepKind::Choose { .. }), Reading::No) => {
                if self.choose(&"no".into()) {
                    return true;
                }
                self.skip();
                true
            }
            (_, Reading::Choice(choice)) => self.take_choice(choice),
            (None, Reading::Yes) if !self.state.offered.is_empty() => {
                let first = self.state.offered[0].clone();
                self.take_choice(&first)
            }
            (None, Reading::No | Reading::NotSure) if !self.state.offered.is_empty() => {
                self.tell(Part::tell("skip-left"));
                true
            }
            _ => false,
        }
    }

    /// A phone number in answer to the question for an e-mail address, or the other way round: who
    /// says how they want to be reached is not asked for the other way.
    fn other_way(&mut self) -> bool {
        let Some(StepKind::Collect { slot, .. }) = self.open_step().map(|step| &step.kind) else {
            return false;
        };
        let given = |wanted: fn(&Value) -> bool| {
            self.filled.iter().any(|slot| self.known(slot).is_some_and(wanted))
        };
        let other = match self.open_slot_kind() {
            Some(SlotKind::Email) => given(|value| matches!(value, Value::Phone(_))),
            Some(SlotKind::Phone) => given(|value| matches!(value, Value::Email(_))),
            _ => false,
        };
        let skippable = self.script.slots.get(slot).is_some_and(|def| def.skippable);
        if other && skippable {
            self.tell_noted();
            self.skip();
        }
        other && skippable
    }

    /// An option was told in this message.
    fn filled_choice(&self) -> bool {
        self.filled.iter().any(|slot| matches!(self.known(slot), Some(Value::Choice(_))))
    }

    /// Whatever is no question and no wish answers a question for free words.
    pub(super) fn take_free_words(&mut self, text: &str, understood: &Understood) -> bool {
        let Some(StepKind::Collect { slot, .. }) = self.open_step().map(|step| &step.kind) else {
            return false;
        };
        let free = self.open_slot_kind() == Some(&SlotKind::Free);
        if !free
            || self.overheard_bare
            || understood.asks
            || understood.only_values
            || understood.reading.is_some()
        {
            return false;
        }
        // "Wait, make it ten" puts the number right that was told before.
        if understood.corrects && self.is_put_right(text) {
            return false;
        }
        // "That is too much for me" objects to something and describes nothing; in a longer remark
        // that has an answer, too, both may stand.
        let answered = understood.answers.first().is_some_and(|a| a.confidence >= OBJECTION);
        if answered && text.split_whitespace().count() <= REMARK {
            return false;
        }
        let slot = slot.clone();
        self.note_answered(Some(slot.clone()));
        self.fill(&slot, Value::Text(text.trim().to_owned()));
        self.next();
        self.took_words = !answered;
        true
    }

    /// The type of the slot that is asked for.
    pub(super) fn open_slot_kind(&self) -> Option<&SlotKind> {
        match self.open_step().map(|step| &step.kind) {
            Some(StepKind::Collect { slot, .. }) => {
                self.script.slots.get(slot).map(|def| &def.form.kind)
            }
            _ => None,
        }
    }
}
