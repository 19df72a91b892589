//! An utterance as the classifier reads it: which tokens, with slips undone, and in which blocks.
//!
//! It must not know of classes and weights. Start at [`kept`].

use super::normalize::{Kind, Text};
use super::spelling::Speller;
use super::stem::Stems;
use super::vectors::{Table, Vectors};
use super::vocabulary::Vocabulary;

/// What texts of a locale are read with.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub stems: &'a Stems,
    pub vocabulary: &'a Vocabulary,
    pub vectors: &'a Vectors,
    /// The text is of another language than the phrases: only the encoder can read it.
    pub foreign: bool,
}

impl<'a> Reader<'a> {
    /// The table, where it knows the language.
    pub(crate) fn table(&self) -> Option<&'a Table> {
        let here = self.vocabulary.language == "en" && !self.foreign;
        self.vectors.table.as_ref().filter(|_| here)
    }
}

impl Reader<'_> {
    /// From how many letters on slips are undone. Without a list of common words, and most of all
    /// where words bend, an unknown word is more often a form than a slip.
    fn short(&self) -> usize {
        match (self.table(), self.vocabulary.language.as_str()) {
            (Some(_), _) => 4,
            (None, "en") => 5,
            (None, _) => 8,
        }
    }
}

/// How much of a message is read, in characters.
const READ: usize = 1_000;

/// An utterance in all its blocks.
pub(crate) struct Query {
    pub(super) cells: Vec<(u32, f32)>,
    /// Share of the words that are known.
    pub(super) known: f32,
    pub(super) table: Vec<f32>,
    pub(super) encoder: Vec<f32>,
}

/// How much may be spent on an utterance.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// Words and table only.
    First,
    /// The encoder, too, where these are not sure.
    Second,
}

impl Query {
    /// Nothing but the encoder's vector.
    pub(super) fn foreign(encoder: Vec<f32>) -> Self {
        Self { cells: Vec::new(), known: 0.0, table: Vec::new(), encoder }
    }

    pub(super) fn is_foreign(&self) -> bool {
        self.cells.is_empty() && self.table.is_empty()
    }
}

/// The tokens of a text that are read, slips undone.
pub(super) struct Kept<'t> {
    /// Folded words.
    pub words: Vec<&'t str>,
    /// Everything as it was written.
    pub text: String,
}

/// Reads the tokens that `keep` lets through; with a speller, slips are undone.
pub(super) fn kept<'t>(
    text: &'t Text<'_>,
    speller: Option<&'t Speller>,
    reader: Reader<'t>,
    keep: impl Fn(usize) -> bool,
) -> Kept<'t> {
    let end = text.original.char_indices().nth(READ).map_or(text.original.len(), |(at, _)| at);
    let mut kept = Kept { words: Vec::with_capacity(24), text: String::with_capacity(64) };
    let read: Vec<usize> =
        (0..text.len()).take_while(|&i| text.tokens[i].end <= end).filter(|&i| keep(i)).collect();
    let (common, short) = (reader.table(), reader.short());
    let mut meant: Vec<Option<&str>> = vec![None; read.len()];
    if let Some(speller) = speller {
        let (mut slips, mut strange) = (0, 0);
        for (meant, &i) in meant.iter_mut().zip(&read) {
            let token = &text.tokens[i];
            // A capital within a sentence begins a name.
            if token.kind != Kind::Word || token.capital && i > 0 {
                continue;
            }
            let word = text.word(i);
            *meant = speller.mend(word, common, short);
            slips += usize::from(meant.is_some());
            strange += usize::from(meant.is_none() && !speller.knows(word, common));
        }
        // Among words that nobody knows, one that comes near something is no slip.
        if common.is_some() && strange > 1 && strange >= slips {
            meant.fill(None);
        }
    }
    for (meant, &i) in meant.into_iter().zip(&read) {
        let token = &text.tokens[i];
        if !token.glued && !kept.text.is_empty() {
            kept.text.push(' ');
        }
        if token.kind == Kind::Word {
            kept.words.push(meant.unwrap_or(text.word(i)));
        }
        // Without a list of common words this is too bold for the encoder.
        match meant.filter(|_| common.is_some()) {
            Some(meant) => kept.text.push_str(meant),
            None => kept.text.push_str(text.original_of(i, i + 1)),
        }
    }
    kept
}
