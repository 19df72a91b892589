//! The rig: a database, a proxy before it, a bot behind that, and a ledger of both ends.

use std::collections::BTreeMap;
use std::time::Duration;

use sqlx::{Connection, PgConnection};
use tokio::time::{Instant, sleep, sleep_until, timeout};

use super::bot::{Bot, Home};
use super::cluster::Cluster;
use super::ledger::Ledger;
use super::load::{Load, Sending, is_orderly};
use super::proxy::{Point, Proxy, Trap};
use super::verdict::{Verdict, look_at_all, look_now};
use super::wire::Statement;

/// Updates sent and not acknowledged, at most.
const IN_FLIGHT: usize = 60;
/// The bot must say something within this time while updates are open.
const PATIENCE: Duration = Duration::from_secs(30);

/// What was done to the bot.
#[derive(Debug, Default)]
pub struct Tally {
    pub kills: BTreeMap<String, usize>,
    pub lives: usize,
    pub resent: usize,
    /// Rows that were claimed when a fault fell: each may come out once more.
    pub claimed: usize,
    /// From the kill of the server until the bot told something again, at most.
    pub away: Duration,
}

/// One bot, its database and its visitors.
pub struct Rig {
    pub name: &'static str,
    pub cluster: Cluster,
    pub database: String,
    pub proxy: Proxy,
    pub home: Home,
    pub ledger: Ledger,
    pub tally: Tally,
    pub random: fastrand::Rng,
    pub load: Load,
    /// What was lost when a fault fell, found at once.
    pub found_at_faults: BTreeMap<&'static str, usize>,
    bot: Bot,
    life: usize,
}

impl Rig {
    /// Starts everything on a database of its own.
    pub async fn start(name: &'static str, contacts: usize) -> Self {
        let cluster = Cluster::start().await;
        let database = "rig".to_owned();
        cluster.create_database(&database).await;
        let proxy = Proxy::start(cluster.socket()).await;
        let home = Home::make();
        let mut ledger = Ledger::default();
        let life = ledger.begins_life();
        let bot = Bot::start(&home, proxy.port, &database);
        let random = super::random(name);
        let (load, tally) = (Load::of(contacts), Tally { lives: 1, ..Tally::default() });
        let found_at_faults = BTreeMap::new();
        let mut rig = Self {
            name,
            cluster,
            database,
            proxy,
            home,
            ledger,
            tally,
            random,
            load,
            found_at_faults,
            bot,
            life,
        };
        // The first life trains the model, which takes a while; the fault falls on a busy bot.
        while rig.ledger.updates.len() < 200 + rig.ledger.open.len() {
            rig.top_up();
            assert!(rig.listen().await, "{}", rig.last_words());
        }
        rig
    }

    /// Kills the bot at a point of a statement, while everybody talks.
    pub async fn kill_at(&mut self, statement: Statement, point: Point) {
        let skip = self.random.usize(..4);
        self.proxy.arm(Trap { statement, point, skip, victim: Some(self.bot.pid) });
        self.talk(None).await;
        assert!(self.proxy.has_sprung(), "the bot died before {statement:?} {point:?}");
        self.bury(format!("bot, {statement:?} {point:?}")).await;
    }

    /// Kills the bot after a time, while everybody talks.
    pub async fn kill_after(&mut self, time: Duration) {
        self.talk(Some(Instant::now() + time)).await;
        self.bury("bot, at random".to_owned()).await;
    }

    /// Kills the database and starts it again; the bot lives and must go on by itself.
    pub async fn kill_database(&mut self, after: Duration) {
        assert!(self.talk_until(Instant::now() + after).await, "{}", self.last_words());
        self.cluster.kill();
        self.cluster.restart().await;
        self.count_claimed().await;
        *self.tally.kills.entry("Postgres".to_owned()).or_default() += 1;
        let back = Instant::now();
        let before = self.ledger.open.len();
        while self.ledger.open.len() >= before && !self.ledger.open.is_empty() {
            assert!(self.listen().await, "{}", self.last_words());
        }
        self.tally.away = self.tally.away.max(back.elapsed());
        let mut db = self.cluster.connect(&self.database).await;
        self.check_now(&mut db).await;
    }

