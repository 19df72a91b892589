//! A bot in the test's process: the whole durable path, with a channel that collects.
//!
//! It reads like a talk: `bot.hears("ann", "hi")`, `bot.says("ann")`. When it is dropped without
//! [`Bot::ends`], the test has failed already; `ends` fails when a reply was left unread.

use std::collections::{HashMap, VecDeque};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use docent::app::channel::{ChatChannel, Delivered, Delivery, DeliveryError};
use docent::app::clock::Clock;
use docent::app::edition::{Edition, NoModels, load};
use docent::app::editions::Editions;
use docent::app::turns::{Around, NotTaken, Receipt, Turns};
use docent::domain::along::Along;
use docent::domain::contact::{ContactId, Identity};
use docent::domain::conversation::State;
use docent::domain::event::{Event, Incoming};
use docent::domain::ids::{AccountId, Channel};
use docent::script::Sources;
use docent::store::Db;
use docent::store::conversations::Wanted;
use docent::workers::caretaker::Caretaker;
use docent::workers::sender::Sender;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::database::TestDatabase;

/// The house that ships.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The example, loaded and trained once for all tests.
pub fn example() -> Arc<Edition> {
    static EXAMPLE: OnceLock<Arc<Edition>> = OnceLock::new();
    EXAMPLE
        .get_or_init(|| {
            let sources = Sources::read(&root()).expect("the example is there");
            let loaded = load(&sources, StoppedClock::default().now().date_naive(), &NoModels);
            Arc::new(loaded.edition.expect("the example has no faults"))
        })
        .clone()
}

/// A clock that stands until it is moved.
pub struct StoppedClock(Mutex<DateTime<Utc>>);

impl Default for StoppedClock {
    fn default() -> Self {
        // A Wednesday, in office hours.
        let now = Utc.with_ymd_and_hms(2026, 3, 4, 9, 0, 0).single().expect("a time");
        Self(Mutex::new(now))
    }
}

impl Clock for StoppedClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().expect("the clock")
    }
}

/// Keeps what would have been sent.
pub struct Collector {
    account: AccountId,
    replies: Mutex<HashMap<String, VecDeque<Delivery>>>,
    refusals: Mutex<VecDeque<DeliveryError>>,
}

impl ChatChannel for Collector {
    fn channel(&self) -> Channel {
        Channel::Terminal
    }

    fn account(&self) -> &AccountId {
        &self.account
    }

    async fn deliver(&self, delivery: Delivery) -> Result<Delivered, DeliveryError> {
        if let Some(refusal) = self.refusals.lock().expect("refusals").pop_front() {
            return Err(refusal);
        }
        let mut replies = self.replies.lock().expect("replies");
        replies.entry(delivery.to.external_id.clone()).or_default().push_back(delivery);
        Ok(Delivered { platform_id: None })
    }
}

/// The bot under test.
pub struct Bot {
    pub db: Db,
    pub turns: Turns,
    collector: Arc<Collector>,
    clock: Arc<StoppedClock>,
    settled: watch::Receiver<u64>,
    stop: CancellationToken,
    tasks: TaskTracker,
    updates: Mutex<i64>,
}

impl Bot {
    /// Starts the bot with the example.
    pub async fn start(database: &TestDatabase) -> Self {
        Self::start_with(database, example()).await
    }

    /// Starts the bot with another edition.
    pub async fn start_with(database: &TestDatabase, edition: Arc<Edition>) -> Self {
        let db = database.connect().await;
        let clock = Arc::new(StoppedClock::default());
        let editions = Arc::new(Editions::new(edition, clock.clone()));
        let (stop, tasks) = (CancellationToken::new(), TaskTracker::new());
        let turns =
            Turns::start(db.clone(), editions.clone(), 2, Around::default(), stop.clone(), &tasks);
        let collector = Arc::new(Collector {
            account: "test".into(),
            replies: Mutex::default(),
            refusals: Mutex::default(),
        });
        let sender = Sender::new(
            db.clone(),
            collector.clone(),
            clock.clone(),
            turns.commits(),
            stop.clone(),
        );
        let settled = sender.settled();
        tasks.spawn(sender.run());
        let caretaker =
            Caretaker { db: db.clone(), turns: turns.clone(), editions, stop: stop.clone() };
        tasks.spawn(caretaker.run());
        let updates = Mutex::new(0);
        Self { db, turns, collector, clock, settled, stop, tasks, updates }
    }

