//! R0: what is wrong with a file, where, why, and how to mend it.
//!
//! A [`Diagnostic`] names a stable [`Code`], a place in a file, the reason and the mend; a report
//! of them is rendered with frames of the source. This module knows neither YAML nor Fluent: it
//! is handed paths, byte ranges and the texts of the files. The codes live in [`codes`].

pub mod codes;

use std::fmt;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

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

/// The code of an id (`D101`, `d101`) or of a name (`unknown-flow`), for `--explain`.
#[must_use]
pub fn explain(id_or_name: &str) -> Option<&'static Code> {
    codes::all().find(|code| code.id.eq_ignore_ascii_case(id_or_name) || code.name == id_or_name)
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

    /// The fault with its frame: file, line, column, source, code, reason and mend. `source`
    /// gives the text of a file; faults in unknown files are told without a frame.
    #[must_use]
    pub fn render<'s>(&self, source: impl Fn(&str) -> Option<&'s str>, look: Look) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = level.primary_title(self.message.as_str()).id(self.code.id);
        let mut group = Group::with_title(title);
        // Places in the same file share one frame.
        let mut places: Vec<(&Location, Option<&str>, AnnotationKind)> = Vec::new();
        if let Some(at) = &self.location {
            places.push((at, self.label.as_deref(), AnnotationKind::Primary));
        }
        for related in &self.related {
            places.push((&related.location, Some(&related.message), AnnotationKind::Context));
        }
        let mut files: Vec<&str> = Vec::new();
        for (at, ..) in &places {
            if !files.contains(&at.file.as_str()) {
                files.push(&at.file);
            }
        }
        for file in files {
            let Some(text) = source(file).filter(|text| !text.is_empty()) else {
                group = group.element(Origin::path(file).line(1).char_column(1));
                continue;
            };
            let mut snippet = Snippet::source(text).path(file);
            for (at, label, kind) in places.iter().filter(|(at, ..)| at.file == file) {
                let span = within(text, at.start..at.end);
                snippet = snippet.annotation(kind.span(span).label(*label));
            }
            group = group.element(snippet);
        }
        let reason = self.reason.as_deref().unwrap_or(self.code.why);
        group = group.element(Level::NOTE.message(reason));
        let example;
        let help = if let Some(help) = &self.help {
            help.as_str()
        } else {
            let lines = self.code.good.replace('\n', "\n      ");
            example = format!("for example: {lines}");
            &example
        };
        group = group.element(Level::HELP.message(help));
        let renderer = match look {
            Look::Plain => Renderer::plain(),
            Look::Colored => Renderer::styled(),
        };
        let groups: &[Group<'_>] = &[group];
        renderer.render(groups)
    }
}

/// A range cut to what the text holds, on character borders, and to its first line, so that a
/// fault of a whole block is one line in the frame.
fn within(text: &str, span: Range<usize>) -> Range<usize> {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(span.start);
    let end = floor(span.end.max(start));
    let line = text[start..end].find('\n').map_or(end, |line_end| start + line_end);
    start..line.max(start)
}

/// How a report looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Without colour, for files, pipes and tests.
    Plain,
    /// With colour, for terminals.
    Colored,
}

/// All faults as one text, in the order of files and places, with a last line that counts them.
/// Empty when there are none.
#[must_use]
pub fn report<'s>(
    diagnostics: &[Diagnostic],
    source: impl Fn(&str) -> Option<&'s str>,
    look: Look,
) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by_key(|d| (&d.location, d.severity, d.code.id));
    let mut out = String::new();
    for diagnostic in sorted {
        out.push_str(&diagnostic.render(&source, look));
        out.push_str("\n\n");
    }
    out.push_str(&tally(diagnostics));
    out
}

/// "2 errors, 1 warning".
#[must_use]
pub fn tally(diagnostics: &[Diagnostic]) -> String {
    let errors = diagnostics.iter().filter(|d| d.is_error()).count();
    let count = |n: usize, word: &str| match n {
        1 => format!("1 {word}"),
        n => format!("{n} {word}s"),
    };
    format!("{}, {}", count(errors, "error"), count(diagnostics.len() - errors, "warning"))
}

/// The name that is most likely meant by a mistyped or shortened one, if one is near.
#[must_use]
pub fn nearest<'n>(
    wrong: &str,
    names: impl IntoIterator<Item = &'n str> + Clone,
) -> Option<&'n str> {
    let allowed = (wrong.chars().count() / 3).max(1);
    let mistyped = names
        .clone()
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(wrong, name), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name);
    let begins =
        |name: &str| wrong.len() >= 3 && (name.starts_with(wrong) || wrong.starts_with(name));
    mistyped.or_else(|| names.into_iter().find(|name| begins(name)))
}

/// "did you mean `x`?", if something is near, else the names there are when they are few.
#[must_use]
pub fn did_you_mean<'n>(
    wrong: &str,
    names: impl IntoIterator<Item = &'n str> + Clone,
) -> Option<String> {
    if let Some(name) = nearest(wrong, names.clone()) {
        return Some(format!("did you mean `{name}`?"));
    }
    let all: Vec<String> = names.into_iter().take(13).map(|name| format!("`{name}`")).collect();
    match all.len() {
        0 | 13.. => None,
        1 => Some(format!("there is only {}", all[0])),
        _ => Some(format!("there are {}", all.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_in_order_within_their_area() {
        for area in codes::AREAS {
            assert!(area.is_sorted_by_key(|code| code.id));
        }
        let mut ids: Vec<_> = codes::all().map(|code| code.id).collect();
        let mut names: Vec<_> = codes::all().map(|code| code.name).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        names.sort_unstable();
        names.dedup();
        assert_eq!((ids.len(), names.len()), (count, count));
    }

    #[test]
    fn frames_point_at_the_place_and_name_line_and_column() {
        let text = "flow: a\nsteps:\n  - { id: x, go: é_y }\n";
        let start = text.find("é").unwrap_or(0);
        let frame = Diagnostic::new(&codes::UNKNOWN_FLOW, "nothing is named `é_y`")
            .at(Location::new("dialogs/a.yaml", start..start + 4))
            .label("here")
            .reason("a reason")
            .help("a mend")
            .render(|_| Some(text), Look::Plain);
        assert!(frame.contains("dialogs/a.yaml:3:18"), "{frame}");
        assert!(frame.contains("error[D101]"), "{frame}");
        assert!(frame.contains("^^^ here"), "{frame}");
        assert!(frame.contains("a reason") && frame.contains("a mend"), "{frame}");
    }

    #[test]
    fn spans_outside_of_the_text_do_no_harm() {
        let one = |text, span| {
            Diagnostic::new(&codes::UNKNOWN_FLOW, "x")
                .at(Location::new("f", span))
                .render(|_| Some(text), Look::Plain)
        };
        assert!(one("é", 1..1).contains("f:1:1"));
        assert!(one("ab\n", 9..14).contains("f:"));
        assert!(one("", 0..0).contains('f'));
    }

    #[test]
    fn near_names_are_offered() {
        assert_eq!(nearest("get_qoute", ["get_quote", "human"]), Some("get_quote"));
        assert_eq!(nearest("zebra", ["get_quote", "human"]), None);
    }
}
