//! Time that counts: only while the house is open, on the clock of its zone.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;

use crate::script::model::Bot;

/// How far ahead opening hours are looked for: longer than any holidays.
const DAYS_AHEAD: usize = 60;

/// A stretch of time: from, and until.
type Stretch = (DateTime<Utc>, DateTime<Utc>);

/// When people are there.
#[derive(Clone, Copy, Debug)]
pub struct Hours<'a> {
    /// Whose clock it is.
    pub zone: Tz,
    /// By weekday from Monday. A week without any hours is open at all times.
    pub week: &'a [Vec<(NaiveTime, NaiveTime)>; 7],
    /// Days when nobody is there.
    pub holidays: &'a [NaiveDate],
}

impl<'a> Hours<'a> {
    /// The hours of a house.
    #[must_use]
    pub fn of(bot: &'a Bot) -> Self {
        Self { zone: bot.time_zone, week: &bot.hours, holidays: &bot.holidays }
    }

    /// Whether somebody is there.
    #[must_use]
    pub fn is_open(&self, at: DateTime<Utc>) -> bool {
        let day = at.with_timezone(&self.zone).date_naive();
        self.stretches(day).iter().any(|(from, to)| (*from..*to).contains(&at))
    }

    /// The first moment at which so much open time has passed since another one. None when the house
    /// is not open for that long within two months.
    #[must_use]
    pub fn after(&self, since: DateTime<Utc>, open: Duration) -> Option<DateTime<Utc>> {
        let mut left = open;
        let first = since.with_timezone(&self.zone).date_naive();
        for day in first.iter_days().take(DAYS_AHEAD) {
            for (from, to) in self.stretches(day) {
                let from = from.max(since);
                if from >= to {
                    continue;
                }
                if left < to - from {
                    return Some(from + left);
                }
                left -= to - from;
            }
        }
        None
    }

    /// How much open time lies between two moments.
    #[must_use]
    pub fn between(&self, since: DateTime<Utc>, until: DateTime<Utc>) -> Duration {
        let first = since.with_timezone(&self.zone).date_naive();
        let last = until.with_timezone(&self.zone).date_naive();
        let days = first.iter_days().take_while(|day| *day <= last);
        days.flat_map(|day| self.stretches(day))
            .map(|(from, to)| (to.min(until) - from.max(since)).max(Duration::zero()))
            .fold(Duration::zero(), |sum, open| sum + open)
    }

    /// When somebody is there on a day of the zone, in order.
    fn stretches(&self, day: NaiveDate) -> Vec<Stretch> {
        if self.holidays.contains(&day) {
            return Vec::new();
        }
        let mut open = Vec::new();
        if self.week.iter().all(Vec::is_empty) {
            let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN);
            let next = day.succ_opt().unwrap_or(day);
            self.add_local(midnight(day), midnight(next), &mut open);
        }
        for (from, to) in &self.week[day.weekday().num_days_from_monday() as usize] {
            self.add_local(day.and_time(*from), day.and_time(*to), &mut open);
        }
        open.sort_unstable();
        open
    }

    /// The moments at which the clock of the zone shows a time between two. When it is put forward
    /// some of them do not exist; when it is put back some exist twice.
    fn add_local(
        &self,
        from: chrono::NaiveDateTime,
        to: chrono::NaiveDateTime,
        open: &mut Vec<Stretch>,
    ) {
        let offset = |at: DateTime<Utc>| {
            self.zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
        };
        let (mut early, mut late) =
            (from.and_utc() - Duration::days(1), to.and_utc() + Duration::days(1));
        let (before, after) = (offset(early), offset(late));
        let shown = |seconds: i32| {
            let by = Duration::seconds(i64::from(seconds));
            (from.and_utc() - by, to.and_utc() - by)
        };
        if before == after {
            open.push(shown(before));
            return;
        }
        // The clock is put forward or back once around this day: at `late` in the end.
        while late - early > Duration::seconds(1) {
            let middle = early + Duration::seconds((late - early).num_seconds() / 2);
            if offset(middle) == before { early = middle } else { late = middle }
        }
        let (old, new) = (shown(before), shown(after));
        let pieces = [(old.0, old.1.min(late)), (new.0.max(late), new.1)];
        open.extend(pieces.into_iter().filter(|(from, to)| from < to));
    }
}
