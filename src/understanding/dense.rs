//! A block of features that every text has: the vector of a model.
//!
//! Kept are the weights of the classes, the mean of the phrases (which is taken off) and the
//! phrases' own vectors, all a byte a number. Start at [`Dense::place`].

use serde::{Deserialize, Serialize};

/// Rows of numbers, a byte each, in units of the largest of a row.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Packed {
    width: usize,
    #[serde(with = "bytes")]
    values: Vec<i8>,
    units: Vec<f32>,
}

impl Packed {
    pub(crate) fn new(values: &[f32], width: usize) -> Self {
        let mut made = Self { width, values: Vec::with_capacity(values.len()), units: Vec::new() };
        for row in values.chunks(width.max(1)) {
            let largest = row.iter().fold(1e-9f32, |a, w| a.max(w.abs()));
            let unit = largest / 127.0;
            made.units.push(unit);
            #[expect(clippy::cast_possible_truncation, reason = "scaled to -127..=127")]
            made.values.extend(row.iter().map(|w| (w / unit).round() as i8));
        }
        made
    }

    /// Adds a row, `times` times.
    pub(crate) fn add(&self, row: usize, times: f32, to: &mut [f32]) {
        let times = times * self.units[row];
        let row = &self.values[row * self.width..(row + 1) * self.width];
        for (t, &w) in to.iter_mut().zip(row) {
            *t += times * f32::from(w);
        }
    }

    /// The product of a row with a vector.
    pub(crate) fn dot(&self, row: usize, with: &[f32]) -> f32 {
        let unit = self.units[row];
        let (eights, _) = self.values[row * self.width..(row + 1) * self.width].as_chunks::<8>();
        let mut sums = [0.0f32; 8];
        for (eight, with) in eights.iter().zip(with.as_chunks::<8>().0) {
            for k in 0..8 {
                sums[k] += f32::from(eight[k]) * with[k];
            }
        }
        sums.iter().sum::<f32>() * unit
    }

    /// One number.
    pub(crate) fn at(&self, row: usize, column: usize) -> f32 {
        f32::from(self.values[row * self.width + column]) * self.units[row]
    }

    pub(crate) fn is_sound(&self, rows: usize, width: usize) -> bool {
        self.width == width && self.units.len() == rows && self.values.len() == rows * width
    }
}

/// The stored form of many small numbers: plain bytes.
mod bytes {
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(values: &[i8], to: S) -> Result<S::Ok, S::Error> {
        let bytes: Vec<u8> = values.iter().map(|v| v.cast_unsigned()).collect();
        to.serialize_bytes(&bytes)
    }

    pub(super) fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Vec<i8>, D::Error> {
        let bytes = <&[u8]>::deserialize(from)?;
        Ok(bytes.iter().map(|b| b.cast_signed()).collect())
    }
}

/// The block of one model.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Dense {
    /// How much the block counts beside the words.
    pub weight: f32,
    mean: Vec<f32>,
    /// The weights of the classes, a row for each number of the vector.
    pub weights: Packed,
    /// The phrases' vectors.
    pub phrases: Packed,
}

impl Dense {
    pub(crate) fn new(weight: f32, mean: Vec<f32>, phrases: &[f32]) -> Self {
        let phrases = Packed::new(phrases, mean.len());
        Self { weight, mean, weights: Packed::default(), phrases }
    }

    /// The mean of some vectors.
    pub(crate) fn mean(vectors: &[f32], width: usize, chosen: &[usize]) -> Vec<f32> {
        let mut mean = vec![0.0f32; width];
        for &i in chosen {
            for (m, x) in mean.iter_mut().zip(&vectors[i * width..(i + 1) * width]) {
                *m += x;
            }
        }
        for m in &mut mean {
            *m /= chosen.len().max(1) as f32;
        }
        mean
    }

    /// A vector without the mean, of length one; nothing stays nothing.
    pub(crate) fn center(mean: &[f32], vector: &[f32]) -> Vec<f32> {
        if vector.iter().all(|&x| x == 0.0) {
            return vec![0.0; mean.len()];
        }
        let mut out: Vec<f32> = vector.iter().zip(mean).map(|(x, m)| x - m).collect();
        let length = out.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-9);
        for x in &mut out {
            *x /= length;
        }
        out
    }

    /// Where a text lies among the phrases.
    pub(crate) fn place(&self, vector: &[f32]) -> Vec<f32> {
        Self::center(&self.mean, vector)
    }

    pub(crate) fn is_sound(&self, width: usize, stride: usize, phrases: usize) -> bool {
        self.mean.len() == width
            && self.weights.is_sound(width, stride)
            && self.phrases.is_sound(phrases, width)
    }
}
