//! Nothing is acknowledged before it is stored: the offset and the 200 never go ahead of a commit.
//!
//! The fake looks into the database at the very moment when it is told that it may forget an
//! update. That this look would notice is shown with doubles of a bot that acknowledge first.

use std::time::Duration;

use serde_json::{Value, json};
use sqlx::Executor;
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;

use super::bot::{Bot, House};
use super::fake::{Act, Fake, TOKEN};
use super::http::{answer, read_body, read_head};
use crate::support::database::with_database;

/// While nobody can commit, nothing is acknowledged; afterwards everything is, in order.
async fn waits_for_commits(fake: &Fake, plain: &mut sqlx::PgConnection) {
    for who in 1..=5 {
        fake.says(who, "en", "hello");
        fake.next(who).await;
    }
    fake.settles().await;
    let confirmed = fake.state().confirmed.len();
    plain.execute("BEGIN; LOCK TABLE inbound IN EXCLUSIVE MODE").await.unwrap();
    for who in 1..=5 {
        fake.says(who, "en", "how far does the Zugpferd go?");
    }
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(fake.state().confirmed.len(), confirmed, "confirmed without a commit");
    plain.execute("COMMIT").await.unwrap();
    for who in 1..=5 {
        assert!(fake.next(who).await.text.contains("65"));
    }
    fake.settles().await;
    assert_eq!(fake.state().confirmed.len(), confirmed + 5);
}

#[test]
fn the_offset_never_goes_ahead_of_a_commit() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        fake.is_watched_by(database.plain().await).await;
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &[]);
        waits_for_commits(&fake, &mut database.plain().await).await;
        fake.ends().await;
        bot.stops().await;
    });
}

#[test]
fn the_200_never_goes_ahead_of_a_commit() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        fake.is_watched_by(database.plain().await).await;
        let set = [
            ("DOCENT_TELEGRAM_MODE", "webhook"),
            ("DOCENT_TELEGRAM_PUBLIC_URL", "https://bot.example.test"),
        ];
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &set);
        waits_for_commits(&fake, &mut database.plain().await).await;
        assert_eq!(
            fake.state().webhook.as_ref().map(|(url, _)| url.clone()).as_deref(),
            Some("https://bot.example.test/telegram/4242")
        );
        strangers_are_refused(&bot, &fake).await;
        fake.ends().await;
        bot.stops().await;
    });
}

/// Without the secret nothing is taken, and nothing endless either.
async fn strangers_are_refused(bot: &Bot, fake: &Fake) {
    let secret = fake.state().webhook.clone().expect("a webhook").1;
    assert_eq!(secret.len(), 64);
    let client = reqwest::Client::new();
    let post = |secret: Option<String>, body: String| {
        let request = client.post(format!("http://{}/telegram/4242", bot.address));
        let request = match secret {
            Some(secret) => request.header("x-telegram-bot-api-secret-token", secret),
            None => request,
        };
        async move { request.body(body).send().await.map(|answer| answer.status().as_u16()) }
    };
    let update = json!({ "update_id": 1 }).to_string();
    assert_eq!(post(None, update.clone()).await.unwrap(), 401);
    assert_eq!(post(Some("x".repeat(64)), update.clone()).await.unwrap(), 401);
    assert_eq!(post(Some(secret.clone()), update).await.unwrap(), 200);
    assert_eq!(post(Some(secret.clone()), "[1]".to_owned()).await.unwrap(), 400);
    let endless = " ".repeat(1_500_000);
    assert!(matches!(post(Some(secret), endless).await, Ok(413) | Err(_)));
}

/// A double of a bot that moves on before anything is stored: the look must notice.
#[test]
fn a_poller_that_confirms_first_is_noticed() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        fake.is_watched_by(database.plain().await).await;
        fake.says(1, "en", "hello");
        let client = reqwest::Client::new();
        let url = format!("{}/bot{TOKEN}/getUpdates", fake.url);
        let ask = |offset: i64| {
            let body = json!({ "offset": offset, "timeout": 0 }).to_string();
            client.post(&url).header("content-type", "application/json").body(body).send()
        };
        let told = ask(0).await.unwrap().text().await.unwrap();
        let told: Value = serde_json::from_str(&told).unwrap();
        let number = told["result"][0]["update_id"].as_i64().expect("an update");
        assert!(fake.state().ahead.is_empty());
        ask(number + 1).await.unwrap();
        assert_eq!(fake.state().ahead, [number]);
    });
}

/// A double that answers 200 before anything is stored: the look must notice.
#[test]
fn a_webhook_that_answers_first_is_noticed() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        fake.is_watched_by(database.plain().await).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        fake.forwards_to(&listener.local_addr().unwrap().to_string());
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let head = read_head(&mut stream).await.expect("a head");
                read_body(&mut stream, &head).await;
                answer(&mut stream, 200, "{}").await;
                let mut rest = Vec::new();
                // The client hangs up when it likes.
                let _gone = stream.read_to_end(&mut rest).await;
            }
        });
        let set = json!({ "url": "https://b.example/x", "secret_token": "s" }).to_string();
        let request = reqwest::Client::new().post(format!("{}/bot{TOKEN}/setWebhook", fake.url));
        request.header("content-type", "application/json").body(set).send().await.unwrap();
        let number = fake.says(1, "en", "hello");
        fake.settles().await;
        assert_eq!(fake.state().ahead, [number]);
    });
}

/// Updates that come twice and out of order have their effect once, in their order.
#[test]
fn updates_twice_and_shuffled_have_their_effect_once() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        fake.is_watched_by(database.plain().await).await;
        fake.state().disorderly = true;
        fake.will("getUpdates", Act::CutUnanswered, 5, 2);
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &[]);
        for round in 0..6 {
            for who in 1..=20 {
                fake.says(who, "en", &format!("how far does the Zugpferd go? {round}"));
            }
        }
        fake.settles().await;
        let mut plain = database.plain().await;
        let (turns, updates): (i64, i64) =
            sqlx::query_as("SELECT (SELECT count(*) FROM turns), (SELECT count(*) FROM inbound)")
                .fetch_one(&mut plain)
                .await
                .unwrap();
        assert_eq!((turns, updates), (120, 120));
        let upside_down: i64 = sqlx::query_scalar(
            "SELECT count(*) FROM inbound a JOIN inbound b USING (bucket, contact_id)
            WHERE a.turn < b.turn AND a.update_id > b.update_id",
        )
        .fetch_one(&mut plain)
        .await
        .unwrap();
        assert_eq!(upside_down, 0, "turns out of order");
        assert!(fake.state().ahead.is_empty());
        bot.dies().await;
    });
}
