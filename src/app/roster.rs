//! The list of reps as a file or a command has it: how people are called, and what a list changes.

use chrono::{DateTime, Utc};

use crate::domain::desk::Rep;
use crate::domain::ids::RepId;
use crate::handoff::calendar::Calendar;
use crate::store::turns::Json;
use crate::store::{Db, StoreError};

/// The longest word for somebody, and the longest name, in characters.
const ID: usize = 40;
const NAME: usize = 60;

/// Somebody on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Who.
    pub rep: Rep,
    /// When they are there; none leaves that as it is.
    pub calendar: Option<Calendar>,
}

/// What a list changed about somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Who.
    pub rep: RepId,
    /// They were not on the list before.
    pub new: bool,
    /// What is not as it was: `name`, `account`, `team`, ...
    pub what: Vec<&'static str>,
}

/// The word for somebody: small letters, digits, `_` and `-`.
///
/// # Errors
/// What is wrong with it, and the mend.
pub fn id_of(word: &str) -> Result<RepId, (String, String)> {
    let first = word.split_whitespace().next().unwrap_or_default();
    let id = first.to_lowercase();
    let plain = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    if id.is_empty() || !id.chars().all(plain) || id.chars().count() > ID {
        let mend = format!("give an id of letters, digits, _ and -, of {ID} at most");
        return Err((format!("{first:?} cannot be the word for somebody"), mend));
    }
    Ok(RepId::from(id))
}

/// A name as visitors read it.
///
/// # Errors
/// What is wrong with it, and the mend.
pub fn named(name: &str) -> Result<String, (String, String)> {
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    match name.trim() {
        "" => Err(("the name is empty".to_owned(), "write what visitors may read".to_owned())),
        name if name.chars().count() > NAME => {
            Err((format!("the name is longer than {NAME} characters"), "shorten it".to_owned()))
        }
        name => Ok(name.to_owned()),
    }
}

/// Puts everybody on the list who is not there as the file has them. Who is not in it stays.
///
/// # Errors
/// When the database does not answer. Those before are on the list then; the next time does the rest.
pub async fn import(
    db: &Db,
    list: &[Listed],
    now: DateTime<Utc>,
) -> Result<Vec<Change>, StoreError> {
    let known = db.list_reps().await?;
    let mut changes = Vec::new();
    for Listed { rep, calendar } in list {
        let before = known.iter().find(|known| known.id == rep.id);
        let mut what = before.map_or_else(Vec::new, |before| differences(before, rep));
        if before.is_none() || !what.is_empty() {
            db.put_rep(rep, now).await?;
        }
        if let Some(calendar) = calendar {
            let (stored, away) = db.find_calendar(&rep.id).await?.unwrap_or_default();
            let stored = stored.map(|json| json.read::<Calendar>("calendar of a rep"));
            if !matches!(&stored, Some(Ok(stored)) if stored == calendar) {
                db.set_calendar(&rep.id, Some(&Json::of(calendar)?), away, now).await?;
                what.push("hours");
            }
        }
        let new = before.is_none();
        if new || !what.is_empty() {
            changes.push(Change { rep: rep.id.clone(), new, what });
        }
    }
    Ok(changes)
}

/// What is not the same about somebody.
fn differences(before: &Rep, after: &Rep) -> Vec<&'static str> {
    let account = (before.channel, &before.user) != (after.channel, &after.user);
    [
        ("name", before.name != after.name),
        ("account", account),
        ("team", before.team != after.team),
        ("leads", before.leads != after.leads),
        ("languages", before.languages != after.languages),
    ]
    .into_iter()
    .filter_map(|(what, differs)| differs.then_some(what))
    .collect()
}
