//! Reading single values: numbers, durations, dates, money, units, and one of some words.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::diagnostic::near::did_you_mean;
use crate::diagnostic::{Diagnostic, codes};
use crate::domain::value::{Money, Unit};
use crate::script::parse::Node;
use crate::script::place::Faults;

impl Node {
    /// A number.
    pub fn decimal(&self, faults: &mut Faults) -> Option<Decimal> {
        let text = &self.scalar("a number", faults)?.text;
        let number = decimal(text);
        if number.is_none() {
            let fault = self.wrong_shape("a number");
            faults.add(self.place, fault.help("write digits, as in `12` or `4.5`"));
        }
        number
    }

    /// A whole number within a range.
    pub fn integer(&self, range: RangeInclusive<i64>, faults: &mut Faults) -> Option<i64> {
        let text = &self.scalar("a whole number", faults)?.text;
        let Ok(number) = text.parse::<i64>() else {
            self.wrong("a whole number", faults);
            return None;
        };
        if !range.contains(&number) {
            let (least, most) = (range.start(), range.end());
            let message = format!("{number} is not between {least} and {most}");
            let fault = Diagnostic::new(&codes::OUT_OF_RANGE, message);
            let near = number.clamp(*least, *most);
            faults.add(self.place, fault.help(format!("write {near}, the nearest that works")));
            return None;
        }
        Some(number)
    }

    /// A duration in seconds: `90d`, `12h`, `30m`, `2w`.
    pub fn seconds(&self, faults: &mut Faults) -> Option<i64> {
        let text = self.scalar("a duration", faults)?.text.as_str();
        let (digits, unit) =
            text.split_at(text.len() - text.chars().last().map_or(0, char::len_utf8));
        let factor = match unit {
            "m" => Some(60),
            "h" => Some(3600),
            "d" => Some(86_400),
            "w" => Some(604_800),
            _ => None,
        };
        let number = digits.parse::<i64>().ok().filter(|n| (1..=100_000).contains(n));
        let seconds = factor.zip(number).map(|(factor, n)| factor * n);
        if seconds.is_none() {
            faults.add(
                self.place,
                Diagnostic::new(&codes::BAD_DURATION, format!("`{text}` is no duration")).help(
                    "write a number and m (minutes), h (hours), d (days) or w (weeks): `90d`",
                ),
            );
        }
        seconds
    }

    /// A duration of whole days.
    pub fn days(&self, faults: &mut Faults) -> Option<i64> {
        let seconds = self.seconds(faults)?;
        if seconds % 86_400 != 0 {
            let fault = Diagnostic::new(&codes::BAD_DURATION, "only whole days count here");
            faults.add(self.place, fault.help("write days or weeks: `90d`, `2w`"));
            return None;
        }
        Some(seconds / 86_400)
    }

