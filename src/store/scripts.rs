//! Script versions: content-addressed, one of them active for all replicas.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::turns::Json;
use super::{Db, Result, StoreError};
use crate::domain::ids::ScriptVersion;

/// A script as its files.
#[derive(Clone, Debug)]
pub struct ScriptFiles {
    /// The hash of the content.
    pub version: ScriptVersion,
    /// Path within the folder to content.
    pub files: BTreeMap<String, String>,
    /// Where it came from, in words for an operator.
    pub origin: String,
    /// When a file of it was last edited.
    pub edited_at: DateTime<Utc>,
}

/// The version that is live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActiveScript {
    /// Its hash.
    pub version: ScriptVersion,
    /// Grows with each change: to notice one, compare this.
    pub generation: i64,
    /// Since when.
    pub activated_at: DateTime<Utc>,
}

/// Who wants a version to be live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// A process that starts and found it in its folder: it must be newer than what is live.
    Found,
    /// Somebody edited the folder of a running process, or said so: it goes live in any case.
    Told,
}

/// What became of the wish to make a version live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Activation {
    /// It is live now.
    Activated(ActiveScript),
    /// It was live already.
    Already(ActiveScript),
    /// A newer one stays live: this one was live before it, or was edited before it.
    Older(ActiveScript),
}

impl Activation {
    /// What is live now.
    #[must_use]
    pub fn active(&self) -> &ActiveScript {
        let (Self::Activated(active) | Self::Already(active) | Self::Older(active)) = self;
        active
    }
}

impl Db {
    /// Stores a script and makes it live, unless a newer one is.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn activate_script(&self, script: &ScriptFiles, claim: Claim) -> Result<Activation> {
        let files = Json::of(&script.files)?;
        let mut tx = self.pool.begin().await?;
        // One at a time: what is live may be no row yet, which nobody could lock.
        sqlx::query!("SELECT id FROM installation FOR UPDATE").fetch_one(&mut *tx).await?;
        let fresh = sqlx::query!(
            r#"INSERT INTO script_versions (version, files, origin, edited_at)
            VALUES ($1, $2::text::jsonb, $3, $4)
            ON CONFLICT DO NOTHING"#,
            script.version.as_str(),
            files.as_str(),
            script.origin,
            script.edited_at,
        )
        .execute(&mut *tx)
        .await?
        .rows_affected()
            > 0;
        let live = sqlx::query!(
            r#"SELECT a.version, a.generation, a.activated_at, v.edited_at
            FROM active_script a JOIN script_versions v ON v.version = a.version"#
        )
        .fetch_optional(&mut *tx)
        .await?;
        if let Some(live) = live {
            let active = ActiveScript {
                version: ScriptVersion::from(live.version),
                generation: live.generation,
                activated_at: live.activated_at,
            };
            if active.version == script.version {
                tx.commit().await?;
                return Ok(Activation::Already(active));
            }
            if claim == Claim::Found && (!fresh || script.edited_at < live.edited_at) {
                tx.commit().await?;
                return Ok(Activation::Older(active));
            }
        }
        let row = sqlx::query!(
            r#"INSERT INTO active_script AS a (version, generation) VALUES ($1, 1)
            ON CONFLICT (id) DO UPDATE
            SET version = excluded.version, generation = a.generation + 1, activated_at = now()
            RETURNING generation, activated_at"#,
            script.version.as_str(),
        )
        .fetch_one(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(Activation::Activated(ActiveScript {
            version: script.version.clone(),
            generation: row.generation,
            activated_at: row.activated_at,
        }))
    }

    /// What is live, if anything.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_active_script(&self) -> Result<Option<ActiveScript>> {
        let row = sqlx::query!("SELECT version, generation, activated_at FROM active_script")
            .fetch_optional(&self.pool)
            .await?;
        Ok(row.map(|row| ActiveScript {
            version: ScriptVersion::from(row.version),
            generation: row.generation,
            activated_at: row.activated_at,
        }))
    }

    /// A stored script, if there is one of that version.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_script(&self, version: &ScriptVersion) -> Result<Option<ScriptFiles>> {
        let row = sqlx::query!(
            r#"SELECT files::text AS "files!", origin, edited_at
            FROM script_versions WHERE version = $1"#,
            version.as_str(),
        )
        .fetch_optional(&self.pool)
        .await?;
        row.map(|row| {
            Ok(ScriptFiles {
                version: version.clone(),
                files: serde_json::from_str(&row.files)
                    .map_err(|error| StoreError::unreadable("script", &error))?,
                origin: row.origin,
                edited_at: row.edited_at,
            })
        })
        .transpose()
    }
}
