//! Just enough of Rust's grammar to see which paths a file names.

use std::collections::BTreeSet;

/// The top-level modules that a file names, by `crate::`, `docent::` or enough `super::`.
pub fn imports(file: &str, tokens: &[String]) -> BTreeSet<String> {
    // How many `super` lead from this file to the root of the crate.
    let folders = file.matches('/').count();
    let depth = if file.ends_with("/mod.rs") { folders } else { folders + 1 };
    let mut found = BTreeSet::new();
    let mut at = 0;
    while at < tokens.len() {
        let starts = at == 0 || tokens[at - 1] != "::";
        let mut rest = at;
        let rooted = match tokens[at].as_str() {
            "crate" => {
                rest += 1;
                true
            }
            "docent" if tokens.get(at + 1).is_some_and(|next| next == "::") => {
                rest += 1;
                true
            }
            "super" if starts => {
                let mut steps = 1;
                rest += 1;
                while tokens.get(rest).is_some_and(|t| t == "::")
                    && tokens.get(rest + 1).is_some_and(|t| t == "super")
                {
                    steps += 1;
                    rest += 2;
                }
                // Modules written inside the file may need one more; none do.
                steps >= depth
            }
            _ => false,
        };
        // `pub(crate)` and `pub(in crate::x)` grant, they do not import.
        let grants = at > 0 && matches!(tokens[at - 1].as_str(), "(" | "in");
        let visibility = at > 1 && tokens[at - 1] == "(" && tokens[at - 2] == "pub";
        if rooted && !visibility && !(grants && tokens[at - 1] == "in") {
            match tokens.get(rest).map(String::as_str) {
                Some("::") => found.extend(first_names(&tokens[rest + 1..])),
                Some("as") => {
                    found.insert("*".to_owned());
                }
                _ => {}
            }
        }
        at = rest.max(at + 1);
    }
    found
}

/// The first names of a use tree: `a::b` gives a, `{a, b::{c, d}}` gives a and b.
fn first_names(tokens: &[String]) -> Vec<String> {
    if tokens.first().is_none_or(|token| token != "{") {
        return tokens.first().cloned().into_iter().collect();
    }
    let mut names = Vec::new();
    let mut depth = 0;
    let mut fresh = false;
    for token in tokens {
        match token.as_str() {
            "{" => {
                depth += 1;
                fresh = depth == 1;
            }
            "}" => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
            }
            "," => fresh = depth == 1,
            name if fresh => {
                names.push(name.to_owned());
                fresh = false;
            }
            _ => {}
        }
    }
    names
}

/// `name::…`, `use name;`, `use name as`, not as a part of another path.
pub fn names_crate(tokens: &[String], name: &str) -> bool {
    tokens.iter().enumerate().any(|(at, token)| {
        let before = |steps: usize| at.checked_sub(steps).map(|at| tokens[at].as_str());
        let inside = before(1) == Some("::") && before(2).is_some_and(is_name);
        let used = before(1) == Some("use") || tokens.get(at + 1).is_some_and(|next| next == "::");
        token == name && !inside && used
    })
}

/// Whether a path or a piece of syntax occurs; `std::fs` also as `std::{fmt, fs}`.
pub fn asks_for(tokens: &[String], what: &str) -> bool {
    let wanted = self::tokens(what);
    if tokens.windows(wanted.len()).any(|window| window == wanted) {
        return true;
    }
    let Some(last) = what.strip_prefix("std::") else { return false };
    let start = ["std", "::", "{"];
    tokens
        .windows(3)
        .enumerate()
        .filter(|(_, window)| *window == start)
        .any(|(at, _)| first_names(&tokens[at + 2..]).iter().any(|name| name == last))
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && !matches!(token, "use" | "return" | "in" | "as" | "mut" | "let" | "match" | "if")
}

/// Names, `::` and single signs; comments and the insides of texts are left out.
pub fn tokens(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let next = chars.get(at + 1).copied().unwrap_or(' ');
        if c.is_whitespace() {
            at += 1;
        } else if c == '/' && next == '/' {
            while chars.get(at).is_some_and(|c| *c != '\n') {
                at += 1;
            }
        } else if c == '/' && next == '*' {
            at = after_block_comment(&chars, at);
        } else if c == '"' {
            at = after_text(&chars, at);
        } else if let Some(end) = after_raw_text(&chars, at) {
            at = end;
        } else if c == '\'' {
            at = after_quote(&chars, at);
        } else if c.is_alphanumeric() || c == '_' {
            let start = at;
            while chars.get(at).is_some_and(|c| c.is_alphanumeric() || *c == '_') {
                at += 1;
            }
            found.push(chars[start..at].iter().collect());
        } else if c == ':' && next == ':' {
            found.push("::".to_owned());
            at += 2;
        } else {
            found.push(c.to_string());
            at += 1;
        }
    }
    found
}

fn after_block_comment(chars: &[char], start: usize) -> usize {
    let (mut at, mut depth) = (start, 0);
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (at, depth) = (at + 2, depth + 1),
            ('*', Some('/')) => (at, depth) = (at + 2, depth - 1),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn after_text(chars: &[char], start: usize) -> usize {
    let mut at = start + 1;
    while chars.get(at).is_some_and(|c| *c != '"') {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// `r"…"`, `r#"…"#`, `br"…"`.
fn after_raw_text(chars: &[char], start: usize) -> Option<usize> {
    let mut at = start + usize::from(chars[start] == 'b');
    if chars.get(at) != Some(&'r') {
        return None;
    }
    at += 1;
    let hashes = chars[at.min(chars.len())..].iter().take_while(|c| **c == '#').count();
    at += hashes;
    if chars.get(at) != Some(&'"') {
        return None;
    }
    at += 1;
    while at < chars.len() {
        let closing = chars[at] == '"'
            && chars[at + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes;
        if closing {
            return Some(at + 1 + hashes);
        }
        at += 1;
    }
    Some(at)
}

/// A character, or a lifetime.
fn after_quote(chars: &[char], start: usize) -> usize {
    match (chars.get(start + 1), chars.get(start + 2)) {
        (Some('\\'), _) => {
            let mut at = start + 3;
            while chars.get(at).is_some_and(|c| *c != '\'') {
                at += 1;
            }
            at + 1
        }
        (_, Some('\'')) => start + 3,
        _ => start + 1,
    }
}

/// The tokens without `#[cfg(test)] mod name { … }` and without `#[cfg(test)]` on other items.
pub fn without_tests(tokens: &[String]) -> Vec<String> {
    let mark = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let marked = tokens.len() - at >= mark.len() && tokens[at..at + mark.len()] == mark;
        if !marked {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        let mut depth = 0;
        at += mark.len();
        while at < tokens.len() {
            match tokens[at].as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                _ => {}
            }
            let ends = depth == 0 && matches!(tokens[at].as_str(), "}" | ";");
            at += 1;
            if ends {
                break;
            }
        }
    }
    kept
}
