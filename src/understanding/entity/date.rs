//! Days and periods: written dates, "in 3 weeks", "end of March", "next week".
//!
//! A day without a year is the next one ahead. Start at [`date`].

use chrono::{Datelike, Months, NaiveDate};
use rust_decimal::prelude::ToPrimitive;

use super::day::{Day, Period};
use super::period::{half_of, named, numbered_week, part_of, year};
use super::relative::{ago, coming, from_now, offset};
use super::{Open, Reader, number};
use crate::understanding::vocabulary::{Mark, Role};

/// A day or a period.
pub(super) fn date(reader: &Reader<'_, '_>, today: NaiveDate, at: usize) -> Option<(Day, usize)> {
    let sure = |found: Option<(Period, usize)>| found.map(|(p, to)| (Day::from(p), to));
    let loose = |found: Option<(Period, usize)>| {
        found.map(|(period, to)| (Day { period, other: None, vague: true }, to))
    };
    let start = reader.tags.mark(at, Mark::Day).unwrap_or(at);
    sure(days(reader, today, start))
        .or_else(|| written(reader, today, start, start > at))
        .or_else(|| sure(day_and_month(reader, today, start)))
        .or_else(|| sure(offset(reader, today, at)))
        .or_else(|| from_now(reader, today, at))
        .or_else(|| sure(ago(reader, today, at)))
        .or_else(|| loose(coming(reader, today, at)))
        .or_else(|| part_of(reader, today, at))
        .or_else(|| half_of(reader, today, at))
        .or_else(|| sure(numbered_week(reader, today, at)))
        .or_else(|| named(reader, today, at, false))
        .or_else(|| sure(nth_alone(reader, today, at)))
        .or_else(|| sure(year(reader, at)))
}

/// The day of a month: "14", "14th", "14.", "fourteenth".
fn day_at(reader: &Reader<'_, '_>, at: usize) -> Option<(u32, usize)> {
    let text = reader.text;
    if let Some((n, mut to)) =
        reader.tags.find(at, |r| if let Role::Nth(n) = r { Some(*n) } else { None })
    {
        let mut n = n;
        if text.is_mark(to, "-") {
            to += 1;
        }
        // "Dwudziestego piątego", "twenty-first".
        if matches!(n, 20 | 30)
            && let Some((ones, end)) =
                reader.tags.find(to, |r| if let Role::Nth(k) = r { Some(*k) } else { None })
            && ones < 10
        {
            (n, to) = (n + ones, end);
        }
        return Some((n, to));
    }
    if !text.is_number(at) {
        let number = number::at(text, reader.tags, reader.vocabulary, at)?;
        let mut to = number.to;
        if text.is_mark(to, "-") {
            to += 1;
        }
        if let Some((ones, end)) =
            reader.tags.find(to, |r| if let Role::Nth(k) = r { Some(*k) } else { None })
            && ones < 10
        {
            let n = number.value.to_u32().filter(|n| matches!(n, 20 | 30))?;
            return Some((n + ones, end));
        }
        let spanish = reader.vocabulary.language == "es";
        let n = number.value.to_u32().filter(|n| spanish && (1..=31).contains(n))?;
        return Some((n, number.to));
    }
    let n = text.word(at).parse::<u32>().ok().filter(|n| (1..=31).contains(n))?;
    let suffix = reader.tags.mark(at + 1, Mark::Suffix).filter(|_| text.is_glued(at + 1));
    let stop = (text.is_mark(at + 1, ".") && text.is_glued(at + 1)).then_some(at + 2);
    let hyphen =
        (text.is_mark(at + 1, "-") && reader.tags.is(at + 2, Mark::Suffix)).then_some(at + 3);
    Some((n, suffix.or(stop).or(hyphen).unwrap_or(at + 1)))
}

