//! What time it is where somebody is, so that nobody is called at night.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::domain::conversation::State;

/// Countries and their clocks.
const ZONES: &str = include_str!("zones.tab");

/// The time of day there, as `14:05`; none where the country is not known, has several clocks, or shows
/// the same time as the house.
pub(super) fn there(state: &State, house: Tz, now: DateTime<Utc>) -> Option<String> {
    let here = now.with_timezone(&house).format("%H:%M").to_string();
    known(state, now).filter(|there| *there != here)
}

/// The time of day there, also where the house's clock shows the same.
pub(crate) fn known(state: &State, now: DateTime<Utc>) -> Option<String> {
    let zone = zone_of(state.country.as_deref()?)?;
    Some(now.with_timezone(&zone).format("%H:%M").to_string())
}

/// The clock of a country (ISO 3166 alpha-2).
fn zone_of(country: &str) -> Option<Tz> {
    let mut lines = ZONES.lines().filter(|line| !line.starts_with('#'));
    lines.find_map(|line| line.split_once(' ').filter(|(code, _)| *code == country)?.1.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_there_is_told_where_it_differs() {
        let now: DateTime<Utc> = "2026-03-04T09:05:00Z".parse().expect("a time");
        let check = |country: &str, expected: Option<&str>| {
            let state = State { country: Some(country.to_owned()), ..State::default() };
            assert_eq!(there(&state, Tz::Europe__Vienna, now).as_deref(), expected, "{country}");
        };
        check("GB", Some("09:05"));
        check("AE", Some("13:05"));
        check("PL", None);
        check("US", None);
        check("??", None);
        assert_eq!(there(&State::default(), Tz::Europe__Vienna, now), None);
    }

    #[test]
    fn each_clock_exists() {
        for line in ZONES.lines().filter(|line| !line.starts_with('#')) {
            let (code, zone) = line.split_once(' ').expect("two words");
            assert_eq!(zone_of(code).map(|zone| zone.to_string()).as_deref(), Some(zone));
        }
    }
}
