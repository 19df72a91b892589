//! E-mail addresses, links and phone numbers.
//!
//! A phone is brought to E.164 by the visitor's country, or the house's. What is said digit by
//! digit is read as well. Start at [`find`].

use super::{Found, Open, Reader, What};
use crate::domain::value::Value;
use crate::understanding::normalize::{Kind, Text};
use crate::understanding::vocabulary::{Mark, Role};

/// Calling code, trunk prefix, and the usual count of national digits, by country
/// (ITU-T E.164 and E.129 national plans, as of 2025).
const COUNTRIES: &[Country] = &[
    ("AT", "43", "0", 7..=13),
    ("DE", "49", "0", 7..=12),
    ("CH", "41", "0", 9..=9),
    ("LI", "423", "", 7..=9),
    ("ES", "34", "", 9..=9),
    ("PL", "48", "", 9..=9),
    ("IT", "39", "", 8..=11),
    ("FR", "33", "0", 9..=9),
    ("GB", "44", "0", 9..=10),
    ("IE", "353", "0", 8..=9),
    ("NL", "31", "0", 9..=9),
    ("BE", "32", "0", 8..=9),
    ("LU", "352", "", 6..=11),
    ("CZ", "420", "", 9..=9),
    ("SK", "421", "0", 9..=9),
    ("HU", "36", "06", 8..=9),
    ("SI", "386", "0", 8..=8),
    ("HR", "385", "0", 8..=9),
    ("PT", "351", "", 9..=9),
    ("DK", "45", "", 8..=8),
    ("SE", "46", "0", 7..=9),
    ("NO", "47", "", 8..=8),
    ("FI", "358", "0", 6..=11),
    ("MX", "52", "", 10..=10),
    ("CO", "57", "", 10..=10),
    ("AR", "54", "0", 10..=11),
    ("CL", "56", "", 9..=9),
    ("PE", "51", "0", 8..=9),
    ("RO", "40", "0", 9..=9),
    ("UA", "380", "0", 9..=9),
    ("AU", "61", "0", 9..=9),
    ("NZ", "64", "0", 8..=10),
    ("IN", "91", "0", 10..=10),
    ("TR", "90", "0", 10..=10),
    ("GR", "30", "", 10..=10),
    ("US", "1", "1", 10..=10),
    ("CA", "1", "1", 10..=10),
];

/// Takes links, addresses and phones.
pub(super) fn find(reader: &mut Reader<'_, '_>) {
    for (from, to) in chunks(reader.text) {
        let said = reader.text.original_of(from, to);
        let mut taken = from;
        for (start, end, link) in addresses(said) {
            let byte = reader.text.tokens[from].start;
            let first = (taken..to).find(|&i| reader.text.tokens[i].start >= byte + start);
            let last = (from..to).rev().find(|&i| reader.text.tokens[i].end <= byte + end);
            if let (Some(first), Some(last)) = (first, last)
                && first <= last
            {
                let shown = said[start..end].to_owned();
                let found = if link {
                    Found::new(Value::Text(shown), What::Link, first, last + 1)
                } else {
                    Found::new(Value::Email(shown.to_lowercase()), What::Email, first, last + 1)
                };
                taken = last + 1;
                reader.take(found);
            }
        }
    }
    for i in 0..reader.text.len() {
        if let Some((address, from, to)) = spelled(reader, i) {
            reader.take(Found::new(Value::Email(address), What::Email, from, to));
        }
    }
    let mut i = 0;
    while i < reader.text.len() {
        match phone(reader, i).or_else(|| dictated(reader, i)) {
            Some((number, to)) => {
                let to = extension(reader, to);
                reader.take(Found::new(Value::Phone(number), What::Phone, i, to));
                i = to;
            }
            None => i += 1,
        }
    }
}

