//! Slots that an utterance fills without being asked.
//!
//! Only what is certain: a number with a noun of the slot, an amount of the only slot of its
//! dimension, an address, a town, a name, an option by its words. Start at [`fills`].

use super::clause::Clause;
use super::entity::{Found, What};
use super::filter::usual;
use super::model::Model;
use super::phrase::{Mention, Target};
use super::reading::{fit, is_within, option};
use super::vocabulary::Mark;
use crate::domain::ids::{OptionId, ProductId, SlotId};
use crate::domain::lexicon::{
    AttributeKind, Better, LANGUAGE_SLOT, Lexicon, SlotForm, SlotKind, Words,
};
use crate::domain::understood::{Bound, CatalogueQuery, Fill, Test};
use crate::domain::value::Value;

/// Numbers that nouns bind to slots: the slot and the number's first token.
pub(crate) fn bind(
    lexicon: &Lexicon,
    words: &Words,
    clause: Clause<'_, '_>,
) -> Vec<(SlotId, usize)> {
    let mut bound: Vec<(SlotId, usize, usize)> = Vec::new();
    for found in
        clause.found().filter(|f| matches!(f.what, What::Number | What::Money | What::Quantity))
    {
        let mut best: Option<(usize, usize, &SlotId)> = None;
        for mention in clause.mentions() {
            let slot = match mention.target {
                Target::Slot(slot) => slot,
                // "3 Brotbote" are three of what the product is one of.
                Target::Product(id) if mention.from == found.to => {
                    match counter(lexicon, words, id) {
                        Some(slot) => slot,
                        None => continue,
                    }
                }
                _ => continue,
            };
            let Some(form) = lexicon.slots.get(slot) else { continue };
            if fit(&found.value, form, &lexicon.currency).is_none()
                || (found.weak && form.kind != SlotKind::Integer)
            {
                continue;
            }
            // "One of your bikes" and "ein Rad" speak of a bike, not of how many.
            let article = ["ein", "un"].iter().any(|a| clause.text.word(found.from).starts_with(a));
            if found.weak && (article || mention.from != found.to) {
                continue;
            }
            let distance = if mention.from >= found.to {
                // "15 cargo bikes", "15 of our vans".
                let gap = mention.from - found.to;
                let crossed =
                    clause.found().any(|f| f.from >= found.to && f.to <= mention.from && !f.weak);
                // "20 deliveries a day" are no kilometers: a bare number takes its unit from the noun
                // only where the noun follows at once.
                let measured = matches!(form.kind, SlotKind::Quantity(_) | SlotKind::Money)
                    && found.what == What::Number;
                if gap > 2
                    || (measured && gap > 0)
                    || crossed
                    || is_broken(clause, found.to, mention.from)
                {
                    continue;
                }
                gap
            } else if mention.to <= found.from && !found.weak {
                // "our budget is 20k", "bikes: 15".
                let gap = found.from - mention.to;
                let linked = gap <= 3
                    && (mention.to..found.from).all(|i| {
                        clause.text.is_mark(i, ":")
                            || clause.tags.is(i, Mark::Stop)
                            || clause.tags.is(i, Mark::About)
                            || clause.tags.is(i, Mark::AtMost)
                            || clause.tags.is(i, Mark::AtLeast)
                    });
                if !linked
                    || gap == 0 && !matches!(found.what, What::Money)
                    || is_broken(clause, mention.to, found.from)
                {
                    continue;
                }
                gap + 3
            } else {
                continue;
            };
            let length = mention.to - mention.from;
            if best.as_ref().is_none_or(|b| distance < b.0 || (distance == b.0 && length > b.1)) {
                best = Some((distance, length, slot));
            }
        }
        if let Some((distance, _, slot)) = best {
            // A noun counts one number, the nearer; a later one that corrects it comes after.
            bound.push((slot.clone(), found.from, distance));
        }
    }
    bound.into_iter().map(|(slot, at, _)| (slot, at)).collect()
}

/// The slot whose nouns name the kind that a product is of.
fn counter<'w>(lexicon: &Lexicon, words: &'w Words, product: &ProductId) -> Option<&'w SlotId> {
    let kind = lexicon.products.get(product)?;
    let named = words.kinds.get(kind)?;
    let is_noun = |noun: &String| named.contains(noun);
    words.slots.iter().find(|(_, nouns)| nouns.iter().any(is_noun)).map(|(slot, _)| slot)
}

/// Punctuation that ends a thought stands between.
fn is_broken(clause: Clause<'_, '_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| [",", ".", ";", "?", "!"].iter().any(|m| clause.text.is_mark(i, m)))
}

