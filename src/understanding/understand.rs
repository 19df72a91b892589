//! The composition: from an utterance and its context to what it means.
//!
//! Start at [`understand`]; [`super`] tells the way and who wins.

use super::Understanding;
use super::clause::{Clause, asks, content, corrects, split};
use super::entity::{self, Found, Open, Setting, Told, What};
use super::fill::{self, Known};
use super::model::Model;
use super::normalize::{Kind, Text};
use super::phrase::Target;
use super::reading::{self, Asked};
use super::request::requests;
use super::stop::Wish;
use super::vocabulary::{Mark, Role};
use crate::domain::ids::{IntentId, SlotId};
use crate::domain::lexicon::{SlotKind, Words};
use crate::domain::understood::{Ask, Context, Reading, Sure, Understood};
use crate::domain::value::Value;

/// How many candidates are told.
pub(super) const TOLD: usize = 3;
/// From this confidence on another meaning keeps words from being free text.
pub(super) const STRONG: f32 = 0.75;

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
    // "Bis bald" ends with no time.
    let parting = |i: usize| tags.mark(i, Mark::Farewell).map(|to| (i, to));
    for (from, to) in (0..text.len()).filter_map(parting) {
        mentions.retain(|m| m.to <= from || m.from >= to);
    }
    let whole = Clause {
        text: &text,
        tags: &tags,
        mentions: &mentions,
        found: &found,
        from: 0,
        to: text.len(),
        asks: asks(&text, &tags, 0, text.len()),
        content: content(&text, &model.vocabulary, 0, text.len()),
        foreign: understood.not_served.is_some(),
    };
    requests(house, model, whole, &split(&text, &tags), context, &mut understood);
    let questions: Vec<(usize, usize)> = split(&text, &tags)
        .into_iter()
        .filter(|&(from, to)| asks(&text, &tags, from, to))
        .collect();
    values(house, words, model, whole, &questions, context, &mut understood);
    let named = entity::wants_somebody(&text, &tags, &model.vocabulary, &house.places, &found);
    heed(house, words, (&text, named), &mut understood);
    understood
}

/// How sure the closed words for "stop" and "a person" are.
const WISHED: f32 = 0.97;

/// "Stop" and "a person" are heard whatever else the words resemble.
fn heed(
    house: &Understanding,
    words: &Words,
    (text, named): (&Text<'_>, bool),
    understood: &mut Understood,
) {
    let wishes = understood.locale.as_ref().and_then(|l| house.wishes.get(l));
    let picked = matches!(&understood.reading, Some(Reading::Choice(_)));
    let id: IntentId = match wishes.and_then(|wishes| wishes.told(text, named)) {
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
    if matches!(&understood.reading, Some(Reading::Value(Value::Text(_) | Value::Place(_))))
        && named
    {
        // "Let me talk to Kim" is no answer to "what is your name?"
        understood.reading = None;
        understood.only_values = false;
    }
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
