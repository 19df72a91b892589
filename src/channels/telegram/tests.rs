//! Recorded updates, and what they are to us.

use serde_json::{Value, json};

use super::incoming::{Heard, Press, Settle, hear};
use super::wire::Update;
use crate::domain::event::Event;
use crate::domain::ids::AccountId;
use crate::domain::reply::ChoiceId;
use chrono::{DateTime, Utc};

fn now() -> DateTime<Utc> {
    "2026-03-02T09:00:00Z".parse().expect("a time")
}

fn heard(update: Value) -> Heard {
    let update: Update = serde_json::from_value(update).expect("an update");
    hear(update, &AccountId::from("42"), Some("PiaBot"), now())
}

fn ann() -> Value {
    json!({ "id": 7, "is_bot": false, "first_name": "Ann", "last_name": "Lee", "language_code": "de" })
}

/// A private message with these fields.
fn private(fields: Value) -> Value {
    let mut message = json!({
        "message_id": 11, "from": ann(), "date": 1_772_442_000,
        "chat": { "id": 7, "type": "private", "first_name": "Ann" }
    });
    for (name, value) in fields.as_object().expect("fields") {
        message[name] = value.clone();
    }
    json!({ "update_id": 900, "message": message })
}

fn event(update: Value) -> Option<Event> {
    match heard(update) {
        Heard::Turn { incoming, .. } => Some(incoming.event),
        _ => None,
    }
}

fn said(text: &str) -> Option<Event> {
    Some(Event::Said { text: text.to_owned() })
}

fn wish(intent: &str) -> Option<Event> {
    Some(Event::Pressed { choice: ChoiceId::Intent(intent.into()), of_turn: None })
}

fn media(kind: &str) -> Option<Event> {
    Some(Event::Media { kind: kind.to_owned() })
}

#[test]
fn a_line_of_text() {
    let Heard::Turn { incoming, press: None } = heard(private(json!({ "text": "How\u{0} far?" })))
    else {
        panic!("a turn");
    };
    assert_eq!(incoming.event, Event::Said { text: "How far?".to_owned() });
    assert_eq!(incoming.identity.external_id, "7");
    assert_eq!(incoming.identity.account, "42");
    assert_eq!((incoming.update_id, incoming.message), (900, Some(11)));
    assert_eq!(incoming.name.as_deref(), Some("Ann Lee"));
    assert_eq!(incoming.locale_hint.as_ref().map(|l| l.as_str()), Some("de"));
    assert_eq!(incoming.at.to_rfc3339(), "2026-03-02T09:00:00+00:00");
}

#[test]
fn commands() {
    assert_eq!(event(private(json!({ "text": "/help" }))), wish("help"));
    assert_eq!(event(private(json!({ "text": "/STOP@PiaBot now" }))), wish("stop"));
    assert_eq!(event(private(json!({ "text": "/privacy" }))), wish("privacy"));
    assert_eq!(event(private(json!({ "text": "/language" }))), wish("change_language"));
    assert_eq!(event(private(json!({ "text": "/human" }))), wish("human"));
    assert_eq!(event(private(json!({ "text": "/prices for two" }))), said("prices for two"));
    assert_eq!(event(private(json!({ "text": "/" }))), said(""));
}

#[test]
fn the_payload_of_a_link_is_a_campaign() {
    let start = |campaign: Option<&str>| Some(Event::Start { campaign: campaign.map(Into::into) });
    assert_eq!(event(private(json!({ "text": "/start fleet_guide" }))), start(Some("fleet_guide")));
    assert_eq!(event(private(json!({ "text": "/start" }))), start(None));
    assert_eq!(event(private(json!({ "text": "/start two words" }))), start(None));
    let long = format!("/start {}", "x".repeat(65));
    assert_eq!(event(private(json!({ "text": long }))), start(None));
}

#[test]
fn what_is_not_text() {
    let photo = json!([{ "file_id": "a", "file_unique_id": "b", "width": 1, "height": 1 }]);
    assert_eq!(event(private(json!({ "photo": photo }))), media("photo"));
    assert_eq!(
        event(private(json!({ "photo": photo, "caption": "this one?" }))),
        said("this one?")
    );
    assert_eq!(
        event(private(json!({ "voice": { "file_id": "a", "duration": 3 } }))),
        media("voice")
    );
    assert_eq!(event(private(json!({ "sticker": { "file_id": "a" } }))), media("sticker"));
    let place = json!({ "latitude": 47.0, "longitude": 15.4 });
    assert_eq!(event(private(json!({ "location": place }))), media("location"));
    assert_eq!(event(private(json!({ "animation": {}, "document": {} }))), media("animation"));
    assert_eq!(event(private(json!({ "pinned_message": {} }))), None);
    assert_eq!(event(private(json!({ "something_of_next_year": {} }))), None);
}

