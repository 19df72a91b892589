//! What people say, lowered from locales and catalogue into plain types.
//!
//! The understanding is trained on this and knows nothing of YAML or Fluent.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ids::{AnswerId, AttributeId, IntentId, KindId, Locale, OptionId, ProductId, SlotId};
use super::value::Unit;

/// The slot that holds a language the visitor asked for; its options are `language_<tag>`.
pub const LANGUAGE_SLOT: &str = "language";

/// Everything the understanding may know about a house.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lexicon {
    /// The words of each served locale; the default locale is always there.
    pub locales: BTreeMap<Locale, Words>,
    /// The locale used when nothing else is known.
    pub default_locale: Option<Locale>,
    /// What slots can hold.
    pub slots: BTreeMap<SlotId, SlotForm>,
    /// What attributes are like.
    pub attributes: BTreeMap<AttributeId, AttributeForm>,
    /// Products and the kind of each.
    pub products: BTreeMap<ProductId, KindId>,
    /// The house's currency, ISO 4217.
    pub currency: String,
    /// The house's country, ISO 3166 alpha-2: how national phone numbers and postal codes read.
    pub country: String,
    /// The house's time zone is applied by the caller: dates said are local to it.
    pub names_of_house: Vec<String>,
}

/// What people say in one locale. Every list holds one phrase an entry, as written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Words {
    /// Phrases of intents; the readable name first, when it has one.
    pub intents: BTreeMap<IntentId, Vec<String>>,
    /// Questions that an answer answers.
    pub answers: BTreeMap<AnswerId, Vec<String>>,
    /// Words for options: the label first.
    pub options: BTreeMap<OptionId, Vec<String>>,
    /// Words for products: the name first.
    pub products: BTreeMap<ProductId, Vec<String>>,
    /// Words for kinds of products: the name first.
    pub kinds: BTreeMap<KindId, Vec<String>>,
    /// Words for attributes.
    pub attributes: BTreeMap<AttributeId, AttributeWords>,
    /// Nouns that make a bare number belong to a slot.
    pub slots: BTreeMap<SlotId, Vec<String>>,
}

/// Words for an attribute.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AttributeWords {
    /// Its name, then phrases that ask about it.
    pub said: Vec<String>,
    /// Words for having the most of it, comparatives and superlatives.
    pub most: Vec<String>,
    /// Words for having the least of it.
    pub least: Vec<String>,
}

/// What a slot can hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SlotForm {
    /// The type of its values.
    pub kind: SlotKind,
    /// Least number taken, in the slot's unit.
    pub min: Option<Decimal>,
    /// Greatest number taken, in the slot's unit.
    pub max: Option<Decimal>,
}

/// The type of a slot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlotKind {
    /// A whole number.
    Integer,
    /// A number.
    Decimal,
    /// Money.
    Money,
    /// A measured amount, converted to this unit.
    Quantity(Unit),
    /// A date, a period, a time of day.
    Moment,
    /// One of these options.
    Choice(Vec<OptionId>),
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// A town or postal code.
    Place,
    /// Words that match a regular expression.
    Pattern(String),
    /// A person's name.
    Name,
    /// Any words.
    Free,
}

/// What an attribute is like.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttributeForm {
    /// The type of its values.
    pub kind: AttributeKind,
    /// Whether more of it counts as better, when one can say.
    pub better: Option<Better>,
}

/// Which end of an attribute is the good one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// The type of an attribute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttributeKind {
    /// Money.
    Money,
    /// A measured amount.
    Quantity(Unit),
    /// A whole number.
    Integer,
    /// A number.
    Decimal,
    /// Has it or not.
    Boolean,
    /// One of some options.
    Choice(Vec<OptionId>),
    /// A set of options.
    Choices(Vec<OptionId>),
}
