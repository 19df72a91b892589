//! The working table of one turn: what the engine reads, and what it has said so far.

use chrono::{DateTime, Utc};

use crate::domain::conversation::{Frame, State};
use crate::domain::facts::Facts;
use crate::domain::handoff::Handoff;
use crate::domain::ids::{AnswerId, FlowId, Locale, ProductId, RuleId, SlotId, StepId, TurnNumber};
use crate::domain::reply::{Choice, ChoiceId, Part, Reply, Role};
use crate::domain::value::Value;
use crate::script::model::{Flow, Flows, Script, Signal, Step, StepKind};

/// The standing of the score before this turn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Who they are.
    pub fit: i32,
    /// What they did.
    pub interest: i32,
}

/// What a turn is given beside the state.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// The number of the turn.
    pub turn: TurnNumber,
    /// What is true outside.
    pub facts: &'a Facts,
    /// The score before it.
    pub score: Score,
    /// The moment it is decided for.
    pub now: DateTime<Utc>,
}

/// One turn in the making.
pub struct Talk<'a> {
    /// The current script: words, facts, catalogue.
    pub script: &'a Script,
    /// The flows that open frames walk on, when those are of an older script.
    pub pinned: Option<&'a Flows>,
    /// What is remembered; changed as the turn goes.
    pub state: State,
    /// The number of this turn.
    pub turn: TurnNumber,
    /// The moment it is decided for.
    pub now: DateTime<Utc>,
    /// What is true outside.
    pub facts: &'a Facts,
    /// The score before this turn.
    pub score: Score,
    /// They have been here on an earlier day.
    pub returning: bool,
    /// What happened, for scoring.
    pub signals: Vec<Signal>,
    /// Rules that `score` steps awarded.
    pub step_scores: Vec<RuleId>,
    /// Answers given in this turn.
    pub answers: Vec<AnswerId>,
    /// Slots set in this turn.
    pub filled: Vec<SlotId>,
    /// What waited for the visitor before this turn.
    waited: Option<(FlowId, StepId)>,
    /// Places that were said, with their countries.
    pub(super) places: Vec<(String, String)>,
    /// They speak to a person, or of something they send: what is said must say what it is about.
    pub(super) overheard: bool,
    /// It is so, and a value is all that is said.
    pub(super) overheard_bare: bool,
    /// Values that were said and belong to no slot yet.
    pub(super) loose: Vec<Value>,
    /// What is told.
    pub told: Vec<Part>,
    /// What is asked at the end.
    pub asked: Vec<Part>,
    /// Buttons under it.
    pub choices: Vec<Choice>,
    /// A picture.
    pub picture: Option<String>,
    /// It was not understood.
    pub missed: bool,
    /// Something that was agreed on in between, such as a call, is through.
    pub(super) settled: bool,
    /// The words answered a question for free words, so they mean nothing else.
    pub(super) took_words: bool,
    /// Steps that may still be walked in this turn.
    pub(super) fuel: u16,
}

/// The most steps walked in one turn: no script that passes the check comes near it.
const FUEL: u16 = 200;

/// After this long a talk is picked up with a word about it.
const DAYS_OF_SILENCE: i64 = 24 * 3600;

impl<'a> Talk<'a> {
    /// Sets the table.
    #[must_use]
    pub fn new(
        script: &'a Script,
        pinned: Option<&'a Flows>,
        state: &State,
        given: Given<'a>,
    ) -> Self {
        let Given { turn, facts, score, now } = given;
        let returning = state.heard_at.is_some_and(|at| (now - at).num_seconds() > DAYS_OF_SILENCE);
        Self {
            script,
            pinned,
            state: state.clone(),
            turn,
            now,
            facts,
            score,
            returning,
            signals: Vec::new(),
            step_scores: Vec::new(),
            answers: Vec::new(),
            filled: Vec::new(),
            waited: waiting(state),
            places: Vec::new(),
            overheard: facts.caption || matches!(state.handoff, Handoff::Claimed { .. }),
            overheard_bare: false,
            loose: Vec::new(),
            told: Vec::new(),
            asked: Vec::new(),
            choices: Vec::new(),
            picture: None,
            missed: false,
            settled: false,
            took_words: false,
            fuel: FUEL,
        }
    }

    /// The language of the talk.
    #[must_use]
    pub fn locale(&self) -> &Locale {
        self.state.locale.as_ref().unwrap_or(&self.script.bot.default_locale)
    }

