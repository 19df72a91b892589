//! Discord: the whole binary between a strict fake of the platform and a database.
//!
//! `fake.rs` is the platform: its API (`api.rs`, over `http.rs`), its gateway (`socket.rs`), what it
//! refuses (`rules.rs`), and all it knows and has seen (`world.rs`); `bot.rs` is the process. The
//! tests: talks as both sides saw them (`talks.rs`), one refusal for each limit (`limits.rs`),
//! trouble with requests (`trouble.rs`), sessions that end and messages that were missed
//! (`sessions.rs`), and what an operator meets (`operator.rs`).

mod api;
mod bot;
mod fake;
mod http;
mod limits;
mod operator;
mod rules;
mod sessions;
mod socket;
mod talks;
mod trouble;
mod world;
