//! Calls that were agreed on: a rep is told when one is due.

use chrono::{DateTime, Duration, TimeZone, Utc};

use crate::domain::conversation::State;
use crate::domain::value::{Moment, Value};
use crate::script::model::{Appointment, Script};

/// How long before a call a rep is told of it, in minutes.
const AHEAD: i64 = 5;

/// After a turn: a call that was agreed on in it is remembered, and moves with what is put right.
pub fn follow(state: &mut State, before: &State, script: &Script, now: DateTime<Utc>) {
    if state.erase || state.stopped || state.ban.as_ref().is_some_and(|ban| ban.holds(now)) {
        state.call_at = None;
        return;
    }
    let agreed = moment(state, script);
    if agreed != moment(before, script) {
        let at = agreed.and_then(|moment| start(&moment, script));
        state.call_at =
            at.filter(|at| *at > now).map(|at| (at - Duration::minutes(AHEAD)).max(now));
    }
}

/// Whether a rep is to be told of the call now. It is done once.
pub fn is_due(state: &mut State, now: DateTime<Utc>) -> bool {
    let due = state.call_at.is_some_and(|at| at <= now);
    if due {
        state.call_at = None;
    }
    due && !state.stopped
}

/// The time of the call that is agreed on.
fn moment(state: &State, script: &Script) -> Option<Moment> {
    state.slots.iter().find_map(|(slot, filled)| match &filled.value {
        Value::Moment(moment) if script.slots.get(slot)?.appointment == Some(Appointment::Call) => {
            Some(*moment)
        }
        _ => None,
    })
}

/// When it begins: none without a time of day, which two people find when they talk.
fn start(moment: &Moment, script: &Script) -> Option<DateTime<Utc>> {
    if moment.from != moment.to {
        return None;
    }
    let local = moment.from.and_time(moment.time?);
    let at = script.bot.time_zone.from_local_datetime(&local).earliest()?;
    Some(at.with_timezone(&Utc))
}
