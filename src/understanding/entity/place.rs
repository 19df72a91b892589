//! Towns and postal codes.
//!
//! A built-in list of some hundred towns with their names in other languages is found in any case
//! and, in Polish, in any ending. A name that is not listed counts after "in" or "from" when it
//! has a capital, in German only after a plain statement or a postal code. The value is the name
//! as listed, or as written. Start at [`find`].

use std::collections::HashMap;

use super::{Found, Open, Reader, What};
use crate::domain::value::Value;
use crate::understanding::normalize::fold;
use crate::understanding::vocabulary::Mark;

/// The built-in towns by folded name.
#[derive(Debug)]
pub(crate) struct Places {
    towns: HashMap<String, Town>,
    /// Names of one word by their first three letters, for inflected forms.
    by_start: HashMap<[u8; 3], Vec<(String, &'static str)>>,
}

#[derive(Clone, Copy, Debug)]
struct Town {
    name: &'static str,
    ambiguous: bool,
    /// ISO 3166 alpha-2.
    country: &'static str,
}

impl Places {
    /// Reads the list.
    pub(crate) fn new() -> Self {
        let mut made = Self { towns: HashMap::new(), by_start: HashMap::new() };
        let mut country = "";
        for line in include_str!("../words/towns.txt").lines().filter(|l| !l.starts_with('#')) {
            if let Some(code) = line.strip_prefix('@') {
                country = code;
                continue;
            }
            let (line, ambiguous) = line.strip_prefix('!').map_or((line, false), |l| (l, true));
            for (i, name) in line.split('|').enumerate() {
                let folded = fold(name);
                if made.towns.contains_key(&folded) {
                    continue;
                }
                let town = Town { name, ambiguous: ambiguous && i == 0, country };
                if let Some(start) = folded.as_bytes().first_chunk::<3>()
                    && !folded.contains(' ')
                    && !ambiguous
                {
                    made.by_start.entry(*start).or_default().push((folded.clone(), name));
                }
                made.towns.entry(folded).or_insert(town);
            }
        }
        made
    }

    /// The country of a place by its name, as in `GB`; `None` where the name is not listed.
    fn country(&self, name: &str) -> Option<&'static str> {
        let bare = name.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '-');
        self.towns.get(&fold(bare)).map(|town| town.country)
    }

    /// The town that a Polish form such as `krakowie` belongs to.
    fn inflected(&self, word: &str, capital: bool) -> Option<&'static str> {
        let start = word.as_bytes().first_chunk::<3>()?;
        let best = self.by_start.get(start)?.iter().filter_map(|(name, shown)| {
            let common = word.bytes().zip(name.bytes()).take_while(|(a, b)| a == b).count();
            let (cut, ending) = (name.len() - common, word.get(common..)?);
            let near = if capital { cut <= 2 && common >= 3 } else { cut <= 1 && common >= 5 };
            (near && POLISH.contains(&ending)).then_some((common, *shown))
        });
        best.max_by_key(|b| b.0).map(|b| b.1)
    }
}

/// Endings of towns in the genitive, locative and instrumental, folded.
const POLISH: &[&str] = &[
    "a", "u", "ie", "owie", "y", "i", "em", "iem", "ze", "dzie", "cie", "wie", "niu", "nia", "lu",
    "la", "rze", "w", "ach", "ami", "ow", "dzi", "mia", "le", "ej", "ia", "iu", "ce", "sku", "ska",
    "skiem", "da", "dziu",
];

/// Takes every place.
pub(super) fn find(reader: &mut Reader<'_, '_>) {
    let mut i = 0;
    while i < reader.text.len() {
        match postal(reader, i).or_else(|| town(reader, i)).or_else(|| stated(reader, i)) {
            Some((name, from, to)) => {
                // A number found before turns out to be a postal code.
                reader.found.retain(|f| f.to <= from || f.from >= to);
                let country = reader.setting.places.country(&name);
                let found = Found::new(Value::Place(name), What::Place, from, to);
                reader.take(Found { country, ..found });
                i = to;
            }
            None => i += 1,
        }
    }
}

/// "8010 Graz", "00-950 Warszawa", "PLZ 8010".
fn postal(reader: &Reader<'_, '_>, at: usize) -> Option<(String, usize, usize)> {
    let text = reader.text;
    let word = text.word(at);
    if !text.is_number(at) || !word.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let polish = word.len() == 2
        && text.is_mark(at + 1, "-")
        && text.word(at + 2).len() == 3
        && text.is_number(at + 2);
    let to = if polish { at + 3 } else { at + 1 };
    if !polish && !matches!(word.len(), 4 | 5) {
        return None;
    }
    let free = |from: usize, to: usize| {
        (from..to).all(|i| {
            reader.is_free(i, i + 1)
                || reader.found.iter().any(|f| f.what == What::Number && f.from <= i && i < f.to)
        })
    };
    if !free(at, to) {
        return None;
    }
    let announced =
        reader.tags.before(at, Mark::Postcode).is_some() || reader.setting.open == Open::Place;
    if let Some((_, _, end)) = town(reader, to) {
        return Some((text.original_of(at, end).to_owned(), at, end));
    }
    let next = text.tokens.get(to);
    let named = next.is_some_and(|t| t.capital && !t.glued) && text.is_word(to);
    let counted = reader
        .tags
        .at(to)
        .iter()
        .any(|t| !matches!(t.role, crate::understanding::vocabulary::Role::Is(_)));
    let after = reader.tags.before(at, Mark::Place).is_some();
    if named && !counted && (announced || after) {
        return Some((text.original_of(at, to + 1).to_owned(), at, to + 1));
    }
    (announced || polish).then(|| (text.original_of(at, to).to_owned(), at, to))
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
        if let Some(found) = reader.setting.places.towns.get(&joined) {
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
