//! `docent reps hours`: when somebody is there.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::bail;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use clap::Args;

use crate::domain::ids::RepId;
use crate::handoff::calendar::{Calendar, read_week};
use crate::store::Db;
use crate::store::turns::Json;

#[derive(Args)]
pub(super) struct HoursArguments {
    /// The word for them
    id: String,
    /// Their hours, as in "mon-fri 09:00-12:30 13:30-18:00, sat 09:00-12:00"; those of the house
    /// when it is left out
    hours: Option<String>,
    /// Their clock, as in Europe/Vienna; that of the house when it is left out
    #[arg(long)]
    zone: Option<String>,
    /// Days when they are not there, as in 2026-12-24,2026-12-31
    #[arg(long, value_delimiter = ',', value_name = "DAYS")]
    holidays: Vec<NaiveDate>,
    /// The first day on which they are back; left out, they are not away
    #[arg(long, value_name = "DAY")]
    away_until: Option<NaiveDate>,
}

/// Sets all of it anew.
pub(super) async fn set(
    db: &Db,
    arguments: &HoursArguments,
    now: DateTime<Utc>,
) -> anyhow::Result<ExitCode> {
    let zone = match &arguments.zone {
        None => None,
        Some(name) => match name.parse::<Tz>() {
            Ok(zone) => Some(zone),
            Err(_) => bail!("{name:?} is no time zone; write one as in Europe/Vienna"),
        },
    };
    let week = match arguments.hours.as_deref().map(read_week).transpose() {
        Ok(week) => week,
        Err(fault) => bail!("{fault}"),
    };
    let calendar = Calendar {
        zone: zone.map(|zone| zone.name().to_owned()),
        week,
        holidays: arguments.holidays.clone(),
    };
    let away_until = arguments.away_until.and_then(|day| {
        let midnight = day.and_time(NaiveTime::MIN);
        Some(zone.unwrap_or(Tz::UTC).from_local_datetime(&midnight).earliest()?.to_utc())
    });
    let json = match calendar == Calendar::default() {
        true => None,
        false => Some(Json::of(&calendar)?),
    };
    let id = RepId::from(arguments.id.as_str());
    if !db.set_calendar(&id, json.as_ref(), away_until, now).await? {
        eprintln!("docent: nobody is on the list as {:?}; `docent reps` shows who is", id.as_str());
        return Ok(ExitCode::from(1));
    }
    let there = told(db, &id, now).await?;
    let there = if there.is_empty() { "  the hours of the house".to_owned() } else { there };
    println!("{}:{there}", id.as_str());
    Ok(ExitCode::SUCCESS)
}

/// When somebody is there, as it is listed; nothing for the hours of the house.
pub(super) async fn told(db: &Db, rep: &RepId, now: DateTime<Utc>) -> anyhow::Result<String> {
    let Some((json, away_until)) = db.find_calendar(rep).await? else { return Ok(String::new()) };
    let calendar = json.map(|json| json.read::<Calendar>("calendar of a rep")).transpose()?;
    let mut told = String::new();
    if let Some(calendar) = calendar {
        for (day, spans) in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
            .iter()
            .zip(calendar.week.iter().flatten())
            .filter(|(_, spans)| !spans.is_empty())
        {
            let _infallible = write!(told, "  {day}");
            for (from, to) in spans {
                let (from, to) = (from.format("%H:%M"), to.format("%H:%M"));
                let _infallible = write!(told, " {from}-{to}");
            }
        }
        if let Some(zone) = calendar.zone {
            let _infallible = write!(told, "  {zone}");
        }
        for day in calendar.holidays {
            let _infallible = write!(told, "  not {day}");
        }
    }
    if let Some(until) = away_until.filter(|until| now < *until) {
        let _infallible = write!(told, "  away until {}", until.format("%Y-%m-%d %H:%M UTC"));
    }
    Ok(told)
}
