//! The texts of one locale, and how they are loaded.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::format::Formats;
use super::source::{self, Entry, Phrases, Text};
use super::standard;
use crate::diagnostic::{Diagnostic, Location, codes};
use crate::domain::ids::Locale;
use fluent_syntax::parser::{ErrorKind, ParserError};

/// Which file a text is from, an index into [`super::Texts`]'s files.
pub(super) type FileId = usize;

/// The texts of one locale.
#[derive(Debug)]
pub(super) struct Bundle {
    pub(super) locale: Locale,
    pub(super) formats: Formats,
    pub(super) messages: BTreeMap<Box<str>, Message>,
    pub(super) terms: BTreeMap<Box<str>, Message>,
    /// Ids (and `id.attribute`) of what could not be parsed, with the place: reported once, and
    /// not again as missing.
    pub(super) broken: BTreeMap<String, (FileId, Range<usize>)>,
}

/// A message or term with its parts, each of which may come from another file.
#[derive(Debug)]
pub(super) struct Message {
    pub(super) file: FileId,
    pub(super) span: Range<usize>,
    pub(super) value: Option<(FileId, Text)>,
    pub(super) attributes: Vec<(Box<str>, FileId, Text)>,
    pub(super) phrases: Vec<(Box<str>, FileId, Phrases)>,
}

impl Message {
    /// The value, or an attribute.
    pub(super) fn text(&self, attribute: Option<&str>) -> Option<&Text> {
        match attribute {
            None => self.value.as_ref().map(|(_, text)| text),
            Some(name) => {
                self.attributes.iter().find(|(id, ..)| **id == *name).map(|(.., text)| text)
            }
        }
    }

    /// A list of phrases.
    pub(super) fn phrases(&self, name: &str) -> Option<&Phrases> {
        self.phrases.iter().find(|(id, ..)| **id == *name).map(|(.., phrases)| phrases)
    }

    /// All texts with their attribute and file.
    pub(super) fn texts(&self) -> impl Iterator<Item = (Option<&str>, FileId, &Text)> {
        let value = self.value.iter().map(|(file, text)| (None, *file, text));
        value.chain(self.attributes.iter().map(|(id, file, text)| (Some(&**id), *file, text)))
    }

    fn new(file: FileId, entry: Entry) -> Self {
        Self {
            file,
            span: entry.span,
            value: entry.value.map(|text| (file, text)),
            attributes: entry.attributes.into_iter().map(|(id, text)| (id, file, text)).collect(),
            phrases: entry.phrases.into_iter().map(|(id, list)| (id, file, list)).collect(),
        }
    }

    /// Takes over what `self` does not say itself.
    fn fill_from(&mut self, built_in: Self) {
        self.value = self.value.take().or(built_in.value);
        for attribute in built_in.attributes {
            if self.text(Some(&attribute.0)).is_none() {
                self.attributes.push(attribute);
            }
        }
        for phrases in built_in.phrases {
            if self.phrases(&phrases.0).is_none() {
                self.phrases.push(phrases);
            }
        }
    }
}

impl Bundle {
    pub(super) fn new(locale: Locale) -> Self {
        Self {
            formats: Formats::new(locale.as_str()),
            locale,
            messages: BTreeMap::new(),
            terms: BTreeMap::new(),
            broken: BTreeMap::new(),
        }
    }

    /// The value of a message or one of its attributes.
    pub(super) fn text(&self, key: &str, attribute: Option<&str>) -> Option<&Text> {
        self.messages.get(key)?.text(attribute)
    }

    /// The value of a term or one of its attributes.
    pub(super) fn term(&self, key: &str, attribute: Option<&str>) -> Option<&Text> {
        self.terms.get(key)?.text(attribute)
    }

    /// Adds a file of the house.
    pub(super) fn add(
        &mut self,
        file: FileId,
        path: &str,
        paths: &[String],
        text: &str,
        faults: &mut Vec<Diagnostic>,
    ) {
        let parsed = source::parse(text);
        for error in &parsed.errors {
            faults.push(syntax(path, text, error));
            for (id, span) in broken(text, error) {
                self.broken.insert(id, (file, span));
            }
        }
        for entry in parsed.entries {
            let sort = if entry.is_term { &mut self.terms } else { &mut self.messages };
            repeated_attributes(path, &entry, faults);
            match sort.get(&entry.id) {
                None => {
                    sort.insert(entry.id.clone(), Message::new(file, entry));
                }
                Some(first) => {
                    let first_place = Location::new(paths[first.file].as_str(), first.span.clone());
                    let dash = if entry.is_term { "-" } else { "" };
                    faults.push(
                        Diagnostic::new(
                            &codes::REPEATED_TEXT,
                            format!("`{dash}{}` is written twice", entry.id),
                        )
                        .at(Location::new(path, entry.span))
                        .label("again here")
                        .related(first_place, "first here")
                        .reason("only the first one is ever said")
                        .help("rename one of them, or delete it"),
                    );
                }
            }
        }
    }

