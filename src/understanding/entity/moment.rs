//! Dates, periods and times of day, relative to today.
//!
//! A moment is put together from parts that stand side by side: a day or period, a part of the
//! day, a time. "Next Tuesday" is the Tuesday of next week; "coming" and a bare "Tuesday" are the
//! nearest one ahead. A bare hour from 1 to 6 is meant after noon. Start at [`find`].

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime};
use rust_decimal::prelude::ToPrimitive;

use super::{Found, Open, Reader, What, number};
use crate::domain::value::{Moment, Unit, Value};
use crate::understanding::vocabulary::{Mark, Role, Span};

/// Takes every moment.
pub(super) fn find(reader: &mut Reader<'_, '_>) {
    let Some(today) = reader.setting.today else { return };
    let mut i = 0;
    while i < reader.text.len() {
        match moment(reader, today, i) {
            Some((moment, to)) => {
                reader.take(Found::new(Value::Moment(moment), What::Moment, i, to));
                i = to;
            }
            None => i += 1,
        }
    }
}

type Period = (NaiveDate, NaiveDate);

/// The moment whose first part starts at a token.
fn moment(reader: &Reader<'_, '_>, today: NaiveDate, from: usize) -> Option<(Moment, usize)> {
    let (mut period, mut weekday, mut part, mut time) = (None, None, None, None);
    let (mut at, mut end) = (from, from);
    while at < reader.text.len() {
        let fresh = period.is_none() && weekday.is_none();
        let whole = |p: Period| p.0 != p.1;
        if let Some((found, to)) = date(reader, today, at)
            && (fresh || (weekday.is_some() && period.is_none() && whole(found)))
        {
            period = Some(found);
            (at, end) = (to, to);
        } else if let Some((found, to)) = week_day(reader, today, at)
            && weekday.is_none()
            && period.is_none_or(whole)
        {
            weekday = Some(found);
            (at, end) = (to, to);
        } else if let Some((found, to)) = clock(reader, at, end > from, part.is_some())
            && time.is_none()
        {
            time = Some(found);
            (at, end) = (to, to);
        } else if let Some((found, to)) =
            reader.tags.find(at, |r| if let Role::Daypart(t) = r { Some(*t) } else { None })
            && part.is_none()
        {
            part = Some(found);
            (at, end) = (to, to);
        } else if end > from && at == end && is_link(reader, at) {
            at += 1;
        } else {
            break;
        }
    }
    if end == from || !reader.is_free(from, end) {
        return None;
    }
    let (first, last) = match (weekday, period) {
        (Some((day, near)), Some((a, b))) => {
            let inside = a.iter_days().take(7).find(|d| d.weekday().num_days_from_monday() == day);
            inside.filter(|d| *d <= b).map_or((near, near), |d| (d, d))
        }
        (Some((_, near)), None) => (near, near),
        (None, Some(period)) => period,
        (None, None) => (today, today),
    };
    let noon = NaiveTime::from_hms_opt(12, 0, 0);
    let time = match (time, part) {
        (Some((t, true)), _) => Some(t),
        (Some((t, false)), part) => {
            let hour = chrono::Timelike::hour(&t);
            let late = match part {
                Some(p) => Some(p) > noon && hour < 12,
                None => (1..=6).contains(&hour),
            };
            Some(if late { t + chrono::TimeDelta::hours(12) } else { t })
        }
        (None, part) => part,
    };
    Some((Moment { from: first, to: last, time }, end))
}

/// Small words between the parts of one moment.
fn is_link(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.text.is_mark(at, ",")
        || reader.tags.is(at, Mark::Day)
        || matches!(reader.text.word(at), "of" | "de" | "del" | "in" | "the" | "der" | "des" | "por" | "im")
}

