//! Routing: what was understood, to what is done about it.
//!
//! The order: the language, what the open question gets ([`super::reply`]), what else was told, what
//! was asked or wanted ([`super::serve`]), and only then a repair. A message may hold several of
//! these, and all are served. Start at [`Talk::hear`].

use crate::domain::event::Event;
use crate::domain::ids::{CampaignId, IntentId, SlotId};
use crate::domain::lexicon::SlotKind;
use crate::domain::reply::Part;
use crate::domain::understood::{Reading, Request, Sure, Understood};
use crate::domain::value::Value;
use crate::script::model::{Signal, StepKind};

use super::facts::is_list;
use super::loose::loose;
use super::serve::SURE;
use super::talk::Talk;

/// Beside a value for the open question, only a wish this sure is taken for one.
pub(super) const SURE_BESIDE_VALUE: f32 = 0.5;
/// Intents that one word of ours is enough for.
const COURTESY: &[&str] = &["greeting", "thanks", "bye"];

impl Talk<'_> {
    /// Takes an event: the whole of a turn but its score.
    pub fn hear(&mut self, event: &Event, understood: Option<&Understood>) {
        self.mend_stack();
        let waited = self.state.stack.last().filter(|frame| frame.waiting).cloned();
        let greeted = self.state.greeted;
        match (event, understood) {
            (Event::Said { text }, Some(understood)) => self.said(text, understood),
            (Event::Said { .. }, None) => self.repair(&Understood::default()),
            (Event::Pressed { choice, .. }, _) => self.pressed(choice),
            (Event::Start { campaign }, _) => self.start(campaign.as_ref()),
            (Event::Media { .. }, _) => self.tell(Part::tell("not_text")),
            (Event::Timer, _) => self.timer(),
            // What reps do is no part of the dialog.
            (Event::Rep(_), _) => return,
        }
        self.advance();
        self.resume(waited.as_ref());
        self.never_silent(event);
        if !greeted && !matches!(event, Event::Timer) {
            self.greet();
        }
    }

    /// Whoever says something gets an answer, and be it the open question once more: a wish for what
    /// is going on already leads nowhere else.
    fn never_silent(&mut self, event: &Event) {
        if self.spoke() || !matches!(event, Event::Said { .. } | Event::Pressed { .. }) {
            return;
        }
        match self.open_step() {
            Some(step) => self.ask_again(step),
            None if self.state.greeted => self.tell(Part::tell("fallback-rephrase")),
            None => {}
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
            if understood.intents.is_empty() && understood.answers.is_empty() {
                // Nothing in it could be read: the languages that could be are offered.
                self.missed = true;
                self.offer_languages();
                return;
            }
        }
        let country = self.state.country.clone();
        self.loose = loose(understood);
        self.place = understood.entities.iter().find_map(|entity| match &entity.value {
            Value::Place(name) => Some((name.clone(), entity.country.clone()?)),
            _ => None,
        });
        let mut handled = self.take_offer(understood)
            || (self.is_bare_count(text, understood) && self.take_count())
            || self.command(understood)
            || self.take_bare_count(text, understood);
        if !handled {
            let mut corrected = self.take_fills(understood);
            let swapped = self.swap_refused(understood);
            let reads = swapped.is_none();
            corrected.extend(swapped);
            handled |= !self.filled.is_empty();
            handled |= reads && (self.read(understood) || self.take_free_words(text, understood));
            if !corrected.is_empty() {
                self.recompute(&corrected);
            } else {
                handled |= self.put_right(understood, handled);
            }
            // "Rather 12": what was put right is all there is to it, unless something is asked.
            let asks = understood.asks
                || understood.catalogue.as_ref().is_some_and(|query| !query.attributes.is_empty());
            if !(handled && understood.corrects && !asks) {
                handled |= self.serve(understood, handled);
            }
            handled = handled || self.take_count();
            if corrected.is_empty() && !self.filled.is_empty() {
                self.reconsider();
            }
            // "I am a plumber, 90 kilos; does it bear that?": advice says more than a list of all.
            if handled && self.state.stack.is_empty() && self.told.iter().all(is_list) {
                self.take_up_values(understood.corrects);
            }
        }
        if handled && understood.unclear && !self.told.is_empty() && !self.parted() {
            self.tell(Part::tell("unanswered-other"));
        }
        self.be_specific(understood);
        if self.state.country != country {
            self.tell_of_country();
        }
        if handled {
            self.state.misses = 0;
        } else {
            self.repair(understood);
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
        // "By phone: 600 111 222" gives the number that was asked for.
        let given = matches!(
            understood.reading,
            Some(Reading::Value(Value::Phone(_) | Value::Email(_) | Value::Moment(_)))
        );
        let sure = first.id == "stop" || (first.id == "human" && !given) || free;
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
        // Beside something asked, or a value put right, a greeting or a thank-you is just manners.
        // "I got the town wrong, it is Linz" has said what is right.
        if first.id == "correct" && !(understood.fills.is_empty() && self.loose.is_empty()) {
            return false;
        }
        if self.is_idle(first, understood) {
            return false;
        }
        // "Rather Friday at ten, does that work? Thanks, bye."
        let more = !understood.also.is_empty() || (understood.corrects && !self.loose.is_empty());
        // "Na, 3": a number is no small talk.
        let dated = self.loose.iter().any(|value| matches!(value, Value::Moment(_)));
        let valued =
            !self.loose.is_empty() && !understood.asks && (dated || first.confidence < SURE);
        if (more || valued) && self.only_manners(&first.id) {
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
            if !self.is_opposite(Some(&first.id), request) {
                self.serve_request(request);
            }
        }
        true
    }

    /// Two flows of which one stands in for the other are not both wanted in one breath, the surer
    /// one is; nor is a further wish that is hardly one.
    pub(super) fn is_opposite(&self, intent: Option<&IntentId>, request: &Request) -> bool {
        if !self.is_meant(request) {
            return true;
        }
        let Request::Intent(other) = request else { return false };
        let flow = |intent: &IntentId| {
            let flow = self.script.flows.by_intent.get(intent)?;
            self.script.flows.by_id.get(flow)
        };
        let (Some(first), Some(second)) = (intent.and_then(flow), flow(&other.id)) else {
            return false;
        };
        first.instead_of.contains(&second.id) || second.instead_of.contains(&first.id)
    }

    /// A wish about the talk itself, such as "say that again" or "skip that", that is hardly one: it
    /// is less than sure where something was told, or there is nothing to skip.
    pub(super) fn is_idle(&self, intent: &Sure<IntentId>, understood: &Understood) -> bool {
        let flow = self.script.flows.by_intent.get(&intent.id);
        let acts = flow
            .and_then(|flow| self.script.flows.by_id.get(flow))
            .is_some_and(|flow| flow.standard && matches!(flow.steps[0].kind, StepKind::Call(_)));
        let told = !(understood.fills.is_empty() && self.loose.is_empty());
        let nothing = self.state.stack.iter().all(|frame| !frame.waiting);
        let skips = intent.id == "skip" && nothing && !understood.also.is_empty();
        acts && intent.id != "stop" && (skips || (told && intent.confidence < SURE))
    }

    /// Whether a further wish of a message is one: what ends or moves the talk must be sure beside
    /// something else ("I am not in the mood for typing" is no "stop").
    fn is_meant(&self, request: &Request) -> bool {
        let Request::Intent(intent) = request else { return true };
        let flow = self.script.flows.by_intent.get(&intent.id);
        let acts = flow
            .and_then(|flow| self.script.flows.by_id.get(flow))
            .is_some_and(|flow| flow.standard && matches!(flow.steps[0].kind, StepKind::Call(_)));
        !acts || intent.confidence >= SURE
    }

    /// A standard flow that only says something.
    pub(super) fn only_manners(&self, intent: &IntentId) -> bool {
        self.script
            .flows
            .by_intent
            .get(intent)
            .and_then(|flow| self.script.flows.by_id.get(flow))
            .is_some_and(|flow| {
                flow.standard && flow.steps.iter().all(|step| matches!(step.kind, StepKind::Say(_)))
            })
    }

    pub(super) fn is_greeting(&self, intent: &IntentId) -> bool {
        self.script.flows.by_intent.get(intent).is_some_and(|flow| flow == "greeting")
    }

    /// The talk was opened, perhaps through a campaign.
    fn start(&mut self, campaign: Option<&CampaignId>) {
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
}
