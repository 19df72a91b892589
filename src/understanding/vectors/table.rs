//! The English table: a vector for each word piece, and the mean of a text's pieces.
//!
//! Microseconds a text. Words are folded and cut as the table was made: lower case, accents
//! dropped, each sign by itself, then greedily the longest known piece. Start at
//! [`Table::vector`].

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::understanding::spelling::letters;

use super::tensors::{ModelFault, Tensors, Words};

/// How long a vector of the table is.
pub(crate) const TABLE: usize = 256;

/// How many pieces of a text are read.
const READ: usize = 256;

/// A word longer than this is none.
const LONGEST: usize = 100;

/// The table.
pub(crate) struct Table {
    whole: HashMap<&'static str, u32>,
    /// Pieces that go on in a word.
    inner: HashMap<&'static str, u32>,
    rows: &'static [u8],
    scales: Words,
    /// Whole words of plain letters by length, with their letters as bits and their rank.
    words: Vec<(u32, &'static str, u32)>,
}

impl Table {
    /// Reads a table in place, and its list of pieces, one a line.
    pub(super) fn read(table: &'static [u8], pieces: &'static str) -> Result<Self, ModelFault> {
        let tensors = Tensors::read(table)?;
        let (rows, scales) = (tensors.bytes("q")?, tensors.words("scale")?);
        let (mut whole, mut inner) = (HashMap::new(), HashMap::new());
        let mut count = 0;
        for (line, index) in pieces.lines().zip(0u32..) {
            count += 1;
            match line.strip_prefix("##") {
                Some(rest) if !rest.is_empty() => inner.insert(rest, index),
                _ => whole.insert(line, index),
            };
        }
        if rows.len() != count * TABLE || scales.len() != count {
            return Err(ModelFault::Array("q"));
        }
        // The list begins with what stands for nothing; common words come first.
        let plain = |word: &&str| word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase());
        let mut words: Vec<(u32, &str, u32)> = whole
            .iter()
            .filter(|(word, _)| plain(word))
            .map(|(&word, &rank)| (letters(word), word, rank))
            .collect();
        words.sort_by_key(|&(_, word, rank)| (word.len(), rank));
        Ok(Self { whole, inner, rows, scales, words })
    }

    /// Common words that are at most one letter longer or shorter.
    pub(crate) fn words_about(&self, length: usize) -> &[(u32, &'static str, u32)] {
        let from = self.words.partition_point(|(_, word, _)| word.len() + 1 < length);
        let to = self.words.partition_point(|(_, word, _)| word.len() <= length + 1);
        &self.words[from..to]
    }

    /// Whether a folded word is a piece by itself, so that it is a common word of the language.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.whole.contains_key(word)
    }

    /// The mean of the pieces' vectors; zeros for a text without any.
    pub(crate) fn vector(&self, text: &str) -> Vec<f32> {
        let mut sum = vec![0.0f32; TABLE];
        let mut count = 0usize;
        let mut word = String::with_capacity(32);
        let mut take = |word: &mut String, sum: &mut [f32]| {
            if !word.is_empty() && count < READ {
                count += self.add(word, sum);
            }
            word.clear();
        };
        for c in text.chars().flat_map(char::to_lowercase).nfd() {
            if is_combining_mark(c) {
                continue;
            }
            if c.is_whitespace() || c.is_control() {
                take(&mut word, &mut sum);
            } else if c.is_alphanumeric() {
                word.push(c);
            } else {
                take(&mut word, &mut sum);
                word.push(c);
                take(&mut word, &mut sum);
            }
        }
        take(&mut word, &mut sum);
        if count > 0 {
            let share = 1.0 / count as f32;
            for x in &mut sum {
                *x *= share;
            }
        }
        sum
    }

    /// Adds the vectors of a word's pieces and tells how many they are.
    fn add(&self, word: &str, sum: &mut [f32]) -> usize {
        let mut pieces = [0u32; LONGEST];
        let (mut from, mut count) = (0, 0);
        if word.len() > LONGEST {
            return 0;
        }
        while from < word.len() {
            let known = if from == 0 { &self.whole } else { &self.inner };
            let mut to = word.len();
            let piece = loop {
                if to == from {
                    return 0;
                }
                if word.is_char_boundary(to)
                    && let Some(&piece) = known.get(&word[from..to])
                {
                    break piece;
                }
                to -= 1;
            };
            pieces[count] = piece;
            count += 1;
            from = to;
        }
        for &piece in &pieces[..count] {
            let piece = piece as usize;
            let scale = self.scales.float_at(piece);
            for (x, &q) in sum.iter_mut().zip(&self.rows[piece * TABLE..(piece + 1) * TABLE]) {
                *x += scale * f32::from(q.cast_signed());
            }
        }
        count
    }
}
