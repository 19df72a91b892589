//! All that is known of one locale: closed words, phrases of the house, the trained classifier.
//!
//! Intents, answers and attributes are classes of one classifier, so that they compete. Start at
//! [`Model::train`].

use std::collections::{HashMap, HashSet};

use super::catalogue::Clause;
use super::intent::{Candidate, Classifier};
use super::normalize::{Kind, Text, fold};
use super::phrase::Phrases;
use super::stem::Stems;
use super::vocabulary::{Mark, Vocabulary};
use crate::domain::ids::{AnswerId, AttributeId, IntentId, Locale};
use crate::domain::lexicon::Words;

/// What a class of the classifier stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Intent(IntentId),
    Answer(AnswerId),
    Attribute(AttributeId),
}

/// The confidence in a phrase said word for word.
const EXACT: f32 = 0.97;
/// What function words alone must reach.
const WHOLE: f32 = 0.6;

/// One locale.
pub(crate) struct Model {
    pub vocabulary: Vocabulary,
    pub stems: Stems,
    pub phrases: Phrases,
    pub classes: Vec<Class>,
    pub classifier: Classifier,
    /// What people say, folded, and what they mean by it.
    exact: HashMap<String, u16>,
}

impl Model {
    /// Collects and trains.
    pub(crate) fn train(locale: &Locale, words: &Words) -> Self {
        Self::build(locale, words, None)
    }

    /// Collects, and takes over a classifier trained before when it fits the words.
    pub(crate) fn with(locale: &Locale, words: &Words, classifier: Classifier) -> Option<Self> {
        let classes = u16::try_from(classes(words).len()).ok()?;
        classifier.is_sound(classes).then(|| Self::build(locale, words, Some(classifier)))
    }

    fn build(locale: &Locale, words: &Words, trained: Option<Classifier>) -> Self {
        let vocabulary = Vocabulary::of(locale.as_str());
        let stems = Stems::of(&vocabulary.language);
        let phrases = Phrases::new(words, &stems, vocabulary.function_words());
        let classes = classes(words);
        let classifier = match trained {
            Some(mut classifier) => {
                classifier.link();
                classifier
            }
            None => train(words, &classes, &vocabulary, &stems, &phrases),
        };
        let mut exact = HashMap::new();
        for (class, index) in classes.iter().zip(0u16..) {
            for phrase in said(words, class) {
                exact.entry(fold(phrase)).or_insert(index);
            }
        }
        Self { vocabulary, stems, phrases, classes, classifier, exact }
    }

    /// Whoever says just what the house wrote down means just that.
    fn word_for_word(&self, text: &Text<'_>, from: usize, to: usize, ranked: &mut Vec<Candidate>) {
        let words: Vec<&str> = (from..to)
            .filter(|&i| text.tokens[i].kind != Kind::Mark)
            .map(|i| text.word(i))
            .collect();
        let Some(&class) = self.exact.get(&words.join(" ")) else { return };
        ranked.retain(|candidate| candidate.class != class);
        ranked.insert(0, Candidate { class, confidence: EXACT });
        for other in &mut ranked[1..] {
            other.confidence = other.confidence.min(1.0 - EXACT);
        }
    }

