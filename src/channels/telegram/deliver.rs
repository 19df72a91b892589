//! Sending one reply: part by part, each at most once as far as anybody can know.

use std::collections::HashMap;
use std::sync::{MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::Value;
use teloxide_core::payloads::SetMessageReaction;
use teloxide_core::types::{InputFile, MessageId, ReactionType};
use tokio::time::Instant;

use crate::app::card;
use crate::app::channel::{Delivered, Delivery, DeliveryError, back_off};
use crate::channels::files::NoFile;
use crate::domain::ids::{Channel, TurnNumber};
use crate::domain::reply::Lane;

use super::api::Failure;
use super::media::{self, Obstacle};
use super::outgoing::{self, Request};
use super::pace::{Matter, is_group};
use super::room::{self, Room};
use super::{Telegram, refusal};

/// The parts of a long reply wait this long for each other within one delivery.
const BETWEEN_PARTS: Duration = Duration::from_secs(2);
/// The sign that a rep's words have arrived: one of those that bots may set.
pub(super) const ARRIVED: &str = "👌";
/// Deliveries remembered at most.
const REMEMBERED: usize = 10_000;

/// A delivery: of whom, which turn, which place.
pub(super) type Key = (String, TurnNumber, i16);

/// How far a delivery came.
#[derive(Clone, Debug, Default)]
pub(super) struct Begun {
    /// Parts that have arrived.
    parts: usize,
    /// The last one's name.
    last: Option<String>,
    /// The next part was tried, and nobody knows whether it arrived.
    unsure: bool,
}

impl Telegram {
    /// Sends what is left of a delivery, part by part.
    pub(super) async fn send(
        &self,
        delivery: &Delivery,
        room: Room,
    ) -> Result<Delivered, DeliveryError> {
        let chat = room.chat;
        let key: Key = (delivery.about.external_id.clone(), delivery.turn, delivery.ordinal);
        let mut begun = self.take_begun(&key);
        if begun.unsure {
            metrics::counter!("docent_delivery_repeats_total", "channel" => "telegram")
                .increment(1);
            begun.unsure = false;
        }
        let link = link_of(delivery);
        let mut requests =
            outgoing::requests(room, delivery.turn, &delivery.outbound, link.as_deref());
        let at = delivery.points_at.as_ref().and_then(|at| room.number_of(&at.name));
        if let (0, Some(first), Some(message)) = (begun.parts, requests.first_mut(), at) {
            first.answer(message);
        }
        let first = begun.parts;
        let mut reopened = false;
        while let Some(request) = requests.get(begun.parts).cloned() {
            if begun.parts > first {
                // Whatever was begun is ended: its parts belong together.
                let place = (chat, Matter::Alert);
                let wait = self.pace().book(place, Instant::now(), BETWEEN_PARTS);
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
            let passes = matches!(request, Request::Passed(_));
            let sent = match request {
                Request::Passed(passed) => match self.pass_on(room, &passed).await {
                    Ok(answer) => Ok(Sent::Message(answer)),
                    Err(Obstacle::Failure(failure)) => Err(failure),
                    Err(Obstacle::NoFile(missing)) => {
                        begun.unsure = false;
                        self.take_begun(&key);
                        let gone = matches!(missing, NoFile::Gone(_));
                        match Self::instead(delivery, room, begun.parts) {
                            Some(words) if gone => {
                                requests.truncate(begun.parts);
                                requests.extend(words);
                                continue;
                            }
                            _ => {}
                        }
                        if begun.parts > 0 {
                            self.put_begun(key, begun);
                        }
                        return Err(media::without(delivery, &missing));
                    }
                },
                request => self.request(request, delivery.outbound.picture.as_deref()).await,
            };
            self.pace().answered(chat, Instant::now());
            match sent {
                Ok(Sent::Message(answer)) => {
                    self.wellness.up();
                    if let Some(message) = room.strayed(answer.as_ref()) {
                        self.take_begun(&key);
                        return Err(self.take_back(room, message).await);
                    }
                    begun.parts += 1;
                    let name = answer.and_then(|message| message["message_id"].as_i64());
                    begun.last = name.map(|name| room.name(name)).or(begun.last);
                }
                // Somebody has closed the topic: it is opened, and the words go there after all.
                Err(Failure::Refused { why, .. })
                    if room.topic.is_some()
                        && refusal::is_topic_closed(&why)
                        && !std::mem::replace(&mut reopened, true)
                        && self.reopen(room).await =>
                {
                    begun.unsure = false;
                }
                Err(failure) if let Some(refused) = self.refused_by_topic(room, &failure) => {
                    self.take_begun(&key);
                    return Err(refused);
                }
                // A picture that is missing or that nobody can show must not cost the answer.
                Ok(Sent::NoPicture) => {
                    requests = outgoing::without_picture(room, delivery.turn, &delivery.outbound);
                }
                Err(Failure::Refused { code: 400 | 413, why, moved_to: None })
                    if picture && !refusal::is_gone(&why) =>
                {
                    tracing::warn!(why, "a picture was refused and is left out");
                    requests = outgoing::without_picture(room, delivery.turn, &delivery.outbound);
                }
                Err(Failure::Refused { code: 400 | 413, why, moved_to: None })
                    if passes
                        && delivery.outbound.reps.instead.is_some()
                        && !refusal::is_gone(&why) =>
                {
                    tracing::warn!(why, "what somebody shared was refused and is told in words");
                    let words = Self::instead(delivery, room, begun.parts).unwrap_or_default();
                    requests.truncate(begun.parts);
                    requests.extend(words);
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
        let last = begun.last.map(|name| if delivery.joined { room::joined(&name) } else { name });
        Ok(Delivered { platform_id: last })
    }

    /// Puts the sign of arrival at a rep's message. One that is gone needs none.
    pub(super) async fn mark(
        &self,
        delivery: &Delivery,
        chat: i64,
        message: i64,
    ) -> Result<Delivered, DeliveryError> {
        let Ok(id) = i32::try_from(message) else {
            return Err(DeliveryError::Rejected { reason: "no name of a message".to_owned() });
        };
        match self.sign(chat, id, ARRIVED).await {
            Ok(_) => Ok(Delivered { platform_id: None }),
            // In a group a sign may be unwanted, or the group gone: no words wait for it.
            Err(failure @ Failure::Refused { moved_to: None, .. }) if is_group(chat) => {
                tracing::debug!(%failure, "a sign was not put at a message in a group");
                Ok(Delivered { platform_id: None })
            }
            Err(failure) => Err(self.refused(delivery, chat, failure)),
        }
    }

    /// Puts a sign at a message.
    pub(super) async fn sign(&self, chat: i64, message: i32, sign: &str) -> Result<(), Failure> {
        let mut put = SetMessageReaction::new(Room::from(chat).recipient(), MessageId(message));
        put.reaction = Some(vec![ReactionType::Emoji { emoji: sign.to_owned() }]);
        self.api.call(&put).await.map(|_| ())
    }

    /// Brings a card up to date; none when there is no card any more, so that a new one is due.
    pub(super) async fn edit(
        &self,
        delivery: &Delivery,
        chat: i64,
        card: &str,
    ) -> Option<Result<Delivered, DeliveryError>> {
        let message = card.parse().ok()?;
        let link = link_of(delivery);
        let edit =
            outgoing::edit(chat, message, delivery.turn, &delivery.outbound, link.as_deref())?;
        let edited = self.api.call(&edit).await;
        self.pace().answered(chat, Instant::now());
        let same = || Some(Ok(Delivered { platform_id: Some(card.to_owned()) }));
        match edited {
            Ok(_) => same(),
            Err(Failure::Refused { why, .. }) if refusal::is_same(&why) => same(),
            Err(Failure::Refused { code: 400, why, moved_to: None })
                if delivery.outbound.reps.edits_only =>
            {
                tracing::info!(
                    why,
                    "a card is there no more, or cannot be edited; it is left alone"
                );
                Some(Ok(Delivered { platform_id: None }))
            }
            Err(Failure::Refused { code: 400, why, moved_to: None }) if !refusal::is_gone(&why) => {
                tracing::info!(why, "a card cannot be edited; a new one is sent");
                None
            }
            Err(failure) => Some(Err(self.refused(delivery, chat, failure))),
        }
    }

    async fn request(&self, request: Request, picture: Option<&str>) -> Result<Sent, Failure> {
        let mut photo = match (request, picture) {
            (Request::Text(message), _) => {
                return Ok(Sent::Message(self.api.call(&message).await?));
            }
            (Request::Picture(photo), Some(_)) => photo,
            (Request::Picture(_) | Request::Passed(_), _) => return Ok(Sent::NoPicture),
        };
        let name = picture.unwrap_or_default();
        if let Ok(url) = name.parse::<reqwest::Url>()
            && matches!(url.scheme(), "https" | "http")
        {
            photo.photo = InputFile::url(url);
            return Ok(Sent::Message(self.api.call(&photo).await?));
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
                done => return Ok(Sent::Message(done?)),
            }
        }
        let Some(file) = self.pictures.read(name).await else { return Ok(Sent::NoPicture) };
        let answer = self.api.upload(&photo, "photo", file).await?;
        let sizes = answer.as_ref().and_then(|message| message["photo"].as_array());
        if let Some(file) = sizes.and_then(|sizes| sizes.last()?["file_id"].as_str()) {
            self.files().insert(name.to_owned(), file.to_owned());
        }
        Ok(Sent::Message(answer))
    }

    /// What a failure means for a delivery.
    pub(super) fn refused(
        &self,
        delivery: &Delivery,
        chat: i64,
        failure: Failure,
    ) -> DeliveryError {
        let reason = failure.to_string();
        match failure {
            Failure::Later(after) => {
                // A moment more than asked for: our clocks and theirs are not one.
                let after = after + Duration::from_millis(250);
                self.pace().close(chat, Instant::now() + after);
                DeliveryError::RetryAt { after, reason }
            }
            Failure::Server(_) | Failure::NotSent(_) | Failure::Unknown(_) => {
                self.is_ill(&failure);
                DeliveryError::back_off(delivery.attempt, reason)
            }
            Failure::Refused { moved_to: Some(moved), .. } if delivery.lane != Lane::Prospect => {
                self.has_moved(chat, moved);
                DeliveryError::RetryAt { after: Duration::ZERO, reason }
            }
            // The group is deleted, or the bot was removed: it takes a person, and nothing is lost.
            Failure::Refused { code, why, .. }
                if is_group(chat) && (code == 403 || refusal::is_gone(&why)) =>
            {
                self.wellness.reps_in_trouble(&format!(
                    "the reps' group cannot be written to ({why}); add the bot to it again and let it write, or set rep.chat anew"
                ));
                DeliveryError::OutOfReach { reason }
            }
            Failure::Refused { code: 401 | 404, .. } => {
                // The token, not the message, is what they mean.
                self.is_ill(&failure);
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
        if begun.len() > REMEMBERED {
            begun.clear();
        }
        begun.insert(key, how_far);
    }
}

/// The address that opens a prospect's chat, in what reps read about them.
fn link_of(delivery: &Delivery) -> Option<String> {
    let ours = delivery.lane != Lane::Prospect && delivery.about.channel == Channel::Telegram;
    ours.then(|| card::link(&delivery.about, None, Channel::Telegram)).flatten()
}

/// What a request came to.
enum Sent {
    /// A message, as the platform tells of it where that could be read.
    Message(Option<Value>),
    /// There is no such picture.
    NoPicture,
}
