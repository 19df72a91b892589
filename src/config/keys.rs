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

const fn secret_key(
    key: &'static str,
    variable: &'static str,
    default: &'static str,
    meaning: &'static str,
) -> Key {
    Key { key, variable, default, meaning, secret: true }
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
        "Address of `/healthz`, `/readyz` and `/metrics`, and of webhooks.",
    ),
    key(
        "drain_seconds",
        "DOCENT_DRAIN_SECONDS",
        "`10`",
        "How long a stopping process may finish what it has begun.",
    ),
    secret_key(
        "database.url",
        "DATABASE_URL",
        "none: a private Postgres is started in `data_dir`",
        "The Postgres to use, as `postgres://name:password@host/database`.",
    ),
    key(
        "database.pool",
        "DOCENT_DATABASE_POOL",
        "`10`",
        "The most connections this process holds.",
    ),
    secret_key(
        "telegram.token",
        "DOCENT_TELEGRAM_TOKEN",
        "none: Telegram is off",
        "The bot's token, as BotFather gives it.",
    ),
    key(
        "telegram.api_url",
        "DOCENT_TELEGRAM_API_URL",
        "`https://api.telegram.org`",
        "Another server of the Bot API.",
    ),
    key(
        "telegram.mode",
        "DOCENT_TELEGRAM_MODE",
        "`polling`",
        "How updates come: `polling` asks for them, `webhook` is sent them at `telegram.public_url`.",
    ),
    key(
        "telegram.public_url",
        "DOCENT_TELEGRAM_PUBLIC_URL",
        "none; needed for `webhook`",
        "Where the world reaches `listen`, as in `https://bot.example.com`.",
    ),
    secret_key(
        "telegram.secret",
        "DOCENT_TELEGRAM_SECRET",
        "derived from the token",
        "What Telegram shows with each update that it sends: 1 to 256 of `A-Z a-z 0-9 _ -`.",
    ),
    key(
        "telegram.chat_per_second",
        "DOCENT_TELEGRAM_CHAT_PER_SECOND",
        "`1`",
        "Messages a second to one chat, at most; Telegram asks for 1.",
    ),
    key(
        "telegram.group_per_minute",
        "DOCENT_TELEGRAM_GROUP_PER_MINUTE",
        "`20`",
        "Messages a minute to one group, at most; Telegram asks for 20.",
    ),
    key(
        "telegram.total_per_second",
        "DOCENT_TELEGRAM_TOTAL_PER_SECOND",
        "`30`",
        "Messages a second to everybody, at most; Telegram asks for 30.",
    ),
    secret_key(
        "discord.token",
        "DOCENT_DISCORD_TOKEN",
        "none: Discord is off",
        "The bot's token, as the developer portal gives it.",
    ),
    key(
        "discord.application_id",
        "DOCENT_DISCORD_APPLICATION_ID",
        "read from the token",
        "The application's id.",
    ),
    key(
        "discord.api_url",
        "DOCENT_DISCORD_API_URL",
        "`https://discord.com`",
        "Another server of the API.",
    ),
    key(
        "discord.gateway_url",
        "DOCENT_DISCORD_GATEWAY_URL",
        "asked of the API",
        "Another gateway, as in `wss://gateway.example.com`.",
    ),
    key(
        "discord.total_per_second",
        "DOCENT_DISCORD_TOTAL_PER_SECOND",
        "`50`",
        "Requests a second, at most; Discord asks for 50.",
    ),
    key(
        "discord.min_account_age_hours",
        "DOCENT_DISCORD_MIN_ACCOUNT_AGE_HOURS",
        "`0`",
        "How old somebody's account must be before the bot talks with them; whoever is younger reads how to reach you otherwise.",
    ),
    key(
        "rep.channel",
        "DOCENT_REP_CHANNEL",
        "none: nobody is alerted",
        "Where the reps' chat is: `telegram` or `discord`.",
    ),
    key(
        "rep.chat",
        "DOCENT_REP_CHAT",
        "none; needed with `rep.channel`",
        "The id of the reps' chat: a Telegram group (`-100...`) or a Discord channel.",
    ),
    key(
        "rep.teams",
        "DOCENT_REP_TEAMS",
        "none: all teams share `rep.chat`",
        "Chats of single teams: `service=telegram:-100123, berlin=discord:900`; see docs/desk.md.",
    ),
    key(
        "rep.file",
        "DOCENT_REP_FILE",
        "none: `docent reps` keeps the list",
        "A TOML file with the list of reps, taken over at each start; see docs/desk.md.",
    ),
    key(
        "rep.place",
        "DOCENT_REP_PLACE",
        "`private`",
        "Where reps on Telegram have their talks: `private`, in their own chats with the bot, or `topics`, in a topic for each visitor in the group of the card; see docs/desk.md.",
    ),
    key(
        "flood.person_burst",
        "DOCENT_FLOOD_PERSON_BURST",
        "`30`",
        "Messages that one person may send in a row; `0` hears everything from everybody.",
    ),
    key(
        "flood.person_per_minute",
        "DOCENT_FLOOD_PERSON_PER_MINUTE",
        "`40`",
        "Messages a minute that one person may go on with.",
    ),
    key(
        "flood.total_per_second",
        "DOCENT_FLOOD_TOTAL_PER_SECOND",
        "`1000`",
        "Messages a second taken from everybody; what is more waits at the platforms.",
    ),
    key(
        "understanding.models",
        "DOCENT_UNDERSTANDING_MODELS",
        "`all`",
        "Sentence vectors that help to understand: `all`, `static-en` (English only, less memory) or `none` (words alone, ready soonest).",
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
