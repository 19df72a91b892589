//! Delivering the outbox of one channel account: one sender at a time, by lease.
//!
//! A message is claimed, delivered outside any transaction, and recorded. Lanes are delivered side
//! by side, so a slow one holds up nobody else; only the head of a lane is ever on its way, so
//! order holds. What was sent and not recorded is sent again after the claim has run out, and
//! counted. [`ready`] is what a claimed row still needs before it leaves, [`under_way`] what has been
//! claimed and has not ended.

mod joined;
mod ready;
mod under_way;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};
use tokio_util::sync::CancellationToken;
use tracing::{debug, error, info, warn};

use crate::app::channel::{ChatChannel, Delivered, DeliveryError, NOT_SENT, back_off};
use crate::app::clock::Clock;
use crate::app::opening::opening;
use crate::domain::reply::{Lane, Outbound};
use crate::store::leases::Lease;
use crate::store::outbox::OutboxId;
use crate::store::outbox::claim::ClaimHeads;
use crate::store::outbox::mark::Unsent;
use crate::store::{Db, StoreError};
use under_way::{Done, LATE, Outcome, UnderWay};

/// How long a lease lasts, and how often it is renewed.
const LEASE: (Duration, Duration) = (Duration::from_secs(15), Duration::from_secs(4));
/// How long a claim lasts; longer than the wait for the platform's pace and a send.
const CLAIM: TimeDelta = TimeDelta::seconds(10);
/// How often the outbox is looked at when nothing wakes us.
const POLL: Duration = Duration::from_millis(50);
/// Rows under way at once.
const LIMIT: usize = 32;
/// How long a delivery that has ended waits for others, to be marked with them.
const TOGETHER: Duration = Duration::from_millis(5);
/// Pause when the database is away.
const AWAY: Duration = Duration::from_millis(500);

/// A row that the platform took, with the platform's name of the message.
type Sent = (OutboxId, Option<String>);

/// Delivers for one channel account until stopped.
pub struct Sender<C> {
    db: Db,
    channel: Arc<C>,
    clock: Arc<dyn Clock>,
    commits: watch::Receiver<u64>,
    stop: CancellationToken,
    settled: watch::Sender<u64>,
    /// What is on its way.
    under_way: UnderWay,
    /// What has left and is not marked yet; kept while the database is away.
    sent: Vec<Sent>,
    /// What places begin with that are made anew for these.
    openings: HashMap<OutboxId, Outbound>,
    /// Until when a card waits that was put off.
    cards_wait: Option<Instant>,
    /// What leaves together with these.
    joined: HashMap<OutboxId, Vec<OutboxId>>,
    /// How often these were tried here, where no try can have arrived.
    unsent: HashMap<OutboxId, i16>,
}

impl<C: ChatChannel> Sender<C> {
    /// A sender for a channel account; `commits` wakes it.
    pub fn new(
        db: Db,
        channel: Arc<C>,
        clock: Arc<dyn Clock>,
        commits: watch::Receiver<u64>,
        stop: CancellationToken,
    ) -> Self {
        Self {
            db,
            channel,
            clock,
            commits,
            stop,
            settled: watch::Sender::new(0),
            under_way: UnderWay::default(),
            sent: Vec::new(),
            openings: HashMap::new(),
            cards_wait: None,
            joined: HashMap::new(),
            unsent: HashMap::new(),
        }
    }

    /// The commits whose replies have all left, by the count of `commits`.
    #[must_use]
    pub fn settled(&self) -> watch::Receiver<u64> {
        self.settled.subscribe()
    }

    /// Runs until stopped; what is claimed then is finished first.
    pub async fn run(mut self) {
        let name = format!("sender/{}/{}", self.channel.channel().as_str(), self.channel.account());
        while !self.stop.is_cancelled() {
            match self.db.acquire_lease(&name, LEASE.0).await {
                Ok(Some(lease)) => {
                    debug!(lease = name, "sender has the lease");
                    if let Err(error) = self.deliver_under(&lease).await {
                        warn!(%error, "sender lost the database and tries again");
                        self.pause(AWAY).await;
                    }
                    self.finish().await;
                    // Whoever waits for the lease need not wait for its end.
                    if let Err(error) = self.db.release_lease(&lease).await {
                        debug!(%error, "the lease runs out by itself");
                    }
                }
                Ok(None) => {
                    self.finish().await;
                    if let Err(error) = self.watch_the_other().await {
                        debug!(%error, "whether the other replica is done is seen later");
                    }
                    self.pause(Duration::from_millis(200)).await;
                }
                Err(error) => {
                    warn!(%error, "sender waits for the database");
                    self.pause(AWAY).await;
                }
            }
        }
    }

