//! One test binary; each module tells one part of the story.
#![allow(clippy::unwrap_used, reason = "a test that fails should say where")]

mod catalog;
mod http;
mod layering;
mod migrations;
mod store;
mod support;
