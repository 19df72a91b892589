//! What one update becomes: a turn, a word that it was one too many, or a turn put aside.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use chrono::{DateTime, Utc};
use tokio::time::Instant;
use tracing::{error, info, warn};

use crate::decide::{Brain, decide};
use crate::domain::conversation::State;
use crate::domain::event::{Event, Incoming};
use crate::domain::facts::{Facts, Shares};
use crate::domain::handoff::Colleague;
use crate::domain::ids::{Channel, TurnNumber};
use crate::domain::media::Shared;
use crate::handoff::calendar::{Calendar, is_on_duty};
use crate::handoff::worktime::Hours;
use crate::script::model::Bot;
use crate::store::StoreError;
use crate::store::commit::Committed;
use crate::store::conversations::{Conversation, Wanted};
use crate::store::reps::OnList;
use crate::store::turns::Turn;

use super::super::compose::{Aside, Decided, compose, compose_aside, update_of};
use super::{Inner, Job, Receipt};

/// Failures after which an event is put aside.
const FAILURES: u8 = 3;

impl Inner {
    /// The turn that an update makes.
    pub(super) async fn turn_of(
        &self,
        job: &Job,
        conversation: &Conversation,
    ) -> Result<Result<Turn, String>, StoreError> {
        if !job.last_word {
            return self.decide(job, conversation).await;
        }
        warn!(conversation.id = %job.contact, "somebody writes faster than people do and is not heard for a moment");
        let edition = self.editions.current();
        let told = conversation.state().and_then(|state| {
            let (incoming, after) = (&job.incoming, conversation.version);
            compose_aside(job.contact, &edition, incoming, &state, after, Aside::Flood)
        });
        Ok(told.map_err(|error| error.to_string()))
    }

    /// Decides one turn. A panic in it is its own: `Err` gives the reason without any words.
    async fn decide(
        &self,
        job: &Job,
        conversation: &Conversation,
    ) -> Result<Result<Turn, String>, StoreError> {
        let edition = self.editions.current();
        let state = match conversation.state() {
            Ok(state) => state,
            Err(error) => return Ok(Err(error.to_string())),
        };
        let pinned = match &state.pinned {
            Some(version) if *version != edition.script.version => {
                self.editions.flows_of(&self.db, version).await?
            }
            _ => None,
        };
        let duty = match &self.desk {
            Some(desk) if state.watch.is_some() && !job.incoming.event.is_theirs() => {
                // Only who can be written to about this talk is asked.
                let desk = desk.of(state.team.as_deref());
                let list = self.db.list_duty(&desk.platforms()).await?;
                on_duty(list, &edition.script.bot, job.incoming.at)?
            }
            _ => Vec::new(),
        };
        let facts = Facts {
            channel: job.incoming.identity.channel,
            locale_hint: job.incoming.locale_hint.clone(),
            message: job.incoming.message,
            rep_chat: self.desk.is_some(),
            duty,
            young: self.is_young(&job.incoming),
            shares: self.shares(&job.incoming, &state),
            wait: Some(self.usual_wait.load(Ordering::Relaxed)).filter(|minutes| *minutes > 0),
            caption: is_caption(&job.incoming),
        };
        let desk = self.desk.as_ref();
        let began = Instant::now();
        let turn = catch_unwind(AssertUnwindSafe(|| {
            let brain = Brain {
                script: &edition.script,
                pinned: pinned.as_ref().map(|pinned| &pinned.script.flows),
                understanding: &edition.understanding,
            };
            let incoming = &job.incoming;
            let number = conversation.version + 1;
            let outcome = decide(brain, &state, number, &incoming.event, &facts, incoming.at);
            let took = began.elapsed();
            let after = conversation.version;
            let decided =
                Decided { edition: &edition, incoming, facts: &facts, after, outcome, took, desk };
            compose(job.contact, decided)
        }));
        Ok(match turn {
            Ok(Ok(turn)) => Ok(turn),
            Ok(Err(error)) => Err(error.to_string()),
            Err(_) => Err("a panic, reported with its place".to_owned()),
        })
    }

