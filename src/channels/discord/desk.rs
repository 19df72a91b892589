//! What reps write, change and take back in channels of servers: in each channel one after the other,
//! in the order in which it came.

use std::time::Duration;

use reqwest::Method;
use tracing::debug;

use super::erased;
use super::inward::Mention;
use super::outward::{message, one_message};
use super::progress::Ticket;
use super::rest::Body;
use super::threads::NOTE;
use super::wire::Snowflake;
use super::{Parts, public};
use crate::app::reps::{Begun, Hand, Word};
use crate::app::turns::NotTaken;
use crate::channels::order::Place;
use crate::domain::along::Along;
use crate::domain::ids::Channel;

/// A change may be told before the message itself: how long after a message that is looked for, how
/// often, and how far apart.
const EARLY: (Duration, u32, Duration) = (Duration::from_secs(5), 20, Duration::from_millis(50));

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

/// A line that is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deleted {
    /// Where it was.
    pub channel: Snowflake,
    /// Which.
    pub message: Snowflake,
    /// A number of the event, which Discord itself gives none.
    pub update: i64,
}

/// A rep has written a line.
pub(super) async fn written(
    parts: Parts,
    us: Snowflake,
    written: Written,
    place: Place<Snowflake>,
    ticket: Ticket,
) {
    place.reached().await;
    // Not taken: it is told again to whoever follows.
    let Ok(word) = taken(&parts, &written).await else { return };
    drop(place);
    let Written { hand, channel, mention, .. } = written;
    match (word, mention) {
        (Some(word), _) => {
            ticket.done();
            tell(&parts, &hand, channel, &word).await;
        }
        (None, _) if erased::is_thread_of(&parts, us, channel).await => {
            ticket.done();
            erased::tell(&parts, &hand, channel).await;
        }
        (None, Some(mention)) => public::reply(parts, mention, ticket).await,
        (None, None) => ticket.done(),
    }
}

/// Takes a line, whose turn it is: what came of it; none when it is of no talk.
pub(super) async fn taken(parts: &Parts, written: &Written) -> Result<Option<Word>, NotTaken> {
    let Written { hand, channel, text, answers, .. } = written;
    let text = text.as_deref();
    let mut begun = parts.reps.in_thread(hand, text, &channel.to_string()).await?;
    if let (None, Some(answers)) = (&begun, answers) {
        begun = parts.reps.in_answer(hand, text, &answers.to_string()).await?;
    }
    done(begun).await
}

/// A rep has edited a line. What was never passed on concerns nobody.
pub(super) async fn rewritten(
    parts: Parts,
    written: Written,
    mut place: Place<Snowflake>,
    ticket: Ticket,
) {
    let message = Snowflake(written.hand.message.unwrap_or_default().unsigned_abs());
    for look in 1.. {
        place.reached().await;
        let Ok(word) = changed(&parts, &written).await else { return };
        if word.is_none() && look < EARLY.1 && is_early(&parts, message) {
            // Others go first for a moment, for one of them may be the message itself.
            drop(place);
            tokio::time::sleep(EARLY.2).await;
            place = parts.lines.join(written.channel);
            continue;
        }
        drop(place);
        ticket.done();
        if let Some(word) = word {
            tell(&parts, &written.hand, written.channel, &word).await;
        }
        return;
    }
}

/// Takes an edit, whose turn it is: what came of it; none when it concerns nobody.
pub(super) async fn changed(parts: &Parts, written: &Written) -> Result<Option<Word>, NotTaken> {
    let Some(text) = &written.text else { return Ok(None) };
    let word = done(parts.reps.edited(&written.hand, text, false).await?).await?;
    Ok(word.map(|word| Word { note: false, ..word }))
}

/// A line is gone: what was passed on of it is taken back.
pub(super) async fn deleted(parts: Parts, gone: Deleted, place: Place<Snowflake>, ticket: Ticket) {
    place.reached().await;
    let Ok(word) = withdrawn(&parts, gone).await else { return };
    drop(place);
    ticket.done();
    if let Some(word) = word {
        tell(&parts, &hand_of(gone), gone.channel, &word).await;
    }
}

/// Takes a deletion, whose turn it is: what came of it; none when it concerns nobody.
pub(super) async fn withdrawn(parts: &Parts, gone: Deleted) -> Result<Option<Word>, NotTaken> {
    let message = gone.message.number();
    let word = done(parts.reps.deleted(Channel::Discord, gone.update, message).await?).await?;
    Ok(word.map(|word| Word { note: false, ..word }))
}

fn hand_of(gone: Deleted) -> Hand {
    let (user, along) = (String::new(), Along::default());
    Hand { channel: Channel::Discord, user, update: gone.update, message: None, at: None, along }
}

async fn done(begun: Option<Begun>) -> Result<Option<Word>, NotTaken> {
    match begun {
        Some(begun) => begun.done().await.map(Some),
        None => Ok(None),
    }
}

/// Whether a message is so new that it may be told after what changes it, and was not told yet.
fn is_early(parts: &Parts, message: Snowflake) -> bool {
    let new = message >= Snowflake::at(parts.gateway.now()).before(EARLY.0);
    new && !parts.recent.has(message)
}

/// Says what came of it. A colleague's words are a note, and marked as such.
pub(super) async fn tell(parts: &Parts, hand: &Hand, channel: Snowflake, word: &Word) {
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
