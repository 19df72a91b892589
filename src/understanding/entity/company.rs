//! Companies: by a legal form, by a word for a trade, or after "we are".
//!
//! Start at [`firm`].

use super::Reader;
use super::name::is_name;
use crate::understanding::normalize::Kind;
use crate::understanding::vocabulary::{Mark, Role};

/// The company whose name a word for firms or a legal form at a token tells.
pub(super) fn firm(reader: &Reader<'_, '_>, at: usize) -> Option<(usize, usize)> {
    let text = reader.text;
    let capital = |i: usize| text.tokens.get(i).is_some_and(|t| t.capital);
    if let Some(to) =
        reader.tags.mark(at, Mark::Legal).filter(|&to| at > 0 && (capital(at) || to > at + 1))
    {
        let from = back(reader, at);
        let dot = usize::from(
            text.is_mark(to, ".")
                && text.is_glued(to)
                && to + 1 < text.len()
                && text.word(to - 1).len() <= 2,
        );
        return (from < at).then_some((from, to + dot));
    }
    let end = reader.tags.mark(at, Mark::Trade).filter(|_| is_name(reader, at))?;
    if text.original.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) {
        return None;
    }
    let from = back(reader, at);
    let mut to = end;
    while to < end + 4 {
        if reader.tags.mark(to, Mark::Legal).is_some_and(|l| capital(to) || l > to + 1) {
            break;
        }
        let link = text.is_mark(to, "&")
            || text.is_mark(to, "-")
            || matches!(
                text.word(to),
                "of" | "de"
                    | "del"
                    | "la"
                    | "los"
                    | "von"
                    | "der"
                    | "zum"
                    | "am"
                    | "und"
                    | "and"
                    | "y"
                    | "i"
            );
        let joined = !matches!(text.word(to), "und" | "and" | "y" | "i" | "de" | "am" | "von");
        if is_name(reader, to) && !reader.vocabulary.is(text.word(to), Mark::Stop) {
            to += 1;
        } else if link && joined && is_name(reader, to + 1) && to > at {
            to += 2;
        } else {
            break;
        }
    }
    if let Some(legal) = reader.tags.mark(to, Mark::Legal).filter(|&l| capital(to) || l > to + 1) {
        to = legal;
    }
    // A town behind a comma or a preposition is none of it; one word alone is a trade, no name.
    let words = (from..to).filter(|&i| text.is_word(i)).count();
    (words >= 2).then_some((from, to))
}

/// Where the capitalised words before a token begin, with "&" and the like between them.
pub(super) fn back(reader: &Reader<'_, '_>, to: usize) -> usize {
    let text = reader.text;
    let mut from = to;
    while from > 0 && to - from < 5 {
        let plain = reader.vocabulary.is(text.word(from - 1), Mark::Stop)
            || reader.tags.at(from - 1).iter().any(|t| {
                t.to == from
                    && matches!(t.role, Role::Number(_) | Role::Dozen(_) | Role::Multiplier(_))
            })
            || [Mark::Greeting, Mark::IAm, Mark::WeAre, Mark::HereAfter, Mark::Firm, Mark::MyName]
                .iter()
                .any(|&m| reader.vocabulary.is(text.word(from - 1), m));
        let mark = (text.is_mark(from - 1, "&")
            || (text.is_mark(from - 1, "-") && text.is_glued(from - 1)))
            && from > 1
            && is_name(reader, from - 2);
        let link = matches!(text.word(from - 1), "and" | "und" | "y" | "i" | "of" | "de")
            && from > 1
            && from < to + 1
            && is_name(reader, from - 2)
            && is_name(reader, from)
            && from < to;
        if mark || link {
            from -= 2;
        } else if is_name(reader, from - 1) && !plain {
            from -= 1;
        } else {
            break;
        }
    }
    from
}

/// Where a company's name that starts at a token ends.
pub(super) fn company(reader: &Reader<'_, '_>, start: usize, announced: bool) -> Option<usize> {
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
        let and = matches!(reader.text.word(to), "y" | "i" | "und" | "and")
            && to > start
            && is_name(reader, to + 1);
        let inner = reader.text.is_mark(to, "&") || reader.text.is_mark(to, "-") || and;
        let plain = reader.vocabulary.is(reader.text.word(to), Mark::Stop);
        let named = reader.text.is_word(to) && token.capital && !plain;
        if !named && (!inner || to == start) {
            break;
        }
        to += 1;
    }
    // "We're Parcelpal, 12 couriers": one word is enough where it ends the thought and is no word.
    let german = reader.vocabulary.language == "de";
    let ends = reader.text.tokens.get(to).is_none_or(|t| t.kind == Kind::Mark)
        && !reader.text.is_mark(to, "-");
    let odd = (start..to)
        .all(|i| reader.tags.at(i).is_empty() && !reader.setting.places.knows(reader.text.word(i)));
    let enough = if announced || (!german && ends && odd) { 1 } else { 2 };
    (to >= start + enough).then_some(to)
}

pub(super) fn capitals_before(reader: &Reader<'_, '_>, to: usize) -> usize {
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
