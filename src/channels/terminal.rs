//! The terminal as a channel: replies printed, buttons as numbered options.
//!
//! It goes through the whole durable path: what is printed here was committed before, and left
//! through the outbox. Two forms: [`Look::Chat`] for people, [`Look::Lines`] for programs that
//! speak JSON lines.

use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use tokio::sync::watch;

use crate::app::channel::{ChatChannel, Delivered, Delivery, DeliveryError};
use crate::domain::contact::Identity;
use crate::domain::ids::{AccountId, Channel, TurnNumber};
use crate::domain::reply::{Button, ChoiceId};

/// Where the printed lines go.
pub type Out = Box<dyn Write + Send>;

/// How replies look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Text, wrapped, with numbered options.
    Chat,
    /// One JSON object a line.
    Lines,
}

/// A terminal session: a channel account of its own.
pub struct Terminal {
    account: AccountId,
    look: Look,
    width: usize,
    out: Mutex<Out>,
    shown: watch::Sender<Shown>,
}

/// What was printed last.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// The turn of the last message printed.
    pub turn: TurnNumber,
    /// The options under it.
    pub options: Vec<Button>,
}

/// A delivery as a program reads it.
#[derive(Serialize)]
struct DeliveryLine<'a> {
    event: &'static str,
    to: &'a str,
    turn: TurnNumber,
    ordinal: i16,
    text: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    choices: &'a Vec<Button>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    maybe_repeated: bool,
}

impl Terminal {
    /// A terminal session named `account` that prints to `out`, `width` columns wide.
    #[must_use]
    pub fn new(account: AccountId, look: Look, width: usize, out: Out) -> Arc<Self> {
        Arc::new(Self {
            account,
            look,
            width: width.clamp(20, 100),
            out: Mutex::new(out),
            shown: watch::Sender::new(Shown::default()),
        })
    }

    /// Follows what was printed.
    #[must_use]
    pub fn shown(&self) -> watch::Receiver<Shown> {
        self.shown.subscribe()
    }

    /// The person at this terminal.
    #[must_use]
    pub fn identity(&self, external_id: &str) -> Identity {
        Identity {
            channel: Channel::Terminal,
            account: self.account.clone(),
            external_id: external_id.to_owned(),
        }
    }

    /// Prints a line that is no message.
    pub fn print(&self, line: &str) {
        let mut out = self.out.lock().unwrap_or_else(PoisonError::into_inner);
        // Nobody reads a closed terminal.
        let _closed = writeln!(out, "{line}").and_then(|()| out.flush());
    }

    fn paint(&self, delivery: &Delivery) -> String {
        let mut lines = String::new();
        for paragraph in visible(&delivery.outbound.text()).lines() {
            for line in wrap(paragraph, self.width - 2) {
                lines.push_str("  ");
                lines.push_str(&line);
                lines.push('\n');
            }
        }
        if !delivery.outbound.choices.is_empty() {
            lines.push('\n');
        }
        for (number, button) in (1..).zip(&delivery.outbound.choices) {
            lines.push_str(&format!("  {number}) {}\n", visible(&button.label)));
        }
        lines
    }
}

impl ChatChannel for Terminal {
    fn channel(&self) -> Channel {
        Channel::Terminal
    }

    fn account(&self) -> &AccountId {
        &self.account
    }

    async fn deliver(&self, delivery: Delivery) -> Result<Delivered, DeliveryError> {
        let painted = match self.look {
            Look::Chat => self.paint(&delivery),
            Look::Lines => {
                let line = DeliveryLine {
                    event: "delivered",
                    to: &delivery.to.external_id,
                    turn: delivery.turn,
                    ordinal: delivery.ordinal,
                    text: delivery.outbound.text(),
                    choices: &delivery.outbound.choices,
                    maybe_repeated: delivery.maybe_repeated,
                };
                serde_json::to_string(&line)
                    .map_err(|_| DeliveryError::Rejected { reason: "no JSON form".to_owned() })?
            }
        };
        {
            let mut out = self.out.lock().unwrap_or_else(PoisonError::into_inner);
            let printed = writeln!(out, "{painted}").and_then(|()| out.flush());
            if printed.is_err() {
                return Err(DeliveryError::Unreachable {
                    reason: "the terminal is closed".to_owned(),
                });
            }
        }
        self.shown.send_modify(|shown| {
            shown.turn = shown.turn.max(delivery.turn);
            shown.options = delivery.outbound.choices;
        });
        Ok(Delivered { platform_id: None })
    }
}

/// The choice that a typed line picks by its number or its label, if it does.
#[must_use]
pub fn picked(line: &str, options: &[Button]) -> Option<ChoiceId> {
    let line = line.trim();
    let number = line.trim_start_matches('#').trim_end_matches([')', '.']).parse::<usize>().ok();
    if let Some(button) = number.and_then(|n| n.checked_sub(1)).and_then(|at| options.get(at)) {
        return Some(button.id.clone());
    }
    let same = |button: &&Button| button.label.trim().to_lowercase() == line.to_lowercase();
    options.iter().find(same).map(|button| button.id.clone())
}

/// Text without control characters, which could otherwise steer the terminal.
fn visible(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

/// Breaks a paragraph at spaces.
fn wrap(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in paragraph.split(' ') {
        let length = word.chars().count();
        let current = lines.last().map_or(0, |line| line.chars().count());
        match lines.last_mut() {
            Some(line) if current == 0 || current + 1 + length <= width => {
                if current > 0 {
                    line.push(' ');
                }
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> Vec<Button> {
        ["yes", "no"]
            .map(|id| Button { id: ChoiceId::Option(id.into()), label: id.to_uppercase() })
            .to_vec()
    }

    #[test]
    fn a_number_or_a_label_picks_an_option() {
        let id = |line: &str| picked(line, &options()).map(|choice| choice.to_string());
        assert_eq!(id("2").as_deref(), Some("option.no"));
        assert_eq!(id("#1").as_deref(), Some("option.yes"));
        assert_eq!(id(" Yes ").as_deref(), Some("option.yes"));
        assert_eq!(id("3"), None);
        assert_eq!(id("0"), None);
        assert_eq!(id("why"), None);
    }

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("", 8), [""]);
        assert_eq!(visible("a\u{1b}[31mb\nc"), "a[31mb\nc");
    }
}
