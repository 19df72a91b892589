//! The fake's REST API: each request is held against the rules, then done.

use std::sync::Arc;
use std::time::Duration;

use rustix::process::{Signal, kill_process};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use super::fake::Shared;
use super::http::{Answer, Request};
use super::world::{BOT, Fault, GUILD, PUBLIC, REPS, TOKEN, World, labels};
use super::{described, rules};

/// In what time requests are counted in all, and messages to a channel.
const SECOND: Duration = Duration::from_secs(1);
const CHANNEL: (usize, Duration) = (5, Duration::from_secs(5));

/// Answers a request, with whatever goes wrong with it.
pub async fn handle(shared: Arc<Shared>, request: Request) -> Answer {
    let fault = {
        let mut world = shared.world();
        let now = Instant::now();
        world.requests.push((now, format!("{} {}", request.method, request.path)));
        if world.blocked_until.is_some_and(|until| now < until) && !is_interaction(&request) {
            world.impatient += 1;
        }
        world.trapped(&request.method, &request.path)
    };
    let kill = || {
        if let Some(victim) = shared.world().victim {
            let _gone = kill_process(victim, Signal::KILL);
        }
    };
    match fault {
        Some(Fault::ServerError) => return Answer::json(503, &json!({"message": "upstream"})),
        Some(Fault::Limited { millis, global }) => {
            let wait = Duration::from_millis(millis);
            shared.world().blocked_until = Some(Instant::now() + wait);
            return limited(wait, global);
        }
        Some(Fault::KillOnReceipt) => {
            kill();
            return Answer::Cut;
        }
        _ => {}
    }
    let answer = shared.clone().answer(&request);
    match fault {
        Some(Fault::CutAnswer | Fault::CutUnread) => Answer::Cut,
        Some(Fault::DoneAndServerError) => Answer::json(502, &json!({})),
        Some(Fault::Garbage) => {
            Answer::Told { status: 200, headers: vec![], body: b"<html>certainly".to_vec() }
        }
        Some(Fault::KillBeforeAnswer) => {
            kill();
            Answer::Cut
        }
        Some(Fault::Late { millis }) => {
            sleep(Duration::from_millis(millis)).await;
            answer
        }
        _ => answer,
    }
}

fn is_interaction(request: &Request) -> bool {
    request.path.contains("/interactions/")
}

fn limited(wait: Duration, global: bool) -> Answer {
    let body = json!({ "message": "You are being rate limited.", "retry_after": wait.as_secs_f64(),
        "global": global });
    let scope = if global { "global" } else { "user" };
    Answer::json(429, &body)
        .with("retry-after", wait.as_secs() + 1)
        .with("x-ratelimit-scope", scope)
}

fn refuse(status: u16, code: i64, message: &str) -> Answer {
    Answer::json(status, &json!({ "code": code, "message": message }))
}

