//! The chat platforms of the running bot: which are on, and what each of them needs.
//!
//! Each platform has two places here: in [`open`] for the running bot, in [`findings`] for
//! `docent doctor`. Neither waits for the platform nor fails because of it.

use std::sync::Arc;

use anyhow::Context as _;

use crate::app::channel::{ChatChannel as _, Finding, Wellness};
use crate::app::duty::Duty;
use crate::app::people::People;
use crate::app::pictures::Pictures;
use crate::channels::telegram::doctor::Way;
use crate::channels::telegram::hook::{self, Taken, Webhook};
use crate::channels::telegram::pace::Limits;
use crate::channels::telegram::poll::poll;
use crate::channels::telegram::receive::Receiver;
use crate::channels::telegram::{self, Telegram};
use crate::config::{self, Mode, Settings};
use crate::domain::ids::Channel;
use crate::http::{Answer, Hook};

use super::discord;
use super::house::Running;

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
    fn off(name: &'static str, told: &str) -> Self {
        Self { name, told: told.to_owned(), wellness: None, hook: None }
    }
}

/// Opens every channel that is set up.
pub(super) fn open(running: &Running, settings: &Settings) -> anyhow::Result<Vec<Opened>> {
    Ok(vec![
        match &settings.telegram {
            None => Opened::off("telegram", "DOCENT_TELEGRAM_TOKEN is not set"),
            Some(set_up) => open_telegram(running, settings, set_up)?,
        },
        match &settings.discord {
            None => Opened::off("discord", "DOCENT_DISCORD_TOKEN is not set"),
            Some(set_up) => discord::open(running, settings, set_up),
        },
    ])
}

/// Tries every channel that is set up.
pub(super) async fn findings(settings: &Settings) -> anyhow::Result<Vec<Finding>> {
    let mut found = Vec::new();
    if let Some(set_up) = &settings.telegram {
        let telegram = telegram_of(settings, set_up)?;
        let way = match &set_up.mode {
            Mode::Polling => Way::Polling,
            Mode::Webhook { public_url } => Way::Webhook(public_url),
        };
        found.extend(telegram::doctor::findings(&telegram, way).await);
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
    Ok(found)
}

/// The account of ours on Telegram.
pub(super) fn telegram_of(
    settings: &Settings,
    set_up: &config::Telegram,
) -> anyhow::Result<Arc<Telegram>> {
    let rep = settings.rep.as_ref().filter(|rep| rep.channel == Channel::Telegram);
    Telegram::new(telegram::Options {
        token: set_up.token.clone(),
        api_url: set_up.api_url.clone(),
        limits: Limits {
            chat_per_second: set_up.chat_per_second,
            group_per_minute: set_up.group_per_minute,
            total_per_second: set_up.total_per_second,
        },
        rep_chat: rep.map(|rep| rep.chat.clone()),
        pictures: Pictures::of(&settings.scripts),
    })
    .context("opening Telegram")
}

fn open_telegram(
    running: &Running,
    settings: &Settings,
    set_up: &config::Telegram,
) -> anyhow::Result<Opened> {
    let telegram = telegram_of(settings, set_up)?;
    running.deliver(telegram.clone());
    let people = People::new(&running.db, running.stop.clone());
    let receiver =
        Receiver::new(telegram.clone(), running.turns.clone(), people, running.editions.clone());
    let mut opened = Opened {
        name: "telegram",
        told: format!("bot {} by polling", telegram.account()),
        wellness: Some(telegram.wellness()),
        hook: None,
    };
    match &set_up.mode {
        Mode::Polling => {
            let name = format!("poll/telegram/{}", telegram.account());
            let duty = Duty::new(&running.db, name, running.stop.clone());
            running.spawn(async move { duty.run(|held| poll(receiver.clone(), held)).await });
        }
        Mode::Webhook { public_url } => {
            let webhook = Webhook::new(receiver, public_url, set_up.secret.clone());
            running.spawn(webhook.clone().keep_registered(running.stop.clone()));
            let path = hook::path(&telegram);
            opened.told = format!("bot {} by webhook, {public_url}{path}", telegram.account());
            opened.hook = Some(Hook::new(path, hook::HEADER, hook::LIMIT, move |shown, body| {
                let webhook = webhook.clone();
                async move {
                    match webhook.take(shown.as_deref(), &body).await {
                        Taken::Stored => Answer::Taken,
                        Taken::Stranger => Answer::Refused,
                        Taken::Nonsense => Answer::Unreadable,
                        Taken::Again => Answer::Again,
                    }
                }
            }));
        }
    }
    Ok(opened)
}
