//! How fast we may speak: one limiter for all requests, ours in production as well as in tests.
//!
//! Windows slide, and are a little longer than Discord's, since what left evenly may arrive in a
//! bunch. What Discord says itself (429, headers) blocks on top of that. Waits are booked: whoever
//! is told to wait has a place.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// Messages to one channel, and in what time.
const CHANNEL: (usize, Duration) = (5, Duration::from_millis(5_300));
/// In what time the whole budget renews.
const WHOLE: Duration = Duration::from_millis(1_100);
/// Refused requests that Discord bears in a time before it blocks the address for hours is ten
/// thousand; we stop well before.
const REFUSALS: (usize, Duration) = (2_000, Duration::from_secs(600));
/// Channels that have been silent are forgotten when there are more than this.
const KNOWN: usize = 10_000;

/// The limiter.
pub struct Pace {
    state: Mutex<State>,
}

struct State {
    whole: Window,
    channels: HashMap<String, Window>,
    refusals: VecDeque<Instant>,
}

/// Slots that are taken, and until when nothing may leave at all.
struct Window {
    most: usize,
    time: Duration,
    slots: VecDeque<Instant>,
    blocked: Option<Instant>,
}

impl Window {
    fn new(most: usize, time: Duration) -> Self {
        Self { most: most.max(1), time, slots: VecDeque::new(), blocked: None }
    }

    /// The earliest time for one more.
    fn free_at(&self, now: Instant) -> Instant {
        let place = self.slots.len().checked_sub(self.most);
        let room = place.and_then(|at| self.slots.get(at)).map(|slot| *slot + self.time);
        [Some(now), room, self.blocked].into_iter().flatten().max().unwrap_or(now)
    }

    fn take(&mut self, at: Instant) {
        let late = self.slots.iter().rposition(|slot| *slot <= at).map_or(0, |place| place + 1);
        self.slots.insert(late, at);
        while self.slots.len() > self.most * 4 {
            self.slots.pop_front();
        }
    }

    fn idle(&self, now: Instant) -> bool {
        self.slots.back().is_none_or(|slot| *slot + self.time < now)
            && self.blocked.is_none_or(|until| until < now)
    }
}

