//! What is done with an update, and when it is stored.
//!
//! [`Receiver::begin`] takes an update's place in the order and gives back a future that ends when
//! its effect is in the database. Whoever brought it acknowledges it then, and not before. What
//! belongs to the app alone (a press answered, buttons settled, "typing") is done beside and
//! waited for by nobody.

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::Value;
use teloxide_core::payloads::{AnswerCallbackQuery, EditMessageReplyMarkup, SendMessage};
use teloxide_core::types::{CallbackQueryId, ChatId, MessageId, Recipient};
use tokio::sync::oneshot;
use tokio::time::Instant;
use tracing::{debug, info, warn};

use crate::app::editions::Editions;
use crate::app::people::People;
use crate::app::reps::Reps;
use crate::app::turns::{NotTaken, Receipt, Turns};
use crate::channels::order::{Lines, Place};
use crate::domain::ids::{Channel, Locale};

use super::Telegram;
use super::incoming::{Heard, Press, Settle, hear};
use super::outgoing;
use super::pace::Matter;
use super::wire::{Update, number};
use super::written::{at_place, edited_at_place, in_topic, reacted_at_place};

/// When a turn takes longer than this, the app shows that we type.
const TYPING_AFTER: Duration = Duration::from_millis(600);
/// "Typing" is shown for five seconds.
const TYPING_LASTS: Duration = Duration::from_secs(4);
/// A group is told where we talk once in this time.
const GROUP_TOLD: Duration = Duration::from_secs(3_600);

/// Ends when an update's effect is stored.
pub type Stored = Pin<Box<dyn Future<Output = Result<(), NotTaken>> + Send>>;

/// Takes updates of one account.
pub struct Receiver {
    pub(super) telegram: Arc<Telegram>,
    turns: Turns,
    people: People,
    pub(super) reps: Reps,
    pub(super) editions: Arc<Editions>,
    groups: Mutex<HashMap<i64, Instant>>,
    /// The order of what is done to a message, behind the message itself: by chat and number.
    lines: Lines<(i64, i64)>,
}

impl Receiver {
    /// Takes updates for this account and hands them to the house.
    #[must_use]
    pub fn new(
        telegram: Arc<Telegram>,
        turns: Turns,
        people: People,
        reps: Reps,
        editions: Arc<Editions>,
    ) -> Arc<Self> {
        let (groups, lines) = (Mutex::default(), Lines::default());
        Arc::new(Self { telegram, turns, people, reps, editions, groups, lines })
    }

    /// The last place in the line of a message.
    pub(super) fn place(&self, chat: i64, message: Option<i64>) -> Place<(i64, i64)> {
        self.lines.join((chat, message.unwrap_or_default()))
    }

    /// Takes an update's place in the order of its talk.
    ///
    /// # Errors
    /// [`NotTaken`] when the process is stopping.
    pub async fn begin(&self, update: Value) -> Result<Stored, NotTaken> {
        let number = number(&update);
        let read: Update = match serde_json::from_value(update) {
            Ok(read) => read,
            Err(_) => {
                // The words of the error could quote what was said.
                warn!(update = number, "an update has a form that is not known and is passed over");
                return Ok(done());
            }
        };
        if let Some((hand, text, answers)) = at_place(&read)
            && self.reps.who(Channel::Telegram, &hand.user).is_some()
        {
            return self.at_place(hand, text, answers).await;
        }
        if let Some((hand, text)) = edited_at_place(&read)
            && self.reps.who(Channel::Telegram, &hand.user).is_some()
        {
            return Ok(self.edited_at_place(hand, text));
        }
        if let Some((hand, reaction)) = reacted_at_place(&read)
            && self.reps.who(Channel::Telegram, &hand.user).is_some()
        {
            return self.reacted_at_place(&hand, &reaction).await;
        }
        let telegram = &self.telegram;
        let username = telegram.username.load();
        let username = username.as_ref().map(|name| name.as_str());
        if let Some(written) = in_topic(&read, username)
            && telegram.chat_of_reps(written.room.chat).is_some()
            && self.reps.who(Channel::Telegram, &written.hand.user).is_some()
            && let Some(stored) = self.in_topic(&written).await?
        {
            return Ok(stored);
        }
        let now = self.editions.clock().now();
        match hear(read, &telegram.account, username, now) {
            Heard::Turn { incoming, press } => {
                if let Some(press) = &press {
                    self.answer_press(press);
                }
                let chat = incoming.identity.external_id.parse().ok();
                let message = incoming.message.filter(|_| press.is_none());
                let place =
                    message.map(|message| self.place(chat.unwrap_or_default(), Some(message)));
                let receipt = self.turns.enqueue(*incoming).await?;
                let settle = press.and_then(|press| press.settle);
                let stored = stored(telegram.clone(), chat, settle, receipt);
                Ok(Box::pin(async move {
                    let stored = stored.await;
                    drop(place);
                    stored
                }))
            }
            Heard::Settled(press) => {
                self.answer_press(&press);
                Ok(done())
            }
            Heard::Edited { who, message, words: (text, styles) } => {
                let (people, reps) = (self.people.clone(), self.reps.clone());
                let chat = who.external_id.parse().unwrap_or_default();
                let place = self.place(chat, Some(message));
                Ok(Box::pin(async move {
                    place.reached().await;
                    people.edited(&who, message, &text).await?;
                    reps.visitor_edited(&who, message, (&text, &styles)).await
                }))
            }
            Heard::Reacted { who, reaction } => {
                let reps = self.reps.clone();
                Ok(Box::pin(async move { reps.visitor_reacted(&who, &reaction).await }))
            }
            Heard::Left { who, at } => {
                let people = self.people.clone();
                Ok(Box::pin(async move { people.left(&who, at).await }))
            }
            Heard::Returned { who } => {
                let people = self.people.clone();
                Ok(Box::pin(async move { people.returned(&who).await }))
            }
            Heard::Group { chat, locale } => {
                // We may have been made an administrator.
                self.telegram.tries_topics_again(chat);
                self.tell_group(chat, locale);
                Ok(done())
            }
            Heard::Desk { press, hand, data } => self.press_at_desk(press, &hand, &data).await,
            Heard::Order { chat, hand, text, to } => self.order(chat, &hand, &text, to).await,
            Heard::Moved { from, to } => {
                if self.telegram.chat_of_reps(from).is_some() {
                    self.telegram.has_moved(from, to);
                }
                Ok(done())
            }
            Heard::Nothing => Ok(done()),
        }
    }

