//! What Telegram refuses: required fields, types and limits, as its documentation has them.

use serde_json::{Map, Value};

use super::http::Request;

/// A refusal: the code and the platform's sentence.
pub type Refusal = (u16, String);

fn refuse<T>(why: &str) -> Result<T, Refusal> {
    Err((400, format!("Bad Request: {why}")))
}

/// The signs that a bot may put at a message.
pub const SIGNS: &str = "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡";

/// The length as Telegram counts it.
pub fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Checks everything about a request that can be seen without knowing any chat.
pub fn check(method: &str, request: &Request) -> Result<(), Refusal> {
    let fields = &request.params;
    let allowed: &[&str] = match method {
        "getMe" | "getWebhookInfo" => &[],
        "deleteWebhook" => &["drop_pending_updates"],
        "getUpdates" => &["offset", "limit", "timeout", "allowed_updates"],
        "setWebhook" => {
            &["url", "max_connections", "allowed_updates", "secret_token", "drop_pending_updates"]
        }
        "sendMessage" => &[
            "chat_id",
            "text",
            "entities",
            "link_preview_options",
            "reply_markup",
            "reply_parameters",
            "message_thread_id",
        ],
        "sendPhoto" => &[
            "chat_id",
            "photo",
            "caption",
            "caption_entities",
            "reply_markup",
            "message_thread_id",
            "reply_parameters",
        ],
        "editMessageText" => {
            &["chat_id", "message_id", "text", "entities", "link_preview_options", "reply_markup"]
        }
        "sendDocument" | "sendVoice" | "sendAudio" | "sendVideo" | "sendAnimation" => &[
            "chat_id",
            field_of(method),
            "caption",
            "caption_entities",
            "message_thread_id",
            "reply_parameters",
        ],
        "sendVideoNote" | "sendSticker" => {
            &["chat_id", field_of(method), "message_thread_id", "reply_parameters"]
        }
        "sendLocation" => {
            &["chat_id", "latitude", "longitude", "message_thread_id", "reply_parameters"]
        }
        "sendVenue" => &[
            "chat_id",
            "latitude",
            "longitude",
            "title",
            "address",
            "message_thread_id",
            "reply_parameters",
        ],
        "createForumTopic" => &["chat_id", "name", "icon_color", "icon_custom_emoji_id"],
        "reopenForumTopic" => &["chat_id", "message_thread_id"],
        "getFile" => &["file_id"],
        "editMessageCaption" => &["chat_id", "message_id", "caption", "caption_entities"],
        "editMessageReplyMarkup" => &["chat_id", "message_id", "reply_markup"],
        "answerCallbackQuery" => &["callback_query_id", "text", "show_alert", "url", "cache_time"],
        "sendChatAction" => &["chat_id", "action"],
        "setMyCommands" => &["commands", "scope", "language_code"],
        "deleteMessage" => &["chat_id", "message_id"],
        "setMessageReaction" => &["chat_id", "message_id", "reaction", "is_big"],
        "getChat" => &["chat_id"],
        "getChatMember" => &["chat_id", "user_id"],
        _ => return Err((404, "Not Found: method not found".to_owned())),
    };
    // The real one overlooks fields that it does not know; here they are mistakes of ours.
    if let Some(unknown) = fields.keys().find(|name| !allowed.contains(&name.as_str())) {
        return refuse(&format!("unknown field {unknown}"));
    }
    if fields.get("drop_pending_updates").is_some_and(|drop| *drop == Value::Bool(true)) {
        return refuse("updates that wait would be lost");
    }
    if allowed.contains(&"chat_id") && !fields.get("chat_id").is_some_and(Value::is_i64) {
        return refuse("chat_id is empty");
    }
    if allowed.contains(&"message_id") && !fields.get("message_id").is_some_and(Value::is_i64) {
        return refuse("message identifier is not specified");
    }
    // A topic is named, or it is none: zero and nothing are mistakes of ours.
    let thread = fields.get("message_thread_id");
    let named = thread.is_some_and(|topic| topic.as_i64().is_some_and(|topic| topic > 0));
    if (thread.is_some() || method == "reopenForumTopic") && !named {
        return refuse("message thread identifier is not specified");
    }
    match method {
        "getUpdates" => updates(fields),
        "createForumTopic" => {
            let name = fields.get("name").and_then(Value::as_str).unwrap_or_default();
            words(name, 1, 128, "topic name must be non-empty", "topic name is too long")
        }
        "setWebhook" => webhook(fields),
        "sendMessage" | "editMessageText" => {
            let text = fields.get("text").and_then(Value::as_str).unwrap_or_default();
            words(text, 1, 4096, "message text is empty", "message is too long")?;
            entities(text, fields.get("entities"))?;
            keyboard(fields.get("reply_markup"))
        }
        "sendPhoto" => photo(request),
        "sendDocument" | "sendVoice" | "sendAudio" | "sendVideo" | "sendVideoNote"
        | "sendAnimation" | "sendSticker" => file(method, request),
        "sendLocation" => place(fields),
        "sendVenue" => {
            let text = |name: &str| fields.get(name).and_then(Value::as_str).unwrap_or_default();
            if text("title").is_empty() || text("address").is_empty() {
                return refuse("title and address must be non-empty");
            }
            place(fields)
        }
        "editMessageCaption" => {
            let caption = fields.get("caption").and_then(Value::as_str).unwrap_or_default();
            words(caption, 0, 1024, "", "message caption is too long")?;
            entities(caption, fields.get("caption_entities"))
        }
        "editMessageReplyMarkup" => keyboard(fields.get("reply_markup")),
        "answerCallbackQuery" => {
            let text = fields.get("text").and_then(Value::as_str).unwrap_or_default();
            words(text, 0, 200, "", "MESSAGE_TOO_LONG")
        }
        "sendChatAction" => match fields.get("action").and_then(Value::as_str) {
            Some("typing" | "upload_photo" | "upload_document") => Ok(()),
            _ => refuse("wrong parameter action in request"),
        },
        "setMyCommands" => commands(fields),
        "getChatMember" if !fields.get("user_id").is_some_and(Value::is_i64) => {
            refuse("invalid user_id specified")
        }
        _ => Ok(()),
    }
}

