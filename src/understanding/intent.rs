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
use super::grams::{self, Gram};
use super::normalize::{Kind, Text};
use super::spelling::Speller;
use super::stem::Stems;
use super::vectors::{ENCODER, TABLE, Table, Vectors};
use super::vocabulary::Vocabulary;

/// A class and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Candidate {
    pub class: u16,
    /// The calibrated probability.
    pub confidence: f32,
}

/// What texts of a locale are read with.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub stems: &'a Stems,
    pub vocabulary: &'a Vocabulary,
    pub vectors: &'a Vectors,
    /// The text is of another language than the phrases: only the encoder can read it.
    pub foreign: bool,
}

impl<'a> Reader<'a> {
    /// The table, where it knows the language.
    pub(crate) fn table(&self) -> Option<&'a Table> {
        let here = self.vocabulary.language == "en" && !self.foreign;
        self.vectors.table.as_ref().filter(|_| here)
    }
}

impl Reader<'_> {
    /// From how many letters on slips are undone. Without a list of common words, and most of all
    /// where words bend, an unknown word is more often a form than a slip.
    fn short(&self) -> usize {
        match (self.table(), self.vocabulary.language.as_str()) {
            (Some(_), _) => 4,
            (None, "en") => 5,
            (None, _) => 8,
        }
    }
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
/// How much of a message is read, in characters.
const READ: usize = 1_000;

/// An utterance in all its blocks.
pub(crate) struct Query {
    pub(super) cells: Vec<(u32, f32)>,
    /// Share of the words that are known.
    pub(super) known: f32,
    pub(super) table: Vec<f32>,
    pub(super) encoder: Vec<f32>,
}

/// How much may be spent on an utterance.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// Words and table only.
    First,
    /// The encoder, too, where these are not sure.
    Second,
}

impl Query {
    /// Nothing but the encoder's vector.
    pub(super) fn foreign(encoder: Vec<f32>) -> Self {
        Self { cells: Vec::new(), known: 0.0, table: Vec::new(), encoder }
    }

    fn is_foreign(&self) -> bool {
        self.cells.is_empty() && self.table.is_empty()
    }
}

/// The tokens of a text that are read, slips undone.
pub(super) struct Kept<'t> {
    /// Folded words.
    pub words: Vec<&'t str>,
    /// Everything as it was written.
    pub text: String,
}

