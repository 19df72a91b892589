//! What differs between locales: gaps and variables; and texts that nothing says.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Checker;
use crate::diagnostic::near::nearest;
use crate::diagnostic::{Diagnostic, Location, codes};
use crate::texts::bundle::{Bundle, FileId, Message};
use crate::texts::source::{Name, Text, is_phrase_list};
use crate::texts::{full_key, variables};

/// How many gaps of one file are told one by one.
const ONE_BY_ONE: usize = 5;
/// How many keys a summary names.
const NAMED: usize = 12;

/// Parts of a message that every locale should have: texts and lists of phrases.
fn parts(message: &Message) -> impl Iterator<Item = (Option<&str>, FileId, &Range<usize>)> {
    let texts = message.texts().map(|(attribute, file, text)| (attribute, file, &text.span));
    let lists = message.phrases.iter();
    texts.chain(lists.map(|(id, file, list)| (Some(&**id), *file, &list.span)))
}

fn has(bundle: &Bundle, key: &str, attribute: Option<&str>) -> bool {
    if bundle.broken.contains_key(key) {
        return true;
    }
    let message = bundle.messages.get(key);
    message.is_some_and(|message| parts(message).any(|(id, ..)| id == attribute))
}

impl<'a> Checker<'a> {
    fn default_and_others(&self) -> (&'a Bundle, &'a [Bundle]) {
        (&self.texts.bundles[0], &self.texts.bundles[1..self.texts.served])
    }

    /// Texts of the default locale that another one lacks.
    pub(super) fn gaps(&mut self) {
        let (default, others) = self.default_and_others();
        for other in others {
            let mut lacking: BTreeMap<FileId, Vec<(String, Range<usize>)>> = BTreeMap::new();
            for (key, message) in &default.messages {
                // Reps read the reasons of scores in the default locale.
                if key.starts_with("score-") {
                    continue;
                }
                // A message that is not there at all is one gap.
                let is_there = other.messages.contains_key(key);
                let parts = parts(message).take(if is_there { usize::MAX } else { 1 });
                for (attribute, file, span) in parts {
                    if !has(other, key, attribute) {
                        let attribute = attribute.filter(|_| is_there);
                        let gap = (full_key(key, attribute), span.clone());
                        lacking.entry(file).or_default().push(gap);
                    }
                }
            }
            for (file, gaps) in lacking {
                self.tell_gaps(other, file, &gaps);
            }
        }
    }

    fn tell_gaps(&mut self, other: &Bundle, file: FileId, gaps: &[(String, Range<usize>)]) {
        let reason =
            format!("a reply that needs it is said in {} as a whole", self.texts.bundles[0].locale);
        let path = &self.texts.files[file];
        let name = path.rsplit('/').next().unwrap_or(path);
        let there = format!("locales/{}/{name}", other.locale);
        if gaps.len() <= ONE_BY_ONE {
            for (key, span) in gaps {
                let list = key.rsplit_once('.').and_then(|(_, list)| is_phrase_list(list));
                let reason = match list {
                    Some(_) => "in that language it is not recognised by what people say",
                    None => &reason,
                };
                let fault = Diagnostic::new(
                    &codes::TEXT_GAP,
                    format!("`{key}` is missing in {}", other.locale),
                );
                self.faults.push(
                    fault
                        .at(self.place(file, span))
                        .reason(reason)
                        .help(format!("write it in {there}")),
                );
            }
            return;
        }
        let mut names: Vec<String> =
            gaps.iter().take(NAMED).map(|(key, _)| format!("`{key}`")).collect();
        if gaps.len() > NAMED {
            names.push(format!("and {} more", gaps.len() - NAMED));
        }
        let message = format!("{} texts of {name} are missing in {}", gaps.len(), other.locale);
        let first = gaps.iter().map(|(_, span)| span).min_by_key(|span| span.start);
        let place = first.map_or_else(|| Location::file(path.as_str()), |at| self.place(file, at));
        self.faults.push(
            Diagnostic::new(&codes::TEXT_GAP, message)
                .at(place)
                .reason(format!("missing: {}; {reason}", names.join(", ")))
                .help(format!("write them in {there}")),
        );
    }

