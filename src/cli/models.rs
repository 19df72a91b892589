//! Trained models, kept between starts.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::edition::Models;
use crate::config::Settings;
use crate::understanding::vectors::Vectors;

/// Trained models kept in the data folder, and the vectors they are trained with.
pub(super) struct ModelFiles {
    folder: PathBuf,
    vectors: Arc<Vectors>,
}

impl ModelFiles {
    pub(super) fn of(settings: &Settings) -> Self {
        let vectors = Arc::new(super::vectors::vectors(settings.models));
        Self { folder: settings.data_dir.join("models"), vectors }
    }
}

impl Models for ModelFiles {
    fn find(&self, hash: &str) -> Option<Vec<u8>> {
        let kept = std::fs::read(self.folder.join(format!("{hash}.model"))).ok();
        if kept.is_none() {
            tracing::info!("learning what people say, once for each change of it; takes seconds");
        }
        kept
    }

    fn keep(&self, hash: &str, model: &[u8]) {
        // Written beside and moved, so that nobody reads half a model. A failure only means that
        // it is trained again.
        let whole = self.folder.join(format!("{hash}.model"));
        let part = self.folder.join(format!("{hash}.{}.part", std::process::id()));
        let kept = std::fs::create_dir_all(&self.folder)
            .and_then(|()| std::fs::write(&part, model))
            .and_then(|()| std::fs::rename(&part, &whole));
        if let Err(error) = kept {
            tracing::debug!(%error, "the trained model was not kept");
        }
        self.drop_old();
    }

    fn vectors(&self) -> Arc<Vectors> {
        self.vectors.clone()
    }
}

impl ModelFiles {
    /// Keeps the eight latest.
    fn drop_old(&self) {
        let Ok(entries) = std::fs::read_dir(&self.folder) else { return };
        let mut files: Vec<_> = entries
            .flatten()
            .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
            .collect();
        files.sort();
        for (_, path) in files.iter().rev().skip(8) {
            if let Err(error) = std::fs::remove_file(path) {
                tracing::debug!(%error, "an old model stays");
            }
        }
    }
}
