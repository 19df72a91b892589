//! Dates, periods and times of day, relative to today.
//!
//! A moment is put together from parts that stand side by side: a day or period, a part of the
//! day, a time. "Next Tuesday" is the Tuesday of next week; "coming" and a bare "Tuesday" are the
//! nearest one ahead. [`super::date`] reads days and periods, [`super::clock`] times. A bare hour from 1 to 6 is meant after noon. Start at [`find`].

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Timelike};

use super::clock::clock;
use super::date::date;
use super::day::{Day, Period, before};
use super::relative::{soon, weeks};
use super::told::Said as TellAs;
use super::{Found, Piece, Reader, What};
use crate::domain::value::{Moment, Value};
use crate::understanding::vocabulary::{Mark, Role};

/// Takes every moment.
pub(super) fn find(reader: &mut Reader<'_, '_>) {
    let Some(today) = reader.setting.today else { return };
    let mut moments = Vec::new();
    let mut i = 0;
    while i < reader.text.len() {
        match moment(reader, today, i) {
            Some((said, to)) => {
                moments.push((said, i, to));
                i = to;
            }
            None => i += 1,
        }
    }
    join(&mut moments);
    for (said, from, to) in moments {
        let mut found = Found::new(Value::Moment(said.moment), What::Moment, from, to);
        found.other = said.other.map(Value::Moment);
        found.vague = said.vague;
        found.pieces = said.pieces;
        found.negated = false;
        reader.take(found);
    }
}

/// A moment, and whether its day was said.
#[derive(Clone)]
struct Said {
    moment: Moment,
    day: bool,
    other: Option<Moment>,
    vague: bool,
    pieces: Vec<Piece>,
}

/// "Move it to tomorrow, please, 10 o'clock": one day and one time that stand apart are one moment.
fn join(moments: &mut [(Said, usize, usize)]) {
    let one = |wanted: fn(&Said) -> bool| {
        let mut all = moments.iter().filter(|(said, ..)| wanted(said)).map(|(said, ..)| said);
        all.next().filter(|_| all.next().is_none()).cloned()
    };
    let day = one(|said| said.day && said.moment.from == said.moment.to);
    let time = one(|said| !said.day);
    if let (2, Some(day), Some(time)) = (moments.len(), day, time)
        && day.moment.time.is_none()
    {
        for (said, ..) in moments {
            said.moment = Moment { time: time.moment.time, ..day.moment };
        }
    }
}

/// The parts of a moment that stand side by side.
#[derive(Default)]
struct Parts {
    day: Option<Day>,
    weekday: Option<(u32, Day)>,
    part: Option<NaiveTime>,
    clock: Option<(NaiveTime, bool)>,
    /// The tokens of the day, of the part of the day and of the time.
    spans: [Option<(usize, usize)>; 3],
}

impl Parts {
    fn mark(&mut self, which: usize, from: usize, to: usize) {
        self.spans[which] = match self.spans[which] {
            Some((first, last)) if last + 2 >= from => Some((first, to)),
            Some(span) => Some(span),
            None => Some((from, to)),
        };
    }
}

