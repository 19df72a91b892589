//! What people say: one phrase must mean one thing.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Checker;
use crate::diagnostic::{Diagnostic, Location, codes};
use crate::texts::bundle::Bundle;
use crate::texts::{full_key, standard};

impl Checker<'_> {
    pub(super) fn phrases(&mut self, bundle: &Bundle) {
        // What one phrase means: only intents and answers compete with each other.
        let mut meaning: BTreeMap<String, (&str, Location)> = BTreeMap::new();
        for (key, message) in &bundle.messages {
            for (list, file, phrases) in &message.phrases {
                let name = full_key(key, Some(list));
                if !self.is_built_in(*file) {
                    for used in &phrases.uses {
                        self.faults.push(
                            Diagnostic::new(
                                &codes::PHRASE_VARIABLE,
                                format!("`{name}` has a phrase with a placeable"),
                            )
                            .at(self.place(*file, &used.span))
                            .reason("phrases are what people write; nobody writes a variable")
                            .help("write an example value, or leave the word out"),
                        );
                    }
                    if phrases.list.is_empty() {
                        self.faults.push(
                            Diagnostic::new(&codes::NO_PHRASES, format!("`{name}` is empty"))
                                .at(self.place(*file, &phrases.span))
                                .reason("it can never be recognised by what people say")
                                .help("write one phrase a line, indented, or delete the list"),
                        );
                    }
                }
                let competes = key.starts_with("intent-") || key.starts_with("answer-");
                let mut own: BTreeMap<String, Location> = BTreeMap::new();
                for (phrase, span) in &phrases.list {
                    let place = self.place(*file, span);
                    let (exact, plain) = (spoken(phrase), plain(phrase));
                    if plain.is_empty() {
                        continue;
                    }
                    if let Some(first) = own.get(&exact) {
                        self.repeated(&name, phrase, place, first.clone());
                        continue;
                    }
                    own.insert(exact, place.clone());
                    if !competes || **list != *"said" {
                        continue;
                    }
                    match meaning.get(&plain) {
                        Some((other, first)) => {
                            let (other, first) = (*other, first.clone());
                            self.ambiguous(phrase, (key, place), (other, first));
                        }
                        None => {
                            meaning.insert(plain, (key, place));
                        }
                    }
                }
            }
        }
    }

    fn repeated(&mut self, name: &str, phrase: &str, place: Location, first: Location) {
        if standard::is_path(&place.file) {
            return;
        }
        self.faults.push(
            Diagnostic::new(
                &codes::REPEATED_PHRASE,
                format!("`{name}` has \u{201c}{phrase}\u{201d} twice"),
            )
            .at(place)
            .related(first, "first here")
            .reason("case and punctuation do not count")
            .help("keep one"),
        );
    }

    fn ambiguous(&mut self, phrase: &str, here: (&str, Location), first: (&str, Location)) {
        // It is for the house to give way to what comes with the program.
        let is_built_in = |place: &Location| standard::is_path(&place.file);
        let (here, first) = match (is_built_in(&here.1), is_built_in(&first.1)) {
            (true, true) => return,
            (true, false) => (first, here),
            (false, _) => (here, first),
        };
        self.faults.push(
            Diagnostic::new(
                &codes::PHRASE_IN_TWO,
                format!(
                    "\u{201c}{phrase}\u{201d} stands for both `{}` and `{}`",
                    first.0, here.0
                ),
            )
            .at(here.1)
            .related(first.1, "also here")
            .reason("what somebody means by it cannot be told; case, accents and punctuation do not count")
            .help("keep it where it belongs, or make the two phrases different"),
        );
    }
}

/// A phrase without case and punctuation.
fn spoken(phrase: &str) -> String {
    let letters = phrase.nfkc().flat_map(char::to_lowercase);
    let spaced: String =
        letters.map(|c| if c.is_alphanumeric() || c == '\'' { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same without accents, which many people do not type.
fn plain(phrase: &str) -> String {
    let bare: String = phrase.nfkd().filter(|c| !is_combining_mark(*c)).collect();
    spoken(&bare)
}
