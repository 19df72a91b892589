//! Telegram as a server of ours: strict, with a ledger, and with faults to order.
//!
//! It refuses what the platform refuses ([`super::rules`]), keeps its pace, and writes down what
//! the bot did against the rules although it was told so politely. [`Fake::ends`] fails when there
//! is anything of that kind, or a message that nobody read.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};
use sqlx::PgConnection;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Mutex as AsyncMutex, Notify};
use tokio::time::{Instant, sleep, timeout};

use super::described;
use super::http::{Request, answer, read_body, read_head};
use super::rules;

/// The bot's token here; its id is 4242.
pub const TOKEN: &str = "4242:fake_token-AAAA";
/// A group of reps that the bot is in.
pub const REPS: i64 = -100_500;
/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// What goes wrong.
#[derive(Clone, Debug)]
pub enum Act {
    /// The connection ends before the request is read.
    CutUnread,
    /// The request has its effect, and the connection ends before the answer.
    CutUnanswered,
    /// It has its effect, and the answer is nonsense.
    Garbage,
    /// An error of the server, without effect.
    Status(u16),
    /// Too many: not before these seconds.
    TooMany(u64),
    /// An answer that takes its time.
    Delay(Duration),
    /// The bot is killed when the request has been read, without effect.
    KillOnReceipt,
    /// The bot is killed after the effect and before the answer.
    KillBeforeAnswer,
}

struct Fault {
    method: &'static str,
    act: Act,
    skip: usize,
    times: usize,
}

/// A message of the bot's.
#[derive(Clone, Debug)]
pub struct Message {
    pub id: i64,
    pub chat: i64,
    pub text: String,
    pub photo: bool,
    /// Labels and data.
    pub buttons: Vec<(String, String)>,
    /// What it said before it was edited.
    pub before: Vec<String>,
}

impl Message {
    /// The data of a button.
    pub fn data(&self, label: &str) -> String {
        let found = self.buttons.iter().find(|(text, _)| text == label);
        found.unwrap_or_else(|| panic!("no button {label:?} in {:?}", self.buttons)).1.clone()
    }
}

#[derive(Default)]
pub struct State {
    /// Not confirmed yet.
    updates: BTreeMap<i64, Value>,
    next_update: i64,
    next_message: i64,
    /// Updates that make turns.
    turns: BTreeSet<i64>,
    pub confirmed: Vec<i64>,
    /// Confirmed before they were in the database.
    pub ahead: Vec<i64>,
    pub messages: Vec<Message>,
    unread: HashMap<i64, VecDeque<i64>>,
    /// Sends that were accepted: chat and moment.
    pub sends: Vec<(i64, Instant)>,
    /// Every request: method, chat, status.
    pub calls: Vec<(String, i64, u16)>,
    /// What the bot did against the rules.
    pub offences: Vec<String>,
    /// Requests within a pause that the platform asked for.
    closed: HashMap<i64, Instant>,
    callbacks: HashMap<String, usize>,
    chats: BTreeSet<i64>,
    pub blocked: BTreeSet<i64>,
    pub commands: BTreeMap<String, Vec<Value>>,
    pub webhook: Option<(String, String)>,
    faults: Vec<Fault>,
    /// Each update is brought twice, and lists are turned around.
    pub disorderly: bool,
    /// Only the pace is not enforced: for tests of other things that would be slow.
    pub hasty: bool,
    pub revoked: bool,
    pub pid: Option<Pid>,
    pub kills: usize,
    /// The latest question for updates; older ones end.
    question: u64,
}

/// The server.
#[derive(Clone)]
pub struct Fake {
    pub url: String,
    state: Arc<Mutex<State>>,
    news: Arc<Notify>,
    /// Looks whether what is confirmed is stored.
    witness: Arc<AsyncMutex<Option<PgConnection>>>,
    hook_address: Arc<Mutex<Option<String>>>,
}

