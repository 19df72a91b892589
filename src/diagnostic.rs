//! R0: what is wrong with a file, where, why, and how to mend it.
//!
//! A [`Diagnostic`] names a stable [`Code`], a place in a file, the reason and the mend; a report
//! of them is rendered with frames of the source. This module knows neither YAML nor Fluent: it
//! is handed paths, byte ranges and the texts of the files. The codes live in [`codes`]; [`frame`]
//! draws what people read; [`near`] finds the name that was meant.

pub mod codes;
pub mod frame;
pub mod near;

use std::fmt;
use std::ops::Range;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It could break a talk, or leaves a gap where none may be.
    Error,
    /// It should be mended; `--strict` treats it as an error.
    Warning,
}

/// A kind of fault, with a code that never changes its meaning.
#[derive(Debug)]
pub struct Code {
    /// For example `D101`.
    pub id: &'static str,
    /// A readable name, for example `unknown-flow`.
    pub name: &'static str,
    /// How bad faults of this kind are, unless a diagnostic says otherwise.
    pub severity: Severity,
    /// What it means, in one sentence.
    pub summary: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// The smallest example that has it.
    pub bad: &'static str,
    /// The same, mended.
    pub good: &'static str,
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Code {}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} {}\n", self.id, self.name)?;
        writeln!(f, "{}\n{}\n", self.summary, self.why)?;
        writeln!(f, "Not so:\n\n{}\n", indented(self.bad))?;
        write!(f, "But so:\n\n{}", indented(self.good))
    }
}

/// Every line four columns in.
fn indented(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("    {line}")).collect();
    lines.join("\n")
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The file's path relative to the script folder, with `/`.
    pub file: String,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

impl Location {
    /// A byte range of a file.
    #[must_use]
    pub fn new(file: impl Into<String>, span: Range<usize>) -> Self {
        Self { file: file.into(), start: span.start, end: span.end }
    }

    /// The beginning of a file, for faults of the file as a whole.
    #[must_use]
    pub fn file(file: impl Into<String>) -> Self {
        Self::new(file, 0..0)
    }

    /// Line and column, both from 1, the column in characters.
    #[must_use]
    pub fn line_column(&self, source: &str) -> (usize, usize) {
        let before = source.get(..self.start.min(source.len())).unwrap_or(source);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        (line, column)
    }
}

/// Another place that belongs to a fault, such as the first of two same names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub location: Location,
    /// What is there.
    pub message: String,
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its kind.
    pub code: &'static Code,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, with the names that are.
    pub message: String,
    /// Where; `None` when something is missing as a whole.
    pub location: Option<Location>,
    /// A word right under the place.
    pub label: Option<String>,
    /// Why that is a fault, in this case; else the code's own `why` is told.
    pub reason: Option<String>,
    /// How to mend it, in this case; else the code's good example is shown.
    pub help: Option<String>,
    /// Other places that belong to it.
    pub related: Vec<Related>,
}

impl Diagnostic {
    /// A fault of a kind, with the kind's severity.
    #[must_use]
    pub fn new(code: &'static Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity,
            message: message.into(),
            location: None,
            label: None,
            reason: None,
            help: None,
            related: Vec::new(),
        }
    }

    /// The place.
    #[must_use]
    pub fn at(mut self, location: Location) -> Self {
        self.location = Some(location);
        self
    }

    /// A word under the place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// The reason.
    #[must_use]
    pub fn reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// The mend.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The mend, when there is one to name.
    #[must_use]
    pub fn help_if(mut self, help: Option<String>) -> Self {
        self.help = help.or(self.help);
        self
    }

    /// Another place.
    #[must_use]
    pub fn related(mut self, location: Location, message: impl Into<String>) -> Self {
        self.related.push(Related { location, message: message.into() });
        self
    }

    /// The same as a warning.
    #[must_use]
    pub fn warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    /// The same as an error.
    #[must_use]
    pub fn error(mut self) -> Self {
        self.severity = Severity::Error;
        self
    }

    /// Whether it is an error.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
