//! Signs at messages: what Discord tells of them, and putting them there.

use chrono::{DateTime, Utc};
use reqwest::Method;
use serde_json::Value;

use super::deliver::{Mail, error_of};
use super::rest::{Body, Rest, Trouble};
use super::wire::Snowflake;
use crate::app::channel::{Delivered, Delivery, DeliveryError, PointedAt};
use crate::domain::along::Reaction;
use crate::domain::reply::Lane;

/// Discord's codes for a message, and for a sign, that is not there.
const NO_MESSAGE: i64 = 10008;
const NO_EMOJI: i64 = 10014;

/// Somebody put a sign at a message, or took it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reacted {
    /// Who.
    pub user: Snowflake,
    /// Where.
    pub channel: Snowflake,
    /// It is a channel of a server.
    pub in_server: bool,
    /// What.
    pub reaction: Reaction,
    /// A number of the event, which Discord itself gives none.
    pub update: i64,
}

/// Reads the event. The same sign may be put there, taken away and put there again, so its number rests
/// on when it was heard: twice told it is done twice, which shows nothing new.
pub(super) fn reacted(kind: &str, event: &Value, now: DateTime<Utc>) -> Option<Reacted> {
    let id = |name: &str| event[name].as_str()?.parse().ok().map(Snowflake);
    let name = event["emoji"]["name"].as_str().filter(|name| !name.is_empty())?;
    let sign = match event["emoji"]["id"].is_null() {
        true => name.to_owned(),
        false => format!(":{name}:"),
    };
    let message = id("message_id")?;
    let when = format!("{kind}/{sign}/{}", now.timestamp_millis());
    let added = (kind == "MESSAGE_REACTION_ADD").then(|| sign.clone());
    let removed = added.is_none().then_some(sign);
    Some(Reacted {
        user: id("user_id")?,
        channel: id("channel_id")?,
        in_server: event["guild_id"].is_string(),
        reaction: Reaction { message: message.number(), added, removed },
        update: super::inward::numbered("reacted", message, &when),
    })
}

/// A sign as it stands in an address; none for one of a server's own, which a bot may not have there.
fn address(sign: &str) -> Option<String> {
    if sign.starts_with(':') && sign.len() > 1 {
        return None;
    }
    let mut written = String::new();
    for c in sign.chars().filter(|c| *c != '\u{fe0f}') {
        written.push(c);
        // Discord knows these by their colored form only.
        if matches!(c, '❤' | '☃' | '✍' | '🕊' | '♂' | '♀' | '☺' | '✌' | '☝' | '☹')
        {
            written.push('\u{fe0f}');
        }
    }
    Some(written.bytes().map(|byte| format!("%{byte:02X}")).collect())
}

impl Mail {
    /// Puts a sign at a message, or takes it away; none when it has to be told in words.
    pub(super) async fn react(
        &self,
        rest: &Rest,
        delivery: &Delivery,
        reaction: &Reaction,
        at: &PointedAt,
    ) -> Option<Result<Delivered, DeliveryError>> {
        let done = Ok(Delivered { platform_id: None });
        let failed = |trouble: &Trouble| Err(error_of(trouble, delivery.attempt, delivery.lane));
        let card = || delivery.replaces.as_ref()?.parse().ok().map(Snowflake);
        let channel = match delivery.lane {
            Lane::Prospect => match self.talk_of(&delivery.to.external_id) {
                Some(talk) => talk,
                None => match self.open_talk(rest, &delivery.to.external_id).await {
                    Ok(talk) => talk,
                    Err(trouble) => return Some(failed(&trouble)),
                },
            },
            // The thread of a card has the card's own id.
            _ => card()?,
        };
        if let Some(sign) = reaction.removed.as_deref().and_then(address) {
            match self.call_for_sign(rest, Method::DELETE, (channel, &at.name), &sign).await {
                // One that is not there needs not be taken away.
                Ok(()) | Err(Trouble::Refused { status: 400..=404, .. }) => {}
                Err(trouble) => return Some(failed(&trouble)),
            }
        }
        let Some(added) = &reaction.added else { return Some(done) };
        let sign = address(added)?;
        match self.call_for_sign(rest, Method::PUT, (channel, &at.name), &sign).await {
            Ok(()) | Err(Trouble::Refused { code: NO_MESSAGE, .. }) => Some(done),
            Err(Trouble::Refused { code: NO_EMOJI, .. } | Trouble::Refused { status: 403, .. }) => {
                None
            }
            Err(trouble) => Some(failed(&trouble)),
        }
    }

    async fn call_for_sign(
        &self,
        rest: &Rest,
        method: Method,
        (channel, message): (Snowflake, &str),
        sign: &str,
    ) -> Result<(), Trouble> {
        let path = format!("/channels/{channel}/messages/{message}/reactions/{sign}/@me");
        rest.pace().turn(None).await;
        let answer: Result<Value, Trouble> = rest.call(method, &path, Body::Nothing, None).await;
        answer.map(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn signs_are_read_and_written() {
        let told = |emoji: Value| {
            let event = json!({ "user_id": "5", "channel_id": "6", "message_id": "7",
                "emoji": emoji });
            reacted("MESSAGE_REACTION_ADD", &event, DateTime::UNIX_EPOCH)
                .and_then(|reacted| reacted.reaction.added)
        };
        assert_eq!(told(json!({ "id": null, "name": "👍" })).as_deref(), Some("👍"));
        assert_eq!(told(json!({ "id": "9", "name": "rad" })).as_deref(), Some(":rad:"));
        assert_eq!(told(json!({ "id": "9", "name": null })), None);
        assert_eq!(address("👍").as_deref(), Some("%F0%9F%91%8D"));
        assert_eq!(address("❤"), address("❤️"));
        assert_eq!(address(":rad:"), None);
    }
}
