//! Reps at work: who they are, which talk they mean, and what came of what they did.
//!
//! What a rep does in a talk is a turn of that talk, so it is decided, committed and repeated like
//! any other. Which talk an update goes to is fixed before, since a rep may have turned to another one
//! when the platform brings the update again. Whoever is not on the list can do nothing here. Start
//! reading at [`Reps::act`].

mod amend;
mod begun;
mod calls;
mod cards;
mod orders;
mod reactions;
mod refusal;
mod snippets;
mod why;
mod words;

use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tracing::{debug, info, warn};

use crate::domain::along::Along;
use crate::domain::contact::ContactId;
use crate::domain::desk::{Deed, Rep, RepAct, Unfit};
use crate::domain::event::{Event, Incoming};
use crate::domain::ids::Channel;
use crate::domain::reply::DeskButton;
use crate::domain::style::within;
use crate::handoff::{command, ownership};
use crate::store::conversations::Wanted;
use crate::store::{Db, StoreError};

pub use begun::{Begun, Queued, Word};

use super::card::Desk;
use super::editions::Editions;
use super::opening::{standing, story_of};
use super::report::usual_wait;
use super::turns::{NotTaken, Turns};

/// How often the list of reps is read again.
const REFRESH: Duration = Duration::from_secs(1);
/// How often it is looked whether somebody was asked who is gone, when nobody left meanwhile.
const COUNT: Duration = Duration::from_secs(60);
/// How often it is found out anew how long people usually wait, and from how many days.
const LOOK: Duration = Duration::from_secs(300);
const OF_LATE: i64 = 30;
/// Pauses while the database is away: from, to.
const PAUSE: (Duration, Duration) = (Duration::from_millis(50), Duration::from_secs(2));

/// The reps. Cheap to clone.
#[derive(Clone)]
pub struct Reps(Arc<Inner>);

struct Inner {
    db: Db,
    turns: Turns,
    editions: Arc<Editions>,
    list: ArcSwap<Vec<Rep>>,
    desk: Option<Desk>,
    stop: CancellationToken,
}

/// Somebody at the reps' side, and the update that told of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hand {
    /// The platform.
    pub channel: Channel,
    /// What it calls them.
    pub user: String,
    /// The number of the update.
    pub update: i64,
    /// What it calls the message that they wrote.
    pub message: Option<i64>,
    /// What it calls the chat in which they did it, where that is a group of Telegram: numbers of
    /// messages mean something in their chat only.
    pub at: Option<String>,
    /// What comes along with the words, the styles by their places in the line as it was written.
    pub along: Along,
}

impl Hand {
    /// The same, with the styles by their places in the words without the blanks around them: those
    /// are said.
    fn trimmed(&self, line: &str) -> Self {
        let from = line.len() - line.trim_start().len();
        let styles = within(&self.along.styles, from..from + line.trim().len());
        Self { along: Along { styles, ..self.along.clone() }, ..self.clone() }
    }
}

/// What a button of the desk does.
fn of_button(word: &str) -> Option<Deed> {
    match word {
        "claim" => Some(Deed::Claim),
        "later" => Some(Deed::Later { minutes: command::LATER.0 }),
        "refuse" => Some(Deed::Refuse),
        "keep" => Some(Deed::Keep),
        reason => Unfit::parse(reason).map(|reason| Deed::NotForUs { reason }),
    }
}

impl Reps {
    /// The reps of this house, as far as they are known by now.
    #[must_use]
    pub fn new(
        db: &Db,
        turns: Turns,
        editions: Arc<Editions>,
        desk: Option<Desk>,
        stop: CancellationToken,
    ) -> Self {
        let list = ArcSwap::default();
        Self(Arc::new(Inner { db: db.clone(), turns, editions, list, desk, stop }))
    }

    /// Reads the list again and again until stopped. Somebody who has left is known for a moment
    /// longer; what they do then is in the log.
    pub async fn keep_known(self) {
        let mut next_look = Instant::now();
        let mut next_count = Instant::now();
        while !self.0.stop.is_cancelled() {
            let before = self.0.list.load_full();
            if let Err(error) = self.refresh().await {
                debug!(%error, "the list of reps is read again later");
            }
            // Without a chat of reps nobody is asked.
            let changed = *before != **self.0.list.load() || Instant::now() >= next_count;
            let asked = changed && self.0.desk.is_some();
            if changed {
                next_count = Instant::now() + COUNT;
            }
            if let Err(error) = self.leave_for_the_gone(asked).await {
                next_count = Instant::now();
                debug!(%error, "talks of somebody who left are seen to later");
            }
            if let Err(error) = self.mark_words().await {
                debug!(%error, "reps are told later what became of their words");
            }
            if self.0.desk.is_some() && Instant::now() >= next_look {
                next_look = Instant::now() + LOOK;
                if let Err(error) = self.learn_usual_wait().await {
                    debug!(%error, "how long people usually wait is found out later");
                }
            }
            tokio::select! {
                () = tokio::time::sleep(REFRESH) => {}
                () = self.0.stop.cancelled() => {}
            }
        }
    }

