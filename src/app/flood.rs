//! Floods, held off before the database: a bucket of tokens for each person, and one for all.
//!
//! Whoever writes much faster than people do is told once that we pause, and then not heard until
//! they have been quiet for a moment. What counts is when they wrote, by the platform's clock: what
//! waited while we were away comes all at once and is no flood. When everybody together is too fast,
//! nobody is dropped: taking slows down, and the platforms hold what waits.

use std::collections::HashMap;
use std::time::Duration;

use chrono::{DateTime, Utc};
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
    /// What everybody may still say, and since when that is so.
    total: (f64, Instant),
}

/// What one person may still say.
struct Bucket {
    tokens: f64,
    at: DateTime<Utc>,
    muted: bool,
}

impl Bucket {
    /// Time only goes on: what comes late does not take it back.
    fn fill(&mut self, at: DateTime<Utc>, per_second: f64, most: f64) {
        let passed = (at - self.at).as_seconds_f64().max(0.0);
        self.tokens = (self.tokens + passed * per_second).min(most);
        self.at = self.at.max(at);
    }
}

impl Flood {
    pub(super) fn new(limits: FloodLimits, now: Instant) -> Self {
        Self { limits, people: HashMap::new(), total: (f64::from(limits.total_per_second), now) }
    }

    /// Judges a message that somebody wrote at this time.
    pub(super) fn judge(&mut self, who: ContactId, at: DateTime<Utc>) -> Verdict {
        let burst = f64::from(self.limits.person_burst);
        let per_second = f64::from(self.limits.person_per_minute) / 60.0;
        if self.people.len() >= REMEMBERED {
            self.people.retain(|_, bucket| {
                bucket.fill(at, per_second, burst);
                bucket.tokens < burst
            });
        }
        let full = Bucket { tokens: burst, at, muted: false };
        let bucket = self.people.entry(who).or_insert(full);
        bucket.fill(at, per_second, burst);
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
        let (tokens, since) = self.total;
        let passed = now.saturating_duration_since(since).as_secs_f64();
        let tokens = (tokens + passed * per_second).min(per_second) - 1.0;
        self.total = (tokens, now);
        match tokens < 0.0 {
            true => Duration::from_secs_f64(-tokens / per_second),
            false => Duration::ZERO,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use uuid::Uuid;

    fn noon() -> DateTime<Utc> {
        "2026-03-02T12:00:00Z".parse().expect("a time")
    }

    const LIMITS: FloodLimits =
        FloodLimits { person_burst: 20, person_per_minute: 30, total_per_second: 100 };

    #[test]
    fn a_flooder_gets_one_word_and_is_heard_again_after_a_pause() {
        let (mut flood, now) = (Flood::new(LIMITS, Instant::now()), noon());
        let (ann, bob) = (ContactId(Uuid::from_u128(1)), ContactId(Uuid::from_u128(2)));
        for _ in 0..20 {
            assert_eq!(flood.judge(ann, now), Verdict::Heard);
        }
        assert_eq!(flood.judge(ann, now), Verdict::LastWord);
        assert_eq!(flood.judge(ann, now), Verdict::Muted);
        assert_eq!(flood.judge(ann, now + TimeDelta::seconds(4)), Verdict::Muted);
        assert_eq!(flood.judge(bob, now), Verdict::Heard, "others are heard");
        assert_eq!(flood.judge(ann, now + TimeDelta::seconds(15)), Verdict::Heard);
    }

    #[test]
    fn nobody_who_writes_as_people_do_is_a_flooder() {
        let (mut flood, mut now) = (Flood::new(LIMITS, Instant::now()), noon());
        let ann = ContactId(Uuid::from_u128(1));
        for line in 0..200 {
            now += TimeDelta::milliseconds(if line % 4 == 0 { 9_000 } else { 700 });
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
