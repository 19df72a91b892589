//! Shards: each held by one replica, by lease, with its session kept at what is committed.
//!
//! Start reading at [`listen`]. Nothing here ends the process: whatever is wrong is told by
//! [`crate::app::channel::Wellness`] and tried again, at most a minute later.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::future::join_all;
use secrecy::ExposeSecret as _;
use serde::Deserialize;
use tokio::sync::Mutex;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tracing::{debug, info, warn};

use super::gateway::{self, Call, End, Session, Told};
use super::hearing::Hearing;
use super::rest::Trouble;
use super::{Discord, Parts, begin};
use crate::app::channel::back_off;
use crate::app::duty::Duty;
use crate::app::gateway::{LastSession, SavedSession, Shard};

/// How often a session is kept at what is committed.
const KEEP_EVERY: Duration = Duration::from_millis(200);
/// Discord takes one new session in this time, in each of its queues.
const IDENTIFY_EVERY: Duration = Duration::from_millis(5_100);
/// Connections in a row that broke before the platform counts as out of reach.
const BROKEN: i16 = 2;

/// What Discord says about its gateway.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Lookup {
    /// Where it is.
    pub url: String,
    /// How many shards it wants.
    #[serde(default = "one")]
    pub shards: u32,
    /// How many sessions may begin.
    #[serde(default)]
    pub session_start_limit: StartLimit,
}

fn one() -> u32 {
    1
}

/// How many sessions may begin.
#[derive(Clone, Debug, Deserialize)]
#[serde(default)]
pub(super) struct StartLimit {
    /// Today.
    pub remaining: u64,
    /// When that is renewed, in milliseconds.
    pub reset_after: u64,
    /// At once.
    pub max_concurrency: u32,
}

impl Default for StartLimit {
    fn default() -> Self {
        Self { remaining: 1000, reset_after: 0, max_concurrency: 1 }
    }
}

/// What the shards of this process share.
struct Crew<'a> {
    discord: &'a Arc<Discord>,
    parts: &'a Parts,
    intents: u64,
    /// When the last session began, by queue.
    began: Mutex<HashMap<u32, Instant>>,
    registered: AtomicBool,
}

/// Listens until stopped.
pub(super) async fn listen(
    discord: &Arc<Discord>,
    parts: &Parts,
    duty: &(impl Fn(String, CancellationToken) -> Duty + Send + Sync),
    stop: &CancellationToken,
) {
    let intents = tokio::select! {
        intents = begin::intents(discord) => intents,
        () = stop.cancelled() => return,
    };
    let crew = Crew {
        discord,
        parts,
        intents,
        began: Mutex::default(),
        registered: AtomicBool::new(false),
    };
    while !stop.is_cancelled() {
        let Some(lookup) = crew.look_up(stop).await else { return };
        let count = lookup.shards.max(1);
        // Set when Discord wants another number of shards.
        let changed = stop.child_token();
        let shards = (0..count).map(|number| {
            let name = format!("gateway/discord/{}/{number}of{count}", discord.account);
            let duty = duty(name, changed.clone());
            let (crew, changed) = (&crew, changed.clone());
            async move {
                let hold = |held: CancellationToken| {
                    let changed = changed.clone();
                    async move { crew.hold((number, count), &held, &changed).await }
                };
                duty.run(hold).await;
            }
        });
        join_all(shards).await;
    }
}

