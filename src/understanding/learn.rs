//! How the classifier learns from phrases.
//!
//! Words alone: support vector machines ([`super::svm`]). With vectors: one logistic regression
//! over all blocks ([`super::regression`]), or machines again where there are too many phrases for
//! a matrix of likenesses. What the phrases themselves can decide, they decide by cross-validation:
//! whether words are stemmed, how much the vectors count, how confidence is told from scores, from
//! which confidence on a first look is enough. Start at [`train`].

use super::confidence::Calibration;
use super::folds::{Judged, judge};
use super::grams::{self, Gram};
use super::intent::Classifier;
use super::normalize::Text;
use super::query::{Reader, kept};
use super::regression;
use super::vectors::{Encoder, TABLE};
use super::weights::{Blocks, Examples, Plan, build};

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
/// With more classes than this, a third of them tells whether stems help.
const CLASSES: u16 = 45;

const THOROUGH: Plan = Plan { blocks: BLOCKS[0], effort: regression::FULL, passes: 20 };
const ROUGH: Plan = Plan { blocks: BLOCKS[0], effort: regression::QUICK, passes: 8 };

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
