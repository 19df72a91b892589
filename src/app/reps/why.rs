//! Why the bot said what it said last, and what the score rests on, in plain words.

use crate::app::edition::Edition;
use crate::app::leads::{self, EventLine};
use crate::app::plain::readable;
use crate::domain::conversation::State;
use crate::domain::reply::{Arg, Part};
use crate::domain::understood::{CatalogueQuery, Reading, Request, Understood};
use crate::domain::value::Value;
use crate::script::model::StepKind;
use crate::store::leads::LeadDetail;
use crate::store::why::LastReply;

use super::Reps;
use super::snippets::first_words;

/// How much of what was said is quoted, in characters.
const QUOTED: usize = 160;
/// The most reasons that are told one by one.
const REASONS: usize = 12;

impl Reps {
    /// What was said and what it was taken for, what answered it, what is open; then the score with
    /// its reasons, as `docent leads show` has it.
    pub(super) fn reasons(&self, detail: &LeadDetail, last: Option<&LastReply>) -> Vec<String> {
        let edition = self.0.editions.current();
        let now = self.0.editions.clock().now();
        let mut lines = match last {
            Some(last) => self.of_reply(&edition, last),
            None => vec![self.say("desk-why-silent", &[])],
        };
        lines.push(self.of_step(&edition, &detail.state));
        let page = leads::page(Some(&edition), detail, now);
        lines.push(String::new());
        let heat = Part::tell("card-heat")
            .with("heat", words(page.line.heat))
            .with("fit", Arg::integer(page.line.fit.into()))
            .with("interest", Arg::integer(page.line.interest.into()));
        lines.push(self.say_part(heat));
        let mut counting: Vec<&EventLine> =
            page.events.iter().filter(|event| event.axis.is_some() && event.points != 0).collect();
        counting.sort_by_key(|event| std::cmp::Reverse(event.points.abs()));
        lines.extend(counting.iter().take(REASONS).map(|event| self.of_event(event)));
        let more = counting.get(REASONS..).unwrap_or_default();
        if !more.is_empty() {
            let sum: i32 = more.iter().map(|event| event.points).sum();
            let args = [("count", more.len().to_string()), ("points", format!("{sum:+}"))];
            lines.push(self.say("desk-why-more", &args));
        }
        lines
    }

