//! The JSON Schema of the YAML files, for editors: `dialogs/schema.json`.
//!
//! The types here describe the files and are never filled: the reader ([`super::lower`]) reports
//! better than a schema can. Tests hold the two together.

#![expect(dead_code, reason = "the types are only described, never built")]

mod flow;
mod house;
mod scoring;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use flow::Flow;
use house::{Answers, Bot, Catalogue, Slots};
use scoring::{Campaigns, Scoring};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::lower::{bot, catalogue, choice, flow, kind, scoring, slots, tables};

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
        same_keys("HandoffPolicy", bot::handoff::KEYS);
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
        same_keys("ChooseOption", choice::OPTION_KEYS);
        same_keys("Arm", choice::ARM_KEYS);
        let of = |kinds: &[&str], common: &[&'static str]| {
            let mut keys: Vec<&str> =
                kinds.iter().flat_map(|kind| kind::kind_keys(kind)).copied().collect();
            keys.extend(common);
            keys.sort_unstable();
            keys.dedup();
            keys
        };
        same_keys("Step", &of(kind::KINDS, &["id", "if", "go"]));
        same_keys("Then", &of(kind::THEN_KINDS, &[]));
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
