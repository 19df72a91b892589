//! Features of a text: word stems and character 2- to 4-grams within word borders, as hashes.
//! Numbers are none: how many does not tell what is wanted.
//!
//! It must not know of classes or weights. Start at [`collect`].

use super::stem::Stems;
use super::vocabulary::{Mark, Vocabulary};

/// A hashed feature; its lowest bit tells the block: 0 words, 1 characters. The next bit is set on
/// an occurrence in a function word.
pub(crate) type Gram = u64;

const LIGHT: u64 = 2;

/// The feature of an occurrence.
pub(crate) fn feature(gram: Gram) -> Gram {
    gram & !LIGHT
}

/// How much an occurrence counts. The letters of "the" and "you" say little that the words do not.
pub(crate) fn count(gram: Gram) -> f32 {
    if gram & LIGHT == 0 { 1.0 } else { 0.4 }
}

/// Whether a feature is of the character block.
pub(crate) fn is_chars(gram: Gram) -> bool {
    gram & 1 == 1
}

/// Adds the features of folded words, one entry an occurrence.
pub(crate) fn collect(
    words: &[&str],
    stems: Option<&Stems>,
    function: Option<&Vocabulary>,
    out: &mut Vec<Gram>,
) {
    let mut padded: Vec<char> = Vec::with_capacity(24);
    for word in words {
        for part in word.split('\'').filter(|part| !part.is_empty()) {
            match stems {
                Some(stems) => out.push(feature(hash(stems.stem(part).chars()) & !1)),
                None => out.push(feature(hash(part.chars()) & !1)),
            }
        }
        let light = if function.is_some_and(|v| v.is(word, Mark::Stop)) { LIGHT } else { 0 };
        padded.clear();
        padded.push(' ');
        padded.extend(word.chars().take(40));
        padded.push(' ');
        for start in 0..padded.len() {
            let mut state = SEED;
            for (n, &c) in padded[start..].iter().take(4).enumerate() {
                state = mix(state, c);
                if n > 0 {
                    out.push(feature(finish(state)) | light | 1);
                }
            }
        }
    }
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

fn mix(state: u64, c: char) -> u64 {
    (state ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3).rotate_left(5)
}

fn finish(state: u64) -> u64 {
    let x = (state ^ (state >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    x ^ (x >> 29)
}

fn hash(chars: impl Iterator<Item = char>) -> u64 {
    finish(chars.fold(SEED, mix))
}

/// Grams are hashes already.
#[derive(Clone, Default)]
pub(crate) struct Plain;

impl std::hash::BuildHasher for Plain {
    type Hasher = Same;

    fn build_hasher(&self) -> Same {
        Same(0)
    }
}

pub(crate) struct Same(u64);

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_words_and_grams_within_borders() {
        let mut out = Vec::new();
        collect(&["ab", "c"], None, None, &mut out);
        let chars = out.iter().filter(|&&g| is_chars(g)).count();
        // " ab ": 3 + 2 + 1; " c ": 2 + 1.
        assert_eq!((out.len() - chars, chars), (2, 9));
    }
}