fn words(text: &str, least: usize, most: usize, empty: &str, long: &str) -> Result<(), Refusal> {
    match units(text.trim()) {
        length if length < least => refuse(empty),
        _ if units(text) > most => refuse(long),
        _ if text.contains(|c: char| c.is_control() && c != '\n' && c != '\t') => {
            refuse("text must be encoded in UTF-8")
        }
        _ => Ok(()),
    }
}

fn entities(text: &str, entities: Option<&Value>) -> Result<(), Refusal> {
    let Some(entities) = entities else { return Ok(()) };
    let Some(entities) = entities.as_array() else { return refuse("can't parse entities") };
    let wide: Vec<u16> = text.encode_utf16().collect();
    for entity in entities {
        let number = |name: &str| entity[name].as_u64().and_then(|n| usize::try_from(n).ok());
        let (Some(offset), Some(length)) = (number("offset"), number("length")) else {
            return refuse("can't parse entities: offset and length are required");
        };
        let known = matches!(
            entity["type"].as_str(),
            Some(
                "bold"
                    | "italic"
                    | "underline"
                    | "strikethrough"
                    | "spoiler"
                    | "code"
                    | "pre"
                    | "blockquote"
                    | "text_link"
            )
        );
        let within = length > 0 && offset + length <= wide.len();
        let low = |at: usize| wide.get(at).is_some_and(|unit| (0xdc00..0xe000).contains(unit));
        if !known || !within || low(offset) || low(offset + length) {
            return refuse("ENTITY_BOUNDS_INVALID");
        }
    }
    Ok(())
}

fn keyboard(markup: Option<&Value>) -> Result<(), Refusal> {
    let Some(markup) = markup else { return Ok(()) };
    let Some(rows) = markup["inline_keyboard"].as_array() else {
        return refuse("object expected as reply markup");
    };
    let mut count = 0;
    for button in rows.iter().flat_map(|row| row.as_array().into_iter().flatten()) {
        count += 1;
        if button["text"].as_str().is_none_or(|text| text.trim().is_empty()) {
            return refuse("inline keyboard button text must be non-empty");
        }
        let actions = button.as_object().map_or(0, |fields| fields.len() - 1);
        if actions != 1 {
            return refuse("exactly one action is allowed in an inline keyboard button");
        }
        if let Some(data) = button.get("callback_data") {
            let size = data.as_str().map_or(0, str::len);
            if !(1..=64).contains(&size) {
                return refuse("BUTTON_DATA_INVALID");
            }
        }
    }
    if rows.iter().any(|row| row.as_array().is_none_or(|row| row.is_empty() || row.len() > 8)) {
        return refuse("wrong row of an inline keyboard");
    }
    if count > 100 {
        return refuse("reply markup is too long");
    }
    Ok(())
}

fn photo(request: &Request) -> Result<(), Refusal> {
    let fields = &request.params;
    let Some(photo) = fields.get("photo").and_then(Value::as_str) else {
        return refuse("there is no photo in the request");
    };
    if photo.starts_with("attach://") {
        let Some((_, _, size)) = request.files.iter().find(|(field, ..)| field == "photo") else {
            return refuse("there is no photo in the request");
        };
        match *size {
            0 => return refuse("file must be non-empty"),
            10_000_001.. => return Err((413, "Request Entity Too Large".to_owned())),
            _ => {}
        }
    }
    let caption = fields.get("caption").and_then(Value::as_str).unwrap_or_default();
    words(caption, 0, 1024, "", "message caption is too long")?;
    entities(caption, fields.get("caption_entities"))?;
    keyboard(fields.get("reply_markup"))
}

