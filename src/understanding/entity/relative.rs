//! Days told by their distance from today: "in 3 weeks", "zwei Tage zuvor", "the next two weeks".
//!
//! Start at [`from_now`].

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta, Timelike};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::day::{Day, Period, before};
use super::{Piece, Reader, Said, number};
use crate::domain::value::Unit;
use crate::understanding::vocabulary::{Mark, Role};

/// "Today", "the day after tomorrow", "heute in einer Woche".
pub(super) fn offset(
    reader: &Reader<'_, '_>,
    today: NaiveDate,
    at: usize,
) -> Option<(Period, usize)> {
    let (days, to) =
        reader.tags.find(at, |r| if let Role::Offset(n) = r { Some(*n) } else { None })?;
    let day = today.checked_add_signed(TimeDelta::days(days))?;
    if days >= 0
        && let Some((count, unit, end)) = ahead(reader, to)
        && matches!(unit, Unit::Week | Unit::Day)
    {
        let days = count.to_i64().filter(|n| *n < 1_000)? * if unit == Unit::Week { 7 } else { 1 };
        // "De hoy en ocho días" is the same day of the next week.
        let days = match days {
            8 => 7,
            15 => 14,
            other => other,
        };
        let day = day.checked_add_signed(TimeDelta::days(days))?;
        return Some(((day, day), end));
    }
    if let Some((weeks, end)) = weeks(reader, to) {
        let day = day.checked_add_days(Days::new(u64::from(weeks.min(1_000)) * 7))?;
        return Some(((day, day), end));
    }
    Some(((day, day), to))
}

/// The weeks that "in einer Woche", "week" or "za tydzień" add to a day before them.
pub(super) fn weeks(reader: &Reader<'_, '_>, at: usize) -> Option<(u32, usize)> {
    if reader.vocabulary.language == "en" && reader.text.word(at) == "week" {
        return Some((1, at + 1));
    }
    let (count, unit, to) = ahead(reader, at)?;
    let count = count.to_u32()?;
    match (unit, count) {
        (Unit::Week, _) => Some((count, to)),
        // "Dienstag in acht Tagen".
        (Unit::Day, 7 | 8) => Some((1, to)),
        (Unit::Day, 14 | 15) => Some((2, to)),
        _ => None,
    }
}

/// "The next two weeks", "in den nächsten zwei Wochen".
pub(super) fn coming(
    reader: &Reader<'_, '_>,
    today: NaiveDate,
    at: usize,
) -> Option<(Period, usize)> {
    let start = before(
        reader,
        at + usize::from(
            reader.tags.is(at, Mark::In) || matches!(reader.text.word(at), "in" | "w" | "en"),
        ),
    );
    let start =
        start + usize::from(matches!(reader.text.word(start), "the" | "den" | "las" | "los"));
    let start = before(reader, start);
    let next = |i: usize| reader.tags.is(i, Mark::Next);
    if !(at..start).any(next) {
        return None;
    }
    let (n, unit, to) = span_of(reader, start)?;
    Some(((today, later(today, n, unit)?), to))
}

/// A count and a unit of days or more.
pub(super) fn span_of(reader: &Reader<'_, '_>, at: usize) -> Option<(Decimal, Unit, usize)> {
    let n = number::at(reader.text, reader.tags, reader.vocabulary, at).filter(|n| !n.weak)?;
    let (unit, to) = reader.tags.find(n.to, |r| match r {
        Role::Unit(u @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year), f)
            if f.is_integer() =>
        {
            Some((*u, *f))
        }
        _ => None,
    })?;
    Some((n.value.checked_mul(unit.1)?, unit.0, to))
}

pub(super) fn later(today: NaiveDate, count: Decimal, unit: Unit) -> Option<NaiveDate> {
    let half = count.fract() == Decimal::new(5, 1);
    if half && unit == Unit::Year {
        return today
            .checked_add_months(Months::new(count.checked_mul(Decimal::from(12))?.to_u32()?));
    }
    let count = count.ceil().to_u32().filter(|n| *n < 1_000)?;
    match unit {
        Unit::Day => today.checked_add_days(Days::new(count.into())),
        Unit::Week => today.checked_add_days(Days::new(u64::from(count) * 7)),
        Unit::Month => today.checked_add_months(Months::new(count)),
        Unit::Year => today.checked_add_months(Months::new(count * 12)),
        _ => None,
    }
}

/// "Three weeks ago", "vor zwei Tagen", "hace un mes", "tydzień temu".
pub(super) fn ago(reader: &Reader<'_, '_>, today: NaiveDate, at: usize) -> Option<(Period, usize)> {
    let led = reader
        .tags
        .mark(at, Mark::Ago)
        .filter(|_| matches!(reader.vocabulary.language.as_str(), "de" | "es"));
    let start = led.unwrap_or(at);
    let number = number::at(reader.text, reader.tags, reader.vocabulary, start);
    let (count, unit_at) = match number {
        Some(n) => (n.value, n.to),
        None if reader.tags.is(start, Mark::Article) => (1.into(), start + 1),
        None => (1.into(), start),
    };
    let (unit, to) = reader.tags.find(unit_at, |r| match r {
        Role::Unit(u @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year), f) => Some((*u, *f)),
        _ => None,
    })?;
    let to = match led {
        Some(_) => to,
        None => reader
            .tags
            .mark(to, Mark::Ago)
            .filter(|_| matches!(reader.vocabulary.language.as_str(), "en" | "pl"))?,
    };
    let count = count.checked_mul(unit.1)?.to_u32().filter(|n| *n < 1_000)?;
    let day = match unit.0 {
        Unit::Day => today.checked_sub_days(Days::new(count.into())),
        Unit::Week => today.checked_sub_days(Days::new(u64::from(count) * 7)),
        Unit::Month => today.checked_sub_months(Months::new(count)),
        _ => today.checked_sub_months(Months::new(count * 12)),
    }?;
    Some(((day, day), to))
}

