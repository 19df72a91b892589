//! The chat platforms of the running bot: which are on, and what each of them needs.
//!
//! Each platform has two places here: in [`open`] for the running bot, in [`findings`] for
//! `docent doctor`. Neither waits for the platform nor fails because of it.

use crate::app::channel::{Finding, Wellness};
use crate::config::Settings;
use crate::http::Hook;

use super::discord;
use super::house::Running;
use super::telegram;

/// What a channel brings along.
pub(super) struct Opened {
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

/// Opens every channel that is set up.
pub(super) fn open(running: &Running, settings: &Settings) -> Vec<Opened> {
    vec![
        match &settings.telegram {
            None => Opened::off("telegram", "DOCENT_TELEGRAM_TOKEN is not set"),
            Some(set_up) => telegram::open(running, settings, set_up),
        },
        match &settings.discord {
            None => Opened::off("discord", "DOCENT_DISCORD_TOKEN is not set"),
            Some(set_up) => discord::open(running, settings, set_up),
        },
    ]
}

/// Tries every channel that is set up.
pub(super) async fn findings(settings: &Settings) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(set_up) = &settings.telegram {
        found.extend(telegram::findings(settings, set_up).await);
    }
    if let Some(set_up) = &settings.discord {
        found.extend(discord::findings(settings, set_up).await);
    }
    if settings.telegram.is_none() && settings.discord.is_none() {
        found.push(Finding::bad(
            "channels",
            "no platform is set up, so only this terminal talks to the bot",
            "set DOCENT_TELEGRAM_TOKEN or DOCENT_DISCORD_TOKEN",
        ));
    }
    if settings.rep.is_none() {
        found.push(Finding::bad(
            "reps",
            "nobody is alerted when somebody wants a person",
            "set DOCENT_REP_CHANNEL and DOCENT_REP_CHAT",
        ));
    }
    found
}
