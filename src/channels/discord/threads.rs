//! The thread of a card, where its owner and the prospect talk.
//!
//! A thread that begins at a message has the message's own id, so nothing has to be remembered: the
//! card names its thread, and the thread its card. Start reading at [`Mail::to_thread`].

use std::sync::atomic::Ordering;
use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use tracing::debug;

use super::deliver::{Mail, error_of, name_of};
use super::markup::cut;
use super::outward::{Draft, Name, drafts};
use super::rest::{Body, Rest, Trouble};
use super::wire::Snowflake;
use crate::app::channel::{Delivered, Delivery, DeliveryError, back_off};

/// The sign that a rep's words have arrived, the one that they reached nobody, and the one that they
/// are a note.
pub(super) const ARRIVED: &str = "%E2%9C%85";
pub(super) const FAILED: &str = "%E2%9D%8C";
pub(super) const NOTE: &str = "%F0%9F%93%9D";
/// The longest name of a thread.
const NAME: usize = 90;
/// How long the owner may take to be let in; the words have left by then.
const LET_IN: Duration = Duration::from_millis(1_500);
/// Discord's codes.
const NO_CHANNEL: i64 = 10003;
const NO_MESSAGE: i64 = 10008;
const HAS_THREAD: i64 = 160_004;

/// Where a talk goes on.
enum Place {
    /// In the thread of its card.
    Thread(Snowflake),
    /// In the reps' channel.
    Channel(Snowflake),
}

impl Mail {
    /// Says something in the thread of a card, which is made when it is not there.
    ///
    /// # Errors
    /// See [`DeliveryError`].
    pub(super) async fn to_thread(
        &self,
        rest: &Rest,
        us: Snowflake,
        delivery: &Delivery,
        drafts: &[Draft],
    ) -> Result<Delivered, DeliveryError> {
        let card = delivery.replaces.as_ref().and_then(|card| card.parse().ok()).map(Snowflake);
        let Some(card) = card else {
            // Soon at first; the reps' channel may be out of reach for long.
            let reason = "the card has not left yet".to_owned();
            let after = back_off(delivery.attempt).max(Duration::from_secs(1));
            return Err(DeliveryError::RetryAt { after, reason });
        };
        if let Some(message) = delivery.outbound.reps.mark {
            let message = message.to_string();
            let mut signed = self.sign(rest, card, &message, ARRIVED).await;
            // It may have been written where all reps are.
            if let (Err(Trouble::Refused { status: 404, .. }), Some(reps)) =
                (&signed, self.channel_of(delivery))
            {
                signed = self.sign(rest, reps, &message, ARRIVED).await;
            }
            return match signed {
                // A message that is gone needs no sign.
                Ok(()) | Err(Trouble::Refused { status: 404, .. }) => {
                    Ok(Delivered { platform_id: None })
                }
                Err(trouble) => Err(error_of(&trouble, delivery.attempt, delivery.lane)),
            };
        }
        // What a place begins with may have been broken off: its parts are known by their names.
        let sent = match delivery.opening {
            Some(_) => self.in_new_thread(rest, us, delivery, card, drafts).await,
            None => self.send(rest, us, delivery, card, drafts).await,
        };
        if sent.is_ok() && delivery.outbound.reps.anew.is_some() {
            self.let_in(rest, card, delivery).await;
        }
        let sent = match sent {
            Err(Trouble::Refused { code: NO_CHANNEL, .. }) => {
                if delivery.outbound.reps.anew.is_none() && delivery.opening.is_none() {
                    let reason = "there is no thread at the card (10003)".to_owned();
                    return Err(DeliveryError::PlaceGone { reason, card: false });
                }
                match delivery.opening {
                    Some(_) => Err(Trouble::Refused { status: 404, code: NO_CHANNEL }),
                    None => self.in_new_thread(rest, us, delivery, card, drafts).await,
                }
            }
            sent => sent,
        };
        match sent {
            Ok(platform_id) => Ok(Delivered { platform_id }),
            Err(Trouble::Refused { code: NO_MESSAGE, .. }) => {
                let reason = "the card was deleted (10008)".to_owned();
                Err(DeliveryError::PlaceGone { reason, card: true })
            }
            Err(trouble) => Err(error_of(&trouble, delivery.attempt, delivery.lane)),
        }
    }

