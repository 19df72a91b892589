//! Replies → spans of text, in one locale.
//!
//! Patterns are resolved here rather than by `fluent-bundle`, because the resolver must know at
//! each moment whether it writes a writer's words or an inserted value: an inserted value is text
//! and nothing else, whatever it looks like. [`choose`] selects variants, [`values`] writes
//! arguments.
//! Plural forms and formats come from ICU4X.

mod choose;
mod values;

use std::borrow::Cow;

use chrono::NaiveDate;

use super::bundle::Bundle;
use super::rendered::Missing;
use super::source::Piece;
use super::spans::Spans;
use super::within::WITHIN;
use crate::domain::reply::{Arg, Button, Choice, ChoiceId, Outbound, Part, Reply};
use crate::domain::value::Value;

/// How deep texts may stand within texts.
const DEEPEST: u8 = 16;

/// Where a text's variables come from, beside the part's own arguments, which come first.
pub trait Scope {
    /// The value of a variable: the house's (`phone`), a slot's, a product's attribute
    /// (`brotbote-price`). `None` when there is no such thing or it is not known.
    fn variable(&self, name: &str) -> Option<Arg>;

    /// The house's date, so that years that go without saying are left out.
    fn today(&self) -> Option<NaiveDate> {
        None
    }
}

/// No variables at all.
impl Scope for () {
    fn variable(&self, _name: &str) -> Option<Arg> {
        None
    }
}

/// Renders a reply in one locale. The second value counts the texts that are missing in it.
pub(super) fn reply(
    bundle: &Bundle,
    reply: &Reply,
    scope: &dyn Scope,
) -> (Outbound, Vec<Missing>, usize) {
    let mut renderer = Renderer { bundle, scope, missing: Vec::new(), absent: 0, depth: 0 };
    let mut spans = Spans::default();
    for part in &reply.parts {
        let mut said = Spans::default();
        renderer.part(part, &mut said);
        if said.is_blank() {
            continue;
        }
        if !spans.0.is_empty() {
            spans.push("\n\n", false);
        }
        spans.append(said);
    }
    let choices = reply.choices.iter().map(|choice| renderer.button(choice)).collect();
    let outbound = Outbound {
        v: 1,
        spans: spans.0,
        choices,
        picture: reply.picture.clone(),
        unreachable: None,
        reps: Default::default(),
    };
    (outbound, renderer.missing, renderer.absent)
}

/// Renders one part in one locale, as [`reply`] does.
pub(super) fn plain(
    bundle: &Bundle,
    part: &Part,
    scope: &dyn Scope,
) -> (String, Vec<Missing>, usize) {
    let mut renderer = Renderer { bundle, scope, missing: Vec::new(), absent: 0, depth: 0 };
    let mut spans = Spans::default();
    renderer.part(part, &mut spans);
    (spans.text(), renderer.missing, renderer.absent)
}

struct Renderer<'a> {
    bundle: &'a Bundle,
    scope: &'a dyn Scope,
    missing: Vec<Missing>,
    /// How many texts the locale lacks.
    absent: usize,
    depth: u8,
}

/// The arguments in force while a text is rendered.
#[derive(Clone, Copy)]
struct Frame<'a> {
    key: &'a str,
    args: &'a [(String, Arg)],
    /// Those of a term, which sees no others.
    term: Option<&'a [(Box<str>, Piece)]>,
}

impl<'a> Renderer<'a> {
    fn part(&mut self, part: &Part, out: &mut Spans) {
        let (mut key, mut attribute) = (part.key.as_str(), part.attribute.as_deref());
        if let Some(general) = &part.general
            && self.bundle.text(key, attribute).is_none()
        {
            (key, attribute) = (general.as_str(), None);
        }
        self.text(key, attribute, &part.args, out);
    }

    fn button(&mut self, choice: &Choice) -> Button {
        let mut label = Spans::default();
        // The text of an answer is too long for a button.
        let short = matches!(choice.id, ChoiceId::Answer(_)).then_some("label");
        let short =
            short.filter(|name| self.bundle.text(choice.label.as_str(), Some(name)).is_some());
        let time = match &choice.id {
            ChoiceId::Time(at) => vec![("time".to_owned(), Arg::moment(*at))],
            _ => Vec::new(),
        };
        self.text(choice.label.as_str(), short, &time, &mut label);
        let mut label = label.text();
        if label.trim().is_empty() {
            // Better an odd word than a way that nobody can take.
            label = readable(choice.id.to_string().split_once('.').map_or("", |(_, id)| id));
        }
        Button { id: choice.id.clone(), label }
    }

