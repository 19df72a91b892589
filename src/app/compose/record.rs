//! What a turn adds to a lead's record: points with their reasons, wishes, moves, touches.

use crate::app::edition::Edition;
use crate::app::plain::readable;
use crate::decide::Effect;
use crate::domain::conversation::State;
use crate::domain::desk::{Deed, RepAct, Ruling};
use crate::domain::ids::{Locale, TurnNumber};
use crate::store::turns::EventRow;

/// The lines of a lead's record that a turn adds.
#[derive(Default)]
pub(super) struct Record {
    pub events: Vec<EventRow>,
    pub withdrawn: Vec<(TurnNumber, i16)>,
}

impl Record {
    /// The lines of these effects.
    pub(super) fn of(edition: &Edition, state: &State, effects: &[Effect]) -> Self {
        let mut record = Self::default();
        let locale = &edition.script.bot.default_locale;
        // Awards first: their ordinals are known to the state.
        for effect in effects {
            if let Effect::Awarded(award) = effect {
                let reason = edition.reason(locale, state, &format!("score-{}", award.rule));
                record.events.push(EventRow::award(award, reason));
            }
        }
        for effect in effects {
            record.line(edition, state, locale, effect);
        }
        record
    }

    fn line(&mut self, edition: &Edition, state: &State, locale: &Locale, effect: &Effect) {
        let (kind, rule, reason) = match effect {
            Effect::Awarded(_)
            | Effect::Erase
            | Effect::Reminded(_)
            | Effect::CallDue
            | Effect::CallAgreed
            | Effect::SpokenFor(_)
            | Effect::Alerted
            | Effect::Rang
            | Effect::AskedOwner(_)
            | Effect::Missed(_)
            | Effect::Climbed(_) => return,
            Effect::Ruled(act, ruling) => match told(act, ruling) {
                Some(line) => line,
                None => return,
            },
            Effect::Withdrawn(award) => {
                self.withdrawn.push((award.turn, award.ordinal));
                return;
            }
            Effect::Wished(rule, heat) => {
                let reason = edition.reason(locale, state, &format!("score-{rule}"));
                ("wish", format!("{rule}"), format!("{reason} ({})", heat.as_str()))
            }
            Effect::Moved(from, to, key) => {
                let reason = edition.reason(locale, state, key.as_str());
                (
                    "stage",
                    to.as_str().to_owned(),
                    format!("{} → {}: {reason}", from.as_str(), to.as_str()),
                )
            }
            Effect::Heated(from, to) => {
                ("heat", to.as_str().to_owned(), format!("{} → {}", from.as_str(), to.as_str()))
            }
            Effect::PersonRequested(reason) => ("handoff", reason.clone(), readable(reason)),
            Effect::Touched(campaign, live) => {
                let aside = if *live { "" } else { " (not running)" };
                ("touch", campaign.to_string(), format!("Came by the campaign {campaign}{aside}"))
            }
        };
        let ordinal = self.events.iter().map(|event| event.ordinal + 1).max().unwrap_or(0);
        self.events.push(EventRow { ordinal, kind: kind.to_owned(), rule, reason, points: None });
    }
}

/// What a rep did, where it tells something about the lead.
fn told(act: &RepAct, ruling: &Ruling) -> Option<(&'static str, String, String)> {
    let silent = act.deed.is_of_words()
        || matches!(act.deed, Deed::Note { .. } | Deed::Turn | Deed::Refuse | Deed::Keep);
    if silent || !ruling.is_done() {
        return None;
    }
    let deed = readable(act.deed.as_str()).to_lowercase();
    let reason = act.deed.reason().map_or_else(String::new, |reason| format!(" ({reason})"));
    Some(("rep", act.deed.as_str().to_owned(), format!("{}: {deed}{reason}", act.name)))
}
