//! `docent leads`: who they are, how hot, and why.

use std::fmt::Write as _;
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};

use crate::app::edition::Edition;
use crate::app::leads::{LeadLine, LeadPage, list, page};
use crate::app::publish;
use crate::config::Settings;
use crate::store::Db;
use crate::store::forget::Trace;
use crate::store::leads::LeadFilter;

use super::house;
use super::models::ModelFiles;

#[derive(Args)]
pub(super) struct LeadsArguments {
    #[command(subcommand)]
    command: Option<LeadsCommand>,
    /// Also bare visitors
    #[arg(long, global = true)]
    all: bool,
    /// Prints JSON
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Subcommand)]
enum LeadsCommand {
    /// Shows one lead: each event that made the score, what is known, what is not, the transcript
    Show {
        /// The beginning of the id, or a name
        id: String,
    },
    /// Erases a person everywhere; a keyed hash keeps us from writing to them first
    Forget {
        /// The beginning of the id, or a name
        id: String,
        /// Asks nothing
        #[arg(long)]
        yes: bool,
    },
}

pub(super) async fn run(
    settings: &Settings,
    arguments: &LeadsArguments,
) -> anyhow::Result<ExitCode> {
    let reached = house::reach(settings).await?;
    let db = &reached.db;
    let now = house::clock().now();
    let models = ModelFiles::of(settings);
    let edition = publish::active(db, &models, now.date_naive()).await?.map(|(edition, _)| edition);
    let code = match &arguments.command {
        None => {
            let filter = if arguments.all { LeadFilter::All } else { LeadFilter::Engaged };
            let lines = list(db, edition.as_deref(), &filter, now).await?;
            if arguments.json {
                println!("{}", serde_json::to_string_pretty(&lines)?);
            } else {
                print!("{}", table(&lines, now, arguments.all));
            }
            ExitCode::SUCCESS
        }
        Some(LeadsCommand::Show { id }) => match one(db, id, now).await? {
            Some(line) => show(db, edition.as_deref(), &line, now, arguments.json).await?,
            None => ExitCode::from(1),
        },
        Some(LeadsCommand::Forget { id, yes }) => match one(db, id, now).await? {
            Some(line) => forget(db, &line, *yes).await?,
            None => ExitCode::from(1),
        },
    };
    db.close().await;
    Ok(code)
}

/// The one lead that is meant; says so when there is none, or more than one.
async fn one(db: &Db, id: &str, now: DateTime<Utc>) -> anyhow::Result<Option<LeadLine>> {
    let mut lines = list(db, None, &LeadFilter::Named(id.to_owned()), now).await?;
    if lines.len() > 1 {
        let exact = lines.iter().position(|line| {
            line.id == id || line.name.as_deref().is_some_and(|name| name.eq_ignore_ascii_case(id))
        });
        let exacts = lines
            .iter()
            .filter(|line| line.name.as_deref().is_some_and(|n| n.eq_ignore_ascii_case(id)))
            .count();
        if let (Some(at), 0..=1) = (exact, exacts) {
            return Ok(Some(lines.swap_remove(at)));
        }
        eprintln!("docent: {} leads are meant by {id:?}; give more of the id:", lines.len());
        eprint!("{}", table(&lines, now, true));
        return Ok(None);
    }
    let found = lines.pop();
    if found.is_none() {
        eprintln!(
            "docent: no lead has an id or a name that starts with {id:?}; `docent leads --all` lists everybody"
        );
    }
    Ok(found)
}

async fn show(
    db: &Db,
    edition: Option<&Edition>,
    line: &LeadLine,
    now: DateTime<Utc>,
    json: bool,
) -> anyhow::Result<ExitCode> {
    let contact = crate::domain::contact::ContactId(line.id.parse()?);
    let Some(detail) = db.find_lead(contact).await? else {
        eprintln!("docent: the lead was erased just now");
        return Ok(ExitCode::from(1));
    };
    let page = page(edition, &detail, now);
    if json {
        println!("{}", serde_json::to_string_pretty(&page)?);
    } else {
        print!("{}", sheet(&page));
    }
    Ok(ExitCode::SUCCESS)
}

