//! Hearing: what is done with each event of a session, in its order.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde_json::Value;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use tracing::debug;

use super::answer::{self, first_answer};
use super::catchup::{catch_up, with_talk};
use super::desk::{self, Written};
use super::gateway::{Session, Told};
use super::inward::{Answer, Heard, Us, Use, heard};
use super::progress::{Progress, Ticket};
use super::public;
use super::reactions::Reacted;
use super::wire::Snowflake;
use super::{Discord, Parts};
use crate::app::gateway::OpenTalk;
use crate::app::reps::Hand;
use crate::domain::along::Along;
use crate::domain::contact::Identity;
use crate::domain::ids::Channel;
use crate::domain::style::Styled;

/// Discord waits three seconds for an answer.
const ANSWERED: Duration = Duration::from_millis(2_000);

/// One shard's ears.
pub(super) struct Hearing {
    discord: Arc<Discord>,
    parts: Parts,
    /// Private talks come over the first shard only.
    catches_up: bool,
    current: Arc<Mutex<Current>>,
    /// What reps write.
    desk: mpsc::UnboundedSender<(Written, Ticket)>,
}

/// The session that is on.
#[derive(Default)]
struct Current {
    session: Option<Session>,
    progress: Progress,
    kept: u64,
    /// Ends catching up when the session ends.
    alive: CancellationToken,
    /// The connection was made to go on with a session, and it is not told yet that all was told.
    resuming: bool,
    /// Until when the session, or the one before it, was heard for sure.
    heard_until: Option<DateTime<Utc>>,
}

/// How far the session is done, for whoever keeps it.
#[derive(Clone)]
pub(super) struct Kept(Arc<Mutex<Current>>);

impl Kept {
    /// The session at what is committed, when that is more than was kept last.
    pub(super) fn news(&self) -> Option<Session> {
        let mut current = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let done = current.progress.done();
        let session = current.session.clone().filter(|_| done > current.kept)?;
        current.kept = done;
        Some(Session { seq: done, ..session })
    }
}

impl Hearing {
    pub(super) fn new(
        discord: &Arc<Discord>,
        parts: &Parts,
        catches_up: bool,
        session: Option<&Session>,
        heard_until: Option<DateTime<Utc>>,
    ) -> Self {
        let seq = session.map_or(0, |session| session.seq);
        let current = Current {
            session: session.cloned(),
            progress: Progress::from(seq),
            kept: seq,
            heard_until,
            ..Current::default()
        };
        Self {
            discord: discord.clone(),
            parts: parts.clone(),
            catches_up,
            desk: desk::reader(parts.clone()),
            current: Arc::new(Mutex::new(current)),
        }
    }

    /// The session to go on with, after the last event heard: what is not committed yet is still
    /// in this process.
    pub(super) fn session(&self) -> Option<Session> {
        let current = self.current();
        let seq = current.progress.heard();
        current.session.clone().map(|session| Session { seq, ..session })
    }

    /// Where it is read how far the session is done.
    pub(super) fn kept(&self) -> Kept {
        Kept(self.current.clone())
    }

    /// The session is over.
    pub(super) fn forget(&self) {
        let mut current = self.current();
        current.alive.cancel();
        current.session = None;
    }

    /// The shard is given up.
    pub(super) fn end(&self) {
        self.current().alive.cancel();
    }

    /// The gateway is called, to go on with a session or to begin one.
    pub(super) fn calls(&self, resuming: bool) {
        self.current().resuming = resuming && self.catches_up;
    }

    /// The connection is over.
    pub(super) fn hung_up(&self) {
        if std::mem::take(&mut self.current().resuming) {
            self.parts.lanes.retells(false);
        }
    }

    /// Takes what the gateway tells. Returns when it has its place.
    pub(super) async fn hear(&self, told: Told) {
        let before = self.current().heard_until.replace(self.parts.gateway.now());
        match told {
            Told::Began(session, ready) => self.begin(session, ready.user.id, before),
            Told::Resumed { seq } => {
                self.progress().begin(seq).done();
                self.current().resuming = false;
                self.parts.lanes.follows();
                self.parts.lanes.retells(false);
            }
            Told::There => {}
            Told::Happened { seq, kind, event } => {
                if self.current().resuming {
                    self.parts.lanes.retells(true);
                }
                let ticket = self.progress().begin(seq);
                let us = Us { account: self.discord.account.clone(), user: self.discord.us() };
                let now = self.parts.gateway.now();
                self.happened(heard(&kind, &event, &us, now), ticket).await;
            }
        }
    }