/// "Sales at example dot com", "info arroba example punto es": an address said in words.
fn spelled(reader: &Reader<'_, '_>, at: usize) -> Option<(String, usize, usize)> {
    let text = reader.text;
    let sign = |i: usize| matches!(text.word(i), "at" | "arroba" | "malpa" | "klammeraffe" | "@");
    let dot = |i: usize| matches!(text.word(i), "dot" | "punkt" | "punto" | "kropka");
    let part = |i: usize| !text.word(i).is_empty() && (text.is_word(i) || text.is_number(i));
    if !sign(at) || at == 0 || !part(at - 1) || !part(at + 1) || !dot(at + 2) || !part(at + 3) {
        return None;
    }
    let mut from = at - 1;
    let mut name = text.word(from).to_owned();
    while from >= 2 && dot(from - 1) && part(from - 2) {
        name = format!("{}.{name}", text.word(from - 2));
        from -= 2;
    }
    let mut host = text.word(at + 1).to_owned();
    let mut to = at + 2;
    while dot(to) && part(to + 1) {
        host = format!("{host}.{}", text.word(to + 1));
        to += 2;
    }
    reader.is_free(from, to).then(|| (format!("{name}@{host}"), from, to))
}

/// Addresses and links in a stretch without spaces, as bytes, and whether each is a link.
fn addresses(said: &str) -> Vec<(usize, usize, bool)> {
    let mut found = Vec::new();
    let mut from = 0;
    // "a@b.at,c@d.at" and "a@b.at;c@d.at" are two.
    for part in said.split_inclusive([';', '|', '<', '>']) {
        if let Some((start, end)) = email(part) {
            found.push((from + start, from + end, false));
        } else if let Some((start, end)) = link(part) {
            found.push((from + start, from + end, true));
        }
        from += part.len();
    }
    found
}

/// The bytes of a link: with its scheme, with "www.", or a name with a usual ending.
fn link(said: &str) -> Option<(usize, usize)> {
    let start = said.find(|c: char| c.is_alphanumeric())?;
    let rest = &said[start..];
    let end = start
        + rest
            .trim_end_matches([
                '.', ',', '!', '?', ')', ';', ':', '"', '\'', '>', '”', '“', '»', '…',
            ])
            .len();
    let body = said.get(start..end)?;
    let lower = body.to_lowercase();
    let led = ["http://", "https://", "www."].iter().any(|s| lower.starts_with(s));
    if led {
        return (body.len() > 8).then_some((start, end));
    }
    if lower.contains('@') {
        return None;
    }
    let host = lower.split(['/', '?', '#', ':']).next()?;
    let (name, top) = host.rsplit_once('.')?;
    let plain = |s: &str| s.chars().all(|c| c.is_alphanumeric() || "-.".contains(c));
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (TOPS.contains(&top)
        && letters >= 2
        && plain(name)
        && !name.starts_with('.')
        && !name.contains(".."))
    .then_some((start, end))
}

/// Endings of hosts that are no words after a full stop without a space.
const TOPS: &[&str] = &[
    "com", "org", "net", "info", "biz", "eu", "at", "de", "ch", "es", "pl", "it", "fr", "uk", "ie",
    "nl", "be", "cz", "sk", "hu", "si", "hr", "pt", "dk", "se", "no", "fi", "us", "ca", "mx", "io",
    "app", "dev", "shop", "example", "test", "cat", "berlin", "wien", "bike", "co", "ai", "edu",
    "gov", "li", "lu", "ro", "tv", "me", "online", "store", "cc", "xyz", "ar", "cl",
];

/// "Ext. 12", "wew. 12", "DW 15" after a phone number belong to it.
fn extension(reader: &Reader<'_, '_>, to: usize) -> usize {
    let text = reader.text;
    let at = to + usize::from(text.is_mark(to, ","));
    let words = [
        "ext",
        "extension",
        "x",
        "wew",
        "wewnetrzny",
        "dw",
        "durchwahl",
        "klappe",
        "nst",
        "extension",
        "interno",
    ];
    if !words.contains(&text.word(at)) {
        return to;
    }
    let number = at + 1 + usize::from(text.is_mark(at + 1, "."));
    if text.is_number(number) && text.word(number).len() <= 5 {
        // The number is dialled without it; its digits are nobody's amount.
        return number + 1;
    }
    to
}

