//! How long an event waits for one that should have come before it.
//!
//! Ids tell the order, and not whether one is missing, so the wait is all there is. A gateway that
//! keeps its order is waited for an instant only. One whose session has just followed another, or gone
//! on, or that has told something out of order, is waited for longer, until it has kept its order for
//! a while.

use std::time::Duration;

use tokio::time::Instant;

/// The wait while all comes in order.
const CALM: Duration = Duration::from_millis(8);
/// The wait while it may not.
const WATCHFUL: Duration = Duration::from_millis(200);
/// The longest wait: nobody should sit before a silent bot.
const MOST: Duration = Duration::from_secs(1);
/// How long a session is watched that follows another or goes on, and one that was out of order.
const AT_FIRST: Duration = Duration::from_secs(5);
const AFTERWARDS: Duration = Duration::from_secs(60);

/// The wait, as it is now.
#[derive(Debug)]
pub struct Patience {
    wait: Duration,
    until: Option<Instant>,
}

impl Default for Patience {
    fn default() -> Self {
        Self { wait: CALM, until: None }
    }
}

impl Patience {
    /// How long to wait.
    #[must_use]
    pub fn wait(&self, now: Instant) -> Duration {
        if self.until.is_some_and(|until| now < until) { self.wait } else { CALM }
    }

    /// A session follows another, or goes on.
    pub fn begin(&mut self, now: Instant) {
        self.raise(now, WATCHFUL, AT_FIRST);
    }

    /// An event came behind one that belongs after it.
    pub fn overtaken(&mut self, now: Instant) {
        self.raise(now, WATCHFUL, AFTERWARDS);
    }

    /// An event came too late, by so much: the wait was too short.
    pub fn late(&mut self, now: Instant, by: Duration) {
        self.raise(now, (by * 2).clamp(WATCHFUL, MOST), AFTERWARDS);
    }

    fn raise(&mut self, now: Instant, wait: Duration, lasts: Duration) {
        self.wait = self.wait(now).max(wait);
        self.until = self.until.max(Some(now + lasts));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_longer_when_the_order_is_doubtful() {
        let now = Instant::now();
        let mut patience = Patience::default();
        assert_eq!(patience.wait(now), CALM);
        patience.begin(now);
        assert_eq!(patience.wait(now), WATCHFUL);
        assert_eq!(patience.wait(now + AT_FIRST), CALM);
        patience.overtaken(now);
        assert_eq!(patience.wait(now + AT_FIRST), WATCHFUL);
    }

    #[test]
    fn learns_from_what_came_too_late() {
        let now = Instant::now();
        let mut patience = Patience::default();
        patience.late(now, Duration::from_millis(300));
        assert_eq!(patience.wait(now), Duration::from_millis(600));
        patience.overtaken(now);
        assert_eq!(patience.wait(now), Duration::from_millis(600), "it stays");
        patience.late(now, Duration::from_secs(90));
        assert_eq!(patience.wait(now), MOST);
        assert_eq!(patience.wait(now + AFTERWARDS), CALM, "and is forgotten");
        patience.begin(now + AFTERWARDS);
        assert_eq!(patience.wait(now + AFTERWARDS), WATCHFUL);
    }
}
