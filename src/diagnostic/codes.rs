//! The registry of codes. Each area has a file; a code keeps its number and meaning for ever.
//!
//! | Area | About |
//! |---|---|
//! | D0xx | files and YAML |
//! | D1xx | names |
//! | D2xx | the structure of flows |
//! | D3xx | conditions, types and values |
//! | D4xx | texts: missing, variables, lengths |
//! | D5xx | phrases for the understanding |
//! | D6xx | tone |
//! | D7xx | data that grow old |

use super::Code;

/// Defines the codes of an area and its list `ALL`.
macro_rules! codes {
    ($($name:ident $id:literal $word:literal $severity:ident {
        $summary:literal
        why: $why:literal
        bad: $bad:literal
        good: $good:literal
    })*) => {
        $(
            #[doc = $summary]
            pub static $name: crate::diagnostic::Code = crate::diagnostic::Code {
                id: $id,
                name: $word,
                severity: crate::diagnostic::Severity::$severity,
                summary: $summary,
                why: $why,
                bad: $bad,
                good: $good,
            };
        )*
        /// The codes of this area.
        pub(super) static ALL: &[&crate::diagnostic::Code] = &[$(&$name,)*];
    };
}

mod conditions;
mod data;
mod files;
mod flows;
mod names;
mod phrases;
mod texts;
mod tone;

pub use conditions::*;
pub use data::*;
pub use files::*;
pub use flows::*;
pub use names::*;
pub use phrases::*;
pub use texts::*;
pub use tone::*;

/// All areas in order.
#[expect(unused_qualifications, reason = "each area has a list of that name")]
pub static AREAS: &[&[&Code]] = &[
    files::ALL,
    names::ALL,
    flows::ALL,
    conditions::ALL,
    texts::ALL,
    phrases::ALL,
    tone::ALL,
    data::ALL,
];

/// All codes in order.
pub fn all() -> impl Iterator<Item = &'static Code> {
    AREAS.iter().flat_map(|area| area.iter().copied())
}

/// The code of an id (`D101`, `d101`) or of a name (`unknown-flow`), for `--explain`.
#[must_use]
pub fn explain(id_or_name: &str) -> Option<&'static Code> {
    all().find(|code| code.id.eq_ignore_ascii_case(id_or_name) || code.name == id_or_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_in_order_within_their_area() {
        for area in AREAS {
            assert!(area.is_sorted_by_key(|code| code.id));
        }
        let mut ids: Vec<_> = all().map(|code| code.id).collect();
        let mut names: Vec<_> = all().map(|code| code.name).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        names.sort_unstable();
        names.dedup();
        assert_eq!((ids.len(), names.len()), (count, count));
    }
}
