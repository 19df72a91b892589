//! Whom somebody talks to: "can I speak with Kim again?", "ich habe mit Kim gesprochen".
//!
//! Such a name is not their own, and to ask for somebody by name is to ask for a person. A known
//! given name counts in any case, another one where its capital tells it; in German, where every noun
//! has one, only right before the verb. Start at [`wants_somebody`] and [`others`].

use super::{Found, Places, Reader, What};
use crate::understanding::normalize::{Kind, Text};
use crate::understanding::vocabulary::{Mark, Role, Tags, Vocabulary};

/// How far behind a name its verb may stand: "mit Kim noch einmal kurz sprechen".
const BEHIND: usize = 5;

/// Who talks rather than wants to: "we talk to Kim every day".
const SUBJECTS: &[&str] = &[
    "i", "we", "you", "he", "she", "they", "ich", "wir", "sie", "er", "yo", "el", "ella", "ja",
    "my",
];

/// Words with a capital after "with" that are out of courtesy.
const POLITE: &[&str] =
    &["usted", "ustedes", "ud", "uds", "vd", "vosotros", "panstwem", "wami", "toba", "ihnen"];

/// An utterance, as far as it matters here.
struct Page<'p, 't> {
    text: &'p Text<'t>,
    tags: &'p Tags<'p>,
    vocabulary: &'p Vocabulary,
    places: &'p Places,
}

/// Somebody who is talked to, at the tokens of the name.
struct Addressed {
    from: usize,
    to: usize,
    /// It was so already.
    past: bool,
    /// Where the words for talking begin.
    led: usize,
}

/// Whether they want to talk to somebody whom they name.
pub(crate) fn wants_somebody(
    text: &Text<'_>,
    tags: &Tags<'_>,
    vocabulary: &Vocabulary,
    places: &Places,
    found: &[Found],
) -> bool {
    let page = Page { text, tags, vocabulary, places };
    page.addressed().iter().any(|one| page.is_wished(one, found))
}

/// Where names stand that are somebody else's.
pub(super) fn others(reader: &Reader<'_, '_>, found: &[Found]) -> Vec<(usize, usize)> {
    let page = Page {
        text: reader.text,
        tags: reader.tags,
        vocabulary: reader.vocabulary,
        places: reader.setting.places,
    };
    let addressed = page.addressed().into_iter();
    addressed
        .filter(|one| one.past || page.is_wished(one, found))
        .map(|one| (one.from, one.to))
        .collect()
}

impl Page<'_, '_> {
    fn addressed(&self) -> Vec<Addressed> {
        let german = self.vocabulary.language == "de";
        let mut all = Vec::new();
        for i in 0..self.text.len() {
            let ahead = self.tags.mark(i, Mark::TalkTo).map(|to| (to, false));
            let ahead = ahead.or_else(|| self.tags.mark(i, Mark::TalkedTo).map(|to| (to, true)));
            if let Some((start, past)) = ahead {
                if let Some((from, to)) = self.name(start, !german) {
                    all.push(Addressed { from, to, past, led: i });
                }
            } else if german && self.text.word(i) == "mit" {
                all.extend(self.before_the_verb(i));
            }
        }
        all
    }

    /// "mit Kim noch einmal sprechen".
    fn before_the_verb(&self, at: usize) -> Option<Addressed> {
        let verb = |to: usize| {
            (to..to + BEHIND)
                .take_while(|&i| !self.parts(i))
                .find(|&i| self.tags.is(i, Mark::Talk) || self.tags.is(i, Mark::Talked))
        };
        let (from, to) = self.name(at + 1, false).or_else(|| {
            // An unknown name stands alone and right before the verb; nouns in the plural end
            // as hardly any name does.
            let (from, to) = self.name(at + 1, true)?;
            let last = self.text.word(to - 1);
            let noun = last.ends_with('n') || last.ends_with('s') || last.chars().count() < 3;
            (!noun && verb(to) == Some(to)).then_some((from, to))
        })?;
        let verb = verb(to)?;
        let past = self.tags.is(verb, Mark::Talked);
        Some(Addressed { from, to, past, led: at })
    }

    /// The name that begins at a token; by its capital alone only where that tells names.
    fn name(&self, start: usize, by_capital: bool) -> Option<(usize, usize)> {
        let mut from = start;
        while let Some(to) = self.tags.mark(from, Mark::Title) {
            from = to + usize::from(self.text.is_mark(to, "."));
        }
        let titled = from > start;
        let word = self.text.word(from);
        let known = self.places.given(word).is_some();
        let plain = self.vocabulary.is(word, Mark::Stop)
            || self.vocabulary.is(word, Mark::Nationality)
            || POLITE.contains(&word)
            || self.places.knows(word)
            || self.tags.at(from).iter().any(|t| !matches!(t.role, Role::Is(Mark::Given)));
        let told = known || (self.is_capital(from) && !plain && (titled || by_capital));
        if !self.text.is_word(from) || !told {
            return None;
        }
        let more = |i: usize| self.is_capital(i) && self.tags.at(i).is_empty();
        let to = (from + 1..from + 3).take_while(|&i| more(i)).last().map_or(from + 1, |i| i + 1);
        Some((from, to))
    }

