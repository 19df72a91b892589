//! Turns a second on a local Postgres that waits for the disk: the typical talk, at 8 and 32 in
//! flight, over 10,000 open talks, through the whole durable path; beside it `b2_safe.sql`, from
//! the same pool, by turns (A B A B ...), so that what the machine does meanwhile hits both alike.
//!
//! *Committed*: a visitor speaks again when the last turn is committed; nobody delivers. *Captured*:
//! a visitor speaks again when the reply has arrived through the real sender; the clock stops when
//! every reply is also marked as sent.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

mod baseline;
mod capture;
#[allow(dead_code, reason = "the benches share it, and each uses a part")]
#[path = "../support/cluster.rs"]
mod cluster;
mod cpu;
#[allow(dead_code, reason = "the benches share it, and each uses a part")]
#[path = "../support/example.rs"]
mod example;
#[allow(dead_code, reason = "the benches share it, and each uses a part")]
#[path = "../support/figures.rs"]
mod figures;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::time::Duration;

use docent::app::clock::Clock;
use docent::app::compose::{Decided, compose};
use docent::app::edition::Edition;
use docent::app::editions::Editions;
use docent::app::turns::{Around, Receipt, Turns, WORKERS};
use docent::decide::{Brain, decide};
use docent::domain::along::Along;
use docent::domain::contact::{ContactId, Identity};
use docent::domain::conversation::State;
use docent::domain::event::{Event, Incoming};
use docent::domain::facts::Facts;
use docent::domain::ids::Channel;
use docent::store::{Connect, Db};
use docent::workers::sender::Sender;
use tokio::task::JoinSet;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use baseline::{Rows, Statements};
use capture::Capture;
use cluster::Cluster;
use cpu::Cpu;
use figures::{Samples, verdict};

/// Talks that are open.
const OPEN: usize = 10_000;
/// Talks in flight.
const IN_FLIGHT: [usize; 2] = [8, 32];
/// How often each side has its turn in a setting, and talks each time.
const ROUNDS: (usize, usize) = (6, 400);
/// Connections; enough for each visitor of the baseline to have its own.
const CONNECTIONS: u32 = 36;
/// What is to be reached: of the baseline's turns a second.
const TARGETS: [(Way, f64); 2] = [(Way::Committed, 0.6), (Way::Captured, 0.4)];

/// How far a turn goes before the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Committed,
    Captured,
}

struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> chrono::DateTime<chrono::Utc> {
        example::now()
    }
}

struct Bench {
    cluster: Cluster,
    db: Db,
    edition: Arc<Edition>,
    turns: Turns,
    platform: Arc<Capture>,
    statements: Statements,
    /// Rows of each turn of the talk.
    rows: Vec<Rows>,
    /// The next open talk: each is used once.
    next: AtomicUsize,
    update: AtomicI64,
}

/// What one side did.
#[derive(Default)]
struct Done {
    turns: usize,
    elapsed: Duration,
    latency: Samples,
    cpu: Cpu,
}

impl Done {
    fn rate(&self) -> f64 {
        self.turns as f64 / self.elapsed.as_secs_f64()
    }

    fn add(&mut self, other: Self) {
        self.turns += other.turns;
        self.elapsed += other.elapsed;
        self.latency.extend(other.latency);
        self.cpu += other.cpu;
    }

    fn print(&mut self, name: &str) {
        let turns = self.turns as f64;
        println!(
            "  {name:<10} {:>7.0} turns/s   p50 {:>6.2} ms   p99 {:>6.2} ms   processor a turn: {:>4.0} us ours, {:>4.0} us Postgres",
            self.rate(),
            self.latency.at(50) / 1e3,
            self.latency.at(99) / 1e3,
            self.cpu.ours.as_secs_f64() * 1e6 / turns,
            self.cpu.postgres.as_secs_f64() * 1e6 / turns,
        );
    }
}

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.expect("a runtime").block_on(run());
}