/// "in 3 weeks", "dentro de dos meses", "za tydzień", "ten days from now".
pub(super) fn from_now(
    reader: &Reader<'_, '_>,
    today: NaiveDate,
    at: usize,
) -> Option<(Day, usize)> {
    if let Some((n, unit, to)) = span_of(reader, at)
        && let Some(to) = reader.tags.mark(to, Mark::FromNow)
    {
        let day = later(today, n, unit)?;
        return Some((Day::from((day, day)), to));
    }
    // "A week on Friday".
    let article = at + usize::from(reader.tags.is(at, Mark::Article));
    if reader.vocabulary.language == "en"
        && article > at
        && reader.text.word(article) == "week"
        && let Some(next) = reader.tags.mark(article + 1, Mark::Day)
        && let Some((day, to)) =
            reader.tags.find(next, |r| if let Role::Weekday(d) = r { Some(*d) } else { None })
    {
        let near = today.iter_days().skip(1).find(|d| d.weekday().num_days_from_monday() == day)?;
        let day = near + Days::new(7);
        return Some((Day::from((day, day)), to));
    }
    // "A week today".
    if reader.vocabulary.language == "en"
        && article > at
        && reader.text.word(article) == "week"
        && let Some((days, to)) =
            reader.tags.find(article + 1, |r| if let Role::Offset(n) = r { Some(*n) } else { None })
    {
        let day = today.checked_add_signed(TimeDelta::days(days + 7))?;
        return Some((Day::from((day, day)), to));
    }
    let (count, unit, to) = ahead(reader, at)?;
    let day = later(today, count, unit)?;
    if let Some((far, _, _)) = range_ahead(reader, at).filter(|f| f.0 > count) {
        let period = (day, later(today, far, unit)?);
        return Some((Day { period, other: None, vague: true }, to));
    }
    let mut found = Day::from((day, day));
    // A week is eight days and a fortnight fifteen in German and Spanish speech.
    let worded = (at..to).all(|i| !reader.text.is_number(i));
    let language = reader.vocabulary.language.as_str();
    let loose = match count.to_u32() {
        Some(8) => matches!(language, "de" | "es"),
        Some(15) => language == "es",
        _ => false,
    };
    if unit == Unit::Day && worded && loose {
        let day = day.pred_opt()?;
        found.other = Some((day, day));
    }
    Some((found, to))
}

/// The far end of "in 2 to 3 weeks".
pub(super) fn range_ahead(reader: &Reader<'_, '_>, at: usize) -> Option<(Decimal, Unit, usize)> {
    let next = reader.tags.mark(at, Mark::In)?;
    let near = number::at(reader.text, reader.tags, reader.vocabulary, next)?;
    let far = far_end(reader, near.to)?;
    span_of(reader, far)
}

/// Where the second number of "2 to 3", "2 or 3" begins.
pub(super) fn far_end(reader: &Reader<'_, '_>, at: usize) -> Option<usize> {
    reader.tags.mark(at, Mark::To).or_else(|| reader.tags.mark(at, Mark::Or))
}

/// "in an hour", "za 20 minut": the moment, to the next five minutes.
pub(super) fn soon(
    reader: &Reader<'_, '_>,
    now: NaiveDateTime,
    at: usize,
) -> Option<(NaiveDateTime, Piece, usize)> {
    let (count, unit, to) = ahead(reader, at)?;
    let mut piece = Piece::new("quantity", Said::Number(count.normalize()), at, to);
    piece.unit = Some(if unit == Unit::Hour { "h" } else { "min" });
    let minutes = match unit {
        Unit::Minute => count,
        Unit::Hour => count.checked_mul(Decimal::from(60))?,
        _ => return None,
    };
    let minutes = minutes.ceil().to_i64().filter(|n| (1..=24 * 60).contains(n))?;
    let then = now.checked_add_signed(TimeDelta::minutes(minutes))?;
    let past = i64::from(then.minute() % 5);
    let even = then.checked_add_signed(TimeDelta::minutes((5 - past) % 5))?;
    Some((even.with_second(0)?, piece, to))
}

/// How much of a unit of time lies ahead, after "in".
pub(super) fn ahead(reader: &Reader<'_, '_>, at: usize) -> Option<(Decimal, Unit, usize)> {
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
    let unit_at = match far_end(reader, unit_at) {
        Some(far) => number::at(reader.text, reader.tags, reader.vocabulary, far)?.to,
        None => unit_at,
    };
    let ((unit, factor), to) = unit(unit_at)?;
    Some((count.checked_mul(factor)?, unit, to))
}

/// "half an", "einer halben", "media", "pół".
pub(super) fn half(reader: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let halves = ["half", "halbe", "halben", "media", "medio", "pol"];
    let from = at + usize::from(reader.tags.is(at, Mark::Article));
    let to = halves.contains(&reader.text.word(from)).then_some(from + 1)?;
    Some(to + usize::from(reader.tags.is(to, Mark::Article)))
}
