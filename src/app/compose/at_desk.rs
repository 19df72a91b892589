//! The rows of what happens at the desk: words of reps, cards, and the audit log.

use chrono::Duration;

use crate::app::card::Desk;
use crate::app::edition::Edition;
use crate::decide::Effect;
use crate::domain::along::Reaction;
use crate::domain::conversation::State;
use crate::domain::desk::{Deed, RepAct};
use crate::domain::event::Incoming;
use crate::domain::handoff::Handoff;
use crate::domain::ids::TurnNumber;
use crate::domain::reply::{Amends, ForReps, Lane, Outbound, Span};
use crate::handoff::ladder::Rung;
use crate::handoff::ownership;
use crate::store::Result;
use crate::store::turns::{ActRow, Author, MessageRow, Outgoing};

use super::shared;

/// The place of a word about something too large among the rows of a turn.
const REFUSED: i16 = 12;

/// What a rep says to the prospect in this turn: who, and the words.
pub(super) fn words_of_rep(effects: &[Effect]) -> Option<(&RepAct, &str)> {
    effects.iter().find_map(|effect| match effect {
        Effect::Ruled(act, ruling) if ruling.is_done() => match &act.deed {
            Deed::Say { text } | Deed::Edit { text, .. } => Some((act, text.as_str())),
            _ => None,
        },
        _ => None,
    })
}

/// What a rep takes back in this turn: the turn in which it was said.
pub(super) fn unsaid(effects: &[Effect]) -> Option<TurnNumber> {
    effects.iter().find_map(|effect| match effect {
        Effect::Ruled(act, ruling) if ruling.is_done() => match act.deed {
            Deed::Unsend { turn } => Some(turn),
            _ => None,
        },
        _ => None,
    })
}

/// The sign that a rep puts at a message in this turn, or takes away.
pub(super) fn reacted(effects: &[Effect]) -> Option<(&RepAct, &Reaction)> {
    effects.iter().find_map(|effect| match effect {
        Effect::Ruled(act, ruling) if ruling.is_done() => match &act.deed {
            Deed::React(reaction) => Some((act, reaction)),
            _ => None,
        },
        _ => None,
    })
}

/// The words in the transcript.
pub(super) fn said_by_rep((act, text): (&RepAct, &str)) -> MessageRow {
    // What was said before stands above it; whoever reads on must not take both for said.
    let sign = if matches!(act.deed, Deed::Edit { .. }) { "✏ " } else { "" };
    MessageRow {
        ordinal: 0,
        author: Author::Rep,
        text: format!("{sign}{}", shared::recorded(&act.along.media, text)),
        text_keys: Vec::new(),
        answer: None,
        variant: None,
    }
}

/// The words on their way to the prospect. They carry no epoch: they were authorised by the ownership
/// that this turn is committed on, and reach the prospect whoever speaks by then.
pub(super) fn words_row(
    edition: &Edition,
    (incoming, state): (&Incoming, &State),
    (act, text): (&RepAct, &str),
) -> Result<Outgoing> {
    let locale = state.locale.as_ref().unwrap_or(&edition.script.bot.default_locale);
    let to = incoming.identity.channel;
    let passed = shared::passed(edition, (locale, &act.name), to, &act.along.media);
    let words = shared::with_words(edition, locale, &passed, text);
    let quotes = act.along.quotes.clone();
    let reps =
        ForReps { amends: amends(&act.deed), media: passed.media, quotes, ..ForReps::default() };
    let mut outbound = Outbound::relayed(by_rep(&act.name, words), reps);
    outbound.set(text, &act.along.styles);
    match edition.script.bot.send_after {
        seconds if seconds > 0 && outbound.reps.amends.is_none() => {
            outbound.reps.held = true;
            let due_at = incoming.at + Duration::seconds(seconds);
            Ok(Outgoing { due_at, ..to_prospect(incoming, &outbound)? })
        }
        _ => to_prospect(incoming, &outbound),
    }
}

/// What is said of a call while somebody holds the talk is said in their name. Tells whether it is.
pub(super) fn in_their_name(effects: &[Effect], outbound: &mut Outbound) -> bool {
    let seat = effects.iter().find_map(|effect| match effect {
        Effect::SpokenFor(seat) => Some(seat),
        _ => None,
    });
    if let Some(seat) = seat {
        let mut name = by_rep(&seat.name, "");
        name.pop();
        outbound.spans.splice(0..0, name);
    }
    seat.is_some()
}

/// What takes words back.
pub(super) fn unsaid_row(incoming: &Incoming, turn: TurnNumber) -> Result<Outgoing> {
    let reps = ForReps { amends: amends(&Deed::Unsend { turn }), ..ForReps::default() };
    to_prospect(incoming, &Outbound::relayed(Vec::new(), reps))
}

