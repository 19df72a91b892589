//! What a talk says must have come, held against what came.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::stage::{Stage, id_of};
use crate::app::plain::written;
use crate::domain::ids::Locale;
use crate::domain::reply::Part;

impl Stage<'_> {
    fn parts(&self) -> &[Part] {
        self.reply.as_ref().map_or(&[], |reply| &reply.parts)
    }

    pub(super) fn says_key(&mut self, key: &str) -> Result<(), String> {
        let found = self
            .parts()
            .iter()
            .skip(self.matched)
            .position(|part| names(part).iter().any(|n| n == key));
        match found {
            Some(at) => {
                self.matched += at + 1;
                Ok(())
            }
            None => Err(format!("expected the text `{key}`, but {}", self.said())),
        }
    }

    pub(super) fn says(&self, words: &str, wanted: bool) -> Result<(), String> {
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ").to_lowercase();
        if plain(&self.text).contains(&plain(words)) == wanted {
            return Ok(());
        }
        let verb = if wanted { "expected" } else { "did not expect" };
        Err(format!("{verb} the words \"{words}\", but {}", self.said()))
    }

    pub(super) fn offers(&self, ids: &[&str]) -> Result<(), String> {
        let offered: Vec<Cow<'_, str>> = self.state.offered.iter().map(id_of).collect();
        let silent = self.reply.is_none();
        if offered == ids && !silent {
            return Ok(());
        }
        Err(format!("expected the choices [{}], but {}", ids.join("] ["), self.said()))
    }

    pub(super) fn holds(&self, claim: &str) -> Result<(), String> {
        let mut words = claim.splitn(2, ' ');
        let what = words.next().unwrap_or("");
        let value = words.next().unwrap_or("").trim();
        let is = match what {
            "heat" => self.state.heat.as_str().to_owned(),
            "stage" => self.state.stage.as_str().to_owned(),
            "handoff" => self.state.handoff.as_str().to_owned(),
            "flow" => self
                .state
                .stack
                .last()
                .map_or_else(|| "none".to_owned(), |frame| frame.flow.to_string()),
            "locale" => self.state.locale.as_ref().map_or("none", Locale::as_str).to_owned(),
            "stopped" => self.state.stopped.to_string(),
            "slot" => return self.slot_holds(value),
            _ => {
                return Err(format!(
                    "`= {claim}`: expected slot, heat, stage, handoff, flow, locale or stopped"
                ));
            }
        };
        if is == value {
            return Ok(());
        }
        Err(format!("expected {what} {value}, but it is {is}; {}", self.said()))
    }

    fn slot_holds(&self, claim: &str) -> Result<(), String> {
        let (slot, value) = claim.split_once(' ').unwrap_or((claim, "none"));
        if !self.edition.script.slots.contains_key(slot) {
            return Err(format!("there is no slot `{slot}`"));
        }
        let is =
            self.state.slots.get(slot).map_or_else(|| "none".to_owned(), |f| written(&f.value));
        if is.eq_ignore_ascii_case(value.trim()) {
            return Ok(());
        }
        Err(format!("expected slot {slot} {value}, but it is {is}; {}", self.said()))
    }

    pub(super) fn offered(&self) -> String {
        let ids: Vec<Cow<'_, str>> = self.state.offered.iter().map(id_of).collect();
        if ids.is_empty() { "nothing".to_owned() } else { format!("[{}]", ids.join("] [")) }
    }

    /// What was said, for a failure.
    fn said(&self) -> String {
        if self.reply.is_none() {
            return "nothing was said".to_owned();
        }
        let keys: Vec<String> =
            self.parts().iter().map(|part| names(part).swap_remove(0)).collect();
        let mut said = format!("it said {}", keys.join(", "));
        if !self.state.offered.is_empty() {
            let _ = write!(said, " with {}", self.offered());
        }
        for line in self.text.lines().filter(|line| !line.trim().is_empty()) {
            let _ = write!(said, "\n      | {line}");
        }
        said
    }
}

/// The names that a part may be called by: with its attribute, and by its message.
fn names(part: &Part) -> Vec<String> {
    let mut names = Vec::new();
    if let Some(attribute) = &part.attribute {
        names.push(format!("{}.{attribute}", part.key));
    }
    names.push(part.key.to_string());
    names.extend(part.general.iter().map(ToString::to_string));
    names
}