async fn run() {
    let stop = CancellationToken::new();
    let tasks = TaskTracker::new();
    let mut bench = Bench::prepare(&stop, &tasks).await;
    bench.count_rows().await;
    let bench = Arc::new(bench);
    bench.where_time_goes();
    let mut missed = Vec::new();
    for in_flight in IN_FLIGHT {
        for (way, target) in TARGETS {
            let ratio = bench.setting(way, in_flight).await;
            let word = if way == Way::Committed { "committed" } else { "captured" };
            println!(
                "ratio {word}: {ratio:.2}   (at {in_flight} in flight; target {target}: {})",
                verdict(ratio >= target)
            );
            if ratio < target {
                missed.push(format!("{word} at {in_flight}"));
            }
        }
    }
    stop.cancel();
    tasks.close();
    tasks.wait().await;
    bench.db.close().await;
    println!(
        "\n{}",
        if missed.is_empty() {
            "all targets reached".to_owned()
        } else {
            format!("missed: {}", missed.join(", "))
        }
    );
}

impl Bench {
    async fn prepare(stop: &CancellationToken, tasks: &TaskTracker) -> Self {
        let cluster = Cluster::make("throughput").await;
        let db = Db::connect(&Connect {
            url: cluster.url.clone(),
            connections: CONNECTIONS,
            patience: Duration::from_secs(30),
            holder: "bench".to_owned(),
        })
        .await
        .expect("the database answers");
        let edition = Arc::new(example::edition());
        let editions = Arc::new(Editions::new(edition.clone(), Arc::new(SystemClock)));
        let turns =
            Turns::start(db.clone(), editions, WORKERS, Around::default(), stop.clone(), tasks);
        let bench = Self {
            cluster,
            db,
            edition,
            turns,
            platform: Arc::new(Capture::new("bench")),
            statements: Statements::new(),
            rows: Vec::new(),
            next: AtomicUsize::new(0),
            update: AtomicI64::new(1),
        };
        bench.tell_server().await;
        bench.open_talks().await;
        baseline::prepare(bench.db.raw_pool()).await;
        baseline::run(bench.db.raw_pool(), "VACUUM ANALYZE").await;
        baseline::run(bench.db.raw_pool(), "CHECKPOINT").await;
        bench
    }

    /// The settings that decide what a commit is worth.
    async fn tell_server(&self) {
        let row: (String, String, String) = sqlx::query_as(
            "SELECT current_setting('server_version'), current_setting('fsync'), \
             current_setting('synchronous_commit')",
        )
        .fetch_one(self.db.raw_pool())
        .await
        .expect("the settings");
        println!("Postgres {}, fsync {}, synchronous_commit {}", row.0, row.1, row.2);
        assert!(row.1 == "on" && row.2 == "on", "a commit must wait for the disk");
    }

    async fn open_talks(&self) {
        let began = Instant::now();
        let mut receipts = Vec::with_capacity(OPEN);
        for number in 0..OPEN {
            let incoming =
                self.incoming(self.platform.visitor(number), Event::Start { campaign: None });
            receipts.push(self.turns.enqueue(incoming).await.expect("the talk is taken"));
        }
        for receipt in receipts {
            receipt.await.expect("a receipt").expect("the talk is opened");
        }
        let seconds = began.elapsed().as_secs_f64();
        println!(
            "{OPEN} talks opened in {seconds:.1} s ({:.0} turns/s, all at once)",
            OPEN as f64 / seconds
        );
        self.deliver_all().await;
    }

    fn incoming(&self, identity: Identity, event: Event) -> Incoming {
        Incoming {
            identity,
            update_id: self.update.fetch_add(1, Ordering::Relaxed),
            message: None,
            name: Some("Ann".to_owned()),
            handle: None,
            locale_hint: None,
            along: Along::default(),
            event,
            at: example::now(),
        }
    }

    /// A sender that runs until told to stop.
    fn sender(&self) -> (CancellationToken, tokio::task::JoinHandle<()>) {
        let stop = CancellationToken::new();
        let sender = Sender::new(
            self.db.clone(),
            self.platform.clone(),
            Arc::new(SystemClock),
            self.turns.commits(),
            stop.clone(),
        );
        (stop, tokio::spawn(sender.run()))
    }

