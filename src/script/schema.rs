//! The JSON Schema of the YAML files, for editors: `dialogs/schema.json`.
//!
//! The types here describe the files and are never filled: the reader ([`super::lower`]) reports
//! better than a schema can. Tests hold the two together.

#![expect(dead_code, reason = "the types are only described, never built")]

use std::collections::BTreeMap;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

/// The schema as kept in `dialogs/schema.json`.
#[must_use]
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12();
    let mut schema = settings.into_generator().into_root_schema_for::<File>().to_value();
    without_null(&mut schema);
    let mut text = format!("{schema:#}");
    text.push('\n');
    text
}

/// A key may be left out, but is never written with nothing behind it.
fn without_null(schema: &mut Value) {
    match schema {
        Value::Array(list) => list.iter_mut().for_each(without_null),
        Value::Object(object) => {
            if let Some(Value::Array(types)) = object.get_mut("type") {
                types.retain(|word| word != "null");
                if let [one] = types.as_slice() {
                    let one = one.clone();
                    object.insert("type".to_owned(), one);
                }
            }
            if let Some(Value::Array(choices)) = object.get_mut("anyOf") {
                choices.retain(|choice| choice["type"] != "null");
                if let [Value::Object(one)] = choices.as_slice() {
                    let one = one.clone();
                    object.remove("anyOf");
                    object.extend(one);
                }
            }
            object.values_mut().for_each(without_null);
        }
        _ => {}
    }
}

/// A file of `dialogs/`.
#[derive(JsonSchema)]
#[schemars(untagged, title = "Docent dialogs")]
enum File {
    Flow(Flow),
    Bot(Box<Bot>),
    Slots(Slots),
    Catalogue(Catalogue),
    Answers(Answers),
    Campaigns(Campaigns),
    Scoring(Scoring),
}

/// An id: small letters, digits and underscores, a letter first.
#[derive(JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
struct Id(#[schemars(regex(pattern = "^[a-z][a-z0-9_]*$"))] String);

/// A number and m (minutes), h (hours), d (days) or w (weeks).
#[derive(JsonSchema)]
struct Duration(#[schemars(regex(pattern = "^[0-9]+[mhdw]$"))] String);

/// Year-month-day.
#[derive(JsonSchema)]
struct Date(#[schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))] String);

/// A condition, as in `fleet_size >= 2 and known(city)`.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Condition {
    Words(String),
    Always(bool),
}

/// `bot.yaml`: who the house is.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Bot {
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
struct Contact {
    phone: Option<String>,
    email: Option<String>,
    web: Option<String>,
}

/// One span, as in "08:00-17:00", or several.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Hours {
    One(String),
    Several(Vec<String>),
}

/// When the bot itself offers a person.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct HandoffPolicy {
    /// Once, when this first holds.
    offer_when: Option<Condition>,
    /// Whether a time for a call back can be noted.
    callback: Option<bool>,
}

/// How long what is kept.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Retention {
    /// Visitors of whom nothing is known.
    visitors: Option<Duration>,
}

/// `slots.yaml`: what can be known of a visitor.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Slots {
    slots: BTreeMap<Id, Slot>,
}

/// A slot.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Slot {
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
}

/// The type of a slot.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
enum SlotType {
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
struct SlotScore {
    id: Id,
    #[schemars(rename = "if")]
    when: Condition,
    #[schemars(range(min = -1000, max = 1000))]
    fit: i32,
}

/// A unit of measure.
struct Unit;

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
struct Catalogue {
    attributes: Option<BTreeMap<Id, Attribute>>,
    kinds: Option<BTreeMap<Id, ProductKind>>,
    /// On the list price, by the number of pieces of one product.
    discounts: Option<BTreeMap<Id, Vec<Discount>>>,
}

/// A property of products.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Attribute {
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
enum AttributeType {
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
enum Better {
    Higher,
    Lower,
}

/// Products that are compared with each other.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ProductKind {
    products: BTreeMap<Id, BTreeMap<Id, AttributeValue>>,
}

/// Money as in `4890 EUR`, a number, true or false, an option, or a list of options.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum AttributeValue {
    Words(String),
    Number(f64),
    Flag(bool),
    Options(Vec<Id>),
}

/// Less for many.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Discount {
    /// From so many pieces.
    #[schemars(range(min = 1))]
    from: u32,
    percent: f64,
}

