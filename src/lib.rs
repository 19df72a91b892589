pub mod diagnostic;
pub mod domain;
pub mod script;
pub mod texts;
