//! A talk as it goes: what is heard, the time that passes, the turn that each of them makes.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};

use super::line::Line;
use crate::app::edition::Edition;
use crate::decide::{Brain, decide};
use crate::domain::conversation::State;
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::ids::{CampaignId, Channel, Locale};
use crate::domain::reply::{ChoiceId, Reply};

/// When a talk starts unless its header says otherwise: a Wednesday, in office hours.
const NOW: &str = "2026-03-04 10:00";

/// A talk as it goes.
pub(super) struct Stage<'a> {
    pub edition: &'a Edition,
    pub state: State,
    facts: Facts,
    now: DateTime<Utc>,
    campaign: Option<CampaignId>,
    /// Turns taken.
    pub turns: usize,
    pub reply: Option<Reply>,
    /// The rendered reply.
    pub text: String,
    /// Parts matched so far.
    pub matched: usize,
}

impl<'a> Stage<'a> {
    /// A talk that has not begun.
    pub(super) fn new(edition: &'a Edition) -> Self {
        let facts = Facts {
            channel: Channel::Terminal,
            locale_hint: None,
            message: None,
            rep_chat: false,
            duty: Vec::new(),
            young: false,
            wait: None,
            caption: false,
            shares: None,
        };
        Self {
            edition,
            state: State::default(),
            facts,
            now: local(edition, NOW).unwrap_or_default(),
            campaign: None,
            turns: 0,
            reply: None,
            text: String::new(),
            matched: 0,
        }
    }

    /// Reads a header line; none when it is no such line.
    pub(super) fn header(&mut self, text: &str) -> Option<Result<(), String>> {
        let (name, value) = text.split_once(':')?;
        let value = value.trim();
        match name.trim() {
            "locale" => self.facts.locale_hint = Some(Locale::from(value)),
            "campaign" => self.campaign = Some(CampaignId::from(value)),
            "now" => match local(self.edition, value) {
                Some(now) => self.now = now,
                None => {
                    return Some(Err(format!(
                        "`{value}` is no time of the house: write it as in `now: {NOW}`"
                    )));
                }
            },
            "as" => {}
            _ => return None,
        }
        Some(Ok(()))
    }

    /// A talk that a campaign brought begins with our words.
    pub(super) fn open(&mut self) {
        if let Some(campaign) = self.campaign.take() {
            self.turn(&Event::Start { campaign: Some(campaign) });
        }
    }

    /// Plays a line; else what was not as written.
    pub(super) fn take(&mut self, line: &Line<'_>) -> Result<(), String> {
        match line {
            Line::Hears(words) => {
                let event = self.event_of(words)?;
                self.turn(&event);
                Ok(())
            }
            Line::Passes(time) => {
                self.now += *time;
                while let Some(at) = self.state.wake_at.filter(|at| *at <= self.now) {
                    let now = std::mem::replace(&mut self.now, at);
                    self.turn(&Event::Timer);
                    self.now = now;
                }
                Ok(())
            }
            Line::SaysKey(key) => self.says_key(key),
            Line::SaysWords(words) => self.says(words, true),
            Line::SaysNot(words) => self.says(words, false),
            Line::Choices(ids) => self.offers(ids),
            Line::Holds(claim) => self.holds(claim),
        }
    }

    fn event_of(&self, words: &str) -> Result<Event, String> {
        let pressed = |choice: ChoiceId| Event::Pressed { choice, of_turn: None };
        if let Some(number) = words.strip_prefix('#').and_then(|n| n.parse::<usize>().ok()) {
            let choice = number.checked_sub(1).and_then(|at| self.state.offered.get(at)).cloned();
            return choice.map(pressed).ok_or_else(|| {
                format!("there is no button {number}; offered: {}", self.offered())
            });
        }
        if let Some(id) = words.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let offered = self.state.offered.iter().find(|choice| id_of(choice) == id).cloned();
            let of_kind = |kind: &str| format!("{kind}.{id}").parse().ok();
            let choice = offered.or_else(|| of_kind("time")).or_else(|| of_kind("option"));
            return choice.map(pressed).ok_or_else(|| format!("`{id}` is no choice"));
        }
        Ok(Event::Said { text: words.to_owned() })
    }

    fn turn(&mut self, event: &Event) {
        self.turns += 1;
        let brain = Brain {
            script: &self.edition.script,
            pinned: None,
            understanding: &self.edition.understanding,
        };
        let number = i64::try_from(self.turns).unwrap_or(i64::MAX);
        let outcome = decide(brain, &self.state, number, event, &self.facts, self.now);
        // What is stored and read back must be the same talk.
        self.state = serde_json::to_string(&outcome.state)
            .ok()
            .and_then(|json| serde_json::from_str(&json).ok())
            .unwrap_or(outcome.state);
        self.text = outcome.reply.as_ref().map_or_else(String::new, |reply| {
            self.edition.render(&self.state, reply, self.now).outbound.text()
        });
        self.reply = outcome.reply;
        self.matched = 0;
    }
}

/// What a choice is called in talks.
pub(super) fn id_of(choice: &ChoiceId) -> Cow<'_, str> {
    Cow::Borrowed(match choice {
        ChoiceId::Option(id) => id.as_str(),
        ChoiceId::Answer(id) => id.as_str(),
        ChoiceId::Intent(id) => id.as_str(),
        ChoiceId::Product(id) => id.as_str(),
        ChoiceId::Kind(id) => id.as_str(),
        ChoiceId::Attribute(id) => id.as_str(),
        ChoiceId::Flow(id) => id.as_str(),
        ChoiceId::Time(at) => return Cow::Owned(at.format("%Y-%m-%dT%H:%M").to_string()),
    })
}

/// A time of the house.
fn local(edition: &Edition, text: &str) -> Option<DateTime<Utc>> {
    let naive = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").ok()?;
    let local = edition.script.bot.time_zone.from_local_datetime(&naive).earliest()?;
    Some(local.with_timezone(&Utc))
}
