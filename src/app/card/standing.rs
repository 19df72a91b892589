//! How a talk stands: who has it, what is put off, what was agreed on, and what came of it.

use chrono::{DateTime, Utc};

use super::text;
use crate::app::edition::Edition;
use crate::decide::Effect;
use crate::domain::conversation::{Closed, Ending, State};
use crate::domain::handoff::Handoff;
use crate::domain::lead::Stage;
use crate::domain::reply::{Arg, Part};
use crate::domain::value::Value;
use crate::handoff::ladder::Rung;
use crate::handoff::{appointment, ownership};

/// Whether a rep has closed the deal, and nobody has asked for a person since.
pub(super) fn is_closed(state: &State) -> bool {
    let through = matches!(
        state.stage,
        Stage::Customer
            | Stage::RepeatCustomer
            | Stage::Lost
            | Stage::Disqualified
            | Stage::Recycled
    );
    matches!(state.handoff, Handoff::Released { .. }) && (state.closed.is_some() || through)
}

/// The lines of a card about it.
pub(super) fn told(edition: &Edition, state: &State, now: DateTime<Utc>) -> Vec<Part> {
    let clock = |at: DateTime<Utc>| text(edition.clock(at, now));
    if let Some(ban) = state.ban.as_ref().filter(|ban| ban.holds(now)) {
        let part = Part::tell("card-banned");
        let part = part.with("rep", text(&ban.by)).with("reason", text(&ban.reason));
        return vec![match ban.until {
            Some(until) => part.attribute("until").with("time", clock(until)),
            None => part,
        }];
    }
    let mut lines = Vec::new();
    if is_closed(state) {
        lines.push(match &state.closed {
            Some(closed) => ending(edition, closed, now),
            None => Part::tell(key_of(state.stage)).attribute("bare"),
        });
    } else if let Some(seat) = ownership::owner(state) {
        lines.push(Part::tell("card-held").with("rep", text(seat.name)));
    } else if state.later_at.is_none() && matches!(state.handoff, Handoff::Released { .. }) {
        lines.push(Part::tell("card-back"));
    }
    if let Some(at) = state.later_at {
        lines.push(Part::tell("card-later").with("time", clock(at)));
    }
    lines.extend(call(edition, state, now));
    lines
}

/// What is done about somebody who waits.
pub(super) fn waiting(state: &State, effects: &[Effect]) -> Option<Part> {
    let watch = state.watch.as_ref()?;
    if watch.offered {
        return Some(Part::tell("card-offered"));
    }
    let rung = effects.iter().find_map(|effect| match effect {
        Effect::Climbed(rung) => Some(rung),
        _ => None,
    })?;
    match rung {
        Rung::Ask { seat, .. } => Some(Part::tell("card-asked").with("rep", text(&seat.name))),
        Rung::Choice => Some(Part::tell("card-choice")),
        Rung::Remind(_) | Rung::Offer { .. } => None,
    }
}

/// A call that is agreed on, or offered by a rep.
fn call(edition: &Edition, state: &State, now: DateTime<Utc>) -> Option<Part> {
    let by = state.call_by.as_ref().map(text);
    let Some(moment) = appointment::ahead(state, &edition.script, now) else {
        let by = by.filter(|_| !is_closed(state))?;
        return Some(Part::tell("card-call-offered").with("rep", by));
    };
    let part = Part::tell("card-call").with("time", Arg::Value(Value::Moment(moment)));
    Some(match by {
        Some(by) => part.attribute("by").with("rep", by),
        None => part,
    })
}

/// What a rep said who closed the deal: who, when, and for how much or why.
fn ending(edition: &Edition, closed: &Closed, now: DateTime<Utc>) -> Part {
    let locale = &edition.script.bot.default_locale;
    let key = match closed.ending {
        Ending::Won => "card-won",
        Ending::Lost => "card-lost",
        Ending::NotForUs => "card-not_for_us",
    };
    let part = Part::tell(key)
        .with("rep", text(&closed.by))
        .with("time", text(edition.day(closed.at, now)));
    match (closed.ending, &closed.note) {
        (Ending::Won, Some(amount)) => part.attribute("amount").with("amount", text(amount)),
        (Ending::Won, None) => part,
        (Ending::NotForUs, Some(reason)) => {
            part.with("reason", text(edition.phrase(locale, &format!("desk-button-{reason}"))))
        }
        (_, reason) => part.with("reason", text(reason.as_deref().unwrap_or("–"))),
    }
}

/// The text of an ending that an earlier version kept no more of than the stage.
fn key_of(stage: Stage) -> &'static str {
    match stage {
        Stage::Customer | Stage::RepeatCustomer => "card-won",
        Stage::Lost => "card-lost",
        _ => "card-not_for_us",
    }
}