/// A weekday by name, with the nearest day it means.
fn week_day(reader: &Reader<'_, '_>, today: NaiveDate, at: usize) -> Option<((u32, NaiveDate), usize)> {
    let start = before(reader, at);
    let (day, mut to) =
        reader.tags.find(start, |r| if let Role::Weekday(d) = r { Some(*d) } else { None })?;
    // "mon", "sat" and "mar" are words of their own.
    if reader.text.word(start).len() <= 3 && !reader.text.tokens[start].capital && start == at {
        return None;
    }
    let mut near = today.iter_days().skip(1).find(|d| d.weekday().num_days_from_monday() == day)?;
    let next_week = ["next", "nachst", "naechst", "przyszl", "nastepn"];
    let said = (at..start).any(|k| next_week.iter().any(|n| reader.text.word(k).starts_with(n)));
    let this_week = today.iso_week() == near.iso_week();
    if said && this_week {
        near = near + Days::new(7);
    }
    if let Some(end) = reader.tags.mark(to, Mark::NextAfter) {
        to = end;
    }
    Some(((day, near), to))
}

/// Skips "on the", "next", "this" and articles before a part.
fn before(reader: &Reader<'_, '_>, at: usize) -> usize {
    let mut start = at;
    for _ in 0..3 {
        let next = [Mark::Next, Mark::This, Mark::Day, Mark::Article]
            .iter()
            .filter_map(|&m| reader.tags.mark(start, m))
            .max();
        let article = matches!(reader.text.word(start), "the" | "der" | "die" | "das" | "des" | "dem" | "el" | "la");
        match next {
            Some(to) => start = to,
            None if article => start += 1,
            None => break,
        }
    }
    start
}

/// A day or a period.
fn date(reader: &Reader<'_, '_>, today: NaiveDate, at: usize) -> Option<(Period, usize)> {
    let start = reader.tags.mark(at, Mark::Day).unwrap_or(at);
    written(reader, today, start, start > at)
        .or_else(|| day_and_month(reader, today, start))
        .or_else(|| {
            let (days, to) =
                reader.tags.find(at, |r| if let Role::Offset(n) = r { Some(*n) } else { None })?;
            let day = today.checked_add_signed(chrono::TimeDelta::days(days))?;
            Some(((day, day), to))
        })
        .or_else(|| from_now(reader, today, at))
        .or_else(|| part_of(reader, today, at))
        .or_else(|| named(reader, today, at, false))
}

