//! What reps write in the threads of cards: one after the other, each to the talk of its card.

use tokio::sync::mpsc;
use tracing::debug;

use reqwest::Method;

use super::inward::Mention;
use super::outward::{message, one_message};
use super::progress::Ticket;
use super::rest::Body;
use super::threads::NOTE;
use super::wire::Snowflake;
use super::{Parts, public};
use crate::app::reps::{Hand, Word};
use crate::app::turns::NotTaken;
use crate::domain::along::Along;
use crate::domain::ids::Channel;

/// A line that somebody wrote in a channel of a server.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// Who, and by which event.
    pub hand: Hand,
    /// Where.
    pub channel: Snowflake,
    /// What; none when it is no text.
    pub text: Option<String>,
    /// The message that it answers.
    pub answers: Option<Snowflake>,
    /// It is for us as well, should it be of no talk: an app mentions whoever is answered.
    pub mention: Option<Mention>,
}

/// Takes what reps write, in the order in which it came.
pub(super) fn reader(parts: Parts) -> mpsc::UnboundedSender<(Written, Ticket)> {
    let (lines, mut received) = mpsc::unbounded_channel::<(Written, Ticket)>();
    tokio::spawn(async move {
        while let Some((written, ticket)) = received.recv().await {
            let Written { hand, channel, text, answers, mention } = written;
            let mut begun =
                parts.reps.in_thread(&hand, text.as_deref(), &channel.to_string()).await;
            if let (Ok(None), Some(answers)) = (&begun, answers) {
                let answers = answers.to_string();
                begun = parts.reps.in_answer(&hand, text.as_deref(), &answers).await;
            }
            let begun = match begun {
                Ok(Some(begun)) => begun,
                Ok(None) => {
                    match mention {
                        Some(mention) => {
                            tokio::spawn(public::reply(parts.clone(), mention, ticket));
                        }
                        None => ticket.done(),
                    }
                    continue;
                }
                // Not taken: it is told again to whoever follows.
                Err(_) => continue,
            };
            let parts = parts.clone();
            tokio::spawn(async move {
                let Ok(word) = begun.done().await else { return };
                ticket.done();
                tell(&parts, &hand, channel, &word).await;
            });
        }
    });
    lines
}

/// A rep has edited a line. What was never passed on concerns nobody.
pub(super) async fn rewritten(parts: Parts, written: Written, ticket: Ticket) {
    let Written { hand, channel, text, .. } = written;
    let Some(text) = text else { return ticket.done() };
    let done = async {
        match parts.reps.edited(&hand, &text).await? {
            Some(begun) => begun.done().await.map(Some),
            None => Ok(None),
        }
    };
    see_through(&parts, done.await, &hand, channel, ticket).await;
}

/// A line is gone: what was passed on of it is taken back.
pub(super) async fn deleted(
    parts: Parts,
    channel: Snowflake,
    message: Snowflake,
    update: i64,
    ticket: Ticket,
) {
    let done = async {
        match parts.reps.deleted(Channel::Discord, update, message.number()).await? {
            Some(begun) => begun.done().await.map(Some),
            None => Ok(None),
        }
    };
    let (user, along) = (String::new(), Along::default());
    let hand = Hand { channel: Channel::Discord, user, update, message: None, at: None, along };
    see_through(&parts, done.await, &hand, channel, ticket).await;
}

async fn see_through(
    parts: &Parts,
    done: Result<Option<Word>, NotTaken>,
    hand: &Hand,
    channel: Snowflake,
    ticket: Ticket,
) {
    // Not taken: it is told again to whoever follows.
    let Ok(word) = done else { return };
    ticket.done();
    if let Some(word) = word {
        tell(parts, hand, channel, &Word { note: false, ..word }).await;
    }
}

/// Says what came of it. A colleague's words are a note, and marked as such.
async fn tell(parts: &Parts, hand: &Hand, channel: Snowflake, word: &Word) {
    let told = if word.note {
        let written = hand.message.unwrap_or_default().to_string();
        parts.mail.sign(&parts.rest, channel, &written, NOTE).await
    } else if word.silent || word.took {
        // What the place begins with tells that they have it.
        return;
    } else {
        let (path, place) = (format!("/channels/{channel}/messages"), channel.to_string());
        parts.rest.pace().turn(Some(&place)).await;
        let body = Body::Json(message(&one_message(&word.text)));
        parts.rest.call(Method::POST, &path, body, Some(&place)).await.map(|_| ())
    };
    if let Err(trouble) = told {
        debug!(%trouble, "a rep was not told what came of a line");
    }
}
