//! Numbers in words, as each language puts them together.
//!
//! Start at [`words_at`].

use rust_decimal::Decimal;

use super::number::Number;
use crate::understanding::normalize::Text;
use crate::understanding::vocabulary::{Mark, Role, Tags, Vocabulary};

pub(super) fn words_at(
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

pub(super) fn fraction(tags: &Tags<'_>, at: usize) -> Option<(Decimal, usize)> {
    tags.find(at, |r| if let Role::Fraction(d) = r { Some(*d) } else { None })
}

pub(super) fn multiplier(tags: &Tags<'_>, at: usize) -> Option<(i64, usize)> {
    tags.find(at, |r| if let Role::Multiplier(n) = r { Some(*n) } else { None })
}

/// "Viertelmillion", "dreieinhalbtausend", "treintaydos": numbers that only their parts tell.
pub(super) fn one_word(
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
pub(super) fn decimals(
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

pub(super) fn next_is_counting(tags: &Tags<'_>, at: usize) -> bool {
    tags.at(at)
        .iter()
        .any(|t| matches!(t.role, Role::Multiplier(_) | Role::Dozen(_) | Role::Fraction(_)))
}

/// "and a half" and its sisters.
pub(super) fn and_a_half(tags: &Tags<'_>, at: usize) -> Option<(Decimal, usize)> {
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
pub(super) fn joined(
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
pub(super) fn word(
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
pub(super) fn german(word: &str) -> Option<i64> {
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
