//! R3: the one pure composition of a turn: understand, advance, score, stage, handoff.
//!
//! The live turn, `docent test`, replay and the bench all call [`decide`]; there is no second
//! copy. Nothing in here reads a clock, draws a number or talks to anybody.

use chrono::{DateTime, Utc};

mod by_call;
mod by_ladder;
mod by_rep;
mod gates;
mod pending;
mod qualify;

pub use qualify::standing;
use qualify::{offer_person, policy_team, qualify, score_of};

use crate::dialog::{Given, Score, Talk};
use crate::domain::conversation::State;
use crate::domain::desk::{RepAct, Ruling, Seat};
use crate::domain::event::Event;
use crate::domain::facts::{Facts, Shares};
use crate::domain::handoff::{Handoff, NOT_UNDERSTOOD};
use crate::domain::ids::{AnswerId, CampaignId, RuleId, TextKey, TurnNumber};
use crate::domain::lead::{Award, Heat, Stage};
use crate::domain::reply::{Part, Reply, Role};
use crate::domain::understood::{Context, Understood};
use crate::handoff::appointment;
use crate::handoff::ladder::{self, Rung};
use crate::handoff::policy;
use crate::qualification::score;
use crate::script::model::{Flows, Script, Signal, StepKind};
use crate::understanding::Understanding;

/// The longest utterance that is read, in characters. A longer one is kept, and the visitor is
/// asked for the main point.
pub const LONGEST: usize = 4_000;

/// So many misunderstandings in a row call for a person.
const STUCK: u8 = 2;

/// What a decision rests on beside the state: the script and what was trained from it.
#[derive(Clone, Copy)]
pub struct Brain<'a> {
    /// The current script.
    pub script: &'a Script,
    /// The flows of the script that the talk is pinned to, when that is an older one that could
    /// be had. Without them the talk goes on in the current flows, by `migrate`.
    pub pinned: Option<&'a Flows>,
    /// The trained understanding.
    pub understanding: &'a Understanding,
}

/// What a turn comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The state after it.
    pub state: State,
    /// What is said.
    pub reply: Option<Reply>,
    /// What else follows.
    pub effects: Vec<Effect>,
    /// What was understood, and how surely; stored, so that the turn can be replayed.
    pub understood: Option<Understood>,
    /// It was not understood.
    pub missed: bool,
    /// The answers given.
    pub answers: Vec<AnswerId>,
    /// Fit and interest after it.
    pub score: Score,
}

/// A request to the outside, or a line for the record.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Evidence was awarded.
    Awarded(Award),
    /// Evidence no longer holds.
    Withdrawn(Award),
    /// A wish named a heat.
    Wished(RuleId, Heat),
    /// The stage moved; the reason is a text key.
    Moved(Stage, Stage, TextKey),
    /// The heat changed.
    Heated(Heat, Heat),
    /// A person was asked for.
    PersonRequested(String),
    /// They came through a campaign's link, live or not.
    Touched(CampaignId, bool),
    /// They want to be erased.
    Erase,
    /// A rep did something, or was refused.
    Ruled(RepAct, Ruling),
    /// A rep wanted to be reminded of the talk about now: who, where that is known.
    Reminded(Option<Seat>),
    /// The call that was agreed on is about now.
    CallDue,
    /// The visitor has agreed on a call that a rep offered.
    CallAgreed,
    /// What is said in this turn is said in the name of whoever holds the talk.
    SpokenFor(Seat),
    /// Reps are alerted to the talk for the first time.
    Alerted,
    /// Somebody asks for a person of whom reps have a card already. It rings for nobody when it changes,
    /// so a word beside it does.
    Rang,
    /// Somebody asks for a person while one has the talk.
    AskedOwner(Seat),
    /// Somebody has waited for so long that something is done about it.
    Climbed(Rung),
    /// Words that nobody had answered were not understood by the bot either.
    Missed(String),
}

