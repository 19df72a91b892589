//! Docent.
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
pub mod workers;
