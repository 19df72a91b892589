//! Text as Telegram takes it: formatting as entities counted in UTF-16, in pieces that fit.
//!
//! What a writer wrote may be bold (`**so**`). What was inserted is never read as markup, whatever
//! is in it: it goes out letter by letter, and no parse mode is ever set.

use std::ops::Range;

use teloxide_core::types::{MessageEntity, MessageEntityKind};

use super::styles;
use crate::domain::reply::Span;
use crate::domain::style::{Styled, moved, retained, within};

/// The longest text of a message, in UTF-16 units.
pub(super) const TEXT: usize = 4_096;
/// The longest text under a picture.
pub(super) const CAPTION: usize = 1_024;

/// What a writer puts around bold words.
const BOLD: &str = "**";

/// A text with its bold stretches, in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rich {
    pub(super) text: String,
    bold: Vec<Range<usize>>,
    /// How people set the words that were inserted.
    set: Vec<Styled>,
    /// Stretches that are addresses of the platform's own, which no app finds by itself.
    links: Vec<Range<usize>>,
    /// The first word stands for somebody, by their address.
    mention: Option<String>,
}

/// A piece that fits into one message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// The words.
    pub(super) text: String,
    /// Their formatting.
    pub(super) entities: Vec<MessageEntity>,
}

impl Rich {
    /// Reads the spans of a reply.
    pub(super) fn of(spans: &[Span]) -> Self {
        let mut rich = Self::default();
        let mut open = None;
        // Marks count only in pairs; a lonely one is what it looks like.
        let marks: usize =
            spans.iter().filter(|s| !s.inserted).map(|s| s.text.matches(BOLD).count()).sum();
        let mut left = marks - marks % 2;
        for span in spans {
            if span.inserted {
                let (words, styles) = retained(&span.text, &span.styles, is_shown);
                rich.set.extend(moved(&styles, rich.text.len()));
                rich.text.push_str(&words);
                continue;
            }
            let mut rest = span.text.as_str();
            while let Some(at) = rest.find(BOLD).filter(|_| left > 0) {
                rich.text.push_str(&clean(&rest[..at]));
                left -= 1;
                match open.take() {
                    None => open = Some(rich.text.len()),
                    Some(from) if from < rich.text.len() => rich.bold.push(from..rich.text.len()),
                    Some(_) => {}
                }
                rest = &rest[at + BOLD.len()..];
            }
            rich.text.push_str(&clean(rest));
        }
        rich
    }

    /// The same with this address made a link wherever it stands.
    pub(super) fn linking(mut self, address: Option<&str>) -> Self {
        if let Some(address) = address {
            let found = self.text.match_indices(address);
            self.links = found.map(|(at, _)| at..at + address.len()).collect();
        }
        self
    }

    /// The same with the first word, which is their name, made a mention of somebody.
    pub(super) fn mentioning(mut self, user: Option<&str>) -> Self {
        self.mention = user.map(|user| format!("tg://user?id={user}"));
        self
    }

    /// Whether there is nothing to read.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Pieces of at most `most` units, cut between paragraphs where there are any, else between
    /// lines, sentences, words, and only then within a word.
    pub(super) fn pieces(&self, most: usize) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut from = self.text.len() - self.text.trim_start().len();
        let end = self.text.trim_end().len();
        while from < end {
            let cut = cut(&self.text[from..end], most) + from;
            let shown = self.text[from..cut].trim_end();
            pieces.push(self.piece(from..from + shown.len()));
            from = cut + (self.text[cut..end].len() - self.text[cut..end].trim_start().len());
        }
        pieces
    }

    fn piece(&self, range: Range<usize>) -> Piece {
        let text = &self.text[range.clone()];
        let entities = self.bold.iter().filter_map(|bold| {
            let (from, to) = (bold.start.max(range.start), bold.end.min(range.end));
            let words = self.text.get(from..to).filter(|words| !words.trim().is_empty())?;
            // Telegram trims blanks at the ends of an entity; so do we, to count alike.
            let from = from + (words.len() - words.trim_start().len());
            let before = units(&self.text[range.start..from]);
            Some(MessageEntity::bold(before, units(words.trim())))
        });
        let links = self.links.iter().filter_map(|link| {
            let words = self.text.get(link.clone())?;
            let within = link.start >= range.start && link.end <= range.end;
            let url = words.parse().ok().filter(|_| within)?;
            let before = units(&self.text[range.start..link.start]);
            Some(MessageEntity::new(MessageEntityKind::TextLink { url }, before, units(words)))
        });
        let set = within(&self.set, range.clone()).into_iter().filter_map(|styled| {
            let words = text.get(styled.from..styled.to)?;
            let from = styled.from + (words.len() - words.trim_start().len());
            let length = units(words.trim());
            let before = units(&text[..from]);
            (length > 0).then(|| styles::entity(&styled.style, before, length)).flatten()
        });
        let mention = self.mention.as_ref().filter(|_| range.start == 0).and_then(|address| {
            let name = text.split(|c: char| !c.is_alphanumeric()).next()?;
            let url = address.parse().ok().filter(|_| !name.is_empty())?;
            Some(MessageEntity::new(MessageEntityKind::TextLink { url }, 0, units(name)))
        });
        let entities = mention.into_iter().chain(entities).chain(links).chain(set).collect();
        Piece { text: text.to_owned(), entities }
    }
}