/// "2027-03-14", "14.3.", "14/3/2027".
fn written(reader: &Reader<'_, '_>, today: NaiveDate, at: usize, announced: bool) -> Option<(Period, usize)> {
    let text = reader.text;
    if !text.is_number(at) {
        return None;
    }
    let word = text.word(at);
    let number = |i: usize| text.word(i).parse::<u32>().ok();
    for mark in ["-", "/"] {
        if text.is_mark(at + 1, mark) && text.is_number(at + 2) && text.is_glued(at + 2) {
            let (a, b) = (number(at)?, number(at + 2)?);
            let third = text.is_mark(at + 3, mark) && text.is_number(at + 4) && text.is_glued(at + 4);
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
        let n = text.word(i).parse::<u32>().ok().filter(|n| (1..=31).contains(n) && text.is_number(i))?;
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
            let counts = tags.at(end).iter().any(|t| matches!(t.role, Role::Unit(..) | Role::Currency(_)));
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
    let next = reader.tags.mark(at, Mark::In)?;
    let unit = |i: usize| {
        reader.tags.find(i, |r| match r {
            Role::Unit(u @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year), f) => Some((*u, *f)),
            _ => None,
        })
    };
    let counted = number::at(reader.text, reader.tags, reader.vocabulary, next);
    let (count, unit_at) = match counted {
        Some(n) => (n.value, n.to),
        None if reader.tags.is(next, Mark::Article) => (1.into(), next + 1),
        None if reader.vocabulary.language == "pl" => (1.into(), next),
        None => return None,
    };
    // "in 2 to 3 weeks": the nearer end.
    let unit_at = match reader.tags.mark(unit_at, Mark::To) {
        Some(far) => number::at(reader.text, reader.tags, reader.vocabulary, far)?.to,
        None => unit_at,
    };
    let ((unit, factor), to) = unit(unit_at)?;
    let count = (count * factor).ceil().to_u32().filter(|n| *n < 1_000)?;
    let day = match unit {
        Unit::Day => today.checked_add_days(Days::new(count.into()))?,
        Unit::Week => today.checked_add_days(Days::new(u64::from(count) * 7))?,
        Unit::Month => today.checked_add_months(Months::new(count))?,
        _ => today.checked_add_months(Months::new(count * 12))?,
    };
    Some(((day, day), to))
}

/// "end of March", "Anfang nächster Woche", "finales de mes".
fn part_of(reader: &Reader<'_, '_>, today: NaiveDate, at: usize) -> Option<(Period, usize)> {
    if let Some((span, to)) = reader.tags.find(at, |r| if let Role::EndSpan(s) = r { Some(*s) } else { None }) {
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
    let start = from + chrono::TimeDelta::days(step * which);
    Some((start, if which == 2 { to } else { start + chrono::TimeDelta::days(step - 1) }))
}

/// A named period: "next week", "March", "Q1", "summer".
fn named(reader: &Reader<'_, '_>, today: NaiveDate, at: usize, inside: bool) -> Option<(Period, usize)> {
    let (text, tags) = (reader.text, reader.tags);
    let mut start = before(reader, at);
    let next = (at..start).any(|k| tags.is(k, Mark::Next));
    let this = (at..start).any(|k| tags.is(k, Mark::This));
    let announced = inside || next || this || reader.setting.open == Open::Moment
        || matches!(text.word(at.wrapping_sub(1)), "in" | "im" | "en" | "w" | "we" | "by" | "until" | "bis" | "since" | "ab" | "na" | "do" | "hasta" | "para" | "from" | "od");
    if text.is_mark(start, "-") {
        start += 1;
    }
    let quarter = match (text.word(start), text.word(start + 1).parse::<u32>()) {
        ("q", Ok(n @ 1..=4)) if text.is_glued(start + 1) => Some((n, start + 2)),
        _ => tags
            .find(start, |r| if let Role::Ordinal(n) = r { u32::try_from(*n).ok() } else { None })
            .filter(|o| tags.find(o.1, |r| (*r == Role::Span(Span::Quarter)).then_some(())).is_some())
            .map(|o| (o.0, o.1 + 1)),
    };
    if let Some((quarter, to)) = quarter.filter(|q| q.0 <= 4) {
        let (year, to) = year_at(reader, to);
        let first = quarter * 3 - 2;
        return Some((months(today, first, 3, year)?, to));
    }
    if let Some((month, to)) = tags.find(start, |r| if let Role::Month(m) = r { Some(*m) } else { None }) {
        let (year, to) = year_at(reader, to);
        let name = year.is_some() || (announced && (text.tokens[start].capital || text.word(start).len() > 3));
        return if name { Some((months(today, month, 1, year)?, to)) } else { None };
    }
    if let Some((season, to)) = tags.find(start, |r| if let Role::Season(m) = r { Some(*m) } else { None }) {
        let (year, to) = year_at(reader, to);
        return if announced { Some((months(today, season, 3, year)?, to)) } else { None };
    }
    let (span, to) = tags.find(start, |r| if let Role::Span(s) = r { Some(*s) } else { None })?;
    let after = tags.mark(to, Mark::NextAfter);
    let current = period_of(today, span)?;
    if next || after.is_some() {
        return Some((following(current, span)?, after.unwrap_or(to)));
    }
    (this || (inside && start <= at + 2) || span == Span::Weekend).then_some(((current.0.max(today), current.1), to))
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
        None => of_year(today.year()).filter(|p| p.1 >= today).or_else(|| of_year(today.year() + 1)),
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

/// A time of day, and whether it leaves no doubt about the half of the day.
fn clock(reader: &Reader<'_, '_>, at: usize, dated: bool, parted: bool) -> Option<((NaiveTime, bool), usize)> {
    let (text, tags) = (reader.text, reader.tags);
    let mut start = tags.mark(at, Mark::At).unwrap_or(at);
    let announced = start > at;
    let mut shift = 0i64;
    for (mark, minutes) in
        [(Mark::HalfPast, 30), (Mark::HalfTo, -30), (Mark::QuarterPast, 15), (Mark::QuarterTo, -15)]
    {
        if let Some(to) = tags.mark(start, mark) {
            (start, shift) = (to, minutes);
            break;
        }
    }
    if let Some((hour, to)) = tags.find(start, |r| if let Role::Hour(h) = r { Some(*h) } else { None }) {
        return Some(((shifted(hour, 0, shift)?, hour > 12), to));
    }
    let (hour, mut minute, mut to, mut clear) = if text.is_number(start) {
        let word = text.word(start);
        match word.split_once('.') {
            Some((h, m)) if m.len() == 2 && tags.is(start + 1, Mark::OClock) => {
                (h.parse::<u32>().ok()?, m.parse::<u32>().ok()?, start + 1, true)
            }
            Some(_) => return None,
            None => (word.parse::<u32>().ok()?, 0, start + 1, word.len() == 2 && word.starts_with('0')),
        }
    } else {
        let number = number::at(text, tags, reader.vocabulary, start)?;
        (number.value.to_u32().filter(|_| !number.weak || shift != 0)?, 0, number.to, false)
    };
    if hour > 24 {
        return None;
    }
    let mut sure = shift != 0;
    if text.is_mark(to, ":") && text.is_glued(to) && text.is_number(to + 1) && text.is_glued(to + 1) {
        minute = text.word(to + 1).parse().ok()?;
        to += 2;
        sure = true;
    }
    let mut hour = hour;
    if let Some(end) = tags.mark(to, Mark::Am) {
        (to, sure, clear) = (end, true, true);
        hour %= 12;
    } else if let Some(end) = tags.mark(to, Mark::Pm) {
        (to, sure, clear) = (end, true, true);
        hour = hour % 12 + 12;
    } else if let Some(end) = tags.mark(to, Mark::OClock) {
        (to, sure) = (end, true);
    } else if text.word(to) == "h" && text.is_glued(to) && (announced || dated) {
        (to, sure) = (to + 1, true);
    }
    if !sure {
        let free = to >= text.len() || !text.is_word(to) || tags.is(to, Mark::And)
            || tags.at(to).iter().any(|t| matches!(t.role, Role::Daypart(_) | Role::Weekday(_) | Role::Offset(_)));
        let counts = tags.at(to).iter().any(|t| matches!(t.role, Role::Unit(..) | Role::Currency(_) | Role::Multiplier(_)));
        let asked = reader.setting.open == Open::Moment;
        let vague = matches!(text.word(at), "about" | "around" | "by" | "after" | "from" | "ab" | "gegen" | "po" | "od" | "okolo" | "na" | "do");
        if counts || !(announced && (dated || parted || (free && !vague)) || (asked && (announced || text.len() <= to))) {
            return None;
        }
        if !free && !dated {
            return None;
        }
    }
    clear |= hour > 12 || hour == 0;
    Some(((shifted(hour % 24, minute, shift)?, clear), to))
}

fn shifted(hour: u32, minute: u32, shift: i64) -> Option<NaiveTime> {
    Some(NaiveTime::from_hms_opt(hour, minute, 0)? + chrono::TimeDelta::minutes(shift))
}

#[cfg(test)]
mod tests {
    use super::super::Open;
    use super::super::tests::{read, read_open};

    /// Today is Wednesday, 4 March 2026.
    #[test]
    fn days_periods_and_times() {
        for (locale, said, expected) in [
            ("en", "tomorrow afternoon", "moment 2026-03-05 14:00 [tomorrow afternoon]"),
            ("en", "next Tuesday", "moment 2026-03-10 [next Tuesday]"),
            ("en", "next Friday at 3", "moment 2026-03-13 15:00 [next Friday at 3]"),
            ("en", "on Friday", "moment 2026-03-06 [on Friday]"),
            ("en", "in 3 weeks", "moment 2026-03-25 [in 3 weeks]"),
            ("en", "call me at 10am", "moment 2026-03-04 10:00 [at 10am]"),
            ("en", "at half past 2", "moment 2026-03-04 14:30 [at half past 2]"),
            ("en", "14 March at 10:30", "moment 2026-03-14 10:30 [14 March at 10:30]"),
            ("en", "March 14th", "moment 2026-03-14 [March 14th]"),
            ("en", "2026-04-01", "moment 2026-04-01 [2026-04-01]"),
            ("en", "next week", "moment 2026-03-09..2026-03-15 [next week]"),
            ("en", "Tuesday next week", "moment 2026-03-10 [Tuesday next week]"),
            ("en", "end of Q1", "moment 2026-03-01..2026-03-31 [end of Q1]"),
            ("en", "may I ask", ""),
            ("en", "good morning", ""),
            ("de", "morgen um 10", "moment 2026-03-05 10:00 [morgen um 10]"),
            ("de", "morgen früh", "moment 2026-03-05 09:00 [morgen früh]"),
            ("de", "am 14.3.", "moment 2026-03-14 [am 14.3.]"),
            ("de", "14.3.2027", "moment 2027-03-14 [14.3.2027]"),
            ("de", "Ende März", "moment 2026-03-21..2026-03-31 [Ende März]"),
            ("de", "Ende Q1", "moment 2026-03-01..2026-03-31 [Ende Q1]"),
            ("de", "nächste Woche", "moment 2026-03-09..2026-03-15 [nächste Woche]"),
            ("de", "am Freitag um halb zehn", "moment 2026-03-06 09:30 [am Freitag um halb zehn]"),
            ("de", "in zwei Wochen", "moment 2026-03-18 [in zwei Wochen]"),
            ("de", "um 15 Uhr", "moment 2026-03-04 15:00 [um 15 Uhr]"),
            ("de", "guten Morgen", ""),
            ("es", "mañana por la tarde", "moment 2026-03-05 14:00 [mañana por la tarde]"),
            ("es", "el martes a las 10", "moment 2026-03-10 10:00 [el martes a las 10]"),
            ("es", "la semana que viene", "moment 2026-03-09..2026-03-15 [la semana que viene]"),
            ("es", "el 14 de abril", "moment 2026-04-14 [el 14 de abril]"),
            ("es", "dentro de dos semanas", "moment 2026-03-18 [dentro de dos semanas]"),
            ("es", "buenos días", ""),
            ("pl", "we wtorek o 15", "moment 2026-03-10 15:00 [we wtorek o 15]"),
            ("pl", "jutro rano", "moment 2026-03-05 09:00 [jutro rano]"),
            ("pl", "za 3 tygodnie", "moment 2026-03-25 [za 3 tygodnie]"),
            ("pl", "za tydzień", "moment 2026-03-11 [za tydzień]"),
            ("pl", "w przyszłym tygodniu", "moment 2026-03-09..2026-03-15 [w przyszłym tygodniu]"),
            ("pl", "14 kwietnia", "moment 2026-04-14 [14 kwietnia]"),
        ] {
            assert_eq!(read(locale, said), expected, "{locale} {said}");
        }
        for (locale, said, expected) in [
            ("en", "10", "moment 2026-03-04 10:00 [10]"),
            ("de", "14.3", "moment 2026-03-14 [14.3]"),
            ("en", "14/4", "moment 2026-04-14 [14/4]"),
        ] {
            assert_eq!(read_open(locale, said, Open::Moment), expected, "{locale} {said}");
        }
    }
}
