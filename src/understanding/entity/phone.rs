//! Phone numbers, brought to E.164 by the visitor's country, or the house's.
//!
//! What is said digit by digit is read as well. Start at [`find`].

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

/// Forms of mobile numbers that no number of the other countries of a language has (national
/// numbering plans of Ofcom and the Bundesnetzagentur, as of 2025).
const MOBILES: &[Mobile] =
    &[("en", "GB", &["7"], 10..=10), ("de", "DE", &["15", "16", "17"], 10..=11)];

/// Takes phone numbers.
pub(super) fn find(reader: &mut Reader<'_, '_>) {
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
        || reader.is_counted(end);
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
    if let Some(code) = mobile(reader, digits) {
        return e164(&digits[1..], code);
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

/// The calling code of the country whose mobiles have the form of these digits, when its language is
/// written: a form that is known well tells more than the house's own country does.
fn mobile(reader: &Reader<'_, '_>, digits: &str) -> Option<&'static str> {
    let national = digits.strip_prefix('0')?;
    let fits = |&&(language, country, prefixes, ref lengths): &&Mobile| {
        language == reader.vocabulary.language
            && reader.setting.home.is_none_or(|home| home == country)
            && prefixes.iter().any(|prefix| national.starts_with(prefix))
            && lengths.contains(&national.len())
    };
    let &(_, country, ..) = MOBILES.iter().find(fits)?;
    COUNTRIES.iter().find(|c| c.0 == country).map(|c| c.1)
}

/// A language, a country where it is at home, how mobile numbers begin there, and their counts of
/// national digits.
type Mobile =
    (&'static str, &'static str, &'static [&'static str], std::ops::RangeInclusive<usize>);

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

#[cfg(test)]
mod tests {
    use super::super::Open;
    use super::super::tests::{read, read_open};

    #[test]
    fn phones_are_brought_to_one_form() {
        for (said, expected) in [
            ("+43 664 123 45 67", "phone +436641234567 [+43 664 123 45 67]"),
            ("+43 (0)664 1234567", "phone +436641234567 [+43 (0)664 1234567]"),
            ("0664/1234567 please", "phone +436641234567 [0664/1234567]"),
            ("0049 30 1234567", "phone +49301234567 [0049 30 1234567]"),
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
            ("en", "call me on 07700 900123", "phone +447700900123 [07700 900123]"),
            ("de", "ruft an: 0176 12345678", "phone +4917612345678 [0176 12345678]"),
            ("de", "ruft an: 01 7612345", "phone +4317612345 [01 7612345]"),
            ("pl", "mamy 120 000 000 zł", "money 120000000 PLN [120 000 000 zł]"),
        ] {
            assert_eq!(read(locale, said), expected, "{locale} {said}");
        }
    }
}