    /// Another replica sends: notices when it owes nothing any more.
    async fn watch_the_other(&mut self) -> Result<(), StoreError> {
        let seen = *self.commits.borrow_and_update();
        if *self.settled.borrow() < seen {
            let (channel, account) = (self.channel.channel(), self.channel.account());
            if !self.db.owes(channel, account, self.clock.now()).await? {
                self.settled.send_replace(seen);
            }
        }
        Ok(())
    }

    async fn pause(&self, time: Duration) {
        tokio::select! {
            () = tokio::time::sleep(time) => {}
            () = self.stop.cancelled() => {}
        }
    }

    /// Delivers while the lease is ours.
    async fn deliver_under(&mut self, lease: &Lease) -> Result<(), StoreError> {
        let mut renewed = Instant::now();
        loop {
            if renewed.elapsed() > LEASE.1 {
                if !self.db.renew_lease(lease, LEASE.0).await? {
                    info!(lease = lease.name, "another replica sends now");
                    return Ok(());
                }
                renewed = Instant::now();
            }
            let seen = *self.commits.borrow_and_update();
            let found = self.claim().await?;
            if !self.under_way.is_empty() {
                self.gather().await?;
            } else if !found {
                self.settled.send_replace(seen);
                if self.stop.is_cancelled() {
                    return Ok(());
                }
                tokio::select! {
                    _ = self.commits.changed() => {}
                    () = tokio::time::sleep(POLL) => {}
                    () = self.stop.cancelled() => {}
                }
            }
        }
    }

    /// Marks what has left, claims what is next, and sends it off. Tells whether anything was
    /// found.
    async fn claim(&mut self) -> Result<bool, StoreError> {
        let room = LIMIT.saturating_sub(self.under_way.len());
        let now = self.clock.now();
        let what = ClaimHeads {
            channel: self.channel.channel(),
            account: self.channel.account(),
            now,
            until: now + CLAIM,
            limit: i64::try_from(room).unwrap_or_default(),
        };
        if self.cards_wait.is_some_and(|until| until > Instant::now()) {
            // An alert does not wait behind an older form of its own card.
            self.db.hasten_cards(what.channel, what.account, now).await?;
        }
        let heads = self.db.mark_and_claim_heads(&self.sent, &what).await?;
        self.sent.clear();
        if heads.dropped > 0 {
            self.count("dropped", heads.dropped as u64);
        }
        if heads.superseded > 0 {
            self.count("superseded", heads.superseded as u64);
        }
        let found = heads.dropped + heads.superseded > 0 || !heads.claimed.is_empty();
        for claimed in heads.claimed {
            let channel = self.channel.channel().as_str();
            if claimed.repeated {
                metrics::counter!("docent_delivery_repeats_total", "channel" => channel)
                    .increment(1);
            }
            self.make_ready(&claimed, now).await?;
        }
        Ok(found)
    }

    /// Waits until a delivery ends or there is something new to send; what ends at about the same
    /// time is gathered, to be marked together.
    async fn gather(&mut self) -> Result<(), StoreError> {
        let first = tokio::select! {
            done = self.under_way.next() => done,
            _ = self.commits.changed() => return Ok(()),
            () = tokio::time::sleep(POLL) => return Ok(()),
        };
        let until = Instant::now() + TOGETHER;
        let mut next = first;
        while let Some(done) = next {
            self.record(done).await?;
            next = timeout_at(until, self.under_way.next()).await.unwrap_or_default();
        }
        Ok(())
    }

    /// Waits for what is under way and marks it, if the database lets us; else it is tried again
    /// before the next claim.
    async fn finish(&mut self) {
        while let Some(done) = self.under_way.next().await {
            if let Err(error) = self.record(done).await {
                debug!(%error, "a delivery that failed is tried again after its claim");
            }
        }
        if !self.sent.is_empty() {
            match self.db.mark_sent(&self.sent, self.clock.now()).await {
                Ok(_) => self.sent.clear(),
                Err(error) => debug!(%error, "what has left is marked later"),
            }
        }
    }

