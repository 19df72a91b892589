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
    /// A card that is brought up to date: with chatter two fifths of a group's minute, and never its
    /// last tenth.
    Edit,
    /// A notice or an answer: a fifth of a group's minute, and never its last fifth.
    Chatter,
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
            // Of a limit of twenty: all; eight, while eighteen have not left; four, while sixteen.
            let part = |tenths: u32| (limit * tenths / 10).max(1);
            let whole = match matter {
                Matter::Alert => limit,
                Matter::Edit => part(9),
                Matter::Chatter => part(8),
            };
            rules.push((of_chat.as_slice(), whole, MINUTE));
            if matter != Matter::Alert {
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
        if is_group(chat) && matter != Matter::Alert {
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
mod tests {
    use super::*;

    const LIMITS: Limits =
        Limits { chat_per_second: 1, group_per_minute: 20, total_per_second: 30 };
    const FOREVER: Duration = Duration::from_secs(100_000);

    /// The most bookings in any window.
    fn densest(mut booked: Vec<Instant>, window: Duration) -> usize {
        booked.sort();
        (0..booked.len())
            .map(|from| booked[from..].iter().take_while(|at| **at < booked[from] + window).count())
            .max()
            .unwrap_or(0)
    }

    #[test]
    fn a_chat_gets_one_a_second() {
        let mut pace = Pace::new(LIMITS);
        let now = Instant::now();
        assert_eq!(pace.book((1, Matter::Alert), now, FOREVER), Duration::ZERO);
        assert_eq!(pace.book((1, Matter::Alert), now, FOREVER), SECOND + MARGIN);
        assert_eq!(pace.book((1, Matter::Alert), now, FOREVER), (SECOND + MARGIN) * 2);
        assert_eq!(pace.book((2, Matter::Alert), now, FOREVER), Duration::ZERO);
    }

    #[test]
    fn a_group_gets_twenty_a_minute() {
        let mut pace = Pace::new(LIMITS);
        let now = Instant::now();
        let waits: Vec<Duration> =
            (0..25).map(|_| pace.book((-5, Matter::Alert), now, FOREVER)).collect();
        assert!(waits[19] < Duration::from_secs(25), "{waits:?}");
        assert!(waits[20] >= MINUTE, "{waits:?}");
    }

    #[test]
    fn everybody_together_gets_thirty_a_second() {
        let mut pace = Pace::new(LIMITS);
        let now = Instant::now();
        let booked: Vec<Instant> =
            (0..100).map(|chat| now + pace.book((chat, Matter::Alert), now, FOREVER)).collect();
        assert_eq!(densest(booked.clone(), SECOND), 30);
        assert!(
            booked.iter().max().expect("one") < &(now + SECOND * 4),
            "it is not slower than allowed"
        );
    }

    #[test]
    fn whatever_comes_no_window_holds_too_many() {
        let mut random = 7_u64;
        let mut next = move |below: u64| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (random >> 33) % below
        };
        let mut pace = Pace::new(LIMITS);
        let mut now = Instant::now();
        let (mut all, mut of_one) = (Vec::new(), Vec::new());
        for _ in 0..600 {
            now += Duration::from_millis(next(40));
            let chat = i64::try_from(next(12)).expect("small");
            let wait = pace.book((chat, Matter::Alert), now, Duration::from_secs(4));
            if wait <= Duration::from_secs(4) {
                all.push(now + wait);
                if chat == 3 {
                    of_one.push(now + wait);
                }
            }
        }
        assert!(densest(all, SECOND) <= 30);
        assert_eq!(densest(of_one, SECOND), 1);
    }

    #[test]
    fn a_wait_too_long_books_nothing() {
        let mut pace = Pace::new(LIMITS);
        let now = Instant::now();
        pace.close(1, now + MINUTE);
        assert_eq!(pace.book((2, Matter::Alert), now, SECOND), MINUTE, "the pause is everybody's");
        assert_eq!(pace.book((2, Matter::Alert), now, SECOND), MINUTE, "nothing was booked");
        assert!(pace.is_closed(2, now) && !pace.is_closed(2, now + MINUTE));
    }

    #[test]
    fn a_group_that_had_too_much_holds_up_nobody_else() {
        let mut pace = Pace::new(LIMITS);
        let now = Instant::now();
        pace.close(-5, now + MINUTE);
        assert_eq!(pace.book((-5, Matter::Alert), now, SECOND), MINUTE);
        assert_eq!(pace.book((2, Matter::Alert), now, SECOND), Duration::ZERO);
    }

    #[test]
    fn a_slow_answer_counts_from_the_answer() {
        let mut pace = Pace::new(LIMITS);
        let now = Instant::now();
        pace.book((1, Matter::Alert), now, FOREVER);
        let answered = now + Duration::from_millis(700);
        pace.answered(1, answered);
        assert_eq!(pace.book((1, Matter::Alert), answered, FOREVER), SECOND + MARGIN);
    }

    #[test]
    fn lesser_things_leave_room_for_alerts() {
        let mut pace = Pace::new(LIMITS);
        let now = Instant::now();
        let book = |pace: &mut Pace, matter, at| pace.book((-5, matter), at, FOREVER);
        let chatter: Vec<_> = (0..5).map(|_| book(&mut pace, Matter::Chatter, now)).collect();
        assert!(chatter[3] < Duration::from_secs(5) && chatter[4] >= MINUTE, "{chatter:?}");
        let mut pace = Pace::new(LIMITS);
        let edits: Vec<_> = (0..9).map(|_| book(&mut pace, Matter::Edit, now)).collect();
        assert!(edits[7] < Duration::from_secs(10) && edits[8] >= MINUTE, "{edits:?}");
        let alerts: Vec<_> = (0..13)
            .map(|_| book(&mut pace, Matter::Alert, now + Duration::from_secs(10)))
            .collect();
        assert!(alerts[0] < SECOND && alerts[10] < Duration::from_secs(15), "{alerts:?}");
    }

    /// Seeded arrivals of a group's day: alerts and edits by chance, each as often a minute as said.
    /// Edits wait for their turn without a place in the queue, as the sender lets them. How long each
    /// alert waited, in order, and the moments of all.
    fn a_day_of(alerts: u64, edits: u64) -> (Vec<Duration>, Vec<Instant>) {
        const STEP: Duration = Duration::from_millis(50);
        let mut random = 11_u64;
        let mut chance = move |a_minute: u64| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (random >> 33) % (60_000 / 50) < a_minute
        };
        let mut pace = Pace::new(LIMITS);
        let mut now = Instant::now();
        let end = now + Duration::from_secs(86_400);
        let (mut waiting, mut to_edit) = (std::collections::VecDeque::new(), 0_u32);
        let (mut waited, mut left) = (Vec::new(), Vec::new());
        while now < end {
            if chance(alerts) {
                waiting.push_back(now);
            }
            to_edit += u32::from(chance(edits));
            while let Some(since) = waiting.front().copied() {
                let wait = pace.book((-5, Matter::Alert), now, Duration::from_secs(4));
                if wait > Duration::from_secs(4) {
                    break;
                }
                waiting.pop_front();
                waited.push(now + wait - since);
                left.push(now + wait);
            }
            if to_edit > 0 {
                let wait = pace.book((-5, Matter::Edit), now, SECOND);
                if wait <= SECOND {
                    to_edit -= 1;
                    left.push(now + wait);
                }
            }
            now += STEP;
        }
        waited.sort();
        (waited, left)
    }

    #[test]
    fn five_alerts_a_minute_wait_less_than_five_seconds_whatever_is_edited() {
        let (waited, left) = a_day_of(5, 30);
        assert!(waited.len() > 6_000, "{}", waited.len());
        let p99 = waited[waited.len() * 99 / 100];
        assert!(p99 < Duration::from_secs(5), "{p99:?}");
        assert!(densest(left, MINUTE) <= 20, "the platform's limit holds");
    }

    #[test]
    fn beyond_the_limit_alerts_get_nearly_all_of_it() {
        let (waited, left) = a_day_of(25, 30);
        let (alerts, all) = (waited.len(), left.len());
        assert!(alerts * 100 > all * 98, "{alerts} of {all}");
        assert!(alerts > 60 * 24 * 18, "and all of it is used: {alerts}");
    }
}
