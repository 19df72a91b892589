//! The fake is strict: one refusal for each limit and each required field.

use serde_json::{Map, Value, json};

use super::described;
use super::fake::{Fake, REPS, TOKEN};
use super::http::Request;
use super::rules::check;
use crate::support::database::runtime;

fn request(params: Value, files: &[(&str, usize)]) -> Request {
    Request {
        path: format!("/bot{TOKEN}/x"),
        params: params.as_object().expect("fields").clone(),
        files: files
            .iter()
            .map(|(field, size)| ((*field).to_owned(), "bike.png".to_owned(), *size))
            .collect(),
    }
}

fn refused(method: &str, params: Value, why: &str) {
    let refusal = check(method, &request(params.clone(), &[])).expect_err(&params.to_string());
    assert!(refusal.1.contains(why), "{method} {params}: {refusal:?}");
}

fn taken(method: &str, params: Value) {
    assert_eq!(check(method, &request(params.clone(), &[])), Ok(()), "{method} {params}");
}

#[test]
fn texts_have_one_to_4096_units() {
    let text = |text: String| json!({ "chat_id": 7, "text": text });
    refused("sendMessage", text(String::new()), "text is empty");
    refused("sendMessage", text("  \n".to_owned()), "text is empty");
    refused("sendMessage", json!({ "chat_id": 7 }), "text is empty");
    refused("sendMessage", text("x".repeat(4097)), "too long");
    refused("sendMessage", text("🚀".repeat(2049)), "too long");
    refused("sendMessage", text("a\u{0}b".to_owned()), "UTF-8");
    taken("sendMessage", text("x".repeat(4096)));
    refused("editMessageText", json!({ "chat_id": 7, "message_id": 1, "text": "" }), "empty");
}

#[test]
fn a_chat_is_a_number() {
    refused("sendMessage", json!({ "text": "hi" }), "chat_id is empty");
    refused("sendMessage", json!({ "chat_id": "7", "text": "hi" }), "chat_id is empty");
    refused("sendChatAction", json!({ "action": "typing" }), "chat_id is empty");
    refused("editMessageReplyMarkup", json!({ "chat_id": 7 }), "message identifier");
}

#[test]
fn captions_have_at_most_1024_units_and_photos_ten_megabytes() {
    let photo =
        |caption: String| json!({ "chat_id": 7, "photo": "attach://photo", "caption": caption });
    let sized =
        |params: Value, size: usize| check("sendPhoto", &request(params, &[("photo", size)]));
    assert_eq!(sized(photo("x".repeat(1024)), 10), Ok(()));
    assert!(sized(photo("x".repeat(1025)), 10).is_err());
    assert!(sized(photo(String::new()), 0).is_err());
    assert!(sized(photo(String::new()), 10_000_001).is_err());
    refused("sendPhoto", json!({ "chat_id": 7 }), "no photo");
    refused("sendPhoto", photo(String::new()), "no photo");
}

#[test]
fn entities_keep_within_their_text_and_split_no_letter() {
    let marked = |offset: usize, length: usize| {
        json!({ "chat_id": 7, "text": "🚀now",
            "entities": [{ "type": "bold", "offset": offset, "length": length }] })
    };
    taken("sendMessage", marked(2, 3));
    refused("sendMessage", marked(2, 4), "ENTITY");
    refused("sendMessage", marked(1, 2), "ENTITY");
    refused("sendMessage", marked(0, 0), "ENTITY");
}

#[test]
fn buttons_have_words_and_one_to_64_bytes() {
    let keyed = |button: Value| json!({ "chat_id": 7, "text": "?", "reply_markup": { "inline_keyboard": [[button]] } });
    taken("sendMessage", keyed(json!({ "text": "Yes", "callback_data": "x".repeat(64) })));
    refused(
        "sendMessage",
        keyed(json!({ "text": "Yes", "callback_data": "x".repeat(65) })),
        "DATA",
    );
    refused(
        "sendMessage",
        keyed(json!({ "text": "Yes", "callback_data": "ä".repeat(33) })),
        "DATA",
    );
    refused("sendMessage", keyed(json!({ "text": "Yes", "callback_data": "" })), "DATA");
    refused("sendMessage", keyed(json!({ "text": " ", "callback_data": "x" })), "non-empty");
    refused("sendMessage", keyed(json!({ "text": "Yes" })), "one action");
    refused(
        "sendMessage",
        keyed(json!({ "text": "Y", "url": "https://a", "callback_data": "x" })),
        "one action",
    );
    let many: Vec<Value> = vec![json!([{ "text": "x", "callback_data": "x" }]); 101];
    let many = json!({ "chat_id": 7, "text": "?", "reply_markup": { "inline_keyboard": many } });
    refused("sendMessage", many, "too long");
    refused(
        "sendMessage",
        json!({ "chat_id": 7, "text": "?", "reply_markup": {} }),
        "reply markup",
    );
}