/// "15 to 19 June", "vom 3. bis 7. Mai", "del 15 al 19 de junio", and from one day and month to
/// another.
fn days(reader: &Reader<'_, '_>, today: NaiveDate, at: usize) -> Option<(Period, usize)> {
    let at = at
        + usize::from(matches!(
            reader.text.word(at),
            "the" | "el" | "del" | "vom" | "from" | "od" | "von"
        ));
    let (first, to, month) = match day_and_month(reader, today, at) {
        Some(((day, _), to)) => (day.day(), to, Some(day)),
        None => {
            let (first, to) = day_at(reader, at)?;
            (first, to, None)
        }
    };
    let next = reader.tags.mark(to, Mark::To).or_else(|| {
        let joins =
            matches!(reader.text.word(to), "al" | "through" | "and" | "und" | "y" | "a" | "i");
        let between = at > 0 && reader.tags.is(at - 1, Mark::Between);
        (joins && (between || reader.text.word(to) == "al" || reader.text.word(to) == "through"))
            .then_some(to + 1)
    })?;
    let next = next + usize::from(matches!(reader.text.word(next), "the" | "el" | "zum"));
    let ((last, _), end) = day_and_month(reader, today, next)?;
    let from = match month {
        Some(day) => day,
        None => last.with_day(first)?,
    };
    (from < last).then_some(((from, last), end))
}

