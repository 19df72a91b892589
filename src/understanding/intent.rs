//! Which of the classes an utterance belongs to, and how surely: the lexical classifier.
//!
//! Stemmed word unigrams and character grams, TF-IDF with sublinear term frequency, each block of
//! length one and both together; a linear machine for each class ([`super::svm`]); confidence from
//! [`super::confidence`]. Whether words are stemmed is decided by the phrases themselves, by
//! cross-validation. Classes are numbers here; what they stand for is the caller's business.
//! Start at [`Classifier::train`] and [`Classifier::rank`].

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::confidence::{Calibration, Sample, Signs};
use super::grams::{self, Gram};
use super::normalize::Text;
use super::stem::Stems;
use super::svm::{self, Rows};
use super::vocabulary::Vocabulary;

/// A class and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Candidate {
    pub class: u16,
    /// The calibrated probability.
    pub confidence: f32,
}

/// A trained classifier.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Classifier {
    classes: u16,
    stemmed: bool,
    /// Known grams; a gram's feature is its place here.
    grams: Vec<Gram>,
    idf: Vec<f32>,
    /// Weights feature by feature, in `scales` of each feature's largest.
    weights: Vec<i8>,
    scales: Vec<f32>,
    bias: Vec<f32>,
    /// The phrases, by class: where each class's phrases end, and each phrase's cells.
    class_ends: Vec<u32>,
    phrase_ends: Vec<u32>,
    phrase_features: Vec<u32>,
    phrase_values: Vec<f32>,
    /// How confidence is told from scores.
    pub calibration: Calibration,
    #[serde(skip)]
    index: HashMap<Gram, u32, Plain>,
}

/// How many classes are looked at closely, by decision value.
const CLOSE: usize = 6;

