//! What is wanted or asked: of the whole message, and of each request in it.
//!
//! Intents, answers and questions about the catalogue compete; [`super`] tells who wins. Start at
//! [`requests`].

use super::Understanding;
use super::catalogue;
use super::clause::{Clause, asks, content};
use super::filter;
use super::intent::Candidate;
use super::model::{Class, Model};
use super::phrase::Target;
use super::stretch::{is_filler, is_value, tells};
use super::understand::{STRONG, TOLD};
use super::vocabulary::Mark;
use crate::domain::ids::{AnswerId, AttributeId, IntentId};
use crate::domain::reply::ChoiceId;
use crate::domain::understood::{Ask, CatalogueQuery, Context, Request, Sure, Understood};

/// From this share of the threshold on a meaning is worth asking for,
const MAYBE: f32 = 0.85;
/// and so many are.
const GUESSES: usize = 2;
/// From this confidence on a word beside a price asks for an answer.
const ASIDE: f32 = 0.6;

/// What a stretch of the message means.
#[derive(Debug, Default)]
struct Meaning {
    maybe: Vec<Sure<ChoiceId>>,
    intents: Vec<Sure<IntentId>>,
    answers: Vec<Sure<AnswerId>>,
    catalogue: Option<CatalogueQuery>,
    /// Confidence or evidence of the main meaning, 0 when there is none.
    strength: f32,
}

/// What is wanted or asked, of the whole or of its separate requests.
pub(super) fn requests(
    house: &Understanding,
    model: &Model,
    whole: Clause<'_, '_>,
    cuts: &[(usize, usize)],
    context: &Context,
    understood: &mut Understood,
) {
    let all = meaning(house, model, whole, context);
    let mut parts: Vec<Meaning> = Vec::new();
    understood.asks = whole.asks;
    if cuts.len() > 1 {
        for &(from, to) in cuts.iter().take(6) {
            let part = part_of(model, whole, from, to);
            understood.asks |= part.asks;
            if is_filler(model, part) {
                continue;
            }
            let mut meaning = meaning(house, model, part, context);
            if !part.asks && tells(part) {
                // "We are a bakery with three vans." tells who they are and asks nothing.
                meaning.answers.clear();
                meaning.strength = strength_of(&meaning);
            }
            let bare = part.found().next().is_none();
            understood.unclear |= part.asks && meaning.strength == 0.0 && part.content >= 2 && bare;
            if meaning.strength > 0.0 && !parts.iter().any(|p| is_same(p, &meaning)) {
                parts.push(meaning);
            }
        }
    }
    let prices = join_price(house, cuts, whole, &mut parts);
    let mut main = match parts.len() {
        0 => all,
        1 => {
            let part = parts.remove(0);
            // "Rather 8, and what does a service cost?": the number before is nobody's count there.
            let mixed = all.catalogue.as_ref().is_some_and(|q| q.count.is_some())
                && part.catalogue.is_none()
                && part.strength >= STRONG;
            if all.strength > part.strength && !mixed { all } else { part }
        }
        _ => parts.remove(0),
    };
    if let Some(query) = main.catalogue.as_mut().filter(|query| is_search(query))
        && let Some(price) = prices
        && !query.attributes.contains(&price)
    {
        query.attributes.push(price);
    }
    let beside = beside(house, model, whole, &main);
    understood.also = parts.into_iter().filter_map(|p| request(p, &main)).collect();
    if let Some(beside) = beside
        && !understood.also.contains(&beside)
    {
        understood.also.push(beside);
    }
    understood.intents = main.intents;
    understood.answers = main.answers;
    understood.catalogue = main.catalogue;
    understood.maybe = main.maybe;
    for mention in whole.mentions {
        if let Target::Product(id) = mention.target
            && !understood.products.contains(id)
        {
            understood.products.push(id.clone());
        }
    }
}

/// "What would two be with VAT?" asks for a sum, and something that only an answer tells.
fn beside(
    house: &Understanding,
    model: &Model,
    whole: Clause<'_, '_>,
    main: &Meaning,
) -> Option<Request> {
    let price = filter::price(&house.lexicon);
    let query = main.catalogue.as_ref()?;
    let asks_price = query.attributes.iter().any(|id| Some(id) == price.as_ref());
    let priced = query.total || query.count.is_some() || asks_price;
    let best = (priced && !is_search(query)).then(|| model.rank_unexplained(whole))?;
    let best = best.first().filter(|best| best.confidence >= ASIDE)?;
    match &model.classes[usize::from(best.class)] {
        Class::Answer(id) => {
            Some(Request::Answer(Sure { id: id.clone(), confidence: best.confidence }))
        }
        _ => None,
    }
}

/// A stretch of a message.
fn part_of<'c, 't>(model: &Model, whole: Clause<'c, 't>, from: usize, to: usize) -> Clause<'c, 't> {
    let asks = asks(whole.text, whole.tags, from, to);
    let content = content(whole.text, &model.vocabulary, from, to);
    Clause { from, to, asks, content, ..whole }
}

fn is_search(query: &CatalogueQuery) -> bool {
    matches!(query.ask, Ask::Which | Ask::List | Ask::Extreme)
}

