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
        assert!(is_same("Bad Request: message is not modified: specified new message content ..."));
        assert!(is_webhook_active(
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook"
        ));
        assert!(!is_webhook_active("Conflict: terminated by other getUpdates request"));
    }
}
