//! An utterance as folded tokens that know where they stood.
//!
//! Folding makes spellings equal that mean the same: lower case, compatibility forms taken apart,
//! combining marks dropped, `ß` to `ss`, `ł` to `l`, curly quotes straightened, and a letter that
//! is repeated three times or more written once. It must not know of languages. Start at
//! [`Text::new`].

use unicode_normalization::char::{canonical_combining_class, decompose_compatible};

/// How many characters of an utterance are read at all. Longer ones are cut, never refused.
pub(crate) const READ: usize = 2_000;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with apostrophes inside.
    Word,
    /// Digits, with `.`, `,` and `'` between digits.
    Number,
    /// One sign that is neither.
    Mark,
}

/// A token; `start..end` are bytes of the utterance, on character borders.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    /// No space stands before it.
    pub glued: bool,
    /// It began with a capital letter.
    pub capital: bool,
    from: u32,
    to: u32,
}

/// An utterance, folded and cut into tokens.
#[derive(Clone, Debug)]
pub(crate) struct Text<'a> {
    pub original: &'a str,
    pub tokens: Vec<Token>,
    folded: String,
}

impl<'a> Text<'a> {
    /// Folds and cuts an utterance.
    pub(crate) fn new(original: &'a str) -> Self {
        let mut cutter = Cutter {
            folded: String::with_capacity(original.len().min(READ) + 8),
            tokens: Vec::with_capacity(original.len().min(READ) / 4 + 2),
            open: None,
            spaced: true,
            run: 0,
        };
        let mut chars = original.char_indices().take(READ).peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|&(_, c)| c);
            cutter.take(at, c, next);
        }
        cutter.close();
        Self { original, tokens: cutter.tokens, folded: cutter.folded }
    }

    /// The folded form of a token, empty beyond the last.
    pub(crate) fn word(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |t| &self.folded[t.from as usize..t.to as usize])
    }

    /// Whether a token is there and made of letters.
    pub(crate) fn is_word(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|t| t.kind == Kind::Word)
    }

    /// Whether a token is there and made of digits.
    pub(crate) fn is_number(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|t| t.kind == Kind::Number)
    }

    /// Whether a token is this sign.
    pub(crate) fn is_mark(&self, index: usize, mark: &str) -> bool {
        self.tokens.get(index).is_some_and(|t| t.kind == Kind::Mark) && self.word(index) == mark
    }

    /// Whether no space stands before a token.
    pub(crate) fn is_glued(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|t| t.glued)
    }

    /// The original words from one token up to another (exclusive).
    pub(crate) fn original_of(&self, from: usize, to: usize) -> &'a str {
        match (self.tokens.get(from), to.checked_sub(1).and_then(|i| self.tokens.get(i))) {
            (Some(a), Some(b)) if b.end >= a.start => &self.original[a.start..b.end],
            _ => "",
        }
    }

    /// How many tokens there are.
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The folded words joined by single spaces, signs left out.
    pub(crate) fn joined(&self) -> String {
        let mut out = String::with_capacity(self.folded.len() + 8);
        for (i, token) in self.tokens.iter().enumerate() {
            if token.kind != Kind::Mark {
                if !out.is_empty() {
                    out.push(' ');
                }
                out.push_str(self.word(i));
            }
        }
        out
    }
}

/// The folded form of a phrase: words and numbers joined by single spaces.
pub(crate) fn fold(phrase: &str) -> String {
    Text::new(phrase).joined()
}

struct Cutter {
    folded: String,
    tokens: Vec<Token>,
    open: Option<Token>,
    spaced: bool,
    run: u32,
}

