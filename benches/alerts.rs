//! How long an alert takes to the reps' group of Telegram, which takes twenty messages a minute.
//!
//! The whole of `docent serve` with a Postgres of its own, in real time: nothing is scaled or
//! simulated but the platform, which is a server here that keeps Telegram's limits (one message a
//! second to a chat, twenty a minute to a group, thirty a second in all) and answers 429 beyond
//! them. Forty talks are with ten reps and go on all the time, both ways; each claim and each outcome
//! changes a card in the group; some orders there are answered.
//!
//! *Within the budget* five visitors a minute ask for a person, at random moments. *Beyond it* it is
//! thirty: the delays grow, must be stated on the cards, and edits must give way.
//! `DOCENT_BENCH_MINUTES` makes the first part longer than its four minutes. The same with a day of
//! arrivals on a simulated clock, but of the pace alone, is a test in `telegram::pace`.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

#[allow(dead_code, reason = "the benches share it, and each uses a part")]
#[path = "support/cluster.rs"]
mod cluster;
#[allow(dead_code, reason = "the benches share it, and each uses a part")]
#[path = "support/figures.rs"]
mod figures;
#[path = "support/platform.rs"]
mod platform;

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tokio::time::{Instant, sleep};

use cluster::Cluster;
use figures::{Samples, verdict};
use platform::{GROUP, Platform};

/// Talks that go on, and reps who share them.
const TALKS: i64 = 40;
const REPS: i64 = 10;
/// Visitors who talk, those who ask for a person, and reps, by number.
const VISITOR: i64 = 1_000;
const ASKING: i64 = 5_000;
const REP: i64 = 100;
/// How often each talk goes on, on each side.
const EVERY: Duration = Duration::from_secs(10);
/// A rep claims so long after the card, and closes so long after that.
const CLAIMS: Duration = Duration::from_secs(9);
const CLOSES: Duration = Duration::from_secs(25);
/// Minutes and alerts a minute: within the budget, and beyond it.
const WITHIN: (u64, u64) = (4, 5);
const BEYOND: (u64, u64) = (2, 30);
/// An alert takes less, within the budget; beyond it a delay from here on is stated.
const TARGET: Duration = Duration::from_secs(5);

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.expect("a runtime").block_on(run());
}

async fn run() {
    let cluster = Cluster::make("alerts").await;
    let platform = Platform::start().await;
    for rep in REP..REP + REPS {
        let name = format!("Rep{rep}");
        let number = rep.to_string();
        let added = docent(&cluster, &platform, "10000")
            .args(["reps", "add", name.as_str(), "--telegram", number.as_str()])
            .status();
        assert!(added.expect("docent runs").success(), "a rep is on the list");
    }
    // Forty cards at once would use up minutes of the group: nobody counts yet.
    platform.state().lenient = true;
    let mut serve = Serve::start(&cluster, &platform, "10000");
    let mut cards = Vec::new();
    for visitor in VISITOR..VISITOR + TALKS {
        platform.says(visitor, "I want to talk to a person");
        cards.push(platform.card_of(visitor).await);
    }
    for (place, card) in cards.iter().enumerate() {
        let rep = REP + i64::try_from(place).unwrap_or_default() % REPS;
        platform.presses(rep, card, "claim");
    }
    platform.until("all are claimed", |state| state.edits.len() >= cards.len()).await;
    serve.end();
    platform.state().lenient = false;
    platform.state().sends.clear();
    let serve = Serve::start(&cluster, &platform, "20");

    let talking = tokio::spawn(talk(platform.clone()));
    let mut chance = fastrand::Rng::with_seed(5);
    let minutes = longer().unwrap_or(WITHIN.0);
    let (mut within, _) = ask(&platform, &mut chance, (minutes, WITHIN.1), ASKING).await;
    println!(
        "{TALKS} relayed talks, {} handoffs a minute for {minutes} min: {} alerts, from the visitor's words to the card p50 {:.2} s, p99 {:.2} s, slowest {:.2} s",
        WITHIN.1,
        within.len(),
        within.at(50),
        within.at(99),
        within.at(100),
    );
    println!("  {}", counts(&platform));
    let good = within.at(99) < TARGET.as_secs_f64();
    println!("target p99 under {} s: {}", TARGET.as_secs(), verdict(good));

    let before = platform.state().edits.len();
    let (mut beyond, cards) = ask(&platform, &mut chance, BEYOND, ASKING + 1_000).await;
    let edited = platform.state().edits.len() - before;
    let stated = cards.iter().filter(|card| card.states_delay).count();
    let silent = cards
        .iter()
        .filter(|card| card.waited > TARGET + Duration::from_secs(1) && !card.states_delay)
        .count();
    println!(
        "beyond it, {} a minute for {} min: {} alerts, p50 {:.0} s, slowest {:.0} s; {stated} cards state their delay, {silent} that were late do not; {edited} edits had to wait for them",
        BEYOND.1,
        BEYOND.0,
        beyond.len(),
        beyond.at(50),
        beyond.at(100),
    );
    println!("  {}", counts(&platform));
    println!("target every late card says so: {}", verdict(silent == 0 && stated > 0));
    talking.abort();
    drop(serve);
}

