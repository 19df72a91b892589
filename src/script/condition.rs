//! Conditions: a small language without effects, read here into a tree of terms.
//!
//! ```text
//! any   = all { "or" all }
//! all   = one { "and" one }
//! one   = "not" one | "(" any ")" | "known" "(" slot ")" | term [ ( "==" | … | "has" ) term ]
//! term  = name | "slot." name | number | "true" | "false"
//! ```
//!
//! What the names mean, and whether they can be compared, is found out by [`typing`].

mod types;
pub(crate) mod typing;

use std::ops::Range;

use rust_decimal::Decimal;

use super::model::Comparison;
use super::read::decimal;

/// A condition as written.
#[derive(Debug, PartialEq)]
pub(crate) enum Tree {
    All(Vec<Tree>),
    Any(Vec<Tree>),
    Not(Box<Tree>),
    Known(Term),
    Compare(Term, Comparison, Term),
    Has(Term, Term),
    Bare(Term),
}

/// One side of a comparison as written.
#[derive(Debug, PartialEq)]
pub(crate) struct Term {
    pub kind: TermKind,
    pub span: Range<usize>,
}

/// What a term is.
#[derive(Debug, PartialEq)]
pub(crate) enum TermKind {
    /// A bare word.
    Word(String),
    /// `slot.word`.
    Slot(String),
    Number(Decimal),
    Flag(bool),
}

/// Why a condition cannot be read.
#[derive(Debug, PartialEq)]
pub(crate) struct Fault {
    pub message: String,
    pub help: Option<String>,
    pub span: Range<usize>,
}

impl Fault {
    fn new(span: Range<usize>, message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None, span }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Reads a condition.
pub(crate) fn parse(text: &str) -> Result<Tree, Fault> {
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
                _ => fault,
            })
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    Number(Decimal),
    Compare(Comparison),
    Has,
    And,
    Or,
    Not,
    Open,
    Close,
}

impl Token {
    fn shown(&self) -> String {
        let text = match self {
            Self::Word(word) => word,
            Self::Number(number) => return format!("`{number}`"),
            Self::Compare(_) => return "a second comparison".to_owned(),
            Self::Has => "has",
            Self::And => "and",
            Self::Or => "or",
            Self::Not => "not",
            Self::Open => "(",
            Self::Close => ")",
        };
        format!("`{text}`")
    }
}

fn tokens(text: &str) -> Result<Vec<(Token, Range<usize>)>, Fault> {
    const SYMBOLS: &[(&str, Comparison)] = &[
        ("==", Comparison::Equal),
        ("!=", Comparison::NotEqual),
        ("<=", Comparison::LessOrEqual),
        (">=", Comparison::GreaterOrEqual),
        ("<", Comparison::Less),
        (">", Comparison::Greater),
    ];
    // What people write who know other languages.
    const SLIPS: &[(&str, &str)] = &[
        ("=>", ">="),
        ("=<", "<="),
        ("<>", "!="),
        ("&&", "and"),
        ("||", "or"),
        ("=", "=="),
        ("!", "not"),
        ("≥", ">="),
        ("≤", "<="),
    ];
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let first = rest.chars().next().unwrap_or(' ');
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let symbol = SYMBOLS.iter().find(|(symbol, _)| rest.starts_with(symbol));
        let slip = SLIPS.iter().find(|(slip, _)| rest.starts_with(slip));
        let negative = first == '-' && rest[1..].starts_with(|c: char| c.is_ascii_digit());
        let (token, length) = if let (Some((slip, good)), true) =
            (slip, symbol.is_none() || rest.starts_with("<>"))
        {
            let fault = Fault::new(at..at + slip.len(), format!("`{slip}` means nothing here"));
            return Err(fault.help(format!("write `{good}`")));
        } else if let Some((symbol, comparison)) = symbol {
            (Token::Compare(*comparison), symbol.len())
        } else if first == '(' {
            (Token::Open, 1)
        } else if first == ')' {
            (Token::Close, 1)
        } else if first.is_ascii_digit() || negative {
            let inner = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | ',');
            let length = 1 + rest[1..].find(|c| !inner(c)).unwrap_or(rest.len() - 1);
            let Some(number) = decimal(&rest[..length]) else {
                let fault =
                    Fault::new(at..at + length, format!("`{}` is no number", &rest[..length]));
                return Err(
                    fault.help("write digits with a point before the decimals, and no unit")
                );
            };
            (Token::Number(number), length)
        } else if first.is_ascii_alphabetic() || first == '_' {
            let inner = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
            let length = rest.find(|c| !inner(c)).unwrap_or(rest.len());
            let token = match &rest[..length] {
                "and" => Token::And,
                "or" => Token::Or,
                "not" => Token::Not,
                "has" => Token::Has,
                word => Token::Word(word.to_owned()),
            };
            (token, length)
        } else {
            let fault =
                Fault::new(at..at + first.len_utf8(), format!("`{first}` means nothing here"));
            return Err(match first {
                '"' | '\'' => fault.help("ids of options are written bare, without quotes"),
                _ => fault,
            });
        };
        tokens.push((token, at..at + length));
        at += length;
    }
    Ok(tokens)
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
            return Err(Fault::new(0..self.end, "the condition is nested too deep"));
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
        Err(Fault::new(span, "a closing bracket `)` is missing"))
    }

    fn term(&mut self) -> Result<Term, Fault> {
        let Some((token, span)) = self.next() else {
            return Err(Fault::new(self.end..self.end, "something is missing at the end"));
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
                return Err(Fault::new(span, message));
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
