//! Where settings come from: the file, the environment, the command line, later ones winning.
//!
//! This stage knows names and places, not types: it hands on one text for each key and where that
//! text stands, and a [`Mistake`] for each name that nobody knows.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::{self, FILE_VARIABLE, KEYS};

/// Where a value stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Nobody said anything.
    Default,
    /// A line of a settings file.
    File {
        /// The file as it was named.
        path: PathBuf,
        /// Its line, from 1.
        line: usize,
    },
    /// An environment variable.
    Variable(String),
    /// `--set` on the command line.
    Flag,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File { path, line } => write!(f, "{}:{line}", path.display()),
            Self::Variable(name) => write!(f, "environment variable {name}"),
            Self::Flag => f.write_str("--set"),
        }
    }
}

/// One thing that is wrong with the settings, and how to mend it. Never holds a secret's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The setting, as written in `docent.toml`.
    pub key: String,
    /// Where the value stands.
    pub source: Source,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub mend: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.source)?;
        // A variable that nobody knows is its own key.
        if self.source != Source::Variable(self.key.clone()) {
            write!(f, "{}: ", self.key)?;
        }
        write!(f, "{}\n    {}", self.problem, self.mend)
    }
}

/// A value before it is parsed.
#[derive(Clone)]
pub(super) struct Raw {
    pub(super) text: String,
    pub(super) source: Source,
}

/// Everything that was said, by key.
#[derive(Default)]
pub(super) struct Layers {
    pub(super) values: BTreeMap<&'static str, Raw>,
    pub(super) mistakes: Vec<Mistake>,
    /// Relative paths of the file start here.
    pub(super) file_folder: PathBuf,
    /// The file that was read, if there is one.
    pub(super) file: Option<PathBuf>,
    pub(super) home: Option<PathBuf>,
    pub(super) data_home: Option<PathBuf>,
    pub(super) search_path: Option<OsString>,
}

impl Layers {
    /// Collects the three layers; `read` answers `Ok(None)` for a file that is not there.
    pub(super) fn collect(
        variables: impl IntoIterator<Item = (OsString, OsString)>,
        flags: &[String],
        read: impl Fn(&Path) -> std::io::Result<Option<String>>,
    ) -> Self {
        let mut layers = Self::default();
        let mut named_file = None;
        let mut from_variables = Vec::new();
        for (name, value) in variables {
            let Some(name) = name.to_str() else { continue };
            match name {
                "HOME" => layers.home = non_empty(value),
                "PATH" => layers.search_path = Some(value),
                "XDG_DATA_HOME" => layers.data_home = non_empty(value),
                FILE_VARIABLE => named_file = non_empty(value),
                _ if name == "DATABASE_URL" || name.starts_with("DOCENT_") => {
                    from_variables.push((name.to_owned(), value));
                }
                _ => {}
            }
        }
        from_variables.sort();
        layers.take_file(named_file, read);
        for (name, value) in from_variables {
            layers.take_variable(name, value);
        }
        for flag in flags {
            layers.take_flag(flag);
        }
        layers
    }

    fn take_file(
        &mut self,
        named: Option<PathBuf>,
        read: impl Fn(&Path) -> std::io::Result<Option<String>>,
    ) {
        let must_exist = named.is_some();
        let path = named.unwrap_or_else(|| PathBuf::from("docent.toml"));
        let named_by = Source::Variable(FILE_VARIABLE.to_owned());
        match read(&path) {
            Ok(Some(text)) => {
                self.file_folder = path.parent().unwrap_or(Path::new("")).to_owned();
                self.file = Some(path.clone());
                self.take_toml(&path, &text);
            }
            Ok(None) if must_exist => self.mistake(
                "settings file",
                named_by,
                format!("{} does not exist", path.display()),
                format!("write the file, or unset {FILE_VARIABLE}"),
            ),
            Ok(None) => {}
            Err(error) => {
                let source = if must_exist {
                    named_by
                } else {
                    Source::File { path: path.clone(), line: 1 }
                };
                self.mistake(
                    "settings file",
                    source,
                    format!("cannot read {}: {error}", path.display()),
                    "make it a text file in UTF-8 that this account may read".to_owned(),
                );
            }
        }
    }

