//! A forum of the fake: a group with topics, what the platform refuses there, and what people write.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::fake::{Fake, State, now, person};
use super::http::Request;
use super::rules;

/// A group that has topics.
#[derive(Clone, Debug, Default)]
pub struct Forum {
    /// The topics that are there: their names, and whether they are closed.
    pub topics: BTreeMap<i64, (String, bool)>,
    /// The bot has no right to make any.
    pub powerless: bool,
    /// What is sent to a topic that is gone lands among what is of no topic, and is no mistake.
    pub silent: bool,
    /// What people have written, by message.
    pub written: BTreeSet<i64>,
}

/// Where what is said in a topic is read: topics are numbered by messages, and groups lie far from
/// those.
pub fn place(chat: i64, topic: Option<i64>) -> i64 {
    topic.map_or(chat, |topic| -topic)
}

fn refuse<T>(why: &str) -> Result<T, rules::Refusal> {
    Err((400, format!("Bad Request: {why}")))
}

impl State {
    /// The topic that something is sent to; none when it lands elsewhere.
    pub fn topic_of(&self, request: &Request) -> Result<Option<i64>, rules::Refusal> {
        let number = |name: &str| request.params.get(name).and_then(Value::as_i64);
        let Some(topic) = number("message_thread_id") else { return Ok(None) };
        let forum = number("chat_id").and_then(|chat| self.forums.get(&chat));
        let Some(forum) = forum else { return refuse("message thread not found") };
        match forum.topics.get(&topic) {
            Some((_, true)) => refuse("TOPIC_CLOSED"),
            Some(_) => Ok(Some(topic)),
            None if forum.silent => Ok(None),
            None => refuse("message thread not found"),
        }
    }

    /// A sign must be one of those that there are, and the message must be there.
    pub fn may_sign(&self, chat: i64, message: i64, sign: &str) -> Result<(), rules::Refusal> {
        if !sign.is_empty() && !rules::SIGNS.split(' ').any(|known| known == sign) {
            return refuse("REACTION_INVALID");
        }
        match self.forums.get(&chat) {
            Some(forum) if !forum.written.contains(&message) => {
                refuse("message to react not found")
            }
            _ => Ok(()),
        }
    }

    pub fn make_topic(&mut self, chat: i64, name: &str) -> Result<Value, rules::Refusal> {
        let message = self.next_message + 1;
        let Some(forum) = self.forums.get_mut(&chat) else {
            return refuse("the chat is not a forum");
        };
        if forum.powerless {
            return refuse("not enough rights to create a topic");
        }
        // It begins with a message of the platform's, which has its number.
        forum.topics.insert(message, (name.to_owned(), false));
        self.next_message = message;
        self.note(chat, &format!("bot makes the topic {name}"));
        Ok(json!({ "message_thread_id": message, "name": name, "icon_color": 7_322_096 }))
    }

    pub fn reopen_topic(&mut self, chat: i64, topic: i64) -> Result<Value, rules::Refusal> {
        let Some(forum) = self.forums.get_mut(&chat) else {
            return refuse("the chat is not a forum");
        };
        match forum.topics.get_mut(&topic) {
            None => refuse("TOPIC_ID_INVALID"),
            Some((_, false)) => refuse("TOPIC_NOT_MODIFIED"),
            Some(_) if forum.powerless => refuse("not enough rights to reopen the topic"),
            Some((_, closed)) => {
                *closed = false;
                self.note(-topic, "bot opens the topic again");
                Ok(json!(true))
            }
        }
    }

    /// What the bot is in a group.
    pub fn member_of(&self, chat: i64) -> Value {
        let user = json!({ "id": 4242, "is_bot": true, "first_name": "Pia" });
        match self.forums.get(&chat) {
            Some(forum) => json!({ "status": "administrator", "user": user,
                "can_manage_topics": !forum.powerless }),
            None => json!({ "status": "member", "user": user }),
        }
    }
}

impl Fake {
    /// The group gets topics.
    pub fn has_topics(&self, chat: i64) {
        let mut state = self.state();
        state.chats.insert(chat);
        state.forums.insert(chat, Forum::default());
    }

    /// The topics of a group by their names, the oldest first.
    pub fn topics(&self, chat: i64) -> Vec<(i64, String)> {
        let state = self.state();
        let topics = &state.forums[&chat].topics;
        topics.iter().map(|(topic, (name, _))| (*topic, name.clone())).collect()
    }

