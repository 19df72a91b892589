//! A Telegram for benches: it takes messages at the platform's pace, refuses more, and hands out what
//! visitors and reps do.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::routing::post;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep, timeout};

/// The bot's token.
pub const TOKEN: &str = "4242:bench_token-AAAA";
/// The reps' group.
pub const GROUP: i64 = -100_500;

/// A card in the group.
#[derive(Clone)]
pub struct Card {
    pub message: i64,
    pub text: String,
    /// What begins the data of its buttons: deeds and the talk.
    pub buttons: Vec<String>,
    pub at: Instant,
}

#[derive(Default)]
pub struct State {
    /// Nobody counts.
    pub lenient: bool,
    updates: VecDeque<Value>,
    numbers: i64,
    cards: Vec<Card>,
    /// Messages that were edited in the group.
    pub edits: Vec<i64>,
    /// What was taken: chat and moment.
    pub sends: Vec<(i64, Instant)>,
    /// What was refused.
    pub too_many: usize,
}

/// The server.
#[derive(Clone)]
pub struct Platform {
    pub url: String,
    state: Arc<Mutex<State>>,
    news: Arc<Notify>,
}

impl Platform {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let state = State { numbers: 100, ..State::default() };
        let platform = Self { url, state: Arc::new(Mutex::new(state)), news: Arc::default() };
        let app =
            Router::new().route("/{token}/{method}", post(answer)).with_state(platform.clone());
        tokio::spawn(async move { axum::serve(listener, app).await.expect("it serves") });
        platform
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Somebody writes to the bot in private.
    pub fn says(&self, who: i64, text: &str) {
        self.push(|number| {
            json!({ "message": { "message_id": number, "date": date(), "text": text,
                "chat": { "id": who, "type": "private" }, "from": person(who) } })
        });
    }

    /// A rep presses a button of a card.
    pub fn presses(&self, rep: i64, card: &Card, deed: &str) {
        let wanted = format!("desk.{deed}.");
        let Some(data) = card.buttons.iter().find(|data| data.starts_with(&wanted)) else {
            panic!("no button {deed} in {:?}", card.buttons);
        };
        self.push(|number| {
            json!({ "callback_query": { "id": number.to_string(), "from": person(rep),
                "chat_instance": "1", "data": data, "message": message(card.message) } })
        });
    }

    /// A rep answers a card in the group.
    pub fn replies(&self, rep: i64, card: &Card, text: &str) {
        self.push(|number| {
            json!({ "message": { "message_id": number, "date": date(), "text": text,
                "chat": { "id": GROUP, "type": "supergroup" }, "from": person(rep),
                "reply_to_message": message(card.message) } })
        });
    }

    /// Waits for the card of somebody.
    pub async fn card_of(&self, who: i64) -> Card {
        let name = format!("Visitor {who}");
        loop {
            {
                let state = self.state();
                if let Some(card) = state.cards.iter().find(|card| card.text.contains(&name)) {
                    return card.clone();
                }
            }
            sleep(Duration::from_millis(10)).await;
        }
    }

    pub async fn until(&self, what: &str, holds: impl Fn(&State) -> bool) {
        let waited = timeout(Duration::from_secs(180), async {
            while !holds(&self.state()) {
                sleep(Duration::from_millis(10)).await;
            }
        });
        assert!(waited.await.is_ok(), "never: {what}");
    }

    fn push(&self, update: impl Fn(i64) -> Value) {
        let mut state = self.state();
        state.numbers += 1;
        let mut update = update(state.numbers);
        update["update_id"] = json!(state.numbers);
        state.updates.push_back(update);
        drop(state);
        self.news.notify_waiters();
    }

    async fn updates(&self, offset: i64, wait: Duration) -> Value {
        let until = Instant::now() + wait;
        loop {
            let news = self.news.notified();
            let found: Vec<Value> = {
                let mut state = self.state();
                state.updates.retain(|update| update["update_id"].as_i64() >= Some(offset));
                state.updates.iter().take(100).cloned().collect()
            };
            if !found.is_empty() || Instant::now() >= until {
                return json!(found);
            }
            let _time_is_up = tokio::time::timeout_at(until, news).await;
        }
    }
}

impl State {
    /// Takes a message, or tells after how many seconds it will.
    fn take(&mut self, chat: i64) -> Result<(), u64> {
        let now = Instant::now();
        let lately = |seconds: u64, of: Option<i64>| {
            let near = self
                .sends
                .iter()
                .rev()
                .take_while(|(_, at)| now - *at < Duration::from_secs(seconds));
            near.filter(|(to, _)| of.is_none_or(|of| of == *to)).count()
        };
        let full = lately(1, Some(chat)) >= 1
            || lately(1, None) >= 30
            || (chat < 0 && lately(60, Some(chat)) >= 20);
        if full && !self.lenient {
            self.too_many += 1;
            return Err(if chat < 0 { 5 } else { 1 });
        }
        self.sends.push((chat, now));
        Ok(())
    }
}

async fn answer(
    Shared(platform): Shared<Platform>,
    Path((_token, method)): Path<(String, String)>,
    body: Bytes,
) -> (StatusCode, String) {
    let asked: Value = serde_json::from_slice(&body).unwrap_or_default();
    let number = |name: &str| asked[name].as_i64().unwrap_or_default();
    let method = method.to_lowercase();
    let chat = number("chat_id");
    let result = match method.as_str() {
        "getupdates" => {
            let wait = Duration::from_secs(u64::try_from(number("timeout")).unwrap_or(1));
            platform.updates(number("offset"), wait).await
        }
        "getme" => json!({ "id": 4242, "is_bot": true, "first_name": "Pia",
            "username": "PiaBenchBot" }),
        "getwebhookinfo" => json!({ "url": "", "pending_update_count": 0 }),
        "sendmessage" | "editmessagetext" | "sendphoto" => {
            let mut state = platform.state();
            if let Err(after) = state.take(chat) {
                let told = json!({ "ok": false, "error_code": 429,
                    "description": format!("Too Many Requests: retry after {after}"),
                    "parameters": { "retry_after": after } });
                return (StatusCode::TOO_MANY_REQUESTS, told.to_string());
            }
            state.numbers += 1;
            let mut name = state.numbers;
            if method == "editmessagetext" {
                name = number("message_id");
                if chat == GROUP {
                    state.edits.push(name);
                }
            } else if chat == GROUP {
                let buttons = asked["reply_markup"]["inline_keyboard"].as_array();
                let buttons = buttons.into_iter().flatten().flat_map(|row| {
                    let row = row.as_array().cloned().unwrap_or_default();
                    row.into_iter()
                        .map(|one| one["callback_data"].as_str().unwrap_or_default().to_owned())
                });
                let card = Card {
                    message: name,
                    text: asked["text"].as_str().unwrap_or_default().to_owned(),
                    buttons: buttons.collect(),
                    at: Instant::now(),
                };
                state.cards.push(card);
            }
            json!({ "message_id": name, "date": date(), "chat": { "id": chat } })
        }
        _ => json!(true),
    };
    (StatusCode::OK, json!({ "ok": true, "result": result }).to_string())
}

fn message(id: i64) -> Value {
    json!({ "message_id": id, "date": date(), "text": "…",
        "chat": { "id": GROUP, "type": "supergroup" } })
}

fn person(id: i64) -> Value {
    json!({ "id": id, "is_bot": false, "first_name": format!("Visitor {id}"),
        "language_code": "en" })
}

#[expect(clippy::disallowed_methods, reason = "a bench is its own outer ring")]
fn date() -> i64 {
    chrono::Utc::now().timestamp()
}
