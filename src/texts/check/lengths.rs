//! Texts and labels that are too long to read or to send.

use super::{Checker, Written, most};
use crate::diagnostic::{Diagnostic, codes};
use crate::texts::source::Piece;

/// What one reads at a glance.
const COMFORTABLE: usize = 600;
/// What Discord takes in a message; Telegram takes 4096.
const DISCORD: usize = 2000;
const TELEGRAM: usize = 4096;
/// What fits a button on a phone.
const LABEL: usize = 40;
/// What Discord takes on a button.
const LABEL_LIMIT: usize = 80;

impl Checker<'_> {
    pub(super) fn lengths(&mut self, written: &Written<'_>) {
        let length = most(&written.text.pattern, &|piece| match piece {
            Piece::Text(text) => text.chars().count(),
            _ => 0,
        });
        let place = self.place(written.file, &written.text.span);
        if written.is_on_a_button() && length > LABEL {
            let fault = Diagnostic::new(
                &codes::LABEL_TOO_LONG,
                format!("`{}` has {length} characters on a button", written.name()),
            );
            self.faults.push(if length > LABEL_LIMIT {
                fault
                    .at(place)
                    .error()
                    .reason(format!("Discord takes {LABEL_LIMIT} at most"))
                    .help("say the rest in the text above the buttons")
            } else {
                fault
                    .at(place)
                    .reason(format!("beyond {LABEL} phones cut the label off"))
                    .help("shorten it to what tells it from the other buttons")
            });
        } else if length > COMFORTABLE {
            let fault = Diagnostic::new(
                &codes::TEXT_TOO_LONG,
                format!("`{}` has {length} characters without its variables", written.name()),
            );
            let platform = match length {
                TELEGRAM.. => Some(format!("Discord takes {DISCORD} at most, Telegram {TELEGRAM}")),
                DISCORD.. => Some(format!("Discord takes {DISCORD} at most")),
                _ => None,
            };
            self.faults.push(match platform {
                Some(reason) => fault.at(place).error().reason(reason).help("cut it"),
                None => fault
                    .at(place)
                    .reason(format!("in a chat nobody reads more than {COMFORTABLE} in one go"))
                    .help("keep what answers the question, and offer the rest"),
            });
        }
    }
}