/// "Oh seven four double oh one two three": a phone number said digit by digit, or in pairs.
fn dictated(reader: &Reader<'_, '_>, from: usize) -> Option<(String, usize)> {
    let (text, vocabulary) = (reader.text, reader.vocabulary);
    let mut digits = String::new();
    let (mut at, mut end, mut words, mut times) = (from, from, 0, 1);
    let plus = matches!(text.word(at), "plus" | "mas") || text.is_mark(at, "+");
    at += usize::from(plus);
    while at < text.len() && reader.is_free(at, at + 1) {
        let word = text.word(at);
        let said = match word {
            "double" | "doble" | "doppel" => {
                (times, at) = (2, at + 1);
                continue;
            }
            "triple" => {
                (times, at) = (3, at + 1);
                continue;
            }
            "oh" | "o" if vocabulary.language == "en" => Some(0),
            "un" | "uno" | "one" | "eins" | "jeden" => Some(1),
            _ if text.is_mark(at, "-") || text.is_mark(at, ",") => {
                at += 1;
                continue;
            }
            _ if text.is_number(at) && word.len() == 1 => word.parse().ok(),
            _ => vocabulary.number(word).filter(|n| *n < 100),
        };
        let Some(n) = said else { break };
        for _ in 0..times {
            digits.push_str(&n.to_string());
        }
        (times, at) = (1, at + 1);
        (end, words) = (at, words + 1);
    }
    if words < 6 || !(8..=15).contains(&digits.len()) {
        return None;
    }
    national(reader, &digits, plus, words, true).map(|number| (number, end))
}

/// Stretches of tokens without spaces between them.
fn chunks(text: &Text<'_>) -> Vec<(usize, usize)> {
    let mut chunks: Vec<(usize, usize)> = Vec::new();
    for i in 0..text.len() {
        match chunks.last_mut() {
            Some(last) if text.is_glued(i) => last.1 = i + 1,
            _ => chunks.push((i, i + 1)),
        }
    }
    chunks
}

/// The bytes of an e-mail address in a stretch without spaces.
fn email(said: &str) -> Option<(usize, usize)> {
    let at = said.find('@')?;
    let local = |c: char| c.is_alphanumeric() || "._%+-'’&~".contains(c);
    let domain = |c: char| c.is_alphanumeric() || ".-".contains(c);
    let start = said[..at].char_indices().rev().take_while(|c| local(c.1)).last()?.0;
    // A quote or a stroke before it is no part of it.
    let start = start + said[start..at].find(char::is_alphanumeric)?;
    let tail = &said[at + 1..];
    let long = tail.char_indices().take_while(|c| domain(c.1)).last()?;
    let host = tail[..long.0 + long.1.len_utf8()].trim_end_matches(['.', '-']);
    let (name, top) = host.rsplit_once('.')?;
    (!name.is_empty() && top.len() >= 2 && top.chars().all(char::is_alphabetic))
        .then_some((start, at + 1 + host.len()))
}