    /// Cuts one connection of the bot at a point of a statement; it must go on by itself.
    pub async fn cut_at(&mut self, statement: Statement, point: Point) {
        let skip = self.random.usize(..4);
        self.proxy.arm(Trap { statement, point, skip, victim: None });
        self.talk_until_sprung(statement, point).await;
        self.count_claimed().await;
        *self.tally.kills.entry(format!("connection, {statement:?} {point:?}")).or_default() += 1;
    }

    async fn talk_until_sprung(&mut self, statement: Statement, point: Point) {
        let deadline = Instant::now() + PATIENCE;
        while !self.proxy.has_sprung() {
            assert!(Instant::now() < deadline, "{statement:?} {point:?} never came");
            self.top_up();
            assert!(self.listen().await, "{}", self.last_words());
        }
    }

    /// Edits the dialogs, kills the bot, and cuts the connection over which its next life reads
    /// the older script that open talks are pinned to.
    pub async fn cut_at_an_older_script(&mut self, point: Point) {
        let dialog = self.home.file("dialogs/bot.yaml");
        let edited = std::fs::read_to_string(&dialog).expect("the dialog") + "# edited\n";
        std::fs::write(&dialog, edited).expect("the dialog can be edited");
        self.proxy.arm(Trap { statement: Statement::Script, point, skip: 0, victim: None });
        self.kill_after(Duration::from_millis(200)).await;
        self.talk_until_sprung(Statement::Script, point).await;
        // Nothing is sent again: what was under way must come to its end by itself.
        while !self.ledger.open.is_empty() {
            assert!(self.listen().await, "{}", self.last_words());
        }
        *self.tally.kills.entry(format!("connection, Script {point:?}")).or_default() += 1;
    }

    /// Everybody talks, until the bot is dead.
    async fn talk(&mut self, kill_at: Option<Instant>) {
        if let Some(at) = kill_at {
            if !self.talk_until(at).await {
                return;
            }
            self.bot.kill();
        }
        let deadline = Instant::now() + PATIENCE;
        loop {
            assert!(Instant::now() < deadline, "nothing killed the bot; {}", self.last_words());
            self.top_up();
            if !self.listen().await {
                return;
            }
        }
    }

    /// Everybody talks for a while; false when the bot has ended.
    async fn talk_until(&mut self, end: Instant) -> bool {
        loop {
            self.top_up();
            let told = tokio::select! {
                told = self.bot.told() => told,
                () = sleep_until(end) => return true,
            };
            let Some(told) = told else { return false };
            self.ledger.hears(self.life, told);
        }
    }

    /// Hears one thing; false when the bot has ended.
    async fn listen(&mut self) -> bool {
        let told = timeout(PATIENCE, self.bot.told()).await;
        let Ok(told) = told else {
            panic!(
                "the bot is silent, {} updates are open; {}",
                self.ledger.open.len(),
                self.last_words()
            )
        };
        told.map(|told| self.ledger.hears(self.life, told)).is_some()
    }

    /// Sends new updates, some of them twice, as far as there is room.
    fn top_up(&mut self) {
        while self.ledger.open.len() < IN_FLIGHT {
            for sending in self.load.burst(&mut self.random) {
                self.send(&sending);
                if self.random.u8(..10) == 0 {
                    self.send(&sending);
                }
            }
            if self.random.u8(..10) == 0 {
                self.send_an_old_one();
            }
        }
    }

    fn send(&mut self, sending: &Sending) {
        self.ledger.sends(self.life, sending);
        self.bot.feed(&sending.line);
    }

    /// Something that was acknowledged long ago comes once more.
    fn send_an_old_one(&mut self) {
        if let Some(key) = self.random.choice(&self.ledger.in_order).cloned()
            && !self.ledger.open.contains(&key)
        {
            self.send(&self.again(&key));
        }
    }

    fn again(&self, key: &(String, i64)) -> Sending {
        let update = &self.ledger.updates[key];
        let (from, number) = key.clone();
        Sending { from, update: number, text: update.text.clone(), line: update.line.clone() }
    }

    /// After the bot's death: looks at the database while nothing moves, and starts a new life.
    async fn bury(&mut self, cause: String) {
        *self.tally.kills.entry(cause).or_default() += 1;
        let status = self.bot.ended().await;
        let signal = std::os::unix::process::ExitStatusExt::signal(&status);
        assert_eq!(signal, Some(9), "the bot ended by itself: {}", self.last_words());
        self.count_claimed().await;
        let mut db = self.cluster.connect(&self.database).await;
        self.check_now(&mut db).await;
        self.begin_life();
    }

