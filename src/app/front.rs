//! What is said where others listen: product facts, and the words around them. No state is read or
//! kept, and nothing personal is said.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use super::editions::Editions;
use crate::decide::{Brain, decide};
use crate::domain::conversation::State;
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::ids::{Channel, Locale};
use crate::domain::reply::{Part, Reply, Role};

/// Texts that tell of products; everything else belongs to the private talk.
const FACTS: &[&str] = &["answer-", "attribute-", "catalogue-"];

/// The house as it shows itself to everybody. Cheap to clone.
#[derive(Clone)]
pub struct Front {
    editions: Arc<Editions>,
}

/// Product facts in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicFacts {
    /// The text.
    pub text: String,
    /// Its language.
    pub locale: Locale,
}

impl Front {
    /// The front of what is live.
    #[must_use]
    pub fn new(editions: Arc<Editions>) -> Self {
        Self { editions }
    }

    /// The languages that are served, the default first.
    #[must_use]
    pub fn locales(&self) -> Vec<Locale> {
        self.editions.current().texts.locales().cloned().collect()
    }

    /// A text of the house; empty when there is none.
    #[must_use]
    pub fn words(&self, locale: &Locale, key: &str, attribute: Option<&str>) -> String {
        let mut part = Part::tell(key);
        part.attribute = attribute.map(str::to_owned);
        self.render(locale, vec![part])
    }

    /// What can be said in public to a question: answers and facts of the catalogue; else who we
    /// are and that the rest is for a private talk.
    #[must_use]
    pub fn facts(&self, channel: Channel, text: &str, hint: Option<&Locale>) -> PublicFacts {
        let edition = self.editions.current();
        let now = self.editions.clock().now();
        let state = State { greeted: true, ..State::default() };
        let facts = Facts {
            channel,
            locale_hint: hint.cloned(),
            message: None,
            rep_chat: false,
            duty: Vec::new(),
            young: false,
            wait: None,
            caption: false,
            shares: None,
        };
        let event = Event::Said { text: text.to_owned() };
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            let brain = Brain {
                script: &edition.script,
                pinned: None,
                understanding: &edition.understanding,
            };
            decide(brain, &state, 1, &event, &facts, now)
        }));
        let (reply, locale) = match outcome {
            Ok(outcome) => (outcome.reply.unwrap_or_default(), outcome.state.locale),
            Err(_) => (Reply::default(), None),
        };
        let locale = locale
            .or_else(|| hint.cloned())
            .unwrap_or_else(|| edition.script.bot.default_locale.clone());
        let is_fact = |part: &Part| {
            part.role == Role::Tell && FACTS.iter().any(|kind| part.key.as_str().starts_with(kind))
        };
        let mut parts: Vec<Part> = reply.parts.into_iter().filter(is_fact).collect();
        if parts.is_empty() {
            parts.push(Part::tell("public-hello"));
        }
        PublicFacts { text: self.render(&locale, parts), locale }
    }

    fn render(&self, locale: &Locale, parts: Vec<Part>) -> String {
        let now = self.editions.clock().now();
        let state = State { locale: Some(locale.clone()), ..State::default() };
        let reply = Reply { parts, ..Reply::default() };
        self.editions.current().render(&state, &reply, now).outbound.text()
    }
}
