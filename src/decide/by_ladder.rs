//! A rung of the ladder: what the visitor reads of it.

use super::Effect;
use crate::dialog::Talk;
use crate::domain::reply::{Arg, Part};
use crate::domain::value::Value;
use crate::handoff::ladder::{self, Rung};

/// Climbs the rung that is due, and says to the visitor what they should know of it.
pub(super) fn climb(talk: &mut Talk<'_>, effects: &mut Vec<Effect>) {
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
