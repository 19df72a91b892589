//! Days and periods as they are read, and the small words before them.

use chrono::NaiveDate;

use super::Reader;
use crate::understanding::vocabulary::Mark;

/// First and last day.
pub(super) type Period = (NaiveDate, NaiveDate);

/// A day or period, what else it may be, and whether it was said loosely.
#[derive(Clone, Copy, Debug)]
pub(super) struct Day {
    pub period: Period,
    pub other: Option<Period>,
    pub vague: bool,
}

impl From<Period> for Day {
    fn from(period: Period) -> Self {
        Self { period, other: None, vague: false }
    }
}

/// Skips "on the", "next", "this" and articles before a part.
pub(super) fn before(reader: &Reader<'_, '_>, at: usize) -> usize {
    let mut start = at;
    for _ in 0..3 {
        let next = [Mark::Next, Mark::This, Mark::Past, Mark::Day, Mark::Article]
            .iter()
            .filter_map(|&m| reader.tags.mark(start, m))
            .max();
        let article = matches!(
            reader.text.word(start),
            "the" | "der" | "die" | "das" | "des" | "dem" | "el" | "la"
        );
        match next {
            Some(to) => start = to,
            None if article => start += 1,
            None => break,
        }
    }
    start
}
