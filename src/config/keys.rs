//! The table of settings: the one place that names them, and the source of the README's table.

/// One setting as a person meets it.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its name in `docent.toml`, tables joined by a dot.
    pub key: &'static str,
    /// Its environment variable.
    pub variable: &'static str,
    /// What holds when nobody says anything, in words.
    pub default: &'static str,
    /// What it does.
    pub meaning: &'static str,
    /// Its value is never printed.
    pub secret: bool,
}

const fn key(
    key: &'static str,
    variable: &'static str,
    default: &'static str,
    meaning: &'static str,
) -> Key {
    Key { key, variable, default, meaning, secret: false }
}

/// Every setting, in the order of the README.
pub const KEYS: &[Key] = &[
    key("scripts", "DOCENT_SCRIPTS", "`.`", "Folder that holds `dialogs/` and `locales/`."),
    key(
        "data_dir",
        "DOCENT_DATA_DIR",
        "`~/.local/share/docent`; as root `/var/lib/docent`",
        "Folder for the private Postgres and the caches.",
    ),
    key(
        "listen",
        "DOCENT_LISTEN",
        "`127.0.0.1:7117`",
        "Address of `/healthz`, `/readyz` and `/metrics`.",
    ),
    key(
        "drain_seconds",
        "DOCENT_DRAIN_SECONDS",
        "`10`",
        "How long a stopping process may finish what it has begun.",
    ),
    Key {
        secret: true,
        ..key(
            "database.url",
            "DATABASE_URL",
            "none: a private Postgres is started in `data_dir`",
            "The Postgres to use, as `postgres://name:password@host/database`.",
        )
    },
    key(
        "database.pool",
        "DOCENT_DATABASE_POOL",
        "`10`",
        "The most connections this process holds.",
    ),
    key(
        "log.level",
        "DOCENT_LOG",
        "`info`",
        "`off`, `error`, `warn`, `info`, `debug` or `trace`, also for one part: `info,docent::store=debug`.",
    ),
    key(
        "log.format",
        "DOCENT_LOG_FORMAT",
        "`text`",
        "`text` for people, `json` (one object a line) for machines.",
    ),
];

/// The variable that names another file than `docent.toml`.
pub const FILE_VARIABLE: &str = "DOCENT_CONFIG";

/// Finds a setting by its key.
pub(super) fn find(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.key == name)
}

/// The table of the README.
///
/// ```
/// assert!(docent::config::settings_table().contains("| `listen` | `DOCENT_LISTEN` |"));
/// ```
pub fn settings_table() -> String {
    let mut table =
        String::from("| Key | Variable | Default | Meaning |\n| --- | --- | --- | --- |\n");
    for key in KEYS {
        table.push_str(&format!(
            "| `{}` | `{}` | {} | {} |\n",
            key.key, key.variable, key.default, key.meaning
        ));
    }
    table
}