impl Crew<'_> {
    /// Asks for the gateway until Discord answers; none when stopped. Without an answer nothing
    /// starts, also when the settings name the gateway: the number of shards and the budget of
    /// sessions are known to Discord alone.
    async fn look_up(&self, stop: &CancellationToken) -> Option<Lookup> {
        let mut failures = 0;
        loop {
            let answer = stop.run_until_cancelled(look_up(self.discord)).await?;
            failures += 1;
            let wait = match answer {
                Ok(lookup) => {
                    self.discord.wellness.up();
                    return Some(lookup);
                }
                Err(trouble) => {
                    self.discord.wellness.down(&trouble.explained());
                    match trouble {
                        Trouble::Limited(wait) => wait,
                        Trouble::Refused { .. } => back_off(failures.max(6)),
                        _ => back_off(failures),
                    }
                }
            };
            stop.run_until_cancelled(tokio::time::sleep(wait)).await?;
        }
    }

    /// Holds a shard while the lease is ours.
    async fn hold(&self, shard: (u32, u32), held: &CancellationToken, changed: &CancellationToken) {
        let name = Shard {
            account: self.discord.account.clone(),
            number: i32::try_from(shard.0).unwrap_or_default(),
            of: i32::try_from(shard.1).unwrap_or_default(),
        };
        let Some(last) = held.run_until_cancelled(self.last(&name)).await else { return };
        let heard_until = last.as_ref().map(|last| last.heard_until);
        let mut session = last.and_then(|last| last.session).map(|saved| Session {
            id: saved.id,
            url: saved.url,
            seq: u64::try_from(saved.seq).unwrap_or_default(),
        });
        let mut hearing =
            Hearing::new(self.discord, self.parts, shard.0 == 0, session.as_ref(), heard_until);
        let mut failures: i16 = 0;
        let mut url: Option<String> = None;
        while !held.is_cancelled() {
            if session.is_none() || url.is_none() {
                let Some(lookup) = self.look_up(held).await else { break };
                if lookup.shards.max(1) != shard.1 {
                    info!(shards = lookup.shards, "Discord wants another number of shards");
                    changed.cancel();
                    break;
                }
                if session.is_none() && !self.may_begin(shard.0, &lookup, held).await {
                    break;
                }
                url = Some(lookup.url);
            }
            let call = Call {
                url: self.address(url.as_deref(), session.as_ref()),
                token: self.discord.setup.token.expose_secret(),
                shard,
                intents: self.intents,
                session: session.clone(),
                sounding: self.parts.lanes.sounding(),
            };
            let end = self.connect(call, &mut hearing, &name, held, &mut failures).await;
            session = hearing.session();
            let wait = match end {
                End::Stopped => break,
                End::Resume(reason) => {
                    failures = failures.saturating_add(1);
                    debug!(shard = shard.0, reason, "the gateway is called again");
                    if failures >= BROKEN {
                        self.discord.wellness.down(&reason);
                    }
                    // The first time at once: this happens several times a day.
                    if failures == 1 { Duration::from_millis(50) } else { back_off(failures) }
                }
                End::Over(reason) => {
                    failures = failures.saturating_add(1);
                    info!(channel = "discord", shard = shard.0, reason, "a new session begins");
                    session = None;
                    hearing.forget();
                    if let Err(error) = self.parts.gateway.forget_session(&name).await {
                        debug!(%error, "an old session stays; it is refused when it is tried");
                    }
                    // Discord asks for a pause of one to five seconds, by chance.
                    let pause = Duration::from_secs(1)
                        + 16 * Duration::from_millis(gateway::jitter().into());
                    if failures > BROKEN { pause.max(back_off(failures)) } else { pause }
                }
                End::Hopeless(reason, mend) => {
                    self.discord.wellness.down(&format!("{reason}: {mend}"));
                    Duration::from_secs(60)
                }
            };
            metrics::counter!("docent_channel_reconnects_total", "channel" => "discord")
                .increment(1);
            held.run_until_cancelled(tokio::time::sleep(wait)).await;
        }
        hearing.end();
        self.keep(&name, &hearing).await;
    }

    /// One connection, while the session is kept at what is committed.
    async fn connect(
        &self,
        call: Call<'_>,
        hearing: &mut Hearing,
        name: &Shard,
        held: &CancellationToken,
        failures: &mut i16,
    ) -> End {
        hearing.calls(call.session.is_some());
        let kept = hearing.kept();
        let keeping = async {
            loop {
                tokio::time::sleep(KEEP_EVERY).await;
                if let Some(session) = kept.news() {
                    self.write(name, session).await;
                }
            }
        };
        let (registered, discord) = (&self.registered, self.discord);
        let first = call.shard.0 == 0;
        let hearing = &*hearing;
        let told = |told: Told| {
            let well = matches!(told, Told::Began(..) | Told::Resumed { .. });
            if well {
                *failures = 0;
                discord.wellness.up();
            }
            if let Told::Began(_, ready) = &told
                && first
                && !registered.swap(true, Ordering::Relaxed)
            {
                let application = ready.application.map_or(ready.user.id, |named| named.id);
                tokio::spawn(begin::register(self.parts.clone(), application.0));
            }
            hearing.hear(told)
        };
        let end = tokio::select! {
            end = gateway::run(call, held, told) => end,
            () = keeping => End::Stopped,
        };
        hearing.hung_up();
        end
    }

    /// Where the session goes on. An override holds for everything, lest a test or a proxy be left.
    fn address<'a>(&'a self, looked_up: Option<&'a str>, session: Option<&'a Session>) -> &'a str {
        let own = self.discord.setup.gateway_url.as_deref();
        own.or_else(|| session.and_then(|session| session.url.as_deref()))
            .or(looked_up)
            .unwrap_or("wss://gateway.discord.gg")
    }

    async fn last(&self, name: &Shard) -> Option<LastSession> {
        loop {
            match self.parts.gateway.find_session(name).await {
                Ok(last) => return last,
                Err(error) => warn!(%error, "a shard waits for the database"),
            }
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    }

    async fn keep(&self, name: &Shard, hearing: &Hearing) {
        if let Some(session) = hearing.kept().news() {
            self.write(name, session).await;
        }
    }

    async fn write(&self, name: &Shard, session: Session) {
        let saved = SavedSession {
            id: session.id,
            url: session.url,
            seq: i64::try_from(session.seq).unwrap_or(i64::MAX),
        };
        if let Err(error) = self.parts.gateway.keep_session(name, &saved).await {
            debug!(%error, "the session is kept later");
        }
    }

    /// Waits until a session may begin; false when stopped.
    async fn may_begin(&self, shard: u32, lookup: &Lookup, held: &CancellationToken) -> bool {
        let limit = &lookup.session_start_limit;
        if limit.remaining == 0 {
            let reason = "the sessions that Discord allows in a day are used up";
            self.discord.wellness.down(reason);
            let wait = Duration::from_millis(limit.reset_after.max(1_000));
            if held.run_until_cancelled(tokio::time::sleep(wait)).await.is_none() {
                return false;
            }
        }
        let queue = shard % limit.max_concurrency.max(1);
        let waiting = async {
            // Held over the wait: whoever is next in this queue comes after us.
            let mut began = self.began.lock().await;
            if let Some(last) = began.get(&queue) {
                tokio::time::sleep_until(*last + IDENTIFY_EVERY).await;
            }
            began.insert(queue, Instant::now());
        };
        held.run_until_cancelled(waiting).await.is_some()
    }
}

/// Asks Discord for its gateway.
pub(super) async fn look_up(discord: &Discord) -> Result<Lookup, Trouble> {
    let answer = discord.rest.get("/gateway/bot").await?;
    serde_json::from_value(answer)
        .map_err(|_| Trouble::Unknown("the gateway's address cannot be read".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_answer_is_enough() {
        let lookup: Lookup =
            serde_json::from_str(r#"{"url":"ws://x"}"#).expect("an address is enough");
        assert_eq!((lookup.shards, lookup.session_start_limit.remaining), (1, 1000));
    }
}
