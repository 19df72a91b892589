//! What a visitor said to whoever holds the talk and got no words for: the bot answers it when the
//! talk comes back, so that nothing falls between the two.
//!
//! It was said to a person, so nothing in it answers a question of the bot's, and what it told is known
//! already: only what it asks for counts. It asks for nobody anew.

use super::{Brain, Effect, by_rep, understand};
use crate::dialog::{Given, Score, Talk};
use crate::domain::conversation::{Frame, State};
use crate::domain::desk::{Deed, RepAct};
use crate::domain::event::Event;
use crate::domain::handoff::Handoff;
use crate::domain::reply::{ChoiceId, Part};
use crate::script::model::Signal;

/// From here on words that do not ask are taken for a question all the same.
const SURE: f32 = 0.75;
/// So much of it is remembered, the newest.
const LINES: usize = 5;

/// Words of a rep's, by which what was said before them is answered.
pub(super) fn is_answer(deed: &Deed) -> bool {
    matches!(deed, Deed::Say { .. } | Deed::Snippet { .. } | Deed::Call { .. })
}

/// Remembers what was said to whoever holds the talk.
pub(super) fn remember(state: &mut State, event: &Event) {
    let asks = match event {
        Event::Said { .. } => true,
        Event::Pressed { choice, .. } => {
            matches!(choice, ChoiceId::Answer(_) | ChoiceId::Product(_) | ChoiceId::Flow(_))
        }
        _ => false,
    };
    if asks {
        state.pending.push(event.clone());
        let over = state.pending.len().saturating_sub(LINES);
        state.pending.drain(..over);
    }
}

/// Answers what stands unanswered. What the bot does not understand either is kept for its writers, and
/// owned up to where nobody else comes.
pub(super) fn answer(
    brain: Brain<'_>,
    talk: &mut Talk<'_>,
    act: &RepAct,
    effects: &mut Vec<Effect>,
) {
    let comes = matches!(talk.state.handoff, Handoff::Requested { .. });
    let pending = std::mem::take(&mut talk.state.pending);
    for event in as_it_stands(pending, act.standing.as_deref()) {
        let alone = State {
            greeted: true,
            misses: 0,
            handoff: Handoff::Released { at: talk.now },
            ..by_rep::put_aside(&talk.state)
        };
        let facts = talk.facts;
        let given = Given { turn: talk.turn, facts, score: Score::default(), now: talk.now };
        let mut heard = Talk::new(brain.script, brain.pinned, &alone, given);
        let understood = understand(brain.understanding, &heard, &event);
        heard.hear(&event, understood.as_ref());
        let read = understood.as_ref();
        let asks = read.is_none_or(|u| u.asks) || event.words().contains('?');
        let sure = read.is_some_and(|u| u.answers.first().is_some_and(|a| a.confidence >= SURE));
        let nothing = heard.missed || (heard.told.iter().all(is_note) && heard.asked.is_empty());
        if matches!(heard.state.handoff, Handoff::Requested { .. }) {
            if !comes {
                talk.tell(Part::tell("desk-back-person"));
            }
        } else if nothing {
            if asks && !event.words().is_empty() {
                effects.push(Effect::Missed(event.words().to_owned()));
            }
            if asks && !comes {
                talk.tell(Part::tell("unanswered"));
            }
        } else if asks || sure || opens(&heard) {
            take_over(talk, heard);
        }
    }
}

/// What was said, as its writer has left it: without what they took back, and what they changed in its
/// last form.
fn as_it_stands(pending: Vec<Event>, standing: Option<&[String]>) -> Vec<Event> {
    let Some(standing) = standing else { return pending };
    let stands = |event: &Event| match event {
        // What came under a picture stands behind a sign for it.
        Event::Said { text } => standing.iter().any(|line| line.ends_with(text.as_str())),
        _ => true,
    };
    let (mut kept, gone): (Vec<_>, Vec<_>) = pending.into_iter().partition(stands);
    let known: Vec<String> = kept.iter().map(|event| event.words().to_owned()).collect();
    let new = |line: &&String| !known.iter().any(|words| line.ends_with(words.as_str()));
    let changed = standing.iter().rev().filter(new).take(gone.len());
    let at = kept.len();
    kept.extend(changed.map(|line| Event::Said { text: line.clone() }));
    kept[at..].reverse();
    kept
}

/// Whether a part only says what was taken down, which was known already.
fn is_note(part: &Part) -> bool {
    part.key == "noted-slots"
}

/// Whether something was asked or begun in it that the bot can see to.
fn opens(heard: &Talk<'_>) -> bool {
    let opens = |signal: &Signal| match signal {
        Signal::Attribute(_) | Signal::Product(_) => true,
        Signal::Intent(intent) => {
            let flows = &heard.script.flows;
            let flow = flows.by_intent.get(intent).and_then(|flow| flows.by_id.get(flow));
            flow.is_some_and(|flow| !flow.standard)
        }
        _ => false,
    };
    heard.signals.iter().any(opens)
}

/// Says what came of it, above what else is open.
fn take_over(talk: &mut Talk<'_>, heard: Talk<'_>) {
    let Talk { state, told, asked, choices, picture, answers, .. } = heard;
    for part in told.into_iter().filter(|part| !is_note(part)) {
        talk.tell(part);
    }
    let open = |frame: &Frame| talk.state.stack.iter().any(|own| own.flow == frame.flow);
    let fresh: Vec<_> = state.stack.into_iter().filter(|frame| !open(frame)).collect();
    if !fresh.is_empty() {
        talk.state.pinned = state.pinned;
    }
    let goes_on = fresh.is_empty() && !talk.state.stack.is_empty();
    talk.state.stack.extend(fresh);
    talk.state.slots = state.slots;
    talk.state.focus = state.focus;
    talk.state.asked = state.asked.or(talk.state.asked.take());
    talk.answers.extend(answers);
    if !goes_on && !asked.is_empty() {
        talk.ask(asked, choices);
    } else if talk.choices.is_empty() && talk.asked.is_empty() && talk.state.stack.is_empty() {
        talk.choices = choices;
    }
    talk.picture = talk.picture.take().or(picture);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_taken_back_is_not_answered_and_what_was_changed_in_its_last_form() {
        let said = |text: &str| Event::Said { text: text.to_owned() };
        let pending = || vec![said("how far?"), said("how mcuh?"), said("when?")];
        let lines =
            |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
        let standing = lines(&["how much?", "when?"]);
        let left = as_it_stands(pending(), Some(&standing));
        assert_eq!(left, [said("when?"), said("how much?")]);
        assert_eq!(as_it_stands(pending(), Some(&[])), []);
        assert_eq!(as_it_stands(pending(), None), pending());
    }
}
