//! Words of the house in an utterance: products, kinds, attributes, options, nouns of slots.
//!
//! Phrases match as whole words by their stems, so that inflected forms are found; a word that
//! nobody in the house uses is first read as the nearest word of a name, one letter off, or two in
//! a long word. What a mention means is for others to say. Start at [`Phrases::find`].

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::normalize::{Kind, Text, fold};
use super::stem::Stems;
use crate::domain::ids::{AttributeId, KindId, OptionId, ProductId, SlotId};
use crate::domain::lexicon::Words;

/// What a phrase names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Option(OptionId),
    Product(ProductId),
    Kind(KindId),
    Attribute(AttributeId),
    /// Having the most of an attribute.
    Most(AttributeId),
    /// Having the least of it.
    Least(AttributeId),
    /// A noun that a number of this slot counts.
    Slot(SlotId),
}

/// A phrase found at the tokens `from..to`.
#[derive(Clone, Debug)]
pub(crate) struct Mention<'p> {
    pub target: &'p Target,
    pub from: usize,
    pub to: usize,
    /// A misspelt word was read as another.
    pub fuzzy: bool,
}

#[derive(Debug)]
struct Phrase {
    stems: Vec<String>,
    /// The words themselves where an ending makes the meaning, else empty.
    words: Vec<String>,
    target: Target,
}

/// The phrases of one locale.
pub(crate) struct Phrases {
    phrases: Vec<Phrase>,
    by_first: HashMap<String, Vec<u32>>,
    /// Words that misspelt ones may have meant, with the letters in each.
    names: Vec<(String, String, u32)>,
    /// Words of the house and of the language; none of them is a misspelling.
    known: HashSet<String>,
    /// Words that occur in product names and nowhere else.
    only_names: HashSet<String>,
}

