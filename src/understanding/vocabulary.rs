//! The closed words of a language (numbers, units, months, "at least", "yes") and their roles.
//!
//! The lists are data: `words/*.txt`, one for each language served in full and one for signs that
//! mean the same everywhere. This module reads the lists and tags an utterance's tokens with the
//! roles that they may play; what the roles add up to is for others to say. It must not know of
//! lexicons. Start at [`Vocabulary::of`] and [`Vocabulary::tag`].

mod tags;

use std::collections::HashMap;

use chrono::NaiveTime;
use rust_decimal::Decimal;

use super::normalize::{Kind, Text};
use crate::domain::value::Unit;

pub(crate) use tags::{Tag, Tags};

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Span {
    Week,
    Weekend,
    Month,
    Quarter,
    Year,
}

/// A role that words may play.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Role {
    /// A number word; words below a hundred, or additive hundreds.
    Number(i64),
    /// "hundred", "thousand", "k".
    Multiplier(i64),
    /// "half", "anderthalb".
    Fraction(Decimal),
    Dozen(i64),
    Unit(Unit, Decimal),
    Currency(String),
    /// From Monday, 0.
    Weekday(u32),
    Month(u32),
    /// The month in which a season starts.
    Season(u32),
    Daypart(NaiveTime),
    /// Days from today.
    Offset(i64),
    Span(Span),
    /// "Jahresende".
    EndSpan(Span),
    Ordinal(usize),
    /// A word that names an hour.
    Hour(u32),
    /// A word that names a day of a month: "twentieth".
    Nth(u32),
    /// Any role without a value, by its name in the lists.
    Is(Mark),
}

macro_rules! marks {
    ($($name:ident $word:literal,)*) => {
        /// Roles that carry no value.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Mark { $($name,)* }

        impl Mark {
            fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$name),)* _ => None }
            }
        }
    };
}

marks! {
    Article "article", One "one", Next "next", NextAfter "next_after", This "this", In "in", Ago "ago", Start "start",
    Middle "middle", End "end", Day "day", At "at", OClock "oclock", Am "am", Pm "pm",
    HalfPast "half_past", HalfTo "half_to", QuarterPast "quarter_past", QuarterTo "quarter_to",
    AtLeast "atleast", AtMost "atmost", AtLeastAfter "atleast_after", AtMostAfter "atmost_after",
    Between "between", To "to", And "and", About "about", Place "place",
    PlaceStrong "place_strong", IAm "i_am", MyName "my_name", WeAre "we_are", Firm "firm",
    Yes "yes", No "no", Unsure "unsure", Correct "correct", Not "not", Ask "ask",
    AskStrong "ask_strong", Last "last", Position "position", Versus "versus", Compare "compare",
    Tell "tell", List "list", Which "which", Price "price", It "it", Them "them", With "with",
    Without "without", Piece "piece", Call "call", Greeting "greeting", Postcode "postcode",
    Suffix "suffix", Me "me", Idiom "idiom", Nationality "nationality", Stop "stop", Legal "legal",
    Signed "signed", HereAfter "here_after", Device "device", Total "total",
    Past "past", PastAfter "past_after", FromNow "from_now", Since "since", AfterNext "after_next",
    WeekNumber "week_number", Halfway "half_of", QuarterAfter "quarter_after",
    HalfAfter "half_after", QuarterToAfter "quarter_to_after", Budget "budget", Cash "cash",
    Only "only", Title "title", Trade "trade", Given "given", Phrase "phrase", Object "object",
    Street "street", Cents "cents", AtLeastMore "further", Or "or", Point "point", Link "link",
    Half "half", Cold "cold", Dayless "dayless", Farewell "farewell", TalkTo "talk_to",
    TalkedTo "talked_to", Talk "talk", Talked "talked", Wants "wants",
}

/// The closed words of one language, those of every language among them.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    /// The first part of the language's tag.
    pub language: String,
    /// Decimals are written with a comma.
    pub comma: bool,
    entries: HashMap<String, Vec<(Vec<String>, Role)>>,
    prefixes: Vec<(String, Role)>,
    /// Words of values with a letter left out or two letters changed about: "tweny", "wendesday".
    typos: HashMap<String, String>,
}

