//! How the classifier learns from phrases.
//!
//! Words alone: support vector machines ([`super::svm`]). With vectors: one logistic regression
//! over all blocks ([`super::regression`]), or machines again where there are too many phrases for
//! a matrix of likenesses. What the phrases themselves can decide, they decide by cross-validation:
//! whether words are stemmed, how much the vectors count, how confidence is told from scores, from
//! which confidence on a first look is enough. Start at [`train`].

use super::confidence::{Calibration, Sample};
use super::dense::{Dense, Packed};
use super::grams::{self, Gram};
use super::intent::{Classifier, Query, Reader, kept};
use super::normalize::Text;
use super::regression::{self, Effort};
use super::svm::{self, Rows};
use super::vectors::product::Matrix;
use super::vectors::{ENCODER, Encoder, TABLE};

/// One phrase to learn from.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    pub class: u16,
    pub text: String,
    /// It is of another language: only the encoder can read it.
    pub foreign: bool,
    /// It is an id made readable, not what anybody wrote down.
    pub id: bool,
}

/// How much what counts beside the words.
#[derive(Clone, Copy)]
struct Blocks {
    table: f32,
    encoder: f32,
    /// How much a machine that knows words alone has to say in the end.
    words: f32,
}

/// What public sets preferred under cross-validation, and what else a small house may choose.
const BLOCKS: [Blocks; 4] = [
    Blocks { table: 1.0, encoder: 2.0, words: 1.0 },
    Blocks { table: 1.0, encoder: 2.0, words: 0.0 },
    Blocks { table: 0.5, encoder: 4.0, words: 0.0 },
    Blocks { table: 0.5, encoder: 1.0, words: 2.0 },
];
/// Up to so many phrases the house chooses: judging is cheap, and houses differ.
const CHOOSES: usize = 700;
/// By so much another choice must be better to be taken.
const BETTER: f32 = 1.005;
/// Stems are left out when that is by so much better; closer, folds tell nothing.
const STEMS: f32 = 1.03;
/// From so many phrases on a matrix of likenesses is too large.
const MANY: usize = 4_000;
/// Up to so many phrases weights are learnt apart for texts that only the encoder can read.
const APART: usize = 700;
/// With more classes than this, a third of them tells whether stems help.
const CLASSES: u16 = 45;
/// Up to so many phrases of a class are judged in folds.
const JUDGED: usize = 20;
/// Logits are this much larger than the values of a machine.
const LOGIT: f32 = 0.1;

/// The phrases, read.
struct Examples {
    of_class: Vec<u16>,
    classes: u16,
    grams: Vec<Vec<Gram>>,
    table: Option<Vec<f32>>,
    encoder: Option<Vec<f32>>,
}

impl Examples {
    fn is_joint(&self) -> bool {
        self.table.is_some() || self.encoder.is_some()
    }
}

/// How to learn.
#[derive(Clone, Copy)]
struct Plan {
    blocks: Blocks,
    effort: Effort,
    /// Sweeps of the machines.
    passes: usize,
}

const THOROUGH: Plan = Plan { blocks: BLOCKS[0], effort: regression::FULL, passes: 20 };
const ROUGH: Plan = Plan { blocks: BLOCKS[0], effort: regression::QUICK, passes: 8 };

/// Judged examples: by a first look, and by all there is.
#[derive(Default)]
struct Judged {
    first: Vec<Sample>,
    whole: Vec<Sample>,
    /// By the encoder alone.
    foreign: Vec<Sample>,
}

impl Judged {
    fn right(&self) -> usize {
        self.whole.iter().filter(|sample| sample.right).count()
    }
}

/// Trains on examples with classes below `classes`; words that `keep` refuses are not learnt.
pub(crate) fn train(
    examples: &[Example],
    classes: u16,
    reader: Reader<'_>,
    keep: impl Fn(&str) -> bool,
) -> Classifier {
    let texts: Vec<Text<'_>> = examples.iter().map(|example| Text::new(&example.text)).collect();
    let all: Vec<_> =
        texts.iter().map(|text| kept(text, None, reader, |i| keep(text.word(i)))).collect();
    let read = |stems| -> Vec<Vec<Gram>> {
        let each = all.iter().zip(examples).map(|(kept, example)| {
            let mut out = Vec::with_capacity(128);
            if !example.foreign {
                grams::collect(&kept.words, stems, Some(reader.vocabulary), &mut out);
                out.sort_unstable();
            }
            out
        });
        each.collect()
    };
    let table = reader.table().map(|table| {
        let each = all.iter().zip(examples).flat_map(|(kept, example)| match example.foreign {
            true => vec![0.0; TABLE],
            false => table.vector(&kept.text),
        });
        each.collect()
    });
    let encoder = reader.vectors.encoder.as_ref().map(|encoder| {
        encode(encoder, &all.iter().map(|kept| kept.text.as_str()).collect::<Vec<_>>())
    });
    let mut read_all = Examples {
        of_class: examples.iter().map(|example| example.class).collect(),
        classes,
        grams: read(None),
        table: None,
        encoder: None,
    };
    // Words alone decide about their stems.
    let every = if classes > CLASSES { 3 } else { 1 };
    let plain = judge(&read_all, ROUGH, every);
    let unstemmed = std::mem::replace(&mut read_all.grams, read(Some(reader.stems)));
    let with_stems = judge(&read_all, ROUGH, every);
    let stemmed = with_stems.right() as f32 * STEMS >= plain.right() as f32;
    if !stemmed {
        read_all.grams = unstemmed;
    }
    (read_all.table, read_all.encoder) = (table, encoder);
    let mut plan = THOROUGH;
    let judged;
    (plan.blocks, judged) = match read_all.is_joint() {
        true => blocks(&read_all),
        false if every == 1 => (plan.blocks, if stemmed { with_stems } else { plain }),
        false => (plan.blocks, judge(&read_all, ROUGH, 1)),
    };
    let everything: Vec<usize> = (0..examples.len()).collect();
    let mut made = build(&read_all, &everything, plan);
    made.stemmed = stemmed;
    made.calibration = Calibration::fit(&judged.whole);
    made.first = Calibration::fit(&judged.first);
    made.sure = made.first.sure(&judged.first);
    made.foreign = Calibration::fit(&judged.foreign);
    let mut words: Vec<&str> = all
        .iter()
        .zip(examples)
        .filter(|(_, example)| !example.foreign)
        .flat_map(|(kept, _)| kept.words.iter().copied())
        .collect();
    words.sort_unstable();
    made.words = words
        .chunk_by(|a, b| a == b)
        .map(|run| (run[0].to_owned(), u32::try_from(run.len()).unwrap_or(u32::MAX)))
        .collect();
    made
}

