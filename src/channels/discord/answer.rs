//! The first answers to interactions, which must come within three seconds: they need no database.
//!
//! Pure, but for the words of the house that are handed in.

use serde_json::{Value, json};

use super::inward::{Answer, Use};
use super::markup::cut;
use super::outward::{message, one_message, private_button};
use super::wire::Snowflake;
use crate::app::front::Front;
use crate::domain::ids::{Channel, Locale};

/// Only the person who used it sees the answer.
const FOR_THEM_ALONE: u64 = 1 << 6;
/// The longest question that is repeated.
const ECHOED: usize = 900;

/// The body of the answer.
#[must_use]
pub fn first_answer(used: &Use, front: &Front) -> Value {
    let locale = used.locale.clone().unwrap_or_else(|| Locale::from("en"));
    let say = |key: &str| front.words(&locale, key, None);
    match &used.answer {
        // Those of the desk are answered when they are done.
        Answer::Taken | Answer::Desk(_) => json!({ "type": 6 }),
        Answer::NoCompletions => json!({ "type": 8, "data": { "choices": [] } }),
        Answer::Moment => spoken(message(&one_message(&say("command-taken")))),
        Answer::Echo(text) => spoken(message(&quoted(text))),
        Answer::InPrivate => {
            let mut data = message(&one_message(&say("public-private")));
            data["flags"] = json!(FOR_THEM_ALONE);
            spoken(data)
        }
        Answer::Facts(text) => {
            let facts = front.facts(Channel::Discord, text, used.locale.as_ref());
            let mut data = message(&one_message(&facts.text));
            data["components"] = private_button(&front.words(&facts.locale, "public-button", None));
            spoken(data)
        }
    }
}

/// A word that only whoever pressed reads.
#[must_use]
pub fn word(text: &str) -> Value {
    let mut data = message(&one_message(text));
    data["flags"] = json!(FOR_THEM_ALONE);
    spoken(data)
}

/// The same with the thread where it goes on: one press leads there.
#[must_use]
pub fn word_and_thread(text: &str, thread: Snowflake) -> Value {
    let mut answer = word(text);
    answer["data"]["content"] = json!(format!("{}\n➜ <#{thread}>", one_message(text)));
    answer
}

fn spoken(data: Value) -> Value {
    json!({ "type": 4, "data": data })
}

/// The question as it was asked, so that it stands above its answer.
fn quoted(text: &str) -> String {
    let lines: Vec<String> =
        one_message(&cut(text, ECHOED)).lines().map(|line| format!("> {line}")).collect();
    cut(&lines.join("\n"), super::markup::LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_quoted_line_by_line() {
        assert_eq!(quoted("how *far*?\nand how fast?"), "> how \\*far\\*?\n> and how fast?");
        assert!(quoted(&"a\n".repeat(900)).encode_utf16().count() <= 2000);
    }
}
