//! Reading a tree of YAML: each reader reports what is wrong and gives `None`.
//!
//! Here are the shapes: blocks, lists, names, plain texts and flags. Numbers, durations, dates,
//! money and units are read in [`value`].

pub(crate) mod value;

use super::parse::{Key, Kind, Node, Scalar};
use super::place::{Faults, Place};
use crate::diagnostic::near::did_you_mean;
use crate::diagnostic::{Code, Diagnostic, codes};

/// The fields of a block with known keys.
pub(crate) struct Fields<'n> {
    /// Where the block is named.
    pub place: Place,
    what: &'static str,
    entries: Vec<(&'n Key, &'n Node)>,
}

impl<'n> Fields<'n> {
    /// The value of a key that may be left out.
    pub fn get(&self, key: &str) -> Option<&'n Node> {
        self.entries.iter().find(|(k, _)| k.text == key).map(|(_, node)| *node)
    }

    /// The key itself.
    pub fn key(&self, key: &str) -> Option<&'n Key> {
        self.entries.iter().find(|(k, _)| k.text == key).map(|(k, _)| *k)
    }

    /// The value of a key that must be there.
    pub fn need(&self, key: &str, faults: &mut Faults) -> Option<&'n Node> {
        let found = self.get(key);
        if found.is_none() {
            let message = format!("{} needs the key `{key}`", self.what);
            let fault = Diagnostic::new(&codes::MISSING_KEY, message);
            faults.add(self.place, fault.help(format!("add `{key}: …`")));
        }
        found
    }
}

/// Whether an id is well formed.
pub(crate) fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// Reports an id that is not well formed.
pub(crate) fn check_name(name: &str, place: Place, faults: &mut Faults) -> bool {
    let good = is_name(name);
    if !good {
        let mut mend: String = name
            .to_lowercase()
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
            .collect();
        if !mend.starts_with(|c: char| c.is_ascii_lowercase()) {
            mend = format!("x{mend}");
        }
        faults.add(
            place,
            Diagnostic::new(&codes::BAD_NAME, format!("`{name}` cannot be an id"))
                .reason("ids are made of small letters, digits and underscores, a letter first")
                .help(format!("for example `{mend}`")),
        );
    }
    good
}