impl Phrases {
    /// Collects the phrases of a locale. `function_words` are never taken for misspellings.
    pub(crate) fn new<'a>(
        words: &Words,
        stems: &Stems,
        function_words: impl Iterator<Item = &'a str>,
    ) -> Self {
        let mut made = Self {
            phrases: Vec::new(),
            by_first: HashMap::new(),
            names: Vec::new(),
            known: function_words.map(str::to_owned).collect(),
            only_names: HashSet::new(),
        };
        let mut common: HashSet<String> = made.known.clone();
        let sentences = words.intents.values().chain(words.answers.values()).flatten();
        let asked =
            words.attributes.values().flat_map(|a| a.said.iter().chain(&a.most).chain(&a.least));
        let named = words.options.values().chain(words.kinds.values()).chain(words.slots.values());
        for phrase in sentences.chain(asked).chain(named.flatten()) {
            for word in fold(phrase).split(' ') {
                common.insert(word.to_owned());
            }
        }
        for (id, phrases) in &words.products {
            made.add_all(phrases, stems, &Target::Product(id.clone()), true);
            made.add_parts(words, id, phrases, &common, stems);
            for word in phrases.first().map(|name| fold(name)).unwrap_or_default().split(' ') {
                if word.len() > 3 && !common.contains(word) {
                    made.only_names.insert(word.to_owned());
                }
            }
        }
        for (id, phrases) in &words.kinds {
            made.add_all(phrases, stems, &Target::Kind(id.clone()), true);
        }
        for (id, attribute) in &words.attributes {
            made.add_all(&attribute.said, stems, &Target::Attribute(id.clone()), false);
            made.add_all(&attribute.most, stems, &Target::Most(id.clone()), true);
            made.add_all(&attribute.least, stems, &Target::Least(id.clone()), true);
            if let Some(name) = attribute.said.first() {
                made.add_names(name, stems);
            }
        }
        for (id, phrases) in &words.options {
            made.add_all(phrases, stems, &Target::Option(id.clone()), true);
        }
        for (id, phrases) in &words.slots {
            made.add_all(phrases, stems, &Target::Slot(id.clone()), true);
        }
        made.known.extend(common);
        made.names.sort();
        made.names.dedup();
        made
    }

    fn add_all(&mut self, phrases: &[String], stems: &Stems, target: &Target, names: bool) {
        for phrase in phrases {
            self.add(&fold(phrase), stems, target);
            if names {
                self.add_names(phrase, stems);
            }
        }
    }

    fn add(&mut self, folded: &str, stems: &Stems, target: &Target) {
        let list: Vec<String> = folded
            .split(' ')
            .filter(|w| !w.is_empty())
            .map(|w| stems.stem(w).into_owned())
            .collect();
        let Some(first) = list.first().cloned() else { return };
        for word in folded.split(' ') {
            self.known.insert(word.to_owned());
        }
        let index = u32::try_from(self.phrases.len()).unwrap_or(u32::MAX);
        self.by_first.entry(first).or_default().push(index);
        let degree = matches!(target, Target::Most(_) | Target::Least(_));
        let words =
            folded.split(' ').filter(|w| degree && !w.is_empty()).map(str::to_owned).collect();
        self.phrases.push(Phrase { stems: list, words, target: target.clone() });
    }

    /// A word of a product's name that no other product and no phrase uses names it alone.
    fn add_parts(
        &mut self,
        words: &Words,
        id: &ProductId,
        phrases: &[String],
        common: &HashSet<String>,
        stems: &Stems,
    ) {
        let Some(name) = phrases.first().map(|n| fold(n)).filter(|n| n.contains(' ')) else {
            return;
        };
        for word in name.split(' ').filter(|w| w.len() > 2 && !common.contains(*w)) {
            let elsewhere = words
                .products
                .iter()
                .filter(|(other, _)| *other != id)
                .flat_map(|(_, phrases)| phrases)
                .any(|phrase| fold(phrase).split(' ').any(|w| w == word));
            if !elsewhere {
                self.add(word, stems, &Target::Product(id.clone()));
            }
        }
    }

    fn add_names(&mut self, phrase: &str, stems: &Stems) {
        for word in fold(phrase).split(' ').filter(|w| w.chars().count() >= 4) {
            self.names.push((word.to_owned(), stems.stem(word).into_owned(), letters(word)));
        }
    }

    /// Whether a word belongs to product names alone and says nothing about the question.
    pub(crate) fn is_name(&self, word: &str) -> bool {
        self.only_names.contains(word)
    }

    /// Every phrase in the text. Of phrases that name the same kind of thing at overlapping
    /// places, the longest stays.
    pub(crate) fn find(&self, text: &Text<'_>, stems: &Stems) -> Vec<Mention<'_>> {
        let mut places = Vec::with_capacity(text.len());
        let mut read: Vec<(Cow<'_, str>, bool)> = Vec::with_capacity(text.len());
        for (i, token) in text.tokens.iter().enumerate() {
            if token.kind == Kind::Mark {
                continue;
            }
            let word = text.word(i);
            places.push(i);
            let meant = if self.known.contains(word) { None } else { self.meant(word, stems) };
            read.push(match meant {
                Some(stem) => (Cow::Borrowed(stem), true),
                None => (stems.stem(word), false),
            });
        }
        let mut found = Vec::new();
        for at in 0..read.len() {
            for &index in self.by_first.get(read[at].0.as_ref()).map_or(&[][..], Vec::as_slice) {
                let phrase = &self.phrases[index as usize];
                let end = at + phrase.stems.len();
                let fits = |at: usize, end: usize| {
                    phrase.stems.iter().zip(&read[at..end]).all(|(a, b)| *a == b.0)
                        && phrase.words.iter().zip(&places[at..end]).all(|(word, &place)| {
                            // "weit" has the stem of "weiteste" and is no superlative.
                            text.word(place).len() + 1 >= word.len()
                        })
                };
                if end <= read.len() && fits(at, end) {
                    found.push(Mention {
                        target: &phrase.target,
                        from: places[at],
                        to: places[end - 1] + 1,
                        fuzzy: read[at..end].iter().any(|r| r.1),
                    });
                }
            }
        }
        longest(found)
    }

    /// The stem of the word of a name that an unknown word may have meant.
    fn meant(&self, word: &str, stems: &Stems) -> Option<&str> {
        let length = word.chars().count();
        if length < 4 {
            return None;
        }
        let stem = stems.stem(word);
        if self.by_first.contains_key(stem.as_ref()) {
            return None;
        }
        let allowed = if length >= 8 { 2 } else { 1 };
        let mask = letters(word);
        let mut best: Option<(usize, &str)> = None;
        let mut tied = false;
        for (name, stem, name_mask) in &self.names {
            let differ = (mask ^ name_mask).count_ones() as usize;
            if differ > 2 * allowed || name.len().abs_diff(word.len()) > allowed {
                continue;
            }
            // Short words are too near to each other for more than one slip inside.
            if length < 6 && name.as_bytes().first() != word.as_bytes().first() {
                continue;
            }
            let distance = strsim::osa_distance(word, name);
            if distance > allowed {
                continue;
            }
            match best {
                Some((d, s)) if d < distance || s == stem => {}
                Some((d, _)) if d == distance => tied = true,
                _ => (best, tied) = (Some((distance, stem.as_str())), false),
            }
        }
        best.filter(|_| !tied).map(|b| b.1)
    }
}

/// The letters of a word as bits.
fn letters(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |mask, b| mask | 1 << (b - b'a'))
}

