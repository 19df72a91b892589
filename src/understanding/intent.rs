//! Which of the classes an utterance belongs to, and how surely.
//!
//! Three blocks of features, each of length one: words and character grams (TF-IDF with sublinear
//! term frequency), the English table, the multilingual encoder ([`super::vectors`]). A linear
//! score for each class, learnt by [`super::learn`]; confidence from [`super::confidence`]. A
//! first look takes words and table; the encoder is asked where that is not sure. Classes are
//! numbers here; what they stand for is the caller's business. Start at [`Classifier::rank`].

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::confidence::{Calibration, Signs};
use super::dense::{Dense, Packed};
use super::grams::{self, Gram, Plain};
use super::normalize::Text;
use super::query::{Kept, Look, Query, Reader, kept};
use super::spelling::Speller;
use super::vectors::{ENCODER, TABLE};
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
    pub(super) classes: u16,
    pub(super) stemmed: bool,
    /// Known grams; a gram's feature is its place here.
    pub(super) grams: Vec<Gram>,
    pub(super) idf: Vec<f32>,
    /// The weights of the classes for each gram.
    pub(super) weights: Packed,
    pub(super) bias: Vec<f32>,
    pub(super) table: Option<Dense>,
    pub(super) encoder: Option<Dense>,
    /// Weights and bias for texts that only the encoder can read, where they were learnt apart.
    pub(super) apart: Option<(Packed, Vec<f32>)>,
    /// What a decision value is multiplied with to lie about between -1 and 1.
    pub(super) unit: f32,
    /// The phrases, by class: where each class's phrases end, and each phrase's cells.
    pub(super) class_ends: Vec<u32>,
    pub(super) phrase_ends: Vec<u32>,
    pub(super) phrase_features: Vec<u32>,
    pub(super) phrase_values: Vec<f32>,
    /// Which example each phrase is.
    pub(super) phrase_examples: Vec<u32>,
    /// The words of the phrases and how often each stands there, to undo slips.
    pub(super) words: Vec<(String, u32)>,
    /// How confidence is told from the scores of a first look, without the encoder,
    pub(super) first: Calibration,
    /// and how sure of it one must be to leave it at that.
    pub(super) sure: f32,
    /// How confidence is told for texts of another language.
    pub(super) foreign: Calibration,
    /// How confidence is told from all scores.
    pub calibration: Calibration,
    #[serde(skip)]
    pub(super) index: HashMap<Gram, u32, Plain>,
    #[serde(skip)]
    pub(super) speller: Option<Speller>,
}

/// How many classes are looked at closely, by decision value.
const CLOSE: usize = 6;
impl Classifier {
    /// Rebuilds what is not stored. Call it after reading a stored classifier.
    pub(crate) fn link(&mut self, vocabulary: &Vocabulary, names: impl Iterator<Item = String>) {
        self.index = self.grams.iter().copied().zip(0u32..).collect();
        let function = vocabulary.function_words().map(|word| (word.to_owned(), 0));
        let words = self.words.iter().cloned().chain(function);
        self.speller = Some(Speller::new(words.chain(names.map(|name| (name, 0)))));
    }

    /// Whether the parts fit together, for bytes from outside.
    pub(crate) fn is_sound(&self, classes: u16) -> bool {
        let (features, stride) = (self.grams.len(), self.bias.len());
        let ends = |ends: &[u32], limit: usize| {
            ends.is_sorted() && ends.last().is_none_or(|&last| last as usize == limit)
        };
        let phrases = self.phrase_ends.len();
        let fits = |dense: &Option<Dense>, width| {
            dense.as_ref().is_none_or(|dense| dense.is_sound(width, stride, phrases))
        };
        self.classes == classes
            && self.idf.len() == features
            && stride == usize::from(classes).next_multiple_of(8)
            && self.weights.is_sound(features, stride)
            && fits(&self.table, TABLE)
            && fits(&self.encoder, ENCODER)
            && self.apart.as_ref().is_none_or(|(weights, bias)| {
                weights.is_sound(ENCODER, stride) && bias.len() == stride
            })
            && self.class_ends.len() == usize::from(classes)
            && self.phrase_examples.len() == phrases
            && ends(&self.class_ends, phrases)
            && ends(&self.phrase_ends, self.phrase_features.len())
            && self.phrase_values.len() == self.phrase_features.len()
            && self.phrase_features.iter().all(|&f| (f as usize) < features)
    }

    /// The sparse vector of sorted grams, and the share of words that are known.
    pub(super) fn vector(&self, grams: &[Gram]) -> (Vec<(u32, f32)>, f32) {
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
        let known = known as f32 / words.max(1) as f32;
        (cells, known)
    }

    /// What words and table say of a text.
    pub(super) fn first_look(&self, kept: &Kept<'_>, reader: Reader<'_>) -> Query {
        let mut grams = Vec::with_capacity(256);
        let stems = self.stemmed.then_some(reader.stems);
        grams::collect(&kept.words, stems, Some(reader.vocabulary), &mut grams);
        grams.sort_unstable();
        let (cells, known) = self.vector(&grams);
        let table = match (&self.table, reader.table()) {
            (Some(dense), Some(table)) => dense.place(&table.vector(&kept.text)),
            _ => Vec::new(),
        };
        Query { cells, known, table, encoder: Vec::new() }
    }

