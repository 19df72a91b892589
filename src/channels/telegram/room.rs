//! Where a message goes: a chat, or a topic of a group; and what it is called there.

use serde_json::Value;
use teloxide_core::types::{ChatId, MessageId, Recipient, ThreadId};

/// A chat, or a topic of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Room {
    /// The chat.
    pub(super) chat: i64,
    /// The topic.
    pub(super) topic: Option<i32>,
}

impl From<i64> for Room {
    fn from(chat: i64) -> Self {
        Self { chat, topic: None }
    }
}

impl Room {
    pub(super) fn recipient(self) -> Recipient {
        Recipient::Id(ChatId(self.chat))
    }

    pub(super) fn thread(self) -> Option<ThreadId> {
        self.topic.map(|topic| ThreadId(MessageId(topic)))
    }

    /// What we call a message there. Numbers repeat from chat to chat, and a rep has a private chat
    /// beside the topics, so that of a topic names its group.
    pub(super) fn name(self, message: i64) -> String {
        match self.topic {
            Some(_) => format!("{}/{message}", self.chat),
            None => message.to_string(),
        }
    }

    /// The number of a message of this room by our name for it; none for one of another chat.
    pub(super) fn number_of(self, name: &str) -> Option<i32> {
        let (chat, number) = read_name(name)?;
        let here = match chat {
            Some(chat) => chat == self.chat,
            None => self.topic.is_none(),
        };
        here.then_some(number)
    }

    /// The number of a message of ours that landed elsewhere: where a topic is gone, the platform
    /// may say yes all the same and put it among what is of no topic. An answer that makes no sense
    /// tells nothing.
    pub(super) fn strayed(self, answer: Option<&Value>) -> Option<i32> {
        let (topic, message) = (self.topic?, answer?);
        let there = message["message_thread_id"].as_i64() == Some(i64::from(topic))
            && message["is_topic_message"] == Value::Bool(true);
        let number = message["message_id"].as_i64().and_then(|id| i32::try_from(id).ok());
        number.filter(|_| !there)
    }
}

/// Ends the name of a message that says what several were to say.
const JOINED: &str = "+";

/// What we call a message that several have become: it is never changed for one of them.
pub(super) fn joined(name: &str) -> String {
    format!("{name}{JOINED}")
}

/// Whether it was named so.
pub(super) fn is_joined(name: &str) -> bool {
    name.ends_with(JOINED)
}

/// Reads what [`Room::name`] wrote: the group, where it is named, and the number.
pub(super) fn read_name(name: &str) -> Option<(Option<i64>, i32)> {
    match name.split_once('/') {
        Some((chat, message)) => Some((Some(chat.parse().ok()?), message.parse().ok()?)),
        None => Some((None, name.parse().ok()?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_are_read_back() {
        let topic = Room { chat: -100, topic: Some(9) };
        assert_eq!(read_name(&topic.name(12)), Some((Some(-100), 12)));
        assert_eq!(read_name(&Room::from(7).name(12)), Some((None, 12)));
        assert_eq!(read_name("7/"), None);
        assert!(is_joined(&joined(&topic.name(12))) && !is_joined(&topic.name(12)));
        assert_eq!(read_name(&joined(&topic.name(12))), None);
    }

    #[test]
    fn a_message_that_landed_elsewhere_is_noticed() {
        let topic = Room { chat: -100, topic: Some(9) };
        let check = |answer: Value| topic.strayed(Some(&answer));
        let of = |topic: i64| json!({ "message_id": 12, "message_thread_id": topic, "is_topic_message": true });
        assert_eq!(check(of(9)), None);
        assert_eq!(check(of(8)), Some(12));
        assert_eq!(check(json!({ "message_id": 12 })), Some(12));
        // A thread of answers, and no topic.
        assert_eq!(check(json!({ "message_id": 12, "message_thread_id": 9 })), Some(12));
        assert_eq!(check(json!("nonsense")), None);
        assert_eq!(Room::from(7).strayed(Some(&json!({ "message_id": 12 }))), None);
    }
}
