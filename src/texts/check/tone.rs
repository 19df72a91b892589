//! How a text sounds: one question at a time, no pressure.

use std::ops::Range;

use super::tone_words::{self, Pressure};
use super::{Checker, Written, most};
use crate::diagnostic::{Diagnostic, codes};
use crate::texts::bundle::Bundle;
use crate::texts::source::Piece;
use crate::texts::units::Language;

const QUESTION: &[char] = &['?', '？', '؟'];
const EXCLAMATION: &[char] = &['!', '！'];

impl Checker<'_> {
    pub(super) fn tone(&mut self, bundle: &Bundle, written: &Written<'_>) {
        if !written.is_for_visitors() {
            return;
        }
        let words = self.words(written);
        let start = written.text.body.start;
        let name = written.name();

        let count = |ends: &'static [char]| {
            most(&written.text.pattern, &move |piece| match piece {
                Piece::Text(text) => sentences(text, ends).len(),
                _ => 0,
            })
        };
        let last = |ends: &'static [char]| {
            let at = sentences(words, ends).last().copied().unwrap_or(0);
            start + at..start + at + words[at..].chars().next().map_or(0, char::len_utf8)
        };
        let questions = count(QUESTION);
        if questions > 1 {
            let place = self.place(written.file, &last(QUESTION));
            self.faults.push(
                Diagnostic::new(
                    &codes::TWO_QUESTIONS,
                    format!("`{name}` asks {questions} questions at once"),
                )
                .at(place)
                .reason("people answer one of them, and the bot cannot tell which")
                .help("ask one, and the other in a step of its own"),
            );
        }
        let exclamations = count(EXCLAMATION);
        if exclamations > 1 {
            let place = self.place(written.file, &last(EXCLAMATION));
            self.faults.push(
                Diagnostic::new(
                    &codes::TWO_EXCLAMATIONS,
                    format!("`{name}` has {exclamations} exclamation marks"),
                )
                .at(place)
                .reason("it sounds like a fairground")
                .help("end the sentences with full stops"),
            );
        }
        let language = Language::of(bundle.locale.as_str());
        let folded = fold_all(words);
        let mut told: Vec<Range<usize>> = Vec::new();
        for (pressure, phrases) in tone_words::of(language) {
            for phrase in *phrases {
                if !folded.contains(phrase) {
                    continue;
                }
                let found = find(words, phrase);
                let overlaps = |at: &Range<usize>| {
                    told.iter().any(|other| at.start < other.end && other.start < at.end)
                };
                if let Some(at) = found.filter(|at| !overlaps(at)) {
                    told.push(at.clone());
                    let place = self.place(written.file, &(start + at.start..start + at.end));
                    self.faults.push(hard_sell(&name, &words[at], *pressure).at(place));
                }
            }
        }
    }
}

fn hard_sell(name: &str, words: &str, pressure: Pressure) -> Diagnostic {
    let (what, reason, help) = match pressure {
        Pressure::Urgency => (
            "presses for time",
            "false urgency costs more trust than it sells",
            "name the real date and its reason, or leave it out",
        ),
        Pressure::Guilt => (
            "makes people feel guilty",
            "nobody owes us an answer",
            "say what is new or useful, and that no answer is needed",
        ),
        Pressure::Nagging => (
            "writes without a reason of its own",
            "a message that only reminds of itself is a nuisance",
            "say something that helps, or do not write",
        ),
        Pressure::Hype => (
            "promises more than one can show",
            "an expert gives figures instead",
            "say what can be checked",
        ),
    };
    Diagnostic::new(&codes::HARD_SELL, format!("`{name}` {what}: \u{201c}{words}\u{201d}"))
        .reason(reason)
        .help(help)
}

/// Where sentences end in one of these marks. `?!` and `??` end one sentence, and a mark within an
/// address ends none.
fn sentences(text: &str, ends: &[char]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let goes_on = next.is_some_and(|next| next.is_alphanumeric() || ends.contains(&next));
        if ends.contains(&c) && !goes_on {
            found.push(at);
        }
    }
    found
}

/// A letter as the word lists have it.
fn fold(c: char) -> char {
    match c {
        '\u{2019}' => '\'',
        c if c.is_whitespace() => ' ',
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

/// A text as the word lists have it, to look quickly whether a phrase is there at all.
fn fold_all(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().map(fold) {
        if c != ' ' || !folded.ends_with(' ') {
            folded.push(c);
        }
    }
    folded
}

/// Where a phrase stands in a text as whole words, whatever the case, the apostrophes, and the
/// blanks and line breaks between words.
fn find(text: &str, phrase: &str) -> Option<Range<usize>> {
    let mut before = ' ';
    for (start, first) in text.char_indices() {
        if !before.is_alphanumeric()
            && let Some(length) = matches(&text[start..], phrase)
        {
            return Some(start..start + length);
        }
        before = first;
    }
    None
}

/// How much of the text's beginning a phrase takes up.
fn matches(text: &str, phrase: &str) -> Option<usize> {
    let mut rest = text;
    for wanted in phrase.chars() {
        let found = rest.chars().next()?;
        if fold(found) != wanted {
            return None;
        }
        rest = if wanted == ' ' { rest.trim_start() } else { &rest[found.len_utf8()..] };
    }
    let closed = rest.chars().next().is_none_or(|c| !c.is_alphanumeric());
    closed.then_some(text.len() - rest.len())
}
