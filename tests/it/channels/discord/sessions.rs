//! Sessions that end, and what was written meanwhile.

use std::time::Duration;

use super::bot::{Bot, Home};
use super::fake::{Fake, wait_for};
use super::world::{Fault, Push};
use crate::support::database::TestDatabase;
use crate::support::with_database;

/// What everybody said, in the order of turns.
async fn heard(database: &TestDatabase, user: u64, least: usize) -> Vec<String> {
    let mut plain = database.plain().await;
    let sql = "SELECT m.text FROM messages m JOIN identities i USING (bucket, contact_id)
        WHERE m.author = 0 AND i.external_id = $1 ORDER BY m.turn";
    let mut found = Vec::new();
    for _ in 0..3_000 {
        found = sqlx::query_scalar(sql).bind(user.to_string()).fetch_all(&mut plain).await.unwrap();
        if found.len() >= least {
            return found;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("{least} lines were never heard, only {found:?}")
}

fn lines(from: usize, to: usize) -> Vec<String> {
    (from..=to).map(|n| format!("line {n}")).collect()
}

#[test]
fn a_connection_that_ends_goes_on_with_its_session() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let _bot = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        let ann = fake.person("ann");
        let ends = [
            Push::Drop,
            Push::Close(4000),
            Push::Close(1001),
            Push::Frame(serde_json::json!({ "op": 7, "d": null })),
            Push::Frame(serde_json::json!({ "op": 9, "d": true })),
        ];
        for (number, end) in (1..).zip(&ends) {
            fake.push(end);
            // Written while nobody listens: told again when the session goes on.
            fake.writes(ann, &format!("line {number}"));
            assert_eq!(heard(&database, ann, number).await, lines(1, number), "{end:?}");
        }
        assert_eq!(fake.world().identifies.len(), 1);
        assert_eq!(fake.world().resumes, ends.len());
        fake.is_content();
    });
}

#[test]
fn a_gateway_that_stops_answering_is_left() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        fake.world().heartbeat_ms = 500;
        let _bot = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        wait_for("heartbeats", || fake.world().heartbeats > 2).await;
        fake.world().deaf = true;
        wait_for("another connection", || fake.world().resumes > 0).await;
        fake.world().deaf = false;
        let ann = fake.person("ann");
        fake.writes(ann, "line 1");
        assert_eq!(heard(&database, ann, 1).await, lines(1, 1));
        fake.is_content();
    });
}

#[test]
fn a_lost_session_is_caught_up_with_in_order() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let _bot = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        let people: Vec<u64> = (0..6).map(|n| fake.person(&format!("p{n}"))).collect();
        for user in &people {
            fake.writes(*user, "line 1");
            heard(&database, *user, 1).await;
        }
        // Nobody listens, and the session is gone; one writes more than a page.
        fake.world().gateway_down = true;
        fake.forgets_sessions();
        for user in &people {
            let last = if *user == people[0] { 120 } else { 4 };
            (2..=last).for_each(|n| {
                fake.leaves(*user, &format!("line {n}"));
            });
        }
        fake.world().gateway_down = false;
        fake.is_heard().await;
        // These come live, while the others are fetched.
        fake.writes(people[0], "line 121");
        fake.writes(people[5], "line 5");
        assert_eq!(heard(&database, people[5], 5).await, lines(1, 5));
        assert_eq!(heard(&database, people[0], 121).await, lines(1, 121));
        for user in &people[1..5] {
            assert_eq!(heard(&database, *user, 4).await, lines(1, 4));
        }
        assert_eq!(fake.world().identifies.len(), 2);
        fake.is_content();
    });
}

#[test]
fn a_bot_that_was_away_loses_nothing_even_of_strangers() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let mut bot = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        let ann = fake.person("ann");
        fake.writes(ann, "line 1");
        heard(&database, ann, 1).await;
        fake.is_kept(&database).await;
        bot.kill();
        bot.ended().await;
        // Nobody has ever heard of Bea, so no talk of hers can be asked for.
        let bea = fake.person("bea");
        fake.writes(bea, "line 1");
        fake.writes(ann, "line 2");
        let bot = Bot::start(&home, &database.url, &fake).await;
        assert_eq!(heard(&database, bea, 1).await, lines(1, 1));
        assert_eq!(heard(&database, ann, 2).await, lines(1, 2));
        assert_eq!(fake.world().identifies.len(), 1, "the session went on");

        // Told to stop, it leaves the session for the next one.
        bot.stop();
        let mut bot = bot;
        assert!(bot.ended().await.success());
        fake.writes(bea, "line 2");
        let _bot = Bot::start(&home, &database.url, &fake).await;
        assert_eq!(heard(&database, bea, 2).await, lines(1, 2));
        assert_eq!(fake.world().identifies.len(), 1);
        fake.is_content();
    });
}

