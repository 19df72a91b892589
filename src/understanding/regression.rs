//! Multinomial logistic regression on a matrix of likenesses, run until it is at rest.
//!
//! With few examples and many features it is cheaper to weigh examples than features: the scores
//! are `kernel * weights`. Minimized by L-BFGS whose inner products are those of the features
//! (so that it takes no more steps than it would there), one product with the kernel a step. It
//! must not know what examples and classes are. Start at [`train`].

use pulp::Arch;

use super::vectors::product::Matrix;

/// How strongly errors count against large weights.
const C: f32 = 20.0;
/// How many earlier steps shape the next one.
const MEMORY: usize = 5;
/// From this many numbers on, work is shared by two threads.
const SHARED: usize = 400 * 400;

/// How long to go on.
#[derive(Clone, Copy)]
pub(crate) struct Effort {
    pub steps: usize,
    /// The gradient's length, as a share of the first one, at which it is at rest.
    pub rest: f64,
}

/// Until it makes no difference.
pub(crate) const FULL: Effort = Effort { steps: 120, rest: 1e-3 };
/// Enough to judge by.
pub(crate) const QUICK: Effort = Effort { steps: 30, rest: 1e-2 };

/// One earlier step: what changed, what that did to the gradient, both times the kernel, too.
struct Step {
    change: Vec<f32>,
    change_seen: Vec<f32>,
    slope: Vec<f32>,
    slope_seen: Vec<f32>,
    inverse: f64,
}

/// The weights of examples (rows) for classes; `kernel` holds the likeness of every pair of
/// examples, plus one for the bias.
pub(crate) fn train(kernel: &[f32], of_class: &[u16], classes: usize, effort: Effort) -> Vec<f32> {
    let (n, size) = (of_class.len(), of_class.len() * classes);
    let mut weights = vec![0.0f32; size];
    let mut scores = vec![0.0f32; size];
    if n == 0 || classes == 0 {
        return weights;
    }
    let (mut value, mut gradient) = loss(&weights, &scores, of_class, classes);
    let mut seen = through(kernel, &gradient, n, classes);
    let first = dot(&gradient, &seen).max(0.0).sqrt();
    let mut steps: Vec<Step> = Vec::new();
    for _ in 0..effort.steps {
        if dot(&gradient, &seen).max(0.0).sqrt() <= effort.rest * first {
            break;
        }
        let (way, way_seen) = direction(&steps, &gradient, &seen);
        let fall = dot(&seen, &way);
        let mut length = 1.0f32;
        let next = loop {
            let weights = plus(&weights, &way, length);
            let scores = plus(&scores, &way_seen, length);
            let (there, gradient) = loss(&weights, &scores, of_class, classes);
            if there <= value + 1e-4 * f64::from(length) * fall || length < 1e-4 {
                break (weights, scores, there, gradient);
            }
            length *= 0.5;
        };
        let next_seen = through(kernel, &next.3, n, classes);
        let slope = plus(&next.3, &gradient, -1.0);
        let slope_seen = plus(&next_seen, &seen, -1.0);
        let (change, change_seen) = (scaled(&way, length), scaled(&way_seen, length));
        let bent = dot(&change_seen, &slope);
        if bent > 1e-10 {
            if steps.len() == MEMORY {
                steps.remove(0);
            }
            steps.push(Step { change, change_seen, slope, slope_seen, inverse: 1.0 / bent });
        }
        (weights, scores, value, gradient) = next;
        seen = next_seen;
    }
    weights
}

/// The loss, and its gradient as weights of examples.
fn loss(weights: &[f32], scores: &[f32], of_class: &[u16], classes: usize) -> (f64, Vec<f32>) {
    let mut gradient = vec![0.0f32; scores.len()];
    let mut sum = 0.5 * dot(weights, scores);
    let rows = scores.chunks(classes).zip(weights.chunks(classes));
    for ((out, (row, weights)), &class) in gradient.chunks_mut(classes).zip(rows).zip(of_class) {
        let largest = row.iter().fold(f32::MIN, |a, &b| a.max(b));
        let mut total = 0.0f32;
        for (o, &s) in out.iter_mut().zip(row) {
            *o = (s - largest).exp();
            total += *o;
        }
        let own = usize::from(class);
        sum += f64::from(C) * f64::from(total.ln() - (row[own] - largest));
        let share = C / total;
        for (o, w) in out.iter_mut().zip(weights) {
            *o = *o * share + w;
        }
        out[own] -= C;
    }
    (sum, gradient)
}