/// "2027-03-14", "14.3.", "14/3/2027".
fn written(
    reader: &Reader<'_, '_>,
    today: NaiveDate,
    at: usize,
    announced: bool,
) -> Option<(Day, usize)> {
    let text = reader.text;
    if !text.is_number(at) {
        return None;
    }
    let word = text.word(at);
    let asked = announced || reader.setting.open == Open::Moment;
    let number = |i: usize| text.word(i).parse::<u32>().ok();
    for mark in ["-", "/"] {
        if text.is_mark(at + 1, mark) && text.is_number(at + 2) && text.is_glued(at + 2) {
            let (a, b) = (number(at)?, number(at + 2)?);
            let third =
                text.is_mark(at + 3, mark) && text.is_number(at + 4) && text.is_glued(at + 4);
            if third && word.len() == 4 {
                let day = NaiveDate::from_ymd_opt(i32::try_from(a).ok()?, b, number(at + 4)?)?;
                return Some((Day::from((day, day)), at + 5));
            }
            if mark == "-" && !third {
                return None;
            }
            let year = if third { Some(number(at + 4)?) } else { None };
            let to = if third { at + 5 } else { at + 3 };
            // "24/7" is no day, "3/4 of it" a part.
            let two = word.len() == 2 || text.word(at + 2).len() == 2;
            if !third && !asked && (!two || reader.is_counted(to) || (a, b) == (24, 7)) {
                return None;
            }
            let home = reader.setting.home.unwrap_or(reader.setting.country);
            let swap = b > 12 || (home == "US" && a <= 12);
            let (d, m) = if swap { (b, a) } else { (a, b) };
            let mut day = Day::from(on(today, d, m, year)?);
            // In English either may come first, where nobody knows who writes.
            let known = reader.setting.home.is_some() || home == "US";
            if !known && d <= 12 && m <= 12 && d != m {
                day.other = on(today, m, d, year);
            }
            return Some((day, to));
        }
    }
    let parts: Vec<&str> = word.split('.').collect();
    if parts.iter().any(|p| p.is_empty() || p.len() > 4 || !p.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    match parts.as_slice() {
        [d, m, y] if d.len() <= 2 && m.len() <= 2 && matches!(y.len(), 2 | 4) => {
            let day = on(today, d.parse().ok()?, m.parse().ok()?, y.parse().ok())?;
            Some((Day::from(day), at + 1))
        }
        [d, m] if d.len() <= 2 && m.len() <= 2 => {
            let stop = text.is_mark(at + 1, ".") && text.is_glued(at + 1);
            let to = at + 1 + usize::from(stop);
            // "1.04" is no number where decimals have a comma.
            let plain = reader.vocabulary.comma
                && m.len() == 2
                && m.starts_with(['0', '1'])
                && !reader.is_counted(to)
                && !(at > 0 && clocked(reader, at));
            if !(stop && reader.vocabulary.comma || asked || plain) {
                return None;
            }
            Some((Day::from(on(today, d.parse().ok()?, m.parse().ok()?, None)?), to))
        }
        _ => None,
    }
}

/// Whether a word before a number says that a time of day follows.
fn clocked(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.tags.before(at, Mark::At).is_some()
}

/// The day and month ahead, or in the year said.
pub(super) fn on(today: NaiveDate, day: u32, month: u32, year: Option<u32>) -> Option<Period> {
    let date = match year {
        Some(y) => {
            let y = i32::try_from(if y < 100 { y + 2000 } else { y }).ok()?;
            NaiveDate::from_ymd_opt(y, month, day)?
        }
        None => {
            let this = NaiveDate::from_ymd_opt(today.year(), month, day);
            this.filter(|d| *d >= today)
                .or_else(|| NaiveDate::from_ymd_opt(today.year() + 1, month, day))?
        }
    };
    Some((date, date))
}

/// "14 March", "14th of March 2027", "March 14", "14. März", "14 de marzo".
fn day_and_month(reader: &Reader<'_, '_>, today: NaiveDate, at: usize) -> Option<(Period, usize)> {
    let text = reader.text;
    let month =
        |i: usize| reader.tags.find(i, |r| if let Role::Month(m) = r { Some(*m) } else { None });
    let at = if matches!(text.word(at), "the" | "el") { at + 1 } else { at };
    let first = day_at(reader, at).and_then(|(d, to)| {
        let to = if matches!(text.word(to), "of" | "de") { to + 1 } else { to };
        let (m, to) = month(to)?;
        Some((d, m, to))
    });
    let (d, m, mut to) = match first {
        Some(found) => found,
        None => {
            let (m, to) = month(at)?;
            let to = if text.word(to) == "the" { to + 1 } else { to };
            let (d, end) = day_at(reader, to)?;
            // "March 14:30" and "in March 20 bikes" are not days.
            let said = text.is_number(to)
                && end == to + 1
                && text.is_word(end)
                && reader.tags.at(end).is_empty();
            if reader.is_counted(end)
                || said
                || reader.vocabulary.language != "en"
                || text.is_mark(end, ":")
            {
                return None;
            }
            (d, m, end)
        }
    };
    let year_at = if matches!(text.word(to), "," | "de" | "del") { to + 1 } else { to };
    let year = text.word(year_at).parse::<u32>().ok().filter(|y| (1900..2100).contains(y));
    if year.is_some() {
        to = year_at + 1;
    }
    Some((on(today, d, m, year)?, to))
}

/// "On the 18th", "am 18.", "el día 18": the next day of that number.
fn nth_alone(reader: &Reader<'_, '_>, today: NaiveDate, at: usize) -> Option<(Period, usize)> {
    let text = reader.text;
    let day = reader.tags.mark(at, Mark::Day);
    let start = day.unwrap_or(at);
    let start = start + usize::from(text.word(start) == "the");
    let (n, to) = day_at(reader, start)?;
    let led = start > at
        || (at > 0 && (text.word(at.wrapping_sub(1)) == "the" || reader.tags.is(at - 1, Mark::To)));
    let suffixed = text.is_number(start) && to > start + 1;
    let open = to >= text.len()
        || !text.is_word(to)
        || reader.tags.is(to, Mark::At)
        || reader.tags.is(to, Mark::Stop);
    let fits = match reader.vocabulary.language.as_str() {
        "en" => led && suffixed && (open || to < text.len()),
        "de" => led && open && (suffixed || !text.is_number(start)) && day.is_some(),
        "es" => {
            let said = text.word(start.wrapping_sub(1));
            let timed = to >= text.len() || reader.tags.is(to, Mark::At);
            text.is_number(start) && (said == "dia" || (said == "el" && timed))
        }
        "pl" => suffixed && open,
        _ => false,
    };
    if !fits || (text.is_word(to) && !open) {
        return None;
    }
    let mut first = today.with_day(1)?;
    for _ in 0..3 {
        if let Some(day) = first.with_day(n)
            && day >= today
        {
            return Some(((day, day), to));
        }
        first = first.checked_add_months(Months::new(1))?;
    }
    None
}
