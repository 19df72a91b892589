//! Many faults while many people talk: nothing is lost, no order is broken, nothing comes twice.
//!
//! Run with `DOCENT_TEST_FAULTS=short` or `long`; `DOCENT_TEST_SEED` repeats a run's choices.
#![expect(clippy::print_stdout, reason = "a run is told in numbers")]

use std::collections::HashMap;
use std::time::Duration;

use serde_json::Value;
use tokio::time::{Instant, sleep, timeout};

use super::bot::{Bot, Home};
use super::fake::Fake;
use super::world::Fault;
use crate::support::database::TestDatabase;
use crate::support::with_database;

/// How long everything may take to come to its end: after hundreds of kills thousands of replies wait,
/// and Discord takes five in five seconds to each channel.
const SETTLES: Duration = Duration::from_secs(900);

/// How often: in the short form, and in the long one; none when it is not asked for.
#[expect(clippy::disallowed_methods, reason = "what the Makefile sets for this test")]
fn times(short: usize, long: usize) -> Option<usize> {
    let form = std::env::var("DOCENT_TEST_FAULTS").ok().filter(|form| form != "off");
    let Some(form) = form else {
        println!("SKIPPED: `make faults` runs the campaign, which takes many minutes");
        return None;
    };
    Some(if form == "long" { long } else { short })
}

#[expect(clippy::disallowed_methods, reason = "what a person sets to repeat a run")]
fn random(name: &str) -> fastrand::Rng {
    let seed = std::env::var("DOCENT_TEST_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = seed.unwrap_or_else(|| fastrand::u64(..));
    println!("{name}: DOCENT_TEST_SEED={seed}");
    fastrand::Rng::with_seed(seed)
}

/// People who talk, and what they said.
struct Crowd {
    people: Vec<u64>,
    said: HashMap<u64, Vec<String>>,
    random: fastrand::Rng,
    told: usize,
}

impl Crowd {
    fn of(fake: &Fake, count: usize, random: fastrand::Rng) -> Self {
        let people = (0..count).map(|n| fake.person(&format!("p{n}"))).collect();
        Self { people, said: HashMap::new(), random, told: 0 }
    }

    /// Somebody says one to three lines; they come shuffled, some twice, some long ago again.
    fn talk(&mut self, fake: &Fake) {
        let user = self.people[self.random.usize(..self.people.len())];
        let said = self.said.entry(user).or_default();
        let mut events: Vec<Value> = Vec::new();
        for _ in 0..self.random.usize(1..=3) {
            let line = format!("how far does the Zugpferd go? {}", said.len());
            events.push(fake.leaves(user, &line).1);
            said.push(line);
        }
        if self.random.u8(..10) == 0 {
            events.push(events[0].clone());
        }
        self.random.shuffle(&mut events);
        self.told += events.len();
        fake.tells_all("MESSAGE_CREATE", &events);
    }

    /// Somebody says something that no gateway tells of.
    fn leaves(&mut self, fake: &Fake) {
        let user = self.people[self.random.usize(..self.people.len())];
        let said = self.said.entry(user).or_default();
        let line = format!("how far does the Zugpferd go? {}", said.len());
        fake.leaves(user, &line);
        said.push(line);
    }

    /// Everybody says something, so that everybody is known.
    async fn all_talk(&mut self, fake: &Fake, database: &TestDatabase) {
        fake.is_kept(database).await;
        for user in self.people.clone() {
            let line = "how far does the Zugpferd go? first".to_owned();
            fake.writes(user, &line);
            self.told += 1;
            self.said.entry(user).or_default().push(line);
        }
        for user in self.people.clone() {
            fake.reply(user, 1).await;
        }
        fake.is_kept(database).await;
    }

    fn lines(&self) -> usize {
        self.said.values().map(Vec::len).sum()
    }
}

/// Everything comes to its end, and is as it should be.
async fn must_be_whole(name: &str, fake: &Fake, database: &TestDatabase, crowd: &Crowd) {
    let mut plain = database.plain().await;
    let mut count = async |sql: &'static str| -> i64 {
        sqlx::query_scalar(sql).fetch_one(&mut plain).await.unwrap()
    };
    let lines = i64::try_from(crowd.lines()).unwrap();
    let settled = async {
        while count("SELECT count(*) FROM inbound").await < lines
            || count("SELECT count(*) FROM outbox WHERE done_at IS NULL").await > 0
        {
            sleep(Duration::from_millis(200)).await;
        }
    };
    let in_time = timeout(SETTLES, settled).await.is_ok();
    let mut plain = database.plain().await;
    let rows: Vec<(String, Vec<String>, i64)> = sqlx::query_as(
        "SELECT i.external_id,
            (SELECT array_agg(m.text ORDER BY m.turn) FROM messages m
                WHERE m.contact_id = i.contact_id AND m.author = 0),
            (SELECT count(*) FROM outbox o WHERE o.contact_id = i.contact_id AND o.status = 2)
        FROM identities i",
    )
    .fetch_all(&mut plain)
    .await
    .unwrap();
    let (mut lost, mut disordered, mut repeated, mut missing) = (0, 0, 0, 0);
    for (user, heard, sent) in &rows {
        let user: u64 = user.parse().unwrap();
        let said = &crowd.said[&user];
        lost += said.iter().filter(|line| !heard.contains(line)).count();
        if heard.len() == said.len() && heard != said {
            disordered += 1;
        }
        let seen = i64::try_from(fake.replies(user).len()).unwrap();
        repeated += (seen - sent).max(0);
        missing += (sent - seen).max(0);
    }
    let world = fake.world();
    println!(
        "{name}: {} lines told {} times, {} messages accepted, {} repeats recognised by their nonce\n  \
         lost {lost}, talks out of order {disordered}, seen twice {repeated}, told sent and not seen {missing}, \
         {} identifies, {} resumes, {} twins, over limit {}, rules broken {:?}",
        crowd.lines(),
        crowd.told,
        world.accepted.len(),
        world.recognised,
        world.identifies.len(),
        world.resumes,
        world.twins,
        world.over_limit,
        world.refused,
    );
    assert!(in_time, "not everything was heard and sent in time");
    assert_eq!((lost, disordered, repeated, missing), (0, 0, 0, 0));
    assert_eq!(rows.len(), crowd.said.len());
    assert!(world.refused.is_empty() && world.twins == 0 && world.impatient == 0);
}

