//! Who speaks: the bot, or one rep. Every change of speaker is made here and counts the epoch up.
//!
//! These rules are decided on a version of the talk and committed behind its gate: of two reps who
//! decide on the same version one is committed, and the other is decided again on what it left.

use chrono::{DateTime, Duration, Utc};

use crate::domain::conversation::{Ban, Closed, Ending, State};
use crate::domain::desk::{Deed, RepAct, Ruling, Seat};
use crate::domain::handoff::Handoff;
use crate::domain::lead::Stage;

/// Why a person is asked for when whoever had the talk is off the list.
pub const REP_LEFT: &str = "rep_left";

/// Who holds the talk; none while it is the bot.
#[must_use]
pub fn owner(state: &State) -> Option<Seat> {
    match &state.handoff {
        Handoff::Claimed { rep, seat, .. } => Some(seat.clone().unwrap_or_else(|| Seat {
            // A talk that an earlier version claimed names nothing but the rep.
            rep: rep.as_str().into(),
            name: rep.clone(),
            channel: crate::domain::ids::Channel::Terminal,
            user: String::new(),
        })),
        _ => None,
    }
}

/// Does what a rep wants, if they may.
pub fn perform(state: &mut State, act: &RepAct, now: DateTime<Utc>) -> Ruling {
    let holder = owner(state);
    let mine = holder.as_ref().is_some_and(|seat| seat.rep == act.rep);
    let others = holder.clone().filter(|_| !mine);
    match &act.deed {
        Deed::Claim => match others {
            // Its owner kept silent for long, so anybody may have it.
            Some(_) if state.watch.as_ref().is_some_and(|watch| watch.offered) => {
                hand_to(state, act, now)
            }
            Some(by) => Ruling::Held { by },
            None if mine => Ruling::Already,
            None => hand_to(state, act, now),
        },
        Deed::Take { .. } if mine => Ruling::Already,
        Deed::Take { reason } => match reason.trim().is_empty() {
            true => Ruling::NoReason,
            false => hand_to(state, act, now),
        },
        Deed::Say { .. }
        | Deed::Snippet { .. }
        | Deed::Edit { .. }
        | Deed::Unsend { .. }
        | Deed::React(_)
        | Deed::Turn => match others {
            Some(by) => Ruling::Held { by },
            None if mine => {
                if let (Deed::Say { .. } | Deed::Snippet { .. }, Handoff::Claimed { spoke, .. }) =
                    (&act.deed, &mut state.handoff)
                {
                    *spoke = true;
                }
                Ruling::Done { from: None }
            }
            None => Ruling::NotHeld,
        },
        Deed::Call { at_card, .. } => match others {
            Some(by) => Ruling::Held { by },
            None if mine || *at_card => {
                state.call_by = Some(act.name.clone());
                Ruling::Done { from: None }
            }
            None => Ruling::NotHeld,
        },
        Deed::Note { .. } => Ruling::Done { from: None },
        Deed::Release => match others {
            Some(by) if !act.leads => Ruling::Held { by },
            None if !mine => Ruling::NotHeld,
            from => give_back(state, now, from),
        },
        Deed::Leave if mine => leave(state, now),
        Deed::Leave => match &state.watch {
            Some(watch) if holder.is_none() && watch.asked.last() == Some(&act.rep) => {
                Ruling::Done { from: None }
            }
            _ => Ruling::NotHeld,
        },
        Deed::Later { minutes } => match others {
            Some(by) => Ruling::Held { by },
            None => {
                state.later_at = Some(now + Duration::minutes(i64::from(*minutes)));
                state.later_by = Some(act.seat());
                state.refusing = false;
                Ruling::Done { from: None }
            }
        },
        Deed::Refuse | Deed::Keep => match others {
            Some(by) => Ruling::Held { by },
            None => {
                state.refusing = act.deed == Deed::Refuse;
                Ruling::Done { from: None }
            }
        },
        Deed::Lost { reason } | Deed::Ban { reason, .. } if reason.trim().is_empty() => {
            Ruling::NoReason
        }
        Deed::Ban { minutes, reason } => match others {
            Some(by) if !act.leads => Ruling::Held { by },
            from => {
                let until = minutes.map(|minutes| now + Duration::minutes(i64::from(minutes)));
                let (by, reason) = (act.name.clone(), reason.trim().to_owned());
                ban(state, Ban { by, reason, until });
                give_back(state, now, from)
            }
        },
        Deed::Unban => {
            state.ban = None;
            state.kept_out_at = None;
            Ruling::Done { from: None }
        }
        Deed::Won { .. } | Deed::Lost { .. } | Deed::NotForUs { .. } => match others {
            Some(by) if !act.leads => Ruling::Held { by },
            from => {
                let ruling = give_back(state, now, from);
                state.closed = closed(act, now);
                ruling
            }
        },
    }
}

