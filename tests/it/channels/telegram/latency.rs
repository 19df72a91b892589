//! From an update to its answer, at twenty talks a second, without faults. Measured when it is asked
//! for: `DOCENT_TEST_LATENCY=1`, with `--nocapture` and a release build.
#![expect(clippy::print_stdout, reason = "a measurement is told in numbers")]

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::{Instant, interval, sleep};

use super::bot::{Bot, House};
use super::fake::{Fake, TOKEN};
use crate::support::database::with_database;

const TALKS: i64 = 400;
const EVERY: Duration = Duration::from_millis(50);

/// The median and the 99th percentile, from the moment an update is there until the answer was
/// accepted.
async fn measure(fake: &Fake, first: i64) -> (Duration, Duration) {
    let mut began = Vec::new();
    let mut tick = interval(EVERY);
    for who in first..first + TALKS {
        tick.tick().await;
        began.push((who, Instant::now()));
        fake.says(who, "en", "how far does the Zugpferd go?");
    }
    fake.until("all answers", |state| {
        state.sends.iter().filter(|(to, _)| *to >= first).count() >= began.len()
    })
    .await;
    let state = fake.state();
    let mut took: Vec<Duration> = began
        .iter()
        .map(|(who, at)| {
            let sent = state.sends.iter().find(|(to, _)| to == who).expect("an answer");
            sent.1 - *at
        })
        .collect();
    took.sort();
    (took[took.len() / 2], took[took.len() * 99 / 100])
}

/// Asks and answers without doing anything in between: what the fake and the wire take.
async fn echo(url: String) {
    let client = reqwest::Client::new();
    let call = |method: &str, body: Value| {
        let request = client.post(format!("{url}/bot{TOKEN}/{method}"));
        request.header("content-type", "application/json").body(body.to_string()).send()
    };
    let mut offset = 0;
    loop {
        let Ok(answer) = call("getUpdates", json!({ "offset": offset, "timeout": 25 })).await
        else {
            return;
        };
        let told: Value =
            serde_json::from_str(&answer.text().await.unwrap_or_default()).unwrap_or_default();
        for update in told["result"].as_array().into_iter().flatten() {
            offset = update["update_id"].as_i64().unwrap_or_default() + 1;
            let to = &update["message"]["chat"]["id"];
            let _sent = call("sendMessage", json!({ "chat_id": to, "text": "echo" })).await;
        }
    }
}

#[test]
fn an_answer_is_quick() {
    if std::env::var_os("DOCENT_TEST_LATENCY").is_none() {
        println!("SKIPPED: set DOCENT_TEST_LATENCY=1 to measure the time to an answer");
        return;
    }
    with_database(|database| async move {
        let plain = Fake::start().await;
        let echoing = tokio::spawn(echo(plain.url.clone()));
        let (median, late) = measure(&plain, 1).await;
        echoing.abort();
        println!("echo:   p50 {median:?}, p99 {late:?}");

        let fake = Fake::start().await;
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &[("DOCENT_LOG", "warn")]);
        fake.says(1, "en", "hello");
        fake.next(1).await;
        sleep(Duration::from_secs(2)).await;
        let (median, late) = measure(&fake, 1_000).await;
        println!("docent: p50 {median:?}, p99 {late:?}, {TALKS} talks, one each {EVERY:?}");
        assert!(fake.state().offences.is_empty());
        bot.stops().await;
        assert!(median < Duration::from_millis(30) && late < Duration::from_millis(150));
    });
}
