//! Trouble on the way: too much at once, a server that fails, connections that break, a bot that dies.

use std::time::Duration;

use tokio::time::Instant;

use super::bot::{Bot, House};
use super::fake::{Act, Fake};
use crate::support::database::{TestDatabase, with_database};

const ANN: i64 = 7;
const QUESTION: &str = "how far does the Zugpferd go?";

/// The answer reaches Ann although one thing goes wrong, at least and at most so often.
async fn answers(database: &TestDatabase, act: Act, least: usize, most: usize) {
    let fake = Fake::start().await;
    fake.is_watched_by(database.plain().await).await;
    let house = House::make();
    let bot = Bot::start(&house, database, &fake, &[]);
    fake.says(ANN, "en", "hello");
    fake.next(ANN).await;
    fake.will("sendMessage", act, 0, 1);
    fake.says(ANN, "en", QUESTION);
    let mut answers = 0;
    assert!(fake.next(ANN).await.text.contains("65"));
    answers += 1;
    while fake.next_within(ANN, Duration::from_secs(3)).await.is_some() {
        answers += 1;
    }
    assert!((least..=most).contains(&answers), "{answers} answers");
    assert!(fake.has_gone_wrong(), "nothing went wrong");
    fake.ends().await;
    bot.stops().await;
}

macro_rules! despite {
    ($($name:ident: $act:expr, $least:expr, $most:expr;)*) => {$(
        #[test]
        fn $name() {
            with_database(|database| async move {
                answers(&database, $act, $least, $most).await;
            });
        }
    )*};
}
despite! {
    an_answer_comes_once_after_a_connection_cut_before_the_request_was_read:
        Act::CutUnread, 1, 1;
    an_answer_comes_at_most_twice_when_nobody_knows_whether_it_arrived:
        Act::CutUnanswered, 1, 2;
    an_answer_is_not_sent_again_when_the_reply_to_it_is_nonsense:
        Act::Garbage, 1, 1;
    an_answer_comes_once_after_an_error_of_the_server:
        Act::Status(502), 1, 1;
    an_answer_waits_for_the_pause_that_was_asked_for:
        Act::TooMany(2), 1, 1;
    an_answer_is_not_sent_again_when_it_is_slow:
        Act::Delay(Duration::from_secs(2)), 1, 1;
}

#[test]
fn the_pace_is_kept_when_everybody_talks_at_once() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &[]);
        for who in 1..=45 {
            fake.says(who, "en", "hello");
            fake.says(who, "en", QUESTION);
        }
        for who in 1..=45 {
            fake.next(who).await;
            fake.next(who).await;
        }
        // The fake counts by its own clock: any send too many would be an offence.
        fake.ends().await;
        bot.stops().await;
    });
}

#[test]
fn a_bot_that_dies_while_it_sends_loses_nothing() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        fake.is_watched_by(database.plain().await).await;
        let house = House::make();
        let mut bot = Bot::start(&house, &database, &fake, &[]);
        fake.says(ANN, "en", "hello");
        fake.next(ANN).await;
        let kinds = ["sendMessage", "getUpdates", "answerCallbackQuery", "editMessageReplyMarkup"];
        for (round, method) in (0..).zip(kinds.iter().cycle().take(8)) {
            let act = if round < 4 { Act::KillOnReceipt } else { Act::KillBeforeAnswer };
            fake.will(method, act, 0, 1);
            // Its answer has buttons.
            fake.says(ANN, "en", "/language");
            let until = Instant::now() + Duration::from_secs(40);
            let mut pressed = false;
            while fake.state().killed.len() <= round {
                let told = fake.next_within(ANN, Duration::from_millis(20)).await;
                if let Some(asked) = told.filter(|asked| !asked.buttons.is_empty() && !pressed) {
                    fake.presses(ANN, "en", &asked, "English");
                    pressed = true;
                }
                assert!(Instant::now() < until, "no {method} in round {round}");
            }
            bot.dies().await;
            bot = Bot::start(&house, &database, &fake, &[]);
        }
        fake.settles().await;
        let mut plain = database.plain().await;
        let until = Instant::now() + Duration::from_secs(40);
        loop {
            let open: i64 = sqlx::query_scalar("SELECT count(*) FROM outbox WHERE done_at IS NULL")
                .fetch_one(&mut plain)
                .await
                .unwrap();
            if open == 0 {
                break;
            }
            assert!(Instant::now() < until, "{open} messages have not left");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert_eq!(fake.state().killed.len(), 8);
        let (turns, updates): (i64, i64) =
            sqlx::query_as("SELECT (SELECT count(*) FROM turns), (SELECT count(*) FROM inbound)")
                .fetch_one(&mut plain)
                .await
                .unwrap();
        assert_eq!(turns, updates, "each update has its effect once");
        let sent: i64 = sqlx::query_scalar("SELECT count(*) FROM outbox WHERE status = 2")
            .fetch_one(&mut plain)
            .await
            .unwrap();
        let arrived = i64::try_from(fake.state().messages.len()).unwrap();
        let most = sent + fake.state().claimed;
        assert!((sent..=most).contains(&arrived), "{arrived} for {sent}");
        assert!(fake.state().ahead.is_empty());
        bot.stops().await;
    });
}

/// A platform that is away when the bot starts, and a token that is wrong: the process lives,
/// says so, and goes on when it can.
#[test]
fn a_platform_that_is_away_takes_nothing_down() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        fake.state().revoked = true;
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &[]);
        fake.until("a try", |state| !state.calls.is_empty()).await;
        let began = Instant::now();
        let told = loop {
            let (status, told) = bot.asks("/readyz").await;
            assert_eq!(status, 200, "{told}");
            if told.contains("401") || began.elapsed() > Duration::from_secs(10) {
                break told;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        };
        assert!(told.contains("the token is wrong or was revoked"), "{told}");
        let (_, metrics) = bot.asks("/metrics").await;
        assert!(metrics.contains("docent_channel_up{channel=\"telegram\"} 0"), "{metrics}");
        fake.state().revoked = false;
        fake.says(ANN, "en", "hello");
        fake.next(ANN).await;
        let (_, metrics) = bot.asks("/metrics").await;
        assert!(metrics.contains("docent_channel_up{channel=\"telegram\"} 1"), "{metrics}");
        let warned = bot.log().matches("the platform is tried again").count();
        assert_eq!(warned, 1, "one line for one trouble:\n{}", bot.log());
        fake.ends().await;
        bot.stops().await;
    });
}
