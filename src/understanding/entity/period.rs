//! Periods by their names: "next week", "end of March", "Q2", "the first half of April".
//!
//! Start at [`named`].

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};

use super::day::{Day, Period, before};
use super::{Open, Reader};
use crate::understanding::vocabulary::{Mark, Role, Span};

/// "In 2027", "seit 1998", "w 2027 roku".
pub(super) fn year(reader: &Reader<'_, '_>, at: usize) -> Option<(Period, usize)> {
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
    let free = !reader.is_counted(to)
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
pub(super) fn numbered_week(
    reader: &Reader<'_, '_>,
    today: NaiveDate,
    at: usize,
) -> Option<(Period, usize)> {
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

/// "The first half of April", "das zweite Halbjahr", "pierwsza połowa maja".
pub(super) fn half_of(
    reader: &Reader<'_, '_>,
    today: NaiveDate,
    at: usize,
) -> Option<(Day, usize)> {
    let (n, to) =
        reader.tags.find(at, |r| if let Role::Ordinal(n) = r { Some(*n) } else { None })?;
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

/// "end of March", "Anfang nächster Woche", "finales de mes".
pub(super) fn part_of(
    reader: &Reader<'_, '_>,
    today: NaiveDate,
    at: usize,
) -> Option<(Day, usize)> {
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
pub(super) fn third((from, to): Period, which: i64) -> Option<Period> {
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
pub(super) fn named(
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
        reader.tags.find(start, |r| if let Role::Month(m) = r { Some(*m) } else { None })
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
        reader.tags.find(start, |r| if let Role::Season(m) = r { Some(*m) } else { None })
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
pub(super) fn year_at(reader: &Reader<'_, '_>, to: usize) -> (Option<u32>, usize) {
    let at = if matches!(reader.text.word(to), "de" | "del" | "of") { to + 1 } else { to };
    match reader.text.word(at).parse::<u32>() {
        Ok(year @ 2000..2100) => (Some(year), at + 1),
        _ => (None, to),
    }
}

/// The months from one on, the nearest that are not over, or of the year said.
pub(super) fn months(
    today: NaiveDate,
    first: u32,
    count: u32,
    year: Option<u32>,
) -> Option<Period> {
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
pub(super) fn period_of(day: NaiveDate, span: Span) -> Option<Period> {
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

pub(super) fn following(current: Period, span: Span) -> Option<Period> {
    match span {
        Span::Week | Span::Weekend => Some((current.0 + Days::new(7), current.1 + Days::new(7))),
        _ => period_of(current.1.succ_opt()?, span),
    }
}