const ANY: &str = include_str!("words/any.txt");
const LANGUAGES: &[(&str, &str)] = &[
    ("en", include_str!("words/en.txt")),
    ("de", include_str!("words/de.txt")),
    ("es", include_str!("words/es.txt")),
    ("pl", include_str!("words/pl.txt")),
];

impl Vocabulary {
    /// The closed words of a locale; only the universal ones when it is not served in full.
    pub(crate) fn of(locale: &str) -> Self {
        let language = locale.split(['-', '_']).next().unwrap_or(locale).to_lowercase();
        let mut made = Self {
            comma: !matches!(language.as_str(), "en" | "zh" | "ja" | "ko" | "th" | "he"),
            language,
            entries: HashMap::new(),
            prefixes: Vec::new(),
            typos: HashMap::new(),
        };
        let own = LANGUAGES.iter().find(|l| l.0 == made.language).map_or("", |l| l.1);
        for line in ANY.lines().chain(own.lines()) {
            made.read(line);
        }
        made.learn_typos();
        made
    }

    /// Notes how the words of values are mistyped, as far as that is no word itself.
    fn learn_typos(&mut self) {
        let mut words: Vec<&str> = Vec::new();
        for (first, entries) in &self.entries {
            for (rest, role) in entries {
                let value = matches!(
                    role,
                    Role::Number(_)
                        | Role::Weekday(_)
                        | Role::Month(_)
                        | Role::Offset(_)
                        | Role::Nth(_)
                        | Role::Is(
                            Mark::AtLeast | Mark::AtMost | Mark::Start | Mark::End | Mark::Middle
                        )
                );
                if value {
                    words.push(first);
                    words.extend(rest.iter().map(String::as_str));
                }
            }
        }
        words.sort_unstable();
        words.dedup();
        let mut typos = HashMap::new();
        for word in words.into_iter().filter(|w| w.is_ascii() && w.len() >= 5) {
            for i in 1..word.len() {
                if word.len() >= 6 {
                    typos
                        .entry(format!("{}{}", &word[..i], &word[i + 1..]))
                        .or_insert(word.to_owned());
                }
                if i + 1 < word.len() {
                    let swapped =
                        [&word[..i], &word[i + 1..i + 2], &word[i..=i], &word[i + 2..]].concat();
                    typos.entry(swapped).or_insert(word.to_owned());
                }
            }
        }
        typos.retain(|typo, _| typo.len() >= 5 && !self.entries.contains_key(typo));
        self.typos = typos;
    }

    /// A word as it was meant.
    fn meant<'w>(&'w self, word: &'w str) -> &'w str {
        if word.len() < 5 || self.entries.contains_key(word) {
            return word;
        }
        self.typos.get(word).map_or(word, String::as_str)
    }

    /// Reads one line of a list; returns whether it could be read.
    fn read(&mut self, line: &str) -> bool {
        if line.starts_with('#') || line.trim().is_empty() {
            return true;
        }
        let Some((role, phrases)) = line.split_once(": ") else { return false };
        let Some(role) = parse(role) else { return false };
        for phrase in phrases.split(", ") {
            let (phrase, prefix) = match phrase.strip_suffix('*') {
                Some(stem) => (stem, true),
                None => (phrase, false),
            };
            let text = Text::new(phrase);
            let mut words = (0..text.len()).map(|i| text.word(i).to_owned());
            match words.next() {
                Some(first) if prefix => self.prefixes.push((first, role.clone())),
                Some(first) => {
                    let entry = self.entries.entry(first).or_default();
                    entry.push((words.collect(), role.clone()));
                }
                None => return false,
            }
        }
        true
    }