/// A sign on its way to a message of the prospect's talk. Where their platform does not know it, it is
/// told in words.
pub(super) fn reaction_row(
    incoming: &Incoming,
    (act, reaction): (&RepAct, &Reaction),
) -> Result<Outgoing> {
    let sign = reaction.added.clone().unwrap_or_default();
    let reps = ForReps { reaction: Some(reaction.clone()), ..ForReps::default() };
    to_prospect(incoming, &Outbound::relayed(by_rep(&act.name, sign), reps))
}

/// Words with the name of whoever of the house says them.
fn by_rep(name: &str, words: impl Into<String>) -> Vec<Span> {
    let (sign, colon) = (Span::written("👤 "), Span::written(": "));
    vec![sign, Span::inserted(name), colon, Span::inserted(words)]
}

/// The earlier words that a deed changes. A rep's words are the first of their turn.
fn amends(deed: &Deed) -> Option<Amends> {
    let (turn, gone) = match deed {
        Deed::Edit { turn, .. } => (*turn, false),
        Deed::Unsend { turn } => (*turn, true),
        _ => return None,
    };
    Some(Amends { turn, ordinal: 0, gone, named: None })
}

/// A visitor is told that what they sent to a rep, or to whoever comes, is too large to be passed on: the
/// lines for the record and for the outbox.
pub(super) fn too_large(
    edition: &Edition,
    (incoming, state): (&Incoming, &State),
    desk: Option<&Desk>,
) -> Result<Option<(MessageRow, Outgoing)>> {
    let waits = matches!(state.handoff, Handoff::Requested { .. });
    let desk = desk.filter(|_| waits).map(|desk| desk.of(state.team.as_deref()).channel);
    let to = ownership::owner(state).map(|seat| seat.channel).or(desk);
    let Some(to) = to.filter(|_| incoming.event.is_theirs()) else { return Ok(None) };
    let Some((reply, outbound)) = shared::refused(edition, incoming, state, to) else {
        return Ok(None);
    };
    let line = MessageRow { ordinal: REFUSED, ..super::said(&reply, &outbound, None) };
    let row = Outgoing { ordinal: REFUSED, ..to_prospect(incoming, &outbound)? };
    Ok(Some((line, row)))
}

fn to_prospect(incoming: &Incoming, outbound: &Outbound) -> Result<Outgoing> {
    Ok(Outgoing {
        ordinal: 0,
        lane: Lane::Prospect,
        channel: incoming.identity.channel,
        account: incoming.identity.account.clone(),
        due_at: incoming.at,
        epoch: None,
        asks_only: false,
        payload: Outgoing::payload(outbound)?,
    })
}

/// Something for the reps.
pub(super) fn row(
    incoming: &Incoming,
    desk: &Desk,
    (lane, ordinal): (Lane, i16),
    outbound: &Outbound,
) -> Result<Outgoing> {
    let mut outbound = outbound.clone();
    match lane {
        Lane::Card => outbound.reps.to.clone_from(&desk.chat),
        _ => outbound.reps.chat.clone_from(&desk.chat),
    }
    Ok(Outgoing {
        ordinal,
        lane,
        channel: desk.channel,
        account: desk.account.clone(),
        due_at: incoming.at,
        epoch: None,
        asks_only: false,
        payload: Outgoing::payload(&outbound)?,
    })
}

/// The line of the audit log, and who speaks after it.
pub(super) fn act_row(incoming: &Incoming, state: &State, effects: &[Effect]) -> Option<ActRow> {
    let Some((act, ruling)) = effects.iter().find_map(|effect| match effect {
        Effect::Ruled(act, ruling) => Some((act, ruling)),
        _ => None,
    }) else {
        return of_house(state, effects);
    };
    let turns_to = matches!(act.deed, Deed::Claim | Deed::Take { .. } | Deed::Turn);
    let says = act.deed.is_of_words();
    Some(ActRow {
        rep: Some(act.rep.clone()),
        deed: act.deed.as_str(),
        outcome: ruling.as_str(),
        reason: act.deed.reason().map(str::to_owned),
        other: ruling.other().map(|seat| seat.rep.clone()),
        message: act.message,
        unmarked: says && ruling.is_done() && act.message.is_some(),
        owner: ownership::owner(state).map(|seat| seat.rep),
        live_at: (turns_to && ruling.is_done()).then_some(incoming.at),
    })
}

/// What the house itself did at the desk.
fn of_house(state: &State, effects: &[Effect]) -> Option<ActRow> {
    let (deed, reason, other) = effects.iter().find_map(|effect| match effect {
        Effect::Alerted => Some(("alert", None, None)),
        Effect::Climbed(rung) => {
            let lead = matches!(rung, Rung::Ask { lead: true, .. });
            let other = rung.seat().map(|seat| seat.rep.clone());
            Some((rung.as_str(), lead.then(|| "lead".to_owned()), other))
        }
        _ => None,
    })?;
    Some(ActRow {
        rep: None,
        deed,
        outcome: "done",
        reason,
        other,
        message: None,
        unmarked: false,
        owner: ownership::owner(state).map(|seat| seat.rep),
        live_at: None,
    })
}
