//! What reps write: commands to the house, notes among themselves, and words to the prospect.

use crate::domain::desk::{Deed, Unfit};

/// What begins a note where words would go to the prospect.
pub const NOTE: &str = "//";
/// How long `/later` waits when nothing is said, in minutes, and at most.
pub const LATER: (u32, u32) = (120, 60 * 24 * 30);

/// What a line of a rep's means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Something is to be done in the talk.
    Deed(Deed),
    /// Something is asked of the house, which changes nothing.
    Ask(Ask),
    /// A command that does not exist, or lacks something; the text key of what to say.
    Wrong(&'static str),
}

/// What a rep may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// What can be done here.
    Help,
    /// Their talks.
    Talks,
    /// What is known of the lead.
    Lead,
    /// Why the bot said what it said last, and what the score rests on.
    Why,
    /// Which texts stand ready to be said.
    Snippets,
}

/// Reads a line. Without a command it is said to the prospect, or noted with the prefix.
#[must_use]
pub fn read(text: &str) -> Line {
    let text = text.trim();
    if let Some(note) = text.strip_prefix(NOTE) {
        return Line::Deed(Deed::Note { text: note.trim().to_owned() });
    }
    match text.strip_prefix('/') {
        Some(command) => read_command(command),
        None => Line::Deed(Deed::Say { text: text.to_owned() }),
    }
}

/// Reads a line where the app itself keeps the slash: `!bot` is an order, too. A misspelt one is not
/// said to the prospect either; a sign without a word after it is no order.
#[must_use]
pub fn read_chat(text: &str) -> Line {
    match text.trim().strip_prefix('!') {
        Some(order) if order.starts_with(|c: char| c.is_ascii_alphabetic()) => read_command(order),
        _ => read(text),
    }
}

/// A command without its slash. Platforms add the bot's name to it in groups.
#[must_use]
pub fn read_command(command: &str) -> Line {
    let (name, rest) = command.split_once(char::is_whitespace).unwrap_or((command, ""));
    let name = name.split_once('@').map_or(name, |(name, _)| name).to_lowercase();
    let rest = rest.trim();
    let words = || Some(rest.to_owned()).filter(|words| !words.is_empty());
    let deed = match name.as_str() {
        "claim" => Deed::Claim,
        "take" => match words() {
            Some(reason) => Deed::Take { reason },
            None => return Line::Wrong("desk-no_reason"),
        },
        "bot" => Deed::Release,
        "switch" => Deed::Turn,
        // Of which words is told by the message that it answers.
        "unsend" => Deed::Unsend { turn: 0 },
        "say" => match words() {
            None => return Line::Ask(Ask::Snippets),
            Some(words) => {
                let (id, more) = words.split_once(char::is_whitespace).unwrap_or((&words, ""));
                Deed::Snippet { id: id.to_lowercase(), more: more.trim().to_owned() }
            }
        },
        "call" => Deed::Call { when: words(), times: Vec::new(), at_card: false },
        "note" => match words() {
            Some(text) => Deed::Note { text },
            None => return Line::Wrong("desk-unknown"),
        },
        "later" => match minutes(rest) {
            Some(minutes) => Deed::Later { minutes },
            None => return Line::Wrong("desk-later-how"),
        },
        "won" => Deed::Won { amount: words() },
        "lost" => match words() {
            Some(reason) => Deed::Lost { reason },
            None => return Line::Wrong("desk-no_reason"),
        },
        "notforus" => match Unfit::parse(rest) {
            Some(reason) => Deed::NotForUs { reason },
            None => return Line::Wrong("desk-unfit-how"),
        },
        "ban" => match ban(rest) {
            Some(deed) => deed,
            None => return Line::Wrong("desk-ban-how"),
        },
        "unban" => Deed::Unban,
        "help" | "start" => return Line::Ask(Ask::Help),
        "talks" => return Line::Ask(Ask::Talks),
        "lead" => return Line::Ask(Ask::Lead),
        "why" => return Line::Ask(Ask::Why),
        _ => return Line::Wrong("desk-unknown"),
    };
    Line::Deed(deed)
}

/// `7d sends adverts`, `sends adverts`: for how long, and why.
fn ban(text: &str) -> Option<Deed> {
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let timed = first.starts_with(|c: char| c.is_ascii_digit()).then(|| minutes(first)).flatten();
    let reason = if timed.is_some() { rest.trim() } else { text };
    let deed = Deed::Ban { minutes: timed, reason: reason.to_owned() };
    (!reason.is_empty()).then_some(deed)
}

