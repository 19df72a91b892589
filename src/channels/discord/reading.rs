//! What people write on Discord, read as they see it: its signs for bold, struck, code and so on become
//! styles, and the words are left.
//!
//! Pure. The rules are those of Discord's own app, as far as both platforms know the style. Start
//! reading at [`read`]; the way out is [`super::markup`].

use super::mentions::Named;
use crate::domain::style::{Style, Styled};

/// Styles within styles, at most; what is deeper stays as it was written.
const DEEP: usize = 6;

/// Pairs of signs around words, the longer ones first.
const PAIRS: [(&str, Style); 6] = [
    ("**", Style::Bold),
    ("__", Style::Underline),
    ("~~", Style::Strike),
    ("||", Style::Spoiler),
    ("*", Style::Italic),
    ("_", Style::Italic),
];

/// The words of a message, and how they are set.
#[must_use]
pub fn read(text: &str, named: &Named) -> (String, Vec<Styled>) {
    let mut page = Page { text: String::new(), styles: Vec::new(), named };
    let mut rest = text;
    while !rest.is_empty() {
        // Code on lines of its own may hold anything, so it is looked for first.
        let (before, block, after) = match code_block(rest) {
            Some((at, inner, end)) => (&rest[..at], Some(inner), &rest[end..]),
            None => (rest, None, ""),
        };
        page.lines(before);
        if let Some(inner) = block {
            page.styled(Style::Block, |page| page.text.push_str(inner));
        }
        rest = after;
    }
    (page.text, page.styles)
}

struct Page<'n> {
    text: String,
    styles: Vec<Styled>,
    named: &'n Named,
}

impl Page<'_> {
    fn styled(&mut self, style: Style, write: impl FnOnce(&mut Self)) {
        let (from, place) = (self.text.len(), self.styles.len());
        write(self);
        let to = self.text.len();
        if from < to {
            self.styles.insert(place, Styled { from, to, style });
        }
    }

    /// Lines, with what their beginnings make of them.
    fn lines(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            if let Some(quoted) = rest.strip_prefix(">>> ").filter(|_| self.at_line()) {
                return self.styled(Style::Quote, |page| page.words(quoted, 0));
            }
            let end = rest.find('\n').map_or(rest.len(), |at| at + 1);
            if rest.starts_with("> ") && self.at_line() {
                let mut quoted = String::new();
                while let Some(line) = rest.strip_prefix("> ") {
                    let end = line.find('\n').map_or(line.len(), |at| at + 1);
                    quoted.push_str(&line[..end]);
                    rest = &line[end..];
                }
                let (inner, tail) = match quoted.strip_suffix('\n') {
                    Some(inner) => (inner, "\n"),
                    None => (quoted.as_str(), ""),
                };
                self.styled(Style::Quote, |page| page.words(inner, 0));
                self.text.push_str(tail);
                continue;
            }
            let line = &rest[..end];
            match heading(line).filter(|_| self.at_line()) {
                Some(title) => {
                    let (title, tail) = match title.strip_suffix('\n') {
                        Some(title) => (title, "\n"),
                        None => (title, ""),
                    };
                    self.styled(Style::Bold, |page| page.words(title, 0));
                    self.text.push_str(tail);
                    rest = &rest[end..];
                }
                // Words may be set across lines, up to the next one that begins with a sign.
                None => {
                    let more = rest[end..].split_inclusive('\n');
                    let more = more.take_while(|line| heading(line).is_none() && !is_quote(line));
                    let end = end + more.map(str::len).sum::<usize>();
                    self.words(&rest[..end], 0);
                    rest = &rest[end..];
                }
            }
        }
    }

    fn at_line(&self) -> bool {
        self.text.is_empty() || self.text.ends_with('\n')
    }

    /// Words, with the signs among them.
    fn words(&mut self, text: &str, deep: usize) {
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            match self.sign(text, at, deep) {
                Some(end) => at = end,
                None => {
                    self.text.push(c);
                    at += c.len_utf8();
                }
            }
        }
    }

    /// Reads what begins with a sign here: where it ends; none when it is no sign.
    fn sign(&mut self, text: &str, at: usize, deep: usize) -> Option<usize> {
        let rest = &text[at..];
        match rest.chars().next()? {
            '\\' => {
                let next = rest[1..].chars().next().filter(char::is_ascii_punctuation)?;
                self.text.push(next);
                Some(at + 1 + next.len_utf8())
            }
            '`' => {
                let run = rest.len() - rest.trim_start_matches('`').len();
                let fence = &rest[..run];
                let inner = closing(&rest[run..], fence)?;
                self.styled(Style::Code, |page| {
                    let inner = if run > 1 { inner.trim_matches(' ') } else { inner };
                    page.text.push_str(inner);
                });
                Some(at + run + inner.len() + run)
            }
            '<' => {
                let end = rest.find('>')?;
                let inner = &rest[1..end];
                match self.named.spelled(inner) {
                    Some(spelled) => self.text.push_str(&spelled),
                    None if is_address(inner) => self.text.push_str(inner),
                    None => return None,
                }
                Some(at + end + 1)
            }
            // Nothing within an address is a sign.
            'h' if at == 0 || text[..at].ends_with(|c: char| !c.is_alphanumeric()) => {
                let end = rest.find(|c: char| c.is_whitespace() || "<>)".contains(c));
                let address = &rest[..end.unwrap_or(rest.len())];
                is_address(address).then(|| {
                    // Signs at its very end close what began before it.
                    let address = address.trim_end_matches(['*', '_', '~', '|', '.', ',', '!']);
                    self.text.push_str(address);
                    at + address.len()
                })
            }
            '[' => {
                let middle = rest.find("](")?;
                let end = middle + rest[middle..].find(')')?;
                let address = rest[middle + 2..end].trim_matches(['<', '>']);
                let label = &rest[1..middle];
                let plain = !label.is_empty() && is_address(address) && !label.contains('[');
                plain.then(|| {
                    let style = Style::Link(address.to_owned());
                    self.styled(style, |page| page.words(label, deep + 1));
                    at + end + 1
                })
            }
            _ if deep < DEEP => {
                let (sign, style, inner) = PAIRS
                    .iter()
                    .find_map(|(sign, style)| Some((*sign, style, paired(text, at, sign)?)))?;
                self.styled(style.clone(), |page| page.words(inner, deep + 1));
                Some(at + sign.len() + inner.len() + sign.len())
            }
            _ => None,
        }
    }
}

