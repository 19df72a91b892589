//! Single fields of updates, as far as they are what they should be.

use chrono::{DateTime, Utc};

use super::wire::{Chat, Message, User};
use crate::domain::ids::Locale;

/// The longest payload of a link.
const PAYLOAD: usize = 64;

pub(super) fn is_private(chat: &Chat) -> bool {
    chat.kind == "private" || (chat.kind.is_empty() && chat.id > 0)
}

pub(super) fn is_payload(text: &str) -> bool {
    (1..=PAYLOAD).contains(&text.len())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

/// Somebody's public name, when it is one as Telegram gives them: it becomes part of an address.
pub(super) fn handle_of(user: &User) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let name = user.username.as_deref()?;
    ((4..=32).contains(&name.len()) && name.chars().all(plain)).then(|| name.to_owned())
}

/// The language of somebody's app, when it says one that looks like a tag.
pub(super) fn locale_of(user: &User) -> Option<Locale> {
    let code = user.language_code.as_deref()?;
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    ((2..=16).contains(&code.len()) && code.chars().all(plain)).then(|| Locale::from(code))
}

/// The platform's time, unless it is none.
pub(super) fn moment(seconds: i64, now: DateTime<Utc>) -> DateTime<Utc> {
    match DateTime::from_timestamp(seconds, 0) {
        // A clock that is ahead of ours would make answers wait.
        Some(at) if seconds > 0 => at.min(now),
        _ => now,
    }
}

/// What is on the pressed button.
pub(super) fn label_of(message: &Message, data: &str) -> Option<String> {
    let rows = &message.reply_markup.as_ref()?.inline_keyboard;
    let pressed = rows.iter().flatten().find(|b| b.callback_data.as_deref() == Some(data))?;
    Some(pressed.text.clone())
}

/// What a message without words is of, in one word; none for what the app itself says, such as that
/// a message was pinned.
pub(super) fn media(message: &Message) -> Option<&'static str> {
    // An animation comes as a document, too, and a venue as a location.
    const KINDS: &[(&str, &str)] = &[
        ("photo", "photo"),
        ("voice", "voice"),
        ("sticker", "sticker"),
        ("video_note", "video"),
        ("video", "video"),
        ("animation", "animation"),
        ("audio", "audio"),
        ("document", "document"),
        ("venue", "location"),
        ("location", "location"),
        ("poll", "poll"),
        ("dice", "dice"),
        ("game", "game"),
        ("story", "story"),
        ("paid_media", "photo"),
        ("checklist", "checklist"),
    ];
    KINDS.iter().find(|(field, _)| message.other.contains_key(*field)).map(|(_, kind)| *kind)
}