/// Where to cut a text so that the first part has at most `most` units.
fn cut(text: &str, most: usize) -> usize {
    let mut count = 0;
    let fits = text
        .char_indices()
        .find(|(_, c)| {
            count += c.len_utf16();
            count > most
        })
        .map(|(at, _)| at);
    let Some(fits) = fits else { return text.len() };
    let head = &text[..fits];
    // A cut that leaves next to nothing before it helps nobody.
    let worth = |at: &usize| *at >= fits / 4;
    let after = |mark: &str| head.rfind(mark).map(|at| at + mark.len()).filter(worth);
    ["\n\n", "\n", ". ", "! ", "? ", " "].into_iter().find_map(after).unwrap_or(fits)
}

/// The length as Telegram counts it.
pub(super) fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// Text without characters that no platform shows, and that Postgres or others refuse.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter(|c| is_shown(*c)).collect()
}

/// Whether some platform shows a character.
pub(super) fn is_shown(c: char) -> bool {
    !c.is_control() || matches!(c, '\n' | '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literal(text: &str) -> Span {
        Span::written(text.to_owned())
    }

    fn inserted(text: &str) -> Span {
        Span::inserted(text.to_owned())
    }

    fn bold(spans: &[Span]) -> Vec<(String, usize, usize)> {
        let rich = Rich::of(spans);
        let [piece] = &rich.pieces(TEXT)[..] else { panic!("one piece") };
        let utf16: Vec<u16> = piece.text.encode_utf16().collect();
        piece
            .entities
            .iter()
            .map(|e| {
                let words = String::from_utf16_lossy(&utf16[e.offset..e.offset + e.length]);
                (words, e.offset, e.length)
            })
            .collect()
    }

    #[test]
    fn entities_count_in_utf16() {
        // The rocket has two units, and é one.
        let found = bold(&[literal("🚀é **now "), inserted("😀!"), literal("** then")]);
        assert_eq!(found, [("now 😀!".to_owned(), 4, 7)]);
    }

    #[test]
    fn what_is_inserted_is_no_markup() {
        let spans = [literal("Hi "), inserted("**Ann** <b>_x_</b>"), literal("!")];
        assert_eq!(bold(&spans), []);
        assert_eq!(Rich::of(&spans).text, "Hi **Ann** <b>_x_</b>!");
    }

    #[test]
    fn a_lonely_mark_stays() {
        assert_eq!(Rich::of(&[literal("2**3")]).text, "2**3");
        assert_eq!(Rich::of(&[literal("**a** b**")]).text, "a b**");
        assert_eq!(bold(&[literal("****x")]), []);
    }

    #[test]
    fn long_texts_are_cut_at_paragraphs() {
        let paragraph = "word ".repeat(300);
        let text = [paragraph.trim(); 5].join("\n\n");
        let pieces = Rich::of(&[literal(&text)]).pieces(TEXT);
        assert_eq!(pieces.len(), 3);
        for piece in &pieces {
            assert!(units(&piece.text) <= TEXT);
            assert!(piece.text.starts_with("word") && piece.text.ends_with("word"));
        }
        let joined: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(joined.join("\n\n"), text, "nothing is lost");
    }

    #[test]
    fn whatever_the_text_nothing_is_lost_and_all_fits() {
        for text in
            ["x".repeat(9_000), "🚀".repeat(5_000), "a b\nc. ".repeat(2_000), "\n".repeat(9_000)]
        {
            for most in [TEXT, CAPTION, 7] {
                let pieces = Rich::of(&[literal(&text)]).pieces(most);
                let bare = |text: &str| text.split_whitespace().collect::<String>();
                let kept: String = pieces.iter().map(|piece| bare(&piece.text)).collect();
                assert_eq!(kept, bare(&text));
                assert!(pieces.iter().all(|p| (1..=most).contains(&units(&p.text))));
            }
        }
    }

    #[test]
    fn bold_goes_on_across_a_cut() {
        let text = format!("{}\n\n**{} {}**", "a".repeat(40), "b".repeat(30), "c".repeat(30));
        let pieces = Rich::of(&[literal(&text)]).pieces(50);
        let spans: Vec<Vec<(usize, usize)>> = pieces
            .iter()
            .map(|p| p.entities.iter().map(|e| (e.offset, e.length)).collect())
            .collect();
        assert_eq!(spans, [vec![], vec![(0, 30)], vec![(0, 30)]]);
    }

    #[test]
    fn an_address_of_the_platform_becomes_a_link() {
        let rich = Rich::of(&[literal("Ä "), inserted("tg://user?id=7"), literal(".")]);
        let [piece] = &rich.linking(Some("tg://user?id=7")).pieces(TEXT)[..] else {
            panic!("one piece")
        };
        let made = serde_json::to_value(&piece.entities).expect("JSON");
        let link = serde_json::json!([{ "type": "text_link", "url": "tg://user?id=7",
            "offset": 2, "length": 14 }]);
        assert_eq!(made, link);
    }

    #[test]
    fn the_first_word_mentions_somebody() {
        let rich = Rich::of(&[inserted("Kim"), literal(", ⏰ now")]).mentioning(Some("7"));
        let made = serde_json::to_value(&rich.pieces(TEXT)[0].entities).expect("JSON");
        let link = serde_json::json!([{ "type": "text_link", "url": "tg://user?id=7",
            "offset": 0, "length": 3 }]);
        assert_eq!(made, link);
    }

    #[test]
    fn control_characters_are_dropped() {
        assert_eq!(clean("a\0b\u{7}c\nd"), "abc\nd");
    }
}
