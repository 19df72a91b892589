//! The list of reps that comes from a file: by `docent reps import`, and at each start of `serve`.

use std::path::Path;
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use tracing::info;

use crate::app::roster::{self, Change, Listed};
use crate::config::Settings;
use crate::config::rep_list;
use crate::store::Db;

/// Takes over the list of a file, by command.
pub(super) async fn import(db: &Db, path: &Path, now: DateTime<Utc>) -> anyhow::Result<ExitCode> {
    let list = match read(path) {
        Ok(list) => list,
        Err(told) => {
            eprintln!("{told}\n\ndocent: nobody was changed; mend the list and import it again");
            return Ok(ExitCode::from(1));
        }
    };
    let changes = roster::import(db, &list, now).await?;
    for change in &changes {
        println!("{}: {}", change.rep, what(change));
    }
    println!("{}", summary(&list, &changes));
    Ok(ExitCode::SUCCESS)
}

/// Takes over the list that the settings name, at a start. With mistakes in it the list that was good
/// before goes on; where there is none, the code to end with is returned.
pub(in crate::cli) async fn at_start(
    settings: &Settings,
    db: &Db,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<ExitCode>> {
    let Some(path) = &settings.rep_file else { return Ok(None) };
    let list = match read(path) {
        Ok(list) => list,
        Err(told) => {
            eprintln!("{told}");
            let known = db.list_reps().await?.len();
            if known == 0 {
                eprintln!(
                    "docent: nobody is on the list of reps yet, so there is none to go on with; mend the faults above and start again"
                );
                return Ok(Some(ExitCode::from(1)));
            }
            tracing::error!(
                known,
                "the list of reps has faults, so the last good one goes on; mend the file and start again"
            );
            println!("the list of reps has faults (above); the last good one, of {known}, goes on");
            return Ok(None);
        }
    };
    let changes = roster::import(db, &list, now).await?;
    for change in &changes {
        info!(rep = %change.rep, what = what(change), "the list of reps has changed somebody");
    }
    println!("on   list of reps: {}; {}", path.display(), summary(&list, &changes));
    Ok(None)
}

/// Reads a list; else all that is wrong with it.
fn read(path: &Path) -> Result<Vec<Listed>, String> {
    let shown = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| {
        format!("{shown}:1:1: the list of reps cannot be read: {error}\n    set rep.file to a text file in UTF-8 that this account may read")
    })?;
    rep_list::read(&shown, &text).map_err(|mistakes| mistakes.to_string())
}

fn what(change: &Change) -> String {
    match change.new {
        true => "new".to_owned(),
        false => change.what.join(", "),
    }
}

fn summary(list: &[Listed], changes: &[Change]) -> String {
    let new = changes.iter().filter(|change| change.new).count();
    format!("{} people, {new} new, {} changed", list.len(), changes.len() - new)
}
