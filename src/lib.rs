//! Docent: a self-hosted sales assistant.
//!
//! This page is the architecture document: a map, the rules that hold, and one message followed
//! from end to end.
//!
//! # The map
//!
//! The house is built in rings. A ring sees only lower rings; neighbours in one ring never import
//! each other. `tests/it/layering.rs` holds the rules, since one package gets no help from Cargo.
//!
//! | Ring | Modules | What is there |
//! | --- | --- | --- |
//! | R0 | [`domain`], [`diagnostic`] | Words of the trade as plain types; what is wrong with a file |
//! | R1 | [`script`], [`texts`] | YAML to a checked script; Fluent to spans of text |
//! | R2 | [`understanding`], [`dialog`], [`qualification`], [`handoff`] | What was meant; what is said; what it is worth; when a person comes in |
//! | R3 | [`mod@decide`] | The one pure composition of a turn |
//! | R4 | [`store`] | All SQL |
//! | R5 | [`app`] | Use cases, and the ports that outer rings fill in |
//! | R6 | [`workers`], [`channels`], [`http`] | Loops, chat platforms, the port for health and webhooks |
//! | R7 | [`config`], [`postgres`], [`logs`], [`cli`] | Settings, the private Postgres, the log, wiring |
//!
//! # What holds
//!
//! * [`decide::decide`] is a pure function. R0 to R3 read no clock and no environment, draw no
//!   number and talk to nobody; whatever a decision rests on is handed in and stored with the turn.
//!   The live turn, `docent test`, replay and the bench call the same function.
//! * The engine speaks in text keys. It never formats, and knows neither Fluent nor YAML.
//! * An update is acknowledged to its platform after its turn is committed, never before. In the
//!   commit the gate (the version) comes before the mark (the update's id).
//! * What the bot says is a row of the outbox before any network call. Order holds within a lane.
//! * A bad file never takes the running bot down: the last good edition goes on.
//! * No log line, metric or error holds what people said.
//! * Deliberately absent: a language model in a turn, a cache of conversations, a global serial,
//!   triggers, `NOTIFY` on the path of a turn.
//!
//! # A message, end to end
//!
//! 1. A channel ([`channels`]) makes an [`domain::event::Incoming`] of the platform's update and
//!    hands it to [`app::turns::Turns`], which queues it behind earlier ones of its conversation.
//! 2. A worker there takes the heads of many queues and reads their conversations in one query,
//!    without a lock ([`store::conversations`]).
//! 3. [`decide::decide`] understands the words in the light of the open question
//!    ([`understanding`]), walks the dialog ([`dialog::Talk::hear`]), scores what happened
//!    ([`qualification::score`]), and moves heat and stage.
//! 4. [`app::compose`] renders the reply ([`texts`]) and lays everything out as rows.
//! 5. [`store::commit`] writes all turns of the batch in one round trip. What was stale is read and
//!    decided again; what was a duplicate has had its effect. Only now the channel acknowledges.
//! 6. The channel account's [`workers::sender`], woken by the commit, claims the heads of lanes
//!    ([`store::outbox::claim`]), delivers outside any transaction, and records what became of it
//!    ([`store::outbox::mark`]).
#![warn(missing_docs)]
#![allow(
    rustdoc::private_intra_doc_links,
    reason = "engineers read these pages beside the source, private parts included"
)]

pub mod app;
pub mod channels;
pub mod cli;
pub mod config;
pub mod decide;
pub mod diagnostic;
pub mod dialog;
pub mod domain;
pub mod handoff;
pub mod http;
pub mod logs;
pub mod postgres;
pub mod qualification;
pub mod script;
pub mod store;
pub mod texts;
pub mod understanding;
pub mod workers;
