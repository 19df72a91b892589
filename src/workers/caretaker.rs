//! Small duties: pauses that are over, people who want to be erased, visitors long gone.

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use tokio_util::sync::CancellationToken;
use tracing::{debug, info, warn};

use crate::app::editions::Editions;
use crate::app::turns::Turns;
use crate::domain::along::Along;
use crate::domain::event::{Event, Incoming};
use crate::store::{Db, StoreError};

/// How often pauses and erasures are looked for.
const LOOK: Duration = Duration::from_millis(500);
/// How often old visitors are looked for.
const SWEEP: Duration = Duration::from_secs(3_600);
/// An erasure waits at most this long for its confirmation to leave.
const CONFIRMATION: TimeDelta = TimeDelta::minutes(10);
/// Rows taken on at once.
const LIMIT: i64 = 100;

/// Runs the duties until stopped. Every replica may: a duty done twice has no effect.
pub struct Caretaker {
    /// The database.
    pub db: Db,
    /// Where pauses become turns.
    pub turns: Turns,
    /// The live edition and the clock.
    pub editions: Arc<Editions>,
    /// When to stop.
    pub stop: CancellationToken,
}

impl Caretaker {
    /// Runs until stopped.
    pub async fn run(self) {
        let mut swept: Option<tokio::time::Instant> = None;
        while !self.stop.is_cancelled() {
            if let Err(error) = self.look().await {
                debug!(%error, "the caretaker waits for the database");
            }
            if swept.is_none_or(|at| at.elapsed() > SWEEP) {
                swept = Some(tokio::time::Instant::now());
                if let Err(error) = self.sweep().await {
                    warn!(%error, "old visitors were not dropped; tried again in an hour");
                }
            }
            tokio::select! {
                () = tokio::time::sleep(LOOK) => {}
                () = self.stop.cancelled() => {}
            }
        }
    }

    async fn look(&self) -> Result<(), StoreError> {
        let now = self.editions.clock().now();
        for due in self.db.list_due_pauses(now, LIMIT).await? {
            let incoming = Incoming {
                identity: due.identity,
                update_id: 0,
                message: None,
                name: due.name,
                handle: None,
                locale_hint: None,
                along: Along::default(),
                event: Event::Timer,
                at: now,
            };
            if self.turns.take(incoming).await.is_err() {
                return Ok(());
            }
        }
        for due in self.db.list_erasures(now, CONFIRMATION, LIMIT).await? {
            if self.db.forget_contact(due).await? {
                info!(conversation.id = %due, "a person was erased on their wish");
            }
        }
        Ok(())
    }

    /// Drops bare visitors who were last heard long ago.
    async fn sweep(&self) -> Result<(), StoreError> {
        let days = i64::from(self.editions.current().script.bot.visitor_days);
        let before = self.editions.clock().now() - TimeDelta::days(days);
        let mut dropped = 0;
        loop {
            let some = self.db.drop_bare_visitors(before).await?;
            dropped += some;
            if some < 1_000 || self.stop.is_cancelled() {
                break;
            }
        }
        // No platform brings an update again after so long.
        self.db.drop_routes(self.editions.clock().now() - TimeDelta::days(7)).await?;
        if dropped > 0 {
            info!(dropped, days, "bare visitors were dropped");
        }
        Ok(())
    }
}
