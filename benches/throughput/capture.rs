//! A chat platform that takes every message at once and tells the visitor.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use docent::app::channel::{ChatChannel, Delivered, Delivery, DeliveryError};
use docent::domain::contact::Identity;
use docent::domain::ids::{AccountId, Channel, TurnNumber};
use tokio::sync::mpsc;

/// The platform.
pub struct Capture {
    account: AccountId,
    listening: Mutex<HashMap<String, mpsc::UnboundedSender<TurnNumber>>>,
}

impl Capture {
    pub fn new(account: &str) -> Self {
        Self { account: account.into(), listening: Mutex::default() }
    }

    /// The visitor of a number.
    pub fn visitor(&self, number: usize) -> Identity {
        Identity {
            channel: Channel::Telegram,
            account: self.account.clone(),
            external_id: number.to_string(),
        }
    }

    /// The turns whose replies reach a visitor from now on.
    pub fn listen(&self, visitor: &Identity) -> mpsc::UnboundedReceiver<TurnNumber> {
        let (told, heard) = mpsc::unbounded_channel();
        let mut listening = self.listening.lock().unwrap_or_else(PoisonError::into_inner);
        listening.insert(visitor.external_id.clone(), told);
        heard
    }
}

impl ChatChannel for Capture {
    fn channel(&self) -> Channel {
        Channel::Telegram
    }

    fn account(&self) -> &AccountId {
        &self.account
    }

    async fn deliver(&self, delivery: Delivery) -> Result<Delivered, DeliveryError> {
        assert!(!delivery.outbound.text().is_empty(), "an empty reply");
        let listening = self.listening.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(told) = listening.get(&delivery.to.external_id) {
            // Who has heard enough is gone.
            let _gone = told.send(delivery.turn);
        }
        Ok(Delivered { platform_id: Some(format!("m{}", delivery.turn)) })
    }
}
