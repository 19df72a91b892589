//! Texts of the house that reps say as their own words: in the visitor's language, whatever the rep's is.

use crate::app::edition::Edition;
use crate::decide::Effect;
use crate::domain::conversation::State;
use crate::domain::desk::{Deed, RepAct};
use crate::domain::ids::{Locale, TextKey};
use crate::domain::reply::{Arg, Part, Reply};
use crate::domain::value::Value;

/// What the keys of such texts begin with.
pub const PREFIX: &str = "snippet-";

/// The text that a rep says in this turn, with its key.
pub(super) fn said<'a>(
    edition: &Edition,
    (state, name): (&State, Option<&str>),
    effects: &'a [Effect],
) -> Option<(&'a RepAct, String, TextKey)> {
    effects.iter().find_map(|effect| match effect {
        Effect::Ruled(act, ruling) if ruling.is_done() => match &act.deed {
            Deed::Snippet { id, more } => {
                let words = words(edition, state, id, (&act.name, name));
                let parts = [words.trim(), more.trim()];
                let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                Some((act, parts.join(" "), TextKey::from(format!("{PREFIX}{id}"))))
            }
            _ => None,
        },
        _ => None,
    })
}

/// A text as it is said to somebody: by whom, and to whom.
#[must_use]
pub fn words(
    edition: &Edition,
    state: &State,
    id: &str,
    (rep, name): (&str, Option<&str>),
) -> String {
    let text = |words: &str| Arg::Value(Value::Text(words.to_owned()));
    let part = Part::tell(format!("{PREFIX}{id}"))
        .with("rep", text(rep))
        .with("name", text(name.unwrap_or_default()));
    let reply = Reply { parts: vec![part], ..Reply::default() };
    let now = state.heard_at.unwrap_or_default();
    edition.render(state, &reply, now).outbound.text()
}

/// The ids of the texts that a rep can say: those of the default locale, which is always complete.
#[must_use]
pub fn ids(edition: &Edition) -> Vec<String> {
    let house: &Locale = &edition.script.bot.default_locale;
    let keys = edition.texts.keys_with_prefix(PREFIX).into_iter();
    let own = keys.filter(|key| edition.texts.has(house, key, None));
    own.filter_map(|key| Some(key.strip_prefix(PREFIX)?.to_owned())).collect()
}
