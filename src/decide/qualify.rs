//! How ready somebody is after a turn, and what follows: heat, stage, the team and the offer of a person.

use chrono::{DateTime, Utc};

use super::Effect;
use crate::dialog::{Given, Score, Talk, condition};
use crate::domain::conversation::{State, Wish};
use crate::domain::facts::Facts;
use crate::domain::handoff::Handoff;
use crate::domain::lead::Heat;
use crate::handoff::policy;
use crate::qualification::score::{self, Happened, Weighed};
use crate::qualification::stage::{self, Evidence};
use crate::script::model::{Condition, Script, Signal};

/// Scores the turn and moves heat and stage.
pub(super) fn qualify(talk: &mut Talk<'_>, before: &State, effects: &mut Vec<Effect>) -> Weighed {
    let scoring = &talk.script.scoring;
    let mut awards = std::mem::take(&mut talk.state.awards);
    let (made, withdrawn) = {
        let talk: &Talk<'_> = talk;
        let touched = |c: &Condition| {
            talk.filled.iter().any(|slot| {
                before.slots.get(slot).map(|f| &f.value)
                    != talk.state.slots.get(slot).map(|f| &f.value)
                    && condition::mentions(c, slot.as_str())
            })
        };
        score::award(
            scoring,
            &mut awards,
            &Happened {
                signals: &talk.signals,
                steps: &talk.step_scores,
                holds: &|c| condition::holds(c, talk),
                touched: &touched,
                turn: talk.turn,
                now: talk.now,
            },
        )
    };
    effects.extend(withdrawn.into_iter().map(Effect::Withdrawn));
    effects.extend(made.into_iter().map(Effect::Awarded));
    let weighed = score::weigh(&awards, talk.now);
    score::prune(scoring, &mut awards, talk.now);
    talk.state.awards = awards;
    talk.score = score_of(&weighed);

    let wished = score::wished(scoring, &talk.signals);
    if let Some(wish) = wished {
        effects.push(Effect::Wished(wish.id.clone(), wish.heat));
        talk.state.wish = Some(Wish { rule: wish.id.clone(), at: talk.now });
    }
    let heat =
        score::heat(scoring, talk.state.wish.as_ref(), talk.now, &|c| condition::holds(c, talk));
    if heat != before.heat {
        effects.push(Effect::Heated(before.heat, heat));
    }
    talk.state.heat = heat;

    let evidence = Evidence {
        told: !talk.filled.is_empty()
            || talk.signals.iter().any(|signal| matches!(signal, Signal::Option(_))),
        asked: !talk.answers.is_empty()
            || talk.signals.iter().any(|s| matches!(s, Signal::Attribute(_) | Signal::Product(_))),
        wished: wished.is_some(),
    };
    if let Some((stage, reason)) = stage::after(talk.state.stage, evidence) {
        effects.push(Effect::Moved(talk.state.stage, stage, reason.into()));
        talk.state.stage = stage;
    }
    weighed
}

/// Which team is alerted, when somebody asks for a person or becomes hot: the one of the step, else the
/// first whose condition holds. It stays while their card is out.
pub(super) fn policy_team(talk: &mut Talk<'_>, before: &State) {
    let requested = |state: &State| matches!(state.handoff, Handoff::Requested { .. });
    let asks = requested(&talk.state) && !requested(before);
    let heats = talk.state.heat == Heat::Hot && before.heat != Heat::Hot;
    if talk.state.watch.is_some() || !(asks || heats) {
        return;
    }
    if !asks {
        talk.state.team = None;
    }
    if talk.state.team.is_none() {
        let rules = &talk.script.bot.teams;
        let found = rules.iter().find(|(_, when)| condition::holds(when, talk));
        talk.state.team = found.map(|(team, _)| team.clone());
    }
}

/// Offers a person, once, where the writer wants it.
pub(super) fn offer_person(talk: &mut Talk<'_>) {
    let Some(when) = &talk.script.bot.offer_person_when else { return };
    let holds = condition::holds(when, talk);
    // A question is open or a confirmation is due: one thing at a time.
    let free = talk.asked.is_empty()
        && talk.spoke()
        && talk.choices.is_empty()
        && !talk.state.erase
        && !talk.parted();
    if free && policy::offers_person(&talk.state, holds) {
        talk.state.offered_person = true;
        talk.offer_person();
    }
}

pub(super) fn score_of(weighed: &Weighed) -> Score {
    Score { fit: weighed.fit, interest: weighed.interest }
}

/// Where a lead stands at a moment between turns: scores decay and wishes end by themselves.
#[must_use]
pub fn standing(
    script: &Script,
    state: &State,
    facts: &Facts,
    now: DateTime<Utc>,
) -> (Score, Heat) {
    let score = score_of(&score::weigh(&state.awards, now));
    let talk = Talk::new(script, None, state, Given { turn: 0, facts, score, now });
    let heat =
        score::heat(&script.scoring, state.wish.as_ref(), now, &|c| condition::holds(c, &talk));
    (score, heat)
}
