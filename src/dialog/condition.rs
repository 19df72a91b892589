//! Evaluating conditions: total, typed, without effects.
//!
//! Outside `recommend` a comparison with something unknown is false. Inside it, where a product
//! is tried, such a comparison is left out, so that knowing little still finds something.

use rust_decimal::Decimal;

use crate::domain::value::Value;
use crate::script::model::{Comparison, Condition, Fact, Name, Operand, Product};

use super::talk::Talk;

/// Whether a condition holds now.
pub(crate) fn holds(condition: &Condition, talk: &Talk<'_>) -> bool {
    evaluate(condition, talk, None).unwrap_or(false)
}

/// Whether a product meets a condition.
pub(crate) fn meets(condition: &Condition, talk: &Talk<'_>, product: &Product) -> bool {
    evaluate(condition, talk, Some(product)).unwrap_or(true)
}

/// `None` means: it was left out, since something in it is unknown.
fn evaluate(condition: &Condition, talk: &Talk<'_>, product: Option<&Product>) -> Option<bool> {
    match condition {
        Condition::And(all) => {
            let known: Vec<bool> = all.iter().filter_map(|c| evaluate(c, talk, product)).collect();
            (!known.is_empty() || all.is_empty()).then(|| known.iter().all(|held| *held))
        }
        Condition::Or(some) => {
            let known: Vec<bool> = some.iter().filter_map(|c| evaluate(c, talk, product)).collect();
            (!known.is_empty() || some.is_empty()).then(|| known.iter().any(|held| *held))
        }
        Condition::Not(inner) => evaluate(inner, talk, product).map(|held| !held),
        Condition::Known(slot) => Some(talk.known(slot).is_some()),
        Condition::True(name) => match look_up(name, talk, product) {
            Some(Found::Value(Value::Boolean(held))) => Some(held),
            Some(_) => Some(false),
            None => unknown(product),
        },
        Condition::Compare(left, how, right) => {
            let (Some(left), Some(right)) = (side(left, talk, product), side(right, talk, product))
            else {
                return unknown(product);
            };
            Some(compare(&left, *how, &right))
        }
        Condition::Has(set, item) => {
            let (Some(set), Some(item)) = (side(set, talk, product), side(item, talk, product))
            else {
                return unknown(product);
            };
            let (Found::Value(Value::Choices(options)), Some(item)) = (&set, item.word()) else {
                return Some(false);
            };
            Some(options.iter().any(|option| *option == item))
        }
        Condition::Literal(held) => Some(*held),
    }
}

/// What a comparison with something unknown counts as.
fn unknown(product: Option<&Product>) -> Option<bool> {
    if product.is_some() { None } else { Some(false) }
}

/// A side of a comparison, looked up.
enum Found {
    Value(Value),
    Number(Decimal),
    Word(String),
}

impl Found {
    fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            Self::Value(Value::Choice(option)) => Some(option.as_str()),
            Self::Value(Value::Text(text) | Value::Place(text)) => Some(text),
            _ => None,
        }
    }

    fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Value(value) => value.number(),
            Self::Word(_) => None,
        }
    }
}

fn side(operand: &Operand, talk: &Talk<'_>, product: Option<&Product>) -> Option<Found> {
    match operand {
        Operand::Name(name) => look_up(name, talk, product),
        Operand::Number(number) => Some(Found::Number(*number)),
        Operand::Word(word) => Some(Found::Word(word.clone())),
    }
}

fn look_up(name: &Name, talk: &Talk<'_>, product: Option<&Product>) -> Option<Found> {
    match name {
        Name::Slot(slot) => talk.known(slot).cloned().map(Found::Value),
        Name::Attribute(attribute) => product?.attributes.get(attribute).cloned().map(Found::Value),
        Name::Fact(fact) => Some(match fact {
            Fact::Heat => Found::Word(talk.state.heat.as_str().to_owned()),
            Fact::Fit => Found::Number(talk.score.fit.into()),
            Fact::Interest => Found::Number(talk.score.interest.into()),
            Fact::Stage => Found::Word(talk.state.stage.as_str().to_owned()),
            Fact::OpenNow => Found::Value(Value::Boolean(talk.open_now())),
            Fact::Returning => Found::Value(Value::Boolean(talk.returning)),
            Fact::Channel => Found::Word(talk.facts.channel.as_str().to_owned()),
            Fact::Locale => Found::Word(talk.locale().as_str().to_owned()),
            Fact::Handoff => Found::Word(talk.state.handoff.as_str().to_owned()),
        }),
    }
}

/// Ranks of heat, so that `heat >= warm` means what it says.
fn rank(word: &str) -> Option<i16> {
    crate::domain::lead::Heat::parse(word).map(|heat| heat as i16)
}

fn compare(left: &Found, how: Comparison, right: &Found) -> bool {
    let ordering = match (left.number(), right.number()) {
        (Some(a), Some(b)) => {
            let b = match (left, right) {
                (Found::Value(Value::Quantity(a)), Found::Value(Value::Quantity(b))) => {
                    match b.convert(a.unit) {
                        Some(same) => same.amount,
                        None => return false,
                    }
                }
                _ => b,
            };
            Some(a.cmp(&b))
        }
        _ => match (left.word(), right.word()) {
            (Some(a), Some(b)) if a == b => Some(std::cmp::Ordering::Equal),
            (Some(a), Some(b)) => rank(a).zip(rank(b)).map(|(a, b)| a.cmp(&b)),
            _ => match (left, right) {
                (Found::Value(Value::Boolean(a)), Found::Value(Value::Boolean(b))) => {
                    Some(a.cmp(b))
                }
                (Found::Value(Value::Moment(a)), Found::Value(Value::Moment(b))) => {
                    Some(a.from.cmp(&b.from))
                }
                _ => None,
            },
        },
    };
    match how {
        Comparison::Equal => ordering.is_some_and(std::cmp::Ordering::is_eq),
        Comparison::NotEqual => !ordering.is_some_and(std::cmp::Ordering::is_eq),
        Comparison::Less => ordering.is_some_and(std::cmp::Ordering::is_lt),
        Comparison::LessOrEqual => ordering.is_some_and(std::cmp::Ordering::is_le),
        Comparison::Greater => ordering.is_some_and(std::cmp::Ordering::is_gt),
        Comparison::GreaterOrEqual => ordering.is_some_and(std::cmp::Ordering::is_ge),
    }
}

/// Whether a condition mentions a slot.
pub(crate) fn mentions(condition: &Condition, slot: &str) -> bool {
    let operand = |side: &Operand| matches!(side, Operand::Name(Name::Slot(s)) if s == slot);
    match condition {
        Condition::And(all) | Condition::Or(all) => all.iter().any(|c| mentions(c, slot)),
        Condition::Not(inner) => mentions(inner, slot),
        Condition::Known(known) => known == slot,
        Condition::True(Name::Slot(name)) => name == slot,
        Condition::Compare(left, _, right) | Condition::Has(left, right) => {
            operand(left) || operand(right)
        }
        Condition::True(_) | Condition::Literal(_) => false,
    }
}
