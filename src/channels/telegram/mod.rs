//! Telegram: its updates made plain, our replies made its.
//!
//! * In: [`poll`] asks for updates, [`hook`] is sent them; both hand them to [`receive`], which
//!   knows what [`incoming`] made of each and when it is stored. Only then is it acknowledged.
//! * Out: [`Telegram`] delivers what [`outgoing`] made of a reply, at the [`pace`] that the
//!   platform allows.
//! * Beside: [`commands`] registers the menu, [`doctor`] tries what is set up.
//!
//! All calls go through [`api`]; what an update looks like is in [`wire`].

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use arc_swap::ArcSwapOption;
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;
use teloxide_core::payloads::{GetMe, SendChatAction};
use teloxide_core::types::{ChatAction, ChatId, InputFile, Recipient};
use tokio::time::Instant;

use crate::app::channel::{
    ChatChannel, Delivered, Delivery, DeliveryError, PATIENCE, Wellness, back_off,
};
use crate::app::pictures::Pictures;
use crate::domain::ids::{AccountId, Channel, TurnNumber};
use crate::domain::reply::Lane;

pub mod api;
mod commands;
pub mod doctor;
pub mod hook;
mod incoming;
mod outgoing;
pub mod pace;
pub mod poll;
pub mod receive;
mod refusal;
#[cfg(test)]
mod tests;
mod text;
mod wire;

use api::{Api, Failure};
use outgoing::Request;
use pace::{Limits, Pace};

/// Waits longer than this are bridged by "typing".
const NOTICEABLE: Duration = Duration::from_millis(500);
/// The parts of a long reply wait this long for each other within one delivery.
const BETWEEN_PARTS: Duration = Duration::from_secs(2);

/// How the account is set up.
#[derive(Clone, Debug)]
pub struct Options {
    /// The bot's token.
    pub token: SecretString,
    /// The server of the Bot API.
    pub api_url: String,
    /// The platform's pace.
    pub limits: Limits,
    /// The reps' chat, when it is on Telegram.
    pub rep_chat: Option<String>,
    /// Where pictures lie.
    pub pictures: Pictures,
}

/// The account of ours on Telegram.
pub struct Telegram {
    api: Api,
    token: SecretString,
    account: AccountId,
    rep_chat: Option<String>,
    /// Where the reps' group went when it became a supergroup.
    rep_moved_to: Mutex<Option<i64>>,
    pace: Mutex<Pace>,
    pictures: Pictures,
    /// What the platform calls pictures that it has already.
    files: Mutex<HashMap<String, String>>,
    /// Deliveries that were begun and not ended.
    begun: Mutex<HashMap<Key, Begun>>,
    wellness: Wellness,
    username: ArcSwapOption<String>,
}

/// A delivery: of whom, which turn, which place.
type Key = (String, TurnNumber, i16);

/// How far a delivery came.
#[derive(Clone, Debug, Default)]
struct Begun {
    /// Parts that have arrived.
    parts: usize,
    /// The last one's name.
    last: Option<String>,
    /// The next part was tried, and nobody knows whether it arrived.
    unsure: bool,
}

impl Telegram {
    /// The account of this token. Nothing is asked of the platform yet.
    ///
    /// # Errors
    /// When the system has no TLS or no threads to spare.
    pub fn new(options: Options) -> Result<Arc<Self>, api::NoClient> {
        let token = options.token.expose_secret();
        let id = token.split_once(':').map_or(token, |(id, _)| id).to_owned();
        Ok(Arc::new(Self {
            api: Api::new(options.token.clone(), &options.api_url)?,
            token: options.token,
            account: AccountId::from(id),
            rep_chat: options.rep_chat,
            rep_moved_to: Mutex::new(None),
            pace: Mutex::new(Pace::new(options.limits)),
            pictures: options.pictures,
            files: Mutex::default(),
            begun: Mutex::default(),
            wellness: Wellness::new(Channel::Telegram),
            username: ArcSwapOption::empty(),
        }))
    }

    /// Whether the platform can be reached.
    #[must_use]
    pub fn wellness(&self) -> Wellness {
        self.wellness.clone()
    }

    /// Asks who we are, which tries the token. Returns our name, without `@`.
    ///
    /// # Errors
    /// Why the platform does not say.
    pub async fn introduce(&self) -> Result<String, Failure> {
        let me = self.api.call(&GetMe::new()).await?.unwrap_or_default();
        let name = me["username"].as_str().unwrap_or_default().to_owned();
        self.username.store(Some(Arc::new(name.clone())));
        Ok(name)
    }

