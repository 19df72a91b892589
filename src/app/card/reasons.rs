//! How ready somebody is, and why they are worth a person's time.

use chrono::{DateTime, Utc};

use super::text;
use crate::app::edition::Edition;
use crate::app::plain::readable;
use crate::domain::conversation::State;
use crate::domain::handoff::Handoff;
use crate::domain::ids::RuleId;
use crate::domain::reply::{Arg, Part};
use crate::qualification::score::weigh;
use crate::script::model::{Script, Signal, StepKind, Trigger};

/// The most reasons that are shown.
const REASONS: usize = 3;

/// Heat with its two numbers.
pub(super) fn heat(state: &State, now: DateTime<Utc>) -> Part {
    let weighed = weigh(&state.awards, now);
    Part::tell("card-heat")
        .with("heat", text(state.heat.as_str()))
        .with("fit", Arg::integer(weighed.fit.into()))
        .with("interest", Arg::integer(weighed.interest.into()))
}

/// The wish, and the strongest of what has points now, each thing once: what a wish says is not said
/// again by the points that came with it.
pub(super) fn strongest(edition: &Edition, state: &State, now: DateTime<Utc>) -> Vec<Arg> {
    let (script, locale) = (&edition.script, &edition.script.bot.default_locale);
    let mut reasons = Vec::new();
    let mut told: Vec<&Signal> = Vec::new();
    if let Some(wish) = &state.wish {
        reasons.push(edition.reason(locale, state, &format!("score-{}", wish.rule)));
        told.extend(signals_of(script, &wish.rule));
    }
    if let Handoff::Requested { reason, .. } = &state.handoff
        && !told.iter().any(|signal| leads_to(script, signal, reason))
    {
        reasons.push(readable(reason));
    }
    let weighed = weigh(&state.awards, now);
    let mut awards: Vec<_> = weighed.points.iter().zip(&state.awards).collect();
    awards.retain(|(points, _)| **points > 0);
    awards.sort_by_key(|(points, _)| std::cmp::Reverse(**points));
    for (_, award) in awards {
        let signals = signals_of(script, &award.rule);
        let said_already = !signals.is_empty() && signals.iter().all(|one| told.contains(&one));
        let reason = edition.reason(locale, state, &format!("score-{}", award.rule));
        if !said_already && !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    reasons.into_iter().take(REASONS).map(text).collect()
}

/// What sets a rule or a wish off.
fn signals_of<'a>(script: &'a Script, rule: &RuleId) -> &'a [Signal] {
    let scoring = &script.scoring;
    if let Some(wish) = scoring.wishes.iter().find(|wish| wish.id == *rule) {
        return &wish.on;
    }
    match scoring.rules.iter().find(|known| known.id == *rule).map(|rule| &rule.trigger) {
        Some(Trigger::On(signals, _)) => signals,
        _ => &[],
    }
}

/// Whether a wish opens a flow that asks for a person for this reason.
fn leads_to(script: &Script, signal: &Signal, reason: &str) -> bool {
    let Signal::Intent(intent) = signal else { return false };
    let flow = script.flows.by_intent.get(intent).and_then(|flow| script.flows.by_id.get(flow));
    flow.is_some_and(|flow| {
        flow.steps.iter().any(|step| match &step.kind {
            StepKind::Handoff { reason: asked, .. } => asked == reason,
            _ => false,
        })
    })
}
