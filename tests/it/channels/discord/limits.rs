//! The fake is strict: one refusal for each limit, and none for what is just within.

use reqwest::{Client, Method, multipart};
use serde_json::{Value, json};

use super::fake::Fake;
use super::world::{BOT, PUBLIC, TOKEN};
use crate::support::database::runtime;

struct Caller {
    fake: Fake,
    client: Client,
}

impl Caller {
    async fn call(&self, method: Method, path: &str, body: &Value) -> (u16, Value) {
        let url = format!("http://{}/api/v10{path}", self.fake.api);
        let answer = self
            .client
            .request(method, url)
            .header("user-agent", "DiscordBot (x, 1)")
            .header("authorization", format!("Bot {TOKEN}"))
            .json(body)
            .send()
            .await
            .unwrap();
        let status = answer.status().as_u16();
        (status, answer.json().await.unwrap_or_default())
    }

    async fn sends(&self, body: Value) -> (u16, i64) {
        // Each in a channel of its own, since five in five seconds are a limit, too.
        let user = self.fake.person("somebody");
        let talk = self.fake.world().talk(user);
        let path = format!("/channels/{talk}/messages");
        let (status, answer) = self.call(Method::POST, &path, &body).await;
        (status, answer["code"].as_i64().unwrap_or(0))
    }
}

fn with_caller<F: Future>(test: impl FnOnce(Caller) -> F) {
    runtime().block_on(async {
        test(Caller { fake: Fake::start().await, client: Client::new() }).await;
    });
}

fn message(changes: Value) -> Value {
    let mut body = json!({ "content": "hi", "allowed_mentions": { "parse": [] } });
    for (key, value) in changes.as_object().unwrap() {
        body[key] = value.clone();
    }
    body
}

fn button(changes: Value) -> Value {
    let mut button = json!({ "type": 2, "style": 2, "label": "a", "custom_id": "a" });
    for (key, value) in changes.as_object().unwrap() {
        button[key] = value.clone();
    }
    button
}

fn row(inner: Vec<Value>) -> Value {
    json!({ "type": 1, "components": inner })
}

fn rows(rows: Vec<Value>) -> Value {
    message(json!({ "components": rows }))
}

#[test]
fn a_message_keeps_its_limits() {
    with_caller(|caller| async move {
        let numbered = |n: usize| button(json!({ "custom_id": n.to_string() }));
        let many = |n: usize| (0..n).map(numbered).collect::<Vec<_>>();
        let option = |n: usize| json!({ "label": "a", "value": n.to_string() });
        let select = |n: usize| {
            let options: Vec<_> = (0..n).map(option).collect();
            rows(vec![row(vec![json!({ "type": 3, "custom_id": "s", "options": options })])])
        };
        let taken = [
            message(json!({ "content": "x".repeat(2000) })),
            message(json!({ "nonce": "x".repeat(25), "enforce_nonce": true })),
            rows(vec![row(many(5))]),
            rows((0..5).map(|n| row(vec![numbered(n)])).collect()),
            rows(vec![row(vec![button(json!({ "label": "x".repeat(80) }))])]),
            rows(vec![row(vec![button(json!({ "custom_id": "x".repeat(100) }))])]),
            select(25),
        ];
        for body in taken {
            assert_eq!(caller.sends(body.clone()).await, (200, 0), "{body}");
        }
        let refused = [
            message(json!({ "content": "x".repeat(2001) })),
            message(json!({ "nonce": "x".repeat(26) })),
            message(json!({ "enforce_nonce": true })),
            message(json!({ "allowed_mentions": null })),
            message(json!({ "allowed_mentions": { "parse": ["users"] } })),
            message(json!({ "flags": 64 })),
            message(json!({ "contents": "x" })),
            message(json!({ "attachments": [{ "id": "0" }] })),
            rows(vec![row(many(6))]),
            rows(vec![row(vec![])]),
            rows((0..6).map(|n| row(vec![numbered(n)])).collect()),
            rows(vec![row(vec![button(json!({ "label": "x".repeat(81) }))])]),
            rows(vec![row(vec![button(json!({ "label": "" }))])]),
            rows(vec![row(vec![button(json!({ "custom_id": "x".repeat(101) }))])]),
            rows(vec![row(vec![button(json!({ "custom_id": "" }))])]),
            rows(vec![row(vec![button(json!({ "style": 9 }))])]),
            rows(vec![row(vec![numbered(1), numbered(1)])]),
            rows(vec![numbered(1)]),
            select(26),
            select(0),
        ];
        for body in refused {
            assert_eq!(caller.sends(body.clone()).await, (400, 50035), "{body}");
        }
        assert_eq!(caller.sends(message(json!({ "content": " " }))).await, (400, 50006));
    });
}

#[test]
fn repeats_are_known_by_their_nonce_for_a_while() {
    with_caller(|caller| async move {
        let path = format!("/channels/{PUBLIC}/messages");
        let body = message(json!({ "nonce": "n", "enforce_nonce": true }));
        let (_, first) = caller.call(Method::POST, &path, &body).await;
        let (_, again) = caller.call(Method::POST, &path, &body).await;
        assert_eq!(first["id"], again["id"]);
        caller.fake.world().honoured = std::time::Duration::ZERO;
        let (_, later) = caller.call(Method::POST, &path, &body).await;
        assert_ne!(first["id"], later["id"]);
        assert_eq!(caller.fake.world().accepted.len(), 2);
    });
}

