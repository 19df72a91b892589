//! Whether what a condition compares can be compared.

use std::ops::Range;

use rust_decimal::Decimal;

use super::grammar::parse;
pub(crate) use super::meaning::Scope;
use super::meaning::{Context, Side};
pub(crate) use super::types::FACTS;
use super::types::{Type, comparable, constant, turned};
use super::{Term, TermKind, Tree};
use crate::diagnostic::near::{choices, did_you_mean};
use crate::diagnostic::{Diagnostic, codes};
use crate::script::model::{Comparison, Condition, Name, Operand};
use crate::script::names::Names;
use crate::script::parse::Node;
use crate::script::place::Faults;

/// Reads and types a condition. `None` when it has a fault, which is reported.
pub(crate) fn condition(
    node: &Node,
    scope: Scope,
    names: &Names,
    faults: &mut Faults,
) -> Option<Condition> {
    let scalar = node.scalar("a condition", faults)?;
    let before = faults.count();
    let mut context = Context { scope, names, faults, whole: node.place, at: scalar.verbatim_at };
    let condition = match parse(&scalar.text) {
        Ok(tree) => context.tree(&tree),
        Err(fault) => {
            let place = context.place(&fault.span);
            let message = format!("the condition cannot be read: {}", fault.message);
            let told = Diagnostic::new(&codes::CONDITION_SYNTAX, message).help_if(fault.help);
            context.faults.add(place, told);
            None
        }
    };
    // A warning does not take the condition away.
    condition.filter(|_| faults.count() == before || faults.only_warnings_since(before))
}

impl Context<'_> {
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
                Some("name the slot, as in `known(fleet_size)`".to_owned()),
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
                let help = Some("compare it with a slot, as in `fleet_size >= 2`".to_owned());
                self.fault(&codes::CONDITION_TYPE, &term.span, message, help);
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
                let help = Some("put a slot or a fact on one side".to_owned());
                self.fault(&codes::CONDITION_CONSTANT, &both, message, help);
                return operands(l.operand(), r.operand());
            }
            (Side::Word(word), _) => return self.unknown_name(word, left),
            (_, Side::Word(word)) => return self.unknown_name(word, right),
            _ => format!("{} and {} cannot be compared", l.shown(), r.shown()),
        };
        let kept = if matches!(l, Side::Name(..)) { &l } else { &r };
        let help = match kept {
            Side::Name(_, Type::Flag) => "write its name alone, or `not` before it".to_owned(),
            kept => format!("compare {} with another of its sort", kept.shown()),
        };
        self.fault(&codes::CONDITION_TYPE, &both, wrong, Some(help));
        None
    }

    fn has(&mut self, left: &Term, right: &Term) -> Option<Condition> {
        let (l, r) = self.sides(left, right)?;
        let both = left.span.start..right.span.end;
        let operands = Condition::Has(l.operand(), r.operand());
        let options = match &l {
            Side::Name(_, Type::Set(options)) => options.clone(),
            Side::Name(_, Type::Unread) => return Some(operands),
            Side::Word(word) => return self.unknown_name(word, left),
            _ => {
                let message = format!("`has` asks a set of options, and this is {}", l.shown());
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
                let help = choices(options.iter().map(String::as_str));
                self.fault(&codes::CONDITION_TYPE, &both, message, help);
                return None;
            }
            other => {
                let message = format!("an option belongs after `has`, not {}", other.shown());
                let help = choices(options.iter().map(String::as_str));
                self.fault(&codes::CONDITION_TYPE, &right.span, message, help);
                return None;
            }
        }
        Some(operands)
    }

    /// Whether a word can be what a name is compared with.
    fn check_word(&mut self, found: &Type, word: &str, by: Comparison, at: &Term) -> Option<()> {
        let equality = matches!(by, Comparison::Equal | Comparison::NotEqual);
        let (message, help) = match found {
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
            Type::Option(_) | Type::Word(..) => (
                "words are in no order: only == and != compare them".to_owned(),
                format!("write `== {word}` or `!= {word}`"),
            ),
            Type::Set(_) => (
                "a set is asked with `has`, not compared".to_owned(),
                format!("write `… has {word}`"),
            ),
            Type::Opaque(_) => (
                format!("{} cannot be compared, only asked for with `known`", found.shown()),
                "write `known(…)` around its name".to_owned(),
            ),
            _ if self.names.options.get(word).is_some() => (
                format!("`{word}` is an option, and the other side is {}", found.shown()),
                format!("put {} here, or the slot that has this option there", found.shown()),
            ),
            // It is a number or a flag: then the word was most likely meant as a name.
            _ => return self.unknown_name(word, at).map(|_| ()),
        };
        self.fault(&codes::CONDITION_TYPE, &at.span, message, Some(help));
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
