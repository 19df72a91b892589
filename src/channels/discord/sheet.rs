//! A reply as messages: words with the signs that Discord shows as bold, struck, code and so on.
//!
//! What a writer of the house made bold is set, and what people set themselves; everything else is
//! escaped. Until that is done a sign is one character that nobody writes, so that escaping leaves it
//! alone; what is set goes on where a long text is cut. Start reading at [`messages`].

use super::markup::{escaped, length, split};
use crate::domain::reply::Span;
use crate::domain::style::{Style, Styled};

/// What a writer puts around bold words; Discord knows it by the same signs.
const BOLD: &str = "**";
/// The first of the characters that stand for signs: private ones of the last plane.
const FIRST: u32 = 0x10_0000;
const LAST: u32 = 0x10_fffd;

/// A reply as messages. What was inserted is never read as markup, whatever is in it; of a writer's
/// marks a lonely one is what it looks like.
#[must_use]
pub fn messages(spans: &[Span], longest: usize) -> Vec<String> {
    let sheet = Sheet::of(spans, true);
    let parts = sheet.parts(longest);
    match parts.iter().all(|part| length(part) <= longest) {
        true => parts,
        // So much is set in so few words that the signs have no room.
        false => Sheet::of(spans, false).parts(longest),
    }
}

/// Something that stands for itself in the text, until the text is escaped.
enum Sign {
    /// The first half of a pair, and what both halves are.
    Opens { with: String, closes: String },
    /// The second half of the pair that was opened last.
    Closes,
    /// A sign that has no twin.
    Alone(String),
}

#[derive(Default)]
struct Sheet {
    text: String,
    signs: Vec<Sign>,
}

impl Sheet {
    fn of(spans: &[Span], styled: bool) -> Self {
        let mut sheet = Self::default();
        // Marks count only in pairs; a lonely one is what it looks like.
        let written = spans.iter().filter(|span| !span.inserted);
        let marks: usize = written.map(|span| span.text.matches(BOLD).count()).sum();
        let mut left = marks - marks % 2;
        for span in spans {
            if span.inserted {
                match styled && !span.styles.is_empty() {
                    true => sheet.set(&span.text, &span.styles),
                    false => sheet.push(&span.text),
                }
                continue;
            }
            let mut rest = span.text.as_str();
            while let Some(at) = rest.find(BOLD).filter(|_| left > 0) {
                sheet.push(&rest[..at]);
                match left % 2 {
                    0 => sheet.open(&Style::Bold, ""),
                    _ => sheet.sign(Sign::Closes),
                }
                rest = &rest[at + BOLD.len()..];
                left -= 1;
            }
            sheet.push(rest);
        }
        sheet
    }

    fn push(&mut self, words: &str) {
        let words = super::inward::clean(words);
        self.text.extend(words.chars().filter(|c| !(FIRST..=LAST).contains(&u32::from(*c))));
    }

    fn sign(&mut self, sign: Sign) {
        let number = u32::try_from(self.signs.len()).unwrap_or(u32::MAX);
        // More signs than there are characters for: the words go without.
        if let Some(c) = FIRST.checked_add(number).filter(|c| *c <= LAST).and_then(char::from_u32) {
            self.signs.push(sign);
            self.text.push(c);
        }
    }

    fn open(&mut self, style: &Style, words: &str) {
        if let Some((with, closes)) = pair(style, words) {
            self.sign(Sign::Opens { with, closes });
        }
    }

    /// Words as somebody set them.
    fn set(&mut self, words: &str, styles: &[Styled]) {
        let styles: Vec<Styled> = styles.iter().filter_map(|styled| tight(words, styled)).collect();
        let mut borders: Vec<usize> =
            styles.iter().flat_map(|styled| [styled.from, styled.to]).collect();
        borders.extend([0, words.len()]);
        borders.sort_unstable();
        borders.dedup();
        let mut open: Vec<&Styled> = Vec::new();
        for (number, &at) in borders.iter().enumerate() {
            // Whatever lies within what ends here is closed with it, and opened again.
            let keep = open.iter().take_while(|styled| styled.to > at).count();
            let again: Vec<&Styled> = open
                .split_off(keep)
                .into_iter()
                .rev()
                .inspect(|styled| self.close(styled))
                .collect();
            let mut next: Vec<&Styled> = again.into_iter().filter(|s| s.to > at).collect();
            next.extend(styles.iter().filter(|styled| styled.from == at));
            next.sort_by_key(|styled| std::cmp::Reverse(styled.to));
            let end = borders.get(number + 1).copied().unwrap_or(at);
            let mut stretch = &words[at..end];
            if !next.is_empty() && !open.iter().any(|styled| styled.style.is_code()) {
                // No sign stands before a blank.
                let blank = stretch.len() - stretch.trim_start().len();
                self.stretch(&stretch[..blank], &open);
                stretch = &stretch[blank..];
            }
            for styled in next {
                let code = open.iter().any(|outer| outer.style.is_code());
                if !code {
                    self.begin(styled, words);
                    open.push(styled);
                }
            }
            self.stretch(stretch, &open);
        }
    }