    fn begin_life(&mut self) {
        self.life = self.ledger.begins_life();
        self.tally.lives += 1;
        self.bot = Bot::start(&self.home, self.proxy.port, &self.database);
        self.resend();
    }

    /// Sends again what was not acknowledged: contacts mixed, and within some of them too.
    fn resend(&mut self) {
        let mut open: Vec<_> = self.ledger.open.iter().cloned().collect();
        self.random.shuffle(&mut open);
        let mut in_order: BTreeMap<String, Vec<i64>> = BTreeMap::new();
        for (from, update) in self.ledger.open.iter().rev() {
            in_order.entry(from.clone()).or_default().push(*update);
        }
        self.tally.resent += open.len();
        for (from, shuffled) in open {
            let next = in_order.get_mut(&from).and_then(Vec::pop).unwrap_or(shuffled);
            let update = if is_orderly(&from) { next } else { shuffled };
            let sending = self.again(&(from, update));
            self.send(&sending);
        }
    }

    async fn count_claimed(&mut self) {
        let mut db = self.cluster.connect(&self.database).await;
        let claimed: i64 = sqlx::query_scalar("SELECT count(*) FROM outbox WHERE status = 1")
            .fetch_one(&mut db)
            .await
            .expect("the outbox can be counted");
        self.tally.claimed += usize::try_from(claimed).expect("a count");
        let _ = db.close().await;
    }

    async fn check_now(&mut self, db: &mut PgConnection) {
        let verdict = look_now(db, &mut self.ledger).await;
        for finding in verdict.broken() {
            println!("{}: at a fault: {finding:?}", self.name);
            *self.found_at_faults.entry(finding.rule).or_default() += finding.count;
        }
    }

    /// The last, quiet run: nothing new comes in, and everything must come to its end.
    pub async fn settle(&mut self) {
        while !self.ledger.open.is_empty() {
            assert!(self.listen().await, "{}", self.last_words());
        }
        let mut db = self.cluster.connect(&self.database).await;
        let deadline = Instant::now() + PATIENCE;
        while waiting(&mut db).await > 0 && Instant::now() < deadline {
            sleep(Duration::from_millis(20)).await;
        }
        self.bot.close();
        while self.listen().await {}
        let status = self.bot.ended().await;
        assert!(status.success(), "{status}: {}", self.last_words());
    }

    /// Looks at everything.
    pub async fn verdict(&mut self) -> Verdict {
        let mut db = self.cluster.connect(&self.database).await;
        look_at_all(&mut db, &self.ledger, self.tally.claimed).await
    }

    /// The run in numbers.
    pub fn summary(&self) -> String {
        let (tally, ledger) = (&self.tally, &self.ledger);
        let kills: Vec<_> = tally
            .kills
            .iter()
            .map(|(cause, times)| format!("  {times:>6}  faults: {cause}\n"))
            .collect();
        format!(
            "{}\n{}  {:>6}  lives of the bot\n  {:>6}  updates, sent {} times ({} after a restart)\n  \
             {:>6}  acknowledged\n  {:>6}  replies delivered, {} of them again ({} marked, {} claimed \
             at a fault), {} lines torn\n  {:>6}  ms at most until turns went on after Postgres was back\n",
            self.name,
            kills.concat(),
            tally.lives,
            ledger.updates.len(),
            ledger.sendings(),
            tally.resent,
            ledger.updates.len() - ledger.open.len(),
            ledger.deliveries(),
            ledger.repeats(),
            ledger.marked(),
            tally.claimed,
            ledger.torn,
            tally.away.as_millis(),
        )
    }

    fn last_words(&self) -> String {
        let complaints = self.home.complaints();
        let lines: Vec<_> = complaints.lines().rev().take(12).collect();
        format!("its last words:\n{}", lines.into_iter().rev().collect::<Vec<_>>().join("\n"))
    }
}

/// Rows of the outbox that are not done.
pub async fn waiting(db: &mut PgConnection) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM outbox WHERE done_at IS NULL")
        .fetch_one(db)
        .await
        .expect("the outbox can be counted")
}
