//! Places in files, and the list that faults are gathered in.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Location};

/// A stretch of a file; small, so that every node can carry one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Place {
    /// The number of the file in [`Faults`].
    file: u16,
    start: u32,
    end: u32,
}

impl Place {
    /// A byte range of a file.
    pub(crate) fn new(file: u16, span: Range<usize>) -> Self {
        let small = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { file, start: small(span.start), end: small(span.end) }
    }

    /// Another range of the same file.
    pub(crate) fn part(self, span: Range<usize>) -> Self {
        Self::new(self.file, span)
    }
}

/// Gathers faults; never stops at the first.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    files: Vec<String>,
    list: Vec<Diagnostic>,
}

impl Faults {
    /// The number of a file.
    pub(crate) fn file(&mut self, path: &str) -> u16 {
        self.files.push(path.to_owned());
        u16::try_from(self.files.len() - 1).unwrap_or(u16::MAX)
    }

    /// Notes a fault at a place.
    pub(crate) fn add(&mut self, place: Place, fault: Diagnostic) {
        let at = self.location(place);
        self.list.push(fault.at(at));
    }

    /// Notes a fault that has no place, or has it already.
    pub(crate) fn add_bare(&mut self, fault: Diagnostic) {
        self.list.push(fault);
    }

    /// The place as the report names it.
    pub(crate) fn location(&self, place: Place) -> Location {
        let file = self.files.get(usize::from(place.file)).cloned().unwrap_or_default();
        Location::new(file, place.start as usize..place.end as usize)
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.list.len()
    }

    /// Whether nothing but warnings came after so many faults.
    pub(crate) fn only_warnings_since(&self, count: usize) -> bool {
        self.list.iter().skip(count).all(|fault| !fault.is_error())
    }

    /// All of them.
    pub(crate) fn into_list(self) -> Vec<Diagnostic> {
        self.list
    }
}
