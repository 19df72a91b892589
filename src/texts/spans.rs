//! Spans under construction, and values made harmless.

use std::borrow::Cow;

use crate::domain::reply::Span;

/// A value without characters that reach beyond it: controls, and those that turn the direction
/// of what follows.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    let reaches = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e000}'..='\u{f8ff}')
    };
    if text.contains(reaches) {
        let kept = text.chars().map(|c| if c == '\t' { ' ' } else { c });
        Cow::Owned(kept.filter(|c| !reaches(*c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Spans under construction; neighbours of one kind become one.
#[derive(Default)]
pub(super) struct Spans(pub(super) Vec<Span>);

impl Spans {
    pub(super) fn push(&mut self, text: &str, inserted: bool) {
        if text.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some(last) if last.inserted == inserted => last.text.push_str(text),
            _ => self.0.push(Span { text: text.to_owned(), inserted, styles: Vec::new() }),
        }
    }

    pub(super) fn append(&mut self, other: Self) {
        for span in other.0 {
            match self.0.last_mut() {
                Some(last) if last.inserted == span.inserted => last.text.push_str(&span.text),
                _ => self.0.push(span),
            }
        }
    }

    pub(super) fn text(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }

    pub(super) fn is_blank(&self) -> bool {
        self.0.iter().all(|span| span.text.trim().is_empty())
    }
}
