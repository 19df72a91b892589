//! Towns and postal codes.
//!
//! A built-in list of some hundred towns with their names in other languages is found in any case
//! and, in Polish, in any ending. A name that is not listed counts after "in" or "from" when it
//! has a capital, in German only after a plain statement or a postal code. The value is the name
//! as listed, or as written. Start at [`find`].

mod list;

use super::{Found, Open, Piece, Reader, Said, What};
use crate::domain::value::Value;
use crate::understanding::normalize::{Kind, Text};
use crate::understanding::vocabulary::Mark;

pub(crate) use list::Places;

/// Takes every place.
pub(super) fn find(reader: &mut Reader<'_, '_>) {
    let mut i = 0;
    while i < reader.text.len() {
        match postal(reader, i).or_else(|| town(reader, i)).or_else(|| stated(reader, i)) {
            Some((name, from, to)) => {
                // A number found before turns out to be a postal code.
                reader.found.retain(|f| f.to <= from || f.from >= to);
                let country = reader.setting.places.country(&name);
                let pieces = pieces(reader, &name, from, to);
                let found = Found::new(Value::Place(name), What::Place, from, to);
                reader.take(Found { country, pieces, ..found });
                i = to;
            }
            None => i += 1,
        }
    }
}

fn word_len(text: &Text<'_>, at: usize) -> usize {
    if text.is_number(at) { text.word(at).len() } else { 0 }
}

/// The postal code and the town in a place, as they are told.
fn pieces(reader: &Reader<'_, '_>, name: &str, from: usize, to: usize) -> Vec<Piece> {
    let Some((code, end)) = code(reader, from) else {
        return vec![Piece::new("place", Said::Words(name.to_owned()), from, to)];
    };
    let mut pieces = vec![Piece::new("postal_code", Said::Words(code), from, end)];
    let mut at = end;
    while at < to && !reader.text.is_word(at) {
        at += 1;
    }
    if at < to {
        let listed = town(reader, at).filter(|t| t.2 == to).map(|t| t.0);
        let shown = listed.unwrap_or_else(|| reader.text.original_of(at, to).to_owned());
        pieces.push(Piece::new("place", Said::Words(shown), at, to));
    }
    pieces
}

/// A postal code in one of the usual forms, whatever stands around it, and where it ends.
fn code(reader: &Reader<'_, '_>, at: usize) -> Option<(String, usize)> {
    let text = reader.text;
    let word = text.word(at);
    let digits = |i: usize| text.is_number(i) && text.word(i).bytes().all(|b| b.is_ascii_digit());
    if digits(at) {
        let pair = (word.len(), text.word(at + 2).len());
        if text.is_mark(at + 1, "-") && digits(at + 2) && matches!(pair, (2, 3) | (5, 4)) {
            return Some((text.original_of(at, at + 3).replace(['–', '—'], "-"), at + 3));
        }
        if word.len() == 2
            && digits(at + 1)
            && text.word(at + 1).len() == 3
            && reader.vocabulary.language == "pl"
        {
            return Some((format!("{word}-{}", text.word(at + 1)), at + 2));
        }
        return matches!(word.len(), 4 | 5).then(|| (word.to_owned(), at + 1));
    }
    british(text, at)
}

/// Whether a number belongs to a postal code with letters: the 1 of "LS1 4DY".
pub(super) fn is_code(reader: &Reader<'_, '_>, at: usize) -> bool {
    (at.saturating_sub(3)..=at)
        .any(|from| british(reader.text, from).is_some_and(|(_, to)| to > at))
}

/// "SW1A 1AA", "D02 AF30".
fn british(text: &Text<'_>, at: usize) -> Option<(String, usize)> {
    if !text.tokens.get(at)?.capital || text.word(at).len() > 2 {
        return None;
    }
    let mut end = at + 1;
    while text.is_glued(end) && text.tokens[end].kind != Kind::Mark {
        end += 1;
    }
    let out = text.original_of(at, end);
    let first = end;
    if text.tokens.get(end)?.kind == Kind::Mark {
        return None;
    }
    end += 1;
    while text.is_glued(end) && text.tokens.get(end).is_some_and(|t| t.kind != Kind::Mark) {
        end += 1;
    }
    let inward = text.original_of(first, end);
    let upper = |c: char| c.is_ascii_uppercase();
    let shape = |s: &str| -> String {
        s.chars()
            .map(|c| {
                if upper(c) {
                    'A'
                } else if c.is_ascii_digit() {
                    '9'
                } else {
                    '?'
                }
            })
            .collect()
    };
    let out_fits = matches!(shape(out).as_str(), "A9" | "A99" | "AA9" | "AA99" | "A9A" | "AA9A");
    let irish = out.len() == 3
        && shape(out) == "A99"
        && inward.len() == 4
        && inward.chars().all(|c| upper(c) || c.is_ascii_digit())
        && inward.contains(|c: char| c.is_ascii_digit());
    (out_fits && shape(inward) == "9AA" || irish).then(|| (format!("{out} {inward}"), end))
}

