//! Fluent source → patterns that rendering walks, and what the checks must know about them.
//!
//! The syntax tree carries no positions, but its strings are slices of the source: a slice's
//! distance from the start of the source is its position.

use std::borrow::Cow;
use std::ops::Range;

use fluent_syntax::ast;
use fluent_syntax::parser::{self, ParserError};
use fluent_syntax::unicode::unescape_unicode_to_string;
use icu::plurals::PluralCategory;
use rust_decimal::Decimal;

/// One parsed file.
pub(super) struct Parsed {
    pub(super) entries: Vec<Entry>,
    pub(super) errors: Vec<ParserError>,
}

/// A message or a term, as it stands in a file.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) id: Box<str>,
    /// Whether it is a term (`-brand`), which only other texts can use.
    pub(super) is_term: bool,
    /// Where the id stands.
    pub(super) span: Range<usize>,
    pub(super) value: Option<Text>,
    pub(super) attributes: Vec<(Box<str>, Text)>,
    /// The lists `.said`, `.most` and `.least`.
    pub(super) phrases: Vec<(Box<str>, Phrases)>,
}

/// A message's value or one of its attributes.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) pattern: Pattern,
    /// Where its id (the message's or the attribute's) stands.
    pub(super) span: Range<usize>,
    /// Where the words stand.
    pub(super) body: Range<usize>,
    pub(super) uses: Vec<Use>,
}

/// What people say: one phrase an entry, with its place.
#[derive(Debug)]
pub(super) struct Phrases {
    pub(super) span: Range<usize>,
    pub(super) list: Vec<(Box<str>, Range<usize>)>,
    /// Placeables that a phrase cannot have.
    pub(super) uses: Vec<Use>,
}

/// A name in a text that must mean something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Use {
    pub(super) name: Name,
    pub(super) span: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Name {
    Variable(Box<str>),
    Message(Box<str>, Option<Box<str>>),
    Term(Box<str>, Option<Box<str>>),
    Function(Box<str>),
    /// A named option of a function.
    Option(Box<str>),
}

pub(super) type Pattern = Box<[Piece]>;

/// A piece of a text.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Text(Box<str>),
    Number(Decimal),
    Variable(Box<str>),
    /// `NUMBER($x)`: the number of an amount, without its unit.
    Bare(Box<str>),
    Message(Box<str>, Option<Box<str>>),
    Term(Box<str>, Option<Box<str>>, Box<[(Box<str>, Piece)]>),
    Select(Box<Select>),
}

/// One of several texts, by a value.
#[derive(Clone, Debug)]
pub(super) struct Select {
    pub(super) selector: Piece,
    pub(super) variants: Box<[(Key, Pattern)]>,
    pub(super) default: usize,
}

/// What a variant stands for.
#[derive(Clone, Debug)]
pub(super) enum Key {
    Number(Decimal),
    Word(Box<str>, Option<PluralCategory>),
}

/// Attributes that hold phrases rather than a text, and whether commas part them too.
pub(super) fn is_phrase_list(attribute: &str) -> Option<bool> {
    match attribute {
        "said" => Some(false),
        "most" | "least" => Some(true),
        _ => None,
    }
}

/// Parses a file. What cannot be parsed is told, the rest is kept.
pub(super) fn parse(source: &str) -> Parsed {
    // Some editors put a mark at the beginning, which Fluent takes for a letter.
    let text = source.strip_prefix('\u{feff}').unwrap_or(source);
    let before = source.len() - text.len();
    let text = &*without_cut_letters(text);
    let (resource, mut errors) = match parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    for error in &mut errors {
        error.pos = error.pos.start + before..error.pos.end + before;
        error.slice = error.slice.take().map(|range| range.start + before..range.end + before);
    }
    let lower = Lower { source: text, before };
    let entries = resource
        .body
        .iter()
        .filter_map(|entry| match entry {
            ast::Entry::Message(m) => {
                Some(lower.entry(&m.id, false, m.value.as_ref(), &m.attributes))
            }
            ast::Entry::Term(t) => Some(lower.entry(&t.id, true, Some(&t.value), &t.attributes)),
            _ => None,
        })
        .collect();
    Parsed { entries, errors }
}