impl Shared {
    fn answer(self: Arc<Self>, request: &Request) -> Answer {
        let mut world = self.world();
        let world = &mut *world;
        if world.api_down {
            return Answer::json(503, &json!({}));
        }
        if request.path.starts_with("/attachments/") {
            return attachment(world, request);
        }
        let Some(path) = request.path.strip_prefix("/api/v10") else {
            return refuse(404, 0, "404: Not Found");
        };
        let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        let method = request.method.as_str();
        if let ("POST", ["interactions", id, token, "callback"]) = (method, parts.as_slice()) {
            return interaction(world, id, token, request);
        }
        let agent = request.headers.get("user-agent").map(String::as_str).unwrap_or_default();
        if !agent.starts_with("DiscordBot (") {
            world.refused.push(format!("{path}: the user agent {agent:?}"));
            return refuse(403, 40333, "internal network error");
        }
        if request.headers.get("authorization") != Some(&format!("Bot {TOKEN}")) {
            return refuse(401, 0, "401: Unauthorized");
        }
        let body = parts_of(request).map_or(Value::Null, |(json, _)| json);
        if let Some(why) = described::fault(method, path, &body) {
            return broken(world, path, (50035, why));
        }
        if let Some(wait) = over(world, None, (world.whole, SECOND)) {
            world.over_limit += 1;
            return limited(wait, true);
        }
        match (method, parts.as_slice()) {
            ("GET", ["gateway", "bot"]) => Answer::json(
                200,
                &json!({
                    "url": format!("ws://{}", self.gateway), "shards": 1,
                    "session_start_limit": { "total": 1000, "remaining": world.sessions_left,
                        "reset_after": 14_400_000, "max_concurrency": 1 },
                }),
            ),
            ("GET", ["users", "@me"]) => Answer::json(200, &world.author(BOT)),
            ("GET", ["applications", "@me"]) => {
                Answer::json(200, &json!({ "id": BOT.to_string(), "flags": world.flags }))
            }
            ("PUT", ["applications", id, "commands"]) if *id == BOT.to_string() => {
                match rules::commands(&json_of(request)) {
                    Ok(()) => {
                        world.commands = json_of(request);
                        Answer::json(200, &world.commands)
                    }
                    Err(why) => broken(world, path, why),
                }
            }
            ("POST", ["users", "@me", "channels"]) => open_talk(world, path, request),
            ("GET", ["channels", id]) => channel(world, id),
            ("GET", ["guilds", id, "roles"]) if *id == GUILD.to_string() => Answer::json(
                200,
                &json!([{ "id": id, "permissions": world.permissions.to_string() }]),
            ),
            ("GET", ["guilds", id, "members", _]) if *id == GUILD.to_string() => {
                Answer::json(200, &json!({ "roles": [] }))
            }
            ("GET", ["channels", id, "messages"]) => history(world, path, id, request),
            ("POST", ["channels", id, "messages"]) => create(world, path, id, request),
            ("GET", ["channels", id, "messages", message]) => single(world, id, message),
            ("PATCH", ["channels", id, "messages", message]) => {
                edit(world, path, id, message, request)
            }
            ("DELETE", ["channels", id, "messages", message]) => delete(world, id, message),
            ("POST", ["channels", of, "messages", card, "threads"]) => {
                let thread: u64 = card.parse().unwrap_or(0);
                let parent: u64 = of.parse().unwrap_or(0);
                let of = world.channels.get(&parent);
                let there = of.is_some_and(|all| all.iter().any(|known| known["id"] == *card));
                if !there {
                    return refuse(404, 10008, "Unknown Message");
                }
                if world.no_threads {
                    return refuse(403, 50013, "Missing Permissions");
                }
                if world.channels.contains_key(&thread) {
                    return refuse(400, 160_004, "A thread has already been created");
                }
                let name = json_of(request)["name"].as_str().unwrap_or_default().to_owned();
                if !(1..=100).contains(&name.chars().count()) {
                    return refuse(400, 50035, "Invalid Form Body");
                }
                world.channels.entry(thread).or_default();
                world.threads.insert(thread, parent);
                world.note(thread, &format!("thread: {name}"));
                Answer::json(201, &json!({ "id": card, "type": 11, "name": name }))
            }
            ("DELETE", ["channels", _, "messages", message, "reactions", sign, "@me"]) => {
                let of = message.parse().unwrap_or(0);
                let known = world.signs.len();
                world.signs.retain(|(at, known)| (*at, known.as_str()) != (of, *sign));
                match world.signs.len() < known {
                    true => Answer::json(204, &Value::Null),
                    false => refuse(404, 10014, "Unknown Emoji"),
                }
            }
            ("PUT", ["channels", id, "messages", message, "reactions", sign, "@me"]) => {
                let channel: u64 = id.parse().unwrap_or(0);
                let there = |all: &Vec<Value>| all.iter().any(|known| known["id"] == *message);
                if !world.channels.get(&channel).is_some_and(there) {
                    return refuse(404, 10008, "Unknown Message");
                }
                // Signs of a server's own have a name and a number; others are no letters.
                if !sign.starts_with('%') {
                    return refuse(400, 10014, "Unknown Emoji");
                }
                world.note(channel, &format!("bot puts {sign} at a message"));
                world.signs.push((message.parse().unwrap_or(0), (*sign).to_owned()));
                Answer::json(204, &Value::Null)
            }
            ("PUT", ["channels", thread, "thread-members", user]) => {
                let [thread, user] = [thread, user].map(|id| id.parse::<u64>().unwrap_or(0));
                if !world.threads.contains_key(&thread) || !world.channels.contains_key(&thread) {
                    return refuse(404, 10003, "Unknown Channel");
                }
                if !world.users.contains_key(&user) {
                    return refuse(404, 10013, "Unknown User");
                }
                if !request.body.is_empty() {
                    return broken(world, path, (50035, "a body where none belongs".to_owned()));
                }
                world.members.push((thread, user));
                Answer::json(204, &Value::Null)
            }
            ("POST", ["channels", _, "typing"]) => Answer::json(204, &Value::Null),
            _ => {
                world.refused.push(format!("{method} {path}: no such route"));
                refuse(404, 0, "404: Not Found")
            }
        }
    }
}