    async fn until_marked(&self) {
        while self.db.count_outbox().await.expect("the outbox").oldest_due_at.is_some() {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    /// Empties the outbox, unmeasured.
    async fn deliver_all(&self) {
        let (stop, sender) = self.sender();
        self.until_marked().await;
        stop.cancel();
        sender.await.expect("the sender ends");
    }

    /// What a turn writes, by table and by turn of the talk.
    async fn count_rows(&mut self) {
        let first = self.next.fetch_add(1, Ordering::Relaxed);
        self.our_talk(first, Way::Committed).await;
        let contact = self.db.contact_id(&self.platform.visitor(first));
        self.rows = sqlx::query_as(
            r"SELECT
                (SELECT count(*) FROM messages m WHERE (m.bucket, m.contact_id, m.turn) = (t.bucket, t.contact_id, t.turn))::int AS messages,
                (SELECT count(*) FROM outbox o WHERE (o.bucket, o.contact_id, o.turn) = (t.bucket, t.contact_id, t.turn))::int AS outbox,
                (SELECT count(*) FROM lead_events e WHERE (e.bucket, e.contact_id, e.turn) = (t.bucket, t.contact_id, t.turn))::int AS lead_events,
                (SELECT count(*) FROM unanswered u WHERE (u.bucket, u.contact_id, u.turn) = (t.bucket, t.contact_id, t.turn))::int AS unanswered,
                (EXISTS (SELECT FROM lead_events e WHERE (e.bucket, e.contact_id, e.turn) = (t.bucket, t.contact_id, t.turn)))::int AS lead
            FROM turns t WHERE t.bucket = $1 AND t.contact_id = $2 AND t.turn > 1 ORDER BY t.turn",
        )
        .bind(contact.bucket())
        .bind(contact.0)
        .fetch_all(self.db.raw_pool())
        .await
        .expect("the rows of a talk");
        assert_eq!(self.rows.len(), example::TALKS[0].1.len(), "each line makes a turn");
        let mean = |of: fn(&Rows) -> i32| {
            f64::from(self.rows.iter().map(of).sum::<i32>()) / self.rows.len() as f64
        };
        println!(
            "\nrows written a turn, on both sides: 1 conversation, 1 inbound, 1 turn, {:.1} messages, \
             {:.1} outbox, {:.1} lead events, {:.1} leads, {:.1} unanswered: {:.1} together",
            mean(|r| r.messages),
            mean(|r| r.outbox),
            mean(|r| r.lead_events),
            mean(|r| r.lead),
            mean(|r| r.unanswered),
            mean(|r| 3 + r.messages + r.outbox + r.lead_events + r.lead + r.unanswered),
        );
        self.deliver_all().await;
    }

    /// Both sides by turns; prints them and returns their ratio.
    async fn setting(self: &Arc<Self>, way: Way, in_flight: usize) -> f64 {
        println!("\n{way:?}, {in_flight} in flight:");
        let (mut ours, mut theirs) = (Done::default(), Done::default());
        for round in 0..ROUNDS.0 {
            for side in 0..2 {
                // A B, B A, A B, ...
                if (round + side) % 2 == 0 {
                    ours.add(self.our_round(way, in_flight).await);
                } else {
                    theirs.add(self.their_round(in_flight).await);
                }
            }
        }
        ours.print("docent");
        theirs.print("b2_safe");
        ours.rate() / theirs.rate()
    }

    async fn our_round(self: &Arc<Self>, way: Way, in_flight: usize) -> Done {
        let sender = (way == Way::Captured).then(|| self.sender());
        let mut done = Done::default();
        let cpu = Cpu::read(self.cluster.folder());
        let began = Instant::now();
        done.latency =
            self.visitors(in_flight, move |bench, number| async move {
                bench.our_talk(number, way).await
            })
            .await;
        if way == Way::Captured {
            self.until_marked().await;
        }
        done.elapsed = began.elapsed();
        done.cpu = Cpu::read(self.cluster.folder()).since(cpu);
        done.turns = ROUNDS.1 * 5;
        match sender {
            Some((stop, sender)) => {
                stop.cancel();
                sender.await.expect("the sender ends");
            }
            None => self.deliver_all().await,
        }
        done
    }

    async fn their_round(self: &Arc<Self>, in_flight: usize) -> Done {
        let mut done = Done::default();
        let cpu = Cpu::read(self.cluster.folder());
        let began = Instant::now();
        // The same conversations as in our round, so that both sides touch as many pages.
        done.latency = self
            .visitors(in_flight, |bench, number| async move { bench.their_talk(number).await })
            .await;
        done.elapsed = began.elapsed();
        done.cpu = Cpu::read(self.cluster.folder()).since(cpu);
        done.turns = ROUNDS.1 * 5;
        done
    }

    /// Some talks, so many in flight.
    async fn visitors<F>(
        self: &Arc<Self>,
        in_flight: usize,
        talk: impl Fn(Arc<Self>, usize) -> F + Clone + Send + 'static,
    ) -> Samples
    where
        F: Future<Output = Samples> + Send + 'static,
    {
        let left = Arc::new(AtomicUsize::new(ROUNDS.1));
        let mut visitors = JoinSet::new();
        for _ in 0..in_flight {
            let (bench, left, talk) = (self.clone(), left.clone(), talk.clone());
            visitors.spawn(async move {
                let mut latency = Samples::default();
                while left
                    .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1))
                    .is_ok()
                {
                    let number = bench.next.fetch_add(1, Ordering::Relaxed) % OPEN;
                    latency.extend(talk(bench.clone(), number).await);
                }
                latency
            });
        }
        let mut all = Samples::default();
        while let Some(one) = visitors.join_next().await {
            all.extend(one.expect("a visitor goes through"));
        }
        all
    }

