//! The desk on Telegram: buttons of cards, and commands that answer a card in the reps' group.

use std::sync::Arc;

use teloxide_core::payloads::{AnswerCallbackQuery, SendMessage};
use teloxide_core::types::{CallbackQueryId, MessageId, ReplyParameters};
use tokio::time::Instant;
use tracing::debug;

use crate::app::reps::{Hand, Reps, Word};
use crate::app::turns::NotTaken;
use crate::domain::along::Reaction;

use super::pace::Matter;
use super::receive::{Receiver, Stored, done};
use super::room::Room;
use super::written::InTopic;
use super::{Telegram, chatter, pace};

/// The longest answer to a press, in characters.
const ANSWER: usize = 190;
/// The sign that words went to nobody: one of those that bots may set.
const NOTE: &str = "✍";

impl Receiver {
    /// A button of the desk: whoever pressed is told what came of it, in the app and at once.
    pub(super) async fn press_at_desk(
        &self,
        press: String,
        hand: &Hand,
        data: &str,
    ) -> Result<Stored, NotTaken> {
        let begun = self.reps.press(hand, data).await?;
        let api = self.telegram.api.clone();
        Ok(Box::pin(async move {
            let word = begun.done().await?;
            let mut answer = AnswerCallbackQuery::new(CallbackQueryId(press));
            answer.show_alert = (!word.done).then_some(true);
            answer.text = Some(word.text.chars().take(ANSWER).collect());
            tokio::spawn(async move {
                if let Err(failure) = api.call(&answer).await {
                    debug!(%failure, "a press at the desk was not answered");
                }
            });
            Ok(())
        }))
    }

    /// A rep writes in private. Words that go to the prospect are answered by a sign once they have
    /// arrived; everything else is answered at once.
    pub(super) async fn at_place(
        &self,
        hand: Hand,
        text: Option<String>,
        answers: Option<i64>,
    ) -> Result<Stored, NotTaken> {
        let (telegram, reps) = (self.telegram.clone(), self.reps.clone());
        let (chat, message) = (hand.user.parse::<i64>().unwrap_or_default(), hand.message);
        // What takes a message back waits for what was done to it before; others have their place in
        // the talk at once.
        let takes_back = text.as_deref().is_some_and(Reps::takes_back);
        let place = self.place(chat, if takes_back { answers } else { message });
        let begun = match takes_back {
            true => None,
            false => Some(reps.at_place(&hand, text.as_deref(), answers).await?),
        };
        Ok(Box::pin(async move {
            let begun = match begun {
                Some(begun) => begun,
                None => {
                    place.reached().await;
                    reps.at_place(&hand, text.as_deref(), answers).await?
                }
            };
            let word = begun.done().await?;
            drop(place);
            if !word.silent {
                tokio::spawn(answer(telegram, chat.into(), message, word.text));
            }
            Ok(())
        }))
    }

    /// A rep has put a sign at a message in private. One that is of no talk concerns nobody.
    pub(super) async fn reacted_at_place(
        &self,
        hand: &Hand,
        reaction: &Reaction,
    ) -> Result<Stored, NotTaken> {
        let begun = self.reps.reacted(hand, reaction, &hand.user).await?;
        Ok(Box::pin(async move {
            if let Some(begun) = begun {
                // What is not done needs no word: a sign is no question.
                begun.done().await?;
            }
            Ok(())
        }))
    }

