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
    /// Until when a channel may have heard from the process before this one.
    doubtful: Option<Instant>,
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

    /// As after a time in which everything was used, evenly.
    fn used(mut self, upto: Instant) -> Self {
        let most = u32::try_from(self.most).unwrap_or(u32::MAX);
        let slots = (1..=most).rev().filter_map(|n| upto.checked_sub(self.time * n / most));
        self.slots = slots.collect();
        self
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
        Self { state: Mutex::new(State { whole, channels, refusals, doubtful: None }) }
    }

    /// The same for a process that begins: one before it may have ended this very moment, so all its
    /// budgets count as used.
    #[must_use]
    pub fn after_another(self) -> Self {
        self.after_another_at(Instant::now())
    }

    fn after_another_at(self, now: Instant) -> Self {
        {
            let mut state = self.state();
            let most = state.whole.most;
            state.whole = Window::new(most, WHOLE).used(now);
            state.doubtful = Some(now);
        }
        self
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How long a request must wait; one with a place to go to keeps that place's pace too. A wait
    /// of at most `patience` is booked, a longer one is not.
    pub fn reserve(&self, place: Option<&str>, patience: Duration) -> Duration {
        self.reserve_at(Instant::now(), place, patience)
    }

    fn reserve_at(&self, now: Instant, place: Option<&str>, patience: Duration) -> Duration {
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
        self.block_until(Instant::now() + time, place);
    }

    fn block_until(&self, until: Instant, place: Option<&str>) {
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
        self.must_rest_at(Instant::now())
    }

    fn must_rest_at(&self, now: Instant) -> bool {
        let mut state = self.state();
        state.forget_refusals(now);
        state.refusals.len() >= REFUSALS.0
    }
}

impl State {
    fn channel(&mut self, place: &str) -> &mut Window {
        let before = self.doubtful;
        let new = || {
            let window = Window::new(CHANNEL.0, CHANNEL.1);
            before.map_or_else(|| Window::new(CHANNEL.0, CHANNEL.1), |before| window.used(before))
        };
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
        let within = |first: Duration| {
            times.iter().filter(move |time| **time >= first && **time < first + window).count()
        };
        times.iter().map(|first| within(*first)).max().unwrap_or(0)
    }

    #[test]
    fn never_more_than_fifty_a_second() {
        let (pace, now) = (Pace::new(50), Instant::now());
        let mut times: Vec<Duration> =
            (0..400).map(|n| pace.reserve_at(now, Some(&n.to_string()), PATIENT)).collect();
        assert_eq!(densest(&mut times, Duration::from_secs(1)), 50);
        assert!(times[399] < Duration::from_secs(9), "nor much slower: {:?}", times[399]);
    }

    #[test]
    fn begins_as_if_another_had_just_ended() {
        let now = Instant::now();
        let pace = Pace::new(50).after_another_at(now);
        let mut times: Vec<Duration> =
            (0..100).map(|n| pace.reserve_at(now, Some(&n.to_string()), PATIENT)).collect();
        assert!(densest(&mut times, Duration::from_millis(100)) <= 5, "evenly, from the start");
        let (soon, later) = (now + Duration::from_secs(3), now + Duration::from_secs(60));
        let free = (0..5).filter(|_| pace.reserve_at(soon, Some("a"), PATIENT).is_zero()).count();
        assert_eq!(free, 3, "as many as are surely left");
        let pace = Pace::new(50).after_another_at(now);
        let to = || pace.reserve_at(later, Some("a"), PATIENT);
        let waits: Vec<Duration> = (0..5).map(|_| to()).collect();
        assert_eq!(waits, [Duration::ZERO; 5], "forgotten when it no longer counts");
    }

    #[test]
    fn never_more_than_five_in_five_seconds_to_one() {
        let (pace, now) = (Pace::new(50), Instant::now());
        let to = |place: &str| pace.reserve_at(now, Some(place), PATIENT);
        let mut times: Vec<Duration> = (0..23).map(|_| to("a")).collect();
        assert_eq!(densest(&mut times, Duration::from_secs(5)), 5);
        assert_eq!(to("b"), Duration::ZERO, "others need not wait");
    }

    #[test]
    fn a_long_wait_books_nothing() {
        let (pace, now) = (Pace::new(50), Instant::now());
        let patience = Duration::from_secs(4);
        for _ in 0..5 {
            assert_eq!(pace.reserve_at(now, Some("a"), patience), Duration::ZERO);
        }
        let wait = pace.reserve_at(now, Some("a"), patience);
        assert_eq!(wait, CHANNEL.1);
        assert_eq!(pace.reserve_at(now + wait, Some("a"), patience), Duration::ZERO);
    }

    #[test]
    fn what_discord_asks_for_is_kept() {
        let (pace, now) = (Pace::new(50), Instant::now());
        let (seven, nine) = (Duration::from_secs(7), Duration::from_secs(9));
        pace.block_until(now + seven, Some("a"));
        assert_eq!(pace.reserve_at(now, Some("a"), PATIENT), seven);
        assert_eq!(pace.reserve_at(now, Some("b"), PATIENT), Duration::ZERO);
        pace.block_until(now + nine, None);
        assert_eq!(pace.reserve_at(now, Some("b"), PATIENT), nine);
        pace.block_until(now + seven, None);
        let wait = pace.reserve_at(now, None, PATIENT);
        assert_eq!(wait, nine, "a shorter word changes nothing");
    }

    #[test]
    fn rests_before_the_address_is_blocked() {
        let pace = Pace::new(50);
        for _ in 0..1_999 {
            pace.refused();
        }
        assert!(!pace.must_rest());
        pace.refused();
        assert!(pace.must_rest());
        assert!(!pace.must_rest_at(Instant::now() + Duration::from_secs(601)));
    }
}
