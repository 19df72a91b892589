//! YAML to a tree with places. The only module that knows serde-saphyr.
//!
//! The tree is read by hand ([`super::read`]) and not derived, because a derived reader stops at
//! the first fault of a file, and keeps neither duplicate keys nor the spelling of scalars.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{DuplicateKeyPolicy, MergeKeyPolicy, NonFiniteFloatPolicy, Spanned};

use super::place::Place;

/// A node of a YAML file.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// A scalar's whole text, else the first character.
    pub place: Place,
    /// What it is.
    pub kind: Kind,
}

/// What a node is.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    /// Nothing is written.
    Nothing,
    /// A word, a number, a text.
    Scalar(Scalar),
    /// A list.
    List(Vec<Node>),
    /// Keys with values, in the order written, duplicates included.
    Map(Vec<(Key, Node)>),
}

/// A key.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    /// Its text.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// A scalar.
#[derive(Clone, Debug)]
pub(crate) struct Scalar {
    /// Its text, without quotes.
    pub text: String,
    /// The byte of the file where the text begins, when it stands there letter by letter.
    pub verbatim_at: Option<usize>,
}

/// What is wrong with a file as YAML.
#[derive(Debug)]
pub(crate) struct SyntaxError {
    /// What the parser says.
    pub message: String,
    /// Where.
    pub span: Range<usize>,
    /// What most likely helps.
    pub help: Option<&'static str>,
}

/// Parses a file. `file` is its number in [`super::place::Faults`].
pub(crate) fn parse(file: u16, text: &str) -> Result<Node, SyntaxError> {
    let options = serde_saphyr::options! {
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        with_snippet: false,
        emit_comments: false,
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
    };
    match serde_saphyr::from_str_with_options::<Spanned<Raw>>(text, options) {
        Ok(raw) => Ok(Builder { file, text }.node(raw)),
        Err(error) => Err(syntax_error(text, &error)),
    }
}

/// What serde hands over.
enum Raw {
    /// `~`, `null` or empty.
    Nothing,
    /// Text that was quoted, or plain and no other type.
    Text(String),
    /// A plain scalar that YAML takes for a number or a boolean; its spelling is in the file.
    Typed,
    /// A list.
    List(Vec<Spanned<Raw>>),
    /// A map.
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("YAML")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Text(text))
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Nothing)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(entry) = entries.next_element()? {
            list.push(entry);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}

/// Gives raw nodes their places.
struct Builder<'t> {
    file: u16,
    text: &'t str,
}

impl Builder<'_> {
    fn node(&self, raw: Spanned<Raw>) -> Node {
        let span = self.span(&raw.defined);
        let written = self.text.get(span.clone()).unwrap_or_default();
        let trimmed = written.trim_end();
        let span = span.start..span.start + trimmed.len();
        let kind = match raw.value {
            Raw::Nothing => Kind::Nothing,
            Raw::Typed => {
                Kind::Scalar(Scalar { text: trimmed.to_owned(), verbatim_at: Some(span.start) })
            }
            Raw::Text(text) => {
                let quoted = trimmed.starts_with(['"', '\'']);
                let inner = trimmed.get(1..trimmed.len().saturating_sub(1)).unwrap_or_default();
                let verbatim_at = if trimmed == text {
                    Some(span.start)
                } else if quoted && inner == text {
                    Some(span.start + 1)
                } else {
                    None
                };
                Kind::Scalar(Scalar { text, verbatim_at })
            }
            Raw::List(list) => Kind::List(list.into_iter().map(|entry| self.node(entry)).collect()),
            Raw::Map(map) => Kind::Map(
                map.into_iter()
                    .map(|(key, value)| {
                        let place = Place::new(self.file, self.span(&key.defined));
                        (Key { text: key.value, place }, self.node(value))
                    })
                    .collect(),
            ),
        };
        Node { place: Place::new(self.file, span), kind }
    }

    fn span(&self, location: &serde_saphyr::Location) -> Range<usize> {
        let span = location.span();
        let start = span.byte_offset().and_then(|at| usize::try_from(at).ok()).unwrap_or(0);
        let length = span.byte_len().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
        start..start + length
    }
}

