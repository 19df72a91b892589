//! The fake of Discord: people who write and press, and everything that was seen of the bot.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout};

use super::world::{Accepted, BOT, Fault, GUILD, Interaction, PUBLIC, Push, REPS, Trap, World};
use super::{api, http, socket};
use crate::support::database::TestDatabase;

/// How long anything may take.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// What the servers share.
pub struct Shared {
    world: Mutex<World>,
    pub gateway: SocketAddr,
}

impl Shared {
    pub fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().expect("the world")
    }
}

/// A running fake; it ends when it is dropped.
pub struct Fake {
    shared: Arc<Shared>,
    pub api: SocketAddr,
    tasks: Vec<JoinHandle<()>>,
}

impl Drop for Fake {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}

impl Fake {
    pub async fn start() -> Self {
        let bind = || TcpListener::bind("127.0.0.1:0");
        let (api_port, gateway_port) = (bind().await.unwrap(), bind().await.unwrap());
        let (api, gateway) = (api_port.local_addr().unwrap(), gateway_port.local_addr().unwrap());
        let shared = Arc::new(Shared { world: Mutex::new(World::new()), gateway });
        let (cutting, handling) = (shared.clone(), shared.clone());
        let cut_unread = move |line: &str| {
            let mut world = cutting.world();
            let fits = |trap: &Trap| {
                let (method, path) = trap.request;
                trap.fault == Fault::CutUnread && line.starts_with(method) && line.contains(path)
            };
            let place = world.traps.iter().position(fits);
            let trap = place.and_then(|place| world.traps.remove(place));
            world.sprung.extend(trap.as_ref().map(|trap| trap.fault));
            trap.is_some()
        };
        let rest = http::serve(api_port, cut_unread, move |request| {
            api::handle(handling.clone(), request)
        });
        let tasks =
            vec![tokio::spawn(rest), tokio::spawn(socket::serve(shared.clone(), gateway_port))];
        Self { shared, api, tasks }
    }