async fn forget(db: &Db, line: &LeadLine, yes: bool) -> anyhow::Result<ExitCode> {
    use std::io::IsTerminal as _;
    let name = line.name.as_deref().unwrap_or("somebody without a name");
    if !yes && std::io::stdin().is_terminal() {
        println!("Erase {name} ({}) everywhere? It cannot be brought back. Type yes:", line.id);
        let mut answer = String::new();
        std::io::stdin().read_line(&mut answer)?;
        if answer.trim() != "yes" {
            println!("nothing was erased");
            return Ok(ExitCode::from(1));
        }
    }
    let contact = crate::domain::contact::ContactId(line.id.parse()?);
    let traces = db.list_traces(contact).await?;
    let erased = db.forget_contact(contact).await?;
    println!("{}", if erased { "erased" } else { "they were gone already" });
    if erased && !traces.is_empty() {
        println!("What reps were shown of them is in the hands of the platform; delete it there:");
        for Trace { channel, chat, message } in traces {
            let chat =
                chat.map_or_else(|| "the reps' chat".to_owned(), |chat| format!("chat {chat}"));
            println!("  {}, {chat}, message {message}", channel.as_str());
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn table(lines: &[LeadLine], now: DateTime<Utc>, all: bool) -> String {
    if lines.is_empty() {
        let hint = if all { "" } else { " (`--all` shows bare visitors too)" };
        return format!("No leads yet{hint}.\n");
    }
    let rows: Vec<[String; 9]> = lines
        .iter()
        .map(|line| {
            [
                line.id.chars().take(8).collect(),
                line.name.clone().unwrap_or_else(|| "-".to_owned()),
                if line.unreachable {
                    format!("{} (gone)", line.channel)
                } else {
                    line.channel.to_owned()
                },
                line.locale.clone().unwrap_or_default(),
                line.heat.to_owned(),
                line.stage.to_owned(),
                format!("{} / {}", line.fit, line.interest),
                line.last_at.map_or_else(|| "-".to_owned(), |at| ago(now, at)),
                line.source.clone().unwrap_or_else(|| "-".to_owned()),
            ]
        })
        .collect();
    let head =
        ["id", "name", "channel", "lang", "heat", "stage", "fit / interest", "heard", "source"];
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.chain([head[column].len()]).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let mut table = String::new();
    let mut line = |cells: &[&str]| {
        let padded: Vec<String> =
            cells.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        table.push_str(padded.join("  ").trim_end());
        table.push('\n');
    };
    line(&head);
    for row in &rows {
        line(&row.each_ref().map(String::as_str));
    }
    table
}

fn ago(now: DateTime<Utc>, at: DateTime<Utc>) -> String {
    let minutes = (now - at).num_minutes();
    match minutes {
        ..=0 => "just now".to_owned(),
        1..=59 => format!("{minutes} min ago"),
        60..=1439 => format!("{} h ago", minutes / 60),
        _ => format!("{} d ago", minutes / 1440),
    }
}

/// One lead on a page.
fn sheet(page: &LeadPage) -> String {
    let line = &page.line;
    let mut out = String::new();
    let mut say = |text: String| {
        // Writing to a string cannot fail.
        let _written = writeln!(out, "{}", text.trim_end());
    };
    say(format!("{}  ({})", line.name.as_deref().unwrap_or("without a name"), line.id));
    say(format!(
        "{} · {} · fit {} · interest {} · {}{} · as of {}",
        line.heat.to_uppercase(),
        line.stage,
        line.fit,
        line.interest,
        line.channel,
        line.locale.as_ref().map(|locale| format!(" in {locale}")).unwrap_or_default(),
        page.as_of.format("%Y-%m-%d %H:%M UTC"),
    ));
    if let Some(source) = &line.source {
        say(format!("came through {source}"));
    }
    if line.unreachable {
        say("cannot be reached there any more: the bot was blocked, or the account is gone"
            .to_owned());
    }
    say("\nWhy".to_owned());
    if page.events.is_empty() {
        say("  nothing worth points yet".to_owned());
    }
    for event in &page.events {
        let points = match event.axis {
            Some(axis) if event.points == event.base => format!("{:+} {axis}", event.points),
            Some(axis) => format!("{:+} {axis} (of {:+})", event.points, event.base),
            None => event.kind.clone(),
        };
        say(format!("  {}  {points:<22} {}", event.at.format("%m-%d %H:%M"), event.reason));
    }
    let sum = |axis: &str| -> i32 {
        page.events.iter().filter(|e| e.axis == Some(axis)).map(|e| e.points).sum()
    };
    say(format!("  {:<12} fit {} · interest {}", "sum", sum("fit"), sum("interest")));
    say("\nKnown".to_owned());
    if page.slots.is_empty() {
        say("  nothing yet".to_owned());
    }
    for slot in &page.slots {
        say(format!("  {:<28} {}", slot.label, slot.text));
    }
    if !page.unknown.is_empty() {
        say("\nNot known".to_owned());
        say(format!("  {}", page.unknown.join(", ")));
    }
    say("\nTranscript".to_owned());
    for line in &page.transcript {
        let mut first = format!("  {} {:<8}", line.at.format("%m-%d %H:%M"), line.who);
        for text in line.text.lines().filter(|text| !text.trim().is_empty()) {
            say(format!("{first} {text}"));
            first = " ".repeat(first.chars().count());
        }
        if line.fate != "said" {
            say(format!("{first} ({})", line.fate.replace('_', " ")));
        }
    }
    out
}