    fn take_toml(&mut self, path: &Path, text: &str) {
        let before = self.mistakes.len();
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let at = error.span().map_or(0, |span| span.start);
            self.mistake(
                "settings file",
                place(path, text, at),
                format!("this is not TOML: {}", error.message()),
                "write `key = \"value\"`, and `[database]` on a line of its own for a table"
                    .to_owned(),
            );
        }
        self.take_table(path, text, "", table.get_ref());
        // What recovery made of a broken line is nobody's word.
        let broken: Vec<Source> =
            self.mistakes[before..].iter().map(|mistake| mistake.source.clone()).collect();
        self.values.retain(|_, raw| !broken.contains(&raw.source));
    }

    fn take_table(&mut self, path: &Path, text: &str, prefix: &str, table: &DeTable<'_>) {
        for (name, value) in table {
            let full = if prefix.is_empty() {
                name.get_ref().to_string()
            } else {
                format!("{prefix}.{}", name.get_ref())
            };
            let source = place(path, text, name.span().start);
            self.take_entry(path, text, full, value, source);
        }
    }

    fn take_entry(
        &mut self,
        path: &Path,
        text: &str,
        full: String,
        value: &Spanned<DeValue<'_>>,
        source: Source,
    ) {
        let inner: Vec<&str> =
            KEYS.iter().filter_map(|key| key.key.strip_prefix(&full)?.strip_prefix('.')).collect();
        if let Some(key) = keys::find(&full) {
            match scalar(value.get_ref()) {
                Some(text) => self.put(key.key, text, source),
                None => self.mistake(
                    &full,
                    source,
                    format!("this is {}", article(value.get_ref().type_str())),
                    "write one value, in quotes if it is text".to_owned(),
                ),
            }
        } else if inner.is_empty() {
            self.unknown(full, source);
        } else if let DeValue::Table(table) = value.get_ref() {
            self.take_table(path, text, &full, table);
        } else {
            self.mistake(
                &full,
                source,
                "this is a table, not a value".to_owned(),
                format!("write `[{full}]` on a line of its own, and below it {}", inner.join(", ")),
            );
        }
    }

    fn take_variable(&mut self, name: String, value: OsString) {
        if value.is_empty() || is_foreign(&name) {
            return;
        }
        let source = Source::Variable(name.clone());
        let Some(key) = KEYS.iter().find(|key| key.variable == name) else {
            let candidates = KEYS.iter().map(|key| key.variable).chain([FILE_VARIABLE]);
            let mend = match nearest(&name, candidates) {
                Some(near) => format!("did you mean {near}?"),
                None => format!(
                    "unset it; known are {}",
                    KEYS.iter().map(|key| key.variable).collect::<Vec<_>>().join(", ")
                ),
            };
            return self.mistake(&name, source, "no setting has this name".to_owned(), mend);
        };
        match value.into_string() {
            Ok(text) => self.put(key.key, text, source),
            Err(_) => self.mistake(
                key.key,
                source,
                "the value is not UTF-8".to_owned(),
                "write it in UTF-8".to_owned(),
            ),
        }
    }

    fn take_flag(&mut self, flag: &str) {
        let Some((name, value)) = flag.split_once('=') else {
            return self.mistake(
                flag,
                Source::Flag,
                "there is no value".to_owned(),
                "write --set KEY=VALUE, as in --set listen=127.0.0.1:7200".to_owned(),
            );
        };
        match keys::find(name.trim()) {
            Some(key) => self.put(key.key, value.trim().to_owned(), Source::Flag),
            None => self.unknown(name.trim().to_owned(), Source::Flag),
        }
    }

    fn put(&mut self, key: &'static str, text: String, source: Source) {
        self.values.insert(key, Raw { text, source });
    }

    fn unknown(&mut self, name: String, source: Source) {
        let by_variable = KEYS.iter().find(|key| key.variable.eq_ignore_ascii_case(&name));
        let tables = KEYS.iter().filter_map(|key| key.key.split_once('.').map(|(table, _)| table));
        let candidates = KEYS.iter().map(|key| key.key).chain(tables);
        let near = by_variable.map(|key| key.key).or_else(|| nearest(&name, candidates));
        let mend = match near {
            Some(near) => format!("did you mean {near}?"),
            None => format!(
                "take it out; known are {}",
                KEYS.iter().map(|key| key.key).collect::<Vec<_>>().join(", ")
            ),
        };
        self.mistake(&name, source, "no setting has this name".to_owned(), mend);
    }

    pub(super) fn mistake(&mut self, key: &str, source: Source, problem: String, mend: String) {
        self.mistakes.push(Mistake { key: key.to_owned(), source, problem, mend });
    }
}

fn non_empty(value: OsString) -> Option<PathBuf> {
    (!value.is_empty()).then(|| PathBuf::from(value))
}

/// Variables that others set beside us: tests of this repository, and the links that a container
/// platform makes for a service that is called "docent".
fn is_foreign(name: &str) -> bool {
    name.starts_with("DOCENT_TEST_")
        || name.starts_with("DOCENT_SERVICE_")
        || name == "DOCENT_PORT"
        || name.starts_with("DOCENT_PORT_")
}

fn place(path: &Path, text: &str, offset: usize) -> Source {
    let before = &text.as_bytes()[..offset.min(text.len())];
    Source::File {
        path: path.to_owned(),
        line: 1 + before.iter().filter(|byte| **byte == b'\n').count(),
    }
}

fn scalar(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        DeValue::Boolean(value) => Some(value.to_string()),
        DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => None,
    }
}

fn article(kind: &str) -> String {
    let an = kind.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {kind}", if an { "an" } else { "a" })
}

/// The known name that was probably meant.
fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let last = |text: &str| text.rsplit('.').next().unwrap_or(text).to_lowercase();
    known
        .map(|candidate| {
            let whole = strsim::jaro_winkler(&name.to_lowercase(), &candidate.to_lowercase());
            let tail = strsim::jaro_winkler(&last(name), &last(candidate));
            (whole.max(tail), candidate)
        })
        .filter(|(likeness, _)| *likeness > 0.86)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}
