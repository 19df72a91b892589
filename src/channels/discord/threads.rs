//! The thread of a card, where its owner and the prospect talk.
//!
//! A thread that begins at a message has the message's own id, so nothing has to be remembered: the
//! card names its thread, and the thread its card. Start reading at [`Mail::to_thread`].

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use super::deliver::{Mail, error_of};
use super::markup::cut;
use super::outward::Draft;
use super::rest::{Body, Rest, Trouble};
use super::wire::Snowflake;
use crate::app::channel::{Delivered, Delivery, DeliveryError};

/// The sign that a rep's words have arrived, and the one that words are a note.
pub(super) const ARRIVED: &str = "%E2%9C%85";
pub(super) const NOTE: &str = "%F0%9F%93%9D";
/// The longest name of a thread.
const NAME: usize = 90;
/// Discord's codes.
const NO_CHANNEL: i64 = 10003;
const NO_MESSAGE: i64 = 10008;
const HAS_THREAD: i64 = 160_004;

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
            let reason = "the card has not left yet".to_owned();
            return Err(DeliveryError::RetryAt { after: Duration::from_secs(1), reason });
        };
        if let Some(message) = delivery.outbound.reps.mark {
            let signed = self.sign(rest, card, &message.to_string(), ARRIVED).await;
            return match signed {
                // A message that is gone needs no sign.
                Ok(()) | Err(Trouble::Refused { status: 404, .. }) => {
                    Ok(Delivered { platform_id: None })
                }
                Err(trouble) => Err(error_of(&trouble, delivery.attempt, delivery.lane)),
            };
        }
        let sent = match self.send(rest, us, delivery, card, drafts).await {
            Err(Trouble::Refused { code: NO_CHANNEL, .. }) => {
                match self.begin_thread(rest, card, &delivery.outbound.text()).await {
                    Ok(thread) => self.send(rest, us, delivery, thread, drafts).await,
                    Err(trouble) => Err(trouble),
                }
            }
            sent => sent,
        };
        match sent {
            Ok(platform_id) => Ok(Delivered { platform_id }),
            Err(trouble) => Err(error_of(&trouble, delivery.attempt, delivery.lane)),
        }
    }

    /// Makes the thread of a card. Where somebody has deleted the card, the reps' channel itself has
    /// to do.
    async fn begin_thread(
        &self,
        rest: &Rest,
        card: Snowflake,
        first: &str,
    ) -> Result<Snowflake, Trouble> {
        let refused = || Trouble::Refused { status: 404, code: NO_CHANNEL };
        let reps = self.reps.as_ref().ok_or_else(refused)?;
        let name = cut(first.lines().next().unwrap_or_default().trim(), NAME);
        let name = if name.is_empty() { "…".to_owned() } else { name };
        let path = format!("/channels/{reps}/messages/{card}/threads");
        let body = Body::Json(json!({ "name": name }));
        rest.pace().turn(None).await;
        match rest.call(Method::POST, &path, body, None).await {
            Ok(_) | Err(Trouble::Refused { code: HAS_THREAD, .. }) => Ok(card),
            Err(Trouble::Refused { code: NO_MESSAGE, .. }) => {
                tracing::warn!(
                    "a card was deleted in the reps' channel; its talk goes on in the channel itself"
                );
                reps.parse().map(Snowflake).map_err(|_| refused())
            }
            Err(trouble) => Err(trouble),
        }
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
