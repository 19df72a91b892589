//! What a claimed row still needs before it leaves: where it goes, what has become of it while it waited,
//! and what the platform calls the messages that it speaks of.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tracing::error;

use super::under_way::{Address, delivery_of};
use super::{Sender, joined};
use crate::app::channel::{ChatChannel, Delivery, PointedAt};
use crate::domain::reply::Lane;
use crate::store::StoreError;
use crate::store::held::Changed;
use crate::store::outbox::OutboxId;
use crate::store::outbox::claim::Claimed;
use crate::store::outbox::mark::Unsent;

/// How long a claim lasts of what goes with files, which are fetched and sent meanwhile.
const CLAIM_OF_FILES: TimeDelta = TimeDelta::seconds(100);
/// The place of a rep's words among the rows of their turn.
const WORDS: i16 = 0;
/// After so long in the outbox words may have been changed meanwhile.
const WAITED: Duration = Duration::from_millis(500);

impl<C: ChatChannel> Sender<C> {
    /// Sends a claimed row off, unless nothing of it is to be sent.
    pub(super) async fn make_ready(
        &mut self,
        claimed: &Claimed,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let id = claimed.id;
        match delivery_of(claimed, &*self.channel, now) {
            Ok(Address::Known(delivery)) => self.send_off(claimed, *delivery, now).await,
            Ok(Address::Needless) => {
                self.sent.push((id, None));
                Ok(())
            }
            Ok(Address::NoChat) => {
                error!(conversation.id = %id.contact, turn.id = id.turn, "a message to the reps has no chat to go to; set rep.chat, then `docent outbox again`");
                self.fail(&id, now, "no chat of reps is set up on this platform").await
            }
            Err(error) => {
                error!(conversation.id = %id.contact, turn.id = id.turn, %error, "an outbox row cannot be read and is put aside");
                self.fail(&id, now, &error.to_string()).await
            }
        }
    }

    async fn send_off(
        &mut self,
        claimed: &Claimed,
        mut delivery: Delivery,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let id = claimed.id;
        // What may have arrived already is changed like everything else that has.
        if !claimed.repeated && self.may_have_changed(&id, &delivery) {
            let sure = self.is_surely_here(&id, &delivery);
            match self.db.settle_held(&id, &delivery.outbound, sure, now).await? {
                Changed::No => {}
                Changed::Words(words) => delivery.outbound = *words,
                Changed::Gone => {
                    self.count("withdrawn", 1);
                    return Ok(());
                }
            }
        }
        delivery.opening = self.openings.get(&id).cloned();
        if self.channel.joins(&delivery) {
            let with = joined::join(&self.db, &mut delivery, &id, now).await?;
            self.joined.insert(id, with);
        }
        if let Some(amends) = &mut delivery.outbound.reps.amends {
            let earlier = OutboxId { turn: amends.turn, ordinal: amends.ordinal, ..id };
            amends.named = self.db.find_platform_id(&earlier).await?;
            if amends.named.is_none() {
                return self.fail(&id, now, "what it was to change has never arrived").await;
            }
        }
        if let Some(message) = delivery.outbound.points_at() {
            let twin = self.db.find_twin(&id, delivery.lane, message).await?;
            delivery.points_at = twin.map(|twin| PointedAt { name: twin.name, own: twin.own });
            if delivery.points_at.is_none() {
                if delivery.outbound.reps.reaction.is_some() {
                    // A sign at nothing that they have: there is nothing to show.
                    self.sent.push((id, None));
                    return Ok(());
                }
                delivery.outbound.quote_in_words();
            }
        }
        if !delivery.outbound.reps.media.is_empty() {
            self.db.extend_claim(&id, now + CLAIM_OF_FILES).await?;
        }
        self.under_way.start(&self.channel, delivery, (id, claimed.attempt), now, &self.db);
        Ok(())
    }

    async fn fail(
        &self,
        id: &OutboxId,
        now: DateTime<Utc>,
        reason: &str,
    ) -> Result<(), StoreError> {
        self.count("failed", 1);
        self.db.mark_unsent(id, Unsent::Failed, now, reason).await?;
        Ok(())
    }

    /// Whether these are words of a rep that have waited, so that the rep may have changed them, and none
    /// of which is with the visitor yet.
    fn may_have_changed(&self, id: &OutboxId, delivery: &Delivery) -> bool {
        let reps = &delivery.outbound.reps;
        let words = delivery.lane == Lane::Prospect
            && id.ordinal == WORDS
            && reps.amends.is_none()
            && reps.reaction.is_none();
        let waited = reps.held || delivery.attempt > 1 || delivery.waited > WAITED;
        let away = !self.channel.finds_again() || self.is_surely_here(id, delivery);
        words && waited && away
    }

    /// Whether no try before this one can have arrived.
    fn is_surely_here(&self, id: &OutboxId, delivery: &Delivery) -> bool {
        self.unsent.get(id).copied().unwrap_or_default() == delivery.attempt - 1
    }
}
