//! The file with the list of reps, which `rep.file` names.
//!
//! ```toml
//! [[rep]]
//! name = "Kim"
//! telegram = 123456789
//! languages = ["en", "de"]
//! ```
//!
//! All mistakes are told at once, each with its line, the reason and the mend. Start at [`read`].

mod values;

use std::fmt;

use chrono::NaiveDate;
use chrono_tz::Tz;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::app::roster::{self, Listed};
use crate::diagnostic::near::nearest;
use crate::domain::desk::Rep;
use crate::domain::ids::{Channel, Locale, RepId};
use crate::handoff::calendar::{Calendar, read_week};

use values::place;

/// What can be said of somebody.
const KEYS: &[&str] = &[
    "id",
    "name",
    "telegram",
    "discord",
    "team",
    "leads",
    "languages",
    "hours",
    "zone",
    "holidays",
];
/// Whose team they are of when nobody says.
const TEAM: &str = "sales";

/// One thing that is wrong with the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListMistake {
    /// The line, from 1.
    pub line: usize,
    /// The character in it, from 1.
    pub column: usize,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub mend: String,
}

/// All that is wrong with a list.
#[derive(Debug, thiserror::Error)]
pub struct ListMistakes {
    /// The file as it was named.
    pub path: String,
    /// In the order of the file.
    pub mistakes: Vec<ListMistake>,
}

impl fmt::Display for ListMistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, ListMistake { line, column, problem, mend }) in self.mistakes.iter().enumerate() {
            let gap = if at == 0 { "" } else { "\n" };
            write!(f, "{gap}{}:{line}:{column}: {problem}\n    {mend}", self.path)?;
        }
        Ok(())
    }
}

/// Reads a list.
///
/// # Errors
/// All mistakes in it.
pub fn read(path: &str, text: &str) -> Result<Vec<Listed>, ListMistakes> {
    let mut reader = Reader { text, mistakes: Vec::new() };
    let list = reader.list();
    let mut mistakes = reader.mistakes;
    match mistakes.is_empty() {
        true => Ok(list),
        false => {
            mistakes.sort_by_key(|mistake| (mistake.line, mistake.column));
            Err(ListMistakes { path: path.to_owned(), mistakes })
        }
    }
}

type Entry<'a> = Spanned<DeValue<'a>>;

struct Reader<'t> {
    text: &'t str,
    mistakes: Vec<ListMistake>,
}