    fn pace(&self) -> MutexGuard<'_, Pace> {
        self.pace.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The platform's id of where a delivery goes.
    fn chat_of(&self, delivery: &Delivery) -> Option<i64> {
        let chat = delivery.to.external_id.parse().ok()?;
        let moved = *self.rep_moved_to.lock().unwrap_or_else(PoisonError::into_inner);
        match (delivery.lane, moved) {
            (Lane::Card | Lane::Thread, Some(moved)) => Some(moved),
            _ => Some(chat),
        }
    }

    /// "Typing", which the app shows for five seconds or until a message comes. Nobody waits for it.
    fn shows_typing(&self, chat: i64) {
        if self.pace().is_closed(chat, Instant::now()) {
            return;
        }
        let api = self.api.clone();
        tokio::spawn(async move {
            let typing = SendChatAction::new(Recipient::Id(ChatId(chat)), ChatAction::Typing);
            if let Err(failure) = api.call(&typing).await {
                tracing::debug!(%failure, "typing was not shown");
            }
        });
    }

    /// Sends what is left of a delivery, part by part.
    async fn send(&self, delivery: &Delivery, chat: i64) -> Result<Delivered, DeliveryError> {
        let key: Key = (delivery.about.external_id.clone(), delivery.turn, delivery.ordinal);
        let mut begun = self.take_begun(&key);
        if begun.unsure {
            metrics::counter!("docent_delivery_repeats_total", "channel" => "telegram")
                .increment(1);
            begun.unsure = false;
        }
        let mut requests = outgoing::requests(chat, delivery.turn, &delivery.outbound);
        let first = begun.parts;
        while let Some(request) = requests.get(begun.parts).cloned() {
            if begun.parts > first {
                let wait = self.pace().book(chat, Instant::now(), BETWEEN_PARTS);
                if wait > BETWEEN_PARTS {
                    self.put_begun(key, begun);
                    let reason = "the rest of a long reply".to_owned();
                    return Err(DeliveryError::RetryAt { after: wait, reason });
                }
                tokio::time::sleep(wait).await;
            }
            // Should this be broken off, the next try goes on here and knows no better.
            self.put_begun(key.clone(), Begun { unsure: true, ..begun.clone() });
            let picture = matches!(request, Request::Picture(_));
            let sent = self.request(request, delivery.outbound.picture.as_deref()).await;
            self.pace().answered(chat, Instant::now());
            match sent {
                Ok(Sent::Message(name)) => {
                    self.wellness.up();
                    begun.parts += 1;
                    begun.last = name.or(begun.last);
                }
                // A picture that is missing or that nobody can show must not cost the answer.
                Ok(Sent::NoPicture) => {
                    requests = outgoing::without_picture(chat, delivery.turn, &delivery.outbound);
                }
                Err(Failure::Refused { code: 400 | 413, why, moved_to: None })
                    if picture && !refusal::is_gone(&why) =>
                {
                    tracing::warn!(why, "a picture was refused and is left out");
                    requests = outgoing::without_picture(chat, delivery.turn, &delivery.outbound);
                }
                Err(failure) => {
                    begun.unsure = matches!(failure, Failure::Unknown(_) | Failure::Server(_));
                    let keep = begun.parts > 0 || begun.unsure;
                    self.take_begun(&key);
                    if keep {
                        self.put_begun(key, begun);
                    }
                    return Err(self.refused(delivery, chat, failure));
                }
            }
        }
        self.take_begun(&key);
        Ok(Delivered { platform_id: begun.last })
    }

    /// Brings a card up to date; none when there is no card any more, so that a new one is due.
    async fn edit(
        &self,
        delivery: &Delivery,
        chat: i64,
        card: &str,
    ) -> Option<Result<Delivered, DeliveryError>> {
        let message = card.parse().ok()?;
        let edit = outgoing::edit(chat, message, delivery.turn, &delivery.outbound)?;
        let edited = self.api.call(&edit).await;
        self.pace().answered(chat, Instant::now());
        let same = || Some(Ok(Delivered { platform_id: Some(card.to_owned()) }));
        match edited {
            Ok(_) => same(),
            Err(Failure::Refused { why, .. }) if refusal::is_same(&why) => same(),
            Err(Failure::Refused { code: 400, why, moved_to: None }) if !refusal::is_gone(&why) => {
                tracing::info!(why, "a card cannot be edited; a new one is sent");
                None
            }
            Err(failure) => Some(Err(self.refused(delivery, chat, failure))),
        }
    }