/// How long to wait, when a limit would be passed. Counted are requests by when they came.
fn over(world: &World, place: Option<&str>, limit: (usize, Duration)) -> Option<Duration> {
    let now = Instant::now();
    let counts = |line: &str| match place {
        Some(place) => line == format!("POST /api/v10/channels/{place}/messages"),
        None => !line.contains("/interactions/"),
    };
    let recent: Vec<_> = world
        .requests
        .iter()
        .rev()
        .take_while(|(at, _)| now - *at < limit.1)
        .filter(|(_, line)| counts(line))
        .collect();
    let first = recent.last()?;
    (recent.len() > limit.0).then(|| limit.1 - (now - first.0))
}

fn json_of(request: &Request) -> Value {
    serde_json::from_slice(&request.body).unwrap_or(Value::Null)
}

fn broken(world: &mut World, path: &str, (code, why): (i64, String)) -> Answer {
    world.refused.push(format!("{path}: {why}"));
    refuse(400, code, "Invalid Form Body")
}

/// The JSON of a message and the files that come with it: their names and sizes.
fn parts_of(request: &Request) -> Option<(Value, Vec<(String, usize)>)> {
    let kind = request.headers.get("content-type")?;
    let Some(boundary) = kind.strip_prefix("multipart/form-data; boundary=") else {
        return (kind == "application/json").then(|| (json_of(request), Vec::new()));
    };
    let text = String::from_utf8_lossy(&request.body);
    let (mut json, mut files) = (None, Vec::new());
    for part in text.split(&format!("--{boundary}")) {
        let Some((head, body)) = part.split_once("\r\n\r\n") else { continue };
        if head.contains("name=\"payload_json\"") {
            json = serde_json::from_str(body.trim_end()).ok();
        } else if head.contains(&format!("name=\"files[{}]\"", files.len())) {
            let (_, name) = head.split_once("filename=\"")?;
            let (name, _) = name.split_once('"')?;
            // Files of other forms than letters are counted roughly; nobody looks at their size.
            files.push((name.to_owned(), body.len().checked_sub(2)?));
        } else {
            return None;
        }
    }
    json.map(|json| (json, files))
}

fn open_talk(world: &mut World, path: &str, request: &Request) -> Answer {
    let body = json_of(request);
    if !rules::is_id(&body["recipient_id"]) {
        return broken(world, path, (50035, "recipient_id: not an id".to_owned()));
    }
    let user = body["recipient_id"].as_str().and_then(|id| id.parse().ok()).unwrap_or(0);
    if !world.users.contains_key(&user) {
        return refuse(400, 50033, "Invalid Recipient(s)");
    }
    let talk = world.talk(user);
    let last = world.channels[&talk].last().map(|message| message["id"].clone());
    Answer::json(
        200,
        &json!({
            "id": talk.to_string(), "type": 1, "last_message_id": last,
            "recipients": [world.author(user)],
        }),
    )
}

fn channel(world: &World, id: &str) -> Answer {
    let number: u64 = id.parse().unwrap_or(0);
    if !world.channels.contains_key(&number) {
        return refuse(404, 10003, "Unknown Channel");
    }
    if world.closed.contains(&number) {
        return refuse(403, 50001, "Missing Access");
    }
    if let Some(parent) = world.threads.get(&number) {
        let (parent, owner) = (parent.to_string(), BOT.to_string());
        return Answer::json(
            200,
            &json!({ "id": id, "type": 11, "guild_id": GUILD.to_string(), "parent_id": parent,
                "owner_id": owner, "name": "a thread" }),
        );
    }
    let kind = if number == PUBLIC || number == REPS { 0 } else { 1 };
    if let Some(user) = world.user_of(number) {
        let recipients = [world.author(user)];
        return Answer::json(200, &json!({ "id": id, "type": 1, "recipients": recipients }));
    }
    Answer::json(
        200,
        &json!({ "id": id, "type": kind, "guild_id": GUILD.to_string(),
        "name": "reps", "permission_overwrites": [] }),
    )
}

