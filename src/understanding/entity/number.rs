//! Numbers in digits and in words.
//!
//! Digits with the separators of the locale, words as each language puts them together. What is
//! counted is for [`super::amount`] to see. Start at [`at`].

use rust_decimal::Decimal;

use crate::understanding::normalize::Text;
use crate::understanding::vocabulary::{Mark, Role, Tags, Vocabulary};

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
    let (mut value, open_separator) = digits(text.word(from), vocabulary.comma)?;
    let mut to = from + 1;
    let spaces = vocabulary.comma && vocabulary.language != "de";
    let first = text.word(from);
    if spaces
        && first.len() <= 3
        && !first.starts_with('0')
        && first.bytes().all(|b| b.is_ascii_digit())
    {
        while text.is_number(to) && !text.is_glued(to) && text.word(to).len() == 3 {
            let Some((group, false)) = digits(text.word(to), true) else { break };
            value = value.checked_mul(Decimal::from(1000))?.checked_add(group)?;
            to += 1;
        }
    }
    Some(Number { value, to, weak: false, part: false, open_separator })
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
        if text.word(number.to) == "k" && !text.is_glued(number.to) {
            break;
        }
        let Some(value) = number.value.checked_mul(Decimal::from(factor)) else { break };
        number = Number { value, to, weak: false, part: false, open_separator: false };
        // "Mio." keeps its full stop when more follows.
        if text.is_mark(to, ".") && text.is_glued(to) && to + 1 < text.len() {
            number.to = to + 1;
        }
    }
    number
}

fn words_at(
    text: &Text<'_>,
    tags: &Tags<'_>,
    vocabulary: &Vocabulary,
    from: usize,
) -> Option<Number> {
    let mut at = from;
    let (mut total, mut current) = (0i64, 0i64);
    let mut seen = false;
    let article = tags.is(at, Mark::Article) || tags.is(at, Mark::One);
    if article && next_is_counting(tags, at + 1) {
        at += 1;
    }
    loop {
        let here = if seen { joined(text, tags, vocabulary, at, current) } else { at };
        if let Some((n, to)) = word(text, tags, vocabulary, here) {
            let fits = current == 0
                || (n < 10 && current % 10 == 0 && current % 100 >= 20)
                || (n < 100 && n > 0 && current % 100 == 0);
            if !fits || (seen && n == 0) {
                break;
            }
            current += n;
            (at, seen) = (to, true);
        } else if let Some((n, to)) =
            tags.find(here, |r| if let Role::Multiplier(n) = r { Some(*n) } else { None })
        {
            let abbreviation =
                matches!(text.word(here), "k" | "mio" | "mln" | "mill" | "tsd" | "tys");
            if !seen && abbreviation {
                return None;
            }
            if n == 100 {
                current = current.max(1).checked_mul(100)?;
            } else {
                total = total.checked_add(current.max(1).checked_mul(n)?)?;
                current = 0;
            }
            (at, seen) = (to, true);
        } else if let Some((n, to)) =
            tags.find(here, |r| if let Role::Dozen(n) = r { Some(*n) } else { None })
        {
            current = current.max(1).checked_mul(n)?;
            (at, seen) = (to, true);
            break;
        } else {
            break;
        }
    }
    if seen {
        let mut value = Decimal::from(total.checked_add(current)?);
        if let Some((half, to)) = and_a_half(tags, at) {
            value += half;
            at = to;
        }
        return Some(Number { value, to: at, weak: false, part: false, open_separator: false });
    }
    if let Some((value, mut to)) =
        tags.find(at, |r| if let Role::Fraction(d) = r { Some(*d) } else { None })
    {
        if tags.is(to, Mark::Article) {
            to += 1;
        }
        if let Some((n, to)) =
            tags.find(to, |r| if let Role::Dozen(n) = r { Some(*n) } else { None })
        {
            let value = value * Decimal::from(n);
            return Some(Number { value, to, weak: false, part: false, open_separator: false });
        }
        let part = value < Decimal::ONE;
        return Some(Number { value, to, weak: false, part, open_separator: false });
    }
    tags.mark(from, Mark::One).map(|to| Number {
        value: Decimal::ONE,
        to,
        weak: true,
        part: false,
        open_separator: false,
    })
}

fn next_is_counting(tags: &Tags<'_>, at: usize) -> bool {
    tags.at(at)
        .iter()
        .any(|t| matches!(t.role, Role::Multiplier(_) | Role::Dozen(_) | Role::Fraction(_)))
}

/// "and a half" and its sisters.
fn and_a_half(tags: &Tags<'_>, at: usize) -> Option<(Decimal, usize)> {
    let mut next = tags.mark(at, Mark::And)?;
    if tags.is(next, Mark::Article) || tags.is(next, Mark::One) {
        next += 1;
    }
    tags.find(next, |r| match r {
        Role::Fraction(d) if *d < Decimal::ONE => Some(*d),
        _ => None,
    })
}

/// Skips what stands between the words of one number.
fn joined(
    text: &Text<'_>,
    tags: &Tags<'_>,
    vocabulary: &Vocabulary,
    at: usize,
    current: i64,
) -> usize {
    if text.is_mark(at, "-") && text.is_glued(at) && current % 10 == 0 {
        return at + 1;
    }
    let allowed = match vocabulary.language.as_str() {
        "en" => current % 100 == 0,
        "es" => current % 10 == 0 && current % 100 >= 30,
        _ => false,
    };
    if allowed
        && let Some(next) = tags.mark(at, Mark::And)
        && word(text, tags, vocabulary, next).is_some()
        && !text.is_number(next)
    {
        return next;
    }
    at
}

/// The value of one number word.
fn word(
    text: &Text<'_>,
    tags: &Tags<'_>,
    vocabulary: &Vocabulary,
    at: usize,
) -> Option<(i64, usize)> {
    let tagged = tags.find(at, |r| if let Role::Number(n) = r { Some(*n) } else { None });
    if tagged.is_some() || vocabulary.language != "de" || !text.is_word(at) {
        return tagged;
    }
    let word = text.word(at);
    if word.len() < 7 {
        return None;
    }
    german(word).map(|n| (n, at + 1))
}

/// German puts numbers below a million into one word.
fn german(word: &str) -> Option<i64> {
    if let Some((left, right)) = word.split_once("tausend") {
        let left = if left.is_empty() { 1 } else { german(left)? };
        return Some(left * 1000 + if right.is_empty() { 0 } else { german(right)? });
    }
    if let Some((left, right)) = word.split_once("hundert") {
        let left = if left.is_empty() { 1 } else { german(left)? };
        let right = right.strip_prefix("und").unwrap_or(right);
        return Some(left * 100 + if right.is_empty() { 0 } else { german(right)? });
    }
    const UNITS: &[&str] = &[
        "null", "ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn",
        "elf", "zwolf", "dreizehn", "vierzehn", "funfzehn", "sechzehn", "siebzehn", "achtzehn",
        "neunzehn",
    ];
    const TENS: &[&str] =
        &["zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig"];
    let small = |w: &str| UNITS.iter().zip(0i64..).find(|u| *u.0 == w).map(|u| u.1);
    let tens = |w: &str| TENS.iter().zip(2i64..).find(|u| *u.0 == w).map(|u| u.1 * 10);
    let word = word.replace("fuenf", "funf").replace("zwoelf", "zwolf");
    let word = word.as_str();
    small(word).or_else(|| tens(word)).or_else(|| {
        let (left, right) = word.split_once("und")?;
        Some(tens(right)? + small(left)?)
    })
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
