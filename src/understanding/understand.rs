//! The composition: from an utterance and its context to what it means.
//!
//! Start at [`understand`]; [`super`] tells the way and who wins.

use super::Understanding;
use super::catalogue;
use super::clause::{Clause, asks, content, corrects, split};
use super::entity::{self, Found, Open, Setting, Told, What};
use super::fill::{self, Known};
use super::filter;
use super::intent::Candidate;
use super::model::{Class, Model};
use super::normalize::{Kind, Text};
use super::phrase::{Mention, Target};
use super::reading::{self, Asked};
use super::stop::Wish;
use super::stretch::{is_filler, is_value, tells};
use super::vocabulary::{Mark, Role, Tags};
use crate::domain::ids::{AnswerId, AttributeId, IntentId, SlotId};
use crate::domain::lexicon::{SlotKind, Words};
use crate::domain::reply::ChoiceId;
use crate::domain::understood::{Ask, CatalogueQuery, Context, Reading, Request, Sure, Understood};

/// How many candidates are told.
const TOLD: usize = 3;
/// From this share of the threshold on a meaning is worth asking for,
const MAYBE: f32 = 0.85;
/// and so many are.
const GUESSES: usize = 2;
/// From this confidence on another meaning keeps words from being free text.
const STRONG: f32 = 0.75;

/// Words around values that ask for nothing.
const FILLERS: &[Mark] = &[
    Mark::Stop,
    Mark::About,
    Mark::AtLeast,
    Mark::AtMost,
    Mark::AtLeastAfter,
    Mark::AtMostAfter,
    Mark::Between,
    Mark::Correct,
    Mark::Greeting,
    Mark::MyName,
    Mark::IAm,
    Mark::WeAre,
    Mark::Place,
    Mark::PlaceStrong,
    Mark::Piece,
    Mark::Yes,
];

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

pub(super) fn understand(house: &Understanding, utterance: &str, context: &Context) -> Understood {
    let text = Text::new(utterance);
    let told = house.languages.tell(&text, context.locale.as_ref(), context.hint.as_ref());
    let mut understood = Understood {
        locale: told.locale.clone(),
        not_served: told.not_served,
        ..Understood::default()
    };
    let model = told.locale.as_ref().and_then(|l| house.models.get(l));
    let words = told.locale.as_ref().and_then(|l| house.lexicon.locales.get(l));
    let (Some(model), Some(words)) = (model, words) else { return understood };
    if text.len() == 0 {
        return understood;
    }
    let tags = model.vocabulary.tag(&text);
    let setting = setting(house, context);
    let found = entity::find(&text, &tags, &model.vocabulary, setting);
    let mut mentions = model.phrases.find(&text, &model.stems);
    // The words of an address name nothing: "mail@the-bakery.example".
    let address = |f: &&Found| matches!(f.what, What::Email | What::Phone | What::Link);
    for found in found.iter().filter(address) {
        mentions.retain(|m| m.to <= found.from || m.from >= found.to);
    }
    let clause =
        |from: usize, to: usize| clause_of(model, &text, &tags, &mentions, &found, from, to);
    let foreign = understood.not_served.is_some();
    let whole = Clause { foreign, ..clause(0, text.len()) };
    requests(house, model, whole, &split(&text, &tags), context, &mut understood);
    let questions: Vec<(usize, usize)> = split(&text, &tags)
        .into_iter()
        .filter(|&(from, to)| asks(&text, &tags, from, to))
        .collect();
    values(house, words, model, whole, &questions, context, &mut understood);
    heed(house, words, &text, &mut understood);
    understood
}

/// How sure the closed words for "stop" and "a person" are.
const WISHED: f32 = 0.97;

