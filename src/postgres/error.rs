//! What can be in the way of a private Postgres: what, where, why, and what to do.

/// What went wrong with the private Postgres: what, where, why, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum PostgresError {
    /// No server binaries.
    #[error(
        "no Postgres server is installed (looked for `postgres` and `initdb` in {searched}); install it \
         (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql), or set DATABASE_URL \
         to a Postgres you have"
    )]
    NotInstalled {
        /// The folders that were searched.
        searched: String,
    },
    /// The data folder belongs to another major version.
    #[error(
        "the data in {data} was made by Postgres {found}, and only {installed} is installed; install \
         Postgres {found}, or move the data with pg_upgrade"
    )]
    WrongVersion {
        /// The folder.
        data: String,
        /// The major version that made it.
        found: String,
        /// What is installed.
        installed: String,
    },
    /// A folder cannot be used.
    #[error("cannot {verb} {path}: {why}; {remedy}")]
    Folder {
        /// What was tried.
        verb: &'static str,
        /// Where.
        path: String,
        /// Why not.
        why: String,
        /// What to do.
        remedy: &'static str,
    },
    /// A program of Postgres failed.
    #[error(
        "{program} failed on {data}: {why}; read the server's log, {log}, and mend what it names"
    )]
    Program {
        /// Which one.
        program: &'static str,
        /// On which folder.
        data: String,
        /// Its last words.
        why: String,
        /// The log.
        log: String,
    },
    /// The server runs but does not answer in time.
    #[error(
        "Postgres on {data} does not answer after {seconds} s: {why}; read the server's log, \
         {log}, and mend what it names, or set DATABASE_URL to a Postgres you have"
    )]
    NotReady {
        /// On which folder.
        data: String,
        /// How long we waited.
        seconds: u64,
        /// What it last said.
        why: String,
        /// The log.
        log: String,
    },
}