#[test]
fn kills_at_every_kind_of_request_lose_and_repeat_nothing() {
    let Some(rounds) = times(2, 20) else { return };
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let mut crowd = Crowd::of(&fake, 40, random("kills at requests"));
        let bot = Bot::start(&home, &database.url, &fake).await;
        crowd.all_talk(&fake, &database).await;
        let strangers: Vec<u64> = (0..10).map(|n| fake.person(&format!("s{n}"))).collect();
        let mut lives = Some(bot);
        // These are asked for when a process begins, some only when its session does.
        let at_start = [("GET", "/gateway/bot"), ("PUT", "/commands"), ("GET", "/messages")];
        let in_between =
            [("POST", "/messages"), ("POST", "/users/@me/channels"), ("POST", "/callback")];
        let (began, mut kills) = (Instant::now(), 0);
        for round in 1..=rounds {
            for kind in in_between.into_iter().chain(at_start) {
                for fault in [Fault::KillOnReceipt, Fault::KillBeforeAnswer] {
                    if at_start.contains(&kind) {
                        if let Some(mut bot) = lives.take() {
                            bot.kill();
                            bot.ended().await;
                        }
                        if kind.1 != "/gateway/bot" {
                            fake.world().sessions.clear();
                        }
                    }
                    let sprung = fake.world().sprung.len();
                    fake.trap(kind, fault, 0);
                    let mut bot = match lives.take() {
                        Some(bot) => bot,
                        None => Bot::start(&home, &database.url, &fake).await,
                    };
                    let until = Instant::now() + Duration::from_secs(90);
                    while fake.world().sprung.len() == sprung && Instant::now() < until {
                        crowd.talk(&fake);
                        if kind.0 == "POST" && kind.1 != "/messages" {
                            // A new process knows nobody's private channel, and asks for it.
                            let stranger = strangers[crowd.random.usize(..strangers.len())];
                            let data = serde_json::json!({ "name": "privacy" });
                            fake.uses(stranger, super::world::PUBLIC, 2, &data, "en-US");
                        }
                        // Not more than forty channels can bear: it is all to be sent in the end.
                        sleep(Duration::from_millis(300)).await;
                    }
                    assert!(fake.world().sprung.len() > sprung, "{kind:?} {fault:?} never came");
                    kills += 1;
                    bot.ended().await;
                }
            }
            println!("  round {round}: {kills} kills after {:?}", began.elapsed());
        }
        let _bot = Bot::start(&home, &database.url, &fake).await;
        println!("{kills} kills, {} at each kind of request", rounds * 2);
        // Strangers who only used a command are no part of the crowd.
        for user in fake.world().users.keys() {
            crowd.said.entry(*user).or_default();
        }
        let mut plain = database.plain().await;
        let known: Vec<String> = sqlx::query_scalar("SELECT external_id FROM identities")
            .fetch_all(&mut plain)
            .await
            .unwrap();
        crowd.said.retain(|user, _| known.contains(&user.to_string()));
        must_be_whole_but_commands(&fake, &database, &crowd).await;
    });
}

