//! Answers to whoever used something: in time, and of the desk with what came of it.

use std::sync::atomic::Ordering;
use std::time::Duration;

use serde_json::Value;
use tracing::debug;

use super::Parts;
use super::answer::{self, first_answer};
use super::inward::{Answer, Use};
use super::progress::Ticket;
use super::rest::Trouble;
use super::wire::Snowflake;
use crate::app::reps::Hand;
use crate::app::turns::NotTaken;
use crate::domain::along::Along;
use crate::domain::ids::Channel;

/// Discord waits three seconds for an answer.
const ANSWERED: Duration = Duration::from_millis(2_000);

/// A button of the desk is answered with what came of it, or, when the database takes its time, with
/// a sign that it was heard; then the card shows what came of it.
pub(super) async fn press_at_desk(parts: Parts, used: Use, ticket: Ticket) {
    let Answer::Desk(data) = &used.answer else { return };
    let hand = Hand {
        channel: Channel::Discord,
        user: used.user.to_string(),
        update: used.id.number(),
        message: None,
        at: None,
        along: Along::default(),
    };
    let reps = parts.reps.clone();
    let done = async {
        let word = reps.press(&hand, data).await?.done().await?;
        let card = match word.theirs && !parts.mail.without_threads.load(Ordering::Relaxed) {
            true => reps.card_of(Channel::Discord, data).await?,
            false => None,
        };
        Ok::<_, NotTaken>((word, card))
    };
    tokio::pin!(done);
    let done = match tokio::time::timeout(ANSWERED, &mut done).await {
        Ok(done) => done,
        Err(_slow) => {
            answer(&parts, &used, first_answer(&used, &parts.front)).await;
            // Not taken: it is told again to whoever follows.
            if done.await.is_ok() {
                ticket.done();
            }
            return;
        }
    };
    if let Ok((word, card)) = done {
        ticket.done();
        // The thread of a card has the card's own id.
        let body = match card.and_then(|card| card.parse().ok()).map(Snowflake) {
            Some(thread) => answer::word_and_thread(&word.text, thread),
            None => answer::word(&word.text),
        };
        answer(&parts, &used, body).await;
    }
}

/// The first answer to what makes a turn.
pub(super) async fn acknowledge(parts: Parts, used: Use) {
    let body = first_answer(&used, &parts.front);
    answer(&parts, &used, body).await;
}

async fn answer(parts: &Parts, used: &Use, body: Value) {
    // Once more at most: after three seconds nobody takes it. One that was told again after a
    // restart is answered already.
    for _ in 0..2 {
        match parts.rest.answer(used.id.0, &used.token, body.clone()).await {
            Ok(()) => return,
            Err(Trouble::Refused { status, code }) => {
                debug!(status, code, "an interaction had its answer already, or is too old");
                return;
            }
            Err(trouble) => debug!(%trouble, "an interaction is answered once more"),
        }
    }
}
