//! Messages of ours that are changed or taken back after they arrived.

use reqwest::Method;

use super::deliver::{Mail, error_of};
use super::outward::{Name, drafts, edit_of};
use super::rest::{Body, Rest, Trouble};
use super::wire::Snowflake;
use crate::app::channel::{Delivered, Delivery, DeliveryError};
use crate::domain::reply::{Amends, Lane};

/// Discord's code for a message that is not there.
const NO_MESSAGE: i64 = 10008;

impl Mail {
    /// Changes or deletes an earlier message. Either may be done again without harm.
    ///
    /// # Errors
    /// See [`DeliveryError`].
    pub(super) async fn amend(
        &self,
        rest: &Rest,
        delivery: &Delivery,
        amends: &Amends,
    ) -> Result<Delivered, DeliveryError> {
        let failed = |trouble: &Trouble| error_of(trouble, delivery.attempt, delivery.lane);
        let unknown = || DeliveryError::Rejected { reason: "no name of a message".to_owned() };
        let message = amends.named.as_deref().ok_or_else(unknown)?;
        let channel = match delivery.lane {
            Lane::Prospect => match self.talk_of(&delivery.to.external_id) {
                Some(talk) => talk,
                None => self
                    .open_talk(rest, &delivery.to.external_id)
                    .await
                    .map_err(|trouble| failed(&trouble))?,
            },
            // The thread of a card has the card's own id.
            _ => delivery
                .replaces
                .as_ref()
                .and_then(|card| card.parse().ok())
                .map(Snowflake)
                .ok_or_else(unknown)?,
        };
        let (path, place) =
            (format!("/channels/{channel}/messages/{message}"), channel.to_string());
        let done = if amends.gone {
            rest.call(Method::DELETE, &path, Body::Nothing, Some(&place)).await
        } else {
            let drafts = drafts(&delivery.outbound, delivery.turn, &Name(String::new()));
            // Cutting it would lose words without a sign of it.
            let [draft] = drafts.as_slice() else {
                let reason = "it is too long to be changed in one message".to_owned();
                return Err(DeliveryError::Rejected { reason });
            };
            rest.call(Method::PATCH, &path, Body::Json(edit_of(draft)), Some(&place)).await
        };
        match done {
            Ok(_) => Ok(Delivered { platform_id: None }),
            Err(Trouble::Refused { code: NO_MESSAGE, .. }) if amends.gone => {
                Ok(Delivered { platform_id: None })
            }
            Err(trouble) => Err(failed(&trouble)),
        }
    }
}
