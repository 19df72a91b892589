//! Places in line: what concerns one thing is done in the order in which it came.
//!
//! Platforms tell edits and deletions in a burst, and each is seen to by a task of its own. A place is
//! taken when an event is heard, and waited for before anything is done; it ends when it is dropped.
//! Knows nothing of platforms. Start reading at [`Lines::join`].

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

/// Lines by what they are about. Cheap to clone.
pub struct Lines<K: Eq + Hash + Clone>(Arc<Inner<K>>);

struct Inner<K> {
    open: Mutex<Open<K>>,
    moved: Notify,
}

/// The places that have not ended, by their numbers, which grow.
struct Open<K> {
    last: u64,
    lines: HashMap<K, BTreeSet<u64>>,
    everywhere: BTreeSet<u64>,
}

/// A place in one line, or in all of them.
pub struct Place<K: Eq + Hash + Clone> {
    lines: Lines<K>,
    line: Option<K>,
    number: u64,
}

impl<K: Eq + Hash + Clone> Clone for Lines<K> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<K: Eq + Hash + Clone> Default for Lines<K> {
    fn default() -> Self {
        let open = Open { last: 0, lines: HashMap::new(), everywhere: BTreeSet::new() };
        Self(Arc::new(Inner { open: Mutex::new(open), moved: Notify::new() }))
    }
}

impl<K: Eq + Hash + Clone> Lines<K> {
    /// Takes the last place in a line.
    #[must_use]
    pub fn join(&self, line: K) -> Place<K> {
        let mut open = self.open();
        open.last += 1;
        let number = open.last;
        open.lines.entry(line.clone()).or_default().insert(number);
        Place { lines: self.clone(), line: Some(line), number }
    }

    /// Takes the last place in all lines at once, also in those that nobody has joined yet.
    #[must_use]
    pub fn join_all(&self) -> Place<K> {
        let mut open = self.open();
        open.last += 1;
        let number = open.last;
        open.everywhere.insert(number);
        Place { lines: self.clone(), line: None, number }
    }

    fn open(&self) -> MutexGuard<'_, Open<K>> {
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Eq + Hash + Clone> Place<K> {
    /// The same place in one line more: it stays when the one in all lines ends.
    #[must_use]
    pub fn keep(&self, line: K) -> Self {
        self.lines.open().lines.entry(line.clone()).or_default().insert(self.number);
        Self { lines: self.lines.clone(), line: Some(line), number: self.number }
    }

    /// Waits until all that came before has ended.
    pub async fn reached(&self) {
        loop {
            let moved = self.lines.0.moved.notified();
            tokio::pin!(moved);
            // Asked for before the look, so that nothing that ends in between is missed.
            moved.as_mut().enable();
            if self.is_first() {
                return;
            }
            moved.await;
        }
    }

    fn is_first(&self) -> bool {
        let open = self.lines.open();
        let first = |places: &BTreeSet<u64>| places.first().is_none_or(|n| *n >= self.number);
        let line = self.line.as_ref().and_then(|line| open.lines.get(line));
        first(&open.everywhere) && line.is_none_or(first)
    }
}

impl<K: Eq + Hash + Clone> Drop for Place<K> {
    fn drop(&mut self) {
        let mut open = self.lines.open();
        match &self.line {
            Some(line) => {
                if let Some(places) = open.lines.get_mut(line) {
                    places.remove(&self.number);
                    if places.is_empty() {
                        open.lines.remove(line);
                    }
                }
            }
            None => {
                open.everywhere.remove(&self.number);
            }
        }
        drop(open);
        self.lines.0.moved.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;

    fn is_reached(place: &Place<u8>) -> bool {
        place.reached().now_or_never().is_some()
    }

    #[test]
    fn whoever_came_first_goes_first() {
        let lines = Lines::default();
        let (first, second, other) = (lines.join(1), lines.join(1), lines.join(2));
        assert!(is_reached(&first) && !is_reached(&second) && is_reached(&other));
        drop(first);
        assert!(is_reached(&second));
    }

    #[test]
    fn whoever_gives_up_holds_up_nobody() {
        let lines = Lines::default();
        let (first, second, third) = (lines.join(1), lines.join(1), lines.join(1));
        drop(second);
        assert!(!is_reached(&third));
        drop(first);
        assert!(is_reached(&third));
    }

    #[test]
    fn a_place_in_all_lines_is_kept_in_some() {
        let lines = Lines::default();
        let before = lines.join(1);
        let all = lines.join_all();
        let (in_one, in_two) = (lines.join(1), lines.join(2));
        let kept = all.keep(1);
        assert!(is_reached(&before) && !is_reached(&kept) && !is_reached(&in_two));
        drop(all);
        assert!(is_reached(&in_two) && !is_reached(&in_one));
        drop(before);
        assert!(is_reached(&kept) && !is_reached(&in_one));
        drop(kept);
        assert!(is_reached(&in_one));
    }
}
