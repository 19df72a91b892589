pub mod dialog;
pub mod domain;
pub mod script;
