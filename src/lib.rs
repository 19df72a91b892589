//! Docent.
pub mod app;
pub mod decide;
pub mod dialog;
pub mod domain;
pub mod handoff;
pub mod qualification;
pub mod script;
pub mod store;
pub mod workers;
