//! What a lead needs, as a salesperson asks for it: challenge, authority, money, timing; what is told,
//! what is open, and what to ask next.

use chrono::{DateTime, Utc};

use crate::app::edition::Edition;
use crate::domain::conversation::State;
use crate::domain::ids::SlotId;
use crate::domain::reply::{Arg, Part};
use crate::domain::value::Value;
use crate::script::model::Champ;

/// What a slot tells, if anything.
pub(super) fn of(edition: &Edition, slot: &SlotId) -> Option<Champ> {
    edition.script.slots.get(slot)?.champ
}

/// The lines of the card: their need in one sentence, and, as long as the deal is open, what is not
/// known and the next question. Nothing where no slot of the script says what it tells.
pub(super) fn told(edition: &Edition, state: &State, now: DateTime<Utc>) -> Vec<Part> {
    let slots = || edition.script.slots.iter().filter_map(|(slot, def)| Some((slot, def.champ?)));
    let (mut need, mut open, mut next) = (Vec::new(), Vec::new(), None);
    for topic in Champ::ALL {
        let of_topic: Vec<&SlotId> =
            slots().filter(|(_, champ)| *champ == topic).map(|(slot, _)| slot).collect();
        let filled: Vec<String> = of_topic
            .iter()
            .filter_map(|slot| Some(edition.need_text(slot, &state.slots.get(*slot)?.value, now)))
            .collect();
        if !filled.is_empty() {
            need.push(filled.join(", "));
        } else if let Some(slot) = of_topic.first() {
            let locale = &edition.script.bot.default_locale;
            open.push(edition.phrase(locale, &format!("card-{}", topic.as_str())));
            next = next.or_else(|| Some(edition.phrase(locale, &format!("ask-{slot}"))));
        }
    }
    let mut parts = Vec::new();
    if !need.is_empty() {
        parts.push(Part::tell("card-need").with("need", text(need.join("; "))));
    }
    if super::standing::is_closed(state) {
        return parts;
    }
    if !open.is_empty() {
        parts.push(Part::tell("card-open").with("topics", text(open.join(", "))));
    }
    if let Some(next) = next.filter(|question| !question.is_empty()) {
        parts.push(Part::tell("card-next").with("question", text(next)));
    }
    parts
}

fn text(words: String) -> Arg {
    Arg::Value(Value::Text(words))
}
