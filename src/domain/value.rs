//! Typed values: what slots hold, what products have, what entities mean.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ids::OptionId;

/// A typed value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// A whole number.
    Integer(i64),
    /// A number.
    Decimal(Decimal),
    /// An amount of money.
    Money(Money),
    /// An amount of something measured.
    Quantity(Quantity),
    /// A date, a period, or a time of day.
    Moment(Moment),
    /// One of a slot's options.
    Choice(OptionId),
    /// Several options, as products have them.
    Choices(Vec<OptionId>),
    /// Yes or no.
    Boolean(bool),
    /// An e-mail address.
    Email(String),
    /// A phone number in E.164 form.
    Phone(String),
    /// A town or postal code, as written.
    Place(String),
    /// Words as written.
    Text(String),
}

/// An amount in a currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// The amount in whole units of the currency.
    pub amount: Decimal,
    /// ISO 4217 code.
    pub currency: String,
}

/// An amount in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// How much.
    pub amount: Decimal,
    /// Of which unit.
    pub unit: Unit,
}

/// A date or span of dates, with a time of day where one was given. Local to the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// First day.
    pub from: NaiveDate,
    /// Last day, the same as `from` for a single one.
    pub to: NaiveDate,
    /// The time of day it starts, if said.
    pub time: Option<NaiveTime>,
}

impl Moment {
    /// A time of a day.
    #[must_use]
    pub fn at(at: NaiveDateTime) -> Self {
        Self { from: at.date(), to: at.date(), time: Some(at.time()) }
    }
}

macro_rules! units {
    ($($(#[$doc:meta])* $name:ident $word:literal $dimension:ident $factor:literal;)*) => {
        /// A unit of measure.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Unit { $($(#[$doc])* #[serde(rename = $word)] $name,)* }

        impl Unit {
            /// All units.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word of the unit in files and JSON.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// What it measures, and how many base units it is.
            fn scale(self) -> (Dimension, Decimal) {
                match self { $(Self::$name => (
                    Dimension::$dimension,
                    Decimal::from_str_exact($factor).unwrap_or(Decimal::ONE),
                ),)* }
            }
        }
    };
}

/// What a unit measures; only units of one dimension convert into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dimension {
    Mass,
    Length,
    Volume,
    Time,
    Ratio,
    Energy,
    Speed,
    Torque,
    Power,
    Temperature,
    Count,
}

units! {
    /// Kilogram.
    Kilogram "kg" Mass "1";
    /// Gram.
    Gram "g" Mass "0.001";
    /// Pound, 0.45359237 kg exactly (international pound, 1959).
    Pound "lb" Mass "0.45359237";
    /// Kilometre.
    Kilometer "km" Length "1000";
    /// Mile, 1609.344 m exactly (international mile, 1959).
    Mile "mile" Length "1609.344";
    /// Metre.
    Meter "m" Length "1";
    /// Centimetre.
    Centimeter "cm" Length "0.01";
    /// Millimetre.
    Millimeter "mm" Length "0.001";
    /// Litre.
    Liter "l" Volume "1";
    /// Cubic metre.
    CubicMeter "m3" Volume "1000";
    /// Second.
    Second "second" Time "1";
    /// Minute.
    Minute "minute" Time "60";
    /// Hour.
    Hour "hour" Time "3600";
    /// Day.
    Day "day" Time "86400";
    /// Week.
    Week "week" Time "604800";
    /// Month, counted as a twelfth of 365.2425 days (the mean Gregorian month).
    Month "month" Time "2629746";
    /// Year, 365.2425 days (the mean Gregorian year).
    Year "year" Time "31556952";
    /// Per cent.
    Percent "percent" Ratio "1";
    /// Kilometres an hour.
    KilometerPerHour "kmh" Speed "1";
    /// Watt hour.
    WattHour "wh" Energy "1";
    /// Newton metre.
    NewtonMeter "nm" Torque "1";
    /// Watt.
    Watt "watt" Power "1";
    /// Degree Celsius.
    Celsius "celsius" Temperature "1";
    /// Pieces.
    Piece "piece" Count "1";
}

impl Unit {
    /// The unit of a word in a file.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|unit| unit.as_str() == word)
    }
}

impl Quantity {
    /// The same amount in another unit, rounded to four decimals; `None` when they measure
    /// different things.
    #[must_use]
    pub fn convert(self, unit: Unit) -> Option<Self> {
        if unit == self.unit {
            return Some(self);
        }
        let (from, factor) = self.unit.scale();
        let (to, divisor) = unit.scale();
        let amount = (self.amount.checked_mul(factor)?.checked_div(divisor)?).round_dp(4);
        (from == to).then_some(Self { amount: amount.normalize(), unit })
    }
}

impl Value {
    /// The number inside, for comparisons and plural forms.
    #[must_use]
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Integer(n) => Some(Decimal::from(*n)),
            Self::Decimal(n) => Some(*n),
            Self::Money(m) => Some(m.amount),
            Self::Quantity(q) => Some(q.amount),
            _ => None,
        }
    }

    /// One word for the kind of value, as `docent understand` prints it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Integer(_) => "integer",
            Self::Decimal(_) => "decimal",
            Self::Money(_) => "money",
            Self::Quantity(_) => "quantity",
            Self::Moment(_) => "moment",
            Self::Choice(_) | Self::Choices(_) => "choice",
            Self::Boolean(_) => "boolean",
            Self::Email(_) => "email",
            Self::Phone(_) => "phone",
            Self::Place(_) => "place",
            Self::Text(_) => "text",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_convert_within_their_dimension_only() {
        let pounds = Quantity { amount: Decimal::from(440), unit: Unit::Pound };
        let kilos = pounds.convert(Unit::Kilogram).map(|q| q.amount.to_string());
        assert_eq!(kilos.as_deref(), Some("199.5806"));
        assert_eq!(pounds.convert(Unit::Kilometer), None);
    }
}
