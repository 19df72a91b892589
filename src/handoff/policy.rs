//! When the bot itself offers a person, and when it must be silent.

use crate::domain::conversation::State;
use crate::domain::facts::{Facts, Shares};
use crate::domain::handoff::Handoff;

/// Whether the bot offers a person now: once, when the writer's condition first holds, and never
/// to somebody who has asked for one or has said stop.
#[must_use]
pub fn offers_person(state: &State, condition_holds: bool) -> bool {
    condition_holds
        && !state.offered_person
        && !state.stopped
        && matches!(state.handoff, Handoff::None)
}

/// So much of what somebody shares while they wait is kept.
pub const KEPT: usize = 20;

/// Whether what came along is kept for whoever takes the talk: somebody waits for a person, and there is
/// room. What is not kept is told to be like all that the bot cannot read.
#[must_use]
pub fn keeps(state: &State, facts: &Facts) -> Option<Shares> {
    let waits = facts.rep_chat && matches!(state.handoff, Handoff::Requested { .. });
    let room = facts.shares != Some(Shares::Passes) || state.kept.len() < KEPT;
    facts.shares.filter(|_| waits && room)
}

/// While a rep owns the talk the bot says nothing but confirmations of stop, privacy and erasure.
#[must_use]
pub fn bot_is_silent(state: &State) -> bool {
    matches!(state.handoff, Handoff::Claimed { .. })
}