#[test]
fn the_session_never_goes_ahead_of_a_commit() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let mut bot = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        let (ann, bea) = (fake.person("ann"), fake.person("bea"));
        fake.writes(ann, "line 1");
        heard(&database, ann, 1).await;
        fake.is_kept(&database).await;
        let mut plain = database.plain().await;
        let seq = "SELECT seq FROM gateway_sessions";
        let before: i64 = sqlx::query_scalar(seq).fetch_one(&mut plain).await.unwrap();
        // Commits wait; the session must, too.
        let mut locked = database.plain().await;
        let lock = "BEGIN; LOCK TABLE conversations, inbound IN ACCESS EXCLUSIVE MODE";
        sqlx::raw_sql(lock).execute(&mut locked).await.unwrap();
        fake.writes(bea, "line 1");
        fake.tells("TYPING_START", &serde_json::json!({}));
        tokio::time::sleep(Duration::from_millis(1_500)).await;
        let meanwhile: i64 = sqlx::query_scalar(seq).fetch_one(&mut plain).await.unwrap();
        assert_eq!(meanwhile, before, "ahead of the commit");
        bot.kill();
        bot.ended().await;
        sqlx::raw_sql("ROLLBACK").execute(&mut locked).await.unwrap();
        let _bot = Bot::start(&home, &database.url, &fake).await;
        assert_eq!(heard(&database, bea, 1).await, lines(1, 1));
        let mut after = before;
        for _ in 0..500 {
            after = sqlx::query_scalar(seq).fetch_one(&mut plain).await.unwrap();
            if after > before {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert!(after > before, "and then it goes on");
        fake.is_content();
    });
}

#[test]
fn of_two_replicas_one_holds_the_shard_and_the_other_follows() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let mut first = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        let mut second = Bot::start(&home, &database.url, &fake).await;
        let ann = fake.person("ann");
        fake.writes(ann, "line 1");
        heard(&database, ann, 1).await;
        assert!(second.asked("/readyz").await.contains(r#""discord":{"ok":true"#));
        fake.is_kept(&database).await;
        assert_eq!(fake.connections(), 1, "one session");
        first.kill();
        first.ended().await;
        let began = tokio::time::Instant::now();
        fake.writes(ann, "line 2");
        assert_eq!(heard(&database, ann, 2).await, lines(1, 2));
        assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
        assert!(second.is_alive());
        fake.is_content();
    });
}

#[test]
fn a_crash_while_catching_up_loses_nothing() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let mut bot = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        let people: Vec<u64> = (0..8).map(|n| fake.person(&format!("p{n}"))).collect();
        for user in &people {
            fake.writes(*user, "line 1");
            heard(&database, *user, 1).await;
        }
        bot.kill();
        bot.ended().await;
        fake.world().sessions.clear();
        for user in &people {
            fake.leaves(*user, "line 2");
        }
        for skip in [0, 3] {
            fake.trap(("GET", "/messages"), Fault::KillBeforeAnswer, skip);
            let mut bot = Bot::start(&home, &database.url, &fake).await;
            bot.ended().await;
            fake.world().sessions.clear();
        }
        let _bot = Bot::start(&home, &database.url, &fake).await;
        for user in &people {
            assert_eq!(heard(&database, *user, 2).await, lines(1, 2));
        }
    });
}

#[test]
fn a_strangers_lost_first_word_is_heard_before_the_next() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let _bot = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        let (ann, bea) = (fake.person("ann"), fake.person("bea"));
        fake.writes(ann, "line 1");
        heard(&database, ann, 1).await;
        fake.is_kept(&database).await;
        // Nobody listens, and the session is gone. Nobody knows of Bea.
        fake.world().gateway_down = true;
        fake.forgets_sessions();
        tokio::time::sleep(Duration::from_millis(20)).await;
        (1..=2).for_each(|n| {
            fake.leaves(bea, &format!("line {n}"));
        });
        fake.world().gateway_down = false;
        fake.is_heard().await;
        fake.writes(bea, "line 3");
        assert_eq!(heard(&database, bea, 3).await, lines(1, 3));
        fake.writes(bea, "line 4");
        assert_eq!(heard(&database, bea, 4).await, lines(1, 4));
        fake.is_content();
    });
}

#[test]
fn what_came_late_before_the_session_was_lost_is_caught_up_with() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let mut bot = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        let ann = fake.person("ann");
        fake.writes(ann, "line 0");
        heard(&database, ann, 1).await;
        // The gateway has not told of the first when the second has had its turn.
        let (_, first) = fake.leaves(ann, "line 1");
        fake.writes(ann, "line 2");
        assert_eq!(heard(&database, ann, 2).await, ["line 0", "line 2"]);
        bot.kill();
        bot.ended().await;
        fake.world().sessions.clear();
        let _bot = Bot::start(&home, &database.url, &fake).await;
        assert_eq!(heard(&database, ann, 3).await, ["line 0", "line 2", "line 1"]);
        // Told after all, it is known.
        fake.tells("MESSAGE_CREATE", &first);
        fake.writes(ann, "line 3");
        assert_eq!(heard(&database, ann, 4).await, ["line 0", "line 2", "line 1", "line 3"]);
    });
}

#[test]
fn a_gateway_out_of_order_is_waited_for_longer() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let _bot = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        let ann = fake.person("ann");
        // What comes in one breath is sorted; from then on the gateway is known to be out of order.
        for round in 0..20 {
            let (_, first) = fake.leaves(ann, &format!("line {}", 2 * round + 1));
            let (_, second) = fake.leaves(ann, &format!("line {}", 2 * round + 2));
            if round == 0 {
                fake.tells_all("MESSAGE_CREATE", &[second, first]);
            } else {
                fake.tells("MESSAGE_CREATE", &second);
                tokio::time::sleep(Duration::from_millis(40)).await;
                fake.tells("MESSAGE_CREATE", &first);
            }
            heard(&database, ann, 2 * round + 2).await;
        }
        assert_eq!(heard(&database, ann, 40).await, lines(1, 40));
        fake.is_content();
    });
}
