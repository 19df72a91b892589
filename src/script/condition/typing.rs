//! What the names of a condition mean, and whether what is compared can be compared.

use std::ops::Range;

use rust_decimal::Decimal;

pub(crate) use super::types::FACTS;
use super::types::{Type, attribute_type, comparable, constant, fact_type, slot_type, turned};
use super::{Term, TermKind, Tree, parse};
use crate::diagnostic::{Code, Diagnostic, codes, did_you_mean};
use crate::script::model::{Comparison, Condition, Fact, Name, Operand};
use crate::script::names::Names;
use crate::script::parse::Node;
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

/// Reads and types a condition. `None` when it has a fault, which is reported.
pub(crate) fn condition(
    node: &Node,
    scope: Scope,
    names: &Names,
    faults: &mut Faults,
) -> Option<Condition> {
    let scalar = node.scalar("a condition", faults)?;
    let before = faults.count();
    let mut typing = Typing { scope, names, faults, whole: node.place, at: scalar.verbatim_at };
    let condition = match parse(&scalar.text) {
        Ok(tree) => typing.tree(&tree),
        Err(fault) => {
            let place = typing.place(&fault.span);
            let message = format!("the condition cannot be read: {}", fault.message);
            let told = Diagnostic::new(&codes::CONDITION_SYNTAX, message).help_if(fault.help);
            typing.faults.add(place, told);
            None
        }
    };
    // A warning does not take the condition away.
    condition.filter(|_| faults.count() == before || faults.only_warnings_since(before))
}

/// A side with its meaning.
#[derive(Clone, Debug)]
enum Side {
    Name(Name, Type),
    Number(Decimal),
    Flag(bool),
    /// A word that names nothing: an option or a word of a fact, as the other side says.
    Word(String),
}

struct Typing<'a> {
    scope: Scope,
    names: &'a Names,
    faults: &'a mut Faults,
    whole: Place,
    at: Option<usize>,
}

