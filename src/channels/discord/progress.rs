//! How far the events of a session are done: the last number before which nothing is open.
//!
//! A session is kept in the database at this number only, so whoever goes on with it after a crash
//! is told again everything that was not committed.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The count of one session.
#[derive(Clone, Default)]
pub struct Progress(Arc<Mutex<Count>>);

#[derive(Default)]
struct Count {
    heard: u64,
    open: BTreeSet<u64>,
}

/// An event that is not done. It may be shared out; it is done when every share is. A share that is
/// dropped instead keeps it open for good: what it stood for was not done.
pub struct Ticket(Arc<Shares>);

struct Shares {
    progress: Progress,
    seq: u64,
    left: AtomicUsize,
}

impl Progress {
    /// Starts where a session goes on.
    #[must_use]
    pub fn from(seq: u64) -> Self {
        Self(Arc::new(Mutex::new(Count { heard: seq, open: BTreeSet::new() })))
    }

    /// An event was heard.
    #[must_use]
    pub fn begin(&self, seq: u64) -> Ticket {
        let mut count = self.count();
        count.heard = count.heard.max(seq);
        count.open.insert(seq);
        Ticket(Arc::new(Shares { progress: self.clone(), seq, left: AtomicUsize::new(1) }))
    }

    /// Up to here everything is done.
    #[must_use]
    pub fn done(&self) -> u64 {
        let count = self.count();
        count.open.first().map_or(count.heard, |first| first.saturating_sub(1))
    }

    /// The last event heard.
    #[must_use]
    pub fn heard(&self) -> u64 {
        self.count().heard
    }

    fn count(&self) -> MutexGuard<'_, Count> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Ticket {
    /// One more share.
    #[must_use]
    pub fn share(&self) -> Self {
        self.0.left.fetch_add(1, Ordering::SeqCst);
        Self(self.0.clone())
    }

    /// What this share stood for is in the database.
    pub fn done(self) {
        if self.0.left.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.0.progress.count().open.remove(&self.0.seq);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_goes_past_what_is_open() {
        let progress = Progress::from(4);
        assert_eq!(progress.done(), 4);
        let (five, six) = (progress.begin(5), progress.begin(6));
        assert_eq!((progress.done(), progress.heard()), (4, 6));
        six.done();
        assert_eq!(progress.done(), 4, "5 is still open");
        let seven = progress.begin(7);
        five.done();
        assert_eq!(progress.done(), 6);
        drop(seven);
        assert_eq!(progress.done(), 6, "what is dropped was not done");
    }

    #[test]
    fn is_done_when_every_share_is() {
        let progress = Progress::from(0);
        let ticket = progress.begin(1);
        let share = ticket.share();
        ticket.done();
        assert_eq!(progress.done(), 0);
        share.done();
        assert_eq!(progress.done(), 1);
    }
}
