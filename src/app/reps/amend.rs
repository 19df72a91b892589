//! Words that are changed or taken back after they were said, by either side.
//!
//! What a rep does to their own words is a turn like the others, so only the owner's change reaches
//! the prospect. What a visitor does to theirs puts the record right and makes no turn; the owner
//! sees it at the message that passed the words on.

use std::time::Duration;

use tokio::time::sleep;

use crate::app::turns::NotTaken;
use crate::domain::along::Along;
use crate::domain::contact::{ContactId, Identity};
use crate::domain::desk::Deed;
use crate::domain::event::Event;
use crate::domain::ids::Channel;
use crate::domain::media::Shared;
use crate::domain::reply::{Amends, Arg, ForReps, Outbound, Part, Span};
use crate::domain::style::{Style, Styled};
use crate::handoff::command::{self, Line};
use crate::store::amend::{PassedOn, SaidWords};
use crate::store::history::DELETED;
use crate::store::outbox::OutboxId;
use crate::store::turns::Outgoing;

use super::{Begun, Hand, Reps, Word};

/// Longer words went out in several parts, which no platform changes together.
const LONGEST: usize = 1_800;
/// The same for what stands under a picture.
const CAPTION: usize = 900;
/// A change may overtake the words: how often, and how far apart, they are looked for.
const LOOKS: (u32, Duration) = (20, Duration::from_millis(50));

impl Reps {
    /// Whether a line is the order that takes words back: it has its place behind what was done to them
    /// before.
    #[must_use]
    pub fn takes_back(line: &str) -> bool {
        matches!(command::read(line), Line::Deed(Deed::Unsend { .. }))
    }

    /// A rep takes back the words of the message that they answer.
    pub(super) async fn unsend(
        &self,
        hand: &Hand,
        answers: Option<i64>,
    ) -> Result<Begun, NotTaken> {
        let Some(message) = answers else { return Ok(self.told("desk-unsend-how")) };
        match self.said(hand, message, LOOKS.0).await? {
            Some(said) if in_parts(said.length, &said.media) => Ok(self.told("desk-too_long")),
            Some(said) => self.act(hand, said.contact, Deed::Unsend { turn: said.turn }).await,
            None => Ok(self.told("desk-unsend-how")),
        }
    }

