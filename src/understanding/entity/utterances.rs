//! Scores what is found against `tests/entities`, written before the extractor and by somebody
//! else. An utterance counts as exact when every value in it is found with its kind, its value and
//! its unit at its place, and nothing else is.

#![expect(clippy::print_stdout, reason = "what is missed is told in lines")]

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::Deserialize;
use serde_json::Value as Json;

use super::{Open, Places, Said, Setting, Told, find, tell};
use crate::understanding::normalize::{Text, fold};
use crate::understanding::vocabulary::Vocabulary;

const FILES: [(&str, &str); 4] = [
    ("en", include_str!("../../../tests/entities/en.jsonl")),
    ("de", include_str!("../../../tests/entities/de.jsonl")),
    ("es", include_str!("../../../tests/entities/es.jsonl")),
    ("pl", include_str!("../../../tests/entities/pl.jsonl")),
];

#[derive(Deserialize)]
struct Line {
    text: String,
    country: Option<String>,
    now: String,
    entities: Vec<Label>,
    #[serde(default)]
    trap: bool,
}

#[derive(Deserialize)]
struct Label {
    kind: String,
    value: Option<Json>,
    unit: Option<String>,
    text: String,
    nth: Option<usize>,
    #[serde(default)]
    vague: bool,
}

impl Label {
    /// The bytes of the label in its line.
    fn span(&self, line: &str) -> (usize, usize) {
        let starts: Vec<usize> = line
            .char_indices()
            .map(|c| c.0)
            .filter(|&i| line[i..].starts_with(&self.text))
            .collect();
        let start = starts[self.nth.unwrap_or(1) - 1];
        (start, start + self.text.len())
    }

    fn is(&self, told: &Told, line: &str) -> bool {
        let (start, end) = self.span(line);
        if told.kind != self.kind || told.start >= end || told.end <= start {
            return false;
        }
        let Some(value) = &self.value else { return told.value().is_none() };
        let Some(said) = told.value() else { return false };
        let (here, there) = (unit(self.unit.as_deref()), unit(told.unit.as_deref()));
        if here.0 != there.0 {
            return false;
        }
        let near = |wanted: &Json, found: Option<f64>| match (wanted.as_f64(), found) {
            (Some(a), Some(b)) => {
                let room = if self.vague { 0.5 } else { 0.002 };
                (a * here.1 - b * there.1).abs() <= (a * here.1).abs() * room + 1e-6
            }
            (None, None) => wanted.is_null(),
            _ => false,
        };
        let number = |n: &rust_decimal::Decimal| n.to_string().parse::<f64>().ok();
        let day = |json: &Json| json.as_str().and_then(|s| s.parse::<NaiveDate>().ok());
        match said {
            Said::Number(n) => near(value, number(n)),
            Said::Range(from, to) => {
                near(&value["from"], from.as_ref().and_then(number))
                    && near(&value["to"], to.as_ref().and_then(number))
            }
            Said::Date(date) => {
                let wanted = day(value).expect("a date");
                wanted == *date || (self.vague && (wanted - *date).num_days().abs() <= 3)
            }
            Said::Period(from, to) => {
                let (a, b) = (day(&value["from"]), day(&value["to"]));
                let (a, b) = (a.or(b).expect("a day"), b.or(a).expect("a day"));
                (a == *from && b == *to) || (self.vague && a <= *to && *from <= b)
            }
            Said::Time(time) => {
                let wanted = value.as_str().expect("a time");
                NaiveTime::parse_from_str(wanted, "%H:%M").ok() == Some(*time)
            }
            Said::Words(words) => {
                let wanted = value.as_str().expect("words");
                match told.kind {
                    "person" => name(wanted) == name(words),
                    "company" | "place" => fold(wanted) == fold(words),
                    _ => wanted == words,
                }
            }
        }
    }
}

/// A name without titles.
fn name(name: &str) -> String {
    let titles =
        ["dr", "mr", "mrs", "ms", "frau", "herr", "herrn", "pan", "pani", "senor", "senora", "ing"];
    let folded = fold(name);
    let kept: Vec<&str> = folded.split(' ').filter(|w| !titles.contains(w)).collect();
    kept.join(" ")
}

