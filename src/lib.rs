//! Docent.
pub mod config;
pub mod domain;
pub mod http;
pub mod logs;
pub mod script;