    fn of_reply(&self, edition: &Edition, last: &LastReply) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(heard) = &last.heard {
            let heard = first_words(heard, QUOTED);
            lines.push(self.say("desk-why-said", &[("words", heard)]));
        }
        let understood = last.understood.as_ref().and_then(|json| json.read("understood").ok());
        if let Some(understood) = &understood {
            let taken = self.taken_for(edition, understood);
            lines.push(match taken.is_empty() {
                true => self.say("desk-why-missed", &[]),
                false => self.say("desk-why-taken", &[("lines", taken.join("; "))]),
            });
        }
        let args =
            [("words", first_words(&last.text, QUOTED)), ("keys", last.text_keys.join(", "))];
        lines.push(self.say("desk-why-answered", &args));
        lines
    }

    /// What words were taken for, and how surely.
    fn taken_for(&self, edition: &Edition, understood: &Understood) -> Vec<String> {
        let locale = &edition.script.bot.default_locale;
        let sure = |what: String, confidence: f32| {
            let percent = format!("{:.0}", confidence * 100.0);
            self.say("desk-why-sure", &[("words", what), ("percent", percent)])
        };
        let wish = |id: &str| {
            let words = edition.phrase(locale, &format!("intent-{id}"));
            self.say("desk-why-wish", &[("words", words)])
        };
        let question = |id: &str| self.say("desk-why-question", &[("words", label(edition, id))]);
        let asked = |query: &CatalogueQuery| {
            self.say("desk-why-question", &[("words", of_catalogue(edition, query))])
        };
        let mut taken = Vec::new();
        if let Some(first) = understood.intents.first() {
            taken.push(sure(wish(first.id.as_str()), first.confidence));
        }
        if let Some(first) = understood.answers.first() {
            taken.push(sure(question(first.id.as_str()), first.confidence));
        }
        taken.extend(understood.catalogue.iter().map(asked));
        for request in &understood.also {
            taken.push(match request {
                Request::Intent(one) => sure(wish(one.id.as_str()), one.confidence),
                Request::Answer(one) => sure(question(one.id.as_str()), one.confidence),
                Request::Catalogue(query) => asked(query),
            });
        }
        let now = self.0.editions.clock().now();
        let value = |value: &Value| edition.value_text(value, now);
        taken.extend(
            understood
                .fills
                .iter()
                .map(|fill| format!("{}: {}", edition.slot_label(&fill.slot), value(&fill.value))),
        );
        match &understood.reading {
            Some(Reading::Value(one) | Reading::OutOfRange(one)) => taken.push(value(one)),
            Some(Reading::Either(one, other)) => {
                taken.push(format!("{} / {}", value(one), value(other)));
            }
            Some(Reading::Choice(choice)) => taken.push(edition.label(locale, choice)),
            Some(Reading::Yes) => taken.push(edition.phrase(locale, "option-yes")),
            Some(Reading::No) => taken.push(edition.phrase(locale, "option-no")),
            Some(Reading::NotSure) | None => {}
        }
        taken
    }

    /// The flow and the step that are open.
    fn of_step(&self, edition: &Edition, state: &State) -> String {
        let Some(frame) = state.stack.last() else { return self.say("desk-why-nothing", &[]) };
        let known = edition.script.flows.by_id.get(&frame.flow);
        let name = readable(frame.flow.as_str());
        // What a flow is for says more than what it is called.
        let goal = known.and_then(|flow| flow.goal.as_ref());
        let flow = goal.map_or_else(
            || name.clone(),
            |goal| {
                let goal = goal.trim_end_matches('.');
                format!("{name} ({goal})")
            },
        );
        let step = known.and_then(|flow| {
            let at = flow.position(&frame.step)?;
            flow.steps.get(at)
        });
        match step.map(|step| &step.kind) {
            Some(StepKind::Collect { slot, .. }) => {
                let args = [("flow", flow), ("step", edition.slot_label(slot))];
                self.say("desk-why-asks", &args)
            }
            _ => {
                let args = [("flow", flow), ("step", readable(frame.step.as_str()))];
                self.say("desk-why-open", &args)
            }
        }
    }

    fn of_event(&self, event: &EventLine) -> String {
        let key = match event.axis {
            Some("fit") => "desk-why-fit",
            _ => "desk-why-interest",
        };
        let part = Part::tell(key)
            .with("points", words(format!("{:+}", event.points)))
            .with("base", words(format!("{:+}", event.base)))
            .with("reason", words(event.reason.as_str()));
        let faded = event.points != event.base;
        format!("· {}", self.say_part(if faded { part.attribute("of") } else { part }))
    }
}

/// What an answer is about.
fn label(edition: &Edition, answer: &str) -> String {
    let locale = &edition.script.bot.default_locale;
    let key = format!("answer-{answer}");
    if !edition.texts.has(locale, &key, Some("label")) {
        return readable(answer);
    }
    edition.texts.render_plain(locale, &Part::tell(key).attribute("label"), &())
}

/// What a question to the catalogue asks for: `Price, Range (Brotbote)`.
fn of_catalogue(edition: &Edition, query: &CatalogueQuery) -> String {
    let locale = &edition.script.bot.default_locale;
    let name = |kind: &str, id: &str| {
        let key = format!("{kind}-{id}");
        match edition.texts.has(locale, &key, None) {
            true => edition.phrase(locale, &key),
            false => readable(id),
        }
    };
    let attributes = query.attributes.iter().map(|id| name("attribute", id.as_str()));
    let kind = query.kind.iter().map(|id| name("kind", id.as_str()));
    let asked: Vec<String> = attributes.chain(kind).collect();
    let products: Vec<String> =
        query.products.iter().map(|id| name("product", id.as_str())).collect();
    match (asked.is_empty(), products.is_empty()) {
        (true, _) => products.join(", "),
        (false, true) => asked.join(", "),
        (false, false) => format!("{} ({})", asked.join(", "), products.join(", ")),
    }
}

fn words(words: impl Into<String>) -> Arg {
    Arg::Value(Value::Text(words.into()))
}
