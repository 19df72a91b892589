//! From read examples to the weights of a classifier.
//!
//! Calibration is not its business ([`super::folds`]), nor which plan is best
//! ([`super::learn`]). Start at [`build`].

use super::confidence::Calibration;
use super::dense::{Dense, Packed};
use super::grams::{self, Gram};
use super::intent::Classifier;
use super::regression::{self, Effort};
use super::svm::{self, Rows};
use super::vectors::product::Matrix;
use super::vectors::{ENCODER, TABLE};

/// How much what counts beside the words.
#[derive(Clone, Copy)]
pub(super) struct Blocks {
    pub table: f32,
    pub encoder: f32,
    /// How much a machine that knows words alone has to say in the end.
    pub words: f32,
}

/// The phrases, read.
pub(super) struct Examples {
    pub of_class: Vec<u16>,
    pub classes: u16,
    pub grams: Vec<Vec<Gram>>,
    pub table: Option<Vec<f32>>,
    pub encoder: Option<Vec<f32>>,
}

impl Examples {
    pub fn is_joint(&self) -> bool {
        self.table.is_some() || self.encoder.is_some()
    }
}

/// How to learn.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    pub blocks: Blocks,
    pub effort: Effort,
    /// Sweeps of the machines.
    pub passes: usize,
}

/// From so many phrases on a matrix of likenesses is too large.
const MANY: usize = 4_000;
/// Up to so many phrases weights are learnt apart for texts that only the encoder can read.
const APART: usize = 700;
/// Logits are this much larger than the values of a machine.
const LOGIT: f32 = 0.1;

/// Trains on some of the examples, without calibration.
pub(super) fn build(examples: &Examples, chosen: &[usize], plan: Plan) -> Classifier {
    let mut chosen = chosen.to_vec();
    chosen.sort_by_key(|&i| examples.of_class[i]);
    let classes = usize::from(examples.classes);
    let mut made = empty(examples, &chosen, plan.blocks);
    let mut rows = Rows::default();
    for &i in &chosen {
        rows.push(made.vector(&examples.grams[i]).0);
    }
    let labels: Vec<u16> = chosen.iter().map(|&i| examples.of_class[i]).collect();
    // The vectors of the chosen, the table's beside the encoder's, as long as they count.
    let (wide, vectors) = beside(&made, examples, &chosen);
    let trained = if wide > 0 && chosen.len() <= MANY {
        made.unit = LOGIT;
        let kernel = likeness(&rows, made.grams.len(), &vectors, wide);
        let weights = regression::train(&kernel, &labels, classes, plan.effort);
        let mut all = of_features(&rows, made.grams.len(), (&vectors, wide), &weights, classes);
        if plan.blocks.words > 0.0 {
            let alone = svm::train(&rows, &labels, made.grams.len(), classes, plan.passes);
            add_words(&mut all, &alone, plan.blocks.words);
        }
        if made.encoder.is_some() && chosen.len() <= APART {
            made.apart = Some(apart(&made, examples, (&chosen, &labels), plan.effort));
        }
        all
    } else {
        let first = u32::try_from(made.grams.len()).unwrap_or(u32::MAX);
        let mut all = Rows::default();
        for i in 0..rows.len() {
            let vector = &vectors[i * wide..(i + 1) * wide];
            let cells = vector.iter().zip(first..).map(|(&x, feature)| (feature, x));
            all.push(rows.row(i).iter().copied().chain(cells));
        }
        svm::train(&all, &labels, made.grams.len() + wide, classes, plan.passes)
    };
    keep(&mut made, &trained);
    made.class_ends = (0..examples.classes)
        .map(|class| u32::try_from(labels.partition_point(|&l| l <= class)).unwrap_or(0))
        .collect();
    for (i, &example) in chosen.iter().enumerate() {
        for &(feature, value) in rows.row(i) {
            made.phrase_features.push(feature);
            made.phrase_values.push(value);
        }
        made.phrase_ends.push(u32::try_from(made.phrase_features.len()).unwrap_or(0));
        made.phrase_examples.push(u32::try_from(example).unwrap_or(0));
    }
    made
}