    /// A rep writes in a topic, or has edited what they wrote there; none when it is no talk's. Words
    /// that stay among colleagues get a sign, so that they cost the group nothing.
    pub(super) async fn in_topic(&self, written: &InTopic) -> Result<Option<Stored>, NotTaken> {
        let InTopic { hand, room, text, answers, edited } = written.clone();
        if edited {
            return Ok(Some(self.edited_by_rep(hand, text.unwrap_or_default(), room)));
        }
        let (chat, topic) = (room.chat.to_string(), room.topic.map_or(0, i64::from));
        let (telegram, reps) = (self.telegram.clone(), self.reps.clone());
        if text.as_deref().is_some_and(Reps::takes_back) {
            let place = self.place(room.chat, answers);
            return Ok(Some(Box::pin(async move {
                place.reached().await;
                let at = (chat.as_str(), topic);
                let begun = reps.in_topic(&hand, text.as_deref(), at, answers).await?;
                let Some(begun) = begun else { return Ok(()) };
                let word = begun.done().await?;
                if !word.silent {
                    tokio::spawn(answer(telegram, room, hand.message, word.text));
                }
                Ok(())
            })));
        }
        let place = self.place(room.chat, hand.message);
        let begun = reps.in_topic(&hand, text.as_deref(), (&chat, topic), answers).await?;
        let Some(begun) = begun else { return Ok(None) };
        Ok(Some(Box::pin(async move {
            let word = begun.done().await?;
            drop(place);
            if word.note || word.noted {
                tokio::spawn(mark_as_note(telegram, room.chat, hand.message));
            } else if !word.silent && !word.took {
                // What a topic begins with tells that they have it.
                tokio::spawn(answer(telegram, room, hand.message, word.text));
            }
            Ok(())
        })))
    }

    /// A rep has edited what they wrote in private. What was never passed on concerns nobody.
    pub(super) fn edited_at_place(&self, hand: Hand, text: String) -> Stored {
        let chat: i64 = hand.user.parse().unwrap_or_default();
        self.edited_by_rep(hand, text, chat.into())
    }

    fn edited_by_rep(&self, hand: Hand, text: String, room: Room) -> Stored {
        let (telegram, reps) = (self.telegram.clone(), self.reps.clone());
        let place = self.place(room.chat, hand.message);
        Box::pin(async move {
            place.reached().await;
            // Another replica may be told of the message itself.
            let Some(begun) = reps.edited(&hand, &text, true).await? else { return Ok(()) };
            let word = begun.done().await?;
            drop(place);
            if !word.silent {
                tokio::spawn(answer(telegram, room, hand.message, word.text));
            }
            Ok(())
        })
    }

    /// A command in a group, as a reply to a card. The card itself shows what is done; what is not
    /// is said.
    pub(super) async fn order(
        &self,
        chat: i64,
        hand: &Hand,
        text: &str,
        to: i64,
    ) -> Result<Stored, NotTaken> {
        let Some(place) = self.telegram.chat_of_reps(chat) else { return Ok(done()) };
        let card = to.to_string();
        let Some(begun) = self.reps.order(hand, text, (&card, place.as_deref())).await? else {
            return Ok(done());
        };
        let telegram = self.telegram.clone();
        let message = hand.message;
        Ok(Box::pin(async move {
            let Word { text, done, aloud, .. } = begun.done().await?;
            if !done || aloud {
                tokio::spawn(answer(telegram, chat.into(), message, text));
            }
            Ok(())
        }))
    }
}

/// A word of the house under a rep's message. In a group it waits until no alert needs its place.
async fn answer(telegram: Arc<Telegram>, room: Room, message: Option<i64>, text: String) {
    if pace::is_group(room.chat) {
        return chatter::say(telegram, room, message, text).await;
    }
    let place = (room.chat, Matter::Alert);
    let wait = telegram.pace().book(place, Instant::now(), super::PATIENCE);
    if wait > super::PATIENCE {
        return;
    }
    tokio::time::sleep(wait).await;
    send_now(telegram, room, message, text).await;
}

/// Puts the sign at a message that it went to nobody.
async fn mark_as_note(telegram: Arc<Telegram>, chat: i64, message: Option<i64>) {
    let Some(message) = message.and_then(|id| i32::try_from(id).ok()) else { return };
    if let Err(failure) = telegram.sign(chat, message, NOTE).await {
        debug!(%failure, "words among colleagues were not marked as a note");
    }
}

/// Sends a word whose place is booked.
pub(super) async fn send_now(
    telegram: Arc<Telegram>,
    room: Room,
    message: Option<i64>,
    text: String,
) {
    let mut said = SendMessage::new(room.recipient(), text);
    said.message_thread_id = room.thread();
    said.reply_parameters =
        message.and_then(|id| i32::try_from(id).ok()).map(|id| ReplyParameters::new(MessageId(id)));
    let sent = telegram.api.call(&said).await;
    telegram.pace().answered(room.chat, Instant::now());
    if let Err(failure) = sent {
        debug!(%failure, "a rep was not told what came of a command");
    }
}
