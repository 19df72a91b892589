//! The long campaign: three replicas, kills at each kind of request, an outage, disorder.
//!
//! It runs when it is asked for, `DOCENT_TEST_FAULTS=short` or `long`, and prints its numbers. The
//! rules: what was confirmed is stored, each update has its effect once and in the order of its
//! talk, everything that was committed has left, and only what was on its way when a fault fell came
//! twice.
#![expect(clippy::print_stdout, reason = "a run is told in numbers")]

use std::time::Duration;

use sqlx::PgConnection;
use tokio::task::JoinHandle;
use tokio::time::{Instant, interval, sleep};

use super::bot::{Bot, House};
use super::fake::{Act, Fake};
use crate::support::database::{TestDatabase, with_database};

/// Nothing is slowed down: these runs are about loss, not about pace.
const SET: &[(&str, &str)] = &[
    ("DOCENT_FLOOD_PERSON_BURST", "0"),
    ("DOCENT_TELEGRAM_CHAT_PER_SECOND", "1000"),
    ("DOCENT_TELEGRAM_TOTAL_PER_SECOND", "10000"),
    ("DOCENT_LOG", "warn"),
];
const PEOPLE: i64 = 40;

/// How often something is done; none when the campaign was not asked for.
fn times(short: usize, long: usize) -> Option<usize> {
    match std::env::var("DOCENT_TEST_FAULTS").as_deref() {
        Ok("long") => Some(long),
        Ok(form) if form != "off" => Some(short),
        _ => {
            println!("SKIPPED: DOCENT_TEST_FAULTS=short or long runs the campaign on Telegram");
            None
        }
    }
}

/// Everybody talks, all the time.
fn talk(fake: &Fake) -> JoinHandle<()> {
    let fake = fake.clone();
    tokio::spawn(async move {
        let mut tick = interval(Duration::from_millis(30));
        loop {
            tick.tick().await;
            let who = fastrand::i64(1..=PEOPLE);
            let asked = {
                let state = fake.state();
                let last = state.messages.iter().rev().find(|m| m.chat == who);
                last.filter(|m| m.buttons.iter().any(|(label, _)| label == "English")).cloned()
            };
            match asked {
                Some(asked) => fake.presses(who, "en", &asked, "English"),
                None if fastrand::bool() => fake.says(who, "en", "/language"),
                None => fake.says(who, "en", "how far does the Zugpferd go?"),
            };
        }
    })
}

async fn one<T>(plain: &mut PgConnection, query: &'static str) -> T
where
    T: for<'r> sqlx::Decode<'r, sqlx::Postgres> + sqlx::Type<sqlx::Postgres> + Send + Unpin,
{
    sqlx::query_scalar(query).fetch_one(plain).await.unwrap()
}

/// Waits until everything is confirmed and has left, and holds the rules against it. Of `unsure`
/// messages nobody could know whether they arrived when a fault fell.
async fn judge(fake: &Fake, database: &TestDatabase, unsure: i64) {
    let mut plain = database.plain().await;
    let until = Instant::now() + Duration::from_secs(300);
    loop {
        let waiting = fake.state().updates.len();
        let open: i64 = one(&mut plain, "SELECT count(*) FROM outbox WHERE done_at IS NULL").await;
        if waiting == 0 && open == 0 {
            break;
        }
        assert!(Instant::now() < until, "{waiting} updates and {open} messages wait");
        sleep(Duration::from_millis(100)).await;
    }
    let turns: i64 = one(&mut plain, "SELECT count(*) FROM turns").await;
    let updates: i64 = one(&mut plain, "SELECT count(*) FROM inbound").await;
    let pushed = i64::try_from(fake.state().turns.len()).unwrap();
    assert_eq!((turns, updates), (pushed, pushed), "each update has its effect once");
    let sent: i64 = one(&mut plain, "SELECT count(*) FROM outbox WHERE status = 2").await;
    let lost: i64 = one(&mut plain, "SELECT count(*) FROM outbox WHERE status IN (3, 6)").await;
    assert_eq!(lost, 0, "nothing was given up");
    let disorder: i64 = one(
        &mut plain,
        "SELECT count(*) FROM (SELECT update_id < lag(update_id) OVER
            (PARTITION BY bucket, contact_id ORDER BY turn) AS late FROM inbound) x WHERE late",
    )
    .await;
    let state = fake.state();
    assert!(state.ahead.is_empty(), "confirmed before they were stored: {:?}", state.ahead);
    assert!(state.offences.is_empty(), "{:#?}", state.offences);
    let arrived = i64::try_from(state.messages.len()).unwrap();
    let repeats = arrived - sent;
    println!(
        "{pushed} updates, {turns} turns, {sent} messages marked as sent, {arrived} arrived: \
         {repeats} twice of {unsure} that may, {disorder} turns out of order"
    );
    assert!((0..=unsure).contains(&repeats), "only what was on its way is sent twice");
    assert_eq!(disorder, 0);
}