    /// The app shows a clock on the button until its press is answered.
    fn answer_press(&self, press: &Press) {
        let answer = AnswerCallbackQuery::new(CallbackQueryId(press.id.clone()));
        let api = self.telegram.api.clone();
        tokio::spawn(async move {
            // After a while they cannot be answered any more, and nobody waits for it then.
            if let Err(failure) = api.call(&answer).await {
                debug!(%failure, "a press was not answered");
            }
        });
    }

    /// Whoever speaks to us in a group learns that we talk in private; the reps' group does not.
    pub(super) fn tell_group(&self, chat: i64, locale: Option<Locale>) {
        let telegram = &self.telegram;
        if telegram.chat_of_reps(chat).is_some() {
            return;
        }
        {
            let mut groups = self.groups.lock().unwrap_or_else(PoisonError::into_inner);
            groups.retain(|_, told| told.elapsed() < GROUP_TOLD);
            if groups.insert(chat, Instant::now()).is_some() {
                return;
            }
        }
        let edition = self.editions.current();
        let served = &edition.script.bot;
        let language = |tag: &str| tag.split('-').next().unwrap_or(tag).to_lowercase();
        let wanted = locale.as_ref().and_then(|hint| {
            served.locales.iter().find(|l| language(l.as_str()) == language(hint.as_str()))
        });
        let words = edition.phrase(wanted.unwrap_or(&served.default_locale), "group-private");
        let name = telegram.username.load_full().filter(|name| !name.is_empty());
        let text = match name {
            Some(name) => format!("{words}\nhttps://t.me/{name}"),
            None => words,
        };
        let telegram = telegram.clone();
        tokio::spawn(async move {
            let place = (chat, Matter::Chatter);
            let wait = telegram.pace().book(place, Instant::now(), super::PATIENCE);
            if wait > super::PATIENCE {
                return;
            }
            tokio::time::sleep(wait).await;
            let message = SendMessage::new(Recipient::Id(ChatId(chat)), text);
            let sent = telegram.api.call(&message).await;
            telegram.pace().answered(chat, Instant::now());
            match sent {
                Ok(_) => info!("a group was told that talks are private"),
                Err(failure) => debug!(%failure, "a group was not told that talks are private"),
            }
        });
    }
}

pub(super) fn done() -> Stored {
    Box::pin(async { Ok(()) })
}

/// Waits for a turn's commit. Meanwhile the app shows that we are busy; afterwards the buttons show
/// what was chosen.
async fn stored(
    telegram: Arc<Telegram>,
    chat: Option<i64>,
    settle: Option<Settle>,
    mut receipt: oneshot::Receiver<Result<Receipt, NotTaken>>,
) -> Result<(), NotTaken> {
    let mut pause = TYPING_AFTER;
    let receipt = loop {
        tokio::select! {
            receipt = &mut receipt => break receipt,
            () = tokio::time::sleep(pause) => {
                if let Some(chat) = chat {
                    telegram.shows_typing(chat);
                }
                pause = TYPING_LASTS;
            }
        }
    };
    match receipt {
        Ok(Ok(Receipt::Committed(_))) => {
            if let Some(settle) = settle {
                settle_buttons(&telegram, &settle);
            }
            Ok(())
        }
        Ok(Ok(Receipt::Duplicate | Receipt::Muted)) => Ok(()),
        Ok(Err(NotTaken)) | Err(_) => Err(NotTaken),
    }
}

/// Leaves of the buttons only the one that was chosen.
fn settle_buttons(telegram: &Arc<Telegram>, settle: &Settle) {
    if telegram.pace().is_closed(settle.chat, Instant::now()) {
        return;
    }
    let mut edit =
        EditMessageReplyMarkup::new(Recipient::Id(ChatId(settle.chat)), MessageId(settle.message));
    edit.reply_markup = Some(outgoing::settled(&settle.label));
    let api = telegram.api.clone();
    tokio::spawn(async move {
        if let Err(failure) = api.call(&edit).await {
            debug!(%failure, "buttons were not settled");
        }
    });
}
