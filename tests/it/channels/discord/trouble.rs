//! Trouble with requests: what was taken is never sent again, what was not is.

use std::time::Duration;

use super::bot::{Bot, Home};
use super::fake::{Fake, wait_for};
use super::world::Fault;
use crate::support::database::TestDatabase;
use crate::support::with_database;

const MESSAGE: (&str, &str) = ("POST", "/messages");

async fn is_sent(database: &TestDatabase) {
    let mut plain = database.plain().await;
    for _ in 0..2_000 {
        let open: i64 = sqlx::query_scalar("SELECT count(*) FROM outbox WHERE done_at IS NULL")
            .fetch_one(&mut plain)
            .await
            .unwrap();
        if open == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the outbox never emptied");
}

/// The replies of everybody are there once each, as the database has them.
async fn nothing_is_lost_or_repeated(fake: &Fake, database: &TestDatabase) {
    let mut plain = database.plain().await;
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "SELECT i.external_id, count(*) FROM outbox o JOIN identities i USING (bucket, contact_id)
        WHERE o.status = 2 GROUP BY i.external_id",
    )
    .fetch_all(&mut plain)
    .await
    .unwrap();
    for (user, sent) in rows {
        let seen = fake.replies(user.parse().unwrap()).len();
        assert_eq!(i64::try_from(seen).unwrap(), sent, "messages to {user}, seen and sent");
    }
    let lost: i64 = sqlx::query_scalar("SELECT count(*) FROM outbox WHERE status IN (3, 6)")
        .fetch_one(&mut plain)
        .await
        .unwrap();
    assert_eq!(lost, 0, "dead letters");
}

#[test]
fn every_fault_of_a_send_ends_in_one_message() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let _bot = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        let faults = [
            Fault::CutUnread,
            Fault::CutAnswer,
            Fault::ServerError,
            Fault::DoneAndServerError,
            Fault::Garbage,
            Fault::Limited { millis: 700, global: false },
            Fault::Limited { millis: 700, global: true },
            Fault::Late { millis: 4_800 },
        ];
        for fault in faults {
            let ann = fake.person("ann");
            fake.trap(MESSAGE, fault, 0);
            fake.writes(ann, "how far does the Zugpferd go?");
            fake.reply(ann, 1).await;
            is_sent(&database).await;
            assert_eq!(fake.replies(ann).len(), 1, "{fault:?}");
        }
        assert_eq!(fake.world().sprung, faults);
        nothing_is_lost_or_repeated(&fake, &database).await;
        assert!(fake.world().recognised >= 3, "the nonce told the repeats");
        assert_eq!(fake.world().impatient, 0, "nothing before retry_after");
    });
}

#[test]
fn a_bot_killed_while_it_sends_repeats_nothing() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        fake.world().nonce_in_history = true;
        let mut bot = Bot::start(&home, &database.url, &fake).await;
        let mut people = Vec::new();
        for fault in [Fault::KillOnReceipt, Fault::KillBeforeAnswer] {
            for request in [MESSAGE, ("POST", "/users/@me/channels"), ("POST", "/callback")] {
                fake.is_kept(&database).await;
                let ann = fake.person("ann");
                people.push(ann);
                // The private channel of somebody who uses a command in a server is not known yet.
                fake.trap(request, fault, 0);
                let data = serde_json::json!({ "name": "privacy" });
                fake.uses(ann, super::world::PUBLIC, 2, &data, "en-US");
                bot.ended().await;
                bot = Bot::start(&home, &database.url, &fake).await;
                fake.reply(ann, 1).await;
            }
        }
        is_sent(&database).await;
        for user in people {
            assert_eq!(fake.replies(user).len(), 1);
        }
        assert_eq!(fake.world().sprung.len(), 6);
        nothing_is_lost_or_repeated(&fake, &database).await;
    });
}

#[test]
fn after_a_long_outage_it_is_looked_for_what_arrived() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        // As after minutes: Discord no longer knows the nonce.
        fake.world().honoured = Duration::ZERO;
        let mut bot = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        let ann = fake.person("ann");
        fake.trap(MESSAGE, Fault::KillBeforeAnswer, 0);
        fake.writes(ann, "how far does the Zugpferd go?");
        bot.ended().await;
        assert_eq!(fake.replies(ann).len(), 1, "it arrived, and nobody knows");
        let mut plain = database.plain().await;
        sqlx::raw_sql("UPDATE outbox SET due_at = due_at - interval '5 minutes'")
            .execute(&mut plain)
            .await
            .unwrap();
        let _bot = Bot::start(&home, &database.url, &fake).await;
        is_sent(&database).await;
        assert_eq!(fake.replies(ann).len(), 1, "it was looked for");
        let looked = |line: &str| line.starts_with("GET") && line.ends_with("/messages");
        assert!(fake.world().requests.iter().any(|(_, line)| looked(line)));
        // What did not arrive is sent all the same.
        fake.trap(MESSAGE, Fault::ServerError, 0);
        fake.writes(ann, "how far does the Zugpferd go?");
        fake.reply(ann, 2).await;
        is_sent(&database).await;
        assert_eq!(fake.replies(ann).len(), 2);
        fake.is_content();
    });
}

#[test]
fn the_pace_is_kept_under_a_rush() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let _bot = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        let people: Vec<u64> = (0..120).map(|n| fake.person(&format!("p{n}"))).collect();
        for user in &people {
            fake.writes(*user, "how far does the Zugpferd go?");
        }
        let busy = people[0];
        for question in
            ["how heavy is the Zugpferd?", "how fast is the Zugpferd?"].repeat(4).iter().take(7)
        {
            fake.writes(busy, question);
        }
        for user in &people {
            fake.reply(*user, 1).await;
        }
        fake.reply(busy, 8).await;
        is_sent(&database).await;
        fake.is_content();
        nothing_is_lost_or_repeated(&fake, &database).await;
    });
}

#[test]
fn the_platform_may_be_away_for_a_while() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let mut bot = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        let ann = fake.person("ann");
        fake.writes(ann, "hello");
        fake.reply(ann, 1).await;
        {
            let mut world = fake.world();
            world.api_down = true;
            world.gateway_down = true;
        }
        fake.writes(ann, "how far does the Zugpferd go?");
        tokio::time::sleep(Duration::from_secs(2)).await;
        fake.push(&super::world::Push::Drop);
        tokio::time::sleep(Duration::from_secs(3)).await;
        assert!(bot.is_alive());
        let ready = bot.asked("/readyz").await;
        assert!(ready.contains(r#""discord":{"ok":false"#), "{ready}");
        assert!(bot.asked("/metrics").await.contains(r#"docent_channel_up{channel="discord"} 0"#));
        fake.leaves(ann, "and how heavy is it?");
        {
            let mut world = fake.world();
            world.api_down = false;
            world.gateway_down = false;
            world.sessions.clear();
        }
        fake.reply(ann, 3).await;
        wait_for("readiness", || fake.world().is_live()).await;
        assert!(bot.asked("/readyz").await.contains(r#""discord":{"ok":true"#));
        is_sent(&database).await;
        nothing_is_lost_or_repeated(&fake, &database).await;
    });
}
