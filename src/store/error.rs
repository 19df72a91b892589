//! What can go wrong with the database, by what the caller does next.

use sqlx::error::ErrorKind;
use sqlx::migrate::MigrateError;

/// A failure of the store. It never quotes a value: values are what people said.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database cannot be reached, or was lost on the way. A write may or may not have
    /// happened: read again, then retry.
    #[error("the database cannot be reached: {reason}")]
    Unavailable {
        /// What the driver or the server said, free of values.
        reason: String,
    },
    /// Others were in the way; nothing was written. Retry at once.
    #[error("the database refused for now ({code}): another transaction was in the way")]
    Conflict {
        /// The SQLSTATE.
        code: String,
    },
    /// The database refuses these values and will refuse them again; nothing was written. A batch
    /// that fails so is to be committed turn by turn.
    #[error("the database refused a value ({code}{})", .at.as_ref().map(|at| format!(", {at}")).unwrap_or_default())]
    Rejected {
        /// The SQLSTATE.
        code: String,
        /// The table or constraint, if the server names one.
        at: Option<String>,
    },
    /// What is stored cannot be read by this version: a person must look.
    #[error("stored {what} cannot be read: {why}")]
    Corrupt {
        /// The kind of thing.
        what: &'static str,
        /// The place and the nature of the fault, free of values.
        why: String,
    },
    /// A newer version of Docent migrated the database.
    #[error(
        "the database was migrated by a newer Docent (its schema is {found}, this binary knows {known}); \
         start that version, or restore a backup from before the update"
    )]
    Newer {
        /// The schema of the database.
        found: i64,
        /// The newest schema this binary knows.
        known: i64,
    },
}

/// The result of a store operation.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

impl StoreError {
    /// Whether the same values will be refused again: a mistake of ours, not of the visitor.
    #[must_use]
    pub fn is_poison(&self) -> bool {
        matches!(self, Self::Rejected { .. } | Self::Corrupt { .. })
    }

    pub(crate) fn corrupt(what: &'static str, why: impl std::fmt::Display) -> Self {
        Self::Corrupt { what, why: why.to_string() }
    }

    /// A JSON error without the value that serde quotes in it.
    pub(crate) fn unreadable(what: &'static str, error: &serde_json::Error) -> Self {
        let why = format!("{:?} error at column {}", error.classify(), error.column());
        Self::Corrupt { what, why }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let unavailable = |reason: String| Self::Unavailable { reason };
        match error {
            sqlx::Error::Database(error) => {
                let code = error.code().map(std::borrow::Cow::into_owned).unwrap_or_default();
                match code.get(..2).unwrap_or_default() {
                    // Serialization failure, deadlock; lock not available.
                    "40" | "55" => Self::Conflict { code },
                    // Values and constraints: the message may quote what people said.
                    "22" | "23" => {
                        let at = error.constraint().or(error.table()).map(str::to_owned);
                        Self::Rejected { code, at }
                    }
                    // Permissions, missing tables, functions without a match: not a matter of time.
                    "42" => Self::corrupt("schema", format!("{} ({code})", error.message())),
                    _ if error.kind() != ErrorKind::Other => Self::Rejected { code, at: None },
                    _ => unavailable(format!("{} ({code})", error.message())),
                }
            }
            sqlx::Error::ColumnDecode { index, .. } => {
                Self::corrupt("row", format!("column {index} has an unexpected form"))
            }
            sqlx::Error::RowNotFound => Self::corrupt("row", "a row that must exist is missing"),
            sqlx::Error::Encode(_) => Self::Rejected { code: "encode".to_owned(), at: None },
            sqlx::Error::PoolTimedOut => unavailable(
                "no free connection in time (the pool is full, or the server is down)".to_owned(),
            ),
            other => unavailable(other.to_string()),
        }
    }
}

impl From<MigrateError> for StoreError {
    fn from(error: MigrateError) -> Self {
        match error {
            MigrateError::Execute(error) => error.into(),
            MigrateError::ExecuteMigration(error, version) => match error {
                sqlx::Error::Database(error) => Self::corrupt(
                    "schema",
                    format!("migration {version} failed: {}", error.message()),
                ),
                other => other.into(),
            },
            MigrateError::VersionMismatch(version) => Self::corrupt(
                "schema",
                format!(
                    "migration {version} was applied in another form than this binary has; start the \
                     Docent that made it, or restore a backup from before"
                ),
            ),
            other => Self::corrupt("schema", other),
        }
    }
}
