//! Calls: the times at which a rep could make one, and when a rep is told that one is due.

use chrono::{DateTime, Duration, NaiveDateTime, NaiveTime, TimeZone, Timelike, Utc};
use chrono_tz::Tz;

use crate::domain::conversation::State;
use crate::domain::value::{Moment, Value};
use crate::script::model::{Appointment, Script};

/// How long before a call a rep is told of it, in minutes.
const AHEAD: i64 = 5;
/// How many times are offered for one.
const OFFERED: usize = 3;
/// Nobody is called sooner than this, in minutes; two of the times are so far apart.
const NOTICE: i64 = 30;
const APART: i64 = 90;
/// How far ahead they are looked for, in days: longer than any holidays.
const DAYS: usize = 60;
/// The hours of a day that are offered, where the rep is there; else their first half hour.
const HOURS: [u32; 2] = [9, 14];

/// After a turn: a call that was agreed on in it is remembered, and moves with what is put right.
pub fn follow(state: &mut State, before: &State, script: &Script, now: DateTime<Utc>) {
    if state.erase || state.stopped || state.ban.as_ref().is_some_and(|ban| ban.holds(now)) {
        state.call_at = None;
        state.call_by = None;
        return;
    }
    let agreed = moment(state, script);
    let over = |moment: &Moment| start(moment, script).is_some_and(|at| at <= now);
    if agreed.as_ref().is_some_and(over) {
        state.call_by = None;
    }
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

/// The call that is agreed on and lies ahead: its time on the clock of the house.
#[must_use]
pub fn ahead(state: &State, script: &Script, now: DateTime<Utc>) -> Option<Moment> {
    let moment = moment(state, script)?;
    start(&moment, script).is_some_and(|at| at > now).then_some(moment)
}

/// The number at which they are called.
#[must_use]
pub fn phone(state: &State) -> Option<&str> {
    state.slots.values().find_map(|filled| match &filled.value {
        Value::Phone(number) => Some(number.as_str()),
        _ => None,
    })
}

/// The next times at which somebody could call, on the clock of a zone.
#[must_use]
pub fn times(
    zone: Tz,
    is_there: impl Fn(DateTime<Utc>) -> bool,
    now: DateTime<Utc>,
) -> Vec<NaiveDateTime> {
    let soon = round_up((now + Duration::minutes(NOTICE)).with_timezone(&zone).naive_local());
    let can = |at: &NaiveDateTime| {
        let moment = zone.from_local_datetime(at).earliest();
        *at >= soon && moment.is_some_and(|moment| is_there(moment.to_utc()))
    };
    let mut times: Vec<NaiveDateTime> = Vec::new();
    for day in soon.date().iter_days().take(DAYS) {
        let usual = HOURS.iter().filter_map(|hour| NaiveTime::from_hms_opt(*hour, 0, 0));
        let mut of_day: Vec<NaiveDateTime> =
            usual.map(|time| day.and_time(time)).filter(&can).collect();
        if of_day.is_empty() {
            let halves = (0..48)
                .map(|half| day.and_time(NaiveTime::MIN) + Duration::minutes(30 * i64::from(half)));
            of_day.extend(halves.into_iter().find(&can));
        }
        of_day.extend(Some(soon).filter(|at| at.date() == day && can(at)));
        of_day.sort_unstable();
        for at in of_day {
            let apart = |last: &NaiveDateTime| at - *last >= Duration::minutes(APART);
            if times.last().is_none_or(apart) {
                times.push(at);
            }
        }
        if times.len() >= OFFERED {
            break;
        }
    }
    times.truncate(OFFERED);
    times
}

/// The next half hour.
fn round_up(at: NaiveDateTime) -> NaiveDateTime {
    let past = i64::from(at.minute() % 30) * 60 + i64::from(at.second());
    let whole = at.with_nanosecond(0).unwrap_or(at);
    if past == 0 { whole } else { whole + Duration::seconds(30 * 60 - past) }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::handoff::calendar::read_week;
    use crate::handoff::worktime::Hours;

    #[test]
    fn three_times_are_offered_while_somebody_is_there() {
        let check = |hours: &str, now: &str, expected: [&str; 3]| {
            let week = read_week(hours).expect(hours);
            let zone = Tz::Europe__Vienna;
            let hours = Hours { zone, week: &week, holidays: &[] };
            let now: DateTime<Utc> = now.parse().expect("a time");
            let told = times(zone, |at| hours.is_open(at), now);
            let told: Vec<String> =
                told.iter().map(|at| at.format("%a %H:%M").to_string()).collect();
            assert_eq!(told, expected);
        };
        // A Wednesday, 09:05 in Vienna.
        let now = "2026-03-04T08:05:00Z";
        check("mon-fri 08:00-17:00", now, ["Wed 10:00", "Wed 14:00", "Thu 09:00"]);
        check("mon-fri 16:00-18:00", now, ["Wed 16:00", "Thu 16:00", "Fri 16:00"]);
        check("sat 09:00-12:00", now, ["Sat 09:00", "Sat 09:00", "Sat 09:00"]);
    }
}
