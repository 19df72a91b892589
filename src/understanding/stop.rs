//! "Stop" and "a person": two wishes that nobody may have to say twice.
//!
//! A rule stands beside the classifier for them, because a miss is worse here than anywhere: the
//! closed words in which people ask to be left alone or to be given a person, in the four
//! languages that ship. The lists are data (`words/wishes.txt`), with guards for what only looks
//! like it: "non-stop", "can you stop by?", "is there a person who rides it?". Start at
//! [`Wishes::told`].

use std::collections::HashMap;

use super::normalize::{Kind, Text};

/// A wish that is heard whatever else is going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// No more messages.
    Stop,
    /// A human should take over.
    Person,
}

/// The words of one language.
#[derive(Debug, Default)]
pub(crate) struct Wishes {
    lists: HashMap<String, Vec<Vec<Piece>>>,
}

/// One place of a pattern: some words, or a gap.
#[derive(Debug)]
enum Piece {
    OneOf(Vec<(String, bool)>),
    Gap,
}

/// How many words a gap may hold.
const GAP: usize = 3;
/// How many words of a message are looked at.
const WORDS: usize = 200;

impl Wishes {
    /// The words of a locale; none when it has no list.
    pub(crate) fn of(locale: &str) -> Self {
        let language = locale.split(['-', '_']).next().unwrap_or(locale).to_lowercase();
        let mut made = Self::default();
        let mut here = false;
        for line in include_str!("words/wishes.txt").lines() {
            if let Some(name) = line.strip_prefix('@') {
                here = name == language;
            } else if let Some((name, list)) = line.split_once(": ").filter(|_| here) {
                let phrased = !name.starts_with("whole") && name != "small";
                let separator = if phrased { ';' } else { ',' };
                made.lists.insert(name.to_owned(), list.split(separator).map(pattern).collect());
            }
        }
        made
    }

    /// The wish that a message tells, if any. To be left alone goes before a person.
    ///
    /// `named`: somebody is asked for by name, which is a person, too.
    pub(crate) fn told(&self, text: &Text<'_>, named: bool) -> Option<Wish> {
        let words: Vec<&str> = (0..text.len())
            .filter(|&i| text.tokens[i].kind != Kind::Mark || is_stroke(text.word(i)))
            .map(|i| text.word(i))
            .take(WORDS)
            .collect();
        if words.is_empty() || self.lists.is_empty() {
            return None;
        }
        // What keeps a wish from being one stands in the same thought; the wish may span two.
        let plain: Vec<&str> = words.iter().copied().filter(|word| !is_stroke(word)).collect();
        let has = |name: &str| {
            let words = if name.starts_with("never") { &words } else { &plain };
            let list = self.lists.get(name).map_or(&[][..], Vec::as_slice);
            list.iter().any(|pattern| (0..words.len()).any(|i| matches(pattern, &words[i..])))
        };
        let asks = text.original.trim_end().ends_with('?');
        let stop = self.whole("whole_stop", &words) && !asks || (has("stop") && !has("never_stop"));
        if stop {
            return Some(Wish::Stop);
        }
        let asked = named || has("person");
        let person = self.whole("whole_person", &words) || (asked && !has("never_person"));
        person.then_some(Wish::Person)
    }

    /// Whether a message is one of a list and small words.
    fn whole(&self, name: &str, words: &[&str]) -> bool {
        let words: Vec<&str> = words.iter().copied().filter(|word| !is_stroke(word)).collect();
        let small = |word: &str| {
            let list = self.lists.get("small").map_or(&[][..], Vec::as_slice);
            list.iter().any(|pattern| pattern.len() == 1 && matches(pattern, &[word]))
        };
        let list = self.lists.get(name).map_or(&[][..], Vec::as_slice);
        list.iter().any(|pattern| {
            let from = (0..words.len()).find(|&i| matches(pattern, &words[i..]));
            let Some(from) = from else { return false };
            let rest = &words[(from + pattern.len()).min(words.len())..];
            let again = |word: &str| {
                small(word) || list.iter().any(|p| p.len() == 1 && matches(p, &[word]))
            };
            words[..from].iter().all(|w| small(w)) && rest.iter().all(|w| again(w))
        })
    }
}

/// Reads "(stop/quit) .. messages".
fn pattern(said: &str) -> Vec<Piece> {
    said.split_whitespace()
        .map(|piece| {
            if piece == ".." {
                return Piece::Gap;
            }
            let inner = piece.trim_start_matches('(').trim_end_matches(')');
            let words = inner.split('/').map(|word| {
                let (stem, open) =
                    word.strip_suffix('*').map_or((word, false), |stem| (stem, true));
                (super::normalize::fold(stem), open)
            });
            Piece::OneOf(words.collect())
        })
        .collect()
}

/// Punctuation that parts one thought from the next; no gap reaches over it.
fn is_stroke(word: &str) -> bool {
    matches!(word, "," | "." | ";" | "!" | "?" | ":")
}

/// Whether words begin with what a pattern says.
fn matches(pattern: &[Piece], words: &[&str]) -> bool {
    match pattern {
        [] => true,
        [Piece::Gap, rest @ ..] => {
            let near = words.iter().take(GAP).take_while(|word| !is_stroke(word)).count();
            (0..=near).any(|skip| matches(rest, &words[skip..]))
        }
        [Piece::OneOf(any), rest @ ..] => words.first().is_some_and(|word| {
            let fits = |(stem, open): &(String, bool)| {
                word == stem || (*open && word.starts_with(stem.as_str()))
            };
            any.iter().any(fits) && matches(rest, &words[1..])
        }),
    }
}

#[cfg(test)]
#[expect(clippy::print_stdout, reason = "what is missed is told in lines")]
mod tests {
    use serde::Deserialize;

    use super::*;

    const FILES: [(&str, &str); 4] = [
        ("en", include_str!("../../tests/utterances/stop/en.jsonl")),
        ("de", include_str!("../../tests/utterances/stop/de.jsonl")),
        ("es", include_str!("../../tests/utterances/stop/es.jsonl")),
        ("pl", include_str!("../../tests/utterances/stop/pl.jsonl")),
    ];

    #[derive(Deserialize)]
    struct Line {
        text: String,
        means: String,
    }

    #[test]
    fn nobody_has_to_say_stop_or_a_person_twice() {
        let (mut wishes, mut heard, mut others, mut alarms) = (0, 0, 0, 0);
        for (locale, file) in FILES {
            let list = Wishes::of(locale);
            for line in file.lines() {
                let line: Line = serde_json::from_str(line).expect("a line");
                let told = match list.told(&Text::new(&line.text), false) {
                    Some(Wish::Stop) => "stop",
                    Some(Wish::Person) => "person",
                    None => "other",
                };
                if line.means == "other" {
                    others += 1;
                    alarms += usize::from(told != "other");
                } else {
                    wishes += 1;
                    heard += usize::from(told == line.means);
                }
                if told != line.means {
                    println!("{locale} {:?}: {} and read as {told}", line.text, line.means);
                }
            }
        }
        println!("stop and a person: heard {heard} of {wishes}, false alarms {alarms} of {others}");
        assert_eq!((heard, alarms), (wishes, 0));
    }
}
