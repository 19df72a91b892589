//! How well utterances are understood: figures over labelled lines.
//!
//! The same classifier as in talks. It reads no files and no clock: the caller hands in lines and
//! takes the time. Start at [`Measured::train`] and [`Measured::figures`]; [`super::crossed`]
//! judges a house by its own phrases.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::intent::{Candidate, Classifier};
use super::learn::{self, Example};
use super::normalize::Text;
use super::query::{Look, Reader};
use super::stem::Stems;
use super::vectors::Vectors;
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
    /// Share of the test set whose best candidate is its label; a line whose label was not
    /// learnt ("None") is right when it is refused.
    pub accuracy: f64,
    /// The mean over labels of the harmonic mean of precision and recall.
    pub macro_f1: f64,
    /// Share of the out-of-scope set that was refused.
    pub oos_recall: f64,
    /// Share of the test set that was accepted with its label.
    pub in_scope_accuracy: f64,
    /// Area under the curve of confidence, test set against out-of-scope set.
    pub auroc: f64,
    /// Confidence from which on a meaning is accepted.
    pub threshold: f64,
    /// Lines of the test set that were missed, with what was taken instead.
    pub misses: Vec<(Labelled, String)>,
}

/// What the classifier made of a line.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The best label.
    pub label: String,
    /// How sure.
    pub confidence: f32,
    /// Sure enough to be accepted.
    pub enough: bool,
}

/// A classifier of one language alone, to be measured.
pub struct Measured {
    classifier: Classifier,
    labels: Vec<String>,
    lines: Vec<Labelled>,
    stems: Stems,
    vocabulary: Vocabulary,
    vectors: Arc<Vectors>,
    /// What is judged is of another language.
    foreign: bool,
}

impl Measured {
    /// Trains on labelled utterances of a language; a label's readable form is one more example.
    #[must_use]
    pub fn train(language: &str, train: &[Labelled], vectors: &Arc<Vectors>) -> Self {
        let mut classes: BTreeMap<&str, u16> = BTreeMap::new();
        for line in train {
            classes.insert(&line.label, 0);
        }
        for (class, index) in classes.values_mut().zip(0u16..) {
            *class = index;
        }
        let vocabulary = Vocabulary::of(language);
        let own = |line: &Labelled| Example {
            class: classes[line.label.as_str()],
            text: line.text.clone(),
            foreign: false,
            id: false,
        };
        let lines = train.iter().map(own);
        // Labels are English, which only the encoder can read elsewhere.
        let foreign = vocabulary.language != "en";
        let name = |(label, &class): (&&str, &u16)| {
            let text = readable(label);
            Example { class, text, foreign, id: true }
        };
        let names = classes.iter().map(name).filter(|_| !foreign || vectors.encoder.is_some());
        let examples: Vec<Example> = lines.chain(names).collect();
        let stems = Stems::of(language.split('-').next().unwrap_or(language));
        let count = u16::try_from(classes.len()).unwrap_or(u16::MAX);
        let reader = Reader { stems: &stems, vocabulary: &vocabulary, vectors, foreign: false };
        let mut classifier = learn::train(&examples, count, reader, |_| true);
        classifier.link(&vocabulary, std::iter::empty());
        let labels = classes.keys().map(|label| (*label).to_owned()).collect();
        let lines = train.to_vec();
        let (vectors, foreign) = (vectors.clone(), false);
        Self { classifier, labels, lines, stems, vocabulary, vectors, foreign }
    }

    /// Reads what comes as words of another language: only the encoder has a say then.
    #[must_use]
    pub fn reading(mut self, language: &str) -> Self {
        self.foreign = self.vocabulary.language != Vocabulary::of(language).language;
        self
    }

    /// What is made of a line; `None` when there is nothing in it to read.
    #[must_use]
    pub fn judge(&self, text: &str) -> Option<Judged> {
        let text = Text::new(text);
        let ranked = self.classifier.rank(&text, self.reader(), Look::Second, |_| true);
        let &Candidate { class, confidence } = ranked.first()?;
        let label = self.labels[usize::from(class)].clone();
        let enough = confidence >= self.classifier.calibration.threshold;
        Some(Judged { label, confidence, enough })
    }

