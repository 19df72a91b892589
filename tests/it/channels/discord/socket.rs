//! The fake's gateway: HELLO, IDENTIFY, RESUME, heartbeats, and everything that ends a session.

use std::sync::Arc;
use std::time::Duration;

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until, timeout};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::{WebSocketStream, accept_async};

use super::fake::Shared;
use super::world::{BOT, Push, Session, TOKEN};

type Socket = WebSocketStream<TcpStream>;

/// Serves until the task is dropped.
pub async fn serve(shared: Arc<Shared>, listener: TcpListener) {
    while let Ok((stream, _)) = listener.accept().await {
        let shared = shared.clone();
        tokio::spawn(async move {
            if shared.world().gateway_down {
                return;
            }
            let Ok(socket) = accept_async(stream).await else { return };
            connection(shared, socket).await;
        });
    }
}

async fn connection(shared: Arc<Shared>, mut socket: Socket) {
    let interval = Duration::from_millis(shared.world().heartbeat_ms);
    let hello = json!({ "op": 10, "d": { "heartbeat_interval": shared.world().heartbeat_ms } });
    if say(&mut socket, &hello).await.is_err() {
        return;
    }
    let first = loop {
        match timeout(Duration::from_secs(10), next(&mut socket)).await {
            // A heartbeat may come before.
            Ok(Some(frame)) if frame["op"] == 1 => continue,
            Ok(Some(frame)) => break frame,
            _ => return close(&mut socket, 4003).await,
        }
    };
    let (push, mut pushed) = mpsc::unbounded_channel();
    let opened = match first["op"].as_u64() {
        Some(2) => identify(&shared, &first["d"], push),
        Some(6) => resume(&shared, &first["d"], push),
        _ => Err(Push::Close(4003)),
    };
    let session = match opened {
        Ok(session) => session,
        Err(Push::Close(code)) => return close(&mut socket, code).await,
        Err(Push::Frame(frame)) => {
            let _ = say(&mut socket, &frame).await;
            // Time to hang up.
            let _ = timeout(Duration::from_secs(2), socket.next()).await;
            return;
        }
        Err(Push::Drop) => return,
    };
    let mut heard = Instant::now();
    loop {
        tokio::select! {
            push = pushed.recv() => match push {
                Some(Push::Frame(frame)) => {
                    // What is there goes out together.
                    let mut last = None;
                    let mut more = feed(&mut socket, &frame).await;
                    while let (Ok(()), Ok(push)) = (more, pushed.try_recv()) {
                        let Push::Frame(frame) = push else { last = Some(push); break };
                        more = feed(&mut socket, &frame).await;
                    }
                    if more.is_err() || socket.flush().await.is_err() { break }
                    match last {
                        Some(Push::Close(code)) => { close(&mut socket, code).await; break }
                        Some(_) => break,
                        None => {}
                    }
                }
                Some(Push::Close(code)) => { close(&mut socket, code).await; break }
                Some(Push::Drop) | None => break,
            },
            frame = next(&mut socket) => {
                let Some(frame) = frame else { break };
                if frame["op"] == 1 {
                    heard = Instant::now();
                    let deaf = { let mut world = shared.world(); world.heartbeats += 1; world.deaf };
                    if !deaf && say(&mut socket, &json!({ "op": 11 })).await.is_err() { break }
                }
            }
            () = sleep_until(heard + interval * 3) => {
                shared.world().refused.push("no heartbeat for three intervals".to_owned());
                close(&mut socket, 4009).await;
                break;
            }
        }
    }
    if let Some(session) = shared.world().sessions.get_mut(&session) {
        session.live = None;
    }
}

