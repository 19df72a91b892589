//! R2: when a person comes in, who speaks, and what reps may do.
//!
//! Start reading at [`ownership`], the rules of one speaker.

pub mod appointment;
pub mod calendar;
pub mod command;
pub mod ladder;
pub mod ownership;
pub mod policy;
pub mod worktime;
