//! How many labelled lines are understood.

use std::io::Write;

use super::{query, read};
use crate::domain::understood::{Ask, Understood};

/// Labelled lines that none of the house's phrases was written for.
#[test]
fn labelled_utterances_reach_the_floor() {
    for (file, floor) in [
        (include_str!("../../../tests/utterances/en.tsv"), 0.85),
        (include_str!("../../../tests/utterances/de.tsv"), 0.85),
        (include_str!("../../../tests/utterances/es.tsv"), 0.85),
        (include_str!("../../../tests/utterances/pl.tsv"), 0.80),
    ] {
        let (mut right, mut all) = (0.0, 0.0f64);
        let mut misses = String::new();
        for line in file.lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            let [locale, expected, said] = fields.as_slice() else { panic!("{line}") };
            let understood = read(locale, said);
            all += 1.0;
            if means(&understood, expected) {
                right += 1.0;
            } else {
                let first = |s: Option<String>| s.unwrap_or_default();
                misses += &format!(
                    "{line}\t-> {} {} {}\n",
                    query(&understood),
                    first(
                        understood
                            .intents
                            .first()
                            .map(|i| format!("intent.{} {:.2}", i.id, i.confidence))
                    ),
                    first(
                        understood
                            .answers
                            .first()
                            .map(|a| format!("answer.{} {:.2}", a.id, a.confidence))
                    ),
                );
            }
        }
        let mut out = std::io::stdout().lock();
        writeln!(out, "{right} of {all}\n{misses}").expect("standard output takes lines");
        assert!(right / all >= floor, "{right} of {all}\n{misses}");
    }
}

/// Whether the main meaning is the expected one.
fn means(understood: &Understood, expected: &str) -> bool {
    let (kind, id) = expected.split_once('.').unwrap_or((expected, ""));
    let query = understood.catalogue.as_ref();
    let asks = |ask: Ask| query.filter(|q| q.ask == ask);
    let intent = understood.intents.first();
    let answer = understood.answers.first();
    match kind {
        "attribute" => {
            asks(Ask::Fact).is_some_and(|q| q.attributes.first().is_some_and(|a| *a == id))
        }
        "extreme" => {
            asks(Ask::Extreme).is_some_and(|q| q.extreme.as_ref().is_some_and(|e| e.0 == id))
        }
        "which" => asks(Ask::Which).is_some_and(|q| q.filters.iter().any(|f| f.attribute == id)),
        "compare" => asks(Ask::Compare).is_some(),
        "about" => asks(Ask::About).is_some_and(|q| q.products.iter().any(|p| *p == id)),
        "intent" => {
            query.is_none()
                && intent.is_some_and(|i| {
                    i.id == id && answer.is_none_or(|a| a.confidence <= i.confidence)
                })
        }
        "answer" => {
            query.is_none()
                && answer.is_some_and(|a| {
                    a.id == id && intent.is_none_or(|i| i.confidence <= a.confidence)
                })
        }
        _ => query.is_none() && intent.is_none() && answer.is_none(),
    }
}
