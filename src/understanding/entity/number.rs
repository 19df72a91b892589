//! Numbers in digits and in words.
//!
//! Digits with the separators of the locale, words as each language puts them together. What is
//! counted is for [`super::amount`] to see. Start at [`at`].

use rust_decimal::Decimal;

use super::spelled::words_at;
use crate::understanding::normalize::Text;
use crate::understanding::vocabulary::{Role, Tags, Vocabulary};

/// A number at the tokens up to `to`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Number {
    pub value: Decimal,
    pub to: usize,
    /// "one", "ein", which are articles as well.
    pub weak: bool,
    /// "half": a number only of a unit.
    pub part: bool,
    /// One separator before three digits that could mark thousands: `1.500` in English.
    pub open_separator: bool,
    /// What it may be as well, by the other use of that separator.
    pub other: Option<Decimal>,
    /// "k", "thousand" after it.
    pub factor: Decimal,
    /// "A couple of hundred".
    pub vague: bool,
}

impl Number {
    pub(crate) fn new(value: Decimal, to: usize) -> Self {
        Self {
            value,
            to,
            weak: false,
            part: false,
            open_separator: false,
            other: None,
            factor: Decimal::ONE,
            vague: false,
        }
    }
}

/// The number that starts at a token.
pub(crate) fn at(
    text: &Text<'_>,
    tags: &Tags<'_>,
    vocabulary: &Vocabulary,
    from: usize,
) -> Option<Number> {
    let number = if text.is_number(from) {
        digits_at(text, vocabulary, from)?
    } else {
        words_at(text, tags, vocabulary, from)?
    };
    Some(multiplied(text, tags, number))
}

/// Digits, with groups set apart by spaces where that is usual.
fn digits_at(text: &Text<'_>, vocabulary: &Vocabulary, from: usize) -> Option<Number> {
    if let Some(number) = vulgar(text, from) {
        return Some(number);
    }
    let word = text.word(from);
    let (mut value, open_separator) = digits(word, vocabulary.comma)?;
    let mut to = from + 1;
    let spaces = vocabulary.comma;
    if spaces
        && word.len() <= 3
        && !word.starts_with('0')
        && word.bytes().all(|b| b.is_ascii_digit())
    {
        while text.is_number(to) && !text.is_glued(to) && text.word(to).len() == 3 {
            let Some((group, false)) = digits(text.word(to), true) else { break };
            value = value.checked_mul(Decimal::from(1000))?.checked_add(group)?;
            to += 1;
        }
        // "12 500,50".
        if let Some((group, tail)) = text.word(to).split_once(',')
            && text.is_number(to)
            && !text.is_glued(to)
            && group.len() == 3
            && tail.len() <= 2
            && let Some((group, _)) = digits(text.word(to), true)
        {
            value = value.checked_mul(Decimal::from(1000))?.checked_add(group)?;
            to += 1;
        }
    }
    let mut number = Number { open_separator, ..Number::new(value, to) };
    let grouped = word.split_once('.').filter(|(l, r)| {
        r.len() == 3 && l.len() <= 3 && !l.starts_with('0') && r.bytes().all(|b| b.is_ascii_digit())
    });
    if to == from + 1 {
        if open_separator {
            number.other = value.checked_mul(Decimal::from(1000));
        } else if grouped.is_some() && vocabulary.language == "pl" {
            // Polish sets groups apart by spaces: "1.500" may be either.
            number.other = value.checked_div(Decimal::from(1000));
        }
    }
    Some(number)
}

/// "2½", "¾".
fn vulgar(text: &Text<'_>, from: usize) -> Option<Number> {
    let said = text.original_of(from, from + 1);
    let (whole, part) = said.char_indices().find_map(|(i, c)| {
        let part = match c {
            '½' => Decimal::new(5, 1),
            '¼' => Decimal::new(25, 2),
            '¾' => Decimal::new(75, 2),
            '⅓' => Decimal::new(3333, 4),
            '⅔' => Decimal::new(6667, 4),
            _ => return None,
        };
        Some((said.get(..i)?, part))
    })?;
    let whole = if whole.is_empty() { Decimal::ZERO } else { whole.parse().ok()? };
    // The sign was folded into two numbers with a stroke between them.
    let to = from + 3;
    (to <= text.len()).then(|| Number::new(whole + part, to))
}

