//! Faults as people read them: a frame of the source, the reason and the mend.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Location, Severity};

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

impl Diagnostic {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::codes;

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
}
