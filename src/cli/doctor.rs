//! `docent doctor`: tries everything that is set up, and says what is wrong and how to mend it.

use std::process::ExitCode;

use crate::app::channel::Finding;
use crate::app::edition::House;
use crate::config::Settings;
use crate::diagnostic::frame::tally;

use super::{channels, dialogs, house};

pub(super) async fn run(settings: &Settings, json: bool) -> anyhow::Result<ExitCode> {
    let mut findings = vec![folder(settings), database(settings).await];
    findings.extend(channels::findings(settings).await);
    if json {
        println!("{}", serde_json::to_string_pretty(&findings)?);
    } else {
        for finding in &findings {
            print(finding);
        }
    }
    let ill = findings.iter().filter(|finding| !finding.ok).count();
    if !json {
        match ill {
            0 => println!("\nall is well"),
            1 => println!("\none thing to mend"),
            many => println!("\n{many} things to mend"),
        }
    }
    Ok(ExitCode::from(u8::from(ill > 0)))
}

fn print(finding: &Finding) {
    let mark = if finding.ok { "ok  " } else { "BAD " };
    match &finding.remedy {
        None => println!("{mark} {}: {}", finding.what, finding.why),
        Some(remedy) => println!("{mark} {}: {}; {remedy}", finding.what, finding.why),
    }
}

fn folder(settings: &Settings) -> Finding {
    let shown = settings.scripts.display();
    let sources = match dialogs::read(&settings.scripts) {
        Ok(sources) => sources,
        Err(error) => {
            return Finding::bad(
                "dialogs",
                format!("{error:#}"),
                "set DOCENT_SCRIPTS to the folder that holds dialogs/ and locales/",
            );
        }
    };
    let checked = House::check(&sources, house::clock().now().date_naive());
    match checked.script {
        Some(_) => Finding::good("dialogs", format!("those in {shown} can go live")),
        None => Finding::bad(
            "dialogs",
            format!("those in {shown} cannot go live: {}", tally(&checked.diagnostics)),
            "mend what `docent check` reports",
        ),
    }
}

async fn database(settings: &Settings) -> Finding {
    match house::reach(settings).await {
        Ok(reached) => {
            reached.db.close().await;
            Finding::good("database", format!("reached ({})", house::whereabouts(settings)))
        }
        Err(error) if settings.database.url.is_some() => Finding::bad(
            "database",
            format!("{error:#}"),
            "start Postgres, or put the right address into DATABASE_URL",
        ),
        Err(error) => Finding::bad(
            "database",
            format!("{error:#}"),
            "mend that, or set DATABASE_URL to a Postgres that you have",
        ),
    }
}
