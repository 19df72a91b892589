//! What holds for every utterance, whatever is in it.

use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::{Open, Places, Setting, Told, find, tell};
use crate::understanding::normalize::Text;
use crate::understanding::vocabulary::Vocabulary;

/// Pieces that finders take apart, put together at random.
const PIECES: &[&str] = &[
    "15",
    "1.500",
    "03/04",
    "24/7",
    "€",
    "k",
    "Mio",
    "to",
    "bis",
    "or",
    "and",
    "between",
    "½",
    "-",
    "+",
    ".",
    ",",
    "in",
    "next",
    "Tuesday",
    "March",
    "Q2",
    "KW",
    "half",
    "past",
    "at",
    "von",
    "a las",
    "y media",
    "w",
    "za",
    "tydzień",
    "dwadzieścia",
    "pięć",
    "treintaydos",
    "Viertelmillion",
    "a@b.at",
    "www.x.at/1",
    "+43 664",
    "0664",
    "1234567",
    "SW1A 1AA",
    "8010 Graz",
    "00-950",
    "GmbH",
    "Bakery",
    "Dr.",
    "Anna",
    "my name is",
    "%",
    "kg",
    "m³",
    "six foot two",
    "minus",
    "°C",
    "not",
    "at least",
    "oh seven double",
    "🚲",
    "łódź",
    "ß",
    "\u{301}",
    "#",
    "E10",
    "99999999999999999999",
    "9999-99-99",
    "31.02.2026",
    "\n",
    "ago",
    "weeks",
    "years",
    "million",
    "a couple of",
];

static PLACES: LazyLock<Places> = LazyLock::new(Places::new);
static VOCABULARIES: LazyLock<Vec<(&str, Vocabulary)>> =
    LazyLock::new(|| ["en", "de", "es", "pl", "fr"].map(|l| (l, Vocabulary::of(l))).into());

fn told(locale: &str, said: &str, today: NaiveDate, home: Option<&str>, open: Open) -> Vec<Told> {
    let text = Text::new(said);
    let vocabulary = &VOCABULARIES.iter().find(|v| v.0 == locale).expect("a locale of the test").1;
    let tags = vocabulary.tag(&text);
    let setting = Setting {
        country: "AT",
        currency: "EUR",
        today: Some(today),
        clock: NaiveTime::from_hms_opt(23, 58, 30),
        home,
        agreed: None,
        named: true,
        open,
        places: &PLACES,
    };
    tell(&text, &find(&text, &tags, vocabulary, setting))
}

fn holds(said: &str, day: u32) -> Result<(), TestCaseError> {
    let today = NaiveDate::from_num_days_from_ce_opt(730_000 + i32::try_from(day).unwrap_or(0));
    let today = today.expect("a day of this age");
    for (locale, home) in [
        ("en", None),
        ("de", Some("DE")),
        ("es", Some("MX")),
        ("pl", Some("PL")),
        ("fr", Some("US")),
    ] {
        for open in [Open::Other, Open::Moment, Open::Phone, Open::Place] {
            let found = told(locale, said, today, home, open);
            for value in &found {
                prop_assert!(
                    said.is_char_boundary(value.start) && said.is_char_boundary(value.end)
                );
                prop_assert!(value.start < value.end && value.end <= said.len(), "{value:?}");
                prop_assert!((1..=2).contains(&value.readings.len()), "{value:?}");
            }
            prop_assert_eq!(&found, &told(locale, said, today, home, open), "the same twice");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn any_characters_are_read_without_harm(said in "\\PC{0,80}", day in 0u32..40_000) {
        holds(&said, day)?;
    }

    #[test]
    fn any_heap_of_values_is_read_without_harm(
        picked in prop::collection::vec((0..PIECES.len(), any::<bool>()), 0..14), day in 0u32..40_000,
    ) {
        let said: String = picked
            .iter()
            .map(|&(i, glued)| format!("{}{}", PIECES[i], if glued { "" } else { " " }))
            .collect();
        holds(&said, day)?;
    }
}