/// The parser cuts an escape like `\u00é` in the middle of its last letter and panics. With `?` for
/// each byte of such a letter it tells a faulty escape instead, and everything keeps its place.
fn without_cut_letters(text: &str) -> Cow<'_, str> {
    let mut mended = Cow::Borrowed(text);
    for (at, _) in text.match_indices("\\u").chain(text.match_indices("\\U")) {
        let after = &text[at + 2..];
        let digits = after.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        if let Some(letter) = after[digits..].chars().next().filter(|c| !c.is_ascii()) {
            let from = at + 2 + digits;
            let width = letter.len_utf8();
            mended.to_mut().replace_range(from..from + width, &"?".repeat(width));
        }
    }
    mended
}

struct Lower<'s> {
    source: &'s str,
    /// How many bytes of the file stand before the source.
    before: usize,
}

impl<'s> Lower<'s> {
    fn span(&self, slice: &str) -> Range<usize> {
        let start = (slice.as_ptr() as usize).saturating_sub(self.source.as_ptr() as usize);
        let start = self.before + start;
        start..start + slice.len()
    }

    fn entry(
        &self,
        id: &ast::Identifier<&'s str>,
        is_term: bool,
        value: Option<&ast::Pattern<&'s str>>,
        attributes: &[ast::Attribute<&'s str>],
    ) -> Entry {
        let mut entry = Entry {
            id: id.name.into(),
            is_term,
            span: self.span(id.name),
            value: value.map(|pattern| self.text(id.name, pattern)),
            attributes: Vec::new(),
            phrases: Vec::new(),
        };
        for attribute in attributes {
            let name = attribute.id.name;
            match is_phrase_list(name) {
                Some(commas) if !is_term => {
                    entry.phrases.push((name.into(), self.phrases(name, &attribute.value, commas)))
                }
                _ => entry.attributes.push((name.into(), self.text(name, &attribute.value))),
            }
        }
        entry
    }

    fn text(&self, id: &str, pattern: &ast::Pattern<&'s str>) -> Text {
        let mut uses = Vec::new();
        let mut body = None;
        let pattern = self.pattern(pattern, &mut uses, &mut body);
        let span = self.span(id);
        let body = body.unwrap_or(span.end..span.end);
        Text { pattern, span, body, uses }
    }

    fn pattern(
        &self,
        pattern: &ast::Pattern<&'s str>,
        uses: &mut Vec<Use>,
        body: &mut Option<Range<usize>>,
    ) -> Pattern {
        let mut pieces: Vec<Piece> = Vec::new();
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => {
                    widen(body, &self.span(value));
                    match pieces.last_mut() {
                        Some(Piece::Text(text)) => *text = format!("{text}{value}").into(),
                        _ => pieces.push(Piece::Text((*value).into())),
                    }
                }
                ast::PatternElement::Placeable { expression } => {
                    let piece = self.expression(expression, uses, body);
                    pieces.push(piece);
                }
            }
        }
        pieces.into()
    }

    fn expression(
        &self,
        expression: &ast::Expression<&'s str>,
        uses: &mut Vec<Use>,
        body: &mut Option<Range<usize>>,
    ) -> Piece {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline, uses, body),
            ast::Expression::Select { selector, variants } => {
                let selector = self.inline(selector, uses, body);
                let default = variants.iter().position(|v| v.default).unwrap_or(0);
                let variants = variants
                    .iter()
                    .map(|variant| (key(&variant.key), self.pattern(&variant.value, uses, body)))
                    .collect();
                Piece::Select(Box::new(Select { selector, variants, default }))
            }
        }
    }

    fn inline(
        &self,
        inline: &ast::InlineExpression<&'s str>,
        uses: &mut Vec<Use>,
        body: &mut Option<Range<usize>>,
    ) -> Piece {
        let mut note = |name, slice: &str| {
            let span = self.span(slice);
            widen(body, &span);
            uses.push(Use { name, span });
        };
        let owned =
            |id: &Option<ast::Identifier<&'s str>>| id.as_ref().map(|id| Box::<str>::from(id.name));
        match inline {
            ast::InlineExpression::StringLiteral { value } => {
                widen(body, &self.span(value));
                Piece::Text(unescape_unicode_to_string(value).into())
            }
            ast::InlineExpression::NumberLiteral { value } => {
                widen(body, &self.span(value));
                number(value).map_or_else(|| Piece::Text((*value).into()), Piece::Number)
            }
            ast::InlineExpression::VariableReference { id } => {
                note(Name::Variable(id.name.into()), id.name);
                Piece::Variable(id.name.into())
            }
            ast::InlineExpression::MessageReference { id, attribute } => {
                note(Name::Message(id.name.into(), owned(attribute)), id.name);
                Piece::Message(id.name.into(), owned(attribute))
            }
            ast::InlineExpression::TermReference { id, attribute, arguments } => {
                note(Name::Term(id.name.into(), owned(attribute)), id.name);
                let named = arguments.iter().flat_map(|arguments| &arguments.named);
                let arguments = named
                    .map(|a| (Box::<str>::from(a.name.name), self.inline(&a.value, uses, body)))
                    .collect();
                Piece::Term(id.name.into(), owned(attribute), arguments)
            }
            ast::InlineExpression::FunctionReference { id, arguments } => {
                note(Name::Function(id.name.into()), id.name);
                for option in &arguments.named {
                    note(Name::Option(option.name.name.into()), option.name.name);
                }
                let first = arguments.positional.first();
                match first.map(|argument| self.inline(argument, uses, body)) {
                    Some(Piece::Variable(name)) if id.name == "NUMBER" => Piece::Bare(name),
                    Some(piece) => piece,
                    None => Piece::Text("".into()),
                }
            }
            ast::InlineExpression::Placeable { expression } => {
                self.expression(expression, uses, body)
            }
        }
    }

    /// One phrase a line; a line may be put together from text and quoted strings.
    fn phrases(&self, id: &str, pattern: &ast::Pattern<&'s str>, commas: bool) -> Phrases {
        let mut uses = Vec::new();
        let mut list = PhraseList::default();
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => {
                    let mut at = self.span(value).start;
                    for piece in value.split_inclusive(|c| c == '\n' || (commas && c == ',')) {
                        let words = piece.trim_end_matches(['\n', '\r']);
                        let words = if commas { words.trim_end_matches(',') } else { words };
                        list.push(words, at..at + words.len());
                        at += piece.len();
                        if words.len() < piece.len() {
                            list.close();
                        }
                    }
                }
                ast::PatternElement::Placeable { expression } => {
                    let known = uses.len();
                    let mut body = None;
                    let piece = self.expression(expression, &mut uses, &mut body);
                    if let (Piece::Text(text), true, Some(span)) =
                        (piece, uses.len() == known, body)
                    {
                        list.push(&text, span);
                    }
                }
            }
        }
        list.close();
        Phrases { span: self.span(id), list: list.done, uses }
    }
}

