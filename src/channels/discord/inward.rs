//! Events made plain: what Discord tells, as an [`Incoming`] or what else is to be done about it.
//!
//! Pure: no clock, no network. Start reading at [`heard`].

mod used;

use chrono::{DateTime, Utc};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::desk::{Deleted, Written};
use super::media::{VOICE, shared};
use super::mentions::Named;
use super::reactions::{Reacted, reacted};
use super::reading;
use super::wire::{Interaction, Message, Snowflake, User};
use crate::app::reps::Hand;
use crate::domain::along::{Along, Quoted};
use crate::domain::contact::Identity;
use crate::domain::event::{Event, Incoming};
use crate::domain::ids::{AccountId, Channel};
use crate::domain::style::Styled;

use used::interaction;
pub use used::{Answer, PRIVATE_BUTTON, SELECT, Use};

/// Who we are, as far as reading events needs it.
#[derive(Clone, Debug)]
pub struct Us {
    /// Our account.
    pub account: AccountId,
    /// Our user.
    pub user: Snowflake,
}

/// What an event comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// Somebody wrote in private.
    Said {
        /// The turn it makes.
        incoming: Incoming,
        /// The private channel it came from.
        talk: Snowflake,
    },
    /// Somebody edited what they wrote in private.
    Edited {
        /// Who.
        who: Identity,
        /// Which message.
        message: i64,
        /// The new words, and how they are set.
        words: (String, Vec<Styled>),
    },
    /// Somebody has taken back what they wrote in private.
    Withdrawn {
        /// The private channel; Discord does not say whose.
        talk: Snowflake,
        /// Which message.
        message: i64,
    },
    /// Somebody put a sign at a message, or took it away.
    Reacted(Reacted),
    /// Somebody wrote in a channel of a server, without a mention: a rep, perhaps.
    Written(Written),
    /// Somebody edited what they wrote in a channel of a server.
    Rewritten(Written),
    /// A message in a channel of a server is gone.
    Deleted(Deleted),
    /// We were mentioned in a server.
    Mentioned(Mention),
    /// A command or a component was used.
    Used(Use),
    /// Nothing for us.
    Nothing,
}

/// We were mentioned in a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where.
    pub channel: Snowflake,
    /// The message.
    pub message: Snowflake,
    /// Who wrote it.
    pub author: Snowflake,
    /// The words without the mention.
    pub text: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Reads an event. `now` stands in where the event has no time.
#[must_use]
pub fn heard(kind: &str, event: &Value, us: &Us, now: DateTime<Utc>) -> Heard {
    let read = match kind {
        "MESSAGE_CREATE" => {
            Message::deserialize_from(event).map(|message| message_heard(&message, us, now))
        }
        "MESSAGE_UPDATE" => Message::deserialize_from(event).map(|message| edited(&message, us)),
        "MESSAGE_DELETE" => Message::deserialize_from(event).map(|message| deleted(&message)),
        "MESSAGE_REACTION_ADD" | "MESSAGE_REACTION_REMOVE" => {
            let reacted = reacted(kind, event, now).filter(|reacted| reacted.user != us.user);
            reacted.map(Heard::Reacted)
        }
        "INTERACTION_CREATE" => {
            Interaction::deserialize_from(event).map(|used| interaction(&used, us, now))
        }
        _ => None,
    };
    read.unwrap_or(Heard::Nothing)
}

trait FromValue: Sized {
    fn deserialize_from(value: &Value) -> Option<Self>;
}

impl<T: serde::de::DeserializeOwned> FromValue for T {
    fn deserialize_from(value: &Value) -> Option<Self> {
        T::deserialize(value).ok()
    }
}

/// A message that was made, live or fetched later.
#[must_use]
pub fn message_heard(message: &Message, us: &Us, now: DateTime<Utc>) -> Heard {
    let Some(author) = &message.author else { return Heard::Nothing };
    let by_person = !author.bot && author.id != us.user && message.webhook_id.is_none();
    // Joins, pins and calls are told as messages too.
    if !by_person || !matches!(message.kind, 0 | 19) {
        return Heard::Nothing;
    }
    let at = time_of(message, now);
    let (words, styles) = read(message);
    let along = Along { media: shared(message), styles, quotes: quotes(message) };
    if message.guild_id.is_some() {
        let mention = message.mentions.iter().any(|user| user.id == us.user).then(|| Mention {
            channel: message.channel_id,
            message: message.id,
            author: author.id,
            text: without_mention(message, us.user),
            at,
        });
        // Whoever answers a message of ours mentions us by that: a rep who answers means the talk.
        let mention = match mention {
            Some(mention) if message.kind != 19 => return Heard::Mentioned(mention),
            mention => mention,
        };
        let number = message.id.number();
        let hand = Hand {
            channel: Channel::Discord,
            user: author.id.to_string(),
            update: number,
            message: Some(number),
            at: None,
            along,
        };
        let text = Some(words).filter(|words| !words.trim().is_empty());
        let answers = message.message_reference.and_then(|answered| answered.message_id);
        let channel = message.channel_id;
        return Heard::Written(Written { hand, channel, text, answers, mention });
    }
    let event = match media(message) {
        Some(kind) if words.trim().is_empty() => Event::Media { kind: kind.to_owned() },
        _ if words.trim().is_empty() => Event::Media { kind: "other".to_owned() },
        _ => Event::Said { text: words },
    };
    let incoming = Incoming {
        identity: identity(us, author.id),
        update_id: message.id.number(),
        message: None,
        name: name(author),
        handle: None,
        locale_hint: None,
        along,
        event,
        at,
    };
    Heard::Said { incoming, talk: message.channel_id }
}

