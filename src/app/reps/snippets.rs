//! Texts of the house that reps can say: which there are, and which one was meant.

use crate::app::compose::snippet;
use crate::app::turns::NotTaken;
use crate::diagnostic::near::nearest;
use crate::domain::contact::ContactId;
use crate::domain::conversation::State;
use crate::domain::desk::Rep;
use crate::store::conversations::Wanted;

use super::{Begun, Hand, Reps, Word};

/// How much of a text a list shows, in characters.
const SHOWN: usize = 70;

impl Reps {
    /// All of them, each with its first words, in the language of the house.
    pub(super) fn snippets(&self, rep: &Rep) -> Begun {
        let edition = self.0.editions.current();
        let ids = snippet::ids(&edition);
        if ids.is_empty() {
            return self.told("desk-say-none");
        }
        let locale = Some(edition.script.bot.default_locale.clone());
        let heard_at = Some(self.0.editions.clock().now());
        let house = State { locale, heard_at, ..State::default() };
        let lines: Vec<String> = ids
            .iter()
            .map(|id| {
                let words = snippet::words(&edition, &house, id, (&rep.name, Some("…")));
                format!("/say {id}: {}", first_words(&words, SHOWN))
            })
            .collect();
        Begun::Told(Word {
            text: self.say("desk-say", &[("lines", lines.join("\n"))]),
            done: true,
            took: false,
            silent: false,
            note: false,
            noted: false,
            aloud: false,
        })
    }

    /// Whether there is such a text.
    pub(super) fn has_snippet(&self, id: &str) -> bool {
        snippet::ids(&self.0.editions.current()).iter().any(|known| known == id)
    }

    /// The words of one for somebody, as they stand for others that were edited into it.
    pub(super) async fn snippet_for(
        &self,
        hand: &Hand,
        talk: ContactId,
        (id, more): (&str, &str),
    ) -> Result<String, NotTaken> {
        let db = &self.0.db;
        let wanted = Wanted { contact: talk, update: None };
        let found = self.insist(|| db.find_conversation(wanted)).await?;
        let name = self.insist(|| db.find_talk(talk)).await?.and_then(|talk| talk.name);
        let state = found.state().unwrap_or_default();
        let rep = self.who(hand.channel, &hand.user).map(|rep| rep.name).unwrap_or_default();
        let edition = self.0.editions.current();
        let words = snippet::words(&edition, &state, id, (&rep, name.as_deref()));
        Ok(format!("{words} {more}").trim().to_owned())
    }

    /// There is none of that name, but perhaps one of a similar one.
    pub(super) fn no_snippet(&self, id: &str) -> Word {
        let ids = snippet::ids(&self.0.editions.current());
        let asked = ("words", id.to_owned());
        let text = match nearest(id, ids.iter().map(String::as_str)) {
            Some(near) => self.say("desk-say-near", &[asked, ("near", near.to_owned())]),
            None => self.say("desk-say-unknown", &[asked]),
        };
        Word {
            text,
            done: false,
            took: false,
            silent: false,
            note: false,
            noted: false,
            aloud: false,
        }
    }
}

/// How a text begins.
pub(super) fn first_words(text: &str, longest: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= longest {
        return line;
    }
    let cut: String = line.chars().take(longest).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', '.', ':', ';']))
}
