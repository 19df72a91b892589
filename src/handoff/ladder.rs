//! Nobody is forgotten: what happens when nobody claims a talk, or its owner keeps silent.
//!
//! A pure ladder. What it rests on is handed in: the hours of the house, who is on the list and what
//! they have to do, the state of the talk, and now. It says what is done, and the state says when it
//! is looked at again. One rung is climbed in a turn. Start reading at [`climb`].

use chrono::{DateTime, Duration, Utc};

use super::ownership::owner;
use super::worktime::Hours;
use crate::domain::conversation::State;
use crate::domain::desk::{Deed, Seat};
use crate::domain::handoff::{Colleague, Handoff, Watch};
use crate::domain::lead::Heat;
use crate::script::model::{Bot, Ladder};

/// What is done about somebody who waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rung {
    /// Somebody is asked to claim the talk; `lead` when it is because nobody else did.
    Ask {
        /// Who.
        seat: Seat,
        /// They are asked since they lead the team.
        lead: bool,
    },
    /// The visitor is told that nobody was free, and given a choice.
    Choice,
    /// The owner is told that the visitor waits.
    Remind(Seat),
    /// Anybody may claim the talk; one of them is asked to.
    Offer {
        /// Who has kept silent.
        from: Seat,
        /// Who is asked, if there is anybody else.
        to: Option<Seat>,
    },
}

impl Rung {
    /// The word in the audit log.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Ask { .. } => "ask",
            Self::Choice => "choice",
            Self::Remind(_) => "remind",
            Self::Offer { .. } => "offer",
        }
    }

    /// Whom it concerns.
    #[must_use]
    pub fn seat(&self) -> Option<&Seat> {
        match self {
            Self::Ask { seat, .. } | Self::Remind(seat) => Some(seat),
            Self::Offer { to, .. } => to.as_ref(),
            Self::Choice => None,
        }
    }
}

/// After a turn that was not a rung: whether somebody waits from now on, or no more. Tells whether
/// reps are alerted with it for the first time.
pub fn follow(state: &mut State, before: &State, bot: &Bot, now: DateTime<Utc>) -> bool {
    if state.erase || (state.stopped && !before.stopped) {
        state.watch = None;
        return false;
    }
    if owner(state).is_some() {
        if state.watch.as_ref().is_none_or(|watch| !watch.of_owner) {
            state.watch = None;
        }
        return false;
    }
    if state.watch.as_ref().is_some_and(|watch| watch.of_owner) {
        state.watch = None;
    }
    let closed = matches!(state.handoff, Handoff::Released { .. });
    let opened = state.handoff != before.handoff || state.heat != before.heat;
    let requested = matches!(state.handoff, Handoff::Requested { .. });
    let alerted = requested || (state.heat == Heat::Hot && !closed);
    if !alerted {
        state.watch = None;
        return false;
    }
    // A second request does not begin it anew while it runs; the first one of somebody who was only
    // shown to reps does.
    let anew = state.handoff.is_wanted() && !before.handoff.is_wanted();
    let runs = state.watch.as_ref().is_some_and(|watch| watch.due.is_some());
    if (runs && !anew) || !opened {
        return false;
    }
    let first = state.watch.is_none();
    state.watch = Some(begin(now, false, bot));
    first
}

/// The visitor wrote to the owner, or was just taken over: an answer is due.
pub fn await_owner(state: &mut State, bot: &Bot, now: DateTime<Utc>) {
    let waits = state.watch.as_ref().is_some_and(|watch| watch.of_owner);
    if owner(state).is_some() && !waits && !state.stopped && !state.erase {
        state.watch = Some(begin(now, true, bot));
    }
}

/// What a rep did to the waiting. `Later` puts it off, words end it.
pub fn after_deed(state: &mut State, deed: &Deed, bot: &Bot, now: DateTime<Utc>) {
    match deed {
        Deed::Later { .. } => {
            if let (Some(watch), Some(later)) = (&mut state.watch, state.later_at) {
                watch.since = later;
                watch.due = due(watch, bot);
            }
        }
        Deed::Claim | Deed::Take { .. } => {
            state.watch = None;
            await_owner(state, bot, now);
        }
        Deed::Leave => ask_the_next(state, bot, now),
        Deed::Say { .. }
        | Deed::Snippet { .. }
        | Deed::Release
        | Deed::Won { .. }
        | Deed::Lost { .. } => state.watch = None,
        // With a time agreed on nobody waits any more; one that is only offered may never be taken.
        Deed::Call { when, .. } if when.is_some() || owner(state).is_some() => state.watch = None,
        Deed::NotForUs { .. } | Deed::Ban { .. } => state.watch = None,
        _ => {}
    }
}

/// Whoever had the talk, or was asked to take it, is gone: the next one is asked at once.
fn ask_the_next(state: &mut State, bot: &Bot, now: DateTime<Utc>) {
    if matches!(state.handoff, Handoff::Released { .. }) {
        state.watch = None;
        return;
    }
    let mut watch = match state.watch.take() {
        Some(mut watch) if !watch.of_owner => {
            watch.asked.pop();
            Watch { rung: watch.rung.saturating_sub(1), since: now, ..watch }
        }
        _ => begin(now, false, bot),
    };
    watch.due = Hours::of(bot).after(now, Duration::zero());
    state.watch = Some(watch);
}

