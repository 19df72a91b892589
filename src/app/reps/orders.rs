//! What reps write: at their own place, in the thread of a card, and as answers to cards.

use crate::domain::contact::ContactId;
use crate::domain::desk::{Deed, Rep};
use crate::handoff::command::{self, Ask, Line};

use super::{Begun, Hand, Reps, Word};
use crate::app::turns::NotTaken;

impl Reps {
    /// Somebody writes a command as an answer to a card in the reps' chat; none when the message is
    /// no card.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn order(
        &self,
        hand: &Hand,
        text: &str,
        (card, chat): (&str, Option<&str>),
    ) -> Result<Option<Begun>, NotTaken> {
        let db = &self.0.db;
        let found = self.insist(|| db.find_talk_of_card(hand.channel, card, chat)).await?;
        let Some(talk) = found else {
            return Ok(None);
        };
        let begun = match command::read(text) {
            // In the chat of all reps words are never meant for a prospect.
            Line::Deed(Deed::Say { .. } | Deed::Unsend { .. }) => return Ok(None),
            Line::Deed(Deed::Snippet { .. }) | Line::Ask(Ask::Snippets) => {
                self.told("desk-say-where")
            }
            Line::Deed(Deed::Call { when, times, .. }) => {
                self.act(hand, talk, Deed::Call { when, times, at_card: true }).await?
            }
            Line::Deed(deed) => self.act(hand, talk, deed).await?,
            Line::Ask(_) => self.told("desk-in_talk"),
            Line::Wrong(key) => self.told(key),
        };
        Ok(Some(begun))
    }

    /// A rep writes at their own place: into the talk of the message that they answer, else into the
    /// one that they turned to last. `text` is none for what cannot be passed on.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn at_place(
        &self,
        hand: &Hand,
        text: Option<&str>,
        answers: Option<i64>,
    ) -> Result<Begun, NotTaken> {
        let Some(rep) = self.who(hand.channel, &hand.user) else {
            return Ok(Begun::Told(self.stranger(hand)));
        };
        let Some(text) = text.or((!hand.along.media.is_empty()).then_some("")) else {
            return Ok(self.told("desk-text_only"));
        };
        let deed = match command::read(text) {
            Line::Deed(Deed::Claim) => return Ok(self.told("desk-claim-where")),
            Line::Deed(Deed::Unsend { .. }) => return self.unsend(hand, answers).await,
            Line::Deed(deed) => deed,
            Line::Ask(Ask::Help) => {
                // Whoever has just opened this chat gets what could not reach them before.
                let now = self.0.editions.clock().now();
                let db = &self.0.db;
                self.insist(|| db.revive_place(&rep.id, hand.channel, &hand.user, now)).await?;
                return Ok(self.told("desk-help"));
            }
            Line::Ask(Ask::Talks) => return self.talks(&rep).await,
            Line::Ask(Ask::Snippets) => return Ok(self.snippets(&rep)),
            Line::Ask(ask) => {
                let held = self.insist(|| self.0.db.list_held(&rep.id)).await?;
                return match held.first() {
                    Some(live) => self.tell_of(live.contact, ask).await,
                    None => Ok(self.told("desk-no_talk")),
                };
            }
            Line::Wrong(key) => return Ok(self.told(key)),
        };
        let db = &self.0.db;
        // The same update again goes where it went, whatever they have turned to since.
        let mut talk = self.insist(|| db.find_route(hand.channel, hand.update)).await?;
        if let (None, Some(message)) = (talk, answers) {
            let (message, place) = (message.to_string(), hand.user.as_str());
            talk = self.insist(|| db.find_talk_of(hand.channel, &message, Some(place))).await?;
        }
        if talk.is_none() {
            let held = self.insist(|| db.list_held(&rep.id)).await?;
            talk = match (&deed, held.as_slice()) {
                // Without an answer `/switch` goes round: the one that was left longest ago is next.
                (Deed::Turn, [.., last]) => Some(last.contact),
                (_, [live, ..]) => {
                    // Whom they talked with last may be somebody else's by now: words that were
                    // meant for them reach nobody.
                    let last = self.insist(|| db.find_turned_to(&rep.id)).await?;
                    if last.is_some_and(|last| last != live.contact) {
                        return Ok(self.told("desk-no_current"));
                    }
                    Some(live.contact)
                }
                (_, []) => None,
            };
        }
        match talk {
            Some(talk) => self.act(&hand.trimmed(text), talk, deed).await,
            None => Ok(self.told("desk-no_talk")),
        }
    }

    /// A rep writes in the thread of a card; none when it is no such thread.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn in_thread(
        &self,
        hand: &Hand,
        text: Option<&str>,
        card: &str,
    ) -> Result<Option<Begun>, NotTaken> {
        let db = &self.0.db;
        match self.insist(|| db.find_talk_of(hand.channel, card, None)).await? {
            Some(talk) => self.in_talk(hand, text, talk).await.map(Some),
            None => Ok(None),
        }
    }

    /// A rep writes in the topic of a talk on Telegram, which is known by its group and the platform's
    /// name; none when it is no such topic.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn in_topic(
        &self,
        hand: &Hand,
        text: Option<&str>,
        (chat, topic): (&str, i64),
        answers: Option<i64>,
    ) -> Result<Option<Begun>, NotTaken> {
        let db = &self.0.db;
        let found = self.insist(|| db.find_talk_of_topic(hand.channel, chat, topic)).await?;
        let Some(talk) = found else { return Ok(None) };
        let Some(text) = text.or((!hand.along.media.is_empty()).then_some("")) else {
            return Ok(Some(self.told("desk-text_only")));
        };
        match command::read(text) {
            Line::Deed(Deed::Unsend { .. }) => self.unsend(hand, answers).await,
            line => self.of_talk(&hand.trimmed(text), talk, line).await,
        }
        .map(Some)
    }

    /// A rep answers words that were passed on in the channel of all reps, since the talk could have
    /// no thread; none when it answers anything else.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn in_answer(
        &self,
        hand: &Hand,
        text: Option<&str>,
        answers: &str,
    ) -> Result<Option<Begun>, NotTaken> {
        let db = &self.0.db;
        match self.insist(|| db.find_talk_of_words(hand.channel, answers)).await? {
            Some(talk) => self.in_talk(hand, text, talk).await.map(Some),
            None => Ok(None),
        }
    }

    async fn in_talk(
        &self,
        hand: &Hand,
        text: Option<&str>,
        talk: ContactId,
    ) -> Result<Begun, NotTaken> {
        let Some(text) = text.or((!hand.along.media.is_empty()).then_some("")) else {
            return Ok(self.told("desk-text_only"));
        };
        match command::read_chat(text) {
            // Whoever can delete needs no order for it.
            Line::Deed(Deed::Unsend { .. }) => Ok(self.told("desk-unsend-delete")),
            line => self.of_talk(&hand.trimmed(text), talk, line).await,
        }
    }

    /// A line at a place that belongs to one talk.
    async fn of_talk(&self, hand: &Hand, talk: ContactId, line: Line) -> Result<Begun, NotTaken> {
        match line {
            // The place is that of the card, and what is ordered in it is ordered at the card.
            Line::Deed(Deed::Call { when, times, .. }) => {
                self.act(hand, talk, Deed::Call { when, times, at_card: true }).await
            }
            Line::Deed(deed) => self.act(hand, talk, deed).await,
            Line::Ask(Ask::Help) => Ok(self.told("desk-help")),
            Line::Ask(ask) => match self.who(hand.channel, &hand.user) {
                Some(rep) if ask == Ask::Talks => self.talks(&rep).await,
                Some(rep) if ask == Ask::Snippets => Ok(self.snippets(&rep)),
                _ => self.tell_of(talk, ask).await,
            },
            Line::Wrong(key) => Ok(self.told(key)),
        }
    }

    /// The talks of a rep, the one that words go to first.
    async fn talks(&self, rep: &Rep) -> Result<Begun, NotTaken> {
        let held = self.insist(|| self.0.db.list_held(&rep.id)).await?;
        if held.is_empty() {
            return Ok(self.told("desk-no_talk"));
        }
        let lines: Vec<String> = held
            .iter()
            .zip(std::iter::once("▶ ").chain(std::iter::repeat("· ")))
            .map(|(talk, sign)| format!("{sign}{}", talk.name.as_deref().unwrap_or("?")))
            .collect();
        let lines = ("lines", lines.join("\n"));
        let text = self.say("desk-talks", &[lines]);
        Ok(Begun::Told(Word { done: true, ..Word::told(text) }))
    }

    /// What is known of a talk's lead, or why it counts as it does.
    async fn tell_of(&self, talk: ContactId, ask: Ask) -> Result<Begun, NotTaken> {
        let Some(detail) = self.insist(|| self.0.db.find_lead(talk)).await? else {
            return Ok(self.told("desk-gone"));
        };
        let edition = self.0.editions.current();
        let now = self.0.editions.clock().now();
        let lines: Vec<String> = match ask {
            Ask::Why => {
                let last = self.insist(|| self.0.db.find_last_reply(talk)).await?;
                self.reasons(&detail, last.as_ref())
            }
            _ => detail
                .state
                .slots
                .iter()
                .map(|(slot, filled)| {
                    let value = edition.value_text(&filled.value, now);
                    format!("· {}: {value}", edition.slot_label(slot))
                })
                .collect(),
        };
        let args = [
            ("name", detail.lead.name.clone().unwrap_or_else(|| "?".to_owned())),
            ("lines", if lines.is_empty() { "–".to_owned() } else { lines.join("\n") }),
        ];
        let key = if ask == Ask::Why { "desk-why" } else { "desk-lead" };
        Ok(Begun::Told(Word { done: true, ..Word::told(self.say(key, &args)) }))
    }
}
