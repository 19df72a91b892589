//! tmp
use crate::domain::{
    lexicon::Lexicon,
    understood::{Context, Understood},
};
pub struct Understanding;
impl Understanding {
    pub fn train(_: &Lexicon) -> Self {
        Self
    }
    pub fn to_bytes(&self) -> Vec<u8> {
        vec![]
    }
    pub fn from_bytes(_: &Lexicon, _: &[u8]) -> Option<Self> {
        Some(Self)
    }
    pub fn content_hash(_: &Lexicon) -> String {
        String::new()
    }
    pub fn understand(&self, _: &str, c: &Context) -> Understood {
        Understood { locale: c.locale.clone(), ..Default::default() }
    }
}
