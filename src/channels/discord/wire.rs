//! What Discord sends, as far as it is read here.
//!
//! Only fields that matter are named, and nearly all of them may be missing or null: an event that
//! carries less than documented, or more, is still read.

use chrono::{DateTime, Utc};
use serde::de::{self, DeserializeOwned, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use std::fmt;
use std::time::Duration;

/// An id of Discord: it grows with time, so it is also an order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Snowflake(pub u64);

impl Snowflake {
    /// As the store keeps update ids.
    #[must_use]
    pub fn number(self) -> i64 {
        i64::try_from(self.0).unwrap_or(i64::MAX)
    }

    /// The first id of a moment: ids begin with the milliseconds since 2015.
    #[must_use]
    pub fn at(moment: DateTime<Utc>) -> Self {
        const EPOCH: i64 = 1_420_070_400_000;
        let millis = moment.timestamp_millis().saturating_sub(EPOCH);
        Self(u64::try_from(millis).unwrap_or_default() << 22)
    }

    /// The first id of so much earlier.
    #[must_use]
    pub fn before(self, time: Duration) -> Self {
        let millis = u64::try_from(time.as_millis()).unwrap_or(u64::MAX >> 22);
        Self(self.0.saturating_sub(millis << 22))
    }
}

impl fmt::Display for Snowflake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Snowflake {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Snowflake {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Digits;
        impl Visitor<'_> for Digits {
            type Value = Snowflake;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id of Discord")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Snowflake, E> {
                text.parse().map(Snowflake).map_err(|_| E::custom("an id is digits"))
            }
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Snowflake, E> {
                Ok(Snowflake(number))
            }
        }
        d.deserialize_any(Digits)
    }
}

/// What is missing, null or of another type is the default: one odd field spoils no message.
fn odd<'de, D: Deserializer<'de>, T: Default + DeserializeOwned>(d: D) -> Result<T, D::Error> {
    let value = Value::deserialize(d)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}

/// A frame of the gateway.
#[derive(Debug, Deserialize)]
pub struct Frame {
    /// What it is.
    pub op: u8,
    /// Its content.
    #[serde(default)]
    pub d: Value,
    /// Its number, for a dispatch.
    #[serde(default)]
    pub s: Option<u64>,
    /// Its event, for a dispatch.
    #[serde(default)]
    pub t: Option<String>,
}

/// A session began.
#[derive(Debug, Deserialize)]
pub struct Ready {
    /// Its name.
    pub session_id: String,
    /// Where it is resumed.
    #[serde(default, deserialize_with = "odd")]
    pub resume_gateway_url: Option<String>,
    /// Who we are.
    pub user: User,
    /// Which application we are.
    #[serde(default, deserialize_with = "odd")]
    pub application: Option<Named>,
}

/// Something with an id.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Named {
    /// The id.
    pub id: Snowflake,
}

/// A channel that is named in a message.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct NamedChannel {
    /// Which.
    pub id: Snowflake,
    /// What it is called.
    #[serde(default, deserialize_with = "odd")]
    pub name: String,
}

/// Somebody.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct User {
    /// Who.
    pub id: Snowflake,
    /// Their unique name.
    #[serde(default, deserialize_with = "odd")]
    pub username: Option<String>,
    /// The name that others see.
    #[serde(default, deserialize_with = "odd")]
    pub global_name: Option<String>,
    /// A program.
    #[serde(default, deserialize_with = "odd")]
    pub bot: bool,
}

/// The message that another one answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Reference {
    /// Its id.
    #[serde(default, deserialize_with = "odd")]
    pub message_id: Option<Snowflake>,
}