    /// Adds the texts that come with the program, below those of the house.
    pub(super) fn add_standard(&mut self, file: FileId, text: &str) {
        for entry in source::parse(text).entries {
            let sort = if entry.is_term { &mut self.terms } else { &mut self.messages };
            let built_in = |entry| Message::new(file, entry);
            match sort.get_mut(&entry.id) {
                Some(own) => own.fill_from(built_in(entry)),
                None => {
                    sort.insert(entry.id.clone(), built_in(entry));
                }
            }
        }
    }
}

/// The locale that a path is for: the folder under `locales/`.
pub(super) fn locale_of(path: &str) -> Option<&str> {
    let path = path.strip_suffix(".ftl")?;
    let (_, below) = path.split_once("locales/")?;
    below.split_once('/').map(|(locale, _)| locale)
}

/// The built-in texts of a locale as a pseudo file.
pub(super) fn standard_of(locale: &Locale) -> Option<(String, &'static str)> {
    standard::source(locale.as_str()).map(|text| (standard::path(locale.as_str()), text))
}

fn repeated_attributes(path: &str, entry: &Entry, faults: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    let attributes = entry.attributes.iter().map(|(id, text)| (id, &text.span));
    let lists = entry.phrases.iter().map(|(id, list)| (id, &list.span));
    for (id, span) in attributes.chain(lists) {
        if !seen.insert(id) {
            faults.push(
                Diagnostic::new(&codes::REPEATED_TEXT, format!("`{}` has `.{id}` twice", entry.id))
                    .at(Location::new(path, span.clone()))
                    .label("again here")
                    .reason("only the first one is ever used")
                    .help("put the two together"),
            );
        }
    }
}

fn syntax(path: &str, text: &str, error: &ParserError) -> Diagnostic {
    // A fault at a line's end is shown on that line, not on the next.
    let mut span = error.pos.clone();
    if text.get(..span.start).is_some_and(|before| before.ends_with('\n')) && span.start > 0 {
        span = span.start - 1..span.start - 1;
    }
    let unread = error.slice.clone().and_then(|range| text.get(range)).unwrap_or_default();
    let help = match error.kind {
        _ if unread.lines().any(|line| line.starts_with('\t')) => {
            "indent with spaces; Fluent does not know tabs"
        }
        ErrorKind::UnbalancedClosingBrace => {
            "write a brace that readers shall see as `{\"}\"}`, or open the one that this closes"
        }
        ErrorKind::MissingDefaultVariant => "put `*` before one variant, as in `*[other] ...`",
        ErrorKind::MultipleDefaultVariants => "leave `*` only before one variant",
        ErrorKind::MissingValue | ErrorKind::ExpectedMessageField { .. } => {
            "write a text after `=`; lines that belong to it are indented"
        }
        ErrorKind::ForbiddenCallee => "the only functions are `NUMBER` and `DATETIME`",
        ErrorKind::UnterminatedStringLiteral => "close the quotes on the same line",
        ErrorKind::ExpectedToken('}') | ErrorKind::ExpectedInlineExpression => {
            "between braces stands one variable, as in `{ $fleet_size }`; a brace that readers \
             shall see is written `{\"{\"}`"
        }
        ErrorKind::ExpectedCharRange { .. } | ErrorKind::ExpectedToken('=') => {
            "a text begins at the line's start with its key and `=`; lines that continue one are \
             indented, comments begin with `# `"
        }
        _ => "see https://projectfluent.org/fluent/guide for how texts are written",
    };
    let mut what = error.kind.to_string();
    if let Some(first) = what.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    Diagnostic::new(&codes::TEXT_SYNTAX, format!("this text cannot be read: {what}"))
        .at(Location::new(path, span))
        .reason("the whole entry is left out, all others are kept")
        .help(help)
}

/// What the unreadable stretch would have defined.
fn broken(text: &str, error: &ParserError) -> Vec<(String, Range<usize>)> {
    let Some(range) = error.slice.clone() else {
        return Vec::new();
    };
    let mut found: Vec<(String, Range<usize>)> = Vec::new();
    let mut message = None;
    let mut at = range.start;
    for line in text.get(range).unwrap_or_default().split_inclusive('\n') {
        let trimmed = line.trim_start();
        let start = at + line.len() - trimmed.len();
        at += line.len();
        let name = trimmed.strip_prefix('.').unwrap_or(trimmed);
        let length = name
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-')
            .unwrap_or(name.len());
        let name = &name[..length];
        if name.is_empty() {
            continue;
        }
        if trimmed.starts_with('.') {
            if let Some(message) = &message {
                found.push((format!("{message}.{name}"), start..start + 1 + length));
            }
        } else if line.len() == trimmed.len() {
            message = Some(name.to_owned());
            found.push((name.to_owned(), start..start + length));
        }
    }
    found
}