/// Decides a turn.
#[must_use]
pub fn decide(
    brain: Brain<'_>,
    state: &State,
    turn: TurnNumber,
    event: &Event,
    facts: &Facts,
    now: DateTime<Utc>,
) -> Outcome {
    if let Event::Rep(act) = event {
        return by_rep::decide(brain, state, turn, act, facts, now);
    }
    let gate = gates::of(state, event, facts, now);
    if gate != gates::Gate::Open {
        return gates::keep_out(brain, state, turn, (gate, event), facts, now);
    }
    let before = score::weigh(&state.awards, now);
    let silent = policy::bot_is_silent(state);
    let own = state;
    let aside = silent.then(|| by_rep::put_aside(own));
    let state = aside.as_ref().unwrap_or(own);
    let given = Given { turn, facts, score: score_of(&before), now };
    let mut talk = Talk::new(brain.script, brain.pinned, state, given);
    let understood = understand(brain.understanding, &talk, event);
    take_hint(&mut talk, event);
    let kept = policy::keeps(own, facts);
    match (event, too_long(event)) {
        (Event::Media { .. }, _) if kept.is_some() => {}
        (Event::Said { .. }, true) => {
            talk.state.greeted = true;
            talk.tell(Part::tell("too_long"));
        }
        _ => talk.hear(event, understood.as_ref()),
    }
    let mut held = None;
    let keeps = policy::keeps(&talk.state, facts).filter(|_| own.kept.is_empty());
    if keeps == Some(Shares::Passes) {
        talk.tell(Part::tell("handoff-media"));
    }
    if silent {
        keep_confirmations(&mut talk);
        by_rep::take_up(&mut talk, own);
        held = by_rep::tell_who_talks(&mut talk, event);
    } else {
        call_for_help(&mut talk);
    }
    let mut effects = record(&mut talk, state, event);
    effects.extend(held.map(Effect::AskedOwner));
    by_call::follow(&talk, own, &mut effects);
    if matches!(event, Event::Timer) {
        by_ladder::see_to(&mut talk, &mut effects);
    }
    let weighed = qualify(&mut talk, state, &mut effects);
    offer_person(&mut talk);
    policy_team(&mut talk, own);
    let (missed, answers) = (talk.missed, std::mem::take(&mut talk.answers));
    let (mut state, reply, _) = talk.finish();
    if silent {
        by_rep::keep_last(&mut state, own, reply.is_some());
    }
    if facts.rep_chat && ladder::follow(&mut state, own, &brain.script.bot, now) {
        effects.push(Effect::Alerted);
    }
    if effects.contains(&Effect::CallAgreed) {
        // They know who calls and when, so nobody is waited for.
        state.watch = None;
    }
    if facts.rep_chat && silent && event.is_theirs() {
        ladder::await_owner(&mut state, &brain.script.bot, now);
    }
    if facts.rep_chat {
        appointment::follow(&mut state, own, brain.script, now);
        let alerted = matches!(state.handoff, Handoff::Requested { .. });
        state.carded |= alerted || state.heat == Heat::Hot;
    }
    if event.is_theirs() {
        state.said = gates::said(own, event, now);
    }
    // Whoever looked for a reason has left it: the card's own buttons come back with its news.
    state.refusing = false;
    // What stands under a picture tells of it, unless it asks.
    let tells = facts.shares.is_some() && !understood.as_ref().is_some_and(|u| u.asks);
    if silent && reply.is_none() && !tells {
        pending::remember(&mut state, event);
    }
    Outcome { state, reply, effects, understood, missed, answers, score: score_of(&weighed) }
}

