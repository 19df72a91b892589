//! Products of small dense matrices, for the encoder and for training.
//!
//! A matrix is laid out once in panels of neighbouring columns, so that a product reads it
//! straight through. `pulp` picks the widest registers that the machine has.

use pulp::{Arch, Simd, WithSimd};

/// Columns of a panel: a multiple of the lanes of every machine.
const PANEL: usize = 32;

/// A matrix laid out for products from the left.
pub(crate) struct Matrix {
    rows: usize,
    columns: usize,
    panels: Vec<f32>,
}

impl Matrix {
    /// Lays out `rows` times `columns` numbers, given row by row.
    pub(crate) fn new(rows: usize, columns: usize, at: impl Fn(usize, usize) -> f32) -> Self {
        let wide = columns.next_multiple_of(PANEL);
        let mut panels = vec![0.0; rows * wide];
        for (p, panel) in panels.chunks_mut((rows * PANEL).max(1)).enumerate() {
            for (row, out) in panel.chunks_mut(PANEL).enumerate() {
                for (k, x) in out.iter_mut().enumerate().take(columns - p * PANEL) {
                    *x = at(row, p * PANEL + k);
                }
            }
        }
        Self { rows, columns, panels }
    }

    /// `out = left * self`, or `out += left * self`; `left` has rows of `self.rows` numbers, `out`
    /// rows of `self.columns`.
    pub(crate) fn times(&self, left: &[f32], out: &mut [f32], add: bool) {
        if !add {
            out.fill(0.0);
        }
        Arch::new().dispatch(Product { matrix: self, left, out });
    }
}

struct Product<'a> {
    matrix: &'a Matrix,
    left: &'a [f32],
    out: &'a mut [f32],
}

impl WithSimd for Product<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Self { matrix, left, out } = self;
        let (rows, columns) = (matrix.rows, matrix.columns);
        if rows == 0 || columns == 0 {
            return;
        }
        let count = left.len() / rows;
        // As many sums as registers hold beside two columns and a factor.
        let tall = if S::F32_LANES >= 16 { 12 } else { 6 };
        for (p, panel) in matrix.panels.chunks_exact(rows * PANEL).enumerate() {
            let mut from = 0;
            while from < count {
                let parts = (count - from).div_ceil(tall);
                let take = (count - from).div_ceil(parts);
                let left = &left[from * rows..(from + take) * rows];
                let out = &mut out[from * columns..(from + take) * columns];
                let at = p * PANEL;
                match take {
                    1 => tile::<S, 1>(simd, panel, left, out, (rows, columns, at)),
                    2 => tile::<S, 2>(simd, panel, left, out, (rows, columns, at)),
                    3 => tile::<S, 3>(simd, panel, left, out, (rows, columns, at)),
                    4 => tile::<S, 4>(simd, panel, left, out, (rows, columns, at)),
                    5 => tile::<S, 5>(simd, panel, left, out, (rows, columns, at)),
                    6 => tile::<S, 6>(simd, panel, left, out, (rows, columns, at)),
                    7 => tile::<S, 7>(simd, panel, left, out, (rows, columns, at)),
                    8 => tile::<S, 8>(simd, panel, left, out, (rows, columns, at)),
                    9 => tile::<S, 9>(simd, panel, left, out, (rows, columns, at)),
                    10 => tile::<S, 10>(simd, panel, left, out, (rows, columns, at)),
                    11 => tile::<S, 11>(simd, panel, left, out, (rows, columns, at)),
                    _ => tile::<S, 12>(simd, panel, left, out, (rows, columns, at)),
                }
                from += take;
            }
        }
    }
}

/// `R` rows of the left times a panel.
#[inline(always)]
fn tile<S: Simd, const R: usize>(
    simd: S,
    panel: &[f32],
    left: &[f32],
    out: &mut [f32],
    (rows, columns, at): (usize, usize, usize),
) {
    let lanes = S::F32_LANES;
    let lefts: [&[f32]; R] = std::array::from_fn(|r| &left[r * rows..(r + 1) * rows]);
    let pairs = S::as_simd_f32s(panel).0;
    let wide = PANEL / lanes;
    let mut v = 0;
    while v < wide {
        let mut sums = [[simd.splat_f32s(0.0); 2]; R];
        for (k, row) in pairs.chunks_exact(wide).enumerate().take(rows) {
            let (b0, b1) = (row[v], row[v + 1]);
            for r in 0..R {
                let x = simd.splat_f32s(lefts[r][k]);
                sums[r][0] = simd.mul_add_f32s(x, b0, sums[r][0]);
                sums[r][1] = simd.mul_add_f32s(x, b1, sums[r][1]);
            }
        }
        let mut flat = [0.0f32; 2 * PANEL];
        for (r, pair) in sums.iter().enumerate() {
            let whole = S::as_mut_simd_f32s(&mut flat).0;
            whole[0] = pair[0];
            whole[1] = pair[1];
            let begin = at + v * lanes;
            let end = columns.min(begin + 2 * lanes);
            if begin < end {
                let row = &mut out[r * columns + begin..r * columns + end];
                for (o, x) in row.iter_mut().zip(&flat) {
                    *o += x;
                }
            }
        }
        v += 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_is_the_sum_of_products() {
        for (count, rows, columns) in [(1, 3, 5), (13, 40, 33), (12, 64, 96), (7, 1, 1)] {
            let at = |r: usize, c: usize| ((r * 7 + c * 3) % 11) as f32 - 5.0;
            let matrix = Matrix::new(rows, columns, at);
            let left: Vec<f32> = (0..count * rows).map(|i| (i % 5) as f32 - 2.0).collect();
            let mut out = vec![1.0; count * columns];
            matrix.times(&left, &mut out, true);
            for m in 0..count {
                for c in 0..columns {
                    let sum: f32 = (0..rows).map(|r| left[m * rows + r] * at(r, c)).sum();
                    assert!((out[m * columns + c] - 1.0 - sum).abs() < 1e-3, "{m} {c}");
                }
            }
        }
    }
}
