//! The texts of the standard behaviour, which come with the program.
//!
//! A house's own `standard.ftl`, or any of its files, overrides them message by message, and
//! within a message attribute by attribute: who rewords a greeting keeps the phrases.

/// Where the built-in texts seem to stand, for reports.
pub(super) fn path(locale: &str) -> String {
    format!("built-in/{locale}/standard.ftl")
}

/// Whether a path is one of these.
pub(super) fn is_path(path: &str) -> bool {
    path.starts_with("built-in/")
}

/// The built-in texts of a locale.
pub(super) fn source(locale: &str) -> Option<&'static str> {
    ALL.iter().find(|(name, _)| *name == locale).map(|(_, source)| *source)
}

/// The locale whose standard texts are used when there is nothing better.
pub(super) const LAST_RESORT: &str = "en";

const ALL: &[(&str, &str)] = &[
    ("en", include_str!("../../locales/en/standard.ftl")),
    ("de", include_str!("../../locales/de/standard.ftl")),
    ("es", include_str!("../../locales/es/standard.ftl")),
    ("pl", include_str!("../../locales/pl/standard.ftl")),
];
