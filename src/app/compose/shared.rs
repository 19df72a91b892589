//! What goes along with words from one side to the other: what the other platform can show goes as it
//! is, the rest is told in words.

use crate::app::edition::Edition;
use crate::domain::conversation::State;
use crate::domain::event::Incoming;
use crate::domain::ids::{Channel, Locale};
use crate::domain::media::{FileKind, Shared, megabytes, whole_megabytes};
use crate::domain::reply::{Arg, Outbound, Part, Reply};
use crate::domain::value::Value;

/// Something as it reaches the other side.
#[derive(Default)]
pub(super) struct Passed {
    /// What is said about it, for what cannot be shown.
    pub words: Vec<String>,
    /// What is shown.
    pub media: Vec<Shared>,
}

/// What of this a platform can show, and what is said about the rest, in that language.
pub(super) fn passed(
    edition: &Edition,
    (locale, name): (&Locale, &str),
    to: Channel,
    media: &[Shared],
) -> Passed {
    let mut passed = Passed::default();
    for shared in media {
        let kind = edition.phrase(locale, &format!("desk-kind-{}", shared.kind()));
        match shared {
            Shared::File(file) if file.breaks(to).is_some() => {
                let size = megabytes(file.size.unwrap_or_default());
                let args = [("kind", kind), ("size", size), ("name", name.to_owned())];
                passed.words.push(say(edition, locale, "desk-heard-too_large", &args));
            }
            shared if shared.is_shown_on(to) => passed.media.push(shared.clone()),
            Shared::File(file) => {
                let sign = file.sign.as_deref().filter(|_| file.kind == FileKind::Sticker);
                let words = sign.map_or(format!("({kind})"), |sign| format!("{sign} ({kind})"));
                passed.words.push(words);
            }
            Shared::Place(place) => {
                let (north, east) = place.degrees();
                let title = place.named().map(|named| format!("{named}, "));
                let title = title.unwrap_or_default();
                let link = place.link();
                passed.words.push(format!("📍 {kind}: {title}{north}, {east} {link}"));
            }
            Shared::Person { name, phone } => {
                passed.words.push(format!("📇 {kind}: {name}, {phone}"));
            }
        }
    }
    passed
}

/// Words with what is said about the rest, a line each. What is shown and has no words is named.
pub(super) fn with_words(
    edition: &Edition,
    locale: &Locale,
    passed: &Passed,
    words: &str,
) -> String {
    let mut lines: Vec<String> = passed.words.clone();
    let bare = lines.is_empty() && words.trim().is_empty();
    if let (true, Some(first)) = (bare, passed.media.first()) {
        let kind = edition.phrase(locale, &format!("desk-kind-{}", first.kind()));
        let count = passed.media.len();
        lines.push(match count {
            1 => format!("({kind})"),
            _ => format!("({count} × {kind})"),
        });
    }
    lines.extend(Some(words.to_owned()).filter(|words| !words.trim().is_empty()));
    lines.join("\n")
}

/// What somebody is told whose file is too large for the rep's platform.
pub(super) fn refused(
    edition: &Edition,
    incoming: &Incoming,
    state: &State,
    to: Channel,
) -> Option<(Reply, Outbound)> {
    let file =
        incoming.along.media.iter().filter_map(Shared::file).find(|f| f.breaks(to).is_some())?;
    let text = |words: String| Arg::Value(Value::Text(words));
    let part = Part::tell("desk-told-too_large")
        .with("size", text(megabytes(file.size.unwrap_or_default())))
        .with("limit", text(whole_megabytes(file.breaks(to).unwrap_or_default())));
    let reply = Reply { parts: vec![part], ..Reply::default() };
    let outbound = edition.render(state, &reply, incoming.at).outbound;
    Some((reply, outbound))
}

/// What stands in the record for something that was shared: its kind, in brackets, and a place's name.
pub(super) fn recorded(media: &[Shared], words: &str) -> String {
    let kinds: Vec<String> = media.iter().map(Shared::recorded).collect();
    let kinds = kinds.join(" ");
    match words.trim().is_empty() {
        true => kinds,
        false if kinds.is_empty() => words.to_owned(),
        false => format!("{kinds} {words}"),
    }
}

/// A sentence in a language.
pub(super) fn say(
    edition: &Edition,
    locale: &Locale,
    key: &str,
    args: &[(&str, String)],
) -> String {
    let part = args.iter().fold(Part::tell(key), |part, (name, value)| {
        part.with(name, Arg::Value(Value::Text(value.clone())))
    });
    let reply = Reply { parts: vec![part], ..Reply::default() };
    let state = State { locale: Some(locale.clone()), ..State::default() };
    edition.render(&state, &reply, chrono::DateTime::UNIX_EPOCH).outbound.text()
}
