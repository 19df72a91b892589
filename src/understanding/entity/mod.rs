//! Typed values in an utterance, with the bytes where they stand.
//!
//! Each file finds one kind: addresses and links ([`contact`]), phones ([`phone`]), moments ([`moment`]), numbers
//! with money and units ([`amount`] over [`number`]), towns ([`place`]), people and companies
//! ([`name`]). Found tokens are taken, so that a phone number is not an amount too; the order
//! of the calls in [`find`] is the order of their claims. Slots and the catalogue are unknown here. Start at
//! [`find`].

mod addressed;
mod amount;
mod clock;
mod company;
mod contact;
mod date;
mod day;
mod guard;
mod measure;
mod moment;
mod name;
mod number;
mod period;
mod phone;
mod place;
#[cfg(test)]
mod properties;
mod relative;
mod spelled;
mod told;
#[cfg(test)]
mod utterances;

use chrono::{NaiveDate, NaiveTime};

use super::normalize::{Kind, Text};
use super::vocabulary::{Mark, Role, Tags, Vocabulary};
use crate::domain::understood::{Bound, Entity};
use crate::domain::value::Value;

pub(crate) use addressed::wants_somebody;
pub(crate) use place::Places;
pub(crate) use told::{Piece, tell};
pub use told::{Said, Told};

/// What besides the utterance decides how values read.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'s> {
    /// ISO 3166 alpha-2.
    pub country: &'s str,
    /// ISO 4217.
    pub currency: &'s str,
    pub today: Option<NaiveDate>,
    /// The time of day, for "in an hour".
    pub clock: Option<NaiveTime>,
    /// The day of an appointment that is agreed on.
    pub agreed: Option<NaiveDate>,
    /// The visitor's country, as far as it is known.
    pub home: Option<&'s str>,
    /// A name is wanted, so that bare capitalised words may be one.
    pub named: bool,
    /// The open question asks for this kind of value, so that bare forms may be read as it.
    pub open: Open,
    pub places: &'s Places,
}

/// The kinds of open slots that change how bare forms read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Open {
    Moment,
    Phone,
    Place,
    #[default]
    Other,
}

/// What a value is, beyond its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Number,
    Money,
    Quantity,
    Moment,
    Email,
    Phone,
    Place,
    Person,
    Company,
    Link,
}

/// A value found at the tokens `from..to`.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub value: Value,
    pub what: What,
    pub from: usize,
    pub to: usize,
    pub bound: Option<Bound>,
    /// "not 15": said only to be refused.
    pub negated: bool,
    /// "one", "ein": a number only where something else says so.
    pub weak: bool,
    /// Of a place: its country (ISO 3166 alpha-2), as far as it is known.
    pub country: Option<&'static str>,
    /// Of a name: it is somebody's with whom they talk, not their own.
    pub others: bool,
    /// The far end of the range that the value before it begins.
    pub far: bool,
    /// The words leave room: "a couple of hundred".
    pub vague: bool,
    /// What it may mean as well, when neither reading is surer.
    pub other: Option<Value>,
    /// The parts that are told on their own.
    pub pieces: Vec<Piece>,
}

impl Found {
    pub(crate) fn new(value: Value, what: What, from: usize, to: usize) -> Self {
        Self {
            value,
            what,
            from,
            to,
            bound: None,
            negated: false,
            weak: false,
            country: None,
            others: false,
            far: false,
            vague: false,
            other: None,
            pieces: Vec::new(),
        }
    }

    /// As it is told to others.
    pub(crate) fn entity(&self, text: &Text<'_>) -> Option<Entity> {
        let first = text.tokens.get(self.from)?;
        let last = text.tokens.get(self.to.checked_sub(1)?)?;
        Some(Entity {
            value: self.value.clone(),
            start: first.start,
            end: last.end,
            bound: self.bound,
            country: self.country.map(str::to_owned),
            other: self.other.clone(),
        })
    }
}

/// An utterance being read: its tokens, their roles, and which are taken.
pub(crate) struct Reader<'r, 't> {
    pub text: &'r Text<'t>,
    pub tags: &'r Tags<'r>,
    pub vocabulary: &'r Vocabulary,
    pub setting: Setting<'r>,
    pub taken: Vec<bool>,
    pub found: Vec<Found>,
}

impl Reader<'_, '_> {
    pub(crate) fn take(&mut self, found: Found) {
        for taken in &mut self.taken[found.from..found.to] {
            *taken = true;
        }
        self.found.push(found);
    }

    /// Whether a unit, a currency or a multiplier stands at a token: a number before it is an
    /// amount, no hour, day or phone.
    pub(crate) fn is_counted(&self, at: usize) -> bool {
        let counts =
            |role: &Role| matches!(role, Role::Unit(..) | Role::Currency(_) | Role::Multiplier(_));
        self.tags.at(at).iter().any(|tag| counts(tag.role))
    }

