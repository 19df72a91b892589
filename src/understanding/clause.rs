//! Where a message falls into separate requests, whether a stretch asks, and what is only filler.
//!
//! A message is cut at sentence ends, and at "and" or a comma before the words of a question. Start
//! at [`split`].

use super::normalize::{Kind, Text};
use super::vocabulary::{Mark, Tags, Vocabulary};

/// The stretches of a message, as token ranges; one when there is nothing to cut.
pub(crate) fn split(text: &Text<'_>, tags: &Tags<'_>) -> Vec<(usize, usize)> {
    let mut cuts = Vec::new();
    let mut from = 0;
    let mut i = 0;
    while i < text.len() {
        if ends_sentence(text, i) {
            cuts.push((from, i + 1));
            from = i + 1;
        } else if i > from && starts_question(text, tags, i) {
            cuts.push((from, i));
            from = i + usize::from(text.is_mark(i, ","));
        } else if i > from && (is_new_line(text, i) || text.is_mark(i, "¿")) {
            cuts.push((from, i));
            from = i;
        }
        i += 1;
    }
    cuts.push((from, text.len()));
    cuts.retain(|&(from, to)| (from..to).any(|i| text.tokens[i].kind != Kind::Mark));
    cuts
}

fn ends_sentence(text: &Text<'_>, i: usize) -> bool {
    if text.tokens[i].kind != Kind::Mark {
        return false;
    }
    match text.word(i) {
        "?" | "!" | ";" => true,
        // "St. Pölten", "14. März" and "ca. 15" go on.
        "." => {
            let before = i.checked_sub(1);
            let long = before.is_some_and(|b| text.is_word(b) && text.word(b).len() > 3);
            let spaced = text.tokens.get(i + 1).is_none_or(|t| !t.glued);
            let number = before.is_some_and(|b| text.is_number(b));
            spaced
                && (long
                    || (!number
                        && text.tokens.get(i + 1).is_some_and(|t| {
                            t.capital
                                && text.word(i + 1).len() > 1
                                && text.word(i.saturating_sub(1)).len() > 2
                        })))
        }
        _ => false,
    }
}

/// "..., and do you", ", can I".
fn starts_question(text: &Text<'_>, tags: &Tags<'_>, i: usize) -> bool {
    let and = tags.mark(i, Mark::And);
    let comma = text.is_mark(i, ",");
    let next = match (and, comma) {
        (Some(to), _) => to,
        (None, true) => tags.mark(i + 1, Mark::And).unwrap_or(i + 1),
        _ => return false,
    };
    let asks = tags.mark(next, Mark::AskStrong);
    let words = (next..text.len())
        .take_while(|&k| !ends_sentence(text, k))
        .filter(|&k| text.is_word(k))
        .count();
    asks.is_some() && words >= 2
}

fn is_new_line(text: &Text<'_>, i: usize) -> bool {
    let (before, here) = (text.tokens[i - 1].end, text.tokens[i].start);
    text.original.get(before..here).is_some_and(|gap| gap.contains('\n'))
}

/// Whether a stretch is a question: by its mark, or by the words it starts with.
pub(crate) fn asks(text: &Text<'_>, tags: &Tags<'_>, from: usize, to: usize) -> bool {
    if (from..to).any(|i| text.is_mark(i, "?") || text.is_mark(i, "¿")) {
        return true;
    }
    let mut at = from;
    for _ in 0..4 {
        let skip =
            tags.mark(at, Mark::Greeting).or_else(|| tags.mark(at, Mark::And)).or_else(|| {
                (text.is_mark(at, ",") || text.is_mark(at, "!") || text.is_mark(at, "-"))
                    .then_some(at + 1)
            });
        match skip {
            Some(next) if next < to => at = next,
            _ => break,
        }
    }
    // "In which", "mit welchem", "do kiedy".
    let led = tags.is(at, Mark::Place) || tags.is(at, Mark::With) || tags.is(at, Mark::To);
    tags.is(at, Mark::AskStrong)
        || (tags.is(at, Mark::Ask) && text.is_word(at + 1))
        || (led && tags.is(at + 1, Mark::AskStrong))
}

/// How many words of a stretch carry meaning.
pub(crate) fn content(text: &Text<'_>, vocabulary: &Vocabulary, from: usize, to: usize) -> usize {
    (from..to)
        .filter(|&i| {
            text.tokens[i].kind != Kind::Mark
                && !vocabulary.is(text.word(i), Mark::Stop)
                && !vocabulary.is(text.word(i), Mark::Greeting)
        })
        .count()
}

/// Whether it says that something said before is to change, by words at the start of a stretch or
/// after punctuation.
pub(crate) fn corrects(text: &Text<'_>, tags: &Tags<'_>) -> bool {
    let mut free = true;
    let mut words = 0;
    for i in 0..text.len() {
        if text.tokens[i].kind == Kind::Mark {
            (free, words) = (true, 0);
            continue;
        }
        let early = tags.is(i, Mark::No) || tags.is(i, Mark::And) || tags.is(i, Mark::Greeting);
        if (free || words <= 2) && tags.is(i, Mark::Correct) {
            return true;
        }
        words += usize::from(!early);
        free = early;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(locale: &str, said: &str, parts: &[&str], asking: &[bool]) {
        let vocabulary = Vocabulary::of(locale);
        let text = Text::new(said);
        let tags = vocabulary.tag(&text);
        let cuts = split(&text, &tags);
        let found: Vec<&str> = cuts.iter().map(|c| text.original_of(c.0, c.1)).collect();
        assert_eq!(found, parts, "{said}");
        let asked: Vec<bool> = cuts.iter().map(|c| asks(&text, &tags, c.0, c.1)).collect();
        assert_eq!(asked, asking, "{said}");
    }

    #[test]
    fn messages_fall_into_requests() {
        check(
            "en",
            "about 15, and do you deliver to Linz?",
            &["about 15", "and do you deliver to Linz?"],
            &[false, true],
        );
        check(
            "en",
            "We are a bakery. What fits?",
            &["We are a bakery.", "What fits?"],
            &[false, true],
        );
        check(
            "de",
            "ca. 15, und liefert ihr nach Linz?",
            &["ca. 15", "und liefert ihr nach Linz?"],
            &[false, true],
        );
        check("de", "in St. Pölten", &["in St. Pölten"], &[false]);
        check(
            "es",
            "unos 15, ¿y entregan en Linz?",
            &["unos 15,", "y entregan en Linz?"],
            &[false, true],
        );
        check("pl", "czy dowozicie do Krakowa", &["czy dowozicie do Krakowa"], &[true]);
        check("en", "how much is it", &["how much is it"], &[true]);
    }
}
