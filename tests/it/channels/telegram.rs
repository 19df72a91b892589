//! Telegram: the whole binary between a strict fake of the platform and a database.
//!
//! `fake.rs` is the platform, `server.rs` its wire, `platform.rs` what it does, `rules.rs` what it refuses, `forum.rs` groups with topics, `described.rs` its own description where
//! that is at hand, `bot.rs` the process. The tests: a talk as both sides saw it (`talks.rs`), one
//! refusal for each limit (`limits.rs`), acknowledgements never ahead of a commit (`order.rs`),
//! trouble on the way (`trouble.rs`), and commands of the operator (`operator.rs`).

pub(super) mod bot;
mod campaign;
mod described;
pub(super) mod fake;
mod flood;
pub(super) mod forum;
mod http;
mod latency;
mod limits;
mod operator;
mod order;
mod platform;
mod rules;
mod server;
mod talks;
mod trouble;
