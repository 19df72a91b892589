//! Signs that people put at messages. A rep's is a deed in the talk, so only the owner's reaches the
//! visitor; a visitor's makes no turn, and whoever holds the talk sees it.

use crate::app::turns::NotTaken;
use crate::domain::along::Reaction;
use crate::domain::contact::Identity;
use crate::domain::desk::Deed;
use crate::domain::ids::Channel;
use crate::domain::reply::{ForReps, Outbound, Span};

use super::amend::at_place_of;
use super::{Begun, Hand, Reps};

impl Reps {
    /// A rep has put a sign at a message, or taken it away; none when it is of no talk.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn reacted(
        &self,
        hand: &Hand,
        reaction: &Reaction,
        place: &str,
    ) -> Result<Option<Begun>, NotTaken> {
        if self.who(hand.channel, &hand.user).is_none() {
            return Ok(None);
        }
        let db = &self.0.db;
        // In a group of Telegram numbers are named with their chat.
        let message = match &hand.at {
            Some(chat) => format!("{chat}/{}", reaction.message),
            None => reaction.message.to_string(),
        };
        // On Discord the place is a thread, which has the name of its card.
        let found = match hand.channel {
            Channel::Telegram => {
                self.insist(|| db.find_talk_of(hand.channel, &message, Some(place))).await?
            }
            _ => self.insist(|| db.find_talk_of(hand.channel, place, None)).await?,
        };
        match found {
            Some(talk) => self.act(hand, talk, Deed::React(reaction.clone())).await.map(Some),
            None => Ok(None),
        }
    }

    /// A visitor has put a sign at a message, or taken it away. Whoever holds the talk sees it at their
    /// form of that message, or in words where their platform does not know the sign.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn visitor_reacted(
        &self,
        who: &Identity,
        reaction: &Reaction,
    ) -> Result<(), NotTaken> {
        let db = &self.0.db;
        let contact = db.contact_id(who);
        // At their own words, or at a rep's.
        let passed = match self.passed_on(contact, reaction.message).await? {
            Some(passed) => Some(passed),
            None => self.insist(|| db.find_place_of_said(contact, reaction.message)).await?,
        };
        let Some(passed) = passed else { return Ok(()) };
        let Some(found) = self.insist(|| db.find_talk(contact)).await? else { return Ok(()) };
        let sign = reaction.added.clone().unwrap_or_default();
        let name = found.name.unwrap_or_else(|| "?".to_owned());
        let words = self.say("desk-heard", &[("name", name), ("words", sign)]);
        let reps = ForReps { reaction: Some(reaction.clone()), ..at_place_of(&passed) };
        self.put_beside(&passed.row, &Outbound::relayed(vec![Span::inserted(words)], reps)).await
    }
}
