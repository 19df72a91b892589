//! Words that wait behind others of the same talk: where messages are few they leave as one.

use chrono::{DateTime, Utc};

use crate::app::channel::Delivery;
use crate::domain::reply::{ForReps, Outbound, Span};
use crate::store::outbox::OutboxId;
use crate::store::{Db, StoreError};

/// Messages that become one, at most, and how many characters it has then at most: it stays one.
const TOGETHER: i64 = 20;
const LONGEST: usize = 3_000;

/// Puts to a delivery what is due right behind it and says nothing but words: the rows that leave
/// with it.
pub(super) async fn join(
    db: &Db,
    delivery: &mut Delivery,
    id: &OutboxId,
    now: DateTime<Utc>,
) -> Result<Vec<OutboxId>, StoreError> {
    let mut joined = Vec::new();
    if !is_words(&delivery.outbound) {
        return Ok(joined);
    }
    for (behind, payload) in db.list_behind(id, delivery.lane, now, TOGETHER).await? {
        let Ok(next) = payload.read::<Outbound>("outbox payload") else { break };
        if !goes_along(delivery, &next) {
            break;
        }
        let spans = &mut delivery.outbound.spans;
        spans.push(Span::inserted("\n"));
        spans.extend(next.spans);
        joined.push(behind);
    }
    delivery.joined = !joined.is_empty();
    Ok(joined)
}

/// Whether the next one goes to the same place, and fits.
fn goes_along(delivery: &Delivery, next: &Outbound) -> bool {
    let (this, reps) = (&delivery.outbound, &next.reps);
    let same = reps.to.as_deref() == Some(delivery.to.external_id.as_str())
        && (&reps.chat, &reps.topic) == (&this.reps.chat, &this.reps.topic);
    let length = this.text().chars().count() + next.text().chars().count();
    same && is_words(next) && length <= LONGEST
}

/// Whether it is nothing but words for the topic of a talk.
fn is_words(outbound: &Outbound) -> bool {
    let reps = ForReps { to: None, chat: None, topic: None, ..outbound.reps.clone() };
    let bare = outbound.choices.is_empty() && outbound.picture.is_none();
    bare && outbound.reps.topic.is_some() && reps == ForReps::default()
}
