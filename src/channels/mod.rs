//! R6: chat platforms: their events made plain, our replies made theirs.

pub mod discord;
pub mod files;
mod order;
pub mod telegram;
pub mod terminal;
