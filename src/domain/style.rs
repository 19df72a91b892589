//! How people set their words: bold, struck, as code, and so on. Platforms write it in ways of their
//! own; here it is a list of stretches, by bytes.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A stretch of words that is set in some way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Styled {
    /// Its first byte.
    pub from: usize,
    /// The byte after its last one.
    pub to: usize,
    /// How it is set.
    pub style: Style,
}

/// A way to set words that both Telegram and Discord know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// Underlined.
    Underline,
    /// Struck through.
    Strike,
    /// Hidden until it is pressed.
    Spoiler,
    /// Code within a line.
    Code,
    /// Code on lines of its own.
    Block,
    /// Somebody's words.
    Quote,
    /// Words that lead to this address.
    Link(String),
}

impl Style {
    /// Nothing within it is set in another way.
    #[must_use]
    pub fn is_code(&self) -> bool {
        matches!(self, Self::Code | Self::Block)
    }
}

/// The styles of a part of the words, by their places in that part.
#[must_use]
pub fn within(styles: &[Styled], part: Range<usize>) -> Vec<Styled> {
    let cut = |styled: &Styled| {
        let (from, to) = (styled.from.max(part.start), styled.to.min(part.end));
        (from < to).then(|| Styled {
            from: from - part.start,
            to: to - part.start,
            style: styled.style.clone(),
        })
    };
    styles.iter().filter_map(cut).collect()
}

/// The styles of words that stand within other words now, by their places there.
#[must_use]
pub fn moved(styles: &[Styled], by: usize) -> Vec<Styled> {
    let moved = |styled: &Styled| Styled {
        from: styled.from + by,
        to: styled.to + by,
        style: styled.style.clone(),
    };
    styles.iter().map(moved).collect()
}

/// Words without the characters that `keep` refuses, with their styles.
#[must_use]
pub fn retained(
    text: &str,
    styles: &[Styled],
    keep: impl Fn(char) -> bool,
) -> (String, Vec<Styled>) {
    let mut kept = String::with_capacity(text.len());
    // Where each byte of the text is now.
    let mut places = Vec::with_capacity(text.len() + 1);
    for c in text.chars() {
        places.extend(std::iter::repeat_n(kept.len(), c.len_utf8()));
        if keep(c) {
            kept.push(c);
        }
    }
    places.push(kept.len());
    let place = |at: usize| places.get(at).copied().unwrap_or(kept.len());
    let styles = styles.iter().filter_map(|styled| {
        let (from, to) = (place(styled.from), place(styled.to));
        (from < to).then(|| Styled { from, to, style: styled.style.clone() })
    });
    let styles = styles.collect();
    (kept, styles)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bold(from: usize, to: usize) -> Styled {
        Styled { from, to, style: Style::Bold }
    }

    #[test]
    fn styles_follow_their_words() {
        assert_eq!(within(&[bold(2, 6), bold(0, 2)], 3..5), [bold(0, 2)]);
        assert_eq!(moved(&[bold(2, 6)], 4), [bold(6, 10)]);
        let (kept, styles) =
            retained("a\u{1}bc\u{1}d", &[bold(1, 4), bold(4, 5)], |c| c != '\u{1}');
        assert_eq!((kept.as_str(), styles), ("abcd", vec![bold(1, 3)]));
    }
}
