//! From trees of YAML to the plain types of [`super::model`], with every name resolved.
//!
//! Each file first *declares* its names, then, when all names of all files are known, is *lowered*.

pub(crate) mod bot;
pub(crate) mod catalogue;
pub(crate) mod choice;
pub(crate) mod flow;
mod form;
pub(crate) mod kind;
mod recommend;
pub(crate) mod scoring;
pub(crate) mod slots;
mod step;
pub(crate) mod tables;
mod target;
