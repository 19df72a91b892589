//! What reps are told: what came of a deed, and what became of their words.

use chrono::{DateTime, TimeDelta, Utc};
use tracing::warn;

use crate::app::card::Desk;
use crate::app::plain::readable;
use crate::domain::conversation::State;
use crate::domain::ids::Channel;
use crate::domain::media::{Shared, megabytes, whole_megabytes};
use crate::domain::reply::{Amends, Arg, ForReps, Outbound, Part, Reply, Span};
use crate::domain::value::Value;
use crate::store::StoreError;
use crate::store::desk::Act;
use crate::store::marks::Unmarked;
use crate::store::outbox::OutboxId;
use crate::store::turns::Outgoing;

use super::refusal;
use super::snippets::first_words;
use super::{Begun, Hand, Reps, Word};

/// How much of a message is quoted that did not arrive, in characters.
const QUOTED: usize = 40;
/// Words that wait for so long are told to wait.
const DELAY: TimeDelta = TimeDelta::minutes(1);

impl Reps {
    /// Tells reps what became of their words: a sign at the message, or why it did not arrive.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn mark_words(&self) -> Result<(), StoreError> {
        let Some(desk) = &self.0.desk else { return Ok(()) };
        let now = self.0.editions.clock().now();
        for mark in self.0.db.list_unmarked(100).await? {
            let text = match mark.arrived {
                true => String::new(),
                false => self.not_delivered(&mark).await?,
            };
            let reps = self.at_words(&mark).await?;
            let outbound = Outbound::relayed(vec![Span::inserted(text)], reps);
            let payload = Outgoing::payload(&outbound)?;
            let Some(account) = desk.account_on(mark.channel) else { continue };
            let told = self.0.db.insert_mark(&mark, account, &payload, now).await?;
            if let (true, true, Some(line)) =
                (told, mark.arrived, self.0.db.find_waiting(&mark).await?)
            {
                self.end_waiting(&mark, &line).await?;
            }
        }
        self.tell_of_delays(desk, now).await
    }

    /// Whoever said words that cannot leave for a while is told so, once in a talk.
    async fn tell_of_delays(&self, desk: &Desk, now: DateTime<Utc>) -> Result<(), StoreError> {
        let db = &self.0.db;
        for (mark, to) in db.list_delayed(now - DELAY, 100).await? {
            let args = [("channel", readable(to.as_str()))];
            let reps = ForReps { waiting: true, ..self.at_words(&mark).await? };
            let text = vec![Span::inserted(self.say("desk-waits", &args))];
            let payload = Outgoing::payload(&Outbound::relayed(text, reps))?;
            let Some(account) = desk.account_on(mark.channel) else { continue };
            db.insert_waiting(&mark, account, &payload, now).await?;
        }
        Ok(())
    }

    /// The words have left: the line that told of the delay says so.
    async fn end_waiting(&self, mark: &Unmarked, line: &OutboxId) -> Result<(), StoreError> {
        let (turn, ordinal) = (line.turn, line.ordinal);
        let amends = Some(Amends { turn, ordinal, gone: false, named: None });
        let asked = Unmarked { arrived: false, ..mark.clone() };
        let reps = ForReps { amends, ..self.at_words(&asked).await? };
        let text = vec![Span::inserted(self.say("desk-waited", &[]))];
        let payload = Outgoing::payload(&Outbound::relayed(text, reps))?;
        self.0.db.insert_beside(line, &payload, self.0.editions.clock().now()).await?;
        Ok(())
    }

    /// Which message it was that did not arrive, and why, in plain words.
    async fn not_delivered(&self, mark: &Unmarked) -> Result<String, StoreError> {
        let (deed, words) = self.0.db.find_said_in(mark).await?;
        let words = match words.is_empty() {
            true => "…".to_owned(),
            false => first_words(&words, QUOTED),
        };
        let told = mark.error.as_deref().unwrap_or("–");
        let reason = match refusal::plain(told) {
            Some(key) => format!("{} ({told})", self.say(key, &[])),
            None => told.to_owned(),
        };
        let part = Part::tell("desk-not_delivered");
        let part = match deed.as_str() {
            "edit" | "unsend" => part.attribute(&deed),
            _ => part,
        };
        let text = |words: String| Arg::Value(Value::Text(words));
        Ok(self.say_part(part.with("words", text(words)).with("reason", text(reason))))
    }

    /// Where a rep learns what became of their words: where they said them.
    async fn at_words(&self, mark: &Unmarked) -> Result<ForReps, StoreError> {
        let to = Some(mark.place.clone());
        let sign = mark.arrived.then_some(mark.message);
        Ok(match (&mark.at, sign) {
            (Some(chat), Some(_)) => {
                ForReps { to: Some(chat.clone()), mark: sign, ..ForReps::default() }
            }
            (Some(chat), None) => {
                let name = self.0.db.find_talk(mark.contact).await?.and_then(|talk| talk.name);
                let topic = Some(name.unwrap_or_else(|| "?".to_owned()));
                ForReps { to, chat: Some(chat.clone()), topic, ..ForReps::default() }
            }
            (None, _) => ForReps { to, mark: sign, ..ForReps::default() },
        })
    }

    /// What came of it, in a sentence.
    pub(super) fn word(&self, act: &Act, hand: &Hand, name: Option<&str>, took: bool) -> Word {
        let done = act.outcome == "done";
        let other = act.other.as_ref().map(|id| {
            let list = self.0.list.load();
            let known = list.iter().find(|rep| rep.id == *id);
            known.map_or_else(|| id.to_string(), |rep| rep.name.clone())
        });
        let key = match (act.outcome.as_str(), act.deed.as_str()) {
            ("done", "claim" | "take") if hand.channel == Channel::Telegram => self.taken(hand),
            ("done", "claim" | "take") => "desk-taken",
            ("done", "release") => "desk-released",
            ("done", "note") => "desk-noted",
            ("done", "refuse") => "desk-refuse",
            ("done", "turn") => "desk-turned",
            ("done", "ban") => "desk-banned",
            ("done", _) => "desk-done",
            ("already", _) => "desk-already",
            ("held", _) => "desk-held",
            ("no_reason", _) => "desk-no_reason",
            ("unclear", _) => "desk-call-how",
            ("past", _) => "desk-call-past",
            ("no_calls", _) => "desk-call-none",
            _ => "desk-not_held",
        };
        let args = [
            ("name", name.unwrap_or("?").to_owned()),
            ("rep", other.unwrap_or_else(|| "?".to_owned())),
        ];
        let silent = done && matches!(act.deed.as_str(), "say" | "edit" | "unsend");
        let note = act.outcome == "held" && act.deed == "say";
        let noted = done && act.deed == "note";
        let (text, took) = (self.say(key, &args), done && took);
        let theirs = took || act.outcome == "already";
        Word { text, done, took, silent, note, noted, aloud: false, theirs, again: false }
    }

    /// Where somebody on Telegram finds the talk that they have just taken.
    fn taken(&self, hand: &Hand) -> &'static str {
        let topics = self.0.desk.as_ref().is_some_and(|desk| desk.topics);
        match (topics, &hand.at) {
            (false, _) => "desk-taken-private",
            (true, Some(_)) => "desk-taken-topic",
            // Asked in private, of a card that may be on another platform.
            (true, None) => "desk-taken",
        }
    }

    /// Something that is too large for the other side: whoever sent it learns it at once.
    pub(super) fn too_large(&self, media: &[Shared], to: Channel) -> Option<Begun> {
        let file = media.iter().filter_map(Shared::file).find(|file| file.breaks(to).is_some())?;
        let args = [
            ("size", megabytes(file.size.unwrap_or_default())),
            ("limit", whole_megabytes(file.breaks(to).unwrap_or_default())),
        ];
        Some(Begun::Told(Word::told(self.say("desk-too_large", &args))))
    }

    /// Somebody who is not on the list did something at the desk.
    pub(super) fn stranger(&self, hand: &Hand) -> Word {
        warn!(
            channel = hand.channel.as_str(),
            "somebody who is not on the list of reps pressed or wrote at the desk; `docent reps add` puts them on it"
        );
        metrics::counter!("docent_desk_strangers_total", "channel" => hand.channel.as_str())
            .increment(1);
        let args = [("channel", hand.channel.as_str().to_owned()), ("user", hand.user.clone())];
        Word::told(self.say("desk-stranger", &args))
    }

    /// A sentence in the house's language.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, String)]) -> String {
        self.say_part(args.iter().fold(Part::tell(key), |part, (name, value)| {
            part.with(name, Arg::Value(Value::Text(value.clone())))
        }))
    }

    /// The same with arguments of any kind.
    pub(super) fn say_part(&self, part: Part) -> String {
        let edition = self.0.editions.current();
        let locale = Some(edition.script.bot.default_locale.clone());
        let reply = Reply { parts: vec![part], ..Reply::default() };
        let state = State { locale, ..State::default() };
        edition.render(&state, &reply, self.0.editions.clock().now()).outbound.text()
    }
}
