pub mod domain;
pub mod postgres;
pub mod store;
