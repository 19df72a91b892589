//! The multilingual encoder: a text in one of sixteen languages to a vector of its meaning.
//!
//! Google's universal sentence encoder, the variant with convolutions: vectors of pieces; three
//! branches that look at 2, 3 and 5 neighbours; the sum of all places; three layers with
//! short cuts. Vectors of texts that mean the same lie close, whatever the language. Start at
//! [`Encoder::vectors`].

use super::pieces::Pieces;
use super::product::Matrix;
use super::rows::Rows;
use super::tensors::{ModelFault, Tensors};

/// How long a vector of the encoder is.
pub(crate) const ENCODER: usize = 512;

/// How many pieces of a text are read.
const READ: usize = 64;
/// How many pieces are worked on at once when there are many texts.
const BATCH: usize = 192;
/// Numbers of a branch.
const BRANCH: usize = 256;
/// All that is known of a place: its own vector and what the branches saw.
const PLACE: usize = ENCODER + 3 * BRANCH;
/// How many neighbours each branch sees, and how many of them stand before.
const SEEN: [(usize, usize); 3] = [(2, 0), (3, 1), (5, 2)];
/// The width of the last layers.
const LAYER: usize = 320;

/// The encoder. Its vectors of pieces stay packed in the file.
pub(crate) struct Encoder {
    pieces: Pieces,
    rows: Rows,
    /// From a piece to all branches.
    into: Matrix,
    into_bias: Vec<f32>,
    into_gain: Vec<f32>,
    into_shift: Vec<f32>,
    branches: Vec<[(Matrix, Vec<f32>); 2]>,
    gain: Vec<f32>,
    shift: Vec<f32>,
    sum: Matrix,
    sum_bias: Vec<f32>,
    layers: [Matrix; 6],
    epsilon: f32,
}