impl Cutter {
    fn take(&mut self, at: usize, c: char, next: Option<char>) {
        let end = at + c.len_utf8();
        if c.is_ascii() {
            return self.put(at, end, c.to_ascii_lowercase(), c.is_ascii_uppercase(), next);
        }
        match c {
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{ad}'
            | '\u{fe0f}' => return,
            _ => {}
        }
        let capital = c.is_uppercase();
        for lower in c.to_lowercase() {
            decompose_compatible(lower, |d| {
                if canonical_combining_class(d) != 0 {
                    return;
                }
                let short = match d {
                    'ß' => "ss",
                    'ł' => "l",
                    'ø' => "o",
                    'đ' | 'ð' => "d",
                    'æ' => "ae",
                    'œ' => "oe",
                    'ı' => "i",
                    'þ' => "th",
                    '’' | '‘' | '´' | 'ʼ' | '`' => "'",
                    '–' | '—' | '‐' | '‑' | '−' => "-",
                    '“' | '”' | '„' | '«' | '»' => "\"",
                    _ => return self.put(at, end, d, capital, next),
                };
                for s in short.chars() {
                    self.put(at, end, s, capital, next);
                }
            });
        }
    }

    fn put(&mut self, start: usize, end: usize, c: char, capital: bool, next: Option<char>) {
        if c.is_whitespace() || c.is_control() {
            self.close();
            self.spaced = true;
            return;
        }
        let kind = if c.is_ascii_digit() {
            Kind::Number
        } else if c.is_alphabetic() {
            Kind::Word
        } else if let Some(inside) = self.inside(c, next) {
            inside
        } else {
            Kind::Mark
        };
        match &mut self.open {
            Some(open) if open.kind == kind && kind != Kind::Mark => {
                open.end = end;
                if kind == Kind::Word && self.repeated(c) {
                    return;
                }
            }
            _ => {
                self.close();
                let from = u32::try_from(self.folded.len()).unwrap_or(u32::MAX);
                let glued = !std::mem::replace(&mut self.spaced, false);
                self.open = Some(Token { kind, start, end, glued, capital, from, to: from });
                self.run = 1;
            }
        }
        self.folded.push(c);
    }

    /// The kind of token that a sign continues: `'` in a word, a separator in a number.
    fn inside(&self, c: char, next: Option<char>) -> Option<Kind> {
        let open = self.open?;
        match open.kind {
            Kind::Word if c == '\'' && next.is_some_and(char::is_alphabetic) => Some(Kind::Word),
            Kind::Number
                if matches!(c, '.' | ',' | '\'') && next.is_some_and(|n| n.is_ascii_digit()) =>
            {
                Some(Kind::Number)
            }
            _ => None,
        }
    }

    /// Counts a run of one letter; from the third on it is written once.
    fn repeated(&mut self, c: char) -> bool {
        if !self.folded.ends_with(c) {
            self.run = 1;
            return false;
        }
        self.run += 1;
        if self.run == 3 {
            self.folded.pop();
        }
        self.run >= 3
    }

    fn close(&mut self) {
        if let Some(mut open) = self.open.take() {
            open.to = u32::try_from(self.folded.len()).unwrap_or(u32::MAX);
            self.tokens.push(open);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(utterance: &str, expected: &str) {
        let text = Text::new(utterance);
        let words: Vec<&str> = (0..text.len()).map(|i| text.word(i)).collect();
        assert_eq!(words.join("|"), expected, "{utterance}");
        for token in &text.tokens {
            assert!(
                utterance.is_char_boundary(token.start) && utterance.is_char_boundary(token.end)
            );
        }
    }

    #[test]
    fn folds_and_cuts() {
        check("Hello, World!", "hello|,|world|!");
        check("Größe in m³", "grosse|in|m|3");
        check("Łódź", "lodz");
        check("I’m  here", "i'm|here");
        check("sooooo coool", "so|col");
        check("all good, still", "all|good|,|still");
        check("15kg 1.500,50€", "15|kg|1.500,50|€");
        check("14.3.", "14.3|.");
        check("e-bike", "e|-|bike");
        check("a\u{0}b", "a|b");
        check("ﬁne ½", "fine|1|\u{2044}|2");
        check("\u{202e}שלום 👍🏽", "שלום|👍|🏽");
        check("", "");
    }
}