/// A message that somebody edited, live or fetched later.
#[must_use]
pub fn edited(message: &Message, us: &Us) -> Heard {
    let Some(author) = message.author.as_ref().filter(|_| message.content.is_some()) else {
        return Heard::Nothing;
    };
    let (text, styles) = read(message);
    // Discord also tells an update when it adds a preview; then nobody has edited anything.
    let by_person = !author.bot && author.id != us.user;
    let Some(at) = message.edited_timestamp.as_deref().filter(|_| by_person) else {
        return Heard::Nothing;
    };
    if message.guild_id.is_some() {
        let hand = Hand {
            channel: Channel::Discord,
            user: author.id.to_string(),
            update: numbered("edited", message.id, at),
            message: Some(message.id.number()),
            at: None,
            along: Along { styles, ..Along::default() },
        };
        let text = Some(text).filter(|words| !words.trim().is_empty());
        let answers = None;
        return Heard::Rewritten(Written {
            hand,
            channel: message.channel_id,
            text,
            answers,
            mention: None,
        });
    }
    let (who, message) = (identity(us, author.id), message.id.number());
    Heard::Edited { who, message, words: (text, styles) }
}

fn deleted(message: &Message) -> Heard {
    if message.guild_id.is_none() {
        return Heard::Withdrawn { talk: message.channel_id, message: message.id.number() };
    }
    let (channel, message) = (message.channel_id, message.id);
    Heard::Deleted(Deleted { channel, message, update: numbered("deleted", message, "") })
}

/// The words of a message, and how they are set.
fn read(message: &Message) -> (String, Vec<Styled>) {
    let content = clean(message.content.as_deref().unwrap_or_default());
    reading::read(&content, &Named::of(message))
}

/// The message that it answers. A forwarded one refers to another, too, and answers nothing.
fn quotes(message: &Message) -> Option<Quoted> {
    let answered = message.message_reference.filter(|_| message.kind == 19)?.message_id?;
    let words = message.referenced_message.as_deref().map(|answered| read(answered).0);
    Some(Quoted::new(answered.number(), words.as_deref()))
}

/// A number for an event that has none: the same whenever it is told, and no other event's.
pub(super) fn numbered(what: &str, message: Snowflake, when: &str) -> i64 {
    let hash = Sha256::digest(format!("{what}/{message}/{when}").as_bytes());
    let bytes = hash.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    i64::try_from(bytes >> 2).unwrap_or(i64::MAX).max(1)
}

fn media(message: &Message) -> Option<&'static str> {
    if message.flags & VOICE != 0 {
        return Some("voice");
    }
    if !message.sticker_items.is_empty() {
        return Some("sticker");
    }
    if !message.message_snapshots.is_empty() {
        return Some("forward");
    }
    if message.poll.is_some() {
        return Some("poll");
    }
    let file = message.attachments.first()?;
    let kind = file.content_type.as_deref().unwrap_or_default();
    Some(match kind.split('/').next() {
        Some("image") => "photo",
        Some("audio") => "audio",
        Some("video") => "video",
        _ => "document",
    })
}

fn identity(us: &Us, user: Snowflake) -> Identity {
    Identity {
        channel: Channel::Discord,
        account: us.account.clone(),
        external_id: user.to_string(),
    }
}

/// What somebody is called.
pub(super) fn name(user: &User) -> Option<String> {
    let name = user.global_name.as_deref().or(user.username.as_deref())?;
    let name = clean(name).replace('\n', " ");
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

fn time_of(message: &Message, now: DateTime<Utc>) -> DateTime<Utc> {
    let told = message.timestamp.as_deref();
    let told = told.and_then(|text| DateTime::parse_from_rfc3339(text).ok());
    // A clock ahead of ours must not put the reply off.
    told.map_or(now, |at| at.with_timezone(&Utc).min(now))
}

/// Postgres takes no U+0000, and nobody means the others.
#[must_use]
pub fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// The words of a message that mentions us, without that.
fn without_mention(message: &Message, us: Snowflake) -> String {
    let text = clean(message.content.as_deref().unwrap_or_default());
    let text = text.replace(&format!("<@{us}>"), " ").replace(&format!("<@!{us}>"), " ");
    let (text, _) = reading::read(&text, &Named::of(message));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
