//! One-vs-rest linear support vector machines with squared hinge loss, all classes at once.
//!
//! Dual coordinate descent as in liblinear (Hsieh et al. 2008, "A dual coordinate descent method
//! for large-scale linear SVM"), with `C = 1` and the bias as one more feature of value 1. The
//! weights lie feature by feature, so that one step serves every class with one sweep over
//! neighbouring numbers. It must not know what features and classes mean.

/// Rows of sparse vectors.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    ends: Vec<u32>,
    cells: Vec<(u32, f32)>,
}

impl Rows {
    pub(crate) fn push(&mut self, cells: impl IntoIterator<Item = (u32, f32)>) {
        self.cells.extend(cells);
        self.ends.push(u32::try_from(self.cells.len()).unwrap_or(u32::MAX));
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn row(&self, i: usize) -> &[(u32, f32)] {
        let from = if i == 0 { 0 } else { self.ends[i - 1] as usize };
        &self.cells[from..self.ends[i] as usize]
    }
}

/// Dense weights, feature by feature; the last row is the bias.
#[derive(Clone, Debug)]
pub(crate) struct Weights {
    /// Classes rounded up to a multiple of eight.
    pub stride: usize,
    pub values: Vec<f32>,
}

impl Weights {
    /// The decision value of every class for a sparse vector.
    pub(crate) fn decide(&self, cells: &[(u32, f32)], out: &mut Vec<f32>) {
        out.clear();
        out.extend_from_slice(&self.values[self.values.len() - self.stride..]);
        for &(feature, x) in cells {
            let from = feature as usize * self.stride;
            for (o, w) in out.iter_mut().zip(&self.values[from..from + self.stride]) {
                *o += x * w;
            }
        }
    }
}

const C: f32 = 1.0;
/// A step smaller than this is none.
const REST: f32 = 0.01;
/// Every so many sweeps all examples are seen again.
const FULL: usize = 4;

/// Trains on `rows` with the class of each, for at most `passes` sweeps.
pub(crate) fn train(
    rows: &Rows,
    of_class: &[u16],
    features: usize,
    classes: usize,
    passes: usize,
) -> Weights {
    let stride = classes.next_multiple_of(8);
    let mut weights = Weights { stride, values: vec![0.0; (features + 1) * stride] };
    let bias = features * stride;
    let mut alphas = vec![0.0f32; rows.len() * stride];
    let squares: Vec<f32> =
        (0..rows.len()).map(|i| 1.0 + rows.row(i).iter().map(|c| c.1 * c.1).sum::<f32>()).collect();
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut scores = Vec::with_capacity(stride);
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    // The largest step of each example when it was last seen: those at rest are passed over.
    let mut last = vec![f32::INFINITY; rows.len()];
    for pass in 0..passes {
        shuffle(&mut order, &mut random);
        let full = pass % FULL == 0;
        let mut largest = 0.0f32;
        for &i in &order {
            if !full && last[i] < REST {
                continue;
            }
            weights.decide(rows.row(i), &mut scores);
            let own = usize::from(of_class[i]);
            let alphas = &mut alphas[i * stride..(i + 1) * stride];
            let inverse = 1.0 / (squares[i] + 0.5 / C);
            let step = |score: f32, alpha: f32| {
                let next = (alpha - (score - 1.0 + alpha * (0.5 / C)) * inverse).max(0.0);
                next - alpha
            };
            // Scores turn into steps: the other classes' all alike, then the own one's.
            let own_step = step(scores[own], alphas[own]);
            let mut worst = own_step.abs();
            for (score, alpha) in scores.iter_mut().zip(alphas.iter()) {
                *score = step(-*score, *alpha);
            }
            scores[own] = 0.0;
            worst = scores.iter().fold(worst, |w, s| w.max(s.abs()));
            last[i] = worst;
            largest = largest.max(worst);
            if worst < REST {
                continue;
            }
            for (alpha, step) in alphas.iter_mut().zip(scores.iter_mut()) {
                *alpha += *step;
                *step = -*step;
            }
            alphas[own] += own_step;
            scores[own] = own_step;
            for (w, step) in weights.values[bias..].iter_mut().zip(&scores) {
                *w += step;
            }
            for &(feature, x) in rows.row(i) {
                let from = feature as usize * stride;
                for (w, step) in weights.values[from..from + stride].iter_mut().zip(&scores) {
                    *w += x * step;
                }
            }
        }
        if full && largest < REST {
            break;
        }
    }
    weights
}

/// Fisher and Yates with an xorshift: the same order every time.
fn shuffle(order: &mut [usize], random: &mut u64) {
    for i in (1..order.len()).rev() {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        let j = usize::try_from(*random % (i as u64 + 1)).unwrap_or(0);
        order.swap(i, j);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separates_what_can_be_separated() {
        let mut rows = Rows::default();
        let of_class = [0u16, 0, 1, 1, 2, 2];
        for i in 0..6u32 {
            rows.push([(i / 2, 0.9), (3 + i % 2, 0.4)]);
        }
        let weights = train(&rows, &of_class, 5, 3, 50);
        let mut out = Vec::new();
        for (i, &class) in of_class.iter().enumerate() {
            weights.decide(rows.row(i), &mut out);
            let best = (0..3).max_by(|&a, &b| out[a].total_cmp(&out[b]));
            assert_eq!(best, Some(usize::from(class)));
        }
    }
}