/// Where the deal is after what a rep did, with the text of the reason; none when it stays.
#[must_use]
pub fn stage_after(stage: Stage, deed: &Deed) -> Option<(Stage, &'static str)> {
    let (to, reason) = match deed {
        Deed::Claim
        | Deed::Take { .. }
        | Deed::Say { .. }
        | Deed::Snippet { .. }
        | Deed::Call { .. }
            if stage < Stage::Accepted =>
        {
            (Stage::Accepted, "stage-accepted")
        }
        Deed::Won { .. } if stage == Stage::Customer || stage == Stage::RepeatCustomer => {
            (Stage::RepeatCustomer, "stage-won")
        }
        Deed::Won { .. } => (Stage::Customer, "stage-won"),
        Deed::Lost { .. } => (Stage::Lost, "stage-lost"),
        Deed::NotForUs { reason: crate::domain::desk::Unfit::Procedural } => {
            (Stage::Recycled, "stage-not_for_us")
        }
        Deed::NotForUs { .. } | Deed::Ban { .. } => (Stage::Disqualified, "stage-not_for_us"),
        _ => return None,
    };
    (to != stage).then_some((to, reason))
}

/// The rep speaks from now on.
fn hand_to(state: &mut State, act: &RepAct, now: DateTime<Utc>) -> Ruling {
    let from = owner(state);
    let (rep, seat) = (act.rep.to_string(), Some(act.seat()));
    state.handoff = Handoff::Claimed { rep, at: now, seat, spoke: false };
    // Whoever takes somebody's talk wants to hear them.
    state.ban = None;
    state.kept_out_at = None;
    state.closed = None;
    settle(state);
    Ruling::Done { from }
}

/// What is remembered of a deal that a rep closes.
fn closed(act: &RepAct, now: DateTime<Utc>) -> Option<Closed> {
    let ending = match act.deed {
        Deed::Won { .. } => Ending::Won,
        Deed::Lost { .. } => Ending::Lost,
        Deed::NotForUs { .. } => Ending::NotForUs,
        _ => return None,
    };
    let note = act.deed.reason().map(|note| note.trim().to_owned());
    Some(Closed { ending, by: act.name.clone(), at: now, note })
}

/// Nothing of theirs is waited for, and nothing of ours is due.
fn ban(state: &mut State, ban: Ban) {
    state.stack.clear();
    state.offered.clear();
    state.readings.clear();
    state.watch = None;
    state.wake_at = None;
    state.call_at = None;
    state.call_by = None;
    state.kept_out_at = None;
    state.ban = Some(ban);
}

/// The bot speaks from now on; a request that nobody took is over, too.
fn give_back(state: &mut State, now: DateTime<Utc>, from: Option<Seat>) -> Ruling {
    if matches!(state.handoff, Handoff::Claimed { .. }) {
        settle(state);
    }
    state.later_at = None;
    state.later_by = None;
    state.refusing = false;
    state.closed = None;
    state.handoff = Handoff::Released { at: now };
    Ruling::Done { from }
}

/// Whoever had the talk is gone: the bot has it, and a visitor who waits for their words gets another
/// person.
fn leave(state: &mut State, now: DateTime<Utc>) -> Ruling {
    let waits = state.watch.as_ref().is_some_and(|watch| watch.of_owner);
    let ruling = give_back(state, now, None);
    if waits && !state.stopped && !state.erase {
        state.handoff = Handoff::Requested { reason: REP_LEFT.to_owned(), at: now };
    }
    ruling
}

