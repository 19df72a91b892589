//! `docent test`: talks that are written down, through the same decisions as live ones.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;

use crate::app::edition::Edition;
use crate::app::rehearsal::rehearse;
use crate::config::Settings;

use super::dialogs;

pub(super) fn run(
    settings: &Settings,
    files: &[PathBuf],
    verbose: bool,
) -> anyhow::Result<ExitCode> {
    let root = &settings.scripts;
    let edition = dialogs::edition(settings)?;
    let named = if files.is_empty() { vec![root.join("dialogs/tests")] } else { files.to_vec() };
    let mut talks = Vec::new();
    for path in &named {
        collect(path, &mut talks)
            .with_context(|| format!("reading the talks in {}", path.display()))?;
    }
    talks.sort();
    anyhow::ensure!(!talks.is_empty(), "there are no talks (files that end in .chat) in {named:?}");
    let mut failed = 0;
    let mut out = std::io::stdout().lock();
    for path in &talks {
        let source = std::fs::read_to_string(path)
            .with_context(|| format!("reading the talk {}", path.display()))?;
        failed += usize::from(!told(&mut out, &edition, path, &source, verbose)?);
    }
    writeln!(out, "talks: {} passed, {failed} failed", talks.len() - failed)?;
    Ok(if failed > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Runs one talk and tells how it went. Tells whether it was as written.
fn told(
    out: &mut impl std::io::Write,
    edition: &Edition,
    path: &Path,
    source: &str,
    verbose: bool,
) -> anyhow::Result<bool> {
    let report = rehearse(edition, source);
    if report.failures.is_empty() {
        if verbose {
            writeln!(out, "ok    {} ({} turns)", path.display(), report.turns)?;
        }
        return Ok(true);
    }
    writeln!(out, "NOT   {}: {}", path.display(), report.title)?;
    for failure in &report.failures {
        let line = source.lines().nth(failure.line - 1).unwrap_or("").trim();
        writeln!(out, "  {}:{}: {line}", path.display(), failure.line)?;
        writeln!(out, "      {}", failure.message)?;
    }
    writeln!(out)?;
    Ok(false)
}

fn collect(path: &Path, talks: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if !path.is_dir() {
        // A file that is named is read, whatever it is called.
        std::fs::metadata(path)?;
        talks.push(path.to_owned());
        return Ok(());
    }
    for entry in std::fs::read_dir(path)? {
        let path = entry?.path();
        if path.is_dir() || path.extension().is_some_and(|ending| ending == "chat") {
            collect(&path, talks)?;
        }
    }
    Ok(())
}
