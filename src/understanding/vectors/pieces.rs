//! Cutting a text into the encoder's pieces: SentencePiece, unigram.
//!
//! First the text is normalized by the model's own map (a double array of what becomes what),
//! spaces become `▁`; then the pieces with the best sum of scores are chosen (Viterbi). The list
//! of pieces is sorted and read in place. Start at [`Pieces::cut`].

use super::tensors::{ModelFault, Tensors, Words};

/// The pieces that every text begins and ends with, and the one for what is unknown.
const BEGIN: u32 = 1;
const END: u32 = 2;
const UNKNOWN: u32 = 0;

/// How spaces are written.
const SPACE: &[u8] = "▁".as_bytes();

/// The tokenizer.
pub(super) struct Pieces {
    text: &'static [u8],
    ends: Words,
    ids: Words,
    scores: Words,
    unknown: f64,
    units: Words,
    replacements: &'static [u8],
    /// The pieces that begin with a byte, and with a space and a byte.
    first: Vec<(u32, u32)>,
    after_space: Vec<(u32, u32)>,
}

impl Pieces {
    pub(super) fn read(tensors: &Tensors) -> Result<Self, ModelFault> {
        let mut made = Self {
            text: tensors.bytes("pieces.text")?,
            ends: tensors.words("pieces.ends")?,
            ids: tensors.words("pieces.ids")?,
            scores: tensors.words("pieces.scores")?,
            unknown: f64::from(tensors.words("pieces.unknown")?.float_at(0)),
            units: tensors.words("charsmap.units")?,
            replacements: tensors.bytes("charsmap.text")?,
            first: Vec::new(),
            after_space: Vec::new(),
        };
        let count = made.ends.len();
        let fits = count > 0
            && made.ids.len() == count
            && made.scores.len() == count
            && made.ends.at(count - 1) as usize == made.text.len()
            && (1..count).all(|i| made.ends.at(i - 1) <= made.ends.at(i));
        let all = (0, u32::try_from(count).map_err(|_| ModelFault::Array("pieces.ends"))?);
        if !fits {
            return Err(ModelFault::Array("pieces.ends"));
        }
        made.first = (0..=255).map(|byte| made.narrow(all, 0, byte)).collect();
        let spaced = SPACE.iter().enumerate().fold(all, |range, (i, &b)| made.narrow(range, i, b));
        made.after_space = (0..=255).map(|byte| made.narrow(spaced, SPACE.len(), byte)).collect();
        Ok(made)
    }

    /// The pieces of a text, at most `limit` of them, with the begin and the end.
    pub(super) fn cut(&self, text: &str, limit: usize) -> Vec<u32> {
        let mut ids = vec![BEGIN];
        let normal = self.normal(text);
        if normal.is_empty() {
            ids.push(UNKNOWN);
        } else {
            self.best(&normal, &mut ids);
        }
        ids.truncate(limit.saturating_sub(1).max(1));
        ids.push(END);
        ids
    }

