//! Calls that reps offer or agree on: when they could make one, and what they are told of it.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use tracing::warn;

use crate::app::card::local_time;
use crate::app::turns::NotTaken;
use crate::domain::contact::ContactId;
use crate::domain::desk::{Deed, Rep};
use crate::domain::reply::ChoiceId;
use crate::domain::value::{Moment, Value};
use crate::handoff::appointment;
use crate::handoff::calendar::{Calendar, is_on_duty};
use crate::handoff::worktime::Hours;
use crate::store::conversations::Wanted;
use crate::store::desk::Act;

use super::{Begun, Reps, Word};

impl Reps {
    /// A deed with what it takes from the house, or why it cannot be done.
    pub(super) async fn prepared(
        &self,
        rep: &Rep,
        deed: Deed,
        now: DateTime<Utc>,
    ) -> Result<Result<Deed, Begun>, NotTaken> {
        Ok(match deed {
            Deed::Snippet { id, .. } if !self.has_snippet(&id) => {
                Err(Begun::Told(self.no_snippet(&id)))
            }
            Deed::Call { when: None, at_card, .. } => {
                let times = self.times_of(rep, now).await?;
                match times.is_empty() {
                    true => Err(self.told("desk-call-never")),
                    false => Ok(Deed::Call { when: None, times, at_card }),
                }
            }
            deed => Ok(deed),
        })
    }

    /// When a rep could call next: in their own hours, else in those of the house.
    pub(super) async fn times_of(
        &self,
        rep: &Rep,
        now: DateTime<Utc>,
    ) -> Result<Vec<NaiveDateTime>, NotTaken> {
        let db = &self.0.db;
        let (calendar, away) = self.insist(|| db.find_calendar(&rep.id)).await?.unwrap_or_default();
        let calendar = calendar.and_then(|json| match json.read::<Calendar>("calendar of a rep") {
            Ok(calendar) => Some(calendar),
            Err(error) => {
                warn!(rep = %rep.id, %error, "the hours of a rep cannot be read, so those of the house hold; `docent reps hours` sets them anew");
                None
            }
        });
        let edition = self.0.editions.current();
        let house = Hours::of(&edition.script.bot);
        let is_there = |at| is_on_duty(calendar.as_ref(), away, &house, at);
        Ok(appointment::times(house.zone, is_there, now))
    }

    /// When they are reminded.
    pub(super) fn until(&self, act: &Act, minutes: u32, word: Word) -> Word {
        let at = act.at + Duration::minutes(i64::from(minutes));
        let time = self.0.editions.current().clock(at, act.at);
        Word { text: self.say("desk-later", &[("time", time)]), aloud: true, ..word }
    }

    /// The number, the time of day there, and what was agreed on or offered.
    pub(super) async fn told_of_call(
        &self,
        talk: ContactId,
        name: Option<&str>,
        word: Word,
    ) -> Result<Word, NotTaken> {
        let db = &self.0.db;
        let wanted = Wanted { contact: talk, update: None };
        let found = self.insist(|| db.find_conversation(wanted)).await?;
        let Ok(state) = found.state() else { return Ok(word) };
        let edition = self.0.editions.current();
        let now = self.0.editions.clock().now();
        let time = |moment: Moment| edition.value_text(&Value::Moment(moment), now);
        let named = ("name", name.unwrap_or("?").to_owned());
        let mut lines = vec![match appointment::phone(&state) {
            Some(phone) => self.say("desk-call-number", &[named, ("phone", phone.to_owned())]),
            None => self.say("desk-call-no_number", &[named]),
        }];
        lines.extend(
            local_time::known(&state, now)
                .map(|time| self.say("card-local_time", &[("time", time)])),
        );
        lines.push(match appointment::ahead(&state, &edition.script, now) {
            Some(moment) => self.say("desk-call-agreed", &[("time", time(moment))]),
            None => {
                let times = state.offered.iter().filter_map(|choice| match choice {
                    ChoiceId::Time(at) => Some(time(Moment::at(*at))),
                    _ => None,
                });
                let times: Vec<String> = times.collect();
                self.say("desk-call-offered", &[("lines", times.join(" · "))])
            }
        });
        Ok(Word { text: lines.join("\n"), ..word })
    }
}