    /// Every role that the tokens of a text may play.
    pub(crate) fn tag<'v>(&'v self, text: &Text<'_>) -> Tags<'v> {
        let mut tags = Vec::with_capacity(text.len() * 4);
        let mut starts = Vec::with_capacity(text.len() + 1);
        for from in 0..text.len() {
            starts.push(u32::try_from(tags.len()).unwrap_or(u32::MAX));
            let word = self.meant(text.word(from));
            for (rest, role) in self.entries.get(word).map_or(&[][..], |e| e) {
                let is = |k: usize, w: &str| {
                    let said = text.word(from + 1 + k);
                    said == w || self.typos.get(said).is_some_and(|meant| meant == w)
                };
                if rest.iter().enumerate().all(|(k, w)| is(k, w)) {
                    tags.push(Tag { from, to: from + 1 + rest.len(), role });
                }
            }
            if text.tokens[from].kind == Kind::Word {
                for (stem, role) in &self.prefixes {
                    if word.starts_with(stem.as_str()) {
                        tags.push(Tag { from, to: from + 1, role });
                    }
                }
            }
        }
        starts.push(u32::try_from(tags.len()).unwrap_or(u32::MAX));
        Tags { tags, starts }
    }

    /// The longest role at the start of `word` alone, for single words.
    pub(crate) fn is(&self, word: &str, mark: Mark) -> bool {
        self.entries.get(word).is_some_and(|e| {
            e.iter().any(|(rest, role)| rest.is_empty() && *role == Role::Is(mark))
        })
    }

    /// The month of a word.
    pub(crate) fn month(&self, word: &str) -> Option<u32> {
        self.entries.get(word)?.iter().find_map(|(rest, role)| match role {
            Role::Month(m) if rest.is_empty() => Some(*m),
            _ => None,
        })
    }

    /// The number of a single word.
    pub(crate) fn number(&self, word: &str) -> Option<i64> {
        self.entries.get(word)?.iter().find_map(|(rest, role)| match role {
            Role::Number(n) if rest.is_empty() => Some(*n),
            _ => None,
        })
    }

    /// The function words of the language.
    pub(crate) fn function_words(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().filter_map(|(word, entries)| {
            let stop = |(rest, role): &(Vec<String>, Role)| {
                rest.is_empty() && *role == Role::Is(Mark::Stop)
            };
            entries.iter().any(stop).then_some(word.as_str())
        })
    }
}

fn parse(role: &str) -> Option<Role> {
    let mut parts = role.split(' ');
    let name = parts.next()?;
    let first = parts.next();
    let second = parts.next();
    if let Some(mark) = Mark::parse(name)
        && first.is_none()
    {
        return Some(Role::Is(mark));
    }
    let first = first?;
    let span = |word: &str| {
        Some(match word {
            "week" => Span::Week,
            "weekend" => Span::Weekend,
            "month" => Span::Month,
            "quarter" => Span::Quarter,
            "year" => Span::Year,
            _ => return None,
        })
    };
    Some(match name {
        "number" => Role::Number(first.parse().ok()?),
        "multiplier" => Role::Multiplier(first.parse().ok()?),
        "fraction" => Role::Fraction(first.parse().ok()?),
        "dozen" => Role::Dozen(first.parse().ok()?),
        "unit" => Role::Unit(Unit::parse(first)?, second?.parse().ok()?),
        "currency" => Role::Currency(first.to_owned()),
        "weekday" => Role::Weekday(first.parse().ok()?),
        "month" => Role::Month(first.parse().ok()?),
        "season" => Role::Season(first.parse().ok()?),
        "daypart" => Role::Daypart(NaiveTime::parse_from_str(first, "%H:%M").ok()?),
        "offset" => Role::Offset(first.parse().ok()?),
        "span" => Role::Span(span(first)?),
        "end_span" => Role::EndSpan(span(first)?),
        "ordinal" => Role::Ordinal(first.parse().ok()?),
        "hour" => Role::Hour(first.parse().ok()?),
        "nth" => Role::Nth(first.parse().ok()?),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_list_is_read() {
        for (language, list) in LANGUAGES.iter().chain([&("any", ANY)]) {
            let mut vocabulary = Vocabulary::of("xx");
            for line in list.lines() {
                assert!(vocabulary.read(line), "{language}: {line}");
            }
        }
    }

    #[test]
    fn the_longest_phrase_is_found() {
        let vocabulary = Vocabulary::of("en-GB");
        let text = Text::new("at least twenty-five km/h");
        let tags = vocabulary.tag(&text);
        assert_eq!(tags.mark(0, Mark::AtLeast), Some(2));
        let unit = tags.find(5, |r| if let Role::Unit(u, _) = r { Some(*u) } else { None });
        assert_eq!(unit, Some((Unit::KilometerPerHour, 8)));
    }
}
