//! `docent check`: all faults of all files in one run.

use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;

use crate::app::edition::House;
use crate::config::Settings;
use crate::diagnostic::frame::{Look, report as frames, tally};
use crate::diagnostic::{Diagnostic, Severity, codes};
use crate::script::Sources;

#[derive(Args)]
pub(super) struct CheckArguments {
    /// The folder that holds dialogs/ and locales/
    dir: Option<PathBuf>,
    /// Fails on warnings too
    #[arg(long)]
    strict: bool,
    /// Explains a code, for example D101
    #[arg(long, value_name = "CODE")]
    explain: Option<String>,
}

pub(super) fn run(settings: &Settings, arguments: &CheckArguments) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout().lock();
    if let Some(wanted) = &arguments.explain {
        let Some(code) = codes::explain(wanted) else {
            anyhow::bail!("there is no code `{wanted}`; codes stand in brackets in each report");
        };
        writeln!(out, "{code}")?;
        return Ok(ExitCode::SUCCESS);
    }
    let root = arguments.dir.clone().unwrap_or_else(|| settings.scripts.clone());
    let sources = Sources::read(&root)
        .with_context(|| format!("reading the dialogs in {}", root.display()))?;
    let today = super::house::clock().now().date_naive();
    let checked = House::check(&sources, today);
    let report = report(&checked.diagnostics, &sources);
    writeln!(out, "{report}")?;
    let failed = checked
        .diagnostics
        .iter()
        .any(|fault| arguments.strict || fault.severity == Severity::Error);
    Ok(if failed { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// The text of a file, or of what comes with the program.
fn source_of<'a>(sources: &'a Sources, file: &str) -> Option<&'a str> {
    sources.text(file).or_else(|| crate::texts::built_in_source(file))
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