/// A message.
#[derive(Clone, Debug, Deserialize)]
pub struct Message {
    /// Its id.
    pub id: Snowflake,
    /// Where it is.
    pub channel_id: Snowflake,
    /// The server, none in private.
    #[serde(default, deserialize_with = "odd")]
    pub guild_id: Option<Snowflake>,
    /// Who wrote it; an edit may leave it out.
    #[serde(default, deserialize_with = "odd")]
    pub author: Option<User>,
    /// A program wrote it in somebody's name.
    #[serde(default, deserialize_with = "odd")]
    pub webhook_id: Option<Snowflake>,
    /// The words; an edit may leave them out.
    #[serde(default, deserialize_with = "odd")]
    pub content: Option<String>,
    /// When.
    #[serde(default, deserialize_with = "odd")]
    pub timestamp: Option<String>,
    /// When it was edited, if it was.
    #[serde(default, deserialize_with = "odd")]
    pub edited_timestamp: Option<String>,
    /// What it answers.
    #[serde(default, deserialize_with = "odd")]
    pub message_reference: Option<Reference>,
    /// The answered message itself, where Discord brings it along.
    #[serde(default, deserialize_with = "odd")]
    pub referenced_message: Option<Box<Message>>,
    /// 0 written, 19 a reply; the others are made by Discord.
    #[serde(default, rename = "type", deserialize_with = "odd")]
    pub kind: u8,
    /// Bits, of which 13 is a voice message.
    #[serde(default, deserialize_with = "odd")]
    pub flags: u64,
    /// Files.
    #[serde(default, deserialize_with = "odd")]
    pub attachments: Vec<Attachment>,
    /// Stickers.
    #[serde(default, deserialize_with = "odd")]
    pub sticker_items: Vec<Value>,
    /// Forwarded messages.
    #[serde(default, deserialize_with = "odd")]
    pub message_snapshots: Vec<Value>,
    /// A poll.
    #[serde(default, deserialize_with = "odd")]
    pub poll: Option<Value>,
    /// Who is mentioned.
    #[serde(default, deserialize_with = "odd")]
    pub mentions: Vec<User>,
    /// Channels that are named, where Discord brings them along.
    #[serde(default, deserialize_with = "odd")]
    pub mention_channels: Vec<NamedChannel>,
    /// What its sender called it.
    #[serde(default, deserialize_with = "odd")]
    pub nonce: Option<Value>,
    /// Buttons and selects.
    #[serde(default, deserialize_with = "odd")]
    pub components: Vec<Value>,
}

/// A file.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Attachment {
    /// Its media type.
    #[serde(default, deserialize_with = "odd")]
    pub content_type: Option<String>,
    /// Its name.
    #[serde(default, deserialize_with = "odd")]
    pub filename: String,
    /// Its size in bytes.
    #[serde(default, deserialize_with = "odd")]
    pub size: Option<u64>,
    /// Where it can be fetched for a while.
    #[serde(default, deserialize_with = "odd")]
    pub url: String,
}

/// A command or a component was used.
#[derive(Clone, Debug, Deserialize)]
pub struct Interaction {
    /// Its id.
    pub id: Snowflake,
    /// What answers it; never logged.
    pub token: String,
    /// 2 a command, 3 a component, 4 a completion, 5 a form.
    #[serde(rename = "type")]
    pub kind: u8,
    /// Where.
    #[serde(default, deserialize_with = "odd")]
    pub channel_id: Option<Snowflake>,
    /// The server, none in private.
    #[serde(default, deserialize_with = "odd")]
    pub guild_id: Option<Snowflake>,
    /// Who, in private.
    #[serde(default, deserialize_with = "odd")]
    pub user: Option<User>,
    /// Who, in a server.
    #[serde(default, deserialize_with = "odd")]
    pub member: Option<Member>,
    /// Their language.
    #[serde(default, deserialize_with = "odd")]
    pub locale: Option<String>,
    /// What was used.
    #[serde(default, deserialize_with = "odd")]
    pub data: Used,
}

/// Somebody in a server.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Member {
    /// Who.
    #[serde(default, deserialize_with = "odd")]
    pub user: Option<User>,
}

/// What was used in an interaction.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Used {
    /// The command.
    #[serde(default, deserialize_with = "odd")]
    pub name: String,
    /// The component.
    #[serde(default, deserialize_with = "odd")]
    pub custom_id: String,
    /// What was selected.
    #[serde(default, deserialize_with = "odd")]
    pub values: Vec<String>,
    /// What was given to the command.
    #[serde(default, deserialize_with = "odd")]
    pub options: Vec<Given>,
}

/// An argument of a command.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Given {
    /// Its name.
    #[serde(default, deserialize_with = "odd")]
    pub name: String,
    /// Its value.
    #[serde(default, deserialize_with = "odd")]
    pub value: Value,
}
