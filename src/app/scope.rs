//! What texts may speak of beside their own arguments: the house, what is known of the visitor,
//! and the catalogue.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use crate::domain::conversation::Filled;
use crate::domain::ids::{Locale, SlotId};
use crate::domain::reply::{Arg, Part};
use crate::domain::value::Value;
use crate::script::model::Script;
use crate::texts::{Scope, Texts};

/// The variables of a talk.
pub struct TalkScope<'a> {
    /// The house and its catalogue.
    pub script: &'a Script,
    /// What is known.
    pub slots: &'a BTreeMap<SlotId, Filled>,
    /// The day it is where the house is.
    pub today: NaiveDate,
    /// The language, for the hours.
    pub locale: &'a Locale,
    /// The words, for the names of weekdays.
    pub texts: &'a Texts,
}

impl Scope for TalkScope<'_> {
    fn variable(&self, name: &str) -> Option<Arg> {
        let bot = &self.script.bot;
        let text = |words: &str| Some(Arg::Value(Value::Text(words.to_owned())));
        match name {
            "house" => return text(&bot.name),
            "bot_name" => return text(&bot.bot_name),
            "phone" => return text(bot.phone.as_deref()?),
            "email" => return text(bot.email.as_deref()?),
            "web" => return text(bot.web.as_deref()?),
            "privacy_url" => return text(bot.privacy_url.as_deref().or(bot.web.as_deref())?),
            "hours" => return Some(self.hours()),
            _ => {}
        }
        if let Some(filled) = self.slots.get(name) {
            return Some(match &filled.value {
                Value::Choice(option) => Arg::Text(format!("option-{option}").into()),
                value => Arg::Value(value.clone()),
            });
        }
        let (product, attribute) = name.split_once('-')?;
        let product = self.script.catalogue.product(&product.into())?;
        product.attributes.get(attribute).cloned().map(Arg::Value)
    }

    fn today(&self) -> Option<NaiveDate> {
        Some(self.today)
    }
}

impl TalkScope<'_> {
    /// The hours as a list: "Mon–Fri 08:00–17:00 and Sat 09:00–12:00".
    fn hours(&self) -> Arg {
        let hours = &self.script.bot.hours;
        let mut stretches = Vec::new();
        let mut from = 0;
        while from < 7 {
            let mut to = from;
            while to + 1 < 7 && hours[to + 1] == hours[from] {
                to += 1;
            }
            if !hours[from].is_empty() {
                stretches.push(Arg::Value(Value::Text(self.stretch(from, to, &hours[from]))));
            }
            from = to + 1;
        }
        if stretches.is_empty() {
            return Arg::Part(Box::new(Part::tell("hours-none")));
        }
        Arg::And(stretches)
    }

    fn stretch(&self, from: usize, to: usize, hours: &[(NaiveTime, NaiveTime)]) -> String {
        let day = |index: usize| self.texts.weekday(self.locale, index);
        let days = if from == to { day(from) } else { format!("{}–{}", day(from), day(to)) };
        let times: Vec<String> = hours
            .iter()
            .map(|(from, to)| format!("{}–{}", from.format("%H:%M"), to.format("%H:%M")))
            .collect();
        format!("{days} {}", times.join(", "))
    }
}

/// Every variable name that texts may use beside slots and catalogue values.
pub const HOUSE_VARIABLES: &[&str] =
    &["house", "bot_name", "phone", "email", "web", "privacy_url", "hours"];
