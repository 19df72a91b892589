//! People after "my name is" and companies after "we are" or before a legal form.
//!
//! Names are capitalised where it says only "I am"; after "my name is" they need not be. In German,
//! where every noun has a capital, only the plain forms count. Start at [`find`].

use super::{Found, Reader, What};
use crate::domain::value::Value;
use crate::understanding::vocabulary::Mark;

/// Takes names of people and companies.
pub(super) fn find(reader: &mut Reader<'_, '_>) {
    for i in 0..reader.text.len() {
        if !reader.is_free(i, i + 1) {
            continue;
        }
        if let Some(start) = reader.tags.mark(i, Mark::MyName) {
            let weak = start == i + 1 && !reader.text.is_mark(start - 1, ":");
            if let Some(to) = person(reader, start, !weak) {
                push(reader, What::Person, start, to);
                continue;
            }
        }
        if let Some(start) = reader.tags.mark(i, Mark::IAm)
            && let Some(to) = person(reader, start, false)
        {
            push(reader, What::Person, start, to);
        }
    }
    for i in 0..reader.text.len() {
        if let Some(start) =
            reader.tags.mark(i, Mark::Firm).or_else(|| reader.tags.mark(i, Mark::WeAre))
            && let Some(to) = company(reader, start, reader.tags.is(i, Mark::Firm))
        {
            push(reader, What::Company, start, to);
        } else if let Some(to) = reader.tags.mark(i, Mark::Legal)
            && i > 0
        {
            let from = capitals_before(reader, i);
            if from < i && reader.text.tokens[i].capital {
                push(reader, What::Company, from, to);
            }
        }
    }
}

fn push(reader: &mut Reader<'_, '_>, what: What, from: usize, to: usize) {
    if from < to && reader.is_free(from, to) {
        let said = reader.text.original_of(from, to);
        let found = Found::new(Value::Text(said.to_owned()), what, from, to);
        reader.take(found);
    }
}

/// Where a person's name that starts at a token ends.
fn person(reader: &Reader<'_, '_>, start: usize, any_case: bool) -> Option<usize> {
    let german = reader.vocabulary.language == "de";
    let mut to = start;
    while to < start + 3 && reader.text.is_word(to) && reader.is_free(to, to + 1) {
        let word = reader.text.word(to);
        let capital = reader.text.tokens[to].capital;
        let plain =
            reader.vocabulary.is(word, Mark::Stop) || reader.vocabulary.is(word, Mark::Nationality);
        if plain || !(capital || (any_case && to < start + 2)) {
            break;
        }
        to += 1;
    }
    if to == start || (german && !any_case && to - start < 2) {
        return None;
    }
    // "I'm Head of Sales"
    (!reader.text.word(to).starts_with("of")).then_some(to)
}

/// Where a company's name that starts at a token ends.
fn company(reader: &Reader<'_, '_>, start: usize, announced: bool) -> Option<usize> {
    let mut to = start;
    while to < start + 5 && to < reader.text.len() && reader.is_free(to, to + 1) {
        let token = reader.text.tokens[to];
        if let Some(end) = reader
            .tags
            .mark(to, Mark::Legal)
            .filter(|&end| to > start && (token.capital || end > to + 1))
        {
            return Some(end);
        }
        let inner = reader.text.is_mark(to, "&") || reader.text.is_mark(to, "-");
        let plain = reader.vocabulary.is(reader.text.word(to), Mark::Stop);
        let named = reader.text.is_word(to) && token.capital && !plain;
        if !named && (!inner || to == start) {
            break;
        }
        to += 1;
    }
    let enough = if announced { 1 } else { 2 };
    (to >= start + enough).then_some(to)
}

fn capitals_before(reader: &Reader<'_, '_>, to: usize) -> usize {
    let mut from = to;
    while from > 0 && to - from < 4 {
        let token = reader.text.tokens[from - 1];
        let inner = reader.text.is_mark(from - 1, "&") || reader.text.is_mark(from - 1, "-");
        let plain = reader.vocabulary.is(reader.text.word(from - 1), Mark::Stop);
        let name = reader.text.is_word(from - 1) && token.capital && !plain;
        if !(name || inner) || !reader.is_free(from - 1, from) {
            break;
        }
        from -= 1;
    }
    from
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    #[test]
    fn people_and_companies() {
        for (locale, said, expected) in [
            ("en", "I'm Anna", "text Anna [Anna]"),
            ("en", "my name is anna huber", "text anna huber [anna huber]"),
            ("en", "I'm interested", ""),
            (
                "en",
                "I am from Huber Logistics GmbH",
                "text Huber Logistics GmbH [Huber Logistics GmbH]",
            ),
            ("de", "ich heiße Anna Huber", "text Anna Huber [Anna Huber]"),
            ("de", "Wir sind Bäcker", ""),
            ("de", "wir sind die Bäckerei Huber", "text Bäckerei Huber [Bäckerei Huber]"),
            ("es", "me llamo Ana", "text Ana [Ana]"),
            ("es", "soy panadero", ""),
            ("pl", "nazywam się Jan Kowalski", "text Jan Kowalski [Jan Kowalski]"),
            ("pl", "firma Kowalski sp. z o.o.", "text Kowalski sp. z o.o. [Kowalski sp. z o.o.]"),
        ] {
            assert_eq!(read(locale, said), expected, "{locale} {said}");
        }
    }
}