/// A classifier that knows the grams and the vectors of its phrases and no weights yet.
fn empty(examples: &Examples, chosen: &[usize], blocks: Blocks) -> Classifier {
    let mut seen: Vec<Gram> = Vec::new();
    for &i in chosen {
        let from = seen.len();
        seen.extend(examples.grams[i].iter().map(|&g| grams::feature(g)));
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
    let dense = |vectors: &Option<Vec<f32>>, width: usize, weight: f32| {
        let vectors = vectors.as_ref()?;
        let mean = Dense::mean(vectors, width, chosen);
        let placed: Vec<f32> = chosen
            .iter()
            .flat_map(|&i| Dense::center(&mean, &vectors[i * width..(i + 1) * width]))
            .collect();
        Some(Dense::new(weight, mean, &placed))
    };
    Classifier {
        classes: examples.classes,
        stemmed: false,
        index: known.iter().copied().zip(0u32..).collect(),
        grams: known,
        idf,
        weights: Packed::default(),
        bias: Vec::new(),
        table: dense(&examples.table, TABLE, blocks.table),
        encoder: dense(&examples.encoder, ENCODER, blocks.encoder),
        apart: None,
        unit: 1.0,
        class_ends: Vec::new(),
        phrase_ends: Vec::new(),
        phrase_features: Vec::new(),
        phrase_values: Vec::new(),
        phrase_examples: Vec::new(),
        words: Vec::new(),
        first: Calibration::default(),
        sure: 2.0,
        foreign: Calibration::default(),
        calibration: Calibration::default(),
        speller: None,
    }
}

/// The vectors of examples in all dense blocks side by side, each as long as the block counts.
fn beside(made: &Classifier, examples: &Examples, chosen: &[usize]) -> (usize, Vec<f32>) {
    let blocks =
        [(&made.table, &examples.table, TABLE), (&made.encoder, &examples.encoder, ENCODER)];
    let wide = blocks.iter().filter(|block| block.0.is_some()).map(|block| block.2).sum();
    let mut out = Vec::with_capacity(chosen.len() * wide);
    for &i in chosen {
        for (dense, vectors, width) in &blocks {
            if let (Some(dense), Some(vectors)) = (dense, vectors) {
                let length = dense.weight.sqrt();
                let placed = dense.place(&vectors[i * width..(i + 1) * width]);
                out.extend(placed.iter().map(|x| x * length));
            }
        }
    }
    (wide, out)
}

/// How alike every two examples are in all blocks together, plus one for the bias.
fn likeness(rows: &Rows, features: usize, vectors: &[f32], wide: usize) -> Vec<f32> {
    let n = rows.len();
    let mut kernel = vec![0.0f32; n * n];
    let across = Matrix::new(wide, n, |row, column| vectors[column * wide + row]);
    across.times(vectors, &mut kernel, false);
    let mut holders: Vec<Vec<(u32, f32)>> = vec![Vec::new(); features];
    for (i, index) in (0..n).zip(0u32..) {
        for &(feature, x) in rows.row(i) {
            holders[feature as usize].push((index, x));
        }
    }
    for (i, line) in kernel.chunks_mut(n.max(1)).enumerate() {
        for &(feature, x) in rows.row(i) {
            for &(j, y) in &holders[feature as usize] {
                line[j as usize] += x * y;
            }
        }
        for cell in line {
            *cell += 1.0;
        }
    }
    kernel
}

/// From weights of examples to weights of features.
fn of_features(
    rows: &Rows,
    features: usize,
    (vectors, wide): (&[f32], usize),
    weights: &[f32],
    classes: usize,
) -> svm::Weights {
    let stride = classes.next_multiple_of(8);
    let mut values = vec![0.0f32; (features + wide + 1) * stride];
    for (i, weights) in weights.chunks(classes).enumerate() {
        for &(feature, x) in rows.row(i) {
            let from = feature as usize * stride;
            for (v, w) in values[from..from + classes].iter_mut().zip(weights) {
                *v += x * w;
            }
        }
        let bias = (features + wide) * stride;
        for (v, w) in values[bias..bias + classes].iter_mut().zip(weights) {
            *v += w;
        }
    }
    let n = rows.len();
    let matrix = Matrix::new(n, classes, |row, column| weights[row * classes + column]);
    let across: Vec<f32> = (0..wide * n).map(|k| vectors[(k % n) * wide + k / n]).collect();
    let mut dense = vec![0.0f32; wide * classes];
    matrix.times(&across, &mut dense, false);
    for (row, from) in dense.chunks(classes).enumerate() {
        let to = (features + row) * stride;
        values[to..to + classes].copy_from_slice(from);
    }
    svm::Weights { stride, values }
}

/// Adds the weights of words that were learnt alone.
fn add_words(all: &mut svm::Weights, alone: &svm::Weights, share: f32) {
    let (words, bias) = alone.values.split_at(alone.values.len() - alone.stride);
    let from = all.values.len() - all.stride;
    for (to, w) in all.values.iter_mut().zip(words) {
        *to += share * w;
    }
    for (to, w) in all.values[from..].iter_mut().zip(bias) {
        *to += share * w;
    }
}

/// Weights for texts that only the encoder can read.
fn apart(
    made: &Classifier,
    examples: &Examples,
    (chosen, labels): (&[usize], &[u16]),
    effort: Effort,
) -> (Packed, Vec<f32>) {
    let (n, classes) = (chosen.len(), usize::from(examples.classes));
    let (stride, mut vectors) = (classes.next_multiple_of(8), Vec::with_capacity(n * ENCODER));
    let length = made.encoder.as_ref().map_or(1.0, |dense| dense.weight.sqrt());
    if let (Some(dense), Some(all)) = (&made.encoder, &examples.encoder) {
        for &i in chosen {
            let placed = dense.place(&all[i * ENCODER..(i + 1) * ENCODER]);
            vectors.extend(placed.iter().map(|x| x * length));
        }
    }
    let mut empty = Rows::default();
    chosen.iter().for_each(|_| empty.push([]));
    let kernel = likeness(&empty, 0, &vectors, ENCODER);
    let weights = regression::train(&kernel, labels, classes, effort);
    let all = of_features(&empty, 0, (&vectors, ENCODER), &weights, classes);
    let (values, bias) = all.values.split_at(ENCODER * stride);
    let values: Vec<f32> = values.iter().map(|w| w * length).collect();
    (Packed::new(&values, stride), bias.to_vec())
}

/// Stores trained weights in a byte each, block by block.
fn keep(made: &mut Classifier, trained: &svm::Weights) {
    let (stride, mut at) = (trained.stride, made.grams.len() * trained.stride);
    made.weights = Packed::new(&trained.values[..at], stride);
    for (dense, width) in [(&mut made.table, TABLE), (&mut made.encoder, ENCODER)] {
        if let Some(dense) = dense {
            let length = dense.weight.sqrt();
            let values: Vec<f32> =
                trained.values[at..at + width * stride].iter().map(|w| w * length).collect();
            dense.weights = Packed::new(&values, stride);
            at += width * stride;
        }
    }
    made.bias = trained.values[at..].to_vec();
}
