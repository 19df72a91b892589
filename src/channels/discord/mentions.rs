//! What stands between `<` and `>` in a message of Discord, as it reads elsewhere: people by the name
//! that came along, the emoji of a server by their names, times by the clock of UTC.
//!
//! Pure. Of what is only a number there, whose name did not come along, the sign is left: `@…`, `#…`.
//! Start at [`Named::spelled`].

use std::collections::HashMap;

use chrono::DateTime;

use super::inward::name;
use super::wire::{Message, Snowflake};

/// What stands for a name that did not come along.
const UNKNOWN: &str = "…";

/// The names that came along with a message.
#[derive(Clone, Debug, Default)]
pub struct Named {
    users: HashMap<Snowflake, String>,
    channels: HashMap<Snowflake, String>,
}

impl Named {
    /// Those of a message.
    #[must_use]
    pub fn of(message: &Message) -> Self {
        let users = message.mentions.iter().filter_map(|user| Some((user.id, name(user)?)));
        let channels = message.mention_channels.iter();
        let channels = channels.filter(|channel| !channel.name.is_empty());
        Self {
            users: users.collect(),
            channels: channels.map(|channel| (channel.id, channel.name.clone())).collect(),
        }
    }

    /// How it reads; none when it means nothing to Discord either.
    #[must_use]
    pub fn spelled(&self, inner: &str) -> Option<String> {
        let known = |names: &HashMap<Snowflake, String>, id: &str| {
            let id = number(id)?;
            Some(names.get(&id).cloned().unwrap_or_else(|| UNKNOWN.to_owned()))
        };
        if let Some(role) = inner.strip_prefix("@&") {
            return number(role).map(|_| format!("@{UNKNOWN}"));
        }
        if let Some(user) = inner.strip_prefix('@') {
            let user = user.strip_prefix('!').unwrap_or(user);
            return known(&self.users, user).map(|name| format!("@{name}"));
        }
        if let Some(channel) = inner.strip_prefix('#') {
            return known(&self.channels, channel).map(|name| format!("#{name}"));
        }
        if let Some(command) = inner.strip_prefix('/') {
            let (name, id) = command.rsplit_once(':')?;
            return number(id).map(|_| format!("/{name}"));
        }
        if let Some(time) = inner.strip_prefix("t:") {
            return spelled_time(time);
        }
        let emoji = inner.strip_prefix('a').unwrap_or(inner).strip_prefix(':')?;
        let (name, id) = emoji.split_once(':')?;
        number(id).map(|_| format!(":{name}:"))
    }
}

fn number(id: &str) -> Option<Snowflake> {
    let digits = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
    id.parse().ok().filter(|_| digits).map(Snowflake)
}

/// `1772614800:R`: seconds, and how they are shown. Each reader of Discord sees them by a clock of
/// their own, so the clock is named here.
fn spelled_time(time: &str) -> Option<String> {
    let (seconds, style) = time.split_once(':').unwrap_or((time, "f"));
    let at = DateTime::from_timestamp(seconds.parse().ok()?, 0)?;
    let form = match style {
        "d" | "D" => "%Y-%m-%d",
        "t" | "T" => "%H:%M UTC",
        _ => "%Y-%m-%d %H:%M UTC",
    };
    Some(at.format(form).to_string())
}