/// "Stop" and "a person" are heard whatever else the words resemble.
fn heed(house: &Understanding, words: &Words, text: &Text<'_>, understood: &mut Understood) {
    let wishes = understood.locale.as_ref().and_then(|l| house.wishes.get(l));
    let picked = matches!(&understood.reading, Some(Reading::Choice(_)));
    let id: IntentId = match wishes.and_then(|wishes| wishes.told(text)) {
        Some(Wish::Stop) => "stop".into(),
        Some(Wish::Person) if !picked => "human".into(),
        _ => return,
    };
    if !words.intents.contains_key(&id) {
        return;
    }
    let said = understood.intents.iter().find(|i| i.id == id).map_or(0.0, |i| i.confidence);
    understood.intents.retain(|intent| intent.id != id);
    understood.intents.insert(0, Sure { id, confidence: said.max(WISHED) });
    understood.intents.truncate(TOLD);
    understood.answers.clear();
    understood.maybe.clear();
    understood.catalogue = None;
}

/// The values of an utterance as they are told: with their kinds, units and places.
pub(super) fn told(house: &Understanding, utterance: &str, context: &Context) -> Vec<Told> {
    let text = Text::new(utterance);
    let told = house.languages.tell(&text, context.locale.as_ref(), context.hint.as_ref());
    let Some(model) = told.locale.as_ref().and_then(|l| house.models.get(l)) else {
        return Vec::new();
    };
    let tags = model.vocabulary.tag(&text);
    let found = entity::find(&text, &tags, &model.vocabulary, setting(house, context));
    entity::tell(&text, &found)
}

/// What besides the words decides how values read.
fn setting<'s>(house: &'s Understanding, context: &'s Context) -> Setting<'s> {
    let form = context.slot.as_ref().and_then(|s| house.lexicon.slots.get(s));
    let open = match form.map(|f| &f.kind) {
        Some(SlotKind::Moment) => Open::Moment,
        Some(SlotKind::Phone) => Open::Phone,
        Some(SlotKind::Place) => Open::Place,
        _ => Open::Other,
    };
    Setting {
        country: &house.lexicon.country,
        currency: &house.lexicon.currency,
        today: context.today,
        clock: context.clock,
        agreed: context.agreed,
        home: context.country.as_deref(),
        named: wants_name(house, context),
        open,
        places: &house.places,
    }
}

/// Whether a person's name is asked for, now or later in what is open.
fn wants_name(house: &Understanding, context: &Context) -> bool {
    let slots = &house.lexicon.slots;
    let is_name = |slot: &SlotId| slots.get(slot).is_some_and(|form| form.kind == SlotKind::Name);
    context.slot.iter().chain(&context.wants).any(is_name)
}

#[expect(clippy::too_many_arguments, reason = "the layers of one text, each borrowed")]
fn clause_of<'c, 't>(
    model: &Model,
    text: &'c Text<'t>,
    tags: &'c Tags<'c>,
    mentions: &'c [Mention<'c>],
    found: &'c [Found],
    from: usize,
    to: usize,
) -> Clause<'c, 't> {
    let asks = asks(text, tags, from, to);
    let content = content(text, &model.vocabulary, from, to);
    Clause { text, tags, mentions, found, from, to, asks, content, foreign: false }
}

