//! R1: YAML to a checked script.
pub mod model;
