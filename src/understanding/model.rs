//! All that is known of one locale: closed words, phrases of the house, the trained classifier.
//!
//! Intents, answers and attributes are classes of one classifier, so that they compete. Start at
//! [`Model::train`].

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::evaluate::Labelled;
use super::explain::Reasons;
use super::intent::Classifier;
use super::learn::{self, Example};
use super::normalize::{Text, fold};
use super::phrase::Phrases;
use super::query::Reader;
use super::stem::Stems;
use super::vectors::Vectors;
use super::vocabulary::Vocabulary;
use crate::domain::ids::{AnswerId, AttributeId, IntentId, Locale};
use crate::domain::lexicon::Words;

/// What a class of the classifier stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Intent(IntentId),
    Answer(AnswerId),
    Attribute(AttributeId),
}

impl Class {
    /// The id of what it stands for.
    pub(crate) fn id(&self) -> &str {
        match self {
            Self::Intent(id) => id.as_str(),
            Self::Answer(id) => id.as_str(),
            Self::Attribute(id) => id.as_str(),
        }
    }

    /// Its kind and id, as `intent.human`.
    pub(crate) fn name(&self) -> String {
        let kind = match self {
            Self::Intent(_) => "intent",
            Self::Answer(_) => "answer",
            Self::Attribute(_) => "attribute",
        };
        format!("{kind}.{}", self.id())
    }
}

/// One locale.
pub(crate) struct Model {
    pub vocabulary: Vocabulary,
    pub stems: Stems,
    pub phrases: Phrases,
    pub classes: Vec<Class>,
    pub classifier: Classifier,
    /// What people say, folded, and what they mean by it.
    pub(super) exact: HashMap<String, u16>,
    /// What the classifier learnt from.
    examples: Vec<Example>,
    vectors: Arc<Vectors>,
}

impl Model {
    /// Collects and trains. What has no phrases here learns from those of `lender`, when there is
    /// an encoder to read them.
    pub(crate) fn train(
        locale: &Locale,
        words: &Words,
        lender: Option<&Words>,
        vectors: &Arc<Vectors>,
    ) -> Self {
        Self::build(locale, words, (lender, vectors), None)
    }

    /// Collects, and takes over a classifier trained before when it fits the words.
    pub(crate) fn with(
        locale: &Locale,
        words: &Words,
        (lender, vectors): (Option<&Words>, &Arc<Vectors>),
        classifier: Classifier,
    ) -> Option<Self> {
        let classes = u16::try_from(classes(words).len()).ok()?;
        let fits = classifier.is_sound(classes);
        fits.then(|| Self::build(locale, words, (lender, vectors), Some(classifier)))
    }

    fn build(
        locale: &Locale,
        words: &Words,
        (lender, vectors): (Option<&Words>, &Arc<Vectors>),
        trained: Option<Classifier>,
    ) -> Self {
        let vocabulary = Vocabulary::of(locale.as_str());
        let stems = Stems::of(&vocabulary.language);
        let phrases = Phrases::new(words, &stems, vocabulary.function_words());
        let classes = classes(words);
        let lender = lender.filter(|_| vectors.encoder.is_some());
        let examples = examples(words, lender, &classes, &vocabulary);
        let reader = Reader { stems: &stems, vocabulary: &vocabulary, vectors, foreign: false };
        let mut classifier = trained.unwrap_or_else(|| {
            let count = u16::try_from(classes.len()).unwrap_or(u16::MAX);
            learn::train(&examples, count, reader, |word| !phrases.is_name(word))
        });
        classifier.link(&vocabulary, Self::words_of_house(words).into_iter());
        let mut exact = HashMap::new();
        for (class, index) in classes.iter().zip(0u16..) {
            for phrase in said(words, class) {
                exact.entry(fold(phrase)).or_insert(index);
            }
        }
        let vectors = vectors.clone();
        Self { vocabulary, stems, phrases, classes, classifier, exact, examples, vectors }
    }

    /// What people say here and what they mean by it, without what is borrowed and without names
    /// of ids.
    pub(crate) fn phrases_and_meanings(&self) -> Vec<Labelled> {
        let own = self.examples.iter().filter(|example| !example.foreign && !example.id);
        let line = |example: &Example| Labelled {
            text: example.text.clone(),
            label: self.classes[usize::from(example.class)].name(),
        };
        own.map(line).collect()
    }

    pub(crate) fn reader(&self) -> Reader<'_> {
        Reader {
            stems: &self.stems,
            vocabulary: &self.vocabulary,
            vectors: &self.vectors,
            foreign: false,
        }
    }

    /// Why a class was found: its nearest phrases, and the words that speak for it.
    pub(crate) fn reasons(&self, class: u16, utterance: &str) -> (Vec<(&str, f32)>, Reasons) {
        let reasons = self.classifier.reasons(class, &Text::new(utterance), self.reader());
        let near = reasons
            .near
            .iter()
            .filter_map(|&(example, near)| Some((self.examples.get(example)?.text.as_str(), near)));
        (near.collect(), reasons)
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

/// What the classifier of a locale learns from.
fn examples(
    words: &Words,
    lender: Option<&Words>,
    classes: &[Class],
    vocabulary: &Vocabulary,
) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    for (class, index) in classes.iter().zip(0u16..) {
        let mut add = |text: &str, foreign: bool| {
            examples.push(Example { class: index, text: text.to_owned(), foreign, id: false });
        };
        let own = said(words, class);
        own.iter().for_each(|phrase| add(phrase, false));
        if let Some(lender) = lender
            && !has_own(words, class)
        {
            said(lender, class).iter().for_each(|phrase| add(phrase, true));
        }
        // Ids are English words, and a readable name is worth an example.
        if vocabulary.language == "en" && !own.is_empty() {
            let text = class.id().replace('_', " ");
            examples.push(Example { class: index, text, foreign: false, id: true });
        }
    }
    examples
}

/// Whether people's words for a class are written down; a name alone is none.
fn has_own(words: &Words, class: &Class) -> bool {
    let named = !matches!(class, Class::Answer(_));
    said(words, class).len() > usize::from(named)
}

/// How many classes a locale has to borrow the phrases of, and how many there are that lend any.
pub(crate) fn borrowed(words: &Words, lender: &Words) -> (usize, usize) {
    let classes = classes(words);
    let lent = classes.iter().filter(|class| has_own(lender, class));
    let (mut borrowed, mut all) = (0, 0);
    for class in lent {
        all += 1;
        borrowed += usize::from(!has_own(words, class));
    }
    (borrowed, all)
}
