//! The smallest bad script for each code, with its frame, and the example, which has none.

use std::path::PathBuf;

use chrono::NaiveDate;
use docent::diagnostic::{Diagnostic, Location, Look, report};
use docent::domain::ids::Locale;
use docent::script::{KnownTexts, Sources, TextInfo, load};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 4).expect("a date")
}

/// Keys of texts and intents, by the lines that begin them: all that the YAML needs to know.
fn known_texts(sources: &Sources) -> KnownTexts {
    let mut texts = KnownTexts::default();
    for (path, text) in sources.files.iter().filter(|(path, _)| path.ends_with(".ftl")) {
        let locale = path.split('/').nth(1).unwrap_or_default();
        let known = texts.locales.entry(Locale::from(locale)).or_default();
        for line in text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            let Some((key, _)) = line.split_once('=') else {
                continue;
            };
            let key = key.trim().to_owned();
            let location = Location::file(path.clone());
            if let Some(intent) = key.strip_prefix("intent-") {
                texts.intents.insert(intent.into(), location.clone());
            }
            known.insert(key, TextInfo { location, variables: Default::default(), length: 0 });
        }
    }
    texts
}

fn shown(sources: &Sources, diagnostics: &[Diagnostic]) -> String {
    report(diagnostics, |path| sources.text(path), Look::Plain)
}

#[test]
fn the_example_has_no_faults() {
    let sources = Sources::read(&root()).expect("the example is there");
    let checked = load(&sources, &known_texts(&sources), today());
    let told = shown(&sources, &checked.diagnostics);
    assert!(checked.diagnostics.is_empty(), "{told}");
    assert!(checked.script.is_some());
}