/// Drops what lies inside a longer mention of the same kind of thing.
fn longest(mut found: Vec<Mention<'_>>) -> Vec<Mention<'_>> {
    let sort = |t: &Target| match t {
        Target::Option(_) => 0,
        Target::Product(_) => 1,
        Target::Kind(_) => 2,
        Target::Attribute(_) => 3,
        Target::Most(_) | Target::Least(_) => 4,
        Target::Slot(_) => 5,
    };
    let spans: Vec<(u8, usize, usize)> =
        found.iter().map(|m| (sort(m.target), m.from, m.to)).collect();
    let mut keep = spans.iter().map(|&(kind, from, to)| {
        !spans.iter().any(|&(k, f, t)| k == kind && t - f > to - from && f < to && from < t)
    });
    found.retain(|_| keep.next().unwrap_or(true));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases(stems: &Stems) -> Phrases {
        let mut words = Words::default();
        let said = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        words.products.insert("lastesel".into(), said(&["Lastesel", "the big one"]));
        words.products.insert("cargo_pro".into(), said(&["Cargo Pro 3"]));
        words.options.insert("bakery".into(), said(&["Bakery", "we bake"]));
        words.kinds.insert("bikes".into(), said(&["cargo bikes", "bike"]));
        Phrases::new(&words, stems, ["the", "we", "table"].into_iter())
    }

    fn check(said: &str, expected: &str) {
        let stems = Stems::of("en");
        let phrases = phrases(&stems);
        let text = Text::new(said);
        let found: Vec<String> = phrases
            .find(&text, &stems)
            .iter()
            .map(|m| format!("{:?}={}", m.target, text.original_of(m.from, m.to)))
            .collect();
        assert_eq!(found.join(" "), expected, "{said}");
    }

    #[test]
    fn names_parts_forms_and_slips() {
        check("the Lastesel", r#"Product("lastesel")=Lastesel"#);
        check("Lastessel!", r#"Product("lastesel")=Lastessel"#);
        check("lasteseel", r#"Product("lastesel")=lasteseel"#);
        check("two bakeries", r#"Option("bakery")=bakeries"#);
        check("a cargo bike", r#"Kind("bikes")=cargo bike"#);
        check("the cargo pro", r#"Product("cargo_pro")=pro"#);
        check("is the big one here", r#"Product("lastesel")=the big one"#);
        check("a bakry", r#"Option("bakery")=bakry"#);
        check("a table", "");
        check("bikini", "");
    }
}