    /// Waits for the newest topic of a group, when there are so many.
    pub async fn topic(&self, chat: i64, count: usize) -> i64 {
        self.until("a topic", |state| state.forums[&chat].topics.len() >= count).await;
        self.topics(chat).last().expect("a topic").0
    }

    /// Somebody deletes a topic, and all that was said in it is gone.
    pub fn deletes_topic(&self, chat: i64, topic: i64) {
        let mut state = self.state();
        state.note(-topic, "somebody deletes the topic");
        state.forums.get_mut(&chat).expect("a forum").topics.remove(&topic);
        state.messages.retain(|message| message.topic != Some(topic));
    }

    /// Somebody closes a topic, of which the app tells.
    pub fn closes_topic(&self, who: i64, chat: i64, topic: i64) {
        {
            let mut state = self.state();
            state.note(-topic, &format!("{who} closes the topic"));
            let forum = state.forums.get_mut(&chat).expect("a forum");
            forum.topics.get_mut(&topic).expect("a topic").1 = true;
        }
        self.in_topic(who, (chat, topic), json!({ "forum_topic_closed": {} }));
    }

    /// Somebody's message in a topic, with these fields: its number. As at the platform, what answers
    /// nothing answers the message that the topic began with.
    pub fn in_topic(&self, who: i64, (chat, topic): (i64, i64), fields: Value) -> i64 {
        let message = {
            let mut state = self.state();
            state.next_message += 1;
            let message = state.next_message;
            let said = fields["text"].as_str().map_or_else(|| fields.to_string(), str::to_owned);
            state.note(-topic, &format!("{who}: {said}"));
            state.forums.get_mut(&chat).expect("a forum").written.insert(message);
            message
        };
        let chat = json!({ "id": chat, "type": "supergroup", "is_forum": true });
        let first = json!({ "message_id": topic, "date": now(), "chat": chat,
            "message_thread_id": topic, "is_topic_message": true,
            "forum_topic_created": { "name": "…", "icon_color": 7_322_096 } });
        let mut value = json!({ "message_id": message, "date": now(), "chat": chat,
            "from": person(who, "en"), "message_thread_id": topic, "is_topic_message": true,
            "reply_to_message": first });
        for (name, field) in fields.as_object().expect("fields") {
            value[name] = field.clone();
        }
        self.push("message", value);
        message
    }

    /// Somebody says something in a topic.
    pub fn says_in_topic(&self, who: i64, place: (i64, i64), text: &str) -> i64 {
        self.in_topic(who, place, json!({ "text": text }))
    }

    /// Somebody answers a message in a topic.
    pub fn answers_in_topic(&self, who: i64, place: (i64, i64), to: i64, text: &str) -> i64 {
        let to = json!({ "message_id": to, "date": now(),
            "chat": { "id": place.0, "type": "supergroup" } });
        self.in_topic(who, place, json!({ "text": text, "reply_to_message": to }))
    }

    /// Somebody edits a message of theirs in a topic.
    pub fn edits_in_topic(&self, who: i64, (chat, topic): (i64, i64), message: i64, text: &str) {
        self.state().note(-topic, &format!("{who} edits: {text}"));
        self.push(
            "edited_message",
            json!({ "message_id": message, "date": now(), "edit_date": now(), "text": text,
                "chat": { "id": chat, "type": "supergroup", "is_forum": true },
                "message_thread_id": topic, "is_topic_message": true, "from": person(who, "en") }),
        );
    }

    /// The bot is made an administrator of a group who may do everything, of which the platform tells.
    pub fn promotes(&self, chat: i64) {
        self.state().forums.get_mut(&chat).expect("a forum").powerless = false;
        let us = json!({ "id": 4242, "is_bot": true, "first_name": "Pia" });
        self.push(
            "my_chat_member",
            json!({ "chat": { "id": chat, "type": "supergroup" }, "from": person(99, "en"),
                "date": now(), "old_chat_member": { "status": "member", "user": us },
                "new_chat_member": { "status": "administrator", "user": us } }),
        );
    }

    /// Whether the bot has put this sign at a message.
    pub async fn until_signed(&self, chat: i64, message: i64, sign: &str) {
        self.until(&format!("{sign} at {message}"), |state| {
            state.signs.iter().any(|(c, m, s)| (*c, *m, s.as_str()) == (chat, message, sign))
        })
        .await;
    }
}
