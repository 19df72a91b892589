//! Updates made plain: pure, without a word to anybody.

use chrono::{DateTime, Utc};

use crate::app::reps::Hand;
use crate::domain::along::{Along, Reaction};
use crate::domain::contact::Identity;
use crate::domain::event::{Event, Incoming};
use crate::domain::ids::{AccountId, CampaignId, Channel, Locale};
use crate::domain::reply::{ChoiceId, DeskButton};
use crate::domain::style::Styled;

use super::fields::{handle_of, is_payload, is_private, label_of, locale_of, media, moment};
use super::media::shared;
use super::outgoing::{SETTLED, read_data};
use super::reactions::reaction;
use super::text::clean;
use super::wire::{Callback, Membership, Message, Reacted, Update, User};

/// The longest name that is kept.
const NAME: usize = 128;

/// What an update is to us.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Heard {
    /// It makes a turn.
    Turn {
        /// As the house hears it.
        incoming: Box<Incoming>,
        /// The button that was pressed, if one was.
        press: Option<Press>,
    },
    /// A button that has nothing more to say: only its press is answered.
    Settled(Press),
    /// They changed what they wrote.
    Edited {
        /// Who.
        who: Identity,
        /// The message.
        message: i64,
        /// As it reads now, and how it is set.
        words: (String, Vec<Styled>),
    },
    /// They put a sign at a message, or took it away.
    Reacted {
        /// Who.
        who: Identity,
        /// What.
        reaction: Reaction,
    },
    /// They blocked us.
    Left {
        /// Who.
        who: Identity,
        /// Since when.
        at: DateTime<Utc>,
    },
    /// They lifted a block.
    Returned {
        /// Who.
        who: Identity,
    },
    /// Somebody speaks to us in a group, or has just added us to one.
    Group {
        /// Which.
        chat: i64,
        /// The language of whoever did.
        locale: Option<Locale>,
    },
    /// Somebody pressed a button of the desk.
    Desk {
        /// By which the press is answered.
        press: String,
        /// Who, and by which update.
        hand: Hand,
        /// What the button carries.
        data: String,
    },
    /// Somebody wrote a command in a group, as a reply to a message of ours.
    Order {
        /// Where.
        chat: i64,
        /// Who, and by which update.
        hand: Hand,
        /// What they wrote.
        text: String,
        /// The message that they replied to.
        to: i64,
    },
    /// A group became a supergroup and has another id.
    Moved {
        /// What it was.
        from: i64,
        /// What it is.
        to: i64,
    },
    /// Nothing that concerns us.
    Nothing,
}

/// A press on a button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Press {
    /// By which it is answered.
    pub(super) id: String,
    /// Where the buttons are, and what is left of them.
    pub(super) settle: Option<Settle>,
}

/// Buttons whose choice is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Settle {
    /// The chat.
    pub(super) chat: i64,
    /// The message.
    pub(super) message: i32,
    /// What was chosen, as it reads.
    pub(super) label: String,
}

/// What an update means for the account of ours that got it. `username` is ours, without `@`.
pub(super) fn hear(
    update: Update,
    account: &AccountId,
    username: Option<&str>,
    now: DateTime<Utc>,
) -> Heard {
    let ears = Ears { account, username, update_id: update.update_id, now };
    if let Some(message) = update.message {
        ears.message(message)
    } else if let Some(message) = update.edited_message {
        ears.edited(message)
    } else if let Some(callback) = update.callback_query {
        ears.callback(callback)
    } else if let Some(membership) = update.my_chat_member {
        ears.membership(&membership)
    } else if let Some(reacted) = update.message_reaction {
        ears.reacted(&reacted)
    } else {
        Heard::Nothing
    }
}

struct Ears<'a> {
    account: &'a AccountId,
    username: Option<&'a str>,
    update_id: i64,
    now: DateTime<Utc>,
}

