//! The platform's pace: how many messages a second to one chat, to one group a minute, in all.
//!
//! Each booking is a moment at which a message leaves. When the platform has answered, the booking
//! moves to that moment: the message arrived before it, so two bookings a second apart are two
//! arrivals a second apart however long the requests took.
//!
//! A group's minute is shared out, so that an alert never finds it used up by lesser things: see
//! [`Matter`].

use std::collections::HashMap;
use std::time::Duration;

use tokio::time::Instant;

/// How much may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Messages a second to one chat.
    pub chat_per_second: u32,
    /// Messages a minute to one group.
    pub group_per_minute: u32,
    /// Messages a second to everybody.
    pub total_per_second: u32,
}

/// What a message is about: who gives way when a group's minute is short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// A card that alerts, or whatever goes to one person: all of the limit is theirs.
    Alert,
    /// Words in the topic of a talk: never a group's last three tenths, which are left for alerts and
    /// cards. They wait, and none is dropped.
    Talk,
    /// A card that is brought up to date: with chatter two fifths of a group's minute, and never its
    /// last tenth.
    Edit,
    /// A notice or an answer: a fifth of a group's minute, and never its last fifth.
    Chatter,
}

impl Matter {
    /// It shares two fifths of a group's minute with the others of its kind.
    fn is_lesser(self) -> bool {
        matches!(self, Self::Edit | Self::Chatter)
    }
}

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
/// What clocks and queues may be off.
const MARGIN: Duration = Duration::from_millis(60);
/// Chats are forgotten when there are more than these and they have been quiet.
const CHATS: usize = 10_000;

/// What has left lately, and what is about to.
pub(super) struct Pace {
    limits: Limits,
    total: Vec<Instant>,
    chats: HashMap<i64, Vec<Instant>>,
    /// What of it in groups alerted nobody, and what of that was chatter.
    lesser: HashMap<i64, Vec<Instant>>,
    chatter: HashMap<i64, Vec<Instant>>,
    /// Until when the platform wants nothing from us.
    closed_until: Option<Instant>,
    /// The same for one chat.
    chat_closed_until: HashMap<i64, Instant>,
}

/// Groups and channels have negative ids.
pub(super) fn is_group(chat: i64) -> bool {
    chat < 0
}

impl Pace {
    pub(super) fn new(limits: Limits) -> Self {
        Self {
            limits,
            total: Vec::new(),
            chats: HashMap::new(),
            lesser: HashMap::new(),
            chatter: HashMap::new(),
            closed_until: None,
            chat_closed_until: HashMap::new(),
        }
    }

    /// How long a message to this chat has to wait. It is booked when that is at most `patience`.
    pub(super) fn book(
        &mut self,
        (chat, matter): (i64, Matter),
        now: Instant,
        patience: Duration,
    ) -> Duration {
        self.forget(now);
        let at = self.free((chat, matter), now);
        let wait = at.saturating_duration_since(now);
        if wait <= patience {
            self.put((chat, matter), at);
        }
        wait
    }

    /// A message to this chat was answered now: its booking moves here.
    pub(super) fn answered(&mut self, chat: i64, now: Instant) {
        let latest = |booked: &mut Vec<Instant>| {
            let place = booked.iter().rposition(|at| *at <= now);
            let before = place.map(|place| booked.remove(place));
            insert(booked, now);
            before
        };
        let before = latest(self.chats.entry(chat).or_default());
        latest(&mut self.total);
        for of in [&mut self.lesser, &mut self.chatter] {
            let Some(booked) = of.get_mut(&chat) else { continue };
            if let Some(place) = booked.iter().position(|at| Some(*at) == before) {
                booked.remove(place);
                insert(booked, now);
            }
        }
    }

    /// The platform wants nothing for a while: from a group's chat when it was a group's message
    /// that was too much, else from us at all.
    pub(super) fn close(&mut self, chat: i64, until: Instant) {
        if is_group(chat) {
            let closed = self.chat_closed_until.entry(chat).or_insert(until);
            *closed = until.max(*closed);
        } else {
            self.closed_until = Some(self.closed_until.map_or(until, |at| at.max(until)));
        }
    }

