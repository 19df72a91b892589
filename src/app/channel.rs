//! The port to chat platforms: how a reply leaves, and how a platform tells that it is well.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::Serialize;
use tokio::time::Instant;

use crate::domain::contact::Identity;
use crate::domain::ids::{AccountId, Channel, TurnNumber};
use crate::domain::reply::{Lane, Outbound};

/// How long a sender waits for a message's turn before it gives the message back.
pub const PATIENCE: Duration = Duration::from_secs(4);

/// How the reason begins of a try that surely did not arrive.
pub const NOT_SENT: &str = "not sent";

/// For how long something at the reps' side is told of.
const TOLD: Duration = Duration::from_secs(300);

/// One message on its way out.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// Where it goes: the prospect, or for a card or a thread the reps' chat.
    pub to: Identity,
    /// The prospect it is about.
    pub about: Identity,
    /// Since when we know that prospect. Their turns are counted anew after an erasure, so a name made
    /// of turns needs it.
    pub known_since: DateTime<Utc>,
    /// The turn it belongs to.
    pub turn: TurnNumber,
    /// Its place in the turn.
    pub ordinal: i16,
    /// The stream it belongs to.
    pub lane: Lane,
    /// What is sent.
    pub outbound: Outbound,
    /// For a card: the platform's name of the card that is there already and is edited instead. For
    /// a thread: the card that it belongs to.
    pub replaces: Option<String>,
    /// On a further try: the platform's name of the last message before it in its stream. What is
    /// older cannot be this one.
    pub follows: Option<String>,
    /// The number of this try, from 1.
    pub attempt: i16,
    /// Where it answers a message or puts a sign at one: the platform's name of that message.
    pub points_at: Option<PointedAt>,
    /// An earlier try of it ended without a known outcome, so this may be a repeat.
    pub maybe_repeated: bool,
    /// Since it was due: no try of it can be older, unless it was put off meanwhile.
    pub waited: Duration,
    /// For a card that alerts the reps: since when they should know.
    pub alert_since: Option<DateTime<Utc>>,
    /// What the place begins with that is made anew for this, after [`DeliveryError::PlaceGone`].
    pub opening: Option<Outbound>,
    /// Several messages leave as this one, so none of them can be changed by itself later.
    pub joined: bool,
}

/// A message that is there already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointedAt {
    /// What the platform calls it.
    pub name: String,
    /// Whoever reads there wrote it; else it is ours.
    pub own: bool,
}

/// What a platform made of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivered {
    /// What the platform calls it.
    pub platform_id: Option<String>,
}

/// Why a message did not leave, by what is done next.
#[derive(Debug, thiserror::Error)]
pub enum DeliveryError {
    /// Again, not before this much time has passed.
    #[error("not delivered, to be tried again: {reason}")]
    RetryAt {
        /// How long to wait.
        after: Duration,
        /// The platform's word, free of what people said.
        reason: String,
    },
    /// The person cannot be reached there: blocked, deactivated, closed.
    #[error("the contact cannot be reached: {reason}")]
    Unreachable {
        /// The platform's word.
        reason: String,
    },
    /// The platform refuses this message for good.
    #[error("the message was refused: {reason}")]
    Rejected {
        /// The platform's word.
        reason: String,
    },
    /// The reps' chat cannot be reached at all, which takes a person to mend. It is tried again.
    #[error("the reps' chat is out of reach: {reason}")]
    OutOfReach {
        /// The platform's word.
        reason: String,
    },
    /// The place of this talk is not there any more, or not yet. Nothing of it is anywhere: it is tried
    /// again at once, with what a new place begins with.
    #[error("the place of the talk is gone: {reason}")]
    PlaceGone {
        /// The platform's word.
        reason: String,
        /// The card itself is gone: it comes first.
        card: bool,
    },
}

impl DeliveryError {
    /// A try again after trouble with the connection or the server: half a second at first, twice
    /// as long each time, a minute at most.
    #[must_use]
    pub fn back_off(attempt: i16, reason: impl Into<String>) -> Self {
        Self::RetryAt { after: back_off(attempt), reason: reason.into() }
    }
}

/// How long to wait after the given number of failures in a row.
#[must_use]
pub fn back_off(failures: i16) -> Duration {
    let doublings = u32::try_from(failures.saturating_sub(1)).unwrap_or_default().min(7);
    (Duration::from_millis(500) * 2_u32.pow(doublings)).min(Duration::from_secs(60))
}