/// The phone number that starts at a token, in E.164 form, and where it ends.
fn phone(reader: &Reader<'_, '_>, from: usize) -> Option<(String, usize)> {
    let text = reader.text;
    let mut digits = String::new();
    let (mut at, mut end) = (from, from);
    let plus = text.is_mark(at, "+");
    if plus {
        at += 1;
    }
    let mut groups = 0;
    while at < text.len() && at < from + 24 && reader.is_free(at, at + 1) {
        let word = text.word(at);
        match text.tokens[at].kind {
            Kind::Number if word.bytes().all(|b| b.is_ascii_digit()) => {
                digits.push_str(word);
                groups += 1;
                at += 1;
                end = at;
            }
            // "0664.123.456"
            Kind::Number
                if groups == 0
                    && (word.starts_with('0')
                        || reader.setting.home.is_some() && word.len() == 11)
                    && word.matches('.').count() >= 2 =>
            {
                digits.extend(word.chars().filter(char::is_ascii_digit));
                groups += 1;
                at += 1;
                end = at;
            }
            Kind::Mark if matches!(word, "(" | ")" | "/" | "-") => at += 1,
            // "22.123.45.67"
            Kind::Number if groups == 0 && plus && word.matches('.').count() >= 1 => {
                digits.extend(word.chars().filter(char::is_ascii_digit));
                groups += 1;
                at += 1;
                end = at;
            }
            _ => break,
        }
    }
    if !(7..=15).contains(&digits.len())
        || reader.tags.at(end).iter().any(|t| matches!(t.role, Role::Month(_)))
    {
        return None;
    }
    // Eight digits in three groups are a date, digits before a unit an amount.
    let other = (digits.len() == 8 && groups == 3 && !digits.starts_with('0')
        || is_day(text, from))
        || counts(reader, end);
    // Four numbers of a range, or two amounts, are not dialled.
    let wanted = reader.setting.open == Open::Phone
        || reader.tags.any(Mark::Call)
        || reader.tags.any(Mark::Device);
    let sure = !other && (wanted || groups != 2 || reader.setting.home.is_some());
    if other && !plus {
        return None;
    }
    let number = national(reader, &digits, plus, groups, sure)?;
    Some((number, end))
}

/// "2027-03-14", "06/07/2026".
fn is_day(text: &Text<'_>, at: usize) -> bool {
    let word = text.word(at);
    let slash = |i: usize| text.is_mark(i, "/") || text.is_mark(i, "-");
    if word.len() <= 2
        && slash(at + 1)
        && text.word(at + 2).len() <= 2
        && slash(at + 3)
        && matches!(text.word(at + 4).len(), 2 | 4)
    {
        return !text.is_mark(at + 5, "-");
    }
    word.len() == 4
        && word.starts_with(['1', '2'])
        && (text.is_mark(at + 1, "-") || text.is_mark(at + 1, "/"))
        && text.word(at + 2).len() <= 2
}

/// Digits in E.164 form, by the countries that they may be dialled in.
fn national(
    reader: &Reader<'_, '_>,
    digits: &str,
    plus: bool,
    groups: usize,
    sure: bool,
) -> Option<String> {
    let e164 = |rest: &str, code: &str| Some(format!("+{code}{rest}"));
    if plus || digits.starts_with("00") {
        let digits = if plus { digits } else { digits.trim_start_matches("00") };
        // "+43 (0)664": the trunk zero is not dialled from abroad.
        let known = COUNTRIES
            .iter()
            .filter(|c| c.2 == "0" && digits.starts_with(c.1))
            .find(|c| digits[c.1.len()..].starts_with('0'));
        let whole = match known {
            Some(c) => format!("{}{}", c.1, digits[c.1.len()..].trim_start_matches('0')),
            None => digits.to_owned(),
        };
        return (whole.len() >= 8).then(|| e164(&whole, ""))?;
    }
    // Who writes English and gives eleven digits from 07 on has a British mobile.
    if reader.vocabulary.language == "en"
        && reader.setting.home.is_none_or(|home| home == "GB")
        && digits.len() == 11
        && digits.starts_with("07")
    {
        return e164(&digits[1..], "44");
    }
    homes(reader).find_map(|&(name, code, trunk, ref lengths)| {
        if !trunk.is_empty() && trunk != "1" && digits.starts_with(trunk) {
            let rest = &digits[trunk.len()..];
            return lengths.contains(&rest.len()).then(|| e164(rest, code))?;
        }
        // "1 212 555 0147".
        if trunk == "1" && digits.len() == 11 && digits.starts_with('1') {
            return e164(&digits[1..], code);
        }
        let sure = sure && (groups != 2 || !trunk.is_empty() || reader.setting.home == Some(name));
        let keeps = name == "IT";
        let fits = lengths.contains(&digits.len()) && (keeps || !digits.starts_with('0'));
        let bare = trunk.is_empty()
            || trunk == "1"
            || reader.setting.open == Open::Phone
            || reader.tags.any(Mark::Call);
        (fits && sure && bare).then(|| e164(digits, code))?
    })
}