#[test]
fn too_many_are_asked_to_wait() {
    with_caller(|caller| async move {
        let path = format!("/channels/{PUBLIC}/messages");
        for _ in 0..5 {
            assert_eq!(caller.call(Method::POST, &path, &message(json!({}))).await.0, 200);
        }
        let (status, answer) = caller.call(Method::POST, &path, &message(json!({}))).await;
        assert_eq!((status, &answer["global"]), (429, &json!(false)));
        assert!(answer["retry_after"].as_f64().unwrap() > 4.0);
        let mut limited = 0;
        for _ in 0..60 {
            let (status, answer) = caller.call(Method::GET, "/users/@me", &Value::Null).await;
            limited += usize::from(status == 429 && answer["global"] == true);
        }
        assert!(limited > 0);
    });
}

#[test]
fn strangers_and_unknown_places_are_refused() {
    with_caller(|caller| async move {
        let url = format!("http://{}/api/v10/users/@me", caller.fake.api);
        let plain = caller.client.get(&url).header("user-agent", "DiscordBot (x, 1)");
        assert_eq!(plain.send().await.unwrap().status(), 401);
        let nameless = caller.client.get(&url).header("authorization", format!("Bot {TOKEN}"));
        assert_eq!(nameless.send().await.unwrap().status(), 403);
        let body = message(json!({}));
        let (status, answer) = caller.call(Method::POST, "/channels/5/messages", &body).await;
        assert_eq!((status, &answer["code"]), (404, &json!(10003)));
        let nobody = json!({ "recipient_id": "5" });
        let (status, answer) = caller.call(Method::POST, "/users/@me/channels", &nobody).await;
        assert_eq!((status, &answer["code"]), (400, &json!(50033)));
        let path = format!("/channels/{PUBLIC}/messages?limit=101");
        assert_eq!(caller.call(Method::GET, &path, &Value::Null).await.0, 400);
        let user = caller.fake.person("somebody");
        let talk = caller.fake.world().talk(user);
        caller.fake.world().closed.insert(talk);
        let path = format!("/channels/{talk}/messages");
        let (status, answer) = caller.call(Method::POST, &path, &body).await;
        assert_eq!((status, &answer["code"]), (403, &json!(50007)));
        let path = format!("/channels/{PUBLIC}/messages/7");
        let edit = json!({ "content": "x", "allowed_mentions": { "parse": [] } });
        let (status, answer) = caller.call(Method::PATCH, &path, &edit).await;
        assert_eq!((status, &answer["code"]), (404, &json!(10008)));
    });
}

#[test]
fn uploads_keep_their_limit() {
    with_caller(|caller| async move {
        let caller = &caller;
        let url = format!("http://{}/api/v10/channels/{PUBLIC}/messages", caller.fake.api);
        let upload = |bytes: usize| {
            let json =
                json!({ "allowed_mentions": { "parse": [] }, "attachments": [{ "id": "0" }] });
            let file = multipart::Part::bytes(vec![7; bytes]).file_name("a.jpg");
            let form = multipart::Form::new().text("payload_json", json.to_string());
            caller
                .client
                .post(&url)
                .header("user-agent", "DiscordBot (x, 1)")
                .header("authorization", format!("Bot {TOKEN}"))
                .multipart(form.part("files[0]", file))
                .send()
        };
        assert_eq!(upload(1000).await.unwrap().status(), 200);
        assert_eq!(upload(11 * 1024 * 1024).await.unwrap().status(), 413);
    });
}

#[test]
fn commands_keep_their_limits() {
    with_caller(|caller| async move {
        let path = format!("/applications/{BOT}/commands");
        let named = |name: &str, about: &str| json!([{ "name": name, "description": about }]);
        for (body, status) in [
            (named("ask", "x"), 200),
            (named("Ask", "x"), 400),
            (named("a b", "x"), 400),
            (named(&"x".repeat(33), "x"), 400),
            (named("ask", ""), 400),
            (named("ask", &"x".repeat(101)), 400),
            (
                json!([{ "name": "a", "description": "b", "name_localizations": { "xx": "c" } }]),
                400,
            ),
            (json!(vec![json!({ "name": "a", "description": "b" }); 101]), 400),
        ] {
            assert_eq!(caller.call(Method::PUT, &path, &body).await.0, status, "{body}");
        }
    });
}

#[test]
fn interactions_take_one_answer_of_the_right_kind_in_three_seconds() {
    with_caller(|caller| async move {
        let ann = caller.fake.person("ann");
        let talk = caller.fake.world().talk(ann);
        let used = |kind: u64| {
            let id = caller.fake.uses(ann, talk, kind, &json!({}), "en-US");
            format!("/interactions/{id}/token-{id}/callback")
        };
        let defer = json!({ "type": 6 });
        let press = used(3);
        assert_eq!(caller.call(Method::POST, &press, &defer).await.0, 204);
        let (status, answer) = caller.call(Method::POST, &press, &defer).await;
        assert_eq!((status, &answer["code"]), (400, &json!(40060)));
        assert_eq!(caller.call(Method::POST, &used(2), &defer).await.0, 400);
        let named = json!({ "type": 4, "data": message(json!({ "nonce": "n" })) });
        assert_eq!(caller.call(Method::POST, &used(2), &named).await.0, 400);
        let unknown = "/interactions/5/token-5/callback";
        assert_eq!(caller.call(Method::POST, unknown, &defer).await.1["code"], 10062);
        let late = used(3);
        tokio::time::sleep(std::time::Duration::from_millis(3_100)).await;
        assert_eq!(caller.call(Method::POST, &late, &defer).await.1["code"], 10062);
    });
}
