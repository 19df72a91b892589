//! Times of day: "at 10", "10:30", "halb zehn", "3 pm".
//!
//! A bare hour is a time only after "at" beside a day or at the end of a thought, or when a moment
//! is asked for. Start at [`clock`].

use chrono::{NaiveTime, TimeDelta};
use rust_decimal::prelude::ToPrimitive;

use super::{Open, Reader, What, number};
use crate::understanding::vocabulary::{Mark, Role};

/// A time of day, and whether it leaves no doubt about the half of the day.
pub(super) fn clock(
    reader: &Reader<'_, '_>,
    at: usize,
    dated: bool,
    parted: bool,
) -> Option<((NaiveTime, bool), usize)> {
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
    // "At half eight" is half past eight in English.
    if shift == 0
        && reader.vocabulary.language == "en"
        && text.word(start) == "half"
        && number::at(text, tags, reader.vocabulary, start + 1)
            .is_some_and(|n| !n.weak && n.value <= 12.into())
        && announced
    {
        (start, shift) = (start + 1, 30);
    }
    if shift == 0
        && let Some((minutes, to)) = minutes_past(reader, start).filter(|_| announced || dated)
    {
        (start, shift) = (to, minutes);
    }
    if let Some((hour, mut to)) =
        tags.find(start, |r| if let Role::Hour(h) = r { Some(*h) } else { None })
    {
        let mut minute = 0;
        if let Some(n) = number::at(text, tags, reader.vocabulary, to)
            && let Some(m) = n.value.to_u32().filter(|m| (5..60).contains(m))
            && !n.weak
            && !reader.is_counted(n.to)
            && !text.is_mark(to, ",")
        {
            (minute, to) = (m, n.to);
        }
        return Some(((shifted(hour, minute, shift)?, hour > 12 || hour == 0), to));
    }
    let (hour, mut minute, mut to, mut clear) = if text.is_number(start) {
        let word = text.word(start);
        match word.split_once('.') {
            Some((h, m)) if m.len() == 2 && h.len() <= 2 && !m.contains('.') => {
                if !(tags.is(start + 1, Mark::OClock)
                    || announced
                    || dated
                    || tags.is(start + 1, Mark::Am)
                    || tags.is(start + 1, Mark::Pm)
                    || (text.word(start + 1) == "h"))
                    || reader.is_counted(start + 1) && text.word(start + 1) != "h"
                {
                    return None;
                }
                (
                    h.parse::<u32>().ok()?,
                    m.parse::<u32>().ok().filter(|m| *m < 60)?,
                    start + 1,
                    true,
                )
            }
            Some(_) => return None,
            None => {
                (word.parse::<u32>().ok()?, 0, start + 1, word.len() == 2 && word.starts_with('0'))
            }
        }
    } else {
        let number = number::at(text, tags, reader.vocabulary, start)?;
        let one =
            number.weak && announced && matches!(reader.vocabulary.language.as_str(), "es" | "en");
        let hour = if number.value.is_integer() {
            number.value.to_u32()
        } else if reader.vocabulary.language == "es"
            && announced
            && number.value.fract() == rust_decimal::Decimal::new(5, 1)
        {
            // "Las tres y media."
            shift = 30;
            number.value.trunc().to_u32()
        } else {
            None
        };
        (hour.filter(|_| !number.weak || shift != 0 || one)?, 0, number.to, false)
    };
    // "Um 03/04" is a day.
    let day = text.is_mark(to, "/") && text.is_glued(to) && text.is_number(to + 1);
    // "Dos horas" is how long, "a las dos horas" when.
    let long =
        reader.vocabulary.language == "es" && !announced && !dated && text.word(to) == "horas";
    if hour > 24 || day || long {
        return None;
    }
    let dotted = text.is_number(start) && text.word(start).contains('.');
    let mut sure = (shift != 0 && !matches!(reader.vocabulary.language.as_str(), "es"))
        || (dotted && (announced || dated));
    if text.is_mark(to, ":") && text.is_glued(to) && text.is_number(to + 1) && text.is_glued(to + 1)
    {
        minute = text.word(to + 1).parse().ok().filter(|m| *m < 60)?;
        to += 2;
        sure = true;
    } else if text.word(to) == "h"
        && text.is_glued(to)
        && text.is_number(to + 1)
        && text.is_glued(to + 1)
    {
        // "16h30".
        minute = text.word(to + 1).parse().ok().filter(|m| *m < 60)?;
        to += 2;
        sure = true;
    }
    for (mark, minutes) in
        [(Mark::HalfAfter, 30), (Mark::QuarterAfter, 15), (Mark::QuarterToAfter, -15)]
    {
        if let Some(end) = tags.mark(to, mark).filter(|_| {
            announced
                || dated
                || tags.is(to, mark)
                    && hour <= 12
                    && followed(reader, tags.mark(to, mark).unwrap_or(to))
        }) {
            (to, shift, sure) = (end, minutes, true);
        }
    }
    // "Las tres y veinte", "las cinco menos diez".
    if reader.vocabulary.language == "es"
        && announced
        && shift == 0
        && !sure
        && matches!(text.word(to), "y" | "menos")
        && let Some(n) = number::at(text, tags, reader.vocabulary, to + 1)
        && let Some(m) = n.value.to_i64().filter(|m| (1..60).contains(m))
        && !n.weak
        && !reader.is_counted(n.to)
    {
        (shift, sure) = (if text.word(to) == "y" { m } else { -m }, true);
        to = n.to;
    }
    sure |= shift != 0;
    let mut hour = hour;
    if let Some(end) = tags.mark(to, Mark::Am) {
        (to, sure, clear) = (end, true, true);
        hour %= 12;
    } else if let Some(end) = tags.mark(to, Mark::Pm) {
        (to, sure, clear) = (end, true, true);
        hour = hour % 12 + 12;
    } else if let Some(end) = tags.mark(to, Mark::OClock) {
        (to, sure) = (end, true);
        // "15 Uhr 30".
        if text.is_number(to)
            && let Some(m) = text.word(to).parse::<u32>().ok().filter(|m| (1..60).contains(m))
            && !reader.is_counted(to + 1)
            && minute == 0
        {
            (minute, to) = (m, to + 1);
        }
    } else if matches!(text.word(to), "h" | "hs" | "hrs") && (announced || dated) {
        (to, sure) = (to + 1, true);
    }
    if !sure && !reader.is_counted(to) && led_to(reader, at, to, hour) {
        sure = true;
    }
    if !sure {
        let part = tags.at(to).iter().any(|t| matches!(t.role, Role::Daypart(_)));
        let free = to >= text.len()
            || !text.is_word(to)
            || tags.is(to, Mark::And)
            || tags.is(to, Mark::Or)
            || tags
                .at(to)
                .iter()
                .any(|t| matches!(t.role, Role::Daypart(_) | Role::Weekday(_) | Role::Offset(_)));
        let asked = reader.setting.open == Open::Moment;
        let vague = matches!(
            text.word(at),
            "about"
                | "around"
                | "by"
                | "after"
                | "from"
                | "before"
                | "ab"
                | "gegen"
                | "nach"
                | "vor"
                | "po"
                | "od"
                | "okolo"
                | "na"
                | "do"
                | "przed"
                | "until"
                | "till"
                | "bis"
        );
        let timely = || spoken_of(reader) || !vague;
        if reader.is_counted(to)
            || !(announced && (dated || parted || (free && timely()))
                || (part && hour <= 12)
                || (asked && (announced || text.len() <= to)))
        {
            return None;
        }
        if !free && !dated {
            return None;
        }
    }
    clear |= hour > 12 || hour == 0;
    Some(((shifted(hour % 24, minute, shift)?, clear), to))
}

