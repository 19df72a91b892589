//! Choices: of the open step, of a slot, or such that stand for themselves.

use crate::domain::ids::{IntentId, OptionId, SlotId};
use crate::domain::lexicon::SlotKind;
use crate::domain::reply::{ChoiceId, Part};
use crate::domain::understood::{Ask, CatalogueQuery};
use crate::domain::value::Value;
use crate::script::model::StepKind;

use super::standard::language_of;
use super::talk::Talk;

impl Talk<'_> {
    /// A button was pressed, perhaps an old one.
    pub(super) fn pressed(&mut self, choice: &ChoiceId) {
        if self.take_choice(choice) {
            self.state.misses = 0;
            return;
        }
        self.tell(Part::tell("repair-old_button"));
    }

    /// Takes a choice: of the open step, of a slot, or one that stands for itself.
    pub(super) fn take_choice(&mut self, choice: &ChoiceId) -> bool {
        match choice {
            ChoiceId::Option(option) => self.take_option(option),
            ChoiceId::Flow(flow) => {
                let known = self.flow(flow).is_some();
                if known {
                    self.turn_to(flow);
                }
                known
            }
            ChoiceId::Time(at) => self.take_time(*at),
            ChoiceId::Answer(answer) => self.give_answer(answer),
            ChoiceId::Intent(intent) => self.want(intent),
            ChoiceId::Product(product) => {
                let mut query = self.state.asked.clone().unwrap_or_default();
                query.products = vec![product.clone()];
                if query.attributes.is_empty() {
                    query.ask = Ask::About;
                }
                self.answer_query(&query)
            }
            ChoiceId::Kind(kind) => self.answer_query(&CatalogueQuery {
                ask: Ask::List,
                kind: Some(kind.clone()),
                ..Default::default()
            }),
            ChoiceId::Attribute(attribute) => self.answer_query(&CatalogueQuery {
                attributes: vec![attribute.clone()],
                ..Default::default()
            }),
        }
    }

    fn take_option(&mut self, option: &OptionId) -> bool {
        if self.choose(option) || self.take_reading(option) {
            return true;
        }
        if let Some(locale) = language_of(option.as_str()) {
            self.speak(locale);
            return true;
        }
        let holds = |slot: &SlotId| {
            self.script.slots.get(slot).is_some_and(
                |def| matches!(&def.form.kind, SlotKind::Choice(options) if options.contains(option)),
            )
        };
        let open = match self.open_step().map(|step| &step.kind) {
            Some(StepKind::Collect { slot, .. }) if holds(slot) => Some(slot.clone()),
            _ => None,
        };
        if let Some(slot) = open {
            self.note_answered(Some(slot.clone()));
            self.fill(&slot, Value::Choice(option.clone()));
            self.next();
            return true;
        }
        // Standard options carry the name of what they want: human, skip, start_over, ...
        let wish = IntentId::from(option.as_str());
        if self.script.flows.by_intent.contains_key(&wish) {
            return self.want(&wish);
        }
        if option == "none_of_these" {
            self.tell(Part::tell("fallback-rephrase"));
            return true;
        }
        if option == "go_on" {
            self.tell(Part::tell("skip-left"));
            return true;
        }
        // An old button of a slot is a correction.
        let slot = self.script.slots.keys().find(|slot| holds(slot)).cloned();
        let Some(slot) = slot else { return false };
        let value = Value::Choice(option.clone());
        self.fill(&slot, value.clone());
        self.recompute(&[(slot, value)]);
        true
    }
}