    /// Texts that use other variables than the default locale's.
    pub(super) fn differences(&mut self) {
        let (default, others) = self.default_and_others();
        for other in others {
            for written in self.written(other) {
                let Some(message) = default.messages.get(written.key) else { continue };
                let same = message.texts().find(|(id, ..)| *id == written.attribute);
                let Some((_, file, text)) = same else { continue };
                let (here, there) = (variables(written.text), variables(text));
                let first = self.place(file, &text.span);
                for name in here.difference(&there) {
                    let place = self.place(written.file, &place_of(written.text, name));
                    self.faults.push(
                        differ(&written.name(), other, default)
                            .at(place)
                            .label(format!("`${name}` is only here"))
                            .related(first.clone(), "the same text in the default locale")
                            .help(format!("use `${name}` in both, or in neither")),
                    );
                }
                for name in there.difference(&here) {
                    let first = self.place(file, &place_of(text, name));
                    self.faults.push(
                        differ(&written.name(), other, default)
                            .at(self.place(written.file, &written.text.span))
                            .label(format!("`${name}` is not used here"))
                            .related(first, "it is used here")
                            .help(format!("use `${name}` in both, or in neither")),
                    );
                }
            }
        }
    }

    /// Texts that no step, slot, answer or other text uses.
    pub(super) fn unused(&mut self) {
        let Some(used) = &self.expected.used else { return };
        let mut used: BTreeSet<&str> = used.iter().map(String::as_str).collect();
        let standard = std::mem::take(&mut self.standard);
        used.extend(standard.keys().map(String::as_str));
        let bundles = &self.texts.bundles[..self.texts.served];
        for bundle in bundles {
            let texts = bundle.messages.values().chain(bundle.terms.values());
            for (.., text) in texts.flat_map(Message::texts) {
                used.extend(text.uses.iter().filter_map(|used| match &used.name {
                    Name::Message(key, _) => Some(&**key),
                    _ => None,
                }));
            }
        }
        let mut unused: BTreeMap<&str, Vec<Location>> = BTreeMap::new();
        for bundle in bundles {
            for (key, message) in &bundle.messages {
                if !used.contains(&**key) && !self.is_built_in(message.file) {
                    let place = self.place(message.file, &message.span);
                    unused.entry(key).or_default().push(place);
                }
            }
        }
        for (key, places) in unused {
            let mut fault = Diagnostic::new(&codes::UNUSED_TEXT, format!("nothing says `{key}`"))
                .reason("no step, slot, option, answer, product or text refers to it");
            fault = fault.help_if(self.likely(key, &used));
            for place in places {
                fault = match fault.location {
                    None => fault.at(place),
                    Some(_) => fault.related(place, "also here"),
                };
            }
            self.faults.push(fault);
        }
        drop(used);
        self.standard = standard;
    }

    /// The key that was meant, when one that is used has no text yet.
    fn likely(&self, key: &str, used: &BTreeSet<&str>) -> Option<String> {
        let default = &self.texts.bundles[0];
        let empty = used.iter().copied().filter(|used| !default.messages.contains_key(*used));
        let near = nearest(key, empty);
        Some(match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => "delete it in all locales, or use it".to_owned(),
        })
    }
}

fn differ(name: &str, other: &Bundle, default: &Bundle) -> Diagnostic {
    Diagnostic::new(
        &codes::VARIABLES_DIFFER,
        format!("`{name}` uses other variables in {} than in {}", other.locale, default.locale),
    )
    .reason("readers of one language would be told less, or something wrong")
}

fn place_of(text: &Text, variable: &str) -> Range<usize> {
    let used = text.uses.iter().find(|used| match &used.name {
        Name::Variable(name) => **name == *variable,
        _ => false,
    });
    used.map_or_else(|| text.span.clone(), |used| used.span.clone())
}