fn history(world: &mut World, path: &str, id: &str, request: &Request) -> Answer {
    let number: u64 = id.parse().unwrap_or(0);
    let limit: usize = match request.query.get("limit").map(|text| text.parse()) {
        None => 50,
        Some(Ok(limit @ 1..=100)) => limit,
        _ => return broken(world, path, (50035, "limit: must be between 1 and 100".to_owned())),
    };
    let after = match request.query.get("after").map(|text| text.parse::<u64>()) {
        None => None,
        Some(Ok(after)) => Some(after),
        Some(Err(_)) => return broken(world, path, (50035, "after: not an id".to_owned())),
    };
    let known = |name: &String| matches!(name.as_str(), "limit" | "after");
    if let Some(name) = request.query.keys().find(|name| !known(name)) {
        return broken(world, path, (50035, format!("{name}: no such argument here")));
    }
    if world.closed.contains(&number) && world.user_of(number).is_none() {
        return refuse(403, 50001, "Missing Access");
    }
    let Some(messages) = world.channels.get(&number) else {
        return refuse(404, 10003, "Unknown Channel");
    };
    let id_of = |m: &Value| m["id"].as_str().and_then(|id| id.parse::<u64>().ok()).unwrap_or(0);
    // After an id: the oldest first are chosen; newest first they are told, as Discord does.
    let mut found: Vec<Value> = match after {
        Some(after) => messages.iter().filter(|m| id_of(m) > after).take(limit).cloned().collect(),
        None => messages.iter().rev().take(limit).cloned().collect(),
    };
    if after.is_some() {
        found.reverse();
    }
    for fields in found.iter_mut().filter_map(Value::as_object_mut) {
        // Only the gateway tells the server.
        fields.remove("guild_id");
        if !world.nonce_in_history {
            fields.remove("nonce");
        }
    }
    Answer::json(200, &json!(found))
}

fn create(world: &mut World, path: &str, id: &str, request: &Request) -> Answer {
    let number: u64 = id.parse().unwrap_or(0);
    if !world.channels.contains_key(&number) {
        return refuse(404, 10003, "Unknown Channel");
    }
    if let Some(wait) = over(world, Some(id), CHANNEL) {
        world.over_limit += 1;
        return limited(wait, false);
    }
    if request.body.len() > 10 * 1024 * 1024 {
        world.refused.push(format!("{path}: over 10 MiB"));
        return refuse(413, 40005, "Request entity too large");
    }
    let Some((body, files)) = parts_of(request) else {
        return broken(world, path, (50109, "the body is no JSON and no form".to_owned()));
    };
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let told = body["attachments"].as_array().into_iter().flatten();
    let told: Vec<&str> = told.filter_map(|told| told["filename"].as_str()).collect();
    if (!told.is_empty() && names != told) || files.iter().any(|(_, size)| *size == 0) {
        let why = format!("attachments: {told:?} are not the files {names:?}");
        return broken(world, path, (50035, why));
    }
    if let Err(why) = rules::message(&body, files.len(), false) {
        return broken(world, path, why);
    }
    if world.closed.contains(&number) {
        return refuse(403, 50007, "Cannot send messages to this user");
    }
    let mut message = world.accept(number, &body, files.len());
    let attached = |(name, size): &(String, usize)| json!({ "filename": name, "size": size });
    message["attachments"] = files.iter().map(attached).collect();
    let kept = world.channels.get_mut(&number).and_then(|all| all.last_mut());
    if let Some(kept) = kept.filter(|kept| kept["id"] == message["id"]) {
        *kept = message.clone();
    }
    Answer::json(200, &message)
}

/// A file that somebody has sent.
fn attachment(world: &mut World, request: &Request) -> Answer {
    let signed = request.query.contains_key("again");
    match world.files.get(&request.path) {
        Some((size, expired)) if signed || !expired => {
            Answer::Told { status: 200, headers: vec![], body: vec![b'x'; *size] }
        }
        _ => refuse(404, 0, "This content is no longer available."),
    }
}

