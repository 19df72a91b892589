//! Phrases of one language that serve another, and slips.

use std::sync::{Arc, LazyLock};

use super::{Understanding, context, lexicon};
use crate::domain::ids::Locale;
use crate::domain::lexicon::Lexicon;
use crate::understanding::vectors::Vectors;

static ENCODER: &[u8] = include_bytes!("../../../models/use-multilingual-v3/encoder.safetensors");

/// The test house, in which German people's words for intents and answers are not written down.
fn without_german() -> Lexicon {
    let mut lexicon = lexicon();
    lexicon.locales.retain(|locale, _| ["en", "de"].contains(&locale.as_str()));
    if let Some(german) = lexicon.locales.get_mut(&Locale::from("de")) {
        german.intents.values_mut().chain(german.answers.values_mut()).for_each(Vec::clear);
    }
    lexicon
}

static LENT: LazyLock<Understanding> = LazyLock::new(|| {
    let vectors = Vectors::default().with_encoder(ENCODER).expect("the encoder's file");
    Understanding::train(&without_german(), &Arc::new(vectors))
});

#[test]
fn german_is_understood_from_english_phrases() {
    let borrowed = Understanding::borrowed(&without_german());
    assert!(borrowed.iter().any(|(locale, count, _)| locale.as_str() == "de" && *count > 10));
    let lines = [
        ("Ich möchte mit einem Menschen sprechen", "human"),
        ("Kann ich eine Probefahrt machen?", "wants_test_ride"),
        ("Können Sie mir ein Angebot schicken?", "wants_quote"),
        ("Welche Räder habt ihr?", "list_products"),
        ("Bitte von vorne anfangen", "start_over"),
        ("Ich schreibe eine Arbeit für mein Studium", "student"),
    ];
    let taken: Vec<String> = lines
        .iter()
        .map(|(said, _)| {
            let understood = LENT.understand(said, &context("de"));
            understood.intents.first().map(|i| i.id.to_string()).unwrap_or_default()
        })
        .collect();
    let right = taken.iter().zip(&lines).filter(|(taken, line)| *taken == line.1).count();
    assert!(right >= 4, "{taken:?}");
    let alone = Understanding::train(&without_german(), &Arc::default());
    // Who wants a person is heard by closed words, whoever lends.
    let understood = alone.understand(lines[1].0, &context("de"));
    assert!(understood.intents.is_empty(), "{:?}", understood.intents);
}

#[test]
fn a_stored_form_is_of_its_models() {
    let bytes = LENT.to_bytes();
    assert!(Understanding::from_bytes(&without_german(), &Arc::default(), &bytes).is_none());
    let vectors = Vectors::default().with_encoder(ENCODER).expect("the encoder's file");
    let again = Understanding::from_bytes(&without_german(), &Arc::new(vectors), &bytes)
        .expect("the same words and models");
    let said = "Kann mich jemand zurückrufen, am besten morgen?";
    assert_eq!(again.understand(said, &context("de")), LENT.understand(said, &context("de")));
}

#[test]
fn reasons_name_the_nearest_phrase() {
    let reasons =
        LENT.reasons(&Locale::from("en"), "could I speak to someone", &["intent.human".to_owned()]);
    let [human] = reasons.as_slice() else { panic!("{reasons:?}") };
    assert!(human.phrases[0].0.contains("speak to someone"), "{human:?}");
    assert!(human.words.iter().any(|(word, weight)| word == "someone" && *weight > 0.0));
}
