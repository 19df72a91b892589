//! When the house is open, and what that means for times that are agreed on.

use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::domain::value::{Moment, Value};

use super::talk::Talk;

/// How far ahead an open day is looked for: longer than any holidays.
const DAYS_AHEAD: usize = 60;

impl Talk<'_> {
    /// The day it is where the house is.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now.with_timezone(&self.script.bot.time_zone).date_naive()
    }

    /// The time of day where the house is.
    #[must_use]
    pub fn clock(&self) -> NaiveTime {
        self.now.with_timezone(&self.script.bot.time_zone).time()
    }

    /// Whether somebody is in the house.
    #[must_use]
    pub fn open_now(&self) -> bool {
        let now = self.clock();
        self.spans(self.today()).iter().any(|(from, to)| (*from..*to).contains(&now))
    }

    /// The day of the appointment that was noted last and lies ahead.
    #[must_use]
    pub fn agreed(&self) -> Option<NaiveDate> {
        let noted = self.state.slots.iter().filter_map(|(slot, filled)| {
            self.script.slots.get(slot)?.appointment?;
            let Value::Moment(moment) = &filled.value else { return None };
            (moment.from == moment.to && moment.from >= self.today())
                .then_some((filled.turn, moment))
        });
        noted.max_by_key(|(turn, _)| *turn).map(|(_, moment)| moment.from)
    }

    /// A time of day that is over today is meant for tomorrow.
    pub(super) fn ahead(&self, value: Value) -> Value {
        match value {
            Value::Moment(Moment { from, to, time: Some(time) })
                if from == to && from == self.today() && time <= self.clock() =>
            {
                let day = from.succ_opt().unwrap_or(from);
                Value::Moment(Moment { from: day, to: day, time: Some(time) })
            }
            other => other,
        }
    }

    /// The next moment at which somebody is there, when nobody is at this one. A period of several
    /// days is left as it is: a time in it is found when the two talk.
    pub(super) fn next_staffed(&self, moment: &Moment) -> Option<Moment> {
        // A house that gives no hours is there by arrangement.
        if moment.from != moment.to || self.script.bot.hours.iter().all(Vec::is_empty) {
            return None;
        }
        let asked = moment.from;
        let after = match moment.time {
            Some(time) => time,
            None if asked == self.today() => self.clock(),
            None => NaiveTime::MIN,
        };
        let open = self.spans(asked);
        let inside = |time: NaiveTime| open.iter().any(|(from, to)| (*from..*to).contains(&time));
        let fits = match moment.time {
            Some(time) => inside(time),
            None => open.iter().any(|(_, to)| *to > after),
        };
        if fits {
            return None;
        }
        asked.iter_days().take(DAYS_AHEAD).find_map(|day| {
            let spans = self.spans(day);
            let mut begins = spans.iter().map(|(from, _)| *from);
            let begin = begins.find(|from| day > asked || *from > after)?;
            let time = moment.time.map(|_| begin);
            Some(Moment { from: day, to: day, time })
        })
    }

    /// The hours of a day; none on a holiday.
    pub(super) fn spans(&self, day: NaiveDate) -> &[(NaiveTime, NaiveTime)] {
        if self.script.bot.holidays.contains(&day) {
            return &[];
        }
        &self.script.bot.hours[day.weekday().num_days_from_monday() as usize]
    }
}
