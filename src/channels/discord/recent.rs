//! Messages that were heard of late: one of a rep's that is caught up with and told live, too, is heard
//! once, and one whose deletion was told before it is not heard at all.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use super::wire::Snowflake;

/// Messages that are remembered.
const REMEMBERED: usize = 10_000;

/// The memory. Cheap to clone.
#[derive(Clone, Default)]
pub struct Recent(Arc<Mutex<BTreeSet<Snowflake>>>);

impl Recent {
    /// Whether a message was not heard before; from now on it was.
    pub fn is_new(&self, message: Snowflake) -> bool {
        let mut heard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if heard.len() >= REMEMBERED {
            // Ids grow with time.
            heard.pop_first();
        }
        heard.insert(message)
    }

    /// Whether a message was heard.
    #[must_use]
    pub fn has(&self, message: Snowflake) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(&message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_is_forgotten_first() {
        let recent = Recent::default();
        let most = u64::try_from(REMEMBERED).expect("a number");
        assert!((1..=most).all(|id| recent.is_new(Snowflake(id))));
        assert!(!recent.is_new(Snowflake(most)) && recent.is_new(Snowflake(1)));
    }
}
