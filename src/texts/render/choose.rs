//! Which variant of a text a value selects.

use super::{Frame, Renderer};
use crate::domain::reply::Arg;
use crate::domain::value::Value;
use crate::texts::source::{Key, Piece, Select};
use crate::texts::spans::Spans;

impl Renderer<'_> {
    /// The variant that a value selects. What is not known, or is empty, selects `[none]`.
    pub(super) fn choose(&mut self, select: &Select, frame: Frame<'_>) -> usize {
        let word = match &select.selector {
            Piece::Variable(name) | Piece::Bare(name) => {
                match Self::term_argument(name, frame) {
                    // A term that is not told selects its default, as Fluent has it.
                    Some(None) => return select.default,
                    Some(Some(piece)) => self.spoken(piece, Frame { term: Some(&[]), ..frame }),
                    None => match self.variable(name, frame).as_deref() {
                        None => {
                            if let Some(none) = by_word(select, "none") {
                                return none;
                            }
                            self.unknown(name, frame);
                            return select.default;
                        }
                        Some(Arg::Value(value)) => return self.by_value(select, value),
                        Some(Arg::Nothing) => "none".to_owned(),
                        Some(arg) => {
                            let mut spans = Spans::default();
                            self.arg(arg, &mut spans);
                            spans.text()
                        }
                    },
                }
            }
            Piece::Number(number) => return self.by_value(select, &Value::Decimal(*number)),
            piece => self.spoken(piece, frame),
        };
        let word = if word.trim().is_empty() { "none" } else { word.trim() };
        by_word(select, word).unwrap_or(select.default)
    }

    fn by_value(&self, select: &Select, value: &Value) -> usize {
        let found = match value {
            Value::Boolean(yes) => by_word(select, if *yes { "yes" } else { "no" })
                .or_else(|| by_word(select, if *yes { "true" } else { "false" })),
            Value::Choice(option) => by_word(select, option.as_str()),
            Value::Choices(options) if options.is_empty() => by_word(select, "none"),
            Value::Choices(options) => {
                options.iter().find_map(|option| by_word(select, option.as_str()))
            }
            Value::Email(text) | Value::Phone(text) | Value::Place(text) | Value::Text(text) => {
                by_word(select, if text.trim().is_empty() { "none" } else { text.trim() })
            }
            Value::Moment(_) => None,
            Value::Integer(_) | Value::Decimal(_) | Value::Money(_) | Value::Quantity(_) => {
                let number = value.number().unwrap_or_default();
                let keys = || select.variants.iter().enumerate();
                let exact =
                    keys().find(|(_, (key, _))| matches!(key, Key::Number(n) if *n == number));
                let category = self.bundle.formats.category(number);
                exact
                    .or_else(|| {
                        keys().find(
                            |(_, (key, _))| matches!(key, Key::Word(_, Some(c)) if *c == category),
                        )
                    })
                    .map(|(index, _)| index)
            }
        };
        found.unwrap_or(select.default)
    }
}

fn by_word(select: &Select, word: &str) -> Option<usize> {
    select.variants.iter().position(|(key, _)| matches!(key, Key::Word(w, _) if **w == *word))
}
