//! Values of the open slot's type.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Asked, Read};
use crate::domain::ids::{OptionId, SlotId};
use crate::domain::lexicon::{SlotForm, SlotKind};
use crate::domain::understood::Reading;
use crate::domain::value::{Money, Quantity, Value};
use crate::understanding::clause::Clause;
use crate::understanding::entity::{Found, What};
use crate::understanding::phrase::{Mention, Target};
use crate::understanding::vocabulary::Mark;

/// One reading, or two of which neither is surer.
fn either(value: Value, other: Option<Value>) -> Reading {
    match other {
        Some(other) if other != value => Reading::Either(value, other),
        _ => Reading::Value(value),
    }
}

/// A value of the open slot's type.
pub(super) fn of_slot(
    asked: &Asked<'_>,
    clause: Clause<'_, '_>,
    slot: &SlotId,
    form: &SlotForm,
) -> Option<Read> {
    let found = |what: What| clause.found().find(|f| f.what == what);
    let as_is =
        |f: &Found| Read { reading: Reading::Value(f.value.clone()), from: f.from, to: f.to };
    match &form.kind {
        SlotKind::Integer | SlotKind::Decimal | SlotKind::Money | SlotKind::Quantity(_) => {
            let candidates: Vec<&Found> = clause
                .found()
                .filter(|f| matches!(f.what, What::Number | What::Money | What::Quantity))
                .filter(|f| !asked.bound.iter().any(|(s, at)| s != slot && *at == f.from))
                .filter(|f| !f.weak || clause.content <= 3)
                .filter(|f| fit(&f.value, form, &asked.lexicon.currency).is_some())
                .filter(|f| !is_asked(asked, f, form) && !is_of_pieces(clause, f, form))
                .collect();
            let strong: Vec<&Found> = candidates.iter().copied().filter(|f| !f.weak).collect();
            let list = if strong.is_empty() { candidates } else { strong };
            let own =
                list.iter().find(|f| asked.bound.iter().any(|(s, at)| s == slot && *at == f.from));
            let chosen = if asked.corrects { list.last() } else { own.or(list.first()) }?;
            let value = fit(&chosen.value, form, &asked.lexicon.currency)?;
            let other = chosen.other.as_ref().and_then(|v| fit(v, form, &asked.lexicon.currency));
            let other = other.filter(|v| is_within(v, form));
            let reading = if is_within(&value, form) {
                either(value, other)
            } else if let Some(other) = other {
                // Only one of the readings can be meant.
                Reading::Value(other)
            } else {
                Reading::OutOfRange(value)
            };
            Some(Read { reading, from: chosen.from, to: chosen.to })
        }
        SlotKind::Moment => found(What::Moment).map(|f| Read {
            reading: either(f.value.clone(), f.other.clone()),
            from: f.from,
            to: f.to,
        }),
        SlotKind::Email => found(What::Email).map(as_is),
        SlotKind::Phone => found(What::Phone).map(as_is),
        SlotKind::Place => found(What::Place).map(as_is),
        SlotKind::Name => {
            let own = clause.found().find(|f| f.what == What::Person && !f.others);
            own.or_else(|| found(What::Company)).map(as_is)
        }
        SlotKind::Choice(options) => {
            let (option, mention) = option(clause, options)?;
            let value = Value::Choice(option.clone());
            Some(Read { reading: Reading::Value(value), from: mention.from, to: mention.to })
        }
        SlotKind::Pattern(_) => {
            let pattern = asked.pattern?;
            let text = clause.text.original.trim();
            let inside = pattern.find(text)?;
            let value = Value::Text(inside.as_str().to_owned());
            Some(Read { reading: Reading::Value(value), from: clause.from, to: clause.to })
        }
        SlotKind::Free => None,
    }
}

/// "Is it cheaper if I take 25?" while a load is asked for: a bare number in a question about
/// something else is no amount.
fn is_asked(asked: &Asked<'_>, found: &Found, form: &SlotForm) -> bool {
    let measured = matches!(form.kind, SlotKind::Quantity(_) | SlotKind::Money);
    let inside = |q: &(usize, usize)| q.0 <= found.from && found.to <= q.1;
    measured && found.what == What::Number && asked.meant && asked.questions.iter().any(inside)
}

/// "3 pieces, no, rather 4" while a load is asked for: numbers without a unit beside pieces are
/// no amounts either.
fn is_of_pieces(clause: Clause<'_, '_>, found: &Found, form: &SlotForm) -> bool {
    let measured = matches!(form.kind, SlotKind::Quantity(_) | SlotKind::Money);
    let counted = |f: &Found| f.what == What::Number && clause.tags.is(f.to, Mark::Piece);
    measured && found.what == What::Number && clause.found().any(counted)
}

/// The one option of these that is mentioned and not refused.
pub(crate) fn option<'c>(
    clause: Clause<'c, '_>,
    options: &[OptionId],
) -> Option<(&'c OptionId, &'c Mention<'c>)> {
    let mut best: Option<(&OptionId, &Mention<'_>)> = None;
    for mention in clause.mentions() {
        let Target::Option(id) = mention.target else { continue };
        if !options.contains(id) || clause.tags.before(mention.from, Mark::Not).is_some() {
            continue;
        }
        match best {
            Some((other, m)) if other != id => {
                let overlap = m.from < mention.to && mention.from < m.to;
                if !overlap {
                    return None;
                }
            }
            _ => best = Some((id, mention)),
        }
    }
    best
}

/// A value as the slot's type and unit; `None` when it is of another type.
pub(crate) fn fit(value: &Value, form: &SlotForm, currency: &str) -> Option<Value> {
    let number = |value: &Value| match value {
        Value::Integer(n) => Some(Decimal::from(*n)),
        Value::Decimal(n) => Some(*n),
        _ => None,
    };
    match (&form.kind, value) {
        (SlotKind::Integer, value) => {
            let n = number(value)?;
            n.is_integer().then(|| n.to_i64().map(Value::Integer))?
        }
        (SlotKind::Decimal, value) => number(value).map(Value::Decimal),
        (SlotKind::Money, Value::Money(_)) => Some(value.clone()),
        (SlotKind::Money, value) => {
            let amount = number(value)?;
            Some(Value::Money(Money { amount, currency: currency.to_owned() }))
        }
        (SlotKind::Quantity(unit), Value::Quantity(q)) => {
            let whole = q.convert(*unit)?;
            // "15 miles" are 24.1 km: nobody means the metres.
            let amount = if q.unit == *unit { whole.amount } else { whole.amount.round_dp(1) };
            Some(Value::Quantity(Quantity { amount: amount.normalize(), unit: *unit }))
        }
        (SlotKind::Quantity(unit), value) => {
            let amount = number(value)?;
            Some(Value::Quantity(Quantity { amount, unit: *unit }))
        }
        _ => None,
    }
}

/// Whether a number lies in the slot's range.
pub(crate) fn is_within(value: &Value, form: &SlotForm) -> bool {
    let Some(number) = value.number() else { return true };
    form.min.is_none_or(|min| number >= min) && form.max.is_none_or(|max| number <= max)
}