/// `answers.yaml`: questions that have an answer.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Answers {
    answers: BTreeMap<Id, Answer>,
}

/// An answer.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Answer {
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
}

/// `campaigns.yaml`: where visitors come from.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Campaigns {
    campaigns: BTreeMap<Id, Campaign>,
}

/// A campaign.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Campaign {
    /// Where it runs.
    source: String,
    /// Of which sort.
    medium: Option<String>,
    /// First day.
    from: Option<Date>,
    /// Last day.
    until: Option<Date>,
}

/// `scoring.yaml`: what counts as evidence.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Scoring {
    groups: Option<BTreeMap<Id, Group>>,
    rules: Option<Vec<Rule>>,
    wishes: Option<Vec<Wish>>,
    /// When somebody is hot or warm.
    heat: Option<HeatRules>,
    heat_wish_lasts: Option<Duration>,
}

/// Rules under one cap.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Group {
    axis: Axis,
    #[schemars(range(min = 1, max = 1000))]
    cap: i32,
    /// Whole days to nothing; only on interest.
    decay: Option<Duration>,
}

/// Who they are, or what they did.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
enum Axis {
    Fit,
    Interest,
}

/// A scoring rule.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Rule {
    id: Id,
    /// What happens, as in `intent.human`, `answer.leasing`, `attribute.price`.
    on: Option<Vec<String>>,
    /// What holds.
    #[schemars(rename = "if")]
    when: Option<Condition>,
    group: Id,
    #[schemars(range(min = -1000, max = 1000))]
    points: i32,
    repeat: Option<Repeat>,
}

/// How often a rule may be awarded.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
enum Repeat {
    Never,
    Daily,
    Always,
}

/// An explicit wish, which names a heat.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Wish {
    id: Id,
    on: Vec<String>,
    heat: Heat,
}

/// How ready somebody is.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
enum Heat {
    Browsing,
    Warm,
    Hot,
}

/// When somebody is hot or warm.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct HeatRules {
    hot: Option<Condition>,
    warm: Option<Condition>,
}

/// A flow: one file each, named after the flow.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Flow {
    flow: Id,
    /// What holds when it is through.
    goal: Option<String>,
    /// Intents by bare id, and `campaign.<id>`.
    entry: Option<Vec<String>>,
    #[schemars(length(min = 1))]
    steps: Vec<Step>,
    /// Where a corrected slot leads.
    on_correct: Option<BTreeMap<Id, OnCorrect>>,
    /// A step that is gone, and its successor.
    migrate: Option<BTreeMap<Id, Id>>,
    /// Flows whose place it takes: they are given up when it is opened.
    instead_of: Option<Vec<Id>>,
}

/// Where a corrected slot leads.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct OnCorrect {
    from: Id,
    say: Option<String>,
}

/// A step: an id, and one of say, collect, choose, branch, recommend, call, score, handoff, wait
/// and end.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Step {
    id: Id,
    /// It is passed over when this does not hold.
    #[schemars(rename = "if")]
    when: Option<Condition>,
    /// A step of this flow or another flow.
    go: Option<Id>,
    /// A text.
    say: Option<String>,
    /// A slot.
    collect: Option<Id>,
    /// Up to five options.
    #[schemars(length(min = 1, max = 5))]
    choose: Option<Vec<ChooseOption>>,
    /// The first arm that holds.
    #[schemars(length(min = 1))]
    branch: Option<Vec<Arm>>,
    /// A kind of products.
    recommend: Option<Id>,
    /// What products must meet: attributes bare, slots as `slot.x`.
    #[schemars(rename = "where")]
    filter: Option<Condition>,
    /// An attribute, with a minus to turn the order round.
    rank: Option<String>,
    /// How many products.
    #[schemars(range(min = 1, max = 5))]
    top: Option<u8>,
    /// Where to go when nothing is found.
    #[schemars(rename = "else")]
    otherwise: Option<Id>,
    /// Standard behaviour, or `flow.<id>`.
    call: Option<String>,
    /// A rule of scoring.yaml.
    score: Option<Id>,
    /// The team that is asked for.
    handoff: Option<Id>,
    /// Why, a word that reps see.
    reason: Option<Id>,
    /// Until then, or until the visitor speaks.
    wait: Option<Duration>,
    /// The flow is over.
    end: Option<bool>,
}