/// Climbs the rung that is due, if one is.
pub fn climb(state: &mut State, bot: &Bot, duty: &[Colleague], now: DateTime<Utc>) -> Option<Rung> {
    let holder = owner(state);
    let requested = matches!(state.handoff, Handoff::Requested { .. });
    let (language, stopped) = (state.locale.clone(), state.stopped);
    let named = |name: &str| bot.teams.iter().any(|(team, _)| team == name);
    let (everybody, duty) = (duty, &of_team(duty, state.team.as_deref(), named));
    let speaks = |colleague: &Colleague| {
        let wanted = language.as_ref().unwrap_or(&bot.default_locale);
        colleague.languages.contains(wanted)
    };
    let watch = state.watch.as_mut()?;
    if watch.due.is_none_or(|due| due > now) {
        return None;
    }
    let rung = match (watch.of_owner, watch.rung, holder) {
        (false, 0, _) => {
            next(duty, watch, None, speaks).map(|seat| Rung::Ask { seat, lead: false })
        }
        (false, 1, _) => {
            let leads: Vec<Colleague> = duty.iter().filter(|c| c.leads).cloned().collect();
            next(&leads, watch, None, speaks).map(|seat| Rung::Ask { seat, lead: true })
        }
        (false, _, _) => (requested && !stopped).then_some(Rung::Choice),
        // Whoever has gone home is not reminded: others are asked at once.
        (true, 0, Some(from)) if is_gone(everybody, &from) => {
            watch.rung += 1;
            watch.offered = true;
            let to = next(duty, watch, Some(&from), speaks);
            Some(Rung::Offer { from, to })
        }
        (true, 0, Some(from)) => Some(Rung::Remind(from)),
        (true, _, Some(from)) => {
            watch.offered = true;
            let to = next(duty, watch, Some(&from), speaks);
            Some(Rung::Offer { from, to })
        }
        (true, _, None) => None,
    };
    watch.rung += 1;
    if let Some(seat) = rung.as_ref().and_then(Rung::seat) {
        watch.asked.push(seat.rep.clone());
    }
    watch.due = due(watch, bot);
    rung
}

/// Somebody is not there while others are.
fn is_gone(duty: &[Colleague], owner: &Seat) -> bool {
    !duty.is_empty() && duty.iter().all(|colleague| colleague.seat.rep != owner.rep)
}

/// Who of those on duty works with the team of a talk; all of them when nobody of it is there. Whoever
/// works with no team that the script names is of the usual one.
fn of_team(duty: &[Colleague], team: Option<&str>, named: impl Fn(&str) -> bool) -> Vec<Colleague> {
    let is_of = |colleague: &&Colleague| match team {
        Some(team) => colleague.team == team,
        None => !named(&colleague.team),
    };
    let of: Vec<Colleague> = duty.iter().filter(is_of).cloned().collect();
    if of.is_empty() { duty.to_vec() } else { of }
}

/// Who is next: speakers of the language first, then whoever has fewest talks, then whoever was
/// asked longest ago. Nobody is asked twice for the same.
fn next(
    duty: &[Colleague],
    watch: &Watch,
    but: Option<&Seat>,
    speaks: impl Fn(&Colleague) -> bool,
) -> Option<Seat> {
    duty.iter()
        .filter(|colleague| !watch.asked.contains(&colleague.seat.rep))
        .filter(|colleague| but.is_none_or(|seat| seat.rep != colleague.seat.rep))
        .min_by_key(|c| (!speaks(c), c.talks, c.asked_at, c.seat.rep.clone()))
        .map(|colleague| colleague.seat.clone())
}

fn begin(now: DateTime<Utc>, of_owner: bool, bot: &Bot) -> Watch {
    let mut watch =
        Watch { since: now, of_owner, rung: 0, asked: Vec::new(), offered: false, due: None };
    watch.due = due(&watch, bot);
    watch
}

/// When the next rung is due, in opening hours.
fn due(watch: &Watch, bot: &Bot) -> Option<DateTime<Utc>> {
    let Ladder { ask, lead, choice, remind, offer } = bot.ladder;
    let rungs: &[i64] = if watch.of_owner { &[remind, offer] } else { &[ask, lead, choice] };
    let minutes = rungs.get(usize::from(watch.rung))?;
    Hours::of(bot).after(watch.since, Duration::minutes(*minutes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Channel;

    #[test]
    fn a_talk_is_its_teams_unless_nobody_of_it_is_there() {
        let colleague = |rep: &str, team: &str| Colleague {
            seat: Seat {
                rep: rep.into(),
                name: rep.to_owned(),
                channel: Channel::Telegram,
                user: "7".to_owned(),
            },
            team: team.to_owned(),
            leads: false,
            languages: Vec::new(),
            talks: 0,
            asked_at: None,
        };
        let duty =
            [colleague("kim", "vienna"), colleague("ben", "sales"), colleague("lea", "graz")];
        let check = |duty: &[Colleague], team: Option<&str>, expected: &[&str]| {
            let of = of_team(duty, team, |name| name == "vienna");
            let of: Vec<&str> = of.iter().map(|colleague| colleague.seat.rep.as_str()).collect();
            assert_eq!(of, expected, "{team:?}");
        };
        check(&duty, Some("vienna"), &["kim"]);
        check(&duty, None, &["ben", "lea"]);
        check(&duty, Some("service"), &["kim", "ben", "lea"]);
        check(&duty[..1], None, &["kim"]);
    }
}
