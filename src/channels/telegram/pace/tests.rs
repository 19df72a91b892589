use super::*;

const LIMITS: Limits = Limits { chat_per_second: 1, group_per_minute: 20, total_per_second: 30 };
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
    let alerts: Vec<_> =
        (0..13).map(|_| book(&mut pace, Matter::Alert, now + Duration::from_secs(10))).collect();
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

#[test]
fn words_of_talks_leave_room_for_alerts_and_cards() {
    let mut pace = Pace::new(LIMITS);
    let now = Instant::now();
    let waits: Vec<_> = (0..15).map(|_| pace.book((-5, Matter::Talk), now, FOREVER)).collect();
    assert!(waits[13] < Duration::from_secs(16) && waits[14] >= MINUTE, "{waits:?}");
    let mut pace = Pace::new(LIMITS);
    for _ in 0..14 {
        pace.book((-5, Matter::Talk), now, FOREVER);
    }
    let later = now + Duration::from_secs(20);
    let alerts: Vec<_> = (0..4).map(|_| pace.book((-5, Matter::Alert), later, FOREVER)).collect();
    assert!(alerts[3] < Duration::from_secs(5), "{alerts:?}");
    assert!(pace.book((-5, Matter::Edit), later, FOREVER) > Duration::from_secs(20));
    assert!(pace.book((-5, Matter::Talk), later, FOREVER) > Duration::from_secs(20));
}
