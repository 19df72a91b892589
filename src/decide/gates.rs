//! Who is not heard as others are: somebody whom a rep has banned, an account that is too young, and
//! whoever writes the same again and again. A stop, privacy and erasure are heard of everybody.

use chrono::{DateTime, Duration, Utc};

use super::{Brain, Effect, Outcome, by_rep, keep_confirmations, record, score_of, understand};
use crate::dialog::{Given, Talk};
use crate::domain::conversation::{Repeated, State};
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::ids::TurnNumber;
use crate::domain::reply::{Part, Role};
use crate::handoff::policy;
use crate::qualification::score;

/// The same words so often in a row are told to have been read; after that they get no answer.
const TIMES: u32 = 4;
/// Shorter words may well be said often: "yes", "next", a number. In characters.
const SHORT: usize = 8;
/// The most that is remembered of what was said last, in characters.
const REMEMBERED: usize = 200;
/// After a silence as long as this the same words are new ones.
const FORGOTTEN: Duration = Duration::minutes(10);
/// How often somebody who is kept out is told so.
const TOLD_EVERY: Duration = Duration::hours(24);

/// What holds somebody off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gate {
    /// Nothing.
    Open,
    /// A rep has banned them.
    Banned,
    /// Their account is younger than the house wants.
    Young,
    /// They write the same again and again.
    Repeating,
}

/// The gate that somebody stands at with what they send.
pub(super) fn of(state: &State, event: &Event, facts: &Facts, now: DateTime<Utc>) -> Gate {
    if !event.is_theirs() {
        return Gate::Open;
    }
    if state.ban.as_ref().is_some_and(|ban| ban.holds(now)) {
        return Gate::Banned;
    }
    if policy::bot_is_silent(state) {
        return Gate::Open;
    }
    if facts.young {
        return Gate::Young;
    }
    match said(state, event, now) {
        Some(said) if said.times >= TIMES => Gate::Repeating,
        _ => Gate::Open,
    }
}

/// What they said, and how often in a row by now.
pub(super) fn said(state: &State, event: &Event, now: DateTime<Utc>) -> Option<Repeated> {
    let Event::Said { text } = event else { return None };
    let words: String = text.trim().to_lowercase().chars().take(REMEMBERED).collect();
    if words.chars().count() < SHORT {
        return None;
    }
    let recent = state.heard_at.is_some_and(|at| now - at < FORGOTTEN);
    let before = state.said.as_ref().filter(|said| recent && said.words == words);
    let times = before.map_or(1, |said| said.times.saturating_add(1));
    Some(Repeated { words, times })
}

/// The turn of somebody who stands at a gate: nothing of it counts but a stop, privacy and erasure.
pub(super) fn keep_out(
    brain: Brain<'_>,
    own: &State,
    turn: TurnNumber,
    (gate, event): (Gate, &Event),
    facts: &Facts,
    now: DateTime<Utc>,
) -> Outcome {
    let standing = score_of(&score::weigh(&own.awards, now));
    let aside = by_rep::put_aside(own);
    let given = Given { turn, facts, score: standing, now };
    let mut talk = Talk::new(brain.script, brain.pinned, &aside, given);
    if let Some(understood) = understand(brain.understanding, &talk, event) {
        talk.hear(event, Some(&understood));
    }
    keep_confirmations(&mut talk);
    if matches!(gate, Gate::Banned | Gate::Young) {
        // "I still answer" is not true of them.
        for part in talk.told.iter_mut().filter(|part| part.key == "stop-done") {
            part.attribute = Some("kept_out".to_owned());
        }
    }
    by_rep::take_up(&mut talk, own);
    let mut effects = record(&mut talk, own, event);
    effects.retain(|effect| *effect == Effect::Erase);
    talk.state = State {
        stack: talk.state.stack.clone(),
        offered: talk.state.offered.clone(),
        stopped: talk.state.stopped,
        erase: talk.state.erase,
        wake_at: talk.state.wake_at,
        heard_at: talk.state.heard_at,
        locale: talk.state.locale.clone(),
        said: said(own, event, now),
        ..own.clone()
    };
    if let Some(word) = word(&mut talk.state, gate, now)
        && talk.told.is_empty()
        && talk.asked.is_empty()
    {
        talk.tell(Part::tell(word).role(Role::Confirm));
    }
    let (mut state, reply, _) = talk.finish();
    by_rep::keep_last(&mut state, own, reply.is_some());
    Outcome {
        state,
        reply,
        effects,
        understood: None,
        missed: false,
        answers: Vec::new(),
        score: standing,
    }
}

/// What they are told, if it is time to.
fn word(state: &mut State, gate: Gate, now: DateTime<Utc>) -> Option<&'static str> {
    if gate == Gate::Repeating {
        let first = state.said.as_ref().is_some_and(|said| said.times == TIMES);
        return first.then_some("gate-repeating");
    }
    if state.kept_out_at.is_some_and(|at| now - at < TOLD_EVERY) {
        return None;
    }
    state.kept_out_at = Some(now);
    match gate {
        Gate::Banned => Some("gate-banned"),
        Gate::Young => Some("gate-young"),
        Gate::Open | Gate::Repeating => None,
    }
}
