//! Telegram as a server of ours: strict, with a ledger, and with faults to order.
//!
//! It refuses what the platform refuses (`rules.rs`), keeps its pace, and writes down what
//! the bot did against the rules although it was told so politely. [`Fake::ends`] fails when there
//! is anything of that kind, or a message that nobody read.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use rustix::process::Pid;
use serde_json::{Value, json};
use sqlx::PgConnection;
use tokio::net::TcpListener;
use tokio::sync::{Mutex as AsyncMutex, Notify};
use tokio::time::{Instant, sleep, timeout};

use super::forum::Forum;

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

pub struct Fault {
    pub method: &'static str,
    pub act: Act,
    pub skip: usize,
    pub times: usize,
}

/// A message of the bot's.
#[derive(Clone, Debug)]
pub struct Message {
    pub id: i64,
    pub chat: i64,
    /// The topic in which it is.
    pub topic: Option<i64>,
    pub text: String,
    /// The words with what is set in them between tags.
    pub rich: String,
    /// The message that it answers.
    pub answers: Option<i64>,
    pub photo: bool,
    /// What it shows beside words: the kind, and the file's name and size where it was sent.
    pub shows: Option<String>,
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
    pub updates: BTreeMap<i64, Value>,
    next_update: i64,
    pub next_message: i64,
    /// Updates that make turns.
    pub turns: BTreeSet<i64>,
    pub confirmed: Vec<i64>,
    /// Confirmed before they were in the database.
    pub ahead: Vec<i64>,
    pub messages: Vec<Message>,
    pub unread: HashMap<i64, VecDeque<i64>>,
    /// Sends that were accepted: chat and moment.
    pub sends: Vec<(i64, Instant)>,
    /// Every request: method, chat, status.
    pub calls: Vec<(String, i64, u16)>,
    /// What the bot did against the rules.
    pub offences: Vec<String>,
    /// Requests within a pause that the platform asked for.
    pub closed: HashMap<i64, Instant>,
    /// The next send to a chat is one too many: again after these seconds.
    pub busy: HashMap<i64, u64>,
    pub callbacks: HashMap<String, usize>,
    /// Signs at messages: chat, message, sign.
    pub signs: Vec<(i64, i64, String)>,
    /// Files that lie here, by id: their name and their size.
    pub files: BTreeMap<String, (String, usize)>,
    /// Files that were fetched.
    pub fetched: Vec<String>,
    /// What presses were answered with.
    pub answers: Vec<(String, String)>,
    pub chats: BTreeSet<i64>,
    /// Groups that have topics.
    pub forums: BTreeMap<i64, Forum>,
    pub blocked: BTreeSet<i64>,
    /// Groups that became supergroups, and their new ids.
    pub moved: BTreeMap<i64, i64>,
    pub commands: BTreeMap<String, Vec<Value>>,
    pub webhook: Option<(String, String)>,
    pub faults: Vec<Fault>,
    /// Each update is brought twice, and lists are turned around.
    pub disorderly: bool,
    /// Only the pace is not enforced: for tests of other things that would be slow.
    pub hasty: bool,
    pub revoked: bool,
    /// The bots that live.
    pub pids: Vec<Pid>,
    /// Messages that were on their way when a bot was killed.
    pub claimed: i64,
    /// Those that were killed on order.
    pub killed: Vec<Pid>,
    /// The kinds of updates that the bot asked for, and got at first.
    pub wanted: Vec<String>,
    /// The latest question for updates; older ones end.
    pub question: u64,
    /// What happened, by chat.
    pub journal: Vec<(i64, String)>,
}

impl State {
    /// From now on the bot gets the kinds of updates that it names.
    pub fn asks_for(&mut self, request: &super::http::Request) {
        let named = request.params.get("allowed_updates").and_then(Value::as_array);
        if let Some(named) = named {
            self.wanted = named.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        }
    }

    /// Writes down what happened, as somebody at the platform would see it.
    pub fn note(&mut self, chat: i64, what: &str) {
        self.journal.push((chat, what.replace('\n', "\n      ")));
    }
}

