//! Forum topics of talks, as a channel that makes them knows them. Which one a talk has outlives the
//! process: a talk has one topic in a group, from its first claim on.

use std::sync::Arc;

use crate::domain::contact::Identity;
use crate::domain::ids::{AccountId, Channel};
use crate::store::Db;
use crate::store::StoreError;
pub use crate::store::topics::Topic;

use super::channel::{Delivery, DeliveryError};
use super::clock::Clock;

/// The topics of one account's talks. Cheap to clone.
#[derive(Clone)]
pub struct Topics {
    db: Db,
    clock: Arc<dyn Clock>,
    channel: Channel,
    account: AccountId,
}

impl Topics {
    /// The topics that this account makes.
    #[must_use]
    pub fn new(db: &Db, clock: Arc<dyn Clock>, channel: Channel, account: &AccountId) -> Self {
        Self { db: db.clone(), clock, channel, account: account.clone() }
    }

    /// The topic that a talk has in a group.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find(&self, about: &Identity, chat: &str) -> Result<Option<Topic>, StoreError> {
        let group = (self.channel, &self.account, chat);
        self.db.find_topic(self.db.contact_id(about), group).await
    }

    /// Remembers the topic that was made for a talk. Before anything is said there: should the
    /// process end in between, an empty topic is left over at worst.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn put(&self, about: &Identity, chat: &str, topic: i64) -> Result<(), StoreError> {
        let group = (self.channel, &self.account, chat);
        self.db.put_topic(self.db.contact_id(about), group, topic, self.clock.now()).await
    }

    /// What the talk is about has been said in its topic.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn opened(&self, about: &Identity, chat: &str, topic: i64) -> Result<(), StoreError> {
        let group = (self.channel, &self.account, chat);
        self.db.open_topic(self.db.contact_id(about), group, topic).await
    }

    /// The topic of a talk is not there any more.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn gone(&self, about: &Identity, chat: &str, topic: i64) -> Result<(), StoreError> {
        let group = (self.channel, &self.account, chat);
        self.db.drop_topic(self.db.contact_id(about), group, topic).await
    }
}

/// What it means for a delivery that the database does not answer.
#[must_use]
pub fn away(delivery: &Delivery, error: &StoreError) -> DeliveryError {
    DeliveryError::back_off(delivery.attempt, format!("the topic of the talk: {error}"))
}
