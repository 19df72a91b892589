//! Arguments as they are written: values as the locale writes them, texts, lists.

use super::{DEEPEST, Renderer, readable};
use crate::domain::ids::TextKey;
use crate::domain::reply::Arg;
use crate::domain::value::Value;
use crate::texts::format::Joint;
use crate::texts::spans::{Spans, harmless};

impl Renderer<'_> {
    /// Writes an argument.
    pub(super) fn arg(&mut self, arg: &Arg, out: &mut Spans) {
        if self.depth == DEEPEST {
            return;
        }
        self.depth += 1;
        match arg {
            Arg::Value(value) => self.value(value, out),
            Arg::Text(key) => {
                self.text(key.as_str(), None, &[], out);
            }
            Arg::Attribute(key, attribute) => {
                self.text(key.as_str(), Some(attribute), &[], out);
            }
            Arg::Part(part) => self.part(part, out),
            Arg::And(args) => self.list(Joint::And, args, out),
            Arg::Or(args) => self.list(Joint::Or, args, out),
            Arg::Lines(args) => {
                for item in self.items(args) {
                    out.push("\n• ", false);
                    out.append(item);
                }
            }
            Arg::Joined(args) => {
                for (index, item) in self.items(args).into_iter().enumerate() {
                    out.push(if index == 0 { "" } else { " " }, false);
                    out.append(item);
                }
            }
            Arg::Nothing => {}
        }
        self.depth -= 1;
    }

    /// Those that say something.
    fn items(&mut self, args: &[Arg]) -> Vec<Spans> {
        let rendered = args.iter().map(|arg| {
            let mut spans = Spans::default();
            self.arg(arg, &mut spans);
            spans
        });
        rendered.filter(|spans| !spans.is_blank()).collect()
    }

    fn list(&mut self, joint: Joint, args: &[Arg], out: &mut Spans) {
        let mut items = self.items(args);
        let texts: Vec<String> = items.iter().map(Spans::text).collect();
        self.bundle.formats.list(joint, &texts, |text, item| match item {
            Some(index) => out.append(std::mem::take(&mut items[index])),
            None => out.push(text, false),
        });
    }

    fn value(&mut self, value: &Value, out: &mut Spans) {
        let formats = &self.bundle.formats;
        match value {
            Value::Integer(n) => out.push(&formats.number((*n).into()), true),
            Value::Decimal(n) => out.push(&formats.number(*n), true),
            Value::Money(money) => out.push(&formats.money(money), true),
            Value::Quantity(quantity) => out.push(&formats.quantity(*quantity), true),
            Value::Moment(moment) => {
                out.push(&formats.moment(moment, self.scope.today()), true);
            }
            Value::Boolean(yes) => out.push(formats.boolean(*yes), false),
            Value::Choice(option) => {
                let key = TextKey::from(format!("option-{option}"));
                if !self.text(key.as_str(), None, &[], out) {
                    out.push(&readable(option.as_str()), true);
                }
            }
            Value::Choices(options) => {
                let options: Vec<Arg> = options
                    .iter()
                    .map(|option| Arg::Value(Value::Choice(option.clone())))
                    .collect();
                self.list(Joint::And, &options, out);
            }
            Value::Email(text) | Value::Phone(text) | Value::Place(text) | Value::Text(text) => {
                out.push(&harmless(text), true);
            }
        }
    }
}
