//! What reps write at their own places, made plain: in private chats and in topics.

use crate::app::reps::Hand;
use crate::domain::along::{Along, Reaction};
use crate::domain::ids::Channel;

use super::fields::{is_private, media};
use super::media::shared;
use super::reactions::reaction;
use super::room::Room;
use super::wire::Update;

/// Who wrote in private, what, and which message they answer: all that is needed when it is a rep.
pub(super) fn at_place(update: &Update) -> Option<(Hand, Option<String>, Option<i64>)> {
    let message = update.message.as_ref()?;
    let from = message.from.as_ref().filter(|from| !from.is_bot && is_private(&message.chat))?;
    let (text, styles) = message.words().unwrap_or_default();
    let hand = Hand {
        channel: Channel::Telegram,
        user: from.id.to_string(),
        update: update.update_id,
        message: Some(message.message_id),
        at: None,
        along: Along { media: shared(message), styles, quotes: message.quotes() },
    };
    let text = Some(text).filter(|text| !text.trim().is_empty());
    Some((hand, text, message.replies_to()))
}

/// Who edited a message in private, and how it reads now: all that is needed when it is a rep.
pub(super) fn edited_at_place(update: &Update) -> Option<(Hand, String)> {
    let message = update.edited_message.as_ref()?;
    let from = message.from.as_ref().filter(|from| !from.is_bot && is_private(&message.chat))?;
    let (text, styles) = message.words()?;
    let hand = Hand {
        channel: Channel::Telegram,
        user: from.id.to_string(),
        update: update.update_id,
        message: Some(message.message_id),
        at: None,
        along: Along { styles, ..Along::default() },
    };
    Some((hand, text))
}

/// Who put a sign at a message at a place of reps, or took it away: all that is needed when it is a
/// rep.
pub(super) fn reacted_at_place(update: &Update) -> Option<(Hand, Reaction)> {
    let reacted = update.message_reaction.as_ref()?;
    let user = reacted.user.as_ref().filter(|user| !user.is_bot)?;
    let hand = Hand {
        channel: Channel::Telegram,
        user: user.id.to_string(),
        update: update.update_id,
        message: None,
        at: (!is_private(&reacted.chat)).then(|| reacted.chat.id.to_string()),
        along: Along::default(),
    };
    Some((hand, reaction(reacted)?))
}

/// Something that somebody wrote in a topic of a group: all that is needed when it is a rep.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct InTopic {
    /// Who, and by which update.
    pub(super) hand: Hand,
    /// Where.
    pub(super) room: Room,
    /// What they wrote, if they wrote anything.
    pub(super) text: Option<String>,
    /// The message that they replied to.
    pub(super) answers: Option<i64>,
    /// They changed what they had written.
    pub(super) edited: bool,
}

/// What was written or edited in a topic; none for what the app itself says there, such as that it
/// was closed, and for commands to other bots. `username` is ours, without `@`.
pub(super) fn in_topic(update: &Update, username: Option<&str>) -> Option<InTopic> {
    let edited = update.message.is_none();
    let message = update.message.as_ref().or(update.edited_message.as_ref())?;
    let from = message.from.as_ref().filter(|from| !from.is_bot && !is_private(&message.chat))?;
    let topic = message.topic().and_then(|topic| i32::try_from(topic).ok())?;
    let (text, styles) = message.words().unwrap_or_default();
    let text = Some(text).filter(|text| !text.trim().is_empty());
    if text.is_none() && (edited || message.contact.is_none() && media(message).is_none()) {
        return None;
    }
    if text.as_deref().is_some_and(|text| is_for_another(text, username)) {
        return None;
    }
    let hand = Hand {
        channel: Channel::Telegram,
        user: from.id.to_string(),
        update: update.update_id,
        message: Some(message.message_id),
        at: Some(message.chat.id.to_string()),
        along: match edited {
            true => Along { styles, ..Along::default() },
            false => Along { media: shared(message), styles, quotes: message.quotes() },
        },
    };
    let room = Room { chat: message.chat.id, topic: Some(topic) };
    Some(InTopic { hand, room, text, answers: message.replies_to(), edited })
}

/// Whether it is a command that names another bot than us.
fn is_for_another(text: &str, username: Option<&str>) -> bool {
    let command =
        text.trim_start().strip_prefix('/').and_then(|text| text.split_whitespace().next());
    let named = command.and_then(|command| command.split_once('@')).map(|(_, name)| name);
    match (named, username) {
        (Some(named), Some(ours)) => !named.eq_ignore_ascii_case(ours),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn heard(fields: Value) -> Option<InTopic> {
        let mut message = json!({ "message_id": 20, "date": 1, "message_thread_id": 9,
            "is_topic_message": true, "chat": { "id": -100, "type": "supergroup" },
            "from": { "id": 71, "is_bot": false, "first_name": "Kim" } });
        for (name, field) in fields.as_object().expect("fields") {
            message[name] = field.clone();
        }
        let update = json!({ "update_id": 3, "message": message });
        in_topic(&serde_json::from_value(update).expect("an update"), Some("PiaBot"))
    }

    #[test]
    fn words_of_a_topic() {
        let first = json!({ "message_id": 9, "forum_topic_created": { "name": "Ann" } });
        let plain = heard(json!({ "text": "hello", "reply_to_message": first })).expect("words");
        assert_eq!(plain.room, Room { chat: -100, topic: Some(9) });
        assert_eq!((plain.text.as_deref(), plain.answers), (Some("hello"), None));
        assert_eq!(plain.hand.at.as_deref(), Some("-100"));
        let answer = heard(json!({ "text": "so", "reply_to_message": { "message_id": 12 } }));
        assert_eq!(answer.expect("words").answers, Some(12));
        assert!(heard(json!({ "text": "hello", "is_topic_message": false })).is_none());
        assert!(heard(json!({ "dice": { "emoji": "🎲", "value": 3 } })).is_some());
    }

    #[test]
    fn what_the_app_says_and_commands_to_others_are_no_words() {
        for said in ["forum_topic_closed", "forum_topic_reopened", "forum_topic_edited"] {
            assert_eq!(heard(json!({ said: {} })), None, "{said}");
        }
        assert_eq!(heard(json!({ "forum_topic_created": { "name": "Ann" } })), None);
        assert_eq!(heard(json!({ "text": "/bot@OtherBot" })), None);
        assert!(heard(json!({ "text": "/bot@piabot" })).is_some());
        assert!(heard(json!({ "text": "/bot" })).is_some());
    }
}