    pub(crate) fn is_free(&self, from: usize, to: usize) -> bool {
        self.taken.get(from..to).is_some_and(|t| t.iter().all(|taken| !taken))
    }
}

/// All values of an utterance in the order of their places.
pub(crate) fn find(
    text: &Text<'_>,
    tags: &Tags<'_>,
    vocabulary: &Vocabulary,
    setting: Setting<'_>,
) -> Vec<Found> {
    let taken = vec![false; text.len()];
    let mut reader = Reader { text, tags, vocabulary, setting, taken, found: Vec::new() };
    contact::find(&mut reader);
    phone::find(&mut reader);
    greet(&mut reader);
    guard::find(&mut reader);
    name::early(&mut reader);
    moment::find(&mut reader);
    amount::find(&mut reader);
    place::find(&mut reader);
    name::find(&mut reader);
    let mut found = std::mem::take(&mut reader.found);
    // "Wednesday, not Tuesday". A "no" by itself denies what was said before.
    let refused = |at: usize| {
        at > 0 && tags.before(at, Mark::Not).is_some() && tags.before(at, Mark::No).is_none()
    };
    for value in found.iter_mut().filter(|f| f.what == What::Moment) {
        value.negated = refused(value.from);
    }
    for (from, to) in addressed::others(&reader, &found) {
        let person = |f: &&mut Found| f.what == What::Person && f.from < to && from < f.to;
        found.iter_mut().filter(person).for_each(|f| f.others = true);
    }
    found.sort_by_key(|f| f.from);
    drop_slips(&reader, &mut found);
    found
}

/// "Twenty no twenty five bikes": of two values of a kind with nothing but a word that corrects
/// between them, the first was a slip.
fn drop_slips(reader: &Reader<'_, '_>, found: &mut [Found]) {
    let (text, tags) = (reader.text, reader.tags);
    // Where "no" is the only word for "not", it refuses what comes right after it.
    let plain = matches!(reader.vocabulary.language.as_str(), "en" | "de");
    let is_mark = |i: usize| text.tokens.get(i).is_some_and(|token| token.kind == Kind::Mark);
    let mends =
        |i: usize| tags.is(i, Mark::Correct) || (tags.is(i, Mark::No) && (plain || is_mark(i + 1)));
    for at in 1..found.len() {
        let mut between = found[at - 1].to..found[at].from;
        let mended = found[at - 1].what == found[at].what
            && between.clone().any(mends)
            && between.all(|i| mends(i) || is_mark(i));
        if mended {
            found[at - 1].negated = true;
            found[at].negated = false;
        }
    }
}

/// Takes greetings and goodbyes of several words: the morning of "good morning" is no time, nor is
/// what "bis bald" ends with.
fn greet(reader: &mut Reader<'_, '_>) {
    for i in 0..reader.text.len() {
        for mark in [Mark::Greeting, Mark::Farewell] {
            if let Some(end) = reader.tags.mark(i, mark).filter(|end| *end > i + 1) {
                reader.taken[i..end].fill(true);
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// What is found, one `kind value start..end` each.
    pub(crate) fn read(locale: &str, utterance: &str) -> String {
        read_open(locale, utterance, Open::Other)
    }

    pub(crate) fn read_open(locale: &str, utterance: &str, open: Open) -> String {
        let places = Places::new();
        let vocabulary = Vocabulary::of(locale);
        let text = Text::new(utterance);
        let tags = vocabulary.tag(&text);
        let today = NaiveDate::from_ymd_opt(2026, 3, 4);
        let setting = Setting {
            country: "AT",
            currency: "EUR",
            today,
            clock: NaiveTime::from_hms_opt(9, 20, 0),
            agreed: None,
            home: None,
            named: false,
            open,
            places: &places,
        };
        let mut lines = Vec::new();
        for found in find(&text, &tags, &vocabulary, setting) {
            if found.weak || found.negated {
                continue;
            }
            let entity = found.entity(&text).expect("what is found has a place");
            let value = match &entity.value {
                Value::Integer(n) => n.to_string(),
                Value::Decimal(d) => d.normalize().to_string(),
                Value::Money(m) => format!("{} {}", m.amount.normalize(), m.currency),
                Value::Quantity(q) => format!("{} {}", q.amount.normalize(), q.unit.as_str()),
                Value::Moment(m) => {
                    let to = if m.to == m.from { String::new() } else { format!("..{}", m.to) };
                    let time = m.time.map(|t| t.format(" %H:%M").to_string()).unwrap_or_default();
                    format!("{}{to}{time}", m.from)
                }
                Value::Email(s) | Value::Phone(s) | Value::Place(s) | Value::Text(s) => s.clone(),
                other => format!("{other:?}"),
            };
            let bound = match entity.bound {
                Some(Bound::AtLeast) => ">=",
                Some(Bound::AtMost) => "<=",
                None => "",
            };
            let said = &utterance[entity.start..entity.end];
            lines.push(format!("{} {bound}{value} [{said}]", entity.value.kind()));
        }
        lines.join("; ")
    }
}
