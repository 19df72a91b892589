//! What the names of a condition stand for, where it stands.

use std::ops::Range;

use rust_decimal::Decimal;

use super::types::{FACTS, Type, attribute_type, fact_type, slot_type};
use super::{Term, TermKind};
use crate::diagnostic::near::{did_you_mean, nearest};
use crate::diagnostic::{Code, Diagnostic, codes};
use crate::script::model::{Condition, Fact, Name, Operand};
use crate::script::names::Names;
use crate::script::place::{Faults, Place};

/// Where a condition stands, which decides what it may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// In a flow or the handoff policy: slots and facts.
    Talk,
    /// In `recommend … where`: attributes bare, slots as `slot.x`.
    Search,
    /// In a scoring rule: nothing that scores make.
    Rule,
    /// In `heat`: the two numbers, but not the heat.
    Heat,
}

/// A side with its meaning.
#[derive(Clone, Debug)]
pub(super) enum Side {
    Name(Name, Type),
    Number(Decimal),
    Flag(bool),
    /// A word that names nothing: an option or a word of a fact, as the other side says.
    Word(String),
}

impl Side {
    /// The side as a condition keeps it.
    pub(super) fn operand(&self) -> Operand {
        match self {
            Self::Name(name, _) => Operand::Name(name.clone()),
            Self::Number(n) => Operand::Number(*n),
            Self::Word(word) => Operand::Word(word.clone()),
            Self::Flag(flag) => Operand::Word(flag.to_string()),
        }
    }

    /// What it is, for faults.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Name(_, found) => found.shown(),
            Self::Number(_) => "a number".to_owned(),
            Self::Flag(_) => "true or false".to_owned(),
            Self::Word(word) => format!("`{word}`"),
        }
    }
}

/// A condition that is being read, with what is known where it stands.
pub(super) struct Context<'a> {
    pub scope: Scope,
    pub names: &'a Names,
    pub faults: &'a mut Faults,
    /// The whole condition.
    pub whole: Place,
    /// Where its text begins, when it stands in the file as it is read.
    pub at: Option<usize>,
}

impl Context<'_> {
    pub(super) fn place(&self, span: &Range<usize>) -> Place {
        self.at.map_or(self.whole, |at| self.whole.part(at + span.start..at + span.end))
    }

    pub(super) fn fault(
        &mut self,
        code: &'static Code,
        span: &Range<usize>,
        message: String,
        help: Option<String>,
    ) {
        let place = self.place(span);
        self.faults.add(place, Diagnostic::new(code, message).help_if(help));
    }

    /// Both sides. A word that is an option of the other side is meant as that option, also when
    /// something else has the same name.
    pub(super) fn sides(&mut self, left: &Term, right: &Term) -> Option<(Side, Side)> {
        let l = self.side(left, None);
        let r = self.side(right, l.as_ref());
        let l = match (&l, &r) {
            (Some(_), Some(r @ Side::Name(..))) => self.side(left, Some(r)),
            _ => l,
        };
        l.zip(r)
    }

    pub(super) fn side(&mut self, term: &Term, other: Option<&Side>) -> Option<Side> {
        let name = match &term.kind {
            TermKind::Number(number) => return Some(Side::Number(*number)),
            TermKind::Flag(flag) => return Some(Side::Flag(*flag)),
            TermKind::Slot(name) => {
                let place = self.place(&term.span);
                let good = self.names.slots.check(name, place, &codes::UNKNOWN_SLOT, self.faults);
                return good.then(|| self.slot(name));
            }
            TermKind::Word(name) => name,
        };
        if let Some(Side::Name(_, Type::Option(words) | Type::Set(words) | Type::Word(words, _))) =
            other
            && words.contains(name)
        {
            return Some(Side::Word(name.clone()));
        }
        if let Some((_, fact)) = FACTS.iter().find(|(word, _)| word == name) {
            return self.fact(*fact, term);
        }
        if self.scope == Scope::Search
            && let Some(attribute) = self.names.attributes.get(name)
        {
            let found = attribute.as_ref().map_or(Type::Unread, |form| attribute_type(&form.kind));
            return Some(Side::Name(Name::Attribute(name.as_str().into()), found));
        }
        if self.names.slots.get(name).is_some() {
            if self.scope == Scope::Search {
                let message = format!("`{name}` is a slot, not an attribute of products");
                let help = Some(format!("write `slot.{name}`"));
                self.fault(&codes::CONDITION_NAME, &term.span, message, help);
                return None;
            }
            return Some(self.slot(name));
        }
        if self.names.attributes.get(name).is_some() {
            let message =
                format!("`{name}` is an attribute of products, and no product is looked at here");
            let help = Some("attributes can be asked for in `recommend … where` only".to_owned());
            self.fault(&codes::CONDITION_NAME, &term.span, message, help);
            return None;
        }
        // Where declarations could not be read, any name may be one of them.
        let unread = match self.scope {
            Scope::Search => self.names.attributes.open,
            _ => self.names.slots.open,
        };
        if unread && !matches!(other, Some(Side::Name(_, Type::Unread))) {
            return Some(Side::Name(Name::Slot(name.as_str().into()), Type::Unread));
        }
        Some(Side::Word(name.clone()))
    }

    fn slot(&self, name: &str) -> Side {
        let form = self.names.slots.get(name).and_then(Option::as_ref);
        let found = form.map_or(Type::Unread, slot_type);
        Side::Name(Name::Slot(name.into()), found)
    }

    fn fact(&mut self, fact: Fact, term: &Term) -> Option<Side> {
        let score = matches!(fact, Fact::Fit | Fact::Interest);
        let circular = (self.scope == Scope::Rule && (score || fact == Fact::Heat))
            || (self.scope == Scope::Heat && fact == Fact::Heat);
        if circular {
            let message = "what makes a score or the heat cannot ask for it".to_owned();
            let help = Some("ask for what people said or did, as in `known(timeline)`".to_owned());
            self.fault(&codes::CIRCULAR, &term.span, message, help);
            return None;
        }
        let found = fact_type(fact, &self.names.locales);
        Some(Side::Name(Name::Fact(fact), found))
    }

    pub(super) fn unknown_option(&mut self, word: &str, options: &[String], at: &Term) {
        let help = did_you_mean(word, options.iter().map(String::as_str));
        let message = format!("`{word}` is none of the options");
        self.fault(&codes::UNKNOWN_OPTION, &at.span, message, help);
    }

    pub(super) fn unknown_name(&mut self, word: &str, at: &Term) -> Option<Condition> {
        let mut known: Vec<&str> = FACTS.iter().map(|(word, _)| *word).collect();
        known.extend(match self.scope {
            Scope::Search => self.names.attributes.names().collect::<Vec<_>>(),
            _ => self.names.slots.names().collect(),
        });
        let help = nearest(word, known.iter().copied());
        let help = help.map(|name| format!("did you mean `{name}`?"));
        let sorts = if self.scope == Scope::Search {
            "no attribute and no fact"
        } else {
            "no slot and no fact"
        };
        let message = format!("`{word}` is {sorts}");
        self.fault(&codes::CONDITION_NAME, &at.span, message, help);
        None
    }
}
