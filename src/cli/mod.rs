//! R7: the commands. One file each, wiring only.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "commands talk to a person")]

mod channels;
mod chat;
mod check;
mod clock;
mod console;
mod db;
mod dialogs;
mod doctor;
mod evaluate;
mod health;
mod house;
mod leads;
mod link;
mod models;
mod outbox;
mod pipe;
mod published;
mod report;
mod reps;
mod running;
mod serve;
mod test;
mod understand;
mod vectors;
mod watch;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::Settings;
use crate::logs;

/// A sales assistant that answers as an expert, keeps every visitor as a lead, and never pushes.
#[derive(Parser)]
#[command(name = "docent", version, about, max_term_width = 100)]
struct Arguments {
    /// Overrides a setting, for example --set database.pool=4
    #[arg(long = "set", value_name = "KEY=VALUE", global = true)]
    set: Vec<String>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Runs the bot (the default): migrates, checks and activates the dialogs, and serves; in a
    /// terminal it opens a chat
    Serve {
        /// Opens no chat, even in a terminal
        #[arg(long)]
        no_chat: bool,
    },
    /// Chats with the bot here; the same name goes on where it left off
    Chat(chat::ChatArguments),
    /// Checks dialogs and texts; exit 0 clean, 1 faults, 2 could not run
    Check(check::CheckArguments),
    /// Runs the talks in dialogs/tests, or those named; exit 0 all as written, 1 not, 2 could not run
    Test {
        /// Talks or folders of talks
        files: Vec<PathBuf>,
        /// Prints each talk as it went
        #[arg(long, short)]
        verbose: bool,
    },
    /// Lists leads, shows one with the reasons, or erases one
    Leads(leads::LeadsArguments),
    /// Lists the people of the house who take talks over, adds one, or removes one
    Reps(reps::RepsArguments),
    /// How fast reps answered, and what came of the talks that they had
    Report(report::ReportArguments),
    /// Shows what did not reach anybody, and sends it again
    Outbox(outbox::OutboxArguments),
    /// Prints the link that brings people into a talk through a campaign
    Link {
        /// The campaign, as in dialogs/campaigns.yaml; without one, the link without a campaign
        campaign: Option<String>,
    },
    /// Tries the database and every platform that is set up; exit 0 all well, 1 something to mend
    Doctor {
        /// Prints JSON
        #[arg(long)]
        json: bool,
    },
    /// Shows how a sentence is understood
    Understand(understand::UnderstandArguments),
    /// Measures how well sentences are understood: labelled lines, or the house's own phrases
    Evaluate(evaluate::EvaluateArguments),
    /// The database: its address, its schema, the private Postgres
    #[command(subcommand)]
    Db(db::DbCommand),
}

/// Runs the program.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let settings = match Settings::load(&arguments.set) {
        Ok(settings) => settings,
        Err(mistakes) => {
            eprintln!("docent: {mistakes}");
            return ExitCode::from(2);
        }
    };
    let command = arguments.command.unwrap_or(Command::Serve { no_chat: false });
    if let Err(error) = logs::start(&log_of(&command, &settings)) {
        eprintln!("docent: the log cannot be started: {error}");
        return ExitCode::from(2);
    }
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!(
                "docent: no threads to run on: {error}; raise what this account may have (`ulimit -u`)"
            );
            return ExitCode::from(2);
        }
    };
    let done = runtime.block_on(run(command, &settings));
    // A line that waits at the prompt must not hold up the end.
    runtime.shutdown_background();
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("docent: {error:#}");
            ExitCode::from(2)
        }
    }
}

async fn run(command: Command, settings: &Settings) -> anyhow::Result<ExitCode> {
    match command {
        Command::Serve { no_chat } => serve::run(settings, !no_chat).await,
        Command::Chat(arguments) => chat::run(settings, &arguments).await,
        Command::Check(arguments) => check::run(settings, &arguments),
        Command::Test { files, verbose } => test::run(settings, &files, verbose),
        Command::Leads(arguments) => leads::run(settings, &arguments).await,
        Command::Reps(arguments) => reps::run(settings, &arguments).await,
        Command::Report(arguments) => report::run(settings, &arguments).await,
        Command::Outbox(arguments) => outbox::run(settings, &arguments).await,
        Command::Link { campaign } => link::run(settings, campaign.as_deref()).await,
        Command::Doctor { json } => doctor::run(settings, json).await,
        Command::Understand(arguments) => understand::run(settings, &arguments),
        Command::Evaluate(arguments) => evaluate::run(settings, &arguments),
        Command::Db(command) => db::run(settings, &command).await,
    }
}

/// Where a person reads the talk, only warnings may come between, unless they asked for more.
fn log_of(command: &Command, settings: &Settings) -> crate::config::Log {
    use std::io::IsTerminal as _;
    let talks = match command {
        Command::Serve { no_chat } => !no_chat && std::io::stdin().is_terminal(),
        Command::Db(_) => false,
        _ => true,
    };
    if talks { settings.log.quieter() } else { settings.log.clone() }
}