    /// How long the platform wants nothing: all that counts for what is no message.
    pub(super) fn pause(&self, chat: i64, now: Instant) -> Duration {
        let of_chat = self.chat_closed_until.get(&chat).copied();
        let until = self.closed_until.max(of_chat);
        until.map_or(Duration::ZERO, |until| until.saturating_duration_since(now))
    }

    /// Whether the platform wants nothing at the moment.
    pub(super) fn is_closed(&self, chat: i64, now: Instant) -> bool {
        self.closed_until.is_some_and(|at| at > now)
            || self.chat_closed_until.get(&chat).is_some_and(|at| *at > now)
    }

    /// The first moment that all limits allow.
    fn free(&self, (chat, matter): (i64, Matter), now: Instant) -> Instant {
        let mut least = now;
        for until in [self.closed_until, self.chat_closed_until.get(&chat).copied()] {
            least = least.max(until.unwrap_or(now));
        }
        let none = Vec::new();
        let of_chat = self.chats.get(&chat).unwrap_or(&none);
        let mut rules = vec![
            (self.total.as_slice(), self.limits.total_per_second, SECOND),
            (of_chat.as_slice(), self.limits.chat_per_second, SECOND),
        ];
        if is_group(chat) {
            let limit = self.limits.group_per_minute;
            let lesser = self.lesser.get(&chat).unwrap_or(&none);
            let chatter = self.chatter.get(&chat).unwrap_or(&none);
            // Of a limit of twenty: all; while fourteen have not left; eight, while eighteen have
            // not; four, while sixteen.
            let part = |tenths: u32| (limit * tenths / 10).max(1);
            let whole = match matter {
                Matter::Alert => limit,
                Matter::Talk => part(7),
                Matter::Edit => part(9),
                Matter::Chatter => part(8),
            };
            rules.push((of_chat.as_slice(), whole, MINUTE));
            if matter.is_lesser() {
                rules.push((lesser.as_slice(), part(4), MINUTE));
            }
            if matter == Matter::Chatter {
                rules.push((chatter.as_slice(), part(2), MINUTE));
            }
        }
        let mut at = least;
        // Each rule that is hurt moves the moment on; no rule is hurt by what is far behind it.
        loop {
            let later = rules.iter().filter_map(|rule| first_hurt(rule, at)).max();
            match later {
                Some(later) => at = later,
                None => return at,
            }
        }
    }

    fn put(&mut self, (chat, matter): (i64, Matter), at: Instant) {
        insert(self.chats.entry(chat).or_default(), at);
        insert(&mut self.total, at);
        if is_group(chat) && matter.is_lesser() {
            insert(self.lesser.entry(chat).or_default(), at);
        }
        if is_group(chat) && matter == Matter::Chatter {
            insert(self.chatter.entry(chat).or_default(), at);
        }
    }

    /// Drops what no rule looks at any more.
    fn forget(&mut self, now: Instant) {
        let old = |window: Duration| move |at: &Instant| *at + window + MARGIN > now;
        self.total.retain(old(SECOND));
        if self.chats.len() > CHATS {
            self.chats.retain(|_, booked| booked.last().is_some_and(old(MINUTE)));
        }
        if self.chat_closed_until.len() > CHATS {
            self.chat_closed_until.retain(|_, at| *at > now);
        }
    }
}

/// When a message at this moment would be one too many, the next moment worth a try.
fn first_hurt(rule: &(&[Instant], u32, Duration), at: Instant) -> Option<Instant> {
    let (booked, most, window) = *rule;
    let window = window + MARGIN;
    let near: Vec<Instant> =
        booked.iter().copied().filter(|b| *b + window > at && at + window > *b).collect();
    // Bookings may lie after this moment, too: any stretch of a window's length that holds it counts.
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let full = (0..near.len()).any(|from| {
        let start = near[from].min(at);
        let within = near[from..].iter().take_while(|b| **b < start + window).count();
        within >= most && at < start + window
    });
    // Everything between this moment and the end of the first one's window is hurt as well.
    full.then(|| {
        near.first().map_or(at + window, |first| *first + window).max(at + Duration::from_millis(1))
    })
}

fn insert(booked: &mut Vec<Instant>, at: Instant) {
    let place = booked.partition_point(|b| *b <= at);
    booked.insert(place, at);
    // No rule looks further back than a minute, and no booking is further ahead.
    booked.retain(|b| *b + MINUTE * 2 > at);
}

#[cfg(test)]
mod tests;