fn settle(state: &mut State) {
    state.epoch += 1;
    state.later_at = None;
    state.later_by = None;
    state.refusing = false;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::desk::Unfit;
    use crate::domain::ids::Channel;

    fn act(rep: &str, deed: Deed) -> RepAct {
        RepAct {
            rep: rep.into(),
            name: rep.to_uppercase(),
            leads: rep == "lea",
            channel: Channel::Telegram,
            user: "7".to_owned(),
            message: None,
            at: None,
            words: None,
            story: Box::default(),
            standing: None,
            along: Box::default(),
            deed,
        }
    }

    /// Plays deeds one after the other: what came of each, who holds the talk, and the epoch.
    fn check(deeds: &[(&str, Deed)], expected: &[(&str, Option<&str>, i64)]) {
        let mut state = State::default();
        let now = DateTime::default();
        let happened: Vec<(String, Option<String>, i64)> = deeds
            .iter()
            .map(|(rep, deed)| {
                let ruling = perform(&mut state, &act(rep, deed.clone()), now);
                let holder = owner(&state).map(|seat| seat.rep.to_string());
                (ruling.as_str().to_owned(), holder, state.epoch)
            })
            .collect();
        let expected: Vec<(String, Option<String>, i64)> = expected
            .iter()
            .map(|(word, holder, epoch)| ((*word).to_owned(), holder.map(str::to_owned), *epoch))
            .collect();
        assert_eq!(happened, expected);
    }

    fn say() -> Deed {
        Deed::Say { text: "hi".to_owned() }
    }

    fn take(reason: &str) -> Deed {
        Deed::Take { reason: reason.to_owned() }
    }

    #[test]
    fn the_first_who_claims_has_it() {
        check(
            &[("ann", Deed::Claim), ("ben", Deed::Claim), ("ann", Deed::Claim)],
            &[("done", Some("ann"), 1), ("held", Some("ann"), 1), ("already", Some("ann"), 1)],
        );
    }

    #[test]
    fn only_the_owner_speaks_and_gives_back() {
        check(
            &[
                ("ann", say()),
                ("ann", Deed::Claim),
                ("ann", say()),
                ("ben", say()),
                ("ben", Deed::Note { text: "mine".to_owned() }),
                ("ben", Deed::Release),
                ("ann", Deed::Release),
                ("ann", say()),
                ("ann", Deed::Release),
            ],
            &[
                ("not_held", None, 0),
                ("done", Some("ann"), 1),
                ("done", Some("ann"), 1),
                ("held", Some("ann"), 1),
                ("done", Some("ann"), 1),
                ("held", Some("ann"), 1),
                ("done", None, 2),
                ("not_held", None, 2),
                ("not_held", None, 2),
            ],
        );
    }

    #[test]
    fn taking_over_needs_a_reason() {
        check(
            &[
                ("ann", Deed::Claim),
                ("ben", take(" ")),
                ("ben", take("Ann is ill")),
                ("ann", say()),
            ],
            &[
                ("done", Some("ann"), 1),
                ("no_reason", Some("ann"), 1),
                ("done", Some("ben"), 2),
                ("held", Some("ben"), 2),
            ],
        );
    }

    #[test]
    fn a_lead_gives_back_what_others_hold() {
        check(
            &[("ann", Deed::Claim), ("lea", Deed::Release)],
            &[("done", Some("ann"), 1), ("done", None, 2)],
        );
    }

    #[test]
    fn closing_ends_the_human_stretch() {
        let lost = |reason: &str| Deed::Lost { reason: reason.to_owned() };
        check(
            &[
                ("ann", Deed::Claim),
                ("ben", lost("price")),
                ("ann", lost("")),
                ("ann", lost("price")),
            ],
            &[
                ("done", Some("ann"), 1),
                ("held", Some("ann"), 1),
                ("no_reason", Some("ann"), 1),
                ("done", None, 2),
            ],
        );
    }

    #[test]
    fn nothing_for_us_takes_no_claim() {
        check(&[("ann", Deed::NotForUs { reason: Unfit::Spam })], &[("done", None, 0)]);
        let after = |stage, deed: Deed| stage_after(stage, &deed).map(|(stage, _)| stage);
        let refused = |reason| Deed::NotForUs { reason };
        assert_eq!(after(Stage::Engaged, refused(Unfit::Spam)), Some(Stage::Disqualified));
        assert_eq!(after(Stage::Engaged, refused(Unfit::Procedural)), Some(Stage::Recycled));
        assert_eq!(after(Stage::Engaged, Deed::Claim), Some(Stage::Accepted));
        assert_eq!(after(Stage::Customer, Deed::Claim), None);
        assert_eq!(after(Stage::Customer, Deed::Won { amount: None }), Some(Stage::RepeatCustomer));
    }
}
