//! Messages of ours that are changed or taken back after they arrived.

use serde_json::Value;
use teloxide_core::payloads::DeleteMessage;
use teloxide_core::types::MessageId;
use tokio::time::Instant;

use crate::app::channel::{Delivered, Delivery, DeliveryError};
use crate::domain::reply::Amends;

use super::api::Failure;
use super::room::{Room, is_joined, read_name};
use super::{Telegram, outgoing, refusal};

impl Telegram {
    /// Changes or deletes an earlier message. Either may be done again without harm. Telegram lets
    /// a bot delete for two days; what it refuses is told to whoever wrote. None when a message in a
    /// topic cannot be changed, since it may be gone with its topic or says other things as well: the
    /// words are said once more then.
    pub(super) async fn amend(
        &self,
        delivery: &Delivery,
        chat: i64,
        amends: &Amends,
    ) -> Option<Result<Delivered, DeliveryError>> {
        if amends.named.as_deref().is_some_and(is_joined) {
            return None;
        }
        let Some((group, message)) = amends.named.as_deref().and_then(read_name) else {
            return Some(Err(unknown()));
        };
        let chat = group.unwrap_or(chat);
        let done = self.change(delivery, (chat, message), amends.gone).await;
        self.pace().answered(chat, Instant::now());
        let nothing_to_do = |failure: &Failure| match failure {
            Failure::Refused { why, .. } if amends.gone => refusal::is_missing(why),
            Failure::Refused { why, .. } => refusal::is_same(why),
            _ => false,
        };
        Some(match done {
            Ok(_) => Ok(Delivered { platform_id: None }),
            Err(failure) if nothing_to_do(&failure) => Ok(Delivered { platform_id: None }),
            Err(Failure::Refused { code: 400 | 403, .. }) if group.is_some() => return None,
            Err(failure) => Err(self.refused(delivery, chat, failure)),
        })
    }

    async fn change(
        &self,
        delivery: &Delivery,
        (chat, message): (i64, i32),
        gone: bool,
    ) -> Result<Option<Value>, Failure> {
        let why = "there are no words to put there";
        let no_words = || Failure::Refused { code: 400, why: why.to_owned(), moved_to: None };
        if gone {
            let delete = DeleteMessage::new(Room::from(chat).recipient(), MessageId(message));
            return self.api.call(&delete).await;
        }
        let edit = outgoing::edit(chat, message, delivery.turn, &delivery.outbound, None);
        match self.api.call(&edit.ok_or_else(no_words)?).await {
            // What stands under a file is changed in another way.
            Err(Failure::Refused { why, .. }) if refusal::has_no_text(&why) => {
                let edit = outgoing::edit_caption(chat, message, &delivery.outbound);
                self.api.call_named("editMessageCaption", &edit.ok_or_else(no_words)?).await
            }
            done => done,
        }
    }
}

fn unknown() -> DeliveryError {
    DeliveryError::Rejected { reason: "no name of a message".to_owned() }
}
