//! The words and signs of a condition.

use std::ops::Range;

use rust_decimal::Decimal;

use super::Fault;
use crate::script::model::Comparison;
use crate::script::read::value::decimal;

/// A word or sign of a condition.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
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
    /// How it is quoted in faults.
    pub(super) fn shown(&self) -> String {
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

/// The tokens of a text with their places.
pub(super) fn tokens(text: &str) -> Result<Vec<(Token, Range<usize>)>, Fault> {
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
                _ => fault.help("remove it; names have small letters, digits and underscores"),
            });
        };
        tokens.push((token, at..at + length));
        at += length;
    }
    Ok(tokens)
}
