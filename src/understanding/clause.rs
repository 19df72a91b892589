//! Where a message falls into separate requests, and what is known of each stretch.
//!
//! A message is cut at sentence ends, and at "and" or a comma before the words of a question. Start
//! at [`split`].

use super::entity::{Found, What};
use super::normalize::{Kind, Text};
use super::phrase::Mention;
use super::vocabulary::{Mark, Role, Tags, Vocabulary};

/// A stretch of an utterance with what is known of it.
#[derive(Clone, Copy)]
pub(crate) struct Clause<'c, 't> {
    pub text: &'c Text<'t>,
    pub tags: &'c Tags<'c>,
    pub mentions: &'c [Mention<'c>],
    pub found: &'c [Found],
    pub from: usize,
    pub to: usize,
    /// It is a question by its mark or its first word.
    pub asks: bool,
    /// How many words carry meaning, function words aside.
    pub content: usize,
    /// It is of a language that is not served.
    pub foreign: bool,
}

impl<'c> Clause<'c, '_> {
    pub(crate) fn mentions(&self) -> impl Iterator<Item = &'c Mention<'c>> {
        let (from, to) = (self.from, self.to);
        self.mentions.iter().filter(move |m| m.from >= from && m.to <= to)
    }

    pub(crate) fn found(&self) -> impl Iterator<Item = &'c Found> {
        let (from, to) = (self.from, self.to);
        self.found.iter().filter(move |f| f.from >= from && f.to <= to && !f.negated)
    }

    /// Words at the start that are no part of what is wanted: "no wait, rather ...", "thanks, and
    /// ...". Nothing when hardly a word is left without them.
    pub(crate) fn preludes(&self) -> Vec<(usize, usize)> {
        let mut at = self.from;
        let mut found = Vec::new();
        while at < self.to {
            let said = [Mark::Correct, Mark::Greeting, Mark::Yes];
            let word = said.iter().filter_map(|&mark| self.tags.mark(at, mark)).max();
            let plain = self.tags.is(at, Mark::No) || !self.text.is_word(at);
            match word.filter(|&end| end < self.to) {
                Some(end) => {
                    found.push((at, end));
                    at = end;
                }
                None if plain => at += 1,
                None => break,
            }
        }
        let left =
            (at..self.to).filter(|&i| self.text.is_word(i) && !self.tags.is(i, Mark::Stop)).count();
        if left < 2 {
            found.retain(|&(from, _)| self.tags.is(from, Mark::Correct));
        }
        found
    }

    /// How many words there are.
    pub(crate) fn words(&self) -> usize {
        (self.from..self.to).filter(|&i| self.text.is_word(i)).count()
    }

    /// The tokens of times, places, people and addresses, which say nothing about what is wanted.
    pub(crate) fn values(&self) -> Vec<(usize, usize)> {
        let told = [What::Moment, What::Place, What::Person, What::Company, What::Email];
        self.found().filter(|f| told.contains(&f.what)).map(|f| (f.from, f.to)).collect()
    }

    /// Whether a small word of a kind stands in it.
    pub(crate) fn any(&self, mark: Mark) -> bool {
        (self.from..self.to).any(|i| self.tags.mark(i, mark).is_some_and(|end| end <= self.to))
    }
}

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
        if (free || words <= 2) && (tags.is(i, Mark::Correct) || is_no_but(text, tags, i)) {
            return true;
        }
        words += usize::from(!early);
        free = early;
    }
    false
}

/// "Hmm no, 11": a no by itself, and then the right number.
fn is_no_but(text: &Text<'_>, tags: &Tags<'_>, i: usize) -> bool {
    let Some(after) = tags.mark(i, Mark::No) else { return false };
    let next = (after..text.len()).find(|&k| text.tokens[k].kind != Kind::Mark);
    let said = |role: &Role| matches!(role, Role::Number(_)).then_some(());
    next.is_some_and(|k| text.is_number(k) || tags.find(k, said).is_some())
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

    #[test]
    fn a_no_before_a_number_puts_right() {
        for (locale, said, expected) in [
            ("en", "hmm no, 11, one as a spare", true),
            ("de", "ach nein, elf", true),
            ("es", "no ciento veinte", true),
            ("pl", "nie, 17 razem", true),
            ("en", "no, we have 3 vans", false),
            ("en", "no idea", false),
        ] {
            let vocabulary = Vocabulary::of(locale);
            let text = Text::new(said);
            assert_eq!(corrects(&text, &vocabulary.tag(&text)), expected, "{said}");
        }
    }
}
