//! Which edition is live: the folder's when it checks, else the one that is active already.
//!
//! A bad file never takes the running bot down: the last good edition goes on, and the faults are
//! handed to the caller to be reported.

use std::sync::Arc;

use anyhow::Context as _;
use chrono::{DateTime, NaiveDate, Utc};

use crate::diagnostic::Diagnostic;
use crate::domain::ids::ScriptVersion;
use crate::script::Sources;
use crate::store::Db;
use crate::store::scripts::{Activation, Claim, ScriptFiles};

use super::edition::{Edition, Loaded, Models, load, load_stored};
use super::folder::Folder;

/// What is live after a look at the folder.
pub struct Published {
    /// The edition to run.
    pub edition: Arc<Edition>,
    /// Counts changes of the active version.
    pub generation: i64,
    /// How it came to be.
    pub how: How,
    /// What was found in the folder.
    pub diagnostics: Vec<Diagnostic>,
    /// The files of the folder, for frames of the diagnostics.
    pub sources: Sources,
}

/// How an edition came to be live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The folder's, made live now.
    Activated,
    /// The folder's, live already.
    Unchanged,
    /// The active one, since the folder's is older.
    FolderOlder,
    /// The active one, since the folder's has faults.
    FolderBroken,
}

/// Nothing can be run.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The folder has faults and no version is active yet.
    #[error("the dialogs have faults and no earlier version is active")]
    Nothing {
        /// The faults.
        diagnostics: Vec<Diagnostic>,
        /// The files, for frames.
        sources: Sources,
    },
    /// The folder or the database cannot be read.
    #[error(transparent)]
    Failed(#[from] anyhow::Error),
}

/// Looks at the folder and makes its edition live, if that may be.
///
/// # Errors
/// See [`PublishError`].
pub async fn publish(
    db: &Db,
    folder: &Folder,
    models: &dyn Models,
    claim: Claim,
    now: DateTime<Utc>,
) -> Result<Published, PublishError> {
    let sources = Sources::read(&folder.root)
        .with_context(|| format!("reading the dialogs in {}", folder.root.display()))?;
    let today = now.date_naive();
    let Loaded { edition, diagnostics } = load(&sources, today, models);
    let Some(edition) = edition else {
        let Some((edition, generation)) = active(db, models, today).await? else {
            return Err(PublishError::Nothing { diagnostics, sources });
        };
        let how = How::FolderBroken;
        return Ok(Published { edition, generation, how, diagnostics, sources });
    };
    let files = ScriptFiles {
        version: edition.script.version.clone(),
        files: sources.files.clone(),
        origin: folder.origin.clone(),
        edited_at: folder.edited_at(now),
    };
    let activation =
        db.activate_script(&files, claim).await.context("storing the script version")?;
    let generation = activation.active().generation;
    let how = match &activation {
        Activation::Activated(_) => How::Activated,
        Activation::Already(_) => How::Unchanged,
        Activation::Older(_) => How::FolderOlder,
    };
    let edition = if how == How::FolderOlder {
        match active(db, models, today).await? {
            Some((edition, _)) => edition,
            None => Arc::new(edition),
        }
    } else {
        Arc::new(edition)
    };
    Ok(Published { edition, generation, how, diagnostics, sources })
}

/// The active edition with its generation, from the database; none when none is, or when it
/// cannot be read by this version.
///
/// # Errors
/// When the database does not answer.
pub async fn active(
    db: &Db,
    models: &dyn Models,
    today: NaiveDate,
) -> anyhow::Result<Option<(Arc<Edition>, i64)>> {
    let Some(active) = db.find_active_script().await.context("finding the active script")? else {
        return Ok(None);
    };
    let edition = stored(db, models, &active.version, today).await?;
    Ok(edition.map(|edition| (edition, active.generation)))
}

async fn stored(
    db: &Db,
    models: &dyn Models,
    version: &ScriptVersion,
    today: NaiveDate,
) -> anyhow::Result<Option<Arc<Edition>>> {
    let Some(files) = db.find_script(version).await.context("reading the active script")? else {
        return Ok(None);
    };
    let sources = Sources::stored(files.files);
    Ok(load_stored(&sources, today, models).map(Arc::new))
}
