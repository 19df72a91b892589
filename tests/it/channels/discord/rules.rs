//! What Discord takes, as rules over a request's JSON: every limit that bots run into.

use serde_json::Value;

/// Why a body is refused, if it is: Discord's code, and the field.
pub type Verdict = Result<(), (i64, String)>;

/// Discord's code for a field that is not as it should be.
const INVALID_FORM: i64 = 50035;
const EMPTY_MESSAGE: i64 = 50006;

fn invalid<T>(what: impl Into<String>) -> Result<T, (i64, String)> {
    Err((INVALID_FORM, what.into()))
}

/// A message that is created, or the data of an interaction's answer.
pub fn message(body: &Value, files: usize, is_answer: bool) -> Verdict {
    known(
        body,
        &[
            "content",
            "nonce",
            "enforce_nonce",
            "tts",
            "embeds",
            "allowed_mentions",
            "message_reference",
            "components",
            "sticker_ids",
            "attachments",
            "flags",
            "poll",
        ],
    )?;
    let content = match &body["content"] {
        Value::Null => "",
        Value::String(text) => text,
        _ => return invalid("content: not a text"),
    };
    if content.chars().count() > 2000 {
        return invalid("content: must be 2000 or fewer in length");
    }
    let embeds = list(&body["embeds"], "embeds")?;
    if content.trim().is_empty() && files == 0 && embeds.is_empty() {
        return Err((EMPTY_MESSAGE, "cannot send an empty message".to_owned()));
    }
    let flags = body["flags"].as_u64().unwrap_or(0);
    let allowed = if is_answer { 1 << 2 | 1 << 6 | 1 << 12 } else { 1 << 2 | 1 << 12 };
    if flags & !allowed != 0 {
        return invalid("flags: not allowed");
    }
    nonce(body, is_answer)?;
    mentions(body)?;
    if let Value::Object(reference) = &body["message_reference"]
        && !reference.get("message_id").is_some_and(is_id)
    {
        return invalid("message_reference.message_id: not an id");
    }
    for attachment in list(&body["attachments"], "attachments")? {
        let number = attachment["id"].as_u64().or_else(|| attachment["id"].as_str()?.parse().ok());
        if number.is_none_or(|number| number >= files as u64) {
            return invalid("attachments: no file of that number");
        }
    }
    components(&body["components"])
}

/// A card's new form.
pub fn edit(body: &Value) -> Verdict {
    known(body, &["content", "embeds", "flags", "allowed_mentions", "components", "attachments"])?;
    message(body, 0, false)
}

fn nonce(body: &Value, is_answer: bool) -> Verdict {
    match &body["nonce"] {
        Value::Null if body["enforce_nonce"] == true => invalid("enforce_nonce: without a nonce"),
        Value::Null => Ok(()),
        _ if is_answer => invalid("nonce: not in an answer to an interaction"),
        Value::String(text) if text.chars().count() <= 25 => Ok(()),
        Value::Number(_) => Ok(()),
        _ => invalid("nonce: must be 25 or fewer in length"),
    }
}

/// The house's own rule: nobody is ever mentioned.
fn mentions(body: &Value) -> Verdict {
    let none = body["allowed_mentions"]["parse"].as_array().is_some_and(Vec::is_empty)
        && body["allowed_mentions"]["users"].is_null()
        && body["allowed_mentions"]["roles"].is_null();
    if none { Ok(()) } else { invalid("allowed_mentions: must be there and empty") }
}

fn components(rows: &Value) -> Verdict {
    let rows = list(rows, "components")?;
    if rows.len() > 5 {
        return invalid("components: must be 5 or fewer in length");
    }
    let mut ids = Vec::new();
    for row in rows {
        known(row, &["type", "components", "id"])?;
        if row["type"] != 1 {
            return invalid("components: a row has the type 1");
        }
        let inner = list(&row["components"], "components.components")?;
        if !(1..=5).contains(&inner.len()) {
            return invalid("components.components: must be between 1 and 5 in length");
        }
        for component in inner {
            match component["type"].as_u64() {
                Some(2) => button(component)?,
                Some(3) if inner.len() == 1 => select(component)?,
                _ => return invalid("components.components: of this type none can be here"),
            }
            if let Some(id) = component["custom_id"].as_str() {
                if ids.contains(&id) {
                    return invalid("components: two of one custom_id");
                }
                ids.push(id);
            }
        }
    }
    Ok(())
}

fn button(button: &Value) -> Verdict {
    known(button, &["type", "style", "label", "emoji", "custom_id", "url", "disabled", "id"])?;
    let style = button["style"].as_u64().unwrap_or(0);
    if !(1..=5).contains(&style) {
        return invalid("style: must be between 1 and 5");
    }
    text(&button["label"], 1, 80, "label")?;
    match style {
        5 => text(&button["url"], 1, 512, "url"),
        _ => text(&button["custom_id"], 1, 100, "custom_id"),
    }
}

