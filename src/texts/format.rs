//! Values as a locale writes them: numbers, money, amounts with units, dates, lists.
//!
//! Everything comes from ICU4X's compiled data, made once for each locale; [`super::units`] and
//! [`super::money`] hold what ICU4X does not offer outside its experimental crate.

use std::fmt::{self, Write as _};

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use icu::calendar::{Date, Gregorian};
use icu::datetime::fieldsets::{E, MD, MDE, MDET, T, Y, YM, YMD, YMDE, YMDET};
use icu::datetime::input::{DateTime, Time};
use icu::datetime::{FixedCalendarDateTimeFormatter as Formatter, NoCalendarFormatter};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal as Fixed;
use icu::decimal::options::DecimalFormatterOptions;
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::locale::Locale as IcuLocale;
use icu::plurals::{PluralCategory, PluralRules, PluralRulesOptions};
use rust_decimal::Decimal;

use super::money::{self, Side};
use super::units::{self, Language};
use crate::domain::value::{Moment, Money, Quantity};

/// The formatters of one locale.
#[derive(Debug)]
pub(super) struct Formats {
    tag: String,
    language: Language,
    side: Side,
    decimal: DecimalFormatter,
    /// What stands between thousands.
    separator: String,
    cardinal: PluralRules,
    and: ListFormatter,
    or: ListFormatter,
    dates: Dates,
}

#[derive(Debug)]
struct Dates {
    day: Formatter<Gregorian, MDE>,
    day_of_year: Formatter<Gregorian, YMDE>,
    day_at: Formatter<Gregorian, MDET>,
    day_of_year_at: Formatter<Gregorian, YMDET>,
    short: Formatter<Gregorian, MD>,
    short_of_year: Formatter<Gregorian, YMD>,
    month: Formatter<Gregorian, YM>,
    year: Formatter<Gregorian, Y>,
    weekday: Formatter<Gregorian, E>,
    time: NoCalendarFormatter<T>,
}

/// Which word joins the last two of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    And,
    Or,
}

impl Formats {
    /// The formatters of a locale; those of English when the tag means nothing to ICU4X.
    pub(super) fn new(tag: &str) -> Self {
        Self::load(tag)
            .or_else(|| Self::load("en"))
            .expect("the compiled data of ICU4X hold English")
    }