    /// Adds what the encoder says.
    pub(super) fn second_look(&self, query: &mut Query, kept: &Kept<'_>, reader: Reader<'_>) {
        if let (Some(dense), Some(encoder)) = (&self.encoder, &reader.vectors.encoder) {
            query.encoder = dense.place(&encoder.vectors(&[&kept.text]));
        }
    }

    /// The likeliest classes with their confidence, the surest first.
    pub(crate) fn rank(
        &self,
        text: &Text<'_>,
        reader: Reader<'_>,
        look: Look,
        keep: impl Fn(usize) -> bool,
    ) -> Vec<Candidate> {
        let speller = self.speller.as_ref().filter(|_| !reader.foreign);
        let kept = kept(text, speller, reader, keep);
        if kept.words.is_empty() {
            return Vec::new();
        }
        let second = self.encoder.is_some() && reader.vectors.encoder.is_some();
        if second && reader.foreign {
            let mut query = Query::foreign(Vec::new());
            self.second_look(&mut query, &kept, reader);
            return self.judged(&query, &self.foreign);
        }
        let mut query = self.first_look(&kept, reader);
        if !second {
            return self.judged(&query, &self.calibration);
        }
        let first = self.judged(&query, &self.first);
        let sure = first.first().is_some_and(|best| best.confidence >= self.sure);
        if sure || look == Look::First {
            return first;
        }
        self.second_look(&mut query, &kept, reader);
        self.judged(&query, &self.calibration)
    }

    fn judged(&self, query: &Query, calibration: &Calibration) -> Vec<Candidate> {
        let judge = |(class, signs)| Candidate { class, confidence: calibration.confidence(signs) };
        let mut ranked: Vec<Candidate> = self.signs(query).into_iter().map(judge).collect();
        if self.is_joint() {
            // The scores have the last word on the order.
            let mut least = 1.0f32;
            for candidate in &mut ranked {
                least = least.min(candidate.confidence);
                candidate.confidence = least;
            }
        } else {
            ranked.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
        }
        ranked
    }

    fn is_joint(&self) -> bool {
        self.table.is_some() || self.encoder.is_some()
    }

    /// The scores of all classes.
    fn scores(&self, query: &Query) -> Vec<f32> {
        if let Some((weights, bias)) = &self.apart
            && query.is_foreign()
        {
            let mut scores = bias.clone();
            for (row, &x) in query.encoder.iter().enumerate() {
                weights.add(row, x, &mut scores);
            }
            return scores;
        }
        let mut scores = self.bias.clone();
        for &(feature, x) in &query.cells {
            self.weights.add(feature as usize, x, &mut scores);
        }
        for (dense, vector) in [(&self.table, &query.table), (&self.encoder, &query.encoder)] {
            if let Some(dense) = dense {
                for (row, &x) in vector.iter().enumerate() {
                    dense.weights.add(row, x, &mut scores);
                }
            }
        }
        scores
    }

    /// The closest classes by decision value, with the signs of each.
    pub(super) fn signs(&self, query: &Query) -> Vec<(u16, Signs)> {
        if query.is_foreign() && query.encoder.is_empty() {
            return Vec::new();
        }
        let scores = self.scores(query);
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
        let dense = self.spread(query);
        let mut nearest = [0.0f32; 3];
        let mut signs: Vec<(u16, Signs)> = Vec::with_capacity(order.len());
        for (k, &class) in order.iter().enumerate() {
            let mut cosine = 0.0f32;
            for phrase in self.phrases_of(class) {
                let near = self.likeness(phrase, query, &dense);
                cosine = cosine.max(near);
                if near > nearest[2] {
                    nearest[2] = near;
                    nearest.sort_by(|a, b| b.total_cmp(a));
                }
            }
            let decision = scores[usize::from(class)];
            let margin = decision - if k == 0 { second } else { first };
            let (decision, margin) = (decision * self.unit, margin * self.unit);
            let signs_of = Signs { decision, cosine, known: query.known, margin, around: 0.0 };
            signs.push((class, signs_of));
        }
        let around = nearest.iter().sum::<f32>() / 3.0;
        for (_, signs) in &mut signs {
            signs.around = around;
        }
        signs
    }

    /// The phrases of a class.
    pub(super) fn phrases_of(&self, class: u16) -> std::ops::Range<usize> {
        let class = usize::from(class);
        start(&self.class_ends, class)..self.class_ends[class] as usize
    }

    /// How alike a phrase is, over the blocks that both have; `dense` are the query's cells.
    pub(super) fn likeness(&self, phrase: usize, query: &Query, dense: &[f32]) -> f32 {
        let cells = start(&self.phrase_ends, phrase)..self.phrase_ends[phrase] as usize;
        let (mut sum, mut own, mut other) = (0.0f32, 0.0f32, 0.0f32);
        if !query.cells.is_empty() {
            own += 1.0;
        }
        if !cells.is_empty() {
            other += 1.0;
            let features = &self.phrase_features[cells.clone()];
            let products = features.iter().zip(&self.phrase_values[cells]);
            sum += products.map(|(&feature, value)| dense[feature as usize] * value).sum::<f32>();
        }
        for (block, vector) in [(&self.table, &query.table), (&self.encoder, &query.encoder)] {
            if let Some(block) = block
                && !vector.is_empty()
            {
                own += block.weight;
                other += block.weight;
                sum += block.weight * block.phrases.dot(phrase, vector);
            }
        }
        sum / (own * other).sqrt().max(1e-9)
    }
}

fn start(ends: &[u32], i: usize) -> usize {
    if i == 0 { 0 } else { ends[i - 1] as usize }
}
