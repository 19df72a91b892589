//! People after "my name is" and companies after "we are" or before a legal form.
//!
//! Names are capitalised where it says only "I am"; after "my name is" they need not be. In German,
//! where every noun has a capital, only the plain forms count. Beside a phone number, an address or a
//! time a capitalised word set apart by a comma is who gave it: "0664 1234567, Anna". Start at
//! [`find`].

use super::{Found, Reader, What};
use crate::domain::value::Value;
use crate::understanding::normalize::Kind;
use crate::understanding::vocabulary::{Mark, Role};

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
            && let Some(to) = person(reader, start, false).or_else(|| caller(reader, i, start))
        {
            push(reader, What::Person, start, to);
        }
        let named = signature(reader, i).or_else(|| here(reader, i)).or_else(|| card(reader, i));
        if let Some((start, to)) = named {
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
    for i in 0..reader.text.len() {
        if let Some((start, to)) = alone(reader, i) {
            push(reader, What::Person, start, to);
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

/// "0664 1234567, Anna", "kind regards, Anna": a name that closes a message.
fn signature(reader: &Reader<'_, '_>, at: usize) -> Option<(usize, usize)> {
    let text = reader.text;
    let signed = reader.tags.mark(at, Mark::Signed);
    let given = [What::Phone, What::Email, What::Moment];
    let told = || reader.found.iter().any(|f| given.contains(&f.what) && f.to <= at);
    let start = match signed {
        Some(to) => to + usize::from(text.is_mark(to, ",")),
        None if text.is_mark(at, ",") && told() => at + 1,
        None => return None,
    };
    let to = capitals(reader, start)?;
    let rest = (to..text.len()).all(|i| text.tokens[i].kind == Kind::Mark);
    // Who shouts all words tells no name by its capital.
    let shouts = text.original.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    (rest && !shouts).then_some((start, to))
}

/// "Anna Huber, 0664 1234567", "Jan Kowalski tel 601 234 567": two or three capitalised words right
/// before a number or an address.
fn card(reader: &Reader<'_, '_>, at: usize) -> Option<(usize, usize)> {
    let first = at == 0 || reader.text.tokens[at - 1].kind == Kind::Mark;
    let to = capitals(reader, at).filter(|to| first && *to >= at + 2)?;
    let given =
        |f: &Found| matches!(f.what, What::Phone | What::Email) && (to..=to + 3).contains(&f.from);
    let found = reader.found.iter().find(|f| given(f))?;
    // Between them stands at most a comma and a word such as "tel" or "phone".
    let words = (to..found.from).filter(|&i| reader.text.is_word(i)).count();
    (words <= 1).then_some((at, to))
}

/// "Lucía Pérez", "it says so above, Anna Huber", "Tom, tomorrow at ten": where a name is wanted,
/// a stretch between marks that is all capitalised words; one word is enough beside a time or an
/// address, except in German.
fn alone(reader: &Reader<'_, '_>, at: usize) -> Option<(usize, usize)> {
    let text = reader.text;
    let first = at == 0 || text.is_mark(at - 1, ",") || text.is_mark(at - 1, ".");
    let to = capitals(reader, at).filter(|_| reader.setting.named && first)?;
    if text.tokens.get(to).is_some_and(|token| token.kind != Kind::Mark) || text.is_mark(to, "?") {
        return None;
    }
    let given = [What::Phone, What::Email, What::Moment, What::Company];
    let beside = reader.found.iter().any(|f| given.contains(&f.what));
    let shouts = text.original.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let german = reader.vocabulary.language == "de";
    let enough = to >= at + 2 || (beside && !german);
    (enough && !shouts).then_some((at, to))
}

/// "Anna here", "Anna speaking", at the start of a stretch.
fn here(reader: &Reader<'_, '_>, at: usize) -> Option<(usize, usize)> {
    let first = at == 0 || reader.text.tokens[at - 1].kind == Kind::Mark;
    let greeted = at > 0 && reader.tags.before(at, Mark::Greeting).is_some();
    let to = capitals(reader, at).filter(|_| first || greeted)?;
    reader.tags.is(to, Mark::HereAfter).then_some((at, to))
}

/// "Hier spricht Anna.": one word is enough where it ends the stretch.
fn caller(reader: &Reader<'_, '_>, at: usize, start: usize) -> Option<usize> {
    let to = capitals(reader, start).filter(|_| reader.tags.is(at, Mark::HereAfter))?;
    reader.text.tokens.get(to).is_none_or(|t| t.kind == Kind::Mark).then_some(to)
}

/// The end of one to three capitalised words that are no words of the language.
fn capitals(reader: &Reader<'_, '_>, start: usize) -> Option<usize> {
    let mut to = start;
    while to < start + 3 && reader.text.is_word(to) && reader.is_free(to, to + 1) {
        let plain = reader.tags.at(to).iter().any(|t| {
            let name = matches!(t.role, Role::Is(Mark::HereAfter));
            !name && t.to == to + 1
        });
        if plain || !reader.text.tokens[to].capital || reader.text.word(to).len() < 2 {
            break;
        }
        to += 1;
    }
    (to > start).then_some(to)
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
            ("en", "Tom here", "text Tom [Tom]"),
            ("en", "hi, Tom here from the bakery", "text Tom [Tom]"),
            ("en", "Kind regards, Tom Miller", "text Tom Miller [Tom Miller]"),
            ("en", "THANKS, BYE", ""),
            ("de", "ich heiße Anna Huber", "text Anna Huber [Anna Huber]"),
            ("de", "Hier spricht Anna.", "text Anna [Anna]"),
            (
                "de",
                "Anna Huber, 0664 1234567",
                "text Anna Huber [Anna Huber]; phone +436641234567 [0664 1234567]",
            ),
            ("de", "Wir sind Bäcker", ""),
            ("de", "wir sind die Bäckerei Huber", "text Bäckerei Huber [Bäckerei Huber]"),
            ("es", "me llamo Ana", "text Ana [Ana]"),
            ("es", "soy panadero", ""),
            ("pl", "nazywam się Jan Kowalski", "text Jan Kowalski [Jan Kowalski]"),
            ("pl", "firma Kowalski sp. z o.o.", "text Kowalski sp. z o.o. [Kowalski sp. z o.o.]"),
        ] {
            assert_eq!(read(locale, said), expected, "{locale} {said}");
        }
        for (locale, said, name) in [
            ("en", "0664 1234567, Tom", "text Tom [Tom]"),
            ("en", "tomorrow at 10, Tom Miller", "text Tom Miller [Tom Miller]"),
            ("en", "0664 1234567, mobile", ""),
            ("en", "0664 1234567, Thanks", ""),
            ("de", "0664 1234567, Handy", ""),
            ("de", "0664 1234567, Anna Huber", "text Anna Huber [Anna Huber]"),
            ("de", "morgen um 10, Danke", ""),
            ("es", "612 345 678, Ana", "text Ana [Ana]"),
            ("pl", "jutro o 10, Tomek", "text Tomek [Tomek]"),
        ] {
            let found = read(locale, said);
            let person = found.split("; ").find(|f| f.starts_with("text")).unwrap_or_default();
            assert_eq!(person, name, "{locale} {said}");
        }
    }
}
