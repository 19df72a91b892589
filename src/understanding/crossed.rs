//! A house judged by its own phrases: what should be written next?
//!
//! Phrases are held back fold by fold and understood by the rest, with the product's own
//! classifier. Told are phrases that a fold gets wrong, meanings that are taken for each other,
//! phrases that hurt (left out, others of their neighbours come right) and meanings whose phrases
//! lie too close together. Start at [`Understanding::crossed`].

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Understanding;
use super::evaluate::{Labelled, Measured};
use super::vectors::Vectors;
use crate::domain::ids::Locale;

/// How many folds.
const FOLDS: usize = 5;
/// From this likeness on, phrases of two meanings say the same.
const CLOSE: f32 = 0.82;
/// As many of everything are told.
const TOLD: usize = 20;

/// What one locale's phrases tell of themselves.
#[derive(Clone, Debug, Default)]
pub struct Crossed {
    /// How many phrases were judged.
    pub phrases: usize,
    /// Share of them that the other folds understood.
    pub accuracy: f64,
    /// Of these, the share that was sure enough to be acted upon.
    pub accepted: f64,
    /// Phrases that were taken for another meaning.
    pub wrong: Vec<Wrong>,
    /// Meanings taken for each other: what was meant, what was taken, how often.
    pub confusions: Vec<(String, String, usize)>,
    /// Phrases that draw others to the wrong meaning: the phrase, its meaning, whom it drew.
    pub hurting: Vec<(Labelled, Vec<String>)>,
    /// Phrases of two meanings that say nearly the same, and how alike they are.
    pub close: Vec<(Labelled, Labelled, f32)>,
    /// Meanings with fewer than three phrases.
    pub thin: Vec<String>,
}

/// A phrase that was taken for another meaning.
#[derive(Clone, Debug)]
pub struct Wrong {
    /// The phrase and what it means.
    pub phrase: Labelled,
    /// What it was taken for.
    pub taken: String,
    /// How surely.
    pub confidence: f32,
    /// It would have been acted upon.
    pub enough: bool,
}

impl Understanding {
    /// Judges a locale by its own phrases; `None` when it is not served.
    #[must_use]
    pub fn crossed(&self, locale: &Locale) -> Option<Crossed> {
        let model = self.models.get(locale)?;
        let lines = model.phrases_and_meanings();
        Some(crossed(model.vocabulary.language.as_str(), &lines, &self.vectors))
    }
}

/// Judges labelled phrases by each other.
#[must_use]
pub fn crossed(language: &str, lines: &[Labelled], vectors: &Arc<Vectors>) -> Crossed {
    let mut told = Crossed { phrases: lines.len(), ..Crossed::default() };
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let folds: Vec<usize> = lines
        .iter()
        .map(|line| {
            let place = places.entry(&line.label).or_default();
            *place += 1;
            (*place - 1) % FOLDS
        })
        .collect();
    let thin = places.iter().filter(|(_, count)| **count < 3);
    told.thin = thin.map(|(label, _)| (*label).to_owned()).collect();
    let mut confused: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut drawn: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let (mut right, mut accepted) = (0usize, 0usize);
    for fold in 0..FOLDS {
        let part = |held: bool| -> Vec<Labelled> {
            let each = lines.iter().zip(&folds).filter(|(_, f)| (**f == fold) == held);
            each.map(|(line, _)| line.clone()).collect()
        };
        let measured = Measured::train(language, &part(false), vectors);
        for line in part(true) {
            let Some(judged) = measured.judge(&line.text) else { continue };
            if let Some((near, likeness)) = measured.nearest_of_another(&line)
                && likeness >= CLOSE
            {
                told.close.push((line.clone(), near, likeness));
            }
            if judged.label == line.label {
                right += 1;
                accepted += usize::from(judged.enough);
                continue;
            }
            *confused.entry((line.label.clone(), judged.label.clone())).or_default() += 1;
            if let Some(near) = measured.nearest(&judged.label, &line.text) {
                drawn.entry((near, judged.label.clone())).or_default().push(line.text.clone());
            }
            told.wrong.push(Wrong {
                phrase: line,
                taken: judged.label,
                confidence: judged.confidence,
                enough: judged.enough,
            });
        }
    }
    told.accuracy = right as f64 / lines.len().max(1) as f64;
    told.accepted = accepted as f64 / right.max(1) as f64;
    told.wrong.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
    told.confusions = confused.into_iter().map(|((a, b), count)| (a, b, count)).collect();
    told.confusions.sort_by_key(|(_, _, count)| std::cmp::Reverse(*count));
    told.hurting = drawn
        .into_iter()
        .filter(|(_, drawn)| drawn.len() > 1)
        .map(|((text, label), drawn)| (Labelled { text, label }, drawn))
        .collect();
    told.hurting.sort_by_key(|(_, drawn)| std::cmp::Reverse(drawn.len()));
    told.close.sort_by(|a, b| b.2.total_cmp(&a.2));
    // Each pair once.
    let mut seen = std::collections::BTreeSet::new();
    told.close.retain(|(a, b, _)| {
        let (a, b) = (a.text.clone(), b.text.clone());
        seen.insert(if a < b { (a, b) } else { (b, a) })
    });
    told.wrong.truncate(TOLD * 5);
    told.confusions.truncate(TOLD);
    told.hurting.truncate(TOLD);
    told.close.truncate(TOLD);
    told
}
