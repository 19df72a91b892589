//! Floods, held off before the database: a bucket of tokens for each person, and one for all.
//!
//! Whoever writes much faster than people do is told once that we pause, and then not heard until
//! they have been quiet for a moment. When everybody together is too fast, nobody is dropped: taking
//! slows down, and the platforms hold what waits.

use std::collections::HashMap;
use std::time::Duration;

use tokio::time::Instant;

use crate::domain::contact::ContactId;

/// How much is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FloodLimits {
    /// Messages of one person in a row.
    pub person_burst: u32,
    /// Messages of one person a minute, after that.
    pub person_per_minute: u32,
    /// Messages of everybody a second.
    pub total_per_second: u32,
}

/// What becomes of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is heard.
    Heard,
    /// It is one too many, and they are told so.
    LastWord,
    /// They were told, and go on.
    Muted,
}

/// People remembered at most; those who have been quiet are forgotten first.
const REMEMBERED: usize = 50_000;

/// The buckets.
pub(super) struct Flood {
    limits: FloodLimits,
    people: HashMap<ContactId, Bucket>,
    total: Bucket,
}

struct Bucket {
    tokens: f64,
    at: Instant,
    muted: bool,
}

impl Bucket {
    fn full(tokens: f64, now: Instant) -> Self {
        Self { tokens, at: now, muted: false }
    }

    fn fill(&mut self, now: Instant, per_second: f64, most: f64) {
        let passed = now.saturating_duration_since(self.at).as_secs_f64();
        self.tokens = (self.tokens + passed * per_second).min(most);
        self.at = now;
    }
}

impl Flood {
    pub(super) fn new(limits: FloodLimits, now: Instant) -> Self {
        let total = Bucket::full(f64::from(limits.total_per_second), now);
        Self { limits, people: HashMap::new(), total }
    }

    /// Judges a message of somebody.
    pub(super) fn judge(&mut self, who: ContactId, now: Instant) -> Verdict {
        let burst = f64::from(self.limits.person_burst);
        let per_second = f64::from(self.limits.person_per_minute) / 60.0;
        if self.people.len() >= REMEMBERED {
            self.people.retain(|_, bucket| {
                bucket.fill(now, per_second, burst);
                bucket.tokens < burst
            });
        }
        let bucket = self.people.entry(who).or_insert_with(|| Bucket::full(burst, now));
        bucket.fill(now, per_second, burst);
        // Somebody who was muted is heard again after a pause, not with the next drop.
        if bucket.muted && bucket.tokens >= (burst / 4.0).max(1.0) {
            bucket.muted = false;
        }
        match (bucket.muted, bucket.tokens >= 1.0) {
            (true, _) => Verdict::Muted,
            (false, true) => {
                bucket.tokens -= 1.0;
                Verdict::Heard
            }
            (false, false) => {
                bucket.muted = true;
                Verdict::LastWord
            }
        }
    }

    /// How long everybody has to wait for the next message to be taken; it is booked.
    pub(super) fn wait(&mut self, now: Instant) -> Duration {
        let per_second = f64::from(self.limits.total_per_second);
        self.total.fill(now, per_second, per_second);
        self.total.tokens -= 1.0;
        if self.total.tokens >= 0.0 {
            return Duration::ZERO;
        }
        Duration::from_secs_f64(-self.total.tokens / per_second)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const LIMITS: FloodLimits =
        FloodLimits { person_burst: 20, person_per_minute: 30, total_per_second: 100 };

    #[test]
    fn a_flooder_gets_one_word_and_is_heard_again_after_a_pause() {
        let now = Instant::now();
        let mut flood = Flood::new(LIMITS, now);
        let (ann, bob) = (ContactId(Uuid::from_u128(1)), ContactId(Uuid::from_u128(2)));
        for _ in 0..20 {
            assert_eq!(flood.judge(ann, now), Verdict::Heard);
        }
        assert_eq!(flood.judge(ann, now), Verdict::LastWord);
        assert_eq!(flood.judge(ann, now), Verdict::Muted);
        assert_eq!(flood.judge(ann, now + Duration::from_secs(4)), Verdict::Muted);
        assert_eq!(flood.judge(bob, now), Verdict::Heard, "others are heard");
        assert_eq!(flood.judge(ann, now + Duration::from_secs(15)), Verdict::Heard);
    }

    #[test]
    fn nobody_who_writes_as_people_do_is_a_flooder() {
        let mut now = Instant::now();
        let mut flood = Flood::new(LIMITS, now);
        let ann = ContactId(Uuid::from_u128(1));
        for line in 0..200 {
            now += Duration::from_millis(if line % 4 == 0 { 9_000 } else { 700 });
            assert_eq!(flood.judge(ann, now), Verdict::Heard);
        }
    }

    #[test]
    fn everybody_together_is_slowed_down() {
        let now = Instant::now();
        let mut flood = Flood::new(LIMITS, now);
        let waits: Vec<Duration> = (0..150).map(|_| flood.wait(now)).collect();
        assert_eq!(waits[99], Duration::ZERO);
        assert!(waits[149] >= Duration::from_millis(490), "{:?}", waits[149]);
    }
}
