//! Asking for updates: the offset passes an update only when it is stored.
//!
//! One replica asks at a time, by lease. An offset tells the platform to forget everything before
//! it, so the next question carries the number of the earliest update that is not stored yet; what
//! comes again because of that is known and passed over.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;
use teloxide_core::payloads::DeleteWebhook;
use teloxide_core::requests::Payload;
use teloxide_core::types::AllowedUpdate;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout_at};
use tokio_util::sync::CancellationToken;
use tracing::{error, warn};

use crate::app::channel::back_off;

use super::api::Failure;
use super::commands;
use super::receive::Receiver;
use super::refusal;
use super::wire::number;

/// What we hear of.
pub(super) const ALLOWED: [AllowedUpdate; 5] = [
    AllowedUpdate::Message,
    AllowedUpdate::EditedMessage,
    AllowedUpdate::CallbackQuery,
    AllowedUpdate::MyChatMember,
    AllowedUpdate::MessageReaction,
];

/// How long the platform holds a question open when there is nothing to tell, in seconds.
const HOLD: u32 = 25;
/// The most updates of one answer.
const BATCH: u8 = 100;
/// Before the next question, what is under way has this long to be stored.
const TOGETHER: Duration = Duration::from_secs(1);
/// Between questions that are answered with nothing at once.
const PAUSE: Duration = Duration::from_millis(100);
/// After a quiet week update ids start anew at random, perhaps lower; an offset that old is
/// forgotten, since it was heard long ago.
const OFFSET_LASTS: Duration = Duration::from_secs(24 * 3_600);

/// Asks until told to stop.
pub async fn poll(receiver: Arc<Receiver>, held: CancellationToken) {
    let mut poller = Poller { receiver, window: Window::default(), failures: 0, ready: false };
    tokio::select! {
        () = held.cancelled() => {}
        () = poller.run() => {}
    }
}

/// The question, with numbers of 64 bits: teloxide's has 32, and a server that counts higher would
/// never be told that anything arrived.
#[derive(Serialize)]
struct GetUpdates {
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<i64>,
    limit: u8,
    timeout: u32,
    allowed_updates: Vec<AllowedUpdate>,
}

impl Payload for GetUpdates {
    type Output = Value;
    const NAME: &'static str = "GetUpdates";
}

struct Poller {
    receiver: Arc<Receiver>,
    window: Window,
    failures: i16,
    /// We know who we are, and no webhook is in the way.
    ready: bool,
}

impl Poller {
    /// Ends only when updates are no longer taken.
    async fn run(&mut self) {
        let mut registered = None;
        loop {
            if !self.ready {
                match self.prepare().await {
                    Ok(()) => self.ready = true,
                    Err(failure) => {
                        self.rest(&failure).await;
                        continue;
                    }
                }
            }
            commands::keep_registered(&self.receiver, &mut registered);
            match self.ask().await {
                Ok(updates) => {
                    self.failures = 0;
                    self.receiver.telegram.wellness.up();
                    if !self.take(updates).await || !self.window.settle().await {
                        return;
                    }
                }
                Err(failure) => self.rest(&failure).await,
            }
        }
    }

    /// Who we are, and that nothing is sent to a webhook.
    async fn prepare(&self) -> Result<(), Failure> {
        self.receiver.telegram.introduce().await?;
        // Never with `drop_pending_updates`: what waits there was said to us.
        self.receiver.telegram.api.call(&DeleteWebhook::new()).await?;
        Ok(())
    }

    async fn ask(&mut self) -> Result<Vec<Value>, Failure> {
        // With something not stored yet the answer would come at once anyway.
        let timeout = if self.window.open.is_empty() { HOLD } else { 0 };
        let offset = self.window.offset(Instant::now());
        let question =
            GetUpdates { offset, limit: BATCH, timeout, allowed_updates: ALLOWED.to_vec() };
        let began = Instant::now();
        let patience = Duration::from_secs(u64::from(timeout) + 10);
        let answer = self.receiver.telegram.api.call_within(&question, patience).await?;
        match answer {
            Some(Value::Array(updates)) => {
                // A server that does not hold questions open is not to be worn out with them.
                if updates.is_empty() && began.elapsed() < PAUSE {
                    tokio::time::sleep(PAUSE).await;
                }
                Ok(updates)
            }
            _ => Err(Failure::Unknown("an answer that is no list of updates")),
        }
    }

