//! From a decided turn to the rows that are committed: what was said, what is sent, and the lines of
//! the lead's [`record`].

mod asked;
mod at_desk;
mod record;
mod relay;
mod shared;
pub mod snippet;

use std::time::Duration;

use crate::decide::{Effect, Outcome};
use crate::domain::conversation::State;
use crate::domain::event::{Event, Incoming};
use crate::domain::facts::{Facts, Shares};
use crate::domain::handoff::Handoff;
use crate::domain::ids::{AnswerId, TurnNumber};
use crate::domain::media::Shared;
use crate::domain::reply::{Lane, Outbound, Part, Reply, Role};
use crate::handoff::{ownership, policy};
use crate::store::Result;
use crate::store::turns::{Author, Json, LeadRow, MessageRow, Outgoing, StateRow, Turn, Update};

use super::card::{self, Desk};
use super::edition::Edition;
use record::Record;

/// A turn as it was decided, with what it rested on.
pub struct Decided<'a> {
    /// The script and texts it was decided with.
    pub edition: &'a Edition,
    /// What came in.
    pub incoming: &'a Incoming,
    /// What was true outside.
    pub facts: &'a Facts,
    /// The version it was decided on.
    pub after: TurnNumber,
    /// What it came to.
    pub outcome: Outcome,
    /// How long deciding took.
    pub took: Duration,
    /// Where reps are alerted.
    pub desk: Option<&'a Desk>,
}

/// The rows of a turn.
///
/// # Errors
/// When something has no JSON form, which would be a mistake of ours.
pub fn compose(contact: crate::domain::contact::ContactId, decided: Decided<'_>) -> Result<Turn> {
    let Decided { edition, incoming, facts, after, outcome, took, desk } = decided;
    let Outcome { mut state, reply, effects, understood, missed, answers, score } = outcome;
    if incoming.handle.is_some() {
        state.handle.clone_from(&incoming.handle);
    }
    if incoming.event.is_theirs() && policy::keeps(&state, facts) == Some(Shares::Passes) {
        relay::keep(&mut state, incoming);
    }
    let locale = state.locale.clone();
    let mut messages = Vec::new();
    if let Some(text) = words_of(edition, &state, incoming) {
        messages.push(MessageRow::heard(text));
    }
    let mut outbox = Vec::new();
    let act = at_desk::act_row(incoming, &state, &effects);
    if let Some(words) = at_desk::words_of_rep(&effects) {
        messages.push(at_desk::said_by_rep(words));
        outbox.push(at_desk::words_row(edition, (incoming, &state), words)?);
    }
    let name = incoming.name.as_deref();
    if let Some((act, text, key)) = snippet::said(edition, (&state, name), &effects) {
        let line = at_desk::said_by_rep((act, &text));
        messages.push(MessageRow { text_keys: vec![key.to_string()], ..line });
        outbox.push(at_desk::words_row(edition, (incoming, &state), (act, &text))?);
    }
    if let Some(turn) = at_desk::unsaid(&effects) {
        outbox.push(at_desk::unsaid_row(incoming, turn)?);
    }
    if let Some(reacted) = at_desk::reacted(&effects) {
        outbox.push(at_desk::reaction_row(incoming, reacted)?);
    }
    if let Some(reply) = &reply {
        let mut outbound = edition.render(&state, reply, incoming.at).outbound;
        let person = at_desk::in_their_name(&effects, &mut outbound);
        let line = said(reply, &outbound, answers.first().cloned());
        messages
            .push(MessageRow { author: if person { Author::Rep } else { line.author }, ..line });
        outbox.push(reply_row(incoming, &state, reply, &outbound)?);
    }
    if let Some((line, row)) = at_desk::too_large(edition, (incoming, &state), desk)? {
        messages.push(line);
        outbox.push(row);
    }
    if let Some(desk) = desk.map(|desk| desk.of(state.team.as_deref())) {
        if let Some(card) = card::card(edition, (desk, contact), incoming, &state, &effects) {
            outbox.push(at_desk::row(incoming, desk, (Lane::Card, 2), &card)?);
        }
        let reminded = effects.iter().find_map(|effect| match effect {
            Effect::Reminded(by) => Some(by.as_ref()),
            _ => None,
        });
        // Whoever has the talk is reminded in it.
        if let Some(by) = reminded.filter(|_| ownership::owner(&state).is_none()) {
            let word = card::reminder(edition, desk, incoming, by);
            outbox.push(at_desk::row(incoming, desk, (Lane::Card, 3), &word)?);
        }
        if let Some(word) = asked::ring(edition, (incoming, contact), &state, &effects) {
            outbox.push(at_desk::row(incoming, desk, (Lane::Card, asked::RING), &word)?);
        }
        outbox.extend(asked::row(edition, desk, (incoming, contact), &state, &effects)?);
        outbox.extend(relay::rows(edition, desk, incoming, &state, &effects)?);
    }
    if !matches!(state.handoff, Handoff::Requested { .. }) {
        state.kept.clear();
    }
    let record = Record::of(edition, &state, &effects);
    let unanswered = match (&incoming.event, missed) {
        (Event::Said { text }, true) => vec![text.clone()],
        _ => {
            let missed = effects.iter().filter_map(|effect| match effect {
                Effect::Missed(words) => Some(words.clone()),
                _ => None,
            });
            missed.collect()
        }
    };
    Ok(Turn {
        contact,
        identity: incoming.identity.clone(),
        update: update_of(incoming),
        after,
        kind: incoming.event.kind(),
        at: incoming.at,
        heard: incoming.event.is_theirs(),
        event: Json::of(&incoming.event)?,
        understood: understood.as_ref().map(Json::of).transpose()?,
        facts: Some(Json::of(facts)?),
        locale,
        script: Some(edition.script.version.clone()),
        took: Some(took),
        lead: Some(LeadRow {
            name: incoming.name.clone(),
            heat: state.heat,
            stage: state.stage,
            fit: score.fit,
            interest: score.interest,
            source: source_of(edition, &state),
            campaign: state.campaign.clone(),
        }),
        state: Some(StateRow::of(&state)?),
        messages,
        outbox,
        events: record.events,
        withdrawn: record.withdrawn,
        unanswered,
        touch: effects.iter().find_map(|effect| match effect {
            Effect::Touched(campaign, _) => Some(campaign.clone()),
            _ => None,
        }),
        act,
    })
}

