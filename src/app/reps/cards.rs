//! Cards, and what was passed on in their talks: what a channel must know to lead reps to a talk, and to
//! catch up with what they did while nobody listened.

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::turns::NotTaken;
use crate::domain::ids::{AccountId, Channel};
use crate::domain::reply::DeskButton;

use super::Reps;

/// A talk that nobody holds is looked at when something happened in it so shortly before the gap.
const LIVELY: TimeDelta = TimeDelta::days(3);
/// Talks looked at, and messages of each, at most.
const TALKS: i64 = 2_000;
const MESSAGES: i64 = 50;

impl Reps {
    /// The cards of talks in which reps may have written since a moment, by the platform's names.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn live_cards(
        &self,
        channel: Channel,
        account: &AccountId,
        since: DateTime<Utc>,
    ) -> Result<Vec<String>, NotTaken> {
        let db = &self.0.db;
        self.insist(|| db.list_live_cards(channel, account, since - LIVELY, TALKS)).await
    }

    /// The messages of reps that were passed on in the talk of a card, from one on, and not taken
    /// back, with all cards that the talk has had there; none when it is no card of a talk.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn said_at(
        &self,
        channel: Channel,
        card: &str,
        from: i64,
    ) -> Result<Option<(Vec<i64>, Vec<String>)>, NotTaken> {
        let db = &self.0.db;
        let Some(talk) = self.insist(|| db.find_talk_of(channel, card, None)).await? else {
            return Ok(None);
        };
        let said = self.insist(|| db.list_said_since(talk, channel, from, MESSAGES)).await?;
        let cards = self.insist(|| db.list_cards(talk, channel)).await?;
        Ok(Some((said, cards)))
    }

    /// The card of the talk that a button of the desk is about, by the platform's name; none when there
    /// is none on that platform.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops.
    pub async fn card_of(&self, channel: Channel, data: &str) -> Result<Option<String>, NotTaken> {
        let Some((_, talk)) = DeskButton::read(data) else { return Ok(None) };
        let db = &self.0.db;
        self.insist(|| db.find_card(talk, channel)).await
    }
}
