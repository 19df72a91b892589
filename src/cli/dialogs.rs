//! The dialogs in the folder: read, loaded, and what is wrong with them shown.

use std::io::IsTerminal as _;
use std::path::Path;

use anyhow::Context as _;

use crate::app::edition::{self, Edition};
use crate::config::Settings;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::frame::{Look, report as frames, tally};
use crate::script::Sources;

use super::house;
use super::models::ModelFiles;

/// The files of a folder.
pub(super) fn read(root: &Path) -> anyhow::Result<Sources> {
    Sources::read(root).with_context(|| format!("reading the dialogs in {}", root.display()))
}

/// The edition of the folder; with faults in it, they are printed and there is none.
pub(super) fn edition(settings: &Settings) -> anyhow::Result<Edition> {
    let sources = read(&settings.scripts)?;
    let today = house::clock().now().date_naive();
    let loaded = edition::load(&sources, today, &ModelFiles::of(settings));
    loaded.edition.with_context(|| {
        println!("{}", report(&loaded.diagnostics, &sources));
        format!("the dialogs in {} have faults; mend those above first", settings.scripts.display())
    })
}

/// The faults with their frames, and how many there are in how many files.
pub(super) fn report(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let look = if std::io::stdout().is_terminal() { Look::Colored } else { Look::Plain };
    let mut report = frames(diagnostics, |file| source_of(sources, file), look);
    if report.is_empty() {
        report = tally(diagnostics);
    }
    report.push_str(&format!(" in {} files", sources.files.len()));
    report
}

/// The text of a file, or of what comes with the program.
fn source_of<'a>(sources: &'a Sources, file: &str) -> Option<&'a str> {
    sources.text(file).or_else(|| crate::texts::built_in_source(file))
}
