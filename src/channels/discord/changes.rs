//! What is done to a message later on: by visitors in private, and signs by anybody. Each waits for its
//! place, and for the turn of the message itself.

use std::time::Duration;

use super::Parts;
use super::inward::Us;
use super::progress::Ticket;
use super::reactions::Reacted;
use super::wire::Snowflake;
use crate::app::reps::Hand;
use crate::channels::order::Place;
use crate::domain::along::Along;
use crate::domain::contact::Identity;
use crate::domain::ids::Channel;
use crate::domain::style::Styled;

/// How often it is looked whether a message had its turn.
const LOOK: Duration = Duration::from_millis(20);

/// Somebody changed what they wrote in private.
pub(super) async fn edit(
    parts: Parts,
    (who, message): (Identity, i64),
    (text, styles): (String, Vec<Styled>),
    (place, ticket): (Place<Snowflake>, Ticket),
) {
    place.reached().await;
    turn_is_made(&parts, &who, message).await;
    let put_right = parts.people.edited(&who, message, &text).await.is_ok();
    if put_right && parts.reps.visitor_edited(&who, message, (&text, &styles)).await.is_ok() {
        ticket.done();
    }
}

/// Somebody took back what they wrote in private.
pub(super) async fn withdraw(
    parts: Parts,
    us: Us,
    (talk, message): (Snowflake, i64),
    (place, ticket): (Place<Snowflake>, Ticket),
) {
    place.reached().await;
    // Nobody's whom we know: there is nothing of theirs in the record.
    let Some(user) = whose(&parts, talk).await else { return ticket.done() };
    let who = Identity { channel: Channel::Discord, account: us.account, external_id: user };
    turn_is_made(&parts, &who, message).await;
    let put_right = parts.people.deleted(&who, message).await.is_ok();
    if put_right && parts.reps.visitor_deleted(&who, message).await.is_ok() {
        ticket.done();
    }
}

/// A sign at a message: a visitor's in private, or a rep's in a thread.
pub(super) async fn react(
    parts: Parts,
    us: Us,
    reacted: Reacted,
    (place, ticket): (Place<Snowflake>, Ticket),
) {
    place.reached().await;
    let Reacted { user, channel, in_server, reaction, update } = reacted;
    let user = user.to_string();
    let taken = if in_server {
        let (channel, message) = (channel.to_string(), None);
        let hand = Hand {
            channel: Channel::Discord,
            user,
            update,
            message,
            at: None,
            along: Along::default(),
        };
        match parts.reps.reacted(&hand, &reaction, &channel).await {
            Ok(Some(begun)) => begun.done().await.is_ok(),
            Ok(None) => true,
            Err(_) => false,
        }
    } else {
        let who = Identity { channel: Channel::Discord, account: us.account, external_id: user };
        turn_is_made(&parts, &who, reaction.message).await;
        parts.reps.visitor_reacted(&who, &reaction).await.is_ok()
    };
    // Not taken: it is told again to whoever follows.
    if taken {
        ticket.done();
    }
}

/// Whose private channel this is.
async fn whose(parts: &Parts, talk: Snowflake) -> Option<String> {
    if let Some(user) = parts.mail.user_of(talk) {
        return Some(user);
    }
    let told = parts.rest.get(&format!("/channels/{talk}")).await.ok()?;
    let user = told["recipients"][0]["id"].as_str()?;
    parts.mail.knows(user, talk);
    Some(user.to_owned())
}

/// Waits until a message that somebody wrote, and what came before it, is a turn.
async fn turn_is_made(parts: &Parts, who: &Identity, message: i64) {
    while !parts.lanes.is_through(&who.external_id, message) {
        tokio::time::sleep(LOOK).await;
    }
}
