//! The tests that look at the program from outside, in one binary; each module tells one part of
//! the story.
#![allow(clippy::unwrap_used, reason = "a test that fails should say where")]
#![allow(clippy::disallowed_methods, reason = "tests find programs and measure time themselves")]

mod catalog;
mod http;
mod layering;
mod migrations;
mod privacy;
mod store;
mod support;
mod transcripts;
mod turn;