/// What a unit measures, and how many of the base it is.
fn unit(name: Option<&str>) -> (String, f64) {
    let known = [
        ("kg", "mass", 1.0),
        ("g", "mass", 0.001),
        ("t", "mass", 1000.0),
        ("lb", "mass", 0.453_592_37),
        ("km", "length", 1000.0),
        ("mi", "length", 1609.344),
        ("m", "length", 1.0),
        ("cm", "length", 0.01),
        ("mm", "length", 0.001),
        ("in", "length", 0.0254),
        ("ft", "length", 0.3048),
        ("l", "volume", 1.0),
        ("m3", "volume", 1000.0),
        ("ft3", "volume", 28.316_846_592),
        ("s", "time", 1.0),
        ("min", "time", 60.0),
        ("h", "time", 3600.0),
        ("day", "time", 86400.0),
        ("week", "time", 604_800.0),
        ("month", "time", 2_629_746.0),
        ("year", "time", 31_556_952.0),
        ("Wh", "energy", 1.0),
        ("kWh", "energy", 1000.0),
        ("km/h", "speed", 1.0),
        ("mph", "speed", 1.609_344),
    ];
    let name = name.unwrap_or_default();
    known
        .iter()
        .find(|k| k.0 == name)
        .map_or_else(|| (name.to_owned(), 1.0), |k| (k.1.to_owned(), k.2))
}

/// What is told of a line.
fn told(places: &Places, vocabulary: &Vocabulary, line: &Line) -> Vec<Told> {
    let now = line.now.get(..19).and_then(|n| n.parse::<NaiveDateTime>().ok()).expect("a moment");
    let text = Text::new(&line.text);
    let tags = vocabulary.tag(&text);
    let setting = Setting {
        country: "AT",
        currency: "EUR",
        today: Some(now.date()),
        clock: Some(now.time()),
        home: line.country.as_deref(),
        agreed: None,
        named: false,
        open: Open::Other,
        places,
    };
    tell(&text, &find(&text, &tags, vocabulary, setting))
}

#[derive(Default)]
struct Score {
    lines: usize,
    exact: usize,
    traps: usize,
    traps_kept: usize,
    labels: usize,
    found: usize,
    extra: usize,
}

#[test]
fn entities_are_exact() {
    let places = Places::new();
    let mut scores: BTreeMap<(&str, &str), Score> = BTreeMap::new();
    for (locale, file) in FILES {
        let vocabulary = Vocabulary::of(locale);
        for (number, line) in file.lines().enumerate() {
            let line: Line = serde_json::from_str(line).expect("a line");
            let half = if number % 2 == 1 { "even" } else { "odd" };
            let mut left = told(&places, &vocabulary, &line);
            let all = left.clone();
            let labels = line.entities.len();
            let mut missed = Vec::new();
            for label in &line.entities {
                match left.iter().position(|t| label.is(t, &line.text)) {
                    Some(at) => drop(left.remove(at)),
                    None => missed.push(format!("{} {}", label.kind, label.text)),
                }
            }
            let exact = missed.is_empty() && left.is_empty();
            for key in [(half, locale), (half, "all")] {
                let score = scores.entry(key).or_default();
                score.lines += 1;
                score.exact += usize::from(exact);
                score.traps += usize::from(line.trap);
                score.traps_kept += usize::from(line.trap && exact);
                score.labels += labels;
                score.found += labels - missed.len();
                score.extra += left.len();
            }
            if !exact {
                let said: Vec<String> = all.iter().map(|t| shown(t, &line.text)).collect();
                let told = said.join("; ");
                println!(
                    "{locale}:{} {:?}
    missed {missed:?}  told {told}",
                    number + 1,
                    line.text
                );
            }
        }
    }
    for ((half, locale), s) in &scores {
        println!(
            "{half:<4} {locale:<3}  utterances {}/{} = {:.1} %  traps {}/{}  values {}/{} = {:.1} %  extra {}",
            s.exact,
            s.lines,
            percent(s.exact, s.lines),
            s.traps_kept,
            s.traps,
            s.found,
            s.labels,
            percent(s.found, s.labels),
            s.extra
        );
    }
    for half in ["even", "odd"] {
        let s = &scores[&(half, "all")];
        let floor = if half == "even" { 97.0 } else { 94.0 };
        assert!(percent(s.exact, s.lines) >= floor, "{half}: below {floor} %");
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    let (part, whole) = (u32::try_from(part), u32::try_from(whole));
    100.0 * f64::from(part.unwrap_or(0)) / f64::from(whole.unwrap_or(1))
}

fn shown(told: &Told, line: &str) -> String {
    let unit = told.unit.as_deref().unwrap_or_default();
    format!("{} {:?} {unit} [{}]", told.kind, told.readings, &line[told.start..told.end])
}
