//! Ids and values in plain words, where no text of a writer says them better.

use crate::domain::value::Value;

/// An id as words: `asked_for_a_call` becomes "Asked for a call".
#[must_use]
pub fn readable(id: &str) -> String {
    let words = id.replace(['_', '-'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A value as talks and reps read it, without a locale.
#[must_use]
pub fn written(value: &Value) -> String {
    match value {
        Value::Integer(n) => n.to_string(),
        Value::Decimal(n) => n.normalize().to_string(),
        Value::Money(m) => format!("{} {}", m.amount.normalize(), m.currency),
        Value::Quantity(q) => format!("{} {}", q.amount.normalize(), q.unit.as_str()),
        Value::Moment(m) => {
            let days =
                if m.from == m.to { m.from.to_string() } else { format!("{}..{}", m.from, m.to) };
            m.time.map_or_else(|| days.clone(), |time| format!("{days} {}", time.format("%H:%M")))
        }
        Value::Choice(option) => option.to_string(),
        Value::Choices(options) => {
            options.iter().map(|option| option.as_str()).collect::<Vec<_>>().join(" ")
        }
        Value::Boolean(held) => held.to_string(),
        Value::Email(text) | Value::Phone(text) | Value::Place(text) | Value::Text(text) => {
            text.clone()
        }
    }
}
