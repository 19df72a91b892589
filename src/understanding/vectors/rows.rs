//! The encoder's vectors of pieces, packed in the file and unpacked one at a time.
//!
//! Each of 17 blocks has a Huffman code of its own over 64 levels; a row is 512 codes and begins
//! at a whole byte. Piece `p` is in block `p % 17`. `models/convert.py` packs them.

use super::encoder::ENCODER;
use super::tensors::{ModelFault, Tensors, Words};

/// How many blocks there are.
const BLOCKS: usize = 17;
/// How many levels a value can have.
const LEVELS: usize = 64;
/// No code is longer than this many bits.
const LONGEST: u32 = 11;

/// The packed table.
pub(super) struct Rows {
    codes: &'static [u8],
    ends: Words,
    /// For each block and each next eleven bits: the value's level and the length of its code.
    levels: Vec<[(u8, u8); 1 << LONGEST]>,
    /// For each block, what a level is worth.
    values: Vec<[f32; LEVELS]>,
}

impl Rows {
    pub(super) fn read(file: &Tensors) -> Result<Self, ModelFault> {
        let lengths = file.bytes("rows.lengths")?;
        let (scale, low) = (file.floats("rows.scale", BLOCKS)?, file.floats("rows.low", BLOCKS)?);
        let (codes, ends) = (file.bytes("rows.codes")?, file.words("rows.ends")?);
        let last = ends.len().checked_sub(1).map_or(0, |last| ends.at(last) as usize);
        if lengths.len() != BLOCKS * LEVELS || last != codes.len() {
            return Err(ModelFault::Array("rows.lengths"));
        }
        let levels = lengths.chunks(LEVELS).map(table).collect();
        let values = (0..BLOCKS).map(|b| std::array::from_fn(|k| low[b] + scale[b] * k as f32));
        Ok(Self { codes, ends, levels, values: values.collect() })
    }

    /// Writes the vector of a piece.
    pub(super) fn unpack(&self, piece: u32, out: &mut [f32]) {
        debug_assert_eq!(out.len(), ENCODER);
        let piece = (piece as usize).min(self.ends.len().saturating_sub(1));
        let from = if piece == 0 { 0 } else { self.ends.at(piece - 1) as usize };
        let mut bytes = self.codes[from..].iter();
        let (levels, values) = (&self.levels[piece % BLOCKS], &self.values[piece % BLOCKS]);
        let (mut bits, mut held) = (0u64, 0u32);
        for x in out {
            while held < LONGEST {
                bits = bits << 8 | u64::from(bytes.next().copied().unwrap_or(0));
                held += 8;
            }
            let next = (bits >> (held - LONGEST)) as usize & ((1 << LONGEST) - 1);
            let (level, length) = levels[next];
            *x = values[usize::from(level) % LEVELS];
            held -= u32::from(length);
        }
    }
}

/// The canonical code of these lengths, by the next eleven bits.
fn table(lengths: &[u8]) -> [(u8, u8); 1 << LONGEST] {
    let mut table = [(0, 1); 1 << LONGEST];
    let mut order: Vec<(u8, u8)> =
        lengths.iter().zip(0u8..).filter(|(l, _)| **l > 0).map(|(&l, level)| (l, level)).collect();
    order.sort_unstable();
    let mut at = 0usize;
    for (length, level) in order {
        let span = 1usize << LONGEST.saturating_sub(u32::from(length));
        for cell in table.iter_mut().skip(at).take(span) {
            *cell = (level, length);
        }
        at += span;
    }
    table
}