    fn load(tag: &str) -> Option<Self> {
        let locale = IcuLocale::try_from_str(tag).unwrap_or(IcuLocale::UNKNOWN);
        let decimal =
            DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default()).ok()?;
        let separator = decimal
            .format_to_string(&Fixed::from(10_000_000))
            .chars()
            .skip_while(|c| c.is_numeric())
            .take_while(|c| !c.is_numeric())
            .collect();
        Some(Self {
            tag: tag.to_owned(),
            language: Language::of(tag),
            side: Side::of(tag),
            separator,
            decimal,
            cardinal: PluralRules::try_new((&locale).into(), PluralRulesOptions::default()).ok()?,
            and: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default())
                .ok()?,
            or: ListFormatter::try_new_or((&locale).into(), ListFormatterOptions::default())
                .ok()?,
            dates: Dates::load(&locale)?,
        })
    }

    /// The plural category of a number.
    pub(super) fn category(&self, number: Decimal) -> PluralCategory {
        self.cardinal.category_for(&fixed(number.normalize()))
    }

    /// A number without superfluous zeros.
    pub(super) fn number(&self, number: Decimal) -> String {
        self.decimal.format_to_string(&fixed(number.normalize()))
    }

    /// An amount of money: without decimals when it is whole, always with thousands apart.
    pub(super) fn money(&self, money: &Money) -> String {
        let mut amount = money.amount.normalize();
        if !amount.fract().is_zero() {
            amount.rescale(money::decimals(&money.currency));
        }
        let sign = money::sign(&self.tag, &money.currency);
        let minus = if self.side != Side::After && amount.is_sign_negative() { "-" } else { "" };
        if !minus.is_empty() {
            amount.set_sign_positive(true);
        }
        let number = self.apart(self.decimal.format_to_string(&fixed(amount)));
        match self.side {
            Side::After => format!("{number}\u{a0}{sign}"),
            // A code of letters would run into the number.
            Side::Before if !sign.ends_with(char::is_alphabetic) => {
                format!("{minus}{sign}{number}")
            }
            Side::Before | Side::BeforeWithGap => format!("{minus}{sign}\u{a0}{number}"),
        }
    }

    /// Sets thousands apart also in four digits, which Spanish and Polish do in prices only.
    fn apart(&self, mut number: String) -> String {
        let is_digit = |c: &char| c.is_numeric();
        let start = number.find(|c: char| is_digit(&c)).unwrap_or(0);
        let digits = number[start..].chars().take_while(is_digit).count();
        if digits == 4 && !self.separator.is_empty() {
            let second = number[start..].chars().next().map_or(0, char::len_utf8);
            number.insert_str(start + second, &self.separator);
        }
        number
    }

    /// An amount with its unit.
    pub(super) fn quantity(&self, quantity: Quantity) -> String {
        let mut text = self.number(quantity.amount);
        let category = self.category(quantity.amount);
        let (gap, unit) = units::suffix(self.language, quantity.unit, category);
        text.push_str(gap);
        text.push_str(unit);
        text
    }

    /// Yes or no.
    pub(super) fn boolean(&self, yes: bool) -> &'static str {
        match (self.language, yes) {
            (Language::English, true) => "yes",
            (Language::English, false) => "no",
            (Language::German, true) => "ja",
            (Language::German, false) => "nein",
            (Language::Spanish, true) => "sí",
            (Language::Spanish, false) => "no",
            (Language::Polish, true) => "tak",
            (Language::Polish, false) => "nie",
            (Language::Other, true) => "✓",
            (Language::Other, false) => "✗",
        }
    }

    /// A date, a period or a time. Years are left out when `today` is known and they go without
    /// saying.
    pub(super) fn moment(&self, moment: &Moment, today: Option<NaiveDate>) -> String {
        let dates = &self.dates;
        if moment.from == moment.to {
            let near = near(moment.from, today);
            let text = match (near, moment.time) {
                (true, None) => dates.day.format(&date(moment.from)).to_string(),
                (false, None) => dates.day_of_year.format(&date(moment.from)).to_string(),
                (true, Some(at)) => dates.day_at.format(&date_time(moment.from, at)).to_string(),
                (false, Some(at)) => {
                    dates.day_of_year_at.format(&date_time(moment.from, at)).to_string()
                }
            };
            return text + if moment.time.is_some() { self.clock() } else { "" };
        }
        let mut text = self.period(moment, today);
        if let Some(at) = moment.time {
            let _ = write!(text, ", {}", self.time_of_day(at));
        }
        text
    }

    /// The language whose words are known.
    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// A time of day.
    pub(super) fn time_of_day(&self, at: NaiveTime) -> String {
        format!("{}{}", self.dates.time.format(&time(at)), self.clock())
    }

    /// The short name of the weekday of a date.
    pub(super) fn weekday(&self, day: NaiveDate) -> String {
        self.dates.weekday.format(&date(day)).to_string()
    }

    /// What is said after a time of day.
    fn clock(&self) -> &'static str {
        if self.language == Language::German { "\u{a0}Uhr" } else { "" }
    }

    /// The first and the last day of a period that has no name of its own.
    pub(super) fn ends(
        &self,
        moment: &Moment,
        today: Option<NaiveDate>,
    ) -> Option<(String, String)> {
        let (from, to) = (moment.from, moment.to);
        if self.named(from, to).is_some() {
            return None;
        }
        let dates = &self.dates;
        let end = if near(to, today) {
            dates.short.format(&date(to)).to_string()
        } else {
            dates.short_of_year.format(&date(to)).to_string()
        };
        let start = if from.year() == to.year() || near(from, today) {
            dates.short.format(&date(from)).to_string()
        } else {
            dates.short_of_year.format(&date(from)).to_string()
        };
        Some((start, end))
    }

    /// A whole month or year.
    fn named(&self, from: NaiveDate, to: NaiveDate) -> Option<String> {
        let dates = &self.dates;
        let after = to.succ_opt();
        let fills = from.day() == 1 && after.is_some_and(|day| day.day() == 1);
        if fills && from.year() == to.year() {
            if from.month() == to.month() {
                return Some(dates.month.format(&date(from)).to_string());
            }
            if from.month() == 1 && to.month() == 12 {
                return Some(dates.year.format(&date(from)).to_string());
            }
        }
        None
    }

    fn period(&self, moment: &Moment, today: Option<NaiveDate>) -> String {
        match self.ends(moment, today) {
            Some((start, end)) => format!("{start} – {end}"),
            None => self.named(moment.from, moment.to).unwrap_or_default(),
        }
    }

    /// Joins items as the locale does and hands each piece on, with its index when it is an item.
    pub(super) fn list(
        &self,
        joint: Joint,
        items: &[String],
        mut piece: impl FnMut(&str, Option<usize>),
    ) {
        let formatter = match joint {
            Joint::And => &self.and,
            Joint::Or => &self.or,
        };
        let mut sink = Pieces { items, next: 0, piece: &mut piece };
        // The sink itself never fails.
        let _ = write!(sink, "{}", formatter.format(items.iter().map(String::as_str)));
    }
}

