//! Two bots that serve the same account on the same database.

use std::time::Duration;

use tokio::time::{Instant, sleep, timeout};

use super::bot::{Bot, Home, Told};
use super::cluster::Cluster;
use super::ledger::Ledger;
use super::load::{Load, Sending};
use super::proxy::Proxy;
use super::rig::waiting;
use super::verdict::{Verdict, look_at_all};

/// Updates sent and not acknowledged, at most.
const IN_FLIGHT: usize = 60;
const PATIENCE: Duration = Duration::from_secs(40);

/// Two bots, each behind a proxy of its own.
pub struct Pair {
    pub cluster: Cluster,
    pub ledger: Ledger,
    home: Home,
    proxies: [Proxy; 2],
    bots: [Option<Bot>; 2],
    load: Load,
    random: fastrand::Rng,
    claimed: usize,
}

/// How one bot followed another.
#[derive(Debug)]
pub struct TakeOver {
    /// From the kill to the first reply of the other.
    pub replies: Duration,
    /// From the kill to the first acknowledgement of what the dead one had not acknowledged.
    pub turns: Duration,
}

impl Pair {
    /// Starts everything on a database of its own.
    pub async fn start(name: &str, contacts: usize) -> Self {
        let cluster = Cluster::start().await;
        cluster.create_database("rig").await;
        let proxies = [Proxy::start(cluster.socket()).await, Proxy::start(cluster.socket()).await];
        let home = Home::make();
        let mut ledger = Ledger::default();
        ledger.crowded = true;
        let bots = [0, 1].map(|which: usize| {
            ledger.begins_life();
            Some(Bot::start(&home, proxies[which].port, "rig"))
        });
        let (load, random) = (Load::of(contacts), super::random(name));
        Self { cluster, ledger, home, proxies, bots, load, random, claimed: 0 }
    }

    /// So many updates, those of one contact spread over both bots.
    pub async fn talk(&mut self, updates: usize) {
        let until = self.ledger.updates.len() + updates;
        while self.ledger.updates.len() < until {
            while self.ledger.open.len() < IN_FLIGHT {
                for sending in self.load.burst(&mut self.random) {
                    let which = self.random.usize(..2);
                    self.send(which, &sending);
                }
            }
            self.listen().await;
        }
    }

    fn send(&mut self, which: usize, sending: &Sending) {
        let which = if self.bots[which].is_some() { which } else { 1 - which };
        self.ledger.sends(which + 1, sending);
        if let Some(bot) = &self.bots[which] {
            bot.feed(&sending.line);
        }
    }

    /// Hears one thing; tells from whom, and whether it was a delivery.
    async fn listen(&mut self) -> (usize, bool) {
        let heard = timeout(PATIENCE, hear(&mut self.bots)).await;
        let Ok((which, told)) = heard else {
            panic!(
                "both bots are silent, {} updates are open: {}",
                self.ledger.open.len(),
                self.home.complaints()
            )
        };
        let told = told.unwrap_or_else(|| panic!("a bot ended: {}", self.home.complaints()));
        let delivery = matches!(told, Told::Delivered { .. });
        self.ledger.hears(which + 1, told);
        (which, delivery)
    }

    /// Kills the bot that delivers; the other must go on with everything. When the machine is
    /// lost, the database does not hear of it.
    pub async fn kill_the_sender(&mut self, machine_lost: bool) -> TakeOver {
        let sender = loop {
            if self.ledger.open.is_empty() {
                let more = self.load.burst(&mut self.random);
                more.iter().for_each(|sending| self.send(0, sending));
            }
            if let (which, true) = self.listen().await {
                break which;
            }
        };
        if machine_lost {
            self.proxies[sender].hold();
        }
        let mut dead = self.bots[sender].take().expect("it lives");
        dead.kill();
        let began = Instant::now();
        while let Some(told) = dead.told().await {
            self.ledger.hears(sender + 1, told);
        }
        dead.ended().await;
        let mut db = self.cluster.connect("rig").await;
        let claimed: i64 = sqlx::query_scalar("SELECT count(*) FROM outbox WHERE status = 1")
            .fetch_one(&mut db)
            .await
            .expect("the outbox can be counted");
        self.claimed += usize::try_from(claimed).expect("a count");
        let mut again: Vec<_> = self.ledger.open.iter().cloned().collect();
        again.extend(self.load.burst(&mut self.random).iter().map(|sending| {
            self.ledger.sends(2 - sender, sending);
            (sending.from.clone(), sending.update)
        }));
        for key in again {
            let update = &self.ledger.updates[&key];
            if let Some(bot) = &self.bots[1 - sender] {
                bot.feed(&update.line);
            }
        }
        let (mut replies, mut turns) = (None, None);
        while replies.is_none() || turns.is_none() {
            let (_, delivery) = self.listen().await;
            let first = if delivery { &mut replies } else { &mut turns };
            first.get_or_insert(began.elapsed());
        }
        TakeOver { replies: replies.unwrap_or_default(), turns: turns.unwrap_or_default() }
    }

    /// Starts the dead bot again.
    pub fn revive(&mut self) {
        for (bot, proxy) in self.bots.iter_mut().zip(&self.proxies) {
            proxy.let_go();
            bot.get_or_insert_with(|| Bot::start(&self.home, proxy.port, "rig"));
        }
    }

    /// The last, quiet run; then everything is looked at.
    pub async fn settle(&mut self) -> Verdict {
        while !self.ledger.open.is_empty() {
            self.listen().await;
        }
        let mut db = self.cluster.connect("rig").await;
        let deadline = Instant::now() + PATIENCE;
        while waiting(&mut db).await > 0 && Instant::now() < deadline {
            sleep(Duration::from_millis(20)).await;
        }
        for (life, bot) in (1..).zip(self.bots.iter_mut().flatten()) {
            bot.close();
            while let Some(told) = bot.told().await {
                self.ledger.hears(life, told);
            }
            let status = bot.ended().await;
            assert!(status.success(), "{status}: {}", self.home.complaints());
        }
        look_at_all(&mut db, &self.ledger, self.claimed).await
    }
}

/// Whichever of two bots tells something.
async fn hear(bots: &mut [Option<Bot>; 2]) -> (usize, Option<Told>) {
    let [one, other] = bots;
    match (one, other) {
        (Some(one), Some(other)) => tokio::select! {
            told = one.told() => (0, told),
            told = other.told() => (1, told),
        },
        (Some(one), None) => (0, one.told().await),
        (None, Some(other)) => (1, other.told().await),
        (None, None) => panic!("no bot lives"),
    }
}
