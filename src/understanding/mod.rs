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
//! 3. `clause` cuts the message into requests. Each is ranked by `intent` and parsed by
//!    `catalogue` with its conditions (`filter`).
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
mod entity;
pub mod evaluate;
mod fill;
mod filter;
#[cfg(test)]
mod fixture;
mod grams;
mod intent;
mod language;
mod model;
mod normalize;
mod phrase;
mod reading;
mod stem;
mod stop;
mod stretch;
mod svm;
#[cfg(test)]
mod tests;
mod understand;
mod vocabulary;

use std::collections::{BTreeMap, HashMap};

use regex::Regex;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use self::entity::{Said, Told};

use self::entity::Places;
use self::intent::Classifier;
use self::language::Languages;
use self::model::Model;
use self::stop::Wishes;
use crate::domain::ids::{Locale, SlotId};
use crate::domain::lexicon::{Lexicon, SlotKind};
use crate::domain::understood::{Context, Understood};

/// A house's words, learnt.
pub struct Understanding {
    lexicon: Lexicon,
    models: BTreeMap<Locale, Model>,
    languages: Languages,
    places: Places,
    patterns: HashMap<SlotId, Regex>,
    wishes: BTreeMap<Locale, Wishes>,
}

/// The version of the stored form and of the training; a change of either makes caches stale.
const VERSION: u32 = 1;

/// The stored form: what takes long to make again.
#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    hash: String,
    classifiers: BTreeMap<Locale, Classifier>,
}

impl Understanding {
    /// Learns a lexicon. Takes some tenths of a second for four locales.
    #[must_use]
    pub fn train(lexicon: &Lexicon) -> Self {
        // Two at a time: more would need much memory at once.
        let locales: Vec<_> = lexicon.locales.iter().collect();
        let mut models = BTreeMap::new();
        for pair in locales.chunks(2) {
            std::thread::scope(|scope| {
                let beside =
                    pair.get(1).map(|(locale, words)| scope.spawn(|| Model::train(locale, words)));
                if let Some((locale, words)) = pair.first() {
                    models.insert((*locale).clone(), Model::train(locale, words));
                }
                if let (Some((locale, _)), Some(Ok(model))) =
                    (pair.get(1), beside.map(|b| b.join()))
                {
                    models.insert((*locale).clone(), model);
                }
            });
        }
        Self::assemble(lexicon, models)
    }

    /// Puts together a stored form and its lexicon; `None` when the bytes are of another version
    /// or another lexicon, or are no stored form at all.
    #[must_use]
    pub fn from_bytes(lexicon: &Lexicon, bytes: &[u8]) -> Option<Self> {
        let mut stored: Stored = postcard::from_bytes(bytes).ok()?;
        if stored.version != VERSION || stored.hash != Self::content_hash(lexicon) {
            return None;
        }
        let mut models = BTreeMap::new();
        for (locale, words) in &lexicon.locales {
            let classifier = stored.classifiers.remove(locale)?;
            models.insert(locale.clone(), Model::with(locale, words, classifier)?);
        }
        Some(Self::assemble(lexicon, models))
    }

    /// The stored form, for [`Self::from_bytes`].
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let classifiers =
            self.models.iter().map(|(l, m)| (l.clone(), m.classifier.clone())).collect();
        let hash = Self::content_hash(&self.lexicon);
        postcard::to_allocvec(&Stored { version: VERSION, hash, classifiers }).unwrap_or_default()
    }

    /// The name under which a stored form is kept: 64 hexadecimal digits over the words of the
    /// lexicon and the version of the training.
    #[must_use]
    pub fn content_hash(lexicon: &Lexicon) -> String {
        let words = postcard::to_allocvec(&lexicon.locales).unwrap_or_default();
        let mut hasher = Sha256::new();
        hasher.update(VERSION.to_le_bytes());
        hasher.update(&words);
        hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
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

    fn assemble(lexicon: &Lexicon, models: BTreeMap<Locale, Model>) -> Self {
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
        Self {
            lexicon: lexicon.clone(),
            languages,
            places: Places::new(),
            patterns,
            wishes,
            models,
        }
    }
}
