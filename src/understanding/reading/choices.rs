//! Choices by their words and by their places: "the second one", "#2", "a bakery".

use super::{Asked, Read};
use crate::domain::reply::ChoiceId;
use crate::domain::understood::Reading;
use crate::domain::value::Value;
use crate::understanding::clause::Clause;
use crate::understanding::entity::What;
use crate::understanding::normalize::{Kind, fold};
use crate::understanding::phrase::{Mention, Target};
use crate::understanding::vocabulary::{Mark, Role};

/// A choice by its own words: the whole utterance, or a mention of an option.
pub(super) fn by_words(asked: &Asked<'_>, clause: Clause<'_, '_>) -> Option<Read> {
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
pub(super) fn by_position(
    asked: &Asked<'_>,
    clause: Clause<'_, '_>,
    numeric: bool,
) -> Option<Read> {
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
