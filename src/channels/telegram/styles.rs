//! How people set their words, as Telegram tells it: entities, counted in UTF-16.

use serde_json::Value;
use teloxide_core::types::{MessageEntity, MessageEntityKind};

use crate::domain::style::{Style, Styled, retained};

use super::text::is_shown;

/// Words without what nobody sees, and how they are set.
pub(super) fn read(text: &str, entities: Option<&Value>) -> (String, Vec<Styled>) {
    let told = entities.and_then(Value::as_array).into_iter().flatten();
    let styles: Vec<Styled> = told.filter_map(|entity| styled(text, entity)).collect();
    retained(text, &styles, is_shown)
}

fn styled(text: &str, entity: &Value) -> Option<Styled> {
    let style = match entity["type"].as_str()? {
        "bold" => Style::Bold,
        "italic" => Style::Italic,
        "underline" => Style::Underline,
        "strikethrough" => Style::Strike,
        "spoiler" => Style::Spoiler,
        "code" => Style::Code,
        "pre" => Style::Block,
        "blockquote" | "expandable_blockquote" => Style::Quote,
        "text_link" => Style::Link(entity["url"].as_str()?.to_owned()),
        // What apps find by themselves, they find on the other side, too.
        _ => return None,
    };
    let from = usize::try_from(entity["offset"].as_u64()?).ok()?;
    let to = from + usize::try_from(entity["length"].as_u64()?).ok()?;
    let (from, to) = (byte(text, from), byte(text, to));
    (from < to).then_some(Styled { from, to, style })
}

/// The byte at which this unit begins.
fn byte(text: &str, unit: usize) -> usize {
    let mut units = 0;
    let found = text.char_indices().find(|(_, c)| {
        let here = units >= unit;
        units += c.len_utf16();
        here
    });
    found.map_or(text.len(), |(at, _)| at)
}

/// The entity of a style; none for an address that is none.
pub(super) fn entity(style: &Style, offset: usize, length: usize) -> Option<MessageEntity> {
    let kind = match style {
        Style::Bold => MessageEntityKind::Bold,
        Style::Italic => MessageEntityKind::Italic,
        Style::Underline => MessageEntityKind::Underline,
        Style::Strike => MessageEntityKind::Strikethrough,
        Style::Spoiler => MessageEntityKind::Spoiler,
        Style::Code => MessageEntityKind::Code,
        Style::Block => MessageEntityKind::Pre { language: None },
        Style::Quote => MessageEntityKind::Blockquote,
        Style::Link(address) => MessageEntityKind::TextLink { url: address.parse().ok()? },
    };
    Some(MessageEntity::new(kind, offset, length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn entities_are_stretches_of_bytes() {
        let entities = json!([
            { "type": "bold", "offset": 3, "length": 4 },
            { "type": "text_link", "offset": 0, "length": 2, "url": "https://a.example/" },
            { "type": "mention", "offset": 0, "length": 2 },
            { "type": "italic", "offset": 90, "length": 2 },
            { "type": "bold" }
        ]);
        // The rocket has two units and four bytes.
        let (text, styles) = read("🚀\u{7} ä now", Some(&entities));
        assert_eq!(text, "🚀 ä now");
        let set: Vec<(&str, &Style)> =
            styles.iter().map(|s| (&text[s.from..s.to], &s.style)).collect();
        let link = Style::Link("https://a.example/".to_owned());
        assert_eq!(set, [(" ä n", &Style::Bold), ("🚀", &link)]);
    }
}