impl Fake {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let mut state = State { next_update: 1_000, next_message: 100, ..State::default() };
        state.chats.insert(REPS);
        let fake = Self {
            url,
            state: Arc::new(Mutex::new(state)),
            news: Arc::new(Notify::new()),
            witness: Arc::default(),
            hook_address: Arc::default(),
        };
        let server = fake.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = server.clone();
                tokio::spawn(async move { server.talk(stream).await });
            }
        });
        fake
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("the state of the fake")
    }

    /// From now on each confirmation is held against this database.
    pub async fn is_watched_by(&self, connection: PgConnection) {
        *self.witness.lock().await = Some(connection);
    }

    /// Where the bot listens, which the world reaches at the address that it registers.
    pub fn forwards_to(&self, address: &str) {
        *self.hook_address.lock().expect("an address") = Some(address.to_owned());
    }

    /// The next requests of a method go wrong.
    pub fn will(&self, method: &'static str, act: Act, skip: usize, times: usize) {
        self.state().faults.push(Fault { method, act, skip, times });
    }

    /// Whether all that was ordered has gone wrong.
    pub fn has_gone_wrong(&self) -> bool {
        self.state().faults.iter().all(|fault| fault.times == 0)
    }

    /// An update of this kind.
    pub fn push(&self, kind: &str, value: Value) -> i64 {
        let mut state = self.state();
        state.next_update += 1;
        let id = state.next_update;
        if matches!(kind, "message" | "callback_query") && value["chat"]["type"] != "supergroup" {
            state.turns.insert(id);
        }
        state.updates.insert(id, json!({ "update_id": id, kind: value }));
        drop(state);
        self.news.notify_waiters();
        id
    }

    /// Somebody's message with these fields.
    pub fn hears(&self, who: i64, language: &str, fields: Value) -> (i64, i64) {
        let message = {
            let mut state = self.state();
            state.chats.insert(who);
            state.next_message += 1;
            state.next_message
        };
        let mut value = json!({
            "message_id": message, "date": now(), "chat": { "id": who, "type": "private" },
            "from": person(who, language)
        });
        for (name, field) in fields.as_object().expect("fields") {
            value[name] = field.clone();
        }
        (self.push("message", value), message)
    }

    /// Somebody says something.
    pub fn says(&self, who: i64, language: &str, text: &str) -> i64 {
        self.hears(who, language, json!({ "text": text })).0
    }

    /// Somebody presses a button of a message.
    pub fn presses(&self, who: i64, language: &str, message: &Message, label: &str) -> i64 {
        let rows: Vec<Value> = message
            .buttons
            .iter()
            .map(|(text, data)| json!([{ "text": text, "callback_data": data }]))
            .collect();
        let id = {
            let mut state = self.state();
            let id = format!("callback{}", state.callbacks.len());
            state.callbacks.insert(id.clone(), 0);
            id
        };
        self.push(
            "callback_query",
            json!({
                "id": id, "from": person(who, language), "chat_instance": "1",
                "data": message.data(label),
                "message": {
                    "message_id": message.id, "date": now(),
                    "chat": { "id": who, "type": "private" }, "text": message.text,
                    "reply_markup": { "inline_keyboard": rows }
                }
            }),
        )
    }

    /// The next message to a chat.
    pub async fn next(&self, chat: i64) -> Message {
        self.next_within(chat, PATIENCE).await.unwrap_or_else(|| {
            panic!("no message to {chat}; the last calls: {:?}", self.last_calls())
        })
    }

    /// The next message to a chat, if one comes in time.
    pub async fn next_within(&self, chat: i64, time: Duration) -> Option<Message> {
        let until = Instant::now() + time;
        loop {
            {
                let mut state = self.state();
                if let Some(id) = state.unread.get_mut(&chat).and_then(VecDeque::pop_front) {
                    return state.messages.iter().find(|m| m.id == id).cloned();
                }
            }
            if Instant::now() > until {
                return None;
            }
            sleep(Duration::from_millis(5)).await;
        }
    }

    /// The message as it is now.
    pub fn message(&self, id: i64) -> Message {
        self.state().messages.iter().find(|m| m.id == id).cloned().expect("a message")
    }

    /// Waits until something holds.
    pub async fn until(&self, what: &str, holds: impl Fn(&State) -> bool) {
        let waited = timeout(PATIENCE, async {
            while !holds(&self.state()) {
                sleep(Duration::from_millis(5)).await;
            }
        });
        assert!(waited.await.is_ok(), "never: {what}; the last calls: {:?}", self.last_calls());
    }

    /// Waits until every update is confirmed.
    pub async fn settles(&self) {
        self.until("all updates confirmed", |state| state.updates.is_empty()).await;
    }

    fn last_calls(&self) -> Vec<(String, i64, u16)> {
        self.state().calls.iter().rev().take(12).cloned().collect()
    }

    /// Nothing may be left: no offence, no message unread, no press unanswered, no update.
    pub async fn ends(&self) {
        self.settles().await;
        self.until("all presses answered", |s| s.callbacks.values().all(|n| *n > 0)).await;
        let state = self.state();
        assert!(state.offences.is_empty(), "{:#?}", state.offences);
        assert!(state.ahead.is_empty(), "confirmed before they were stored: {:?}", state.ahead);
        let unread: Vec<&Message> = state
            .unread
            .values()
            .flatten()
            .filter_map(|id| state.messages.iter().find(|m| m.id == *id))
            .collect();
        assert!(unread.is_empty(), "unread: {unread:#?}");
        let twice: Vec<_> = state.callbacks.iter().filter(|(_, answers)| **answers > 1).collect();
        assert!(twice.is_empty(), "answered more than once: {twice:?}");
    }

    /// The connection of a client.
    async fn talk(&self, mut stream: TcpStream) {
        stream.set_nodelay(true).expect("a socket");
        while let Some(head) = read_head(&mut stream).await {
            let line = String::from_utf8_lossy(&head).into_owned();
            let path = line.split(' ').nth(1).unwrap_or_default();
            let method = path.rsplit('/').next().unwrap_or_default().to_owned();
            let act = self.fault_for(&method);
            if matches!(act, Some(Act::CutUnread)) {
                return;
            }
            let Some(request) = read_body(&mut stream, &head).await else { return };
            let (status, body) = match act {
                Some(Act::Status(code)) => (code, "<html>trouble</html>".to_owned()),
                Some(Act::TooMany(seconds)) => self.too_many(&request, seconds),
                Some(Act::KillOnReceipt) => {
                    self.kill();
                    return;
                }
                Some(Act::CutUnanswered) => {
                    self.process(&method, &request).await;
                    return;
                }
                Some(Act::KillBeforeAnswer) => {
                    self.process(&method, &request).await;
                    self.kill();
                    return;
                }
                Some(Act::Garbage) => {
                    self.process(&method, &request).await;
                    (200, "\u{1}nonsense".to_owned())
                }
                Some(Act::Delay(time)) => {
                    sleep(time).await;
                    self.process(&method, &request).await
                }
                Some(Act::CutUnread) | None => self.process(&method, &request).await,
            };
            let chat = request.params.get("chat_id").and_then(Value::as_i64).unwrap_or_default();
            self.state().calls.push((method, chat, status));
            if !answer(&mut stream, status, &body).await {
                return;
            }
        }
    }

    fn fault_for(&self, method: &str) -> Option<Act> {
        let mut state = self.state();
        let fault = state
            .faults
            .iter_mut()
            .find(|f| f.times > 0 && (f.method.is_empty() || f.method == method))?;
        if fault.skip > 0 {
            fault.skip -= 1;
            return None;
        }
        fault.times -= 1;
        Some(fault.act.clone())
    }

    fn kill(&self) {
        let mut state = self.state();
        state.kills += 1;
        if let Some(pid) = state.pid.take() {
            kill_process(pid, Signal::KILL).expect("the bot is ours");
        }
    }

    fn too_many(&self, request: &Request, seconds: u64) -> (u16, String) {
        let chat = request.params.get("chat_id").and_then(Value::as_i64).unwrap_or_default();
        self.state().closed.insert(chat, Instant::now() + Duration::from_secs(seconds));
        refusal((429, format!("Too Many Requests: retry after {seconds}")), Some(seconds))
    }

    /// What a request comes to.
    async fn process(&self, method: &str, request: &Request) -> (u16, String) {
        let token = request.path.strip_prefix("/bot").and_then(|rest| rest.split('/').next());
        if token != Some(TOKEN) || self.state().revoked {
            return refusal((401, "Unauthorized".to_owned()), None);
        }
        if let Err(refused) = rules::check(method, request) {
            self.state().offences.push(format!("{method}: {} {}", refused.0, refused.1));
            return refusal(refused, None);
        }
        if let Some(fault) = described::fault(method, &request.params) {
            self.state().offences.push(format!("{method}: {fault}"));
            return refusal((400, format!("Bad Request: {fault}")), None);
        }
        let done = match method {
            "getUpdates" => self.updates(request).await,
            _ => self.state().process(method, request),
        };
        if method == "setWebhook" && done.is_ok() {
            let fake = self.clone();
            tokio::spawn(async move { fake.send_updates().await });
        }
        match done {
            Ok(result) => (200, json!({ "ok": true, "result": result }).to_string()),
            Err((429, why)) => refusal((429, why), Some(1)),
            Err(refused) => refusal(refused, None),
        }
    }

    async fn updates(&self, request: &Request) -> Result<Value, rules::Refusal> {
        let number = |name: &str| request.params.get(name).and_then(Value::as_i64);
        let question = {
            let mut state = self.state();
            if state.webhook.is_some() {
                let why = "Conflict: can't use getUpdates method while webhook is active";
                return Err((409, why.to_owned()));
            }
            state.question += 1;
            state.question
        };
        self.news.notify_waiters();
        let offset = number("offset").unwrap_or_default();
        let known: Vec<i64> = self.state().updates.range(..offset).map(|(id, _)| *id).collect();
        self.confirm(known).await;
        let limit = usize::try_from(number("limit").unwrap_or(100)).expect("a limit");
        let hold = u64::try_from(number("timeout").unwrap_or_default()).expect("a time");
        let until = Instant::now() + Duration::from_secs(hold);
        loop {
            let news = self.news.notified();
            {
                let state = self.state();
                if state.question != question {
                    let why = "Conflict: terminated by other getUpdates request";
                    return Err((409, why.to_owned()));
                }
                let mut found: Vec<Value> =
                    state.updates.range(offset..).take(limit).map(|(_, u)| u.clone()).collect();
                if !found.is_empty() || Instant::now() >= until {
                    if state.disorderly {
                        found.extend(found.clone());
                        fastrand::shuffle(&mut found);
                    }
                    return Ok(Value::Array(found));
                }
            }
            let _late = tokio::time::timeout_at(until, news).await;
        }
    }

    /// The bot says that it has them: it must have them by now.
    async fn confirm(&self, ids: Vec<i64>) {
        if ids.is_empty() {
            return;
        }
        let wanted: Vec<i64> = {
            let state = self.state();
            ids.iter().copied().filter(|id| state.turns.contains(id)).collect()
        };
        if let Some(witness) = self.witness.lock().await.as_mut() {
            let stored: Vec<i64> =
                sqlx::query_scalar("SELECT update_id FROM inbound WHERE update_id = ANY($1)")
                    .bind(&wanted)
                    .fetch_all(witness)
                    .await
                    .expect("the witness sees");
            let ahead = wanted.into_iter().filter(|id| !stored.contains(id));
            self.state().ahead.extend(ahead);
        }
        let mut state = self.state();
        for id in ids {
            state.updates.remove(&id);
            state.confirmed.push(id);
        }
    }

    /// Brings updates to the webhook, one after the other, each until it is answered with 200.
    async fn send_updates(&self) {
        let client = reqwest::Client::new();
        loop {
            let news = self.news.notified();
            let first = {
                let state = self.state();
                let first = state.updates.first_key_value().map(|(id, u)| (*id, u.clone()));
                (state.webhook.clone(), first)
            };
            let ((Some((url, secret)), first), address) =
                (first, self.hook_address.lock().expect("an address").clone())
            else {
                return;
            };
            let (Some((id, update)), Some(address)) = (first, address) else {
                let _late = timeout(Duration::from_millis(100), news).await;
                continue;
            };
            let path = url.splitn(4, '/').nth(3).unwrap_or_default().to_owned();
            let sent = client
                .post(format!("http://{address}/{path}"))
                .header("x-telegram-bot-api-secret-token", &secret)
                .header("content-type", "application/json")
                .body(update.to_string())
                .send()
                .await;
            match sent {
                Ok(answer) if answer.status() == 200 => self.confirm(vec![id]).await,
                _ => sleep(Duration::from_millis(50)).await,
            }
        }
    }
}