#[test]
fn the_rest_of_the_rules() {
    refused("sendChatAction", json!({ "chat_id": 7, "action": "dancing" }), "action");
    refused(
        "answerCallbackQuery",
        json!({ "callback_query_id": "1", "text": "x".repeat(201) }),
        "LONG",
    );
    refused("getUpdates", json!({ "limit": 101 }), "limit");
    refused("getUpdates", json!({ "limit": 0 }), "limit");
    refused("getUpdates", json!({ "timeout": 51 }), "timeout");
    refused("getUpdates", json!({ "offset": -1 }), "offset");
    refused("getUpdates", json!({ "allowed_updates": ["gossip"] }), "unknown kind");
    refused("deleteWebhook", json!({ "drop_pending_updates": true }), "lost");
    refused("setWebhook", json!({ "url": "http://b.example" }), "HTTPS");
    let hook = |secret: String| json!({ "url": "https://b.example", "secret_token": secret });
    taken("setWebhook", hook("x".repeat(256)));
    refused("setWebhook", hook("x".repeat(257)), "secret");
    refused("setWebhook", hook(String::new()), "secret");
    refused("setWebhook", hook("no blanks".to_owned()), "secret");
    refused("setWebhook", json!({ "url": "https://b", "max_connections": 101 }), "max_connections");
    let command = |name: &str, words: &str| json!({ "commands": [{ "command": name, "description": words }], "language_code": "de" });
    taken("setMyCommands", command("help", "Help"));
    refused("setMyCommands", command("Help", "Help"), "COMMAND_INVALID");
    refused("setMyCommands", command(&"x".repeat(33), "Help"), "COMMAND_INVALID");
    refused("setMyCommands", command("help", ""), "DESCRIPTION");
    refused("setMyCommands", command("help", &"x".repeat(257)), "DESCRIPTION");
    refused("setMyCommands", json!({ "commands": [], "language_code": "de-AT" }), "LANG");
    refused("setMyCommands", json!({ "commands": vec![json!({}); 101] }), "TOO_MUCH");
    refused("sendMessage", json!({ "chat_id": 7, "text": "?", "txet": "?" }), "unknown field");
    refused("sendDance", json!({}), "method not found");
}

#[test]
fn topics_are_named_and_signs_are_some() {
    let name = |name: &str| json!({ "chat_id": REPS, "name": name });
    taken("createForumTopic", name(&"ä".repeat(128)));
    refused("createForumTopic", name(&"ä".repeat(129)), "too long");
    refused("createForumTopic", name(" "), "non-empty");
    let to = |topic: Value| json!({ "chat_id": REPS, "text": "x", "message_thread_id": topic });
    taken("sendMessage", to(json!(9)));
    refused("sendMessage", to(json!(0)), "thread");
    refused("sendMessage", to(json!("9")), "thread");
    refused("sendMessage", to(Value::Null), "thread");
    refused("reopenForumTopic", json!({ "chat_id": REPS }), "thread");
}

#[test]
fn a_topic_takes_words_while_it_is_there_and_open() {
    runtime().block_on(async {
        let fake = Fake::start().await;
        fake.state().hasty = true;
        let make = || call(&fake, "createForumTopic", json!({ "chat_id": REPS, "name": "Ann" }));
        let say = |topic: i64| {
            let words = json!({ "chat_id": REPS, "text": "x", "message_thread_id": topic });
            call(&fake, "sendMessage", words)
        };
        let why = |(status, body): (u16, Value)| {
            assert_eq!(status, 400, "{body}");
            body["description"].as_str().unwrap_or_default().to_owned()
        };
        assert!(why(make().await).contains("the chat is not a forum"));
        assert!(why(say(9).await).contains("message thread not found"));
        fake.has_topics(REPS);
        let (_, made) = make().await;
        let topic = made["result"]["message_thread_id"].as_i64().expect("a topic");
        let (_, said) = say(topic).await;
        assert_eq!(said["result"]["message_thread_id"], topic);
        assert_eq!(said["result"]["is_topic_message"], true);
        let reopen = json!({ "chat_id": REPS, "message_thread_id": topic });
        let reopen = || call(&fake, "reopenForumTopic", reopen.clone());
        assert!(why(reopen().await).contains("TOPIC_NOT_MODIFIED"));
        fake.closes_topic(71, REPS, topic);
        assert!(why(say(topic).await).contains("TOPIC_CLOSED"));
        assert_eq!(reopen().await.0, 200);
        assert_eq!(say(topic).await.0, 200);
        fake.deletes_topic(REPS, topic);
        assert!(why(say(topic).await).contains("message thread not found"));
        let sign = |sign: &str| {
            let reaction = json!([{ "type": "emoji", "emoji": sign }]);
            let put = json!({ "chat_id": REPS, "message_id": 5, "reaction": reaction });
            call(&fake, "setMessageReaction", put)
        };
        assert!(why(sign("📝").await).contains("REACTION_INVALID"));
        assert!(why(sign("👌").await).contains("message to react not found"));
        // Where the platform says nothing, words land among what is of no topic.
        fake.state().forums.get_mut(&REPS).expect("a forum").silent = true;
        let (status, said) = say(topic).await;
        assert_eq!(status, 200);
        assert!(said["result"].get("message_thread_id").is_none());
        fake.state().forums.get_mut(&REPS).expect("a forum").powerless = true;
        assert!(why(make().await).contains("not enough rights to create a topic"));
    });
}