    pub fn world(&self) -> MutexGuard<'_, World> {
        self.shared.world()
    }

    pub fn gateway(&self) -> SocketAddr {
        self.shared.gateway
    }

    /// Somebody with an account.
    pub fn person(&self, name: &str) -> u64 {
        let mut world = self.world();
        let user = world.id();
        world.users.insert(user, name.to_owned());
        world.talk(user);
        user
    }

    /// They write in private. The bot may be away.
    pub fn writes(&self, user: u64, text: &str) -> u64 {
        let (id, message) = self.leaves(user, text);
        self.world().dispatch("MESSAGE_CREATE", &message);
        id
    }

    /// Their message is in the channel, and no gateway tells of it.
    pub fn leaves(&self, user: u64, text: &str) -> (u64, Value) {
        let mut world = self.world();
        let (id, talk) = (world.id(), world.talk(user));
        let message = world.message(id, talk, user, text);
        world.channels.entry(talk).or_default().push(message.clone());
        let name = world.users[&user].clone();
        world.note(talk, &format!("{name}: {text}"));
        (id, message)
    }

    /// They share files, in private or in a channel of the server: name, media type and size of each.
    pub fn shares(
        &self,
        (user, channel): (u64, u64),
        text: &str,
        files: &[(&str, &str, usize)],
        more: &Value,
    ) -> u64 {
        let mut world = self.world();
        let id = world.id();
        let mut message = world.message(id, channel, user, text);
        let attached = files.iter().enumerate().map(|(number, (name, mime, size))| {
            let path = format!("/attachments/{id}/{number}/{name}");
            if world.expires != Some(false) {
                let expired = world.expires.is_some();
                world.files.insert(path.clone(), (*size, expired));
            }
            json!({ "id": format!("{id}{number}"), "filename": name, "size": size,
                "content_type": mime, "url": format!("http://{}{path}", self.api) })
        });
        message["attachments"] = attached.collect();
        for (name, value) in more.as_object().into_iter().flatten() {
            message[name] = value.clone();
        }
        if !world.talks.values().any(|talk| *talk == channel) {
            message["guild_id"] = json!(GUILD.to_string());
        }
        world.channels.entry(channel).or_default().push(message.clone());
        let name = world.users[&user].clone();
        let names: Vec<&str> = files.iter().map(|(name, ..)| *name).collect();
        world.note(channel, &format!("{name}: {text} [{}]", names.join(", ")));
        world.dispatch("MESSAGE_CREATE", &message);
        id
    }

    /// Several events in one breath, in this order.
    pub fn tells_all(&self, kind: &str, events: &[Value]) {
        self.world().dispatch_all(kind, events);
    }

    pub fn tells(&self, kind: &str, event: &Value) {
        self.world().dispatch(kind, event);
    }

    /// They mention the bot in a server.
    pub fn mentions(&self, user: u64, text: &str) -> u64 {
        let mut world = self.world();
        let id = world.id();
        let mut message = world.message(id, PUBLIC, user, &format!("<@{BOT}> {text}"));
        message["guild_id"] = json!(GUILD.to_string());
        message["mentions"] = json!([world.author(BOT)]);
        world.channels.entry(PUBLIC).or_default().push(message.clone());
        world.dispatch("MESSAGE_CREATE", &message);
        id
    }

    /// They press the button whose id begins so, of the last message that has one.
    pub fn presses(&self, user: u64, id: &str) -> u64 {
        let talk = self.world().talk(user);
        self.presses_in(user, talk, id)
    }

    pub fn presses_in(&self, user: u64, channel: u64, id: &str) -> u64 {
        let found = {
            let world = self.world();
            let all: Vec<Value> = world.channels[&channel].iter().rev().flat_map(buttons).collect();
            let ids: Vec<_> =
                all.iter().filter_map(|button| button["custom_id"].as_str()).collect();
            let found = ids.iter().find(|known| known.starts_with(id)).copied();
            found.unwrap_or_else(|| panic!("no button {id:?} among {ids:?}")).to_owned()
        };
        self.uses(user, channel, 3, &json!({ "custom_id": found, "component_type": 2 }), "en-US")
    }

    /// They write in a channel of the server.
    pub fn writes_in(&self, user: u64, channel: u64, text: &str) -> u64 {
        let mut world = self.world();
        let id = world.id();
        let mut message = world.message(id, channel, user, text);
        message["guild_id"] = json!(GUILD.to_string());
        world.channels.entry(channel).or_default().push(message.clone());
        let name = world.users[&user].clone();
        world.note(channel, &format!("{name}: {text}"));
        world.dispatch("MESSAGE_CREATE", &message);
        id
    }

    /// They answer a message in a channel of the server. As apps do unless told otherwise, that mentions
    /// whoever wrote it.
    pub fn answers_in(&self, user: u64, channel: u64, to: &str, text: &str) -> u64 {
        let mut world = self.world();
        let id = world.id();
        let mut message = world.message(id, channel, user, text);
        message["guild_id"] = json!(GUILD.to_string());
        message["type"] = json!(19);
        message["message_reference"] =
            json!({ "message_id": to, "channel_id": channel.to_string() });
        let there = world.channels.get(&channel).into_iter().flatten();
        let author = there.filter(|known| known["id"] == to).map(|known| known["author"].clone());
        message["mentions"] = author.collect();
        world.channels.entry(channel).or_default().push(message.clone());
        let name = world.users[&user].clone();
        world.note(channel, &format!("{name} answers: {text}"));
        world.dispatch("MESSAGE_CREATE", &message);
        id
    }

    /// Whoever wrote a message edits it.
    pub fn edits(&self, channel: u64, id: u64, text: &str) {
        let mut world = self.world();
        let (messages, name) =
            (world.channels.get_mut(&channel).expect("the channel"), id.to_string());
        let found = messages.iter_mut().find(|known| known["id"] == name.as_str());
        let message = found.expect("the message");
        message["content"] = json!(text);
        message["edited_timestamp"] = json!(chrono::Utc::now().to_rfc3339());
        let event = message.clone();
        world.note(channel, &format!("an edit: {text}"));
        world.dispatch("MESSAGE_UPDATE", &event);
    }

    /// Somebody deletes a message in a channel of the server.
    pub fn deletes(&self, channel: u64, id: u64) {
        let mut world = self.world();
        let (messages, name) =
            (world.channels.get_mut(&channel).expect("the channel"), id.to_string());
        messages.retain(|known| known["id"] != name.as_str());
        world.note(channel, "a message is deleted");
        let mut event = json!({ "id": id.to_string(), "channel_id": channel.to_string() });
        if world.user_of(channel).is_none() {
            event["guild_id"] = json!(GUILD.to_string());
        }
        world.dispatch("MESSAGE_DELETE", &event);
    }

    /// They use something.
    pub fn uses(&self, user: u64, channel: u64, kind: u64, data: &Value, locale: &str) -> u64 {
        let mut world = self.world();
        let id = world.id();
        let token = format!("token-{id}");
        let mut event = json!({
            "id": id.to_string(), "application_id": BOT.to_string(), "type": kind, "token": token,
            "version": 1, "channel_id": channel.to_string(), "data": data, "locale": locale,
        });
        if channel == PUBLIC || channel == REPS {
            event["guild_id"] = json!(GUILD.to_string());
            event["member"] = json!({ "user": world.author(user) });
        } else {
            event["user"] = world.author(user);
        }
        let what =
            [&data["custom_id"], &data["name"]].map(|word| word.as_str().unwrap_or_default());
        let (name, what) = (world.users[&user].clone(), what.concat());
        world.note(channel, &format!("{name} uses {what}"));
        world
            .interactions
            .insert(id, Interaction { kind, token, at: Instant::now(), answer: None });
        world.dispatch("INTERACTION_CREATE", &event);
        id
    }

    /// The answer to an interaction, when it came within three seconds.
    pub async fn answer(&self, id: u64) -> Value {
        let answer = || self.world().interactions[&id].answer.clone();
        wait_for("an answer to the interaction", || answer().is_some()).await;
        let (body, age) = answer().unwrap();
        assert!(age < Duration::from_secs(3), "answered after {age:?}");
        body
    }

    /// Waits until the last form of a card has such a button.
    pub async fn until_edited(&self, label: &str) {
        wait_for("the card's new form", || {
            let world = self.world();
            let last = world.edits.last().map(|(_, body)| buttons(body)).unwrap_or_default();
            last.iter().any(|button| button["label"] == label)
        })
        .await;
    }

    /// The replies in somebody's talk, in their order.
    pub fn replies(&self, user: u64) -> Vec<Accepted> {
        let talk = self.world().talk(user);
        self.in_channel(talk)
    }

    pub fn in_channel(&self, channel: u64) -> Vec<Accepted> {
        let world = self.world();
        world.accepted.iter().filter(|message| message.channel == channel).cloned().collect()
    }

    /// Waits until somebody has so many replies, and returns the last.
    pub async fn reply(&self, user: u64, number: usize) -> Accepted {
        let talk = self.world().talk(user);
        self.message_in(talk, number).await
    }

    pub async fn message_in(&self, channel: u64, number: usize) -> Accepted {
        let what = format!("message {number}");
        wait_for(&what, || self.in_channel(channel).len() >= number).await;
        self.in_channel(channel)[number - 1].clone()
    }

    /// Waits until the gateway has a session with a connection.
    pub async fn is_heard(&self) {
        wait_for("a session", || self.world().is_live()).await;
    }

    /// How often somebody connected and was let in.
    pub fn connections(&self) -> usize {
        let world = self.world();
        world.identifies.len() + world.resumes
    }

    /// Waits until the session that is on is kept in the database, with all that was told.
    pub async fn is_kept(&self, database: &TestDatabase) {
        self.is_heard().await;
        let mut plain = database.plain().await;
        for _ in 0..1_000 {
            let kept: Option<(String, i64)> =
                sqlx::query_as("SELECT session, seq FROM gateway_sessions")
                    .fetch_optional(&mut plain)
                    .await
                    .unwrap();
            let known = |(session, seq): &(String, i64)| {
                let world = self.world();
                let seq = u64::try_from(*seq).unwrap();
                world.sessions.get(session).is_some_and(|session| session.seq == seq)
            };
            if kept.as_ref().is_some_and(known) {
                return;
            }
            sleep(Duration::from_millis(10)).await;
        }
        panic!("the session is not kept");
    }

    pub fn trap(&self, request: (&'static str, &'static str), fault: Fault, skip: usize) {
        self.world().traps.push_back(Trap { request, fault, skip });
    }

    /// Tells all connections of the gateway.
    pub fn push(&self, push: &Push) {
        for session in self.world().sessions.values() {
            if let Some(live) = &session.live {
                let _ = live.send(push.clone());
            }
        }
    }

    /// All sessions are over; whoever holds one learns it when they go on.
    pub fn forgets_sessions(&self) {
        self.push(&Push::Drop);
        self.world().sessions.clear();
    }

    /// The private channel of somebody.
    pub fn talk_of(&self, user: u64) -> u64 {
        self.world().talk(user)
    }

    /// A channel as somebody at the platform would see it.
    pub fn told(&self, channel: u64, title: &str) -> String {
        let world = self.world();
        let lines = world.journal.iter().filter(|(place, _)| *place == channel);
        let lines: String = lines.map(|(_, line)| format!("    {line}\n")).collect();
        format!("{title}\n{lines}")
    }

    /// No request broke a rule or came too soon.
    pub fn is_content(&self) {
        let world = self.world();
        assert_eq!(world.refused, [""; 0]);
        assert_eq!(world.over_limit, 0, "requests over a limit");
        assert_eq!(world.impatient, 0, "requests before retry_after");
        assert_eq!(world.twins, 0, "two sessions of one shard");
    }
}

/// The buttons of a message.
pub fn buttons(message: &Value) -> Vec<Value> {
    let rows = message["components"].as_array().cloned().unwrap_or_default();
    rows.iter().flat_map(|row| row["components"].as_array().cloned().unwrap_or_default()).collect()
}

pub async fn wait_for(what: &str, holds: impl Fn() -> bool) {
    let waiting = async {
        while !holds() {
            sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(PATIENCE, waiting).await.unwrap_or_else(|_| panic!("{what} never came"));
}