#[derive(Default)]
struct PhraseList {
    words: String,
    span: Option<Range<usize>>,
    done: Vec<(Box<str>, Range<usize>)>,
}

impl PhraseList {
    fn push(&mut self, words: &str, span: Range<usize>) {
        let blank = words.len() - words.trim_start().len();
        let start = if self.words.trim().is_empty() { span.start + blank } else { span.start };
        let end = span.end - (words.len() - words.trim_end().len());
        if !words.trim().is_empty() {
            widen(&mut self.span, &(start.min(end)..end));
        }
        self.words.push_str(words);
    }

    fn close(&mut self) {
        let words = std::mem::take(&mut self.words);
        if let Some(span) = self.span.take() {
            self.done.push((words.trim().into(), span));
        }
    }
}

fn widen(range: &mut Option<Range<usize>>, by: &Range<usize>) {
    *range = Some(match range.take() {
        None => by.clone(),
        Some(old) => old.start.min(by.start)..old.end.max(by.end),
    });
}

fn key(key: &ast::VariantKey<&str>) -> Key {
    match key {
        ast::VariantKey::Identifier { name } => {
            Key::Word((*name).into(), PluralCategory::get_for_cldr_string(name))
        }
        ast::VariantKey::NumberLiteral { value } => {
            number(value).map_or_else(|| Key::Word((*value).into(), None), Key::Number)
        }
    }
}

fn number(literal: &str) -> Option<Decimal> {
    literal.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escape_cut_short_by_a_wide_letter_is_told_where_it_stands() {
        for source in ["b = {\"\\u00’\"}", "\u{feff}b = {\"\\U𝒳\"}\nc = d", "b = {\"\\u\u{e9}\"}"]
        {
            let parsed = parse(source);
            let error = parsed.errors.first().expect("a faulty escape");
            assert!(source.is_char_boundary(error.pos.start), "{source}: {error:?}");
        }
    }
}
