//! What an utterance was understood to mean, and how surely.

use serde::{Deserialize, Serialize};

use super::ids::{AnswerId, AttributeId, IntentId, KindId, Locale, ProductId, SlotId};
use super::reply::ChoiceId;
use super::value::Value;

/// What the understanding is told about the moment an utterance came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    /// The talk's locale so far; `None` before the first words.
    pub locale: Option<Locale>,
    /// What the platform says about the visitor's language.
    pub hint: Option<Locale>,
    /// The slot that the open question asks for.
    pub slot: Option<SlotId>,
    /// The choices under the last message, in their order; a number picks one.
    pub choices: Vec<ChoiceId>,
    /// The day it is where the house is, for "tomorrow".
    pub today: Option<chrono::NaiveDate>,
    /// The time of day there, for "in an hour".
    pub clock: Option<chrono::NaiveTime>,
    /// The visitor's country (ISO 3166 alpha-2), as far as they told a place: where their phone
    /// number is dialled.
    pub country: Option<String>,
    /// Slots that the open flows will ask for and do not know yet.
    pub wants: Vec<SlotId>,
    /// The day of the appointment that is agreed on: "rather at five" moves its time.
    pub agreed: Option<chrono::NaiveDate>,
    /// Products lately talked about, the latest first: what "it" and "that one" mean.
    pub focus: Vec<ProductId>,
}

/// The meaning of an utterance.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Understood {
    /// The locale the talk goes on in.
    pub locale: Option<Locale>,
    /// The visitor clearly writes in a language that is not served: its tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_served: Option<String>,
    /// Intents, the surest first, at most three; empty when it is none of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub intents: Vec<Sure<IntentId>>,
    /// Answers, the surest first, at most three; empty when it is none of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Sure<AnswerId>>,
    /// What a question may have meant when nothing reached the threshold, the likeliest first; not
    /// sure enough to answer, enough to ask whether it was meant.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub maybe: Vec<Sure<ChoiceId>>,
    /// Further requests found in separate sentences of the same message, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Request>,
    /// Products named anywhere in the message, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<ProductId>,
    /// A question about the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub catalogue: Option<CatalogueQuery>,
    /// Typed values with their places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<Entity>,
    /// One of several questions in it means nothing that is known.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unclear: bool,
    /// Values that were said to be wrong: the 15 of "12, not 15".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<Value>,
    /// Slots that the utterance fills without doubt, the open question's not among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fills: Vec<Fill>,
    /// How it reads as a reply to the open question or the offered choices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<Reading>,
    /// It says that something said before is to be changed ("actually", "no, make it").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub corrects: bool,
    /// It holds a question, by its mark or its first word.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks: bool,
    /// Nothing but the reading and the fills is in it: no question, no wish.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub only_values: bool,
}

/// A candidate and how sure it is, from 0 to 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sure<T> {
    /// The candidate.
    pub id: T,
    /// The calibrated probability.
    pub confidence: f32,
}

/// One further request of a message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Request {
    /// Something wanted.
    Intent(Sure<IntentId>),
    /// Something asked.
    Answer(Sure<AnswerId>),
    /// Something asked of the catalogue.
    Catalogue(CatalogueQuery),
}

/// A value found in an utterance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// What it means.
    pub value: Value,
    /// First byte in the utterance.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// Whether it was said with a bound: "at least", "under", "up to".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// Of a place: its country (ISO 3166 alpha-2), as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// A bound on a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// That or more.
    AtLeast,
    /// That or less.
    AtMost,
}

/// A slot's new value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fill {
    /// The slot.
    pub slot: SlotId,
    /// The value, in the slot's type and unit, within its range.
    pub value: Value,
}

/// How an utterance reads as a reply to what was asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// It is a value for the open slot.
    Value(Value),
    /// It picks one of the choices.
    Choice(ChoiceId),
    /// A bare yes.
    Yes,
    /// A bare no.
    No,
    /// They do not know or do not mind.
    NotSure,
    /// A number, but outside the slot's range.
    OutOfRange(Value),
}

/// A question about products.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CatalogueQuery {
    /// What is wanted to be known.
    pub ask: Ask,
    /// Products named, or meant by "it" or "the big one".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<ProductId>,
    /// Of which kind, when said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<KindId>,
    /// Attributes asked about, the main one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<AttributeId>,
    /// What products must be like.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<Filter>,
    /// For the most or least of something: the attribute and which end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extreme: Option<(AttributeId, Extreme)>,
    /// It leaves out what was asked just before: "and the other one?".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub follows: bool,
    /// How many pieces the price is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<i64>,
    /// The price is asked for all of them together: "what is the total?".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub total: bool,
}

/// The form of a catalogue question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// One or more attributes of the products ("how far does it go", "does X have a roof").
    #[default]
    Fact,
    /// Two or more products beside each other ("X or Y?").
    Compare,
    /// Which products meet the filters ("which can carry 200 kg").
    Which,
    /// The one with the most or least ("the cheapest with a roof").
    Extreme,
    /// What a product is like ("tell me about X").
    About,
    /// What there is ("which bikes do you have").
    List,
}

/// A condition on an attribute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Filter {
    /// Of which attribute.
    pub attribute: AttributeId,
    /// How it is compared.
    pub test: Test,
    /// With what, in the attribute's unit; `Boolean` for having it or not.
    pub value: Value,
}

/// How a filter compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// The value or more.
    AtLeast,
    /// The value or less.
    AtMost,
    /// Just the value; for sets: the value is among them.
    Is,
}

/// Which end of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extreme {
    /// The most.
    Most,
    /// The least.
    Least,
}
