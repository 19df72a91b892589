//! Where files of Discord lie, as we keep it.

use std::fmt;

use serde_json::Value;

use super::wire::Snowflake;

/// Where a file lies: addresses hold for a day, and the message it came with tells a new one.
pub struct FilePlace<'a> {
    /// The channel of its message.
    pub channel: Snowflake,
    /// Its message.
    pub message: Snowflake,
    /// The address that was told with it.
    pub url: &'a str,
}

impl fmt::Display for FilePlace<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{} {}", self.channel, self.message, self.url)
    }
}

impl<'a> FilePlace<'a> {
    /// As it was written down.
    pub fn read(id: &'a str) -> Option<Self> {
        let (place, url) = id.split_once(' ')?;
        let (channel, message) = place.split_once('/')?;
        let id = |text: &str| text.parse().ok().map(Snowflake);
        Some(Self { channel: id(channel)?, message: id(message)?, url })
    }

    /// The same file among those of its message, under its new address.
    pub fn anew(&self, message: &Value) -> Option<String> {
        let files = message["attachments"].as_array()?;
        let path = |url: &str| url.split('?').next().map(str::to_owned);
        let urls = files.iter().filter_map(|file| file["url"].as_str());
        urls.filter(|url| path(url) == path(self.url)).map(str::to_owned).next()
    }
}