/// A country's name, calling code, trunk prefix and counts of national digits.
type Country = (&'static str, &'static str, &'static str, std::ops::RangeInclusive<usize>);

/// The countries whose numbers go without a calling code: where the visitor told to be, where their
/// language is at home, when it is not the house's, and then the house's own.
fn homes(reader: &Reader<'_, '_>) -> impl Iterator<Item = &'static Country> + use<> {
    let house = reader.setting.country;
    let spoken = match reader.vocabulary.language.as_str() {
        "de" => &["AT", "DE", "CH", "LI", "LU"][..],
        "es" => &["ES"],
        "pl" => &["PL"],
        "it" => &["IT", "CH"],
        "fr" => &["FR", "BE", "CH", "LU"],
        _ => &[],
    };
    let abroad = spoken.first().filter(|_| !spoken.contains(&house));
    let of = |code: &str| COUNTRIES.iter().find(|c| c.0 == code);
    let told = reader.setting.home.and_then(of);
    told.into_iter().chain(abroad.and_then(|code| of(code))).chain(of(house))
}

/// Whether a unit or a currency follows.
fn counts(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.tags.at(at).iter().any(|t| matches!(t.role, Role::Unit(..) | Role::Currency(_)))
}

#[cfg(test)]
mod tests {
    use super::super::Open;
    use super::super::tests::{read, read_open};

    #[test]
    fn addresses_links_and_phones() {
        for (said, expected) in [
            ("mail me at Anna.Huber@firma.at.", "email anna.huber@firma.at [Anna.Huber@firma.at]"),
            (
                "see https://example.com/15/kg",
                "text https://example.com/15/kg [https://example.com/15/kg]",
            ),
            ("+43 664 123 45 67", "phone +436641234567 [+43 664 123 45 67]"),
            ("+43 (0)664 1234567", "phone +436641234567 [+43 (0)664 1234567]"),
            ("0664/1234567 please", "phone +436641234567 [0664/1234567]"),
            ("0049 30 1234567", "phone +49301234567 [0049 30 1234567]"),
            ("a@b", ""),
            ("we need 1200", "integer 1200 [1200]"),
        ] {
            assert_eq!(read("en", said), expected, "{said}");
        }
        let said = "316 555 0142";
        assert_eq!(read_open("en", said, Open::Phone), "phone +433165550142 [316 555 0142]");
        for (locale, said, expected) in [
            ("es", "612 345 678", "phone +34612345678 [612 345 678]"),
            ("es", "93 412 30 30", "phone +34934123030 [93 412 30 30]"),
            ("pl", "501 222 333", "phone +48501222333 [501 222 333]"),
            ("de", "664 123 45 67", "phone +436641234567 [664 123 45 67]"),
            ("es", "0664 1234567", "phone +436641234567 [0664 1234567]"),
        ] {
            assert_eq!(read_open(locale, said, Open::Phone), expected, "{locale} {said}");
        }
        for (locale, said, expected) in [
            ("es", "llámame al 612 345 678", "phone +34612345678 [612 345 678]"),
            ("en", "call me on 664 123 4567", "phone +436641234567 [664 123 4567]"),
            ("pl", "mamy 120 000 000 zł", "money 120000000 PLN [120 000 000 zł]"),
        ] {
            assert_eq!(read(locale, said), expected, "{locale} {said}");
        }
    }
}