impl Reader<'_> {
    fn list(&mut self) -> Vec<Listed> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            let at = error.span().map_or(0, |span| span.start);
            let problem = format!("this is not TOML: {}", error.message());
            self.wrong(at, problem, "write `[[rep]]` for each, and `key = value` below it");
        }
        if !errors.is_empty() {
            return Vec::new();
        }
        let mut people: Vec<(usize, Listed)> = Vec::new();
        for (key, value) in table.get_ref() {
            let at = key.span().start;
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("rep", DeValue::Array(entries)) => {
                    for entry in entries {
                        let at = entry.span().start;
                        people.extend(self.rep(entry, at).map(|listed| (at, listed)));
                    }
                }
                ("rep", _) => {
                    self.wrong(
                        at,
                        "this is one entry".to_owned(),
                        "write `[[rep]]`, twice two brackets",
                    );
                }
                (name, _) => {
                    let problem = format!("`{name}` means nothing here");
                    self.wrong(at, problem, "write `[[rep]]` for each person, and nothing else");
                }
            }
        }
        if people.is_empty() && self.mistakes.is_empty() {
            self.wrong(0, "nobody is in this list".to_owned(), "write `[[rep]]` for each person");
        }
        self.twice(&people);
        people.into_iter().map(|(_, listed)| listed).collect()
    }

    /// One person; none when something about them is wrong.
    fn rep(&mut self, entry: &Entry<'_>, at: usize) -> Option<Listed> {
        let before = self.mistakes.len();
        let DeValue::Table(table) = entry.get_ref() else {
            self.wrong(at, "this is no person".to_owned(), "write `[[rep]]` and keys below it");
            return None;
        };
        for (key, _) in table {
            let name = key.get_ref().as_ref();
            if !KEYS.contains(&name) {
                let mend = match nearest(name, KEYS.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("known are {}", KEYS.join(", ")),
                };
                let problem = format!("nobody knows what `{name}` says of a rep");
                self.wrong(key.span().start, problem, &mend);
            }
        }
        let name = match self.words(table, "name") {
            Some((at, name)) => self.taken(at, roster::named(&name)),
            None if table.get("name").is_some() => None,
            None => {
                let mend = "write name = \"...\", as visitors read it";
                self.wrong(at, "the rep has no name".to_owned(), mend);
                None
            }
        };
        let id = match self.words(table, "id") {
            Some((at, id)) => self.taken(at, roster::id_of(&id)),
            None => match (&name, place(table, "name")) {
                (Some(name), Some(at)) => self.taken(at, roster::id_of(name)),
                _ => None,
            },
        };
        let account = self.account(table, at);
        let team = self.team(table);
        let leads = self.flag(table, "leads");
        let languages = self.languages(table);
        let calendar = self.calendar(table);
        if self.mistakes.len() > before {
            return None;
        }
        let (channel, user) = account?;
        let rep = Rep { id: id?, name: name?, channel, user, team, leads, languages };
        Some(Listed { rep, calendar })
    }

    /// Where they are: on just one platform.
    fn account(&mut self, table: &DeTable<'_>, at: usize) -> Option<(Channel, String)> {
        let found = ["telegram", "discord"].map(|key| table.get(key));
        let (channel, value) = match found {
            [Some(value), None] => (Channel::Telegram, value),
            [None, Some(value)] => (Channel::Discord, value),
            [None, None] => {
                let problem = "where the rep is reached is not said".to_owned();
                self.wrong(at, problem, "write telegram = NUMBER or discord = NUMBER");
                return None;
            }
            [Some(_), Some(second)] => {
                let problem = "a rep is on one platform, and here are two".to_owned();
                self.wrong(second.span().start, problem, "leave the one where they work");
                return None;
            }
        };
        let digits = match value.get_ref() {
            DeValue::Integer(number) => number.as_str().replace('_', ""),
            DeValue::String(text) => text.trim().to_owned(),
            _ => String::new(),
        };
        if digits.parse::<u64>().is_ok_and(|number| number > 0) {
            return Some((channel, digits));
        }
        let problem = format!("this is not what {} calls anybody", channel.as_str());
        let mend = "write the number that the platform gives them; whoever presses a button of a card \
                    without being on the list is told theirs";
        self.wrong(value.span().start, problem, mend);
        None
    }

    fn team(&mut self, table: &DeTable<'_>) -> String {
        let Some((at, team)) = self.words(table, "team") else { return TEAM.to_owned() };
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if team.is_empty() || !team.chars().all(plain) {
            let mend = "write it as the dialogs do, in small letters, digits and _";
            self.wrong(at, format!("{team:?} is no name of a team"), mend);
        }
        team
    }

    fn languages(&mut self, table: &DeTable<'_>) -> Vec<Locale> {
        let mut languages = Vec::new();
        for (at, tag) in self.strings(table, "languages", "languages = [\"en\", \"de\"]") {
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
            let language = tag.split('-').next().unwrap_or_default();
            if (2..=3).contains(&language.len()) && tag.chars().all(plain) {
                languages.push(Locale::from(tag));
            } else {
                let mend = "write a language tag, as in \"en\" or \"pt-BR\"";
                self.wrong(at, format!("{tag:?} is no language"), mend);
            }
        }
        languages
    }

    /// When they are there; none when nothing is said of it.
    fn calendar(&mut self, table: &DeTable<'_>) -> Option<Calendar> {
        let mut calendar = Calendar::default();
        if let Some((at, hours)) = self.words(table, "hours") {
            calendar.week = match read_week(&hours) {
                Ok(week) => Some(week),
                Err(fault) => {
                    let (problem, mend) = fault.split_once("; ").unwrap_or((&fault, ""));
                    let mend = if mend.is_empty() { "mend the hours" } else { mend };
                    self.wrong(at, problem.to_owned(), mend);
                    None
                }
            };
        }
        if let Some((at, zone)) = self.words(table, "zone") {
            match zone.parse::<Tz>() {
                Ok(zone) => calendar.zone = Some(zone.name().to_owned()),
                Err(_) => {
                    let problem = format!("{zone:?} is no time zone");
                    self.wrong(at, problem, "write one as in \"Europe/Vienna\"");
                }
            }
        }
        for (at, day) in self.strings(table, "holidays", "holidays = [2026-12-24]") {
            match day.parse::<NaiveDate>() {
                Ok(day) => calendar.holidays.push(day),
                Err(_) => {
                    let problem = format!("{day:?} is no day");
                    self.wrong(at, problem, "write year-month-day, as in 2026-12-24");
                }
            }
        }
        let said = ["hours", "zone", "holidays"].iter().any(|key| table.get(*key).is_some());
        said.then_some(calendar)
    }

    /// Nobody stands in it twice, and no account is two people's.
    fn twice(&mut self, people: &[(usize, Listed)]) {
        for (index, (at, Listed { rep, .. })) in people.iter().enumerate() {
            let earlier = &people[..index];
            let line = |at: usize| 1 + self.text[..at].matches('\n').count();
            let same_id = |id: &RepId| earlier.iter().find(|(_, other)| other.rep.id == *id);
            let same_account = earlier.iter().find(|(_, other)| {
                (other.rep.channel, &other.rep.user) == (rep.channel, &rep.user)
            });
            if let Some((first, _)) = same_id(&rep.id) {
                let problem =
                    format!("\"{}\" is in line {} already", rep.id.as_str(), line(*first));
                self.wrong(*at, problem, "take one of them out, or give one an id of its own");
            } else if let Some((first, _)) = same_account {
                let problem = format!(
                    "the account on {} is that of line {}",
                    rep.channel.as_str(),
                    line(*first)
                );
                self.wrong(*at, problem, "give each the number that the platform calls them");
            }
        }
    }
}

#[cfg(test)]
mod tests;
