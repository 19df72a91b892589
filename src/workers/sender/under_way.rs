//! Deliveries that are on their way: what was claimed, sent outside of any transaction.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::task::JoinSet;
use tokio::time::error::Elapsed;
use tokio::time::timeout;
use tracing::error;

use crate::app::channel::{ChatChannel, Delivered, Delivery, DeliveryError, PATIENCE, PointedAt};
use crate::domain::contact::Identity;
use crate::domain::reply::{ForReps, Lane, Span};
use crate::store::outbox::OutboxId;
use crate::store::outbox::claim::Claimed;
use crate::store::{Db, StoreError};

/// An alert that comes so much after what it tells of says so.
pub(super) const LATE: Duration = Duration::from_secs(5);
/// How long one send may take.
const SEND: Duration = Duration::from_secs(5);
/// The same with files.
const SEND_FILES: Duration = Duration::from_secs(90);

/// A delivery that ended.
pub(super) struct Done {
    pub id: OutboxId,
    pub lane: Lane,
    pub attempt: i16,
    /// It alerts the reps, so long after what it tells of.
    pub alert: Option<Duration>,
    pub outcome: Outcome,
}

/// What became of it.
pub(super) enum Outcome {
    /// The platform's pace allows it after this time only; nothing was sent.
    PutOff(Duration),
    /// It was tried.
    Tried(Result<Result<Delivered, DeliveryError>, Elapsed>),
}

/// Deliveries that are on their way, of different lanes.
#[derive(Default)]
pub(super) struct UnderWay(JoinSet<Done>);

impl UnderWay {
    /// Sends a claimed row off, when the pace of its platform allows it soon.
    pub(super) fn start<C: ChatChannel>(
        &mut self,
        channel: &Arc<C>,
        mut delivery: Delivery,
        row: (OutboxId, i16),
        now: DateTime<Utc>,
        db: &Db,
    ) {
        let db = db.clone();
        let channel = channel.clone();
        let lane = delivery.lane;
        // In the order of the claim: alerts take their places first.
        let wait = channel.reserve(&delivery);
        let late = delivery.outbound.reps.late.take();
        let alert = delivery
            .alert_since
            .map(|since| (now - since).to_std().unwrap_or_default() + wait.min(PATIENCE));
        if let (Some(words), Some(by)) = (late, alert.filter(|by| *by >= LATE)) {
            let text = format!("\n\n{}", words.replace(ForReps::DELAY, &told(by)));
            delivery.outbound.spans.push(Span::inserted(text));
        }
        self.0.spawn(async move {
            let outcome = if wait > PATIENCE {
                Outcome::PutOff(wait)
            } else {
                if !wait.is_zero() {
                    tokio::time::sleep(wait).await;
                    // Somebody may have taken the talk meanwhile: then the next claim drops it.
                    if lane == Lane::Prospect && !db.still_speaks(&row.0).await.unwrap_or(false) {
                        let (id, attempt) = row;
                        let outcome = Outcome::PutOff(Duration::ZERO);
                        return Done { id, lane, attempt, alert, outcome };
                    }
                }
                let files = !delivery.outbound.reps.media.is_empty();
                let patience = if files { SEND_FILES } else { SEND };
                Outcome::Tried(timeout(patience, channel.deliver(delivery)).await)
            };
            Done { id: row.0, lane, attempt: row.1, alert, outcome }
        });
    }

    /// The next one that ends. What panicked stays claimed until its deadline and is then tried
    /// again: nobody knows whether it left.
    pub(super) async fn next(&mut self) -> Option<Done> {
        loop {
            match self.0.join_next().await? {
                Ok(done) => return Some(done),
                Err(error) => error!(panic = error.is_panic(), "a delivery broke off"),
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Where a claimed row goes.
pub(super) enum Address {
    /// There, and what is delivered.
    Known(Box<Delivery>),
    /// Nowhere: it changes a card where there is none.
    Needless,
    /// It is for reps who have no chat here.
    NoChat,
}

/// What is to be delivered, and where.
pub(super) fn delivery_of<C: ChatChannel>(
    claimed: &Claimed,
    channel: &C,
    now: DateTime<Utc>,
) -> Result<Address, StoreError> {
    let lane = claimed.lane;
    let mut outbound = claimed.outbound()?;
    let place = outbound.reps.to.take();
    let chat = place.as_deref().or_else(|| channel.rep_chat());
    let to = match (lane, chat) {
        (Lane::Prospect, _) => claimed.identity.clone(),
        (Lane::Card | Lane::Thread, Some(chat)) => Identity {
            channel: channel.channel(),
            account: channel.account().clone(),
            external_id: chat.to_owned(),
        },
        (Lane::Card | Lane::Thread, None) => return Ok(Address::NoChat),
    };
    if outbound.reps.edits_only && claimed.replaces.is_none() {
        return Ok(Address::Needless);
    }
    if let (Some(words), true) = (outbound.unreachable.take(), claimed.unreachable) {
        outbound.spans.push(Span::inserted(format!("\n\n{words}")));
    }
    // What stands beside a card points at it.
    let beside = claimed.replaces.clone().filter(|_| lane == Lane::Card && outbound.reps.apart);
    let beside = beside.map(|name| PointedAt { name, own: false });
    Ok(Address::Known(Box::new(Delivery {
        to,
        about: claimed.identity.clone(),
        known_since: claimed.known_since,
        turn: claimed.id.turn,
        ordinal: claimed.id.ordinal,
        lane,
        replaces: claimed.replaces.clone().filter(|_| !outbound.reps.apart),
        points_at: beside,
        outbound,
        follows: claimed.follows.clone(),
        attempt: claimed.attempt,
        maybe_repeated: claimed.repeated,
        waited: (now - claimed.due_at).to_std().unwrap_or_default(),
        alert_since: claimed.alert_since,
        opening: None,
        joined: false,
    })))
}

/// A stretch of time as everybody reads it.
fn told(by: Duration) -> String {
    match by.as_secs() {
        seconds @ 0..=119 => format!("{seconds} s"),
        seconds @ 120..=7_199 => format!("{} min", seconds / 60),
        seconds => format!("{} h", seconds / 3_600),
    }
}
