//! Messages on their way out, as the outbox keeps them: rendered, with what only reps get.

use serde::{Deserialize, Serialize};

use super::along::{Quoted, Reaction};
use super::contact::ContactId;
use super::ids::TurnNumber;
use super::media::Shared;
use super::reply::ChoiceId;
use super::style::{Styled, moved};

/// A rendered reply as the outbox keeps it: the wire form of [`super::reply::Reply`], with a version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outbound {
    /// The version of this form, now 1.
    pub v: u16,
    /// The text in spans. Their concatenation is the whole text.
    pub spans: Vec<Span>,
    /// Buttons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Button>,
    /// A file name of a picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// On a card: what reps read there as well once its person cannot be written to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unreachable: Option<String>,
    /// What only reps get.
    #[serde(default, skip_serializing_if = "ForReps::is_nothing")]
    pub reps: ForReps,
}

/// What an outbound for reps has beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForReps {
    /// Whose place it goes to, where that is not the reps' chat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Buttons of the desk.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<DeskButton>,
    /// It is no message but a sign at one of theirs, which has reached the prospect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<i64>,
    /// It tells a rep that their words wait, since the other platform does not answer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub waiting: bool,
    /// It stands beside the card and does not replace it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub apart: bool,
    /// On a card: it takes the place of the one that is there; where there is none nothing is sent.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub edits_only: bool,
    /// Whom it mentions, where their app can.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mention: Option<String>,
    /// It is no message of its own: it changes or takes back an earlier one of the same talk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amends: Option<Amends>,
    /// The message of the talk that it answers, as whoever answers has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quotes: Option<Quoted>,
    /// It is no message but a sign at one, where the platform knows that sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reaction: Option<Reaction>,
    /// What is passed on along with the words, as far as the platform can show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<Shared>,
    /// What is said where a file cannot be had any more; without it whoever sent it is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<String>,
    /// On a card: with this turn reps should know, so it goes before other cards.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub alert: bool,
    /// On a card: what is added when it alerts late, with [`ForReps::DELAY`] for by how much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<String>,
    /// Words of a rep that waited for second thoughts: what changed them meanwhile is looked for before
    /// they leave.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub held: bool,
    /// On what opens a talk's place: what stands before it when the place was deleted and is made
    /// anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anew: Option<String>,
    /// On what opens a talk's place: what the place is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// For words in a talk's thread: the chat of its card, where that is one team's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chat: Option<String>,
    /// It belongs into the topic that the talk has in that chat, and the topic is called so. Where
    /// there can be none, it goes to the place named above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
}

/// An earlier message that is changed or taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amends {
    /// The turn that it belongs to.
    pub turn: TurnNumber,
    /// Its place in that turn.
    pub ordinal: i16,
    /// It is taken back; else it gets the words of this one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gone: bool,
    /// What the platform calls it. Found out when it is sent: before that it may not have left.
    #[serde(skip)]
    pub named: Option<String>,
}

impl ForReps {
    /// Stands for a time that is known when the card leaves.
    pub const DELAY: &str = "⧖";

    fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// A button that only reps may press.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskButton {
    /// What it does and in which talk, as the platform gives it back: see [`DeskButton::read`].
    pub data: String,
    /// What is written on it.
    pub label: String,
}

/// What begins the data of a button of the desk.
const DESK: &str = "desk.";

impl DeskButton {
    /// A button that does this in a talk: at most 64 bytes of data.
    #[must_use]
    pub fn new(deed: &str, talk: ContactId, label: String) -> Self {
        Self { data: format!("{DESK}{deed}.{}", talk.0.simple()), label }
    }

    /// Whether data is of the desk, so that it never makes a turn of whoever pressed.
    #[must_use]
    pub fn is_of_desk(data: &str) -> bool {
        data.starts_with(DESK)
    }

    /// The deed and the talk, read back.
    #[must_use]
    pub fn read(data: &str) -> Option<(&str, ContactId)> {
        let (deed, talk) = data.strip_prefix(DESK)?.rsplit_once('.')?;
        Some((deed, ContactId(talk.parse().ok()?)))
    }
}

impl Outbound {
    /// A message of these spans and nothing else, for reps or from them.
    #[must_use]
    pub fn relayed(spans: Vec<Span>, reps: ForReps) -> Self {
        let (choices, picture, unreachable) = (Vec::new(), None, None);
        Self { v: 1, spans, choices, picture, unreachable, reps }
    }

    /// Sets somebody's words, which stand at the end of what was inserted last, as they were set.
    pub fn set(&mut self, words: &str, styles: &[Styled]) {
        if styles.is_empty() || words.is_empty() {
            return;
        }
        let holds = |span: &&mut Span| span.inserted && span.text.ends_with(words);
        if let Some(span) = self.spans.iter_mut().rev().find(holds) {
            span.styles = moved(styles, span.text.len() - words.len());
        }
    }

    /// The message of the talk that it answers, or puts a sign at.
    #[must_use]
    pub fn points_at(&self) -> Option<i64> {
        let quoted = self.reps.quotes.as_ref().map(|quoted| quoted.message);
        quoted.or_else(|| self.reps.reaction.as_ref().map(|reaction| reaction.message))
    }

    /// Repeats the words that it answers, where the message cannot be pointed at.
    pub fn quote_in_words(&mut self) {
        let quoted = self.reps.quotes.take().and_then(|quoted| quoted.words);
        if let Some(words) = quoted {
            self.spans.insert(0, Span::inserted(format!("↪ “{words}”\n")));
        }
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

/// A stretch of rendered text. Inserted values never become markup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Whether a value was inserted here (never to be read as markup), or a writer wrote it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inserted: bool,
    /// How inserted words are set, by their places in the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub styles: Vec<Styled>,
}

impl Span {
    /// What a writer of the house wrote.
    #[must_use]
    pub fn written(text: impl Into<String>) -> Self {
        Self { text: text.into(), inserted: false, styles: Vec::new() }
    }

    /// A value, or somebody's words.
    #[must_use]
    pub fn inserted(text: impl Into<String>) -> Self {
        Self { text: text.into(), inserted: true, styles: Vec::new() }
    }
}

/// A rendered button.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// What it stands for.
    pub id: ChoiceId,
    /// What is written on it.
    pub label: String,
}

/// Which stream of a conversation an outbound belongs to; order is kept within each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(i16)]
pub enum Lane {
    /// To the prospect.
    Prospect = 1,
    /// The rep's card.
    Card = 2,
    /// The rep's thread.
    Thread = 3,
}

impl Lane {
    /// The lane of a stored number.
    #[must_use]
    pub fn from_code(code: i16) -> Option<Self> {
        [Self::Prospect, Self::Card, Self::Thread].into_iter().find(|lane| *lane as i16 == code)
    }

    /// The word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Prospect => "prospect",
            Self::Card => "card",
            Self::Thread => "thread",
        }
    }
}
