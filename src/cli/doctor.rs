//! `docent doctor`: tries everything that is set up, and says what is wrong and how to mend it.

use std::process::ExitCode;

use crate::app::channel::Finding;
use crate::config::Settings;
use crate::script;

use super::{channels, house};

pub(super) async fn run(settings: &Settings, json: bool) -> anyhow::Result<ExitCode> {
    let mut findings = vec![dialogs(settings), database(settings).await];
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

fn dialogs(settings: &Settings) -> Finding {
    let shown = settings.scripts.display();
    match script::Sources::read(&settings.scripts) {
        Ok(_) => Finding::good("dialogs", format!("{shown} can be read; `docent check` checks it")),
        Err(error) => Finding::bad(
            "dialogs",
            format!("{shown} cannot be read ({error})"),
            "set DOCENT_SCRIPTS to the folder that holds dialogs/ and locales/",
        ),
    }
}

async fn database(settings: &Settings) -> Finding {
    match house::reach(settings).await {
        Ok(reached) => {
            reached.db.close().await;
            Finding::good("database", format!("reached ({})", settings.database.url_source))
        }
        Err(error) => Finding::bad(
            "database",
            format!("{error:#}"),
            "start Postgres, or put the right address into DATABASE_URL",
        ),
    }
}
