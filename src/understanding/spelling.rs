//! Slips of the keyboard: the word that an unknown word was meant to be.
//!
//! Words of the house first, then, in English, common words. Only a word that nobody knows is
//! touched, and only one slip (a letter wrong, missing, doubled or two swapped) is undone: what is
//! further away is another word. It must not know of classes. Start at [`Speller::mend`].

use std::collections::HashMap;

use super::vectors::Table;

/// Shorter words are too near to each other.
const SHORT: usize = 4;

/// English endings.
const ENDINGS: &[&str] = &["s", "es", "d", "ed", "ing", "er", "ers", "ly", "ness", "able"];

/// The words that may be meant.
#[derive(Clone, Debug, Default)]
pub(crate) struct Speller {
    /// Words of the house, and how often they stand there.
    own: HashMap<String, u32>,
    /// The same by length and in order, with their letters as bits.
    list: Vec<(u32, String, u32)>,
}

impl Speller {
    pub(crate) fn new(words: impl Iterator<Item = (String, u32)>) -> Self {
        let mut own: HashMap<String, u32> = HashMap::new();
        for (word, count) in words {
            *own.entry(word).or_default() += count;
        }
        let mut list: Vec<(u32, String, u32)> = own
            .iter()
            .filter(|(word, _)| word.len() >= SHORT - 1)
            .map(|(word, &count)| (letters(word), word.clone(), count))
            .collect();
        list.sort_by(|a, b| (a.1.len(), &a.1).cmp(&(b.1.len(), &b.1)));
        Self { own, list }
    }

    /// Whether anybody knows a word.
    pub(crate) fn knows(&self, word: &str, common: Option<&Table>) -> bool {
        self.own.contains_key(word) || common.is_some_and(|table| table.knows(word))
    }

    /// The word that was meant, when it is another one and there is no doubt that this is a slip.
    /// Words of fewer than `short` letters are left alone.
    pub(crate) fn mend<'s>(
        &'s self,
        word: &str,
        common: Option<&'s Table>,
        short: usize,
    ) -> Option<&'s str> {
        let plain = |b: u8| b.is_ascii_lowercase();
        if word.len() < short.max(SHORT) || !word.bytes().all(plain) || self.knows(word, common) {
            return None;
        }
        // "Borned" is a form of what is known, not a slip.
        let form = |ending: &str| {
            let stem = word.strip_suffix(ending);
            stem.is_some_and(|s| s.len() > 2 && common.is_some_and(|table| table.knows(s)))
        };
        if ENDINGS.iter().any(|ending| form(ending)) {
            return None;
        }
        let mask = letters(word);
        let first = word.as_bytes()[0];
        let near = |other: &str, other_mask: u32| {
            (mask ^ other_mask).count_ones() <= 2
                && other.len().abs_diff(word.len()) <= 1
                && one_slip(word.as_bytes(), other.as_bytes())
        };
        // The same first letter, then the house's own words, then the commoner one.
        let mut best: Option<((bool, bool, u32), &'s str)> = None;
        let mut offer = |rank: (bool, bool, u32), other: &'s str| {
            if best.is_none_or(|(held, _)| rank < held) {
                best = Some((rank, other));
            }
        };
        let from = self.list.partition_point(|(_, other, _)| other.len() + 1 < word.len());
        for (other_mask, other, count) in &self.list[from..] {
            if other.len() > word.len() + 1 {
                break;
            }
            if near(other, *other_mask) {
                offer((other.as_bytes()[0] != first, false, u32::MAX - count), other);
            }
        }
        for &(other_mask, other, rank) in
            common.iter().flat_map(|table| table.words_about(word.len()))
        {
            if near(other, other_mask) {
                offer((other.as_bytes()[0] != first, true, rank), other);
            }
        }
        best.map(|(_, other)| other)
    }
}

/// The letters of a word as bits.
pub(crate) fn letters(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |mask, b| mask | 1 << (b - b'a'))
}

/// Whether two different words are one slip apart.
fn one_slip(a: &[u8], b: &[u8]) -> bool {
    if a.len() == b.len() {
        let mut differ = (0..a.len()).filter(|&i| a[i] != b[i]);
        return match (differ.next(), differ.next(), differ.next()) {
            (Some(_), None, _) => true,
            (Some(i), Some(j), None) => j == i + 1 && a[i] == b[j] && a[j] == b[i],
            _ => false,
        };
    }
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    long.len() == short.len() + 1 && short[same..] == long[same + 1..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mends_one_slip_and_nothing_else() {
        let words = ["delivery", "lease", "leash", "price", "bikes"];
        let speller = Speller::new(words.into_iter().map(|w| (w.to_owned(), 1)));
        for (word, meant) in [
            ("delviery", Some("delivery")),
            ("delivry", Some("delivery")),
            ("deliveryy", Some("delivery")),
            ("pricw", Some("price")),
            ("price", None),
            ("bike", None),
            ("dleivrey", None),
            ("prces", None),
            ("größen", None),
        ] {
            assert_eq!(speller.mend(word, None, 5), meant, "{word}");
        }
    }
}
