//! The harness: a database for each test, and a bot that talks.

pub mod bot;
pub mod database;
pub mod turns;

pub use database::with_database;
