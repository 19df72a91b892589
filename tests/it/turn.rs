//! The durable turn, whole: what is heard is committed once, in order, and answered once.

use chrono::TimeDelta;
use docent::app::channel::DeliveryError;
use docent::app::turns::Receipt;
use docent::domain::event::Event;
use docent::domain::handoff::Handoff;
use sqlx::Row;

use crate::support::bot::Bot;
use crate::support::with_database;

#[test]
fn an_update_delivered_twice_changes_nothing_the_second_time() {
    with_database(async |database| {
        let bot = Bot::start(&database).await;
        let update = bot.update("ann", Event::Said { text: "how much is the Brotbote?".into() });
        assert_eq!(bot.takes(update.clone()).await.unwrap(), Receipt::Committed(1));
        assert_eq!(bot.takes(update).await.unwrap(), Receipt::Duplicate);
        assert!(bot.says("ann").await.contains("4,890"));
        assert_eq!(bot.unread("ann").await, 0);
        bot.ends().await;
    });
}

#[test]
fn twenty_lines_at_once_are_handled_in_the_order_accepted() {
    with_database(async |database| {
        let bot = Bot::start(&database).await;
        let mut receipts = Vec::new();
        for number in 0..20 {
            let text = format!("line number {number} of many");
            let update = bot.update("ann", Event::Said { text });
            receipts.push(bot.turns.enqueue(update).await.unwrap());
        }
        for (turn, receipt) in (1..).zip(receipts) {
            assert_eq!(receipt.await.unwrap().unwrap(), Receipt::Committed(turn));
        }
        bot.settles().await;
        let mut plain = database.plain().await;
        let said: Vec<String> =
            sqlx::query_scalar("SELECT text FROM messages WHERE author = 0 ORDER BY turn")
                .fetch_all(&mut plain)
                .await
                .unwrap();
        let sent: Vec<String> = (0..20).map(|n| format!("line number {n} of many")).collect();
        assert_eq!(said, sent);
        bot.ends_unread().await;
    });
}

#[test]
fn a_conversation_that_is_locked_holds_up_nobody_else() {
    with_database(async |database| {
        let bot = Bot::start(&database).await;
        bot.hears("ann", "hello").await;
        bot.says("ann").await;
        let mut other = database.plain().await;
        sqlx::query("BEGIN").execute(&mut other).await.unwrap();
        sqlx::query("SELECT 1 FROM conversations FOR UPDATE").execute(&mut other).await.unwrap();
        let update = bot.update("ann", Event::Said { text: "what does the Brotbote weigh".into() });
        let waiting = bot.turns.enqueue(update).await.unwrap();
        bot.hears("bob", "hello").await;
        bot.says("bob").await;
        sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();
        assert_eq!(waiting.await.unwrap().unwrap(), Receipt::Committed(2));
        assert!(bot.says("ann").await.contains("52"));
        bot.ends().await;
    });
}

#[test]
fn an_event_that_cannot_be_decided_is_put_aside_with_an_apology() {
    with_database(async |database| {
        let bot = Bot::start(&database).await;
        bot.hears("ann", "hello").await;
        bot.says("ann").await;
        let mut plain = database.plain().await;
        sqlx::query("UPDATE conversations SET state = '{\"v\": \"nonsense\"}'")
            .execute(&mut plain)
            .await
            .unwrap();
        bot.hears("ann", "are you there?").await;
        assert!(bot.says("ann").await.contains("Something went wrong"));
        let kind: String = sqlx::query_scalar("SELECT kind FROM turns WHERE turn = 2")
            .fetch_one(&mut plain)
            .await
            .unwrap();
        assert_eq!(kind, "failed");
        bot.hears("bob", "hello").await;
        bot.says("bob").await;
        bot.ends().await;
    });
}

#[test]
fn a_send_that_fails_is_tried_again_and_order_holds() {
    with_database(async |database| {
        let bot = Bot::start(&database).await;
        bot.will_refuse(DeliveryError::RetryAt {
            after: std::time::Duration::ZERO,
            reason: "busy".into(),
        });
        bot.hears("ann", "how much is the Brotbote?").await;
        assert!(bot.says("ann").await.contains("4,890"));
        bot.will_refuse(DeliveryError::Unreachable { reason: "blocked".into() });
        bot.hears("ann", "and its range?").await;
        bot.settles().await;
        let mut plain = database.plain().await;
        let row = sqlx::query("SELECT status, last_error FROM outbox WHERE turn = 2")
            .fetch_one(&mut plain)
            .await
            .unwrap();
        assert_eq!((row.get::<i16, _>(0), row.get::<&str, _>(1)), (6, "blocked"));
        bot.ends().await;
    });
}

#[test]
fn the_bot_is_silent_while_a_rep_talks_except_for_a_stop() {
    with_database(async |database| {
        let bot = Bot::start(&database).await;
        bot.hears("ann", "hello").await;
        bot.says("ann").await;
        let mut state = bot.state("ann").await;
        state.handoff = Handoff::Claimed {
            rep: "Kim".into(),
            at: chrono::DateTime::default(),
            seat: None,
            spoke: false,
        };
        let mut plain = database.plain().await;
        sqlx::query("UPDATE conversations SET state = $1::jsonb")
            .bind(serde_json::to_string(&state).unwrap())
            .execute(&mut plain)
            .await
            .unwrap();
        bot.hears("ann", "how much is the Brotbote?").await;
        assert_eq!(bot.unread("ann").await, 0);
        bot.hears("ann", "please stop writing to me").await;
        assert!(bot.says("ann").await.contains("not write to you first"));
        bot.ends().await;
    });
}

#[test]
fn whoever_asks_for_it_is_erased_after_the_confirmation() {
    with_database(async |database| {
        let bot = Bot::start(&database).await;
        bot.hears("ann", "my name is Annabella, delete all my data please").await;
        assert!(bot.says("ann").await.contains("Shall I erase"));
        bot.hears("ann", "yes").await;
        assert!(bot.says("ann").await.contains("erased"));
        bot.after(TimeDelta::seconds(1));
        let mut plain = database.plain().await;
        for _ in 0..100 {
            let left: i64 = sqlx::query_scalar(
                "SELECT (SELECT count(*) FROM contacts) + (SELECT count(*) FROM turns)
                    + (SELECT count(*) FROM messages) + (SELECT count(*) FROM outbox)",
            )
            .fetch_one(&mut plain)
            .await
            .unwrap();
            if left == 0 {
                bot.ends().await;
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("the person is still there");
    });
}