/// Begins a session, and sends READY.
fn identify(
    shared: &Shared,
    asked: &Value,
    push: mpsc::UnboundedSender<Push>,
) -> Result<String, Push> {
    let mut world = shared.world();
    if asked["token"] != TOKEN {
        return Err(Push::Close(4004));
    }
    let properties = &asked["properties"];
    let named = ["os", "browser", "device"].iter().all(|key| properties[key].is_string());
    let Some(intents) = asked["intents"].as_u64().filter(|_| named) else {
        world.refused.push(format!("IDENTIFY: {asked}"));
        return Err(Push::Close(4002));
    };
    if intents >= 1 << 26 {
        return Err(Push::Close(4013));
    }
    // Members, presences and content must be turned on.
    if intents & (1 << 1 | 1 << 8 | 1 << 15) != 0 && world.flags & (1 << 18) == 0 {
        return Err(Push::Close(4014));
    }
    let shard = (asked["shard"][0].as_u64().unwrap_or(0), asked["shard"][1].as_u64().unwrap_or(1));
    if shard.0 >= shard.1 {
        return Err(Push::Close(4010));
    }
    let now = Instant::now();
    let early = world.identifies.last().is_some_and(|last| now - *last < Duration::from_secs(5));
    world.identifies.push(now);
    if early {
        return Err(Push::Frame(json!({ "op": 9, "d": false })));
    }
    // Two sessions of one shard both get everything: that is Discord's rule, and counted here.
    if world.sessions.values().any(|other| other.shard == shard && other.live.is_some()) {
        world.twins += 1;
    }
    // A session that nobody holds ends with the next one.
    world.sessions.retain(|_, other| other.shard != shard || other.live.is_some());
    let id = format!("session-{}", world.id());
    let ready = json!({
        "v": 10, "user": world.author(BOT), "guilds": [], "session_id": id,
        "resume_gateway_url": format!("ws://{}", shared.gateway), "shard": [shard.0, shard.1],
        "application": { "id": BOT.to_string(), "flags": world.flags },
    });
    let mut session = Session { shard, seq: 0, log: Vec::new(), live: Some(push), intents };
    session.push("READY", &ready);
    world.sessions.insert(id.clone(), session);
    Ok(id)
}

/// Goes on with a session: everything after the number is told again, then RESUMED.
fn resume(
    shared: &Shared,
    asked: &Value,
    push: mpsc::UnboundedSender<Push>,
) -> Result<String, Push> {
    let mut world = shared.world();
    if asked["token"] != TOKEN {
        return Err(Push::Close(4004));
    }
    let id = asked["session_id"].as_str().unwrap_or_default().to_owned();
    let seq = asked["seq"].as_u64().unwrap_or(u64::MAX);
    let Some(session) = world.sessions.get_mut(&id) else {
        return Err(Push::Frame(json!({ "op": 9, "d": false })));
    };
    if seq > session.seq {
        return Err(Push::Close(4007));
    }
    // Whoever held it is cut off.
    if let Some(before) = session.live.take() {
        let _ = before.send(Push::Close(4000));
    }
    for frame in session.log.iter().skip(usize::try_from(seq).unwrap_or(usize::MAX)) {
        let _ = push.send(Push::Frame(frame.clone()));
    }
    session.live = Some(push);
    session.push("RESUMED", &json!({}));
    world.resumes += 1;
    Ok(id)
}

async fn feed(socket: &mut Socket, frame: &Value) -> Result<(), ()> {
    socket.feed(Message::text(frame.to_string())).await.map_err(|_| ())
}

async fn say(socket: &mut Socket, frame: &Value) -> Result<(), ()> {
    socket.send(Message::text(frame.to_string())).await.map_err(|_| ())
}

async fn next(socket: &mut Socket) -> Option<Value> {
    loop {
        match socket.next().await? {
            Ok(Message::Text(text)) => return serde_json::from_str(&text).ok(),
            Ok(Message::Close(_)) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}

async fn close(socket: &mut Socket, code: u16) {
    let frame = CloseFrame { code: code.into(), reason: "".into() };
    let _ = timeout(Duration::from_secs(1), socket.close(Some(frame))).await;
    // What is still to be read may be read.
    let _ = timeout(Duration::from_millis(200), socket.next()).await;
}
