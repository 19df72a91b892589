//! Delivering: the outbox's messages as requests, each at most once.
//!
//! The nonce makes Discord itself refuse a repeat for a few minutes. For longer, what may have
//! arrived is looked for among the channel's last messages before it is sent again. Start reading
//! at [`Mail::deliver`].

use std::collections::HashMap;
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use reqwest::Method;
use serde_json::json;
use tokio::time::Instant;

use super::arrived::arrived;
use super::media;
use super::outward::{Draft, Name, card, drafts, edit_of};
use super::rest::{Body, Rest, Trouble};
use super::wire::{Message, Named, Snowflake};
use crate::app::channel::{Delivered, Delivery, DeliveryError, Wellness};
use crate::app::pictures::Pictures;
use crate::channels::files::{NoFile, Parcel, Shelves};
use crate::domain::media::File;
use crate::domain::reply::Lane;

/// How long the nonce is surely honoured; "the past few minutes" are Discord's words.
const HONOURED: Duration = Duration::from_secs(100);
/// After so few tries, and so soon, the first of them is surely not older: between two tries lie a
/// claim of ten seconds and a back-off of a few at most.
const FEW: i16 = 4;
const LATELY: Duration = Duration::from_secs(60);
/// Messages that are looked through for one that may have arrived.
const LOOKED_AT: usize = 50;
/// Private channels and doubts that are remembered.
const REMEMBERED: usize = 20_000;

/// Sends messages. The pace of the first message of a delivery is the caller's.
pub struct Mail {
    pictures: Pictures,
    /// Where files are fetched that go along.
    pub(super) shelves: OnceLock<Shelves>,
    /// The reps' channel, when it is here.
    pub(super) reps: Option<String>,
    /// Where it is told that something is wrong with it.
    pub(super) wellness: Wellness,
    /// No thread could be opened when one was wanted last.
    pub(super) without_threads: AtomicBool,
    /// Whose private channel is which.
    talks: Mutex<HashMap<String, Snowflake>>,
    /// Messages whose fate is unknown, and since when.
    doubts: Mutex<HashMap<String, Instant>>,
}

impl Mail {
    /// Mail with pictures of this house.
    #[must_use]
    pub fn new(pictures: Pictures, reps: Option<String>, wellness: Wellness) -> Self {
        let (talks, doubts) = (Mutex::default(), Mutex::default());
        let (shelves, without_threads) = (OnceLock::new(), AtomicBool::new(false));
        Self { pictures, shelves, reps, wellness, without_threads, talks, doubts }
    }

    /// Remembers the private channel of somebody who wrote from there.
    pub fn knows(&self, user: &str, talk: Snowflake) {
        let mut talks = lock(&self.talks);
        if talks.len() >= REMEMBERED {
            talks.clear();
        }
        talks.insert(user.to_owned(), talk);
    }

    /// The private channel of somebody, if it is known.
    #[must_use]
    pub fn talk_of(&self, user: &str) -> Option<Snowflake> {
        lock(&self.talks).get(user).copied()
    }

    /// Whose private channel this is, if that is known.
    #[must_use]
    pub fn user_of(&self, talk: Snowflake) -> Option<String> {
        let talks = lock(&self.talks);
        talks.iter().find(|(_, known)| **known == talk).map(|(user, _)| user.clone())
    }

    /// Delivers a reply, a card, or what is said in a thread ([`super::threads`]).
    ///
    /// # Errors
    /// See [`DeliveryError`].
    pub async fn deliver(
        &self,
        rest: &Rest,
        us: Snowflake,
        delivery: &Delivery,
    ) -> Result<Delivered, DeliveryError> {
        let attempt = delivery.attempt;
        if rest.pace().must_rest() {
            let reason = "so many requests were refused that Discord would block our address";
            let after = Duration::from_secs(60);
            return Err(DeliveryError::RetryAt { after, reason: reason.to_owned() });
        }
        if let Some(amends) = &delivery.outbound.reps.amends {
            return self.amend(rest, delivery, amends).await;
        }
        let name = name_of(delivery);
        if let (Some(reaction), Some(at)) = (&delivery.outbound.reps.reaction, &delivery.points_at)
            && let Some(done) = self.react(rest, delivery, reaction, at).await
        {
            return done;
        }
        let mut drafts = match delivery.lane {
            Lane::Card => vec![card(&delivery.outbound, delivery.turn, &name)],
            _ => drafts(&delivery.outbound, delivery.turn, &name),
        };
        if let (Some(first), Some(at)) = (drafts.first_mut(), &delivery.points_at) {
            // One that is gone by now is not missed.
            first.body["message_reference"] =
                json!({ "message_id": at.name, "fail_if_not_exists": false });
        }
        if drafts.is_empty() && delivery.outbound.reps.mark.is_none() {
            return Err(DeliveryError::Rejected { reason: "an empty message".to_owned() });
        }
        if delivery.lane == Lane::Thread {
            return self.to_thread(rest, us, delivery, &drafts).await;
        }
        let user = &delivery.to.external_id;
        let mut fresh = false;
        loop {
            let channel = match delivery.lane {
                Lane::Prospect => match self.talk_of(user) {
                    Some(talk) => Ok(talk),
                    None => {
                        fresh = true;
                        self.open_talk(rest, user).await
                    }
                },
                _ => user
                    .parse()
                    .map(Snowflake)
                    .map_err(|_| Trouble::Refused { status: 404, code: 10003 }),
            };
            let sent = match channel {
                Ok(channel) => self.send(rest, us, delivery, channel, &drafts).await,
                Err(trouble) => Err(trouble),
            };
            match sent {
                Ok(platform_id) => return Ok(Delivered { platform_id }),
                // A private channel may get another id; then it is asked for once more.
                Err(Trouble::Refused { code: 10003, .. })
                    if !fresh && delivery.lane == Lane::Prospect =>
                {
                    lock(&self.talks).remove(user);
                }
                Err(trouble) => return Err(error_of(&trouble, attempt, delivery.lane)),
            }
        }
    }

