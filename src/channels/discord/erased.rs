//! Threads of talks whose visitor was erased: nothing is known of them any more, so Discord is asked
//! whose they were. Whoever writes there is told that it reaches nobody.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tracing::debug;

use super::threads::FAILED;
use super::wire::Snowflake;
use super::{Parts, desk};
use crate::app::reps::{Hand, Word};

/// Channels that are remembered.
const REMEMBERED: usize = 1_000;

/// Channels that were asked about, and whether they are such threads. Cheap to clone.
#[derive(Clone, Default)]
pub struct Asked(Arc<Mutex<HashMap<Snowflake, bool>>>);

impl Asked {
    fn known(&self, channel: Snowflake) -> Option<bool> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&channel).copied()
    }

    fn learn(&self, channel: Snowflake, is: bool) {
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if asked.len() >= REMEMBERED {
            asked.clear();
        }
        asked.insert(channel, is);
    }
}

/// Whether a channel that is no talk's is a thread that we opened at a card in a channel of reps.
pub(super) async fn is_thread_of(parts: &Parts, us: Snowflake, channel: Snowflake) -> bool {
    if parts.desks.contains(&channel) {
        return false;
    }
    if let Some(known) = parts.asked.known(channel) {
        return known;
    }
    let told = match parts.rest.get(&format!("/channels/{channel}")).await {
        Ok(told) => told,
        Err(trouble) => {
            debug!(%trouble, "whose a channel is was not found out");
            return false;
        }
    };
    let id = |name: &str| told[name].as_str().and_then(|id| id.parse().ok()).map(Snowflake);
    let at_desk = id("parent_id").is_some_and(|parent| parts.desks.contains(&parent));
    let is = at_desk && id("owner_id") == Some(us);
    parts.asked.learn(channel, is);
    is
}

/// Marks words that reached nobody, and says why.
pub(super) async fn tell(parts: &Parts, hand: &Hand, channel: Snowflake) {
    let written = hand.message.unwrap_or_default().to_string();
    if let Err(trouble) = parts.mail.sign(&parts.rest, channel, &written, FAILED).await {
        debug!(%trouble, "words that reached nobody were not marked");
    }
    let word = Word::told(parts.reps.say("desk-erased-words", &[]));
    desk::tell(parts, hand, channel, &word).await;
}
