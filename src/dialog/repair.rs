//! What is said when we are unsure: a different attempt each time, then a way out.

use crate::domain::ids::{FlowId, SlotId};
use crate::domain::reply::{Arg, Choice, ChoiceId, Part};
use crate::domain::understood::Understood;
use crate::domain::value::Value;
use crate::script::model::{Step, StepKind, Target};

use super::talk::{Talk, flow_choice, option_choice};

/// The most flows offered when nothing is understood; a person is always among the choices.
const OFFERED: usize = 3;

impl Talk<'_> {
    /// Nothing was understood. At a question the ladder of the question, else the general one.
    pub fn repair(&mut self, understood: &Understood) {
        let a_question = understood.asks;
        self.missed = true;
        self.state.misses = self.state.misses.saturating_add(1);
        if a_question && self.state.misses == 1 && self.ask_whether(understood) {
            return;
        }
        match self.open_step() {
            Some(step) if !matches!(step.kind, StepKind::Wait { .. }) => {
                if a_question && self.state.misses == 1 {
                    // They asked something that we do not know: that is said, and noted.
                    self.tell(Part::tell("unanswered"));
                    self.ask_again(step);
                } else {
                    self.repair_question(step);
                }
            }
            _ => self.repair_open(a_question),
        }
    }

    /// They asked something that may be one of a few things we know: we ask which.
    fn ask_whether(&mut self, understood: &Understood) -> bool {
        let choices: Vec<Choice> = understood
            .maybe
            .iter()
            .filter(|guess| match &guess.id {
                ChoiceId::Intent(intent) => {
                    let flow = self.script.flows.by_intent.get(intent);
                    flow.is_some_and(|flow| self.main_flows().contains(flow))
                }
                ChoiceId::Answer(answer) => self.script.answers.contains_key(answer),
                _ => true,
            })
            .map(|guess| candidate(guess.id.clone()))
            .collect();
        if choices.is_empty() {
            return false;
        }
        // "And to Linz?" asks once more for what was just told of another town.
        if let [guess] = understood.maybe.as_slice()
            && let ChoiceId::Answer(answer) = &guess.id
            && !self.places.is_empty()
            && self.state.last.iter().any(|part| part.key == format!("answer-{answer}").as_str())
        {
            return self.give_answer(answer);
        }
        self.clarify(choices);
        true
    }

    /// The ladder without a question: other words, choices, a person; then choices again.
    fn repair_open(&mut self, a_question: bool) {
        match self.state.misses {
            1 if a_question => self.tell(Part::tell("unanswered")),
            1 => self.tell(Part::tell("fallback-rephrase")),
            2 => self.offer_ways(),
            3 => self.tell(Part::tell("fallback-human")),
            n if n % 2 == 0 => self.offer_ways(),
            _ => self.tell(Part::tell("unanswered")),
        }
    }

    /// What the house has to offer, as choices.
    pub fn offer_ways(&mut self) {
        let mut choices: Vec<Choice> = self.main_flows().iter().map(flow_choice).collect();
        choices.push(option_choice(&"human".into()));
        self.ask(vec![Part::ask("fallback-choices")], choices);
    }

    /// The flows that intents or campaigns open and that ask something, in order of name length:
    /// those that a visitor would name.
    pub(super) fn main_flows(&self) -> Vec<FlowId> {
        let flows = &self.script.flows;
        let opened = |id: &FlowId| flows.by_intent.values().any(|flow| flow == id);
        let asks = |flow: &crate::script::model::Flow| {
            flow.steps.iter().any(|step| matches!(step.kind, StepKind::Collect { .. }))
        };
        let mut main: Vec<&FlowId> = flows
            .by_id
            .iter()
            .filter(|(id, flow)| !flow.standard && opened(id) && asks(flow))
            // What stands in for another flow is a turn of that one, no way of its own.
            .filter(|(_, flow)| flow.instead_of.is_empty())
            .map(|(id, _)| id)
            .collect();
        // The flow that campaigns lead to comes first: it is what the house is proud of.
        main.sort_by_key(|id| !flows.by_campaign.values().any(|flow| flow == *id));
        main.into_iter().take(OFFERED).cloned().collect()
    }

    /// The ladder of an open question.
    fn repair_question(&mut self, step: &Step) {
        let misses = self.miss_here();
        match (&step.kind, misses) {
            (StepKind::Collect { .. } | StepKind::Choose { .. }, 1) => {
                self.tell(Part::tell("repair-again"));
                self.ask_again(step);
            }
            (StepKind::Collect { slot, .. }, 2) => self.ask_slot(slot, Some("help")),
            (StepKind::Choose { options, .. }, 2) => {
                let choices = self.choices_of(options);
                self.ask(vec![Part::ask("repair-choose")], choices);
            }
            // Nobody is asked a fourth time.
            (StepKind::Collect { slot, .. }, 4..)
                if self.script.slots.get(slot).is_some_and(|def| def.skippable) =>
            {
                self.tell(Part::tell("skip-left"));
                self.skip();
            }
            (kind, _) => {
                let mut choices = Vec::new();
                if let StepKind::Collect { slot, .. } = kind
                    && self.script.slots.get(slot).is_some_and(|def| def.skippable)
                {
                    choices.push(option_choice(&"skip".into()));
                }
                choices.push(option_choice(&"human".into()));
                choices.push(option_choice(&"start_over".into()));
                self.ask(vec![Part::ask("repair-human")], choices);
            }
        }
    }

    /// One more miss at the open question.
    fn miss_here(&mut self) -> u8 {
        self.state.stack.last_mut().map_or(0, |frame| {
            frame.misses = frame.misses.saturating_add(1);
            frame.misses
        })
    }

    /// A number was said that the open question does not take.
    pub(super) fn out_of_range(&mut self, slot: &SlotId) {
        let Some(def) = self.script.slots.get(slot) else { return };
        let end = |bound: Option<rust_decimal::Decimal>| {
            bound.map_or(Arg::Nothing, |number| match def.form.kind {
                crate::domain::lexicon::SlotKind::Quantity(unit) => {
                    Arg::Value(Value::Quantity(crate::domain::value::Quantity {
                        amount: number,
                        unit,
                    }))
                }
                crate::domain::lexicon::SlotKind::Money => {
                    Arg::money(number, &self.script.bot.currency)
                }
                _ => Arg::Value(Value::Decimal(number)),
            })
        };
        let part = Part::tell("repair-range")
            .with("min", end(def.form.min))
            .with("max", end(def.form.max));
        self.miss_here();
        self.tell(part);
        self.ask_slot(&slot.clone(), Some("again"));
    }

    /// Asks for a slot in one of its other forms.
    pub(super) fn ask_slot(&mut self, slot: &SlotId, form: Option<&str>) {
        let key = format!("ask-{slot}");
        let choices = self.slot_choices(slot);
        let part = Part::ask(key.as_str());
        let part = match form {
            Some(form) => part.attribute(form).or_else(&key),
            None => part,
        };
        let part = self.with_found(part);
        self.ask(vec![part], choices);
    }

    /// Asks the open question again, never in the words that it was just put in.
    pub fn ask_again(&mut self, step: &Step) {
        let worded = self.state.stack.last().map_or(0, |frame| frame.worded);
        if let Some(frame) = self.state.stack.last_mut() {
            frame.worded = frame.worded.saturating_add(1);
        }
        match &step.kind {
            StepKind::Collect { slot, .. } => {
                let form = (worded % 2 == 1).then_some("again");
                self.ask_slot(slot, form);
            }
            StepKind::Choose { say, options } => {
                let choices = self.choices_of(options);
                let part = Part::ask(say.clone());
                let part = match worded % 2 {
                    1 => part.attribute("again").or_else("choose-again"),
                    _ => part,
                };
                let part = self.with_found(part);
                self.ask(vec![part], choices);
            }
            _ => {}
        }
    }

    /// Asks the open question in its whole words: what was said last was no question of the bot's.
    pub(super) fn ask_whole(&mut self, step: &Step) {
        self.state.last.clear();
        if let Some(frame) = self.state.stack.last_mut() {
            frame.worded = 0;
        }
        self.ask_again(step);
    }

    /// Nobody is asked twice in a row in the same words, whichever way led to the question.
    pub(super) fn reword(&mut self) {
        let say = match self.open_step().map(|step| &step.kind) {
            Some(StepKind::Choose { say, .. }) => Some(say.clone()),
            _ => None,
        };
        for part in &mut self.asked {
            let offers = Some(&part.key) == say.as_ref();
            if !(offers || part.key.as_str().starts_with("ask-"))
                || !self
                    .state
                    .last
                    .iter()
                    .any(|l| l.key == part.key && l.attribute == part.attribute)
            {
                continue;
            }
            if part.attribute.take().is_none() {
                let general = if offers { "choose-again".into() } else { part.key.clone() };
                part.attribute = Some("again".to_owned());
                part.general = Some(general);
            }
        }
    }

    /// Offers a person, of the bot's own accord.
    pub fn offer_person(&mut self) {
        let choices = vec![option_choice(&"human".into()), option_choice(&"go_on".into())];
        self.ask(vec![Part::ask("handoff-offer")], choices);
    }

    /// Offers a time for a call where the flow for a person does, with its buttons and its words.
    pub fn offer_call(&mut self) {
        let human = FlowId::from("human");
        let offers = |step: &&Step| matches!(&step.kind, StepKind::Choose { options, .. } if options.iter().any(|option| option.option == "call_back"));
        let Some(flow) = self.flow(&human) else { return };
        let Some(step) = flow.steps.iter().find(offers).map(|step| step.id.clone()) else { return };
        self.open(&human);
        self.follow(&Target::Step(step));
        // It may be some time since it was offered first, so it is put in its whole words.
        self.state.last.clear();
        self.advance();
    }

    /// Two meanings are about as likely: both are offered.
    pub(super) fn clarify(&mut self, candidates: Vec<Choice>) {
        let mut choices = candidates;
        let ask = if choices.len() == 1 { "clarify-one" } else { "clarify-which" };
        choices.push(option_choice(&"none_of_these".into()));
        self.ask(vec![Part::ask(ask)], choices);
    }
}

/// The button of an answer or intent that may have been meant.
pub(super) fn candidate(id: ChoiceId) -> Choice {
    let label = match &id {
        ChoiceId::Answer(answer) => format!("answer-{answer}"),
        ChoiceId::Intent(intent) => format!("intent-{intent}"),
        other => other.to_string().replacen('.', "-", 1),
    };
    Choice { id, label: label.into() }
}