impl Typing<'_> {
    fn place(&self, span: &Range<usize>) -> Place {
        self.at.map_or(self.whole, |at| self.whole.part(at + span.start..at + span.end))
    }

    fn fault(
        &mut self,
        code: &'static Code,
        span: &Range<usize>,
        message: String,
        help: Option<String>,
    ) {
        let place = self.place(span);
        self.faults.add(place, Diagnostic::new(code, message).help_if(help));
    }

    fn tree(&mut self, tree: &Tree) -> Option<Condition> {
        match tree {
            // All parts are looked at, also when the first is faulty.
            Tree::All(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| self.tree(part)).collect();
                parts.into_iter().collect::<Option<_>>().map(Condition::And)
            }
            Tree::Any(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| self.tree(part)).collect();
                parts.into_iter().collect::<Option<_>>().map(Condition::Or)
            }
            Tree::Not(inner) => self.tree(inner).map(|inner| Condition::Not(Box::new(inner))),
            Tree::Known(term) => self.known(term),
            Tree::Bare(term) => self.bare(term),
            Tree::Compare(left, comparison, right) => self.compare(left, *comparison, right),
            Tree::Has(left, right) => self.has(left, right),
        }
    }

    fn known(&mut self, term: &Term) -> Option<Condition> {
        let (TermKind::Word(name) | TermKind::Slot(name)) = &term.kind else {
            self.fault(
                &codes::CONDITION_TYPE,
                &term.span,
                "`known` asks for a slot".to_owned(),
                None,
            );
            return None;
        };
        let place = self.place(&term.span);
        let good = self.names.slots.check(name, place, &codes::UNKNOWN_SLOT, self.faults);
        good.then(|| Condition::Known(name.as_str().into()))
    }

    fn bare(&mut self, term: &Term) -> Option<Condition> {
        match self.side(term, None)? {
            Side::Flag(flag) => Some(Condition::Literal(flag)),
            Side::Name(name, Type::Flag | Type::Unread) => Some(Condition::True(name)),
            Side::Name(_, found) => {
                let message =
                    format!("this is {}, which is neither true nor false by itself", found.shown());
                let help = Some("compare it, or ask `known(…)`".to_owned());
                self.fault(&codes::CONDITION_TYPE, &term.span, message, help);
                None
            }
            Side::Number(_) => {
                let message = "a number is neither true nor false".to_owned();
                self.fault(&codes::CONDITION_TYPE, &term.span, message, None);
                None
            }
            Side::Word(word) => self.unknown_name(&word, term),
        }
    }

    fn compare(&mut self, left: &Term, by: Comparison, right: &Term) -> Option<Condition> {
        let (l, r) = self.sides(left, right)?;
        let equality = matches!(by, Comparison::Equal | Comparison::NotEqual);
        let both = left.span.start..right.span.end;
        let operands = |l, r| Some(Condition::Compare(l, by, r));
        let wrong = match (&l, &r) {
            (Side::Name(l, Type::Unread), Side::Name(r, _))
            | (Side::Name(l, _), Side::Name(r, Type::Unread)) => {
                return operands(Operand::Name(l.clone()), Operand::Name(r.clone()));
            }
            (Side::Name(name, Type::Flag), Side::Flag(flag))
            | (Side::Flag(flag), Side::Name(name, Type::Flag))
                if equality =>
            {
                let holds = Condition::True(name.clone());
                let as_is = *flag == (by == Comparison::Equal);
                return Some(if as_is { holds } else { Condition::Not(Box::new(holds)) });
            }
            (Side::Name(name, found), Side::Number(n))
                if found.is_number() || *found == Type::Unread =>
            {
                self.check_range(name, by, *n, &both);
                return operands(Operand::Name(name.clone()), Operand::Number(*n));
            }
            (Side::Number(n), Side::Name(name, found))
                if found.is_number() || *found == Type::Unread =>
            {
                self.check_range(name, turned(by), *n, &both);
                return operands(Operand::Number(*n), Operand::Name(name.clone()));
            }
            (Side::Name(name, found), Side::Word(word)) => {
                self.check_word(found, word, by, right)?;
                return operands(Operand::Name(name.clone()), Operand::Word(word.clone()));
            }
            (Side::Word(word), Side::Name(name, found)) => {
                self.check_word(found, word, by, left)?;
                return operands(Operand::Word(word.clone()), Operand::Name(name.clone()));
            }
            (Side::Name(l, lt), Side::Name(r, rt)) => match comparable(lt, rt, equality) {
                Ok(()) => return operands(Operand::Name(l.clone()), Operand::Name(r.clone())),
                Err(why) => why,
            },
            (Side::Number(_), Side::Number(_)) => {
                let message = "two numbers always compare the same".to_owned();
                self.fault(&codes::CONDITION_CONSTANT, &both, message, None);
                return operands(operand(&l), operand(&r));
            }
            (Side::Word(word), _) => return self.unknown_name(word, left),
            (_, Side::Word(word)) => return self.unknown_name(word, right),
            _ => format!("{} and {} cannot be compared", shown(&l), shown(&r)),
        };
        self.fault(&codes::CONDITION_TYPE, &both, wrong, None);
        None
    }

    fn has(&mut self, left: &Term, right: &Term) -> Option<Condition> {
        let (l, r) = self.sides(left, right)?;
        let both = left.span.start..right.span.end;
        let operands = Condition::Has(operand(&l), operand(&r));
        let options = match &l {
            Side::Name(_, Type::Set(options)) => options.clone(),
            Side::Name(_, Type::Unread) => return Some(operands),
            Side::Word(word) => return self.unknown_name(word, left),
            _ => {
                let message = format!("`has` asks a set of options, and this is {}", shown(&l));
                let help = Some("write `==` for a single choice".to_owned());
                self.fault(&codes::CONDITION_TYPE, &left.span, message, help);
                return None;
            }
        };
        match &r {
            Side::Word(word) => {
                if !options.contains(word) {
                    self.unknown_option(word, &options, right);
                    return None;
                }
            }
            Side::Name(_, Type::Unread) => {}
            Side::Name(_, Type::Option(own)) if own.iter().any(|o| options.contains(o)) => {}
            Side::Name(_, Type::Option(_)) => {
                let message = "the two have no option in common".to_owned();
                self.fault(&codes::CONDITION_TYPE, &both, message, None);
                return None;
            }
            other => {
                let message = format!("an option belongs after `has`, not {}", shown(other));
                self.fault(&codes::CONDITION_TYPE, &right.span, message, None);
                return None;
            }
        }
        Some(operands)
    }

    /// Both sides. A word that is an option of the other side is meant as that option, also when
    /// something else has the same name.
    fn sides(&mut self, left: &Term, right: &Term) -> Option<(Side, Side)> {
        let l = self.side(left, None);
        let r = self.side(right, l.as_ref());
        let l = match (&l, &r) {
            (Some(_), Some(r @ Side::Name(..))) => self.side(left, Some(r)),
            _ => l,
        };
        l.zip(r)
    }

    fn side(&mut self, term: &Term, other: Option<&Side>) -> Option<Side> {
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
            self.fault(&codes::CIRCULAR, &term.span, message, None);
            return None;
        }
        let found = fact_type(fact, &self.names.locales);
        Some(Side::Name(Name::Fact(fact), found))
    }

    /// Whether a word can be what a name is compared with.
    fn check_word(&mut self, found: &Type, word: &str, by: Comparison, at: &Term) -> Option<()> {
        let equality = matches!(by, Comparison::Equal | Comparison::NotEqual);
        let message = match found {
            Type::Unread => return Some(()),
            Type::Option(options) if equality => {
                if options.iter().any(|option| option == word) {
                    return Some(());
                }
                self.unknown_option(word, options, at);
                return None;
            }
            Type::Word(words, ordered) if equality || *ordered => {
                if words.iter().any(|known| known == word) {
                    return Some(());
                }
                let help = did_you_mean(word, words.iter().map(String::as_str));
                let message = format!("`{word}` is none of the words that this can be");
                self.fault(&codes::CONDITION_TYPE, &at.span, message, help);
                return None;
            }
            Type::Option(_) | Type::Word(..) => {
                "words are in no order: only == and != compare them".to_owned()
            }
            Type::Set(_) => {
                let message = "a set is asked with `has`, not compared".to_owned();
                let help = Some(format!("write `… has {word}`"));
                self.fault(&codes::CONDITION_TYPE, &at.span, message, help);
                return None;
            }
            Type::Opaque(_) => {
                format!("{} cannot be compared, only asked for with `known`", found.shown())
            }
            _ if self.names.options.get(word).is_some() => {
                format!("`{word}` is an option, and the other side is {}", found.shown())
            }
            // It is a number or a flag: then the word was most likely meant as a name.
            _ => return self.unknown_name(word, at).map(|_| ()),
        };
        self.fault(&codes::CONDITION_TYPE, &at.span, message, None);
        None
    }

    fn unknown_option(&mut self, word: &str, options: &[String], at: &Term) {
        let help = did_you_mean(word, options.iter().map(String::as_str));
        let message = format!("`{word}` is none of the options");
        self.fault(&codes::UNKNOWN_OPTION, &at.span, message, help);
    }

    fn unknown_name(&mut self, word: &str, at: &Term) -> Option<Condition> {
        let mut known: Vec<&str> = FACTS.iter().map(|(word, _)| *word).collect();
        known.extend(match self.scope {
            Scope::Search => self.names.attributes.names().collect::<Vec<_>>(),
            _ => self.names.slots.names().collect(),
        });
        let help = crate::diagnostic::nearest(word, known.iter().copied());
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

    /// Warns of a comparison that no value of a slot can change.
    fn check_range(&mut self, name: &Name, by: Comparison, n: Decimal, span: &Range<usize>) {
        if let Name::Slot(slot) = name
            && let Some(Some(form)) = self.names.slots.get(slot.as_str())
            && let Some(holds) = constant(form, by, n)
        {
            let always = if holds { "always holds once the slot is known" } else { "never holds" };
            let bound = |n: Option<Decimal>| n.map_or("any".to_owned(), |n| n.to_string());
            let help = format!("`{slot}` goes from {} to {}", bound(form.min), bound(form.max));
            let message = format!("this {always}");
            self.fault(&codes::CONDITION_CONSTANT, span, message, Some(help));
        }
    }
}

fn operand(side: &Side) -> Operand {
    match side {
        Side::Name(name, _) => Operand::Name(name.clone()),
        Side::Number(n) => Operand::Number(*n),
        Side::Word(word) => Operand::Word(word.clone()),
        Side::Flag(flag) => Operand::Word(flag.to_string()),
    }
}

fn shown(side: &Side) -> String {
    match side {
        Side::Name(_, found) => found.shown(),
        Side::Number(_) => "a number".to_owned(),
        Side::Flag(_) => "true or false".to_owned(),
        Side::Word(word) => format!("`{word}`"),
    }
}