/// The two loops of L-BFGS; every sum is kept beside its product with the kernel.
fn direction(steps: &[Step], gradient: &[f32], seen: &[f32]) -> (Vec<f32>, Vec<f32>) {
    let (mut way, mut way_seen) = (scaled(gradient, -1.0), scaled(seen, -1.0));
    let mut shares = Vec::with_capacity(steps.len());
    for step in steps.iter().rev() {
        let share = step.inverse * dot(&step.change_seen, &way);
        add(&mut way, &step.slope, -share);
        add(&mut way_seen, &step.slope_seen, -share);
        shares.push(share);
    }
    let scale = match steps.last() {
        Some(last) => 1.0 / (last.inverse * dot(&last.slope, &last.slope_seen)).max(1e-12),
        None => 0.5 / f64::from(C),
    };
    #[expect(clippy::cast_possible_truncation, reason = "single precision is plenty")]
    let scale = scale as f32;
    (way, way_seen) = (scaled(&way, scale), scaled(&way_seen, scale));
    for (step, share) in steps.iter().zip(shares.iter().rev()) {
        let back = step.inverse * dot(&step.slope_seen, &way);
        add(&mut way, &step.change, share - back);
        add(&mut way_seen, &step.change_seen, share - back);
    }
    (way, way_seen)
}

/// The product with the kernel.
fn through(kernel: &[f32], weights: &[f32], n: usize, classes: usize) -> Vec<f32> {
    let matrix = Matrix::new(n, classes, |row, column| weights[row * classes + column]);
    let mut out = vec![0.0f32; n * classes];
    if kernel.len() < SHARED {
        matrix.times(kernel, &mut out, false);
        return out;
    }
    let half = n / 2;
    let (above, below) = out.split_at_mut(half * classes);
    std::thread::scope(|scope| {
        scope.spawn(|| matrix.times(&kernel[..half * n], above, false));
        matrix.times(&kernel[half * n..], below, false);
    });
    out
}

fn dot(a: &[f32], b: &[f32]) -> f64 {
    Arch::new().dispatch(
        #[inline(always)]
        || {
            let mut sum = 0.0f64;
            for (a, b) in a.chunks(4096).zip(b.chunks(4096)) {
                let mut sums = [0.0f32; 32];
                let (wide_a, rest_a) = a.as_chunks::<32>();
                let (wide_b, rest_b) = b.as_chunks::<32>();
                for (a, b) in wide_a.iter().zip(wide_b) {
                    for k in 0..32 {
                        sums[k] += a[k] * b[k];
                    }
                }
                sum += f64::from(sums.iter().sum::<f32>());
                sum += f64::from(rest_a.iter().zip(rest_b).map(|(a, b)| a * b).sum::<f32>());
            }
            sum
        },
    )
}

fn plus(a: &[f32], b: &[f32], times: f32) -> Vec<f32> {
    a.iter().zip(b).map(|(a, b)| a + times * b).collect()
}

fn scaled(a: &[f32], times: f32) -> Vec<f32> {
    a.iter().map(|a| a * times).collect()
}

fn add(to: &mut [f32], from: &[f32], times: f64) {
    #[expect(clippy::cast_possible_truncation, reason = "single precision is plenty")]
    let times = times as f32;
    for (a, b) in to.iter_mut().zip(from) {
        *a += times * b;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_to_rest_where_the_gradient_is_nothing() {
        // Three classes on a line of likenesses.
        let n = 12;
        let of_class: Vec<u16> = (0..n).map(|i| u16::try_from(i % 3).expect("small")).collect();
        let like = |i: usize, j: usize| {
            let same = if i % 3 == j % 3 { 0.6 } else { 0.1 };
            1.0 + if i == j { 1.0 } else { same }
        };
        let kernel: Vec<f32> = (0..n * n).map(|k| like(k / n, k % n)).collect();
        let weights = train(&kernel, &of_class, 3, Effort { steps: 300, rest: 1e-5 });
        let scores = through(&kernel, &weights, n, 3);
        let (value, gradient) = loss(&weights, &scores, &of_class, 3);
        let largest = gradient.iter().fold(0.0f32, |a, g| a.max(g.abs()));
        assert!(largest < 0.01, "{largest} at {value}");
        for (row, &class) in scores.chunks(3).zip(&of_class) {
            let best = (0..3).max_by(|&a, &b| row[a].total_cmp(&row[b]));
            assert_eq!(best, Some(usize::from(class)));
        }
    }
}