/// The field of the file in a method that sends one.
pub fn field_of(method: &str) -> &'static str {
    match method {
        "sendDocument" => "document",
        "sendVoice" => "voice",
        "sendAudio" => "audio",
        "sendVideo" => "video",
        "sendVideoNote" => "video_note",
        "sendAnimation" => "animation",
        "sendSticker" => "sticker",
        _ => "location",
    }
}

fn file(method: &str, request: &Request) -> Result<(), Refusal> {
    let (fields, field) = (&request.params, field_of(method));
    let Some(named) = fields.get(field).and_then(Value::as_str) else {
        return refuse(&format!("there is no {field} in the request"));
    };
    // Exactly the file that is spoken of comes along, and has a name.
    let of_field = |(name, file, _): &(String, String, usize)| name == field && !file.is_empty();
    let wanted = usize::from(named.starts_with("attach://"));
    if request.files.len() != wanted || !request.files.iter().all(of_field) {
        return refuse("the files are not those that are spoken of");
    }
    match request.files.first() {
        Some((_, _, 0)) => return refuse("file must be non-empty"),
        Some((_, _, 50_000_001..)) => return Err((413, "Request Entity Too Large".to_owned())),
        _ => {}
    }
    if method == "sendVoice" && request.files.iter().any(|(_, name, _)| !name.ends_with(".ogg")) {
        return refuse("a voice is OGG, MP3 or M4A");
    }
    let caption = fields.get("caption").and_then(Value::as_str).unwrap_or_default();
    words(caption, 0, 1024, "", "message caption is too long")?;
    entities(caption, fields.get("caption_entities"))
}

fn place(fields: &Map<String, Value>) -> Result<(), Refusal> {
    let within = |name: &str, most: f64| {
        fields.get(name).and_then(Value::as_f64).is_some_and(|degrees| degrees.abs() <= most)
    };
    match within("latitude", 90.0) && within("longitude", 180.0) {
        true => Ok(()),
        false => refuse("wrong latitude or longitude"),
    }
}

fn updates(fields: &Map<String, Value>) -> Result<(), Refusal> {
    let number = |name: &str| fields.get(name).map(|value| value.as_i64().unwrap_or(-1));
    if number("limit").is_some_and(|limit| !(1..=100).contains(&limit)) {
        return refuse("limit must be from 1 to 100");
    }
    if number("timeout").is_some_and(|timeout| !(0..=50).contains(&timeout)) {
        return refuse("timeout must be from 0 to 50");
    }
    if number("offset").is_some_and(|offset| offset < 0) {
        return refuse("a negative offset forgets updates");
    }
    allowed_updates(fields)
}

fn allowed_updates(fields: &Map<String, Value>) -> Result<(), Refusal> {
    const KNOWN: [&str; 7] = [
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
        "chat_member",
        "message_reaction",
        "poll",
    ];
    let named = fields.get("allowed_updates").and_then(Value::as_array);
    let strange = |name: &Value| !name.as_str().is_some_and(|name| KNOWN.contains(&name));
    match named.into_iter().flatten().any(strange) {
        true => refuse("unknown kind of update"),
        false => Ok(()),
    }
}

fn webhook(fields: &Map<String, Value>) -> Result<(), Refusal> {
    let url = fields.get("url").and_then(Value::as_str).unwrap_or_default();
    if !url.starts_with("https://") {
        return refuse("bad webhook: An HTTPS URL must be provided for webhook");
    }
    if let Some(secret) = fields.get("secret_token") {
        let secret = secret.as_str().unwrap_or_default();
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        if !(1..=256).contains(&secret.len()) || !secret.chars().all(plain) {
            return refuse("secret token contains illegal symbols");
        }
    }
    if fields.get("max_connections").is_some_and(|n| !(1..=100).contains(&n.as_i64().unwrap_or(0)))
    {
        return refuse("max_connections must be from 1 to 100");
    }
    allowed_updates(fields)
}

fn commands(fields: &Map<String, Value>) -> Result<(), Refusal> {
    let Some(commands) = fields.get("commands").and_then(Value::as_array) else {
        return refuse("expected an Array of BotCommand");
    };
    if commands.len() > 100 {
        return refuse("BOT_COMMANDS_TOO_MUCH");
    }
    for command in commands {
        let name = command["command"].as_str().unwrap_or_default();
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if !(1..=32).contains(&name.len()) || !name.chars().all(plain) {
            return refuse("BOT_COMMAND_INVALID");
        }
        let words = command["description"].as_str().unwrap_or_default();
        if !(1..=256).contains(&units(words)) {
            return refuse("BOT_COMMAND_DESCRIPTION_INVALID");
        }
    }
    match fields.get("language_code").map(|code| code.as_str().unwrap_or("?")) {
        Some(code) if code.len() != 2 || !code.chars().all(|c| c.is_ascii_lowercase()) => {
            refuse("LANG_CODE_INVALID")
        }
        _ => Ok(()),
    }
}
