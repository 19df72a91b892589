//! How well utterances are understood: figures over labelled sets.
//!
//! Used by tests and benches. It reads no files: the caller hands in lines. Start at
//! [`measure`].

use std::collections::BTreeMap;

use super::intent::Classifier;
use super::normalize::Text;
use super::stem::Stems;
use super::vocabulary::Vocabulary;

/// A labelled utterance.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// What was said.
    pub text: String,
    /// What it means.
    pub label: String,
}

/// What was measured, shares from 0 to 1.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// Share of the test set whose best candidate is its label.
    pub accuracy: f64,
    /// Share of the out-of-scope set that was refused.
    pub oos_recall: f64,
    /// Share of the test set that was accepted with its label.
    pub in_scope_accuracy: f64,
    /// Area under the curve of confidence, test set against out-of-scope set.
    pub auroc: f64,
    /// Lines of the test set that were missed, with what was taken instead.
    pub misses: Vec<(Labelled, String)>,
}

/// A classifier of one language alone, to be measured.
pub struct Measured {
    classifier: Classifier,
    labels: Vec<String>,
    stems: Stems,
    vocabulary: Vocabulary,
}

impl Measured {
    /// Trains on labelled utterances; a label's readable form is one more example of it.
    #[must_use]
    pub fn train(language: &str, train: &[Labelled]) -> Self {
        let mut classes: BTreeMap<&str, u16> = BTreeMap::new();
        for line in train {
            let next = u16::try_from(classes.len()).unwrap_or(u16::MAX);
            classes.entry(&line.label).or_insert(next);
        }
        let names: Vec<(u16, String)> =
            classes.iter().map(|(label, &c)| (c, label.replace(['_', '-'], " "))).collect();
        let mut phrases: Vec<(u16, Text<'_>)> = train
            .iter()
            .map(|line| (classes[line.label.as_str()], Text::new(&line.text)))
            .collect();
        phrases.extend(names.iter().map(|(class, name)| (*class, Text::new(name))));
        let mut labels = vec![String::new(); classes.len()];
        for (label, &class) in &classes {
            labels[usize::from(class)] = (*label).to_owned();
        }
        let stems = Stems::of(language);
        let count = u16::try_from(labels.len()).unwrap_or(u16::MAX);
        let vocabulary = Vocabulary::of(language);
        let classifier = Classifier::train(&phrases, count, (&stems, &vocabulary), |_, _| true);
        Self { classifier, labels, stems, vocabulary }
    }

    /// The best label, its confidence, and whether that is enough.
    #[must_use]
    pub fn best(&self, text: &str) -> (Option<&str>, f32, bool) {
        match self
            .classifier
            .rank(&Text::new(text), (&self.stems, &self.vocabulary), |_| true)
            .first()
        {
            Some(best) => (
                Some(&self.labels[usize::from(best.class)]),
                best.confidence,
                best.confidence >= self.classifier.calibration.threshold,
            ),
            None => (None, 0.0, false),
        }
    }
}

/// Measures on a test set and a set of utterances that belong to no label.
#[must_use]
pub fn measure(measured: &Measured, test: &[Labelled], strange: &[String]) -> Figures {
    let mut figures = Figures::default();
    let (mut kept, mut refused) = (Vec::new(), Vec::new());
    for line in test {
        let (label, confidence, enough) = measured.best(&line.text);
        let right = label == Some(line.label.as_str());
        figures.accuracy += f64::from(u8::from(right));
        figures.in_scope_accuracy += f64::from(u8::from(right && enough));
        kept.push(confidence);
        if !right {
            figures.misses.push((line.clone(), label.unwrap_or_default().to_owned()));
        }
    }
    for text in strange {
        let (_, confidence, enough) = measured.best(text);
        figures.oos_recall += f64::from(u8::from(!enough));
        refused.push(confidence);
    }
    let tests = test.len().max(1) as f64;
    figures.accuracy /= tests;
    figures.in_scope_accuracy /= tests;
    figures.oos_recall /= strange.len().max(1) as f64;
    figures.auroc = area(&kept, &mut refused);
    figures
}

/// The chance that one of `high` is above one of `low`.
fn area(high: &[f32], low: &mut [f32]) -> f64 {
    low.sort_by(f32::total_cmp);
    let wins: f64 = high
        .iter()
        .map(|h| {
            let below = low.partition_point(|l| l < h);
            let equal = low.partition_point(|l| l <= h) - below;
            below as f64 + equal as f64 / 2.0
        })
        .sum();
    wins / (high.len().max(1) * low.len().max(1)) as f64
}
