//! The example that ships, and a typical talk of five turns in each of its languages.

use std::path::Path;

use chrono::{DateTime, Utc};
use docent::app::edition::{Edition, NoModels, load};
use docent::script::Sources;

/// What a visitor says, by language.
pub const TALKS: [(&str, [&str; 5]); 4] = [
    (
        "en",
        [
            "hi",
            "we are a bakery with 3 vans in Graz, what would you recommend",
            "what does it cost for 15 of them",
            "actually 12",
            "talk to a person",
        ],
    ),
    (
        "de",
        [
            "hallo",
            "wir sind eine Bäckerei mit 3 Transportern in Graz, was würden Sie empfehlen",
            "was kosten denn 15 davon",
            "doch lieber 12",
            "ich möchte mit einem Menschen sprechen",
        ],
    ),
    (
        "es",
        [
            "hola",
            "somos una panadería con 3 furgonetas en Graz, ¿qué nos recomendáis?",
            "¿cuánto costarían 15?",
            "mejor 12",
            "quiero hablar con una persona",
        ],
    ),
    (
        "pl",
        [
            "cześć",
            "jesteśmy piekarnią z 3 furgonetkami w Grazu, co byście polecili",
            "ile kosztuje 15 takich",
            "jednak 12",
            "chcę porozmawiać z człowiekiem",
        ],
    ),
];

/// The example, loaded and trained.
pub fn edition() -> Edition {
    let sources =
        Sources::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the example is read");
    let loaded = load(&sources, now().date_naive(), &NoModels);
    loaded.edition.expect("the example has no fault that would break a talk")
}

/// The time it is.
#[expect(clippy::disallowed_methods, reason = "a bench is its own outer ring")]
pub fn now() -> DateTime<Utc> {
    Utc::now()
}
