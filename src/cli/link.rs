//! `docent link`: the links that bring people into a talk, each with its campaign.

use std::process::ExitCode;

use anyhow::{Context as _, bail};

use crate::app::edition::House;
use crate::config::Settings;

use super::channels::telegram;
use super::{dialogs, house};

/// What Telegram carries along with a link.
const PAYLOAD: usize = 64;

pub(super) async fn run(settings: &Settings, campaign: Option<&str>) -> anyhow::Result<ExitCode> {
    let sources = dialogs::read(&settings.scripts)?;
    let today = house::clock().now().date_naive();
    let script = House::read(&sources, today)
        .script
        .context("the dialogs have faults; `docent check` shows them")?;
    if let Some(campaign) = campaign {
        let Some(found) = script.campaigns.get(campaign) else {
            let known: Vec<&str> = script.campaigns.keys().map(|id| id.as_str()).collect();
            let mend = match known.as_slice() {
                [] => "add it there".to_owned(),
                known => format!("there are {}", known.join(", ")),
            };
            bail!("there is no campaign {campaign:?} in dialogs/campaigns.yaml; {mend}");
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        if campaign.len() > PAYLOAD || !campaign.chars().all(plain) {
            bail!(
                "a link can carry 1 to {PAYLOAD} of A-Z a-z 0-9 _ - only; give the campaign {campaign:?} another id"
            );
        }
        if found.until.is_some_and(|until| until < today) {
            eprintln!("docent: the campaign {campaign} is over; its link greets as any other");
        }
    }
    let Some(set_up) = &settings.telegram else {
        bail!("no platform with such links is set up; set DOCENT_TELEGRAM_TOKEN");
    };
    let bot = telegram::account(settings, set_up)?;
    let name = match bot.introduce().await {
        Ok(name) if !name.is_empty() => name,
        Ok(_) => bail!("Telegram does not say what the bot is called; try again"),
        Err(failure) => {
            bail!("Telegram does not say what the bot is called ({failure}); see `docent doctor`")
        }
    };
    match campaign {
        Some(campaign) => println!("https://t.me/{name}?start={campaign}"),
        None => println!("https://t.me/{name}"),
    }
    Ok(ExitCode::SUCCESS)
}
