//! What looks like a value and is none: idioms, codes, versions, house numbers.
//!
//! The tokens of these are taken before anything else is read, so that no finder sees them. Start
//! at [`find`].

use super::{Reader, place};
use crate::understanding::normalize::Kind;
use crate::understanding::vocabulary::{Mark, Role};

/// Takes everything that only looks like a value.
pub(super) fn find(reader: &mut Reader<'_, '_>) {
    for i in 0..reader.text.len() {
        if let Some(to) = reader.tags.mark(i, Mark::Phrase) {
            reader.taken[i..to].fill(true);
        }
        if let Some(to) = object(reader, i).or_else(|| street(reader, i)) {
            let to = to.min(reader.text.len());
            reader.taken[i..to].fill(true);
        } else if reader.text.is_number(i) {
            let Some(to) = code(reader, i) else { continue };
            reader.taken[i..to.min(reader.text.len())].fill(true);
        }
    }
}

/// "Order #90317", "Artikelnummer 48210", "iPhone 15", "error 404".
fn object(reader: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let (text, tags) = (reader.text, reader.tags);
    let mut to = tags.mark(at, Mark::Object)?;
    for _ in 0..3 {
        if text.is_mark(to, "#")
            || text.is_mark(to, ":")
            || text.is_mark(to, ".")
            || text.is_mark(to, "-")
            || tags.is(to, Mark::Position)
            || matches!(text.word(to), "number" | "nummer" | "es" | "is" | "ist" | "to")
        {
            to += 1;
        }
    }
    // "Faktura: 15-001 Białystok" is where it goes to.
    let polish =
        text.word(to).len() == 2 && text.is_mark(to + 1, "-") && text.word(to + 2).len() == 3;
    if !text.is_number(to) || polish {
        return None;
    }
    // "Order 12 bikes" and "page 3 kg" count something.
    let short = text.word(to).len() <= 2;
    let verb = matches!(text.word(at), "order" | "model" | "pedido" | "strona" | "seite");
    if (verb && short && text.is_word(to + 1)) || reader.is_counted(to + 1) {
        return None;
    }
    Some(chunk_end(reader, to))
}

/// The end of the tokens that stand without a space between them.
fn chunk_end(reader: &Reader<'_, '_>, at: usize) -> usize {
    let text = reader.text;
    let mut to = at + 1;
    while text.is_glued(to)
        && to < text.len()
        && !matches!(text.word(to), "," | "." | "?" | "!" | ")" | ";" | ":")
    {
        to += 1;
    }
    to
}

/// A number that is part of a code: "E10", "IP67", "RE-2026-0117", "48210-B", "3G", "2.1.3",
/// "24/7", "#5", "5 stars".
fn code(reader: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let text = reader.text;
    let word = text.word(at);
    let upper =
        |i: usize| text.is_word(i) && text.original_of(i, i + 1).chars().all(char::is_uppercase);
    if place::is_code(reader, at) {
        return None;
    }
    if reader.tags.is(at + 1, Mark::Dayless)
        || (text.is_mark(at + 1, "-") && reader.tags.is(at + 2, Mark::Dayless))
    {
        return Some(at + 1);
    }
    if at > 0 && text.is_glued(at) {
        if text.is_mark(at - 1, "#") || text.is_mark(at - 1, "@") || text.is_mark(at - 1, "_") {
            return Some(chunk_end(reader, at));
        }
        // "E10" and "RE-2026-0117", but "EUR12", "m3" and "16h30".
        let slash = text.is_mark(at - 1, "/") && at > 1 && (upper(at - 2) || reader.taken[at - 2]);
        let dash = (text.is_mark(at - 1, "-") || slash) && text.is_glued(at - 1) && at > 1;
        let lead = if dash { at - 2 } else { at - 1 };
        let known = reader.tags.at(lead).iter().any(|t| match t.role {
            Role::Unit(..) => t.to > lead + 1 || text.is_number(lead.wrapping_sub(1)),
            Role::Currency(_) | Role::Number(_) | Role::Month(_) => true,
            Role::Is(mark) => {
                matches!(
                    mark,
                    Mark::WeekNumber | Mark::Postcode | Mark::AtLeast | Mark::AtMost | Mark::About
                ) && !dash
            }
            _ => false,
        });
        let quarter = text.word(lead) == "q";
        let country = dash
            && matches!(text.word(lead), "d" | "a" | "ch" | "de" | "at" | "e" | "f" | "pl" | "es")
            && matches!(word.len(), 4 | 5);
        let after_number = lead > 0 && text.is_number(lead - 1) && text.is_glued(lead);
        if text.is_word(lead) && !known && !quarter && !country && (!after_number || upper(lead)) {
            return Some(chunk_end(reader, at));
        }
        if dash && reader.taken[at - 1] && reader.taken[at - 2] && text.is_number(at - 2) {
            return Some(at + 1);
        }
    }
    // "48210-B", "3G", "4K-Kamera".
    let dash = text.is_mark(at + 1, "-") && text.is_glued(at + 1);
    let tail = at + 1 + usize::from(dash);
    if upper(tail) && text.is_glued(tail) {
        let letters = text.tokens[tail].end - text.tokens[tail].start;
        let own = text.word(tail);
        let money = reader.is_counted(tail);
        if letters <= 2 && dash && !money {
            return Some(tail + 1);
        }
        let generation = own == "g" && word.len() == 1;
        let camera =
            text.is_mark(tail + 1, "-") && text.is_glued(tail + 1) && text.is_word(tail + 2);
        let priced = (at.saturating_sub(3)..at + 5).any(|i| reader.tags.is(i, Mark::Budget));
        let screen =
            own == "k" && (matches!(word, "2" | "4" | "8") && camera || word == "4" && !priced);
        if !dash
            && (generation
                || screen
                || (letters <= 2 && !money && text.is_number(tail + 1) && text.is_glued(tail + 1)))
        {
            return Some(chunk_end(reader, at));
        }
    }
    if matches!((word, text.word(at + 2)), ("24", "7") | ("7", "24") | ("50", "50"))
        && (text.is_mark(at + 1, "/") || text.is_mark(at + 1, "-"))
    {
        return Some(at + 3);
    }
    // "2.1.3" is a version; "1.234.567" an amount, "14.3.2027" a day.
    let parts: Vec<&str> = word.split('.').collect();
    if parts.len() >= 3 {
        let groups = parts[1..].iter().all(|p| p.len() == 3);
        let last = parts[parts.len() - 1].len();
        let day = parts.len() == 3 && (last == 2 || last == 4) && parts[1].len() <= 2;
        let phone = word.starts_with('0');
        if !groups && !day && !phone {
            return Some(at + 1);
        }
    }
    None
}