    fn is_capital(&self, at: usize) -> bool {
        // Who shouts tells no name by its capital.
        let letters = || self.text.original.chars().filter(|c| c.is_alphabetic());
        self.text.is_word(at) && self.text.tokens[at].capital && !letters().all(char::is_uppercase)
    }

    /// Whether one thought ends at a token.
    fn parts(&self, at: usize) -> bool {
        let sign = |token: &crate::understanding::normalize::Token| {
            token.kind == Kind::Mark
                && matches!(self.text.word(at), "." | "!" | "?" | ";" | "," | ":")
        };
        self.text.tokens.get(at).is_none_or(sign)
    }

    /// Whether they want it now: they say so, or it is all that they say. Beside a number or an
    /// address "speak to Tom" tells whom to ask for.
    fn is_wished(&self, one: &Addressed, found: &[Found]) -> bool {
        let begin = (0..one.led).rev().find(|&i| self.parts(i)).map_or(0, |i| i + 1);
        let end = (one.to..self.text.len()).find(|&i| self.parts(i)).unwrap_or(self.text.len());
        if one.past || (begin..one.led).any(|i| self.tags.is(i, Mark::Not)) {
            return false;
        }
        if (begin..end).any(|i| self.tags.is(i, Mark::Wants)) {
            return true;
        }
        let small = |i: usize| {
            let word = self.text.word(i);
            (self.vocabulary.is(word, Mark::Stop) || self.tags.is(i, Mark::Greeting))
                && !SUBJECTS.contains(&word)
        };
        let reached = found.iter().any(|f| matches!(f.what, What::Phone | What::Email));
        !reached && (begin..one.led).all(small)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Open, Setting, find};
    use super::*;

    /// Whether somebody is asked for by name, and whether a name counts as the visitor's own.
    fn read(locale: &str, said: &str) -> (bool, bool) {
        let (places, vocabulary) = (Places::new(), Vocabulary::of(locale));
        let text = Text::new(said);
        let tags = vocabulary.tag(&text);
        let setting = Setting {
            country: "AT",
            currency: "EUR",
            today: chrono::NaiveDate::from_ymd_opt(2026, 3, 4),
            clock: None,
            agreed: None,
            home: None,
            named: true,
            open: Open::Other,
            places: &places,
        };
        let found = find(&text, &tags, &vocabulary, setting);
        let own = found.iter().any(|f| f.what == What::Person && !f.others);
        (wants_somebody(&text, &tags, &vocabulary, &places, &found), own)
    }

    #[test]
    fn whoever_is_asked_for_by_name_is_a_person_and_not_the_visitor() {
        for (locale, said) in [
            ("en", "talk to Kim again"),
            ("en", "can I speak with Kim again"),
            ("en", "can I speak with Kim again?"),
            ("en", "let me talk to Kim"),
            ("en", "I'd like to speak to Ms Huber please"),
            ("en", "could i talk to anna"),
            ("en", "hi, can we talk to Kim Berger once more?"),
            ("de", "kann ich noch einmal mit Kim sprechen?"),
            ("de", "ich würde gern mit Frau Huber reden"),
            ("de", "Ich möchte mit Anna sprechen"),
            ("de", "mit Kim sprechen"),
            ("de", "Kann ich mit anna nochmal kurz telefonieren?"),
            ("es", "¿puedo hablar con Kim otra vez?"),
            ("es", "quiero hablar de nuevo con Ana"),
            ("es", "hablar con Kim"),
            ("pl", "chcę porozmawiać z Kim"),
            ("pl", "czy mogę jeszcze raz rozmawiać z Anną?"),
            ("pl", "porozmawiać z Markiem"),
        ] {
            assert_eq!(read(locale, said), (true, false), "{locale} {said}");
        }
        for (locale, said) in [
            ("en", "I talked to Kim yesterday"),
            ("en", "I don't want to talk to Kim"),
            ("en", "can I talk to you about prices"),
            ("en", "can we speak on Monday"),
            ("de", "ich habe gestern mit Kim gesprochen"),
            ("de", "Kann man mit Kunden sprechen, die schon eins haben?"),
            ("de", "Ich möchte mit Ihnen sprechen"),
            ("es", "hablé con Ana ayer"),
            ("es", "quiero hablar con Usted"),
            ("pl", "rozmawiałem z Anną Nowak"),
            ("pl", "chcę porozmawiać z Państwem"),
        ] {
            assert!(!read(locale, said).0, "{locale} {said}");
        }
        // Whom to ask for on the phone is who they are.
        assert_eq!(read("en", "my name is Tom"), (false, true));
        assert_eq!(read("en", "0664 1234567, speak to Tom"), (false, true));
    }
}