    /// The likeliest classes of the tokens `from..to`, names of products left out; with values said
    /// beside a wish ("next week, a test ride") also without these, if that tells more.
    ///
    /// Function words alone mean something only as a whole phrase: "ok" and "and that" are no
    /// questions, "hi" and "why" are.
    pub(crate) fn rank(&self, clause: Clause<'_, '_>) -> Vec<Candidate> {
        let Clause { text, tags, from, to, .. } = clause;
        let (values, preludes) = (clause.values(), clause.preludes());
        if !(from..to).any(|i| text.is_word(i)) {
            return Vec::new();
        }
        // "Stop by" and "non-stop" are no stop.
        let idiom = |i: usize| {
            (i.saturating_sub(2)..=i).any(|k| tags.mark(k, Mark::Idiom).is_some_and(|end| end > i))
        };
        let within =
            |ranges: &[(usize, usize)], i: usize| ranges.iter().any(|r| r.0 <= i && i < r.1);
        let keep = |i: usize| {
            let inside = i >= from && i < to && !within(&preludes, i);
            inside && !self.phrases.is_name(text.word(i)) && !idiom(i)
        };
        let read = (&self.stems, &self.vocabulary);
        let mut ranked = self.classifier.rank(text, read, keep);
        let value = |i: usize| within(&values, i);
        let content = |i: &usize| {
            let word = text.word(*i);
            text.is_word(*i) && !value(*i) && !self.vocabulary.is(word, Mark::Stop)
        };
        // What is left must still be a sentence: "tomorrow would be good" is about tomorrow.
        let left = (from..to).filter(content).count();
        if left >= 3 && (from..to).any(|i| text.is_word(i) && value(i)) {
            let bare = self.classifier.rank(text, read, |i| keep(i) && !value(i));
            let sure = |r: &[Candidate]| r.first().map_or(0.0, |c| c.confidence);
            if sure(&bare) > sure(&ranked) {
                ranked = bare;
            }
        }
        if super::clause::content(text, &self.vocabulary, from, to) == 0 {
            ranked.retain(|c| c.confidence >= WHOLE);
        }
        self.word_for_word(text, from, to, &mut ranked);
        ranked
    }

    /// Words that the house uses in this locale, folded.
    pub(crate) fn words_of_house(words: &Words) -> Vec<String> {
        let attributes =
            words.attributes.values().flat_map(|a| a.said.iter().chain(&a.most).chain(&a.least));
        let all = words
            .intents
            .values()
            .chain(words.answers.values())
            .chain(words.options.values())
            .chain(words.kinds.values())
            .chain(words.slots.values())
            .flatten()
            .chain(attributes);
        let mut seen = HashSet::new();
        for phrase in all {
            for word in fold(phrase).split(' ') {
                if word.len() > 1 && !word.bytes().all(|b| b.is_ascii_digit()) {
                    seen.insert(word.to_owned());
                }
            }
        }
        let mut list: Vec<String> = seen.into_iter().collect();
        list.sort();
        list
    }
}

/// The classes of a locale in a fixed order.
fn classes(words: &Words) -> Vec<Class> {
    let intents = words.intents.keys().cloned().map(Class::Intent);
    let answers = words.answers.keys().cloned().map(Class::Answer);
    let attributes = words.attributes.keys().cloned().map(Class::Attribute);
    intents.chain(answers).chain(attributes).collect()
}

/// What people say for a class.
fn said<'w>(words: &'w Words, class: &Class) -> &'w [String] {
    let said = match class {
        Class::Intent(id) => words.intents.get(id),
        Class::Answer(id) => words.answers.get(id),
        Class::Attribute(id) => words.attributes.get(id).map(|a| &a.said),
    };
    said.map_or(&[], Vec::as_slice)
}

fn train(
    words: &Words,
    classes: &[Class],
    vocabulary: &Vocabulary,
    stems: &Stems,
    phrases: &Phrases,
) -> Classifier {
    let mut examples: Vec<(u16, String)> = Vec::new();
    for (class, index) in classes.iter().zip(0u16..) {
        let id = match class {
            Class::Intent(id) => id.as_str(),
            Class::Answer(id) => id.as_str(),
            Class::Attribute(id) => id.as_str(),
        };
        let said = said(words, class);
        examples.extend(said.iter().map(|phrase| (index, phrase.clone())));
        // Ids are English words, and a readable name is worth an example.
        if vocabulary.language == "en" && !said.is_empty() {
            examples.push((index, id.replace('_', " ")));
        }
    }
    let texts: Vec<(u16, Text<'_>)> =
        examples.iter().map(|(c, phrase)| (*c, Text::new(phrase))).collect();
    let count = u16::try_from(classes.len()).unwrap_or(u16::MAX);
    Classifier::train(&texts, count, (stems, vocabulary), |text, i| !phrases.is_name(text.word(i)))
}