impl Ears<'_> {
    fn message(&self, message: Message) -> Heard {
        let Some(from) = message.from.clone().filter(|from| !from.is_bot) else {
            return Heard::Nothing;
        };
        if !is_private(&message.chat) {
            return self.in_group(&message, &from);
        }
        let (words, styles) = message.words().unwrap_or_default();
        let event = if let Some(text) = &message.text {
            self.said(text)
        } else if let Some(contact) = &message.contact {
            // Their own number is what they would otherwise have typed.
            match contact.user_id == Some(from.id) {
                true => Some(Event::Said { text: clean(&contact.phone_number) }),
                false => Some(Event::Media { kind: "contact".to_owned() }),
            }
        } else if !words.trim().is_empty() {
            Some(Event::Said { text: words })
        } else {
            media(&message).map(|kind| Event::Media { kind: kind.to_owned() })
        };
        match event {
            Some(event) => Heard::Turn {
                incoming: Box::new(Incoming {
                    message: Some(message.message_id),
                    along: Along { media: shared(&message), styles, quotes: message.quotes() },
                    ..self.incoming(&from, event, moment(message.date, self.now))
                }),
                press: None,
            },
            None => Heard::Nothing,
        }
    }

    /// Words, or a command.
    fn said(&self, text: &str) -> Option<Event> {
        let text = clean(text);
        let Some(command) = text.strip_prefix('/') else {
            return Some(Event::Said { text });
        };
        let (name, rest) = command.split_once(char::is_whitespace).unwrap_or((command, ""));
        let name = name.split_once('@').map_or(name, |(name, _)| name).to_lowercase();
        let wish = match name.as_str() {
            "start" => {
                let campaign = Some(rest.trim()).filter(|payload| is_payload(payload));
                return Some(Event::Start { campaign: campaign.map(CampaignId::from) });
            }
            "help" => "help",
            "stop" => "stop",
            "privacy" => "privacy",
            "language" => "change_language",
            "human" => "human",
            // Unknown ones are heard as the words that they are.
            _ => return Some(Event::Said { text: command.to_owned() }),
        };
        Some(Event::Pressed { choice: ChoiceId::Intent(wish.into()), of_turn: None })
    }

    fn edited(&self, message: Message) -> Heard {
        let Some(from) = message.from.as_ref().filter(|from| !from.is_bot) else {
            return Heard::Nothing;
        };
        match message.words() {
            Some(words) if is_private(&message.chat) && message.edit_date.is_some() => {
                Heard::Edited { who: self.identity(from.id), message: message.message_id, words }
            }
            _ => Heard::Nothing,
        }
    }

    fn reacted(&self, reacted: &Reacted) -> Heard {
        let by_person = reacted.user.as_ref().is_some_and(|user| !user.is_bot);
        match reaction(reacted).filter(|_| by_person && is_private(&reacted.chat)) {
            Some(reaction) => Heard::Reacted { who: self.identity(reacted.chat.id), reaction },
            None => Heard::Nothing,
        }
    }

    fn callback(&self, callback: Callback) -> Heard {
        let Callback { id, from, message, data } = callback;
        let data = data.unwrap_or_default();
        if DeskButton::is_of_desk(&data) {
            let group = message.as_ref().map(|message| &message.chat);
            let group = group.filter(|chat| !is_private(chat)).map(|chat| chat.id);
            let hand = self.hand(&from, (None, group));
            return Heard::Desk { press: id, hand, data };
        }
        let private = message.as_ref().is_none_or(|message| is_private(&message.chat));
        if from.is_bot || !private || data == SETTLED {
            return Heard::Settled(Press { id, settle: None });
        }
        let label = message.as_ref().and_then(|message| label_of(message, &data));
        let settle = message.as_ref().and_then(|message| {
            Some(Settle {
                chat: message.chat.id,
                message: i32::try_from(message.message_id).ok()?,
                label: label.clone()?,
            })
        });
        // A button of long ago may name what no longer exists; its words still mean something.
        let event = match (read_data(&data), label) {
            (Some((choice, of_turn)), _) => Event::Pressed { choice, of_turn },
            (None, Some(label)) => Event::Said { text: clean(label.trim_start_matches("✓ ")) },
            (None, None) => Event::Start { campaign: None },
        };
        Heard::Turn {
            incoming: Box::new(self.incoming(&from, event, self.now)),
            press: Some(Press { id, settle }),
        }
    }

    fn membership(&self, membership: &Membership) -> Heard {
        let status = membership.new_chat_member.status.as_str();
        let at = moment(membership.date, self.now);
        if is_private(&membership.chat) {
            let who = self.identity(membership.chat.id);
            return match status {
                "kicked" | "left" => Heard::Left { who, at },
                _ => Heard::Returned { who },
            };
        }
        match (membership.chat.kind.as_str(), status) {
            ("group" | "supergroup", "member" | "administrator") => {
                Heard::Group { chat: membership.chat.id, locale: locale_of(&membership.from) }
            }
            _ => Heard::Nothing,
        }
    }

    fn hand(&self, from: &User, (message, group): (Option<i64>, Option<i64>)) -> Hand {
        Hand {
            channel: Channel::Telegram,
            user: from.id.to_string(),
            update: self.update_id,
            message,
            at: group.map(|group| group.to_string()),
            along: Along::default(),
        }
    }

    /// In a group only what is addressed to us is heard: to say where we talk, and at the desk.
    fn in_group(&self, message: &Message, from: &User) -> Heard {
        if let Some(to) =
            message.other.get("migrate_to_chat_id").and_then(serde_json::Value::as_i64)
        {
            return Heard::Moved { from: message.chat.id, to };
        }
        if let (Some(text), Some(to)) = (&message.text, message.replies_to())
            && text.starts_with('/')
        {
            let hand = self.hand(from, (Some(message.message_id), Some(message.chat.id)));
            return Heard::Order { chat: message.chat.id, hand, text: clean(text), to };
        }
        let words = message.text.as_deref().unwrap_or_default().to_lowercase();
        let addressed =
            self.username.is_some_and(|name| words.contains(&format!("@{}", name.to_lowercase())))
                || words.starts_with("/start") && !words.contains('@');
        match addressed && matches!(message.chat.kind.as_str(), "group" | "supergroup") {
            true => Heard::Group { chat: message.chat.id, locale: locale_of(from) },
            false => Heard::Nothing,
        }
    }

    fn incoming(&self, from: &User, event: Event, at: DateTime<Utc>) -> Incoming {
        let full = match &from.last_name {
            Some(last) => format!("{} {last}", from.first_name),
            None => from.first_name.clone(),
        };
        let name: String =
            clean(full.trim()).replace(['\n', '\t'], " ").chars().take(NAME).collect();
        Incoming {
            identity: self.identity(from.id),
            update_id: self.update_id,
            message: None,
            name: (!name.is_empty()).then_some(name),
            handle: handle_of(from),
            locale_hint: locale_of(from),
            along: Along::default(),
            event,
            at,
        }
    }

    fn identity(&self, id: i64) -> Identity {
        Identity {
            channel: Channel::Telegram,
            account: self.account.clone(),
            external_id: id.to_string(),
        }
    }
}
