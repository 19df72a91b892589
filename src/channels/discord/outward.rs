//! Replies made Discord's: an [`Outbound`] as the messages that are to be created.
//!
//! Pure. The text is escaped and split, buttons become components, and nobody is ever mentioned.
//! Start reading at [`drafts`].

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::inward::{PRIVATE_BUTTON, SELECT};
use super::markup::{LONGEST, cut, escaped};
use super::sheet::messages;
use crate::domain::ids::TurnNumber;
use crate::domain::reply::{Button, DeskButton, Outbound};

/// Buttons in a row, rows in a message, options in a select.
const ROW: usize = 5;
const ROWS: usize = 5;
const OPTIONS: usize = 25;
/// The longest label of a button, and of an option of a select.
const LABEL: usize = 80;
const OPTION: usize = 100;
/// The longest id of a component.
const CUSTOM_ID: usize = 100;

/// A message to be created.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The body of the request.
    pub body: Value,
    /// The name by which Discord knows that it came before.
    pub nonce: String,
    /// The picture goes with this one.
    pub picture: Option<String>,
}

/// The name of a message: the same whenever it is sent again.
#[derive(Clone, Debug)]
pub struct Name(pub String);

impl Name {
    /// 22 characters of base64url, of the 25 that a nonce may have.
    #[must_use]
    pub fn nonce(&self, part: usize) -> String {
        const SIGNS: &[u8; 64] =
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let hash = Sha256::digest(format!("{}/{part}", self.0).as_bytes());
        let mut bits: u32 = 0;
        let mut held = 0;
        let mut nonce = String::with_capacity(22);
        for byte in hash.iter().take(17) {
            bits = (bits << 8) | u32::from(*byte);
            held += 8;
            while held >= 6 && nonce.len() < 22 {
                held -= 6;
                let sign = (bits >> held) & 63;
                nonce.push(char::from(SIGNS[sign as usize]));
            }
            bits &= 0xffff;
        }
        nonce
    }
}

/// The messages of a reply, in their order. The picture goes with the first, the buttons with the
/// last.
#[must_use]
pub fn drafts(outbound: &Outbound, turn: TurnNumber, name: &Name) -> Vec<Draft> {
    let mut texts = messages(&outbound.spans, LONGEST);
    let components = components(&outbound.choices, turn);
    if texts.is_empty() && (outbound.picture.is_some() || !components.is_empty()) {
        // Buttons alone are a message; Discord takes none without a sign in it.
        let alone = if outbound.picture.is_some() { "" } else { "…" };
        texts.push(alone.to_owned());
    }
    let last = texts.len().saturating_sub(1);
    let make = |(part, text): (usize, String)| {
        let nonce = name.nonce(part);
        let mut body = message(&text);
        body["nonce"] = json!(nonce);
        body["enforce_nonce"] = json!(true);
        if part == last && !components.is_empty() {
            body["components"] = json!(components);
        }
        let picture = outbound.picture.clone().filter(|_| part == 0);
        Draft { body, nonce, picture }
    };
    texts.into_iter().enumerate().map(make).collect()
}

/// A card in the reps' chat is one message, whose later forms replace it.
#[must_use]
pub fn card(outbound: &Outbound, turn: TurnNumber, name: &Name) -> Draft {
    let nonce = name.nonce(0);
    let mut parts = messages(&outbound.spans, LONGEST - 2);
    let shortened = parts.len() > 1;
    let mut text = if parts.is_empty() { "…".to_owned() } else { parts.swap_remove(0) };
    if shortened {
        text.push_str(" …");
    }
    let mut body = message(&text);
    if let Some(user) = &outbound.reps.mention {
        // The one case in which somebody is mentioned: a rep, by number.
        body["content"] = json!(format!("<@{user}> {text}"));
        body["allowed_mentions"] = json!({ "parse": [], "users": [user], "replied_user": false });
    }
    body["nonce"] = json!(nonce);
    body["enforce_nonce"] = json!(true);
    let of_desk = &outbound.reps.buttons;
    body["components"] = match of_desk.is_empty() {
        true => json!(components(&outbound.choices, turn)),
        false => json!(desk_rows(of_desk)),
    };
    Draft { body, nonce, picture: None }
}

/// The card's new form: without what only a new message has, and with the buttons it has now.
#[must_use]
pub fn edit_of(card: &Draft) -> Value {
    let mut body = card.body.clone();
    if let Some(fields) = body.as_object_mut() {
        fields.remove("nonce");
        fields.remove("enforce_nonce");
    }
    body
}