    fn begin(&self, session: Session, user: Snowflake, heard_until: Option<DateTime<Utc>>) {
        self.discord.user.store(user.0, std::sync::atomic::Ordering::Relaxed);
        let now = self.parts.gateway.now();
        let (ticket, alive) = {
            let mut current = self.current();
            current.resuming = false;
            current.alive.cancel();
            current.alive = CancellationToken::new();
            current.progress = Progress::from(session.seq.saturating_sub(1));
            current.kept = session.seq.saturating_sub(1);
            let ticket = current.progress.begin(session.seq);
            current.session = Some(session);
            (ticket, current.alive.clone())
        };
        if heard_until.is_some() {
            self.parts.lanes.follows();
        }
        self.parts.lanes.retells(false);
        if self.catches_up {
            // Until this is through the session is not kept: whoever follows catches up, too.
            self.parts.lanes.hold_all();
            self.parts.strangers.begin(heard_until, now);
            let us = Us { account: self.discord.account.clone(), user };
            tokio::spawn(catch_up(self.parts.clone(), us, ticket, alive));
        } else {
            ticket.done();
        }
    }

    async fn happened(&self, heard: Heard, ticket: Ticket) {
        match heard {
            Heard::Nothing => ticket.done(),
            Heard::Said { incoming, talk } => {
                let who = &incoming.identity.external_id;
                self.parts.mail.knows(who, talk);
                let now = self.parts.gateway.now();
                if let Some(since) = self.parts.strangers.first_word(who, now) {
                    self.look_back(who.clone(), since, ticket.share());
                }
                self.parts.lanes.take(incoming, ticket).await;
            }
            Heard::Edited { who, message, words } => {
                tokio::spawn(edit(self.parts.clone(), who, message, words, ticket));
            }
            Heard::Withdrawn { talk, message } => {
                tokio::spawn(withdraw(self.parts.clone(), self.us(), talk, message, ticket));
            }
            Heard::Reacted(reacted) => {
                tokio::spawn(react(self.parts.clone(), self.us(), reacted, ticket));
            }
            Heard::Written(written) => {
                // What anybody else says to others is none of our business.
                if self.parts.reps.who(Channel::Discord, &written.hand.user).is_none() {
                    match written.mention {
                        Some(mention) => {
                            tokio::spawn(public::reply(self.parts.clone(), mention, ticket));
                        }
                        None => ticket.done(),
                    }
                    return;
                }
                // It goes down with the process at worst, and then it is told again.
                let _stopping = self.desk.send((written, ticket));
            }
            Heard::Rewritten(written) => {
                if self.parts.reps.who(Channel::Discord, &written.hand.user).is_none() {
                    return ticket.done();
                }
                tokio::spawn(desk::rewritten(self.parts.clone(), written, ticket));
            }
            Heard::Deleted { channel, message, update } => {
                let parts = self.parts.clone();
                tokio::spawn(desk::deleted(parts, channel, message, update, ticket));
            }
            Heard::Mentioned(mention) => {
                tokio::spawn(public::reply(self.parts.clone(), mention, ticket));
            }
            Heard::Used(used) if matches!(used.answer, Answer::Desk(_)) => {
                tokio::spawn(press_at_desk(self.parts.clone(), used, ticket));
            }
            Heard::Used(used) => {
                // Before anything else, and whatever the database does.
                tokio::spawn(acknowledge(self.parts.clone(), used.clone()));
                if let (Some(incoming), Some(talk)) = (&used.incoming, used.talk) {
                    self.parts.mail.knows(&incoming.identity.external_id, talk);
                }
                match used.incoming {
                    Some(incoming) => self.parts.lanes.take(incoming, ticket).await,
                    None => ticket.done(),
                }
            }
        }
    }

    /// A stranger writes, and may have written before while nobody listened.
    fn look_back(&self, who: String, since: Snowflake, share: Ticket) {
        self.parts.lanes.hold(&who);
        let (parts, last_update) = (self.parts.clone(), since.number());
        let us = Us { account: self.discord.account.clone(), user: self.discord.us() };
        tokio::spawn(async move {
            with_talk(&parts, &us, &OpenTalk { who, last_update }, share).await;
        });
    }

    fn us(&self) -> Us {
        Us { account: self.discord.account.clone(), user: self.discord.us() }
    }

    fn progress(&self) -> Progress {
        self.current().progress.clone()
    }

