//! Two readings of one value: asked back, never guessed.
//!
//! "03/04" is a day in March or in April, "1.500 kg" a load of one kilo or of a thousand. The open
//! question stays open; a button, "the first one", or the value said otherwise settles it. Start at
//! [`Talk::ask_which`].

use crate::domain::ids::OptionId;
use crate::domain::reply::{Arg, Part};
use crate::domain::value::{Moment, Value};
use crate::script::model::StepKind;

use super::talk::{Talk, option_choice};

/// The question that offers both.
const EITHER: &str = "repair-either";
/// The buttons under the question, in the order of the readings.
const READINGS: [&str; 2] = ["first_reading", "second_reading"];

impl Talk<'_> {
    /// Asks which of two readings was meant.
    pub(super) fn ask_which(&mut self, first: &Value, second: &Value) {
        self.state.readings = vec![first.clone(), second.clone()];
        let part = Part::ask(EITHER)
            .with("first", Arg::Value(first.clone()))
            .with("second", Arg::Value(second.clone()));
        let choices = READINGS.iter().map(|id| option_choice(&OptionId::from(*id))).collect();
        self.ask(vec![part], choices);
    }

    /// "April, sorry": what was said of two readings that were just offered settles which one is
    /// meant, also when it names no more than the month.
    pub(super) fn settled(&self, value: &Value) -> Value {
        let offered = self.state.last.iter().any(|part| part.key == EITHER);
        let Value::Moment(said) = value else { return value.clone() };
        let fits = |reading: &&Value| matches!(reading, Value::Moment(one) if said.from <= one.from && one.to <= said.to);
        let mut fitting = self.state.readings.iter().filter(fits);
        match (offered, fitting.next(), fitting.next()) {
            (true, Some(Value::Moment(one)), None) => {
                Value::Moment(Moment { time: said.time.or(one.time), ..*one })
            }
            _ => value.clone(),
        }
    }

    /// Takes the reading that a button stands for, as long as its question is open.
    pub(super) fn take_reading(&mut self, option: &OptionId) -> bool {
        let Some(at) = READINGS.iter().position(|id| *option == *id) else { return false };
        let slot = match self.open_step().map(|step| &step.kind) {
            Some(StepKind::Collect { slot, .. }) => slot.clone(),
            _ => return false,
        };
        let Some(value) = self.state.readings.get(at).cloned() else { return false };
        self.state.readings.clear();
        self.note_answered(Some(slot.clone()));
        self.fill(&slot, value);
        self.next();
        true
    }
}
