//! The sentence vectors that come with the program, as parts of its own file.
//!
//! They are pages of the executable: nothing to install, nothing to miss, and only what is read
//! of them takes memory. `models/README.md` says where they are from.

use crate::config::SentenceModels;
use crate::understanding::vectors::Vectors;

static TABLE: &[u8] = include_bytes!("../../models/static-en/table.safetensors");
static PIECES: &str = include_str!("../../models/static-en/vocab.txt");
static ENCODER: &[u8] = include_bytes!("../../models/use-multilingual-v3/encoder.safetensors");

/// The vectors of a choice.
pub(super) fn vectors(models: SentenceModels) -> Vectors {
    let none = Vectors::default();
    let table = |vectors: Vectors| {
        vectors.with_table(TABLE, PIECES).expect("the table that is built in is whole")
    };
    match models {
        SentenceModels::None => none,
        SentenceModels::StaticEn => table(none),
        SentenceModels::All => {
            table(none).with_encoder(ENCODER).expect("the encoder that is built in is whole")
        }
    }
}
