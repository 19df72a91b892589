//! Messages of ours that are changed or taken back after they arrived.

use teloxide_core::payloads::DeleteMessage;
use teloxide_core::types::{ChatId, MessageId, Recipient};
use tokio::time::Instant;

use crate::app::channel::{Delivered, Delivery, DeliveryError};
use crate::domain::reply::Amends;

use super::api::Failure;
use super::{Telegram, outgoing, refusal};

impl Telegram {
    /// Changes or deletes an earlier message. Either may be done again without harm. Telegram lets
    /// a bot delete for two days; what it refuses is told to whoever wrote.
    pub(super) async fn amend(
        &self,
        delivery: &Delivery,
        chat: i64,
        amends: &Amends,
    ) -> Result<Delivered, DeliveryError> {
        let unknown = || DeliveryError::Rejected { reason: "no name of a message".to_owned() };
        let message: i32 =
            amends.named.as_ref().and_then(|name| name.parse().ok()).ok_or_else(unknown)?;
        let done = match amends.gone {
            true => {
                let delete = DeleteMessage::new(Recipient::Id(ChatId(chat)), MessageId(message));
                self.api.call(&delete).await
            }
            false => {
                let edit = outgoing::edit(chat, message, delivery.turn, &delivery.outbound, None);
                match self.api.call(&edit.ok_or_else(unknown)?).await {
                    // What stands under a file is changed in another way.
                    Err(Failure::Refused { why, .. }) if refusal::has_no_text(&why) => {
                        let edit = outgoing::edit_caption(chat, message, &delivery.outbound);
                        let edit = edit.ok_or_else(unknown)?;
                        self.api.call_named("editMessageCaption", &edit).await
                    }
                    done => done,
                }
            }
        };
        self.pace().answered(chat, Instant::now());
        let nothing_to_do = |failure: &Failure| match failure {
            Failure::Refused { why, .. } if amends.gone => refusal::is_missing(why),
            Failure::Refused { why, .. } => refusal::is_same(why),
            _ => false,
        };
        match done {
            Ok(_) => Ok(Delivered { platform_id: None }),
            Err(failure) if nothing_to_do(&failure) => Ok(Delivered { platform_id: None }),
            Err(failure) => Err(self.refused(delivery, chat, failure)),
        }
    }
}