fn select(select: &Value) -> Verdict {
    known(
        select,
        &[
            "type",
            "custom_id",
            "options",
            "placeholder",
            "min_values",
            "max_values",
            "disabled",
            "id",
        ],
    )?;
    text(&select["custom_id"], 1, 100, "custom_id")?;
    let options = list(&select["options"], "options")?;
    if !(1..=25).contains(&options.len()) {
        return invalid("options: must be between 1 and 25 in length");
    }
    let mut values = Vec::new();
    for option in options {
        known(option, &["label", "value", "description", "emoji", "default"])?;
        text(&option["label"], 1, 100, "options.label")?;
        text(&option["value"], 1, 100, "options.value")?;
        if values.contains(&&option["value"]) {
            return invalid("options: two of one value");
        }
        values.push(&option["value"]);
    }
    Ok(())
}

/// The answer to an interaction: of this type, to a component or a command.
pub fn answer(body: &Value, to: u64) -> Verdict {
    known(body, &["type", "data"])?;
    match (body["type"].as_u64(), to) {
        (Some(4), 2 | 3) => message(&body["data"], 0, true),
        (Some(5), 2 | 3) | (Some(6), 3) => Ok(()),
        (Some(7), 3) => components(&body["data"]["components"]),
        (Some(8), 4) => list(&body["data"]["choices"], "choices").map(|_| ()),
        _ => invalid("type: not an answer to this interaction"),
    }
}

/// All commands at once.
pub fn commands(body: &Value) -> Verdict {
    let all = list(body, "commands")?;
    if all.len() > 100 {
        return invalid("must be 100 or fewer in length");
    }
    for command in all {
        known(
            command,
            &[
                "id",
                "name",
                "name_localizations",
                "description",
                "description_localizations",
                "options",
                "default_member_permissions",
                "dm_permission",
                "default_permission",
                "integration_types",
                "contexts",
                "type",
                "nsfw",
            ],
        )?;
        named(command)?;
        for option in list(&command["options"], "options")? {
            named(option)?;
            if !(1..=11).contains(&option["type"].as_u64().unwrap_or(0)) {
                return invalid("options.type: none of these");
            }
            if option["max_length"].as_u64().is_some_and(|most| !(1..=6000).contains(&most)) {
                return invalid("options.max_length: must be between 1 and 6000");
            }
            let choices = list(&option["choices"], "choices")?;
            if choices.len() > 25 {
                return invalid("choices: must be 25 or fewer in length");
            }
            for choice in choices {
                text(&choice["name"], 1, 100, "choices.name")?;
                text(&choice["value"], 1, 100, "choices.value")?;
            }
        }
    }
    Ok(())
}

fn named(thing: &Value) -> Verdict {
    const TAGS: &[&str] = &[
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl",
        "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi",
        "th", "zh-CN", "ja", "zh-TW", "ko",
    ];
    let is_name = |value: &Value| {
        value.as_str().is_some_and(|name| {
            let letter = |c: char| c.is_alphanumeric() || "-_'".contains(c);
            (1..=32).contains(&name.chars().count())
                && name.chars().all(letter)
                && name.to_lowercase() == name
        })
    };
    if !is_name(&thing["name"]) {
        return invalid("name: must match ^[-_'\\p{L}\\p{N}]{1,32}$ in lower case");
    }
    text(&thing["description"], 1, 100, "description")?;
    for (tag, name) in thing["name_localizations"].as_object().into_iter().flatten() {
        if !TAGS.contains(&tag.as_str()) || !is_name(name) {
            return invalid("name_localizations: of a language that is none, or no name");
        }
    }
    for (tag, about) in thing["description_localizations"].as_object().into_iter().flatten() {
        if !TAGS.contains(&tag.as_str()) {
            return invalid("description_localizations: of a language that is none");
        }
        text(about, 1, 100, "description_localizations")?;
    }
    Ok(())
}

fn text(value: &Value, least: usize, most: usize, what: &str) -> Verdict {
    match value.as_str().map(|text| text.chars().count()) {
        Some(length) if (least..=most).contains(&length) => Ok(()),
        _ => invalid(format!("{what}: must be between {least} and {most} in length")),
    }
}

fn list<'a>(value: &'a Value, what: &str) -> Result<&'a [Value], (i64, String)> {
    match value {
        Value::Null => Ok(&[]),
        Value::Array(items) => Ok(items),
        _ => invalid(format!("{what}: not a list")),
    }
}

/// Discord passes over fields that it does not know; here they are mistakes.
fn known(body: &Value, names: &[&str]) -> Verdict {
    let Some(fields) = body.as_object() else { return invalid("not an object") };
    match fields.keys().find(|name| !names.contains(&name.as_str())) {
        Some(name) => invalid(format!("{name}: no such field")),
        None => Ok(()),
    }
}

pub fn is_id(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.parse::<u64>().is_ok_and(|id| id > 0))
}
