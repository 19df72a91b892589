//! From trees of YAML to the plain types of [`super::model`], with every name resolved.
//!
//! Each file first *declares* its names, then, when all names of all files are known, is *lowered*.

pub(crate) mod bot;
pub(crate) mod catalogue;
mod choice;
pub(crate) mod flow;
pub(crate) mod scoring;
pub(crate) mod slots;
pub(crate) mod step;
pub(crate) mod tables;