/// A card that has come.
struct Came {
    waited: Duration,
    states_delay: bool,
}

struct Delays(Samples, usize);

impl Delays {
    fn len(&self) -> usize {
        self.1
    }

    /// In seconds.
    fn at(&mut self, percent: usize) -> f64 {
        self.0.at(percent) / 1e6
    }
}

/// Visitors ask for a person at random moments, and reps take their talks and close them. Ends when
/// every card has come.
async fn ask(
    platform: &Platform,
    chance: &mut fastrand::Rng,
    (minutes, a_minute): (u64, u64),
    first: i64,
) -> (Delays, Vec<Came>) {
    let end = Instant::now() + Duration::from_secs(60 * minutes);
    let mut tasks = tokio::task::JoinSet::new();
    let mut visitor = first;
    loop {
        // Arrivals by chance: the time between two is exponential.
        let mean = 60.0 / a_minute as f64;
        let pause = -mean * (1.0 - chance.f64()).ln();
        sleep(Duration::from_secs_f64(pause)).await;
        if Instant::now() > end {
            break;
        }
        let (platform, who) = (platform.clone(), visitor);
        let rep = REP + chance.i64(0..REPS);
        tasks.spawn(async move {
            let asked = Instant::now();
            platform.says(who, "I want to talk to a person");
            let card = platform.card_of(who).await;
            let came = Came { waited: card.at - asked, states_delay: card.text.contains(" late.") };
            let later = platform.clone();
            tokio::spawn(async move {
                sleep(CLAIMS).await;
                later.presses(rep, &card, "claim");
                // A slip of the keyboard, which is answered in the group.
                if who % 3 == 0 {
                    later.replies(rep, &card, "/lsot");
                }
                sleep(CLOSES).await;
                later.replies(rep, &card, "/lost no answer");
            });
            came
        });
        visitor += 1;
    }
    let cards = tasks.join_all().await;
    let mut delays = Delays(Samples::default(), cards.len());
    for card in &cards {
        delays.0.push(card.waited);
    }
    (delays, cards)
}

/// The forty talks, both ways, for ever.
async fn talk(platform: Platform) {
    let mut step = tokio::time::interval(EVERY / u32::try_from(TALKS * 2).unwrap_or(1));
    for turn in 0_i64.. {
        step.tick().await;
        let talk = (turn / 2) % TALKS;
        match turn % 2 {
            0 => platform.says(VISITOR + talk, "and what about the battery?"),
            // Each rep writes into the talk that they turned to last.
            _ => platform.says(REP + talk % REPS, "I am looking it up"),
        };
    }
}

fn counts(platform: &Platform) -> String {
    let state = platform.state();
    format!(
        "the platform took {} messages to the group and {} to people, and answered 429 {} times",
        state.sends.iter().filter(|(chat, _)| *chat == GROUP).count(),
        state.sends.iter().filter(|(chat, _)| *chat != GROUP).count(),
        state.too_many,
    )
}

/// A `docent serve`, ended when dropped.
struct Serve(Child);

impl Serve {
    fn start(cluster: &Cluster, platform: &Platform, a_minute: &str) -> Self {
        let child = docent(cluster, platform, a_minute)
            .args(["serve", "--no-chat"])
            .spawn()
            .expect("docent starts");
        Self(child)
    }

    fn end(&mut self) {
        if let Some(pid) = i32::try_from(self.0.id()).ok().and_then(rustix::process::Pid::from_raw)
        {
            let _gone = rustix::process::kill_process(pid, rustix::process::Signal::TERM);
        }
        self.0.wait().expect("docent ends");
    }
}

impl Drop for Serve {
    fn drop(&mut self) {
        self.end();
    }
}

fn docent(cluster: &Cluster, platform: &Platform, a_minute: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_docent"));
    command
        .current_dir(cluster.folder())
        .env("DATABASE_URL", &cluster.url)
        .env("DOCENT_DATA_DIR", cluster.folder())
        .env("DOCENT_SCRIPTS", env!("CARGO_MANIFEST_DIR"))
        .env("DOCENT_LISTEN", "127.0.0.1:0")
        .env("DOCENT_TELEGRAM_TOKEN", platform::TOKEN)
        .env("DOCENT_TELEGRAM_API_URL", &platform.url)
        .env("DOCENT_TELEGRAM_GROUP_PER_MINUTE", a_minute)
        .env("DOCENT_REP_CHANNEL", "telegram")
        .env("DOCENT_REP_CHAT", GROUP.to_string())
        .env_remove("DOCENT_CONFIG")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

#[expect(clippy::disallowed_methods, reason = "a bench is its own outer ring")]
fn longer() -> Option<u64> {
    std::env::var("DOCENT_BENCH_MINUTES").ok()?.parse().ok()
}
