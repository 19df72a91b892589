//! Work that one replica at a time does, by lease: asking a platform for updates, holding a shard.

use std::time::Duration;

use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tracing::{debug, info, warn};

use crate::store::Db;
use crate::store::leases::{LEASE, Lease, RENEW_EVERY};

/// Pause between two tries to get the lease: short, so that a lost replica is soon followed.
const TRY_EVERY: Duration = Duration::from_millis(500);
/// What is told to stop has this long to end by itself.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// One duty among replicas.
#[derive(Clone)]
pub struct Duty {
    db: Db,
    name: String,
    stop: CancellationToken,
}

impl Duty {
    /// The duty of this name, done until `stop`.
    #[must_use]
    pub fn new(db: &Db, name: impl Into<String>, stop: CancellationToken) -> Self {
        Self { db: db.clone(), name: name.into(), stop }
    }

    /// Does the work whenever the lease is ours. Work that ends by itself is begun again. It is
    /// told by the token when the lease is lost or the process stops, and broken off soon after.
    pub async fn run<W, F>(&self, work: W)
    where
        W: Fn(CancellationToken) -> F + Send + Sync,
        F: Future<Output = ()> + Send,
    {
        while !self.stop.is_cancelled() {
            match self.db.acquire_lease(&self.name, LEASE).await {
                Ok(Some(lease)) => {
                    debug!(lease = self.name, "the duty is ours");
                    self.under(&lease, &work).await;
                    if let Err(error) = self.db.release_lease(&lease).await {
                        debug!(%error, "the lease runs out by itself");
                    }
                }
                Ok(None) => {}
                Err(error) => warn!(%error, lease = self.name, "a duty waits for the database"),
            }
            tokio::select! {
                () = tokio::time::sleep(TRY_EVERY) => {}
                () = self.stop.cancelled() => {}
            }
        }
    }

    async fn under<W, F>(&self, lease: &Lease, work: &W)
    where
        W: Fn(CancellationToken) -> F + Send + Sync,
        F: Future<Output = ()> + Send,
    {
        let held = self.stop.child_token();
        let working = work(held.clone());
        tokio::pin!(working);
        tokio::select! {
            () = &mut working => return,
            () = self.keep(lease) => info!(lease = self.name, "another replica has the duty now"),
            () = self.stop.cancelled() => {}
        }
        held.cancel();
        if tokio::time::timeout(LAST_WORDS, working).await.is_err() {
            debug!(lease = self.name, "a duty was broken off");
        }
    }

    /// Renews the lease; returns when it is lost, or may be by now.
    async fn keep(&self, lease: &Lease) {
        let mut renewed = Instant::now();
        loop {
            tokio::time::sleep(RENEW_EVERY).await;
            match self.db.renew_lease(lease, LEASE).await {
                Ok(true) => renewed = Instant::now(),
                Ok(false) => return,
                // While the database is away nobody else can take it either, until it runs out.
                Err(error) if renewed.elapsed() + LAST_WORDS * 2 < LEASE => {
                    debug!(%error, "a lease is renewed later");
                }
                Err(_) => return,
            }
        }
    }
}
