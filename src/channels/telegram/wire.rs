//! Updates as they come: only what we read of them, and lenient about the rest.
//!
//! Not teloxide's types: those refuse a whole update for a field that they do not know yet, and an
//! update that cannot be read is an update lost.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::styles;
use crate::domain::along::Quoted;
use crate::domain::style::Styled;

/// One update.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Update {
    pub(super) update_id: i64,
    pub(super) message: Option<Message>,
    pub(super) edited_message: Option<Message>,
    pub(super) callback_query: Option<Callback>,
    pub(super) my_chat_member: Option<Membership>,
    pub(super) message_reaction: Option<Reacted>,
}

/// Somebody changed their signs at a message.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Reacted {
    pub(super) chat: Chat,
    pub(super) message_id: i64,
    pub(super) user: Option<User>,
    #[serde(default)]
    pub(super) old_reaction: Vec<Value>,
    #[serde(default)]
    pub(super) new_reaction: Vec<Value>,
}

/// Somebody's account.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct User {
    pub(super) id: i64,
    #[serde(default)]
    pub(super) is_bot: bool,
    #[serde(default)]
    pub(super) first_name: String,
    pub(super) last_name: Option<String>,
    pub(super) username: Option<String>,
    pub(super) language_code: Option<String>,
}

/// Where it was said.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Chat {
    pub(super) id: i64,
    #[serde(rename = "type", default)]
    pub(super) kind: String,
}

/// A message. What it is of is told by its fields, so those are kept.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Message {
    pub(super) message_id: i64,
    pub(super) from: Option<User>,
    pub(super) chat: Chat,
    #[serde(default)]
    pub(super) date: i64,
    pub(super) edit_date: Option<i64>,
    pub(super) text: Option<String>,
    pub(super) caption: Option<String>,
    pub(super) contact: Option<Contact>,
    pub(super) reply_markup: Option<Keyboard>,
    #[serde(flatten)]
    pub(super) other: Map<String, Value>,
}

impl Message {
    /// The words, those under a file among them, and how they are set.
    pub(super) fn words(&self) -> Option<(String, Vec<Styled>)> {
        let text = self.text.as_deref().map(|text| (text, "entities"));
        let caption = || self.caption.as_deref().map(|text| (text, "caption_entities"));
        let (words, entities) = text.or_else(caption)?;
        Some(styles::read(words, self.other.get(entities)))
    }

    /// The message that it answers, with its words.
    pub(super) fn quotes(&self) -> Option<Quoted> {
        let message = self.replies_to()?;
        let answered = self.other.get("reply_to_message")?;
        let words = answered["text"].as_str().or_else(|| answered["caption"].as_str());
        Some(Quoted::new(message, words))
    }

    /// The message that it replies to. In a topic whatever answers nothing answers the message that
    /// the topic began with, which nobody wrote.
    pub(super) fn replies_to(&self) -> Option<i64> {
        let to = self.other.get("reply_to_message")?["message_id"].as_i64()?;
        (self.topic() != Some(to)).then_some(to)
    }

    /// The topic that it was written in. Answers in a group have threads, too, which are no topics.
    pub(super) fn topic(&self) -> Option<i64> {
        let told = self.other.get("is_topic_message")?.as_bool()?;
        self.other.get("message_thread_id")?.as_i64().filter(|_| told)
    }
}

/// A shared phone number.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Contact {
    pub(super) phone_number: String,
    #[serde(default)]
    pub(super) first_name: String,
    pub(super) last_name: Option<String>,
    pub(super) user_id: Option<i64>,
}

/// Buttons under a message of ours.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Keyboard {
    #[serde(default)]
    pub(super) inline_keyboard: Vec<Vec<Button>>,
}

/// One of them.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Button {
    #[serde(default)]
    pub(super) text: String,
    pub(super) callback_data: Option<String>,
}

/// A pressed button.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Callback {
    pub(super) id: String,
    pub(super) from: User,
    pub(super) message: Option<Message>,
    pub(super) data: Option<String>,
}

/// What we are in a chat, since just now.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Membership {
    pub(super) chat: Chat,
    pub(super) from: User,
    #[serde(default)]
    pub(super) date: i64,
    pub(super) new_chat_member: Member,
}

/// What somebody is in a chat.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Member {
    #[serde(default)]
    pub(super) status: String,
}

/// The number of an update, also of one that cannot be read otherwise.
pub(super) fn number(update: &Value) -> Option<i64> {
    update["update_id"].as_i64()
}
