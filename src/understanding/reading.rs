//! How an utterance reads as a reply to the open question or the offered choices.
//!
//! Choices by position or by their words, then a value of the slot's type, then a bare yes, no or
//! "not sure". Of a range the lower end is taken: it is what is certain. Free text, names and
//! patterns take the words as they are, unless the utterance asks or clearly wants something else.
//! Start at [`read`].

use regex::Regex;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::clause::Clause;
use super::entity::{Found, What};
use super::model::Model;
use super::normalize::{Kind, fold};
use super::phrase::{Mention, Target};
use super::vocabulary::{Mark, Role};
use crate::domain::ids::{OptionId, SlotId};
use crate::domain::lexicon::{Lexicon, SlotForm, SlotKind, Words};
use crate::domain::reply::ChoiceId;
use crate::domain::understood::{Context, Reading};
use crate::domain::value::{Money, Quantity, Value};

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

/// A choice by its own words: the whole utterance, or a mention of an option.
fn by_words(asked: &Asked<'_>, clause: Clause<'_, '_>) -> Option<Read> {
    let whole = Read { reading: Reading::NotSure, from: clause.from, to: clause.to };
    let said = clause.text.joined();
    let words = asked.words;
    for choice in &asked.context.choices {
        let phrases: &[String] = match choice {
            ChoiceId::Option(id) => words.options.get(id).map_or(&[], Vec::as_slice),
            ChoiceId::Product(id) => words.products.get(id).map_or(&[], Vec::as_slice),
            ChoiceId::Kind(id) => words.kinds.get(id).map_or(&[], Vec::as_slice),
            ChoiceId::Attribute(id) => words.attributes.get(id).map_or(&[], |a| a.said.as_slice()),
            ChoiceId::Answer(id) => words.answers.get(id).map_or(&[], Vec::as_slice),
            ChoiceId::Intent(id) => words.intents.get(id).map_or(&[], Vec::as_slice),
            // A time that is said is read as a value.
            ChoiceId::Flow(_) | ChoiceId::Time(_) => &[],
        };
        if phrases.iter().any(|phrase| same(&said, &fold(phrase))) {
            return Some(Read { reading: Reading::Choice(choice.clone()), ..whole });
        }
    }
    // A mention of just one of the choices, in a message that is not a question.
    let mut picked: Option<(&ChoiceId, &Mention<'_>)> = None;
    for mention in clause.mentions() {
        let Some(choice) = asked.context.choices.iter().find(|c| names(c, mention.target)) else {
            continue;
        };
        match picked {
            Some((other, m)) if other != choice => {
                let longer = |a: &Mention<'_>, b: &Mention<'_>| a.to - a.from > b.to - b.from;
                if longer(mention, m) {
                    picked = Some((choice, mention));
                } else if !longer(m, mention) {
                    return None;
                }
            }
            _ => picked = Some((choice, mention)),
        }
    }
    let (choice, mention) = picked?;
    // "I do not want you to call me": what is refused may stand some words behind.
    let stretch =
        (clause.from..mention.from).rev().take_while(|&i| clause.text.tokens[i].kind != Kind::Mark);
    let refused = stretch.into_iter().any(|i| clause.tags.is(i, Mark::Not));
    let asks_more = clause.asks && clause.content > 3;
    (!refused && !asks_more).then(|| Read {
        reading: Reading::Choice(choice.clone()),
        from: mention.from,
        to: mention.to,
    })
}

fn names(choice: &ChoiceId, target: &Target) -> bool {
    match (choice, target) {
        (ChoiceId::Option(a), Target::Option(b)) => a == b,
        (ChoiceId::Product(a), Target::Product(b)) => a == b,
        (ChoiceId::Kind(a), Target::Kind(b)) => a == b,
        (ChoiceId::Attribute(a), Target::Attribute(b)) => a == b,
        _ => false,
    }
}

/// Equal but for a slip or two in longer phrases.
fn same(said: &str, phrase: &str) -> bool {
    if said == phrase {
        return true;
    }
    let length = phrase.chars().count();
    let allowed = if length >= 9 { 2 } else { usize::from(length >= 5) };
    said.len().abs_diff(phrase.len()) <= allowed && strsim::osa_distance(said, phrase) <= allowed
}

/// "#2", "2)", "the second one", "the last one"; a bare "2" only where no number is asked for.
fn by_position(asked: &Asked<'_>, clause: Clause<'_, '_>, numeric: bool) -> Option<Read> {
    let choices = &asked.context.choices;
    // "On the second": a day, and not the second of the times that are offered.
    let dated = || clause.found().any(|found| matches!(found.value, Value::Moment(_)));
    if choices.is_empty() || dated() {
        return None;
    }
    let text = clause.text;
    let pick = |n: usize, from: usize, to: usize| {
        let choice = n.checked_sub(1).and_then(|i| choices.get(i))?;
        Some(Read { reading: Reading::Choice(choice.clone()), from, to })
    };
    for i in clause.from..clause.to {
        if let Some(at) = clause.tags.mark(i, Mark::Position)
            && text.is_number(at)
            && clause.content <= 3
        {
            return pick(text.word(at).parse().ok()?, i, at + 1);
        }
    }
    let bare = |at: usize| {
        clause.to == at + 1
            || (clause.to == at + 2 && [")", ".", "!"].iter().any(|m| text.is_mark(at + 1, m)))
    };
    let first = clause.from;
    let bracketed = text.is_mark(first + 1, ")");
    // "5 - fishmonger": the number and what it stands for.
    let dashed =
        text.is_mark(first + 1, "-") && text.tokens.get(first + 1).is_some_and(|t| !t.glued);
    if text.is_number(first) && dashed && !numeric {
        return pick(text.word(first).parse().ok()?, first, first + 2);
    }
    if text.is_number(first) && bare(first) && (!numeric || bracketed) {
        return pick(text.word(first).parse().ok()?, first, clause.to);
    }
    if clause.content > 2 {
        return None;
    }
    for i in clause.from..clause.to {
        if let Some((n, to)) =
            clause.tags.find(i, |r| if let Role::Ordinal(n) = r { Some(*n) } else { None })
        {
            return pick(n, i, to);
        }
        if clause.tags.is(i, Mark::Last) {
            return pick(choices.len(), i, i + 1);
        }
        if !numeric
            && let Some((Value::Integer(n), from, to)) = clause
                .found()
                .find(|f| f.from == i && f.what == What::Number && !clause.asks)
                // "Recommend one then" picks nothing.
                .filter(|f| !f.weak || f.to - f.from == clause.to - clause.from)
                .map(|f| (&f.value, f.from, f.to))
            && clause.content <= 1
            // "Rather 3" puts a number right.
            && !asked.corrects
        {
            return pick(usize::try_from(*n).ok()?, from, to);
        }
    }
    None
}

/// One reading, or two of which neither is surer.
fn either(value: Value, other: Option<Value>) -> Reading {
    match other {
        Some(other) if other != value => Reading::Either(value, other),
        _ => Reading::Value(value),
    }
}

/// A value of the open slot's type.
fn of_slot(
    asked: &Asked<'_>,
    clause: Clause<'_, '_>,
    slot: &SlotId,
    form: &SlotForm,
) -> Option<Read> {
    let found = |what: What| clause.found().find(|f| f.what == what);
    let as_is =
        |f: &Found| Read { reading: Reading::Value(f.value.clone()), from: f.from, to: f.to };
    match &form.kind {
        SlotKind::Integer | SlotKind::Decimal | SlotKind::Money | SlotKind::Quantity(_) => {
            let candidates: Vec<&Found> = clause
                .found()
                .filter(|f| matches!(f.what, What::Number | What::Money | What::Quantity))
                .filter(|f| !asked.bound.iter().any(|(s, at)| s != slot && *at == f.from))
                .filter(|f| !f.weak || clause.content <= 3)
                .filter(|f| fit(&f.value, form, &asked.lexicon.currency).is_some())
                .filter(|f| !is_asked(asked, f, form) && !is_of_pieces(clause, f, form))
                .collect();
            let strong: Vec<&Found> = candidates.iter().copied().filter(|f| !f.weak).collect();
            let list = if strong.is_empty() { candidates } else { strong };
            let own =
                list.iter().find(|f| asked.bound.iter().any(|(s, at)| s == slot && *at == f.from));
            let chosen = if asked.corrects { list.last() } else { own.or(list.first()) }?;
            let value = fit(&chosen.value, form, &asked.lexicon.currency)?;
            let other = chosen.other.as_ref().and_then(|v| fit(v, form, &asked.lexicon.currency));
            let other = other.filter(|v| is_within(v, form));
            let reading = if is_within(&value, form) {
                either(value, other)
            } else if let Some(other) = other {
                // Only one of the readings can be meant.
                Reading::Value(other)
            } else {
                Reading::OutOfRange(value)
            };
            Some(Read { reading, from: chosen.from, to: chosen.to })
        }
        SlotKind::Moment => found(What::Moment).map(|f| Read {
            reading: either(f.value.clone(), f.other.clone()),
            from: f.from,
            to: f.to,
        }),
        SlotKind::Email => found(What::Email).map(as_is),
        SlotKind::Phone => found(What::Phone).map(as_is),
        SlotKind::Place => found(What::Place).map(as_is),
        SlotKind::Name => found(What::Person).or_else(|| found(What::Company)).map(as_is),
        SlotKind::Choice(options) => {
            let (option, mention) = option(clause, options)?;
            let value = Value::Choice(option.clone());
            Some(Read { reading: Reading::Value(value), from: mention.from, to: mention.to })
        }
        SlotKind::Pattern(_) => {
            let pattern = asked.pattern?;
            let text = clause.text.original.trim();
            let inside = pattern.find(text)?;
            let value = Value::Text(inside.as_str().to_owned());
            Some(Read { reading: Reading::Value(value), from: clause.from, to: clause.to })
        }
        SlotKind::Free => None,
    }
}

/// "Is it cheaper if I take 25?" while a load is asked for: a bare number in a question about
/// something else is no amount.
fn is_asked(asked: &Asked<'_>, found: &Found, form: &SlotForm) -> bool {
    let measured = matches!(form.kind, SlotKind::Quantity(_) | SlotKind::Money);
    let inside = |q: &(usize, usize)| q.0 <= found.from && found.to <= q.1;
    measured && found.what == What::Number && asked.meant && asked.questions.iter().any(inside)
}

/// "3 pieces, no, rather 4" while a load is asked for: numbers without a unit beside pieces are
/// no amounts either.
fn is_of_pieces(clause: Clause<'_, '_>, found: &Found, form: &SlotForm) -> bool {
    let measured = matches!(form.kind, SlotKind::Quantity(_) | SlotKind::Money);
    let counted = |f: &Found| f.what == What::Number && clause.tags.is(f.to, Mark::Piece);
    measured && found.what == What::Number && clause.found().any(counted)
}

/// The one option of these that is mentioned and not refused.
pub(crate) fn option<'c>(
    clause: Clause<'c, '_>,
    options: &[OptionId],
) -> Option<(&'c OptionId, &'c Mention<'c>)> {
    let mut best: Option<(&OptionId, &Mention<'_>)> = None;
    for mention in clause.mentions() {
        let Target::Option(id) = mention.target else { continue };
        if !options.contains(id) || clause.tags.before(mention.from, Mark::Not).is_some() {
            continue;
        }
        match best {
            Some((other, m)) if other != id => {
                let overlap = m.from < mention.to && mention.from < m.to;
                if !overlap {
                    return None;
                }
            }
            _ => best = Some((id, mention)),
        }
    }
    best
}

/// A value as the slot's type and unit; `None` when it is of another type.
pub(crate) fn fit(value: &Value, form: &SlotForm, currency: &str) -> Option<Value> {
    let number = |value: &Value| match value {
        Value::Integer(n) => Some(Decimal::from(*n)),
        Value::Decimal(n) => Some(*n),
        _ => None,
    };
    match (&form.kind, value) {
        (SlotKind::Integer, value) => {
            let n = number(value)?;
            n.is_integer().then(|| n.to_i64().map(Value::Integer))?
        }
        (SlotKind::Decimal, value) => number(value).map(Value::Decimal),
        (SlotKind::Money, Value::Money(_)) => Some(value.clone()),
        (SlotKind::Money, value) => {
            let amount = number(value)?;
            Some(Value::Money(Money { amount, currency: currency.to_owned() }))
        }
        (SlotKind::Quantity(unit), Value::Quantity(q)) => {
            let whole = q.convert(*unit)?;
            // "15 miles" are 24.1 km: nobody means the metres.
            let amount = if q.unit == *unit { whole.amount } else { whole.amount.round_dp(1) };
            Some(Value::Quantity(Quantity { amount: amount.normalize(), unit: *unit }))
        }
        (SlotKind::Quantity(unit), value) => {
            let amount = number(value)?;
            Some(Value::Quantity(Quantity { amount, unit: *unit }))
        }
        _ => None,
    }
}

/// Whether a number lies in the slot's range.
pub(crate) fn is_within(value: &Value, form: &SlotForm) -> bool {
    let Some(number) = value.number() else { return true };
    form.min.is_none_or(|min| number >= min) && form.max.is_none_or(|max| number <= max)
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
