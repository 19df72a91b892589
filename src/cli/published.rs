//! What became of the dialogs in the folder, told to the operator.

use std::process::ExitCode;

use crate::app::publish::{How, PublishError, Published};

use super::dialogs;

/// What was found in the folder, and which version runs.
pub(super) fn report(published: &Published) {
    let version: String = published.edition.script.version.as_str().chars().take(12).collect();
    if !published.diagnostics.is_empty() {
        eprintln!("{}", dialogs::report(&published.diagnostics, &published.sources));
    }
    match published.how {
        How::Activated => println!("dialogs checked and live, version {version}"),
        How::Unchanged => println!("dialogs checked, live already, version {version}"),
        How::FolderOlder => println!(
            "the dialogs in the folder are older than those that are live; version {version} goes on"
        ),
        How::FolderBroken => println!(
            "the dialogs in the folder have faults (above); the last good version {version} goes on"
        ),
    }
}

/// Reports why nothing can be run.
pub(super) fn cannot_publish(error: &PublishError) -> ExitCode {
    match error {
        PublishError::Nothing { diagnostics, sources } => {
            eprintln!("{}", dialogs::report(diagnostics, sources));
            eprintln!("docent: {error}; mend the faults above and start again");
            ExitCode::from(1)
        }
        PublishError::Failed(error) => {
            eprintln!("docent: {error:#}");
            ExitCode::from(2)
        }
    }
}
