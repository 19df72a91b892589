//! Days and periods: written dates, "in 3 weeks", "end of March", "next week".
//!
//! A day without a year is the next one ahead. Start at [`date`].

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta, Timelike};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::moment::{Period, before};
use super::{Open, Reader, number};
use crate::domain::value::Unit;
use crate::understanding::vocabulary::{Mark, Role, Span};

/// A day or a period.
pub(super) fn date(
    reader: &Reader<'_, '_>,
    today: NaiveDate,
    at: usize,
) -> Option<(Period, usize)> {
    let start = reader.tags.mark(at, Mark::Day).unwrap_or(at);
    written(reader, today, start, start > at)
        .or_else(|| day_and_month(reader, today, start))
        .or_else(|| {
            let (days, to) =
                reader.tags.find(at, |r| if let Role::Offset(n) = r { Some(*n) } else { None })?;
            let day = today.checked_add_signed(TimeDelta::days(days))?;
            Some(((day, day), to))
        })
        .or_else(|| from_now(reader, today, at))
        .or_else(|| part_of(reader, today, at))
        .or_else(|| named(reader, today, at, false))
}

/// "2027-03-14", "14.3.", "14/3/2027".
fn written(
    reader: &Reader<'_, '_>,
    today: NaiveDate,
    at: usize,
    announced: bool,
) -> Option<(Period, usize)> {
    let text = reader.text;
    if !text.is_number(at) {
        return None;
    }
    let word = text.word(at);
    let number = |i: usize| text.word(i).parse::<u32>().ok();
    for mark in ["-", "/"] {
        if text.is_mark(at + 1, mark) && text.is_number(at + 2) && text.is_glued(at + 2) {
            let (a, b) = (number(at)?, number(at + 2)?);
            let third =
                text.is_mark(at + 3, mark) && text.is_number(at + 4) && text.is_glued(at + 4);
            if third && word.len() == 4 {
                let day = NaiveDate::from_ymd_opt(i32::try_from(a).ok()?, b, number(at + 4)?)?;
                return Some(((day, day), at + 5));
            }
            if mark == "-" && !third {
                return None;
            }
            let year = if third { Some(number(at + 4)?) } else { None };
            let swap = (reader.setting.country == "US" && a <= 12) || b > 12;
            let (d, m) = if swap { (b, a) } else { (a, b) };
            let to = if third { at + 5 } else { at + 3 };
            if third || announced || reader.setting.open == Open::Moment {
                return Some((on(today, d, m, year)?, to));
            }
            return None;
        }
    }
    let parts: Vec<&str> = word.split('.').collect();
    if parts.iter().any(|p| p.is_empty() || p.len() > 4 || !p.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    match parts.as_slice() {
        [d, m, y] if d.len() <= 2 && m.len() <= 2 && matches!(y.len(), 2 | 4) => {
            Some((on(today, d.parse().ok()?, m.parse().ok()?, y.parse().ok())?, at + 1))
        }
        [d, m] if d.len() <= 2 && m.len() <= 2 => {
            let stop = text.is_mark(at + 1, ".") && text.is_glued(at + 1);
            let sure = announced || reader.setting.open == Open::Moment;
            if !(stop && reader.vocabulary.comma || sure) {
                return None;
            }
            Some((on(today, d.parse().ok()?, m.parse().ok()?, None)?, at + 1 + usize::from(stop)))
        }
        _ => None,
    }
}

/// The day and month ahead, or in the year said.
fn on(today: NaiveDate, day: u32, month: u32, year: Option<u32>) -> Option<Period> {
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
    let (text, tags) = (reader.text, reader.tags);
    let month = |i: usize| tags.find(i, |r| if let Role::Month(m) = r { Some(*m) } else { None });
    let day = |i: usize| {
        let n = text
            .word(i)
            .parse::<u32>()
            .ok()
            .filter(|n| (1..=31).contains(n) && text.is_number(i))?;
        let suffix = tags.mark(i + 1, Mark::Suffix).filter(|_| text.is_glued(i + 1));
        let stop = (text.is_mark(i + 1, ".") && text.is_glued(i + 1)).then_some(i + 2);
        Some((n, suffix.or(stop).unwrap_or(i + 1)))
    };
    let at = if matches!(text.word(at), "the" | "el") { at + 1 } else { at };
    let (d, m, mut to) = match day(at) {
        Some((d, to)) => {
            let to = if matches!(text.word(to), "of" | "de") { to + 1 } else { to };
            let (m, to) = month(to)?;
            (d, m, to)
        }
        None => {
            let (m, to) = month(at)?;
            let to = if text.word(to) == "the" { to + 1 } else { to };
            let (d, end) = day(to)?;
            // "March 14:30" and "in March 20 bikes" are not days.
            let counts =
                tags.at(end).iter().any(|t| matches!(t.role, Role::Unit(..) | Role::Currency(_)));
            if counts || reader.vocabulary.language != "en" {
                return None;
            }
            (d, m, end)
        }
    };
    let year_at = if matches!(text.word(to), "," | "de" | "del") { to + 1 } else { to };
    let year = text.word(year_at).parse::<u32>().ok().filter(|y| (2000..2100).contains(y));
    if year.is_some() {
        to = year_at + 1;
    }
    Some((on(today, d, m, year)?, to))
}

/// "in 3 weeks", "dentro de dos meses", "za tydzień".
fn from_now(reader: &Reader<'_, '_>, today: NaiveDate, at: usize) -> Option<(Period, usize)> {
    let (count, unit, to) = ahead(reader, at)?;
    let count = count.ceil().to_u32().filter(|n| *n < 1_000)?;
    let day = match unit {
        Unit::Day => today.checked_add_days(Days::new(count.into()))?,
        Unit::Week => today.checked_add_days(Days::new(u64::from(count) * 7))?,
        Unit::Month => today.checked_add_months(Months::new(count))?,
        Unit::Year => today.checked_add_months(Months::new(count * 12))?,
        _ => return None,
    };
    Some(((day, day), to))
}

/// "in an hour", "za 20 minut": the moment, to the next five minutes.
pub(super) fn soon(
    reader: &Reader<'_, '_>,
    now: NaiveDateTime,
    at: usize,
) -> Option<(NaiveDateTime, usize)> {
    let (count, unit, to) = ahead(reader, at)?;
    let minutes = match unit {
        Unit::Minute => count,
        Unit::Hour => count * Decimal::from(60),
        _ => return None,
    };
    let minutes = minutes.ceil().to_i64().filter(|n| (1..=24 * 60).contains(n))?;
    let then = now.checked_add_signed(TimeDelta::minutes(minutes))?;
    let past = i64::from(then.minute() % 5);
    let even = then.checked_add_signed(TimeDelta::minutes((5 - past) % 5))?;
    Some((even.with_second(0)?, to))
}

/// How much of a unit of time lies ahead, after "in".
fn ahead(reader: &Reader<'_, '_>, at: usize) -> Option<(Decimal, Unit, usize)> {
    let next = reader.tags.mark(at, Mark::In)?;
    let unit = |i: usize| {
        reader.tags.find(i, |r| match r {
            Role::Unit(
                u @ (Unit::Minute | Unit::Hour | Unit::Day | Unit::Week | Unit::Month | Unit::Year),
                f,
            ) => Some((*u, *f)),
            _ => None,
        })
    };
    let counted = number::at(reader.text, reader.tags, reader.vocabulary, next);
    let (count, unit_at) = match (half(reader, next), counted) {
        (Some(to), _) => (Decimal::new(5, 1), to),
        (None, Some(n)) => (n.value, n.to),
        (None, None) if reader.tags.is(next, Mark::Article) => (1.into(), next + 1),
        (None, None) if reader.vocabulary.language == "pl" => (1.into(), next),
        (None, None) => return None,
    };
    // "in 2 to 3 weeks": the nearer end.
    let unit_at = match reader.tags.mark(unit_at, Mark::To) {
        Some(far) => number::at(reader.text, reader.tags, reader.vocabulary, far)?.to,
        None => unit_at,
    };
    let ((unit, factor), to) = unit(unit_at)?;
    Some((count * factor, unit, to))
}

/// "half an", "einer halben", "media", "pół".
fn half(reader: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let halves = ["half", "halbe", "halben", "media", "medio", "pol"];
    let from = at + usize::from(reader.tags.is(at, Mark::Article));
    let to = halves.contains(&reader.text.word(from)).then_some(from + 1)?;
    Some(to + usize::from(reader.tags.is(to, Mark::Article)))
}

/// "end of March", "Anfang nächster Woche", "finales de mes".
fn part_of(reader: &Reader<'_, '_>, today: NaiveDate, at: usize) -> Option<(Period, usize)> {
    if let Some((span, to)) =
        reader.tags.find(at, |r| if let Role::EndSpan(s) = r { Some(*s) } else { None })
    {
        return Some((third(period_of(today, span)?, 2)?, to));
    }
    let parts = [(Mark::Start, 0), (Mark::Middle, 1), (Mark::End, 2)];
    let (which, next) = parts.iter().find_map(|&(m, k)| Some((k, reader.tags.mark(at, m)?)))?;
    let (whole, to) = named(reader, today, next, true)?;
    Some((third(whole, which)?, to))
}

/// One third of a period, months of a longer one kept whole.
fn third((from, to): Period, which: i64) -> Option<Period> {
    let days = (to - from).num_days() + 1;
    if (27..=31).contains(&days) && from.day() == 1 {
        let day = |d: u32| from.with_day(d);
        return Some(match which {
            0 => (from, day(10)?),
            1 => (day(11)?, day(20)?),
            _ => (day(21)?, to),
        });
    }
    if days > 80 {
        let months = u32::try_from(days / 30).ok()?;
        let step = (months / 3).max(1);
        let start = from.checked_add_months(Months::new(step * u32::try_from(which).ok()?))?;
        let end = start.checked_add_months(Months::new(step))?.pred_opt()?;
        return Some((start, if which == 2 { to } else { end }));
    }
    let step = (days / 3).max(1);
    let start = from + TimeDelta::days(step * which);
    Some((start, if which == 2 { to } else { start + TimeDelta::days(step - 1) }))
}

/// A named period: "next week", "March", "Q1", "summer".
fn named(
    reader: &Reader<'_, '_>,
    today: NaiveDate,
    at: usize,
    inside: bool,
) -> Option<(Period, usize)> {
    let (text, tags) = (reader.text, reader.tags);
    let mut start = before(reader, at);
    let next = (at..start).any(|k| tags.is(k, Mark::Next));
    let this = (at..start).any(|k| tags.is(k, Mark::This));
    let announced = inside
        || next
        || this
        || reader.setting.open == Open::Moment
        || matches!(
            text.word(at.wrapping_sub(1)),
            "in" | "im"
                | "en"
                | "w"
                | "we"
                | "by"
                | "until"
                | "bis"
                | "since"
                | "ab"
                | "na"
                | "do"
                | "hasta"
                | "para"
                | "from"
                | "od"
        );
    if text.is_mark(start, "-") {
        start += 1;
    }
    let quarter = match (text.word(start), text.word(start + 1).parse::<u32>()) {
        ("q", Ok(n @ 1..=4)) if text.is_glued(start + 1) => Some((n, start + 2)),
        _ => tags
            .find(start, |r| if let Role::Ordinal(n) = r { u32::try_from(*n).ok() } else { None })
            .filter(|o| {
                tags.find(o.1, |r| (*r == Role::Span(Span::Quarter)).then_some(())).is_some()
            })
            .map(|o| (o.0, o.1 + 1)),
    };
    if let Some((quarter, to)) = quarter.filter(|q| q.0 <= 4) {
        let (year, to) = year_at(reader, to);
        let first = quarter * 3 - 2;
        return Some((months(today, first, 3, year)?, to));
    }
    if let Some((month, to)) =
        tags.find(start, |r| if let Role::Month(m) = r { Some(*m) } else { None })
    {
        let (year, to) = year_at(reader, to);
        let name = year.is_some()
            || (announced && (text.tokens[start].capital || text.word(start).len() > 3));
        return if name { Some((months(today, month, 1, year)?, to)) } else { None };
    }
    if let Some((season, to)) =
        tags.find(start, |r| if let Role::Season(m) = r { Some(*m) } else { None })
    {
        let (year, to) = year_at(reader, to);
        return if announced { Some((months(today, season, 3, year)?, to)) } else { None };
    }
    let (span, to) = tags.find(start, |r| if let Role::Span(s) = r { Some(*s) } else { None })?;
    let after = tags.mark(to, Mark::NextAfter);
    let current = period_of(today, span)?;
    if next || after.is_some() {
        return Some((following(current, span)?, after.unwrap_or(to)));
    }
    (this || (inside && start <= at + 2) || span == Span::Weekend)
        .then_some(((current.0.max(today), current.1), to))
}

/// A year said after a month or quarter.
fn year_at(reader: &Reader<'_, '_>, to: usize) -> (Option<u32>, usize) {
    let at = if matches!(reader.text.word(to), "de" | "del" | "of") { to + 1 } else { to };
    match reader.text.word(at).parse::<u32>() {
        Ok(year @ 2000..2100) => (Some(year), at + 1),
        _ => (None, to),
    }
}

/// The months from one on, the nearest that are not over, or of the year said.
fn months(today: NaiveDate, first: u32, count: u32, year: Option<u32>) -> Option<Period> {
    let of_year = |year: i32| {
        let from = NaiveDate::from_ymd_opt(year, first, 1)?;
        Some((from, from.checked_add_months(Months::new(count))?.pred_opt()?))
    };
    match year {
        Some(year) => of_year(i32::try_from(year).ok()?),
        None => {
            of_year(today.year()).filter(|p| p.1 >= today).or_else(|| of_year(today.year() + 1))
        }
    }
}

/// The week, month, quarter or year of a day.
fn period_of(day: NaiveDate, span: Span) -> Option<Period> {
    let monday = day - Days::new(day.weekday().num_days_from_monday().into());
    let from_month = |month: u32, count: u32| {
        let from = NaiveDate::from_ymd_opt(day.year(), month, 1)?;
        Some((from, from.checked_add_months(Months::new(count))?.pred_opt()?))
    };
    match span {
        Span::Week => Some((monday, monday + Days::new(6))),
        Span::Weekend => Some((monday + Days::new(5), monday + Days::new(6))),
        Span::Month => from_month(day.month(), 1),
        Span::Quarter => from_month(day.month0() / 3 * 3 + 1, 3),
        Span::Year => from_month(1, 12),
    }
}

fn following(current: Period, span: Span) -> Option<Period> {
    match span {
        Span::Week | Span::Weekend => Some((current.0 + Days::new(7), current.1 + Days::new(7))),
        _ => period_of(current.1.succ_opt()?, span),
    }
}