    /// Slots that the open flows ask for and that are not known yet.
    #[must_use]
    pub fn wants(&self) -> Vec<SlotId> {
        let mut wants = Vec::new();
        for flow in self.state.stack.iter().filter_map(|frame| self.flow(&frame.flow)) {
            for step in &flow.steps {
                if let StepKind::Collect { slot, .. } = &step.kind
                    && self.known(slot).is_none()
                    && !wants.contains(slot)
                {
                    wants.push(slot.clone());
                }
            }
        }
        wants
    }

    /// A slot's value, unless it is unknown or has become stale.
    #[must_use]
    pub fn known(&self, slot: &SlotId) -> Option<&Value> {
        let filled = self.state.slots.get(slot)?;
        let stale = self.script.slots.get(slot).and_then(|def| def.stale_after);
        match stale {
            Some(seconds) if (self.now - filled.at).num_seconds() > seconds => None,
            _ => Some(&filled.value),
        }
    }

    /// A flow, of the pinned script if a talk walks on one.
    #[must_use]
    pub fn flow(&self, id: &FlowId) -> Option<&'a Flow> {
        self.pinned
            .and_then(|flows| flows.by_id.get(id))
            .or_else(|| self.script.flows.by_id.get(id))
    }

    /// The step that a frame is at.
    #[must_use]
    pub fn step_of(&self, frame: &Frame) -> Option<&'a Step> {
        let flow = self.flow(&frame.flow)?;
        flow.position(&frame.step).map(|at| &flow.steps[at])
    }

    /// The innermost step that waits for the visitor.
    #[must_use]
    pub fn open_step(&self) -> Option<&'a Step> {
        self.state.stack.last().filter(|frame| frame.waiting).and_then(|frame| self.step_of(frame))
    }

    /// Says a part that tells something.
    pub fn tell(&mut self, part: Part) {
        if !self.told.contains(&part) {
            self.told.push(part);
        }
    }

    /// Asks; a turn asks one question, the last one counts.
    pub fn ask(&mut self, parts: Vec<Part>, choices: Vec<Choice>) {
        self.asked = parts;
        self.choices = choices;
    }

    /// Something was said in this turn.
    #[must_use]
    pub fn spoke(&self) -> bool {
        !self.told.is_empty() || !self.asked.is_empty()
    }

    /// Remembers that a product was talked about.
    pub fn focus_on(&mut self, products: &[ProductId]) {
        for product in products.iter().rev() {
            self.state.focus.retain(|known| known != product);
            self.state.focus.insert(0, product.clone());
        }
        self.state.focus.truncate(3);
    }

    /// Everything said in this turn as one reply, and what is remembered of it.
    #[must_use]
    pub fn finish(mut self) -> (State, Option<Reply>, Self) {
        self.reword();
        let mut parts = std::mem::take(&mut self.told);
        parts.append(&mut self.asked);
        let choices = std::mem::take(&mut self.choices);
        let mut state = std::mem::take(&mut self.state);
        state.heard_at = Some(self.now);
        if state.erase {
            // The caretaker looks for it as for a pause that is over.
            state.wake_at = Some(self.now);
        }
        if parts.is_empty() {
            return (state, None, self);
        }
        // What was offered and is still open stands above their words, and may be named.
        let stands = choices.is_empty() && self.waited.is_some() && waiting(&state) == self.waited;
        if !stands {
            state.offered = choices.iter().map(|choice| choice.id.clone()).collect();
        }
        if !parts.iter().all(|part| part.role == Role::Confirm) {
            state.last.clone_from(&parts);
        }
        let reply = Reply { parts, choices, picture: self.picture.take() };
        (state, Some(reply), self)
    }
}

/// The flow and step that wait for the visitor.
fn waiting(state: &State) -> Option<(FlowId, StepId)> {
    let top = state.stack.last().filter(|frame| frame.waiting)?;
    Some((top.flow.clone(), top.step.clone()))
}

/// The button of an option.
pub(crate) fn option_choice(option: &crate::domain::ids::OptionId) -> Choice {
    Choice { id: ChoiceId::Option(option.clone()), label: format!("option-{option}").into() }
}

/// The button that opens a flow.
pub(crate) fn flow_choice(flow: &FlowId) -> Choice {
    Choice { id: ChoiceId::Flow(flow.clone()), label: format!("offer-{flow}").into() }
}

/// The button of a product.
pub(crate) fn product_choice(product: &ProductId) -> Choice {
    Choice { id: ChoiceId::Product(product.clone()), label: format!("product-{product}").into() }
}