/// A reply in a server: one message, under the one that mentioned us, with a way to the private
/// talk.
#[must_use]
pub fn public_reply(text: &str, button: &str, to: &str, name: &Name) -> Value {
    let mut body = message(&cut_escaped(&escaped(&printable(text))));
    body["nonce"] = json!(name.nonce(0));
    body["enforce_nonce"] = json!(true);
    body["message_reference"] = json!({ "message_id": to, "fail_if_not_exists": false });
    body["components"] = private_button(button);
    body
}

/// The button that leads to the private talk.
#[must_use]
pub fn private_button(label: &str) -> Value {
    let button = json!({
        "type": 2, "style": 1, "label": cut(&printable(label), LABEL), "custom_id": PRIVATE_BUTTON,
    });
    json!([{ "type": 1, "components": [button] }])
}

/// A message that mentions nobody, from escaped text.
#[must_use]
pub fn message(text: &str) -> Value {
    json!({ "content": text, "allowed_mentions": { "parse": [], "replied_user": false } })
}

/// Words for one message, escaped and within the limit.
#[must_use]
pub fn one_message(text: &str) -> String {
    cut_escaped(&escaped(&printable(text)))
}

fn cut_escaped(text: &str) -> String {
    let short = cut(text, LONGEST);
    // A backslash at the cut would take its meaning from the dots.
    short.strip_suffix("\\…").map_or(short.clone(), |kept| format!("{kept}…"))
}

fn printable(text: &str) -> String {
    super::inward::clean(text)
}

/// Rows of buttons; more than fit become selects.
fn components(choices: &[Button], turn: TurnNumber) -> Vec<Value> {
    let mut seen = std::collections::BTreeSet::new();
    // Two components of one id are refused.
    let choices: Vec<&Button> = choices
        .iter()
        .filter(|button| seen.insert(&button.id) && button.id.to_string().len() <= CUSTOM_ID)
        .collect();
    if choices.len() <= ROW * ROWS {
        return choices
            .chunks(ROW)
            .map(|row| {
                let buttons: Vec<Value> = row.iter().map(|choice| button(choice, turn)).collect();
                json!({ "type": 1, "components": buttons })
            })
            .collect();
    }
    choices
        .chunks(OPTIONS)
        .take(ROWS)
        .enumerate()
        .map(|(number, options)| {
            let options: Vec<Value> = options
                .iter()
                .map(|choice| {
                    json!({ "label": label(choice, OPTION), "value": choice.id.to_string() })
                })
                .collect();
            // Each select of a message needs an id of its own; the turn stays the last part.
            let id = match number {
                0 => format!("{SELECT}|{turn}"),
                _ => format!("{SELECT}{number}|{turn}"),
            };
            let select = json!({ "type": 3, "custom_id": id, "options": options });
            json!({ "type": 1, "components": [select] })
        })
        .collect()
}

/// The buttons of the desk.
fn desk_rows(buttons: &[DeskButton]) -> Vec<Value> {
    let made: Vec<Value> = buttons
        .iter()
        .map(|button| {
            let label = cut(&printable(&button.label), LABEL);
            json!({ "type": 2, "style": 2, "label": label, "custom_id": button.data })
        })
        .collect();
    made.chunks(ROW).map(|row| json!({ "type": 1, "components": row })).collect()
}

fn button(choice: &Button, turn: TurnNumber) -> Value {
    let with_turn = format!("{}|{turn}", choice.id);
    let id = if with_turn.len() <= CUSTOM_ID { with_turn } else { choice.id.to_string() };
    json!({ "type": 2, "style": 2, "label": label(choice, LABEL), "custom_id": id })
}

