//! Fuzz target of the understanding: labelled utterances, cut, mixed, doubled and sprinkled with odd
//! characters. Nothing may panic, every span lies on character borders, the same input gives the
//! same result, and a long message is read in bounded time. It goes on for `DOCENT_FUZZ_SECONDS`
//! (20), from `DOCENT_FUZZ_SEED`, and tells the input that failed.
//!
//! Run it by `cargo bench --bench fuzz`; the figures at the end are of messages as they come and of
//! 10,000 characters.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

#[allow(dead_code, reason = "the benches share it, and each uses a part")]
#[path = "support/example.rs"]
mod example;
#[allow(dead_code, reason = "the benches share it, and each uses a part")]
#[path = "support/figures.rs"]
mod figures;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use docent::app::edition::{Models, load};
use docent::domain::understood::Context;
use docent::script::Sources;
use docent::understanding::Understanding;
use docent::understanding::vectors::Vectors;
use tokio::time::Instant;

use figures::Samples;

const FILES: [(&str, &str); 4] = [
    ("en", include_str!("../tests/entities/en.jsonl")),
    ("de", include_str!("../tests/entities/de.jsonl")),
    ("es", include_str!("../tests/entities/es.jsonl")),
    ("pl", include_str!("../tests/entities/pl.jsonl")),
];
const SLOTS: [&str; 7] =
    ["fleet_size", "load_kg", "callback_time", "city", "phone", "business", "contact_name"];
/// Characters that have bitten somebody: wide, combining, joined, turned, without width.
const ODD: [&str; 14] = [
    "\u{0}",
    "\u{301}",
    "\u{200d}",
    "\u{202e}",
    "\u{feff}",
    "ﬁ",
    "İ",
    "ẞ",
    "👩‍👩‍👧",
    "½",
    "٣",
    "𝟙",
    "\u{a0}",
    "…",
];

/// Everything that understands, trained once.
struct All;

impl Models for All {
    fn find(&self, _hash: &str) -> Option<Vec<u8>> {
        None
    }
    fn keep(&self, _hash: &str, _model: &[u8]) {}
    fn vectors(&self) -> Arc<Vectors> {
        let vectors = Vectors::default()
            .with_table(
                include_bytes!("../models/static-en/table.safetensors"),
                include_str!("../models/static-en/vocab.txt"),
            )
            .and_then(|vectors| {
                vectors.with_encoder(include_bytes!(
                    "../models/use-multilingual-v3/encoder.safetensors"
                ))
            });
        Arc::new(vectors.expect("the models that are shipped are whole"))
    }
}

fn setting(name: &str, usual: u64) -> u64 {
    #[expect(clippy::disallowed_methods, reason = "a bench is its own outer ring")]
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(usual)
}

fn main() {
    let sources = Sources::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")));
    let sources = sources.expect("the example is read");
    let loaded = load(&sources, example::now().date_naive(), &All);
    let house = loaded.edition.expect("the example loads").understanding;
    let seeds: Vec<(&str, String)> = FILES
        .iter()
        .flat_map(|(locale, file)| file.lines().map(move |line| (*locale, line)))
        .filter_map(|(locale, line)| {
            let line: serde_json::Value = serde_json::from_str(line).ok()?;
            Some((locale, line.get("text")?.as_str()?.to_owned()))
        })
        .collect();
    let seed = setting("DOCENT_FUZZ_SEED", 1);
    let mut random = fastrand::Rng::with_seed(seed);
    let (begin, all) = (Instant::now(), Duration::from_secs(setting("DOCENT_FUZZ_SECONDS", 20)));
    let (mut plain, mut long) = (Samples::default(), Samples::default());
    let mut tried = 0u64;
    while begin.elapsed() < all {
        let (locale, text) = &seeds[random.usize(..seeds.len())];
        let is_long = tried.is_multiple_of(64);
        let said =
            if is_long { heap(&seeds, &mut random) } else { mangle(text, &seeds, &mut random) };
        let context = Context {
            locale: Some((*locale).into()),
            slot: random.bool().then(|| SLOTS[random.usize(..SLOTS.len())].into()),
            today: Some(example::now().date_naive()),
            ..Context::default()
        };
        let start = Instant::now();
        let sound = catch_unwind(AssertUnwindSafe(|| is_sound(&house, &said, &context)));
        let samples = if is_long { &mut long } else { &mut plain };
        // It was understood twice, and its values were told once.
        samples.push(start.elapsed() / 2);
        tried += 1;
        assert!(
            matches!(sound, Ok(true)),
            "seed {seed}, try {tried}: {locale} {:?}: {said:?}",
            context.slot
        );
    }
    println!("{tried} messages, none broke anything");
    println!("as they come: p50 {:.0} us, p99 {:.0} us", plain.at(50), plain.at(99));
    println!("10,000 characters: p50 {:.0} us, p99 {:.0} us", long.at(50), long.at(99));
}

/// Whether spans are sound and the result is the same twice.
fn is_sound(house: &Understanding, said: &str, context: &Context) -> bool {
    let understood = house.understand(said, context);
    let spans = understood
        .entities
        .iter()
        .map(|entity| (entity.start, entity.end))
        .chain(house.entities(said, context).iter().map(|told| (told.start, told.end)))
        .all(|(start, end)| start < end && said.get(start..end).is_some());
    spans && understood == house.understand(said, context)
}

/// A message of 10,000 characters.
fn heap(seeds: &[(&str, String)], random: &mut fastrand::Rng) -> String {
    let mut said = String::new();
    while said.chars().count() < 10_000 {
        said.push_str(&mangle(&seeds[random.usize(..seeds.len())].1, seeds, random));
        said.push(' ');
    }
    said.chars().take(10_000).collect()
}

fn mangle(text: &str, seeds: &[(&str, String)], random: &mut fastrand::Rng) -> String {
    let mut letters: Vec<String> = text.chars().map(String::from).collect();
    for _ in 0..random.usize(0..6) {
        let at = random.usize(..=letters.len());
        match random.u8(0..7) {
            0 => letters.insert(at, ODD[random.usize(..ODD.len())].to_owned()),
            1 if at < letters.len() => drop(letters.remove(at)),
            2 if at < letters.len() => letters[at] = letters[at].to_uppercase(),
            3 => letters.insert(at, random.u32(0..100_000).to_string()),
            4 => letters.truncate(at),
            5 => {
                let other = &seeds[random.usize(..seeds.len())].1;
                let from = random.usize(..=other.chars().count());
                letters.extend(other.chars().skip(from).map(String::from));
            }
            _ if at + 1 < letters.len() => letters.swap(at, at + 1),
            _ => letters.push(random.char(..).to_string()),
        }
    }
    letters.concat()
}
