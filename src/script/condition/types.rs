//! The types that sides of a comparison can have, and which of them compare.

use rust_decimal::Decimal;

use crate::domain::ids::OptionId;
use crate::domain::lexicon::{AttributeKind, SlotForm, SlotKind};
use crate::domain::value::{Quantity, Unit};
use crate::script::model::{Comparison, Fact};

/// The type of a side.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Type {
    Number,
    Money,
    Quantity(Unit),
    /// One of some options.
    Option(Vec<String>),
    /// A set of options.
    Set(Vec<String>),
    /// One of some words of a fact.
    Word(Vec<String>, bool),
    Flag,
    /// A value that only `known` can ask for.
    Opaque(&'static str),
    /// Its declaration could not be read.
    Unread,
}

impl Type {
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Number => "a number".to_owned(),
            Self::Money => "an amount of money".to_owned(),
            Self::Quantity(unit) => format!("an amount in {}", unit.as_str()),
            Self::Option(_) => "a choice".to_owned(),
            Self::Set(_) => "a set of options".to_owned(),
            Self::Word(..) => "a word".to_owned(),
            Self::Flag => "true or false".to_owned(),
            Self::Opaque(what) => (*what).to_owned(),
            Self::Unread => "unread".to_owned(),
        }
    }

    pub(super) fn is_number(&self) -> bool {
        matches!(self, Self::Number | Self::Money | Self::Quantity(_))
    }
}

const HEATS: &[&str] = &["browsing", "warm", "hot"];
const CHANNELS: &[&str] = &["terminal", "telegram", "discord"];
const HANDOFFS: &[&str] = &["none", "requested", "claimed", "released"];
const STAGES: &[&str] = &[
    "visitor",
    "engaged",
    "accepted",
    "opportunity",
    "customer",
    "repeat_customer",
    "recycled",
    "disqualified",
    "lost",
];

/// The facts by their words.
pub(crate) const FACTS: &[(&str, Fact)] = &[
    ("heat", Fact::Heat),
    ("fit", Fact::Fit),
    ("interest", Fact::Interest),
    ("stage", Fact::Stage),
    ("open_now", Fact::OpenNow),
    ("returning", Fact::Returning),
    ("channel", Fact::Channel),
    ("locale", Fact::Locale),
    ("handoff", Fact::Handoff),
];

/// The type of a fact; locales are those that are served.
pub(super) fn fact_type(fact: Fact, locales: &[String]) -> Type {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    match fact {
        Fact::Fit | Fact::Interest => Type::Number,
        Fact::OpenNow | Fact::Returning => Type::Flag,
        Fact::Heat => Type::Word(words(HEATS), true),
        Fact::Stage => Type::Word(words(STAGES), false),
        Fact::Channel => Type::Word(words(CHANNELS), false),
        Fact::Handoff => Type::Word(words(HANDOFFS), false),
        Fact::Locale if locales.is_empty() => Type::Unread,
        Fact::Locale => Type::Word(locales.to_vec(), false),
    }
}

/// Whether values of two types can be compared; else why not.
pub(super) fn comparable(left: &Type, right: &Type, equality: bool) -> Result<(), String> {
    let convertible =
        |a: Unit, b: Unit| Quantity { amount: Decimal::ONE, unit: a }.convert(b).is_some();
    match (left, right) {
        (Type::Number, Type::Number) | (Type::Money, Type::Money) => Ok(()),
        (Type::Quantity(a), Type::Quantity(b)) if convertible(*a, *b) => Ok(()),
        (Type::Option(a), Type::Option(b)) if equality && a.iter().any(|o| b.contains(o)) => Ok(()),
        (Type::Option(_), Type::Option(_)) if equality => {
            Err("the two have no option in common".to_owned())
        }
        (Type::Set(_), Type::Option(_)) => {
            Err("a set is asked with `has`, not compared".to_owned())
        }
        _ => Err(format!("{} cannot be compared with {}", left.shown(), right.shown())),
    }
}

pub(super) fn slot_type(form: &SlotForm) -> Type {
    match &form.kind {
        SlotKind::Integer | SlotKind::Decimal => Type::Number,
        SlotKind::Money => Type::Money,
        SlotKind::Quantity(unit) => Type::Quantity(*unit),
        SlotKind::Choice(options) => {
            Type::Option(options.iter().map(ToString::to_string).collect())
        }
        SlotKind::Moment => Type::Opaque("a moment"),
        SlotKind::Email => Type::Opaque("an e-mail address"),
        SlotKind::Phone => Type::Opaque("a phone number"),
        SlotKind::Place => Type::Opaque("a place"),
        SlotKind::Pattern(_) => Type::Opaque("a pattern's text"),
        SlotKind::Name => Type::Opaque("a name"),
        SlotKind::Free => Type::Opaque("free text"),
    }
}

pub(super) fn attribute_type(kind: &AttributeKind) -> Type {
    let words = |options: &[OptionId]| options.iter().map(ToString::to_string).collect();
    match kind {
        AttributeKind::Money => Type::Money,
        AttributeKind::Quantity(unit) => Type::Quantity(*unit),
        AttributeKind::Integer | AttributeKind::Decimal => Type::Number,
        AttributeKind::Boolean => Type::Flag,
        AttributeKind::Choice(options) => Type::Option(words(options)),
        AttributeKind::Choices(options) => Type::Set(words(options)),
    }
}

/// The comparison with its sides swapped.
pub(super) fn turned(by: Comparison) -> Comparison {
    match by {
        Comparison::Less => Comparison::Greater,
        Comparison::LessOrEqual => Comparison::GreaterOrEqual,
        Comparison::Greater => Comparison::Less,
        Comparison::GreaterOrEqual => Comparison::LessOrEqual,
        same => same,
    }
}

/// Whether a comparison comes out the same for all values in a slot's range, and how.
pub(super) fn constant(form: &SlotForm, by: Comparison, n: Decimal) -> Option<bool> {
    let below = form.min.is_some_and(|min| n < min);
    let above = form.max.is_some_and(|max| n > max);
    match by {
        Comparison::Equal if below || above => Some(false),
        Comparison::NotEqual if below || above => Some(true),
        Comparison::Less | Comparison::LessOrEqual if above => Some(true),
        Comparison::Less | Comparison::LessOrEqual if below => Some(false),
        Comparison::Greater | Comparison::GreaterOrEqual if above => Some(false),
        Comparison::Greater | Comparison::GreaterOrEqual if below => Some(true),
        // `>= min` is a usual way to say "any at all", and stays.
        Comparison::Less if form.min == Some(n) => Some(false),
        Comparison::LessOrEqual if form.max == Some(n) => Some(true),
        Comparison::Greater if form.max == Some(n) => Some(false),
        _ => None,
    }
}
