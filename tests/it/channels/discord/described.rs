//! Requests held against Discord's machine-readable description, where it is at hand: see
//! [`crate::support::described`].

use std::sync::OnceLock;

use serde_json::Value;

use crate::support::described::load;

const FILE: &str = "discord-openapi.json";

/// The description; none when it is not here.
fn description() -> Option<&'static Value> {
    static DESCRIPTION: OnceLock<Option<Value>> = OnceLock::new();
    DESCRIPTION.get_or_init(|| load(FILE)).as_ref()
}

/// What is wrong with a request by the description, if anything is. `path` is without the version.
pub fn fault(method: &str, path: &str, body: &Value) -> Option<String> {
    let all = description()?;
    let paths = all["paths"].as_object()?;
    let found = paths
        .iter()
        .filter(|(template, _)| fits_path(template, path))
        .max_by_key(|(template, _)| template.split('/').filter(|p| !p.starts_with('{')).count());
    let Some((template, found)) = found else {
        return Some(format!("there is no path {path}"));
    };
    let operation = &found[method.to_lowercase()];
    if operation.is_null() {
        return Some(format!("{template} takes no {method}"));
    }
    let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
    if schema.is_null() || body.is_null() {
        return None;
    }
    wrong(all, schema, body).map(|what| format!("{method} {template}: {what}"))
}

fn fits_path(template: &str, path: &str) -> bool {
    let (template, path): (Vec<_>, Vec<_>) =
        (template.split('/').collect(), path.split('/').collect());
    template.len() == path.len()
        && template.iter().zip(&path).all(|(t, p)| t.starts_with('{') || t == p)
}

fn wrong(all: &Value, schema: &Value, value: &Value) -> Option<String> {
    if let Some(name) = schema["$ref"].as_str() {
        return wrong(all, all.pointer(name.trim_start_matches('#'))?, value);
    }
    for part in schema["allOf"].as_array().into_iter().flatten() {
        if let Some(what) = wrong(all, part, value) {
            return Some(what);
        }
    }
    for choice in ["oneOf", "anyOf"] {
        if let Some(parts) = schema[choice].as_array() {
            let faults: Vec<String> =
                parts.iter().filter_map(|part| wrong(all, part, value)).collect();
            if faults.len() == parts.len() {
                return Some(format!("none of {} forms fits: {}", parts.len(), faults.join(" | ")));
            }
        }
    }
    if !schema["const"].is_null() && schema["const"] != *value {
        return Some(format!("{value} is not {}", schema["const"]));
    }
    if let Some(known) = schema["enum"].as_array()
        && !known.contains(value)
    {
        return Some(format!("{value} is none of {known:?}"));
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(many) => many.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if !types.is_empty() && !types.iter().any(|kind| is(kind, value)) {
        return Some(format!("{value} is none of {types:?}"));
    }
    bounds(schema, value).or_else(|| inside(all, schema, value))
}

fn is(kind: &str, value: &Value) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    }
}

fn bounds(schema: &Value, value: &Value) -> Option<String> {
    let size = match value {
        Value::String(text) => Some(("Length", text.chars().count() as f64)),
        Value::Array(items) => Some(("Items", items.len() as f64)),
        Value::Number(number) => number.as_f64().map(|number| ("imum", number)),
        _ => None,
    };
    let (what, size) = size?;
    let bound = |end: &str| schema[format!("{end}{what}")].as_f64();
    let low = bound("min").is_some_and(|least| size < least);
    let high = bound("max").is_some_and(|most| size > most);
    (low || high).then(|| format!("{size} is out of the bounds of {what}"))
}

fn inside(all: &Value, schema: &Value, value: &Value) -> Option<String> {
    if let Some(fields) = value.as_object() {
        let lacks = schema["required"].as_array().into_iter().flatten();
        let lacks = lacks.filter_map(Value::as_str).find(|name| !fields.contains_key(*name));
        if let Some(name) = lacks {
            return Some(format!("{name} is missing"));
        }
        return fields.iter().find_map(|(name, value)| {
            let known = &schema["properties"][name];
            let known = if known.is_null() { &schema["additionalProperties"] } else { known };
            known
                .is_object()
                .then(|| wrong(all, known, value))
                .flatten()
                .map(|what| format!("{name}: {what}"))
        });
    }
    let (Some(items), true) = (value.as_array(), schema["items"].is_object()) else { return None };
    items.iter().find_map(|item| wrong(all, &schema["items"], item))
}

#[test]
fn the_description_refuses_what_it_does_not_know() {
    if description().is_none() {
        return;
    }
    let check = |body: Value| fault("POST", "/channels/7/messages", &body);
    assert_eq!(check(serde_json::json!({ "content": "x", "nonce": "y", "flags": 4 })), None);
    assert!(check(serde_json::json!({ "content": 7 })).is_some());
    assert!(check(serde_json::json!({ "nonce": "x".repeat(26) })).is_some());
    let row = serde_json::json!([{ "type": 1, "components": [{ "type": 2 }] }]);
    assert!(check(serde_json::json!({ "components": row })).is_some(), "a button needs a style");
    assert!(fault("POST", "/nowhere", &Value::Null).is_some());
    assert!(fault("DELETE", "/users/@me/channels", &Value::Null).is_some());
}
