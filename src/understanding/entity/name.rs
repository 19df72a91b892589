//! People after "my name is" and companies after "we are" or before a legal form.
//!
//! Names are capitalised where it says only "I am"; after "my name is" they need not be. In German,
//! where every noun has a capital, only the plain forms count. Beside a phone number, an address or a
//! time a capitalised word set apart by a comma is who gave it: "0664 1234567, Anna". Start at
//! [`find`].

use super::company::{capitals_before, company, firm};
use super::{Found, Reader, What};
use crate::domain::value::Value;
use crate::understanding::normalize::Kind;
use crate::understanding::vocabulary::{Mark, Role};

/// Takes the names that words for firms, titles and given names tell, before anything else could
/// see a day or a town in them: "April Jones", "Herr März", "Tischlerei Eder KG".
pub(super) fn early(reader: &mut Reader<'_, '_>) {
    for i in 0..reader.text.len() {
        if let Some((from, to)) = firm(reader, i) {
            push(reader, What::Company, from, to);
        } else if let Some(start) = reader.tags.mark(i, Mark::WeAre)
            && let Some(to) = company(reader, start, false)
            && (start..to).any(|k| matches!(reader.text.word(k), "y" | "i" | "und" | "and" | "&"))
        {
            push(reader, What::Company, start, to);
        }
    }
    for i in 0..reader.text.len() {
        if !reader.is_free(i, i + 1) {
            continue;
        }
        if let Some((start, to)) = titled(reader, i) {
            push_as(reader, What::Person, (i, to), start);
        } else if let Some(to) = given(reader, i) {
            push(reader, What::Person, i, to);
        } else if let Some((start, to)) = introduced(reader, i) {
            push(reader, What::Person, start, to);
        }
    }
}

/// A word with a capital that may be part of a name.
pub(super) fn is_name(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.text.is_word(at) && reader.text.tokens[at].capital && reader.is_free(at, at + 1)
}

/// "Mr Smith", "Frau Schröder", "pan Marzec", "Dr. Alice Wong": where the name itself begins, and
/// where it ends.
fn titled(reader: &Reader<'_, '_>, at: usize) -> Option<(usize, usize)> {
    let mut start = reader.tags.mark(at, Mark::Title)?;
    loop {
        start += usize::from(reader.text.is_mark(start, "."));
        match reader.tags.mark(start, Mark::Title) {
            Some(to) => start = to,
            None => break,
        }
    }
    let to = run(reader, start, 3);
    (to > start && !reader.vocabulary.is(reader.text.word(start), Mark::Stop))
        .then_some((start, to))
}

/// The end of capitalised words, with hyphens between them.
fn run(reader: &Reader<'_, '_>, start: usize, most: usize) -> usize {
    let mut to = start;
    let mut words = 0;
    while words < most && is_name(reader, to) {
        let stop = words > 0
            && (reader.vocabulary.is(reader.text.word(to), Mark::Stop)
                || reader.tags.is(to, Mark::Title));
        if stop {
            break;
        }
        to += 1;
        words += 1;
        if reader.text.is_mark(to, "-")
            && reader.text.is_glued(to)
            && is_name(reader, to + 1)
            && reader.text.is_glued(to + 1)
        {
            to += 1;
        }
    }
    to
}