/// "8010 Graz", "00-950 Warszawa", "PLZ 8010".
fn postal(reader: &Reader<'_, '_>, at: usize) -> Option<(String, usize, usize)> {
    let text = reader.text;
    let (_, mut to) = code(reader, at)?;
    let lettered = text.is_word(at);
    let hyphened = to == at + 3 && text.is_mark(at + 1, "-");
    let polish = hyphened && text.word(at).len() == 2;
    let spaced = to == at + 2 && !lettered;
    let free = |from: usize, to: usize| {
        (from..to).all(|i| {
            reader.is_free(i, i + 1)
                || reader.found.iter().any(|f| f.what == What::Number && f.from <= i && i < f.to)
        })
    };
    // "17", "of 2027": what is glued to letters or follows "#" is some other number.
    let part = at > 0
        && (text.is_glued(at) && !text.is_mark(at - 1, "-") && !text.is_mark(at - 1, "(")
            || text.is_mark(at - 1, "#"));
    if !free(at, to) || part {
        return None;
    }
    // "Portland, Oregon 97205".
    let behind = word_len(text, at) == 5
        && reader.vocabulary.language == "en"
        && reader.found.iter().any(|f| f.what == What::Place && f.to == at);
    let link = |m: Mark| reader.tags.before(at, m).is_some();
    let announced = link(Mark::Postcode)
        || behind
        || (at > 0
            && matches!(
                text.word(at - 1),
                "is" | "ist" | "es" | "el" | "to" | "mam" | "jest" | ":"
            )
            && (at.saturating_sub(5)..at).any(|i| reader.tags.is(i, Mark::Postcode)))
        || reader.setting.open == Open::Place;
    if spaced && !announced && town(reader, to + usize::from(text.is_mark(to, ","))).is_none() {
        // "12 500" is an amount, "00 950, Warszawa" is not.
        return None;
    }
    let comma = text.is_mark(to, ",") && (lettered || hyphened || spaced);
    if let Some((_, _, end)) = town(reader, to + usize::from(comma))
        && (!comma || text.is_word(to + 1))
    {
        return Some((text.original_of(at, end).to_owned(), at, end));
    }
    if lettered || polish {
        let name = (text.tokens.get(to).is_some_and(|t| t.capital)
            && text.is_word(to)
            && reader.tags.at(to).is_empty())
        .then_some(to + 1);
        to = name.unwrap_or(to);
        return Some((text.original_of(at, to).to_owned(), at, to));
    }
    let next = text.tokens.get(to);
    let named = next.is_some_and(|t| t.capital && !t.glued) && text.is_word(to);
    let counted = reader
        .tags
        .at(to)
        .iter()
        .any(|t| !matches!(t.role, crate::understanding::vocabulary::Role::Is(_)));
    let after = reader.tags.before(at, Mark::Place).is_some();
    // "Hauptstraße 12, 50667 Köln": after a street the code stands behind a comma.
    let street = at > 1 && text.is_mark(at - 1, ",") && text.is_number(at - 2);
    if named && !counted && (announced || after || street) {
        return Some((text.original_of(at, to + 1).to_owned(), at, to + 1));
    }
    (announced || hyphened).then(|| (text.original_of(at, to).to_owned(), at, to))
}

