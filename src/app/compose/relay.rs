//! What reps get at their own place: the talk so far when they take it, then what the visitor says.

use crate::app::card::{self, Desk};
use crate::app::edition::Edition;
use crate::decide::Effect;
use crate::domain::conversation::{Kept, State};
use crate::domain::desk::{Deed, RepAct, Ruling, Seat};
use crate::domain::event::{Event, Incoming};
use crate::domain::ids::Channel;
use crate::domain::reply::{Arg, ForReps, Lane, Outbound, Part, Reply};
use crate::domain::value::Value;
use crate::handoff::{appointment, ownership};
use crate::store::Result;
use crate::store::turns::Outgoing;

use super::{asked, at_desk, shared};

/// Where the rows of the reps' place begin among those of a turn.
const FIRST: i16 = 4;
/// So many characters are kept of the words that come with what somebody shares while they wait.
const KEPT_WORDS: usize = 500;

/// What a turn sends to places of reps.
pub(super) fn rows(
    edition: &Edition,
    desk: &Desk,
    incoming: &Incoming,
    state: &State,
    effects: &[Effect],
) -> Result<Vec<Outgoing>> {
    let mut words: Vec<(Seat, Outbound)> = Vec::new();
    let ruled = effects.iter().find_map(|effect| match effect {
        Effect::Ruled(act, ruling) => Some((act, ruling)),
        _ => None,
    });
    if let Some((act, ruling)) = ruled {
        words.extend(to_the_one_before(edition, incoming, act, ruling));
        words.extend(opening(edition, desk, incoming, state, (act, ruling)));
        words.extend(kept(edition, incoming, state, (act, ruling)));
    } else if let Some(seat) = ownership::owner(state) {
        if state.erase {
            let part = named("desk-erased", incoming);
            words.push((seat, render(edition, incoming, vec![part])));
        } else if effects.contains(&Effect::CallAgreed)
            && matches!(incoming.event, Event::Pressed { .. })
        {
            let part = named("desk-call-chosen", incoming)
                .with("rep", text(&seat.name))
                .with("time", asked::call_time(edition, state, incoming))
                .with("phone", text(appointment::phone(state).unwrap_or("–")));
            words.push((seat, render(edition, incoming, vec![part])));
        } else if effects.iter().any(|effect| matches!(effect, Effect::Reminded(_))) {
            words.push((seat, render(edition, incoming, vec![named("desk-later-due", incoming)])));
        } else if effects.iter().any(|effect| matches!(effect, Effect::AskedOwner(_))) {
            let part = named("desk-heard-person", incoming);
            words.push((seat, render(edition, incoming, vec![part])));
        } else if let Some(outbound) = heard(edition, incoming, seat.channel) {
            words.push((seat, outbound));
        }
    }
    (FIRST..)
        .zip(
            words
                .into_iter()
                .filter_map(|(seat, words)| Some((desk.place_of_talk(seat.channel)?, seat, words))),
        )
        .map(|(ordinal, ((place, in_topic), seat, mut outbound))| {
            outbound.reps.to = Some(seat.user);
            let name = || incoming.name.clone().unwrap_or_else(|| "?".to_owned());
            outbound.reps.topic = in_topic.then(name);
            at_desk::row(incoming, &place, (Lane::Thread, ordinal), &outbound)
        })
        .collect()
}

/// The visitor's words for the owner.
fn heard(edition: &Edition, incoming: &Incoming, to: Channel) -> Option<Outbound> {
    let locale = &edition.script.bot.default_locale;
    let name = incoming.name.as_deref().unwrap_or("?");
    let passed = shared::passed(edition, (locale, name), to, &incoming.along.media);
    let words = match &incoming.event {
        Event::Said { text } => shared::with_words(edition, locale, &passed, text),
        Event::Pressed { choice, .. } => {
            format!("[{}]", edition.label(&edition.script.bot.default_locale, choice))
        }
        Event::Media { kind } if incoming.along.media.is_empty() => {
            let part = named("desk-heard-media", incoming).with("kind", text(kind));
            return Some(render(edition, incoming, vec![part]));
        }
        Event::Media { .. } => shared::with_words(edition, locale, &passed, ""),
        Event::Start { .. } | Event::Timer | Event::Rep(_) => return None,
    };
    let mut outbound = shown(edition, incoming, passed, words);
    if let Event::Said { text } = &incoming.event {
        outbound.set(text, &incoming.along.styles);
    }
    outbound.reps.quotes.clone_from(&incoming.along.quotes);
    Some(outbound)
}