/// The update that makes a turn, by which its repetition is known. A rep's counts below zero, so that
/// it is never taken for one of the visitor's, who may be on the same platform.
#[must_use]
pub fn update_of(incoming: &Incoming) -> Option<Update> {
    match &incoming.event {
        Event::Timer => None,
        // The house itself gives a talk back; it does so on a version of it, and once.
        Event::Rep(_) if incoming.update_id == 0 => None,
        Event::Rep(act) => Some(Update { channel: act.channel, id: -incoming.update_id.abs() }),
        _ => Some(Update { channel: incoming.identity.channel, id: incoming.update_id }),
    }
}

/// Why an event is not decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// It failed three times.
    Failed,
    /// They write faster than anybody can read.
    Flood,
}

/// A turn that is not decided: it is kept as such, and the visitor gets a word. The state stays as
/// it was.
///
/// # Errors
/// See [`compose`].
pub fn compose_aside(
    contact: crate::domain::contact::ContactId,
    edition: &Edition,
    incoming: &Incoming,
    state: &State,
    after: TurnNumber,
    why: Aside,
) -> Result<Turn> {
    let (kind, word) = match why {
        Aside::Failed => ("failed", "apology"),
        Aside::Flood => ("muted", "flood-pause"),
    };
    let reply = Reply { parts: vec![Part::tell(word)], ..Reply::default() };
    let rendered = edition.render(state, &reply, incoming.at);
    let mut messages = Vec::new();
    if let Event::Said { text } = &incoming.event {
        messages.push(MessageRow::heard(text.clone()));
    }
    if incoming.event.is_theirs() {
        messages.push(said(&reply, &rendered.outbound, None));
    }
    Ok(Turn {
        contact,
        identity: incoming.identity.clone(),
        update: update_of(incoming),
        after,
        kind,
        at: incoming.at,
        heard: incoming.event.is_theirs(),
        event: Json::of(&incoming.event)?,
        understood: None,
        facts: None,
        locale: state.locale.clone(),
        script: Some(edition.script.version.clone()),
        took: None,
        state: None,
        messages,
        // What a rep did has nothing to do with the visitor: no word of it.
        outbox: match incoming.event.is_theirs() {
            true => vec![reply_row(incoming, state, &reply, &rendered.outbound)?],
            false => Vec::new(),
        },
        lead: None,
        events: Vec::new(),
        withdrawn: Vec::new(),
        unanswered: Vec::new(),
        touch: None,
        act: None,
    })
}

/// What we say.
fn said(reply: &Reply, outbound: &Outbound, answer: Option<AnswerId>) -> MessageRow {
    MessageRow {
        ordinal: 1,
        author: Author::Bot,
        text: outbound.text(),
        text_keys: reply.parts.iter().map(|part| part.key.to_string()).collect(),
        answer,
        variant: None,
    }
}

/// What is sent to the visitor.
fn reply_row(
    incoming: &Incoming,
    state: &State,
    reply: &Reply,
    outbound: &Outbound,
) -> Result<Outgoing> {
    Ok(Outgoing {
        ordinal: 1,
        lane: Lane::Prospect,
        channel: incoming.identity.channel,
        account: incoming.identity.account.clone(),
        due_at: incoming.at,
        epoch: speaks_for_bot(reply).then_some(state.epoch),
        asks_only: reply.parts.iter().all(|part| part.role == Role::Ask),
        payload: Outgoing::payload(outbound)?,
    })
}

/// Confirmations go out whoever speaks; everything else is the bot's.
fn speaks_for_bot(reply: &Reply) -> bool {
    !reply.parts.iter().any(|part| part.role == Role::Confirm)
}

/// The visitor's side of the transcript.
fn words_of(edition: &Edition, state: &State, incoming: &Incoming) -> Option<String> {
    let locale = state.locale.as_ref().unwrap_or(&edition.script.bot.default_locale);
    match &incoming.event {
        Event::Said { text } => Some(text.clone()),
        Event::Pressed { choice, .. } => Some(format!("[{}]", edition.label(locale, choice))),
        Event::Media { kind } => Some(match incoming.along.media.first() {
            Some(place @ Shared::Place(_)) => place.recorded(),
            _ => format!("({kind})"),
        }),
        Event::Start { .. } | Event::Timer | Event::Rep(_) => None,
    }
}

/// What brought them: the source of the campaign.
fn source_of(edition: &Edition, state: &State) -> Option<String> {
    let campaign = edition.script.campaigns.get(state.campaign.as_ref()?)?;
    Some(campaign.source.clone())
}
