//! Times that are offered for a call: such that lie ahead, while somebody of the house is there.

use chrono::{DateTime, Duration, NaiveDateTime, NaiveTime, Timelike};

use crate::domain::conversation::Filled;
use crate::domain::handoff::Handoff;
use crate::domain::ids::SlotId;
use crate::domain::lexicon::SlotKind;
use crate::domain::reply::{Arg, Choice, ChoiceId, Part, Role};
use crate::domain::value::{Moment, Value};
use crate::script::model::{Appointment, Signal, StepKind};

use super::talk::Talk;

/// How many are offered.
const OFFERED: usize = 3;
/// Nobody is called sooner than this, in minutes.
const NOTICE: i64 = 30;
/// Two of them are at least so far apart, in minutes.
const APART: i64 = 90;
/// How far ahead they are looked for, in days: longer than any holidays.
const DAYS_AHEAD: usize = 60;
/// The hours of a day that are offered, where somebody is there; else its opening.
const HOURS: [u32; 2] = [9, 14];

impl Talk<'_> {
    /// The buttons of a slot that takes the time of a call. A house that gives no hours offers none.
    pub(super) fn time_choices(&self, slot: &SlotId) -> Vec<Choice> {
        let call = self.script.slots.get(slot).and_then(|def| def.appointment);
        if call != Some(Appointment::Call) {
            return Vec::new();
        }
        self.call_times().into_iter().map(time_choice).collect()
    }

    /// The next times at which somebody could call.
    fn call_times(&self) -> Vec<NaiveDateTime> {
        let zone = &self.script.bot.time_zone;
        let earliest = (self.now + Duration::minutes(NOTICE)).with_timezone(zone).naive_local();
        let soon = round_up(earliest);
        let mut times: Vec<NaiveDateTime> = Vec::new();
        for day in self.today().iter_days().take(DAYS_AHEAD) {
            let spans = self.spans(day);
            let inside = |at: &NaiveDateTime| {
                at.date() == day && spans.iter().any(|(from, to)| (*from..*to).contains(&at.time()))
            };
            let hours = HOURS.iter().filter_map(|hour| NaiveTime::from_hms_opt(*hour, 0, 0));
            let mut of_day: Vec<NaiveDateTime> = hours.map(|time| day.and_time(time)).collect();
            of_day.retain(inside);
            if of_day.is_empty() {
                of_day.extend(spans.iter().map(|(from, _)| day.and_time(*from)));
            }
            of_day.extend(Some(soon).filter(inside));
            of_day.sort_unstable();
            for at in of_day.into_iter().filter(|at| *at >= soon) {
                let apart = |last: &NaiveDateTime| at - *last >= Duration::minutes(APART);
                if times.last().is_none_or(apart) {
                    times.push(at);
                }
            }
            if times.len() >= OFFERED {
                break;
            }
        }
        times.truncate(OFFERED);
        times
    }

    /// Takes a time that was offered, perhaps long ago. Tells whether there is anything that it is for.
    pub(super) fn take_time(&mut self, at: NaiveDateTime) -> bool {
        let value = Value::Moment(Moment::at(at));
        let open = match self.open_step().map(|step| &step.kind) {
            Some(StepKind::Collect { slot, .. }) if self.takes_moment(slot) => Some(slot.clone()),
            _ => None,
        };
        if self.is_over(at) {
            // Time goes on while buttons stay: others are offered.
            self.tell(Part::tell("time-over"));
            if let Some(step) = self.open_step().filter(|_| open.is_some()) {
                self.ask_again(step);
            }
            return true;
        }
        if let Some(slot) = open {
            self.note_answered(Some(slot.clone()));
            self.fill(&slot, value);
            self.next();
            return true;
        }
        let Some(slot) = self.call_slot() else { return false };
        if self.state.call_by.is_some() {
            // It was offered by whoever calls, so nobody's hours are asked for once more.
            self.signals.push(Signal::Callback);
            self.note_call(slot, value);
            return true;
        }
        // An old button is a correction of the call that is agreed on.
        if !self.state.slots.contains_key(&slot) {
            return false;
        }
        self.fill(&slot, value.clone());
        self.recompute(&[(slot, value)]);
        true
    }

    /// The slot that takes the time of a call.
    #[must_use]
    pub fn call_slot(&self) -> Option<SlotId> {
        let call = |slot: &&SlotId| {
            let appointment = self.script.slots.get(*slot).and_then(|def| def.appointment);
            appointment == Some(Appointment::Call)
        };
        self.script.slots.keys().find(call).cloned()
    }

    /// A call is agreed on with a person of the house: it is noted, and told by whoever speaks. A
    /// number is asked for with it when none is known.
    pub fn note_call(&mut self, slot: SlotId, at: Value) {
        let filled = Filled { value: at.clone(), at: self.now, turn: self.turn };
        self.state.slots.insert(slot.clone(), filled);
        self.filled.push(slot);
        let person = matches!(self.state.handoff, Handoff::Claimed { .. });
        let number = |filled: &Filled| matches!(filled.value, Value::Phone(_));
        let known = self.state.slots.values().any(number);
        let rep = self.state.call_by.clone().unwrap_or_default();
        let part = Part::tell("desk-told-call_at")
            .with("time", Arg::Value(at))
            .with("rep", Arg::Value(Value::Text(rep)));
        // What is said in a person's name goes out whoever speaks.
        self.tell(match (person, known) {
            (true, true) => part.role(Role::Confirm),
            (true, false) => part.attribute("number").role(Role::Confirm),
            (false, true) => part.attribute("bot"),
            (false, false) => part.attribute("bot_number"),
        });
    }

    fn takes_moment(&self, slot: &SlotId) -> bool {
        self.script.slots.get(slot).is_some_and(|def| matches!(def.form.kind, SlotKind::Moment))
    }

    fn is_over(&self, at: NaiveDateTime) -> bool {
        let zone = &self.script.bot.time_zone;
        let now: DateTime<_> = self.now.with_timezone(zone);
        at <= now.naive_local()
    }
}

/// The button of a time.
#[must_use]
pub fn time_choice(at: NaiveDateTime) -> Choice {
    Choice { id: ChoiceId::Time(at), label: "option-time".into() }
}

/// The next half hour.
fn round_up(at: NaiveDateTime) -> NaiveDateTime {
    let past = i64::from(at.minute() % 30) * 60 + i64::from(at.second());
    let whole = at.with_nanosecond(0).unwrap_or(at);
    if past == 0 { whole } else { whole + Duration::seconds(30 * 60 - past) }
}
