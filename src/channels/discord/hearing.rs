//! Hearing: what is done with each event of a session, in its order.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use tokio_util::sync::CancellationToken;

use super::catchup::{catch_up, with_talk};
use super::gateway::{Session, Told};
use super::inward::{Answer, Heard, Us, heard};
use super::progress::{Progress, Ticket};
use super::wire::Snowflake;
use super::{Discord, Parts, changes, desk, meanwhile, presses, public};
use crate::app::gateway::OpenTalk;
use crate::channels::order::Place;
use crate::domain::ids::Channel;

/// One shard's ears.
pub(super) struct Hearing {
    discord: Arc<Discord>,
    parts: Parts,
    /// Private talks come over the first shard only.
    catches_up: bool,
    current: Arc<Mutex<Current>>,
    /// Ends what outlives a session.
    ended: CancellationToken,
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
            current: Arc::new(Mutex::new(current)),
            ended: CancellationToken::new(),
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
        self.ended.cancel();
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
        let us = Us { account: self.discord.account.clone(), user };
        if let Some(since) = heard_until {
            // Goes on when this session is lost, too: what is behind it came after what it looks for.
            let (parts, hold) = (self.parts.clone(), self.parts.lines.join_all());
            let until = (ticket.share(), self.ended.clone());
            tokio::spawn(meanwhile::catch_up(parts, us.clone(), since, hold, until));
        }
        if self.catches_up {
            // Until this is through the session is not kept: whoever follows catches up, too.
            self.parts.lanes.hold_all();
            self.parts.strangers.begin(heard_until, now);
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
                let at = (self.place(message_id(message)), ticket);
                tokio::spawn(changes::edit(self.parts.clone(), (who, message), words, at));
            }
            Heard::Withdrawn { talk, message } => {
                let (parts, us) = (self.parts.clone(), self.us());
                let at = (self.place(message_id(message)), ticket);
                tokio::spawn(changes::withdraw(parts, us, (talk, message), at));
            }
            Heard::Reacted(reacted) => {
                let line = match reacted.in_server {
                    true => reacted.channel,
                    false => message_id(reacted.reaction.message),
                };
                let at = (self.place(line), ticket);
                tokio::spawn(changes::react(self.parts.clone(), self.us(), reacted, at));
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
                let message = message_id(written.hand.message.unwrap_or_default());
                // Caught up with already, told twice, or gone before it was told.
                if !self.parts.recent.is_new(message) || self.parts.gone.has(message) {
                    return ticket.done();
                }
                let (parts, us) = (self.parts.clone(), self.discord.us());
                let place = self.place(written.channel);
                tokio::spawn(desk::written(parts, us, written, place, ticket));
            }
            Heard::Rewritten(written) => {
                if self.parts.reps.who(Channel::Discord, &written.hand.user).is_none() {
                    return ticket.done();
                }
                let place = self.place(written.channel);
                tokio::spawn(desk::rewritten(self.parts.clone(), written, place, ticket));
            }
            Heard::Deleted(gone) => {
                self.parts.gone.is_new(gone.message);
                let place = self.place(gone.channel);
                tokio::spawn(desk::deleted(self.parts.clone(), gone, place, ticket));
            }
            Heard::Mentioned(mention) => {
                tokio::spawn(public::reply(self.parts.clone(), mention, ticket));
            }
            Heard::Used(used) if matches!(used.answer, Answer::Desk(_)) => {
                tokio::spawn(presses::press_at_desk(self.parts.clone(), used, ticket));
            }
            Heard::Used(used) => {
                // Before anything else, and whatever the database does.
                tokio::spawn(presses::acknowledge(self.parts.clone(), used.clone()));
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

    /// The last place in the line of a channel, or of a message in private.
    fn place(&self, line: Snowflake) -> Place<Snowflake> {
        self.parts.lines.join(line)
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

fn message_id(number: i64) -> Snowflake {
    Snowflake(number.unsigned_abs())
}
