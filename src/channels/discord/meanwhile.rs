//! Catching up with reps: what they wrote, changed and took back while nobody listened.
//!
//! Discord tells nothing twice. When a session could not be resumed, the threads of live talks and the
//! channels of reps are read from where the last session was heard for sure, and what is found goes
//! the way of live events, in its order. Meanwhile what comes live waits behind it. Edits and deletions
//! leave no event either, so the last messages of each place are compared with what was passed on.
//! Private talks are [`super::catchup`]'s. Start reading at [`catch_up`].

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tracing::{debug, info, warn};

use super::Parts;
use super::desk::{self, Deleted, Written};
use super::inward::{self, Heard, Us};
use super::progress::Ticket;
use super::rest::Trouble;
use super::wire::{Message, Snowflake};
use crate::app::turns::NotTaken;
use crate::channels::order::Place;
use crate::domain::ids::Channel;

/// Places asked at a time.
const AT_ONCE: usize = 4;
/// Messages that are compared, and those asked for at a time when there are more: Discord's most.
const COMPARED: usize = 50;
const PAGE: usize = 100;
/// How long before the end of the last session something may have happened that was not heard.
const LATE: Duration = Duration::from_secs(10);
/// So often a place is tried that does not answer, with up to sixteen seconds between.
const TRIES: u32 = 20;
/// Discord's code for a message that is not there.
const NO_MESSAGE: i64 = 10008;

/// A place of reps as it reads now.
struct Read {
    messages: BTreeMap<Snowflake, Message>,
    /// From here on all that there is was read; none when there is nothing. What stood in a thread that
    /// was deleted and made anew lies before it.
    from: Option<Snowflake>,
}

/// Catches up with all places. The ticket is done when everything found is in the database; until then
/// `hold` keeps what comes live.
pub(super) async fn catch_up(
    parts: Parts,
    us: Us,
    since: DateTime<Utc>,
    hold: Place<Snowflake>,
    (ticket, stop): (Ticket, CancellationToken),
) {
    let listing = parts.reps.live_cards(Channel::Discord, &us.account, since);
    let Some(Ok(cards)) = stop.run_until_cancelled(listing).await else { return };
    let threads = cards.iter().filter_map(|card| card.parse().ok()).map(Snowflake);
    let places: Vec<Snowflake> = parts.desks.iter().copied().chain(threads).collect();
    let mut waiting: Vec<(Snowflake, Place<Snowflake>)> =
        places.iter().rev().map(|channel| (*channel, hold.keep(*channel))).collect();
    drop(hold);
    let (count, mut found) = (waiting.len(), 0);
    let around = Arc::new((parts, us, since));
    let mut asked: JoinSet<Result<usize, NotTaken>> = JoinSet::new();
    loop {
        while asked.len() < AT_ONCE
            && let Some((channel, place)) = waiting.pop()
        {
            let around = around.clone();
            asked.spawn(async move {
                let (parts, us, since) = &*around;
                place.reached().await;
                with_place(parts, us, *since, channel).await
            });
        }
        let done = tokio::select! {
            done = asked.join_next() => done,
            () = stop.cancelled() => {
                // What was begun is counted as heard, so it is ended.
                asked.detach_all();
                return;
            }
        };
        match done {
            Some(Ok(Ok(heard))) => found += heard,
            // It is caught up with again by whoever follows.
            Some(Ok(Err(NotTaken))) => {
                asked.detach_all();
                return;
            }
            Some(Err(error)) => {
                warn!(panic = error.is_panic(), "catching up with reps broke off");
            }
            None => break,
        }
    }
    metrics::counter!("docent_caught_up_total", "channel" => "discord").increment(found as u64);
    info!(channel = "discord", places = count, messages = found, "caught up with reps");
    ticket.done();
}

/// Catches up with one place. Returns how much was found.
async fn with_place(
    parts: &Parts,
    us: &Us,
    since: DateTime<Utc>,
    channel: Snowflake,
) -> Result<usize, NotTaken> {
    let after = Snowflake::at(since).before(LATE);
    let Some(read) = read(parts, channel, after).await else { return Ok(0) };
    let (mut found, mut answers) = (0, Vec::new());
    for message in read.messages.values() {
        let mut new = false;
        if message.id > after
            && let Some(written) =
                of_rep(parts, inward::message_heard(message, us, parts.gateway.now()))
            && parts.recent.is_new(message.id)
            && let Some(word) = desk::taken(parts, &written).await?
            && !word.again
        {
            (found, new) = (found + 1, true);
            // What was heard before the gap has its answer; a line that makes no turn leaves no trace.
            if message.id > Snowflake::at(since) {
                answers.push((written.hand, word));
            }
        }
        if !new
            && was_edited(message, since)
            && let Some(written) = of_rep(parts, inward::edited(message, us))
            && let Some(word) = desk::changed(parts, &written).await?
            && !word.again
        {
            found += 1;
            if edited_at(message).is_some_and(|at| at > since) {
                answers.push((written.hand, word));
            }
        }
    }
    if !parts.desks.contains(&channel) {
        found += with_deletions(parts, channel, &read).await?;
    }
    let parts = parts.clone();
    // Discord lets us write a line a second, and what comes live need not wait for that.
    tokio::spawn(async move {
        for (hand, word) in answers {
            desk::tell(&parts, &hand, channel, &word).await;
        }
    });
    Ok(found)
}

