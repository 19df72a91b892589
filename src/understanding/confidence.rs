//! From raw scores to a probability, and the probability below which it is "none of these".
//!
//! A logistic curve over signs of the best candidate: its decision value and its lead, its likeness
//! to the nearest phrase of its class, and the share of the utterance that is known at all. It is
//! fitted on cross-validated folds in which some classes were held out whole: what was rightly
//! understood against what is not served. It must not know of
//! locales or texts. Start at [`Calibration::fit`].

use serde::{Deserialize, Serialize};

/// The signs that a candidate is right.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Signs {
    /// Value of the decision function, about -1 to 1.
    pub decision: f32,
    /// Cosine to the nearest phrase of the class, 0 to 1.
    pub cosine: f32,
    /// Share of the words that occur in any phrase, 0 to 1.
    pub known: f32,
    /// How far the decision value is above the best of the others; negative behind the first.
    pub margin: f32,
    /// Mean cosine to the three nearest phrases, of whatever class.
    pub around: f32,
}

impl Signs {
    fn vector(self) -> [f64; N] {
        [
            1.0,
            f64::from(self.decision),
            f64::from(self.cosine),
            f64::from(self.known),
            f64::from(self.margin),
            f64::from(self.around),
        ]
    }
}

const N: usize = 6;

/// One judged example of a fold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sample {
    pub signs: Signs,
    /// Its class was among those trained on.
    pub served: bool,
    /// The best candidate was its class.
    pub right: bool,
}

/// Maps signs to a probability.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Calibration {
    weights: [f32; N],
    /// Candidates below this probability are none of the classes.
    pub threshold: f32,
}

impl Default for Calibration {
    /// What the folds of public data sets gave; for houses too small to cross-validate.
    fn default() -> Self {
        Self { weights: [-2.6, 3.5, 4.0, 1.5, 0.5, 0.0], threshold: 0.5 }
    }
}

impl Calibration {
    /// Fits the curve and picks the threshold; the default when there is too little to fit.
    pub(crate) fn fit(samples: &[Sample]) -> Self {
        let everything = samples;
        // Served examples taken for another class are left out: they look like neither.
        let samples: Vec<Sample> =
            samples.iter().copied().filter(|s| s.right || !s.served).collect();
        let right = samples.iter().filter(|s| s.right).count();
        if right < 20 || samples.len() - right < 20 {
            return Self::default();
        }
        let all = samples.len() as f64;
        let weigh = |is_right: bool| match is_right {
            true => RIGHT * all / right as f64,
            false => (1.0 - RIGHT) * all / (samples.len() - right) as f64,
        };
        let mut weights = [0.0f64; N];
        for _ in 0..12 {
            let mut gradient = [0.0f64; N];
            let mut curve = [[0.0f64; N]; N];
            for sample in &samples {
                let x = sample.signs.vector();
                let p = logistic(dot(&weights, &x));
                let weight = weigh(sample.right);
                let error = weight * (f64::from(u8::from(sample.right)) - p);
                for i in 0..N {
                    gradient[i] += error * x[i];
                    for j in 0..N {
                        curve[i][j] += weight * p * (1.0 - p) * x[i] * x[j];
                    }
                }
            }
            for i in 0..N {
                // A mild pull to zero keeps separable folds from running away.
                curve[i][i] += 0.5;
                gradient[i] -= 0.5 * weights[i];
            }
            let step = solve(curve, gradient);
            for i in 0..N {
                weights[i] += step[i];
            }
        }
        if weights.iter().any(|w| !w.is_finite()) {
            return Self::default();
        }
        #[expect(clippy::cast_possible_truncation, reason = "single precision is plenty")]
        let mut calibration = Self { weights: weights.map(|w| w as f32), threshold: 0.5 };
        calibration.threshold = calibration.pick(everything);
        calibration
    }

    /// The probability that the candidate is right.
    pub(crate) fn confidence(&self, signs: Signs) -> f32 {
        #[expect(clippy::cast_possible_truncation, reason = "a probability")]
        let p = logistic(dot(&self.weights.map(f64::from), &signs.vector())) as f32;
        p
    }

