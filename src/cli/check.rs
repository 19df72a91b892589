//! `docent check`: all faults of all files in one run.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::app::edition::House;
use crate::config::Settings;
use crate::diagnostic::{Severity, codes};

use super::{dialogs, house};

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
    let sources = dialogs::read(&root)?;
    let today = house::clock().now().date_naive();
    let checked = House::check(&sources, today);
    let report = dialogs::report(&checked.diagnostics, &sources);
    writeln!(out, "{report}")?;
    let failed = checked
        .diagnostics
        .iter()
        .any(|fault| arguments.strict || fault.severity == Severity::Error);
    Ok(if failed { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
