//! Conditions: a small language without effects, read into a tree of terms.
//!
//! ```text
//! any   = all { "or" all }
//! all   = one { "and" one }
//! one   = "not" one | "(" any ")" | "known" "(" slot ")" | term [ ( "==" | … | "has" ) term ]
//! term  = name | "slot." name | number | "true" | "false"
//! ```
//!
//! [`token`] cuts the text into words and signs, [`grammar`] makes the tree. [`meaning`] finds out
//! what the names in it stand for, and [`typing`] whether they can be compared; start there.

mod grammar;
mod meaning;
mod token;
mod types;
pub(crate) mod typing;

use std::ops::Range;

use rust_decimal::Decimal;

use super::model::Comparison;

/// A condition as written.
#[derive(Debug, PartialEq)]
pub(crate) enum Tree {
    All(Vec<Tree>),
    Any(Vec<Tree>),
    Not(Box<Tree>),
    Known(Term),
    Compare(Term, Comparison, Term),
    Has(Term, Term),
    Bare(Term),
}

/// One side of a comparison as written.
#[derive(Debug, PartialEq)]
pub(crate) struct Term {
    pub kind: TermKind,
    pub span: Range<usize>,
}

/// What a term is.
#[derive(Debug, PartialEq)]
pub(crate) enum TermKind {
    /// A bare word.
    Word(String),
    /// `slot.word`.
    Slot(String),
    Number(Decimal),
    Flag(bool),
}

/// Why a condition cannot be read.
#[derive(Debug, PartialEq)]
pub(crate) struct Fault {
    pub message: String,
    pub help: Option<String>,
    pub span: Range<usize>,
}

impl Fault {
    fn new(span: Range<usize>, message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None, span }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
