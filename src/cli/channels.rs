//! The chat platforms of the running bot: which are on, and what each of them needs.
//!
//! Each platform has three places here: in [`open`] for the running bot, in [`findings`] for
//! `docent doctor`, in [`desk`] for cards to the reps. None waits for the platform or fails because of
//! it.

mod discord;
pub(super) mod opened;
pub(super) mod telegram;

use std::time::Duration;

use crate::app::card::Desk;
use crate::app::channel::Finding;
use crate::app::turns::Around;
use crate::channels::files::Shelves;
use crate::config::Settings;
use crate::domain::ids::Channel;

use super::running::Running;
use opened::Opened;

/// Opens every channel that is set up.
pub(super) fn open(running: &Running, settings: &Settings) -> Vec<Opened> {
    let shelves = Shelves::default();
    vec![
        match &settings.telegram {
            None => Opened::off("telegram", "DOCENT_TELEGRAM_TOKEN is not set"),
            Some(set_up) => telegram::open(running, settings, set_up, &shelves),
        },
        match &settings.discord {
            None => Opened::off("discord", "DOCENT_DISCORD_TOKEN is not set"),
            Some(set_up) => discord::open(running, settings, set_up, &shelves),
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

/// What turns know of the world around them.
pub(super) fn around(settings: &Settings) -> Around {
    let min_account_age = settings.discord.as_ref().map_or(Duration::ZERO, |d| d.min_account_age);
    Around { desk: desk(settings), flood: settings.flood, min_account_age }
}

/// Where reps are alerted, if anywhere.
fn desk(settings: &Settings) -> Option<Desk> {
    let rep = settings.rep.as_ref()?;
    let telegram = settings.telegram.as_ref().map(|telegram| telegram.bot_id().into());
    let at = |channel, chat: Option<String>| {
        let account = match channel {
            Channel::Telegram => telegram.clone()?,
            Channel::Discord => discord::account(settings)?,
            Channel::Terminal => return None,
        };
        let (private, topics) = (telegram.clone(), rep.topics);
        Some(Desk { chat, private, topics, ..Desk::new(channel, account) })
    };
    let of = |(team, (channel, chat)): (&String, &(Channel, String))| {
        Some((team.clone(), at(*channel, Some(chat.clone()))?))
    };
    let teams = rep.teams.iter().filter_map(of).collect();
    Some(Desk { teams, ..at(rep.channel, None)? })
}

/// The chats of single teams on a platform.
fn team_chats(settings: &Settings, at: Channel) -> Vec<String> {
    let teams = settings.rep.iter().flat_map(|rep| rep.teams.values());
    teams.filter(|(channel, _)| *channel == at).map(|(_, chat)| chat.clone()).collect()
}
