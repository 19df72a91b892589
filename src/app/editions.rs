//! The edition that is live, and older ones that open talks are pinned to.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;
use tracing::warn;

use crate::domain::ids::ScriptVersion;
use crate::script::Sources;
use crate::store::{Db, StoreError};

use super::clock::Clock;
use super::edition::{Edition, House};

/// Older editions kept loaded; the least needed ones are loaded again when they come up.
const KEPT: usize = 16;

/// What is live.
pub struct Editions {
    current: ArcSwap<Edition>,
    older: Mutex<HashMap<ScriptVersion, Option<Arc<Pinned>>>>,
    clock: Arc<dyn Clock>,
}

/// An older script, of which only the flows count.
pub struct Pinned {
    /// The script.
    pub script: crate::script::model::Script,
}

impl Editions {
    /// Starts with an edition.
    #[must_use]
    pub fn new(edition: Arc<Edition>, clock: Arc<dyn Clock>) -> Self {
        Self { current: ArcSwap::new(edition), older: Mutex::default(), clock }
    }

    /// The edition that new turns are decided with.
    #[must_use]
    pub fn current(&self) -> Arc<Edition> {
        self.current.load_full()
    }

    /// Makes an edition the live one; turns under way end with the one they began with.
    pub fn replace(&self, edition: Arc<Edition>) {
        self.current.store(edition);
    }

    /// The time it is.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        &*self.clock
    }

    /// The older script that a talk is pinned to; none when it is gone or can no longer be read,
    /// and the talk goes on in the current flows.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn flows_of(
        &self,
        db: &Db,
        version: &ScriptVersion,
    ) -> Result<Option<Arc<Pinned>>, StoreError> {
        let known = {
            let older = self.older.lock().unwrap_or_else(PoisonError::into_inner);
            older.get(version).cloned()
        };
        if let Some(known) = known {
            return Ok(known);
        }
        let stored = db.find_script(version).await?;
        let pinned = stored.and_then(|files| {
            let today = self.clock.now().date_naive();
            let sources = Sources::stored(files.files);
            House::read(&sources, today).script.map(|script| Arc::new(Pinned { script }))
        });
        if pinned.is_none() {
            warn!(script = %version, "an older script that a talk is pinned to cannot be had; the talk goes on in the current one");
        }
        let mut older = self.older.lock().unwrap_or_else(PoisonError::into_inner);
        if older.len() >= KEPT {
            older.clear();
        }
        older.insert(version.clone(), pinned.clone());
        Ok(pinned)
    }
}
