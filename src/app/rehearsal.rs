//! Talks written down as tests: `dialogs/tests/**.chat`.
//!
//! A talk runs through the same [`decide`] as a live turn, without a database, with the clock of
//! its header. The form of the files is described in `docs/format.md`.

use std::fmt::Write as _;

use chrono::{DateTime, Duration, NaiveDateTime, TimeZone, Utc};

use crate::decide::{Brain, decide};
use crate::domain::conversation::State;
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::ids::{CampaignId, Channel, Locale};
use crate::domain::reply::{ChoiceId, Part, Reply};
use crate::domain::value::Value;

use super::edition::Edition;

/// When a talk starts unless its header says otherwise: a Wednesday, in office hours.
const NOW: &str = "2026-03-04 10:00";

/// What became of one talk.
#[derive(Clone, Debug)]
pub struct Report {
    /// The first comment of the file.
    pub title: String,
    /// Turns taken.
    pub turns: usize,
    /// What was not as written, in order.
    pub failures: Vec<Failure>,
}

/// One difference.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The line of the file, from 1.
    pub line: usize,
    /// What was expected and what came.
    pub message: String,
}

/// One line of a talk.
enum Line<'a> {
    Hears(&'a str),
    SaysKey(&'a str),
    SaysWords(&'a str),
    SaysNot(&'a str),
    Choices(Vec<&'a str>),
    Holds(&'a str),
    Passes(Duration),
}

/// Runs a talk.
#[must_use]
pub fn rehearse(edition: &Edition, source: &str) -> Report {
    let mut stage = Stage::new(edition);
    let mut report = Report { title: title_of(source), turns: 0, failures: Vec::new() };
    let mut header = true;
    for (index, raw) in source.lines().enumerate() {
        let text = raw.trim();
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let line = index + 1;
        let done = if header && stage.header(text) {
            Ok(())
        } else {
            if header {
                header = false;
                stage.open();
            }
            parse(text).and_then(|step| stage.take(&step))
        };
        if let Err(message) = done {
            report.failures.push(Failure { line, message });
        }
    }
    report.turns = stage.turns;
    report
}

fn title_of(source: &str) -> String {
    let first = source.lines().map(str::trim).find(|line| line.starts_with('#'));
    first.unwrap_or("").trim_start_matches('#').trim().to_owned()
}

fn parse(text: &str) -> Result<Line<'_>, String> {
    let quoted = |rest: &'_ str| {
        let rest = rest.trim();
        (rest.len() >= 2 && rest.starts_with('"') && rest.ends_with('"')).then_some(rest.len())
    };
    if let Some(rest) = text.strip_prefix('>') {
        return Ok(Line::Hears(rest.trim()));
    }
    if let Some(rest) = text.strip_prefix('<') {
        let rest = rest.trim();
        return Ok(match quoted(rest) {
            Some(end) => Line::SaysWords(&rest[1..end - 1]),
            None => Line::SaysKey(rest),
        });
    }
    if let Some(rest) = text.strip_prefix('!') {
        let rest = rest.trim();
        return Ok(Line::SaysNot(rest.trim_matches('"')));
    }
    if let Some(rest) = text.strip_prefix('=') {
        return Ok(Line::Holds(rest.trim()));
    }
    if let Some(rest) = text.strip_prefix('+') {
        return duration(rest.trim()).map(Line::Passes);
    }
    if text.starts_with('[') {
        let ids = text.split(['[', ']']).map(str::trim).filter(|id| !id.is_empty()).collect();
        return Ok(Line::Choices(ids));
    }
    Err(format!(
        "`{text}` is no line of a talk: expected `> visitor`, `< key or \"words\"`, `! words`, \
         `[choice]`, `= slot NAME VALUE` or `+3d`"
    ))
}

fn duration(text: &str) -> Result<Duration, String> {
    let bad = || format!("`+{text}` is no time: expected a number and m, h, d or w, as in `+3d`");
    let at = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(bad)?;
    let number: i64 = text[..at].parse().map_err(|_| bad())?;
    match &text[at..] {
        "m" => Ok(Duration::minutes(number)),
        "h" => Ok(Duration::hours(number)),
        "d" => Ok(Duration::days(number)),
        "w" => Ok(Duration::weeks(number)),
        _ => Err(bad()),
    }
}

/// A talk as it goes.
struct Stage<'a> {
    edition: &'a Edition,
    state: State,
    facts: Facts,
    now: DateTime<Utc>,
    campaign: Option<CampaignId>,
    turns: usize,
    reply: Option<Reply>,
    /// The rendered reply.
    text: String,
    /// Parts matched so far.
    matched: usize,
}

impl<'a> Stage<'a> {
    fn new(edition: &'a Edition) -> Self {
        let facts =
            Facts { channel: Channel::Terminal, locale_hint: None, message: None, rep_chat: false };
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

    /// Reads a header line. Tells whether it was one.
    fn header(&mut self, text: &str) -> bool {
        let Some((name, value)) = text.split_once(':') else { return false };
        let value = value.trim();
        match name.trim() {
            "locale" => self.facts.locale_hint = Some(Locale::from(value)),
            "campaign" => self.campaign = Some(CampaignId::from(value)),
            "now" => match local(self.edition, value) {
                Some(now) => self.now = now,
                None => return false,
            },
            "as" => {}
            _ => return false,
        }
        true
    }

    /// A talk that a campaign brought begins with our words.
    fn open(&mut self) {
        if let Some(campaign) = self.campaign.take() {
            self.turn(&Event::Start { campaign: Some(campaign) });
        }
    }

    fn take(&mut self, line: &Line<'_>) -> Result<(), String> {
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
            let choice = offered.or_else(|| format!("option.{id}").parse().ok());
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

    fn parts(&self) -> &[Part] {
        self.reply.as_ref().map_or(&[], |reply| &reply.parts)
    }

    fn says_key(&mut self, key: &str) -> Result<(), String> {
        let found = self
            .parts()
            .iter()
            .skip(self.matched)
            .position(|part| names(part).iter().any(|n| n == key));
        match found {
            Some(at) => {
                self.matched += at + 1;
                Ok(())
            }
            None => Err(format!("expected the text `{key}`, but {}", self.said())),
        }
    }

    fn says(&self, words: &str, wanted: bool) -> Result<(), String> {
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ").to_lowercase();
        if plain(&self.text).contains(&plain(words)) == wanted {
            return Ok(());
        }
        let verb = if wanted { "expected" } else { "did not expect" };
        Err(format!("{verb} the words \"{words}\", but {}", self.said()))
    }

    fn offers(&self, ids: &[&str]) -> Result<(), String> {
        let offered: Vec<&str> = self.state.offered.iter().map(id_of).collect();
        let silent = self.reply.is_none();
        if offered == ids && !silent {
            return Ok(());
        }
        Err(format!("expected the choices [{}], but {}", ids.join("] ["), self.said()))
    }

    fn holds(&self, claim: &str) -> Result<(), String> {
        let mut words = claim.splitn(2, ' ');
        let what = words.next().unwrap_or("");
        let value = words.next().unwrap_or("").trim();
        let is = match what {
            "heat" => self.state.heat.as_str().to_owned(),
            "stage" => self.state.stage.as_str().to_owned(),
            "handoff" => self.state.handoff.as_str().to_owned(),
            "flow" => self
                .state
                .stack
                .last()
                .map_or_else(|| "none".to_owned(), |frame| frame.flow.to_string()),
            "locale" => self.state.locale.as_ref().map_or("none", Locale::as_str).to_owned(),
            "stopped" => self.state.stopped.to_string(),
            "slot" => return self.slot_holds(value),
            _ => {
                return Err(format!(
                    "`= {claim}`: expected slot, heat, stage, handoff, flow, locale or stopped"
                ));
            }
        };
        if is == value {
            return Ok(());
        }
        Err(format!("expected {what} {value}, but it is {is}; {}", self.said()))
    }

    fn slot_holds(&self, claim: &str) -> Result<(), String> {
        let (slot, value) = claim.split_once(' ').unwrap_or((claim, "none"));
        if !self.edition.script.slots.contains_key(slot) {
            return Err(format!("there is no slot `{slot}`"));
        }
        let is =
            self.state.slots.get(slot).map_or_else(|| "none".to_owned(), |f| written(&f.value));
        if is.eq_ignore_ascii_case(value.trim()) {
            return Ok(());
        }
        Err(format!("expected slot {slot} {value}, but it is {is}; {}", self.said()))
    }

    fn offered(&self) -> String {
        let ids: Vec<&str> = self.state.offered.iter().map(id_of).collect();
        if ids.is_empty() { "nothing".to_owned() } else { format!("[{}]", ids.join("] [")) }
    }

    /// What was said, for a failure.
    fn said(&self) -> String {
        if self.reply.is_none() {
            return "nothing was said".to_owned();
        }
        let keys: Vec<String> =
            self.parts().iter().map(|part| names(part).swap_remove(0)).collect();
        let mut said = format!("it said {}", keys.join(", "));
        if !self.state.offered.is_empty() {
            let _ = write!(said, " with {}", self.offered());
        }
        for line in self.text.lines().filter(|line| !line.trim().is_empty()) {
            let _ = write!(said, "\n      | {line}");
        }
        said
    }
}

/// The names that a part may be called by: with its attribute, and by its message.
fn names(part: &Part) -> Vec<String> {
    let mut names = Vec::new();
    if let Some(attribute) = &part.attribute {
        names.push(format!("{}.{attribute}", part.key));
    }
    names.push(part.key.to_string());
    names.extend(part.general.iter().map(ToString::to_string));
    names
}

fn id_of(choice: &ChoiceId) -> &str {
    match choice {
        ChoiceId::Option(id) => id.as_str(),
        ChoiceId::Answer(id) => id.as_str(),
        ChoiceId::Intent(id) => id.as_str(),
        ChoiceId::Product(id) => id.as_str(),
        ChoiceId::Kind(id) => id.as_str(),
        ChoiceId::Attribute(id) => id.as_str(),
        ChoiceId::Flow(id) => id.as_str(),
    }
}

/// A value as talks and reps read it, without a locale.
#[must_use]
pub fn written(value: &Value) -> String {
    match value {
        Value::Integer(n) => n.to_string(),
        Value::Decimal(n) => n.normalize().to_string(),
        Value::Money(m) => format!("{} {}", m.amount.normalize(), m.currency),
        Value::Quantity(q) => format!("{} {}", q.amount.normalize(), q.unit.as_str()),
        Value::Moment(m) => {
            let days =
                if m.from == m.to { m.from.to_string() } else { format!("{}..{}", m.from, m.to) };
            m.time.map_or_else(|| days.clone(), |time| format!("{days} {}", time.format("%H:%M")))
        }
        Value::Choice(option) => option.to_string(),
        Value::Choices(options) => {
            options.iter().map(|option| option.as_str()).collect::<Vec<_>>().join(" ")
        }
        Value::Boolean(held) => held.to_string(),
        Value::Email(text) | Value::Phone(text) | Value::Place(text) | Value::Text(text) => {
            text.clone()
        }
    }
}

/// A time of the house.
fn local(edition: &Edition, text: &str) -> Option<DateTime<Utc>> {
    let naive = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").ok()?;
    let local = edition.script.bot.time_zone.from_local_datetime(&naive).earliest()?;
    Some(local.with_timezone(&Utc))
}