/// `2h`, `30m`, `1d`, `45`: minutes, unless said otherwise.
fn minutes(text: &str) -> Option<u32> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Some(LATER.0);
    }
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (number, unit) = text.split_at(digits);
    let each = match unit.trim() {
        "" | "m" | "min" => 1,
        "h" => 60,
        "d" => 60 * 24,
        _ => return None,
    };
    let minutes = number.parse::<u32>().ok()?.checked_mul(each)?;
    (1..=LATER.1).contains(&minutes).then_some(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Line) {
        assert_eq!(read(text), expected, "{text:?}");
    }

    #[test]
    fn words_are_said_and_notes_are_not() {
        check(" hello there ", Line::Deed(Deed::Say { text: "hello there".into() }));
        check("// he is a friend", Line::Deed(Deed::Note { text: "he is a friend".into() }));
        check("/note he is a friend", Line::Deed(Deed::Note { text: "he is a friend".into() }));
    }

    #[test]
    fn an_unknown_command_is_never_said_to_the_prospect() {
        check("/clam", Line::Wrong("desk-unknown"));
        check("/", Line::Wrong("desk-unknown"));
        check("/note", Line::Wrong("desk-unknown"));
    }

    #[test]
    fn commands_are_read_with_what_they_need() {
        check("/claim@pia_bot", Line::Deed(Deed::Claim));
        check("/take Ann is ill", Line::Deed(Deed::Take { reason: "Ann is ill".into() }));
        check("/take", Line::Wrong("desk-no_reason"));
        check("/BOT", Line::Deed(Deed::Release));
        check("/won 12,400 EUR", Line::Deed(Deed::Won { amount: Some("12,400 EUR".into()) }));
        check("/won", Line::Deed(Deed::Won { amount: None }));
        check("/lost", Line::Wrong("desk-no_reason"));
        check("/notforus wrong fit", Line::Deed(Deed::NotForUs { reason: Unfit::WrongFit }));
        check("/notforus dunno", Line::Wrong("desk-unfit-how"));
        check("/unsend", Line::Deed(Deed::Unsend { turn: 0 }));
        check("/lead", Line::Ask(Ask::Lead));
        let snippet = |id: &str, more: &str| {
            Line::Deed(Deed::Snippet { id: id.to_owned(), more: more.to_owned() })
        };
        check("/say Price", snippet("price", ""));
        check("/say price  and\nmore", snippet("price", "and\nmore"));
        check("/say", Line::Ask(Ask::Snippets));
        let call = |when: Option<&str>| {
            let when = when.map(str::to_owned);
            Line::Deed(Deed::Call { when, times: Vec::new(), at_card: false })
        };
        check("/call", call(None));
        check("/call fri 14:00", call(Some("fri 14:00")));
        let ban = |minutes, reason: &str| Line::Deed(Deed::Ban { minutes, reason: reason.into() });
        check("/ban 7d sends adverts", ban(Some(10_080), "sends adverts"));
        check("/ban 2 bots in a row", ban(Some(2), "bots in a row"));
        check("/ban sends adverts", ban(None, "sends adverts"));
        check("/ban", Line::Wrong("desk-ban-how"));
        check("/ban 7d", Line::Wrong("desk-ban-how"));
        check("/unban", Line::Deed(Deed::Unban));
    }

    #[test]
    fn an_order_may_begin_with_another_sign() {
        assert_eq!(read_chat("!bot"), Line::Deed(Deed::Release));
        assert_eq!(read_chat("!bto"), Line::Wrong("desk-unknown"));
        assert_eq!(read_chat("!!"), Line::Deed(Deed::Say { text: "!!".into() }));
        assert_eq!(read_chat("/bot"), Line::Deed(Deed::Release));
    }

    #[test]
    fn later_takes_a_time() {
        let later = |minutes| Line::Deed(Deed::Later { minutes });
        check("/later", later(120));
        check("/later 2h", later(120));
        check("/later 45", later(45));
        check("/later 1 d", later(1_440));
        check("/later soon", Line::Wrong("desk-later-how"));
        check("/later 0", Line::Wrong("desk-later-how"));
        check("/later 99999d", Line::Wrong("desk-later-how"));
    }
}
