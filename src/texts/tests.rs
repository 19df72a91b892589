use chrono::NaiveDate;

use super::*;
use crate::domain::reply::Arg;
use crate::domain::value::{Quantity, Unit, Value};

mod formats;
mod loading;
mod rendering;

/// All threads share one.
const _: fn() = || {
    fn shared<T: Send + Sync>() {}
    shared::<Texts>();
};

/// A house's variables.
struct House(Vec<(&'static str, Arg)>);

impl Scope for House {
    fn variable(&self, name: &str) -> Option<Arg> {
        self.0.iter().find(|(id, _)| *id == name).map(|(_, arg)| arg.clone())
    }

    fn today(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(2026, 3, 4)
    }
}

fn load(files: &[(&str, &str)]) -> (Texts, Vec<Diagnostic>) {
    let files = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    let locales = ["en", "de", "es", "pl"].map(Locale::from);
    Texts::load(&files.collect(), &Locale::from("en"), &locales)
}

/// One text in every language.
fn loaded(texts: &[(&str, &str)]) -> Texts {
    let paths: Vec<(String, &str)> =
        texts.iter().map(|(locale, text)| (format!("locales/{locale}/a.ftl"), *text)).collect();
    let files: Vec<(&str, &str)> =
        paths.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let (texts, faults) = load(&files);
    assert!(faults.is_empty(), "{faults:?}");
    texts
}

fn everywhere(text: &str) -> Texts {
    loaded(&["en", "de", "es", "pl"].map(|locale| (locale, text)))
}

fn value(value: Value) -> Arg {
    Arg::Value(value)
}

fn text(words: &str) -> Arg {
    value(Value::Text(words.to_owned()))
}

fn amount(number: &str, unit: Unit) -> Arg {
    value(Value::Quantity(Quantity { amount: number.parse().unwrap(), unit }))
}

/// How an argument looks in a locale.
fn shown(locale: &str, arg: Arg) -> String {
    shown_as(locale, "{ $x }", &arg)
}

/// How it looks where a text uses it so.
fn shown_as(locale: &str, used: &str, arg: &Arg) -> String {
    let texts =
        everywhere(&format!("a = {used}\noption-bakery = Bakery\noption-courier = Courier"));
    texts.render_plain(&locale.into(), &Part::tell("a").with("x", arg.clone()), &House(vec![]))
}

#[track_caller]
fn in_all(arg: &Arg, expected: [&str; 4]) {
    let shown = ["en", "de", "es", "pl"].map(|locale| shown(locale, arg.clone()));
    assert_eq!(shown.each_ref().map(String::as_str), expected);
}

fn nbsp(text: &str) -> String {
    text.replace('_', "\u{a0}")
}

fn said(part: Part) -> Reply {
    Reply { parts: vec![part], ..Reply::default() }
}
