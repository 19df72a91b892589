//! Signs at messages: what Telegram tells of them, and those that it lets a bot put there.

use serde_json::Value;
use teloxide_core::payloads::SetMessageReaction;
use teloxide_core::types::{ChatId, MessageId, ReactionType, Recipient};
use tokio::time::Instant;

use crate::app::channel::{Delivered, Delivery, DeliveryError};
use crate::domain::along::Reaction;
use crate::domain::reply::Lane;

use super::api::Failure;
use super::deliver::ARRIVED;
use super::room::Room;
use super::wire::Reacted;
use super::{Telegram, refusal};

/// The signs that exist there (`ReactionTypeEmoji` of the Bot API).
const SIGNS: &str = "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡";

/// The same sign may be written with and without a word about its color.
fn plain(sign: &str) -> String {
    sign.replace('\u{fe0f}', "")
}

/// What somebody changed about their signs at a message: the last of them counts, since a bot has
/// one at most.
pub(super) fn reaction(reacted: &Reacted) -> Option<Reaction> {
    let emoji = |signs: &[Value]| {
        let last = signs.iter().rev().find(|sign| sign["type"] == "emoji")?;
        last["emoji"].as_str().map(str::to_owned)
    };
    let (added, removed) = (emoji(&reacted.new_reaction), emoji(&reacted.old_reaction));
    let removed = removed.filter(|sign| added.as_ref() != Some(sign));
    let changed = added.is_some() || removed.is_some();
    changed.then_some(Reaction { message: reacted.message_id, added, removed })
}

impl Telegram {
    /// Puts a sign at a message, or takes it away; none when the sign is not known there and has to be
    /// told in words.
    pub(super) async fn react(
        &self,
        delivery: &Delivery,
        room: Room,
    ) -> Option<Result<Delivered, DeliveryError>> {
        let reaction = delivery.outbound.reps.reaction.as_ref()?;
        let at = delivery.points_at.as_ref()?;
        let chat = room.chat;
        let sign = match &reaction.added {
            Some(sign) => Some(plain(sign)),
            // A rep's own message still has arrived.
            None => (delivery.lane == Lane::Thread && at.own).then(|| ARRIVED.to_owned()),
        };
        if sign.as_ref().is_some_and(|sign| !SIGNS.split(' ').any(|known| known == sign)) {
            return None;
        }
        // One at another place of the rep's is told in words, if there is a sign to tell.
        let Some(id) = room.number_of(&at.name) else {
            return reaction.added.is_none().then_some(Ok(Delivered { platform_id: None }));
        };
        let mut put = SetMessageReaction::new(Recipient::Id(ChatId(chat)), MessageId(id));
        put.reaction = Some(sign.into_iter().map(|emoji| ReactionType::Emoji { emoji }).collect());
        let done = self.api.call(&put).await;
        self.pace().answered(chat, Instant::now());
        match done {
            Ok(_) => Some(Ok(Delivered { platform_id: None })),
            Err(Failure::Refused { code: 400, why, moved_to: None }) => {
                // The message is gone, or signs are not wanted in this chat: nobody misses much.
                let gone = refusal::is_missing(&why) || reaction.added.is_none();
                gone.then_some(Ok(Delivered { platform_id: None }))
            }
            Err(failure) => Some(Err(self.refused(delivery, chat, failure))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_last_sign_counts() {
        let check = |old: Value, new: Value, added: Option<&str>, removed: Option<&str>| {
            let told = json!({ "chat": { "id": 1 }, "message_id": 7, "old_reaction": old,
                "new_reaction": new });
            let told: Reacted = serde_json::from_value(told).expect("a reaction");
            let found = reaction(&told);
            let found = found.map(|reaction| (reaction.added, reaction.removed));
            let words = |sign: Option<&str>| sign.map(str::to_owned);
            let expected = (words(added), words(removed));
            assert_eq!(found, Some(expected).filter(|(a, r)| a.is_some() || r.is_some()));
        };
        let sign = |emoji: &str| json!({ "type": "emoji", "emoji": emoji });
        check(json!([]), json!([sign("👍")]), Some("👍"), None);
        check(json!([sign("👍")]), json!([]), None, Some("👍"));
        check(json!([sign("👍")]), json!([sign("🔥")]), Some("🔥"), Some("👍"));
        check(json!([]), json!([{ "type": "custom_emoji", "custom_emoji_id": "5" }]), None, None);
    }

    #[test]
    fn a_heart_is_a_heart_in_any_color() {
        assert!(SIGNS.split(' ').any(|known| known == plain("❤️")));
        assert!(!SIGNS.split(' ').any(|known| known == plain("🚲")));
        assert_eq!(SIGNS.split(' ').count(), 73);
    }
}
