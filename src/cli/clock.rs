//! The clock of the machine, built here and handed in.

use chrono::{DateTime, Utc};

use crate::app::clock::Clock;

/// The time of the machine.
pub(super) struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the clock is built")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}
