//! Commands and components made plain: how each is answered at once, and the turn it makes.
//!
//! Pure. Start reading at [`interaction`].

use chrono::{DateTime, Utc};

use super::{Heard, Us, clean, identity, name};
use crate::channels::discord::wire::{Interaction, Snowflake};
use crate::domain::along::Along;
use crate::domain::event::{Event, Incoming};
use crate::domain::ids::{Locale, OptionId};
use crate::domain::reply::{ChoiceId, DeskButton};

/// The button under a public reply that leads to the private talk.
pub const PRIVATE_BUTTON: &str = "private";
/// What begins the id of a select; the values carry the choices.
pub const SELECT: &str = "pick";

/// A command or a component was used: it is answered at once, then makes a turn.
#[derive(Clone, Debug, PartialEq)]
pub struct Use {
    /// Its id.
    pub id: Snowflake,
    /// What answers it.
    pub token: String,
    /// Who used it.
    pub user: Snowflake,
    /// How it is answered within three seconds.
    pub answer: Answer,
    /// The language of their app.
    pub locale: Option<Locale>,
    /// The turn it makes.
    pub incoming: Option<Incoming>,
    /// The private channel it came from, none in a server.
    pub talk: Option<Snowflake>,
}

/// The first answer to an interaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Taken; what follows is an ordinary message.
    Taken,
    /// The question once more, so that it stands in the talk.
    Echo(String),
    /// A short word that it was heard.
    Moment,
    /// Seen by them alone: it goes on in private.
    InPrivate,
    /// Product facts, in public.
    Facts(String),
    /// A button of the desk: the answer tells what came of it.
    Desk(String),
    /// No completions.
    NoCompletions,
}

/// What somebody used, in private or in a server.
pub(super) fn interaction(used: &Interaction, us: &Us, now: DateTime<Utc>) -> Heard {
    let in_server = used.guild_id.is_some();
    let member = used.member.as_ref().and_then(|member| member.user.as_ref());
    let Some(user) = used.user.as_ref().or(member) else { return Heard::Nothing };
    let locale = used.locale.as_deref().filter(|tag| !tag.is_empty()).map(Locale::from);
    let (answer, event) = match used.kind {
        2 => command(used, in_server),
        3 if used.data.custom_id == PRIVATE_BUTTON => {
            (Answer::InPrivate, Some(Event::Start { campaign: None }))
        }
        3 if DeskButton::is_of_desk(&used.data.custom_id) => {
            (Answer::Desk(used.data.custom_id.clone()), None)
        }
        3 => (Answer::Taken, pressed(used)),
        4 => (Answer::NoCompletions, None),
        5 => (Answer::Taken, None),
        _ => return Heard::Nothing,
    };
    let incoming = event.map(|event| Incoming {
        identity: identity(us, user.id),
        update_id: used.id.number(),
        message: None,
        name: name(user),
        handle: None,
        locale_hint: locale.clone(),
        along: Along::default(),
        event,
        at: now,
    });
    let talk = used.channel_id.filter(|_| !in_server);
    let (id, token, user) = (used.id, used.token.clone(), user.id);
    Heard::Used(Use { id, token, user, answer, locale, incoming, talk })
}

/// A slash command: in private it makes a turn; in a server too, and its reply goes to the private
/// talk, but for a question, which gets product facts where it was asked.
fn command(used: &Interaction, in_server: bool) -> (Answer, Option<Event>) {
    let given = |name: &str| {
        let found = used.data.options.iter().find(|option| option.name == name);
        found.and_then(|option| option.value.as_str()).map(clean).filter(|text| !text.is_empty())
    };
    let choice = match used.data.name.as_str() {
        "ask" => {
            let Some(text) = given("question") else { return (Answer::Moment, None) };
            return match in_server {
                true => (Answer::Facts(text), None),
                false => (Answer::Echo(text.clone()), Some(Event::Said { text })),
            };
        }
        "human" => ChoiceId::Intent("human".into()),
        "stop" => ChoiceId::Intent("stop".into()),
        "privacy" => ChoiceId::Intent("privacy".into()),
        "language" => match given("language") {
            Some(tag) => ChoiceId::Option(OptionId::from(format!("language_{tag}"))),
            None => ChoiceId::Intent("change_language".into()),
        },
        // A command of an older version of ours, or of a house that registered its own.
        _ => return (Answer::Moment, Some(Event::Start { campaign: None })),
    };
    let answer = if in_server { Answer::InPrivate } else { Answer::Moment };
    (answer, Some(Event::Pressed { choice, of_turn: None }))
}

/// A button, or what was picked in a select. What is none of ours any more is met as an old button.
fn pressed(used: &Interaction) -> Option<Event> {
    let (id, turn) = match used.data.custom_id.split_once('|') {
        Some((id, turn)) => (id, turn.parse().ok()),
        None => (used.data.custom_id.as_str(), None),
    };
    let wire = if id == SELECT || !used.data.values.is_empty() {
        used.data.values.first().map(String::as_str)?
    } else {
        id
    };
    let choice = wire.parse().unwrap_or_else(|_| ChoiceId::Option(OptionId::from("old_button")));
    Some(Event::Pressed { choice, of_turn: turn })
}