/// The moment whose first part starts at a token.
fn moment(reader: &Reader<'_, '_>, today: NaiveDate, from: usize) -> Option<(Said, usize)> {
    if let Some(clock) = reader.setting.clock
        && let Some((then, piece, to)) = soon(reader, today.and_time(clock), from)
    {
        let (day, time) = (then.date(), Some(then.time()));
        let moment = Moment { from: day, to: day, time };
        return Some((
            Said { moment, day: true, other: None, vague: false, pieces: vec![piece] },
            to,
        ));
    }
    let mut parts = Parts::default();
    let (mut at, mut end) = (from, from);
    while at < reader.text.len() && reader.is_free(at, at + 1) {
        let fresh = parts.day.is_none() && parts.weekday.is_none();
        let whole = |p: Period| p.0 != p.1;
        if let Some((found, to)) = date(reader, today, at)
            && (fresh || (parts.weekday.is_some() && parts.day.is_none() && whole(found.period)))
        {
            parts.day = Some(found);
            parts.mark(0, at, to);
            (at, end) = (to, to);
        } else if let Some((found, to)) = week_day(reader, today, at)
            && parts.weekday.is_none()
            && parts.day.is_none_or(|d| {
                whole(d.period) || d.period.0.weekday().num_days_from_monday() == found.0
            })
        {
            parts.weekday = Some(found);
            parts.mark(0, at, to);
            (at, end) = (to, to);
        } else if let Some((found, to)) = clock(reader, at, end > from, parts.part.is_some())
            && parts.clock.is_none()
        {
            parts.clock = Some(found);
            parts.mark(2, at, to);
            (at, end) = (to, to);
        } else if let Some((found, to)) =
            reader.tags.find(at, |r| if let Role::Daypart(t) = r { Some(*t) } else { None })
            && parts.part.is_none()
        {
            parts.part = Some(found);
            parts.mark(1, at, to);
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
    Some((put(reader, today, &parts), end))
}

/// Puts the parts of a moment together.
fn put(reader: &Reader<'_, '_>, today: NaiveDate, parts: &Parts) -> Said {
    let day = match (parts.weekday, parts.day) {
        (Some((day, near)), Some(Day { period: (a, b), .. })) => {
            let inside = a.iter_days().take(7).find(|d| d.weekday().num_days_from_monday() == day);
            inside.filter(|d| *d <= b).map_or(near, |d| Day::from((d, d)))
        }
        (Some((_, near)), None) => near,
        (None, Some(day)) => day,
        (None, None) => {
            let day = reader.setting.agreed.filter(|day| *day > today).unwrap_or(today);
            Day::from((day, day))
        }
    };
    let noon = NaiveTime::from_hms_opt(12, 0, 0);
    let time = match (parts.clock, parts.part) {
        (Some((t, true)), _) => Some(t),
        (Some((t, false)), part) => {
            let hour = t.hour();
            let late = match part {
                Some(p) => Some(p) > noon && hour < 12 || Some(p) == noon && hour < 4,
                None => (1..=6).contains(&hour),
            };
            Some(if late { t + TimeDelta::hours(12) } else { t })
        }
        (None, part) => part,
    };
    let said = parts.weekday.is_some() || parts.day.is_some();
    let mut pieces = Vec::new();
    let (first, last) = day.period;
    if let Some((from, to)) = parts.spans[0] {
        let told = |(a, b): Period| if a == b { TellAs::Date(a) } else { TellAs::Period(a, b) };
        let kind = if first == last { "date" } else { "period" };
        let mut piece = Piece::new(kind, told(day.period), from, to);
        piece.readings.extend(day.other.map(told));
        piece.vague = day.vague;
        pieces.push(piece);
    } else if let Some((from, to)) = parts.spans[1]
        && (from.saturating_sub(1)..to).any(|i| reader.tags.is(i, Mark::This))
    {
        // "This afternoon" tells the day as well.
        pieces.push(Piece::new("date", TellAs::Date(today), from, to));
    }
    let sharp = |t: NaiveTime| t.hour() == 12 || t.hour() == 0;
    let span = parts.spans[2].or(parts.spans[1].filter(|_| parts.part.is_some_and(sharp)));
    if let (Some((from, to)), Some(time)) = (span, time) {
        pieces.push(Piece::new("time", TellAs::Time(time), from, to));
    }
    // A period that has begun goes on from today.
    let begin = if first < today && last >= today && !day.vague { today } else { first };
    let whole = |(from, to): Period| Moment { from, to, time };
    Said {
        moment: whole((begin, last)),
        day: said,
        other: day.other.map(whole),
        vague: day.vague,
        pieces,
    }
}

/// Small words between the parts of one moment.
fn is_link(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.text.is_mark(at, ",")
        || reader.tags.is(at, Mark::About)
        || (reader.text.is_mark(at, ".") && reader.tags.is(at - 1, Mark::About))
        || reader.tags.is(at, Mark::Day)
        || matches!(
            reader.text.word(at),
            "of" | "de" | "del" | "in" | "the" | "der" | "des" | "por" | "im"
        )
}

/// A weekday by name, with the nearest day it means.
fn week_day(reader: &Reader<'_, '_>, today: NaiveDate, at: usize) -> Option<((u32, Day), usize)> {
    let start = before(reader, at);
    let (day, mut to) = reader
        .tags
        .find(start, |r| if let Role::Weekday(d) = r { Some(*d) } else { None })
        .or_else(|| short(reader, start))?;
    // "It's a Sunday", "los domingos" tell no day.
    let loose = |w: &str| {
        matches!(
            w,
            "a" | "an"
                | "ein"
                | "eine"
                | "einen"
                | "einem"
                | "un"
                | "los"
                | "black"
                | "every"
                | "jeden"
                | "cada"
                | "kazdy"
                | "kazda"
        )
    };
    if loose(reader.text.word(at.wrapping_sub(1)))
        || (at..start).any(|k| loose(reader.text.word(k)))
    {
        return None;
    }
    // "mon", "sat" and "mar" are words of their own.
    if reader.text.word(start).len() <= 3 && !reader.text.tokens[start].capital && start == at {
        return None;
    }
    let names = |d: &NaiveDate| d.weekday().num_days_from_monday() == day;
    let past = (at..start).any(|k| reader.tags.is(k, Mark::Past));
    let past_after = reader.tags.mark(to, Mark::PastAfter);
    if past || past_after.is_some() {
        let before = (1..8).filter_map(|n| today.checked_sub_days(Days::new(n))).find(names)?;
        return Some(((day, Day::from((before, before))), past_after.unwrap_or(to)));
    }
    let near = today.iter_days().skip(1).find(names)?;
    let later = near + Days::new(7);
    let next_week = ["next", "nachst", "naechst", "przyszl", "nastepn"];
    let said = (at..start).any(|k| next_week.iter().any(|n| reader.text.word(k).starts_with(n)));
    let this_week = today.iso_week() == near.iso_week();
    let mut found = Day::from((near, near));
    if said && this_week {
        found.period = (later, later);
        if matches!(reader.vocabulary.language.as_str(), "en" | "de") {
            found.other = Some((near, near));
        }
    }
    if let Some(end) = reader.tags.mark(to, Mark::NextAfter) {
        to = end;
    }
    // "Friday week", "Freitag in einer Woche".
    if let Some((weeks, end)) = weeks(reader, to) {
        let day = near.checked_add_days(Days::new(u64::from(weeks) * 7))?;
        return Some(((day.weekday().num_days_from_monday(), Day::from((day, day))), end));
    }
    Some(((day, found), to))
}

/// "Sa oder So", "Mo-Fr", "Di 14:00": the short forms of German, which are words besides, where
/// another one or a time stands at their side.
fn short(reader: &Reader<'_, '_>, at: usize) -> Option<(u32, usize)> {
    let text = reader.text;
    let one = |i: usize| {
        let days = match reader.vocabulary.language.as_str() {
            "de" => ["mo", "di", "mi", "do", "fr", "sa", "so"],
            "en" => ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
            _ => return None,
        };
        let found = days.iter().position(|d| *d == text.word(i) && text.tokens[i].capital)?;
        u32::try_from(found).ok()
    };
    let day = one(at)?;
    let joins = |i: usize| {
        matches!(text.word(i), "oder" | "und" | "or" | "and" | "to" | "-" | "/" | "," | "bis")
    };
    let beside = (joins(at + 1) && one(at + 2).is_some())
        || (at > 1 && joins(at - 1) && one(at - 2).is_some());
    let timed = text.is_number(at + 1)
        && (text.is_mark(at + 2, ":") || reader.tags.is(at + 2, Mark::OClock));
    (beside || timed).then_some((day, at + 1))
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
            ("en", "in an hour", "moment 2026-03-04 10:20 [in an hour]"),
            ("en", "in half an hour", "moment 2026-03-04 09:50 [in half an hour]"),
            ("de", "in zwei Stunden", "moment 2026-03-04 11:20 [in zwei Stunden]"),
            ("es", "dentro de una hora", "moment 2026-03-04 10:20 [dentro de una hora]"),
            ("es", "en 20 minutos", "moment 2026-03-04 09:40 [en 20 minutos]"),
            ("pl", "za godzinę", "moment 2026-03-04 10:20 [za godzinę]"),
            ("en", "at half past 2", "moment 2026-03-04 14:30 [at half past 2]"),
            ("en", "14 March at 10:30", "moment 2026-03-14 10:30 [14 March at 10:30]"),
            ("en", "March 14th", "moment 2026-03-14 [March 14th]"),
            ("en", "2026-04-01", "moment 2026-04-01 [2026-04-01]"),
            ("en", "next week", "moment 2026-03-09..2026-03-15 [next week]"),
            ("en", "Tuesday next week", "moment 2026-03-10 [Tuesday next week]"),
            ("en", "end of Q1", "moment 2026-03-01..2026-03-31 [end of Q1]"),
            ("en", "may I ask", ""),
            ("en", "good morning", ""),
            (
                "de",
                "auf morgen verschieben, 10 Uhr",
                "moment 2026-03-05 10:00 [morgen]; moment 2026-03-05 10:00 [10 Uhr]",
            ),
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
            ("de", "bis bald", ""),
            ("de", "bis später", ""),
            ("es", "hasta pronto", ""),
            ("pl", "do zobaczenia wkrótce", ""),
            ("en", "see you soon", ""),
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