    fn begin(&mut self, styled: &Styled, words: &str) {
        match styled.style {
            Style::Quote => {
                if !self.text.is_empty() && !self.text.ends_with('\n') {
                    self.text.push('\n');
                }
                self.sign(Sign::Alone("> ".to_owned()));
            }
            _ => self.open(&styled.style, &words[styled.from..styled.to]),
        }
    }

    fn close(&mut self, styled: &Styled) {
        if pair(&styled.style, "").is_some() {
            self.sign(Sign::Closes);
        }
    }

    /// Words that are all set in the same way.
    fn stretch(&mut self, words: &str, open: &[&Styled]) {
        let code = open.iter().any(|styled| styled.style.is_code());
        let quote = open.iter().any(|styled| styled.style == Style::Quote);
        for c in words.chars() {
            match c {
                // In code nothing is escaped.
                c if code && c.is_ascii_punctuation() => self.sign(Sign::Alone(c.to_string())),
                '\n' if quote => {
                    self.text.push('\n');
                    self.sign(Sign::Alone("> ".to_owned()));
                }
                c => self.push(c.encode_utf8(&mut [0; 4])),
            }
        }
    }

    /// The text in parts, with the signs as Discord writes them.
    fn parts(&self, longest: usize) -> Vec<String> {
        let escaped = escaped(&self.text);
        if self.signs.is_empty() {
            return split(&escaped, longest);
        }
        // A sign may stand in each part that its words are in.
        let room: usize = self.signs.iter().map(|sign| sign.length()).sum();
        let room = longest.saturating_sub(2 * room).max(longest / 2);
        let mut open: Vec<(&str, &str)> = Vec::new();
        let parts = split(&escaped, room).into_iter().map(|part| {
            let mut whole: String = open.iter().map(|(with, _)| *with).collect();
            for c in part.chars() {
                let number = u32::from(c).checked_sub(FIRST).and_then(|n| usize::try_from(n).ok());
                match number.and_then(|number| self.signs.get(number)) {
                    Some(Sign::Opens { with, closes }) => {
                        whole.push_str(with);
                        open.push((with, closes));
                    }
                    Some(Sign::Closes) => {
                        if let Some((_, closes)) = open.pop() {
                            whole.push_str(closes);
                        }
                    }
                    Some(Sign::Alone(sign)) => whole.push_str(sign),
                    None => whole.push(c),
                }
            }
            whole.extend(open.iter().rev().map(|(_, closes)| *closes));
            whole
        });
        parts.collect()
    }
}

impl Sign {
    fn length(&self) -> usize {
        match self {
            Self::Opens { with, closes } => length(with) + length(closes),
            Self::Closes => 0,
            Self::Alone(sign) => length(sign),
        }
    }
}

/// What stands before and after words of a style; none for what stands at each line instead.
fn pair(style: &Style, words: &str) -> Option<(String, String)> {
    let same = |sign: &str| Some((sign.to_owned(), sign.to_owned()));
    match style {
        Style::Bold => same(BOLD),
        Style::Italic => same("*"),
        Style::Underline => same("__"),
        Style::Strike => same("~~"),
        Style::Spoiler => same("||"),
        Style::Code if words.contains('`') => Some(("`` ".to_owned(), " ``".to_owned())),
        Style::Code => same("`"),
        Style::Block => Some(("```\n".to_owned(), "\n```".to_owned())),
        Style::Link(address) => Some(("[".to_owned(), format!("](<{address}>)"))),
        Style::Quote => None,
    }
}