/// What is wanted or asked, of the whole or of its separate requests.
fn requests(
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
            let part =
                clause_of(model, whole.text, whole.tags, whole.mentions, whole.found, from, to);
            let part = Clause { foreign: whole.foreign, ..part };
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
    understood.also = parts.into_iter().filter_map(|p| request(p, &main)).collect();
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

/// Entities, fills, and the reading against the open question.
#[expect(clippy::too_many_arguments, reason = "what has been found out about one utterance")]
fn values(
    house: &Understanding,
    words: &Words,
    model: &Model,
    whole: Clause<'_, '_>,
    questions: &[(usize, usize)],
    context: &Context,
    understood: &mut Understood,
) {
    let lexicon = &house.lexicon;
    let bound = fill::bind(lexicon, words, whole);
    let negated = whole.found.iter().any(|f| f.negated);
    let corrects = corrects(whole.text, whole.tags) || negated;
    let strongest = strength(understood);
    let asked = Asked {
        lexicon,
        words,
        model,
        context,
        pattern: context.slot.as_ref().and_then(|s| house.patterns.get(s)),
        elsewhere: strongest >= STRONG || understood.catalogue.is_some(),
        meant: strongest > 0.0 || understood.catalogue.is_some(),
        bound: &bound,
        questions,
        corrects,
    };
    let mut read = reading::read(&asked, whole);
    let known = Known {
        lexicon,
        words,
        model,
        open: context.slot.as_ref(),
        wants: &context.wants,
        questions,
        answered: answered(understood),
        bound: &bound,
        query: understood.catalogue.as_ref(),
    };
    let mut fills = fill::fills(&known, whole);
    // "Around 40,000" is too many bikes, and a budget that is wanted, too.
    read.take_if(|read| {
        matches!(read.reading, Reading::OutOfRange(_))
            && fills.iter().any(|f| f.1 < read.to && f.2 > read.from)
    });
    let mut covered = vec![false; whole.text.len()];
    if let Some(read) = &read {
        covered[read.from..read.to].fill(true);
        // What answers the open question fills nothing else.
        fills.retain(|f| f.1 >= read.to || f.2 <= read.from || read.to - read.from > 3);
    }
    for (_, from, to) in &fills {
        covered[*from..*to].fill(true);
    }
    understood.entities = whole
        .found
        .iter()
        .filter(|f| !f.negated && (!f.weak || bound.iter().any(|b| b.1 == f.from)))
        .filter_map(|f| f.entity(whole.text))
        .collect();
    understood.refused =
        whole.found.iter().filter(|f| f.negated).map(|f| f.value.clone()).collect();
    let any = !fills.is_empty() || read.is_some();
    understood.corrects = corrects && (any || !understood.entities.is_empty() || negated);
    let nouns =
        whole.mentions.iter().filter(|m| matches!(m.target, Target::Slot(_) | Target::Kind(_)));
    for mention in nouns {
        covered[mention.from..mention.to].fill(true);
    }
    for tag in whole.tags.all() {
        if matches!(tag.role, Role::Is(mark) if FILLERS.contains(mark)) {
            covered[tag.from..tag.to].fill(true);
        }
    }
    for found in whole.found {
        covered[found.from..found.to].fill(true);
    }
    let left = (0..whole.text.len())
        .filter(|&i| whole.text.tokens[i].kind != Kind::Mark && !covered[i])
        .count();
    understood.only_values = any && left == 0 && !understood.asks;
    if !whole.found.is_empty() && fills.is_empty() && left == 0 && !understood.asks {
        // "Tomorrow at ten" is a value, whatever phrase it looks like.
        understood.intents.retain(|intent| intent.confidence >= STRONG);
        understood.answers.retain(|answer| answer.confidence >= STRONG);
    }
    if understood.only_values && read.is_some() {
        // What is nothing but a reply asks for nothing; a clear wish ("stop") stays one.
        understood.catalogue = None;
        understood.answers.clear();
        understood.also.clear();
        understood.intents.retain(|intent| intent.confidence >= STRONG);
    }
    understood.fills = fills.into_iter().map(|f| f.0).collect();
    understood.reading = read.map(|r| r.reading);
}

/// Whether an answer or a fact is what is asked for, rather than something that fits them.
fn answered(understood: &Understood) -> bool {
    let fact = understood.catalogue.as_ref().is_some_and(|query| query.ask == Ask::Fact);
    let answer = understood.answers.first().is_some_and(|answer| {
        understood.intents.first().is_none_or(|intent| intent.confidence < answer.confidence)
    });
    fact || answer
}

/// The confidence of the surest intent or answer.
fn strength(understood: &Understood) -> f32 {
    let intents = understood.intents.iter().map(|s| s.confidence);
    intents.chain(understood.answers.iter().map(|s| s.confidence)).fold(0.0, f32::max)
}