    /// Records what became of a delivery; one that was sent is marked with others.
    async fn record(&mut self, done: Done) -> Result<(), StoreError> {
        let Done { id, lane, attempt, alert, outcome } = done;
        let now = self.clock.now();
        // What did not leave with it waits behind it as before.
        let with = self.joined.remove(&id).unwrap_or_default();
        let outcome = match outcome {
            Outcome::PutOff(wait) => {
                let due = now + TimeDelta::from_std(wait).unwrap_or(CLAIM);
                self.db.put_off(&id, due).await?;
                if lane == Lane::Card {
                    self.cards_wait = self.cards_wait.max(Some(Instant::now() + wait));
                }
                return Ok(());
            }
            Outcome::Tried(outcome) => outcome,
        };
        if matches!(
            outcome,
            Ok(Ok(_) | Err(DeliveryError::Rejected { .. } | DeliveryError::Unreachable { .. }))
        ) {
            self.openings.remove(&id);
        }
        let surely_not = |reason: &str| reason.starts_with(NOT_SENT);
        match &outcome {
            Ok(Err(DeliveryError::RetryAt { reason, .. })) if surely_not(reason) => {
                *self.unsent.entry(id).or_default() += 1;
            }
            _ => drop(self.unsent.remove(&id)),
        }
        match outcome {
            Ok(Ok(Delivered { platform_id })) => {
                self.count("sent", 1 + with.len() as u64);
                if let Some(after) = alert {
                    self.alerted(id, after);
                }
                self.sent.extend(with.into_iter().map(|id| (id, platform_id.clone())));
                self.sent.push((id, platform_id));
            }
            Ok(Err(DeliveryError::RetryAt { after, reason })) => {
                self.count_retry();
                let due = now + TimeDelta::from_std(after).unwrap_or(CLAIM);
                self.db.mark_retry(&id, due, &reason).await?;
            }
            Ok(Err(DeliveryError::Unreachable { reason })) => {
                self.count("unreachable", 1);
                self.db.mark_unsent(&id, Unsent::Unreachable, now, &reason).await?;
                if lane == Lane::Prospect {
                    info!(conversation.id = %id.contact, reason, "a contact cannot be reached");
                    self.db.mark_unreachable(id.contact, Some(now)).await?;
                }
            }
            Ok(Err(DeliveryError::OutOfReach { reason })) => {
                self.count_retry();
                let wait = TimeDelta::from_std(back_off(attempt)).unwrap_or(CLAIM);
                self.db.mark_retry(&id, now + wait, &reason).await?;
            }
            Ok(Err(DeliveryError::PlaceGone { reason, card })) => {
                info!(conversation.id = %id.contact, reason, "the place of a talk is gone, and is made anew");
                let mut due = now;
                if card {
                    self.db.revive_card(id.contact, now).await?;
                    due += TimeDelta::seconds(1);
                } else {
                    self.openings.insert(id, opening(&self.db, id.contact).await?);
                }
                self.db.put_off(&id, due).await?;
            }
            Ok(Err(DeliveryError::Rejected { reason })) => {
                error!(conversation.id = %id.contact, turn.id = id.turn, reason, "a message was refused for good");
                self.count("failed", 1);
                self.db.mark_unsent(&id, Unsent::Failed, now, &reason).await?;
            }
            Err(_elapsed) => {
                self.count_retry();
                let due = now + TimeDelta::seconds(i64::from(attempt).min(60));
                self.db.mark_retry(&id, due, "no answer in time").await?;
            }
        }
        Ok(())
    }

    /// An alert has left: how long after what it tells of.
    fn alerted(&self, id: OutboxId, after: Duration) {
        let channel = self.channel.channel().as_str();
        metrics::histogram!("docent_alert_delay_seconds", "channel" => channel)
            .record(after.as_secs_f64());
        if after >= LATE {
            warn!(conversation.id = %id.contact, delay_s = after.as_secs(), "an alert reached the reps' chat late; if this goes on, more goes there than the platform lets through, or it was out of reach");
            self.channel.alert_was_late(after);
        }
    }

    fn count(&self, outcome: &'static str, by: u64) {
        let channel = self.channel.channel().as_str();
        metrics::counter!("docent_deliveries_total", "channel" => channel, "outcome" => outcome)
            .increment(by);
    }

    fn count_retry(&self) {
        let channel = self.channel.channel().as_str();
        metrics::counter!("docent_delivery_retries_total", "channel" => channel).increment(1);
    }
}