/// The value of digits with separators, and whether the separator could mean the other thing.
pub(crate) fn digits(word: &str, comma: bool) -> Option<(Decimal, bool)> {
    let plain = |s: &str| -> Option<Decimal> {
        if s.len() > 20 {
            return None;
        }
        s.parse().ok()
    };
    let word = word.replace('\'', "");
    let (dots, commas) = (word.matches('.').count(), word.matches(',').count());
    let without = |mark: &str| word.replace(mark, "");
    match (dots, commas) {
        (0, 0) => Some((plain(&word)?, false)),
        (0, 2..) => Some((plain(&without(","))?, false)),
        (2.., 0) => Some((plain(&without("."))?, false)),
        (1, 0) | (0, 1) => {
            let mark = if dots == 1 { '.' } else { ',' };
            let (left, right) = word.split_once(mark)?;
            let grouped = right.len() == 3 && left.len() <= 3 && !left.starts_with('0');
            let decimal_mark = if comma { ',' } else { '.' };
            let joined = format!("{left}{right}");
            if grouped && mark != decimal_mark {
                return Some((plain(&joined)?, false));
            }
            Some((plain(&format!("{left}.{right}"))?, grouped))
        }
        _ => {
            let last = word.rfind(['.', ','])?;
            let (left, right) = word.split_at(last);
            let left = left.replace(['.', ','], "");
            Some((plain(&format!("{left}.{}", &right[1..]))?, false))
        }
    }
}

/// Applies "k", "thousand", "Mio" after a number.
fn multiplied(text: &Text<'_>, tags: &Tags<'_>, mut number: Number) -> Number {
    while let Some((factor, to)) =
        tags.find(number.to, |r| if let Role::Multiplier(n) = r { Some(*n) } else { None })
    {
        let apart = text.word(number.to) == "k" && !text.is_glued(number.to);
        // "4 k-cameras" and "12000 k" count no thousands.
        if apart && (number.value >= Decimal::from(1000) || text.is_mark(to, "-")) {
            break;
        }
        let factor = Decimal::from(factor);
        let Some(value) = number.value.checked_mul(factor) else { break };
        let all = number.factor.checked_mul(factor).unwrap_or(factor);
        number = Number { factor: all, vague: number.vague, ..Number::new(value, to) };
        // "Mio." keeps its full stop when more follows.
        if text.is_mark(to, ".") && text.is_glued(to) && to + 1 < text.len() {
            number.to = to + 1;
        }
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(locale: &str, said: &str, expected: &str) {
        let vocabulary = Vocabulary::of(locale);
        let text = Text::new(said);
        let tags = vocabulary.tag(&text);
        let value = at(&text, &tags, &vocabulary, 0).filter(|n| n.to == text.len());
        let value = value.map_or_else(|| "-".into(), |n| n.value.normalize().to_string());
        assert_eq!(value, expected, "{locale} {said}");
    }

    #[test]
    fn words_of_four_languages() {
        for (locale, said, expected) in [
            ("en", "fifteen", "15"),
            ("en", "twenty-five", "25"),
            ("en", "twenty five", "25"),
            ("en", "a hundred and fifty", "150"),
            ("en", "two thousand five hundred", "2500"),
            ("en", "a dozen", "12"),
            ("en", "half a dozen", "6"),
            ("en", "two and a half", "2.5"),
            ("en", "three hundred and twelve", "312"),
            ("de", "fünfzehn", "15"),
            ("de", "fünfundzwanzig", "25"),
            ("de", "zweihundertfünfzig", "250"),
            ("de", "eintausendfünfhundert", "1500"),
            ("de", "anderthalb", "1.5"),
            ("de", "zwei Dutzend", "24"),
            ("de", "fuenfunddreissig", "35"),
            ("es", "una docena", "12"),
            ("es", "treinta y cinco", "35"),
            ("es", "veintidós", "22"),
            ("es", "dos mil quinientos", "2500"),
            ("es", "ciento veinte", "120"),
            ("es", "media docena", "6"),
            ("pl", "dwadzieścia", "20"),
            ("pl", "dwadzieścia pięć", "25"),
            ("pl", "sto dwadzieścia", "120"),
            ("pl", "półtora", "1.5"),
            ("pl", "dwa tysiące trzysta", "2300"),
            ("pl", "piętnastu", "15"),
        ] {
            check(locale, said, expected);
        }
    }

    #[test]
    fn digits_of_the_locale() {
        for (locale, said, expected) in [
            ("en", "1,500", "1500"),
            ("en", "1.5", "1.5"),
            ("de", "1.500", "1500"),
            ("de", "1,5", "1.5"),
            ("de", "1.234.567,89", "1234567.89"),
            ("en", "1,234,567.89", "1234567.89"),
            ("pl", "1 500", "1500"),
            ("es", "12 000", "12000"),
            ("de", "1'500", "1500"),
            ("en", "8k", "8000"),
            ("de", "1,5 Mio", "1500000"),
            ("de", "2 Tsd", "2000"),
            ("en", "99999999999999999999999999", "-"),
        ] {
            check(locale, said, expected);
        }
    }
}
