//! Days and periods: written dates, "in 3 weeks", "end of March", "next week".
//!
//! A day without a year is the next one ahead. Start at [`date`].

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta, Timelike};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::moment::{Day, Period, before};
use super::{Open, Piece, Reader, Said, number};
use crate::domain::value::Unit;
use crate::understanding::vocabulary::{Mark, Role, Span};

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

fn role<T>(
    reader: &Reader<'_, '_>,
    at: usize,
    pick: impl Fn(&Role) -> Option<T>,
) -> Option<(T, usize)> {
    reader.tags.find(at, pick)
}

/// What a bare number counts follows: then it is no day.
fn counts(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader
        .tags
        .at(at)
        .iter()
        .any(|t| matches!(t.role, Role::Unit(..) | Role::Currency(_) | Role::Multiplier(_)))
}

/// "Today", "the day after tomorrow", "heute in einer Woche".
fn offset(reader: &Reader<'_, '_>, today: NaiveDate, at: usize) -> Option<(Period, usize)> {
    let (days, to) = role(reader, at, |r| if let Role::Offset(n) = r { Some(*n) } else { None })?;
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

/// The day of a month: "14", "14th", "14.", "fourteenth".
fn day_at(reader: &Reader<'_, '_>, at: usize) -> Option<(u32, usize)> {
    let text = reader.text;
    if let Some((n, mut to)) =
        role(reader, at, |r| if let Role::Nth(n) = r { Some(*n) } else { None })
    {
        let mut n = n;
        if text.is_mark(to, "-") {
            to += 1;
        }
        // "Dwudziestego piątego", "twenty-first".
        if matches!(n, 20 | 30)
            && let Some((ones, end)) =
                role(reader, to, |r| if let Role::Nth(k) = r { Some(*k) } else { None })
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
            role(reader, to, |r| if let Role::Nth(k) = r { Some(*k) } else { None })
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
            if !third && !asked && (!two || counts(reader, to) || (a, b) == (24, 7)) {
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
                && !counts(reader, to)
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
    let text = reader.text;
    let month =
        |i: usize| role(reader, i, |r| if let Role::Month(m) = r { Some(*m) } else { None });
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
            if counts(reader, end)
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

/// "In 2027", "seit 1998", "w 2027 roku".
fn year(reader: &Reader<'_, '_>, at: usize) -> Option<(Period, usize)> {
    let text = reader.text;
    let word = text.word(at);
    if !text.is_number(at) || word.len() != 4 || text.is_mark(at + 1, "-") && text.is_glued(at + 1)
    {
        return None;
    }
    let year = word.parse::<i32>().ok().filter(|y| (1900..2100).contains(y))?;
    let mut to = at + 1;
    let named = matches!(text.word(to), "roku" | "rok" | "r");
    if named {
        to += 1 + usize::from(text.is_mark(to + 1, ".") && text.word(to) == "r");
    }
    let led = at > 0
        && (reader.tags.before(at, Mark::Since).is_some()
            || reader.tags.before(at, Mark::In).is_some()
            || reader.tags.before(at, Mark::Start).is_some()
            || matches!(
                text.word(at.wrapping_sub(1)),
                "im" | "jahr"
                    | "jahre"
                    | "ano"
                    | "en"
                    | "w"
                    | "we"
                    | "in"
                    | "by"
                    | "until"
                    | "of"
                    | "bis"
                    | "ab"
                    | "od"
                    | "do"
                    | "before"
                    | "after"
                    | "przed"
                    | "po"
                    | "dla"
                    | "na"
                    | "for"
                    | "para"
            ));
    // "In 2000 kg", "from 2000 on" and "in 2027 vans" count something.
    let free = !counts(reader, to)
        && (to >= text.len()
            || !text.is_word(to)
            || named
            || reader.vocabulary.is(text.word(to), Mark::Stop)
            || reader.tags.before(at, Mark::Since).is_some()
            || matches!(
                text.word(at.wrapping_sub(1)),
                "in" | "en" | "w" | "jahr" | "jahre" | "ano" | "im"
            ));
    // "2027 dürfen keine Diesel mehr in die Stadt".
    let starts = at == 0
        && reader.vocabulary.language == "de"
        && (2020..2050).contains(&year)
        && text.tokens.get(to).is_some_and(|t| !t.capital && text.is_word(to));
    if !(led && free || named || starts) {
        return None;
    }
    let day = |m, d| NaiveDate::from_ymd_opt(year, m, d);
    Some(((day(1, 1)?, day(12, 31)?), to))
}

/// "KW 15", "week 15", "la semana 15".
fn numbered_week(reader: &Reader<'_, '_>, today: NaiveDate, at: usize) -> Option<(Period, usize)> {
    let to = reader.tags.mark(at, Mark::WeekNumber)?;
    let n = reader
        .text
        .word(to)
        .parse::<u32>()
        .ok()
        .filter(|n| reader.text.is_number(to) && (1..=53).contains(n))?;
    let monday = |year: i32| NaiveDate::from_isoywd_opt(year, n, chrono::Weekday::Mon);
    let this = monday(today.year()).filter(|m| *m + Days::new(6) >= today);
    let from = this.or_else(|| monday(today.year() + 1))?;
    Some(((from, from + Days::new(6)), to + 1))
}

/// "The next two weeks", "in den nächsten zwei Wochen".
fn coming(reader: &Reader<'_, '_>, today: NaiveDate, at: usize) -> Option<(Period, usize)> {
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
fn span_of(reader: &Reader<'_, '_>, at: usize) -> Option<(Decimal, Unit, usize)> {
    let n = number::at(reader.text, reader.tags, reader.vocabulary, at).filter(|n| !n.weak)?;
    let (unit, to) = role(reader, n.to, |r| match r {
        Role::Unit(u @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year), f)
            if f.is_integer() =>
        {
            Some((*u, *f))
        }
        _ => None,
    })?;
    Some((n.value.checked_mul(unit.1)?, unit.0, to))
}

fn later(today: NaiveDate, count: Decimal, unit: Unit) -> Option<NaiveDate> {
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
fn ago(reader: &Reader<'_, '_>, today: NaiveDate, at: usize) -> Option<(Period, usize)> {
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
    let (unit, to) = role(reader, unit_at, |r| match r {
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

/// "The first half of April", "das zweite Halbjahr", "pierwsza połowa maja".
fn half_of(reader: &Reader<'_, '_>, today: NaiveDate, at: usize) -> Option<(Day, usize)> {
    let (n, to) = role(reader, at, |r| if let Role::Ordinal(n) = r { Some(*n) } else { None })?;
    if n > 2 {
        return None;
    }
    let text = reader.text;
    // "Aprilhälfte", "Halbjahr".
    let word = text.word(to);
    let (period, to) = if let Some(name) = word.strip_suffix("halfte").filter(|n| !n.is_empty()) {
        let month = reader.vocabulary.month(name)?;
        (months(today, month, 1, None)?, to + 1)
    } else if matches!(word, "halbjahr" | "semestre" | "polrocze" | "polroczu") {
        let (year, to) = year_at(reader, to + 1);
        let period = months(today, if n == 1 { 1 } else { 7 }, 6, year)?;
        return Some((Day::from(period), to));
    } else {
        let mut to = reader.tags.mark(to, Mark::Halfway)?;
        while matches!(text.word(to), "of" | "the" | "de" | "del" | "des" | "vom" | "von" | "der") {
            to += 1;
        }
        let (day, to) = named(reader, today, to, true)?;
        (day.period, to)
    };
    let days = (period.1 - period.0).num_days() + 1;
    if days > 35 {
        let months = u32::try_from(days / 60).ok()?;
        let middle = period.0.checked_add_months(Months::new(months.max(1)))?;
        let half = if n == 1 { (period.0, middle.pred_opt()?) } else { (middle, period.1) };
        return Some((Day::from(half), to));
    }
    let middle = period.0 + TimeDelta::days(days / 2);
    let half = if n == 1 { (period.0, middle - TimeDelta::days(1)) } else { (middle, period.1) };
    Some((Day { period: half, other: None, vague: true }, to))
}

/// "in 3 weeks", "dentro de dos meses", "za tydzień", "ten days from now".
fn from_now(reader: &Reader<'_, '_>, today: NaiveDate, at: usize) -> Option<(Day, usize)> {
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
            role(reader, next, |r| if let Role::Weekday(d) = r { Some(*d) } else { None })
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
            role(reader, article + 1, |r| if let Role::Offset(n) = r { Some(*n) } else { None })
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
fn range_ahead(reader: &Reader<'_, '_>, at: usize) -> Option<(Decimal, Unit, usize)> {
    let next = reader.tags.mark(at, Mark::In)?;
    let near = number::at(reader.text, reader.tags, reader.vocabulary, next)?;
    let far = far_end(reader, near.to)?;
    span_of(reader, far)
}

/// Where the second number of "2 to 3", "2 or 3" begins.
fn far_end(reader: &Reader<'_, '_>, at: usize) -> Option<usize> {
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
    let unit_at = match far_end(reader, unit_at) {
        Some(far) => number::at(reader.text, reader.tags, reader.vocabulary, far)?.to,
        None => unit_at,
    };
    let ((unit, factor), to) = unit(unit_at)?;
    Some((count.checked_mul(factor)?, unit, to))
}

/// "half an", "einer halben", "media", "pół".
fn half(reader: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let halves = ["half", "halbe", "halben", "media", "medio", "pol"];
    let from = at + usize::from(reader.tags.is(at, Mark::Article));
    let to = halves.contains(&reader.text.word(from)).then_some(from + 1)?;
    Some(to + usize::from(reader.tags.is(to, Mark::Article)))
}

/// "end of March", "Anfang nächster Woche", "finales de mes".
fn part_of(reader: &Reader<'_, '_>, today: NaiveDate, at: usize) -> Option<(Day, usize)> {
    let loose = |period: Period| Day { period, other: None, vague: true };
    if let Some((span, to)) =
        reader.tags.find(at, |r| if let Role::EndSpan(s) = r { Some(*s) } else { None })
    {
        return Some((loose(third(period_of(today, span)?, 2)?), to));
    }
    let parts = [(Mark::Start, 0), (Mark::Middle, 1), (Mark::End, 2)];
    let (which, next) = parts.iter().find_map(|&(m, k)| Some((k, reader.tags.mark(at, m)?)))?;
    let next = next + usize::from(reader.text.is_mark(next, "-"));
    let (whole, to) = named(reader, today, next, true)?;
    Some((loose(third(whole.period, which)?), to))
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
) -> Option<(Day, usize)> {
    let (text, tags) = (reader.text, reader.tags);
    let mut start = before(reader, at);
    let said = |mark: Mark| (at..start).any(|k| tags.is(k, mark));
    let (next, this, past) = (said(Mark::Next), said(Mark::This), said(Mark::Past));
    let second = tags.mark(start, Mark::AfterNext);
    let lead = text.word(at.wrapping_sub(1));
    // "We march on": what leads in one language is another word in English.
    let foreign = ["we", "do", "i", "a", "o", "y", "na", "po", "w", "de"];
    let lead =
        if reader.vocabulary.language == "en" && foreign.contains(&lead) { "" } else { lead };
    let announced = inside
        || next
        || this
        || reader.setting.open == Open::Moment
        || (at > 0
            && (tags.before(at, Mark::Since).is_some() || tags.before(at, Mark::In).is_some()))
        || matches!(
            lead,
            "in" | "im"
                | "en"
                | "w"
                | "we"
                | "by"
                | "until"
                | "till"
                | "bis"
                | "since"
                | "seit"
                | "ab"
                | "na"
                | "do"
                | "hasta"
                | "para"
                | "from"
                | "od"
                | "before"
                | "after"
                | "vor"
                | "nach"
                | "this"
                | "przed"
                | "po"
                | "desde"
                | "spatestens"
                | "for"
                | "during"
                | "through"
                | "zum"
                | "and"
                | "und"
                | "or"
                | "oder"
                | "y"
                | "o"
                | "i"
                | "albo"
                | "lub"
                | "de"
                | "late"
                | "around"
                | "gegen"
                | "early"
        );
    if text.is_mark(start, "-") {
        start += 1;
    }
    let roman = match text.word(start) {
        "i" => Some(1),
        "ii" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        _ => None,
    };
    let quarter = match (text.word(start), text.word(start + 1).parse::<u32>()) {
        ("q", Ok(n @ 1..=4)) if text.is_glued(start + 1) => Some((n, start + 2)),
        _ => tags
            .find(start, |r| if let Role::Ordinal(n) = r { u32::try_from(*n).ok() } else { None })
            .or_else(|| roman.map(|n| (n, start + 1)))
            .or_else(|| {
                let n = text.word(start).parse::<u32>().ok().filter(|_| text.is_number(start))?;
                Some((n, start + 1 + usize::from(text.is_mark(start + 1, "."))))
            })
            .filter(|o| {
                tags.find(o.1, |r| (*r == Role::Span(Span::Quarter)).then_some(())).is_some()
            })
            .map(|o| (o.0, o.1 + 1)),
    };
    if let Some((quarter, to)) = quarter.filter(|q| (1..=4).contains(&q.0)) {
        let (year, to) = year_at(reader, to);
        let first = quarter * 3 - 2;
        return Some((Day::from(months(today, first, 3, year)?), to));
    }
    if let Some((month, to)) =
        role(reader, start, |r| if let Role::Month(m) = r { Some(*m) } else { None })
    {
        let (year, to) = year_at(reader, to);
        let (word, capital) = (text.word(start), text.tokens[start].capital);
        // "May", "march" and "la mayo" are words, "April Jones" is a person.
        let common =
            matches!(word, "may" | "march" | "mar" | "mayo" | "sep" | "jun" | "jan" | "dec");
        let spoken = !matches!(reader.vocabulary.language.as_str(), "en" | "de");
        let name = reader.vocabulary.language != "pl"
            && text.tokens.get(to).is_some_and(|t| t.capital && text.is_word(to))
            && tags.at(to).is_empty();
        let fits = announced && (capital || word.len() > 3) || (!common && (capital || spoken));
        let fits = fits && !(common && lead == "la");
        return if year.is_some() || (fits && !name) {
            let year = match year {
                None if past => {
                    Some(u32::try_from(today.year()).ok()? - u32::from(month >= today.month()))
                }
                other => other,
            };
            Some((Day::from(months(today, month, 1, year)?), to))
        } else {
            None
        };
    }
    if let Some((season, to)) =
        role(reader, start, |r| if let Role::Season(m) = r { Some(*m) } else { None })
    {
        let (year, to) = year_at(reader, to);
        let formed = reader.vocabulary.language == "pl";
        let period = months(today, season, 3, year)?;
        return (announced || year.is_some() || formed)
            .then_some((Day { period, other: None, vague: true }, to));
    }
    if text.word(start) == "heuer" {
        return Some((Day::from(period_of(today, Span::Year)?), start + 1));
    }
    let start = second.unwrap_or(start);
    let (span, to) = tags.find(start, |r| if let Role::Span(s) = r { Some(*s) } else { None })?;
    // "The week after next".
    let second = second.or_else(|| tags.mark(to, Mark::AfterNext));
    let to = to.max(second.unwrap_or(to));
    let after = tags.mark(to, Mark::NextAfter);
    let past_after = tags.mark(to, Mark::PastAfter);
    let current = period_of(today, span)?;
    if second.is_some() {
        return Some((Day::from(following(following(current, span)?, span)?), to));
    }
    if past || past_after.is_some() {
        let before = match span {
            Span::Week | Span::Weekend => (current.0 - Days::new(7), current.1 - Days::new(7)),
            _ => period_of(current.0.pred_opt()?, span)?,
        };
        return Some((Day::from(before), past_after.unwrap_or(to)));
    }
    if next || after.is_some() {
        return Some((Day::from(following(current, span)?), after.unwrap_or(to)));
    }
    (this || (inside && start <= at + 2) || (span == Span::Weekend && announced))
        .then_some((Day::from(current), to))
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