fn label(choice: &Button, longest: usize) -> String {
    let label = printable(&choice.label).replace('\n', " ");
    let label = label.trim();
    if label.is_empty() { choice.id.to_string() } else { cut(label, longest) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reply::{ChoiceId, Span};

    fn outbound(text: &str, choices: usize) -> Outbound {
        Outbound {
            v: 1,
            spans: vec![Span::written(text.to_owned())],
            choices: (0..choices)
                .map(|n| Button {
                    id: ChoiceId::Option(format!("o{n}").into()),
                    label: format!("Option {n}"),
                })
                .collect(),
            picture: None,
            unreachable: None,
            reps: Default::default(),
        }
    }

    fn made(outbound: &Outbound) -> Vec<Draft> {
        drafts(outbound, 12, &Name("key".to_owned()))
    }

    #[test]
    fn a_reply_mentions_nobody_and_is_named() {
        let [draft] = &made(&outbound("Hi *you* @everyone", 0))[..] else { panic!("one message") };
        assert_eq!(
            draft.body,
            json!({
                "content": "Hi \\*you\\* @everyone",
                "allowed_mentions": { "parse": [], "replied_user": false },
                "nonce": draft.nonce, "enforce_nonce": true,
            })
        );
        assert_eq!(draft.nonce.len(), 22);
    }

    #[test]
    fn names_are_the_same_each_time_and_differ_by_message() {
        let name = Name("discord/900/42/1/7/1".to_owned());
        assert_eq!(name.nonce(0), name.nonce(0));
        assert_ne!(name.nonce(0), name.nonce(1));
        assert_ne!(name.nonce(0), Name("discord/900/42/1/8/1".to_owned()).nonce(0));
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        for turn in 0..200 {
            let nonce = Name(turn.to_string()).nonce(0);
            assert!(nonce.len() == 22 && nonce.chars().all(plain), "{nonce}");
        }
    }

    #[test]
    fn buttons_stand_in_rows_of_five() {
        let drafts = made(&outbound("Which?", 7));
        let rows = drafts[0].body["components"].as_array().expect("rows");
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0]["components"].as_array().map(Vec::len), Some(5));
        assert_eq!(rows[1]["components"][1]["custom_id"], "option.o6|12");
        assert_eq!(rows[1]["components"][1]["label"], "Option 6");
    }

    #[test]
    fn more_than_fit_become_selects() {
        let drafts = made(&outbound("Which?", 30));
        let rows = drafts[0].body["components"].as_array().expect("rows");
        assert_eq!(rows.len(), 2);
        let select = &rows[0]["components"][0];
        assert_eq!((&select["type"], &select["custom_id"]), (&json!(3), &json!("pick|12")));
        assert_eq!(select["options"].as_array().map(Vec::len), Some(25));
        assert_eq!(rows[1]["components"][0]["custom_id"], "pick1|12");
        assert_eq!(rows[1]["components"][0]["options"][4]["value"], "option.o29");
    }

    #[test]
    fn ids_and_labels_keep_their_limits() {
        let mut reply = outbound("Which?", 2);
        reply.choices[0].id = ChoiceId::Option("x".repeat(91).into());
        reply.choices[0].label = "y".repeat(200);
        reply.choices[1].label = " \n".to_owned();
        reply.choices.push(reply.choices[1].clone());
        let drafts = made(&reply);
        let row = drafts[0].body["components"][0]["components"].as_array().expect("a row");
        assert_eq!(row.len(), 2, "two of one id are refused");
        assert_eq!(row[0]["custom_id"].as_str().map(str::len), Some(98));
        assert_eq!(row[0]["label"].as_str().map(|label| label.chars().count()), Some(80));
        assert_eq!(row[1]["label"], "option.o1");
    }

    #[test]
    fn a_long_reply_becomes_several() {
        let text = vec!["word ".repeat(100); 6].join("\n\n");
        let mut reply = outbound(&text, 1);
        reply.picture = Some("bike.jpg".to_owned());
        let drafts = made(&reply);
        assert_eq!(drafts.len(), 2);
        assert!(drafts[0].body["components"].is_null() && !drafts[1].body["components"].is_null());
        assert_eq!(drafts[0].picture.as_deref(), Some("bike.jpg"));
        assert_eq!(drafts[1].picture, None);
        assert_ne!(drafts[0].nonce, drafts[1].nonce);
    }

    #[test]
    fn a_reply_without_words_still_has_a_sign() {
        assert_eq!(made(&outbound(" \u{0}", 1))[0].body["content"], "…");
        assert!(made(&outbound("", 0)).is_empty());
        let mut reply = outbound("", 0);
        reply.picture = Some("bike.jpg".to_owned());
        assert_eq!(made(&reply)[0].body["content"], "");
    }

    #[test]
    fn a_card_is_one_message() {
        let draft = card(&outbound(&"_".repeat(1500), 0), 3, &Name("card".to_owned()));
        let content = draft.body["content"].as_str().expect("a text");
        assert!(super::super::markup::length(content) <= 2000 && content.ends_with("\\_ …"));
        let edit = edit_of(&draft);
        assert!(edit["nonce"].is_null() && edit["components"].is_array());
    }
}