/// A choice.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ChooseOption {
    option: Id,
    /// It is offered only when this holds.
    #[schemars(rename = "if")]
    when: Option<Condition>,
    /// What happens before going on.
    then: Option<Then>,
    go: Option<Id>,
    end: Option<bool>,
}

/// What happens before going on: one of say, call, score and handoff.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Then {
    say: Option<String>,
    call: Option<String>,
    score: Option<Id>,
    handoff: Option<Id>,
    reason: Option<Id>,
}

/// An arm of a branch: `when` with `go`, or `else`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Arm {
    when: Option<Condition>,
    go: Option<Id>,
    #[schemars(rename = "else")]
    otherwise: Option<Id>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::lower::{bot, catalogue, flow, scoring, slots, step, tables};

    const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/dialogs/schema.json");

    #[test]
    fn the_kept_schema_is_current() {
        let kept = std::fs::read_to_string(PATH).unwrap_or_default();
        assert!(
            kept == schema(),
            "dialogs/schema.json is old: cargo test --lib write_the_schema -- --ignored"
        );
    }

    #[test]
    #[ignore = "writes dialogs/schema.json"]
    fn write_the_schema() {
        std::fs::write(PATH, schema()).expect("dialogs/ is writable");
    }

    fn definition(name: &str) -> Value {
        let schema: Value = serde_json::from_str(&schema()).expect("JSON");
        schema["$defs"][name].clone()
    }

    #[track_caller]
    fn same_keys(name: &str, keys: &[&str]) {
        let found = definition(name)["properties"].as_object().cloned().unwrap_or_default();
        let mut found: Vec<String> = found.keys().cloned().collect();
        let mut keys: Vec<&str> = keys.to_vec();
        found.sort();
        keys.sort_unstable();
        assert_eq!(found, keys, "{name}");
    }

    #[track_caller]
    fn same_words<T>(name: &str, words: &[(&str, T)]) {
        let found = definition(name)["enum"].as_array().cloned().unwrap_or_default();
        let found: Vec<&str> = found.iter().filter_map(Value::as_str).collect();
        let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        assert_eq!(found, words, "{name}");
    }

    #[test]
    fn reader_and_schema_know_the_same_keys() {
        same_keys("Bot", bot::KEYS);
        same_keys("Contact", bot::CONTACT_KEYS);
        same_keys("HandoffPolicy", bot::HANDOFF_KEYS);
        same_keys("Retention", bot::RETENTION_KEYS);
        same_keys("Slot", slots::KEYS);
        same_keys("SlotScore", scoring::SCORE_KEYS);
        same_keys("Catalogue", catalogue::KEYS);
        same_keys("Attribute", catalogue::ATTRIBUTE_KEYS);
        same_keys("ProductKind", catalogue::KIND_KEYS);
        same_keys("Discount", catalogue::DISCOUNT_KEYS);
        same_keys("Answer", tables::ANSWER_KEYS);
        same_keys("Campaign", tables::CAMPAIGN_KEYS);
        same_keys("Scoring", scoring::KEYS);
        same_keys("Group", scoring::GROUP_KEYS);
        same_keys("Rule", scoring::RULE_KEYS);
        same_keys("Wish", scoring::WISH_KEYS);
        same_keys("HeatRules", scoring::HEAT_KEYS);
        same_keys("Flow", flow::KEYS);
        same_keys("OnCorrect", flow::ON_CORRECT_KEYS);
        same_keys("ChooseOption", step::OPTION_KEYS);
        same_keys("Arm", step::ARM_KEYS);
        let of = |kinds: &[&str], common: &[&'static str]| {
            let mut keys: Vec<&str> =
                kinds.iter().flat_map(|kind| step::kind_keys(kind)).copied().collect();
            keys.extend(common);
            keys.sort_unstable();
            keys.dedup();
            keys
        };
        same_keys("Step", &of(step::KINDS, &["id", "if", "go"]));
        same_keys("Then", &of(step::THEN_KINDS, &[]));
    }

    #[test]
    fn reader_and_schema_know_the_same_words() {
        same_words("Axis", scoring::AXES);
        same_words("Repeat", scoring::REPEATS);
        same_words("Heat", scoring::HEATS);
        same_words("SlotType", slots::TYPES);
        same_words("AttributeType", catalogue::TYPES);
    }
}
