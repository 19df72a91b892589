//! The forum topic of a talk, where its owner and the prospect talk when the house wants topics.
//!
//! It is made at the first claim, in the group of the card, under the visitor's name; which one it is
//! stands in the database ([`Topics`]). What a talk is about is said in it first, and only then is it
//! opened: a crash in between repeats that at worst. Where there can be no topics, talks go to the
//! private chats of their owners until it is tried again. Start reading at [`Telegram::to_topic`].

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use teloxide_core::payloads::{CreateForumTopic, DeleteMessage, ReopenForumTopic};
use teloxide_core::types::{MessageId, ThreadId};
use tokio::time::Instant;
use tracing::{debug, info};

use crate::app::channel::{Delivered, Delivery, DeliveryError};
use crate::app::topics::{Topic, Topics, away};
use crate::domain::reply::Lane;

use super::api::Failure;
use super::pace::{Matter, is_group};
use super::room::Room;
use super::text::clean;
use super::{Telegram, refusal};

/// Where topics could not be made it is tried again after this time.
const AGAIN: Duration = Duration::from_secs(60);
/// What is said in a topic one after the other waits so long for its turn within one delivery.
const BETWEEN: Duration = Duration::from_secs(2);
/// The longest name of a topic.
const NAME: usize = 128;

/// What is known of topics of reps' groups. Empty where talks have none.
#[derive(Default)]
pub(super) struct Forums {
    /// The topics that talks have.
    kept: OnceLock<Topics>,
    /// Groups in which none can be made at the moment, and until when that is believed.
    barred: Mutex<HashMap<i64, Instant>>,
}

impl Forums {
    fn bar(&self, group: i64, until: Instant) {
        let mut barred = self.barred.lock().unwrap_or_else(PoisonError::into_inner);
        barred.insert(group, until);
    }

    fn is_barred(&self, group: i64) -> bool {
        let mut barred = self.barred.lock().unwrap_or_else(PoisonError::into_inner);
        barred.retain(|_, until| *until > Instant::now());
        barred.contains_key(&group)
    }

    fn unbar(&self, group: i64) {
        let mut barred = self.barred.lock().unwrap_or_else(PoisonError::into_inner);
        barred.remove(&group);
    }
}

impl Telegram {
    /// From now on talks have topics in the groups of their cards.
    pub fn has_topics(&self, topics: Topics) {
        // Done once, before anything is delivered.
        let _kept = self.forums.kept.set(topics);
    }

    /// Something has changed in a group: topics are tried again there at once.
    pub(super) fn tries_topics_again(&self, group: i64) {
        self.forums.unbar(group);
    }

    /// The group in which this belongs into a topic; none where it goes to a private chat, or there
    /// can be no topics for now.
    pub(super) fn group_of_topic(&self, delivery: &Delivery) -> Option<i64> {
        let reps = &delivery.outbound.reps;
        self.forums.kept.get()?;
        reps.topic.as_ref().filter(|_| delivery.lane == Lane::Thread)?;
        let chat: i64 = reps.chat.as_ref().or(self.rep_chat.as_ref())?.parse().ok()?;
        let group = self.moves.borrow().get(&chat).copied().unwrap_or(chat);
        (is_group(group) && !self.forums.is_barred(group)).then_some(group)
    }

    /// Says something in the topic of a talk, which is made when it is not there.
    ///
    /// # Errors
    /// See [`DeliveryError`].
    pub(super) async fn to_topic(
        &self,
        delivery: &Delivery,
        group: i64,
    ) -> Result<Delivered, DeliveryError> {
        let Some(topics) = self.forums.kept.get() else {
            return Err(DeliveryError::Rejected { reason: "no topics are wanted".to_owned() });
        };
        let (about, chat) = (&delivery.about, group.to_string());
        let known = topics.find(about, &chat).await.map_err(|error| away(delivery, &error))?;
        let opens = delivery.outbound.reps.anew.is_some();
        if !known.is_some_and(|topic| topic.opened) && !opens && delivery.opening.is_none() {
            let reason = "the talk has no topic to go on in".to_owned();
            return Err(DeliveryError::PlaceGone { reason, card: false });
        }
        let (topic, opened) = match known {
            Some(Topic { topic, opened }) => (topic, opened),
            None => (self.make_topic(topics, delivery, group).await?, false),
        };
        let room = Room { chat: group, topic: i32::try_from(topic).ok() };
        let said = self.in_topic(topics, delivery, room, opened).await;
        match said {
            Err(DeliveryError::PlaceGone { reason, .. }) => {
                let gone = topics.gone(about, &chat, topic).await;
                gone.map_err(|error| away(delivery, &error))?;
                // One that vanishes before anything was said in it would be made again and again.
                Err(match opened {
                    true => DeliveryError::PlaceGone { reason, card: false },
                    false => self.without_topics(group, &reason),
                })
            }
            Err(DeliveryError::OutOfReach { reason }) => Err(self.without_topics(group, &reason)),
            said => said,
        }
    }