/// The server.
#[derive(Clone)]
pub struct Fake {
    pub url: String,
    state: Arc<Mutex<State>>,
    pub news: Arc<Notify>,
    /// Looks whether what is confirmed is stored.
    pub witness: Arc<AsyncMutex<Option<PgConnection>>>,
    pub hook_address: Arc<Mutex<Option<String>>>,
}

impl Fake {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let wanted = ["message", "edited_message", "callback_query", "my_chat_member"];
        let wanted = wanted.map(str::to_owned).to_vec();
        let mut state = State { next_update: 1_000, next_message: 100, wanted, ..State::default() };
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
        // Signs and the like come to whoever asked for them only.
        if !state.wanted.iter().any(|wanted| wanted == kind) {
            return id;
        }
        let group = value["chat"]["type"] == "supergroup";
        // A button that was settled has nothing more to say.
        let over = value["data"] == "settled";
        if matches!(kind, "message" | "callback_query") && !group && !over {
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
            let said = fields["text"].as_str().map_or_else(|| fields.to_string(), str::to_owned);
            state.note(who, &format!("visitor {who}: {said}"));
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

    /// A file that somebody has sent lies here.
    pub fn keeps(&self, id: &str, name: &str, size: usize) {
        self.state().files.insert(id.to_owned(), (name.to_owned(), size));
    }

    /// Somebody edits a message of theirs.
    pub fn edits(&self, who: i64, message: i64, text: &str) -> i64 {
        self.state().note(who, &format!("visitor {who} edits: {text}"));
        self.push(
            "edited_message",
            json!({ "message_id": message, "date": now(), "edit_date": now(), "text": text,
                "chat": { "id": who, "type": "private" }, "from": person(who, "de") }),
        )
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
            state.note(who, &format!("visitor {who} presses [{label}]"));
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

    /// Somebody presses a button of a message in the reps' group: the name of the press.
    pub fn presses_in_group(&self, who: i64, message: &Message, label: &str) -> String {
        let id = {
            let mut state = self.state();
            let id = format!("callback{}", state.callbacks.len());
            state.callbacks.insert(id.clone(), 0);
            state.note(message.chat, &format!("{who} presses [{label}]"));
            id
        };
        let data = message.data(label);
        let value = json!({
            "id": id, "from": person(who, "en"), "chat_instance": "1", "data": data,
            "chat": { "type": "supergroup" },
            "message": { "message_id": message.id, "date": now(), "text": message.text,
                "chat": { "id": message.chat, "type": "supergroup" } }
        });
        self.push("callback_query", value);
        id
    }

    /// Somebody writes in the reps' group, as a reply to a message.
    pub fn replies_in_group(&self, who: i64, message: &Message, text: &str) {
        let id = {
            let mut state = self.state();
            state.note(message.chat, &format!("{who} replies: {text}"));
            state.next_message += 1;
            state.next_message
        };
        let chat = json!({ "id": message.chat, "type": "supergroup" });
        self.push(
            "message",
            json!({ "message_id": id, "date": now(), "text": text, "chat": chat,
                "from": person(who, "en"),
                "reply_to_message": { "message_id": message.id, "date": now(), "chat": chat } }),
        );
    }

    /// What a press was answered with.
    pub async fn answer(&self, press: &str) -> String {
        self.until("an answer to the press", |s| s.answers.iter().any(|(id, _)| id == press)).await;
        let state = self.state();
        state.answers.iter().find(|(id, _)| id == press).map(|(_, text)| text.clone()).expect("it")
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

    /// A chat as somebody at the platform would see it.
    pub fn told(&self, chat: i64, title: &str) -> String {
        let state = self.state();
        let lines = state.journal.iter().filter(|(place, _)| *place == chat);
        let lines: String = lines.map(|(_, line)| format!("    {line}\n")).collect();
        format!("{title}\n{lines}")
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
}

pub fn person(id: i64, language: &str) -> Value {
    json!({ "id": id, "is_bot": false, "first_name": format!("Visitor {id}"),
        "language_code": language })
}

/// The platform's clock, in seconds.
pub fn now() -> i64 {
    chrono::Utc::now().timestamp()
}