impl State {
    fn process(&mut self, method: &str, request: &Request) -> Result<Value, rules::Refusal> {
        let text =
            |name: &str| request.params.get(name).and_then(Value::as_str).unwrap_or_default();
        let number =
            |name: &str| request.params.get(name).and_then(Value::as_i64).unwrap_or_default();
        let chat = number("chat_id");
        match method {
            "getMe" => Ok(json!({ "id": 4242, "is_bot": true, "first_name": "Pia",
                "username": "PiaFakeBot", "can_join_groups": true })),
            "getWebhookInfo" => {
                let url = self.webhook.as_ref().map_or("", |(url, _)| url);
                Ok(json!({ "url": url, "has_custom_certificate": false,
                    "pending_update_count": self.updates.len() }))
            }
            "deleteWebhook" => {
                self.webhook = None;
                Ok(json!(true))
            }
            "setWebhook" => {
                self.webhook = Some((text("url").to_owned(), text("secret_token").to_owned()));
                Ok(json!(true))
            }
            "setMyCommands" => {
                let commands = request.params["commands"].as_array().cloned();
                self.commands.insert(text("language_code").to_owned(), commands.unwrap_or_default());
                Ok(json!(true))
            }
            "answerCallbackQuery" => match self.callbacks.get_mut(text("callback_query_id")) {
                Some(answers) => {
                    *answers += 1;
                    Ok(json!(true))
                }
                None => Err((400, "Bad Request: query is too old and response timeout expired or query ID is invalid".to_owned())),
            },
            "getChat" => {
                self.may_reach(chat)?;
                let kind = if chat < 0 { "supergroup" } else { "private" };
                Ok(json!({ "id": chat, "type": kind }))
            }
            "getChatMember" => {
                self.may_reach(chat)?;
                Ok(json!({ "status": "member", "user": { "id": 4242, "is_bot": true } }))
            }
            "sendChatAction" => {
                self.may_reach(chat)?;
                Ok(json!(true))
            }
            "sendMessage" | "sendPhoto" => {
                self.may_reach(chat)?;
                self.pace(chat)?;
                self.next_message += 1;
                let message = Message {
                    id: self.next_message,
                    chat,
                    text: format!("{}{}", text("text"), text("caption")),
                    photo: method == "sendPhoto",
                    buttons: buttons(request),
                    before: Vec::new(),
                };
                self.unread.entry(chat).or_default().push_back(message.id);
                let mut result = json!({ "message_id": message.id, "date": now(), "chat": { "id": chat } });
                if message.photo {
                    let file = format!("file-{}", message.id);
                    result["photo"] = json!([{ "file_id": file, "file_unique_id": file,
                        "width": 90, "height": 90 }]);
                }
                self.messages.push(message);
                Ok(result)
            }
            "editMessageText" | "editMessageReplyMarkup" => {
                self.may_reach(chat)?;
                let id = number("message_id");
                if method == "editMessageText" {
                    self.pace(chat)?;
                }
                let found = self.messages.iter_mut().find(|m| m.id == id && m.chat == chat);
                let Some(message) = found else {
                    return Err((400, "Bad Request: message to edit not found".to_owned()));
                };
                let now = buttons(request);
                let same = message.buttons == now
                    && (method == "editMessageReplyMarkup" || message.text == text("text"));
                if same {
                    return Err((400, "Bad Request: message is not modified".to_owned()));
                }
                message.buttons = now;
                if method == "editMessageText" {
                    let before = std::mem::replace(&mut message.text, text("text").to_owned());
                    message.before.push(before);
                }
                Ok(json!({ "message_id": id, "date": 1, "chat": { "id": chat } }))
            }
            other => Err((404, format!("Not Found: {other}"))),
        }
    }

