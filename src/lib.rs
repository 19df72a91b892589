pub mod domain;
pub mod understanding;
