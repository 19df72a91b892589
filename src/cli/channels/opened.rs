//! A channel of the running bot, opened.

use crate::app::channel::Wellness;
use crate::http::Hook;

/// What a channel brings along.
pub(in crate::cli) struct Opened {
    /// The platform's word.
    pub name: &'static str,
    /// How it is, in a few words, for the start.
    pub told: String,
    /// Whether it can be reached; none when it is off.
    pub wellness: Option<Wellness>,
    /// A route that the platform sends its updates to.
    pub hook: Option<Hook>,
}

impl Opened {
    /// A channel that is off, and how to turn it on.
    pub(super) fn off(name: &'static str, told: &str) -> Self {
        Self { name, told: told.to_owned(), wellness: None, hook: None }
    }
}