/// Somebody who was not understood several times in a row is shown to a person, and told so.
fn call_for_help(talk: &mut Talk<'_>) {
    let stuck = talk.missed && talk.state.misses == STUCK && !talk.state.stopped;
    if !stuck || !talk.facts.rep_chat || !matches!(talk.state.handoff, Handoff::None) {
        return;
    }
    // It is no wish of theirs, so it counts for nothing.
    talk.state.handoff = Handoff::Requested { reason: NOT_UNDERSTOOD.to_owned(), at: talk.now };
    let part = Part::tell("handoff-stuck");
    let part = if talk.open_now() { part } else { part.attribute("closed") };
    // After the word that it was not understood, wherever that stands.
    match talk.asked.is_empty() {
        true => talk.tell(part),
        false => talk.asked.push(part),
    }
}

/// Whoever begins with a button or a command has said nothing that tells their language; then the
/// language of their app does.
fn take_hint(talk: &mut Talk<'_>, event: &Event) {
    if !event.is_theirs() || matches!(event, Event::Said { .. }) || talk.state.locale.is_some() {
        return;
    }
    let Some(hint) = &talk.facts.locale_hint else { return };
    let language = |tag: &str| tag.split(['-', '_']).next().unwrap_or(tag).to_lowercase();
    let locales = &talk.script.bot.locales;
    let same = locales.iter().find(|locale| *locale == hint);
    let alike = || locales.iter().find(|l| language(l.as_str()) == language(hint.as_str()));
    talk.state.locale = same.or_else(alike).cloned();
}

/// Reads an utterance in the light of what is open.
fn understand(understanding: &Understanding, talk: &Talk<'_>, event: &Event) -> Option<Understood> {
    let Event::Said { text } = event else { return None };
    if text.trim().is_empty() || too_long(event) {
        return None;
    }
    // What stands under a picture tells of the picture, and answers no question.
    let answers = !talk.facts.caption;
    let slot = match talk.open_step().map(|step| &step.kind) {
        Some(StepKind::Collect { slot, .. }) if answers => Some(slot.clone()),
        _ => None,
    };
    let context = Context {
        locale: talk.state.locale.clone(),
        hint: talk.facts.locale_hint.clone(),
        slot,
        choices: if answers { talk.state.offered.clone() } else { Vec::new() },
        today: Some(talk.today()),
        clock: Some(talk.clock()),
        country: talk.state.country.clone(),
        wants: talk.wants(),
        agreed: talk.agreed(),
        focus: talk.state.focus.clone(),
    };
    Some(understanding.understand(text, &context))
}

fn too_long(event: &Event) -> bool {
    matches!(event, Event::Said { text } if text.len() > LONGEST && text.chars().count() > LONGEST)
}

/// While a rep talks, only confirmations leave, and what privacy and erasure ask.
fn keep_confirmations(talk: &mut Talk<'_>) {
    talk.told.retain(|part| part.role == Role::Confirm || by_rep::is_private(&part.key));
    talk.asked.retain(|part| by_rep::is_private(&part.key));
    if talk.asked.is_empty() {
        talk.choices.clear();
    }
    talk.picture = None;
}

/// Lines for the record that do not depend on the score.
fn record(talk: &mut Talk<'_>, before: &State, event: &Event) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Event::Start { campaign: Some(campaign) } = event {
        let live = talk.signals.contains(&Signal::Campaign(campaign.clone()));
        effects.push(Effect::Touched(campaign.clone(), live));
    }
    if let (Handoff::Requested { reason, .. }, was) = (&talk.state.handoff, &before.handoff) {
        let wanted = talk.state.handoff.is_wanted() && !was.is_wanted();
        if wanted || !matches!(was, Handoff::Requested { .. }) {
            effects.push(Effect::PersonRequested(reason.clone()));
        }
        let carded = before.carded
            || before.heat == Heat::Hot
            || matches!(was, Handoff::Requested { .. } | Handoff::Released { .. });
        if wanted && carded && talk.facts.rep_chat {
            effects.push(Effect::Rang);
        }
    }
    if talk.state.erase && !before.erase {
        effects.push(Effect::Erase);
    }
    effects
}
