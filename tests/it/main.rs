//! The tests that look at the program from outside, in one binary; each module tells one part of
//! the story.
#![allow(clippy::unwrap_used, reason = "a test that fails should say where")]
#![allow(clippy::disallowed_methods, reason = "tests start processes and wait for them")]

mod calls;
mod catalog;
mod channels;
mod diagnostics;
mod evaluate;
mod faults;
mod gates;
mod handover;
mod http;
mod ladder;
mod layering;
mod migrations;
mod model;
mod postgres;
mod privacy;
mod store;
mod support;
mod transcripts;
mod turn;