/// The words between this sign, which stands here, and its twin.
fn paired<'a>(text: &'a str, at: usize, sign: &str) -> Option<&'a str> {
    let inner = text[at..].strip_prefix(sign)?;
    let single = sign.len() == 1;
    let first = inner.chars().next()?;
    let word = |c: char| c.is_alphanumeric();
    if single && first.is_whitespace() {
        return None;
    }
    // `a_b_c` is a name.
    if sign == "_" && text[..at].ends_with(word) {
        return None;
    }
    let double = sign.repeat(2);
    let mut from = 0;
    while let Some(c) = inner[from..].chars().next() {
        let rest = &inner[from..];
        if c == '\\' {
            from += 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
            continue;
        }
        if single && rest.starts_with(&double) {
            from += double.len();
            continue;
        }
        if let Some(after) = rest.strip_prefix(sign) {
            let ends = match sign {
                "_" => !after.starts_with(word),
                "*" => !inner[..from].ends_with(char::is_whitespace),
                // Of `***` the last two close it.
                _ => !after.starts_with(&sign[..1]),
            };
            if ends && !inner[..from].trim().is_empty() {
                return Some(&inner[..from]);
            }
        }
        from += c.len_utf8();
    }
    None
}

/// Where code on lines of its own stands: its beginning, what is in it, its end.
fn code_block(text: &str) -> Option<(usize, &str, usize)> {
    const FENCE: &str = "```";
    let at = text.match_indices(FENCE).map(|(at, _)| at).find(|at| !text[..*at].ends_with('\\'))?;
    let inner = &text[at + FENCE.len()..];
    let length = inner.find(FENCE)?;
    let end = at + FENCE.len() + length + FENCE.len();
    let inner = &inner[..length];
    // The first line may name a language.
    let named = |line: &str| line.chars().all(|c| c.is_alphanumeric() || "+-#_.".contains(c));
    let body = match inner.split_once('\n') {
        Some((language, body)) if named(language) => body,
        _ => inner,
    };
    let body = body.trim_matches('\n');
    (!body.trim().is_empty()).then_some((at, body, end))
}