/// A style without the blanks at its ends, beside which Discord would not read the signs.
fn tight(words: &str, styled: &Styled) -> Option<Styled> {
    let inner = words.get(styled.from..styled.to)?;
    let from = styled.from + (inner.len() - inner.trim_start().len());
    let to = from + inner.trim().len();
    (from < to).then(|| Styled { from, to, style: styled.style.clone() })
}

#[cfg(test)]
mod tests {
    use super::super::reading;
    use super::*;

    #[test]
    fn a_writer_may_be_bold_and_nobody_else() {
        let spans =
            [Span::written("**So** and "), Span::inserted("**not** so"), Span::written(" **")];
        assert_eq!(messages(&spans, 2000), [r"**So** and \*\*not\*\* so \*\*"]);
        let long = [Span::written(format!("**{}**", "word ".repeat(60).trim()))];
        let parts = messages(&long, 100);
        assert!(parts.len() > 3 && parts.iter().all(|part| length(part) <= 100));
        assert!(parts.iter().all(|part| part.starts_with("**word") && part.ends_with("word**")));
        assert_eq!(messages(&[Span::inserted("a\u{1}b\u{100001}")], 10), ["ab"]);
    }

    fn check(words: &str, styles: &[(usize, usize, Style)], expected: &str) {
        let styles = styles.iter().cloned();
        let styles = styles.map(|(from, to, style)| Styled { from, to, style }).collect();
        let span = Span { styles, ..Span::inserted(words) };
        let made = messages(&[Span::written("Ann: "), span], 2000);
        assert_eq!(made, [expected], "{words:?}");
    }

    #[test]
    fn what_people_set_is_set() {
        check("so **not**", &[(0, 2, Style::Bold)], r"Ann: **so** \*\*not\*\*");
        check("a b c", &[(0, 5, Style::Bold), (2, 3, Style::Italic)], "Ann: **a *b* c**");
        check("a b c", &[(0, 3, Style::Bold), (2, 5, Style::Strike)], "Ann: **a ~~b~~** ~~c~~");
        check(" a ", &[(0, 3, Style::Underline)], "Ann:  __a__");
        check("a*b", &[(0, 3, Style::Code)], "Ann: `a*b`");
        check("- a\n- b", &[(0, 7, Style::Block)], "Ann: ```\n- a\n- b\n```");
        check("eins\nzwei", &[(0, 9, Style::Quote)], "Ann: \n> eins\n> zwei");
        let link = Style::Link("https://a.example/".to_owned());
        check("hier", &[(0, 4, link)], "Ann: [hier](<https://a.example/>)");
    }

    #[test]
    fn what_is_set_goes_on_after_a_cut_and_reads_the_same() {
        let words = "Wort ".repeat(80);
        let styles = vec![
            Styled { from: 0, to: 390, style: Style::Bold },
            Styled { from: 100, to: 200, style: Style::Italic },
        ];
        let parts = messages(&[Span { styles, ..Span::inserted(&words) }], 120);
        assert!(parts.len() > 3 && parts.iter().all(|part| length(part) <= 120), "{parts:?}");
        let read: Vec<String> = parts
            .iter()
            .map(|part| reading::read(part, &super::super::mentions::Named::default()).0)
            .collect();
        assert_eq!(read.join(" "), words.trim());
    }

    #[test]
    fn whatever_is_set_fits() {
        let mut random = fastrand::Rng::with_seed(3);
        let all = [Style::Bold, Style::Italic, Style::Code, Style::Quote, Style::Spoiler];
        for _ in 0..300 {
            let words = ["ab ", "*", "\n", "ä", "😀 ", "` ", "- "];
            let words: String =
                (0..random.usize(1..120)).map(|_| words[random.usize(0..words.len())]).collect();
            let place = |random: &mut fastrand::Rng| {
                let places: Vec<usize> = words.char_indices().map(|(at, _)| at).collect();
                places[random.usize(0..places.len())]
            };
            let styles = (0..random.usize(0..30)).map(|_| {
                let (a, b) = (place(&mut random), place(&mut random));
                let style = all[random.usize(0..all.len())].clone();
                Styled { from: a.min(b), to: a.max(b), style }
            });
            let styles: Vec<Styled> = styles.collect();
            let parts = messages(&[Span { styles, ..Span::inserted(&words) }], 100);
            assert!(parts.iter().all(|part| length(part) <= 100), "{parts:?}");
            let private = |c: char| (FIRST..=LAST).contains(&u32::from(c));
            assert!(!parts.concat().contains(private));
        }
    }
}
