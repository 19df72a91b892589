//! Strangers who wrote while nobody listened.
//!
//! Discord has no list of private talks, so one that nobody knows of cannot be asked for what was
//! missed. It is known when its person writes again, and is then asked once, from the moment on
//! from which nobody listened: what they wrote first is heard first.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use super::wire::Snowflake;

/// How long after a lost session a first word may have one before it.
const LOOKED_BACK: TimeDelta = TimeDelta::days(1);

/// Whose first word is not the first. Cheap to clone.
#[derive(Clone, Default)]
pub struct Strangers(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    /// Since when nobody listened, and when somebody did again; none when nothing was missed.
    gap: Option<(DateTime<Utc>, DateTime<Utc>)>,
    /// Talks that need not be asked; none until they are listed.
    known: Option<HashSet<String>>,
}

impl Strangers {
    /// A session begins; the one before it was heard until then, if there was one.
    pub fn begin(&self, heard_until: Option<DateTime<Utc>>, now: DateTime<Utc>) {
        *self.state() = State { gap: heard_until.map(|since| (since, now)), known: None };
    }

    /// These talks are caught up with anyway.
    pub fn know(&self, known: impl Iterator<Item = String>) {
        self.state().known = Some(known.collect());
    }

    /// Somebody wrote: after which id their talk is to be asked for what they wrote before, if it
    /// is. It is told once.
    pub fn first_word(&self, who: &str, now: DateTime<Utc>) -> Option<Snowflake> {
        let mut state = self.state();
        let (since, again) = state.gap?;
        if now - again > LOOKED_BACK {
            *state = State::default();
            return None;
        }
        let new = state.known.as_mut()?.insert(who.to_owned());
        new.then(|| Snowflake::at(since))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_strangers_are_asked_and_once() {
        let strangers = Strangers::default();
        let now = DateTime::from_timestamp_millis(1_772_614_800_000).expect("a time");
        let since = now - TimeDelta::minutes(10);
        assert_eq!(strangers.first_word("ann", now), None, "nothing was missed");
        strangers.begin(Some(since), now);
        assert_eq!(strangers.first_word("ann", now), None, "not listed yet");
        strangers.know(["ann".to_owned()].into_iter());
        assert_eq!(strangers.first_word("ann", now), None);
        assert_eq!(strangers.first_word("bea", now), Some(Snowflake::at(since)));
        assert_eq!(strangers.first_word("bea", now), None);
        assert_eq!(strangers.first_word("cid", now + TimeDelta::days(2)), None);
    }
}