/// The text up to a run of exactly this many backticks.
fn closing<'a>(text: &'a str, fence: &str) -> Option<&'a str> {
    let mut at = 0;
    while let Some(found) = text[at..].find('`') {
        let from = at + found;
        let run = text[from..].len() - text[from..].trim_start_matches('`').len();
        if run == fence.len() {
            return Some(&text[..from]).filter(|inner| !inner.is_empty());
        }
        at = from + run;
    }
    None
}

/// What stands in a heading, or in a line of small print.
fn heading(line: &str) -> Option<&str> {
    let title = ["# ", "## ", "### "].into_iter().find_map(|sign| line.strip_prefix(sign))?;
    Some(title).filter(|title| !title.trim().is_empty())
}

fn is_quote(line: &str) -> bool {
    line.starts_with("> ") || line.starts_with(">>> ")
}

fn is_address(text: &str) -> bool {
    let page = ["https://", "http://"].into_iter().find_map(|scheme| text.strip_prefix(scheme));
    page.is_some_and(|page| !page.is_empty() && !page.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left of a text, with the styled stretches and their styles.
    fn check(text: &str, words: &str, styled: &[(&str, Style)]) {
        let (read, styles) = read(text, &Named::default());
        assert_eq!(read, words, "{text:?}");
        let found: Vec<(&str, Style)> =
            styles.iter().map(|s| (&read[s.from..s.to], s.style.clone())).collect();
        assert_eq!(found, styled, "{text:?}");
    }

    #[test]
    fn signs_become_styles() {
        check("Das ist **wichtig**", "Das ist wichtig", &[("wichtig", Style::Bold)]);
        check(
            "*so* _oder_ __so__",
            "so oder so",
            &[("so", Style::Italic), ("oder", Style::Italic), ("so", Style::Underline)],
        );
        check(
            "~~nein~~ ||geheim||",
            "nein geheim",
            &[("nein", Style::Strike), ("geheim", Style::Spoiler)],
        );
        check("***beides***", "beides", &[("beides", Style::Bold), ("beides", Style::Italic)]);
        check("**a *b* c**", "a b c", &[("a b c", Style::Bold), ("b", Style::Italic)]);
        check("# Titel\nText", "Titel\nText", &[("Titel", Style::Bold)]);
    }

    #[test]
    fn what_is_no_sign_stays() {
        for text in ["2 * 3 * 4", "a_b_c@d_e.de", "**", "* eins\n* zwei", "5*", "_", "~~", "1 || 2"]
        {
            check(text, text, &[]);
        }
        check(r"\*kein\* \_so\_", "*kein* _so_", &[]);
        check(r"C:\neu", r"C:\neu", &[]);
        check("https://x.example/a_b_c*d*", "https://x.example/a_b_c*d*", &[]);
    }

    #[test]
    fn code_is_left_alone() {
        check("`**a**` b", "**a** b", &[("**a**", Style::Code)]);
        check("``a`b``", "a`b", &[("a`b", Style::Code)]);
        check(
            "x\n```rust\nlet *a* = 1;\n```",
            "x\nlet *a* = 1;",
            &[("let *a* = 1;", Style::Block)],
        );
    }

    #[test]
    fn quotes_and_links() {
        check("> eins\n> zwei\ndrei", "eins\nzwei\ndrei", &[("eins\nzwei", Style::Quote)]);
        check(">>> alles\nhier", "alles\nhier", &[("alles\nhier", Style::Quote)]);
        let link = Style::Link("https://a.example/b".to_owned());
        check("[hier](https://a.example/b).", "hier.", &[("hier", link)]);
        check("[1] (so)", "[1] (so)", &[]);
        check("<https://a.example/> <:rad:42> <@7>", "https://a.example/ :rad: @…", &[]);
    }

    #[test]
    fn whatever_is_written_is_read_soon() {
        let mut random = fastrand::Rng::with_seed(11);
        let signs = [
            "*",
            "**",
            "_",
            "__",
            "~~",
            "||",
            "`",
            "```",
            "\\",
            ">",
            "> ",
            "[",
            "](",
            ")",
            "\n",
            "ä",
            " ",
            "https://a",
            "<",
            "😀",
            "# ",
        ];
        for _ in 0..500 {
            let text: String =
                (0..random.usize(0..300)).map(|_| signs[random.usize(0..signs.len())]).collect();
            let (words, styles) = read(&text, &Named::default());
            assert!(words.len() <= text.len() + 2);
            assert!(styles.iter().all(|s| words.get(s.from..s.to).is_some_and(|w| !w.is_empty())));
        }
    }
}