/// Words of the visitor's, with what they share.
fn shown(
    edition: &Edition,
    incoming: &Incoming,
    passed: shared::Passed,
    words: String,
) -> Outbound {
    let part = named("desk-heard", incoming).with("words", text(words));
    let mut outbound = render(edition, incoming, vec![part]);
    if !passed.media.is_empty() {
        let locale = &edition.script.bot.default_locale;
        outbound.reps.instead = Some(edition.phrase(locale, "desk-media-gone"));
        outbound.reps.media = passed.media;
    }
    outbound
}

/// Keeps what somebody shares who waits, for whoever takes the talk.
pub(super) fn keep(state: &mut State, incoming: &Incoming) {
    let words = match &incoming.event {
        Event::Said { text } if text.chars().count() > KEPT_WORDS => {
            text.chars().take(KEPT_WORDS).chain(['…']).collect()
        }
        Event::Said { text } => text.clone(),
        _ => String::new(),
    };
    state.kept.push(Kept { media: incoming.along.media.clone(), words });
}

/// What the visitor shared while they waited, after the talk so far.
fn kept(
    edition: &Edition,
    incoming: &Incoming,
    state: &State,
    (act, ruling): (&RepAct, &Ruling),
) -> Vec<(Seat, Outbound)> {
    if !takes(act, ruling) {
        return Vec::new();
    }
    let locale = &edition.script.bot.default_locale;
    let name = incoming.name.as_deref().unwrap_or("?");
    let each = state.kept.iter().map(|kept| {
        let passed = shared::passed(edition, (locale, name), act.channel, &kept.media);
        let words = shared::with_words(edition, locale, &passed, &kept.words);
        (act.seat(), shown(edition, incoming, passed, words))
    });
    each.collect()
}

/// Whether somebody has the talk by it who had it not before.
fn takes(act: &RepAct, ruling: &Ruling) -> bool {
    matches!(act.deed, Deed::Claim | Deed::Take { .. }) && ruling.is_done()
}

/// Whoever held the talk learns that it is theirs no more.
fn to_the_one_before(
    edition: &Edition,
    incoming: &Incoming,
    act: &RepAct,
    ruling: &Ruling,
) -> Option<(Seat, Outbound)> {
    let Ruling::Done { from: Some(seat) } = ruling else { return None };
    let part = named("desk-lost-to", incoming).with("rep", text(&act.name));
    let part = match act.deed.reason().filter(|reason| !reason.trim().is_empty()) {
        Some(reason) => part.with("reason", text(reason)),
        None => part.attribute("bare"),
    };
    Some((seat.clone(), render(edition, incoming, vec![part])))
}

/// Whoever takes the talk reads what it is about, and what was said.
fn opening(
    edition: &Edition,
    desk: &Desk,
    incoming: &Incoming,
    state: &State,
    (act, ruling): (&RepAct, &Ruling),
) -> Option<(Seat, Outbound)> {
    if !takes(act, ruling) {
        return None;
    }
    let mut parts = vec![named("desk-opening", incoming)];
    let place = desk.place_of(act.channel);
    parts.extend(card::brief(edition, place.as_ref().unwrap_or(desk), incoming, state));
    if !act.story.is_empty() {
        parts.push(Part::tell("desk-story").with("lines", text(act.story.join("\n"))));
    }
    parts.push(Part::tell("desk-how"));
    let mut opening = render(edition, incoming, parts);
    let anew = render(edition, incoming, vec![named("desk-anew", incoming)]);
    opening.reps.anew = Some(anew.text());
    opening.reps.title = incoming.name.as_ref().map(|name| format!("💬 {name}"));
    Some((act.seat(), opening))
}

fn named(key: &str, incoming: &Incoming) -> Part {
    Part::tell(key).with("name", text(incoming.name.as_deref().unwrap_or("?")))
}

fn render(edition: &Edition, incoming: &Incoming, parts: Vec<Part>) -> Outbound {
    let locale = Some(edition.script.bot.default_locale.clone());
    let house = State { locale, ..State::default() };
    let reply = Reply { parts, ..Reply::default() };
    let outbound = edition.render(&house, &reply, incoming.at).outbound;
    Outbound { reps: ForReps::default(), ..outbound }
}

fn text(words: impl Into<String>) -> Arg {
    Arg::Value(Value::Text(words.into()))
}