/// Calls the fake as anybody could.
async fn call(fake: &Fake, method: &str, params: Value) -> (u16, Value) {
    let url = format!("{}/bot{TOKEN}/{method}", fake.url);
    let request = reqwest::Client::new().post(url).header("content-type", "application/json");
    let answer = request.body(params.to_string()).send().await.expect("an answer");
    let status = answer.status().as_u16();
    let body = answer.text().await.expect("a body");
    (status, serde_json::from_str(&body).expect("JSON"))
}

#[test]
fn the_pace_is_one_a_second_to_a_chat_twenty_a_minute_to_a_group_and_thirty_in_all() {
    runtime().block_on(async {
        let fake = Fake::start().await;
        for who in 1..=40 {
            fake.says(who, "en", "hi");
        }
        let say = |chat: i64| call(&fake, "sendMessage", json!({ "chat_id": chat, "text": "x" }));
        assert_eq!(say(1).await.0, 200);
        let (status, body) = say(1).await;
        assert_eq!((status, &body["parameters"]["retry_after"]), (429, &json!(1)));
        for who in 2..=30 {
            assert_eq!(say(who).await.0, 200, "{who}");
        }
        assert_eq!(say(31).await.0, 429, "thirty a second in all");
        assert_eq!(fake.state().offences.len(), 2);
        // A group's minute: as if the last ones had been sent a second apart.
        let now = tokio::time::Instant::now();
        fake.state().sends =
            (2..22).rev().map(|s| (REPS, now - std::time::Duration::from_secs(s))).collect();
        assert_eq!(say(REPS).await.0, 429);
    });
}

#[test]
fn strangers_blocked_people_and_wrong_tokens_are_refused() {
    runtime().block_on(async {
        let fake = Fake::start().await;
        let say = |chat: i64| call(&fake, "sendMessage", json!({ "chat_id": chat, "text": "x" }));
        assert_eq!(say(5).await.0, 400);
        fake.says(5, "en", "hi");
        fake.state().blocked.insert(5);
        assert_eq!(say(5).await.0, 403);
        let (status, _) =
            call(&fake, "answerCallbackQuery", json!({ "callback_query_id": "1" })).await;
        assert_eq!(status, 400);
        let edit = json!({ "chat_id": REPS, "message_id": 1, "text": "x" });
        assert_eq!(call(&fake, "editMessageText", edit).await.0, 400);
        fake.state().revoked = true;
        assert_eq!(call(&fake, "getMe", json!({})).await.0, 401);
    });
}

#[test]
fn the_platforms_own_description_is_held_against_requests() {
    if described::description().is_none() {
        return;
    }
    let fault = |method: &str, params: Value| {
        described::fault(method, params.as_object().unwrap_or(&Map::new()))
    };
    assert_eq!(fault("sendMessage", json!({ "chat_id": 7, "text": "x" })), None);
    assert!(fault("sendMessage", json!({ "chat_id": 7 })).is_some_and(|f| f.contains("lacks")));
    assert!(fault("sendMessage", json!({ "chat_id": 7, "text": 5 })).is_some());
    assert!(fault("sendMessage", json!({ "chat_id": 7, "text": "x", "wings": 2 })).is_some());
    let row = |button: Value| json!({ "chat_id": 7, "text": "x", "reply_markup": { "inline_keyboard": [[button]] } });
    assert_eq!(fault("sendMessage", row(json!({ "text": "a", "callback_data": "b" }))), None);
    assert!(fault("sendMessage", row(json!({ "callback_data": "b" }))).is_some());
}
