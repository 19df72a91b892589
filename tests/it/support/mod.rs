//! The harness: a database for each test, a bot that talks, and what platforms say of themselves.

pub mod bot;
pub mod database;
pub mod described;
pub mod turns;

pub use database::with_database;
