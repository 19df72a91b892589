//! Discord for the running bot and for the doctor.

use crate::app::channel::{Finding, Wellness};
use crate::app::duty::Duty;
use crate::app::front::Front;
use crate::app::gateway::Gateway;
use crate::app::people::People;
use crate::app::pictures::Pictures;
use crate::channels::discord::{self, Discord, Outlets, Setup};
use crate::channels::files::Shelves;
use crate::config::{self, Settings};
use crate::domain::ids::{AccountId, Channel};

use super::opened::Opened;
use crate::cli::house;
use crate::cli::running::Running;

/// Our account, as the settings tell it.
pub(super) fn account(settings: &Settings) -> Option<AccountId> {
    discord::account(&setup(settings, settings.discord.as_ref()?))
}

/// Opens Discord, as it is set up; what cannot work is told, and the other channels run.
pub(super) fn open(
    running: &Running,
    settings: &Settings,
    set_up: &config::Discord,
    shelves: &Shelves,
) -> Opened {
    let discord = match Discord::new(setup(settings, set_up)) {
        Ok(discord) => discord,
        Err(reason) => {
            let wellness = Wellness::new(Channel::Discord);
            wellness.down(&reason);
            return Opened { name: "discord", told: reason, wellness: Some(wellness), hook: None };
        }
    };
    let outlets = Outlets {
        turns: running.turns.clone(),
        people: People::new(&running.db, running.stop.clone()),
        reps: running.reps.clone(),
        front: Front::new(running.editions.clone()),
        gateway: Gateway::new(&running.db, house::clock(), Channel::Discord),
    };
    let wellness = discord.wellness().clone();
    discord.shares(shelves);
    running.deliver(discord.clone());
    let (db, stop) = (running.db.clone(), running.stop.clone());
    let duty = move |name, stop| Duty::new(&db, name, stop);
    running.spawn(async move { discord.listen(outlets, duty, stop).await });
    let told = match &set_up.gateway_url {
        Some(url) => format!("the gateway {url}, the API {}", set_up.api_url),
        None => format!("the API {}", set_up.api_url),
    };
    Opened { name: "discord", told, wellness: Some(wellness), hook: None }
}

/// Tries Discord.
pub(super) async fn findings(settings: &Settings, set_up: &config::Discord) -> Vec<Finding> {
    discord::findings(setup(settings, set_up)).await
}

fn setup(settings: &Settings, set_up: &config::Discord) -> Setup {
    let chat = settings.rep.as_ref().filter(|rep| rep.channel == Channel::Discord);
    Setup {
        token: set_up.token.clone(),
        application_id: set_up.application_id,
        api_url: set_up.api_url.clone(),
        gateway_url: set_up.gateway_url.clone(),
        total_per_second: set_up.total_per_second,
        rep_chat: chat.map(|rep| rep.chat.clone()),
        team_chats: super::team_chats(settings, Channel::Discord),
        pictures: Pictures::of(&settings.scripts),
    }
}