#[test]
fn a_shared_number_is_what_they_would_have_typed() {
    let own =
        json!({ "contact": { "phone_number": "+43660123", "first_name": "Ann", "user_id": 7 } });
    assert_eq!(event(private(own)), said("+43660123"));
    let other =
        json!({ "contact": { "phone_number": "+43660123", "first_name": "Bob", "user_id": 8 } });
    assert_eq!(event(private(other)), media("contact"));
}

fn press(data: Value, label: &str) -> Value {
    json!({ "update_id": 901, "callback_query": {
        "id": "cb1", "from": ann(), "chat_instance": "1", "data": data,
        "message": {
            "message_id": 20, "date": 1_772_000_000, "chat": { "id": 7, "type": "private" },
            "reply_markup": { "inline_keyboard": [[{ "text": label, "callback_data": data }]] }
        }
    } })
}

#[test]
fn a_button() {
    let Heard::Turn { incoming, press } = heard(press(json!("option.talk|4"), "Talk")) else {
        panic!("a turn");
    };
    let choice = ChoiceId::Option("talk".into());
    assert_eq!(incoming.event, Event::Pressed { choice, of_turn: Some(4) });
    assert_eq!(incoming.at, now(), "a press has no time of its own");
    let settle = Some(Settle { chat: 7, message: 20, label: "Talk".to_owned() });
    assert_eq!(press, Some(Press { id: "cb1".to_owned(), settle }));
}

#[test]
fn buttons_of_long_ago() {
    // Its data means nothing to us any more: its words do.
    assert_eq!(event(press(json!("v0:talk"), "Talk to us")), said("Talk to us"));
    // The message is so old that the platform keeps it from us.
    let mut old = press(json!("option.talk|4"), "Talk");
    old["callback_query"]["message"] =
        json!({ "message_id": 20, "date": 0, "chat": { "id": 7, "type": "private" } });
    let Heard::Turn { incoming, press: Some(Press { settle: None, .. }) } = heard(old.clone())
    else {
        panic!("a turn");
    };
    assert!(matches!(incoming.event, Event::Pressed { of_turn: Some(4), .. }));
    old["callback_query"]["data"] = json!("v0:talk");
    assert_eq!(event(old), Some(Event::Start { campaign: None }));
    // One that was settled has nothing more to say.
    let press = Press { id: "cb1".to_owned(), settle: None };
    assert_eq!(heard(press_settled()), Heard::Settled(press));
}

fn press_settled() -> Value {
    press(json!("settled"), "✓ Talk")
}

#[test]
fn an_edit_runs_no_turn() {
    let mut update = private(json!({ "text": "for 12 bikes", "edit_date": 1_772_442_060 }));
    update["edited_message"] = update["message"].take();
    let Heard::Edited { who, message: 11, words: (text, _) } = heard(update.clone()) else {
        panic!("an edit")
    };
    assert_eq!((who.external_id.as_str(), text.as_str()), ("7", "for 12 bikes"));
    update["edited_message"]["text"] = Value::Null;
    update["edited_message"]["location"] = json!({ "latitude": 1.0, "longitude": 2.0 });
    assert_eq!(heard(update), Heard::Nothing, "a live location moves all the time");
}

#[test]
fn blocks() {
    let member = |kind: &str, id: i64, status: &str| {
        json!({ "update_id": 902, "my_chat_member": {
            "chat": { "id": id, "type": kind }, "from": ann(), "date": 1_772_442_000,
            "old_chat_member": { "status": "member", "user": { "id": 42, "is_bot": true } },
            "new_chat_member": { "status": status, "user": { "id": 42, "is_bot": true } }
        } })
    };
    assert!(matches!(heard(member("private", 7, "kicked")), Heard::Left { .. }));
    assert!(matches!(heard(member("private", 7, "member")), Heard::Returned { .. }));
    assert!(matches!(heard(member("supergroup", -9, "member")), Heard::Group { chat: -9, .. }));
    assert_eq!(heard(member("supergroup", -9, "kicked")), Heard::Nothing);
    assert_eq!(heard(member("channel", -9, "administrator")), Heard::Nothing);
}

#[test]
fn groups() {
    let group = |text: &str| {
        let mut update = private(json!({ "text": text }));
        update["message"]["chat"] = json!({ "id": -9, "type": "group", "title": "Friends" });
        heard(update)
    };
    assert_eq!(group("hello all"), Heard::Nothing);
    assert!(matches!(group("@piabot how far?"), Heard::Group { chat: -9, .. }));
    assert!(matches!(group("/help@PiaBot"), Heard::Group { chat: -9, .. }));
    assert_eq!(group("/help@OtherBot"), Heard::Nothing);
}

#[test]
fn bots_and_channels_are_not_heard() {
    let mut update = private(json!({ "text": "hi" }));
    update["message"]["from"]["is_bot"] = json!(true);
    assert_eq!(heard(update), Heard::Nothing);
    let post = json!({ "update_id": 1, "channel_post": { "message_id": 1, "chat": { "id": -5 } } });
    assert_eq!(heard(post), Heard::Nothing);
    assert_eq!(heard(json!({ "update_id": 1 })), Heard::Nothing);
}
