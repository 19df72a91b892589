//! Calls that a rep offers or agrees on: what the visitor reads of it, and in whose name.
//!
//! Whoever holds the talk speaks themselves, so the words go out under their name. Where nobody does,
//! the bot tells who will call.

use super::{Brain, Effect};
use crate::dialog::{Talk, time_choice};
use crate::domain::conversation::State;
use crate::domain::desk::{Deed, Ruling};
use crate::domain::reply::{Arg, Part, Role};
use crate::domain::understood::Context;
use crate::domain::value::{Moment, Value};
use crate::handoff::{appointment, ownership};

/// What of it is said in the name of whoever holds the talk.
const OFFER: &str = "desk-told-call";
const AGREED: &str = "desk-told-call_at";

/// Words that may stand between a day and a time.
const LINKS: [&str; 15] =
    ["at", "on", "the", "am", "um", "den", "uhr", "h", "el", "a", "la", "las", "o", "w", "we"];

/// Does what a rep ordered who may: a time is agreed on, or some are offered.
pub(super) fn arrange(brain: Brain<'_>, talk: &mut Talk<'_>, deed: &Deed) -> Ruling {
    let Deed::Call { when, times, .. } = deed else { return Ruling::Done { from: None } };
    let Some(slot) = talk.call_slot() else { return Ruling::NoCalls };
    let Some(words) = when else {
        // A call that is over is no appointment any more.
        if appointment::ahead(&talk.state, talk.script, talk.now).is_none() {
            talk.state.slots.remove(&slot);
        }
        let choices = times.iter().map(|at| time_choice(*at)).collect();
        talk.ask(vec![offer(talk)], choices);
        return Ruling::Done { from: None };
    };
    let Some(moment) = read(brain, talk, words) else { return Ruling::Unclear };
    let now = talk.now.with_timezone(&talk.script.bot.time_zone).naive_local();
    let ahead = moment.time.is_some_and(|time| moment.from.and_time(time) > now);
    if !ahead {
        return Ruling::Past;
    }
    talk.note_call(slot, Value::Moment(moment));
    Ruling::Done { from: None }
}

/// The question for a time.
fn offer(talk: &Talk<'_>) -> Part {
    if ownership::owner(&talk.state).is_some() {
        return Part::ask(OFFER).role(Role::Confirm);
    }
    let rep = talk.state.call_by.clone().unwrap_or_default();
    Part::ask(OFFER).attribute("bot").with("rep", Arg::Value(Value::Text(rep)))
}

/// The day and the time that a rep wrote, in the language of the house.
fn read(brain: Brain<'_>, talk: &Talk<'_>, words: &str) -> Option<Moment> {
    let context = Context {
        locale: Some(brain.script.bot.default_locale.clone()),
        slot: talk.call_slot(),
        today: Some(talk.today()),
        clock: Some(talk.clock()),
        ..Context::default()
    };
    let words = capitalized(words);
    let understood = brain.understanding.understand(&words, &context);
    let mut found: Option<Moment> = None;
    let mut rest: Vec<u8> = words.bytes().collect();
    for entity in &understood.entities {
        let Value::Moment(moment) = &entity.value else { return None };
        // It reads in two ways, or there are two of them, and a call has one time.
        if entity.other.is_some() || found.is_some_and(|found| found != *moment) {
            return None;
        }
        found = Some(*moment);
        rest.get_mut(entity.start..entity.end)?.fill(b' ');
    }
    // A word that was not read may be the very day: nobody is called on another one.
    let rest = String::from_utf8_lossy(&rest).to_lowercase();
    let mut unread = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let all_read = unread.all(|word| LINKS.contains(&word));
    found.filter(|moment| all_read && moment.from == moment.to && moment.time.is_some())
}

/// Short names of days are known by their capital, which is left out in a hurry: `fri 14:00`.
fn capitalized(words: &str) -> String {
    let mut letters = words.trim().chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}

/// After the visitor was heard: whether a call with a rep was agreed on or moved by it.
pub(super) fn follow(talk: &Talk<'_>, before: &State, effects: &mut Vec<Effect>) {
    let at = |state: &State| appointment::ahead(state, talk.script, talk.now);
    let agreed = at(&talk.state);
    if talk.state.call_by.is_some() && agreed.is_some() && agreed != at(before) {
        effects.push(Effect::CallAgreed);
    }
    in_their_name(talk, effects);
}

/// What is said of a call while somebody holds the talk is theirs.
pub(super) fn in_their_name(talk: &Talk<'_>, effects: &mut Vec<Effect>) {
    let mut said = talk.told.iter().chain(&talk.asked);
    if said.any(|part| part.key == OFFER || part.key == AGREED)
        && let Some(seat) = ownership::owner(&talk.state)
    {
        effects.push(Effect::SpokenFor(seat));
    }
}