/// A known given name with what follows it: "Omar", "Helen Marsh", "April Jones".
fn given(reader: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let text = reader.text;
    if !is_name(reader, at) {
        // "heyyy its mike": in small letters only after words for it.
        let led = reader.tags.before(at, Mark::MyName).is_some()
            || reader.tags.before(at, Mark::IAm).is_some();
        let its = text.word(at.wrapping_sub(1)) == "its"
            || matches!(text.word(at.wrapping_sub(1)), "hier" | "aqui" | "soy" | "tu");
        let led = led || its;
        let known = text.is_word(at) && reader.setting.places.given(text.word(at)).is_some();
        // "My name is anna huber" is read in full later on.
        let more = reader.text.is_word(at + 1) && reader.tags.at(at + 1).is_empty();
        return (led && known && !more).then_some(at + 1);
    }
    let shouts = text.original.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    if shouts {
        return None;
    }
    // "Proszę dzwonić do Oskara": a form of a name after words that call for somebody.
    let called = matches!(text.word(at.wrapping_sub(1)), "do" | "prosic" | "dla" | "od" | "z")
        && reader.vocabulary.language == "pl"
        && polish(reader, at).is_some()
        && !reader.setting.places.knows(text.word(at))
        && at > 0
        && reader.tags.any(Mark::Call);
    let known = reader.setting.places.given(text.word(at)).is_some() || called;
    let to = run(reader, at, 3);
    let dated = reader
        .tags
        .at(at)
        .iter()
        .any(|t| matches!(t.role, Role::Month(_) | Role::Weekday(_)) && t.to == at + 1);
    if known && !dated {
        // "Ali or Mohammed", "the Martin" all name somebody; a town of the name does not.
        let town = reader.setting.places.knows(text.word(at))
            && to == at + 1
            && !reader.tags.is(to, Mark::HereAfter)
            || (at > 0
                && reader.setting.places.knows(&format!(
                    "{} {}",
                    text.word(at - 1),
                    text.word(at)
                )))
            || reader.setting.places.knows(&format!("{} {}", text.word(at), text.word(at + 1)));
        return (!town).then_some(to);
    }
    // "April Jones": a month or a weekday before a name that closes the stretch.
    let first = at == 0 || text.tokens[at - 1].kind == Kind::Mark;
    let closed = text.tokens.get(to).is_none_or(|t| t.kind == Kind::Mark)
        || reader.tags.is(to, Mark::HereAfter);
    let surname = to == at + 2 && reader.tags.at(at + 1).is_empty();
    (dated && first && closed && surname && reader.vocabulary.language != "de").then_some(to)
}

/// "I'm May", "ich bin Sonntag", "nazywam się Piątek": a day or a month that is somebody's name.
fn introduced(reader: &Reader<'_, '_>, at: usize) -> Option<(usize, usize)> {
    let start = reader.tags.mark(at, Mark::MyName).or_else(|| reader.tags.mark(at, Mark::IAm))?;
    let dated = |i: usize| {
        reader
            .tags
            .at(i)
            .iter()
            .any(|t| matches!(t.role, Role::Month(_) | Role::Weekday(_) | Role::Season(_)))
    };
    let to = run(reader, start, 2);
    (to > start && (start..to).any(dated)).then_some((start, to))
}

/// Takes a name that is written at one place and begins at another, behind its title.
fn push_as(reader: &mut Reader<'_, '_>, what: What, (from, to): (usize, usize), name: usize) {
    if from < to && reader.is_free(from, to) {
        let said = reader.text.original_of(name, to);
        let one = to == name + 1
            && reader.vocabulary.language == "pl"
            && reader.setting.places.given(reader.text.word(name)).is_none();
        let said = if one { polish(reader, name).unwrap_or(said) } else { said };
        let found = Found::new(Value::Text(said.to_owned()), what, from, to);
        reader.take(found);
    }
}

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
        let said = match (what, reader.setting.places.given(reader.text.word(from))) {
            // "Its mike" is Mike.
            (What::Person, None) if to == from + 1 && reader.vocabulary.language == "pl" => {
                polish(reader, from).unwrap_or(said)
            }
            (What::Person, Some(name)) if to == from + 1 && !said.contains(char::is_uppercase) => {
                name
            }
            _ => said,
        };
        let found = Found::new(Value::Text(said.to_owned()), what, from, to);
        reader.take(found);
    }
}

/// The given name that a Polish form belongs to: "Kasię", "Grażyny", "Oskara".
fn polish(reader: &Reader<'_, '_>, at: usize) -> Option<&'static str> {
    let (word, places) = (reader.text.word(at), reader.setting.places);
    for (ending, base) in
        [("owi", ""), ("em", ""), ("e", "a"), ("a", "a"), ("y", "a"), ("i", "a"), ("a", "")]
    {
        if let Some(stem) = word.strip_suffix(ending)
            && let Some(name) = places.given(&format!("{stem}{base}"))
        {
            return Some(name);
        }
    }
    None
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
        if reader.text.is_mark(to, "-")
            && reader.text.is_glued(to)
            && reader.text.is_word(to + 1)
            && reader.text.is_glued(to + 1)
        {
            to += 2;
        }
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
