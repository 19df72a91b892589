//! What was sent in and what came out, kept apart from the database.

use std::collections::{BTreeMap, BTreeSet};

use super::bot::Told;
use super::load::Sending;

/// A contact and the number of an update.
pub type UpdateKey = (String, i64);
/// A contact, a turn and an ordinal.
pub type ReplyKey = (String, i64, i16);

/// One update and its story.
#[derive(Debug)]
pub struct Update {
    pub line: String,
    /// What was said, when it was said and not pressed.
    pub text: Option<String>,
    /// Life of the bot and place in it, for each time it was sent.
    pub sent: Vec<(usize, usize)>,
    /// Life of the bot and turn, for each time it was acknowledged.
    pub acknowledged: Vec<(usize, Option<i64>)>,
}

/// One delivery of a reply.
#[derive(Debug)]
pub struct Delivery {
    pub text: String,
    pub marked: bool,
    /// Its place among all deliveries.
    pub place: usize,
}

/// The ledger of one run.
#[derive(Debug, Default)]
pub struct Ledger {
    pub updates: BTreeMap<UpdateKey, Update>,
    /// The updates as they were first sent.
    pub in_order: Vec<UpdateKey>,
    pub replies: BTreeMap<ReplyKey, Vec<Delivery>>,
    /// Sent and not acknowledged.
    pub open: BTreeSet<UpdateKey>,
    /// Lines the bot broke off in when it was killed.
    pub torn: usize,
    /// Lines the bot refused.
    pub refused: Vec<String>,
    /// What was told since the last look at the database.
    pub fresh_updates: BTreeSet<UpdateKey>,
    pub fresh_replies: BTreeSet<ReplyKey>,
    /// Several bots run, so a life has no order of its own.
    pub crowded: bool,
    lives: usize,
    sent: usize,
    delivered: usize,
}

impl Ledger {
    /// The bot lives again. Returns the number of this life.
    pub fn begins_life(&mut self) -> usize {
        self.lives += 1;
        self.lives
    }

    /// An update goes to the bot.
    pub fn sends(&mut self, life: usize, sending: &Sending) {
        let key = (sending.from.clone(), sending.update);
        let update = self.updates.entry(key.clone()).or_insert_with(|| {
            self.in_order.push(key.clone());
            Update {
                line: sending.line.clone(),
                text: sending.text.clone(),
                sent: Vec::new(),
                acknowledged: Vec::new(),
            }
        });
        if update.acknowledged.is_empty() {
            self.open.insert(key);
        }
        self.sent += 1;
        update.sent.push((life, self.sent));
    }

    /// The bot told something.
    pub fn hears(&mut self, life: usize, told: Told) {
        match told {
            Told::Acknowledged { update, from, turn } => {
                let key = (from, update);
                self.open.remove(&key);
                match self.updates.get_mut(&key) {
                    Some(known) => known.acknowledged.push((life, turn)),
                    None => self.refused.push(format!("{key:?} was acknowledged and never sent")),
                }
                self.fresh_updates.insert(key);
            }
            Told::Delivered { to, turn, ordinal, text, maybe_repeated } => {
                let key = (to, turn, ordinal);
                self.delivered += 1;
                let delivery = Delivery { text, marked: maybe_repeated, place: self.delivered };
                self.replies.entry(key.clone()).or_default().push(delivery);
                self.fresh_replies.insert(key);
            }
            Told::Refused { reason } => self.refused.push(reason),
            Told::Torn => self.torn += 1,
        }
    }

    /// How often a line went to the bot.
    pub fn sendings(&self) -> usize {
        self.sent
    }

    /// How many replies came out, repeats included.
    pub fn deliveries(&self) -> usize {
        self.delivered
    }

    /// Replies that came out more than once, by how many times more.
    pub fn repeats(&self) -> usize {
        self.replies.values().map(|times| times.len() - 1).sum()
    }

    /// Replies that say of themselves that they may be repeats.
    pub fn marked(&self) -> usize {
        self.replies.values().flatten().filter(|delivery| delivery.marked).count()
    }

    /// Repeats that do not say so.
    pub fn unmarked_repeats(&self) -> Vec<String> {
        let unmarked = |times: &&Vec<Delivery>| times.iter().skip(1).any(|again| !again.marked);
        let found = self.replies.iter().filter(|(_, times)| unmarked(times));
        found.map(|(key, _)| format!("{key:?}")).collect()
    }

    /// Updates that were told to have made more than one turn.
    pub fn torn_apart(&self) -> Vec<String> {
        let turns = |update: &Update| -> BTreeSet<i64> {
            update.acknowledged.iter().filter_map(|(_, turn)| *turn).collect()
        };
        let twice = self.updates.iter().filter(|(_, update)| turns(update).len() > 1);
        twice.map(|(key, update)| format!("{key:?} made {:?}", turns(update))).collect()
    }

    /// Updates whose turns, of one life of the bot, stand in another order than they were sent in.
    pub fn out_of_order(&self) -> Vec<String> {
        if self.crowded {
            return Vec::new();
        }
        // Contact and life to place and turn.
        let mut lives: BTreeMap<(&str, usize), Vec<(usize, i64)>> = BTreeMap::new();
        for ((from, _), update) in &self.updates {
            for (life, turn) in &update.acknowledged {
                let sent = update.sent.iter().find(|(sent, _)| sent == life);
                if let (Some(turn), Some((_, place))) = (turn, sent) {
                    lives.entry((from, *life)).or_default().push((*place, *turn));
                }
            }
        }
        let mut wrong = Vec::new();
        for ((from, life), mut turns) in lives {
            turns.sort_unstable();
            let swapped = turns.windows(2).filter(|pair| pair[0].1 >= pair[1].1);
            wrong.extend(swapped.map(|pair| format!("{from} in life {life}: turns {pair:?}")));
        }
        wrong
    }

    /// Replies that first came out after a later one of the same contact.
    pub fn delivered_out_of_order(&self) -> Vec<String> {
        if self.crowded {
            return Vec::new();
        }
        // The keys are sorted by contact, turn and ordinal.
        let firsts: Vec<_> =
            self.replies.iter().map(|(key, times)| (key, times[0].place)).collect();
        let swapped = firsts.windows(2).filter(|pair| {
            let ((one, first), (other, second)) = (pair[0], pair[1]);
            one.0 == other.0 && first > second
        });
        swapped.map(|pair| format!("{:?} came after {:?}", pair[0].0, pair[1].0)).collect()
    }
}