    /// Reads the list.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn refresh(&self) -> Result<(), StoreError> {
        self.0.list.store(Arc::new(self.0.db.list_reps().await?));
        Ok(())
    }

    /// How long people usually waited for a person of late.
    async fn learn_usual_wait(&self) -> Result<(), StoreError> {
        let since = self.0.editions.clock().now() - chrono::Duration::days(OF_LATE);
        let alerts = self.0.db.list_alerts(since).await?;
        self.0.turns.set_usual_wait(usual_wait(&alerts));
        Ok(())
    }

    /// Waits until the list has been read once: before that, whoever is on it is not known.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn known(&self) -> Result<(), NotTaken> {
        self.insist(|| self.refresh()).await
    }

    /// Talks of people who are off the list are theirs no more, and what they were asked to take goes to
    /// the next one: nothing more may reach a place that is theirs alone.
    async fn leave_for_the_gone(&self, asked: bool) -> Result<(), StoreError> {
        let inner = &self.0;
        for (talk, gone) in inner.db.list_abandoned(asked, 50).await? {
            let Some(found) = inner.db.find_talk(talk).await? else { continue };
            let wanted = Wanted { contact: talk, update: None };
            let state = inner.db.find_conversation(wanted).await?.state()?;
            let rep = gone.rep.clone();
            let seat = match ownership::owner(&state) {
                Some(seat) if seat.rep == rep => seat,
                None => gone,
                Some(_) => continue,
            };
            let act = RepAct {
                rep: seat.rep,
                name: seat.name,
                leads: false,
                channel: seat.channel,
                user: seat.user,
                message: None,
                at: None,
                words: found.words,
                story: Box::default(),
                standing: Some(self.0.db.list_messages(talk).await.map(|lines| standing(&lines))?),
                along: Box::default(),
                deed: Deed::Leave,
            };
            let incoming = Incoming {
                identity: found.identity,
                update_id: 0,
                message: None,
                name: found.name,
                handle: None,
                locale_hint: None,
                along: Along::default(),
                event: Event::Rep(act),
                at: inner.editions.clock().now(),
            };
            info!(conversation.id = %talk, rep = %rep, "a talk leaves its rep, who is off the list");
            // Not taken: whoever follows sees to it.
            let _stopping = inner.turns.take(incoming).await;
        }
        Ok(())
    }

    /// The rep whom a platform calls so.
    #[must_use]
    pub fn who(&self, channel: Channel, user: &str) -> Option<Rep> {
        let list = self.0.list.load();
        list.iter().find(|rep| rep.channel == channel && rep.user == user).cloned()
    }

    /// Somebody pressed a button of the desk. Its place in the order of the talk is taken when this
    /// returns.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn press(&self, hand: &Hand, data: &str) -> Result<Begun, NotTaken> {
        let deed = DeskButton::read(data).and_then(|(deed, talk)| Some((of_button(deed)?, talk)));
        match deed {
            Some((deed, talk)) => self.act(hand, talk, deed).await,
            None => Ok(self.told("desk-gone")),
        }
    }

    /// Somebody does something in a talk: a turn of it, made once however often the update comes. Its
    /// place in the order of the talk is taken when this returns.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn act(&self, hand: &Hand, talk: ContactId, deed: Deed) -> Result<Begun, NotTaken> {
        let Some(rep) = self.who(hand.channel, &hand.user) else {
            return Ok(Begun::Told(self.stranger(hand)));
        };
        let inner = &self.0;
        let now = inner.editions.clock().now();
        let talk =
            self.insist(|| inner.db.route_update(hand.channel, hand.update, talk, now)).await?;
        let Some(found) = self.insist(|| inner.db.find_talk(talk)).await? else {
            return Ok(self.told("desk-gone"));
        };
        if let (Deed::Say { .. } | Deed::Snippet { .. }, Some(begun)) =
            (&deed, self.too_large(&hand.along.media, found.identity.channel))
        {
            return Ok(begun);
        }
        let deed = match self.prepared(&rep, deed, now).await? {
            Ok(deed) => deed,
            Err(word) => return Ok(word),
        };
        let took = matches!(deed, Deed::Claim | Deed::Take { .. });
        let back = deed.gives_back();
        let lines = match took || back {
            true => self.insist(|| inner.db.list_messages(talk)).await?,
            false => Vec::new(),
        };
        let story = if took { story_of(&lines).into() } else { Box::default() };
        let act = RepAct {
            rep: rep.id.clone(),
            name: rep.name.clone(),
            leads: rep.leads,
            channel: hand.channel,
            user: hand.user.clone(),
            message: hand.message,
            at: hand.at.clone(),
            words: found.words,
            story,
            standing: back.then(|| standing(&lines)),
            along: Box::new(hand.along.clone()),
            deed: deed.clone(),
        };
        let incoming = Incoming {
            identity: found.identity,
            update_id: hand.update,
            message: None,
            name: found.name.clone(),
            handle: None,
            locale_hint: None,
            along: Along::default(),
            event: Event::Rep(act),
            at: now,
        };
        let receipt = inner.turns.enqueue(incoming).await?;
        let (hand, name) = (hand.clone(), found.name);
        Ok(Begun::Queued(Box::new(Queued {
            reps: self.clone(),
            hand,
            talk,
            name,
            took,
            deed,
            receipt,
        })))
    }

    fn told(&self, key: &str) -> Begun {
        Begun::Told(Word::told(self.say(key, &[])))
    }

    /// Tries until the database answers.
    async fn insist<T, F>(&self, ask: impl Fn() -> F) -> Result<T, NotTaken>
    where
        F: Future<Output = Result<T, StoreError>>,
    {
        let mut pause = PAUSE.0;
        loop {
            match ask().await {
                Ok(found) => return Ok(found),
                Err(error) => warn!(%error, "a rep waits for the database"),
            }
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = self.0.stop.cancelled() => return Err(NotTaken),
            }
            pause = (pause * 2).min(PAUSE.1);
        }
    }
}