    /// A rep has edited a message; none when it was never passed on to anybody, was taken back, or
    /// reads as it was passed on last. `patient` looks again for words that are on their way into the
    /// record, told by somebody else.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn edited(
        &self,
        hand: &Hand,
        text: &str,
        patient: bool,
    ) -> Result<Option<Begun>, NotTaken> {
        let Some(message) = hand.message else { return Ok(None) };
        let looks = if patient { LOOKS.0 } else { 1 };
        let Some(said) = self.said(hand, message, looks).await? else { return Ok(None) };
        let read = match hand.channel {
            Channel::Discord => command::read_chat(text),
            _ => command::read(text),
        };
        let hand = &hand.trimmed(text);
        let text = match read {
            Line::Deed(Deed::Say { text }) => text,
            Line::Deed(Deed::Snippet { id, more }) if self.has_snippet(&id) => {
                self.snippet_for(hand, said.contact, (&id, &more)).await?
            }
            _ => return Ok(Some(self.told("desk-edit-words"))),
        };
        let bound = if said.media.is_empty() { LONGEST } else { CAPTION };
        if in_parts(said.length, &said.media) {
            return Ok(Some(self.told("desk-too_long")));
        }
        if text.chars().count() > bound {
            let part = Part::tell("desk-too_long").attribute("edit");
            let part = part.with("limit", Arg::integer(i64::try_from(bound).unwrap_or(i64::MAX)));
            return Ok(Some(Begun::Told(Word::told(self.say_part(part)))));
        }
        if self.stands(&said, hand, &text).await? {
            return Ok(None);
        }
        let deed = Deed::Edit { turn: said.turn, text };
        Ok(Some(self.act(hand, said.contact, deed).await?))
    }

    /// Whether an edit changes nothing: the words are these already, or were taken back.
    async fn stands(&self, said: &SaidWords, hand: &Hand, text: &str) -> Result<bool, NotTaken> {
        let db = &self.0.db;
        let last = self.insist(|| db.find_last_form(said.contact, said.turn)).await?;
        // A form of another version tells nothing.
        let Some(Ok(Event::Rep(last))) = last.map(|last| last.read("event of a turn")) else {
            return Ok(false);
        };
        Ok(match &last.deed {
            Deed::Unsend { .. } => true,
            Deed::Say { text: words } | Deed::Edit { text: words, .. } => {
                words == text && last.along.styles == hand.along.styles
            }
            _ => false,
        })
    }

    /// Somebody has deleted a message on a platform that does not say who; none when it was never
    /// passed on to anybody.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn deleted(
        &self,
        channel: Channel,
        update: i64,
        message: i64,
    ) -> Result<Option<Begun>, NotTaken> {
        let db = &self.0.db;
        let found = self.insist(|| db.list_said_words(message, channel, None)).await?;
        let Some(said) = found.into_iter().next() else { return Ok(None) };
        let list = self.0.list.load();
        let Some(rep) = list.iter().find(|rep| rep.id == said.rep) else { return Ok(None) };
        let (user, message) = (rep.user.clone(), Some(message));
        let along = Along::default();
        let hand = Hand { channel, user, update, message, at: None, along };
        if in_parts(said.length, &said.media) {
            return Ok(Some(self.told("desk-too_long")));
        }
        Ok(Some(self.act(&hand, said.contact, Deed::Unsend { turn: said.turn }).await?))
    }

    /// A visitor has edited a message. Whoever holds the talk reads it, if it was passed on to them and
    /// not taken back since.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn visitor_edited(
        &self,
        who: &Identity,
        message: i64,
        (text, styles): (&str, &[Styled]),
    ) -> Result<(), NotTaken> {
        let contact = self.0.db.contact_id(who);
        let Some(passed) = self.passed_on(contact, message).await? else { return Ok(()) };
        let db = &self.0.db;
        let said = self.insist(|| db.find_words(contact, passed.row.turn)).await?;
        if said.is_some_and(|said| said.starts_with(DELETED)) {
            return Ok(());
        }
        let Some(found) = self.insist(|| db.find_talk(contact)).await? else { return Ok(()) };
        let name = found.name.unwrap_or_else(|| "?".to_owned());
        let words = self.say("desk-heard-edited", &[("name", name), ("words", text.to_owned())]);
        let bound = if passed.media.is_empty() { LONGEST } else { CAPTION };
        let whole = !in_parts(passed.length, &passed.media) && words.chars().count() <= bound;
        let amends = whole.then(|| changing(&passed));
        let reps = ForReps { amends, ..at_place_of(&passed) };
        let mut outbound = Outbound::relayed(vec![Span::inserted(words)], reps);
        outbound.set(text, styles);
        self.put_beside(&passed.row, &outbound).await
    }

    /// A visitor has taken a message back, on a platform that tells so. Whoever holds the talk sees it
    /// at the message that passed it on: what they have read stays readable.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn visitor_deleted(&self, who: &Identity, message: i64) -> Result<(), NotTaken> {
        let db = &self.0.db;
        let contact = db.contact_id(who);
        let Some(passed) = self.passed_on(contact, message).await? else { return Ok(()) };
        let Some(found) = self.insist(|| db.find_talk(contact)).await? else { return Ok(()) };
        let name = ("name", found.name.unwrap_or_else(|| "?".to_owned()));
        let said = self.insist(|| db.find_words(contact, passed.row.turn)).await?;
        let whole = !in_parts(passed.length, &passed.media);
        let words = said.filter(|_| whole).unwrap_or_default();
        let words = words.trim_start_matches(DELETED).to_owned();
        let text = self.say("desk-heard-deleted", &[name, ("words", words.clone())]);
        let amends = whole.then(|| changing(&passed));
        let reps = ForReps { amends, ..at_place_of(&passed) };
        let mut outbound = Outbound::relayed(vec![Span::inserted(text.trim_end())], reps);
        let struck = Styled { from: 0, to: words.trim_end().len(), style: Style::Strike };
        outbound.set(words.trim_end(), &[struck]);
        self.put_beside(&passed.row, &outbound).await
    }

    /// How a visitor's message was passed on to whoever holds the talk now; none when it was not.
    pub(super) async fn passed_on(
        &self,
        contact: ContactId,
        message: i64,
    ) -> Result<Option<PassedOn>, NotTaken> {
        let db = &self.0.db;
        let passed = self.insist(|| db.find_passed_on(contact, message)).await?;
        let list = self.0.list.load();
        // Somebody else may hold the talk by now, and nothing more goes to the one before.
        Ok(passed.filter(|passed| {
            list.iter()
                .any(|rep| passed.owner.as_ref() == Some(&rep.id) && rep.user == passed.place)
        }))
    }

    /// Sends something to a rep after the row that passed words on, in its lane.
    pub(super) async fn put_beside(
        &self,
        row: &OutboxId,
        outbound: &Outbound,
    ) -> Result<(), NotTaken> {
        let Ok(payload) = Outgoing::payload(outbound) else { return Ok(()) };
        let (db, now) = (&self.0.db, self.0.editions.clock().now());
        self.insist(|| db.insert_beside(row, &payload, now)).await?;
        Ok(())
    }

    /// The words that a message of this rep's was; they may be on their way into the record still.
    async fn said(
        &self,
        hand: &Hand,
        message: i64,
        looks: u32,
    ) -> Result<Option<SaidWords>, NotTaken> {
        let Some(rep) = self.who(hand.channel, &hand.user) else { return Ok(None) };
        let db = &self.0.db;
        for look in 1..=looks {
            let at = hand.at.as_deref();
            let found = self.insist(|| db.list_said_words(message, hand.channel, at)).await?;
            if let Some(said) = found.into_iter().find(|said| said.rep == rep.id) {
                return Ok(Some(said));
            }
            if look < looks {
                sleep(LOOKS.1).await;
            }
        }
        Ok(None)
    }
}

/// What goes to the place where words were passed on.
pub(super) fn at_place_of(passed: &PassedOn) -> ForReps {
    ForReps {
        to: Some(passed.place.clone()),
        chat: passed.chat.clone(),
        topic: passed.topic.clone(),
        ..ForReps::default()
    }
}

/// What changes the message that passed words on.
fn changing(passed: &PassedOn) -> Amends {
    Amends { turn: passed.row.turn, ordinal: passed.row.ordinal, gone: false, named: None }
}

/// Whether it became more than one message: long words, several files, or one that has no words under
/// it.
fn in_parts(length: i32, media: &[Shared]) -> bool {
    let longer = |bound| usize::try_from(length).is_ok_and(|length| length > bound);
    match media {
        [] => longer(LONGEST),
        [one] => longer(CAPTION) || !one.takes_words(),
        _ => true,
    }
}
