//! `docent report`: how fast people were answered, and what came of the talks that reps had.

use std::fmt::Write as _;
use std::process::ExitCode;

use chrono::Duration;
use clap::{Args, Subcommand, ValueEnum};

use crate::app::publish;
use crate::app::report::{self, Grouping, Speed, Spread, Yield};
use crate::config::Settings;

use super::house;
use super::models::ModelFiles;

#[derive(Args)]
pub(super) struct ReportArguments {
    #[command(subcommand)]
    command: ReportCommand,
    /// Looks so many days back
    #[arg(long, global = true, default_value_t = 30, value_parser = clap::value_parser!(u16).range(1..=3650))]
    days: u16,
    /// Prints JSON; durations are whole seconds
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Subcommand)]
enum ReportCommand {
    /// From the alert until somebody takes the talk, and from there to the first words
    Speed {
        /// One line for each
        #[arg(long)]
        by: Option<By>,
    },
    /// What came of the talks, by what brought the visitor, script and reason
    Handoffs,
}

#[derive(Clone, Copy, ValueEnum)]
enum By {
    Team,
    Rep,
    Hour,
    Channel,
}

pub(super) async fn run(
    settings: &Settings,
    arguments: &ReportArguments,
) -> anyhow::Result<ExitCode> {
    let reached = house::reach(settings).await?;
    let db = &reached.db;
    let now = house::clock().now();
    let since = now - Duration::days(i64::from(arguments.days));
    let told = match &arguments.command {
        ReportCommand::Speed { by } => {
            let models = ModelFiles::of(settings);
            let edition = publish::active(db, &models, now.date_naive()).await?;
            let zone = edition.map_or(chrono_tz::UTC, |(edition, _)| edition.script.bot.time_zone);
            let by = match by {
                None => Grouping::Whole,
                Some(By::Team) => Grouping::Team,
                Some(By::Rep) => Grouping::Rep,
                Some(By::Hour) => Grouping::Hour,
                Some(By::Channel) => Grouping::Channel,
            };
            let lines = report::speed(&db.list_alerts(since).await?, by, zone);
            match arguments.json {
                true => serde_json::to_string_pretty(&lines)? + "\n",
                false => of_speed(&lines, arguments.days),
            }
        }
        ReportCommand::Handoffs => {
            let models = ModelFiles::of(settings);
            let edition = publish::active(db, &models, now.date_naive()).await?;
            let currency = edition.map(|(edition, _)| edition.script.bot.currency.clone());
            let endings = db.count_endings(since).await?;
            let lines = report::handoffs(&endings, currency.as_deref());
            match arguments.json {
                true => serde_json::to_string_pretty(&lines)? + "\n",
                false => of_handoffs(&lines, arguments.days),
            }
        }
    };
    print!("{told}");
    db.close().await;
    Ok(ExitCode::SUCCESS)
}

fn of_speed(lines: &[Speed], days: u16) -> String {
    if lines.is_empty() {
        return format!("No rep was alerted in the last {days} days.\n");
    }
    let mut told = format!(
        "{:<12}  {:>6}  {:>9}  {:>9}  {:>9}  {:>9}  {:>14}\n",
        "", "alerts", "claim p50", "claim p95", "words p50", "words p95", "never answered"
    );
    for line in lines {
        let of = |spread: &Option<Spread>, which: fn(&Spread) -> i64| {
            spread.as_ref().map_or_else(|| "-".to_owned(), |spread| lasting(which(spread)))
        };
        let _infallible = writeln!(
            told,
            "{:<12}  {:>6}  {:>9}  {:>9}  {:>9}  {:>9}  {:>14}",
            line.group,
            line.alerts,
            of(&line.to_claim, |s| s.median),
            of(&line.to_claim, |s| s.p95),
            of(&line.to_words, |s| s.median),
            of(&line.to_words, |s| s.p95),
            line.never_answered
        );
    }
    told
}

fn of_handoffs(lines: &[Yield], days: u16) -> String {
    if lines.is_empty() {
        return format!("Reps had no talks in the last {days} days.\n");
    }
    let mut told = format!(
        "{:<20}  {:<12}  {:>6}  {:>4}  {:<20}  {:>4}  not for us\n",
        "source", "script", "alerts", "won", "for", "lost"
    );
    for line in lines {
        let reasons: Vec<String> =
            line.not_for_us.iter().map(|(reason, count)| format!("{reason} {count}")).collect();
        let amounts: Vec<String> =
            line.amounts.iter().map(|(code, sum)| format!("{} {code}", sum.normalize())).collect();
        let _infallible = writeln!(
            told,
            "{:<20}  {:<12}  {:>6}  {:>4}  {:<20}  {:>4}  {}",
            line.source.as_deref().unwrap_or("-"),
            line.script.as_deref().unwrap_or("-"),
            line.alerts,
            line.won,
            if amounts.is_empty() { "-".to_owned() } else { amounts.join(", ") },
            line.lost,
            if reasons.is_empty() { "-".to_owned() } else { reasons.join(", ") }
        );
    }
    told
}

/// `45s`, `3m20s`, `2h05m`, `4d03h`.
fn lasting(seconds: i64) -> String {
    let (minutes, hours, days) = (seconds / 60, seconds / 3_600, seconds / 86_400);
    match (days, hours, minutes) {
        (0, 0, 0) => format!("{seconds}s"),
        (0, 0, _) => format!("{minutes}m{:02}s", seconds % 60),
        (0, _, _) => format!("{hours}h{:02}m", minutes % 60),
        _ => format!("{days}d{:02}h", hours % 24),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_say_them() {
        let told = [0, 59, 200, 7_500, 356_400].map(lasting);
        assert_eq!(told, ["0s", "59s", "3m20s", "2h05m", "4d03h"]);
    }
}
