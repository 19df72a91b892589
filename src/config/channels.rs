//! Settings of chat platforms: which are on, where they are, how fast we may speak there.

use std::time::Duration;

use secrecy::{ExposeSecret as _, SecretString};

use super::layers::Layers;
use super::{Wrong, number};
use crate::app::flood::FloodLimits;

/// Telegram as it is set up.
#[derive(Clone, Debug)]
pub struct Telegram {
    /// The bot's token.
    pub token: SecretString,
    /// The server of the Bot API, without a slash at its end.
    pub api_url: String,
    /// How updates come.
    pub mode: Mode,
    /// What Telegram shows with each update that it sends; derived from the token when unset.
    pub secret: Option<SecretString>,
    /// Messages a second to one chat.
    pub chat_per_second: u32,
    /// Messages a minute to one group.
    pub group_per_minute: u32,
    /// Messages a second to everybody.
    pub total_per_second: u32,
}

/// How Telegram's updates come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// We ask for them.
    Polling,
    /// They are sent to us.
    Webhook {
        /// Where the world reaches our port, without a slash at its end.
        public_url: String,
    },
}

/// Discord as it is set up.
#[derive(Clone, Debug)]
pub struct Discord {
    /// The bot's token.
    pub token: SecretString,
    /// The application's id, when the token does not tell.
    pub application_id: Option<u64>,
    /// The server of the API, without a slash at its end.
    pub api_url: String,
    /// The gateway, when it is not the one that the API names.
    pub gateway_url: Option<String>,
    /// Requests a second.
    pub total_per_second: u32,
    /// How old an account must be before the bot talks with its owner.
    pub min_account_age: Duration,
}

impl Layers {
    pub(super) fn telegram(&mut self) -> Option<Telegram> {
        let token = self.value("telegram.token", None, |text| telegram_token(text).map(Some));
        let api_url =
            self.value("telegram.api_url", "https://api.telegram.org".to_owned(), |text| {
                url(text, &["https://", "http://"])
            });
        let hook = self.value("telegram.mode", false, mode);
        let public_url = self.value("telegram.public_url", None, |text| {
            url(text, &["https://", "http://"]).map(Some)
        });
        let secret = self.value("telegram.secret", None, |text| hook_secret(text).map(Some));
        let chat_per_second =
            self.value("telegram.chat_per_second", 1, |text| number(text, 1, 1_000));
        let group_per_minute =
            self.value("telegram.group_per_minute", 20, |text| number(text, 1, 10_000));
        let total_per_second =
            self.value("telegram.total_per_second", 30, |text| number(text, 1, 10_000));
        let mode = match (hook, public_url) {
            (false, _) => Mode::Polling,
            (true, Some(public_url)) => Mode::Webhook { public_url },
            (true, None) => {
                self.missing(
                    "telegram.mode",
                    "a webhook needs an address that the world can reach",
                    "set telegram.public_url, as in https://bot.example.com, or telegram.mode to polling",
                );
                Mode::Polling
            }
        };
        Some(Telegram {
            token: token?,
            api_url,
            mode,
            secret,
            chat_per_second,
            group_per_minute,
            total_per_second,
        })
    }

    pub(super) fn discord(&mut self) -> Option<Discord> {
        let token = self.value("discord.token", None, |text| discord_token(text).map(Some));
        let application_id =
            self.value("discord.application_id", None, |text| snowflake(text).map(Some));
        let api_url = self.value("discord.api_url", "https://discord.com".to_owned(), |text| {
            url(text, &["https://", "http://"])
        });
        let gateway_url = self
            .value("discord.gateway_url", None, |text| url(text, &["wss://", "ws://"]).map(Some));
        let total_per_second =
            self.value("discord.total_per_second", 50, |text| number(text, 1, 10_000));
        let hours =
            self.value("discord.min_account_age_hours", 0, |text| number(text, 0, 24 * 365));
        Some(Discord {
            token: token?,
            application_id,
            api_url,
            gateway_url,
            total_per_second,
            min_account_age: Duration::from_secs(u64::from(hours) * 3_600),
        })
    }

