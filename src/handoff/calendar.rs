//! When a rep is there: their own hours, on their own clock, or else those of the house.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::worktime::Hours;

/// The week's days as they are written, from Monday.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The hours of one rep.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// Whose clock it is, an IANA zone; the house's without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// By weekday from Monday, in order; the house's without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub week: Option<[Vec<(NaiveTime, NaiveTime)>; 7]>,
    /// Days when they are not there; those of the house hold for them, too, unless they keep hours of
    /// their own in a zone of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<NaiveDate>,
}

/// Whether somebody is there at a moment.
#[must_use]
pub fn is_on_duty(
    calendar: Option<&Calendar>,
    away_until: Option<DateTime<Utc>>,
    house: &Hours<'_>,
    now: DateTime<Utc>,
) -> bool {
    if away_until.is_some_and(|until| now < until) {
        return false;
    }
    let Some(calendar) = calendar else { return house.is_open(now) };
    let zone = calendar.zone.as_ref().and_then(|name| name.parse::<Tz>().ok());
    let mut holidays = calendar.holidays.clone();
    if zone.is_none_or(|zone| zone == house.zone) {
        holidays.extend(house.holidays);
    }
    let week = calendar.week.as_ref().unwrap_or(house.week);
    let zone = zone.unwrap_or(house.zone);
    Hours { zone, week, holidays: &holidays }.is_open(now)
}

/// Reads `mon-fri 09:00-12:30 13:30-18:00, sat 09:00-12:00`.
///
/// # Errors
/// What is wrong, and how it is written right.
pub fn read_week(text: &str) -> Result<[Vec<(NaiveTime, NaiveTime)>; 7], String> {
    let mut week: [Vec<(NaiveTime, NaiveTime)>; 7] = Default::default();
    for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let mut words = part.split_whitespace();
        let days = words.next().unwrap_or_default();
        let day = |word: &str| DAYS.iter().position(|name| name.eq_ignore_ascii_case(word));
        let range = match days.split_once('-') {
            None => day(days).map(|day| day..=day),
            Some((from, to)) => day(from).zip(day(to)).map(|(from, to)| from..=to),
        };
        let range = range.filter(|range| !range.is_empty()).ok_or_else(|| {
            format!(
                "`{days}` is no day and no range of days; days are mon tue wed thu fri sat sun, a \
                 range is mon-fri"
            )
        })?;
        let spans: Vec<&str> = words.collect();
        if spans.is_empty() {
            return Err(format!(
                "`{part}` has no hours; write as in mon-fri 09:00-12:30 13:30-18:00"
            ));
        }
        for text in spans {
            let span = read_span(text).ok_or_else(|| {
                format!("`{text}` are no hours; write from-to, as in 09:00-12:30")
            })?;
            for at in range.clone() {
                if week[at].iter().any(|(from, to)| span.0 < *to && *from < span.1) {
                    return Err(format!("the hours of {} overlap at {text}", DAYS[at]));
                }
                week[at].push(span);
            }
        }
    }
    if week.iter().all(Vec::is_empty) {
        return Err("there are no hours in it; write as in mon-fri 09:00-18:00".to_owned());
    }
    week.iter_mut().for_each(|day| day.sort_unstable());
    Ok(week)
}

fn read_span(text: &str) -> Option<(NaiveTime, NaiveTime)> {
    let (from, to) = text.split_once('-')?;
    let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").ok();
    let span = (time(from)?, time(to)?);
    (span.0 < span.1).then_some(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_read_with_split_shifts() {
        let week = read_week("mon-fri 13:30-18:00 09:00-12:30, sat 09:00-12:00").expect("a week");
        let told: Vec<usize> = week.iter().map(Vec::len).collect();
        assert_eq!(told, [2, 2, 2, 2, 2, 1, 0]);
        assert_eq!(week[0][0].0.to_string(), "09:00:00");
    }

    #[test]
    fn what_is_no_week_is_told() {
        let check = |text: &str, told: &str| {
            let fault = read_week(text).expect_err(text);
            assert!(fault.contains(told), "{text:?}: {fault}");
        };
        check("", "no hours in it");
        check("mon", "has no hours");
        check("monday 09:00-12:00", "no day");
        check("fri-mon 09:00-12:00", "no day and no range");
        check("mon 18:00-09:00", "are no hours");
        check("mon 9-12", "are no hours");
        check("mon 09:00-12:00 11:00-13:00", "overlap");
    }

    #[test]
    fn whoever_is_away_or_sleeps_is_not_on_duty() {
        let week = read_week("mon-sun 00:00-23:59").expect("a week");
        let house = Hours { zone: Tz::Europe__Vienna, week: &week, holidays: &[] };
        let calendar = |zone: Option<&str>, week: Option<&str>| Calendar {
            zone: zone.map(str::to_owned),
            week: week.map(|week| read_week(week).expect(week)),
            holidays: Vec::new(),
        };
        // A Tuesday, 15:00 in Vienna and 09:00 in New York.
        let now: DateTime<Utc> = "2026-03-03T14:00:00Z".parse().expect("a time");
        let on = |calendar: &Calendar, away| is_on_duty(Some(calendar), away, &house, now);
        let york = calendar(Some("America/New_York"), Some("mon-fri 09:30-17:00"));
        assert!(!on(&york, None), "not up yet");
        let early = calendar(Some("America/New_York"), Some("mon-fri 08:30-17:00"));
        assert!(on(&early, None));
        assert!(!on(&early, Some(now + chrono::Duration::hours(1))), "away");
        assert!(on(&early, Some(now)), "back");
        let split = calendar(None, Some("mon-fri 09:00-12:00 16:00-18:00"));
        assert!(!on(&split, None), "between the shifts");
        let off = Calendar { holidays: vec![now.date_naive()], ..early };
        assert!(!on(&off, None), "a holiday of theirs");
    }
}