    /// Whether what came along could be passed on to reps.
    fn shares(&self, incoming: &Incoming, state: &State) -> Option<Shares> {
        let media = &incoming.along.media;
        // Somebody's own number is told in words.
        let told = matches!(incoming.event, Event::Said { .. });
        if told && media.iter().all(|media| matches!(media, Shared::Person { .. })) {
            return None;
        }
        let desk = self.desk.as_ref().filter(|_| !media.is_empty())?.of(state.team.as_deref());
        let large = media.iter().filter_map(Shared::file).any(|f| f.breaks(desk.channel).is_some());
        Some(if large { Shares::TooLarge } else { Shares::Passes })
    }

    /// Whether somebody's account is younger than the house wants. Discord's ids begin with the
    /// milliseconds since 2015 at which an account was made; other platforms do not tell.
    fn is_young(&self, incoming: &Incoming) -> bool {
        const EPOCH: i64 = 1_420_070_400_000;
        let who = &incoming.identity;
        if self.min_account_age.is_zero() || who.channel != Channel::Discord {
            return false;
        }
        let Ok(id) = who.external_id.parse::<i64>() else { return false };
        let age = incoming.at.timestamp_millis() - ((id >> 22) + EPOCH);
        u128::try_from(age).unwrap_or(0) < self.min_account_age.as_millis()
    }

    /// An event that could not be made a turn of. After three failures it is put aside. With an
    /// error the job is back in the list.
    pub(super) async fn fail(
        self: &Arc<Self>,
        mut job: Job,
        reason: &str,
        jobs: &mut Vec<Job>,
    ) -> Result<(), StoreError> {
        job.failures += 1;
        if job.failures < FAILURES {
            warn!(conversation.id = %job.contact, reason, "a turn failed and is tried again");
            jobs.push(job);
            return Ok(());
        }
        let edition = self.editions.current();
        let state = State::default();
        let turn = compose_aside(job.contact, &edition, &job.incoming, &state, 0, Aside::Failed);
        let stored = match turn {
            Ok(turn) => self.db.insert_failed_turn(turn).await,
            Err(error) => Err(error),
        };
        match stored {
            Ok(Committed::Done(number)) => {
                error!(conversation.id = %job.contact, reason, "a turn failed three times and is put aside as failed");
                count(&job, "failed");
                self.committed.send_modify(|count| *count += 1);
                self.end(job, Ok(Receipt::Committed(number)));
                Ok(())
            }
            Ok(Committed::Duplicate) => {
                self.end(job, Ok(Receipt::Duplicate));
                Ok(())
            }
            Ok(Committed::Stale) => {
                self.later(job);
                Ok(())
            }
            Err(error) => {
                jobs.push(job);
                Err(error)
            }
        }
    }
}

impl Job {
    pub(super) fn wanted(&self) -> Wanted {
        Wanted { contact: self.contact, update: update_of(&self.incoming) }
    }
}

pub(super) fn count(job: &Job, outcome: &'static str) {
    let channel = job.incoming.identity.channel.as_str();
    metrics::counter!("docent_turns_total", "channel" => channel, "outcome" => outcome)
        .increment(1);
}

/// One line for each turn, without a word of what was said.
pub(super) fn tell(job: &Job, turn: &Turn, number: TurnNumber) {
    count(job, "committed");
    if !turn.unanswered.is_empty() {
        let locale = turn.locale.as_ref().map_or("-", |locale| locale.as_str()).to_owned();
        metrics::counter!("docent_unanswered_total", "locale" => locale).increment(1);
    }
    info!(
        conversation.id = %job.contact,
        turn.id = number,
        channel = job.incoming.identity.channel.as_str(),
        kind = turn.kind,
        decide_us = turn.took.map_or(0, |took| took.as_micros()),
        "turn committed"
    );
}

/// Whether words stand under a file. A number that was shared as a contact is said by itself.
fn is_caption(incoming: &Incoming) -> bool {
    let file = incoming.along.media.iter().any(|shared| shared.file().is_some());
    file && matches!(incoming.event, Event::Said { .. })
}

/// Those on the list who are there now.
fn on_duty(list: Vec<OnList>, bot: &Bot, now: DateTime<Utc>) -> Result<Vec<Colleague>, StoreError> {
    let house = Hours::of(bot);
    let mut duty = Vec::with_capacity(list.len());
    for OnList { colleague, calendar, away_until } in list {
        let own = calendar.map(|json| json.read::<Calendar>("calendar of a rep")).transpose()?;
        if is_on_duty(own.as_ref(), away_until, &house, now) {
            duty.push(colleague);
        }
    }
    Ok(duty)
}
