//! Requests held against Telegram's machine-readable description, where it is at hand: see
//! [`crate::support::described`].

use std::sync::OnceLock;

use serde_json::{Map, Value};

use crate::support::described::load;

const FILE: &str = "telegram-botapi-10.1.json";

/// The description; none when it is not here.
pub fn description() -> Option<&'static Value> {
    static DESCRIPTION: OnceLock<Option<Value>> = OnceLock::new();
    DESCRIPTION.get_or_init(|| load(FILE)).as_ref()
}

/// What is wrong with a request by the description, if anything is.
pub fn fault(method: &str, params: &Map<String, Value>) -> Option<String> {
    let description = description()?;
    let found = &description["methods"][method];
    if found.is_null() {
        return Some(format!("there is no method {method}"));
    }
    fields(description, method, &found["fields"], params)
}

fn fields(all: &Value, place: &str, known: &Value, given: &Map<String, Value>) -> Option<String> {
    let none = Vec::new();
    let known = known.as_array().unwrap_or(&none);
    for (name, value) in given {
        let Some(field) = known.iter().find(|field| field["name"] == **name) else {
            return Some(format!("{place} has no field {name}"));
        };
        let types = field["types"].as_array().unwrap_or(&none);
        let fits = types.iter().filter_map(Value::as_str).any(|kind| fits(all, kind, value));
        if !fits {
            return Some(format!("{place}.{name} is none of {types:?}: {value}"));
        }
    }
    known
        .iter()
        .find(|field| {
            field["required"] == true
                && field["name"].as_str().is_some_and(|name| !given.contains_key(name))
        })
        .map(|field| format!("{place} lacks {}", field["name"]))
}

fn fits(all: &Value, kind: &str, value: &Value) -> bool {
    if let Some(of) = kind.strip_prefix("Array of ") {
        return value.as_array().is_some_and(|many| many.iter().all(|one| fits(all, of, one)));
    }
    match kind {
        "Integer" => value.is_i64() || value.is_u64(),
        "Float" => value.is_number(),
        "Boolean" => value.is_boolean(),
        "String" | "InputFile" => value.is_string(),
        name => {
            let described = &all["types"][name];
            let kinds = described["subtypes"].as_array();
            if let Some(kinds) = kinds {
                return kinds.iter().filter_map(Value::as_str).any(|kind| fits(all, kind, value));
            }
            let Some(given) = value.as_object() else { return false };
            fields(all, name, &described["fields"], given).is_none()
        }
    }
}
