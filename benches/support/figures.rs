//! Figures of many samples.

use std::time::Duration;

/// Durations, sorted when asked.
#[derive(Clone, Default)]
pub struct Samples(Vec<Duration>);

impl Samples {
    /// One more.
    pub fn push(&mut self, sample: Duration) {
        self.0.push(sample);
    }

    /// Those of another one too.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// The value that `percent` of the samples do not exceed, in microseconds.
    pub fn at(&mut self, percent: usize) -> f64 {
        self.0.sort_unstable();
        let last = self.0.len().saturating_sub(1);
        self.0.get(last * percent / 100).map_or(f64::NAN, |sample| sample.as_secs_f64() * 1e6)
    }
}

/// "reached" or by how much not.
pub fn verdict(reached: bool) -> &'static str {
    if reached { "reached" } else { "MISSED" }
}
