//! What the house answers in a group: said when no alert needs the place, and several at once.
//!
//! Answers that wait for the group's minute become one message, so that ten slips of the keyboard
//! cost one place. What has waited for long is of no use any more and is dropped.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;
use tracing::debug;

use super::pace::Matter;
use super::room::Room;
use super::{Telegram, desk};

/// An answer that is older tells nobody anything.
const STALE: Duration = Duration::from_secs(120);
/// Answers that become one message, at most.
const TOGETHER: usize = 8;

/// What is still to be said, by group and topic.
#[derive(Default)]
pub(super) struct Chatter(Mutex<HashMap<Room, Vec<Waiting>>>);

struct Waiting {
    answers: Option<i64>,
    text: String,
    since: Instant,
}

/// Says something in a group, now or together with what waits there already.
pub(super) async fn say(telegram: Arc<Telegram>, room: Room, answers: Option<i64>, text: String) {
    let first = {
        let mut waiting = telegram.chatter.of_all();
        let waiting = waiting.entry(room).or_default();
        waiting.push(Waiting { answers, text, since: Instant::now() });
        waiting.len() == 1
    };
    // Whoever is first says it for all.
    if !first {
        return;
    }
    loop {
        let place = (room.chat, Matter::Chatter);
        let wait = telegram.pace().book(place, Instant::now(), Duration::ZERO);
        if wait.is_zero() {
            break;
        }
        tokio::time::sleep(wait).await;
    }
    let (said, dropped) = telegram.chatter.take(room, Instant::now());
    if dropped > 0 {
        debug!(dropped, "answers in a group came too late to be said");
    }
    if let Some((answers, text)) = said {
        desk::send_now(telegram, room, answers, text).await;
    }
}

impl Chatter {
    fn of_all(&self) -> MutexGuard<'_, HashMap<Room, Vec<Waiting>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All that waits in a group as one message, under the message that was answered last; and how
    /// much is left out.
    fn take(&self, room: Room, now: Instant) -> (Option<(Option<i64>, String)>, usize) {
        let mut waiting = self.of_all().remove(&room).unwrap_or_default();
        let all = waiting.len();
        waiting.retain(|word| now.saturating_duration_since(word.since) < STALE);
        let mut texts: Vec<String> = Vec::new();
        let answers = waiting.last().and_then(|word| word.answers);
        for word in waiting.into_iter().rev().take(TOGETHER).rev() {
            if !texts.contains(&word.text) {
                texts.push(word.text);
            }
        }
        let left_out = all - texts.len();
        ((!texts.is_empty()).then(|| (answers, texts.join("\n\n"))), left_out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_is_said_together() {
        let chatter = Chatter::default();
        let now = Instant::now();
        let put = |text: &str, ago: u64| {
            chatter.of_all().entry(Room::from(-5)).or_default().push(Waiting {
                answers: Some(i64::try_from(ago).unwrap()),
                text: text.to_owned(),
                since: now - Duration::from_secs(ago),
            });
        };
        put("too old", 300);
        put("Ben has this talk.", 20);
        put("Say why.", 10);
        put("Ben has this talk.", 5);
        let (said, left_out) = chatter.take(Room::from(-5), now);
        assert_eq!(said, Some((Some(5), "Ben has this talk.\n\nSay why.".to_owned())));
        assert_eq!(left_out, 2);
        assert_eq!(chatter.take(Room::from(-5), now), (None, 0));
    }
}