impl Classifier {
    /// Trains on folded phrases with the class of each.
    pub(crate) fn train(
        phrases: &[(u16, Text<'_>)],
        classes: u16,
        (stems, vocabulary): (&Stems, &Vocabulary),
        keep: impl Fn(&Text<'_>, usize) -> bool,
    ) -> Self {
        let of_class: Vec<u16> = phrases.iter().map(|p| p.0).collect();
        let read = |stems: Option<&Stems>| -> Vec<Vec<Gram>> {
            let each = phrases.iter().map(|(_, text)| {
                let mut out = Vec::with_capacity(128);
                grams::collect(text, stems, Some(vocabulary), |i| keep(text, i), &mut out);
                out.sort_unstable();
                out
            });
            each.collect()
        };
        let (plain, stemmed) = (read(None), read(Some(stems)));
        let of_plain = judge(&plain, &of_class, classes);
        let of_stemmed = judge(&stemmed, &of_class, classes);
        let right = |samples: &[Sample]| samples.iter().filter(|s| s.right).count();
        let stem = right(&of_stemmed) >= right(&of_plain);
        let (grams, samples) = if stem { (stemmed, of_stemmed) } else { (plain, of_plain) };
        let everything: Vec<usize> = (0..grams.len()).collect();
        let mut made = Self::build(&grams, &of_class, &everything, classes, 20);
        made.stemmed = stem;
        made.calibration = Calibration::fit(&samples);
        made
    }

    /// Trains on some of the examples, without calibration.
    fn build(
        grams: &[Vec<Gram>],
        of_class: &[u16],
        chosen: &[usize],
        classes: u16,
        passes: usize,
    ) -> Self {
        let mut chosen = chosen.to_vec();
        chosen.sort_by_key(|&i| of_class[i]);
        let mut seen: Vec<Gram> = Vec::new();
        for &i in &chosen {
            let from = seen.len();
            seen.extend(grams[i].iter().map(|&g| grams::feature(g)));
            let mut kept = from;
            for k in from..seen.len() {
                if kept == from || seen[kept - 1] != seen[k] {
                    seen[kept] = seen[k];
                    kept += 1;
                }
            }
            seen.truncate(kept);
        }
        seen.sort_unstable();
        let (mut known, mut idf) = (Vec::new(), Vec::new());
        for run in seen.chunk_by(|a, b| a == b) {
            known.push(run[0]);
            idf.push(((1 + chosen.len()) as f32 / (1 + run.len()) as f32).ln() + 1.0);
        }
        let mut made = Self {
            classes,
            stemmed: false,
            grams: known,
            idf,
            weights: Vec::new(),
            scales: Vec::new(),
            bias: Vec::new(),
            class_ends: Vec::new(),
            phrase_ends: Vec::new(),
            phrase_features: Vec::new(),
            phrase_values: Vec::new(),
            calibration: Calibration::default(),
            index: HashMap::default(),
        };
        made.link();
        let mut rows = Rows::default();
        let mut labels = Vec::with_capacity(chosen.len());
        for &i in &chosen {
            rows.push(made.vector(&grams[i]).0);
            labels.push(of_class[i]);
        }
        let trained = svm::train(&rows, &labels, made.grams.len(), usize::from(classes), passes);
        made.keep(&trained);
        made.class_ends = (0..classes)
            .map(|class| u32::try_from(labels.partition_point(|&l| l <= class)).unwrap_or(0))
            .collect();
        for i in 0..rows.len() {
            for &(feature, value) in rows.row(i) {
                made.phrase_features.push(feature);
                made.phrase_values.push(value);
            }
            made.phrase_ends.push(u32::try_from(made.phrase_features.len()).unwrap_or(0));
        }
        made
    }

    /// Stores trained weights in a byte each.
    fn keep(&mut self, trained: &svm::Weights) {
        let features = self.grams.len();
        self.bias = trained.values[features * trained.stride..].to_vec();
        self.weights = Vec::with_capacity(features * trained.stride);
        for row in trained.values.chunks(trained.stride.max(1)).take(features) {
            let largest = row.iter().fold(1e-9f32, |a, w| a.max(w.abs()));
            let scale = largest / 127.0;
            self.scales.push(scale);
            #[expect(clippy::cast_possible_truncation, reason = "scaled to -127..=127")]
            self.weights.extend(row.iter().map(|w| (w / scale).round() as i8));
        }
    }

    /// Rebuilds what is not stored. Call it after reading a stored classifier.
    pub(crate) fn link(&mut self) {
        self.index = self.grams.iter().copied().zip(0u32..).collect();
    }

    /// Whether the parts fit together, for bytes from outside.
    pub(crate) fn is_sound(&self, classes: u16) -> bool {
        let features = self.grams.len();
        let ends = |ends: &[u32], limit: usize| {
            ends.is_sorted() && ends.last().is_none_or(|&last| last as usize == limit)
        };
        self.classes == classes
            && self.idf.len() == features
            && self.scales.len() == features
            && self.bias.len() == usize::from(classes).next_multiple_of(8)
            && self.weights.len() == features * self.bias.len()
            && self.class_ends.len() == usize::from(classes)
            && ends(&self.class_ends, self.phrase_ends.len())
            && ends(&self.phrase_ends, self.phrase_features.len())
            && self.phrase_values.len() == self.phrase_features.len()
            && self.phrase_features.iter().all(|&f| (f as usize) < features)
    }

    /// The sparse vector of sorted grams, and the share of words that are known.
    fn vector(&self, grams: &[Gram]) -> (Vec<(u32, f32)>, f32) {
        let mut cells: Vec<(u32, f32)> = Vec::with_capacity(grams.len());
        let mut squares = [0.0f32; 2];
        let (mut words, mut known) = (0usize, 0usize);
        for run in grams.chunk_by(|a, b| grams::feature(*a) == grams::feature(*b)) {
            let gram = grams::feature(run[0]);
            let chars = grams::is_chars(gram);
            words += usize::from(!chars);
            if let Some(&feature) = self.index.get(&gram) {
                known += usize::from(!chars);
                let count: f32 = run.iter().map(|&g| grams::count(g)).sum();
                let value =
                    if count > 1.0 { 1.0 + count.ln() } else { count } * self.idf[feature as usize];
                squares[usize::from(chars)] += value * value;
                cells.push((feature, value));
            }
        }
        let blocks = squares.iter().filter(|&&s| s > 0.0).count().max(1) as f32;
        let scale = squares.map(|s| 1.0 / (s * blocks).sqrt().max(1e-9));
        for (feature, value) in &mut cells {
            *value *= scale[usize::from(grams::is_chars(self.grams[*feature as usize]))];
        }
        cells.sort_unstable_by_key(|c| c.0);
        (cells, known as f32 / words.max(1) as f32)
    }

    /// The likeliest classes with their confidence, the surest first.
    pub(crate) fn rank(
        &self,
        text: &Text<'_>,
        (stems, vocabulary): (&Stems, &Vocabulary),
        keep: impl Fn(usize) -> bool,
    ) -> Vec<Candidate> {
        let mut grams = Vec::with_capacity(256);
        grams::collect(text, self.stemmed.then_some(stems), Some(vocabulary), keep, &mut grams);
        grams.sort_unstable();
        let mut ranked: Vec<Candidate> = self
            .signs(&grams)
            .into_iter()
            .map(|(class, signs)| Candidate {
                class,
                confidence: self.calibration.confidence(signs),
            })
            .collect();
        ranked.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
        ranked
    }

    /// The closest classes by decision value, with the signs of each.
    fn signs(&self, grams: &[Gram]) -> Vec<(u16, Signs)> {
        let (cells, known) = self.vector(grams);
        if cells.is_empty() {
            return Vec::new();
        }
        let stride = self.bias.len();
        let mut scores = self.bias.clone();
        for &(feature, x) in &cells {
            let feature = feature as usize;
            let x = x * self.scales[feature];
            let row = &self.weights[feature * stride..(feature + 1) * stride];
            for (score, &w) in scores.iter_mut().zip(row) {
                *score += x * f32::from(w);
            }
        }
        let mut dense = vec![0.0f32; self.grams.len()];
        for &(feature, x) in &cells {
            dense[feature as usize] = x;
        }
        let mut order: Vec<u16> = (0..self.classes).collect();
        let close = CLOSE.min(order.len());
        let by_score =
            |a: &u16, b: &u16| scores[usize::from(*b)].total_cmp(&scores[usize::from(*a)]);
        if close < order.len() {
            order.select_nth_unstable_by(close, by_score);
            order.truncate(close);
        }
        order.sort_by(by_score);
        let score = |k: usize| order.get(k).map_or(-1.0, |&class| scores[usize::from(class)]);
        let (first, second) = (score(0), score(1));
        order
            .iter()
            .enumerate()
            .map(|(k, &class)| {
                let decision = scores[usize::from(class)];
                let margin = decision - if k == 0 { second } else { first };
                (class, Signs { decision, cosine: self.cosine(class, &dense), known, margin })
            })
            .collect()
    }

    /// The greatest cosine to a phrase of a class.
    fn cosine(&self, class: u16, dense: &[f32]) -> f32 {
        let class = usize::from(class);
        let start = |ends: &[u32], i: usize| if i == 0 { 0 } else { ends[i - 1] as usize };
        let mut best = 0.0f32;
        for phrase in start(&self.class_ends, class)..self.class_ends[class] as usize {
            let cells = start(&self.phrase_ends, phrase)..self.phrase_ends[phrase] as usize;
            let sum: f32 = self.phrase_features[cells.clone()]
                .iter()
                .zip(&self.phrase_values[cells])
                .map(|(&feature, value)| dense[feature as usize] * value)
                .sum();
            best = best.max(sum);
        }
        best
    }
}

/// Cross-validates: in each of three folds a fifth of the classes is held out whole, and a third
/// of the phrases of the others.
fn judge(grams: &[Vec<Gram>], of_class: &[u16], classes: u16) -> Vec<Sample> {
    const FOLDS: usize = 3;
    let mut sizes = vec![0usize; usize::from(classes)];
    let places: Vec<usize> = of_class
        .iter()
        .map(|&class| {
            sizes[usize::from(class)] += 1;
            sizes[usize::from(class)] - 1
        })
        .collect();
    let mut samples = Vec::new();
    if classes < 10 {
        return samples;
    }
    for fold in 0..FOLDS {
        let held = |class: u16| usize::from(class) % 5 == fold;
        let tested = |i: usize| places[i] % FOLDS == fold && sizes[usize::from(of_class[i])] > 1;
        let chosen: Vec<usize> =
            (0..grams.len()).filter(|&i| !held(of_class[i]) && !tested(i)).collect();
        let made = Classifier::build(grams, of_class, &chosen, classes, 8);
        for i in 0..grams.len() {
            let served = !held(of_class[i]);
            if served && !tested(i) {
                continue;
            }
            if let Some(&(class, signs)) = made.signs(&grams[i]).first() {
                samples.push(Sample { signs, served, right: served && class == of_class[i] });
            }
        }
    }
    samples
}

/// Grams are hashes already.
#[derive(Clone, Default)]
struct Plain;

impl std::hash::BuildHasher for Plain {
    type Hasher = Same;

    fn build_hasher(&self) -> Same {
        Same(0)
    }
}

struct Same(u64);

impl std::hash::Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}