    /// Takes updates in their order. `false`: the process is stopping.
    async fn take(&mut self, updates: Vec<Value>) -> bool {
        let mut numbered: Vec<(i64, Value)> = Vec::with_capacity(updates.len());
        for update in updates {
            match number(&update) {
                Some(number) => numbered.push((number, update)),
                None => warn!("an update without a number is passed over"),
            }
        }
        numbered.sort_by_key(|(number, _)| *number);
        for (number, update) in numbered {
            if self.window.knows(number) {
                continue;
            }
            let Ok(stored) = self.receiver.begin(update).await else { return false };
            self.window.add(number, async move { stored.await.is_ok() });
        }
        true
    }

    /// Waits after a failure, longer each time.
    async fn rest(&mut self, failure: &Failure) {
        let telegram = &self.receiver.telegram;
        self.failures = self.failures.saturating_add(1);
        let wait = match failure {
            Failure::Later(after) => *after + Duration::from_millis(250),
            _ => back_off(self.failures),
        };
        match failure {
            // A webhook is taken away, which is nothing to complain about.
            Failure::Refused { code: 409, why, .. } if refusal::is_webhook_active(why) => {
                self.ready = false;
            }
            Failure::Refused { code: 401 | 404, .. } => {
                self.ready = false;
                telegram.is_ill(failure);
            }
            _ => telegram.is_ill(failure),
        }
        tokio::time::sleep(wait).await;
    }
}

/// Updates that were taken and not confirmed yet.
#[derive(Default)]
struct Window {
    /// By number; whether it is stored.
    open: BTreeMap<i64, bool>,
    /// What is confirmed by the next question.
    next: Option<(i64, Option<Instant>)>,
    storing: JoinSet<(i64, bool)>,
}

impl Window {
    fn knows(&self, number: i64) -> bool {
        self.open.contains_key(&number)
    }

    fn add(&mut self, number: i64, stored: impl Future<Output = bool> + Send + 'static) {
        self.open.insert(number, false);
        self.storing.spawn(async move { (number, stored.await) });
    }

    /// The number of the next update that we want.
    fn offset(&mut self, now: Instant) -> Option<i64> {
        if let Some((_, Some(at))) = self.next
            && now.saturating_duration_since(at) > OFFSET_LASTS
            && self.open.is_empty()
        {
            self.next = None;
        }
        self.next.map(|(next, _)| next)
    }

    /// Waits a little for what is under way, and moves on past what is stored. `false`: something
    /// will not be stored by this process.
    async fn settle(&mut self) -> bool {
        let until = Instant::now() + TOGETHER;
        while !self.storing.is_empty() {
            match timeout_at(until, self.storing.join_next()).await {
                Ok(Some(Ok((number, true)))) => {
                    self.open.insert(number, true);
                }
                Ok(Some(Ok((_, false)))) => return false,
                Ok(Some(Err(broken))) => {
                    error!(panic = broken.is_panic(), "taking an update broke off; it comes again");
                    return false;
                }
                Ok(None) => break,
                Err(_late) => break,
            }
        }
        self.pass();
        true
    }

    /// Everything before the first that is not stored is confirmed with the next question.
    fn pass(&mut self) {
        while let Some(first) = self.open.first_entry() {
            let number = *first.key();
            if !*first.get() {
                self.next = Some((number, None));
                return;
            }
            first.remove();
            self.next = Some((number + 1, Some(Instant::now())));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::sync::oneshot;

    #[tokio::test]
    async fn the_offset_stops_at_the_first_that_is_not_stored() {
        let mut window = Window::default();
        assert_eq!(window.offset(Instant::now()), None);
        let (commit, committed) = oneshot::channel::<bool>();
        window.add(5, async { true });
        window.add(6, async { committed.await.unwrap_or(false) });
        window.add(7, async { true });
        assert!(window.settle().await);
        assert_eq!(
            window.offset(Instant::now()),
            Some(6),
            "6 is not stored, so 7 is not confirmed either"
        );
        assert!(window.knows(6) && window.knows(7) && !window.knows(5));
        commit.send(true).expect("somebody waits");
        assert!(window.settle().await);
        assert_eq!(window.offset(Instant::now()), Some(8));
        assert!(!window.knows(7), "after that it would be news");
    }

    #[tokio::test]
    async fn what_is_not_taken_is_never_confirmed() {
        let mut window = Window::default();
        window.add(5, async { true });
        window.add(6, async { false });
        assert!(!window.settle().await);
        assert_eq!(window.offset(Instant::now()), None);
    }

    #[tokio::test]
    async fn an_old_offset_is_forgotten() {
        let mut window = Window::default();
        window.add(5, async { true });
        assert!(window.settle().await);
        let now = Instant::now();
        assert_eq!(window.offset(now + OFFSET_LASTS / 2), Some(6));
        assert_eq!(window.offset(now + OFFSET_LASTS * 2), None);
    }
}
