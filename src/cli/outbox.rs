//! `docent outbox`: what did not reach anybody, and sending it again.

use std::process::ExitCode;

use anyhow::{Context as _, bail};
use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use serde::Serialize;

use crate::config::Settings;
use crate::domain::contact::ContactId;
use crate::store::outbox::OutboxId;
use crate::store::outbox::letters::{Letter, Standing};

use super::house;

/// The most messages listed at once.
const LISTED: i64 = 500;

#[derive(Args)]
pub(super) struct OutboxArguments {
    #[command(subcommand)]
    command: Option<OutboxCommand>,
    /// Also what still waits to be sent
    #[arg(long, global = true)]
    all: bool,
    /// Prints JSON
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Subcommand)]
enum OutboxCommand {
    /// Sends a message again that was given up
    Again {
        /// The message as it is listed, CONTACT/TURN/ORDINAL; or `failed` for all that were refused
        message: String,
    },
}

/// A message as it is listed.
#[derive(Serialize)]
struct LetterLine {
    message: String,
    channel: &'static str,
    to: &'static str,
    status: &'static str,
    attempts: i16,
    due_at: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended_at: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

pub(super) async fn run(
    settings: &Settings,
    arguments: &OutboxArguments,
) -> anyhow::Result<ExitCode> {
    let db = house::reach(settings).await?.db;
    let code = match &arguments.command {
        None => {
            let letters = db.list_letters(arguments.all, LISTED).await?;
            let lines: Vec<LetterLine> = letters.iter().map(line_of).collect();
            if arguments.json {
                println!("{}", serde_json::to_string_pretty(&lines)?);
            } else {
                print(&lines, arguments.all);
                let counts = db.count_outbox().await?;
                println!("{} wait, {} are on their way", counts.ready, counts.claimed);
            }
            ExitCode::SUCCESS
        }
        Some(OutboxCommand::Again { message }) => {
            let now = house::clock().now();
            let chosen: Vec<OutboxId> = if message == "failed" {
                let letters = db.list_letters(false, i64::from(i32::MAX)).await?;
                letters.iter().filter(|l| l.standing == Standing::Failed).map(|l| l.id).collect()
            } else {
                vec![parse(message)?]
            };
            let mut revived = 0;
            for id in &chosen {
                revived += usize::from(db.revive_letter(id, now).await?);
            }
            println!("{revived} of {} will be sent again", chosen.len());
            ExitCode::from(u8::from(revived < chosen.len()))
        }
    };
    db.close().await;
    Ok(code)
}

fn print(lines: &[LetterLine], all: bool) {
    if lines.is_empty() {
        let hint = if all { "" } else { " (`--all` shows what waits, too)" };
        println!("Everything reached its reader{hint}.");
        return;
    }
    for line in lines {
        let at = line.ended_at.unwrap_or(line.due_at).format("%Y-%m-%d %H:%M");
        println!(
            "{at}  {:<11}  {:<8}  {:<8}  {} tries  {}\n{:18}{}",
            line.status,
            line.channel,
            line.to,
            line.attempts,
            line.message,
            "",
            line.reason.as_deref().unwrap_or("no trouble yet"),
        );
    }
}

fn line_of(letter: &Letter) -> LetterLine {
    let OutboxId { contact, turn, ordinal } = letter.id;
    LetterLine {
        message: format!("{contact}/{turn}/{ordinal}"),
        channel: letter.channel.as_str(),
        to: letter.lane.as_str(),
        status: match letter.standing {
            Standing::Ready => "waits",
            Standing::Claimed => "on its way",
            Standing::Failed => "refused",
            Standing::Unreachable => "unreachable",
        },
        attempts: letter.attempts,
        due_at: letter.due_at,
        ended_at: letter.done_at,
        reason: letter.last_error.clone(),
    }
}

fn parse(message: &str) -> anyhow::Result<OutboxId> {
    let parts: Vec<&str> = message.split('/').collect();
    let [contact, turn, ordinal] = parts.as_slice() else {
        bail!("{message:?} is no message: write it as it is listed, CONTACT/TURN/ORDINAL");
    };
    let id = || -> Option<OutboxId> {
        Some(OutboxId {
            contact: ContactId(contact.parse().ok()?),
            turn: turn.parse().ok()?,
            ordinal: ordinal.parse().ok()?,
        })
    };
    id().with_context(|| format!("{message:?} is no message: write it as `docent outbox` lists it"))
}
