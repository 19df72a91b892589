//! Telegram: its updates made plain, our replies made its.
//!
//! * In: [`poll`] asks for updates, [`hook`] is sent them; both hand them to [`receive`], which
//!   knows what [`incoming`] made of each and when it is stored. Only then is it acknowledged.
//! * Out: [`deliver`] sends what [`outgoing`] made of a reply, at the [`pace`] that the
//!   platform allows; words of a talk into its topic ([`topics`]) where the house wants that.
//! * Beside: [`commands`] registers the menu, [`doctor`] tries what is set up.
//!
//! All calls go through [`api`]; what an update looks like is in [`wire`].

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use arc_swap::ArcSwapOption;
use secrecy::{ExposeSecret as _, SecretString};
use teloxide_core::payloads::{GetMe, SendChatAction};
use teloxide_core::types::{ChatAction, ChatId, Recipient};
use tokio::sync::watch;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::app::channel::{
    ChatChannel, Delivered, Delivery, DeliveryError, PATIENCE, Wellness, back_off,
};
use crate::app::pictures::Pictures;
use crate::domain::ids::{AccountId, Channel};
use crate::domain::reply::Lane;

mod amend;
pub mod api;
mod chatter;
mod commands;
mod deliver;
mod desk;
pub mod doctor;
mod fields;
pub mod hook;
mod incoming;
mod media;
mod outgoing;
pub mod pace;
pub mod poll;
mod reactions;
pub mod receive;
mod refusal;
mod room;
mod styles;
#[cfg(test)]
mod tests;
mod text;
mod topics;
mod wire;
mod written;

pub use api::NoClient;

use super::files::Shelves;
use api::{Api, Failure};
use chatter::Chatter;
use deliver::{Begun, Key};
use pace::{Limits, Matter, Pace};
use topics::Forums;

/// Waits longer than this are bridged by "typing".
const NOTICEABLE: Duration = Duration::from_millis(500);

/// What is no alert takes a group's place so early only: an alert that comes meanwhile goes first.
const AHEAD: Duration = Duration::from_secs(1);
/// The same for words of talks, which people wait for.
const WORDS_AHEAD: Duration = Duration::from_secs(3);

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
    /// Chats of single teams, when they are on Telegram.
    pub team_chats: Vec<String>,
    /// Talks are to have topics in the reps' groups.
    pub topics: bool,
    /// Where pictures lie.
    pub pictures: Pictures,
}

/// The account of ours on Telegram.
pub struct Telegram {
    api: Api,
    token: SecretString,
    account: AccountId,
    rep_chat: Option<String>,
    team_chats: Vec<String>,
    /// Talks are to have topics, and which they have.
    wants_topics: bool,
    forums: Forums,
    /// Where groups of reps went when they became supergroups; tells of it, to be remembered over
    /// restarts.
    moves: watch::Sender<HashMap<i64, i64>>,
    pace: Mutex<Pace>,
    pictures: Pictures,
    /// What the platform calls pictures that it has already.
    files: Mutex<HashMap<String, String>>,
    /// Deliveries that were begun and not ended.
    begun: Mutex<HashMap<Key, Begun>>,
    wellness: Wellness,
    username: ArcSwapOption<String>,
    /// Where files of other platforms are fetched.
    shelves: OnceLock<Shelves>,
    chatter: Chatter,
}

impl Telegram {
    /// The account of this token. Nothing is asked of the platform yet.
    ///
    /// # Errors
    /// When the system has no TLS or no threads to spare.
    pub fn new(options: Options) -> Result<Arc<Self>, NoClient> {
        let token = options.token.expose_secret();
        let id = token.split_once(':').map_or(token, |(id, _)| id).to_owned();
        Ok(Arc::new(Self {
            api: Api::new(options.token.clone(), &options.api_url)?,
            token: options.token,
            account: AccountId::from(id),
            rep_chat: options.rep_chat,
            team_chats: options.team_chats,
            wants_topics: options.topics,
            forums: Forums::default(),
            moves: watch::Sender::default(),
            pace: Mutex::new(Pace::new(options.limits)),
            pictures: options.pictures,
            files: Mutex::default(),
            begun: Mutex::default(),
            wellness: Wellness::new(Channel::Telegram),
            username: ArcSwapOption::empty(),
            shelves: OnceLock::new(),
            chatter: Chatter::default(),
        }))
    }

