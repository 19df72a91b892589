//! How long it takes from an event to its reply being accepted, at twenty talks a second, beside a
//! program that only echoes.
//!
//! Run with `DOCENT_TEST_FAULTS=short` or `long`, without other load.
#![expect(clippy::print_stdout, reason = "a measurement is told in numbers")]

use std::time::Duration;

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::time::{Instant, interval, sleep};
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Message;

use super::bot::{Bot, Home};
use super::fake::Fake;
use super::world::TOKEN;
use crate::support::with_database;

/// One event each fifty milliseconds.
const PAUSE: Duration = Duration::from_millis(50);

/// Lets people ask, and returns how long each waited, sorted.
async fn measure(fake: &Fake, count: usize) -> Vec<Duration> {
    let people: Vec<u64> = (0..count).map(|n| fake.person(&format!("p{n}"))).collect();
    let mut asked = Vec::new();
    let mut ticks = interval(PAUSE);
    for user in &people {
        ticks.tick().await;
        asked.push(Instant::now());
        fake.writes(*user, "how far does the Zugpferd go?");
    }
    let mut waits = Vec::new();
    for (user, asked) in people.iter().zip(asked) {
        waits.push(fake.reply(*user, 1).await.at - asked);
    }
    waits.sort();
    waits
}

/// Prints them; the median and the 99th percentile.
fn told(name: &str, waits: &[Duration]) -> (Duration, Duration) {
    let at = |share: usize| waits[(waits.len() * share / 100).min(waits.len() - 1)];
    println!(
        "{name}: {} replies, p50 {:?}, p90 {:?}, p99 {:?}, at most {:?}",
        waits.len(),
        at(50),
        at(90),
        at(99),
        waits[waits.len() - 1]
    );
    (at(50), at(99))
}

/// Answers every message with its own words, and nothing else.
async fn echo(api: std::net::SocketAddr, gateway: std::net::SocketAddr) {
    let (mut socket, _) = connect_async(format!("ws://{gateway}/?v=10")).await.unwrap();
    let hello = json!({ "op": 2, "d": { "token": TOKEN, "intents": 1 << 12, "shard": [0, 1],
        "properties": { "os": "x", "browser": "x", "device": "x" } } });
    socket.send(Message::text(hello.to_string())).await.unwrap();
    let client = reqwest::Client::new();
    while let Some(Ok(message)) = socket.next().await {
        let Ok(frame) = serde_json::from_str::<Value>(message.to_text().unwrap_or_default()) else {
            continue;
        };
        if frame["t"] != "MESSAGE_CREATE" {
            continue;
        }
        let channel = frame["d"]["channel_id"].as_str().unwrap().to_owned();
        let body = json!({ "content": frame["d"]["content"], "allowed_mentions": { "parse": [] } });
        let request = client
            .post(format!("http://{api}/api/v10/channels/{channel}/messages"))
            .header("user-agent", "DiscordBot (x, 1)")
            .header("authorization", format!("Bot {TOKEN}"))
            .json(&body);
        tokio::spawn(async move { request.send().await });
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "what the Makefile sets for this test")]
fn a_reply_takes_a_moment() {
    let Some(form) = std::env::var_os("DOCENT_TEST_FAULTS") else {
        println!("SKIPPED: `make faults` measures how long a reply takes");
        return;
    };
    let count = if form == "long" { 1_200 } else { 300 };
    with_database(|database| async move {
        let fake = Fake::start().await;
        fake.world().heartbeat_ms = 600_000;
        let echoing = tokio::spawn(echo(fake.api, fake.gateway()));
        fake.is_heard().await;
        told("echo", &measure(&fake, count).await);
        echoing.abort();

        let (home, fake) = (Home::make(), Fake::start().await);
        let _bot = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        // The first turns find everything cold.
        measure(&fake, 20).await;
        sleep(Duration::from_secs(1)).await;
        let (median, late) = told("docent", &measure(&fake, count).await);
        fake.is_content();
        assert!(median < Duration::from_millis(30) && late < Duration::from_millis(150));
    });
}
