//! `docent check`: all faults of all files in one run.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::app::edition::{self, House};
use crate::config::{SentenceModels, Settings};
use crate::diagnostic::{Severity, codes};
use crate::domain::lexicon::Lexicon;
use crate::understanding::Understanding;

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
    if let Some(script) = &checked.script {
        let lexicon = edition::lexicon(script, &checked.texts);
        for note in borrowed(&lexicon, settings.models) {
            writeln!(out, "{note}")?;
        }
    }
    let failed = checked
        .diagnostics
        .iter()
        .any(|fault| arguments.strict || fault.severity == Severity::Error);
    Ok(if failed { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// What locales without phrases of their own rest on.
fn borrowed(lexicon: &Lexicon, models: SentenceModels) -> Vec<String> {
    let lender = lexicon.default_locale.as_ref().map_or("", |locale| locale.as_str());
    let serve = match models {
        SentenceModels::All => format!("the phrases of `{lender}` serve until it has its own"),
        _ => "these are not understood there, since understanding.models is not `all`".to_owned(),
    };
    Understanding::borrowed(lexicon)
        .into_iter()
        .map(|(locale, borrowed, all)| {
            format!("note: `{locale}` has no phrases for {borrowed} of {all} meanings; {serve}")
        })
        .collect()
}
