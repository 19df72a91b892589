//! Times of day: "at 10", "10:30", "halb zehn", "3 pm".
//!
//! A bare hour is a time only after "at" beside a day or at the end of a thought, or when a moment
//! is asked for. Start at [`clock`].

use chrono::{NaiveTime, TimeDelta};
use rust_decimal::prelude::ToPrimitive;

use super::{Open, Reader, number};
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
    if let Some((hour, to)) =
        tags.find(start, |r| if let Role::Hour(h) = r { Some(*h) } else { None })
    {
        return Some(((shifted(hour, 0, shift)?, hour > 12), to));
    }
    let (hour, mut minute, mut to, mut clear) = if text.is_number(start) {
        let word = text.word(start);
        match word.split_once('.') {
            Some((h, m)) if m.len() == 2 && tags.is(start + 1, Mark::OClock) => {
                (h.parse::<u32>().ok()?, m.parse::<u32>().ok()?, start + 1, true)
            }
            Some(_) => return None,
            None => {
                (word.parse::<u32>().ok()?, 0, start + 1, word.len() == 2 && word.starts_with('0'))
            }
        }
    } else {
        let number = number::at(text, tags, reader.vocabulary, start)?;
        (number.value.to_u32().filter(|_| !number.weak || shift != 0)?, 0, number.to, false)
    };
    if hour > 24 {
        return None;
    }
    let mut sure = shift != 0;
    if text.is_mark(to, ":") && text.is_glued(to) && text.is_number(to + 1) && text.is_glued(to + 1)
    {
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
        let free = to >= text.len()
            || !text.is_word(to)
            || tags.is(to, Mark::And)
            || tags
                .at(to)
                .iter()
                .any(|t| matches!(t.role, Role::Daypart(_) | Role::Weekday(_) | Role::Offset(_)));
        let counts = tags
            .at(to)
            .iter()
            .any(|t| matches!(t.role, Role::Unit(..) | Role::Currency(_) | Role::Multiplier(_)));
        let asked = reader.setting.open == Open::Moment;
        let vague = matches!(
            text.word(at),
            "about"
                | "around"
                | "by"
                | "after"
                | "from"
                | "ab"
                | "gegen"
                | "po"
                | "od"
                | "okolo"
                | "na"
                | "do"
        );
        if counts
            || !(announced && (dated || parted || (free && !vague))
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

fn shifted(hour: u32, minute: u32, shift: i64) -> Option<NaiveTime> {
    Some(NaiveTime::from_hms_opt(hour, minute, 0)? + TimeDelta::minutes(shift))
}