/// An account of ours on a chat platform.
pub trait ChatChannel: Send + Sync + 'static {
    /// The platform.
    fn channel(&self) -> Channel;
    /// The account.
    fn account(&self) -> &AccountId;
    /// The reps' chat, when it is on this platform.
    fn rep_chat(&self) -> Option<&str> {
        None
    }
    /// How long this message must wait for the platform's pace. A wait of at most [`PATIENCE`]
    /// books the slot and the caller waits it out; a longer one books nothing and the message is
    /// given back until then.
    fn reserve(&self, _delivery: &Delivery) -> Duration {
        Duration::ZERO
    }
    /// Whether messages are few where this goes, so that words behind it had better go along.
    fn joins(&self, _delivery: &Delivery) -> bool {
        false
    }
    /// Whether what may have arrived before is found when it is sent again, so that it can be changed
    /// there.
    fn finds_again(&self) -> bool {
        false
    }
    /// An alert reached the reps so much later than it happened.
    fn alert_was_late(&self, _by: Duration) {}
    /// Delivers one message. The sender calls it for the head of each lane only.
    fn deliver(
        &self,
        delivery: Delivery,
    ) -> impl Future<Output = Result<Delivered, DeliveryError>> + Send;
}

/// Whether a platform can be reached: told by its channel, shown by the health port. Cheap to
/// clone. A change is logged once.
#[derive(Clone)]
pub struct Wellness {
    channel: Channel,
    now: Arc<Mutex<Result<(), String>>>,
    /// What is wrong at the reps' side, and since when it was told last.
    reps: Arc<Mutex<Option<(Instant, String)>>>,
}

impl Wellness {
    /// A channel that has not been heard of yet.
    #[must_use]
    pub fn new(channel: Channel) -> Self {
        metrics::gauge!("docent_channel_up", "channel" => channel.as_str()).set(0.0);
        let now = Arc::new(Mutex::new(Err("not reached yet".to_owned())));
        Self { channel, now, reps: Arc::default() }
    }

    /// It works.
    pub fn up(&self) {
        let before = self.set(Ok(()));
        if before.is_err() {
            metrics::gauge!("docent_channel_up", "channel" => self.channel.as_str()).set(1.0);
            tracing::info!(channel = self.channel.as_str(), "the platform answers");
        }
    }

    /// It does not, for this reason, which names no secret and nobody.
    pub fn down(&self, reason: &str) {
        let before = self.set(Err(reason.to_owned()));
        if before.as_ref().err().map(String::as_str) != Some(reason) {
            metrics::gauge!("docent_channel_up", "channel" => self.channel.as_str()).set(0.0);
            tracing::warn!(
                channel = self.channel.as_str(),
                reason,
                "the platform is tried again until it answers; `docent doctor` explains"
            );
        }
    }

    /// An alert came late. It is told for some minutes.
    pub fn alert_was_late(&self, by: Duration) {
        self.of_reps(format!(
            "it answers, but an alert reached the reps' chat {} s late; if this goes on, more go there than the platform lets through",
            by.as_secs()
        ));
    }

    /// The reps' chat cannot be reached, or not as it should. It is told for some minutes, and logged
    /// when it is news.
    pub fn reps_in_trouble(&self, trouble: &str) {
        if self.of_reps(format!("it answers, but {trouble}")) {
            tracing::error!(
                channel = self.channel.as_str(),
                trouble,
                "the reps' chat needs an operator; nothing is lost meanwhile, and `docent doctor` explains"
            );
        }
    }

    /// Tells whether it is news.
    fn of_reps(&self, told: String) -> bool {
        let mut reps = self.reps.lock().unwrap_or_else(PoisonError::into_inner);
        let before = reps.replace((Instant::now(), told.clone()));
        before.is_none_or(|(at, before)| before != told || at.elapsed() > TOLD)
    }

    /// Why it does not work, or not as it should.
    pub fn check(&self) -> Result<(), String> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner).clone()?;
        let reps = self.reps.lock().unwrap_or_else(PoisonError::into_inner);
        match &*reps {
            Some((at, told)) if at.elapsed() < TOLD => Err(told.clone()),
            _ => Ok(()),
        }
    }

    fn set(&self, now: Result<(), String>) -> Result<(), String> {
        let mut state = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *state, now)
    }
}

/// One thing that `docent doctor` looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What was looked at, in a few words.
    pub what: String,
    /// It is as it should be.
    pub ok: bool,
    /// What was found.
    pub why: String,
    /// What to do, when it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<String>,
}

impl Finding {
    /// All is well with it.
    #[must_use]
    pub fn good(what: &str, why: impl Into<String>) -> Self {
        Self { what: what.to_owned(), ok: true, why: why.into(), remedy: None }
    }

    /// Something is wrong with it, and can be mended so.
    #[must_use]
    pub fn bad(what: &str, why: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.to_owned(), ok: false, why: why.into(), remedy: Some(remedy.into()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_a_minute() {
        let waits: Vec<u128> =
            [0, 1, 2, 3, 7, 8, 9, 30_000].map(|n| back_off(n).as_millis()).into();
        assert_eq!(waits, [500, 500, 1_000, 2_000, 32_000, 60_000, 60_000, 60_000]);
    }
}
