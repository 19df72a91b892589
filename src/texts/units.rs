//! Words and symbols of units.
//!
//! ICU4X formats measured amounts only in a crate that is still experimental, so this small table
//! stands in for it: words with plural forms in the four languages that ship, symbols elsewhere.

use icu::plurals::PluralCategory;

use crate::domain::value::Unit;

/// A language that the tables of this crate know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    English,
    German,
    Spanish,
    Polish,
    Other,
}

impl Language {
    /// The language of a tag such as `de-AT`.
    pub(super) fn of(tag: &str) -> Self {
        match tag.split(['-', '_']).next().unwrap_or_default() {
            "en" => Self::English,
            "de" => Self::German,
            "es" => Self::Spanish,
            "pl" => Self::Polish,
            _ => Self::Other,
        }
    }
}

/// What is written after the number, with the gap before it.
pub(super) fn suffix(
    language: Language,
    unit: Unit,
    category: PluralCategory,
) -> (&'static str, &'static str) {
    let gap = match (unit, language) {
        (Unit::Percent, Language::English | Language::Polish) => "",
        _ => "\u{a0}",
    };
    (gap, word(language, unit, category).unwrap_or_else(|| symbol(unit)))
}

/// The word of a unit that is spoken out rather than abbreviated.
fn word(language: Language, unit: Unit, category: PluralCategory) -> Option<&'static str> {
    let two = |one, other| {
        if category == PluralCategory::One { one } else { other }
    };
    let four = |one, few, many, other| match category {
        PluralCategory::One => one,
        PluralCategory::Few => few,
        PluralCategory::Many => many,
        _ => other,
    };
    Some(match (language, unit) {
        (Language::English, Unit::Minute) => two("minute", "minutes"),
        (Language::English, Unit::Hour) => two("hour", "hours"),
        (Language::English, Unit::Day) => two("day", "days"),
        (Language::English, Unit::Week) => two("week", "weeks"),
        (Language::English, Unit::Month) => two("month", "months"),
        (Language::English, Unit::Year) => two("year", "years"),
        (Language::English, Unit::Piece) => two("piece", "pieces"),
        (Language::English, Unit::Mile) => two("mile", "miles"),
        (Language::German, Unit::Minute) => two("Minute", "Minuten"),
        (Language::German, Unit::Hour) => two("Stunde", "Stunden"),
        (Language::German, Unit::Day) => two("Tag", "Tage"),
        (Language::German, Unit::Week) => two("Woche", "Wochen"),
        (Language::German, Unit::Month) => two("Monat", "Monate"),
        (Language::German, Unit::Year) => two("Jahr", "Jahre"),
        (Language::German, Unit::Piece) => "Stück",
        (Language::German, Unit::Mile) => two("Meile", "Meilen"),
        (Language::Spanish, Unit::Minute) => two("minuto", "minutos"),
        (Language::Spanish, Unit::Hour) => two("hora", "horas"),
        (Language::Spanish, Unit::Day) => two("día", "días"),
        (Language::Spanish, Unit::Week) => two("semana", "semanas"),
        (Language::Spanish, Unit::Month) => two("mes", "meses"),
        (Language::Spanish, Unit::Year) => two("año", "años"),
        (Language::Spanish, Unit::Piece) => two("unidad", "unidades"),
        (Language::Spanish, Unit::Mile) => two("milla", "millas"),
        (Language::Polish, Unit::Minute) => four("minuta", "minuty", "minut", "minuty"),
        (Language::Polish, Unit::Hour) => four("godzina", "godziny", "godzin", "godziny"),
        (Language::Polish, Unit::Day) => four("dzień", "dni", "dni", "dnia"),
        (Language::Polish, Unit::Week) => four("tydzień", "tygodnie", "tygodni", "tygodnia"),
        (Language::Polish, Unit::Month) => four("miesiąc", "miesiące", "miesięcy", "miesiąca"),
        (Language::Polish, Unit::Year) => four("rok", "lata", "lat", "roku"),
        (Language::Polish, Unit::Piece) => four("sztuka", "sztuki", "sztuk", "sztuki"),
        (Language::Polish, Unit::Mile) => four("mila", "mile", "mil", "mili"),
        _ => return None,
    })
}

/// The symbol of a unit; for spans of time and pieces outside the four languages an international
/// abbreviation.
fn symbol(unit: Unit) -> &'static str {
    match unit {
        Unit::Kilogram => "kg",
        Unit::Gram => "g",
        Unit::Pound => "lb",
        Unit::Kilometer => "km",
        Unit::Mile => "mi",
        Unit::Meter => "m",
        Unit::Centimeter => "cm",
        Unit::Millimeter => "mm",
        Unit::Liter => "l",
        Unit::CubicMeter => "m³",
        Unit::Second => "s",
        Unit::Minute => "min",
        Unit::Hour => "h",
        Unit::Day => "d",
        Unit::Week => "wk",
        Unit::Month => "mo",
        Unit::Year => "yr",
        Unit::Percent => "%",
        Unit::KilometerPerHour => "km/h",
        Unit::WattHour => "Wh",
        Unit::NewtonMeter => "Nm",
        Unit::Watt => "W",
        Unit::Celsius => "°C",
        Unit::Piece => "pcs",
    }
}