    /// The least confidence from which on hardly any candidate is wrong; above one when there is
    /// none. So sure a first look needs no second one.
    pub(crate) fn sure(&self, samples: &[Sample]) -> f32 {
        let served = samples.iter().filter(|s| s.served).count() as f32;
        let strange = samples.len() as f32 - served;
        // Folds hold whole classes out: far more strange utterances than talks bring.
        let strange_weight = if strange > 0.0 { STRANGE * served / strange } else { 0.0 };
        let mut order: Vec<(f32, &Sample)> =
            samples.iter().map(|s| (self.confidence(s.signs), s)).collect();
        order.sort_by(|a, b| b.0.total_cmp(&a.0));
        let (mut all, mut wrong, mut least) = (0.0f32, 0.0f32, 1.01f32);
        for (confidence, sample) in order {
            let weight = if sample.served { 1.0 } else { strange_weight };
            all += weight;
            wrong += if sample.right { 0.0 } else { weight };
            if wrong <= SURELY_WRONG * all {
                least = confidence;
            }
        }
        least
    }

    /// The threshold with the best mean of served-and-right kept and not-served refused, never
    /// refusing more than [`REFUSED`] of the former.
    fn pick(&self, samples: &[Sample]) -> f32 {
        let of = |keep: &dyn Fn(&Sample) -> bool| {
            let mut values: Vec<f32> =
                samples.iter().filter(|&s| keep(s)).map(|s| self.confidence(s.signs)).collect();
            values.sort_by(f32::total_cmp);
            values
        };
        let kept = of(&|s| s.right);
        let strange = of(&|s| !s.served);
        let share = |values: &[f32], t: f32| {
            values.partition_point(|&v| v < t) as f32 / values.len().max(1) as f32
        };
        let mut best = (0.0f32, 0.5f32);
        for i in 5..=80u8 {
            let t = f32::from(i) / 100.0;
            let refused = share(&kept, t);
            let value = (1.0 - refused) + share(&strange, t);
            if refused <= REFUSED && value > best.0 {
                best = (value, t);
            }
        }
        best.1
    }
}

/// The share of utterances that are taken to be about something served. The folds withhold phrases
/// and whole classes, so they are harder than talks are; what they tell is how signs change the odds.
const RIGHT: f64 = 0.6;

/// The greatest share of rightly understood examples that the threshold may refuse.
const REFUSED: f32 = 0.15;

/// What share a first look may get wrong of what it is sure of,
const SURELY_WRONG: f32 = 0.015;
/// and how many utterances are strange for each one that is served.
const STRANGE: f32 = 0.25;

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

fn dot(a: &[f64; N], b: &[f64; N]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Gauss and Jordan on a small positive definite system.
fn solve(mut a: [[f64; N]; N], mut b: [f64; N]) -> [f64; N] {
    for i in 0..N {
        let pivot = a[i][i];
        for x in &mut a[i] {
            *x /= pivot;
        }
        b[i] /= pivot;
        let (row, value) = (a[i], b[i]);
        for k in (0..N).filter(|&k| k != i) {
            let factor = a[k][i];
            for (x, r) in a[k].iter_mut().zip(row) {
                *x -= factor * r;
            }
            b[k] -= factor * value;
        }
    }
    b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stronger_signs_mean_more_confidence() {
        let samples: Vec<Sample> = (0..100u8)
            .map(|i| {
                let x = f32::from(i) / 100.0;
                let right = i > 50 || i % 10 == 0;
                let signs =
                    Signs { decision: x - 0.5, cosine: x, known: 1.0, margin: 0.0, around: x };
                Sample { signs, served: right, right }
            })
            .collect();
        let calibration = Calibration::fit(&samples);
        let at = |x: f32| {
            calibration.confidence(Signs {
                decision: x - 0.5,
                cosine: x,
                known: 1.0,
                margin: 0.0,
                around: x,
            })
        };
        assert!(at(0.9) > 0.8 && at(0.2) < 0.4 && at(0.5) > at(0.4));
        assert!((0.2..0.8).contains(&calibration.threshold));
    }
}
