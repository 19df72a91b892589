//! What the platform's words of refusal mean. It has few codes and many sentences.

/// Nobody is there: blocked, deactivated, deleted, never met.
pub(super) fn is_gone(why: &str) -> bool {
    has(
        why,
        &[
            "chat not found",
            "user not found",
            "user is deactivated",
            "bot was blocked",
            "bot was kicked",
            "bot is not a member",
            "peer_id_invalid",
            "can't initiate conversation",
            "can't send messages to bots",
            "group chat was deactivated",
            "have no rights to send",
            "not enough rights to send",
            "chat_write_forbidden",
        ],
    )
}

/// An edit that changes nothing.
pub(super) fn is_same(why: &str) -> bool {
    has(why, &["message is not modified"])
}

/// An edit of the text of a message that has none.
pub(super) fn has_no_text(why: &str) -> bool {
    has(why, &["there is no text in the message to edit"])
}

/// A message that is to be deleted and is not there.
pub(super) fn is_missing(why: &str) -> bool {
    has(why, &["message to delete not found"])
}

/// A topic that is not there any more. Of one whose first message is long gone bots are told so, too.
pub(super) fn is_topic_gone(why: &str) -> bool {
    has(why, &["message thread not found", "topic_deleted", "topic_id_invalid", "topic not found"])
}

/// A topic that somebody has closed.
pub(super) fn is_topic_closed(why: &str) -> bool {
    has(why, &["topic_closed", "topic closed"])
}

/// A topic that is to be opened again and is open.
pub(super) fn is_open_topic(why: &str) -> bool {
    has(why, &["topic_not_modified"])
}

/// A group without topics.
pub(super) fn is_no_forum(why: &str) -> bool {
    has(why, &["chat is not a forum", "channel_forum_missing"])
}

/// It is the topic that was refused, and not what was to be said there.
pub(super) fn is_of_topic(why: &str) -> bool {
    is_topic_gone(why) || is_topic_closed(why) || is_no_forum(why)
}

/// The bot has a webhook, so it may not ask for updates.
pub(super) fn is_webhook_active(why: &str) -> bool {
    has(why, &["webhook"])
}

fn has(why: &str, words: &[&str]) -> bool {
    let why = why.to_lowercase();
    words.iter().any(|word| why.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_of_the_platform() {
        assert!(is_gone("Forbidden: bot was blocked by the user"));
        assert!(is_gone("Bad Request: chat not found"));
        assert!(is_gone("Bad Request: PEER_ID_INVALID"));
        assert!(!is_gone("Bad Request: message text is empty"));
        assert!(is_topic_gone("Bad Request: message thread not found"));
        assert!(is_topic_closed("Bad Request: TOPIC_CLOSED"));
        assert!(is_no_forum("Bad Request: the chat is not a forum"));
        assert!(is_open_topic("Bad Request: TOPIC_NOT_MODIFIED"));
        assert!(!is_of_topic("Bad Request: not enough rights to create a topic"));
        assert!(is_same("Bad Request: message is not modified: specified new message content ..."));
        assert!(is_webhook_active(
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook"
        ));
        assert!(!is_webhook_active("Conflict: terminated by other getUpdates request"));
    }
}