/// A listed town of up to four words.
fn town(reader: &Reader<'_, '_>, at: usize) -> Option<(String, usize, usize)> {
    if !reader.text.is_word(at) || !reader.is_free(at, at + 1) {
        return None;
    }
    let first = reader.text.word(at);
    if first.len() < 2 {
        return None;
    }
    let mut joined = String::new();
    let (mut to, mut best) = (at, None);
    for _ in 0..4 {
        while reader.text.is_mark(to, "-") || (reader.text.is_mark(to, ".") && to > at) {
            to += 1;
        }
        if !reader.text.is_word(to) {
            break;
        }
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(reader.text.word(to));
        to += 1;
        // "Muenchen" is München.
        let plain = || joined.replace("ue", "u").replace("oe", "o").replace("ae", "a");
        let towns = &reader.setting.places.towns;
        let found = towns.get(&joined).or_else(|| {
            let german = reader.vocabulary.language == "de" && joined.len() > 4;
            german.then(|| towns.get(&plain())).flatten()
        });
        if let Some(found) = found {
            best = Some((*found, to));
        }
    }
    let announced = reader.tags.before(at, Mark::Place).is_some();
    if let Some((found, to)) = best.filter(|(_, to)| reader.is_free(at, *to)) {
        // Who writes no capitals at all leaves them out of towns too.
        let small = !reader.text.tokens.iter().any(|t| t.capital);
        let capital = reader.text.tokens[at].capital || small;
        let asked = reader.setting.open == Open::Place;
        // "Nice!" is no town, "in Nice" is.
        if (found.ambiguous && !(announced && capital) && !asked) || is_name(reader, at) {
            return None;
        }
        return Some((found.name.to_owned(), at, to));
    }
    if reader.vocabulary.language == "pl" && (announced || reader.setting.open == Open::Place) {
        let name = reader.setting.places.inflected(first, reader.text.tokens[at].capital)?;
        return Some((name.to_owned(), at, at + 1));
    }
    None
}

/// "my name is Florence".
fn is_name(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.tags.before(at, Mark::MyName).is_some_and(|from| at - from > 1)
}

/// A capitalised name that is not listed, after words that say where.
fn stated(reader: &Reader<'_, '_>, at: usize) -> Option<(String, usize, usize)> {
    let text = reader.text;
    let german = reader.vocabulary.language == "de";
    let strong = reader.tags.mark(at, Mark::PlaceStrong);
    let start = strong.or_else(|| {
        let word = text.word(at);
        let weak = !german && matches!(word, "in" | "from" | "en" | "w" | "we" | "near");
        if weak { reader.tags.mark(at, Mark::Place) } else { None }
    })?;
    if let Some(listed) = town(reader, start) {
        return Some(listed);
    }
    let mut to = start;
    while to < start + 3
        && text.is_word(to)
        && text.tokens[to].capital
        && reader.is_free(to, to + 1)
    {
        let word = text.word(to);
        let known = reader.tags.at(to).iter().any(|t| t.to == to + 1);
        if known || reader.vocabulary.is(word, Mark::Stop) || (german && to > start) {
            break;
        }
        to += 1;
    }
    // "from Huber GmbH" is a company, "IN CAPITALS" tells nothing.
    let legal = (start..=to).any(|i| reader.tags.is(i, Mark::Legal));
    let shout =
        text.tokens[at].capital && text.original_of(at, at + 1).chars().all(|c| !c.is_lowercase());
    (to > start && !legal && !shout).then(|| (text.original_of(start, to).to_owned(), start, to))
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    #[test]
    fn towns_and_postal_codes() {
        for (locale, said, expected) in [
            ("en", "in graz", "place Graz [graz]"),
            ("en", "We are from Vienna", "place Vienna [Vienna]"),
            ("en", "do you deliver to Linz?", "place Linz [Linz]"),
            ("en", "nice!", ""),
            ("en", "a shop in Nice", "place Nice [Nice]"),
            ("de", "eine bäckerei in wels", "place Wels [wels]"),
            ("en", "based in Smallville", "place Smallville [Smallville]"),
            ("de", "aus Wien", "place Wien [Wien]"),
            ("de", "in 8010 Graz", "place 8010 Graz [8010 Graz]"),
            ("de", "Essen", ""),
            ("de", "in St. Pölten", "place St. Pölten [St. Pölten]"),
            ("es", "en Málaga", "place Málaga [Málaga]"),
            ("pl", "z Krakowa", "place Kraków [Krakowa]"),
            ("pl", "w Krakowie", "place Kraków [Krakowie]"),
            ("pl", "w Grazu", "place Graz [Grazu]"),
            ("pl", "z Wiednia", "place Wiedeń [Wiednia]"),
            ("pl", "w Warszawie", "place Warszawa [Warszawie]"),
            ("pl", "we Wrocławiu", "place Wrocław [Wrocławiu]"),
            ("pl", "00-950 Warszawa", "place 00-950 Warszawa [00-950 Warszawa]"),
        ] {
            assert_eq!(read(locale, said), expected, "{locale} {said}");
        }
    }
}