    /// A piece's bytes.
    fn piece(&self, index: usize) -> &'static [u8] {
        let from = if index == 0 { 0 } else { self.ends.at(index - 1) as usize };
        &self.text[from..self.ends.at(index) as usize]
    }

    /// Of pieces that agree in their first `depth` bytes, those with this byte next.
    fn narrow(&self, (from, to): (u32, u32), depth: usize, byte: u8) -> (u32, u32) {
        let next = |i: u32| self.piece(i as usize).get(depth).map_or(-1, |&b| i32::from(b));
        let bound = |least: i32| {
            let (mut low, mut high) = (from, to);
            while low < high {
                let middle = low + (high - low) / 2;
                if next(middle) < least { low = middle + 1 } else { high = middle }
            }
            low
        };
        let low = bound(i32::from(byte));
        // Few share a long beginning: the next one often differs already.
        if low == to || next(low) != i32::from(byte) {
            return (low, low);
        }
        (low, bound(i32::from(byte) + 1))
    }

    /// Calls `take` with the length and the place of every piece that `text` begins with.
    fn beginnings(&self, text: &[u8], mut take: impl FnMut(usize, usize)) {
        let (mut range, mut depth) = match text {
            [a, b, c, next, ..] if [*a, *b, *c] == *SPACE => {
                let space = self.first[usize::from(*a)];
                let whole = self.narrow(self.narrow(space, 1, *b), 2, *c);
                if whole.0 < whole.1 && self.piece(whole.0 as usize).len() == SPACE.len() {
                    take(SPACE.len(), whole.0 as usize);
                }
                (self.after_space[usize::from(*next)], SPACE.len() + 1)
            }
            [first, ..] => (self.first[usize::from(*first)], 1),
            [] => return,
        };
        while range.0 < range.1 {
            if self.piece(range.0 as usize).len() == depth {
                take(depth, range.0 as usize);
            }
            let Some(&byte) = text.get(depth) else { return };
            range = self.narrow(range, depth, byte);
            depth += 1;
        }
    }

    /// The cut with the best sum of scores.
    fn best(&self, text: &str, ids: &mut Vec<u32>) {
        let bytes = text.as_bytes();
        let mut best = vec![(f64::NEG_INFINITY, 0usize, UNKNOWN); bytes.len() + 1];
        best[0].0 = 0.0;
        for (at, c) in text.char_indices() {
            let (base, width) = (best[at].0, c.len_utf8());
            let mut single = false;
            self.beginnings(&bytes[at..], |length, index| {
                let score = base + f64::from(self.scores.float_at(index));
                if score > best[at + length].0 {
                    best[at + length] = (score, at, self.ids.at(index));
                }
                single |= length == width;
            });
            let score = base + self.unknown;
            if !single && score > best[at + width].0 {
                best[at + width] = (score, at, UNKNOWN);
            }
        }
        let (from, mut at) = (ids.len(), bytes.len());
        while at > 0 {
            ids.push(best[at].2);
            at = best[at].1;
        }
        ids[from..].reverse();
    }

    /// The text in the model's spelling.
    fn normal(&self, text: &str) -> String {
        let raw = text.as_bytes();
        let (mut out, mut at) = (Vec::with_capacity(raw.len() * 2 + 3), 0);
        let mut after_space = true;
        while at < raw.len() {
            let (mut part, width) = self.replaced(raw, at);
            at += width;
            while after_space && let Some(rest) = part.strip_prefix(b" ") {
                part = rest;
            }
            let Some(&last) = part.last() else { continue };
            if out.is_empty() {
                out.extend_from_slice(SPACE);
            }
            for &byte in part {
                match byte {
                    b' ' => out.extend_from_slice(SPACE),
                    _ => out.push(byte),
                }
            }
            after_space = last == b' ';
        }
        while out.ends_with(SPACE) {
            out.truncate(out.len() - SPACE.len());
        }
        String::from_utf8(out).unwrap_or_default()
    }

    /// What stands for the longest known beginning of `raw[at..]`, and how long that is.
    fn replaced<'a>(&'a self, raw: &'a [u8], at: usize) -> (&'a [u8], usize) {
        let offset = |unit: u32| (unit >> 10) << ((unit & 0x200) >> 6);
        let mut node = offset(self.units.at(0));
        let (mut length, mut value) = (0, 0usize);
        for (i, &byte) in raw[at..].iter().enumerate() {
            node ^= u32::from(byte);
            let unit = self.units.at(node as usize);
            if unit & 0x8000_00ff != u32::from(byte) {
                break;
            }
            node ^= offset(unit);
            if unit & 0x100 != 0 {
                length = i + 1;
                value = (self.units.at(node as usize) & 0x7fff_ffff) as usize;
            }
        }
        match self.replacements.get(value..) {
            Some(rest) if length > 0 && !rest.is_empty() => {
                let end = rest.iter().position(|&b| b == 0).unwrap_or(rest.len());
                (&rest[..end], length)
            }
            _ => {
                let width = match raw[at] {
                    0xc0..0xe0 => 2,
                    0xe0..0xf0 => 3,
                    0xf0.. => 4,
                    _ => 1,
                };
                let end = raw.len().min(at + width);
                (&raw[at..end], end - at)
            }
        }
    }
}
