//! `docent reps`: the people of the house who take talks over.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;
use clap::{Args, Subcommand};

use crate::app::roster;
use crate::config::Settings;
use crate::domain::desk::Rep;
use crate::domain::ids::{Channel, RepId};

use super::house;

mod hours;
pub(super) mod import;

use hours::HoursArguments;

#[derive(Args)]
pub(super) struct RepsArguments {
    #[command(subcommand)]
    command: Option<RepsCommand>,
}

#[derive(Subcommand)]
enum RepsCommand {
    /// Puts somebody on the list, or changes what is known of them
    Add {
        /// Their name, as colleagues and visitors read it
        name: String,
        /// Their number on Telegram
        #[arg(
            long,
            value_name = "ID",
            conflicts_with = "discord",
            required_unless_present = "discord"
        )]
        telegram: Option<u64>,
        /// Their number on Discord
        #[arg(long, value_name = "ID")]
        discord: Option<u64>,
        /// The word for them in reports; the name in small letters when it is left out
        #[arg(long)]
        id: Option<String>,
        /// Whom they work with
        #[arg(long, default_value = "sales")]
        team: String,
        /// They lead the team: they may give back what others hold
        #[arg(long)]
        leads: bool,
        /// What they speak, as in en,de
        #[arg(long, value_delimiter = ',')]
        languages: Vec<String>,
    },
    /// Sets when somebody is there: only then they are asked to take talks
    Hours(HoursArguments),
    /// Takes over the list of a TOML file; who is not in it stays
    Import {
        /// The file, as docs/desk.md has it
        file: PathBuf,
    },
    /// Takes somebody off the list
    Remove {
        /// The word for them
        id: String,
    },
}

pub(super) async fn run(
    settings: &Settings,
    arguments: &RepsArguments,
) -> anyhow::Result<ExitCode> {
    // What can be wrong with the words comes before the database.
    let added = match &arguments.command {
        Some(RepsCommand::Add { name, telegram, discord, id, team, leads, languages }) => {
            let (channel, user) = match (telegram, discord) {
                (Some(user), _) => (Channel::Telegram, user),
                (None, Some(user)) => (Channel::Discord, user),
                (None, None) => bail!("say where they are: --telegram ID or --discord ID"),
            };
            Some(Rep {
                id: good(roster::id_of(id.as_deref().unwrap_or(name)))?,
                name: good(roster::named(name))?,
                channel,
                user: user.to_string(),
                team: team.clone(),
                leads: *leads,
                languages: languages.iter().map(|tag| tag.trim().into()).collect(),
            })
        }
        _ => None,
    };
    let db = house::reach(settings).await?.db;
    let now = house::clock().now();
    let code = match (&arguments.command, added) {
        (_, Some(rep)) => {
            db.put_rep(&rep, now).await?;
            println!("{} is on the list as {:?}", rep.name, rep.id.as_str());
            ExitCode::SUCCESS
        }
        (Some(RepsCommand::Remove { id }), _) => {
            let rep = RepId::from(id.as_str());
            let known = db.remove_rep(&rep, now).await?;
            let held = db.list_held(&rep).await?.len();
            match (known, held) {
                (false, _) => {
                    eprintln!("docent: nobody is on the list as {id:?}; `docent reps` shows who is")
                }
                (true, 0) => println!("{id} is off the list"),
                (true, held) => {
                    println!("{id} is off the list; the running bot takes back {held} talks")
                }
            }
            ExitCode::from(u8::from(!known))
        }
        (Some(RepsCommand::Import { file }), _) => import::import(&db, file, now).await?,
        (Some(RepsCommand::Hours(arguments)), _) => hours::set(&db, arguments, now).await?,
        _ => {
            let reps = db.list_reps().await?;
            if reps.is_empty() {
                println!(
                    "Nobody is on the list; `docent reps add NAME --telegram ID` puts somebody on it."
                );
            }
            for rep in &reps {
                let held = db.list_held(&rep.id).await?.len();
                let leads = if rep.leads { ", leads" } else { "" };
                let languages: Vec<&str> = rep.languages.iter().map(|tag| tag.as_str()).collect();
                let there = hours::told(&db, &rep.id, now).await?;
                println!(
                    "{:<12}  {:<20}  {:<8}  {:<20}  {}{leads}  {held} talks  {}{there}",
                    rep.id.as_str(),
                    rep.name,
                    rep.channel.as_str(),
                    rep.user,
                    rep.team,
                    languages.join(","),
                );
            }
            ExitCode::SUCCESS
        }
    };
    db.close().await;
    Ok(code)
}

/// A value, or what is wrong with it and the mend as an error.
fn good<T>(value: Result<T, (String, String)>) -> anyhow::Result<T> {
    value.map_err(|(problem, mend)| anyhow::anyhow!("{problem}; {mend}"))
}
