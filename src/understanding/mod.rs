//! R2: what an utterance means, from the words that the house has written down.
//!
//! Trained at load on a [`Lexicon`], pure and deterministic afterwards: the same utterance and
//! context always give the same [`Understood`]. It must not know of scripts, flows, YAML, Fluent,
//! products' values or what is answered.
//!
//! # The way of an utterance
//!
//! 1. `normalize` folds it into tokens, `vocabulary` tags the closed words of the language,
//!    `language` tells the locale.
//! 2. `entity` finds typed values, `phrase` the words of the house.
//! 3. `clause` cuts the message into requests. Each is ranked by `intent` (words, then `vectors`
//!    of sentences where these are not sure) and parsed by `catalogue` with its conditions
//!    (`filter`).
//! 4. `reading` reads the whole as a reply to the open question, `fill` takes what fills other
//!    slots.
//!
//! # Who wins
//!
//! Intents, answers and attributes are classes of one classifier and compete by one calibrated
//! probability. A catalogue question has an evidence of its own on the same scale, from its form
//! (a product and an attribute named: 0.95; an attribute that only one word hints at: 0.45). The
//! greater wins: `catalogue` is given only when its evidence is at least the confidence of the
//! best intent or answer, and then it is the main meaning, with intents and answers that reached
//! the threshold beside it as second thoughts. When an intent or answer is surer, `catalogue` is
//! `None`. Below the threshold of the locale nothing is given.
//!
//! Start at [`Understanding::understand`].

mod catalogue;
mod clause;
mod confidence;
pub mod crossed;
mod dense;
mod entity;
pub mod evaluate;
mod explain;
mod fill;
mod filter;
#[cfg(test)]
mod fixture;
mod folds;
mod grams;
mod intent;
mod language;
mod learn;
mod model;
mod normalize;
mod phrase;
mod query;
mod rank;
mod reading;
pub mod reasons;
mod regression;
mod request;
mod spelling;
mod stem;
mod stop;
mod stretch;
mod svm;
#[cfg(test)]
mod tests;
mod understand;
pub mod vectors;
mod vocabulary;
mod weights;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use regex::Regex;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use self::entity::{Said, Told};

use self::entity::Places;
use self::intent::Classifier;
use self::language::Languages;
use self::model::Model;
use self::stop::Wishes;
use self::vectors::Vectors;
use crate::domain::ids::{Locale, SlotId};
use crate::domain::lexicon::{Lexicon, SlotKind, Words};
use crate::domain::understood::{Context, Understood};

/// A house's words, learnt.
pub struct Understanding {
    lexicon: Lexicon,
    models: BTreeMap<Locale, Model>,
    languages: Languages,
    places: Places,
    patterns: HashMap<SlotId, Regex>,
    wishes: BTreeMap<Locale, Wishes>,
    vectors: Arc<Vectors>,
}

/// The version of the stored form and of the training; a change of either makes caches stale.
const VERSION: u32 = 2;

/// The stored form: what takes long to make again.
#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    hash: String,
    classifiers: BTreeMap<Locale, Classifier>,
}

impl Understanding {
    /// Learns a lexicon. Takes some tenths of a second for four locales; more with an encoder,
    /// which reads every phrase once.
    #[must_use]
    pub fn train(lexicon: &Lexicon, vectors: &Arc<Vectors>) -> Self {
        // Two at a time: more would need much memory at once.
        let lender = lender(lexicon);
        let train = |locale: &Locale, words: &Words| {
            Model::train(locale, words, lender.filter(|l| !std::ptr::eq(*l, words)), vectors)
        };
        let locales: Vec<_> = lexicon.locales.iter().collect();
        let mut models = BTreeMap::new();
        for pair in locales.chunks(2) {
            std::thread::scope(|scope| {
                let beside =
                    pair.get(1).map(|(locale, words)| scope.spawn(|| train(locale, words)));
                if let Some((locale, words)) = pair.first() {
                    models.insert((*locale).clone(), train(locale, words));
                }
                if let (Some((locale, _)), Some(Ok(model))) =
                    (pair.get(1), beside.map(|b| b.join()))
                {
                    models.insert((*locale).clone(), model);
                }
            });
        }
        Self::assemble(lexicon, models, vectors)
    }

