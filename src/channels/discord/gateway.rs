//! The gateway: one websocket, its heartbeats, and its sessions.
//!
//! A loop of our own over a plain websocket. A library was tried (serenity 0.12.5) and left: it
//! spawns a task for each event, so the order is lost; it drops an event whose fields are not
//! exactly as documented, and prints it, words and all; it never resumes where Discord asks to;
//! and it brings a TLS library with open advisories. Here events come out in the order of their
//! numbers, unread. Start reading at [`run`].

use std::time::Duration;

use futures_util::{FutureExt as _, SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::task::coop::unconstrained;
use tokio::time::{Instant, sleep_until, timeout};
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::{self, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};
use tokio_util::sync::CancellationToken;

use super::rest::USER_AGENT;
use super::sounding::Sounding;
use super::wire::{Frame, Ready};

/// Messages in servers, messages in private.
pub const INTENTS: u64 = (1 << 9) | (1 << 10) | (1 << 12) | (1 << 13);
/// Words in servers that are not meant for us: only reps need it, and only where it is allowed.
pub const MESSAGE_CONTENT: u64 = 1 << 15;
/// How long the connection and the first word may take.
const FIRST_WORD: Duration = Duration::from_secs(10);

/// A session, as far as it must be known to go on with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its name.
    pub id: String,
    /// Where it is resumed.
    pub url: Option<String>,
    /// The number of the last event.
    pub seq: u64,
}

/// What a connection is to be.
pub struct Call<'a> {
    /// Where.
    pub url: &'a str,
    /// The bot's token.
    pub token: &'a str,
    /// Which shard, of how many.
    pub shard: (u32, u32),
    /// What we want to hear.
    pub intents: u64,
    /// The session to go on with, else a new one is begun.
    pub session: Option<Session>,
    /// Asks whether everything that has arrived was read.
    pub sounding: &'a Sounding,
}

/// What the loop tells. It is told in order, and waits until it is taken.
pub enum Told {
    /// A new session began.
    Began(Session, Ready),
    /// The session goes on; what was missed has been told again by now.
    Resumed {
        /// The number of this word itself.
        seq: u64,
    },
    /// It is still there.
    There,
    /// Something happened.
    Happened {
        /// Its number.
        seq: u64,
        /// What.
        kind: String,
        /// Its content.
        event: Value,
    },
}

