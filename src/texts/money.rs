//! Where a currency's sign stands, and which sign it is.
//!
//! ICU4X formats money only in a crate that is still experimental; the number itself comes from
//! it, this table adds the sign after CLDR.

/// Where the sign stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// `€4,890`
    Before,
    /// `€ 4.890`
    BeforeWithGap,
    /// `4.890 €`
    After,
}

impl Side {
    /// The custom of a locale.
    pub(super) fn of(tag: &str) -> Self {
        let mut parts = tag.split(['-', '_']);
        let language = parts.next().unwrap_or_default();
        let region = parts.find(|part| part.len() == 2).unwrap_or_default();
        match (language, region) {
            ("de", "AT" | "CH" | "LI") | ("pt", "BR") | ("nl", _) => Self::BeforeWithGap,
            ("es", "MX" | "US" | "AR" | "CL" | "CO" | "PE") => Self::Before,
            ("en" | "ja" | "zh" | "ko" | "hi" | "th" | "tr" | "ga", _) => Self::Before,
            _ => Self::After,
        }
    }
}

/// The sign of a currency as readers of the language know it, else its code.
pub(super) fn sign<'a>(tag: &str, currency: &'a str) -> &'a str {
    let language = tag.split(['-', '_']).next().unwrap_or_default();
    match (currency, language) {
        ("EUR", _) => "€",
        ("GBP", _) => "£",
        ("USD", "en" | "de") => "$",
        ("USD", "es") => "US$",
        ("JPY", "en" | "ja" | "de" | "fr") => "¥",
        ("PLN", "pl") => "zł",
        ("CZK", "cs") => "Kč",
        ("SEK", "sv") | ("NOK", "nb" | "no") => "kr",
        ("DKK", "da") => "kr.",
        ("HUF", "hu") => "Ft",
        ("INR", _) => "₹",
        ("UAH", _) => "₴",
        ("TRY", "tr") => "₺",
        ("BRL", _) => "R$",
        _ => currency,
    }
}

/// How many decimals a broken amount of the currency is written with (ISO 4217).
pub(super) fn decimals(currency: &str) -> u32 {
    match currency {
        "JPY" | "KRW" | "VND" | "CLP" | "ISK" | "PYG" => 0,
        "BHD" | "KWD" | "OMR" | "JOD" | "TND" => 3,
        _ => 2,
    }
}
