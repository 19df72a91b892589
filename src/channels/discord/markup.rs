//! Text as Discord shows it: escaped, and no message too long. What is set on purpose is of
//! [`super::sheet`].

/// The longest content of a message. Discord counts characters; counted here are UTF-16 units,
/// which are never fewer.
pub const LONGEST: usize = 2000;

/// Signs that mean something anywhere.
const ANYWHERE: &[char] = &['\\', '*', '_', '~', '`', '|', '<', '>', '[', ']'];

/// Writes text so that Discord shows it as it is. Addresses of pages are left alone: a backslash
/// would break them, and within them nothing is markup.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            out.push('\n');
        }
        escape_line(line, &mut out);
    }
    out
}

fn escape_line(line: &str, out: &mut String) {
    let body = line.trim_start();
    out.push_str(&line[..line.len() - body.len()]);
    let mut rest = body;
    if let Some(after) = marks_a_line(body) {
        let (mark, following) = body.split_at(after);
        // The last sign of the mark is the one that counts: `1.` as well as `##`.
        let sign = mark.len() - mark.chars().next_back().map_or(0, char::len_utf8);
        out.push_str(&mark[..sign]);
        out.push('\\');
        out.push_str(&mark[sign..]);
        rest = following;
    }
    while !rest.is_empty() {
        let address = address_length(rest);
        if address > 0 {
            out.push_str(&rest[..address]);
            rest = &rest[address..];
            continue;
        }
        // Up to the end of the word, so that an address begins only where a word does.
        let end = rest
            .char_indices()
            .skip(1)
            .find(|(at, _)| rest[..*at].ends_with(|c: char| !c.is_alphanumeric()))
            .map_or(rest.len(), |(at, _)| at);
        for c in rest[..end].chars() {
            if ANYWHERE.contains(&c) {
                out.push('\\');
            }
            out.push(c);
        }
        rest = &rest[end..];
    }
}

/// How long the mark at the start of a line is that would make a heading or a list of it.
fn marks_a_line(line: &str) -> Option<usize> {
    let signs = line.len() - line.trim_start_matches('#').len();
    let heading = (1..=3).contains(&signs).then_some(signs);
    let subtext = line.starts_with("-#").then_some(1);
    let list = line.starts_with(['-', '+']).then_some(1);
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let numbered = (digits > 0 && line[digits..].starts_with('.')).then_some(digits + 1);
    if subtext.is_some() {
        return subtext;
    }
    heading.or(list).or(numbered).filter(|length| line[*length..].starts_with(' '))
}

/// The length of the address of a page that the text begins with; 0 when it begins with none.
fn address_length(text: &str) -> usize {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return 0;
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(c);
    let length = rest.find(|c| !plain(c)).unwrap_or(rest.len());
    match length {
        0 => 0,
        length => text.len() - rest.len() + length,
    }
}

/// How Discord counts.
#[must_use]
pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Breaks escaped text into messages: at paragraphs where that is possible, else at lines,
/// sentences, words, and only then within one.
#[must_use]
pub fn split(text: &str, longest: usize) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = text.trim();
    while length(rest) > longest {
        let at = break_at(rest, longest);
        let (head, tail) = rest.split_at(at);
        if !head.trim().is_empty() {
            parts.push(head.trim_end().to_owned());
        }
        rest = tail.trim_start();
    }
    if !rest.is_empty() {
        parts.push(rest.to_owned());
    }
    parts
}

fn break_at(text: &str, longest: usize) -> usize {
    let mut units = 0;
    let mut room = text.len();
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > longest {
            room = at;
            break;
        }
    }
    let head = &text[..room];
    // A break that leaves a tiny message is worse than one at a lesser place.
    let least = head.len() / 3;
    for place in ["\n\n", "\n", ". ", "! ", "? ", " "] {
        let found = head.rfind(place).map(|at| at + place.trim_end().len());
        if let Some(at) = found.filter(|at| *at >= least && *at > 0) {
            return at;
        }
    }
    // Between a backslash and its sign nothing breaks.
    let slashes = head.len() - head.trim_end_matches('\\').len();
    let at = if slashes % 2 == 1 { room - 1 } else { room };
    if at == 0 { text.chars().next().map_or(1, char::len_utf8) } else { at }
}

