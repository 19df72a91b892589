//! What the fake knows: people, channels, messages, and the ledger of what was accepted.

use std::collections::{HashMap, HashSet, VecDeque};
use std::time::Duration;

use rustix::process::Pid;
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio::time::Instant;

/// The bot's own id, as its token says.
pub const BOT: u64 = 900_000_000_000_000_001;
/// `base64("900000000000000001")`, then what a token goes on with.
pub const TOKEN: &str = "OTAwMDAwMDAwMDAwMDAwMDAx.Gabcde.secret-of-the-fake";
/// A server, and channels in it.
pub const GUILD: u64 = 700_000_000_000_000_001;
pub const PUBLIC: u64 = 700_000_000_000_000_002;
pub const REPS: u64 = 700_000_000_000_000_003;

/// What goes wrong with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The connection is cut before the request is read.
    CutUnread,
    /// It is read and done, and the connection is cut before the answer.
    CutAnswer,
    /// It is refused by a broken server, and not done.
    ServerError,
    /// It is done, and a broken server says that it was not.
    DoneAndServerError,
    /// It is done, and the answer is no JSON.
    Garbage,
    /// Too many requests: wait this many milliseconds; in all, or there.
    Limited { millis: u64, global: bool },
    /// It is done, and the answer comes late.
    Late { millis: u64 },
    /// Whoever asks is killed before it is done.
    KillOnReceipt,
    /// It is done, and whoever asked is killed before the answer.
    KillBeforeAnswer,
}

/// A fault that waits for its request.
#[derive(Clone, Debug)]
pub struct Trap {
    /// The method and a part of the path.
    pub request: (&'static str, &'static str),
    pub fault: Fault,
    /// Requests that pass before.
    pub skip: usize,
}

/// A message that was accepted from the bot.
#[derive(Clone, Debug)]
pub struct Accepted {
    pub channel: u64,
    pub content: String,
    pub body: Value,
    pub pictures: usize,
    pub at: Instant,
}

/// A session of the gateway.
pub struct Session {
    pub shard: (u64, u64),
    pub seq: u64,
    /// All events, by number from 1.
    pub log: Vec<Value>,
    pub live: Option<mpsc::UnboundedSender<Push>>,
    pub intents: u64,
}

/// What a connection of the gateway is told to do.
#[derive(Clone, Debug)]
pub enum Push {
    Frame(Value),
    Close(u16),
    Drop,
}

/// Everything.
pub struct World {
    next: u64,
    pub users: HashMap<u64, String>,
    pub talks: HashMap<u64, u64>,
    pub channels: HashMap<u64, Vec<Value>>,
    pub closed: HashSet<u64>,
    /// Threads, with the channels that they are in.
    pub threads: HashMap<u64, u64>,
    /// Who was let into a thread by the bot, each time.
    pub members: Vec<(u64, u64)>,
    /// The bot may not open threads.
    pub no_threads: bool,
    /// What the bot may do, as bits.
    pub permissions: u64,
    nonces: HashMap<(u64, String), (u64, Instant)>,
    /// How long a nonce is honoured.
    pub honoured: Duration,
    pub accepted: Vec<Accepted>,
    pub edits: Vec<(u64, Value)>,
    /// Signs at messages.
    pub signs: Vec<(u64, String)>,
    /// Requests that the nonce recognised as repeats.
    pub recognised: usize,
    /// Requests that broke a rule, and which.
    pub refused: Vec<String>,
    /// Requests over a limit.
    pub over_limit: usize,
    /// When a block that we asked for ends, and requests that came before.
    pub blocked_until: Option<Instant>,
    pub impatient: usize,
    pub interactions: HashMap<u64, Interaction>,
    pub traps: VecDeque<Trap>,
    pub sprung: Vec<Fault>,
    pub victim: Option<Pid>,
    pub sessions: HashMap<String, Session>,
    pub identifies: Vec<Instant>,
    pub resumes: usize,
    pub heartbeats: usize,
    pub twins: usize,
    pub commands: Value,
    pub requests: Vec<(Instant, String)>,
    pub flags: u64,
    /// New connections to the gateway are turned away.
    pub gateway_down: bool,
    pub api_down: bool,
    /// Acknowledge heartbeats.
    pub deaf: bool,
    pub heartbeat_ms: u64,
    pub sessions_left: u64,
    /// Requests a second.
    pub whole: usize,
    /// Messages may also be seen in the history with their nonces.
    pub nonce_in_history: bool,
    /// Files that lie here, by path: their size, and whether their address has expired.
    pub files: HashMap<String, (usize, bool)>,
    /// New files are reached by a fresh address only (true), or not at all (false).
    pub expires: Option<bool>,
    /// What happened, by channel.
    pub journal: Vec<(u64, String)>,
}