    /// Makes the thread of a card, opens it, and says something there. Where there can be none, the
    /// reps' channel itself has to do: whoever answers there is heard in the talk.
    async fn in_new_thread(
        &self,
        rest: &Rest,
        us: Snowflake,
        delivery: &Delivery,
        card: Snowflake,
        drafts: &[Draft],
    ) -> Result<Option<String>, Trouble> {
        let opening = delivery.opening.as_ref();
        let first = opening.unwrap_or(&delivery.outbound);
        let first = first.reps.title.clone().unwrap_or_else(|| first.text());
        match self.begin_thread(rest, (self.channel_of(delivery), card), &first).await? {
            Place::Thread(thread) => {
                rest.pace().turn(Some(&thread.to_string())).await;
                if let Some(opening) = opening {
                    let name = Name(format!("{}/opening", name_of(delivery).0));
                    let begins = self::drafts(opening, delivery.turn, &name);
                    self.send(rest, us, delivery, thread, &begins).await?;
                    rest.pace().turn(Some(&thread.to_string())).await;
                }
                let sent = self.send(rest, us, delivery, thread, drafts).await?;
                self.let_in(rest, thread, delivery).await;
                Ok(sent)
            }
            Place::Channel(channel) => self.send(rest, us, delivery, channel, drafts).await,
        }
    }

    /// Makes the thread of a card.
    async fn begin_thread(
        &self,
        rest: &Rest,
        (reps, card): (Option<Snowflake>, Snowflake),
        first: &str,
    ) -> Result<Place, Trouble> {
        let refused = || Trouble::Refused { status: 404, code: NO_CHANNEL };
        let reps = reps.ok_or_else(refused)?;
        let name = cut(first.lines().next().unwrap_or_default().trim(), NAME);
        let name = if name.is_empty() { "…".to_owned() } else { name };
        let path = format!("/channels/{reps}/messages/{card}/threads");
        let body = Body::Json(json!({ "name": name }));
        rest.pace().turn(None).await;
        let trouble = match rest.call(Method::POST, &path, body, None).await {
            // A thread that begins at a message has its id; with another one no answer would find
            // its talk.
            Ok(thread) if thread["id"].as_str() == Some(card.to_string().as_str()) => {
                self.without_threads.store(false, Ordering::Relaxed);
                return Ok(Place::Thread(card));
            }
            Ok(_) => "a thread that Discord made has not the id of its card",
            Err(Trouble::Refused { code: HAS_THREAD, .. }) => return Ok(Place::Thread(card)),
            Err(Trouble::Refused { status: 403, .. }) => {
                "the bot may not open threads in the reps' channel, so talks go on in the channel itself; give it Create Public Threads and Send Messages in Threads"
            }
            Err(trouble) => return Err(trouble),
        };
        self.without_threads.store(true, Ordering::Relaxed);
        self.wellness.reps_in_trouble(trouble);
        Ok(Place::Channel(reps))
    }

    /// Lets the owner of a talk into its thread, so that their app shows it among their own. Whoever is
    /// in it already is not told again.
    async fn let_in(&self, rest: &Rest, thread: Snowflake, delivery: &Delivery) {
        let owner = &delivery.to.external_id;
        if self.reps.as_ref() == Some(owner) {
            return;
        }
        let path = format!("/channels/{thread}/thread-members/{owner}");
        let letting_in = async {
            rest.pace().turn(None).await;
            rest.call(Method::PUT, &path, Body::Nothing, None).await
        };
        match tokio::time::timeout(LET_IN, letting_in).await {
            Ok(Ok(_)) => {}
            // The answer to the claim leads there as well.
            Ok(Err(trouble)) => debug!(%trouble, "an owner was not let into the thread"),
            Err(_) => debug!("letting an owner into the thread took too long"),
        }
    }

    /// The channel of a talk's card: its team's, or that of all.
    fn channel_of(&self, delivery: &Delivery) -> Option<Snowflake> {
        let of_team = delivery.outbound.reps.chat.as_ref();
        of_team.or(self.reps.as_ref())?.parse().ok().map(Snowflake)
    }

    /// Puts a sign at a message.
    pub(super) async fn sign(
        &self,
        rest: &Rest,
        channel: Snowflake,
        message: &str,
        sign: &str,
    ) -> Result<(), Trouble> {
        rest.pace().turn(None).await;
        let path = format!("/channels/{channel}/messages/{message}/reactions/{sign}/@me");
        let answer: Result<Value, Trouble> =
            rest.call(Method::PUT, &path, Body::Nothing, None).await;
        answer.map(|_| ())
    }
}