    fn text(
        &mut self,
        key: &str,
        attribute: Option<&str>,
        args: &[(String, Arg)],
        out: &mut Spans,
    ) -> bool {
        match self.bundle.text(key, attribute) {
            Some(text) => {
                self.pattern(&text.pattern, Frame { key, args, term: None }, out);
                true
            }
            None => {
                self.absent += 1;
                self.missing.push(Missing::Text {
                    locale: self.bundle.locale.clone(),
                    key: key.to_owned(),
                    attribute: attribute.map(str::to_owned),
                });
                false
            }
        }
    }

    fn pattern(&mut self, pattern: &[Piece], frame: Frame<'_>, out: &mut Spans) {
        if self.depth == DEEPEST {
            self.missing.push(Missing::Loop { key: frame.key.to_owned() });
            return;
        }
        self.depth += 1;
        for piece in pattern {
            self.piece(piece, frame, out);
        }
        self.depth -= 1;
    }

    fn piece(&mut self, piece: &Piece, frame: Frame<'_>, out: &mut Spans) {
        match piece {
            Piece::Text(text) => out.push(text, false),
            Piece::Number(number) => out.push(&self.bundle.formats.number(*number), false),
            Piece::Variable(name) => match Self::term_argument(name, frame) {
                Some(Some(argument)) => {
                    self.piece(argument, Frame { term: Some(&[]), ..frame }, out);
                }
                Some(None) => self.unknown(name, frame),
                None => match self.variable(name, frame) {
                    Some(arg) => self.arg(&arg, out),
                    None if self.within(name, frame, out) => {}
                    None => self.unknown(name, frame),
                },
            },
            Piece::Bare(name) => match self.variable(name, frame).as_deref() {
                Some(Arg::Value(value)) if value.number().is_some() => {
                    let number = value.number().unwrap_or_default();
                    out.push(&self.bundle.formats.number(number), true);
                }
                Some(arg) => self.arg(arg, out),
                None => self.unknown(name, frame),
            },
            Piece::Message(key, attribute) => {
                self.text(key, attribute.as_deref(), frame.args, out);
            }
            Piece::Term(key, attribute, arguments) => {
                let bundle = self.bundle;
                match bundle.term(key, attribute.as_deref()) {
                    Some(text) => {
                        let frame = Frame { term: Some(arguments), ..frame };
                        self.pattern(&text.pattern, frame, out);
                    }
                    None => {
                        self.absent += 1;
                        self.missing.push(Missing::Text {
                            locale: bundle.locale.clone(),
                            key: format!("-{key}"),
                            attribute: attribute.as_deref().map(str::to_owned),
                        });
                    }
                }
            }
            Piece::Select(select) => {
                let variant = self.choose(select, frame);
                if let Some((_, pattern)) = select.variants.get(variant) {
                    self.pattern(pattern, frame, out);
                }
            }
        }
    }

    /// Within a term: the argument it was given, if it was.
    fn term_argument<'f>(name: &str, frame: Frame<'f>) -> Option<Option<&'f Piece>> {
        let arguments = frame.term?;
        Some(arguments.iter().find(|(id, _)| **id == *name).map(|(_, piece)| piece))
    }

    fn variable<'f>(&self, name: &str, frame: Frame<'f>) -> Option<Cow<'f, Arg>> {
        if frame.term.is_some() {
            return None;
        }
        match frame.args.iter().find(|(id, _)| id == name) {
            Some((_, arg)) => Some(Cow::Borrowed(arg)),
            None => self.scope.variable(name).map(Cow::Owned),
        }
    }

    /// Writes a day as it stands within a sentence. Tells whether it was one.
    fn within(&mut self, name: &str, frame: Frame<'_>, out: &mut Spans) -> bool {
        let Some(arg) = name.strip_suffix(WITHIN).and_then(|name| self.variable(name, frame))
        else {
            return false;
        };
        match arg.as_ref() {
            Arg::Value(Value::Moment(moment)) => {
                let today = self.scope.today();
                out.push(&self.bundle.formats.moment_within(moment, today), true);
            }
            other => self.arg(other, out),
        }
        true
    }

    fn unknown(&mut self, name: &str, frame: Frame<'_>) {
        let (key, name) = (frame.key.to_owned(), name.to_owned());
        self.missing.push(Missing::Variable { key, name });
    }

    fn spoken(&mut self, piece: &Piece, frame: Frame<'_>) -> String {
        let mut spans = Spans::default();
        self.piece(piece, frame, &mut spans);
        spans.text()
    }
}

/// An id as a last resort for a word.
fn readable(id: &str) -> String {
    id.replace('_', " ")
}
