//! All that is known of one locale: closed words, phrases of the house, the trained classifier.
//!
//! Intents, answers and attributes are classes of one classifier, so that they compete. Start at
//! [`Model::train`].

use std::collections::HashSet;

use super::intent::{Candidate, Classifier};
use super::normalize::{Text, fold};
use super::phrase::Phrases;
use super::stem::Stems;
use super::vocabulary::{Mark, Tags, Vocabulary};
use crate::domain::ids::{AnswerId, AttributeId, IntentId, Locale};
use crate::domain::lexicon::Words;

/// What a class of the classifier stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Intent(IntentId),
    Answer(AnswerId),
    Attribute(AttributeId),
}

/// What function words alone must reach.
const WHOLE: f32 = 0.6;

/// One locale.
pub(crate) struct Model {
    pub vocabulary: Vocabulary,
    pub stems: Stems,
    pub phrases: Phrases,
    pub classes: Vec<Class>,
    pub classifier: Classifier,
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
        Self { vocabulary, stems, phrases, classes, classifier }
    }

    /// The likeliest classes of the tokens `from..to`, names of products left out; with values said
    /// beside a wish ("next week, a test ride") also without these, if that tells more.
    ///
    /// Function words alone mean something only as a whole phrase: "ok" and "and that" are no
    /// questions, "hi" and "why" are.
    pub(crate) fn rank(
        &self,
        text: &Text<'_>,
        tags: &Tags<'_>,
        from: usize,
        to: usize,
        values: &[(usize, usize)],
    ) -> Vec<Candidate> {
        if !(from..to).any(|i| text.is_word(i)) {
            return Vec::new();
        }
        // "Stop by" and "non-stop" are no stop.
        let idiom = |i: usize| {
            (i.saturating_sub(2)..=i).any(|k| tags.mark(k, Mark::Idiom).is_some_and(|end| end > i))
        };
        let keep =
            |i: usize| i >= from && i < to && !self.phrases.is_name(text.word(i)) && !idiom(i);
        let read = (&self.stems, &self.vocabulary);
        let mut ranked = self.classifier.rank(text, read, keep);
        let value = |i: usize| values.iter().any(|&(a, b)| a <= i && i < b);
        if (from..to).any(|i| text.is_word(i) && value(i)) {
            let bare = self.classifier.rank(text, read, |i| keep(i) && !value(i));
            let sure = |r: &[Candidate]| r.first().map_or(0.0, |c| c.confidence);
            if sure(&bare) > sure(&ranked) {
                ranked = bare;
            }
        }
        if super::clause::content(text, &self.vocabulary, from, to) == 0 {
            ranked.retain(|c| c.confidence >= WHOLE);
        }
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

fn train(
    words: &Words,
    classes: &[Class],
    vocabulary: &Vocabulary,
    stems: &Stems,
    phrases: &Phrases,
) -> Classifier {
    let mut examples: Vec<(u16, String)> = Vec::new();
    for (class, index) in classes.iter().zip(0u16..) {
        let (id, said) = match class {
            Class::Intent(id) => (id.as_str(), words.intents.get(id)),
            Class::Answer(id) => (id.as_str(), words.answers.get(id)),
            Class::Attribute(id) => (id.as_str(), words.attributes.get(id).map(|a| &a.said)),
        };
        examples.extend(said.into_iter().flatten().map(|phrase| (index, phrase.clone())));
        // Ids are English words, and a readable name is worth an example.
        if vocabulary.language == "en" && said.is_some_and(|s| !s.is_empty()) {
            examples.push((index, id.replace('_', " ")));
        }
    }
    let texts: Vec<(u16, Text<'_>)> =
        examples.iter().map(|(c, phrase)| (*c, Text::new(phrase))).collect();
    let count = u16::try_from(classes.len()).unwrap_or(u16::MAX);
    Classifier::train(&texts, count, (stems, vocabulary), |text, i| !phrases.is_name(text.word(i)))
}