    /// Puts together a stored form and its lexicon; `None` when the bytes are of another version,
    /// another lexicon or other models, or are no stored form at all.
    #[must_use]
    pub fn from_bytes(lexicon: &Lexicon, vectors: &Arc<Vectors>, bytes: &[u8]) -> Option<Self> {
        let mut stored: Stored = postcard::from_bytes(bytes).ok()?;
        if stored.version != VERSION || stored.hash != Self::content_hash(lexicon, vectors) {
            return None;
        }
        let lender = lender(lexicon);
        let mut models = BTreeMap::new();
        for (locale, words) in &lexicon.locales {
            let classifier = stored.classifiers.remove(locale)?;
            let lender = lender.filter(|l| !std::ptr::eq(*l, words));
            let model = Model::with(locale, words, (lender, vectors), classifier)?;
            models.insert(locale.clone(), model);
        }
        Some(Self::assemble(lexicon, models, vectors))
    }

    /// The stored form, for [`Self::from_bytes`].
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let classifiers =
            self.models.iter().map(|(l, m)| (l.clone(), m.classifier.clone())).collect();
        let hash = Self::content_hash(&self.lexicon, &self.vectors);
        postcard::to_allocvec(&Stored { version: VERSION, hash, classifiers }).unwrap_or_default()
    }

    /// The name under which a stored form is kept: 64 hexadecimal digits over the words of the
    /// lexicon, the models at hand and the version of the training.
    #[must_use]
    pub fn content_hash(lexicon: &Lexicon, vectors: &Vectors) -> String {
        let words = (&lexicon.locales, &lexicon.default_locale);
        let words = postcard::to_allocvec(&words).unwrap_or_default();
        let mut hasher = Sha256::new();
        hasher.update(VERSION.to_le_bytes());
        hasher.update([u8::from(vectors.table.is_some()), u8::from(vectors.encoder.is_some())]);
        hasher.update(&words);
        hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// For each locale that borrows phrases of the default one: how many meanings it borrows, of
    /// how many that can be lent.
    #[must_use]
    pub fn borrowed(lexicon: &Lexicon) -> Vec<(Locale, usize, usize)> {
        let Some(lender) = lender(lexicon) else { return Vec::new() };
        let each = lexicon.locales.iter().filter(|(_, words)| !std::ptr::eq(*words, lender));
        each.map(|(locale, words)| (locale, model::borrowed(words, lender)))
            .filter(|(_, (borrowed, _))| *borrowed > 0)
            .map(|(locale, (borrowed, all))| (locale.clone(), borrowed, all))
            .collect()
    }

    /// What an utterance means in a context. Never fails: odd speech is a low confidence.
    #[must_use]
    pub fn understand(&self, utterance: &str, context: &Context) -> Understood {
        understand::understand(self, utterance, context)
    }

    /// The typed values of an utterance as they are told to people and programs: ranges with both
    /// ends, days and times apart, and two readings where nothing is to be guessed.
    #[must_use]
    pub fn entities(&self, utterance: &str, context: &Context) -> Vec<Told> {
        understand::told(self, utterance, context)
    }

    fn assemble(
        lexicon: &Lexicon,
        models: BTreeMap<Locale, Model>,
        vectors: &Arc<Vectors>,
    ) -> Self {
        let evidence = models.iter().map(|(locale, model)| {
            let house = lexicon.locales.get(locale).map(Model::words_of_house).unwrap_or_default();
            (locale.clone(), house, model.vocabulary.function_words().collect())
        });
        let languages = Languages::new(evidence, lexicon.default_locale.as_ref());
        let patterns = lexicon.slots.iter().filter_map(|(slot, form)| match &form.kind {
            SlotKind::Pattern(pattern) => Some((slot.clone(), Regex::new(pattern).ok()?)),
            _ => None,
        });
        let patterns = patterns.collect();
        let wishes = models.keys().map(|l| (l.clone(), Wishes::of(l.as_str()))).collect();
        let (lexicon, vectors) = (lexicon.clone(), vectors.clone());
        Self { lexicon, languages, places: Places::new(), patterns, wishes, models, vectors }
    }
}

/// Whose phrases serve where a locale has none: the default locale's.
fn lender(lexicon: &Lexicon) -> Option<&Words> {
    lexicon.locales.get(lexicon.default_locale.as_ref()?)
}