    async fn request(&self, request: Request, picture: Option<&str>) -> Result<Sent, Failure> {
        let mut photo = match (request, picture) {
            (Request::Text(message), _) => return Ok(sent(self.api.call(&message).await?)),
            (Request::Picture(photo), Some(_)) => photo,
            (Request::Picture(_), None) => return Ok(Sent::NoPicture),
        };
        let name = picture.unwrap_or_default();
        if let Ok(url) = name.parse::<reqwest::Url>()
            && matches!(url.scheme(), "https" | "http")
        {
            photo.photo = InputFile::url(url);
            return Ok(sent(self.api.call(&photo).await?));
        }
        let known = self.files().get(name).cloned();
        if let Some(file) = known {
            photo.photo = InputFile::file_id(file.into());
            match self.api.call(&photo).await {
                Err(Failure::Refused { code: 400, why, moved_to: None })
                    if !refusal::is_gone(&why) =>
                {
                    // The platform has forgotten the file: it gets it anew.
                    self.files().remove(name);
                }
                done => return Ok(sent(done?)),
            }
        }
        let Some(file) = self.pictures.read(name).await else { return Ok(Sent::NoPicture) };
        let answer = self.api.upload(&photo, "photo", file).await?;
        let sizes = answer.as_ref().and_then(|message| message["photo"].as_array());
        if let Some(file) = sizes.and_then(|sizes| sizes.last()?["file_id"].as_str()) {
            self.files().insert(name.to_owned(), file.to_owned());
        }
        Ok(sent(answer))
    }

    /// What a failure means for a delivery.
    fn refused(&self, delivery: &Delivery, chat: i64, failure: Failure) -> DeliveryError {
        let reason = failure.to_string();
        match failure {
            Failure::Later(after) => {
                // A moment more than asked for: our clocks and theirs are not one.
                let after = after + Duration::from_millis(250);
                self.pace().close(chat, Instant::now() + after);
                DeliveryError::RetryAt { after, reason }
            }
            Failure::Server(_) | Failure::NotSent(_) | Failure::Unknown(_) => {
                self.wellness.down(&reason);
                DeliveryError::back_off(delivery.attempt, reason)
            }
            Failure::Refused { moved_to: Some(moved), .. } if delivery.lane != Lane::Prospect => {
                let before =
                    self.rep_moved_to.lock().unwrap_or_else(PoisonError::into_inner).replace(moved);
                if before != Some(moved) {
                    tracing::warn!(
                        chat = moved,
                        "the reps' group became a supergroup; set rep.chat to its new id"
                    );
                }
                DeliveryError::RetryAt { after: Duration::ZERO, reason }
            }
            Failure::Refused { code: 401 | 404, .. } => {
                // The token, not the message, is what they mean.
                self.wellness.down(&format!("{reason}: the token is wrong or was revoked"));
                let after = back_off(delivery.attempt.max(5));
                DeliveryError::RetryAt { after, reason }
            }
            Failure::Refused { code, why, .. } => match code == 403 || refusal::is_gone(&why) {
                true => DeliveryError::Unreachable { reason },
                false => DeliveryError::Rejected { reason },
            },
        }
    }

    fn files(&self) -> MutexGuard<'_, HashMap<String, String>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take_begun(&self, key: &Key) -> Begun {
        let mut begun = self.begun.lock().unwrap_or_else(PoisonError::into_inner);
        begun.remove(key).unwrap_or_default()
    }

    fn put_begun(&self, key: Key, how_far: Begun) {
        let mut begun = self.begun.lock().unwrap_or_else(PoisonError::into_inner);
        // Rows that were erased or taken on by another replica leave theirs behind.
        if begun.len() > 10_000 {
            begun.clear();
        }
        begun.insert(key, how_far);
    }
}

/// What a request came to.
enum Sent {
    /// A message, with its name where it could be read.
    Message(Option<String>),
    /// There is no such picture.
    NoPicture,
}

fn sent(answer: Option<Value>) -> Sent {
    let name = answer.and_then(|message| message["message_id"].as_i64());
    Sent::Message(name.map(|name| name.to_string()))
}

impl ChatChannel for Telegram {
    fn channel(&self) -> Channel {
        Channel::Telegram
    }

    fn account(&self) -> &AccountId {
        &self.account
    }

    fn rep_chat(&self) -> Option<&str> {
        self.rep_chat.as_deref()
    }

    fn reserve(&self, delivery: &Delivery) -> Duration {
        let Some(chat) = self.chat_of(delivery) else { return Duration::ZERO };
        let wait = self.pace().book(chat, Instant::now(), PATIENCE);
        if wait > NOTICEABLE && delivery.lane == Lane::Prospect {
            self.shows_typing(chat);
        }
        wait
    }

    async fn deliver(&self, delivery: Delivery) -> Result<Delivered, DeliveryError> {
        let Some(chat) = self.chat_of(&delivery) else {
            let reason = "the address is not the id of a chat".to_owned();
            return Err(DeliveryError::Rejected { reason });
        };
        if let (Lane::Card, Some(card)) = (delivery.lane, &delivery.replaces)
            && let Some(done) = self.edit(&delivery, chat, card).await
        {
            return done;
        }
        self.send(&delivery, chat).await
    }
}
