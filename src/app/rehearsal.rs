//! Talks written down as tests: `dialogs/tests/**.chat`.
//!
//! A talk runs through the same [`decide`](crate::decide::decide) as a live turn, without a
//! database, with the clock of its header. [`line`] reads a line, [`stage`] plays it, and
//! [`claims`] hold what came against what is written. `docs/format.md` describes the files.

mod claims;
mod line;
mod stage;

use super::edition::Edition;
use line::parse;
use stage::Stage;

/// What became of one talk.
#[derive(Clone, Debug)]
pub struct Report {
    /// The first comment of the file.
    pub title: String,
    /// Turns taken.
    pub turns: usize,
    /// What was not as written, in order.
    pub failures: Vec<Failure>,
}

/// One difference.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The line of the file, from 1.
    pub line: usize,
    /// What was expected and what came.
    pub message: String,
}

/// Runs a talk.
#[must_use]
pub fn rehearse(edition: &Edition, source: &str) -> Report {
    let mut stage = Stage::new(edition);
    let mut report = Report { title: title_of(source), turns: 0, failures: Vec::new() };
    let mut header = true;
    for (index, raw) in source.lines().enumerate() {
        let text = raw.trim();
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let line = index + 1;
        let done = match header.then(|| stage.header(text)).flatten() {
            Some(read) => read,
            None => {
                if header {
                    header = false;
                    stage.open();
                }
                parse(text).and_then(|step| stage.take(&step))
            }
        };
        if let Err(message) = done {
            report.failures.push(Failure { line, message });
        }
    }
    report.turns = stage.turns;
    report
}

fn title_of(source: &str) -> String {
    let first = source.lines().map(str::trim).find(|line| line.starts_with('#'));
    first.unwrap_or("").trim_start_matches('#').trim().to_owned()
}