/// The weights of the blocks, and how well they did.
fn blocks(examples: &Examples) -> (Blocks, Judged) {
    let first = judge(examples, Plan { blocks: BLOCKS[0], ..ROUGH }, 1);
    let mut best = (BLOCKS[0], first);
    if examples.of_class.len() <= CHOOSES {
        for blocks in BLOCKS.into_iter().skip(1) {
            let judged = judge(examples, Plan { blocks, ..ROUGH }, 1);
            if judged.right() as f32 > best.1.right() as f32 * BETTER {
                best = (blocks, judged);
            }
        }
    }
    best
}

/// The vectors of many texts, on two threads.
fn encode(encoder: &Encoder, texts: &[&str]) -> Vec<f32> {
    let (above, below) = texts.split_at(texts.len() / 2);
    std::thread::scope(|scope| {
        let beside = scope.spawn(|| encoder.vectors(below));
        let mut all = encoder.vectors(above);
        all.extend(beside.join().unwrap_or_default());
        all
    })
}

/// Trains on some of the examples, without calibration.
fn build(examples: &Examples, chosen: &[usize], plan: Plan) -> Classifier {
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
    let blocks = [
        (&made.table, &examples.table, TABLE),
        (&made.encoder, &examples.encoder, ENCODER),
    ];
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

/// Cross-validates: in each of three folds a fifth of the classes is held out whole, and a third
/// of the phrases of the others. With `every` above one, only so many classes are looked at.
fn judge(examples: &Examples, plan: Plan, every: usize) -> Judged {
    const FOLDS: usize = 3;
    let mut sizes = vec![0usize; usize::from(examples.classes)];
    let places: Vec<usize> = examples
        .of_class
        .iter()
        .map(|&class| {
            sizes[usize::from(class)] += 1;
            sizes[usize::from(class)] - 1
        })
        .collect();
    if examples.classes < 10 {
        return Judged::default();
    }
    let fold = |fold: usize| {
        let mut judged = Judged::default();
        let class = |i: usize| usize::from(examples.of_class[i]);
        let held = |i: usize| class(i) / every % 5 == fold;
        let tested = |i: usize| places[i] % FOLDS == fold && sizes[class(i)] > 1;
        let judged_at_all: Vec<usize> = (0..examples.of_class.len())
            .filter(|&i| places[i] < JUDGED && class(i) % every == 0)
            .collect();
        let chosen: Vec<usize> =
            judged_at_all.iter().copied().filter(|&i| !held(i) && !tested(i)).collect();
        let made = build(examples, &chosen, plan);
        for i in judged_at_all {
            let served = !held(i);
            if served && !tested(i) {
                continue;
            }
            let (cells, known) = made.vector(&examples.grams[i]);
            let place = |dense: &Option<Dense>, vectors: &Option<Vec<f32>>, width: usize| match (
                dense, vectors,
            ) {
                (Some(dense), Some(vectors)) => dense.place(&vectors[i * width..(i + 1) * width]),
                _ => Vec::new(),
            };
            let table = place(&made.table, &examples.table, TABLE);
            let mut query = Query { cells, known, table, encoder: Vec::new() };
            let best = |query: &Query| {
                let (class, signs) = made.signs(query).into_iter().next()?;
                Some(Sample { signs, served, right: served && class == examples.of_class[i] })
            };
            let first = best(&query);
            judged.first.extend(first);
            query.encoder = place(&made.encoder, &examples.encoder, ENCODER);
            if query.encoder.is_empty() {
                judged.whole.extend(first);
                continue;
            }
            judged.whole.extend(best(&query));
            judged.foreign.extend(best(&Query::foreign(query.encoder)));
        }
        judged
    };
    let parts: [Judged; FOLDS] = std::thread::scope(|scope| {
        let beside = [scope.spawn(|| fold(0)), scope.spawn(|| fold(1))];
        let own = fold(2);
        let [a, b] = beside.map(|b| b.join().unwrap_or_default());
        [a, b, own]
    });
    let mut all = Judged::default();
    for part in parts {
        all.first.extend(part.first);
        all.whole.extend(part.whole);
        all.foreign.extend(part.foreign);
    }
    all
}