/// The parser's word, its place in bytes, and a mend for the usual slips.
fn syntax_error(text: &str, error: &serde_saphyr::Error) -> SyntaxError {
    let (line, column) = error
        .location()
        .map_or((1, 1), |at| (at.line().max(1) as usize, at.column().max(1) as usize));
    let line_start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let rest = text.get(line_start..).unwrap_or_default();
    let start = line_start + rest.chars().take(column - 1).map(char::len_utf8).sum::<usize>();
    let whole = error.without_snippet().to_string();
    let message = whole.split(" at line ").next().unwrap_or(&whole).to_owned();
    let help = if message.contains("tab") {
        Some("indent with spaces, two for each level; YAML takes no tabs")
    } else if message.contains("mapping values are not allowed") {
        Some("put quotes around a text that holds a colon, and indent keys of one block alike")
    } else if message.contains("unclosed") || message.contains("EOF") {
        Some("close every quote and bracket that was opened")
    } else if message.contains("unexpected character") {
        Some("put quotes around a text that begins with one of @ ` % & * ! | >")
    } else if message.contains("expected ':'") {
        Some("write `key: value`, with a space after the colon")
    } else if message.contains("multiple YAML documents") {
        Some("remove the line `---`; each file holds one document")
    } else {
        None
    };
    let message = match message.as_str() {
        m if m.contains("multiple YAML documents") => "a second document begins here".to_owned(),
        _ => message,
    };
    let end = start + text.get(start..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8);
    SyntaxError { message, span: start..end, help }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scalars(node: &Node, out: &mut Vec<(String, bool)>) {
        match &node.kind {
            Kind::Nothing => out.push(("~".to_owned(), false)),
            Kind::Scalar(s) => out.push((s.text.clone(), s.verbatim_at.is_some())),
            Kind::List(list) => list.iter().for_each(|n| scalars(n, out)),
            Kind::Map(map) => map.iter().for_each(|(_, n)| scalars(n, out)),
        }
    }

    fn check(text: &str, expected: &[(&str, bool)]) {
        let mut found = Vec::new();
        scalars(&parse(0, text).expect("it is YAML"), &mut found);
        let found: Vec<_> = found.iter().map(|(text, at)| (text.as_str(), *at)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn scalars_keep_their_spelling() {
        check("a: 1.50", &[("1.50", true)]);
        check(
            "[yes, 007, 2026-01-01, 0x1f]",
            &[("yes", true), ("007", true), ("2026-01-01", true), ("0x1f", true)],
        );
        check("a: 'it''s'", &[("it's", false)]);
        check("a: \"é x\"  # no", &[("é x", true)]);
        check("a: one\n  two", &[("one two", false)]);
        check("a:\nb: ~", &[("~", false), ("~", false)]);
        check("\u{feff}a: x\r\nb: y\r\n", &[("x", true), ("y", true)]);
        check("a: &x 5\nb: *x", &[("5", true), ("5", true)]);
    }

    #[test]
    fn duplicate_keys_are_kept() {
        check("{a: 1, a: 2}", &[("1", true), ("2", true)]);
    }

    #[test]
    fn syntax_errors_have_a_place_in_bytes() {
        let error = parse(0, "é: b\nü: c: d\n").expect_err("no YAML");
        assert_eq!(error.span, 11..12, "{error:?}");
        assert!(error.help.is_some());
        for text in
            ["a: [1, 2\n", "a: \"x", "a:\n\t- b", "---\na: 1\n---\nb: 2", "a: @x", "? [a]\n: b"]
        {
            assert!(parse(0, text).is_err_and(|e| e.span.end <= text.len()), "{text}");
        }
        assert!(matches!(parse(0, "").map(|n| n.kind), Ok(Kind::Nothing)));
    }
}
