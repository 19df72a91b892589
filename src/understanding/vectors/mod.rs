//! Vectors of texts: what they mean, as numbers.
//!
//! Two models, both optional: an English [`table`] that costs microseconds, and a multilingual
//! [`encoder`] that costs about a millisecond. Their files are handed in as bytes that stay where
//! they are (the program's own pages), so that only what is read of them takes memory. It must
//! not know of classes, locales or files. Start at [`Vectors`].

mod encoder;
mod pieces;
pub(crate) mod product;
mod rows;
mod table;
mod tensors;
#[cfg(test)]
mod tests;

pub(crate) use self::encoder::{ENCODER, Encoder};
pub(crate) use self::table::{TABLE, Table};
pub use self::tensors::ModelFault;

/// The models at hand.
#[derive(Default)]
pub struct Vectors {
    pub(crate) table: Option<Table>,
    pub(crate) encoder: Option<Encoder>,
}

impl Vectors {
    /// Takes the English table: its numbers, and its pieces one a line.
    ///
    /// # Errors
    /// The bytes are no such table.
    pub fn with_table(
        mut self,
        table: &'static [u8],
        pieces: &'static str,
    ) -> Result<Self, ModelFault> {
        self.table = Some(Table::read(table, pieces)?);
        Ok(self)
    }

    /// Takes the multilingual encoder.
    ///
    /// # Errors
    /// The bytes are no such encoder.
    pub fn with_encoder(mut self, encoder: &'static [u8]) -> Result<Self, ModelFault> {
        self.encoder = Some(Encoder::read(encoder)?);
        Ok(self)
    }

    /// The encoder's vectors of some texts, one after the other; `None` without an encoder.
    #[must_use]
    pub fn encode(&self, texts: &[&str]) -> Option<Vec<f32>> {
        Some(self.encoder.as_ref()?.vectors(texts))
    }
}