/// One message, with fresh addresses of its files.
fn single(world: &mut World, id: &str, message: &str) -> Answer {
    let messages = id.parse::<u64>().ok().and_then(|id| world.channels.get(&id));
    if messages.is_none() {
        return refuse(404, 10003, "Unknown Channel");
    }
    let found = messages.and_then(|all| all.iter().find(|known| known["id"] == message));
    let Some(mut found) = found.cloned() else { return refuse(404, 10008, "Unknown Message") };
    if let Some(fields) = found.as_object_mut() {
        fields.remove("guild_id");
    }
    for file in found["attachments"].as_array_mut().into_iter().flatten() {
        let url = format!("{}?again=1", file["url"].as_str().unwrap_or_default());
        file["url"] = json!(url);
    }
    Answer::json(200, &found)
}

fn edit(world: &mut World, path: &str, id: &str, message: &str, request: &Request) -> Answer {
    let number: u64 = id.parse().unwrap_or(0);
    let body = json_of(request);
    if let Err(why) = rules::edit(&body) {
        return broken(world, path, why);
    }
    let messages = world.channels.get_mut(&number);
    let found = messages.and_then(|all| all.iter_mut().find(|known| known["id"] == message));
    let Some(found) = found else { return refuse(404, 10008, "Unknown Message") };
    let ours = BOT.to_string();
    if found["author"]["id"].as_str() != Some(ours.as_str()) {
        return refuse(403, 50005, "Cannot edit a message authored by another user");
    }
    found["content"] = body["content"].clone();
    found["components"] = body["components"].clone();
    let answer = found.clone();
    let content = body["content"].as_str().unwrap_or_default();
    world.note(number, &format!("bot edits: {content}{}", labels(&body)));
    world.edits.push((message.parse().unwrap_or(0), body));
    Answer::json(200, &answer)
}

fn delete(world: &mut World, id: &str, message: &str) -> Answer {
    let number: u64 = id.parse().unwrap_or(0);
    let Some(messages) = world.channels.get_mut(&number) else {
        return refuse(404, 10003, "Unknown Channel");
    };
    let Some(place) = messages.iter().position(|known| known["id"] == message) else {
        return refuse(404, 10008, "Unknown Message");
    };
    if messages[place]["author"]["id"].as_str() != Some(BOT.to_string().as_str()) {
        return refuse(403, 50013, "Missing Permissions");
    }
    let gone = messages.remove(place);
    world.note(number, &format!("bot deletes: {}", gone["content"].as_str().unwrap_or_default()));
    Answer::json(204, &Value::Null)
}

fn interaction(world: &mut World, id: &str, token: &str, request: &Request) -> Answer {
    let body = json_of(request);
    if let Some(why) = described::fault("POST", "/interactions/1/x/callback", &body) {
        return broken(world, "interactions", (50035, why));
    }
    let Some(used) = id.parse().ok().and_then(|id: u64| world.interactions.get_mut(&id)) else {
        return refuse(404, 10062, "Unknown interaction");
    };
    let age = used.at.elapsed();
    if used.token != token || age > Duration::from_secs(3) {
        return refuse(404, 10062, "Unknown interaction");
    }
    if used.answer.is_some() {
        return refuse(400, 40060, "Interaction has already been acknowledged.");
    }
    // A link to a channel leads somewhere: to one that is there, or to the thread of a card.
    let content = body["data"]["content"].as_str().unwrap_or_default();
    let mut links =
        content.split("<#").skip(1).map(|rest| rest.split('>').next().unwrap_or_default());
    let there = |id: &str| {
        world.channels.contains_key(&id.parse().unwrap_or(0))
            || world.channels[&REPS].iter().any(|card| card["id"] == id)
    };
    if let Some(nowhere) = links.find(|id| !there(id)) {
        let why = format!("content: <#{nowhere}> leads nowhere");
        return broken(world, "interactions", (50035, why));
    }
    let Some(used) = id.parse().ok().and_then(|id: u64| world.interactions.get_mut(&id)) else {
        return refuse(404, 10062, "Unknown interaction");
    };
    match rules::answer(&body, used.kind) {
        Ok(()) => {
            used.answer = Some((body, age));
            Answer::json(204, &Value::Null)
        }
        Err(why) => broken(world, "interactions", why),
    }
}