/// Whether the words after a number speak of the time of day.
fn followed(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.tags.at(at).iter().any(|t| matches!(t.role, Role::Daypart(_)))
}

/// Whether the message speaks of a day or of a call, so that "after 13" is an hour.
fn spoken_of(reader: &Reader<'_, '_>) -> bool {
    let day = |r: &Role| matches!(r, Role::Weekday(_) | Role::Offset(_));
    reader.tags.any(Mark::Call)
        || reader.tags.all().iter().any(|t| day(t.role))
        || reader.found.iter().any(|f| f.what == What::Phone)
}

/// "9 to 11 am", "between 9 and 11 Uhr": the hour of the far end speaks for the near one.
fn led_to(reader: &Reader<'_, '_>, at: usize, to: usize, hour: u32) -> bool {
    let (text, tags) = (reader.text, reader.tags);
    let between = at > 0 && tags.before(at, Mark::Between).is_some();
    let next = tags.mark(to, Mark::To).or_else(|| tags.mark(to, Mark::And).filter(|_| between));
    let Some(next) = next else { return false };
    let next = tags.mark(next, Mark::At).unwrap_or(next);
    let Some(n) = number::at(text, tags, reader.vocabulary, next) else { return false };
    let far = n.value.to_u32().unwrap_or(99);
    let timed = text.is_mark(n.to, ":")
        || [Mark::Am, Mark::Pm, Mark::OClock].iter().any(|&m| tags.is(n.to, m))
        || followed(reader, n.to);
    timed && far <= 24 && hour <= 24
}

/// "Ten past", "zwanzig vor": the minutes before or after an hour, and where the hour begins.
fn minutes_past(reader: &Reader<'_, '_>, at: usize) -> Option<(i64, usize)> {
    if at > 0 && matches!(reader.text.word(at - 1), "from" | "between" | "von" | "od") {
        return None;
    }
    let n = number::at(reader.text, reader.tags, reader.vocabulary, at).filter(|n| !n.weak)?;
    let minutes = n.value.to_i64().filter(|m| (1..30).contains(m))?;
    let sign = match (reader.vocabulary.language.as_str(), reader.text.word(n.to)) {
        ("en", "past") | ("de", "nach") | ("pl", "po") => 1,
        ("en", "to") | ("de", "vor") => -1,
        _ => return None,
    };
    let hour = number::at(reader.text, reader.tags, reader.vocabulary, n.to + 1)?;
    (hour.value <= 12.into() && !reader.is_counted(hour.to)).then_some((sign * minutes, n.to + 1))
}

fn shifted(hour: u32, minute: u32, shift: i64) -> Option<NaiveTime> {
    Some(NaiveTime::from_hms_opt(hour, minute, 0)? + TimeDelta::minutes(shift))
}