/// Tells items from what the locale puts between them: an item arrives as one piece, and at the
/// very address at which it was handed in.
struct Pieces<'a, F> {
    items: &'a [String],
    next: usize,
    piece: &'a mut F,
}

impl<F: FnMut(&str, Option<usize>)> fmt::Write for Pieces<'_, F> {
    fn write_str(&mut self, written: &str) -> fmt::Result {
        let is_item = self.items.get(self.next).is_some_and(|item| {
            std::ptr::eq(item.as_ptr(), written.as_ptr()) && item.len() == written.len()
        });
        if is_item {
            (self.piece)(written, Some(self.next));
            self.next += 1;
        } else {
            (self.piece)(written, None);
        }
        Ok(())
    }
}

impl Dates {
    fn load(locale: &IcuLocale) -> Option<Self> {
        Some(Self {
            day: Formatter::try_new(locale.into(), MDE::long()).ok()?,
            day_of_year: Formatter::try_new(locale.into(), YMDE::long()).ok()?,
            day_at: Formatter::try_new(locale.into(), MDE::long().with_time_hm()).ok()?,
            day_of_year_at: Formatter::try_new(locale.into(), YMDE::long().with_time_hm()).ok()?,
            short: Formatter::try_new(locale.into(), MD::long()).ok()?,
            short_of_year: Formatter::try_new(locale.into(), YMD::long()).ok()?,
            month: Formatter::try_new(locale.into(), YM::long()).ok()?,
            year: Formatter::try_new(locale.into(), Y::long()).ok()?,
            weekday: Formatter::try_new(locale.into(), E::short()).ok()?,
            time: NoCalendarFormatter::try_new(locale.into(), T::hm()).ok()?,
        })
    }
}

/// Whether a date is so close that its year goes without saying.
fn near(day: NaiveDate, today: Option<NaiveDate>) -> bool {
    today.is_some_and(|today| (-60..=300).contains(&(day - today).num_days()))
}

/// The same number for ICU4X, trailing zeros kept.
fn fixed(number: Decimal) -> Fixed {
    let mut fixed = Fixed::from(number.mantissa());
    // A scale is 28 at most.
    fixed.multiply_pow10(-i16::try_from(number.scale()).unwrap_or(0));
    fixed
}

#[expect(clippy::cast_possible_truncation, reason = "months and days fit a byte")]
fn date(day: NaiveDate) -> Date<Gregorian> {
    Date::try_new_gregorian(day.year(), day.month() as u8, day.day() as u8)
        .expect("a date of chrono is a Gregorian date")
}

#[expect(clippy::cast_possible_truncation, reason = "hours and minutes fit a byte")]
fn time(at: NaiveTime) -> Time {
    Time::try_new(at.hour() as u8, at.minute() as u8, 0, 0).expect("a time of chrono is a time")
}

fn date_time(day: NaiveDate, at: NaiveTime) -> DateTime<Gregorian> {
    DateTime { date: date(day), time: time(at) }
}
