//! A house for tests: words from `tests/utterances/house.txt`, forms written here.

use rust_decimal::Decimal;

use crate::domain::ids::OptionId;
use crate::domain::lexicon::{AttributeForm, AttributeKind, Better, Lexicon, SlotForm, SlotKind};
use crate::domain::value::Unit;

const HOUSE: &str = include_str!("../../tests/utterances/house.txt");

/// The lexicon of the test house.
pub(crate) fn lexicon() -> Lexicon {
    let mut lexicon = Lexicon {
        default_locale: Some("en".into()),
        currency: "EUR".into(),
        country: "AT".into(),
        ..Lexicon::default()
    };
    for line in HOUSE.lines() {
        let Some((head, phrases)) = line.split_once(": ") else { continue };
        let mut head = head.split(' ');
        let (Some(locale), Some(kind), Some(id)) = (head.next(), head.next(), head.next()) else {
            continue;
        };
        let said: Vec<String> = phrases.split(" | ").map(str::to_owned).collect();
        let words = lexicon.locales.entry(locale.into()).or_default();
        match kind {
            "intent" => drop(words.intents.insert(id.into(), said)),
            "answer" => drop(words.answers.insert(id.into(), said)),
            "option" => drop(words.options.insert(id.into(), said)),
            "product" => drop(words.products.insert(id.into(), said)),
            "kind" => drop(words.kinds.insert(id.into(), said)),
            "slot" => drop(words.slots.insert(id.into(), said)),
            "attribute" => words.attributes.entry(id.into()).or_default().said = said,
            "most" => words.attributes.entry(id.into()).or_default().most = said,
            "least" => words.attributes.entry(id.into()).or_default().least = said,
            _ => {}
        }
    }
    let options = |ids: &[&str]| ids.iter().map(|id| OptionId::from(*id)).collect::<Vec<_>>();
    let trades = ["bakery", "courier", "trades", "municipal", "other_business"];
    let goods = ["food", "chilled", "parcels", "tools", "bulky"];
    for (id, kind, range) in [
        (
            "challenge",
            SlotKind::Choice(options(&[
                "parking_trouble",
                "running_costs",
                "no_drivers",
                "cleaner_fleet",
                "new_deliveries",
            ])),
            None,
        ),
        ("business", SlotKind::Choice(options(&trades)), None),
        ("goods", SlotKind::Choice(options(&goods)), None),
        ("timeline", SlotKind::Choice(options(&["now", "quarter", "year", "just_looking"])), None),
        ("vehicles", SlotKind::Integer, Some((0, 2000))),
        ("fleet_size", SlotKind::Integer, Some((1, 500))),
        ("load_kg", SlotKind::Quantity(Unit::Kilogram), Some((1, 500))),
        ("daily_km", SlotKind::Quantity(Unit::Kilometer), Some((1, 400))),
        ("use_details", SlotKind::Free, None),
        ("city", SlotKind::Place, None),
        ("company", SlotKind::Name, None),
        ("contact_name", SlotKind::Name, None),
        ("email", SlotKind::Email, None),
        ("phone", SlotKind::Phone, None),
        ("callback_time", SlotKind::Moment, None),
        ("test_ride_day", SlotKind::Moment, None),
        ("problem", SlotKind::Free, None),
        ("budget", SlotKind::Money, None),
        ("plate", SlotKind::Pattern("[A-Z]{1,2}-[0-9]+".into()), None),
    ] {
        let (min, max) =
            range.map_or((None, None), |(a, b)| (Some(Decimal::from(a)), Some(Decimal::from(b))));
        lexicon.slots.insert(id.into(), SlotForm { kind, min, max });
    }
    use Better::{Higher, Lower};
    for (id, kind, better) in [
        ("price", AttributeKind::Money, Some(Lower)),
        ("lease", AttributeKind::Money, Some(Lower)),
        ("payload_kg", AttributeKind::Quantity(Unit::Kilogram), Some(Higher)),
        ("towing_kg", AttributeKind::Quantity(Unit::Kilogram), Some(Higher)),
        ("range_km", AttributeKind::Quantity(Unit::Kilometer), Some(Higher)),
        ("box_volume_l", AttributeKind::Quantity(Unit::Liter), Some(Higher)),
        ("weight_kg", AttributeKind::Quantity(Unit::Kilogram), Some(Lower)),
        ("width_cm", AttributeKind::Quantity(Unit::Centimeter), Some(Lower)),
        ("top_speed_kmh", AttributeKind::Quantity(Unit::KilometerPerHour), Some(Higher)),
        ("battery_wh", AttributeKind::Quantity(Unit::WattHour), Some(Higher)),
        ("charge_time", AttributeKind::Quantity(Unit::Hour), Some(Lower)),
        ("lead_time", AttributeKind::Quantity(Unit::Week), Some(Lower)),
        ("warranty", AttributeKind::Quantity(Unit::Year), Some(Higher)),
        ("wheels", AttributeKind::Integer, None),
        ("roof", AttributeKind::Boolean, None),
        ("cooled", AttributeKind::Boolean, None),
        ("reverse", AttributeKind::Boolean, None),
        ("good_for", AttributeKind::Choices(options(&trades[..4])), None),
        ("carries", AttributeKind::Choices(options(&goods)), None),
    ] {
        lexicon.attributes.insert(id.into(), AttributeForm { kind, better });
    }
    if let Some(words) = lexicon.locales.get("en") {
        for id in words.products.keys() {
            lexicon.products.insert(id.clone(), "bikes".into());
        }
    }
    lexicon
}