    fn current(&self) -> std::sync::MutexGuard<'_, Current> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A button of the desk is answered with what came of it, or, when the database takes its time, with
/// a sign that it was heard; then the card shows what came of it.
async fn press_at_desk(parts: Parts, used: Use, ticket: Ticket) {
    let Answer::Desk(data) = &used.answer else { return };
    let hand = Hand {
        channel: Channel::Discord,
        user: used.user.to_string(),
        update: used.id.number(),
        message: None,
        at: None,
        along: Along::default(),
    };
    let reps = parts.reps.clone();
    let done = async { reps.press(&hand, data).await?.done().await };
    tokio::pin!(done);
    let word = match tokio::time::timeout(ANSWERED, &mut done).await {
        Ok(word) => word,
        Err(_slow) => {
            answer(&parts, &used, first_answer(&used, &parts.front)).await;
            // Not taken: it is told again to whoever follows.
            if done.await.is_ok() {
                ticket.done();
            }
            return;
        }
    };
    if let Ok(word) = word {
        ticket.done();
        answer(&parts, &used, answer::word(&word.text)).await;
    }
}

async fn acknowledge(parts: Parts, used: Use) {
    let body = first_answer(&used, &parts.front);
    answer(&parts, &used, body).await;
}

async fn answer(parts: &Parts, used: &Use, body: Value) {
    // Once more at most: after three seconds nobody takes it. One that was told again after a
    // restart is answered already.
    for _ in 0..2 {
        match parts.rest.answer(used.id.0, &used.token, body.clone()).await {
            Ok(()) => return,
            Err(super::rest::Trouble::Refused { status, code }) => {
                debug!(status, code, "an interaction had its answer already, or is too old");
                return;
            }
            Err(trouble) => debug!(%trouble, "an interaction is answered once more"),
        }
    }
}

/// An edit may overtake the turn of its message.
async fn edit(
    parts: Parts,
    who: Identity,
    message: i64,
    (text, styles): (String, Vec<Styled>),
    ticket: Ticket,
) {
    turn_is_made(&parts, &who).await;
    let put_right = parts.people.edited(&who, message, &text).await.is_ok();
    if put_right && parts.reps.visitor_edited(&who, message, (&text, &styles)).await.is_ok() {
        ticket.done();
    }
}

/// Somebody took back what they wrote in private.
async fn withdraw(parts: Parts, us: Us, talk: Snowflake, message: i64, ticket: Ticket) {
    // Nobody's whom we know: there is nothing of theirs in the record.
    let Some(user) = whose(&parts, talk).await else { return ticket.done() };
    let who = Identity { channel: Channel::Discord, account: us.account, external_id: user };
    turn_is_made(&parts, &who).await;
    let put_right = parts.people.deleted(&who, message).await.is_ok();
    if put_right && parts.reps.visitor_deleted(&who, message).await.is_ok() {
        ticket.done();
    }
}

/// A sign at a message: a visitor's in private, or a rep's in a thread.
async fn react(parts: Parts, us: Us, reacted: Reacted, ticket: Ticket) {
    let Reacted { user, channel, in_server, reaction, update } = reacted;
    let user = user.to_string();
    let taken = if in_server {
        let (channel, message) = (channel.to_string(), None);
        let hand = Hand {
            channel: Channel::Discord,
            user,
            update,
            message,
            at: None,
            along: Along::default(),
        };
        match parts.reps.reacted(&hand, &reaction, &channel).await {
            Ok(Some(begun)) => begun.done().await.is_ok(),
            Ok(None) => true,
            Err(_) => false,
        }
    } else {
        let who = Identity { channel: Channel::Discord, account: us.account, external_id: user };
        turn_is_made(&parts, &who).await;
        parts.reps.visitor_reacted(&who, &reaction).await.is_ok()
    };
    // Not taken: it is told again to whoever follows.
    if taken {
        ticket.done();
    }
}

/// Whose private channel this is.
async fn whose(parts: &Parts, talk: Snowflake) -> Option<String> {
    if let Some(user) = parts.mail.user_of(talk) {
        return Some(user);
    }
    let told = parts.rest.get(&format!("/channels/{talk}")).await.ok()?;
    let user = told["recipients"][0]["id"].as_str()?;
    parts.mail.knows(user, talk);
    Some(user.to_owned())
}

/// Waits until what somebody wrote before is a turn.
async fn turn_is_made(parts: &Parts, who: &Identity) {
    for _ in 0..500 {
        if parts.lanes.is_idle(&who.external_id) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