/// Why a connection ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// We were told to stop.
    Stopped,
    /// The session goes on with another connection.
    Resume(String),
    /// The session is over.
    Over(String),
    /// It will not get better by itself: the reason, and the mend.
    Hopeless(&'static str, &'static str),
}

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// Holds one connection until it ends. `tell` returns when the event is taken over; while it waits
/// the heart goes on beating, and nothing more is read.
pub async fn run<T, F>(call: Call<'_>, stop: &CancellationToken, mut tell: T) -> End
where
    T: FnMut(Told) -> F,
    F: Future<Output = ()>,
{
    let opened = tokio::select! {
        opened = timeout(FIRST_WORD, open(&call)) => opened,
        () = stop.cancelled() => return End::Stopped,
    };
    let (mut socket, interval) = match opened {
        Ok(Ok(opened)) => opened,
        Ok(Err(end)) => return end,
        Err(_) => return End::Resume("the gateway did not answer in time".to_owned()),
    };
    let mut heart = Heart::new(interval, call.session.as_ref().map(|session| session.seq));
    loop {
        let next = match next_at_once(&mut socket, &call, &heart) {
            Some(message) => message,
            None => tokio::select! {
                message = socket.next() => message,
                () = call.sounding.asked() => continue,
                () = sleep_until(heart.next) => {
                    if !heart.answered {
                        hang_up(&mut socket).await;
                        return End::Resume("the gateway stopped answering".to_owned());
                    }
                    if let Err(end) = heart.beat(&mut socket).await { return end; }
                    continue;
                }
                () = stop.cancelled() => {
                    hang_up(&mut socket).await;
                    return End::Stopped;
                }
            },
        };
        let frame = match read(next) {
            Ok(Some(frame)) => frame,
            Ok(None) => continue,
            Err(end) => return end,
        };
        match frame.op {
            0 => {
                let seq = frame.s.unwrap_or_default();
                heart.seq = heart.seq.max(Some(seq));
                let kind = frame.t.unwrap_or_default();
                let Some(told) = dispatch(kind, frame.d, seq) else {
                    hang_up(&mut socket).await;
                    return End::Over("the gateway's greeting cannot be read".to_owned());
                };
                let taking = tell(told);
                tokio::pin!(taking);
                // Whoever is slow to take an event must not stop the heart.
                loop {
                    tokio::select! {
                        () = &mut taking => break,
                        () = sleep_until(heart.next) => {
                            heart.answered = true;
                            if let Err(end) = heart.beat(&mut socket).await { return end; }
                        }
                        () = stop.cancelled() => {
                            hang_up(&mut socket).await;
                            return End::Stopped;
                        }
                    }
                }
            }
            1 => {
                if let Err(end) = heart.beat(&mut socket).await {
                    return end;
                }
            }
            7 => {
                hang_up(&mut socket).await;
                return End::Resume("the gateway asked for it".to_owned());
            }
            9 => {
                hang_up(&mut socket).await;
                return match frame.d == true {
                    true => End::Resume("the gateway asked for it".to_owned()),
                    false => End::Over("the session is no longer valid".to_owned()),
                };
            }
            11 => {
                heart.answered = true;
                tell(Told::There).await;
            }
            _ => {}
        }
    }
}

/// What is here already, when somebody asks whether anything is; a heartbeat that is due goes first.
#[expect(clippy::option_option, reason = "nothing here yet, and the end of the connection")]
fn next_at_once(
    socket: &mut Socket,
    call: &Call<'_>,
    heart: &Heart,
) -> Option<Option<Result<Message, tungstenite::Error>>> {
    let question = call.sounding.open().filter(|_| heart.next > Instant::now())?;
    let found = unconstrained(socket.next()).now_or_never();
    if found.is_none() {
        call.sounding.answer(question);
    }
    found
}

fn dispatch(kind: String, event: Value, seq: u64) -> Option<Told> {
    match kind.as_str() {
        "READY" => {
            let ready: Ready = serde_json::from_value(event).ok()?;
            let (id, url) = (ready.session_id.clone(), ready.resume_gateway_url.clone());
            Some(Told::Began(Session { id, url, seq }, ready))
        }
        "RESUMED" => Some(Told::Resumed { seq }),
        _ => Some(Told::Happened { seq, kind, event }),
    }
}

/// Connects, waits for the first word, and says who we are.
async fn open(call: &Call<'_>) -> Result<(Socket, Duration), End> {
    let gone = |reason: &str| End::Resume(reason.to_owned());
    let url = format!("{}/?v=10&encoding=json", call.url.trim_end_matches('/'));
    let mut request = url.into_client_request().map_err(|_| {
        End::Hopeless(
            "the gateway's address cannot be read",
            "set discord.gateway_url to an address as in wss://gateway.discord.gg",
        )
    })?;
    request.headers_mut().insert("user-agent", HeaderValue::from_static(USER_AGENT));
    let (mut socket, _) =
        connect_async(request).await.map_err(|_| gone("no connection to the gateway"))?;
    let interval = loop {
        if let Some(frame) = read(socket.next().await)?
            && frame.op == 10
        {
            break frame.d["heartbeat_interval"].as_u64().unwrap_or(41_250);
        }
    };
    let hello = match &call.session {
        Some(session) => json!({
            "op": 6, "d": { "token": call.token, "session_id": session.id, "seq": session.seq },
        }),
        None => json!({
            "op": 2,
            "d": {
                "token": call.token,
                "intents": call.intents,
                "shard": [call.shard.0, call.shard.1],
                "properties": { "os": std::env::consts::OS, "browser": "docent", "device": "docent" },
                "large_threshold": 50,
            },
        }),
    };
    say(&mut socket, &hello).await?;
    Ok((socket, Duration::from_millis(interval.max(100))))
}

/// Whether a gateway is there and speaks first, as it should. No session is begun.
pub async fn greets(url: &str) -> bool {
    let greeted = async {
        let url = format!("{}/?v=10&encoding=json", url.trim_end_matches('/'));
        let (mut socket, _) = connect_async(url).await.ok()?;
        let frame = read(socket.next().await).ok()??;
        let _left = socket.close(None).await;
        (frame.op == 10).then_some(())
    };
    timeout(FIRST_WORD, greeted).await.ok().flatten().is_some()
}

/// A frame, nothing of interest, or the end of the connection.
fn read(message: Option<Result<Message, tungstenite::Error>>) -> Result<Option<Frame>, End> {
    match message {
        // What cannot be read is nobody's message: passed over, and never shown.
        Some(Ok(Message::Text(text))) => Ok(serde_json::from_str(&text).ok()),
        Some(Ok(Message::Close(frame))) => Err(closed(frame.map(|frame| frame.code.into()))),
        Some(Ok(_)) => Ok(None),
        Some(Err(_)) | None => Err(End::Resume("the connection to the gateway broke".to_owned())),
    }
}

/// What the code of a close means for what follows.
fn closed(code: Option<u16>) -> End {
    match code {
        Some(4004) => End::Hopeless(
            "the gateway refuses the token",
            "reset it in the developer portal, page Bot, and set DOCENT_DISCORD_TOKEN to the new one",
        ),
        Some(4010 | 4011) => {
            End::Over(format!("the number of shards changed (close {})", code.unwrap_or_default()))
        }
        Some(4012) => End::Hopeless(
            "the gateway no longer speaks version 10",
            "install a newer version of Docent",
        ),
        Some(4013) => End::Hopeless(
            "the gateway does not know an intent",
            "install a newer version of Docent, or check discord.gateway_url",
        ),
        Some(4014) => End::Hopeless(
            "an intent is not allowed for this bot",
            "turn on Message Content Intent in the developer portal, page Bot",
        ),
        Some(code @ (4003 | 4007 | 4009)) => End::Over(format!("the session ended (close {code})")),
        Some(code) => End::Resume(format!("the gateway closed ({code})")),
        None => End::Resume("the gateway closed".to_owned()),
    }
}

async fn say(socket: &mut Socket, frame: &Value) -> Result<(), End> {
    let sent = socket.send(Message::text(frame.to_string())).await;
    sent.map_err(|_| End::Resume("the connection to the gateway broke".to_owned()))
}

/// Ends a connection so that its session can go on: 1000 and 1001 would end it.
async fn hang_up(socket: &mut Socket) {
    let code = CloseCode::from(4000);
    let frame = CloseFrame { code, reason: "resuming".into() };
    let closing = socket.close(Some(frame));
    // Whoever does not listen is left.
    let _deaf = timeout(Duration::from_secs(1), closing).await;
}

/// Tells the gateway that we are there, and hears whether it is.
struct Heart {
    interval: Duration,
    next: Instant,
    answered: bool,
    seq: Option<u64>,
}

impl Heart {
    fn new(interval: Duration, seq: Option<u64>) -> Self {
        // The first one somewhere within the interval, so that a crowd of bots spreads out.
        let first = interval.mul_f64(f64::from(jitter()) / 256.0);
        Self { interval, next: Instant::now() + first, answered: true, seq }
    }

    async fn beat(&mut self, socket: &mut Socket) -> Result<(), End> {
        self.next = Instant::now() + self.interval;
        self.answered = false;
        say(socket, &json!({ "op": 1, "d": self.seq })).await
    }
}

/// Chance from a fresh identifier.
pub fn jitter() -> u8 {
    uuid::Uuid::new_v4().as_bytes()[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_close_says_what_follows() {
        assert!(matches!(closed(Some(4004)), End::Hopeless(..)));
        assert!(matches!(closed(Some(4014)), End::Hopeless(..)));
        assert!(matches!(closed(Some(4009)), End::Over(_)));
        assert!(matches!(closed(Some(4000)), End::Resume(_)));
        assert!(matches!(closed(Some(1001)), End::Resume(_)));
        assert!(matches!(closed(None), End::Resume(_)));
    }

    #[test]
    fn a_frame_that_cannot_be_read_is_passed_over() {
        assert!(matches!(read(Some(Ok(Message::text("no json")))), Ok(None)));
        assert!(matches!(read(None), Err(End::Resume(_))));
        let frame = read(Some(Ok(Message::text(r#"{"op":11}"#))));
        assert!(matches!(frame, Ok(Some(Frame { op: 11, .. }))));
    }
}
