//! Typed settings, read once at the start: defaults, then `docent.toml`, then the environment,
//! then `--set KEY=VALUE`.
//!
//! All mistakes are told at once, each with the key, the place of its value and the mend. Secrets
//! are wrapped: neither an error nor `{:?}` shows them. Nothing else in the program reads the
//! environment. Start reading at [`Settings::load`]; the names stand in [`KEYS`].

use std::ffi::OsString;
use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use secrecy::SecretString;
use tracing_subscriber::filter::{LevelFilter, Targets};

use crate::app::flood::FloodLimits;

mod channels;
mod keys;
mod layers;
mod rep;
pub mod rep_list;
#[cfg(test)]
mod tests;

pub use channels::{Discord, Mode, Telegram};
pub use keys::{KEYS, Key, settings_table};
pub use layers::{Mistake, Source};
pub use rep::Rep;

use layers::Layers;

/// Everything a person may set.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The settings file that was read, if there is one.
    pub file: Option<PathBuf>,
    /// Folder that holds `dialogs/` and `locales/`.
    pub scripts: PathBuf,
    /// Folder for the private Postgres and the caches.
    pub data_dir: PathBuf,
    /// `PATH`, where the programs of a Postgres server are looked for.
    pub search_path: Option<OsString>,
    /// Where health and metrics are served.
    pub listen: SocketAddr,
    /// How long a stopping process may finish what it has begun.
    pub drain: Duration,
    /// The database.
    pub database: Database,
    /// Telegram, when it is on.
    pub telegram: Option<Telegram>,
    /// Discord, when it is on.
    pub discord: Option<Discord>,
    /// The reps' chat, when there is one.
    pub rep: Option<Rep>,
    /// The file with the list of reps, when one is named.
    pub rep_file: Option<PathBuf>,
    /// How much is heard; everything when unset.
    pub flood: Option<FloodLimits>,
    /// Which sentence vectors help to understand.
    pub models: SentenceModels,
    /// The log.
    pub log: Log,
}

/// The sentence vectors that come with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentenceModels {
    /// None: words alone.
    None,
    /// The English table.
    StaticEn,
    /// The table and the multilingual encoder.
    All,
}

/// How the database is reached.
#[derive(Clone, Debug)]
pub struct Database {
    /// Its address, which may hold a password; `None` means a private Postgres in `data_dir`.
    pub url: Option<SecretString>,
    /// Where the address came from, to tell people.
    pub url_source: Source,
    /// The most connections this process holds.
    pub pool: u32,
}

/// What is logged, and how.
#[derive(Clone, Debug)]
pub struct Log {
    /// Levels by module. Other crates stay at warnings, since their details could hold what
    /// people said.
    pub filter: Targets,
    /// How a line looks.
    pub format: LogFormat,
    /// Somebody asked for these levels.
    pub asked_for: bool,
}

impl Log {
    /// The same where a person reads a talk: warnings only, unless they asked for more.
    #[must_use]
    pub fn quieter(&self) -> Self {
        match self.asked_for {
            true => self.clone(),
            false => Self { filter: Targets::new().with_default(LevelFilter::WARN), ..*self },
        }
    }
}

/// How a log line looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One object a line.
    Json,
}

/// All that is wrong with the settings.
#[derive(Debug, thiserror::Error)]
pub struct Mistakes(pub Vec<Mistake>);

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.len() {
            1 => writeln!(f, "one setting is wrong:")?,
            count => writeln!(f, "{count} settings are wrong:")?,
        }
        for mistake in &self.0 {
            write!(f, "\n  {mistake}")?;
        }
        Ok(())
    }
}

impl Settings {
    /// Reads the settings of this process; `flags` are the values of `--set`.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
    pub fn load(flags: &[String]) -> Result<Self, Mistakes> {
        let read = |path: &Path| match std::fs::read_to_string(path) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        };
        Self::read(std::env::vars_os(), flags, read)
    }

    /// The same with a given environment and given files, for tests.
    pub fn read(
        variables: impl IntoIterator<Item = (OsString, OsString)>,
        flags: &[String],
        file: impl Fn(&Path) -> std::io::Result<Option<String>>,
    ) -> Result<Self, Mistakes> {
        let mut layers = Layers::collect(variables, flags, file);
        let data_dir = default_data_dir(&layers);
        let scripts = layers.path("scripts", PathBuf::from("."));
        let data_dir = layers.path("data_dir", data_dir);
        let listen = layers.value("listen", SocketAddr::from(([127, 0, 0, 1], 7117)), address);
        let drain = layers.value("drain_seconds", 10, |text| number(text, 0, 600));
        let url = layers.value("database.url", None, |text| database_url(text).map(Some));
        let url_source =
            layers.values.get("database.url").map_or(Source::Default, |raw| raw.source.clone());
        let pool = layers.value("database.pool", 10, |text| number(text, 2, 1000));
        let telegram = layers.telegram();
        let discord = layers.discord();
        let rep = layers.rep(telegram.is_some(), discord.is_some());
        let base = layers.base("rep.file");
        let rep_file = layers.value("rep.file", None, |text| file_of(&base, text).map(Some));
        let flood = layers.flood();
        let models = layers.value("understanding.models", SentenceModels::All, sentence_models);
        let asked_for = layers.values.contains_key("log.level");
        let filter = layers.value("log.level", levels("info").unwrap_or_default(), levels);
        let format = layers.value("log.format", LogFormat::Text, format);
        if !layers.mistakes.is_empty() {
            return Err(Mistakes(layers.mistakes));
        }
        Ok(Self {
            file: layers.file,
            scripts,
            data_dir,
            search_path: layers.search_path,
            listen,
            drain: Duration::from_secs(drain.into()),
            database: Database { url, url_source, pool },
            telegram,
            discord,
            rep,
            rep_file,
            flood,
            models,
            log: Log { filter, format, asked_for },
        })
    }
}

