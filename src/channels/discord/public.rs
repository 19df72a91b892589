//! Mentions in servers: one public reply with product facts, no state, nothing personal.

use std::time::Duration;

use reqwest::Method;
use tracing::{debug, warn};

use super::Parts;
use super::inward::Mention;
use super::outward::{Name, public_reply};
use super::progress::Ticket;
use super::rest::{Body, Trouble};
use crate::domain::ids::Channel;

/// A mention in a channel that is so busy waits this long at most, then goes without a reply.
const PATIENCE: Duration = Duration::from_secs(10);
/// Tries.
const TRIES: u32 = 5;

/// Replies to a mention. It is done when the reply is there, or never will be.
pub async fn reply(parts: Parts, mention: Mention, ticket: Ticket) {
    let facts = parts.front.facts(Channel::Discord, &mention.text, None);
    let button = parts.front.words(&facts.locale, "public-button", None);
    let name = Name(format!("mention/{}", mention.message));
    let body = public_reply(&facts.text, &button, &mention.message.to_string(), &name);
    let path = format!("/channels/{}/messages", mention.channel);
    let place = mention.channel.to_string();
    for attempt in 1..=TRIES {
        let wait = parts.rest.pace().reserve(Some(&place), PATIENCE);
        if wait > PATIENCE {
            debug!("a mention in a busy channel goes without a reply");
            break;
        }
        tokio::time::sleep(wait).await;
        let body = Body::Json(body.clone());
        match parts.rest.call(Method::POST, &path, body, Some(&place)).await {
            Ok(_) => break,
            // We may read there and not write.
            Err(trouble @ Trouble::Refused { .. }) => {
                warn!(%trouble, "a public reply was refused; may the bot send messages in that channel?");
                break;
            }
            Err(Trouble::Limited(wait)) => tokio::time::sleep(wait.min(PATIENCE)).await,
            Err(trouble) => {
                debug!(%trouble, "a public reply is tried again");
                tokio::time::sleep(Duration::from_millis(300) * 2_u32.pow(attempt)).await;
            }
        }
    }
    ticket.done();
}
