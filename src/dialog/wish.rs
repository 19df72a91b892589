//! Wishes: which of them a message really has, and the standard ones, which are heard first.
//!
//! An intent beside a value, a question or another intent may be manners, or hardly one at all. What
//! a wish then does is in [`super::serve`]. Start at [`Talk::command`].

use crate::domain::ids::{IntentId, SlotId};
use crate::domain::lexicon::SlotKind;
use crate::domain::understood::{Reading, Request, Sure, Understood};
use crate::domain::value::Value;
use crate::script::model::{Action, Flow, StepKind};

use super::talk::Talk;

/// Beside a value for the open question, only a wish this sure is taken for one.
pub(super) const SURE_BESIDE_VALUE: f32 = 0.5;
/// From here on a wish or an answer is beyond doubt.
pub(super) const SURE: f32 = 0.75;
/// Intents that one word of ours is enough for.
const COURTESY: &[&str] = &["greeting", "thanks", "bye"];

impl<'a> Talk<'a> {
    /// What is always heard first: stop, a person, and the other standard wishes, when they are
    /// sure. A value for the open question is no such wish.
    pub(super) fn command(&mut self, text: &str, understood: &Understood) -> bool {
        let Some(first) = understood.intents.first() else { return false };
        // "Halt, stop: ten" stops nothing, it puts a number right.
        let put_right = understood.corrects && self.is_put_right(text);
        if put_right || !self.is_command(first, understood) {
            return false;
        }
        self.take_fills(understood);
        let address =
            |slot: &&SlotId| matches!(self.known(slot), Some(Value::Phone(_) | Value::Email(_)));
        let noted: Vec<SlotId> = self.filled.iter().filter(address).cloned().collect();
        self.want(&first.id);
        self.tell_noted_of(&noted);
        // "Are you a robot, you idiot?" is two things, and both are met.
        if let Some(second) = understood.intents.get(1)
            && second.confidence >= SURE
            && [&first.id, &second.id]
                .iter()
                .all(|id| self.only_manners(id) && !COURTESY.contains(&id.as_str()))
        {
            self.want(&second.id);
        }
        for request in &understood.also {
            if self.is_wanted_beside(Some(&first.id), request) {
                self.serve_request(request);
            }
        }
        true
    }

    /// Whether the first intent is a standard wish that comes before everything else in the message.
    fn is_command(&self, first: &Sure<IntentId>, understood: &Understood) -> bool {
        let action = self.action_of(&first.id);
        // Free words fit any question; a sure wish is still a wish.
        let free = matches!(
            self.open_slot_kind(),
            Some(SlotKind::Free | SlotKind::Name | SlotKind::Place)
        );
        // "By phone: 600 111 222" gives the number that was asked for.
        let given = matches!(
            understood.reading,
            Some(Reading::Value(Value::Phone(_) | Value::Email(_) | Value::Moment(_)))
        );
        let stops = matches!(action, Some(Action::Stop));
        let sure = stops || (self.asks_for_person(&first.id) && !given) || free;
        if understood.reading.is_some() && !sure {
            return false;
        }
        if matches!(understood.reading, Some(Reading::Choice(_))) {
            return false;
        }
        let standard = self.flow_of(&first.id).is_some_and(|flow| flow.standard);
        let other = understood.catalogue.is_some()
            || understood.answers.first().is_some_and(|a| a.confidence > first.confidence);
        if !standard || other || first.confidence < SURE_BESIDE_VALUE {
            return false;
        }
        // "I got the town wrong, it is Linz" has said what is right.
        if matches!(action, Some(Action::Correct)) && self.was_told(understood) {
            return false;
        }
        if self.is_idle(first, understood) {
            return false;
        }
        // Beside something asked, or a value put right, a greeting or a thank-you is just manners:
        // "Rather Friday at ten, does that work? Thanks, bye."
        let more = !understood.also.is_empty() || (understood.corrects && !self.loose.is_empty());
        // "Na, 3": a number is no small talk.
        let dated = self.loose.iter().any(|value| matches!(value, Value::Moment(_)));
        let valued =
            !self.loose.is_empty() && !understood.asks && (dated || first.confidence < SURE);
        !((more || valued) && self.only_manners(&first.id))
    }

    /// Whether a further request of a message is served beside its first wish: it is meant, and it
    /// is not of two flows that stand in for each other, of which the surer one is wanted.
    pub(super) fn is_wanted_beside(&self, first: Option<&IntentId>, request: &Request) -> bool {
        let Request::Intent(other) = request else { return true };
        // What ends or moves the talk must be sure beside something else: "I am not in the mood for
        // typing" is no "stop".
        if self.action_of(&other.id).is_some() && other.confidence < SURE {
            return false;
        }
        let flows = first.and_then(|first| self.flow_of(first)).zip(self.flow_of(&other.id));
        flows.is_none_or(|(first, second)| {
            !first.instead_of.contains(&second.id) && !second.instead_of.contains(&first.id)
        })
    }

    /// A wish about the talk itself, such as "say that again" or "skip that", that is hardly one: it
    /// is less than sure where something was told, or there is nothing to skip.
    pub(super) fn is_idle(&self, intent: &Sure<IntentId>, understood: &Understood) -> bool {
        let nothing = || self.state.stack.iter().all(|frame| !frame.waiting);
        match self.action_of(&intent.id) {
            None | Some(Action::Stop) => false,
            Some(Action::Skip) if nothing() && !understood.also.is_empty() => true,
            Some(_) => self.was_told(understood) && intent.confidence < SURE,
        }
    }

    /// Whether the message holds a value, wherever it belongs.
    fn was_told(&self, understood: &Understood) -> bool {
        !(understood.fills.is_empty() && self.loose.is_empty())
    }

    /// The flow that an intent opens.
    fn flow_of(&self, intent: &IntentId) -> Option<&'a Flow> {
        let flow = self.script.flows.by_intent.get(intent)?;
        self.script.flows.by_id.get(flow)
    }

    /// What an intent does to the talk itself, when its standard flow begins with just that.
    fn action_of(&self, intent: &IntentId) -> Option<&'a Action> {
        let flow = self.flow_of(intent).filter(|flow| flow.standard)?;
        match &flow.steps.first()?.kind {
            StepKind::Call(action) => Some(action),
            _ => None,
        }
    }

    /// Whether an intent opens the standard flow that asks for a person.
    fn asks_for_person(&self, intent: &IntentId) -> bool {
        self.flow_of(intent).filter(|flow| flow.standard).is_some_and(|flow| {
            flow.steps.iter().any(|step| matches!(step.kind, StepKind::Handoff { .. }))
        })
    }

    /// A standard flow that only says something.
    pub(super) fn only_manners(&self, intent: &IntentId) -> bool {
        self.flow_of(intent)
            .filter(|flow| flow.standard)
            .is_some_and(|flow| flow.steps.iter().all(|step| matches!(step.kind, StepKind::Say(_))))
    }

    pub(super) fn is_greeting(&self, intent: &IntentId) -> bool {
        self.script.flows.by_intent.get(intent).is_some_and(|flow| flow == "greeting")
    }
}
