//! A model file as named arrays, read in place.
//!
//! The safetensors layout: a length, a JSON header, then plain little-endian numbers. Nothing is
//! copied; an array's bytes are touched when they are read. It must not know what arrays mean.

use std::collections::HashMap;

use serde::Deserialize;

/// What is wrong with a model file.
#[derive(Debug, thiserror::Error)]
pub enum ModelFault {
    /// The header cannot be read.
    #[error("the model file has no readable header; it may be cut short or of another kind")]
    Header,
    /// An array is not there or not of the size that belongs to it.
    #[error(
        "the model file's `{0}` is missing or of the wrong size; take the file of this version"
    )]
    Array(&'static str),
}

/// The arrays of a file.
pub(super) struct Tensors {
    bytes: &'static [u8],
    places: HashMap<String, (usize, usize)>,
}

#[derive(Deserialize)]
struct Entry {
    data_offsets: (usize, usize),
}

impl Tensors {
    pub(super) fn read(bytes: &'static [u8]) -> Result<Self, ModelFault> {
        let (head, rest) = bytes.split_first_chunk::<8>().ok_or(ModelFault::Header)?;
        let length = usize::try_from(u64::from_le_bytes(*head)).map_err(|_| ModelFault::Header)?;
        let head = rest.get(..length).ok_or(ModelFault::Header)?;
        let data = &rest[length..];
        let entries: HashMap<String, serde_json::Value> =
            serde_json::from_slice(head).map_err(|_| ModelFault::Header)?;
        let mut places = HashMap::new();
        for (name, entry) in entries {
            if name == "__metadata__" {
                continue;
            }
            let Entry { data_offsets: (from, to) } =
                serde_json::from_value(entry).map_err(|_| ModelFault::Header)?;
            if from > to || to > data.len() {
                return Err(ModelFault::Header);
            }
            places.insert(name, (from, to));
        }
        Ok(Self { bytes: data, places })
    }

    /// The bytes of an array that must be there.
    pub(super) fn bytes(&self, name: &'static str) -> Result<&'static [u8], ModelFault> {
        let &(from, to) = self.places.get(name).ok_or(ModelFault::Array(name))?;
        Ok(&self.bytes[from..to])
    }

    /// An array of single-precision numbers.
    pub(super) fn floats(&self, name: &'static str, count: usize) -> Result<Vec<f32>, ModelFault> {
        let bytes = self.bytes(name)?;
        let (values, rest) = bytes.as_chunks::<4>();
        if values.len() != count || !rest.is_empty() {
            return Err(ModelFault::Array(name));
        }
        Ok(values.iter().map(|&v| f32::from_le_bytes(v)).collect())
    }

    /// An array of 32-bit numbers, read in place.
    pub(super) fn words(&self, name: &'static str) -> Result<Words, ModelFault> {
        let (values, rest) = self.bytes(name)?.as_chunks::<4>();
        if rest.is_empty() { Ok(Words(values)) } else { Err(ModelFault::Array(name)) }
    }
}

/// 32-bit numbers in place.
#[derive(Clone, Copy)]
pub(super) struct Words(&'static [[u8; 4]]);

impl Words {
    pub(super) fn len(self) -> usize {
        self.0.len()
    }

    /// The number at a place, 0 beyond the last.
    pub(super) fn at(self, index: usize) -> u32 {
        self.0.get(index).map_or(0, |&v| u32::from_le_bytes(v))
    }

    /// The single-precision number at a place.
    pub(super) fn float_at(self, index: usize) -> f32 {
        f32::from_bits(self.at(index))
    }
}
