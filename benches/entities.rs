//! How long finding the typed values of a message takes: the labelled utterances, and heaps of
//! them of 1,000 and 10,000 characters.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

#[allow(dead_code, reason = "the benches share it, and each uses a part")]
#[path = "support/example.rs"]
mod example;
#[allow(dead_code, reason = "the benches share it, and each uses a part")]
#[path = "support/figures.rs"]
mod figures;

use std::hint::black_box;

use docent::domain::understood::Context;
use tokio::time::Instant;

use figures::{Samples, verdict};

const FILES: [(&str, &str); 4] = [
    ("en", include_str!("../tests/entities/en.jsonl")),
    ("de", include_str!("../tests/entities/de.jsonl")),
    ("es", include_str!("../tests/entities/es.jsonl")),
    ("pl", include_str!("../tests/entities/pl.jsonl")),
];
/// What a message of 10,000 characters may take, all but one in a hundred, in microseconds.
const LONG: f64 = 20_000.0;

fn main() {
    let edition = example::edition();
    for (locale, file) in FILES {
        let lines: Vec<String> = file
            .lines()
            .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
            .filter_map(|line| Some(line.get("text")?.as_str()?.to_owned()))
            .collect();
        let context = Context {
            locale: Some(locale.into()),
            today: Some(example::now().date_naive()),
            ..Context::default()
        };
        for length in [0, 1_000, 10_000] {
            let messages: Vec<String> = (0..lines.len())
                .map(|at| match length {
                    0 => lines[at].clone(),
                    _ => lines[at..]
                        .iter()
                        .cycle()
                        .flat_map(|l| l.chars().chain([' ']))
                        .take(length)
                        .collect(),
                })
                .collect();
            let mut samples = Samples::default();
            for round in 0..3 {
                for message in &messages {
                    let start = Instant::now();
                    black_box(edition.understanding.entities(black_box(message), &context));
                    if round > 0 {
                        samples.push(start.elapsed());
                    }
                }
            }
            let (middle, late) = (samples.at(50), samples.at(99));
            let named =
                if length == 0 { "as written".to_owned() } else { format!("{length} characters") };
            println!("{locale} {named:<18} p50 {middle:>8.0} µs  p99 {late:>8.0} µs");
            if length == 10_000 {
                println!("   p99 under {LONG:.0} µs: {}", verdict(late < LONG));
            }
        }
    }
}
