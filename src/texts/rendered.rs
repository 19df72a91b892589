//! What rendering gives back.

use std::fmt;

use crate::domain::ids::Locale;
use crate::domain::reply::Outbound;

/// A rendered reply.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendered {
    /// What goes to the outbox.
    pub outbound: Outbound,
    /// The locale that it is in, which is another than asked for when texts were missing.
    pub locale: Locale,
    /// What was not there. None of it was fatal; each is worth a line in the log.
    pub missing: Vec<Missing>,
}

/// Something that a reply needed and that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A text in a locale.
    Text {
        /// Where it is missing.
        locale: Locale,
        /// The message.
        key: String,
        /// Its attribute.
        attribute: Option<String>,
    },
    /// A variable that nobody knows; it is left out.
    Variable {
        /// The text that uses it.
        key: String,
        /// Its name.
        name: String,
    },
    /// A text that contains itself.
    Loop {
        /// One text of the loop.
        key: String,
    },
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { locale, key, attribute: None } => write!(f, "no text {key} in {locale}"),
            Self::Text { locale, key, attribute: Some(attribute) } => {
                write!(f, "no text {key}.{attribute} in {locale}")
            }
            Self::Variable { key, name } => write!(f, "no value for ${name} in {key}"),
            Self::Loop { key } => write!(f, "{key} contains itself"),
        }
    }
}