    fn reader(&self) -> Reader<'_> {
        Reader {
            stems: &self.stems,
            vocabulary: &self.vocabulary,
            vectors: &self.vectors,
            foreign: self.foreign,
        }
    }

    /// The line of a label that lies nearest to a text.
    pub(super) fn nearest(&self, label: &str, text: &str) -> Option<String> {
        let class = self.labels.binary_search_by(|held| held.as_str().cmp(label)).ok()?;
        let class = u16::try_from(class).ok()?;
        let reasons = self.classifier.reasons(class, &Text::new(text), self.reader());
        let near = reasons.near.iter().find_map(|&(example, _)| self.lines.get(example));
        near.map(|line| line.text.clone())
    }

    /// The line of another label that lies nearest to one, and how alike they are.
    pub(super) fn nearest_of_another(&self, line: &Labelled) -> Option<(Labelled, f32)> {
        let near = self.classifier.near(&Text::new(&line.text), self.reader());
        let lines =
            near.iter().filter_map(|&(example, near)| Some((self.lines.get(example)?, near)));
        let mut others = lines.filter(|(other, _)| other.label != line.label);
        others.next().map(|(other, near)| (other.clone(), near))
    }

    /// The figures of what was made of a test set and of a set that belongs to no label.
    #[must_use]
    pub fn figures(
        &self,
        test: &[(Labelled, Option<Judged>)],
        strange: &[Option<Judged>],
    ) -> Figures {
        let mut figures = Figures {
            threshold: f64::from(self.classifier.calibration.threshold),
            ..Figures::default()
        };
        let sure = |judged: &Option<Judged>| judged.as_ref().map_or(0.0, |j| j.confidence);
        let enough = |judged: &Option<Judged>| judged.as_ref().is_some_and(|j| j.enough);
        let mut counts: BTreeMap<&str, [f64; 3]> = BTreeMap::new();
        let (mut kept, mut served) = (Vec::new(), 0.0f64);
        for (line, judged) in test {
            let label = judged.as_ref().map_or("", |j| j.label.as_str());
            let learnt = self.labels.binary_search(&line.label).is_ok();
            // What was not learnt can only be refused.
            let taken = if learnt || enough(judged) { label } else { line.label.as_str() };
            let right = taken == line.label;
            figures.accuracy += f64::from(u8::from(right));
            if learnt {
                served += 1.0;
                figures.in_scope_accuracy += f64::from(u8::from(right && enough(judged)));
                kept.push(sure(judged));
            }
            counts.entry(&line.label).or_default()[0] += 1.0;
            counts.entry(taken).or_default()[1] += 1.0;
            if right {
                counts.entry(taken).or_default()[2] += 1.0;
            } else {
                figures.misses.push((line.clone(), taken.to_owned()));
            }
        }
        let refused = strange.iter().filter(|judged| !enough(judged)).count() as f64;
        let mut unsure: Vec<f32> = strange.iter().map(sure).collect();
        figures.accuracy /= test.len().max(1) as f64;
        figures.in_scope_accuracy /= served.max(1.0);
        figures.oos_recall = refused / strange.len().max(1) as f64;
        figures.auroc = area(&kept, &mut unsure);
        let there = counts.values().filter(|count| count[0] > 0.0);
        let harmonic = there.map(|[all, taken, right]| 2.0 * right / (all + taken).max(1.0));
        let labels = counts.values().filter(|count| count[0] > 0.0).count();
        figures.macro_f1 = harmonic.sum::<f64>() / labels.max(1) as f64;
        figures
    }
}

/// A label as words: "RateBook", "alarm/set_alarm" and "smalltalk.angry" are worth an example.
fn readable(label: &str) -> String {
    let mut words = String::with_capacity(label.len() + 4);
    let mut small = false;
    for c in label.chars() {
        if c.is_alphanumeric() {
            if c.is_uppercase() && small {
                words.push(' ');
            }
            words.extend(c.to_lowercase());
        } else {
            words.push(' ');
        }
        small = c.is_lowercase();
    }
    words
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_read_as_words() {
        for (label, words) in
            [("RateBook", "rate book"), ("alarm/set_alarm", "alarm set alarm"), ("a.b-c", "a b c")]
        {
            assert_eq!(readable(label), words);
        }
    }

    #[test]
    fn the_area_is_the_chance_to_be_above() {
        assert!((area(&[0.9, 0.4], &mut [0.1, 0.5]) - 0.75).abs() < 1e-9);
        assert!((area(&[0.5], &mut [0.5]) - 0.5).abs() < 1e-9);
    }
}
