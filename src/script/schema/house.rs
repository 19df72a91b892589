//! `bot.yaml`, `slots.yaml`, `catalogue.yaml` and `answers.yaml`.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::{Condition, Date, Duration, Id};

/// `bot.yaml`: who the house is.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Bot {
    /// The house.
    name: String,
    /// What the bot calls itself.
    bot_name: String,
    /// The locale that is always complete.
    default_locale: String,
    /// All served locales, the default among them.
    locales: Vec<String>,
    /// A name of the time zone database, as in `Europe/Vienna`.
    time_zone: String,
    /// Three capital letters (ISO 4217).
    #[schemars(regex(pattern = "^[A-Z]{3}$"))]
    currency: String,
    /// Two capital letters (ISO 3166); national phone numbers and postal codes are read in it.
    #[schemars(regex(pattern = "^[A-Z]{2}$"))]
    country: String,
    /// How to reach a person; a phone or an e-mail address at least.
    contact: Contact,
    /// When people are there: days or ranges of days with from-to.
    hours: Option<BTreeMap<String, Hours>>,
    /// Days when nobody is.
    holidays: Option<Vec<Date>>,
    /// When the bot itself offers a person.
    handoff: Option<HandoffPolicy>,
    /// Where privacy is explained.
    privacy_url: Option<String>,
    /// How long what is kept.
    retention: Option<Retention>,
}

/// Contact lines.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Contact {
    phone: Option<String>,
    email: Option<String>,
    web: Option<String>,
}

/// One span, as in "08:00-17:00", or several.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum Hours {
    One(String),
    Several(Vec<String>),
}

/// When the bot itself offers a person.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct HandoffPolicy {
    /// Once, when this first holds.
    offer_when: Option<Condition>,
    /// Whether a time for a call back can be noted.
    callback: Option<bool>,
    /// Nobody has claimed: the next rep is asked. Opening hours count; 2m when left out.
    ask_after: Option<Duration>,
    /// Nobody has claimed: the team's lead is asked; 5m when left out.
    lead_after: Option<Duration>,
    /// Nobody has claimed: the visitor is told so, and given a choice; 10m when left out.
    choice_after: Option<Duration>,
    /// The owner is silent and is reminded; 15m when left out.
    remind_after: Option<Duration>,
    /// The owner is silent and colleagues are offered the talk; 45m when left out.
    offer_after: Option<Duration>,
    /// Which team takes whoever no step has given to one, by condition: the first that holds.
    teams: Option<BTreeMap<String, Condition>>,
    /// How long a rep's words wait before they are sent, so that they can be changed or taken back
    /// unseen; 60s at most, not at all when left out.
    send_after: Option<Delay>,
}

/// A number of seconds, as in `5s`.
#[derive(JsonSchema)]
pub(super) struct Delay(#[schemars(regex(pattern = "^([0-9]|[1-5][0-9]|60)s$|^[01]m$"))] String);

/// How long what is kept.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Retention {
    /// Visitors of whom nothing is known.
    visitors: Option<Duration>,
}

/// `slots.yaml`: what can be known of a visitor.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Slots {
    slots: BTreeMap<Id, Slot>,
}

/// A slot.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Slot {
    #[schemars(rename = "type")]
    kind: SlotType,
    /// Of a choice: up to five ids.
    options: Option<Vec<Id>>,
    /// Of a quantity.
    unit: Option<Unit>,
    /// The least number taken.
    min: Option<f64>,
    /// The greatest number taken.
    max: Option<f64>,
    /// Of a pattern: a regular expression.
    regex: Option<String>,
    /// The visitor may leave it open.
    skippable: Option<bool>,
    /// It is asked again after so long.
    stale_after: Option<Duration>,
    /// It is asked for and repeated in private only.
    personal: Option<bool>,
    /// What it adds to the fit.
    scores: Option<Vec<SlotScore>>,
    /// It is the number of pieces that prices are asked for.
    counts: Option<bool>,
    /// Of a moment: somebody of the house must be there, so a time outside the hours is moved to
    /// the next one inside.
    appointment: Option<Appointment>,
    /// What it tells a salesperson; the reps' card is ordered by it.
    champ: Option<Champ>,
}

/// What a salesperson must know of a lead.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub(super) enum Champ {
    /// What is in their way.
    Challenge,
    /// Who decides.
    Authority,
    /// How large it is, and what it may cost.
    Money,
    /// When it is to happen.
    Timing,
}

/// What a noted time is for.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub(super) enum Appointment {
    /// Somebody of the house calls.
    Call,
    /// The visitor comes by, or somebody visits them.
    Visit,
}

/// The type of a slot.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub(super) enum SlotType {
    Integer,
    Decimal,
    Money,
    Quantity,
    Moment,
    Choice,
    Email,
    Phone,
    Place,
    Pattern,
    Name,
    Free,
}

/// What a slot adds to the fit.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct SlotScore {
    id: Id,
    #[schemars(rename = "if")]
    when: Condition,
    #[schemars(range(min = -1000, max = 1000))]
    fit: i32,
}

/// A unit of measure.
pub(super) struct Unit;

impl JsonSchema for Unit {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Unit".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let units: Vec<&str> =
            crate::domain::value::Unit::ALL.iter().map(|unit| unit.as_str()).collect();
        schemars::json_schema!({ "description": "A unit of measure.", "enum": units })
    }
}

/// `catalogue.yaml`: what is sold.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Catalogue {
    attributes: Option<BTreeMap<Id, Attribute>>,
    kinds: Option<BTreeMap<Id, ProductKind>>,
    /// On the list price, by the number of pieces of one product.
    discounts: Option<BTreeMap<Id, Vec<Discount>>>,
}

/// A property of products.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Attribute {
    #[schemars(rename = "type")]
    kind: AttributeType,
    /// Of a quantity.
    unit: Option<Unit>,
    /// Of a choice or a set of choices.
    options: Option<Vec<Id>>,
    /// Which end is the good one.
    better: Option<Better>,
}

/// The type of an attribute.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub(super) enum AttributeType {
    Money,
    Quantity,
    Integer,
    Decimal,
    Boolean,
    Choice,
    Choices,
}

/// Which end is the good one.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub(super) enum Better {
    Higher,
    Lower,
}

/// Products that are compared with each other.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct ProductKind {
    products: BTreeMap<Id, BTreeMap<Id, AttributeValue>>,
}

/// Money as in `4890 EUR`, a number, true or false, an option, or a list of options.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum AttributeValue {
    Words(String),
    Number(f64),
    Flag(bool),
    Options(Vec<Id>),
}

/// Less for many.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Discount {
    /// From so many pieces.
    #[schemars(range(min = 1))]
    from: u32,
    percent: f64,
}

/// `answers.yaml`: questions that have an answer.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Answers {
    answers: BTreeMap<Id, Answer>,
}

/// An answer.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Answer {
    /// Who keeps it right.
    owner: String,
    /// The last day it is good for.
    valid_until: Option<Date>,
    /// Where it comes from.
    source: String,
    /// A picture's file name.
    picture: Option<String>,
    /// A flow that a button under it opens.
    offers: Option<Id>,
    /// The form of its text, an attribute of it, by country (ISO 3166), as in `AT`; `else` stands
    /// for all others.
    by_country: Option<BTreeMap<String, String>>,
    /// Forms that are told as soon as the visitor's country is known, without a question.
    at_once: Option<Vec<String>>,
    /// An attribute whose value for the product that is talked about is told with the answer.
    attribute: Option<Id>,
}
