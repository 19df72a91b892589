//! R2: walking dialogs. Given what was understood, it changes the state and says text keys.
//!
//! It must not know: how words look (texts), how meaning is found (understanding), what evidence
//! is worth (qualification), storage, or time other than the `now` it is given.
//!
//! Start at [`Talk`], the working table of one turn; [`hear`] routes what was understood;
//! [`advance`] walks the open flow until it waits.

pub mod advance;
pub mod catalogue;
pub mod condition;
mod confirm;
mod facts;
pub mod hear;
mod hours;
mod loose;
mod press;
pub mod recommend;
pub mod repair;
mod reply;
mod resume;
mod search;
mod serve;
pub mod slot;
pub mod stack;
pub mod standard;
pub mod talk;
mod times;
mod wish;

pub use talk::{Given, Score, Talk};
pub use times::time_choice;