    pub(super) fn flood(&mut self) -> Option<FloodLimits> {
        let person_burst = self.value("flood.person_burst", 30, |text| number(text, 0, 10_000));
        let person_per_minute =
            self.value("flood.person_per_minute", 40, |text| number(text, 1, 100_000));
        let total_per_second =
            self.value("flood.total_per_second", 1_000, |text| number(text, 1, 1_000_000));
        let limits = FloodLimits { person_burst, person_per_minute, total_per_second };
        (person_burst > 0).then_some(limits)
    }

    /// A mistake that lies in what is not there.
    pub(super) fn missing(&mut self, key: &'static str, problem: &str, mend: &str) {
        let Some(raw) = self.values.get(key) else { return };
        let source = raw.source.clone();
        self.mistake(key, source, problem.to_owned(), mend.to_owned());
    }
}

pub(super) fn wrong<T>(problem: impl Into<String>, mend: &str) -> Result<T, Wrong> {
    Err((problem.into(), mend.to_owned()))
}

/// `123456:ABC...`; the digits are the bot's id.
fn telegram_token(text: &str) -> Result<SecretString, Wrong> {
    let good = text.split_once(':').is_some_and(|(id, key)| {
        let in_range = id.parse::<i64>().is_ok_and(|id| id > 0);
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        in_range && !id.starts_with('+') && !key.is_empty() && key.chars().all(plain)
    });
    match good {
        true => Ok(text.into()),
        false => wrong(
            "this is not a bot's token (the value is not shown)",
            "copy the whole line that BotFather gave, as in 123456:ABC-def",
        ),
    }
}

fn discord_token(text: &str) -> Result<SecretString, Wrong> {
    // Some copy the header's word along.
    let bare = text.strip_prefix("Bot ").unwrap_or(text).trim();
    let plain = |c: char| c.is_ascii_graphic();
    match !bare.is_empty() && bare.chars().all(plain) {
        true => Ok(bare.into()),
        false => wrong(
            "this is not a bot's token (the value is not shown)",
            "copy it from the developer portal, page Bot, button Reset Token",
        ),
    }
}

fn url(text: &str, schemes: &[&str]) -> Result<String, Wrong> {
    let rest = schemes.iter().find_map(|scheme| text.strip_prefix(scheme));
    match rest {
        Some(rest)
            if !rest.is_empty()
                && !rest.starts_with('/')
                && !rest.contains(|c: char| c.is_whitespace() || c == '?' || c == '#') =>
        {
            Ok(text.trim_end_matches('/').to_owned())
        }
        _ => wrong(
            format!("{text:?} is not an address"),
            &format!("write {}host, without ? and #", schemes.first().unwrap_or(&"")),
        ),
    }
}

fn mode(text: &str) -> Result<bool, Wrong> {
    match text {
        "polling" => Ok(false),
        "webhook" => Ok(true),
        _ => wrong(format!("{text:?} is not a mode"), "write polling or webhook"),
    }
}

fn hook_secret(text: &str) -> Result<SecretString, Wrong> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    match (1..=256).contains(&text.len()) && text.chars().all(plain) {
        true => Ok(text.into()),
        false => wrong(
            "Telegram does not take this secret (the value is not shown)",
            "write 1 to 256 of A-Z a-z 0-9 _ -, or leave the key out",
        ),
    }
}

fn snowflake(text: &str) -> Result<u64, Wrong> {
    match text.parse::<u64>() {
        Ok(id) if id > 0 => Ok(id),
        _ => wrong(
            format!("{text:?} is not an id"),
            "write its digits, as the developer portal shows them",
        ),
    }
}

impl Telegram {
    /// The bot's own id: the digits before the colon of the token.
    #[must_use]
    pub fn bot_id(&self) -> String {
        let token = self.token.expose_secret();
        token.split_once(':').map_or_else(String::new, |(id, _)| id.to_owned())
    }
}
