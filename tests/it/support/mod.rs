//! The harness.

pub mod database;
pub mod turns;
