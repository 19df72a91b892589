pub mod domain;
pub mod script;
