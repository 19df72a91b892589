//! `docent serve`: the bot, until it is told to stop.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use tokio_util::sync::CancellationToken;

use crate::app::editions::Editions;
use crate::app::publish::{Published, publish};
use crate::config::Settings;
use crate::http::{self, Surface};
use crate::postgres;
use crate::store::scripts::Claim;

use super::channels;
use super::channels::opened::Opened;
use super::console::{self, NOBODY, Visitor};
use super::health::{metrics, readiness};
use super::house::{self, Reached};
use super::models::ModelFiles;
use super::published::{cannot_publish, report};
use super::reps::import;
use super::running::Running;
use super::watch::Watch;

/// Requests that are open at the end have this long.
const LAST_REQUESTS: Duration = Duration::from_secs(1);

pub(super) async fn run(settings: &Settings, chat: bool) -> anyhow::Result<ExitCode> {
    use std::io::IsTerminal as _;
    let began = tokio::time::Instant::now();
    // The port first: whoever is second on this machine learns it before anything starts.
    let listener = http::bind(settings.listen).await?;
    let handle = http::metrics::install().context("starting the metrics")?;
    let Reached { db, private } = house::reach(settings).await?;
    let reached = began.elapsed();
    let models = Arc::new(ModelFiles::of(settings));
    let folder = house::folder(settings);
    let seen = folder.fingerprint();
    let now = house::clock().now();
    let published = match publish(&db, &folder, &*models, Claim::Found, now).await {
        Ok(published) => published,
        Err(error) => return Ok(cannot_publish(&error)),
    };
    report(&published);
    if let Some(code) = import::at_start(settings, &db, now).await? {
        return Ok(code);
    }
    let editions = Arc::new(Editions::new(published.edition.clone(), house::clock()));
    let running = Running::start(&db, editions.clone(), channels::around(settings)).await;
    running.care();
    let opened = channels::open(&running, settings);
    running.stop_on_signal();

    let readiness = Arc::new(readiness(&db, &opened));
    let metrics = Arc::new(metrics(handle, &db, &editions));
    let hooks = opened.iter().filter_map(|channel| channel.hook.clone()).collect();
    let surface = Surface { readiness: readiness.clone(), metrics, hooks };
    // The port says that we drain, and closes last.
    let port_stop = CancellationToken::new();
    let port = tokio::spawn(http::serve(listener, surface, port_stop.clone().cancelled_owned()));
    let watch = Watch {
        db: db.clone(),
        editions,
        folder,
        models,
        generation: published.generation,
        seen,
        stop: running.stop.clone(),
    };
    tokio::spawn(watch.run());

    let talks = chat && std::io::stdin().is_terminal();
    announce(settings, &published, private.as_ref());
    tell_channels(settings, &opened, talks);
    println!(
        "ready in {} ms ({} ms of it until the database answered)",
        began.elapsed().as_millis(),
        reached.as_millis()
    );
    if talks {
        println!("\nYou are talking to the bot now; Ctrl-D ends the talk and the bot.\n");
        let visitor = Visitor { name: NOBODY.to_owned(), locale: None, campaign: None };
        console::talk(&running, visitor).await?;
        running.stop.cancel();
    }
    running.stop.cancelled().await;
    readiness.drain();
    println!("stopping: taking nothing new, finishing what has begun");
    running.drain(settings.drain).await;
    port_stop.cancel();
    let _answered = tokio::time::timeout(LAST_REQUESTS, port).await;
    if private.is_some() {
        println!(
            "stopped; the private Postgres stays up for the next start (`docent db stop` stops it)"
        );
    } else {
        println!("stopped");
    }
    Ok(ExitCode::SUCCESS)
}

/// Says in a few lines what is on, what is off and why, and how to reach the database.
fn announce(settings: &Settings, published: &Published, private: Option<&postgres::Postgres>) {
    let script = &published.edition.script;
    println!(
        "{} by Docent {}: {} flows, {} answers, {} products, in {}",
        script.bot.name,
        env!("CARGO_PKG_VERSION"),
        script.flows.by_id.values().filter(|flow| !flow.standard).count(),
        script.answers.len(),
        script.catalogue.products.len(),
        script.bot.locales.iter().map(|l| l.as_str()).collect::<Vec<_>>().join(", "),
    );
    match private {
        Some(postgres) => println!(
            "on   database: a private Postgres{} in {}, since DATABASE_URL is not set; psql \"$(docent db url)\"",
            match postgres.how {
                postgres::How::Joined => " (running already)",
                postgres::How::Started => "",
                postgres::How::Created => " (new)",
            },
            settings.data_dir.display(),
        ),
        None => {
            println!("on   database: {}; psql \"$(docent db url)\"", settings.database.url_source)
        }
    }
    println!("on   health: http://{}/readyz and /metrics", settings.listen);
}

/// Says which channels are on, and where reps are alerted.
fn tell_channels(settings: &Settings, opened: &[Opened], talks: bool) {
    for channel in opened {
        let on = if channel.wellness.is_some() { "on  " } else { "off " };
        println!("{on} {}: {}", channel.name, channel.told);
    }
    match &settings.rep {
        Some(rep) => println!("on   reps: chat {} on {}", rep.chat, rep.channel.as_str()),
        None => println!("off  reps: DOCENT_REP_CHANNEL is not set, so nobody is alerted"),
    }
    if talks {
        println!("on   terminal: right here");
    } else {
        println!("off  terminal: standard input is no terminal; `docent chat` opens one");
    }
}