impl Encoder {
    pub(super) fn read(bytes: &'static [u8]) -> Result<Self, ModelFault> {
        let file = Tensors::read(bytes)?;
        let into = ["proj2", "proj3", "proj5"];
        let scales = [
            scale(&file, "proj2.scale")?,
            scale(&file, "proj3.scale")?,
            scale(&file, "proj5.scale")?,
        ];
        let mut projections = Vec::new();
        for name in into {
            projections.push(sized(&file, name, ENCODER * BRANCH)?);
        }
        let into = Matrix::new(ENCODER, 3 * BRANCH, |row, column| {
            let (branch, column) = (column / BRANCH, column % BRANCH);
            signed(projections[branch][row * BRANCH + column]) * scales[branch]
        });
        let three = |names: [&'static str; 3]| -> Result<Vec<f32>, ModelFault> {
            let mut all = Vec::with_capacity(3 * BRANCH);
            for name in names {
                all.extend(file.floats(name, BRANCH)?);
            }
            Ok(all)
        };
        let layer = |order: usize, w: &'static str, s: &'static str, b: &'static str| {
            Ok((matrix(&file, (w, s), order * BRANCH, BRANCH)?, file.floats(b, BRANCH)?))
        };
        Ok(Self {
            pieces: Pieces::read(&file)?,
            rows: Rows::read(&file)?,
            into,
            into_bias: three(["proj_b2", "proj_b3", "proj_b5"])?,
            into_gain: three(["ln_g2", "ln_g3", "ln_g5"])?,
            into_shift: three(["ln_b2", "ln_b3", "ln_b5"])?,
            branches: vec![
                [layer(2, "w1_2", "w1_2.scale", "b1_2")?, layer(2, "w2_2", "w2_2.scale", "b2_2")?],
                [layer(3, "w1_3", "w1_3.scale", "b1_3")?, layer(3, "w2_3", "w2_3.scale", "b2_3")?],
                [layer(5, "w1_5", "w1_5.scale", "b1_5")?, layer(5, "w2_5", "w2_5.scale", "b2_5")?],
            ],
            gain: file.floats("ln_g", PLACE)?,
            shift: file.floats("ln_b", PLACE)?,
            sum: matrix(&file, ("cnn_W", "cnn_W.scale"), PLACE, ENCODER)?,
            sum_bias: file.floats("cnn_b", ENCODER)?,
            layers: [
                matrix(&file, ("d0", "d0.scale"), ENCODER, LAYER)?,
                matrix(&file, ("p1", "p1.scale"), ENCODER, LAYER)?,
                matrix(&file, ("d1", "d1.scale"), LAYER, LAYER)?,
                matrix(&file, ("d2", "d2.scale"), LAYER, ENCODER)?,
                matrix(&file, ("p3", "p3.scale"), LAYER, ENCODER)?,
                matrix(&file, ("d3", "d3.scale"), ENCODER, ENCODER)?,
            ],
            epsilon: file.floats("eps", 1)?[0],
        })
    }

    /// The vector of each text, of length one, one after the other.
    pub(crate) fn vectors(&self, texts: &[&str]) -> Vec<f32> {
        let mut out = Vec::with_capacity(texts.len() * ENCODER);
        let (mut pieces, mut ends): (Vec<u32>, Vec<usize>) = (Vec::new(), Vec::new());
        for text in texts {
            let cut = self.pieces.cut(text, READ);
            if !ends.is_empty() && pieces.len() + cut.len() > BATCH {
                self.batch(&pieces, &ends, &mut out);
                pieces.clear();
                ends.clear();
            }
            pieces.extend(cut);
            ends.push(pieces.len());
        }
        if !ends.is_empty() {
            self.batch(&pieces, &ends, &mut out);
        }
        out
    }

    /// The vectors of some texts, given as pieces and where each text ends.
    fn batch(&self, pieces: &[u32], ends: &[usize], out: &mut Vec<f32>) {
        let count = pieces.len();
        let mut own = vec![0.0f32; count * ENCODER];
        for (place, &piece) in own.chunks_mut(ENCODER).zip(pieces) {
            self.rows.unpack(piece, place);
        }
        let mut seen = vec![0.0f32; count * 3 * BRANCH];
        self.into.times(&own, &mut seen, false);
        for place in seen.chunks_mut(3 * BRANCH) {
            plus(place, &self.into_bias);
            level(place, &self.into_gain, &self.into_shift, self.epsilon);
        }
        let mut places = vec![0.0f32; count * PLACE];
        for (place, own) in places.chunks_mut(PLACE).zip(own.chunks(ENCODER)) {
            place[..ENCODER].copy_from_slice(own);
        }
        let mut now = vec![0.0f32; count * BRANCH];
        let mut next = vec![0.0f32; count * BRANCH];
        let mut window = Vec::new();
        for (branch, &(width, before)) in SEEN.iter().enumerate() {
            for (to, from) in now.chunks_mut(BRANCH).zip(seen.chunks(3 * BRANCH)) {
                to.copy_from_slice(&from[branch * BRANCH..(branch + 1) * BRANCH]);
            }
            for (weights, bias) in &self.branches[branch] {
                neighbours(&now, ends, (width, before), &mut window);
                weights.times(&window, &mut next, false);
                for (next, now) in next.chunks_mut(BRANCH).zip(now.chunks_mut(BRANCH)) {
                    for ((x, y), b) in next.iter().zip(now).zip(bias) {
                        *y += (x + b).max(0.0);
                    }
                }
            }
            let at = ENCODER + branch * BRANCH;
            for (place, now) in places.chunks_mut(PLACE).zip(now.chunks(BRANCH)) {
                place[at..at + BRANCH].copy_from_slice(now);
            }
        }
        let mut sums = vec![0.0f32; ends.len() * PLACE];
        let mut from = 0;
        for (sum, &end) in sums.chunks_mut(PLACE).zip(ends) {
            for place in places[from * PLACE..end * PLACE].chunks_mut(PLACE) {
                level(place, &self.gain, &self.shift, self.epsilon);
                plus(sum, place);
            }
            from = end;
        }
        self.last(&sums, ends, out);
    }

    /// From the sums over places to the vectors.
    fn last(&self, sums: &[f32], ends: &[usize], out: &mut Vec<f32>) {
        let texts = ends.len();
        let mut mean = vec![0.0f32; texts * ENCODER];
        self.sum.times(sums, &mut mean, false);
        let mut from = 0;
        for (mean, &end) in mean.chunks_mut(ENCODER).zip(ends) {
            let count = (end - from) as f32;
            for (x, b) in mean.iter_mut().zip(&self.sum_bias) {
                *x = (*x + count * b) / count.sqrt();
            }
            from = end;
        }
        let [d0, p1, d1, d2, p3, d3] = &self.layers;
        let mut first = vec![0.0f32; texts * LAYER];
        d0.times(&mean, &mut first, false);
        positive(&mut first);
        let mut second = vec![0.0f32; texts * LAYER];
        p1.times(&mean, &mut second, false);
        d1.times(&first, &mut second, true);
        positive(&mut second);
        let mut third = vec![0.0f32; texts * ENCODER];
        d2.times(&second, &mut third, false);
        positive(&mut third);
        let begin = out.len();
        out.resize(begin + texts * ENCODER, 0.0);
        p3.times(&second, &mut out[begin..], false);
        d3.times(&third, &mut out[begin..], true);
        for vector in out[begin..].chunks_mut(ENCODER) {
            for x in &mut *vector {
                *x = x.tanh();
            }
            let square: f32 = vector.iter().map(|x| x * x).sum();
            let scale = 1.0 / square.max(self.epsilon).sqrt();
            for x in vector {
                *x *= scale;
            }
        }
    }
}

