//! Routing: what was understood, to what is done about it.
//!
//! The order: the language, standard wishes ([`super::wish`]), what the open question gets
//! ([`super::reply`]), what else was told, what was asked or wanted ([`super::serve`]), and only
//! then a repair. A message may hold several of
//! these, and all are served. Start at [`Talk::hear`].

use crate::domain::event::Event;
use crate::domain::ids::CampaignId;
use crate::domain::reply::Part;
use crate::domain::understood::Understood;
use crate::domain::value::Value;
use crate::script::model::{Signal, StepKind};

use super::facts::is_list;
use super::loose::{is_bare, loose};
use super::talk::Talk;

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
            // Their choice led out of what was open: nothing more is asked.
            None if self.signals.iter().any(|signal| matches!(signal, Signal::Option(_))) => {
                self.tell(Part::tell("choice-left"));
            }
            None if self.state.greeted => self.tell(Part::tell("fallback-rephrase")),
            None => {}
        }
    }

    /// The first words of ours say that a bot speaks and how to reach a person.
    fn greet(&mut self) {
        self.state.greeted = true;
        if self.spoke() && !self.missed {
            // How a person is reached is said once in a message.
            let reached = self.told.iter().any(|part| part.key.as_str().starts_with("human-"));
            let brief = Part::tell("welcome-brief");
            self.told.insert(
                0,
                match reached {
                    true => brief.attribute("person").or_else("welcome-brief"),
                    false => brief,
                },
            );
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
        let placed = understood.entities.iter().filter_map(|entity| match &entity.value {
            Value::Place(name) => Some((name.clone(), entity.country.clone()?)),
            _ => None,
        });
        self.places = placed.collect();
        self.overheard_bare = self.overheard && is_bare(text, understood);
        let mut handled = self.take_offer(understood)
            || (self.is_bare_count(text, understood) && self.take_count())
            || self.command(text, understood)
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