    /// An update as the platform would bring it.
    pub fn update(&self, who: &str, event: Event) -> Incoming {
        let mut updates = self.updates.lock().expect("updates");
        *updates += 1;
        Incoming {
            identity: self.identity(who),
            update_id: *updates,
            message: None,
            name: Some(who.to_owned()),
            handle: None,
            locale_hint: None,
            along: Along::default(),
            event,
            at: self.clock.now(),
        }
    }

    /// Who somebody is on the collecting channel.
    pub fn identity(&self, who: &str) -> Identity {
        Identity {
            channel: Channel::Terminal,
            account: self.collector.account.clone(),
            external_id: who.to_owned(),
        }
    }

    /// The contact of somebody.
    pub fn contact(&self, who: &str) -> ContactId {
        self.db.contact_id(&self.identity(who))
    }

    /// The bot hears a line, and it is committed.
    pub async fn hears(&self, who: &str, text: &str) {
        let update = self.update(who, Event::Said { text: text.to_owned() });
        let receipt = self.takes(update).await;
        assert!(matches!(receipt, Ok(Receipt::Committed(_))), "{text:?} was not committed");
    }

    /// The bot takes an update.
    pub async fn takes(&self, incoming: Incoming) -> Result<Receipt, NotTaken> {
        self.turns.take(incoming).await
    }

    /// Waits until all committed replies have left.
    pub async fn settles(&self) {
        let committed = *self.turns.commits().borrow();
        let mut settled = self.settled.clone();
        let waited = settled.wait_for(|seen| *seen >= committed);
        tokio::time::timeout(Duration::from_secs(20), waited)
            .await
            .expect("the outbox empties")
            .expect("the sender lives");
    }

    /// The next reply to somebody.
    pub async fn says(&self, who: &str) -> String {
        self.delivers(who).await.outbound.text().replace(['\u{a0}', '\u{202f}'], " ")
    }

    /// The next delivery to somebody.
    pub async fn delivers(&self, who: &str) -> Delivery {
        self.settles().await;
        let mut replies = self.collector.replies.lock().expect("replies");
        replies.get_mut(who).and_then(VecDeque::pop_front).expect("a reply")
    }

    /// How many replies to somebody are unread.
    pub async fn unread(&self, who: &str) -> usize {
        self.settles().await;
        self.collector.replies.lock().expect("replies").get(who).map_or(0, VecDeque::len)
    }

    /// The next delivery fails so.
    pub fn will_refuse(&self, refusal: DeliveryError) {
        self.collector.refusals.lock().expect("refusals").push_back(refusal);
    }

    /// Time passes.
    pub fn after(&self, time: TimeDelta) {
        *self.clock.0.lock().expect("the clock") += time;
    }

    /// What is remembered of somebody.
    pub async fn state(&self, who: &str) -> State {
        let wanted = Wanted { contact: self.contact(who), update: None };
        let found = self.db.find_conversation(wanted).await.expect("the database answers");
        found.state().expect("a readable state")
    }

    /// Ends the test: nothing may be left unread.
    pub async fn ends(self) {
        self.settles().await;
        self.stop.cancel();
        self.tasks.close();
        tokio::time::timeout(Duration::from_secs(20), self.tasks.wait())
            .await
            .expect("all workers end");
        let unread: Vec<(String, usize)> = {
            let replies = self.collector.replies.lock().expect("replies");
            replies.iter().map(|(who, unread)| (who.clone(), unread.len())).collect()
        };
        for (who, count) in unread {
            assert!(count == 0, "{who} has {count} unread replies");
        }
        self.db.close().await;
    }

    /// Ends the test without looking at unread replies.
    pub async fn ends_unread(self) {
        self.settles().await;
        self.collector.replies.lock().expect("replies").clear();
        self.ends().await;
    }
}