#[test]
fn kills_at_every_kind_of_request_lose_nothing() {
    let Some(each) = times(1, 20) else { return };
    let random = times(5, 50).unwrap_or_default();
    with_database(|database| async move {
        let fake = Fake::start().await;
        fake.is_watched_by(database.plain().await).await;
        fake.state().hasty = true;
        let house = House::make();
        let mut bots: Vec<Bot> =
            (0..3).map(|_| Bot::start(&house, &database, &fake, SET)).collect();
        fake.says(1, "en", "hello");
        fake.next(1).await;
        let talking = talk(&fake);
        let kinds = [
            "getUpdates",
            "sendMessage",
            "answerCallbackQuery",
            "editMessageReplyMarkup",
            "getMe",
            "deleteWebhook",
            "setMyCommands",
        ];
        let mut orders: Vec<(&str, Act)> = Vec::new();
        for _ in 0..each {
            for kind in kinds {
                orders.push((kind, Act::KillOnReceipt));
                orders.push((kind, Act::KillBeforeAnswer));
            }
        }
        orders.extend((0..random).map(|_| ("", Act::KillBeforeAnswer)));
        let mut recycled = 0;
        for (place, (kind, act)) in orders.iter().enumerate() {
            let skip = if kind.is_empty() { fastrand::usize(..60) } else { 0 };
            fake.will(kind, act.clone(), skip, 1);
            let until = Instant::now() + Duration::from_secs(90);
            // These are asked only by one that begins to poll: others make room until one does.
            let at_start = matches!(*kind, "getMe" | "deleteWebhook" | "setMyCommands");
            let mut last = Instant::now() - Duration::from_secs(60);
            while fake.state().killed.len() <= place {
                assert!(Instant::now() < until, "nobody died of {kind} {act:?}");
                if at_start && last.elapsed() > Duration::from_secs(8) {
                    let pid = bots[0].pid;
                    fake.state().pids.retain(|alive| *alive != pid);
                    bots.remove(0).dies().await;
                    fake.count_claimed().await;
                    bots.push(Bot::start(&house, &database, &fake, SET));
                    recycled += 1;
                    last = Instant::now();
                }
                sleep(Duration::from_millis(20)).await;
            }
            let killed = fake.state().killed[place];
            // It may have been made room for at that very moment.
            let Some(at) = bots.iter().position(|bot| bot.pid == killed) else { continue };
            bots.remove(at).dies().await;
            bots.push(Bot::start(&house, &database, &fake, SET));
        }
        talking.abort();
        println!("{} kills on order, {recycled} between, three replicas", orders.len());
        let on_their_way = fake.state().claimed;
        judge(&fake, &database, on_their_way).await;
        for bot in bots {
            bot.stops().await;
        }
    });
}

#[test]
fn an_outage_of_the_platform_loses_nothing() {
    let Some(updates) = times(300, 3_600) else { return };
    with_database(|database| async move {
        let fake = Fake::start().await;
        fake.is_watched_by(database.plain().await).await;
        fake.state().hasty = true;
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, SET);
        fake.says(1, "en", "hello");
        fake.next(1).await;
        // What is said in an hour, while nothing comes through; the last replies are under way.
        for act in [Act::CutUnread, Act::Status(503), Act::CutUnanswered] {
            fake.will("", act, 0, 12);
        }
        for n in 0..updates {
            fake.says(1 + n as i64 % PEOPLE, "en", "how far does the Zugpferd go?");
        }
        judge(&fake, &database, 12).await;
        bot.stops().await;
    });
}

#[test]
fn many_updates_twice_and_shuffled_lose_nothing() {
    let Some(updates) = times(1_000, 20_000) else { return };
    with_database(|database| async move {
        let fake = Fake::start().await;
        fake.is_watched_by(database.plain().await).await;
        fake.state().hasty = true;
        fake.state().disorderly = true;
        let house = House::make();
        let bots: Vec<Bot> = (0..3).map(|_| Bot::start(&house, &database, &fake, SET)).collect();
        for n in 0..updates {
            fake.says(1 + n as i64 % 500, "en", "how far does the Zugpferd go?");
        }
        let began = Instant::now();
        judge(&fake, &database, 0).await;
        println!("{updates} updates in {:?}", began.elapsed());
        for bot in bots {
            bot.stops().await;
        }
    });
}