/// Cuts plain text that has a limit, with a sign that something is gone.
#[must_use]
pub fn cut(text: &str, longest: usize) -> String {
    if length(text) <= longest {
        return text.to_owned();
    }
    let mut units = 1;
    let mut out: String = text
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units <= longest
        })
        .collect();
    out.truncate(out.trim_end().len());
    out.push('…');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(escaped(text), expected, "{text:?}");
    }

    #[test]
    fn nothing_becomes_markup() {
        check("plain, 4.890 € (net)", "plain, 4.890 € (net)");
        check("**bold** _it_ ~~no~~", r"\*\*bold\*\* \_it\_ \~\~no\~\~");
        check("`code` ||hidden||", r"\`code\` \|\|hidden\|\|");
        check("<@42> <#7> <t:1:R>", r"\<@42\> \<#7\> \<t:1:R\>");
        check("[a](https://x.example/a_b)", r"\[a\](https://x.example/a_b)");
        check(r"back\slash", r"back\\slash");
    }

    #[test]
    fn lines_stay_lines() {
        check("# big\n## less\n#tag", "\\# big\n#\\# less\n#tag");
        check("- one\n+ two\n-three", "\\- one\n\\+ two\n-three");
        check("1. one\n12. two\n4.890 €", "1\\. one\n12\\. two\n4.890 €");
        check("-# small\n> said", "\\-# small\n\\> said");
        check("+43 316 555", "+43 316 555");
        check("• a\n\n• b_c", "• a\n\n• b\\_c");
    }

    #[test]
    fn addresses_of_pages_stay_whole() {
        check("see https://x.example/a_b*c now_", r"see https://x.example/a_b*c now\_");
        check("xhttps://a_b", r"xhttps://a\_b");
        check("https://", "https://");
        check("(http://x.example/_)", "(http://x.example/_)");
    }

    #[test]
    fn breaks_at_the_best_place() {
        assert_eq!(split("short", 10), ["short"]);
        assert_eq!(split("one one\n\ntwo two", 10), ["one one", "two two"]);
        assert_eq!(split("one one\ntwo two", 10), ["one one", "two two"]);
        assert_eq!(split("One is. Two is", 10), ["One is.", "Two is"]);
        assert_eq!(split("aaaa bbbb cccc", 10), ["aaaa bbbb", "cccc"]);
        assert_eq!(split("abcdefghijklm", 5), ["abcde", "fghij", "klm"]);
        assert_eq!(split("", 5), Vec::<String>::new());
        // Two units each.
        assert_eq!(split("😀😀😀", 5), ["😀😀", "😀"]);
        assert_eq!(split(r"abcd\*efg", 5), [r"abcd", r"\*efg"]);
    }

    #[test]
    fn every_message_fits_and_nothing_is_lost() {
        let mut random = fastrand::Rng::with_seed(7);
        for _ in 0..300 {
            let words = ["a", "bike*", "\n", "\n\n", "end.", "😀", "https://x.example/a_b", "ó"];
            let text: String = (0..random.usize(0..400))
                .map(|_| format!("{} ", words[random.usize(0..words.len())]))
                .collect();
            let text = escaped(&text);
            let parts = split(&text, 100);
            assert!(parts.iter().all(|part| length(part) <= 100 && !part.trim().is_empty()));
            let squeeze = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(squeeze(&parts.concat()), squeeze(&text));
        }
    }

    #[test]
    fn what_is_too_long_is_cut() {
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("abcd", 3), "ab…");
        assert_eq!(cut("a  d", 3), "a…");
    }
}