/// An interaction that waits for its answer.
pub struct Interaction {
    pub kind: u64,
    pub token: String,
    pub at: Instant,
    pub answer: Option<(Value, Duration)>,
}

impl World {
    pub fn new() -> Self {
        let channels = [PUBLIC, REPS].map(|id| (id, Vec::new())).into();
        Self {
            next: 0,
            users: HashMap::new(),
            talks: HashMap::new(),
            channels,
            closed: HashSet::new(),
            threads: HashMap::new(),
            members: Vec::new(),
            no_threads: false,
            permissions: 309_237_763_136,
            nonces: HashMap::new(),
            honoured: Duration::from_secs(180),
            accepted: Vec::new(),
            edits: Vec::new(),
            signs: Vec::new(),
            recognised: 0,
            refused: Vec::new(),
            over_limit: 0,
            blocked_until: None,
            impatient: 0,
            interactions: HashMap::new(),
            traps: VecDeque::new(),
            sprung: Vec::new(),
            victim: None,
            sessions: HashMap::new(),
            identifies: Vec::new(),
            resumes: 0,
            heartbeats: 0,
            twins: 0,
            commands: Value::Null,
            requests: Vec::new(),
            flags: 0,
            gateway_down: false,
            api_down: false,
            deaf: false,
            heartbeat_ms: 2_000,
            sessions_left: 1000,
            whole: 50,
            nonce_in_history: false,
            files: HashMap::new(),
            expires: None,
            journal: Vec::new(),
        }
    }

    /// The next id: they grow, and begin with the milliseconds since 2015.
    pub fn id(&mut self) -> u64 {
        let millis = chrono::Utc::now().timestamp_millis() - 1_420_070_400_000;
        let now = u64::try_from(millis).expect("it is later than 2015") << 22;
        self.next = (self.next + 1).max(now);
        self.next
    }

    /// Writes down what happened, as somebody at the platform would see it.
    pub fn note(&mut self, channel: u64, what: &str) {
        self.journal.push((channel, what.replace('\n', "\n      ")));
    }

    /// The private channel of somebody.
    pub fn talk(&mut self, user: u64) -> u64 {
        if let Some(talk) = self.talks.get(&user) {
            return *talk;
        }
        let talk = self.id();
        self.talks.insert(user, talk);
        self.channels.insert(talk, Vec::new());
        talk
    }

    /// Whose private channel it is.
    pub fn user_of(&self, channel: u64) -> Option<u64> {
        self.talks.iter().find(|(_, talk)| **talk == channel).map(|(user, _)| *user)
    }

    pub fn author(&self, user: u64) -> Value {
        let name = self.users.get(&user).cloned().unwrap_or_else(|| "somebody".to_owned());
        json!({ "id": user.to_string(), "username": name, "global_name": name, "discriminator": "0",
            "avatar": null, "bot": user == BOT })
    }

    /// A message as Discord tells it.
    pub fn message(&self, id: u64, channel: u64, author: u64, content: &str) -> Value {
        json!({
            "id": id.to_string(), "channel_id": channel.to_string(), "author": self.author(author),
            "content": content, "timestamp": chrono::Utc::now().to_rfc3339(), "type": 0,
            "edited_timestamp": null, "tts": false, "mention_everyone": false, "mentions": [],
            "mention_roles": [], "attachments": [], "embeds": [], "components": [],
            "pinned": false, "flags": 0,
        })
    }

