//! What `call:` steps do: the standard behaviour behind stop, back, skip, why and the others.

use crate::domain::conversation::Frame;
use crate::domain::ids::Locale;
use crate::domain::lexicon::LANGUAGE_SLOT;
use crate::domain::reply::{Choice, ChoiceId, Part, Role};
use crate::domain::value::Value;
use crate::script::model::{Action, StepKind, Target};

use super::talk::{Talk, flow_choice, option_choice};
use super::times::time_choice;

/// What an option that names a language begins with.
const LANGUAGE_OPTION: &str = "language_";

impl Talk<'_> {
    /// Does an action on the talk.
    pub(super) fn act(&mut self, action: &Action) {
        match action {
            Action::Stop => self.stop(),
            Action::StartOver => self.start_over(),
            Action::Cancel => self.cancel(),
            Action::Back => self.back(),
            Action::Repeat => self.repeat(),
            Action::Skip => self.skip(),
            Action::Why => self.why(),
            Action::Language => self.change_language(),
            Action::Forget => self.forget(),
            Action::Correct => self.tell(Part::tell("correct-what")),
            Action::Flow(flow) => self.open(flow),
        }
    }

    /// Ends everything that we start, and the open flow. A person can still be asked for.
    fn stop(&mut self) {
        self.abandon();
        self.state.stopped = true;
        self.tell(Part::tell("stop-done").role(Role::Confirm));
    }

    fn start_over(&mut self) {
        self.abandon();
        self.state.slots.clear();
        self.state.country = None;
        self.state.skipped.clear();
        self.state.answered.clear();
        self.state.focus.clear();
        self.state.asked = None;
        self.state.misses = 0;
        self.tell(Part::tell("start_over-done"));
        self.choices = self.main_flows().iter().map(flow_choice).collect();
    }

    /// "Never mind": what was open is left, and what was told stays.
    fn cancel(&mut self) {
        // The flow that calls this may still be open itself.
        let topic = |frame: &Frame| frame.waiting;
        match self.state.stack.iter().rposition(topic) {
            // "Never mind the call" leaves what the call came in between of.
            Some(at) if self.flow(&self.state.stack[at].flow).is_some_and(|f| f.standard) => {
                self.state.stack.truncate(at + 1);
                self.decline();
            }
            _ => self.abandon(),
        }
        self.tell(Part::tell("skip-left"));
    }

    fn forget(&mut self) {
        self.abandon();
        self.state.erase = true;
        self.state.stopped = true;
        self.tell(Part::tell("forget-done").role(Role::Confirm));
    }

    /// The question before the open one is asked again.
    fn back(&mut self) {
        while let Some(last) = self.state.answered.pop() {
            if let Some(slot) = &last.slot {
                self.state.slots.remove(slot);
                self.state.skipped.retain(|skipped| skipped != slot);
            }
            let Some(at) = self.state.stack.iter().rposition(|frame| frame.flow == last.flow)
            else {
                // Its flow is through: it is opened anew at that step.
                let Some(flow) = self.flow(&last.flow) else { continue };
                if flow.position(&last.step).is_none() {
                    continue;
                }
                self.open(&last.flow);
                self.follow(&Target::Step(last.step));
                return;
            };
            self.state.stack.truncate(at + 1);
            self.follow(&Target::Step(last.step));
            return;
        }
        self.tell(Part::tell("back-nothing"));
    }

    fn repeat(&mut self) {
        let last: Vec<Part> = self.state.last.clone();
        if last.is_empty() {
            self.tell(Part::tell("repeat-nothing"));
            return;
        }
        let offered = self.state.offered.clone();
        let (asked, told): (Vec<Part>, Vec<Part>) =
            last.into_iter().partition(|part| part.role == Role::Ask);
        for part in told {
            self.tell(part);
        }
        self.ask(asked, offered.iter().map(choice_of).collect());
    }

    /// Leaves the open question unanswered, where that is allowed.
    pub(super) fn skip(&mut self) {
        let Some(at) = self.waiting() else {
            self.tell(Part::tell("why-nothing"));
            return;
        };
        let kind = self.step_of(&self.state.stack[at]).map(|step| &step.kind);
        match kind {
            Some(StepKind::Collect { slot, .. }) => {
                let allowed = self.script.slots.get(slot).is_none_or(|def| def.skippable);
                if !allowed {
                    self.tell(Part::tell("skip-not_possible"));
                    return;
                }
                self.state.stack.truncate(at + 1);
                self.note_answered(Some(slot.clone()));
                self.state.skipped.push(slot.clone());
                self.next();
            }
            // A choice that is not made is left, with what it belonged to.
            Some(_) => {
                self.state.stack.truncate(at + 1);
                self.leave();
                self.tell(Part::tell("skip-left"));
            }
            None => self.mend_stack(),
        }
    }

    fn why(&mut self) {
        let kind = self
            .waiting()
            .and_then(|at| self.step_of(&self.state.stack[at]))
            .map(|step| &step.kind);
        match kind {
            Some(StepKind::Collect { slot, .. }) => {
                let key = format!("ask-{slot}");
                self.tell(Part::tell(key).attribute("why").or_else("why-general"));
            }
            Some(StepKind::Choose { .. }) => self.tell(Part::tell("why-general")),
            _ => self.tell(Part::tell("why-nothing")),
        }
    }

    /// Goes on in the language that was named, else asks for one.
    fn change_language(&mut self) {
        let named = self.state.slots.remove(LANGUAGE_SLOT).and_then(|filled| match filled.value {
            Value::Choice(option) => language_of(option.as_str()),
            _ => None,
        });
        match named {
            Some(locale) => self.speak(locale),
            None => self.offer_languages(),
        }
    }

    /// Asks which of the served languages it shall be.
    pub(super) fn offer_languages(&mut self) {
        let locales = &self.script.bot.locales;
        let choices = locales
            .iter()
            .map(|locale| option_choice(&format!("{LANGUAGE_OPTION}{locale}").into()))
            .collect();
        self.ask(vec![Part::ask("language-which")], choices);
    }

    /// Switches the language on request.
    pub(super) fn speak(&mut self, locale: Locale) {
        if self.script.bot.locales.contains(&locale) {
            self.state.locale = Some(locale);
            self.state.locale_chosen = true;
            self.tell(Part::tell("language-changed"));
        } else {
            self.tell(Part::tell("language-not_served"));
        }
    }

    /// The innermost frame that waits for the visitor.
    fn waiting(&self) -> Option<usize> {
        self.state.stack.iter().rposition(|frame: &Frame| frame.waiting)
    }
}

/// The locale that an option names, if it names one.
pub(super) fn language_of(option: &str) -> Option<Locale> {
    option.strip_prefix(LANGUAGE_OPTION).map(Locale::from)
}

/// The button of a choice, by the label that its kind has.
pub(super) fn choice_of(id: &ChoiceId) -> Choice {
    match id {
        ChoiceId::Option(option) => option_choice(option),
        ChoiceId::Flow(flow) => flow_choice(flow),
        ChoiceId::Time(at) => time_choice(*at),
        other => super::repair::candidate(other.clone()),
    }
}