    /// The private channel of somebody.
    pub async fn open_talk(&self, rest: &Rest, user: &str) -> Result<Snowflake, Trouble> {
        let body = Body::Json(json!({ "recipient_id": user }));
        rest.pace().turn(None).await;
        let answer = rest.call(Method::POST, "/users/@me/channels", body, None).await?;
        let Ok(talk) = serde_json::from_value::<Named>(answer) else {
            return Err(Trouble::NotSent("the private channel has no id".to_owned()));
        };
        self.knows(user, talk.id);
        Ok(talk.id)
    }

    /// Sends all messages of a reply; the id of the first for a card, else of the last.
    pub(super) async fn send(
        &self,
        rest: &Rest,
        us: Snowflake,
        delivery: &Delivery,
        channel: Snowflake,
        drafts: &[Draft],
    ) -> Result<Option<String>, Trouble> {
        let of_thread = channel.to_string();
        let place = match delivery.lane {
            Lane::Thread => of_thread.as_str(),
            _ => delivery.to.external_id.as_str(),
        };
        if let (Lane::Card, Some(card), Some(draft)) =
            (delivery.lane, &delivery.replaces, drafts.first())
        {
            let path = format!("/channels/{channel}/messages/{card}");
            let body = Body::Json(edit_of(draft));
            match rest.call(Method::PATCH, &path, body, Some(place)).await {
                Ok(_) => return Ok(Some(card.clone())),
                Err(Trouble::Refused { code: 10008, .. }) if delivery.outbound.reps.edits_only => {
                    return Ok(None);
                }
                // Somebody deleted the card: a new one takes its place.
                Err(Trouble::Refused { code: 10008, .. }) => rest.pace().turn(Some(place)).await,
                Err(trouble) => return Err(trouble),
            }
        }
        let arrived = self.look(rest, us, delivery, channel, drafts).await?;
        let mut id = None;
        for (part, draft) in drafts.iter().enumerate() {
            if let Some(found) = arrived.get(&draft.nonce) {
                id = Some(found.clone());
                continue;
            }
            if part > 0 {
                rest.pace().turn(Some(place)).await;
            }
            let enclosed = match part {
                0 => self.enclosed(delivery).await,
                _ => Ok(Vec::new()),
            };
            id = self.post(rest, channel, (place, delivery), draft, enclosed).await?.or(id);
        }
        Ok(id)
    }

    async fn post(
        &self,
        rest: &Rest,
        channel: Snowflake,
        (place, delivery): (&str, &Delivery),
        draft: &Draft,
        enclosed: Result<Vec<(File, Parcel)>, NoFile>,
    ) -> Result<Option<String>, Trouble> {
        let mut json = draft.body.clone();
        let picture = match &draft.picture {
            // One that is on the web is shown from there.
            Some(url) if url.starts_with("https://") => {
                json["embeds"] = json!([{ "image": { "url": url } }]);
                None
            }
            Some(name) => self.pictures.read(name).await,
            None => None,
        };
        let body = match picture {
            Some(picture) => Body::WithPicture(json, picture),
            None if json["content"] == "" && json["embeds"].is_null() => {
                json["content"] = json!("…");
                Body::Json(json)
            }
            None => Body::Json(json),
        };
        let body = match (body, enclosed) {
            (body, Ok(enclosed)) if enclosed.is_empty() => body,
            (_, Ok(enclosed)) => Body::WithFiles(draft.body.clone(), enclosed),
            (_, Err(NoFile::Later(why))) => return Err(Trouble::NotSent(why)),
            (_, Err(NoFile::Gone(why))) => {
                let without = media::instead(delivery, draft).ok_or(Trouble::NoFile(why))?;
                Body::Json(without)
            }
        };
        let path = format!("/channels/{channel}/messages");
        // Noted before it leaves: this future may be dropped at any moment.
        let new = self.doubt(&draft.nonce);
        let answer = rest.call(Method::POST, &path, body, Some(place)).await;
        let settled = match &answer {
            Ok(_) | Err(Trouble::Refused { .. }) => true,
            // This one did not arrive; an earlier one may have.
            Err(Trouble::NotSent(_) | Trouble::NoFile(_) | Trouble::Limited(_)) => new,
            Err(Trouble::Unknown(_)) => false,
        };
        if settled {
            lock(&self.doubts).remove(&draft.nonce);
        }
        let answer = answer?;
        Ok(serde_json::from_value::<Named>(answer).ok().map(|message| message.id.to_string()))
    }

