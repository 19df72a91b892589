//! `docent chat`: a talk in this terminal.

use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use crate::app::editions::Editions;
use crate::app::publish::{How, publish};
use crate::config::Settings;
use crate::domain::ids::{CampaignId, Locale};
use crate::store::scripts::Claim;

use super::console::{self, NOBODY, Visitor};
use super::models::ModelFiles;
use super::running::Running;
use super::{channels, dialogs, house, pipe, published};

#[derive(Args)]
pub(super) struct ChatArguments {
    /// Your name; the same name goes on later, after a restart too
    #[arg(long = "as", value_name = "NAME", default_value = NOBODY)]
    name: String,
    /// The language your app would report
    #[arg(long, value_name = "L")]
    locale: Option<String>,
    /// The campaign that brought you
    #[arg(long, value_name = "C")]
    campaign: Option<String>,
    /// JSON lines in and out, for programs
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(
    settings: &Settings,
    arguments: &ChatArguments,
) -> anyhow::Result<ExitCode> {
    anyhow::ensure!(!arguments.name.trim().is_empty(), "--as needs a name, for example --as Ann");
    let reached = house::reach(settings).await?;
    let models = ModelFiles::of(settings);
    let folder = house::folder(settings);
    let now = house::clock().now();
    let live = match publish(&reached.db, &folder, &models, Claim::Found, now).await {
        Ok(live) => live,
        Err(error) => return Ok(published::cannot_publish(&error)),
    };
    if live.how == How::FolderBroken {
        eprintln!("{}", dialogs::report(&live.diagnostics, &live.sources));
        eprintln!("docent: the dialogs in the folder have faults; the last good version goes on");
    }
    let editions = Arc::new(Editions::new(live.edition, house::clock()));
    let running = Running::start(&reached.db, editions, channels::around(settings)).await;
    running.care();
    running.stop_on_signal();
    let talked = if arguments.json {
        pipe::talk(&running, &arguments.name).await
    } else {
        let visitor = Visitor {
            name: arguments.name.trim().to_owned(),
            locale: arguments.locale.as_deref().map(Locale::from),
            campaign: arguments.campaign.as_deref().map(CampaignId::from),
        };
        console::talk(&running, visitor).await
    };
    running.drain(settings.drain).await;
    talked.map(|()| ExitCode::SUCCESS)
}
