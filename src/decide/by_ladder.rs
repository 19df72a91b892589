//! A rung of the ladder: what the visitor reads of it.

use super::{Effect, by_rep};
use crate::dialog::Talk;
use crate::domain::reply::{Arg, Part};
use crate::domain::value::Value;
use crate::handoff::appointment;
use crate::handoff::ladder::{self, Rung};

/// Time has passed: what is due first is done. What is due besides makes a turn of its own.
pub(super) fn see_to(talk: &mut Talk<'_>, effects: &mut Vec<Effect>) {
    if let Some(by) = by_rep::reminds(talk) {
        effects.push(Effect::Reminded(by));
    } else if appointment::is_due(&mut talk.state, talk.now) {
        effects.push(Effect::CallDue);
    } else if talk.facts.rep_chat {
        climb(talk, effects);
    }
}

/// Climbs the rung that is due, and says to the visitor what they should know of it.
fn climb(talk: &mut Talk<'_>, effects: &mut Vec<Effect>) {
    let (bot, facts, now) = (&talk.script.bot, talk.facts, talk.now);
    let Some(rung) = ladder::climb(&mut talk.state, bot, &facts.duty, now) else { return };
    match &rung {
        Rung::Choice => {
            talk.tell(Part::tell("ladder-busy"));
            talk.offer_call();
        }
        Rung::Offer { from, .. } if !talk.state.stopped => {
            let name = Arg::Value(Value::Text(from.name.clone()));
            talk.tell(Part::tell("ladder-offered").with("rep", name));
        }
        Rung::Offer { .. } | Rung::Ask { .. } | Rung::Remind(_) => {}
    }
    effects.push(Effect::Climbed(rung));
}