/// What the understanding has made of the utterance so far.
pub(crate) struct Known<'a> {
    pub lexicon: &'a Lexicon,
    pub words: &'a Words,
    pub model: &'a Model,
    /// The open question's slot, which is read elsewhere.
    pub open: Option<&'a SlotId>,
    /// Stretches that ask something.
    pub questions: &'a [(usize, usize)],
    /// An answer or a fact of the catalogue is asked for.
    pub answered: bool,
    /// Slots that the open flows will ask for.
    pub wants: &'a [SlotId],
    pub bound: &'a [(SlotId, usize)],
    pub query: Option<&'a CatalogueQuery>,
}

/// Everything that is filled, with the tokens each rests on.
pub(crate) fn fills(known: &Known<'_>, clause: Clause<'_, '_>) -> Vec<(Fill, usize, usize)> {
    let mut filled: Vec<(Fill, usize, usize)> = Vec::new();
    let mut put = |slot: &SlotId, value: Value, from: usize, to: usize| {
        if known.open == Some(slot) {
            return;
        }
        // The last word on a slot counts.
        filled.retain(|f| f.0.slot != *slot);
        filled.push((Fill { slot: slot.clone(), value }, from, to));
    };
    let slots = &known.lexicon.slots;
    for found in clause.found() {
        // What reads in two ways is not certain.
        if found.other.is_some() {
            continue;
        }
        let Some((slot, form)) = slot_of(known, clause, found) else { continue };
        let value = match found.what {
            What::Number | What::Money | What::Quantity => {
                fit(&found.value, form, &known.lexicon.currency)
            }
            _ => Some(found.value.clone()),
        };
        if let Some(value) = value.filter(|v| is_within(v, form)) {
            put(slot, value, found.from, found.to);
        }
    }
    for (slot, form) in slots {
        let SlotKind::Choice(options) = &form.kind else { continue };
        if let Some((id, mention)) = option(clause, options)
            && is_telling(known, clause, mention.from, mention.to)
            && !(mention.fuzzy && is_asked(known, mention))
            // "Do my drivers need a licence?" complains of no lack of drivers.
            && !(mention.to - mention.from == 1
                && is_asked(known, mention)
                && (known.answered || !is_told_in_questions(known, slot, id)))
        {
            put(slot, Value::Choice(id.clone()), mention.from, mention.to);
        }
    }
    filled.sort_by_key(|f| f.1);
    filled
}

/// Whether a mention stands in a question.
fn is_asked(known: &Known<'_>, mention: &Mention<'_>) -> bool {
    known.questions.iter().any(|q| q.0 <= mention.from && mention.to <= q.1)
}

/// Whether an option of a slot may be told in one word of a question: it is one of an attribute's
/// too, so it is what they are or carry rather than think, or a language, which is asked for in
/// questions: "can we talk in German?"
fn is_told_in_questions(known: &Known<'_>, slot: &SlotId, option: &OptionId) -> bool {
    *slot == LANGUAGE_SLOT
        || known.lexicon.attributes.values().any(|form| match &form.kind {
            AttributeKind::Choice(options) | AttributeKind::Choices(options) => {
                options.contains(option)
            }
            _ => false,
        })
}

/// Whether the words of an option say enough on their own: not a function word, nor the name of
/// something in the catalogue.
fn is_telling(known: &Known<'_>, clause: Clause<'_, '_>, from: usize, to: usize) -> bool {
    let words = (from..to).filter(|&i| {
        let word = clause.text.word(i);
        clause.text.is_word(i)
            && word.chars().count() > 3
            && ![Mark::Stop, Mark::Price, Mark::Ask]
                .iter()
                .any(|&m| known.model.vocabulary.is(word, m))
    });
    let covered = clause.mentions().any(|m| {
        m.from <= from && m.to >= to && matches!(m.target, Target::Product(_)) || {
            let larger = m.to - m.from > to - from;
            larger && m.from <= from && m.to >= to && matches!(m.target, Target::Attribute(_))
        }
    });
    // "Just looking" is nothing but small words, and still says it when it is all that is said.
    let all = (clause.from..clause.to).all(|i| !clause.text.is_word(i) || (from..to).contains(&i));
    (words.count() > 0 || (all && to - from > 1)) && !covered
}