/// A matrix as it is stored: bytes and what they are multiplied with.
fn matrix(
    file: &Tensors,
    (name, scale_name): (&'static str, &'static str),
    rows: usize,
    columns: usize,
) -> Result<Matrix, ModelFault> {
    let bytes = sized(file, name, rows * columns)?;
    let scale = scale(file, scale_name)?;
    Ok(Matrix::new(rows, columns, |row, column| signed(bytes[row * columns + column]) * scale))
}

fn sized(file: &Tensors, name: &'static str, size: usize) -> Result<&'static [u8], ModelFault> {
    let bytes = file.bytes(name)?;
    if bytes.len() == size { Ok(bytes) } else { Err(ModelFault::Array(name)) }
}

fn scale(file: &Tensors, name: &'static str) -> Result<f32, ModelFault> {
    Ok(file.floats(name, 1)?[0])
}

fn signed(byte: u8) -> f32 {
    f32::from(byte.cast_signed())
}

fn plus(to: &mut [f32], from: &[f32]) {
    for (a, b) in to.iter_mut().zip(from) {
        *a += b;
    }
}

fn positive(values: &mut [f32]) {
    for x in values {
        *x = x.max(0.0);
    }
}

/// Brings a row to mean 0 and variance 1, then to its own gain and shift.
fn level(row: &mut [f32], gain: &[f32], shift: &[f32], epsilon: f32) {
    let share = 1.0 / row.len() as f32;
    let mean = total(row, |x| x) * share;
    let variance = total(row, |x| (x - mean) * (x - mean)) * share;
    let scale = 1.0 / (variance + epsilon).sqrt();
    for ((x, g), s) in row.iter_mut().zip(gain).zip(shift) {
        *x = (*x - mean) * scale * g + s;
    }
}

/// A sum in eight lanes.
fn total(row: &[f32], each: impl Fn(f32) -> f32) -> f32 {
    let (eights, rest) = row.as_chunks::<8>();
    let mut sums = [0.0f32; 8];
    for eight in eights {
        for (sum, &x) in sums.iter_mut().zip(eight) {
            *sum += each(x);
        }
    }
    sums.iter().sum::<f32>() + rest.iter().map(|&x| each(x)).sum::<f32>()
}

/// Every place beside its neighbours within the text; zeros beyond its ends.
fn neighbours(now: &[f32], ends: &[usize], (width, before): (usize, usize), out: &mut Vec<f32>) {
    out.clear();
    let mut from = 0;
    for &end in ends {
        for at in from..end {
            for k in 0..width {
                let there = (at + k).checked_sub(before).filter(|t| (from..end).contains(t));
                match there {
                    Some(t) => out.extend_from_slice(&now[t * BRANCH..(t + 1) * BRANCH]),
                    None => out.resize(out.len() + BRANCH, 0.0),
                }
            }
        }
        from = end;
    }
}
