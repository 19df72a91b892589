//! What a message asks or wants: catalogue questions, answers, flows.

use crate::domain::handoff::Handoff;
use crate::domain::ids::{AnswerId, AttributeId, FlowId, IntentId};
use crate::domain::reply::{Arg, ChoiceId, Part};
use crate::domain::understood::{Ask, CatalogueQuery, Reading, Request, Sure, Understood};
use crate::domain::value::Value;
use crate::script::model::{AnswerDef, ELSEWHERE, Signal, Step, StepKind};

use super::repair::candidate;
use super::talk::{Talk, flow_choice};
use super::wish::{SURE, SURE_BESIDE_VALUE};

/// Two candidates this close to each other are both offered, unless the better one is sure.
const CLOSE: f32 = 0.08;

impl Talk<'_> {
    /// Answers what was asked, and does what was wanted.
    pub(super) fn serve(&mut self, understood: &Understood, handled: bool) -> bool {
        // "Call me tomorrow" is all value, and a wish no less.
        let wished = understood.intents.first().is_some_and(|intent| intent.confidence >= SURE);
        if (handled && understood.only_values && !wished) || self.took_words {
            return false;
        }
        let mut served = false;
        let advice = self.asks_for_advice(understood)
            // "About 80 kilos" answers the question about the load and asks for nothing.
            || (!understood.asks && matches!(understood.reading, Some(Reading::Value(_))))
            || self.only_tells(understood);
        if let (Some(query), false) = (&understood.catalogue, advice) {
            served |= self.answer_query(query);
        }
        // "They do not weigh much, 20 kilos" tells; only what is surely an answer's is one.
        let tells = handled && !understood.asks;
        let answer = understood.answers.first().filter(|a| !tells || a.confidence >= SURE);
        let intent = understood
            .intents
            .iter()
            .filter(|intent| {
                let beside = handled && !understood.asks || served;
                !beside || intent.confidence >= SURE_BESIDE_VALUE
            })
            // "We need an offer, and do you speak Polish?", in Polish.
            .find(|intent| !self.is_idle(intent, understood));
        if !served {
            served |= match (answer, intent) {
                (Some(answer), Some(intent)) if intent.confidence > answer.confidence => {
                    self.either(understood, handled) || self.want(&intent.id)
                }
                (Some(answer), _) => {
                    self.either(understood, handled) || self.give_answer(&answer.id)
                }
                (None, Some(intent)) => self.either(understood, handled) || self.want(&intent.id),
                (None, None) => false,
            };
        }
        let first = intent.map(|intent| intent.id.clone());
        for request in &understood.also {
            served |= self.is_wanted_beside(first.as_ref(), request) && self.serve_request(request);
        }
        served
    }

    /// "We do some 60 km a day": a search would find something, but what was said is kept already,
    /// and nothing was asked.
    fn only_tells(&self, understood: &Understood) -> bool {
        let searches = |query: &CatalogueQuery| query.ask == Ask::Which && query.kind.is_none();
        let wishes = understood.intents.iter().any(|intent| intent.confidence >= SURE);
        !understood.asks
            && !wishes
            && !self.filled.is_empty()
            && understood.catalogue.as_ref().is_some_and(searches)
    }

    /// "What would you recommend for a bakery": a list of all that suit bakeries would be true, but
    /// a flow that recommends knows better, as long as nothing is asked that only a search answers.
    fn asks_for_advice(&self, understood: &Understood) -> bool {
        let Some(query) = &understood.catalogue else { return false };
        let vague = matches!(query.ask, Ask::Which | Ask::List)
            && query.filters.iter().all(|filter| matches!(filter.value, Value::Choice(_)));
        let recommends = understood.intents.first().is_some_and(|intent| {
            let flow = self.script.flows.by_intent.get(&intent.id);
            flow.and_then(|flow| self.script.flows.by_id.get(flow)).is_some_and(|flow| {
                flow.steps.iter().any(|step| matches!(step.kind, StepKind::Recommend(_)))
            })
        });
        let sure = understood.intents.first().is_some_and(|i| i.confidence >= SURE);
        recommends && (vague || (sure && query.ask == Ask::Which))
    }

    /// Offers both, when two meanings are about as likely.
    fn either(&mut self, understood: &Understood, handled: bool) -> bool {
        let mut candidates: Vec<Sure<ChoiceId>> = understood
            .answers
            .iter()
            .map(|a| Sure { id: ChoiceId::Answer(a.id.clone()), confidence: a.confidence })
            .chain(
                understood
                    .intents
                    .iter()
                    .map(|i| Sure { id: ChoiceId::Intent(i.id.clone()), confidence: i.confidence }),
            )
            .collect();
        candidates.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
        let [first, second, ..] = candidates.as_slice() else { return false };
        let close = first.confidence < SURE && first.confidence - second.confidence < CLOSE;
        let open = self.open_step().is_some();
        if !close || handled || open {
            return false;
        }
        let choices = vec![candidate(first.id.clone()), candidate(second.id.clone())];
        self.clarify(choices);
        true
    }

    pub(super) fn serve_request(&mut self, request: &Request) -> bool {
        match request {
            Request::Intent(intent) => self.want(&intent.id),
            Request::Answer(answer) => self.give_answer(&answer.id),
            Request::Catalogue(query) => self.answer_query(query),
        }
    }

    /// Does what an intent wants.
    pub(super) fn want(&mut self, intent: &IntentId) -> bool {
        self.signals.push(Signal::Intent(intent.clone()));
        let Some(flow) = self.script.flows.by_intent.get(intent).cloned() else { return false };
        if !self.state.greeted && self.is_greeting(intent) {
            // The welcome that follows is greeting enough.
            return true;
        }
        if self.asks_anew(&flow) {
            self.state.stack.retain(|frame| frame.flow != flow);
        }
        if !self.wished_again(&flow) {
            self.turn_to(&flow);
        }
        self.take_loose_moment(&flow);
        self.take_loose_count(&flow);
        self.advance();
        true
    }

    /// A flow that asks for a person begins anew where nobody is asked for any more: whoever was asked
    /// before has had the talk and given it back.
    fn asks_anew(&self, flow: &FlowId) -> bool {
        let hands_over = |step: &Step| matches!(step.kind, StepKind::Handoff { .. });
        matches!(self.state.handoff, Handoff::Released { .. })
            && self
                .flow(flow)
                .is_some_and(|flow| flow.standard && flow.steps.iter().any(hands_over))
    }

    /// An answer in the forms that hold for the places that are asked about, else for theirs: "We are
    /// in Leeds, do you deliver to Munich?" asks about Munich.
    fn answer_parts(&self, answer: &AnswerId, def: &AnswerDef) -> Vec<Part> {
        let asked = self.places.iter().filter(|(name, _)| !self.is_just_told(name));
        let mut parts: Vec<Part> = Vec::new();
        for (name, country) in asked {
            let Some(part) = placed(answer, def, name, country) else { continue };
            // Two towns of one country have one answer.
            if parts.iter().all(|told| told.attribute != part.attribute) {
                parts.push(part);
            }
        }
        if parts.is_empty() {
            parts.push(self.answer_at_home(answer, def));
        }
        parts
    }

    /// An answer in the form that holds where they are, as far as that is known.
    fn answer_at_home(&self, answer: &AnswerId, def: &AnswerDef) -> Part {
        let home = self.state.slots.values().find_map(|filled| match &filled.value {
            Value::Place(name) => Some(name),
            _ => None,
        });
        home.zip(self.state.country.as_deref())
            .and_then(|(name, country)| placed(answer, def, name, country))
            .unwrap_or_else(|| Part::tell(format!("answer-{answer}")))
    }

    /// A place that was said in this message to be theirs.
    fn is_just_told(&self, place: &str) -> bool {
        self.filled
            .iter()
            .any(|slot| matches!(self.known(slot), Some(Value::Place(name)) if name == place))
    }

    /// What an attribute comes to for the product that is talked about.
    fn tell_of_focus(&mut self, attribute: &AttributeId) {
        let focus = self.products(&self.state.focus);
        let Some(product) = focus.first().filter(|p| p.attributes.contains_key(attribute)) else {
            return;
        };
        let count = self.known_count().filter(|count| *count > 1);
        let part = count.and_then(|count| self.total_part(product, attribute, count));
        let part = part.unwrap_or_else(|| self.fact(product, attribute));
        self.tell(part);
    }

    /// What holds for a country that has just become known and should not wait for a question.
    pub(super) fn tell_of_country(&mut self) {
        let Some(country) = self.state.country.clone() else { return };
        let script = self.script;
        for (id, def) in &script.answers {
            let form = form_in(def, &country);
            if form.is_some_and(|form| def.at_once.contains(form)) {
                let part = self.answer_at_home(id, def);
                self.tell(part);
            }
        }
    }

    /// Gives an answer, with a button to what it offers.
    pub(super) fn give_answer(&mut self, answer: &AnswerId) -> bool {
        let Some(def) = self.script.answers.get(answer) else { return false };
        self.signals.push(Signal::Answer(answer.clone()));
        self.answers.push(answer.clone());
        for part in self.answer_parts(answer, def) {
            self.tell(part);
        }
        if let Some(attribute) = &def.attribute {
            self.tell_of_focus(attribute);
        }
        if self.picture.is_none() {
            self.picture.clone_from(&def.picture);
        }
        if let Some(flow) = &def.offers
            && self.choices.is_empty()
            && !self.state.stack.iter().any(|frame| frame.flow == *flow)
        {
            self.choices = vec![flow_choice(flow)];
        }
        true
    }
}

/// The form of an answer for a country, where it has one.
fn form_in<'d>(def: &'d AnswerDef, country: &str) -> Option<&'d String> {
    def.by_country.get(country).or_else(|| def.by_country.get(ELSEWHERE))
}

/// An answer in the form that holds for a place, where it differs by country.
fn placed(answer: &AnswerId, def: &AnswerDef, name: &str, country: &str) -> Option<Part> {
    let form = form_in(def, country)?;
    let key = format!("answer-{answer}");
    let part = Part::tell(key.as_str()).attribute(form).or_else(&key);
    Some(part.with("place", Arg::Value(Value::Place(name.to_owned()))))
}
