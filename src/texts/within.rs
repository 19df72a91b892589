//! Days and times within a sentence: "we call you on Friday", "el viernes", "w piątek".
//!
//! [`super::format`] writes them as they stand by themselves; here they get what a sentence needs around
//! them: a preposition, in Polish a case, too. Languages that are not known here go without.

use chrono::{Datelike, NaiveDate};

use super::format::Formats;
use super::units::Language;
use crate::domain::value::Moment;

/// What ends the name of a variable whose day stands within a sentence: `$callback_time-on`.
pub(super) const WITHIN: &str = "-on";

impl Formats {
    /// A moment with its preposition.
    pub(super) fn moment_within(&self, moment: &Moment, today: Option<NaiveDate>) -> String {
        let alone = || self.moment(moment, today);
        if moment.from == moment.to {
            return match self.language() {
                Language::English => format!("on {}", alone()),
                Language::German => format!("am {}", alone()),
                Language::Spanish => format!("el {}", alone()),
                Language::Polish => {
                    let day = self.moment(&Moment { time: None, ..*moment }, today);
                    let day = in_polish(&day, moment.from);
                    let time = moment.time.map(|at| format!(" o {}", self.time_of_day(at)));
                    day + &time.unwrap_or_default()
                }
                Language::Other => alone(),
            };
        }
        let Some((from, to)) = self.ends(moment, today) else {
            return match self.language() {
                Language::English => format!("in {}", alone()),
                Language::German if moment.from.month() == moment.to.month() => {
                    format!("im {}", alone())
                }
                Language::Spanish => format!("en {}", alone()),
                Language::Polish => format!("w terminie: {}", alone()),
                Language::German | Language::Other => alone(),
            };
        };
        let time = moment.time.map(|at| format!(", {}", self.time_of_day(at)));
        let span = match self.language() {
            Language::English => format!("between {from} and {to}"),
            Language::German => format!("zwischen {from} und {to}"),
            Language::Spanish => format!("entre el {from} y el {to}"),
            Language::Polish => format!("między {from} a {to}"),
            Language::Other => return alone(),
        };
        span + &time.unwrap_or_default()
    }
}

/// "środa, 4 marca" after its preposition: "w środę, 4 marca".
fn in_polish(day: &str, date: NaiveDate) -> String {
    const DAYS: [&str; 7] = [
        "w poniedziałek",
        "we wtorek",
        "w środę",
        "w czwartek",
        "w piątek",
        "w sobotę",
        "w niedzielę",
    ];
    let name = DAYS.get(date.weekday().num_days_from_monday() as usize);
    match (name, day.split_once(',')) {
        (Some(name), Some((_, rest))) => format!("{name},{rest}"),
        _ => day.to_owned(),
    }
}
