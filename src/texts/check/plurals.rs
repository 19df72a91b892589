//! Plural forms that a locale has and a text forgets.

use std::collections::BTreeSet;

use icu::plurals::PluralCategory;

use super::{Checker, Written};
use crate::diagnostic::{Diagnostic, codes};
use crate::texts::bundle::Bundle;
use crate::texts::source::{Key, Piece, Select};

impl Checker<'_> {
    pub(super) fn plurals(&mut self, bundle: &Bundle, written: &Written<'_>) {
        let mut selects = Vec::new();
        collect(&written.text.pattern, &mut selects);
        if selects.is_empty() {
            return;
        }
        // The forms that whole numbers take; others are for fractions and millions.
        let needed: BTreeSet<&str> =
            (0..=120).map(|n| word(bundle.formats.category(n.into()))).collect();
        for select in selects {
            let forms = || {
                select.variants.iter().enumerate().filter_map(|(index, (key, _))| match key {
                    Key::Word(word, Some(_)) => Some((index, &**word)),
                    _ => None,
                })
            };
            let explicit = || forms().filter(|(index, _)| *index != select.default);
            if explicit().next().is_none() {
                continue;
            }
            let given: BTreeSet<&str> = forms().map(|(_, word)| word).collect();
            let lacking: Vec<&str> = needed.difference(&given).copied().collect();
            // The default may stand for one form that is not named.
            let spare =
                forms().any(|(index, word)| index == select.default && !needed.contains(word));
            if lacking.len() > usize::from(spare) {
                let list: Vec<String> = lacking.iter().map(|word| format!("`[{word}]`")).collect();
                let place = self.place(written.file, &written.text.span);
                self.faults.push(
                    Diagnostic::new(
                        &codes::PLURAL_FORMS,
                        format!("`{}` lacks the plural {}", written.name(), list.join(" and ")),
                    )
                    .at(place)
                    .reason(format!(
                        "in {} numbers take the forms {}",
                        bundle.locale,
                        needed.iter().copied().collect::<Vec<_>>().join(", ")
                    ))
                    .help("add a variant for each form"),
                );
            }
        }
    }
}

fn collect<'a>(pattern: &'a [Piece], selects: &mut Vec<&'a Select>) {
    for piece in pattern {
        if let Piece::Select(select) = piece {
            selects.push(select);
            for (_, pattern) in &select.variants {
                collect(pattern, selects);
            }
        }
    }
}

fn word(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}
