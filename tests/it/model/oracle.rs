//! What must hold, told from what was committed and what left, in that order.

use std::collections::BTreeMap;

use docent::domain::desk::Deed;
use docent::domain::event::Event;
use docent::store::turns::{Author, Turn};

/// One talk as it must be.
#[derive(Default)]
pub struct Oracle {
    /// Who holds it.
    owner: Option<String>,
    /// Words of reps that must leave, by turn, and whether they have.
    words: BTreeMap<i64, bool>,
    /// The last turn whose words of a rep have left for the first time.
    last: i64,
    /// What is wrong.
    pub faults: Vec<String>,
}

impl Oracle {
    /// A turn was committed under this number.
    pub fn committed(&mut self, event: &Event, turn: &Turn, number: i64) {
        let (Event::Rep(act), Some(row)) = (event, &turn.act) else { return };
        let rep = act.rep.to_string();
        let done = row.outcome == "done";
        let holder = self.owner.clone();
        let mine = holder.as_ref() == Some(&rep);
        let mut fault = |why: &str| {
            let held = holder.as_deref().unwrap_or("the bot");
            self.faults.push(format!("turn {number}: {rep} {why} while {held} has the talk"));
        };
        match (&act.deed, done) {
            (Deed::Claim, true) => {
                if holder.is_some() {
                    fault("claims");
                }
                self.owner = Some(rep);
            }
            (Deed::Take { .. }, true) => {
                if mine {
                    fault("takes over");
                }
                self.owner = Some(rep);
            }
            (Deed::Release, true) => {
                if !mine {
                    fault("gives back");
                }
                self.owner = None;
            }
            (Deed::Say { .. }, true) => {
                if !mine {
                    fault("speaks");
                }
                self.words.insert(number, false);
            }
            (Deed::Say { .. } | Deed::Release, false) if mine => fault("is refused"),
            (Deed::Claim, false) if holder.is_none() => fault("is refused"),
            _ => {}
        }
        let said = turn.messages.iter().any(|message| message.author == Author::Rep);
        if said != (done && matches!(act.deed, Deed::Say { .. })) {
            self.faults.push(format!("turn {number}: words in the record that were not said"));
        }
    }

    /// A sender begins to send a message: of a rep, or of the bot.
    pub fn begins(&mut self, turn: i64, of_rep: bool) {
        if !of_rep && let Some(owner) = &self.owner {
            self.faults.push(format!("turn {turn}: the bot speaks while {owner} has the talk"));
        }
        if of_rep && !self.words.contains_key(&turn) {
            self.faults.push(format!("turn {turn}: words leave that no owner said"));
        }
    }

    /// A message arrived.
    pub fn arrives(&mut self, turn: i64, of_rep: bool) {
        let Some(left) = self.words.get_mut(&turn).filter(|_| of_rep) else { return };
        if !std::mem::replace(left, true) {
            if turn < self.last {
                self.faults
                    .push(format!("turn {turn}: words overtake those of turn {}", self.last));
            }
            self.last = turn;
        }
    }

    /// All is over.
    pub fn ends(&mut self) {
        let lost = self.words.iter().filter(|(_, left)| !**left);
        self.faults.extend(lost.map(|(turn, _)| format!("turn {turn}: a rep's words never left")));
    }
}