    fn may_reach(&self, chat: i64) -> Result<(), rules::Refusal> {
        if self.blocked.contains(&chat) {
            return Err((403, "Forbidden: bot was blocked by the user".to_owned()));
        }
        if !self.chats.contains(&chat) {
            return Err((400, "Bad Request: chat not found".to_owned()));
        }
        Ok(())
    }

    /// One a second to a chat, twenty a minute to a group, thirty a second in all, and nothing
    /// within a pause that was asked for.
    fn pace(&mut self, chat: i64) -> Result<(), rules::Refusal> {
        let now = Instant::now();
        if self.closed.get(&chat).is_some_and(|until| *until > now) {
            self.offences.push(format!("a send to {chat} before retry_after"));
            return Err((429, "Too Many Requests: retry after 1".to_owned()));
        }
        let lately = |window: u64, of: Option<i64>| {
            let window = Duration::from_secs(window);
            let near = self.sends.iter().rev().take_while(|(_, at)| now - *at < window);
            near.filter(|(to, _)| of.is_none_or(|of| of == *to)).count()
        };
        let too_many = lately(1, Some(chat)) >= 1
            || lately(1, None) >= 30
            || (chat < 0 && lately(60, Some(chat)) >= 20);
        if too_many && !self.hasty {
            self.offences.push(format!("too many messages to {chat}"));
            return Err((429, "Too Many Requests: retry after 1".to_owned()));
        }
        self.sends.push((chat, now));
        Ok(())
    }
}

fn buttons(request: &Request) -> Vec<(String, String)> {
    let rows = request.params.get("reply_markup").map(|markup| &markup["inline_keyboard"]);
    let rows = rows.and_then(Value::as_array).into_iter().flatten();
    rows.flat_map(|row| row.as_array().into_iter().flatten())
        .map(|button| {
            let text = |name: &str| button[name].as_str().unwrap_or_default().to_owned();
            (text("text"), text("callback_data"))
        })
        .collect()
}

fn refusal((code, why): rules::Refusal, retry_after: Option<u64>) -> (u16, String) {
    let mut body = json!({ "ok": false, "error_code": code, "description": why });
    if let Some(seconds) = retry_after {
        body["parameters"] = json!({ "retry_after": seconds });
    }
    (code, body.to_string())
}

fn person(id: i64, language: &str) -> Value {
    json!({ "id": id, "is_bot": false, "first_name": format!("Visitor {id}"),
        "language_code": language })
}

/// The platform's clock, in seconds.
pub fn now() -> i64 {
    chrono::Utc::now().timestamp()
}
