//! E-mail addresses, links and phone numbers.
//!
//! Links are taken and dropped, so that their digits are nobody's amounts. A phone is brought to
//! E.164 by the house's country. Start at [`find`].

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
    ("US", "1", "1", 10..=10),
    ("CA", "1", "1", 10..=10),
];

/// Takes links, addresses and phones.
pub(super) fn find(reader: &mut Reader<'_, '_>) {
    for (from, to) in chunks(reader.text) {
        let said = reader.text.original_of(from, to);
        if let Some((start, end)) = email(said) {
            let byte = reader.text.tokens[from].start;
            let first = (from..to).find(|&i| reader.text.tokens[i].start >= byte + start);
            let last = (from..to).rev().find(|&i| reader.text.tokens[i].end <= byte + end);
            if let (Some(first), Some(last)) = (first, last)
                && first <= last
            {
                let address = Value::Email(said[start..end].to_lowercase());
                reader.take(Found::new(address, What::Email, first, last + 1));
            }
        } else if is_link(said) {
            reader.taken[from..to].fill(true);
        }
    }
    let mut i = 0;
    while i < reader.text.len() {
        match phone(reader, i) {
            Some((number, to)) => {
                reader.take(Found::new(Value::Phone(number), What::Phone, i, to));
                i = to;
            }
            None => i += 1,
        }
    }
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
    let local = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
    let domain = |c: char| c.is_alphanumeric() || ".-".contains(c);
    let start = said[..at].char_indices().rev().take_while(|c| local(c.1)).last()?.0;
    let tail = &said[at + 1..];
    let long = tail.char_indices().take_while(|c| domain(c.1)).last()?;
    let host = tail[..long.0 + long.1.len_utf8()].trim_end_matches(['.', '-']);
    let (name, top) = host.rsplit_once('.')?;
    (!name.is_empty() && top.len() >= 2 && top.chars().all(char::is_alphabetic))
        .then_some((start, at + 1 + host.len()))
}

fn is_link(said: &str) -> bool {
    let said = said.trim_start_matches(['(', '<', '"']);
    let starts = |with: &str| said.get(..with.len()).is_some_and(|s| s.eq_ignore_ascii_case(with));
    starts("http://") || starts("https://") || starts("www.")
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
                if groups == 0 && word.starts_with('0') && word.matches('.').count() >= 2 =>
            {
                digits.extend(word.chars().filter(char::is_ascii_digit));
                groups += 1;
                at += 1;
                end = at;
            }
            Kind::Mark if matches!(word, "(" | ")" | "/" | "-") => at += 1,
            _ => break,
        }
    }
    if !(7..=15).contains(&digits.len()) {
        return None;
    }
    let e164 = |rest: &str, code: &str| Some((format!("+{code}{rest}"), end));
    if plus {
        // "+43 (0)664": the trunk zero is not dialled from abroad.
        let known = COUNTRIES.iter().find(|c| digits.starts_with(c.1) && c.2 == "0");
        let digits = match known {
            Some(c) => format!("{}{}", c.1, digits[c.1.len()..].trim_start_matches('0')),
            None => digits,
        };
        return e164(&digits, "");
    }
    if let Some(rest) = digits.strip_prefix("00") {
        return e164(rest, "");
    }
    // Eight digits in three groups are a date, digits before a unit an amount.
    let other = (digits.len() == 8 && groups == 3) || counts(reader, end);
    let wanted = reader.setting.open == Open::Phone || reader.tags.any(Mark::Call);
    // Who writes English and gives eleven digits from 07 on has a British mobile.
    if reader.vocabulary.language == "en"
        && reader.setting.home.is_none_or(|home| home == "GB")
        && digits.len() == 11
        && digits.starts_with("07")
    {
        return e164(&digits[1..], "44");
    }
    homes(reader).find_map(|&(_, code, trunk, ref lengths)| {
        if !trunk.is_empty() && trunk != "1" && digits.starts_with(trunk) {
            let rest = &digits[trunk.len()..];
            return lengths.contains(&rest.len()).then(|| e164(rest, code))?;
        }
        let sure = wanted || ((trunk.is_empty() || trunk == "1") && groups != 2);
        let fits = lengths.contains(&digits.len()) && !digits.starts_with('0') && !other;
        (fits && sure).then(|| e164(&digits, code))?
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
            ("see https://example.com/15/kg", ""),
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
