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

fn words_at(
    text: &Text<'_>,
    tags: &Tags<'_>,
    vocabulary: &Vocabulary,
    from: usize,
) -> Option<Number> {
    let mut at = from;
    let (mut total, mut current) = (0i64, 0i64);
    let (mut seen, mut factor, mut vague) = (false, 1i64, false);
    let article = tags.is(at, Mark::Article) || tags.is(at, Mark::One);
    // "One and a half", "uno y medio".
    if tags.is(at, Mark::One)
        && let Some((half, to)) = and_a_half(tags, at + 1)
    {
        return Some(Number::new(Decimal::ONE + half, to));
    }
    if let Some((value, to)) = fraction(tags, at)
        && word(text, tags, vocabulary, at).is_none_or(|w| w.1 < to)
        && value != Decimal::new(5, 1)
        && to > at + 1
    {
        let to = to + usize::from(tags.is(to, Mark::Article));
        let part = value == Decimal::new(25, 2) || value == Decimal::new(75, 2);
        return Some(Number {
            part,
            vague: !part && value < Decimal::ONE,
            ..Number::new(value, to)
        });
    }
    if let Some((value, to)) = one_word(text, tags, vocabulary, at) {
        return Some(Number::new(value, to));
    }
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
                (current, factor) = (0, n);
            }
            (at, seen) = (to, true);
        } else if let Some((n, to)) =
            tags.find(here, |r| if let Role::Dozen(n) = r { Some(*n) } else { None })
        {
            if n == 2 {
                // "A couple" is no number, "a couple of hundred" is one.
                let ((times, to), first) = (multiplier(tags, to)?, !seen);
                (total, vague) = (times.checked_mul(2).filter(|_| first)?, true);
                (at, seen) = (to, true);
                break;
            }
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
        } else if let Some((tail, to)) = decimals(text, tags, vocabulary, at) {
            value += tail;
            at = to;
        }
        let factor = Decimal::from(if current == 0 { factor } else { 1 });
        return Some(Number { factor, vague, ..Number::new(value, at) });
    }
    if let Some((value, mut to)) = fraction(tags, at) {
        if tags.is(to, Mark::Article) {
            to += 1;
        }
        if let Some((n, to)) =
            tags.find(to, |r| if let Role::Dozen(n) = r { Some(*n) } else { None })
        {
            return Some(Number::new(value * Decimal::from(n), to));
        }
        let part = value < Decimal::ONE;
        return Some(Number { part, ..Number::new(value, to) });
    }
    tags.mark(from, Mark::One).map(|to| Number { weak: true, ..Number::new(Decimal::ONE, to) })
}

fn fraction(tags: &Tags<'_>, at: usize) -> Option<(Decimal, usize)> {
    tags.find(at, |r| if let Role::Fraction(d) = r { Some(*d) } else { None })
}

fn multiplier(tags: &Tags<'_>, at: usize) -> Option<(i64, usize)> {
    tags.find(at, |r| if let Role::Multiplier(n) = r { Some(*n) } else { None })
}

/// "Viertelmillion", "dreieinhalbtausend", "treintaydos": numbers that only their parts tell.
fn one_word(
    text: &Text<'_>,
    tags: &Tags<'_>,
    vocabulary: &Vocabulary,
    at: usize,
) -> Option<(Decimal, usize)> {
    let said = text.word(at);
    match vocabulary.language.as_str() {
        "de" => {
            if said == "viertelmillion" {
                return Some((Decimal::from(250_000), at + 1));
            }
            if let Some(whole) = said.strip_suffix("einhalbtausend") {
                let n = Decimal::from(german(whole)?.checked_mul(1000)?);
                return Some((n + Decimal::from(500), at + 1));
            }
            // "Ein und zwanzig", as dictation writes it.
            let small = match word(text, tags, vocabulary, at) {
                Some((n, to)) if n < 10 && to == at + 1 => n,
                None if said == "ein" => 1,
                _ => return None,
            };
            let tens = (text.word(at + 1) == "und")
                .then(|| word(text, tags, vocabulary, at + 2))?
                .filter(|(n, _)| n % 10 == 0 && (20..100).contains(n))?;
            Some((Decimal::from(small + tens.0), tens.1))
        }
        "es" => {
            let (tens, ones) = said.split_once("tay")?;
            let tens = vocabulary.number(&format!("{tens}ta"))?;
            let ones = vocabulary.number(ones).or((ones == "un" || ones == "uno").then_some(1))?;
            (ones < 10).then(|| (Decimal::from(tens + ones), at + 1))
        }
        _ => None,
    }
}

/// "Point five", "Komma fünf", "coma cinco", "przecinek pięć".
fn decimals(
    text: &Text<'_>,
    tags: &Tags<'_>,
    vocabulary: &Vocabulary,
    at: usize,
) -> Option<(Decimal, usize)> {
    let mut to = tags.mark(at, Mark::Point)?;
    let mut digits = String::new();
    while let Some((n, end)) = word(text, tags, vocabulary, to).filter(|w| w.0 < 100) {
        digits.push_str(&n.to_string());
        to = end;
    }
    let scale = u32::try_from(digits.len()).ok().filter(|n| (1..=6).contains(n))?;
    Some((Decimal::new(digits.parse().ok()?, scale), to))
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