/// What a rep wrote; others are none of our business.
fn of_rep(parts: &Parts, heard: Heard) -> Option<Written> {
    match heard {
        Heard::Written(written) | Heard::Rewritten(written) => {
            let known = parts.reps.who(Channel::Discord, &written.hand.user).is_some();
            known.then_some(written)
        }
        _ => None,
    }
}

fn edited_at(message: &Message) -> Option<DateTime<Utc>> {
    let at = DateTime::parse_from_rfc3339(message.edited_timestamp.as_deref()?).ok()?;
    Some(at.to_utc())
}

fn was_edited(message: &Message, since: DateTime<Utc>) -> bool {
    edited_at(message).is_some_and(|at| at >= since - LATE)
}

/// Takes back what was passed on and is gone. A message that is missing where it is looked for may stand
/// elsewhere, so Discord is asked for it by name.
async fn with_deletions(parts: &Parts, channel: Snowflake, read: &Read) -> Result<usize, NotTaken> {
    let (Some(from), card) = (read.from, channel.to_string()) else { return Ok(0) };
    let Some((said, cards)) = parts.reps.said_at(Channel::Discord, &card, from.number()).await?
    else {
        return Ok(0);
    };
    // A talk whose card was posted anew goes on in the thread of the earlier one, too.
    let threads = cards.iter().filter_map(|card| card.parse().ok()).map(Snowflake);
    let places: Vec<Snowflake> = threads.chain(parts.desks.iter().copied()).collect();
    let mut found = 0;
    for message in said {
        let message = Snowflake(message.unsigned_abs());
        if read.messages.contains_key(&message) || !is_gone(parts, &places, message).await {
            continue;
        }
        let update = inward::numbered("deleted", message, "");
        let gone = Deleted { channel, message, update };
        if let Some(word) = desk::withdrawn(parts, gone).await?
            && word.done
            && !word.again
        {
            found += 1;
        }
    }
    Ok(found)
}

/// Whether a message stands in none of the places where words of a talk may be written.
async fn is_gone(parts: &Parts, places: &[Snowflake], message: Snowflake) -> bool {
    for place in places {
        match parts.rest.get(&format!("/channels/{place}/messages/{message}")).await {
            Err(Trouble::Refused { code: NO_MESSAGE, .. }) => {}
            // It is there, or that is not known.
            _ => return false,
        }
    }
    true
}

/// Reads a place, for some minutes if it takes so long: others wait, and so does what comes live there.
/// None when it cannot be read.
async fn read(parts: &Parts, channel: Snowflake, after: Snowflake) -> Option<Read> {
    for attempt in 1..=TRIES {
        match try_read(parts, channel, after).await {
            Ok(read) => return Some(read),
            // There is no thread at the card, or it is closed to us.
            Err(Trouble::Refused { status, code }) if status != 401 => {
                debug!(status, code, "a place of reps cannot be caught up with");
                return None;
            }
            Err(Trouble::Limited(wait)) => tokio::time::sleep(wait).await,
            Err(trouble) => {
                if attempt == TRIES {
                    warn!(%trouble, %channel, "a place of reps is not caught up with: what they wrote there while the session was lost is not passed on");
                }
                let pause = Duration::from_millis(250) * 2_u32.pow(attempt.min(6));
                tokio::time::sleep(pause).await;
            }
        }
    }
    None
}

async fn try_read(parts: &Parts, channel: Snowflake, after: Snowflake) -> Result<Read, Trouble> {
    let newest = page(parts, &format!("/channels/{channel}/messages?limit={COMPARED}")).await?;
    let more = newest.len() >= COMPARED;
    let oldest = newest.first().map(|message| message.id).unwrap_or_default();
    let mut messages: BTreeMap<Snowflake, Message> =
        newest.into_iter().map(|message| (message.id, message)).collect();
    let mut next = after;
    while more && next < oldest {
        let path = format!("/channels/{channel}/messages?limit={PAGE}&after={next}");
        let older = page(parts, &path).await?;
        let Some(last) = older.last().map(|message| message.id).filter(|last| *last > next) else {
            break;
        };
        messages.extend(older.into_iter().map(|message| (message.id, message)));
        next = last;
    }
    // The first line of a thread repeats its card, and tells nothing of when the thread was made.
    let from = messages.values().find(|message| is_written(message)).map(|message| message.id);
    Ok(Read { messages, from })
}

/// Somebody wrote it; the others are made by Discord.
fn is_written(message: &Message) -> bool {
    matches!(message.kind, 0 | 19)
}

/// Messages of a page, the oldest first.
async fn page(parts: &Parts, path: &str) -> Result<Vec<Message>, Trouble> {
    let answer = parts.rest.get(path).await?;
    let told = answer.as_array().cloned().unwrap_or_default();
    let mut messages: Vec<Message> =
        told.into_iter().filter_map(|message| serde_json::from_value(message).ok()).collect();
    messages.sort_by_key(|message| message.id);
    // What is fetched does not say that it is of a server.
    for message in &mut messages {
        message.guild_id.get_or_insert_default();
    }
    Ok(messages)
}