/// Reads the tokens that `keep` lets through; with a speller, slips are undone.
pub(super) fn kept<'t>(
    text: &'t Text<'_>,
    speller: Option<&'t Speller>,
    reader: Reader<'t>,
    keep: impl Fn(usize) -> bool,
) -> Kept<'t> {
    let end = text.original.char_indices().nth(READ).map_or(text.original.len(), |(at, _)| at);
    let mut kept = Kept { words: Vec::with_capacity(24), text: String::with_capacity(64) };
    let read: Vec<usize> = (0..text.len())
        .take_while(|&i| text.tokens[i].end <= end)
        .filter(|&i| keep(i))
        .collect();
    let (common, short) = (reader.table(), reader.short());
    let mut meant: Vec<Option<&str>> = vec![None; read.len()];
    if let Some(speller) = speller {
        let (mut slips, mut strange) = (0, 0);
        for (meant, &i) in meant.iter_mut().zip(&read) {
            let token = &text.tokens[i];
            // A capital within a sentence begins a name.
            if token.kind != Kind::Word || token.capital && i > 0 {
                continue;
            }
            let word = text.word(i);
            *meant = speller.mend(word, common, short);
            slips += usize::from(meant.is_some());
            strange += usize::from(meant.is_none() && !speller.knows(word, common));
        }
        // Among words that nobody knows, one that comes near something is no slip.
        if common.is_some() && strange > 1 && strange >= slips {
            meant.fill(None);
        }
    }
    for (meant, &i) in meant.into_iter().zip(&read) {
        let token = &text.tokens[i];
        if !token.glued && !kept.text.is_empty() {
            kept.text.push(' ');
        }
        if token.kind == Kind::Word {
            kept.words.push(meant.unwrap_or(text.word(i)));
        }
        // Without a list of common words this is too bold for the encoder.
        match meant.filter(|_| common.is_some()) {
            Some(meant) => kept.text.push_str(meant),
            None => kept.text.push_str(text.original_of(i, i + 1)),
        }
    }
    kept
}

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
    fn first_look(&self, kept: &Kept<'_>, reader: Reader<'_>) -> Query {
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
    fn second_look(&self, query: &mut Query, kept: &Kept<'_>, reader: Reader<'_>) {
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
    fn phrases_of(&self, class: u16) -> std::ops::Range<usize> {
        let class = usize::from(class);
        start(&self.class_ends, class)..self.class_ends[class] as usize
    }

    /// How alike a phrase is, over the blocks that both have; `dense` are the query's cells.
    fn likeness(&self, phrase: usize, query: &Query, dense: &[f32]) -> f32 {
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

/// Why a class was found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reasons {
    /// The nearest examples and how near they are.
    pub near: Vec<(usize, f32)>,
    /// The words that speak for it (or against it), the strongest first.
    pub words: Vec<(String, f32)>,
}

impl Classifier {
    /// The examples that lie nearest to a text, of the closest classes, the nearest first.
    pub(crate) fn near(&self, text: &Text<'_>, reader: Reader<'_>) -> Vec<(usize, f32)> {
        let (query, _) = self.whole(text, reader);
        let dense = self.spread(&query);
        let classes = self.signs(&query).into_iter().map(|(class, _)| class);
        let phrases = classes.flat_map(|class| self.phrases_of(class));
        let mut near: Vec<(usize, f32)> = phrases
            .map(|p| (self.phrase_examples[p] as usize, self.likeness(p, &query, &dense)))
            .collect();
        near.sort_by(|a, b| b.1.total_cmp(&a.1));
        near
    }

    /// A text in all blocks, and its words.
    fn whole(&self, text: &Text<'_>, reader: Reader<'_>) -> (Query, Vec<String>) {
        let kept = kept(text, self.speller.as_ref(), reader, |_| true);
        let mut query = self.first_look(&kept, reader);
        self.second_look(&mut query, &kept, reader);
        (query, kept.words.into_iter().map(str::to_owned).collect())
    }

    /// The cells of a query as one number for each gram.
    fn spread(&self, query: &Query) -> Vec<f32> {
        let mut dense = vec![0.0f32; self.grams.len()];
        for &(feature, x) in &query.cells {
            dense[feature as usize] = x;
        }
        dense
    }

    /// Why a class was found for a text.
    pub(crate) fn reasons(&self, class: u16, text: &Text<'_>, reader: Reader<'_>) -> Reasons {
        let (query, kept) = self.whole(text, reader);
        let dense = self.spread(&query);
        let mut near: Vec<(usize, f32)> = self
            .phrases_of(class)
            .map(|p| (self.phrase_examples[p] as usize, self.likeness(p, &query, &dense)))
            .collect();
        near.sort_by(|a, b| b.1.total_cmp(&a.1));
        let column = usize::from(class);
        let mut words: Vec<(String, f32)> = Vec::new();
        for word in &kept {
            let mut grams = Vec::new();
            let stems = self.stemmed.then_some(reader.stems);
            grams::collect(&[word.as_str()], stems, Some(reader.vocabulary), &mut grams);
            let weight = |gram: &Gram| {
                let feature = self.index.get(&grams::feature(*gram)).copied();
                feature.map_or(0.0, |f| dense[f as usize] * self.weights.at(f as usize, column))
            };
            let sum: f32 = grams.iter().map(weight).sum();
            if !words.iter().any(|(held, _)| held == word) {
                words.push((word.clone(), sum * self.unit));
            }
        }
        words.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        Reasons { near, words }
    }
}

/// Grams are hashes already.
#[derive(Clone, Default)]
pub(super) struct Plain;

impl std::hash::BuildHasher for Plain {
    type Hasher = Same;

    fn build_hasher(&self) -> Same {
        Same(0)
    }
}

pub(super) struct Same(u64);

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