/// What is wrong with a value, and the mend.
type Wrong = (String, String);

impl Layers {
    /// The parsed value of a key, or its default; a mistake is noted and stands in for nothing.
    fn value<T>(
        &mut self,
        key: &'static str,
        default: T,
        parse: impl FnOnce(&str) -> Result<T, Wrong>,
    ) -> T {
        let Some(raw) = self.values.get(key).cloned() else {
            return default;
        };
        match parse(raw.text.trim()) {
            Ok(value) => value,
            Err((problem, mend)) => {
                self.mistake(key, raw.source, problem, mend);
                default
            }
        }
    }

    /// A folder; one from the file is relative to the file.
    fn path(&mut self, key: &'static str, default: PathBuf) -> PathBuf {
        let base = self.base(key);
        self.value(key, default, |text| folder(&base, text))
    }

    /// Where the relative path of a key begins.
    fn base(&self, key: &str) -> PathBuf {
        match self.values.get(key).map(|raw| &raw.source) {
            Some(Source::File { .. }) => self.file_folder.clone(),
            _ => PathBuf::new(),
        }
    }
}

fn default_data_dir(layers: &Layers) -> PathBuf {
    if rustix::process::geteuid().is_root() {
        // The private Postgres runs under another account then, which cannot enter root's home.
        return PathBuf::from("/var/lib/docent");
    }
    match (&layers.data_home, &layers.home) {
        (Some(data), _) if data.is_absolute() => data.join("docent"),
        (_, Some(home)) => home.join(".local/share/docent"),
        (_, None) => PathBuf::from("/var/tmp/docent"),
    }
}

fn folder(base: &Path, text: &str) -> Result<PathBuf, Wrong> {
    path(base, text, "folder")
}

fn file_of(base: &Path, text: &str) -> Result<PathBuf, Wrong> {
    path(base, text, "name of the file")
}

fn path(base: &Path, text: &str, what: &str) -> Result<PathBuf, Wrong> {
    if text.is_empty() {
        return Err((
            format!("the {what} is empty"),
            "write a path, or leave the key out".to_owned(),
        ));
    }
    if text.starts_with('~') {
        return Err(("~ is known to shells only".to_owned(), "write the whole path".to_owned()));
    }
    Ok(base.join(text))
}

fn address(text: &str) -> Result<SocketAddr, Wrong> {
    // "localhost" is what most people write, and it always means the same.
    let numeric = text
        .strip_prefix("localhost:")
        .map_or_else(|| text.to_owned(), |port| format!("127.0.0.1:{port}"));
    numeric.parse().map_err(|_| {
        (
            format!("{text:?} is not an address with a port"),
            "write both, as in 127.0.0.1:7117".to_owned(),
        )
    })
}

fn number(text: &str, least: u32, most: u32) -> Result<u32, Wrong> {
    let plain = text.replace('_', "");
    match plain.parse::<u32>() {
        Ok(value) if (least..=most).contains(&value) => Ok(value),
        _ => Err((
            format!("{text:?} is not a whole number from {least} to {most}"),
            "write digits only".to_owned(),
        )),
    }
}

/// Checks what can be seen without connecting, and says nothing about the value itself.
fn database_url(text: &str) -> Result<SecretString, Wrong> {
    let rest = text.strip_prefix("postgres://").or_else(|| text.strip_prefix("postgresql://"));
    match rest {
        Some(rest) if !rest.is_empty() && !rest.contains(char::is_whitespace) => Ok(text.into()),
        Some(_) => Err((
            "the address names no host and no database, or holds a blank".to_owned(),
            "write postgres://name:password@host/database, with %20 for a blank".to_owned(),
        )),
        None => Err((
            "this is not the address of a Postgres (the value is not shown)".to_owned(),
            "write postgres://name:password@host/database".to_owned(),
        )),
    }
}

fn levels(text: &str) -> Result<Targets, Wrong> {
    let mut filter = Targets::new().with_default(LevelFilter::WARN);
    let mut whole = LevelFilter::INFO;
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let (target, level) = part.split_once('=').unwrap_or(("docent", part));
        let parsed: LevelFilter = level.trim().to_lowercase().parse().map_err(|_| {
            (
                format!("{level:?} is not a level"),
                "write off, error, warn, info, debug or trace".to_owned(),
            )
        })?;
        let target = target.trim();
        if target == "docent" {
            whole = parsed;
        } else if target.starts_with("docent::") {
            filter = filter.with_target(target, parsed);
        } else {
            return Err((
                format!("{target:?} is not a part of Docent"),
                "name parts as docent::store; other crates stay at warnings, for privacy"
                    .to_owned(),
            ));
        }
    }
    if whole == LevelFilter::OFF {
        filter = filter.with_default(LevelFilter::OFF);
    }
    Ok(filter.with_target("docent", whole))
}

/// Reads the name of a choice of sentence vectors.
pub(crate) fn sentence_models(text: &str) -> Result<SentenceModels, Wrong> {
    match text {
        "none" => Ok(SentenceModels::None),
        "static-en" => Ok(SentenceModels::StaticEn),
        "all" => Ok(SentenceModels::All),
        _ => Err((
            format!("{text:?} is not a choice of models"),
            "write none, static-en or all".to_owned(),
        )),
    }
}

fn format(text: &str) -> Result<LogFormat, Wrong> {
    match text {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _ => Err((format!("{text:?} is not a format"), "write text or json".to_owned())),
    }
}
