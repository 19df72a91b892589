//! What a rep does in a talk, and what the dialog does while a rep speaks.
//!
//! While a rep speaks the visitor's words are meant for the rep: what is open in the dialog is put
//! aside, so that a "yes" to the rep is no yes to a question of the bot's. What can be learned from
//! them is learned all the same, and a stop or an erasure is heard.

use chrono::{DateTime, Duration, Utc};

use super::{Brain, Effect, Outcome, by_call, score_of};
use crate::dialog::{Given, Talk};
use crate::domain::conversation::{Frame, State};
use crate::domain::desk::{Deed, RepAct};
use crate::domain::facts::Facts;
use crate::domain::handoff::Handoff;
use crate::domain::ids::{TextKey, TurnNumber};
use crate::domain::reply::{Arg, Part};
use crate::domain::value::Value;
use crate::handoff::{appointment, ladder, ownership};
use crate::qualification::score;

/// Decides a turn that a rep makes.
pub(super) fn decide(
    brain: Brain<'_>,
    state: &State,
    turn: TurnNumber,
    act: &RepAct,
    facts: &Facts,
    now: DateTime<Utc>,
) -> Outcome {
    let standing = score_of(&score::weigh(&state.awards, now));
    let given = Given { turn, facts, score: standing, now };
    let mut talk = Talk::new(brain.script, brain.pinned, state, given);
    let mut ruling = ownership::perform(&mut talk.state, act, now);
    let mut effects = Vec::new();
    if ruling.is_done() && matches!(act.deed, Deed::Call { .. }) {
        ruling = by_call::arrange(brain, &mut talk, &act.deed);
        if !ruling.is_done() {
            talk.state = state.clone();
        }
        by_call::in_their_name(&talk, &mut effects);
    }
    if ruling.is_done()
        && let Some((stage, reason)) = ownership::stage_after(talk.state.stage, &act.deed)
    {
        effects.push(Effect::Moved(talk.state.stage, stage, reason.into()));
        talk.state.stage = stage;
    }
    let back = matches!(state.handoff, Handoff::Claimed { .. })
        && matches!(talk.state.handoff, Handoff::Released { .. });
    if back && greets(&act.deed) && !talk.state.stopped && !talk.state.erase {
        let spoke = matches!(state.handoff, Handoff::Claimed { spoke: true, .. });
        greet(&mut talk, act, spoke);
    }
    if facts.rep_chat && ruling.is_done() {
        ladder::after_deed(&mut talk.state, &act.deed, &brain.script.bot, now);
        appointment::follow(&mut talk.state, state, brain.script, now);
    }
    effects.push(Effect::Ruled(act.clone(), ruling));
    let (mut state_after, reply, _) = talk.finish();
    // It was not the visitor who was heard.
    state_after.heard_at = state.heard_at;
    Outcome {
        state: state_after,
        reply,
        effects,
        understood: None,
        missed: false,
        answers: Vec::new(),
        score: standing,
    }
}

/// Whoever is nothing for us gets no word about it.
fn greets(deed: &Deed) -> bool {
    !matches!(deed, Deed::NotForUs { .. } | Deed::Ban { .. })
}

/// The bot is back: it says so, and goes on where it was before the rep came. What was settled is
/// known by then, so it is not asked again.
fn greet(talk: &mut Talk<'_>, act: &RepAct, spoke: bool) {
    let name = Arg::Value(Value::Text(act.name.clone()));
    let key = if act.deed == Deed::Release { "desk-back" } else { "desk-back-closed" };
    talk.tell(Part::tell(key).with("rep", name));
    if act.deed != Deed::Release {
        // What was open is settled with the deal.
        talk.state.stack.clear();
        talk.state.offered.clear();
        return;
    }
    talk.come_back(spoke);
}

/// Flows that a visitor may go through whoever speaks.
const PRIVATE: [&str; 2] = ["forget", "privacy"];

/// Whether a text belongs to one of them.
pub(super) fn is_private(key: &TextKey) -> bool {
    PRIVATE.iter().any(|flow| {
        key.as_str().strip_prefix(flow).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    })
}

/// How many open flows are the bot's own; those of the visitor's privacy lie above them.
fn count_own(stack: &[Frame]) -> usize {
    let private = |frame: &Frame| PRIVATE.contains(&frame.flow.as_str());
    stack.iter().rposition(|frame| !private(frame)).map_or(0, |at| at + 1)
}

/// The state without what the dialog waits for.
pub(super) fn put_aside(state: &State) -> State {
    let stack = state.stack[count_own(&state.stack)..].to_vec();
    State {
        offered: if stack.is_empty() { Vec::new() } else { state.offered.clone() },
        stack,
        readings: Vec::new(),
        last: Vec::new(),
        asked: None,
        wake_at: None,
        ..state.clone()
    }
}

/// Puts back what the dialog waited for, unless the visitor has ended it, or is asked whether they
/// want to be erased.
pub(super) fn take_up(talk: &mut Talk<'_>, own: &State) {
    talk.missed = false;
    talk.state.misses = own.misses;
    let ended = talk.state.erase || (talk.state.stopped && !own.stopped);
    if ended {
        return;
    }
    let theirs = talk.state.stack.split_off(count_own(&talk.state.stack));
    talk.state.stack = own.stack[..count_own(&own.stack)].to_vec();
    talk.state.stack.extend(theirs);
    talk.state.readings.clone_from(&own.readings);
    talk.state.asked.clone_from(&own.asked);
    // A pause that ends meanwhile goes on until the rep may be through.
    let now = talk.now;
    talk.state.wake_at =
        own.wake_at.map(|at| if at <= now { now + Duration::hours(1) } else { at });
}

/// What the bot said last is still what it said last.
pub(super) fn keep_last(state: &mut State, own: &State, spoke: bool) {
    state.last.clone_from(&own.last);
    if !spoke && !state.stack.is_empty() {
        state.offered.clone_from(&own.offered);
    }
}

/// Whether a rep is to be reminded of the talk now. It is done once.
pub(super) fn reminds(talk: &mut Talk<'_>) -> bool {
    if talk.state.later_at.is_none_or(|at| at > talk.now) {
        return false;
    }
    talk.state.later_at = None;
    !talk.state.stopped
}
