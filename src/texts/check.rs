//! What is wrong with texts that can be read: gaps, names, lengths, phrases, tone.
//!
//! Faults of reading itself come from loading. Whether the script's own keys exist is the
//! script's check, through [`Texts::keys`].

mod lengths;
mod names;
mod parity;
mod phrases;
mod plurals;
mod tone;
mod tone_words;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::bundle::{Bundle, FileId};
use super::source::{Piece, Text};
use super::{Texts, full_key, standard, variables};
use crate::diagnostic::{Diagnostic, Location};

/// What the script knows of its texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expected {
    /// The variables that texts may use; unchecked when `None`.
    pub variables: Option<Variables>,
    /// The message ids that are used; unchecked when `None`. Ids that other texts refer to, and
    /// those that come with the program, need not be among them.
    pub used: Option<BTreeSet<String>>,
}

/// The variables that texts may use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variables {
    /// In every text: the house's, slots, `product-attribute`.
    pub everywhere: BTreeSet<String>,
    /// In some texts beside. A text that also comes with the program may in any case use the
    /// variables that it uses there.
    pub classes: Vec<Class>,
}

/// Texts that are given more variables than others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Class {
    /// How the message's id begins, for example `ask-`; a whole id names one message.
    pub prefix: String,
    /// Only this attribute; value and all attributes when `None`.
    pub attribute: Option<String>,
    /// The variables.
    pub variables: BTreeSet<String>,
}

impl Class {
    /// Variables of all texts whose id begins with `prefix`.
    #[must_use]
    pub fn new(prefix: &str, attribute: Option<&str>, variables: &[&str]) -> Self {
        Self {
            prefix: prefix.to_owned(),
            attribute: attribute.map(str::to_owned),
            variables: variables.iter().map(|&name| name.to_owned()).collect(),
        }
    }
}

impl Variables {
    /// The names that a text may use.
    fn of<'a>(
        &'a self,
        key: &'a str,
        attribute: Option<&'a str>,
    ) -> impl Iterator<Item = &'a str> + Clone {
        let classes = self.classes.iter().filter(move |class| {
            key.starts_with(&class.prefix)
                && class.attribute.as_deref().is_none_or(|only| attribute == Some(only))
        });
        let more = classes.flat_map(|class| &class.variables);
        self.everywhere.iter().chain(more).map(String::as_str)
    }
}

impl Texts {
    /// All faults of the texts that [`Texts::load`] could read. `files` are those it was given.
    #[must_use]
    pub fn check(&self, files: &BTreeMap<String, String>, expected: &Expected) -> Vec<Diagnostic> {
        let standard = standard_variables();
        let mut checker = Checker { texts: self, files, expected, standard, faults: Vec::new() };
        checker.gaps();
        checker.differences();
        checker.unused();
        for bundle in &self.bundles[..self.served] {
            checker.phrases(bundle);
            checker.terms(bundle);
            for written in checker.written(bundle) {
                checker.names(bundle, &written);
                checker.lengths(&written);
                checker.plurals(bundle, &written);
                checker.tone(bundle, &written);
            }
        }
        checker.faults
    }
}

struct Checker<'a> {
    texts: &'a Texts,
    files: &'a BTreeMap<String, String>,
    expected: &'a Expected,
    /// The variables of the texts that come with the program: a house that rewords one may use
    /// the same.
    standard: BTreeMap<String, BTreeSet<String>>,
    faults: Vec<Diagnostic>,
}

/// The texts that come with the program and the variables that each is given.
fn standard_variables() -> BTreeMap<String, BTreeSet<String>> {
    let source = standard::source(standard::LAST_RESORT).unwrap_or_default();
    let mut all = BTreeMap::new();
    for entry in super::source::parse(source).entries {
        // A message that has phrases only is known as well.
        all.insert(entry.id.to_string(), entry.value.as_ref().map(variables).unwrap_or_default());
        for (id, text) in &entry.attributes {
            all.insert(full_key(&entry.id, Some(id)), variables(text));
        }
    }
    all
}

/// One text of the house.
#[derive(Clone, Copy)]
struct Written<'a> {
    key: &'a str,
    attribute: Option<&'a str>,
    file: FileId,
    text: &'a Text,
}

impl Written<'_> {
    fn name(&self) -> String {
        full_key(self.key, self.attribute)
    }

    /// Whether visitors read it, rather than reps only.
    fn is_for_visitors(&self) -> bool {
        let for_reps = self.key.starts_with("score-") || self.key.starts_with("intent-");
        !for_reps && self.attribute != Some("label")
    }

    /// Whether it is written on a button.
    fn is_on_a_button(&self) -> bool {
        let on_button = self.key.starts_with("option-") || self.key.starts_with("offer-");
        on_button && self.attribute.is_none()
    }
}

impl<'a> Checker<'a> {
    /// The texts that a house wrote itself, in a locale.
    fn written(&self, bundle: &'a Bundle) -> Vec<Written<'a>> {
        let all = bundle.messages.iter().flat_map(|(key, message)| {
            message.texts().map(|(attribute, file, text)| Written { key, attribute, file, text })
        });
        all.filter(|written| !self.is_built_in(written.file)).collect()
    }

    fn is_built_in(&self, file: FileId) -> bool {
        standard::is_path(&self.texts.files[file])
    }

    fn place(&self, file: FileId, span: &Range<usize>) -> Location {
        Location::new(self.texts.files[file].as_str(), span.clone())
    }

    /// The words of a text as they stand in the file.
    fn words(&self, written: &Written<'_>) -> &'a str {
        let source = self.files.get(&self.texts.files[written.file]);
        source.and_then(|source| source.get(written.text.body.clone())).unwrap_or_default()
    }
}

/// The greatest count that `of` gives for any way a text can come out.
fn most(pattern: &[Piece], of: &impl Fn(&Piece) -> usize) -> usize {
    let of_piece = |piece: &Piece| match piece {
        Piece::Select(select) => {
            let variants = select.variants.iter().map(|(_, pattern)| most(pattern, of));
            variants.max().unwrap_or(0)
        }
        piece => of(piece),
    };
    pattern.iter().map(of_piece).sum()
}

#[cfg(test)]
mod tests;