    /// Says in a topic what it begins with, when it is new, and then what is to be said.
    async fn in_topic(
        &self,
        topics: &Topics,
        delivery: &Delivery,
        room: Room,
        opened: bool,
    ) -> Result<Delivered, DeliveryError> {
        let opens = delivery.outbound.reps.anew.is_some();
        let (chat, topic) = (room.chat.to_string(), room.topic.map_or(0, i64::from));
        let is_open = async || {
            let done = topics.opened(&delivery.about, &chat, topic).await;
            done.map_err(|error| away(delivery, &error))
        };
        match (opened, opens, &delivery.opening) {
            (true, true, _) => {
                // Somebody takes the talk anew: a topic that was closed meanwhile is opened for all.
                self.reopen(room).await;
                self.send(delivery, room).await
            }
            (false, true, _) => {
                let said = self.send(delivery, room).await?;
                is_open().await?;
                Ok(said)
            }
            (false, false, Some(opening)) => {
                let first = Delivery {
                    outbound: opening.clone(),
                    ordinal: -1 - delivery.ordinal,
                    opening: None,
                    ..delivery.clone()
                };
                self.send(&first, room).await?;
                is_open().await?;
                let place = (room.chat, Matter::Talk);
                let wait = self.pace().book(place, Instant::now(), BETWEEN);
                if wait > BETWEEN {
                    let reason = "the group's minute is full".to_owned();
                    return Err(DeliveryError::RetryAt { after: wait, reason });
                }
                tokio::time::sleep(wait).await;
                self.send(delivery, room).await
            }
            _ => match self.react(delivery, room).await {
                Some(done) => done,
                None => self.send(delivery, room).await,
            },
        }
    }

    /// Makes the topic of a talk and remembers it.
    async fn make_topic(
        &self,
        topics: &Topics,
        delivery: &Delivery,
        group: i64,
    ) -> Result<i64, DeliveryError> {
        let name = name_of(delivery.outbound.reps.topic.as_deref().unwrap_or_default());
        let make = CreateForumTopic::new(Room::from(group).recipient(), name);
        let made = match self.api.call(&make).await {
            Ok(made) => made,
            Err(Failure::Refused { code: 400, why, moved_to: None }) if !refusal::is_gone(&why) => {
                return Err(self.without_topics(group, &why));
            }
            Err(failure) => {
                return Err(match self.refused(delivery, group, failure) {
                    DeliveryError::OutOfReach { reason } => self.without_topics(group, &reason),
                    error => error,
                });
            }
        };
        let topic = made.and_then(|made| made["message_thread_id"].as_i64());
        let Some(topic) = topic else {
            // It may be there, and nobody knows its name: an empty one is left over at worst.
            let reason = "a topic was made, and the platform did not say which";
            return Err(DeliveryError::back_off(delivery.attempt.max(5), reason));
        };
        let put = topics.put(&delivery.about, &group.to_string(), topic).await;
        put.map_err(|error| away(delivery, &error))?;
        info!(turn.id = delivery.turn, "a topic was made for a talk");
        Ok(topic)
    }

    /// Opens a topic that somebody has closed. Tells whether words can go there now.
    pub(super) async fn reopen(&self, room: Room) -> bool {
        let Some(topic) = room.topic else { return true };
        let reopen = ReopenForumTopic::new(room.recipient(), ThreadId(MessageId(topic)));
        match self.api.call(&reopen).await {
            Ok(_) => true,
            Err(Failure::Refused { why, .. }) if refusal::is_open_topic(&why) => true,
            Err(failure) => {
                debug!(%failure, "a topic was not opened again");
                false
            }
        }
    }

    /// What a topic's refusal means for a delivery; none when it is no matter of the topic.
    pub(super) fn refused_by_topic(&self, room: Room, failure: &Failure) -> Option<DeliveryError> {
        let Failure::Refused { code: 400, why, moved_to: None } = failure else { return None };
        room.topic?;
        let gone = || DeliveryError::PlaceGone { reason: failure.to_string(), card: false };
        if refusal::is_topic_gone(why) {
            Some(gone())
        } else if refusal::is_topic_closed(why) || refusal::is_no_forum(why) {
            Some(self.without_topics(room.chat, why))
        } else {
            None
        }
    }

    /// There can be no topics in a group for now: what waits for one is tried again at once, and goes
    /// to the private chat of the talk's owner.
    fn without_topics(&self, group: i64, why: &str) -> DeliveryError {
        self.forums.bar(group, Instant::now() + AGAIN);
        self.wellness.reps_in_trouble(&format!(
            "talks can have no topics in the reps' group ({why}), so they go on in private chats; turn on Topics in the group and make the bot an administrator who may manage them, or set rep.place to private"
        ));
        let reason = format!("no topics in the group: {why}");
        DeliveryError::RetryAt { after: Duration::ZERO, reason }
    }

    /// Takes back a message of ours that landed outside of the topic that it was for.
    pub(super) async fn take_back(&self, room: Room, message: i32) -> DeliveryError {
        let delete = DeleteMessage::new(room.recipient(), MessageId(message));
        if let Err(failure) = self.api.call(&delete).await {
            debug!(%failure, "a message that landed outside of its topic stays there");
        }
        let reason = "what was sent to the topic landed outside of it".to_owned();
        DeliveryError::PlaceGone { reason, card: false }
    }
}

/// What a topic is called: the visitor's name, as far as the platform takes it.
fn name_of(name: &str) -> String {
    let name = clean(name).replace(['\n', '\t'], " ");
    let mut units = 0;
    let kept = name.trim().chars().take_while(|c| {
        units += c.len_utf16();
        units <= NAME
    });
    let kept: String = kept.collect();
    if kept.is_empty() { "…".to_owned() } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_has_the_name_of_the_visitor() {
        assert_eq!(name_of(" Ann\nof Graz "), "Ann of Graz");
        assert_eq!(name_of("\u{0} "), "…");
        assert_eq!(name_of(&"ä".repeat(200)).chars().count(), 128);
        assert_eq!(name_of(&"🚲".repeat(200)).encode_utf16().count(), 128);
    }

    #[test]
    fn a_group_is_barred_for_a_while() {
        let forums = Forums::default();
        forums.bar(-5, Instant::now() + AGAIN);
        assert!(forums.is_barred(-5) && !forums.is_barred(-6));
        forums.unbar(-5);
        assert!(!forums.is_barred(-5));
        forums.bar(-5, Instant::now());
        assert!(!forums.is_barred(-5));
    }
}