/// "Hauptstraße 12", "221b Baker Street", "Unit 4", "calle Dos de Mayo".
fn street(reader: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let (text, tags) = (reader.text, reader.tags);
    let capital = |i: usize| text.tokens.get(i).is_some_and(|t| t.capital && t.kind == Kind::Word);
    let english = reader.vocabulary.language == "en";
    let number_end = |i: usize| {
        let mut to = i + 1;
        if text.is_glued(to) && text.is_word(to) && text.word(to).len() == 1 {
            to += 1;
        }
        to
    };
    // "221b Baker Street".
    if english && text.is_number(at) && text.word(at).len() <= 4 {
        let from = number_end(at);
        for to in from..from + 3 {
            if !capital(to) || text.is_glued(to) {
                break;
            }
            if to > from && tags.is(to, Mark::Street) {
                return Some(to + 1);
            }
        }
    }
    if !text.is_word(at) {
        return None;
    }
    let word = text.word(at);
    let compound = ["strasse", "gasse", "weg", "platz", "allee", "ring"]
        .iter()
        .any(|end| word.len() > end.len() + 2 && word.ends_with(end))
        && reader.vocabulary.language == "de"
        && capital(at);
    let named = tags.is(at, Mark::Street) && (!english || capital(at));
    if !(compound || named) {
        return None;
    }
    let mut to = if named { tags.mark(at, Mark::Street).unwrap_or(at + 1) } else { at + 1 };
    let first = to;
    to += usize::from(text.is_mark(to, "."));
    if !english && !compound {
        // "Calle 8 de Marzo", "ul. 3 Maja".
        if text.is_number(to) && (text.word(to + 1) == "de" || capital(to + 1)) {
            to += 1;
        }
        let mut words = 0;
        while words < 4
            && (capital(to)
                || (words > 0
                    && matches!(text.word(to), "de" | "del" | "la" | "los")
                    && capital(to + 1))
                || (words == 0 && matches!(text.word(to), "de" | "del")))
        {
            to += 1;
            words += 1;
        }
    }
    let comma = usize::from(text.is_mark(to, ",") && to > first && text.word(to + 1).len() <= 3);
    if text.is_number(to + comma)
        && text.word(to + comma).len() <= 4
        && !reader.is_counted(to + comma + 1)
    {
        let mut end = number_end(to + comma);
        // "15/2", "12, 2.º B".
        if (text.is_mark(end, "/") && text.is_glued(end)
            || text.is_mark(end, ",") && text.is_mark(end + 2, "."))
            && text.is_number(end + 1)
        {
            end += 2;
        }
        return Some(end);
    }
    (to > first).then_some(to)
}