    /// Tells whether the doubt is new.
    fn doubt(&self, nonce: &str) -> bool {
        let mut doubts = lock(&self.doubts);
        if doubts.len() >= REMEMBERED {
            doubts.clear();
        }
        let known = doubts.len();
        doubts.entry(nonce.to_owned()).or_insert_with(Instant::now);
        doubts.len() > known
    }

    /// What of these arrived long ago, so that the nonce may no longer tell: by nonce.
    async fn look(
        &self,
        rest: &Rest,
        us: Snowflake,
        delivery: &Delivery,
        channel: Snowflake,
        drafts: &[Draft],
    ) -> Result<HashMap<String, String>, Trouble> {
        let first = delivery.attempt <= 1 && !delivery.maybe_repeated;
        let recent = delivery.attempt <= FEW && delivery.waited < LATELY;
        let since = {
            let doubts = lock(&self.doubts);
            drafts.iter().filter_map(|draft| doubts.get(&draft.nonce).copied()).min()
        };
        match since {
            // Known to be recent.
            Some(since) if since.elapsed() < HONOURED => return Ok(HashMap::new()),
            Some(_) => {}
            None if first || recent => return Ok(HashMap::new()),
            // An earlier try of another process, or one that surely failed.
            None => {}
        }
        let path = format!("/channels/{channel}/messages?limit={LOOKED_AT}");
        let answer = rest.get(&path).await?;
        let messages: Vec<Message> = serde_json::from_value(answer).unwrap_or_default();
        let follows = delivery.follows.as_ref().and_then(|id| id.parse().ok()).map(Snowflake);
        Ok(arrived(&messages, us, drafts, follows))
    }
}

/// The name of a message: whom it is about and since when, which row of the outbox.
pub(super) fn name_of(delivery: &Delivery) -> Name {
    let who = &delivery.about;
    Name(format!(
        "{}/{}/{}/{}/{}/{}/{}",
        who.channel.as_str(),
        who.account,
        who.external_id,
        delivery.known_since.timestamp_micros(),
        delivery.lane as i16,
        delivery.turn,
        delivery.ordinal
    ))
}

pub(super) fn error_of(trouble: &Trouble, attempt: i16, lane: Lane) -> DeliveryError {
    let reason = trouble.to_string();
    match trouble {
        Trouble::NotSent(_) | Trouble::Unknown(_) => DeliveryError::back_off(attempt, reason),
        Trouble::NoFile(_) => DeliveryError::Rejected { reason },
        Trouble::Limited(after) => DeliveryError::RetryAt { after: *after, reason },
        // A wrong token is mended by an operator; until then nothing is lost.
        Trouble::Refused { status: 401, .. } => {
            DeliveryError::RetryAt { after: Duration::from_secs(60), reason }
        }
        Trouble::Refused { code: 50007, .. } if lane == Lane::Prospect => {
            DeliveryError::Unreachable {
                reason: "their private messages are closed (50007)".into(),
            }
        }
        Trouble::Refused { code: 50278, .. } if lane == Lane::Prospect => {
            DeliveryError::Unreachable { reason: "we share no server any more (50278)".into() }
        }
        Trouble::Refused { code: 10013, .. } if lane == Lane::Prospect => {
            DeliveryError::Unreachable { reason: "the account is gone (10013)".into() }
        }
        // The reps' channel is deleted or closed to us: it takes a person, and nothing is lost.
        Trouble::Refused { code: 10003 | 50001 | 50013, .. } if lane != Lane::Prospect => {
            DeliveryError::OutOfReach { reason }
        }
        Trouble::Refused { .. } => DeliveryError::Rejected { reason },
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn troubles_become_what_is_done_next() {
        let of = |status, code, lane| match error_of(&Trouble::Refused { status, code }, 1, lane) {
            DeliveryError::Unreachable { .. } => "unreachable",
            DeliveryError::Rejected { .. } => "rejected",
            DeliveryError::RetryAt { .. } => "again",
            DeliveryError::OutOfReach { .. } | DeliveryError::PlaceGone { .. } => "reps",
        };
        assert_eq!(of(403, 50007, Lane::Prospect), "unreachable");
        assert_eq!(of(403, 50278, Lane::Prospect), "unreachable");
        assert_eq!(of(400, 50035, Lane::Prospect), "rejected");
        assert_eq!(of(400, 50035, Lane::Card), "rejected");
        assert_eq!(of(403, 50001, Lane::Card), "reps");
        assert_eq!(of(404, 10003, Lane::Thread), "reps");
        assert_eq!(of(401, 0, Lane::Prospect), "again");
    }
}
