//! Discord: the whole binary between a strict fake of the platform and a database.
//!
//! `fake.rs` is the platform: its API (`api.rs`, over `http.rs`), its gateway (`socket.rs`), what it
//! refuses (`rules.rs`, and its own description where that is at hand, `described.rs`), and all it
//! knows and has seen (`world.rs`); `bot.rs` is the process. The tests: talks as both sides saw them
//! (`talks.rs`), one refusal for each limit (`limits.rs`), trouble with requests (`trouble.rs`),
//! sessions that end and messages that were missed (`sessions.rs`), what an operator meets
//! (`operator.rs`), and, when they are asked for, many faults under load (`campaign.rs`) and how long
//! a reply takes (`latency.rs`).

mod api;
pub(super) mod bot;
mod campaign;
mod cards;
mod described;
pub(super) mod fake;
mod http;
mod latency;
mod limits;
mod operator;
mod rules;
mod sessions;
mod socket;
mod talks;
mod trouble;
pub(super) mod world;
