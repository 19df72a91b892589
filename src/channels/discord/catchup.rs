//! Catching up: what was written while nobody listened.
//!
//! Discord tells nothing twice. When a session could not be resumed, every open private talk is
//! asked for what came after the last message seen, and shortly before it, for that may have been on
//! its way still; what had its effect has it once. Meanwhile its lane is held, so the order stays
//! right; talks in which somebody writes right now come first. Talks that nobody knows of are
//! [`super::strangers`].

use std::collections::VecDeque;
use std::time::Duration;

use serde_json::Value;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tracing::{debug, info, warn};

use super::Parts;
use super::inward::{Heard, Us, message_heard};
use super::progress::Ticket;
use super::rest::Trouble;
use super::wire::{Message, Snowflake};
use crate::app::gateway::OpenTalk;

/// Talks asked at a time.
const AT_ONCE: usize = 4;
/// Messages asked for at a time; Discord's most.
const PAGE: usize = 100;
/// How long before the last message seen one may have been written that was not.
const LATE: Duration = Duration::from_secs(10);

/// Catches up with all talks. The ticket is done when everything found is in the database.
pub async fn catch_up(parts: Parts, us: Us, ticket: Ticket, stop: CancellationToken) {
    let Some(mut talks) = stop.run_until_cancelled(list(&parts, &us)).await else { return };
    parts.strangers.know(talks.iter().map(|talk| talk.who.clone()));
    for who in parts.lanes.waiting() {
        if let Some(since) = parts.strangers.first_word(&who, parts.gateway.now()) {
            talks.push(OpenTalk { who, last_update: since.number() });
        }
    }
    parts.lanes.hold_only(talks.iter().map(|talk| talk.who.clone()));
    let (count, mut found) = (talks.len(), 0);
    let mut waiting: VecDeque<OpenTalk> = talks.into();
    let mut asked: JoinSet<usize> = JoinSet::new();
    loop {
        while asked.len() < AT_ONCE
            && let Some(talk) = next(&mut waiting, &parts)
        {
            let (parts, us, share) = (parts.clone(), us.clone(), ticket.share());
            asked.spawn(async move { with_talk(&parts, &us, &talk, share).await });
        }
        let done = tokio::select! {
            done = asked.join_next() => done,
            () = stop.cancelled() => return,
        };
        match done {
            Some(Ok(messages)) => found += messages,
            Some(Err(error)) => {
                warn!(panic = error.is_panic(), "catching up with a talk broke off");
            }
            None => break,
        }
    }
    metrics::counter!("docent_caught_up_total", "channel" => "discord").increment(found as u64);
    info!(channel = "discord", talks = count, messages = found, "caught up");
    ticket.done();
}

async fn list(parts: &Parts, us: &Us) -> Vec<OpenTalk> {
    let mut pause = Duration::from_millis(100);
    loop {
        match parts.gateway.list_talks(&us.account).await {
            Ok(mut talks) => {
                for talk in &mut talks {
                    talk.last_update = id_of(talk).before(LATE).number();
                }
                return talks;
            }
            Err(error) => warn!(%error, "catching up waits for the database"),
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(Duration::from_secs(2));
    }
}

fn id_of(talk: &OpenTalk) -> Snowflake {
    Snowflake(u64::try_from(talk.last_update).unwrap_or_default())
}

/// The next talk: one in which somebody waits, else the one heard last.
fn next(waiting: &mut VecDeque<OpenTalk>, parts: &Parts) -> Option<OpenTalk> {
    let urgent = waiting.iter().position(|talk| parts.lanes.is_urgent(&talk.who));
    waiting.remove(urgent.unwrap_or(0))
}

/// Catches up with one talk and lets it go on. Returns how much was found.
pub(super) async fn with_talk(parts: &Parts, us: &Us, talk: &OpenTalk, share: Ticket) -> usize {
    let mut found = 0;
    let mut attempt = 0_u32;
    loop {
        attempt += 1;
        match missed(parts, us, talk).await {
            Ok(messages) => {
                found = messages.len();
                for incoming in messages {
                    parts.lanes.fetched(incoming, share.share());
                }
                break;
            }
            // Their account is gone, or they closed the talk: there is nothing to catch up with.
            Err(Trouble::Refused { status, code }) if status != 401 => {
                debug!(status, code, "a talk cannot be caught up with");
                break;
            }
            Err(Trouble::Limited(wait)) => tokio::time::sleep(wait).await,
            Err(trouble) => {
                if attempt.is_multiple_of(10) {
                    warn!(%trouble, attempt, "catching up with a talk is tried again");
                }
                let pause = Duration::from_millis(250) * 2_u32.pow(attempt.min(6));
                tokio::time::sleep(pause).await;
            }
        }
    }
    parts.lanes.release(&talk.who);
    share.done();
    found
}

/// What came after the last message seen, in its order.
async fn missed(
    parts: &Parts,
    us: &Us,
    talk: &OpenTalk,
) -> Result<Vec<crate::domain::event::Incoming>, Trouble> {
    let channel = match parts.mail.talk_of(&talk.who) {
        Some(channel) => channel,
        None => parts.mail.open_talk(&parts.rest, &talk.who).await?,
    };
    let mut after = id_of(talk);
    let mut missed = Vec::new();
    loop {
        let path = format!("/channels/{channel}/messages?limit={PAGE}&after={after}");
        let answer = parts.rest.get(&path).await?;
        let page = answer.as_array().cloned().unwrap_or_default();
        let size = page.len();
        let mut messages: Vec<Message> = page
            .into_iter()
            .filter_map(|message: Value| serde_json::from_value(message).ok())
            .collect();
        messages.sort_by_key(|message| message.id);
        let last = messages.last().map(|message| message.id);
        for message in messages.iter().filter(|message| message.id > after) {
            if let Heard::Said { incoming, .. } = message_heard(message, us, parts.gateway.now()) {
                missed.push(incoming);
            }
        }
        match last {
            Some(last) if size >= PAGE && last > after => after = last,
            _ => return Ok(missed),
        }
    }
}
