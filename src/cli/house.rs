//! What commands stand on: the database, the folder with the dialogs, the clock.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use secrecy::ExposeSecret as _;

use crate::app::clock::Clock;
use crate::app::folder::Folder;
use crate::config::Settings;
use crate::postgres::{self, Postgres};
use crate::store::{Connect, Db, StoreError};

use super::clock::SystemClock;

/// How long a query waits for a connection before the database counts as away.
const PATIENCE: Duration = Duration::from_secs(5);

/// A reached database.
pub(super) struct Reached {
    /// The database, migrated.
    pub db: Db,
    /// The private Postgres, when it is one.
    pub private: Option<Postgres>,
}

/// The address of the database; a private Postgres is started for it where none is set.
pub(super) async fn address(settings: &Settings) -> anyhow::Result<(String, Option<Postgres>)> {
    if let Some(url) = &settings.database.url {
        return Ok((url.expose_secret().to_owned(), None));
    }
    let started =
        postgres::start(&private(settings)).await.context("starting the private Postgres")?;
    Ok((started.url.clone(), Some(started)))
}

/// Where the private Postgres is.
pub(super) fn private(settings: &Settings) -> postgres::Settings {
    postgres::Settings {
        data_dir: settings.data_dir.clone(),
        search_path: settings.search_path.clone(),
        durable: true,
    }
}

/// Reaches the database and brings its schema up to date.
pub(super) async fn reach(settings: &Settings) -> anyhow::Result<Reached> {
    let (url, private) = address(settings).await?;
    let holder = uuid::Uuid::new_v4().simple().to_string();
    let db = Db::connect(&Connect {
        url,
        connections: settings.database.pool,
        patience: PATIENCE,
        holder,
    })
    .await
    .map_err(|error| match &error {
        StoreError::Unavailable { .. } if private.is_none() => {
            anyhow::anyhow!(
                "{error}; see that Postgres runs there and takes this name and password"
            )
        }
        _ => error.into(),
    })
    .with_context(|| format!("connecting to the database ({})", whereabouts(settings)))?;
    Ok(Reached { db, private })
}

/// Which database it is, without its address, which may hold a password.
pub(super) fn whereabouts(settings: &Settings) -> String {
    match settings.database.url {
        Some(_) => settings.database.url_source.to_string(),
        None => format!("the private Postgres in {}", settings.data_dir.display()),
    }
}

/// The folder with the dialogs.
pub(super) fn folder(settings: &Settings) -> Folder {
    let root = settings.scripts.clone();
    let shown = std::fs::canonicalize(&root).unwrap_or_else(|_| root.clone());
    Folder { root, origin: format!("folder {}", shown.display()) }
}

/// The clock of the machine.
pub(super) fn clock() -> Arc<dyn Clock> {
    Arc::new(SystemClock)
}
