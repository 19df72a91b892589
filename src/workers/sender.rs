//! Delivering the outbox of one channel account: one sender at a time, by lease.
//!
//! A message is claimed, delivered outside any transaction, and recorded. Only the head of a lane
//! is ever on its way, so order holds. What was sent and not recorded is sent again after the
//! claim has run out, and counted.

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use tokio::sync::watch;
use tokio::time::{Instant, timeout};
use tokio_util::sync::CancellationToken;
use tracing::{debug, error, info, warn};

use crate::app::channel::{ChatChannel, Delivered, Delivery, DeliveryError};
use crate::app::clock::Clock;
use crate::domain::reply::Lane;
use crate::store::leases::Lease;
use crate::store::outbox::{ClaimHeads, Claimed, OutboxId, Unsent};
use crate::store::{Db, StoreError};

/// How long a lease lasts, and how often it is renewed.
const LEASE: (Duration, Duration) = (Duration::from_secs(15), Duration::from_secs(4));
/// How long one send may take.
const SEND: Duration = Duration::from_secs(5);
/// How long a claim lasts; longer than a send.
const CLAIM: TimeDelta = TimeDelta::seconds(10);
/// How often the outbox is looked at when nothing wakes us.
const POLL: Duration = Duration::from_millis(50);
/// Rows claimed at once.
const LIMIT: i64 = 100;
/// Pause when the database is away.
const AWAY: Duration = Duration::from_millis(500);

/// Delivers for one channel account until stopped.
pub struct Sender<C> {
    db: Db,
    channel: Arc<C>,
    clock: Arc<dyn Clock>,
    commits: watch::Receiver<u64>,
    stop: CancellationToken,
    settled: watch::Sender<u64>,
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
        Self { db, channel, clock, commits, stop, settled: watch::Sender::new(0) }
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
                    // Whoever waits for the lease need not wait for its end.
                    if let Err(error) = self.db.release_lease(&lease).await {
                        debug!(%error, "the lease runs out by itself");
                    }
                }
                Ok(None) => self.pause(Duration::from_millis(200)).await,
                Err(error) => {
                    warn!(%error, "sender waits for the database");
                    self.pause(AWAY).await;
                }
            }
        }
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
            let sent = self.round().await?;
            if sent > 0 {
                continue;
            }
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

    /// Claims, delivers and records once. Returns how many rows it had in hand.
    async fn round(&self) -> Result<usize, StoreError> {
        let now = self.clock.now();
        let heads = self
            .db
            .claim_heads(&ClaimHeads {
                channel: self.channel.channel(),
                account: self.channel.account(),
                now,
                until: now + CLAIM,
                limit: LIMIT,
            })
            .await?;
        if heads.dropped > 0 {
            let channel = self.channel.channel().as_str();
            metrics::counter!("docent_deliveries_total", "channel" => channel, "outcome" => "dropped")
                .increment(heads.dropped as u64);
        }
        let count = heads.claimed.len() + heads.dropped;
        let mut sent: Vec<(OutboxId, Option<String>)> = Vec::new();
        let began = Instant::now();
        for claimed in heads.claimed {
            // What would outlast its claim is left to the next round.
            if began.elapsed() + SEND > CLAIM.to_std().unwrap_or(SEND) {
                self.db.mark_retry(&claimed.id, self.clock.now(), "claim ran short").await?;
                continue;
            }
            if let Some(done) = self.send(claimed).await? {
                sent.push(done);
            }
        }
        if !sent.is_empty() {
            self.db.mark_sent(&sent, self.clock.now()).await?;
        }
        Ok(count)
    }

    /// Sends one row. `Some` when it was sent and is still to be marked.
    async fn send(
        &self,
        claimed: Claimed,
    ) -> Result<Option<(OutboxId, Option<String>)>, StoreError> {
        let channel = self.channel.channel().as_str();
        let outcome = |word: &'static str| {
            metrics::counter!("docent_deliveries_total", "channel" => channel, "outcome" => word)
                .increment(1);
        };
        let retried = || {
            metrics::counter!("docent_delivery_retries_total", "channel" => channel).increment(1)
        };
        let id = claimed.id;
        if claimed.repeated {
            metrics::counter!("docent_delivery_repeats_total", "channel" => channel).increment(1);
        }
        let delivery = match delivery_of(&claimed) {
            Ok(delivery) => delivery,
            Err(error) => {
                error!(conversation.id = %id.contact, turn.id = id.turn, %error, "an outbox row cannot be read and is put aside");
                outcome("failed");
                self.db
                    .mark_unsent(&id, Unsent::Failed, self.clock.now(), &error.to_string())
                    .await?;
                return Ok(None);
            }
        };
        let done = timeout(SEND, self.channel.deliver(delivery)).await;
        match done {
            Ok(Ok(Delivered { platform_id })) => {
                outcome("sent");
                Ok(Some((id, platform_id)))
            }
            Ok(Err(DeliveryError::RetryAt { after, reason })) => {
                retried();
                let due = self.clock.now() + TimeDelta::from_std(after).unwrap_or(CLAIM);
                self.db.mark_retry(&id, due, &reason).await?;
                Ok(None)
            }
            Ok(Err(DeliveryError::Unreachable { reason })) => {
                outcome("unreachable");
                self.db.mark_unsent(&id, Unsent::Unreachable, self.clock.now(), &reason).await?;
                Ok(None)
            }
            Ok(Err(DeliveryError::Rejected { reason })) => {
                error!(conversation.id = %id.contact, turn.id = id.turn, reason, "a message was refused for good");
                outcome("failed");
                self.db.mark_unsent(&id, Unsent::Failed, self.clock.now(), &reason).await?;
                Ok(None)
            }
            Err(_elapsed) => {
                retried();
                let due = self.clock.now() + TimeDelta::seconds(i64::from(claimed.attempt).min(60));
                self.db.mark_retry(&id, due, "no answer in time").await?;
                Ok(None)
            }
        }
    }
}

fn delivery_of(claimed: &Claimed) -> Result<Delivery, StoreError> {
    Ok(Delivery {
        to: claimed.identity.clone(),
        turn: claimed.id.turn,
        ordinal: claimed.id.ordinal,
        lane: match claimed.lane {
            2 => Lane::Card,
            3 => Lane::Thread,
            _ => Lane::Prospect,
        },
        outbound: claimed.outbound()?,
        maybe_repeated: claimed.repeated,
    })
}