impl Pace {
    /// At most this many requests a second.
    #[must_use]
    pub fn new(total_per_second: u32) -> Self {
        let most = usize::try_from(total_per_second).unwrap_or(50);
        let (channels, refusals) = (HashMap::new(), VecDeque::new());
        let whole = Window::new(most, WHOLE);
        Self { state: Mutex::new(State { whole, channels, refusals }) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How long a request must wait; one with a place to go to keeps that place's pace too. A wait
    /// of at most `patience` is booked, a longer one is not.
    pub fn reserve(&self, place: Option<&str>, patience: Duration) -> Duration {
        let now = Instant::now();
        let mut state = self.state();
        if state.channels.len() > KNOWN {
            state.channels.retain(|_, window| !window.idle(now));
        }
        let mut at = state.whole.free_at(now);
        if let Some(place) = place {
            let window = state.channel(place);
            at = at.max(window.free_at(now));
        }
        let wait = at - now;
        if wait <= patience {
            state.whole.take(at);
            if let Some(place) = place {
                state.channel(place).take(at);
            }
        }
        wait
    }

    /// Waits for a turn, however long that takes.
    pub async fn turn(&self, place: Option<&str>) {
        loop {
            let wait = self.reserve(place, Duration::from_secs(2));
            tokio::time::sleep(wait.min(Duration::from_secs(5))).await;
            if wait <= Duration::from_secs(2) {
                return;
            }
        }
    }

    /// Discord asked to wait: everywhere, or at one place.
    pub fn block(&self, place: Option<&str>, time: Duration) {
        let until = Instant::now() + time;
        let mut state = self.state();
        let window = match place {
            Some(place) => state.channel(place),
            None => &mut state.whole,
        };
        window.blocked = window.blocked.max(Some(until));
    }

    /// A request was refused as invalid (401, 403, 429).
    pub fn refused(&self) {
        let now = Instant::now();
        let mut state = self.state();
        state.refusals.push_back(now);
        state.forget_refusals(now);
    }

    /// So many requests were refused that Discord would soon block our address.
    pub fn must_rest(&self) -> bool {
        let now = Instant::now();
        let mut state = self.state();
        state.forget_refusals(now);
        state.refusals.len() >= REFUSALS.0
    }
}

impl State {
    fn channel(&mut self, place: &str) -> &mut Window {
        let new = || Window::new(CHANNEL.0, CHANNEL.1);
        self.channels.entry(place.to_owned()).or_insert_with(new)
    }

    fn forget_refusals(&mut self, now: Instant) {
        while self.refusals.front().is_some_and(|at| *at + REFUSALS.1 < now) {
            self.refusals.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENT: Duration = Duration::from_secs(3_600);

    /// The most events in any window of the given length.
    fn densest(times: &mut [Duration], window: Duration) -> usize {
        times.sort();
        let within = |first: &Duration| times.iter().filter(|t| **t >= *first && **t < *first + window);
        times.iter().map(|first| within(first).count()).max().unwrap_or(0)
    }

    #[tokio::test(start_paused = true)]
    async fn never_more_than_fifty_a_second() {
        let pace = Pace::new(50);
        let mut times: Vec<Duration> =
            (0..400).map(|n| pace.reserve(Some(&n.to_string()), PATIENT)).collect();
        assert_eq!(densest(&mut times, Duration::from_secs(1)), 50);
        assert!(times[399] < Duration::from_secs(9), "nor much slower: {:?}", times[399]);
    }

    #[tokio::test(start_paused = true)]
    async fn never_more_than_five_in_five_seconds_to_one() {
        let pace = Pace::new(50);
        let mut times: Vec<Duration> = (0..23).map(|_| pace.reserve(Some("a"), PATIENT)).collect();
        assert_eq!(densest(&mut times, Duration::from_secs(5)), 5);
        assert_eq!(pace.reserve(Some("b"), PATIENT), Duration::ZERO, "others need not wait");
    }

    #[tokio::test(start_paused = true)]
    async fn a_long_wait_books_nothing() {
        let pace = Pace::new(50);
        for _ in 0..5 {
            assert_eq!(pace.reserve(Some("a"), Duration::from_secs(4)), Duration::ZERO);
        }
        let wait = pace.reserve(Some("a"), Duration::from_secs(4));
        assert_eq!(wait, CHANNEL.1);
        tokio::time::sleep(wait).await;
        assert_eq!(pace.reserve(Some("a"), Duration::from_secs(4)), Duration::ZERO);
    }

    #[tokio::test(start_paused = true)]
    async fn what_discord_asks_for_is_kept() {
        let pace = Pace::new(50);
        pace.block(Some("a"), Duration::from_secs(7));
        assert_eq!(pace.reserve(Some("a"), PATIENT), Duration::from_secs(7));
        assert_eq!(pace.reserve(Some("b"), PATIENT), Duration::ZERO);
        pace.block(None, Duration::from_secs(9));
        assert_eq!(pace.reserve(Some("b"), PATIENT), Duration::from_secs(9));
        pace.block(None, Duration::from_secs(1));
        assert!(pace.reserve(None, PATIENT) >= Duration::from_secs(9), "a shorter word changes nothing");
    }

    #[tokio::test(start_paused = true)]
    async fn rests_before_the_address_is_blocked() {
        let pace = Pace::new(50);
        for _ in 0..1_999 {
            pace.refused();
        }
        assert!(!pace.must_rest());
        pace.refused();
        assert!(pace.must_rest());
        tokio::time::sleep(Duration::from_secs(601)).await;
        assert!(!pace.must_rest());
    }
}
