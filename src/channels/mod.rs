//! R6: chat platforms: their events made plain, our replies made theirs.

pub mod discord;
pub mod files;
pub mod telegram;
pub mod terminal;
