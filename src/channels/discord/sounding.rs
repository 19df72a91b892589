//! Whether everything that is already here has been read: asked of the loop that reads a gateway.
//!
//! A busy machine may leave an event in the socket for longer than anybody waits for it. Whoever is
//! about to take an event asks here first, so nothing that has arrived is ever overtaken.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::sync::{Notify, watch};
use tokio::time::timeout;

/// How long an answer is waited for. There is none while nobody reads: between two connections, and
/// while there is no room for more.
const PATIENCE: Duration = Duration::from_millis(100);

/// The question and its answer. Cheap to clone.
#[derive(Clone)]
pub struct Sounding(Arc<Inner>);

struct Inner {
    /// How often it was asked.
    asked: AtomicU64,
    wake: Notify,
    /// Up to which question nothing was left.
    answered: watch::Sender<u64>,
}

impl Sounding {
    /// Nobody has asked yet.
    #[must_use]
    pub fn new() -> Self {
        let (asked, wake) = (AtomicU64::new(0), Notify::new());
        Self(Arc::new(Inner { asked, wake, answered: watch::Sender::new(0) }))
    }

    /// Returns when everything that had arrived was read.
    pub async fn ask(&self) {
        let mut answered = self.0.answered.subscribe();
        let mine = self.0.asked.fetch_add(1, Ordering::SeqCst) + 1;
        self.0.wake.notify_one();
        let _nobody_reads = timeout(PATIENCE, answered.wait_for(|upto| *upto >= mine)).await;
    }

    /// For the reader: somebody asked.
    pub async fn asked(&self) {
        self.0.wake.notified().await;
    }

    /// For the reader: the latest question, if it has no answer yet.
    #[must_use]
    pub fn open(&self) -> Option<u64> {
        let asked = self.0.asked.load(Ordering::SeqCst);
        (asked > *self.0.answered.borrow()).then_some(asked)
    }

    /// For the reader: after this question was put, nothing was left to read.
    pub fn answer(&self, question: u64) {
        self.0.answered.send_replace(question);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn waits_for_a_reader_that_found_nothing() {
        let sounding = Sounding::new();
        let reader = sounding.clone();
        assert_eq!(reader.open(), None);
        let asking = tokio::spawn(async move { sounding.ask().await });
        reader.asked().await;
        let question = reader.open().expect("a question");
        assert!(!asking.is_finished());
        reader.answer(question);
        asking.await.expect("an answer");
        assert_eq!(reader.open(), None);
    }

    #[tokio::test]
    async fn goes_on_when_nobody_reads() {
        let began = tokio::time::Instant::now();
        Sounding::new().ask().await;
        assert!(began.elapsed() >= PATIENCE);
    }
}
