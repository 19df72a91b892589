//! E-mail addresses and links, written or said in words. Start at [`find`].

use super::{Found, Reader, What};
use crate::domain::value::Value;
use crate::understanding::normalize::Text;

/// Takes links and addresses.
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

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    #[test]
    fn addresses_and_links() {
        for (said, expected) in [
            ("mail me at Anna.Huber@firma.at.", "email anna.huber@firma.at [Anna.Huber@firma.at]"),
            (
                "see https://example.com/15/kg",
                "text https://example.com/15/kg [https://example.com/15/kg]",
            ),
            ("a@b", ""),
        ] {
            assert_eq!(read("en", said), expected, "{said}");
        }
    }
}
