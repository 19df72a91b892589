//! Tokens to a tree.

use std::ops::Range;

use super::token::{Token, tokens};
use super::{Fault, Term, TermKind, Tree};

/// Reads a condition.
pub(super) fn parse(text: &str) -> Result<Tree, Fault> {
    let mut parser = Parser { tokens: tokens(text)?, at: 0, depth: 0, end: text.len() };
    let tree = parser.any()?;
    match parser.peek() {
        None => Ok(tree),
        Some((token, span)) => {
            let fault = Fault::new(span.clone(), format!("{} is not expected here", token.shown()));
            Err(match token {
                Token::Compare(_) | Token::Has => {
                    fault.help("compare two things at a time, and join them with `and`")
                }
                Token::Word(_) | Token::Number(_) => fault.help(
                    "numbers carry no unit here, and two conditions are joined with `and` or `or`",
                ),
                _ => fault.help("remove it, or complete what stands before it"),
            })
        }
    }
}

/// Brackets and `not` deeper than this are refused, so that no condition exhausts the stack.
const DEPTH: usize = 32;

struct Parser {
    tokens: Vec<(Token, Range<usize>)>,
    at: usize,
    depth: usize,
    end: usize,
}

impl Parser {
    fn peek(&self) -> Option<&(Token, Range<usize>)> {
        self.tokens.get(self.at)
    }

    fn next(&mut self) -> Option<(Token, Range<usize>)> {
        let token = self.tokens.get(self.at).cloned();
        self.at += usize::from(token.is_some());
        token
    }

    fn eat(&mut self, token: &Token) -> bool {
        let found = self.peek().is_some_and(|(next, _)| next == token);
        self.at += usize::from(found);
        found
    }

    fn any(&mut self) -> Result<Tree, Fault> {
        let first = self.all()?;
        let mut parts = vec![first];
        while self.eat(&Token::Or) {
            parts.push(self.all()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Tree::Any(parts) })
    }

    fn all(&mut self) -> Result<Tree, Fault> {
        let first = self.one()?;
        let mut parts = vec![first];
        while self.eat(&Token::And) {
            parts.push(self.one()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Tree::All(parts) })
    }

    fn one(&mut self) -> Result<Tree, Fault> {
        self.depth += 1;
        if self.depth > DEPTH {
            let fault = Fault::new(0..self.end, "the condition is nested too deep");
            return Err(fault.help("take brackets away, or ask a part of it in another step"));
        }
        let tree = if self.eat(&Token::Not) {
            Tree::Not(Box::new(self.one()?))
        } else if self.eat(&Token::Open) {
            let inner = self.any()?;
            self.close()?;
            inner
        } else {
            self.comparison()?
        };
        self.depth -= 1;
        Ok(tree)
    }

    fn comparison(&mut self) -> Result<Tree, Fault> {
        let left = self.term()?;
        if left.kind == TermKind::Word("known".to_owned()) {
            if !self.eat(&Token::Open) {
                return Err(
                    Fault::new(left.span, "`known` needs a slot").help("write `known(fleet_size)`")
                );
            }
            let slot = self.term()?;
            self.close()?;
            return Ok(Tree::Known(slot));
        }
        match self.peek() {
            Some((Token::Compare(comparison), _)) => {
                let comparison = *comparison;
                self.at += 1;
                Ok(Tree::Compare(left, comparison, self.term()?))
            }
            Some((Token::Has, _)) => {
                self.at += 1;
                Ok(Tree::Has(left, self.term()?))
            }
            _ => Ok(Tree::Bare(left)),
        }
    }

    fn close(&mut self) -> Result<(), Fault> {
        if self.eat(&Token::Close) {
            return Ok(());
        }
        let span = self.peek().map_or(self.end..self.end, |(_, span)| span.clone());
        Err(Fault::new(span, "a closing bracket `)` is missing").help("write `)` here"))
    }

    fn term(&mut self) -> Result<Term, Fault> {
        let Some((token, span)) = self.next() else {
            let fault = Fault::new(self.end..self.end, "something is missing at the end");
            return Err(fault.help("write a slot, a fact or a number there"));
        };
        let kind = match token {
            Token::Number(number) => TermKind::Number(number),
            Token::Word(word) => match (word.as_str(), word.strip_prefix("slot.")) {
                ("true", _) => TermKind::Flag(true),
                ("false", _) => TermKind::Flag(false),
                (_, Some(slot)) => TermKind::Slot(slot.to_owned()),
                (_, None) => TermKind::Word(word),
            },
            other => {
                let message = format!("a name or a number belongs here, not {}", other.shown());
                return Err(Fault::new(span, message).help("write a slot, a fact or a number"));
            }
        };
        Ok(Term { kind, span })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree in brackets, or the fault with its place.
    fn read(text: &str) -> String {
        fn term(term: &Term) -> String {
            match &term.kind {
                TermKind::Word(word) => word.clone(),
                TermKind::Slot(slot) => format!("slot:{slot}"),
                TermKind::Number(number) => number.to_string(),
                TermKind::Flag(flag) => flag.to_string(),
            }
        }
        fn show(tree: &Tree) -> String {
            let join = |parts: &[Tree], word: &str| {
                format!("({})", parts.iter().map(show).collect::<Vec<_>>().join(word))
            };
            match tree {
                Tree::All(parts) => join(parts, " & "),
                Tree::Any(parts) => join(parts, " | "),
                Tree::Not(inner) => format!("!{}", show(inner)),
                Tree::Known(slot) => format!("?{}", term(slot)),
                Tree::Compare(l, c, r) => format!("{} {c:?} {}", term(l), term(r)),
                Tree::Has(l, r) => format!("{} has {}", term(l), term(r)),
                Tree::Bare(t) => term(t),
            }
        }
        match parse(text) {
            Ok(tree) => show(&tree),
            Err(fault) => format!("{}: {}", fault.span.start, fault.message),
        }
    }

    #[test]
    fn conditions_are_read_with_the_usual_precedence() {
        for (text, expected) in [
            ("open_now", "open_now"),
            ("a >= 2 and a < 10 or not known(b)", "((a GreaterOrEqual 2 & a Less 10) | !?b)"),
            ("not (a == x or b != -1.5)", "!(a Equal x | b NotEqual -1.5)"),
            ("good_for has slot.business", "good_for has slot:business"),
            ("locale == pt-BR", "locale Equal pt-BR"),
            ("roof == true", "roof Equal true"),
            ("a>=2", "a GreaterOrEqual 2"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn slips_are_told_with_their_place() {
        for (text, expected) in [
            ("a => 2", "2: `=>` means nothing here"),
            ("a = 2", "2: `=` means nothing here"),
            ("a && b", "2: `&&` means nothing here"),
            ("1 < a < 3", "6: a second comparison is not expected here"),
            ("a >= 12 kg", "8: `kg` is not expected here"),
            ("a >= 12kg", "5: `12kg` is no number"),
            ("a >=", "4: something is missing at the end"),
            ("(a", "2: a closing bracket `)` is missing"),
            ("known a", "0: `known` needs a slot"),
            ("and a", "0: a name or a number belongs here, not `and`"),
            ("a == \"x\"", "5: `\"` means nothing here"),
            ("é", "0: `é` means nothing here"),
            ("", "0: something is missing at the end"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        let deep = format!("{}a{}", "(".repeat(5000), ")".repeat(5000));
        assert!(read(&deep).contains("too deep"));
        assert!(read(&"not ".repeat(5000)).contains("too deep"));
    }
}
