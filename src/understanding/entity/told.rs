//! What was found, as it is told to people and programs: `docent understand` and the scores.
//!
//! A dialog works with values that fit its slots; a reader wants what was said. So a range is one
//! thing with two ends here, a moment falls into its day and its time, a place into its postal
//! code and its town, and what can be read in two ways has no value at all. Start at [`tell`].

use chrono::{NaiveDate, NaiveTime};
use rust_decimal::Decimal;

use super::{Found, What};
use crate::domain::understood::Bound;
use crate::domain::value::{Unit, Value};
use crate::understanding::normalize::Text;

/// A value of an utterance as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// One word: `integer decimal range money percent quantity date period time email phone url
    /// postal_code person company place`.
    pub kind: &'static str,
    /// What it means; two when either may be meant and nothing is to be guessed.
    pub readings: Vec<Said>,
    /// A unit, a currency or `%`.
    pub unit: Option<String>,
    /// First byte in the utterance.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// The words leave room: "end of March", "a couple of hundred".
    pub vague: bool,
    /// It was said only to be refused: the 15 of "not 15, 12".
    pub refused: bool,
}

/// What a value means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A number, of a unit or a currency where one was said.
    Number(Decimal),
    /// A number between two ends, of which one may be open.
    Range(Option<Decimal>, Option<Decimal>),
    /// A day.
    Date(NaiveDate),
    /// First and last day.
    Period(NaiveDate, NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// Words, an address, a number to dial.
    Words(String),
}

/// A part of a value that is told on its own: the time of a moment, the town of a place.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub kind: &'static str,
    pub readings: Vec<Said>,
    pub from: usize,
    pub to: usize,
    pub vague: bool,
    pub unit: Option<&'static str>,
}

impl Piece {
    pub(crate) fn new(kind: &'static str, said: Said, from: usize, to: usize) -> Self {
        Self { kind, readings: vec![said], from, to, vague: false, unit: None }
    }
}

impl Told {
    /// What it means, when that is certain.
    #[must_use]
    pub fn value(&self) -> Option<&Said> {
        match self.readings.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }
}

/// Everything that was found, in the order of the utterance.
pub(crate) fn tell(text: &Text<'_>, found: &[Found]) -> Vec<Told> {
    let mut told = Vec::new();
    let mut i = 0;
    while let Some(here) = found.get(i) {
        i += 1;
        if here.weak {
            continue;
        }
        match here.what {
            What::Number | What::Money | What::Quantity => {
                let far = found.get(i).filter(|next| next.far);
                i += usize::from(far.is_some());
                told.extend(amount(text, here, far));
            }
            What::Moment | What::Place => told.extend(pieces(text, here)),
            _ => {
                let words = match &here.value {
                    Value::Email(s) | Value::Phone(s) | Value::Text(s) => s.clone(),
                    _ => continue,
                };
                let kind = match here.what {
                    What::Email => "email",
                    What::Phone => "phone",
                    What::Link => "url",
                    What::Person => "person",
                    _ => "company",
                };
                told.extend(at(text, here, kind, Said::Words(words), (here.from, here.to)));
            }
        }
    }
    told
}

fn at(
    text: &Text<'_>,
    found: &Found,
    kind: &'static str,
    said: Said,
    (from, to): (usize, usize),
) -> Option<Told> {
    let (first, last) = (text.tokens.get(from)?, text.tokens.get(to.checked_sub(1)?)?);
    Some(Told {
        kind,
        readings: vec![said],
        unit: None,
        start: first.start,
        end: last.end,
        vague: found.vague,
        refused: found.negated,
    })
}

/// A number, an amount, or a range of either.
fn amount(text: &Text<'_>, found: &Found, far: Option<&Found>) -> Option<Told> {
    let number = found.value.number()?;
    let (mut kind, mut unit) = measure(found);
    let said = match (far.and_then(|f| f.value.number()), found.bound) {
        (Some(end), _) => {
            let there = far.map(measure).unwrap_or_default();
            unit = unit.or(there.1);
            Said::Range(Some(number), Some(end))
        }
        (None, Some(Bound::AtLeast)) => Said::Range(Some(number), None),
        (None, Some(Bound::AtMost)) => Said::Range(None, Some(number)),
        (None, None) => Said::Number(number),
    };
    if matches!(said, Said::Range(..)) {
        let share = |f: &Found| measure(f).0 == "percent";
        unit = unit.or((share(found) || far.is_some_and(share)).then(|| "%".to_owned()));
        kind = "range";
    }
    let to = far.map_or(found.to, |f| f.to);
    let mut told = at(text, found, kind, said, (found.from, to))?;
    told.readings.extend(found.other.as_ref().and_then(Value::number).map(Said::Number));
    told.unit = unit;
    Some(told)
}

/// The kind of an amount and what it counts.
fn measure(found: &Found) -> (&'static str, Option<String>) {
    match &found.value {
        Value::Money(money) => ("money", Some(money.currency.clone())),
        Value::Quantity(q) if q.unit == Unit::Percent => ("percent", None),
        Value::Quantity(q) => ("quantity", Some(short(q.unit).to_owned())),
        _ if found.what == What::Money => ("money", None),
        Value::Decimal(_) => ("decimal", None),
        _ => ("integer", None),
    }
}

/// The usual sign of a unit.
fn short(unit: Unit) -> &'static str {
    match unit {
        Unit::Mile => "mi",
        Unit::Minute => "min",
        Unit::Hour => "h",
        Unit::Second => "s",
        Unit::Celsius => "C",
        Unit::WattHour => "Wh",
        Unit::KilometerPerHour => "km/h",
        other => other.as_str(),
    }
}

/// The day and the time of a moment, the postal code and the town of a place.
fn pieces(text: &Text<'_>, found: &Found) -> Vec<Told> {
    let mut told = Vec::new();
    for piece in &found.pieces {
        let Some(said) = piece.readings.first() else { continue };
        let made = at(text, found, piece.kind, said.clone(), (piece.from, piece.to));
        told.extend(made.map(|t| Told {
            readings: piece.readings.clone(),
            vague: piece.vague,
            unit: piece.unit.map(str::to_owned),
            ..t
        }));
    }
    told.sort_by_key(|t| t.start);
    told
}
