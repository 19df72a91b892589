//! What goes out: replies as text keys, and what becomes of them.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDateTime;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ids::{AnswerId, AttributeId, FlowId, IntentId, KindId, OptionId, ProductId, TextKey};
use super::value::{Moment, Money, Value};

pub use super::outbound::{Amends, Button, DeskButton, ForReps, Lane, Outbound, Span};

/// What we intend to say in one turn: parts that become one message, and choices under it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// In the order they are said; a paragraph each.
    pub parts: Vec<Part>,
    /// Buttons under the message.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// A file name of a picture of what is talked about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
}

/// One text with its arguments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// The Fluent message.
    pub key: TextKey,
    /// Its attribute, for example `again`; the message's value when none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribute: Option<String>,
    /// The message taken when the locale has no such attribute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub general: Option<TextKey>,
    /// Arguments beside those that every text has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(String, Arg)>,
    /// What the part is for.
    pub role: Role,
}

/// What a part does in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// It tells something. It is always delivered.
    Tell,
    /// It asks. A message that only asks gives way to a newer reply while it has not left.
    Ask,
    /// It confirms a stop, a privacy request or an erasure, which goes out even while a rep talks.
    Confirm,
}

/// An argument of a text. Rendering decides how it looks in the locale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    /// A typed value.
    Value(Value),
    /// Another text of ours, for example a product's name.
    Text(TextKey),
    /// An attribute of another text, for example `(product-x, about)`.
    Attribute(TextKey, String),
    /// A whole part inside this one.
    Part(Box<Part>),
    /// Several, joined as the locale joins a list.
    And(Vec<Arg>),
    /// Several to choose from.
    Or(Vec<Arg>),
    /// Several, one on each line with a bullet.
    Lines(Vec<Arg>),
    /// Two pieces joined by a space.
    Joined(Vec<Arg>),
    /// An empty string.
    Nothing,
}

impl Arg {
    /// A whole number.
    #[must_use]
    pub fn integer(n: i64) -> Self {
        Self::Value(Value::Integer(n))
    }

    /// A time of a day.
    #[must_use]
    pub fn moment(at: NaiveDateTime) -> Self {
        Self::Value(Value::Moment(Moment::at(at)))
    }

    /// Money.
    #[must_use]
    pub fn money(amount: Decimal, currency: &str) -> Self {
        Self::Value(Value::Money(Money { amount, currency: currency.to_owned() }))
    }
}

impl Part {
    /// A text that tells something.
    #[must_use]
    pub fn tell(key: impl Into<TextKey>) -> Self {
        Self { key: key.into(), attribute: None, general: None, args: Vec::new(), role: Role::Tell }
    }

    /// A text that asks something.
    #[must_use]
    pub fn ask(key: impl Into<TextKey>) -> Self {
        Self { role: Role::Ask, ..Self::tell(key) }
    }

    /// The same with another role.
    #[must_use]
    pub fn role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }

    /// The attribute of the message instead of its value.
    #[must_use]
    pub fn attribute(mut self, name: &str) -> Self {
        self.attribute = Some(name.to_owned());
        self
    }

    /// A message for locales without that attribute.
    #[must_use]
    pub fn or_else(mut self, general: &str) -> Self {
        self.general = Some(general.into());
        self
    }

    /// One more argument.
    #[must_use]
    pub fn with(mut self, name: &str, arg: Arg) -> Self {
        self.args.push((name.to_owned(), arg));
        self
    }
}

/// A button: what it stands for, and its label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What choosing it means.
    pub id: ChoiceId,
    /// The text on it.
    pub label: TextKey,
}

/// What a button stands for, written `option.talk` on the wire (64 bytes at most).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChoiceId {
    /// An option of a choose step or a choice slot.
    Option(OptionId),
    /// An answer, from a clarifying question.
    Answer(AnswerId),
    /// An intent, likewise.
    Intent(IntentId),
    /// A product, likewise.
    Product(ProductId),
    /// A kind of product, likewise.
    Kind(KindId),
    /// An attribute, likewise.
    Attribute(AttributeId),
    /// A flow that a button under an answer opens.
    Flow(FlowId),
    /// A time for a call, on the clock of the house.
    Time(NaiveDateTime),
}

/// How a time is written on the wire; it sorts.
const TIME: &str = "%Y-%m-%dT%H:%M";

impl fmt::Display for ChoiceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Option(id) => write!(f, "option.{id}"),
            Self::Answer(id) => write!(f, "answer.{id}"),
            Self::Intent(id) => write!(f, "intent.{id}"),
            Self::Product(id) => write!(f, "product.{id}"),
            Self::Kind(id) => write!(f, "kind.{id}"),
            Self::Attribute(id) => write!(f, "attribute.{id}"),
            Self::Flow(id) => write!(f, "flow.{id}"),
            Self::Time(at) => write!(f, "time.{}", at.format(TIME)),
        }
    }
}

/// A choice on the wire that is none of ours.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is not a choice: expected a kind, a dot and an id, as in `option.talk`")]
pub struct NotAChoice(pub String);

impl FromStr for ChoiceId {
    type Err = NotAChoice;

    fn from_str(wire: &str) -> Result<Self, NotAChoice> {
        let err = || NotAChoice(wire.to_owned());
        let (kind, id) = wire.split_once('.').ok_or_else(err)?;
        Ok(match kind {
            "option" => Self::Option(id.into()),
            "answer" => Self::Answer(id.into()),
            "intent" => Self::Intent(id.into()),
            "product" => Self::Product(id.into()),
            "kind" => Self::Kind(id.into()),
            "attribute" => Self::Attribute(id.into()),
            "flow" => Self::Flow(id.into()),
            "time" => Self::Time(NaiveDateTime::parse_from_str(id, TIME).map_err(|_| err())?),
            _ => return Err(err()),
        })
    }
}

impl Serialize for ChoiceId {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ChoiceId {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}
