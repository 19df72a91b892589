//! What arrived although nobody knows it: messages of ours found again in a channel.
//!
//! Pure.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::outward::Draft;
use super::wire::{Message, Snowflake};

/// Which drafts are among the channel's last messages, newest first. A message is known by its
/// nonce; where Discord no longer tells it, by its words and buttons. The same reply may rightly have
/// been given before: only what came behind the message that these follow can be one of them, and
/// where that is not known, only what stands behind the last words of the other side.
#[must_use]
pub fn arrived(
    messages: &[Message],
    us: Snowflake,
    drafts: &[Draft],
    follows: Option<Snowflake>,
) -> HashMap<String, String> {
    let mut found = HashMap::new();
    let mut answered = false;
    for message in messages.iter().filter(|message| follows.is_none_or(|id| message.id > id)) {
        let Some(author) = &message.author else { continue };
        if author.id != us {
            answered = follows.is_none();
            continue;
        }
        let named = |draft: &Draft| {
            message.nonce.as_ref().and_then(Value::as_str) == Some(draft.nonce.as_str())
        };
        let alike = |draft: &Draft| {
            !answered
                && message.nonce.is_none()
                && draft.body["content"] == json!(message.content)
                && ids_of(&draft.body["components"]) == ids_of(&json!(message.components))
        };
        let draft = drafts.iter().find(|draft| named(draft)).or_else(|| {
            drafts.iter().find(|draft| !found.contains_key(&draft.nonce) && alike(draft))
        });
        if let Some(draft) = draft {
            found.insert(draft.nonce.clone(), message.id.to_string());
        }
    }
    found
}

/// The ids of all components, which carry the turn.
fn ids_of(rows: &Value) -> Vec<String> {
    let rows = rows.as_array().into_iter().flatten();
    let components = rows.filter_map(|row| row["components"].as_array()).flatten();
    components.filter_map(|one| one["custom_id"].as_str().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(nonce: &str, content: &str, button: Option<&str>) -> Draft {
        let mut body = json!({ "content": content });
        if let Some(id) = button {
            body["components"] = json!([{ "type": 1, "components": [{ "custom_id": id }] }]);
        }
        Draft { body, nonce: nonce.to_owned(), picture: None }
    }

    fn check(messages: Value, drafts: &[Draft], expected: &[(&str, &str)]) {
        check_behind(None, messages, drafts, expected);
    }

    fn check_behind(
        follows: Option<u64>,
        messages: Value,
        drafts: &[Draft],
        expected: &[(&str, &str)],
    ) {
        let messages: Vec<Message> = serde_json::from_value(messages).expect("messages");
        let found = arrived(&messages, Snowflake(900), drafts, follows.map(Snowflake));
        let mut found: Vec<_> = found.iter().map(|(n, id)| (n.as_str(), id.as_str())).collect();
        found.sort_unstable();
        assert_eq!(found, expected);
    }

    fn ours(id: u64, content: &str) -> Value {
        json!({ "id": id, "channel_id": 1, "author": { "id": "900" }, "content": content })
    }

    fn theirs(id: u64) -> Value {
        json!({ "id": id, "channel_id": 1, "author": { "id": "42" }, "content": "hm" })
    }

    #[test]
    fn what_arrived_is_known_by_its_nonce() {
        let mut named = ours(7, "other words");
        named["nonce"] = json!("abc");
        let messages = json!([theirs(9), named]);
        check(messages, &[draft("abc", "Hello", None)], &[("abc", "7")]);
    }

    #[test]
    fn without_a_nonce_words_and_buttons_tell() {
        let drafts = [draft("a", "One", None), draft("b", "Two", Some("option.x|3"))];
        let mut two = ours(8, "Two");
        two["components"] = drafts[1].body["components"].clone();
        check(json!([two, ours(7, "One")]), &drafts, &[("a", "7"), ("b", "8")]);
        check(json!([ours(8, "Two"), ours(7, "One")]), &drafts, &[("a", "7")]);
    }

    #[test]
    fn the_same_words_before_the_last_question_are_another_reply() {
        let messages = json!([theirs(9), ours(7, "Hello")]);
        check(messages, &[draft("abc", "Hello", None)], &[]);
    }

    #[test]
    fn the_reply_before_is_not_taken_for_this_one() {
        let hello = [draft("abc", "Hello", None)];
        check_behind(Some(7), json!([ours(7, "Hello"), theirs(5)]), &hello, &[]);
        let again = json!([theirs(9), ours(8, "Hello"), ours(7, "Hello")]);
        check_behind(Some(7), again, &hello, &[("abc", "8")]);
    }
}