/// The slot that a value found certainly belongs to.
fn slot_of<'k>(
    known: &Known<'k>,
    clause: Clause<'_, '_>,
    found: &Found,
) -> Option<(&'k SlotId, &'k SlotForm)> {
    let slots = &known.lexicon.slots;
    let bound = known.bound.iter().find(|(_, at)| *at == found.from);
    if let Some((slot, _)) = bound {
        return slots.get_key_value(slot);
    }
    let only = |kind: &dyn Fn(&SlotKind) -> bool| {
        let mut fitting = slots.iter().filter(|(_, form)| kind(&form.kind));
        let first = fitting.next()?;
        fitting.next().is_none().then_some(first)
    };
    match found.what {
        What::Quantity => {
            let Value::Quantity(quantity) = found.value else { return None };
            // "For parcels, 60 kg at most" tells what is carried.
            let told = clause.mentions().any(|m| matches!(m.target, Target::Option(_)));
            if found.bound == Some(Bound::AtMost)
                && !is_range_end(clause, found)
                && known.query.is_some()
                && !told
            {
                return None;
            }
            if !is_wish(known, found, told) {
                return None;
            }
            only(&|kind| matches!(kind, SlotKind::Quantity(unit) if quantity.convert(*unit).is_some()))
                .filter(|_| {
                    told || found.bound != Some(Bound::AtMost) || !is_range_end(clause, found)
                })
        }
        // "Around 100k" where a budget is wanted.
        What::Number if !found.weak && is_large(&found.value) => {
            let money = |(_, form): &(&SlotId, &SlotForm)| form.kind == SlotKind::Money;
            let mut wanted = slots.iter().filter(|(slot, _)| known.wants.contains(slot));
            wanted.find(money)
        }
        What::Email => only(&|kind| *kind == SlotKind::Email),
        What::Phone => only(&|kind| *kind == SlotKind::Phone),
        What::Place if is_home(clause, found) => only(&|kind| *kind == SlotKind::Place),
        What::Person if !found.others => named(known, false),
        What::Company => named(known, true),
        What::Moment if clause.tags.any(Mark::Call) => moment(known, clause),
        _ => None,
    }
}

/// A number that hardly counts pieces.
fn is_large(value: &Value) -> bool {
    value.number().is_some_and(|number| number >= 1_000.into())
}

/// The upper end of a range: its lower end is the one that counts.
fn is_range_end(clause: Clause<'_, '_>, found: &Found) -> bool {
    found.bound == Some(Bound::AtMost)
        && clause.found().any(|f| {
            f.bound == Some(Bound::AtLeast) && f.to <= found.from && f.to + 2 >= found.from
        })
}

/// Whether an amount tells a need rather than a limit on something that is better when less.
fn is_wish(known: &Known<'_>, found: &Found, told: bool) -> bool {
    let Some(query) = known.query else { return true };
    query.filters.iter().all(|filter| {
        let lower = known.lexicon.attributes.get(&filter.attribute).and_then(|a| a.better);
        let same = match (&filter.value, &found.value) {
            (Value::Quantity(a), Value::Quantity(b)) => b.convert(a.unit).is_some(),
            _ => false,
        };
        let usual = || told || usual(known.lexicon, found).as_ref() == Some(&filter.attribute);
        !same || (lower != Some(Better::Lower) && filter.test != Test::AtMost && usual())
    })
}

/// Whether a place is where they are, not where something is to go to.
fn is_home(clause: Clause<'_, '_>, found: &Found) -> bool {
    let word = clause.text.word(found.from.wrapping_sub(1));
    if matches!(word, "to" | "nach" | "do" | "a" | "na" | "hasta" | "hacia") {
        return false;
    }
    let led = clause.tags.before(found.from, Mark::Place).is_some()
        || clause.tags.before(found.from, Mark::PlaceStrong).is_some()
        || clause.tags.before(found.from, Mark::Postcode).is_some();
    if !clause.asks {
        return true;
    }
    // In a question the place is theirs when they speak of themselves, or of what they are.
    let own = clause.tags.any(Mark::Me)
        || clause.mentions().any(|m| matches!(m.target, Target::Option(_)) && m.to <= found.from);
    led && own
}

/// Words that tell a company's slot from a person's.
const FIRMS: &[&str] = &[
    "company",
    "firm",
    "firma",
    "business",
    "organisation",
    "organization",
    "unternehmen",
    "betrieb",
    "empresa",
];

fn named<'k>(known: &Known<'k>, company: bool) -> Option<(&'k SlotId, &'k SlotForm)> {
    let is_company = |slot: &SlotId| {
        let nouns = known.words.slots.get(slot).into_iter().flatten().map(String::as_str);
        slot.as_str()
            .split('_')
            .chain(nouns)
            .any(|w| FIRMS.contains(&super::normalize::fold(w).as_str()))
    };
    let mut fitting = known.lexicon.slots.iter().filter(|(slot, form)| {
        // A company may be asked for in free words, a person has a type of its own.
        let named = form.kind == SlotKind::Name || (company && form.kind == SlotKind::Free);
        named && is_company(slot) == company
    });
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first)
}

/// The slot of a moment in a wish for a call: the only one, the one whose noun is said, or the one
/// named after calls.
fn moment<'k>(known: &Known<'k>, clause: Clause<'_, '_>) -> Option<(&'k SlotId, &'k SlotForm)> {
    let moments: Vec<_> =
        known.lexicon.slots.iter().filter(|(_, form)| form.kind == SlotKind::Moment).collect();
    if let [only] = moments.as_slice() {
        return Some(*only);
    }
    let said =
        |slot: &SlotId| clause.mentions().any(|m| matches!(m.target, Target::Slot(s) if s == slot));
    moments
        .iter()
        .find(|(slot, _)| said(slot))
        .or_else(|| moments.iter().find(|(slot, _)| slot.as_str().contains("call")))
        .copied()
}
