//! The port to chat platforms: how a reply leaves.

use std::time::Duration;

use crate::domain::contact::Identity;
use crate::domain::ids::{AccountId, Channel, TurnNumber};
use crate::domain::reply::{Lane, Outbound};

/// One message on its way out.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// Whom it goes to.
    pub to: Identity,
    /// The turn it belongs to.
    pub turn: TurnNumber,
    /// Its place in the turn.
    pub ordinal: i16,
    /// The stream it belongs to.
    pub lane: Lane,
    /// What is sent.
    pub outbound: Outbound,
    /// An earlier try of it ended without a known outcome, so this may be a repeat.
    pub maybe_repeated: bool,
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
}

/// An account of ours on a chat platform.
pub trait ChatChannel: Send + Sync + 'static {
    /// The platform.
    fn channel(&self) -> Channel;
    /// The account.
    fn account(&self) -> &AccountId;
    /// Delivers one message. The sender calls it for the head of each lane only.
    fn deliver(
        &self,
        delivery: Delivery,
    ) -> impl Future<Output = Result<Delivered, DeliveryError>> + Send;
}
