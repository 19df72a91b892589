//! Routing: what was understood, to what is done about it.
//!
//! The order: the language, what the open question gets, what else was told, what was asked or
//! wanted, and only then a repair. A message may hold several of these, and all are served.

use crate::domain::event::Event;
use crate::domain::ids::{AnswerId, IntentId, OptionId, SlotId};
use crate::domain::lexicon::SlotKind;
use crate::domain::reply::{Arg, ChoiceId, Part};
use crate::domain::understood::{Ask, CatalogueQuery, Reading, Request, Sure, Understood};
use crate::domain::value::Value;
use crate::script::model::{Signal, StepKind};

use super::repair::candidate;
use super::standard::{LANGUAGE, language_of};
use super::talk::{Talk, flow_choice};

/// Two candidates this close to each other are both offered,
const CLOSE: f32 = 0.08;
/// unless the better one is surer than this.
const SURE: f32 = 0.75;
/// Beside a value for the open question, only a wish this sure is taken for one.
const SURE_BESIDE_VALUE: f32 = 0.5;

impl Talk<'_> {
    /// Takes an event: the whole of a turn but its score.
    pub fn hear(&mut self, event: &Event, understood: Option<&Understood>) {
        self.mend_stack();
        let waited = self.state.stack.last().filter(|frame| frame.waiting).cloned();
        let greeted = self.state.greeted;
        match (event, understood) {
            (Event::Said { text }, Some(understood)) => self.said(text, understood),
            (Event::Said { .. }, None) => self.repair(false),
            (Event::Pressed { choice, .. }, _) => self.pressed(choice),
            (Event::Start { campaign }, _) => self.start(campaign.as_ref()),
            (Event::Media { .. }, _) => self.tell(Part::tell("not_text")),
            (Event::Timer, _) => self.timer(),
        }
        self.advance();
        self.resume(waited.as_ref());
        if !greeted && !matches!(event, Event::Timer) {
            self.greet();
        }
    }

    /// The first words of ours say that a bot speaks and how to reach a person.
    fn greet(&mut self) {
        self.state.greeted = true;
        if self.spoke() && !self.missed {
            self.told.insert(0, Part::tell("welcome-brief"));
            return;
        }
        let unanswered = self.told.iter().any(|part| part.key == "unanswered");
        self.told.clear();
        self.asked.clear();
        self.choices.clear();
        if unanswered {
            self.tell(Part::tell("welcome-brief"));
            self.tell(Part::tell("unanswered"));
            return;
        }
        self.state.misses = 0;
        self.open(&"welcome".into());
        self.advance();
    }

    fn said(&mut self, text: &str, understood: &Understood) {
        if let Some(locale) = &understood.locale {
            self.state.locale = Some(locale.clone());
        }
        if understood.not_served.is_some() && !self.state.apologized {
            self.state.apologized = true;
            self.tell(Part::tell("language-not_served"));
        }
        let mut handled = self.command(understood) || self.take_bare_count(text, understood);
        if !handled {
            let corrected = self.take_fills(understood);
            handled |= !self.filled.is_empty();
            handled |= self.read(understood) || self.take_free_words(text, understood);
            if !corrected.is_empty() {
                self.recompute(&corrected);
            } else if !handled {
                handled |= self.take_bare_number(understood);
            }
            handled |= self.serve(understood, handled);
            if handled && !self.spoke() && self.state.stack.is_empty() {
                self.take_up_values();
            }
        }
        if handled {
            self.state.misses = 0;
        } else {
            self.repair(understood.asks);
        }
    }

    /// What is always heard first: stop, a person, and the other standard wishes, when they are
    /// sure. A value for the open question is no such wish.
    fn command(&mut self, understood: &Understood) -> bool {
        let Some(first) = understood.intents.first() else { return false };
        // Free words fit any question; a sure wish is still a wish.
        let free = matches!(
            self.open_slot_kind(),
            Some(SlotKind::Free | SlotKind::Name | SlotKind::Place)
        );
        let sure = first.id == "stop" || first.id == "human" || free;
        if understood.reading.is_some() && !sure {
            return false;
        }
        if matches!(understood.reading, Some(Reading::Choice(_))) {
            return false;
        }
        let standard = self
            .script
            .flows
            .by_intent
            .get(&first.id)
            .and_then(|flow| self.script.flows.by_id.get(flow))
            .is_some_and(|flow| flow.standard);
        let other = understood.catalogue.is_some()
            || understood.answers.first().is_some_and(|a| a.confidence > first.confidence);
        if !standard || other || first.confidence < SURE_BESIDE_VALUE {
            return false;
        }
        self.take_fills(understood);
        // Beside something asked, a greeting or a thank-you is just manners.
        if !understood.also.is_empty() && self.only_manners(&first.id) {
            return false;
        }
        self.want(&first.id);
        for request in &understood.also {
            self.serve_request(request);
        }
        true
    }

    /// The type of the slot that is asked for.
    fn open_slot_kind(&self) -> Option<&SlotKind> {
        match self.open_step().map(|step| &step.kind) {
            Some(StepKind::Collect { slot, .. }) => {
                self.script.slots.get(slot).map(|def| &def.form.kind)
            }
            _ => None,
        }
    }

    fn is_greeting(&self, intent: &IntentId) -> bool {
        self.script.flows.by_intent.get(intent).is_some_and(|flow| flow == "greeting")
    }

    /// A standard flow that only says something.
    fn only_manners(&self, intent: &IntentId) -> bool {
        self.script
            .flows
            .by_intent
            .get(intent)
            .and_then(|flow| self.script.flows.by_id.get(flow))
            .is_some_and(|flow| {
                flow.standard && flow.steps.iter().all(|step| matches!(step.kind, StepKind::Say(_)))
            })
    }

    /// Keeps everything that was told beside the open question. Returns what changed.
    fn take_fills(&mut self, understood: &Understood) -> Vec<(SlotId, Value)> {
        let hypothetical = understood.catalogue.as_ref().is_some_and(|q| q.count.is_some())
            && !understood.corrects;
        let wants_language =
            understood.only_values || understood.intents.iter().any(|i| i.id == "change_language");
        let mut corrected = Vec::new();
        for fill in &understood.fills {
            let open = self.script.slots.contains_key(&fill.slot);
            if !open || !self.in_range(&fill.slot, &fill.value) {
                continue;
            }
            if fill.slot == LANGUAGE {
                if wants_language {
                    self.take_language(&fill.value, understood);
                }
                continue;
            }
            if self.fill(&fill.slot, fill.value.clone()) && !hypothetical {
                corrected.push((fill.slot.clone(), fill.value.clone()));
            }
        }
        corrected
    }

    /// A language was named. With the wish for it, its flow reads the slot; alone it is enough.
    fn take_language(&mut self, value: &Value, understood: &Understood) {
        self.fill(&LANGUAGE.into(), value.clone());
        let wish = understood.intents.first().is_some_and(|i| i.id == "change_language");
        if !wish {
            self.act(&crate::script::model::Action::Language);
        }
    }

    /// Takes the message as a reply to the open question or the offered choices.
    fn read(&mut self, understood: &Understood) -> bool {
        let Some(reading) = &understood.reading else { return false };
        let step = self.open_step();
        match (step.map(|step| &step.kind), reading) {
            (Some(StepKind::Collect { slot, .. }), Reading::Value(value)) => {
                let slot = slot.clone();
                self.note_answered(Some(slot.clone()));
                self.fill(&slot, value.clone());
                self.next();
                true
            }
            (Some(StepKind::Collect { slot, .. }), Reading::OutOfRange(_)) => {
                self.out_of_range(slot);
                true
            }
            (Some(StepKind::Collect { slot, .. }), Reading::NotSure | Reading::No) => {
                let def = self.script.slots.get(slot);
                if def.is_some_and(|def| def.skippable) {
                    self.skip();
                } else {
                    self.ask_slot(slot, "help");
                }
                true
            }
            // "Shall I note a time?", "yes": the first option is the affirmative one.
            (Some(StepKind::Choose { .. }), Reading::Yes) => {
                if self.choose(&"yes".into()) {
                    return true;
                }
                let first = self.state.offered.first().cloned();
                first.is_some_and(|first| self.take_choice(&first))
            }
            (Some(StepKind::Choose { .. }), Reading::No) => {
                if self.choose(&"no".into()) {
                    return true;
                }
                self.skip();
                true
            }
            (_, Reading::Choice(choice)) => self.take_choice(choice),
            (None, Reading::Yes) if !self.state.offered.is_empty() => {
                let first = self.state.offered[0].clone();
                self.take_choice(&first)
            }
            (None, Reading::No | Reading::NotSure) if !self.state.offered.is_empty() => {
                self.tell(Part::tell("skip-left"));
                true
            }
            _ => false,
        }
    }

    /// Whatever is no question and no wish answers a question for free words.
    fn take_free_words(&mut self, text: &str, understood: &Understood) -> bool {
        let Some(StepKind::Collect { slot, .. }) = self.open_step().map(|step| &step.kind) else {
            return false;
        };
        let free = self.open_slot_kind() == Some(&SlotKind::Free);
        if !free || understood.asks || understood.reading.is_some() {
            return false;
        }
        let slot = slot.clone();
        self.note_answered(Some(slot.clone()));
        self.fill(&slot, Value::Text(text.trim().to_owned()));
        self.next();
        self.took_words = true;
        true
    }

    /// "Actually 12": a number without a noun belongs to the numeric slot told last.
    fn take_bare_number(&mut self, understood: &Understood) -> bool {
        if !understood.corrects {
            return false;
        }
        for entity in understood.entities.iter().rev() {
            if entity.value.number().is_none() {
                continue;
            }
            if let Some(slot) = self.last_numeric(&entity.value)
                && self.in_range(&slot, &entity.value)
            {
                self.fill(&slot, entity.value.clone());
                self.recompute(&[(slot, entity.value.clone())]);
                return true;
            }
        }
        false
    }

    /// "And for 2?": a number and nothing else, after a price for several was asked.
    fn take_bare_count(&mut self, text: &str, understood: &Understood) -> bool {
        let asked = self.state.asked.clone().filter(|query| query.count.is_some());
        let bare = text.split_whitespace().count() <= 4
            && !understood.corrects
            && !matches!(understood.reading, Some(Reading::Value(_) | Reading::Choice(_)));
        let (Some(mut query), true, [entity]) = (asked, bare, understood.entities.as_slice())
        else {
            return false;
        };
        let Value::Integer(count) = entity.value else { return false };
        query.count = Some(count);
        self.answer_query(&query)
    }

    /// Answers what was asked, and does what was wanted.
    fn serve(&mut self, understood: &Understood, handled: bool) -> bool {
        if (handled && understood.only_values) || self.took_words {
            return false;
        }
        let mut served = false;
        let advice = self.asks_for_advice(understood);
        if let (Some(query), false) = (&understood.catalogue, advice) {
            served |= self.answer_query(query);
        }
        let answer = understood.answers.first();
        let intent = understood
            .intents
            .first()
            .filter(|intent| !(handled || served) || intent.confidence >= SURE_BESIDE_VALUE);
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
        for request in &understood.also {
            served |= self.serve_request(request);
        }
        served
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
        let sure = understood.intents.first().is_some_and(|i| i.confidence >= SURE_BESIDE_VALUE);
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

    fn serve_request(&mut self, request: &Request) -> bool {
        match request {
            Request::Intent(intent) => self.want(&intent.id),
            Request::Answer(answer) => self.give_answer(&answer.id),
            Request::Catalogue(query) => self.answer_query(query),
        }
    }

    /// Does what an intent wants.
    fn want(&mut self, intent: &IntentId) -> bool {
        self.signals.push(Signal::Intent(intent.clone()));
        let Some(flow) = self.script.flows.by_intent.get(intent).cloned() else { return false };
        if !self.state.greeted && self.is_greeting(intent) {
            // The welcome that follows is greeting enough.
            return true;
        }
        self.turn_to(&flow);
        self.advance();
        true
    }

    /// Gives an answer, with a button to what it offers.
    fn give_answer(&mut self, answer: &AnswerId) -> bool {
        let Some(def) = self.script.answers.get(answer) else { return false };
        self.signals.push(Signal::Answer(answer.clone()));
        self.answers.push(answer.clone());
        self.tell(Part::tell(format!("answer-{answer}")));
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

    /// They told of themselves without asking anything: it is noted, and the flow that would
    /// have asked goes on from there.
    fn take_up_values(&mut self) {
        self.tell_noted();
        let collects = |flow: &crate::script::model::Flow| {
            flow.steps
                .iter()
                .filter(|step| {
                    matches!(&step.kind, StepKind::Collect { slot, .. } if self.filled.contains(slot))
                })
                .count()
        };
        let flows = &self.script.flows;
        let best = flows
            .by_id
            .iter()
            .filter(|(id, flow)| !flow.standard && flows.by_intent.values().any(|f| f == *id))
            .map(|(id, flow)| {
                (collects(flow), flows.by_campaign.values().any(|f| f == id), id.clone())
            })
            .max_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| b.2.cmp(&a.2)));
        if let Some((1.., _, flow)) = best {
            self.open(&flow);
        }
    }

    /// "Noted: 12 bikes and Salzburg."
    fn tell_noted(&mut self) {
        let list = self
            .filled
            .iter()
            .filter_map(|slot| {
                let value = &self.state.slots.get(slot)?.value;
                Some(Arg::Part(Box::new(
                    Part::tell(format!("ask-{slot}"))
                        .attribute("noted")
                        .or_else("value-alone")
                        .with("value", super::slot::value_of(slot, value)),
                )))
            })
            .collect();
        self.tell(Part::tell("noted-slots").with("list", Arg::And(list)));
    }

    /// A button was pressed, perhaps an old one.
    fn pressed(&mut self, choice: &ChoiceId) {
        if self.take_choice(choice) {
            self.state.misses = 0;
            return;
        }
        self.tell(Part::tell("repair-old_button"));
    }

    /// Takes a choice: of the open step, of a slot, or one that stands for itself.
    fn take_choice(&mut self, choice: &ChoiceId) -> bool {
        match choice {
            ChoiceId::Option(option) => self.take_option(option),
            ChoiceId::Flow(flow) => {
                let known = self.flow(flow).is_some();
                if known {
                    self.turn_to(flow);
                }
                known
            }
            ChoiceId::Answer(answer) => self.give_answer(answer),
            ChoiceId::Intent(intent) => self.want(intent),
            ChoiceId::Product(product) => {
                let mut query = self.state.asked.clone().unwrap_or_default();
                query.products = vec![product.clone()];
                if query.attributes.is_empty() {
                    query.ask = Ask::About;
                }
                self.answer_query(&query)
            }
            ChoiceId::Kind(kind) => self.answer_query(&CatalogueQuery {
                ask: Ask::List,
                kind: Some(kind.clone()),
                ..Default::default()
            }),
            ChoiceId::Attribute(attribute) => self.answer_query(&CatalogueQuery {
                attributes: vec![attribute.clone()],
                ..Default::default()
            }),
        }
    }

    fn take_option(&mut self, option: &OptionId) -> bool {
        if self.choose(option) {
            return true;
        }
        if let Some(locale) = language_of(option.as_str()) {
            self.speak(locale);
            return true;
        }
        let holds = |slot: &SlotId| {
            self.script.slots.get(slot).is_some_and(
                |def| matches!(&def.form.kind, SlotKind::Choice(options) if options.contains(option)),
            )
        };
        let open = match self.open_step().map(|step| &step.kind) {
            Some(StepKind::Collect { slot, .. }) if holds(slot) => Some(slot.clone()),
            _ => None,
        };
        if let Some(slot) = open {
            self.note_answered(Some(slot.clone()));
            self.fill(&slot, Value::Choice(option.clone()));
            self.next();
            return true;
        }
        // Standard options carry the name of what they want: human, skip, start_over, ...
        let wish = IntentId::from(option.as_str());
        if self.script.flows.by_intent.contains_key(&wish) {
            return self.want(&wish);
        }
        if option == "none_of_these" {
            self.tell(Part::tell("fallback-rephrase"));
            return true;
        }
        if option == "go_on" {
            self.tell(Part::tell("skip-left"));
            return true;
        }
        // An old button of a slot is a correction.
        let slot = self.script.slots.keys().find(|slot| holds(slot)).cloned();
        let Some(slot) = slot else { return false };
        let value = Value::Choice(option.clone());
        self.fill(&slot, value.clone());
        self.recompute(&[(slot, value)]);
        true
    }

    /// The talk was opened, perhaps through a campaign.
    fn start(&mut self, campaign: Option<&crate::domain::ids::CampaignId>) {
        let today = self.today();
        let live = campaign.and_then(|id| {
            let def = self.script.campaigns.get(id)?;
            let live = def.from.is_none_or(|from| today >= from)
                && def.until.is_none_or(|until| today <= until);
            live.then(|| id.clone())
        });
        let Some(id) = live else {
            if self.state.greeted {
                self.tell(Part::tell("greeting-reply"));
            }
            return;
        };
        self.state.campaign = Some(id.clone());
        self.signals.push(Signal::Campaign(id.clone()));
        self.tell(Part::tell(format!("campaign-{id}")));
        if let Some(flow) = self.script.flows.by_campaign.get(&id).cloned() {
            self.turn_to(&flow);
        }
    }

    /// A pause is over.
    fn timer(&mut self) {
        let due = self.state.wake_at.is_some_and(|at| at <= self.now);
        let paused =
            self.open_step().is_some_and(|step| matches!(step.kind, StepKind::Wait { .. }));
        if due && paused && !self.state.stopped {
            self.next();
        }
        if due {
            self.state.wake_at = None;
        }
    }

    /// After something else was dealt with, the open question comes back: in words at first,
    /// then less often, so that a visitor who just wants answers gets them.
    fn resume(&mut self, waited: Option<&crate::domain::conversation::Frame>) {
        let Some(step) = self.open_step() else { return };
        if !self.spoke() && !self.filled.is_empty() {
            // Something was told that the open question did not ask for.
            self.tell_noted();
        }
        if !self.asked.is_empty() || !self.spoke() {
            return;
        }
        if matches!(step.kind, StepKind::Wait { .. }) {
            return;
        }
        let kept = std::mem::take(&mut self.choices);
        let same = waited.is_some_and(|frame| {
            self.state
                .stack
                .last()
                .is_some_and(|top| top.flow == frame.flow && top.step == frame.step)
        });
        let asides = self.state.stack.last_mut().map_or(0, |frame| {
            frame.asides = frame.asides.saturating_add(u8::from(same));
            frame.asides
        });
        let aloud = asides <= 2 || asides.is_multiple_of(3);
        self.ask_again(step);
        match &step.kind {
            StepKind::Collect { .. } if aloud => {
                let bridge = if self.returning { "resume-days" } else { "resume-flow" };
                self.asked.insert(0, Part::ask(bridge));
            }
            // Buttons say it without words.
            _ if !self.choices.is_empty() || !aloud => self.asked.clear(),
            _ => {}
        }
        if self.choices.is_empty() && self.asked.is_empty() {
            self.choices = kept;
        }
    }
}