/// As [`must_be_whole`], where some lines of the database are commands.
async fn must_be_whole_but_commands(fake: &Fake, database: &TestDatabase, crowd: &Crowd) {
    let mut plain = database.plain().await;
    let settled = async {
        loop {
            let open: i64 = sqlx::query_scalar(
                "SELECT (SELECT count(*) FROM outbox WHERE done_at IS NULL)
                    + (SELECT greatest(0, $1 - count(*)) FROM messages
                        WHERE author = 0 AND text LIKE 'how far%')",
            )
            .bind(i64::try_from(crowd.lines()).unwrap())
            .fetch_one(&mut plain)
            .await
            .unwrap();
            if open == 0 {
                return;
            }
            sleep(Duration::from_millis(200)).await;
        }
    };
    timeout(SETTLES, settled).await.expect("everything is heard and sent");
    let mut plain = database.plain().await;
    let rows: Vec<(String, Option<Vec<String>>, i64)> = sqlx::query_as(
        "SELECT i.external_id,
            (SELECT array_agg(m.text ORDER BY m.turn) FROM messages m
                WHERE m.contact_id = i.contact_id AND m.author = 0 AND m.text LIKE 'how far%'),
            (SELECT count(*) FROM outbox o WHERE o.contact_id = i.contact_id AND o.status = 2)
        FROM identities i",
    )
    .fetch_all(&mut plain)
    .await
    .unwrap();
    let (mut repeated, mut missing) = (0, 0);
    for (user, heard, sent) in &rows {
        let user: u64 = user.parse().unwrap();
        let said = crowd.said.get(&user).cloned().unwrap_or_default();
        assert_eq!(heard.clone().unwrap_or_default(), said, "what {user} said, in its order");
        let seen = i64::try_from(fake.replies(user).len()).unwrap();
        repeated += (seen - sent).max(0);
        missing += (sent - seen).max(0);
    }
    // Looked at once: two looks in one breath would wait for each other.
    let (accepted, recognised) = {
        let world = fake.world();
        (world.accepted.len(), world.recognised)
    };
    println!(
        "{} lines, {accepted} messages accepted, {recognised} repeats recognised; \
         seen twice {repeated}, not seen {missing}",
        crowd.lines()
    );
    assert_eq!((repeated, missing), (0, 0));
}

#[test]
fn kills_at_random_lose_and_repeat_nothing() {
    let Some(kills) = times(8, 50) else { return };
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let random = random("kills at random");
        let mut crowd = Crowd::of(&fake, 40, random);
        let mut bot = Bot::start(&home, &database.url, &fake).await;
        crowd.all_talk(&fake, &database).await;
        for _ in 0..kills {
            let until = Instant::now() + Duration::from_millis(crowd.random.u64(500..3_500));
            while Instant::now() < until {
                crowd.talk(&fake);
                sleep(Duration::from_millis(60)).await;
            }
            bot.kill();
            bot.ended().await;
            bot = Bot::start(&home, &database.url, &fake).await;
        }
        must_be_whole("kills at random", &fake, &database, &crowd).await;
    });
}

#[test]
fn three_replicas_take_turns_and_lose_nothing() {
    let Some(kills) = times(3, 12) else { return };
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let mut crowd = Crowd::of(&fake, 40, random("three replicas"));
        let mut bots = Vec::new();
        for _ in 0..3 {
            bots.push(Bot::start(&home, &database.url, &fake).await);
        }
        crowd.all_talk(&fake, &database).await;
        for _ in 0..kills {
            let until = Instant::now() + Duration::from_secs(5);
            while Instant::now() < until {
                crowd.talk(&fake);
                sleep(Duration::from_millis(60)).await;
            }
            let mut killed = bots.remove(0);
            killed.kill();
            killed.ended().await;
            bots.push(Bot::start(&home, &database.url, &fake).await);
        }
        must_be_whole("three replicas", &fake, &database, &crowd).await;
    });
}

#[test]
fn an_hour_without_the_platform_loses_nothing() {
    let Some(lines) = times(300, 3_600) else { return };
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let mut crowd = Crowd::of(&fake, 40, random("an outage"));
        let _bot = Bot::start(&home, &database.url, &fake).await;
        crowd.all_talk(&fake, &database).await;
        // The last words before it: heard, and their replies are under way.
        (0..20).for_each(|_| crowd.talk(&fake));
        sleep(Duration::from_millis(30)).await;
        // What is said in an hour, one line a second, while nothing comes through.
        {
            let mut world = fake.world();
            (world.gateway_down, world.api_down) = (true, true);
        }
        fake.forgets_sessions();
        for _ in 0..lines {
            crowd.leaves(&fake);
        }
        sleep(Duration::from_secs(10)).await;
        {
            let mut world = fake.world();
            (world.gateway_down, world.api_down) = (false, false);
        }
        must_be_whole("an outage", &fake, &database, &crowd).await;
    });
}

#[test]
fn twenty_thousand_updates_twice_and_shuffled_have_each_their_effect_once() {
    let Some(lines) = times(4_000, 20_000) else { return };
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        fake.world().whole = 1_000;
        let settings = [("DOCENT_DISCORD_TOTAL_PER_SECOND", "800".to_owned())];
        let _bot = Bot::start_with(&home, &database.url, &fake, &settings).await;
        fake.is_heard().await;
        let began = Instant::now();
        let mut crowd = Crowd::of(&fake, 600, random("shuffled"));
        while crowd.told < lines {
            crowd.talk(&fake);
            sleep(Duration::from_millis(4)).await;
        }
        must_be_whole("duplicated and shuffled", &fake, &database, &crowd).await;
        println!("in {:?}", began.elapsed());
        assert_eq!(fake.world().over_limit, 0);
    });
}