    async fn our_talk(&self, number: usize, way: Way) -> Samples {
        let visitor = self.platform.visitor(number);
        let mut heard = (way == Way::Captured).then(|| self.platform.listen(&visitor));
        let mut latency = Samples::default();
        for line in example::TALKS[0].1 {
            let began = Instant::now();
            let said = Event::Said { text: line.to_owned() };
            let receipt = self.turns.take(self.incoming(visitor.clone(), said)).await;
            let Ok(Receipt::Committed(turn)) = receipt else {
                panic!("not committed: {receipt:?}")
            };
            if let Some(heard) = &mut heard {
                while heard.recv().await.expect("the platform lives") != turn {}
            }
            latency.push(began.elapsed());
        }
        latency
    }

    async fn their_talk(&self, number: usize) -> Samples {
        let contact = self.db.contact_id(&self.platform.visitor(number));
        let mut latency = Samples::default();
        for rows in &self.rows {
            let began = Instant::now();
            let update = self.update.fetch_add(1, Ordering::Relaxed);
            self.statements.turn(self.db.raw_pool(), contact, update, rows).await;
            latency.push(began.elapsed());
        }
        latency
    }

    /// What we compute for a turn, without any database: the middle of the same talk.
    fn where_time_goes(&self) {
        let edition = &*self.edition;
        let facts = Facts {
            channel: Channel::Telegram,
            locale_hint: None,
            message: None,
            rep_chat: false,
            duty: Vec::new(),
            young: false,
            wait: None,
            caption: false,
            shares: None,
        };
        let brain =
            Brain { script: &edition.script, pinned: None, understanding: &edition.understanding };
        let visitor = self.platform.visitor(0);
        let contact: ContactId = self.db.contact_id(&visitor);
        let (mut reading, mut deciding, mut composing) =
            (Duration::ZERO, Duration::ZERO, Duration::ZERO);
        let talks = 400;
        for _ in 0..talks {
            let mut stored = serde_json::to_string(&State::default()).expect("a state's JSON");
            for (line, after) in example::TALKS[0].1.into_iter().zip(0..) {
                let incoming =
                    self.incoming(visitor.clone(), Event::Said { text: line.to_owned() });
                let began = Instant::now();
                let state: State = serde_json::from_str(&stored).expect("a state is read back");
                reading += began.elapsed();
                let began = Instant::now();
                let outcome =
                    decide(brain, &state, after + 1, &incoming.event, &facts, incoming.at);
                let took = began.elapsed();
                deciding += took;
                let incoming = &incoming;
                let decided =
                    Decided { edition, incoming, facts: &facts, after, outcome, took, desk: None };
                let began = Instant::now();
                let turn = compose(contact, decided).expect("rows of a turn");
                composing += began.elapsed();
                stored = turn.state.expect("a state").json.as_str().to_owned();
            }
        }
        let each = |time: Duration| time.as_secs_f64() * 1e6 / f64::from(talks * 5);
        println!(
            "\nof our part of a turn, alone on a core: {:.0} us state read from JSON, {:.0} us decide, {:.0} us texts and rows;\nthe rest of ours is queues, the driver and the protocol",
            each(reading),
            each(deciding),
            each(composing)
        );
    }
}