/// "Which carry 200 kg, and what do they cost?": the price is asked of what is searched for, not of
/// the house in general. Takes that part out and gives the attribute.
fn join_price(
    house: &Understanding,
    cuts: &[(usize, usize)],
    whole: Clause<'_, '_>,
    parts: &mut Vec<Meaning>,
) -> Option<AttributeId> {
    let first = parts.first()?.catalogue.as_ref().filter(|query| is_search(query))?;
    if first.attributes.iter().any(|id| *id == "price") || parts.len() != 2 {
        return None;
    }
    let asks_price = |&(from, to): &(usize, usize)| {
        let said = |mark: Mark| (from..to).any(|i| whole.tags.is(i, mark));
        said(Mark::Price) && (said(Mark::Them) || said(Mark::It))
    };
    let price = filter::price(&house.lexicon)?;
    cuts.iter().skip(1).any(asks_price).then(|| {
        parts.truncate(1);
        price
    })
}

/// The strength of what is left of a meaning.
fn strength_of(meaning: &Meaning) -> f32 {
    match &meaning.catalogue {
        Some(_) => meaning.strength,
        None => meaning.intents.iter().map(|i| i.confidence).fold(0.0, f32::max),
    }
}

fn is_same(a: &Meaning, b: &Meaning) -> bool {
    match (&a.catalogue, &b.catalogue) {
        (Some(a), Some(b)) => a == b,
        (None, None) => lead(a) == lead(b),
        _ => false,
    }
}

/// The main candidate of a meaning without a catalogue question.
fn lead(meaning: &Meaning) -> Option<Request> {
    let intent = meaning.intents.first();
    let answer = meaning.answers.first();
    match (intent, answer) {
        (Some(i), Some(a)) if i.confidence >= a.confidence => Some(Request::Intent(i.clone())),
        (_, Some(a)) => Some(Request::Answer(a.clone())),
        (Some(i), None) => Some(Request::Intent(i.clone())),
        (None, None) => None,
    }
}

/// A further meaning as a request, unless it repeats the main one.
fn request(meaning: Meaning, main: &Meaning) -> Option<Request> {
    let request = match meaning.catalogue {
        Some(query) => Request::Catalogue(query),
        None => lead(&meaning)?,
    };
    let again = match (&request, &main.catalogue) {
        (Request::Catalogue(query), Some(other)) => query == other,
        (Request::Intent(i), None) => main.intents.first().is_some_and(|m| m.id == i.id),
        (Request::Answer(a), None) => main.answers.first().is_some_and(|m| m.id == a.id),
        _ => false,
    };
    (!again).then_some(request)
}

fn meaning(
    house: &Understanding,
    model: &Model,
    clause: Clause<'_, '_>,
    context: &Context,
) -> Meaning {
    let threshold = model.classifier.calibration.threshold;
    let ranked = model.rank(clause);
    let mut meaning = Meaning::default();
    let mut attributes: Vec<(AttributeId, f32)> = Vec::new();
    let mut guesses: Vec<(ChoiceId, f32)> = Vec::new();
    let mut best = 0.0f32;
    for candidate in ranked {
        let confidence = candidate.confidence;
        match &model.classes[usize::from(candidate.class)] {
            Class::Attribute(id) => {
                attributes.push((id.clone(), confidence));
                if confidence < threshold {
                    guesses.push((ChoiceId::Attribute(id.clone()), confidence));
                }
            }
            Class::Intent(id) if confidence < threshold => {
                guesses.push((ChoiceId::Intent(id.clone()), confidence));
            }
            Class::Answer(id) if confidence < threshold => {
                guesses.push((ChoiceId::Answer(id.clone()), confidence));
            }
            Class::Intent(id) => {
                best = best.max(confidence);
                meaning.intents.push(Sure { id: id.clone(), confidence });
            }
            Class::Answer(id) => {
                best = best.max(confidence);
                meaning.answers.push(Sure { id: id.clone(), confidence });
            }
        }
    }
    meaning.intents.truncate(TOLD);
    meaning.answers.truncate(TOLD);
    // An attribute that an intent or answer outdoes is not what was asked.
    attributes.retain(|a| a.1 >= best || a.1 < threshold);
    if clause.asks
        && let Some(beside) = model.rank_beside_product(clause)
    {
        let named = |c: &Candidate| match &model.classes[usize::from(c.class)] {
            Class::Attribute(id) => Some((id.clone(), c.confidence)),
            _ => None,
        };
        let asked: Vec<_> = beside.iter().filter_map(named).collect();
        if asked.first().is_some_and(|a| a.1 >= threshold) {
            attributes = asked;
        }
    }
    if !clause.asks && is_value(clause) {
        // "Town of Linz" is a place, whatever it looks like.
        meaning.answers.clear();
        meaning.intents.retain(|intent| intent.confidence >= STRONG);
        attributes.clear();
        best = strength_of(&meaning);
    }
    let parsed = catalogue::parse(&house.lexicon, clause, &attributes, threshold, &context.focus);
    meaning.strength = best;
    // "You are so heavy!" names a weight and means something else.
    let remark = |query: &CatalogueQuery, evidence: f32| {
        let bare = query.ask == Ask::Fact && query.products.is_empty();
        bare && !clause.asks && evidence < STRONG + 0.01 && best >= threshold
    };
    if let Some((query, evidence)) = parsed
        && evidence >= best
        && !remark(&query, evidence)
        && evidence >= threshold.min(0.4)
    {
        meaning.catalogue = Some(query);
        meaning.strength = evidence;
    }
    if meaning.strength == 0.0 && clause.content > 0 {
        meaning.maybe = guesses
            .into_iter()
            .filter(|g| g.1 >= threshold * MAYBE)
            .take(GUESSES)
            .map(|(id, confidence)| Sure { id, confidence })
            .collect();
    }
    meaning
}
