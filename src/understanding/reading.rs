//! How an utterance reads as a reply to the open question or the offered choices.
//!
//! Choices by position or by their words, then a value of the slot's type, then a bare yes, no or
//! "not sure". Of a range the lower end is taken: it is what is certain. Free text, names and
//! patterns take the words as they are, unless the utterance asks or clearly wants something else.
//! Start at [`read`].

mod choices;
mod slot;

use regex::Regex;

use super::clause::Clause;
use super::entity::{Found, What};
use super::model::Model;
use super::normalize::Kind;
use super::vocabulary::Mark;
use crate::domain::ids::SlotId;
use crate::domain::lexicon::{Lexicon, SlotForm, SlotKind, Words};
use crate::domain::understood::{Context, Reading};
use crate::domain::value::Value;

use choices::{by_position, by_words};
use slot::of_slot;
pub(crate) use slot::{fit, is_within, option};

/// What an utterance is read against.
pub(crate) struct Asked<'a> {
    pub lexicon: &'a Lexicon,
    pub words: &'a Words,
    pub model: &'a Model,
    pub context: &'a Context,
    pub pattern: Option<&'a Regex>,
    /// Another meaning is so sure that free text is none.
    pub elsewhere: bool,
    /// Something else is meant at all.
    pub meant: bool,
    /// Tokens that other slots' nouns bind.
    pub bound: &'a [(SlotId, usize)],
    /// Stretches that ask something.
    pub questions: &'a [(usize, usize)],
    pub corrects: bool,
}

/// A reading and the tokens it rests on.
pub(crate) struct Read {
    pub reading: Reading,
    pub from: usize,
    pub to: usize,
}

/// The reading of a whole utterance.
pub(crate) fn read(asked: &Asked<'_>, clause: Clause<'_, '_>) -> Option<Read> {
    let slot = asked.context.slot.as_ref();
    let form = slot.and_then(|s| asked.lexicon.slots.get(s));
    if slot.is_none() && asked.context.choices.is_empty() {
        return None;
    }
    let numeric = form.is_some_and(|f| {
        !matches!(
            f.kind,
            SlotKind::Choice(_) | SlotKind::Free | SlotKind::Name | SlotKind::Pattern(_)
        )
    });
    by_words(asked, clause)
        .or_else(|| by_position(asked, clause, numeric))
        .or_else(|| of_slot(asked, clause, slot?, form?))
        .or_else(|| bare(asked, clause))
        .or_else(|| words_as_they_are(asked, clause, form?))
}

/// A bare yes, no or "not sure".
fn bare(asked: &Asked<'_>, clause: Clause<'_, '_>) -> Option<Read> {
    let read = |reading: Reading, from: usize, to: usize| Some(Read { reading, from, to });
    let words = (clause.from..clause.to).filter(|&i| clause.text.is_word(i)).count();
    if words == 0 || words > 9 || clause.text.is_mark(clause.to - 1, "?") {
        return None;
    }
    for i in clause.from..clause.to {
        if let Some(to) = clause.tags.mark(i, Mark::Unsure)
            && clause.content <= 4
            && (to > i + 1 || words <= 3)
        {
            return read(Reading::NotSure, i, to);
        }
    }
    let start = (clause.from..clause.to).find(|&i| clause.text.is_word(i))?;
    for (mark, reading) in [(Mark::No, Reading::No), (Mark::Yes, Reading::Yes)] {
        if let Some(mut at) = clause.tags.mark(start, mark) {
            while at < clause.to {
                let plain = clause.text.tokens[at].kind == Kind::Mark
                    || asked.model.vocabulary.is(clause.text.word(at), Mark::Stop);
                let more = clause.tags.mark(at, mark).or(clause.tags.mark(at, Mark::Greeting));
                match more {
                    Some(to) => at = to,
                    None if plain => at += 1,
                    None => break,
                }
            }
            if at >= clause.to && words <= 6 {
                return read(reading, clause.from, clause.to);
            }
        }
    }
    None
}

/// Free text, names and towns that nobody listed: the words themselves.
fn words_as_they_are(asked: &Asked<'_>, clause: Clause<'_, '_>, form: &SlotForm) -> Option<Read> {
    let said = clause.text.original.trim();
    let words = (clause.from..clause.to).filter(|&i| clause.text.is_word(i)).count();
    if words == 0 || asked.elsewhere || clause.asks {
        return None;
    }
    // "Rather on Friday" while a name is asked: what is put right is no name.
    let other =
        |f: &Found| !matches!(f.what, What::Person | What::Company | What::Place) && !f.weak;
    let named = matches!(form.kind, SlotKind::Name | SlotKind::Place);
    let rights = asked.corrects && clause.content <= 4;
    let person = |f: &Found| matches!(f.what, What::Person | What::Company);
    let no_place = matches!(form.kind, SlotKind::Place) && clause.found().any(person);
    if no_place || ((named || rights) && clause.found().any(other)) {
        return None;
    }
    let start = clause.text.tokens[clause.from].start;
    let shown = clause.text.original[start..].trim().trim_end_matches(['.', '!', ',']);
    let value = match form.kind {
        SlotKind::Free if words >= 2 || said.len() >= 4 => Value::Text(said.to_owned()),
        SlotKind::Name if words <= 5 && shown.len() <= 80 => Value::Text(shown.to_owned()),
        SlotKind::Place if words <= 4 && shown.len() <= 60 => {
            // "in Smalltown" without the preposition.
            let from = clause.tags.mark(clause.from, Mark::Place).unwrap_or(clause.from);
            let place = clause.text.original_of(from, clause.to).trim_end_matches(['.', '!', ',']);
            if place.is_empty() {
                return None;
            }
            Value::Place(capitalized(place))
        }
        _ => return None,
    };
    Some(Read { reading: Reading::Value(value), from: clause.from, to: clause.to })
}

/// A name typed in small letters, as it is written.
fn capitalized(name: &str) -> String {
    if name.chars().any(char::is_uppercase) {
        return name.to_owned();
    }
    let word = |word: &str| {
        let mut chars = word.chars();
        chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