    /// Lets other platforms fetch files here, and ours be fetched.
    pub fn shares(&self, shelves: &Shelves) {
        shelves.put(Channel::Telegram, Arc::new(self.api.clone()));
        // Done once, before anything is delivered.
        let _shared = self.shelves.set(shelves.clone());
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

    /// Tries until the platform answers once, so that a replica that waits for its turn to poll
    /// knows how things are, too.
    pub async fn greet(self: Arc<Self>, stop: CancellationToken) {
        let mut failures = 0_i16;
        while let Err(failure) = self.introduce().await {
            failures = failures.saturating_add(1);
            self.is_ill(&failure);
            tokio::select! {
                () = tokio::time::sleep(back_off(failures)) => {}
                () = stop.cancelled() => return,
            }
        }
        self.wellness.up();
    }

    /// Tells that a call failed for a reason that is not the call's own.
    fn is_ill(&self, failure: &Failure) {
        match failure {
            Failure::Refused { code: 401 | 404, .. } => {
                self.wellness.down(&format!("{failure}: the token is wrong or was revoked"));
            }
            Failure::Refused { code: 409, .. } => self.wellness.down(
                "409: another program asks for this bot's updates; stop it, or use another bot",
            ),
            _ => self.wellness.down(&failure.to_string()),
        }
    }

    /// A group of reps became a supergroup and has another id: it is used from now on.
    pub fn has_moved(&self, from: i64, to: i64) {
        let news = self.moves.send_if_modified(|moved| {
            let first = moved.iter().find(|(_, now)| **now == from).map(|(first, _)| *first);
            moved.insert(first.unwrap_or(from), to) != Some(to)
        });
        if news {
            tracing::warn!(
                chat = to,
                "the reps' group became a supergroup; its new id is used and remembered, and rep.chat or rep.teams should be set to it"
            );
        }
    }

    /// Where groups of reps went, told when one goes.
    #[must_use]
    pub fn moves(&self) -> watch::Receiver<HashMap<i64, i64>> {
        self.moves.subscribe()
    }

    /// The chats of reps, as they are set up.
    pub fn rep_chats(&self) -> impl Iterator<Item = &str> {
        self.rep_chat.iter().chain(&self.team_chats).map(String::as_str)
    }

    /// The chat of reps that has this id now: that of all, or one team's as it is set up.
    fn chat_of_reps(&self, chat: i64) -> Option<Option<String>> {
        let first = {
            let moved = self.moves.borrow();
            let first = moved.iter().find(|(_, now)| **now == chat).map(|(first, _)| *first);
            first.unwrap_or(chat).to_string()
        };
        match self.rep_chat.as_ref() == Some(&first) {
            true => Some(None),
            false => self.team_chats.contains(&first).then_some(Some(first)),
        }
    }

    fn pace(&self) -> MutexGuard<'_, Pace> {
        self.pace.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The platform's id of where a delivery goes.
    fn chat_of(&self, delivery: &Delivery) -> Option<i64> {
        let chat = delivery.to.external_id.parse().ok()?;
        match delivery.lane {
            Lane::Card | Lane::Thread => {
                Some(self.moves.borrow().get(&chat).copied().unwrap_or(chat))
            }
            Lane::Prospect => Some(chat),
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
        let group = self.group_of_topic(delivery);
        let Some(chat) = group.or_else(|| self.chat_of(delivery)) else { return Duration::ZERO };
        let (matter, patience) = match (pace::is_group(chat), delivery.alert_since) {
            // A sign is no message.
            (true, _) if delivery.outbound.reps.mark.is_some() => {
                return self.pace().pause(chat, Instant::now());
            }
            (true, None) if delivery.lane == Lane::Thread => (Matter::Talk, WORDS_AHEAD),
            (true, None) if delivery.outbound.reps.alert => (Matter::Alert, PATIENCE),
            (true, None) => (Matter::Edit, AHEAD),
            _ => (Matter::Alert, PATIENCE),
        };
        let wait = self.pace().book((chat, matter), Instant::now(), patience);
        // What was not booked is given back.
        let wait = if wait > patience { wait.max(PATIENCE + AHEAD) } else { wait };
        if wait > NOTICEABLE && delivery.lane == Lane::Prospect {
            self.shows_typing(chat);
        }
        wait
    }

    fn joins(&self, delivery: &Delivery) -> bool {
        self.group_of_topic(delivery).is_some()
    }

    fn alert_was_late(&self, by: Duration) {
        self.wellness.alert_was_late(by);
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
        if let Some(amends) = &delivery.outbound.reps.amends
            && let Some(done) = self.amend(&delivery, chat, amends).await
        {
            return done;
        }
        if let Some(message) = delivery.outbound.reps.mark {
            return self.mark(&delivery, chat, message).await;
        }
        if let Some(group) = self.group_of_topic(&delivery) {
            return self.to_topic(&delivery, group).await;
        }
        let room = chat.into();
        if let Some(done) = self.react(&delivery, room).await {
            return done;
        }
        self.send(&delivery, room).await
    }
}
