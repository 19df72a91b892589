//! `docent db`: the database's address, its schema, the private Postgres.

use std::process::ExitCode;

use clap::Subcommand;

use crate::config::Settings;
use crate::postgres;

use super::house;

#[derive(Subcommand)]
pub(super) enum DbCommand {
    /// Prints the address, for psql "$(docent db url)"
    Url,
    /// Brings the schema up to date
    Migrate,
    /// Stops the private Postgres
    Stop,
}

pub(super) async fn run(settings: &Settings, command: &DbCommand) -> anyhow::Result<ExitCode> {
    match command {
        DbCommand::Url => {
            let (url, _) = house::address(settings).await?;
            println!("{url}");
        }
        DbCommand::Migrate => {
            let reached = house::reach(settings).await?;
            reached.db.close().await;
            println!("the schema is up to date");
        }
        DbCommand::Stop => {
            if settings.database.url.is_some() {
                println!(
                    "the database is not ours to stop: its address comes from {}",
                    settings.database.url_source
                );
                return Ok(ExitCode::from(1));
            }
            let stopped = postgres::stop(&house::private(settings)).await?;
            println!("{}", if stopped { "stopped" } else { "it was not running" });
        }
    }
    Ok(ExitCode::SUCCESS)
}
