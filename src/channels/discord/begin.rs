//! What is asked and told once, when a process begins: intents and commands.

use std::time::Duration;

use reqwest::Method;
use tracing::{debug, warn};

use super::rest::{Body, Trouble};
use super::{Discord, Parts, commands, gateway};
use crate::app::channel::back_off;

/// What we ask to hear. Reps' words in their channel need an intent that somebody has to turn on;
/// what is missing is said once, with the mend, and everything else runs.
pub(super) async fn intents(discord: &Discord) -> u64 {
    if discord.setup.rep_chats().next().is_none() {
        return gateway::INTENTS;
    }
    let flags = loop {
        match discord.rest.get("/applications/@me").await {
            Ok(application) => break application["flags"].as_u64().unwrap_or_default(),
            Err(Trouble::Refused { status, .. }) if status != 401 => break 0,
            Err(trouble) => {
                discord.wellness.down(&trouble.explained());
                tokio::time::sleep(Duration::from_secs(2)).await;
            }
        }
    };
    match may_read(flags) {
        true => gateway::INTENTS | gateway::MESSAGE_CONTENT,
        false => {
            warn!(
                channel = "discord",
                "Message Content Intent is off: cards reach the reps' channel, but what reps write \
                 there cannot be read; turn it on in the developer portal, page Bot, section \
                 Privileged Gateway Intents, and start again"
            );
            gateway::INTENTS
        }
    }
}

/// Whether the application's flags allow to read what is not meant for us.
pub(super) fn may_read(flags: u64) -> bool {
    flags & ((1 << 18) | (1 << 19)) != 0
}

/// Registers the commands, in all languages at once.
pub(super) async fn register(parts: Parts, application: u64) {
    let front = &parts.front;
    let locales = front.locales();
    let words =
        |locale: &_, key: &str, attribute: Option<&str>| front.words(locale, key, attribute);
    let body = commands::registration(&locales, &words);
    let path = format!("/applications/{application}/commands");
    for attempt in 1..=10_i16 {
        parts.rest.pace().turn(None).await;
        match parts.rest.call(Method::PUT, &path, Body::Json(body.clone()), Some("commands")).await
        {
            Ok(_) => return debug!("the commands are registered"),
            Err(trouble @ Trouble::Refused { .. }) => {
                return warn!(%trouble, "Discord refused the slash commands; `docent check` reads their texts (command-*)");
            }
            Err(Trouble::Limited(wait)) => tokio::time::sleep(wait).await,
            Err(_) => tokio::time::sleep(back_off(attempt)).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flags_tell_what_may_be_read() {
        assert!(may_read(1 << 18) && may_read(1 << 19 | 1));
        assert!(!may_read(1 << 14));
    }
}