    /// Takes a message of the bot's; one whose nonce is known is the one it was.
    pub fn accept(&mut self, channel: u64, body: &Value, pictures: usize) -> Value {
        let nonce = body["nonce"].as_str().map(str::to_owned);
        if let (Some(nonce), true) = (&nonce, body["enforce_nonce"] == true)
            && let Some((id, at)) = self.nonces.get(&(channel, nonce.clone()))
            && at.elapsed() < self.honoured
        {
            self.recognised += 1;
            let id = id.to_string();
            let known = self.channels[&channel].iter().find(|message| message["id"] == *id);
            return known.cloned().unwrap_or(Value::Null);
        }
        let id = self.id();
        let content = body["content"].as_str().unwrap_or_default().to_owned();
        let mut message = self.message(id, channel, BOT, &content);
        message["message_reference"] = body["message_reference"].clone();
        message["components"] = match &body["components"] {
            Value::Null => json!([]),
            rows => rows.clone(),
        };
        if let Some(nonce) = nonce {
            message["nonce"] = json!(nonce);
            self.nonces.insert((channel, nonce), (id, Instant::now()));
        }
        self.channels.entry(channel).or_default().push(message.clone());
        let picture = if pictures > 0 { " (a picture)" } else { "" };
        self.note(channel, &format!("bot: {content}{picture}{}", labels(body)));
        let (body, at) = (body.clone(), Instant::now());
        self.accepted.push(Accepted { channel, content, body, pictures, at });
        message
    }

    /// Tells several things in one breath, see [`World::dispatch`].
    pub fn dispatch_all(&mut self, kind: &str, events: &[Value]) {
        events.iter().for_each(|event| self.dispatch(kind, event));
    }

    /// Tells something to every session of the first shard; a session without a connection hears
    /// it when it is resumed.
    pub fn dispatch(&mut self, kind: &str, event: &Value) {
        // Signs come to whoever asked for them only.
        let needs = match (kind.starts_with("MESSAGE_REACTION"), event["guild_id"].is_string()) {
            (true, true) => 1 << 10,
            (true, false) => 1 << 13,
            _ => 0,
        };
        for session in self.sessions.values_mut().filter(|session| session.shard.0 == 0) {
            if session.intents & needs == needs {
                session.push(kind, event);
            }
        }
    }

    /// The fault that this request meets, if one waits for it.
    pub fn trapped(&mut self, method: &str, path: &str) -> Option<Fault> {
        let fits = |trap: &Trap| trap.request.0 == method && path.contains(trap.request.1);
        let place = self.traps.iter().position(fits)?;
        let trap = self.traps.get_mut(place)?;
        if trap.skip > 0 {
            trap.skip -= 1;
            return None;
        }
        let fault = self.traps.remove(place)?.fault;
        self.sprung.push(fault);
        Some(fault)
    }

    pub fn is_live(&self) -> bool {
        self.sessions.values().any(|session| session.live.is_some())
    }
}

/// The buttons of a message, as they read.
pub fn labels(body: &Value) -> String {
    let rows = body["components"].as_array().into_iter().flatten();
    let buttons = rows.filter_map(|row| row["components"].as_array()).flatten();
    let labels = buttons.flat_map(|button| match button["options"].as_array() {
        Some(options) => options.iter().map(|option| &option["label"]).collect(),
        None => vec![&button["label"]],
    });
    labels.filter_map(Value::as_str).map(|label| format!(" [{label}]")).collect()
}

impl Session {
    pub fn push(&mut self, kind: &str, event: &Value) {
        self.seq += 1;
        let frame = json!({ "op": 0, "t": kind, "s": self.seq, "d": event });
        self.log.push(frame.clone());
        if let Some(live) = &self.live
            && live.send(Push::Frame(frame)).is_err()
        {
            self.live = None;
        }
    }
}
