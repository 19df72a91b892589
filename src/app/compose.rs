//! From a decided turn to the rows that are committed: what was said, what is sent, and the lines of
//! the lead's [`record`].

mod record;

use std::time::Duration;

use crate::decide::{Effect, Outcome};
use crate::domain::conversation::State;
use crate::domain::event::{Event, Incoming};
use crate::domain::facts::Facts;
use crate::domain::ids::{AnswerId, TurnNumber};
use crate::domain::reply::{Lane, Outbound, Part, Reply, Role};
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
    let Outcome { state, reply, effects, understood, missed, answers, score } = outcome;
    let locale = state.locale.clone();
    let mut messages = Vec::new();
    if let Some(text) = words_of(edition, &state, &incoming.event) {
        messages.push(MessageRow::heard(text));
    }
    let mut outbox = Vec::new();
    if let Some(reply) = &reply {
        let rendered = edition.render(&state, reply, incoming.at);
        messages.push(said(reply, &rendered.outbound, answers.first().cloned()));
        outbox.push(reply_row(incoming, &state, reply, &rendered.outbound)?);
    }
    if let Some(desk) = desk
        && let Some(card) = card::card(edition, desk, incoming, &state, &effects)
    {
        outbox.push(Outgoing {
            ordinal: 2,
            lane: Lane::Card,
            channel: desk.channel,
            account: desk.account.clone(),
            due_at: incoming.at,
            epoch: None,
            asks_only: false,
            payload: Outgoing::payload(&card)?,
        });
    }
    let record = Record::of(edition, &state, &effects);
    let unanswered = match (&incoming.event, missed) {
        (Event::Said { text }, true) => vec![text.clone()],
        _ => Vec::new(),
    };
    Ok(Turn {
        contact,
        identity: incoming.identity.clone(),
        update: (!matches!(incoming.event, Event::Timer))
            .then_some(Update { channel: incoming.identity.channel, id: incoming.update_id }),
        after,
        kind: incoming.event.kind(),
        at: incoming.at,
        heard: !matches!(incoming.event, Event::Timer),
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
    })
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
    messages.push(said(&reply, &rendered.outbound, None));
    Ok(Turn {
        contact,
        identity: incoming.identity.clone(),
        update: Some(Update { channel: incoming.identity.channel, id: incoming.update_id }),
        after,
        kind,
        at: incoming.at,
        heard: true,
        event: Json::of(&incoming.event)?,
        understood: None,
        facts: None,
        locale: state.locale.clone(),
        script: Some(edition.script.version.clone()),
        took: None,
        state: None,
        messages,
        outbox: vec![reply_row(incoming, state, &reply, &rendered.outbound)?],
        lead: None,
        events: Vec::new(),
        withdrawn: Vec::new(),
        unanswered: Vec::new(),
        touch: None,
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
fn words_of(edition: &Edition, state: &State, event: &Event) -> Option<String> {
    let locale = state.locale.as_ref().unwrap_or(&edition.script.bot.default_locale);
    match event {
        Event::Said { text } => Some(text.clone()),
        Event::Pressed { choice, .. } => Some(format!("[{}]", edition.label(locale, choice))),
        Event::Media { kind } => Some(format!("({kind})")),
        Event::Start { .. } | Event::Timer => None,
    }
}

/// What brought them: the source of the campaign.
fn source_of(edition: &Edition, state: &State) -> Option<String> {
    let campaign = edition.script.campaigns.get(state.campaign.as_ref()?)?;
    Some(campaign.source.clone())
}