    /// A date.
    pub fn date(&self, faults: &mut Faults) -> Option<NaiveDate> {
        let text = &self.scalar("a date", faults)?.text;
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == 10);
        if date.is_none() {
            faults.add(
                self.place,
                Diagnostic::new(&codes::BAD_DATE, format!("`{text}` is no date"))
                    .help("write year-month-day, as in `2027-06-30`"),
            );
        }
        date
    }

    /// An amount in the house's currency.
    pub fn money(&self, currency: Option<&str>, faults: &mut Faults) -> Option<Money> {
        let text = &self.scalar("an amount of money", faults)?.text;
        let house = currency.unwrap_or("EUR");
        let fault = Diagnostic::new(&codes::BAD_MONEY, format!("`{text}` is no amount of money"))
            .help(format!("write a number and the currency: `4890 {house}` or `4890.50 {house}`"));
        let parts = text.split_once(' ').and_then(|(amount, unit)| Some((decimal(amount)?, unit)));
        let Some((amount, unit)) =
            parts.filter(|(n, unit)| !n.is_sign_negative() && is_currency(unit))
        else {
            faults.add(self.place, fault);
            return None;
        };
        if currency.is_some_and(|house| house != unit) {
            let fault =
                Diagnostic::new(&codes::BAD_MONEY, format!("`{unit}` is not the house's currency"))
                    .reason(format!(
                        "prices are compared with each other; `bot.yaml` says `{house}`"
                    ))
                    .help(format!("write the amount in {house}"));
            faults.add(self.place, fault);
            return None;
        }
        Some(Money { amount, currency: unit.to_owned() })
    }

    /// A unit.
    pub fn unit(&self, faults: &mut Faults) -> Option<Unit> {
        let text = &self.scalar("a unit", faults)?.text;
        let unit = Unit::parse(text);
        if unit.is_none() {
            let words: Vec<&str> = Unit::ALL.iter().map(|unit| unit.as_str()).collect();
            let near = did_you_mean(text, words.iter().copied());
            faults.add(
                self.place,
                Diagnostic::new(&codes::BAD_UNIT, format!("`{text}` is no unit"))
                    .help(near.unwrap_or_else(|| format!("units are {}", words.join(" ")))),
            );
        }
        unit
    }

    /// One of some words.
    pub fn word<T: Copy>(&self, words: &[(&'static str, T)], faults: &mut Faults) -> Option<T> {
        let text = self.scalar("a word", faults)?.text.as_str();
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let names = words.iter().map(|(word, _)| *word);
            faults.add(
                self.place,
                Diagnostic::new(&codes::BAD_WORD, format!("`{text}` means nothing here"))
                    .help_if(did_you_mean(text, names)),
            );
        }
        found
    }
}

/// Plain notation only: digits, one point, a minus.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'))
        && text.ends_with(|c: char| c.is_ascii_digit());
    if plain { Decimal::from_str_exact(text).ok() } else { None }
}

/// Three capital letters.
pub(crate) fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.chars().all(|c| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::parse::parse;

    fn fault<T>(
        text: &str,
        read: impl Fn(&Node, &mut Faults) -> Option<T>,
    ) -> Option<&'static str> {
        let node = parse(0, text).expect("it is YAML");
        let mut faults = Faults::default();
        let value = read(&node, &mut faults);
        let first = faults.into_list().first().map(|fault| fault.code.id);
        assert_eq!(value.is_some(), first.is_none(), "{text}");
        first
    }

    #[test]
    fn values_are_read_strictly() {
        for (text, code) in [
            ("90d", ""),
            ("2w", ""),
            ("0d", "D310"),
            ("d", "D310"),
            ("3 months", "D310"),
            ("[]", "D006"),
        ] {
            assert_eq!(fault(text, Node::seconds).unwrap_or(""), code, "{text}");
        }
        for (text, code) in [
            ("2027-06-30", ""),
            ("2027-02-30", "D308"),
            ("30.06.2027", "D308"),
            ("2027-6-3", "D308"),
        ] {
            assert_eq!(fault(text, Node::date).unwrap_or(""), code, "{text}");
        }
        for (text, code) in [
            ("4890 EUR", ""),
            ("4890.50 EUR", ""),
            ("4890 USD", "D307"),
            ("4.890,- EUR", "D307"),
            ("-1 EUR", "D307"),
            ("4890", "D307"),
        ] {
            assert_eq!(fault(text, |n, f| n.money(Some("EUR"), f)).unwrap_or(""), code, "{text}");
        }
        for (text, code) in
            [("12", ""), ("4.5", ""), ("1e5", "D006"), (".inf", "D006"), ("4.", "D006")]
        {
            assert_eq!(fault(text, Node::decimal).unwrap_or(""), code, "{text}");
        }
        for (text, code) in
            [("next", ""), ("Next", "D010"), ("a-b", "D010"), ("7", "D010"), ("\"\"", "D010")]
        {
            assert_eq!(
                fault(text, |n, f| n.id(f).map(str::to_owned)).unwrap_or(""),
                code,
                "{text}"
            );
        }
        assert_eq!(fault("kilo", Node::unit), Some("D306"));
        assert_eq!(fault("yes", Node::flag), Some("D006"));
    }
}
