//! What a rep does in a talk, and what the dialog does while a rep speaks.
//!
//! While a rep speaks the visitor's words are meant for the rep: what is open in the dialog is put
//! aside, so that a "yes" to the rep is no yes to a question of the bot's. What can be learned from
//! them is learned all the same, and a stop or an erasure is heard.

use chrono::{DateTime, Duration, Utc};

use super::{Brain, Effect, Outcome, by_call, pending, score_of};
use crate::dialog::{Given, Talk};
use crate::domain::conversation::{Frame, State};
use crate::domain::desk::{Deed, RepAct, Seat};
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::handoff::Handoff;
use crate::domain::ids::{TextKey, TurnNumber};
use crate::domain::reply::{Arg, Part, Role};
use crate::domain::value::Value;
use crate::handoff::{appointment, ladder, ownership};
use crate::qualification::score;
use crate::script::model::Signal;

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
        && !matches!(talk.state.handoff, Handoff::Claimed { .. });
    if back && greets(&act.deed) && !talk.state.stopped && !talk.state.erase {
        let spoke = matches!(state.handoff, Handoff::Claimed { spoke: true, .. });
        greet(brain, &mut talk, (act, spoke), &mut effects);
    }
    let answered = ruling.is_done() && pending::is_answer(&act.deed);
    if answered || !matches!(talk.state.handoff, Handoff::Claimed { .. }) {
        talk.state.pending.clear();
    }
    if let (true, Handoff::Requested { reason, .. }) = (back, &talk.state.handoff) {
        effects.extend([Effect::PersonRequested(reason.clone()), Effect::Alerted, Effect::Rang]);
    }
    if facts.rep_chat && ruling.is_done() {
        talk.state.refusing &= act.deed == Deed::Refuse || !shows(&act.deed);
        ladder::after_deed(&mut talk.state, &act.deed, &brain.script.bot, now);
        appointment::follow(&mut talk.state, state, brain.script, now);
    }
    effects.push(Effect::Ruled(act.clone(), ruling));
    let answers = std::mem::take(&mut talk.answers);
    let (mut state_after, reply, _) = talk.finish();
    // It was not the visitor who was heard.
    state_after.heard_at = state.heard_at;
    Outcome {
        state: state_after,
        reply,
        effects,
        understood: None,
        missed: false,
        answers,
        score: standing,
    }
}

/// Whether the card is another one after it.
fn shows(deed: &Deed) -> bool {
    !deed.is_of_words() && !matches!(deed, Deed::Note { .. } | Deed::Turn)
}

/// Whoever is nothing for us gets no word about it.
fn greets(deed: &Deed) -> bool {
    !matches!(deed, Deed::NotForUs { .. } | Deed::Ban { .. })
}

/// The bot is back: it says so, answers what nobody has answered, and goes on where it was before the
/// rep came. What was settled is known by then, so it is not asked again.
fn greet(
    brain: Brain<'_>,
    talk: &mut Talk<'_>,
    (act, spoke): (&RepAct, bool),
    effects: &mut Vec<Effect>,
) {
    let name = Arg::Value(Value::Text(act.name.clone()));
    let back = matches!(act.deed, Deed::Release | Deed::Leave);
    let word = match (&act.deed, &talk.state.handoff) {
        (Deed::Release, _) => Part::tell("desk-back"),
        (Deed::Leave, Handoff::Requested { .. }) if talk.open_now() => {
            Part::tell("desk-left-asked")
        }
        (Deed::Leave, Handoff::Requested { .. }) => {
            Part::tell("desk-left-asked").attribute("closed")
        }
        (Deed::Leave, _) => Part::tell("desk-left"),
        _ => Part::tell("desk-back-closed"),
    };
    talk.tell(word.with("rep", name));
    if !back {
        // What was open is settled with the deal.
        talk.state.stack.clear();
        talk.state.offered.clear();
    } else if spoke {
        talk.leave_arrangements();
    }
    pending::answer(brain, talk, act, effects);
    if back {
        talk.come_back();
    }
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

/// Somebody asks for a person by a button or a command while one has the talk: they read who it is.
pub(super) fn tell_who_talks(talk: &mut Talk<'_>, event: &Event) -> Option<Seat> {
    let asks = matches!(event, Event::Pressed { .. }) && talk.signals.contains(&Signal::Handoff);
    let seat = ownership::owner(&talk.state).filter(|_| asks)?;
    let name = Arg::Value(Value::Text(seat.name.clone()));
    talk.tell(Part::tell("handoff-held").with("rep", name).role(Role::Confirm));
    Some(seat)
}

/// What the bot said last is still what it said last.
pub(super) fn keep_last(state: &mut State, own: &State, spoke: bool) {
    state.last.clone_from(&own.last);
    if !spoke && !state.stack.is_empty() {
        state.offered.clone_from(&own.offered);
    }
}

/// Whether a rep is to be reminded of the talk now, and which. It is done once.
pub(super) fn reminds(talk: &mut Talk<'_>) -> Option<Option<Seat>> {
    if talk.state.later_at.is_none_or(|at| at > talk.now) {
        return None;
    }
    talk.state.later_at = None;
    let by = talk.state.later_by.take();
    (!talk.state.stopped).then_some(by)
}
