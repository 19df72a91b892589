//! Word stems, so that "bakeries" finds "bakery". It must not know what the words are for.
//!
//! Snowball where there is one for the language; a small suffix cutter of our own for Polish,
//! which Snowball lacks; the word itself elsewhere. Input is folded ([`super::normalize`]).

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

/// Cuts words of one language down to their stems.
pub(crate) enum Stems {
    Snowball(Stemmer),
    Polish,
    None,
}

impl Stems {
    /// The stemmer of a language, by the first part of its tag.
    pub(crate) fn of(language: &str) -> Self {
        let algorithm = match language {
            "en" => Algorithm::English,
            "de" => Algorithm::German,
            "es" => Algorithm::Spanish,
            "fr" => Algorithm::French,
            "it" => Algorithm::Italian,
            "nl" => Algorithm::Dutch,
            "pt" => Algorithm::Portuguese,
            "sv" => Algorithm::Swedish,
            "da" => Algorithm::Danish,
            "nb" | "no" => Algorithm::Norwegian,
            "fi" => Algorithm::Finnish,
            "hu" => Algorithm::Hungarian,
            "ro" => Algorithm::Romanian,
            "ru" => Algorithm::Russian,
            "tr" => Algorithm::Turkish,
            "pl" => return Self::Polish,
            _ => return Self::None,
        };
        Self::Snowball(Stemmer::create(algorithm))
    }

    /// The stem of a folded word.
    pub(crate) fn stem<'w>(&self, word: &'w str) -> Cow<'w, str> {
        match self {
            Self::Snowball(stemmer) => stemmer.stem(word),
            Self::Polish => Cow::Borrowed(polish(word)),
            Self::None => Cow::Borrowed(word),
        }
    }
}

/// Folded endings of Polish nouns, adjectives and verbs, longest first.
const POLISH: &[&str] = &[
    "owaniem", "owania", "owanie", "iejszy", "iejsza", "iejsze", "ejszy", "ejsza", "ejsze",
    "owych", "owymi", "owego", "owemu", "iami", "iach", "owie", "owej", "owym", "owac", "ujemy",
    "ujecie", "uja", "uje", "ami", "ach", "ego", "emu", "ymi", "imi", "iem", "ich", "ych", "owi",
    "owa", "owe", "owy", "ajac", "acie", "iesz", "emy", "imy", "amy", "iej", "om", "ow", "em",
    "ie", "ej", "ia", "iu", "ym", "im", "ac", "ec", "ic", "yc", "a", "e", "i", "o", "u", "y",
];

fn polish(word: &str) -> &str {
    for ending in POLISH {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.chars().count() >= 3
        {
            return stem;
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (language, a, b) in [
            ("en", "bakery", "bakeries"),
            ("de", "fahrrad", "fahrrader"),
            ("es", "bicicleta", "bicicletas"),
            ("pl", "rower", "rowerow"),
            ("pl", "rowerami", "rower"),
            ("pl", "piekarnia", "piekarnie"),
            ("pl", "dach", "dachem"),
        ] {
            let stems = Stems::of(language);
            assert_eq!(stems.stem(a), stems.stem(b), "{language} {a} {b}");
        }
    }
}