impl Node {
    /// A block with known keys. `at` is the place to name it by.
    pub fn fields<'n>(
        &'n self,
        what: &'static str,
        keys: &[&str],
        at: Place,
        faults: &mut Faults,
    ) -> Option<Fields<'n>> {
        let entries = self.pairs(faults)?;
        for (key, _) in entries.iter().filter(|(key, _)| !keys.contains(&key.text.as_str())) {
            faults.add(
                key.place,
                Diagnostic::new(&codes::UNKNOWN_KEY, format!("`{}` is no key of {what}", key.text))
                    .help_if(did_you_mean(&key.text, keys.iter().copied())),
            );
        }
        Some(Fields { place: at, what, entries })
    }

    /// A block whose keys are ids that the writer chose.
    pub fn named<'n>(&'n self, faults: &mut Faults) -> Vec<(&'n Key, &'n Node)> {
        let mut entries = self.pairs(faults).unwrap_or_default();
        entries.retain(|(key, _)| check_name(&key.text, key.place, faults));
        entries
    }

    /// Keys and values; doubles are reported and the first kept.
    pub fn pairs<'n>(&'n self, faults: &mut Faults) -> Option<Vec<(&'n Key, &'n Node)>> {
        let Kind::Map(entries) = &self.kind else {
            self.wrong("a block of keys and values", faults);
            return None;
        };
        let mut unique: Vec<(&Key, &Node)> = Vec::with_capacity(entries.len());
        for (key, node) in entries {
            if let Some((first, _)) = unique.iter().find(|(k, _)| k.text == key.text) {
                let fault = Diagnostic::new(
                    &codes::DUPLICATE_KEY,
                    format!("`{}` stands here twice", key.text),
                )
                .label("again")
                .related(faults.location(first.place), "first here")
                .help("keep one of the two");
                faults.add(key.place, fault);
            } else {
                unique.push((key, node));
            }
        }
        Some(unique)
    }

    /// A list.
    pub fn list(&self, faults: &mut Faults) -> Option<&[Node]> {
        if let Kind::List(list) = &self.kind {
            return Some(list);
        }
        let mut fault = self.wrong_shape("a list");
        if let Kind::Scalar(scalar) = &self.kind {
            fault = fault.help(format!("write `[{}]`", scalar.text));
        }
        faults.add(self.place, fault);
        None
    }

    /// A list with something in it.
    pub fn filled_list(&self, faults: &mut Faults) -> Option<&[Node]> {
        let list = self.list(faults)?;
        if list.is_empty() {
            let message = "at least one entry is needed here";
            let fault = Diagnostic::new(&codes::EMPTY_LIST, message);
            faults
                .add(self.place, fault.help("write one, or remove the key if it may be left out"));
            return None;
        }
        Some(list)
    }

    /// A scalar.
    pub fn scalar(&self, expected: &str, faults: &mut Faults) -> Option<&Scalar> {
        if let Kind::Scalar(scalar) = &self.kind {
            return Some(scalar);
        }
        self.wrong(expected, faults);
        None
    }

    /// Text that is not empty.
    pub fn text(&self, faults: &mut Faults) -> Option<&str> {
        let text = self.scalar("a text", faults)?.text.trim();
        if text.is_empty() {
            self.wrong("a text", faults);
            return None;
        }
        Some(text)
    }

    /// An id.
    pub fn id(&self, faults: &mut Faults) -> Option<&str> {
        let name = self.scalar("an id", faults)?.text.as_str();
        check_name(name, self.place, faults).then_some(name)
    }

    /// `true` or `false`.
    pub fn flag(&self, faults: &mut Faults) -> Option<bool> {
        match self.scalar("`true` or `false`", faults)?.text.as_str() {
            "true" => Some(true),
            "false" => Some(false),
            _ => {
                self.wrong("`true` or `false`", faults);
                None
            }
        }
    }

    /// A key that is written to say that it is so: `end: true`.
    pub fn truth(&self, faults: &mut Faults) -> Option<()> {
        if self.flag(faults)? {
            return Some(());
        }
        let fault = self.wrong_shape("`true`").help("leave the key out when it is not so");
        faults.add(self.place, fault);
        None
    }

    /// Reports something else than what belongs here.
    pub fn wrong(&self, expected: &str, faults: &mut Faults) {
        faults.add(self.place, self.wrong_shape(expected));
    }

    /// Something else stands here than what belongs here.
    pub fn wrong_shape(&self, expected: &str) -> Diagnostic {
        let found = match &self.kind {
            Kind::Nothing => "nothing".to_owned(),
            Kind::Scalar(scalar) if scalar.text.is_empty() => "an empty text".to_owned(),
            Kind::Scalar(scalar) => format!("`{}`", shortened(&scalar.text)),
            Kind::List(_) => "a list".to_owned(),
            Kind::Map(_) => "a block of keys and values".to_owned(),
        };
        let mend = match expected {
            "a block of keys and values" => "write `key: value` lines, indented alike",
            "a list" => "write `[one, two]`, or one `- …` a line",
            "a text" => "write it in one line, in quotes if it holds a colon",
            "`true` or `false`" | "`true`" => "write `true` or `false`, without quotes",
            "a whole number" => "write digits only, as in `3`",
            _ => "write one word or sentence here, no list and no block",
        };
        Diagnostic::new(&codes::WRONG_SHAPE, format!("{expected} belongs here, not {found}"))
            .help(mend)
    }
}

/// The fault of a name that is not known.
pub(crate) fn unknown<'n>(
    code: &'static Code,
    sort: &str,
    name: &str,
    names: impl IntoIterator<Item = &'n str> + Clone,
) -> Diagnostic {
    let article = if sort.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    Diagnostic::new(code, format!("there is no {sort} `{name}`"))
        .label(format!("not {article} {sort}"))
        .help_if(did_you_mean(name, names))
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
