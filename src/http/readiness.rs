//! Whether this process may be sent work: a list of named probes, handed in from outside.

use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A probe that has said nothing by then counts as failed.
const PATIENCE: Duration = Duration::from_secs(2);

type Answer = Pin<Box<dyn Future<Output = Result<(), String>> + Send>>;
type Detail = Box<dyn Fn() -> Result<(), String> + Send + Sync>;
type Probe = Box<dyn Fn() -> Answer + Send + Sync>;

/// What must hold before this process is sent work.
pub struct Readiness {
    probes: Vec<(&'static str, Probe)>,
    details: Vec<(&'static str, Detail)>,
    draining: AtomicBool,
    patience: Duration,
}

/// What the probes said.
#[derive(Debug, PartialEq, Eq)]
pub struct Report {
    /// All hold, and the process is not stopping.
    pub ready: bool,
    /// The process finishes what it has begun and takes nothing new.
    pub draining: bool,
    /// Each probe with its reason, if it does not hold.
    pub checks: Vec<(&'static str, Result<(), String>)>,
    /// What is told beside, and does not keep work away: a platform that is out of reach.
    pub details: Vec<(&'static str, Result<(), String>)>,
}

impl Default for Readiness {
    fn default() -> Self {
        Self::new()
    }
}

impl Readiness {
    /// Ready at once, as long as no probe is added.
    pub fn new() -> Self {
        Self {
            probes: Vec::new(),
            details: Vec::new(),
            draining: AtomicBool::new(false),
            patience: PATIENCE,
        }
    }

    /// Adds a probe; its reason is shown to whoever asks, so it holds no secret and no name.
    #[must_use]
    pub fn probe<F, A>(mut self, name: &'static str, holds: F) -> Self
    where
        F: Fn() -> A + Send + Sync + 'static,
        A: Future<Output = Result<(), String>> + Send + 'static,
    {
        self.probes.push((name, Box::new(move || Box::pin(holds()))));
        self
    }

    /// Adds something that is told without a say in whether the process is ready.
    #[must_use]
    pub fn detail(
        mut self,
        name: &'static str,
        holds: impl Fn() -> Result<(), String> + Send + Sync + 'static,
    ) -> Self {
        self.details.push((name, Box::new(holds)));
        self
    }

    /// From now on the process says that it is not ready.
    pub fn drain(&self) {
        self.draining.store(true, Ordering::Relaxed);
    }

    /// Asks every probe, all at the same time.
    pub async fn report(&self) -> Report {
        let running: Vec<_> = self
            .probes
            .iter()
            .map(|(name, holds)| {
                (*name, tokio::spawn(tokio::time::timeout(self.patience, holds())))
            })
            .collect();
        let mut checks = Vec::with_capacity(running.len());
        for (name, running) in running {
            let answer = match running.await {
                Ok(Ok(answer)) => answer,
                Ok(Err(_)) => Err(format!("no answer within {:?}", self.patience)),
                Err(_) => Err("the probe failed".to_owned()),
            };
            checks.push((name, answer));
        }
        let draining = self.draining.load(Ordering::Relaxed);
        Report {
            ready: !draining && checks.iter().all(|(_, answer)| answer.is_ok()),
            draining,
            checks,
            details: self.details.iter().map(|(name, holds)| (*name, holds())).collect(),
        }
    }
}

impl Report {
    pub(super) fn to_json(&self) -> String {
        let mut report = serde_json::json!({
            "ready": self.ready, "draining": self.draining, "checks": answers(&self.checks)
        });
        if !self.details.is_empty() {
            report["channels"] = answers(&self.details).into();
        }
        report.to_string()
    }
}

fn answers(
    given: &[(&'static str, Result<(), String>)],
) -> serde_json::Map<String, serde_json::Value> {
    let told = |answer: &Result<(), String>| match answer {
        Ok(()) => serde_json::json!({ "ok": true }),
        Err(reason) => serde_json::json!({ "ok": false, "reason": reason }),
    };
    given.iter().map(|(name, answer)| ((*name).to_owned(), told(answer))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn tells_each_reason() {
        let readiness = Readiness::new()
            .probe("database", || async { Ok(()) })
            .probe("script", || async { Err("no script is active".to_owned()) });
        assert_eq!(
            readiness.report().await.to_json(),
            r#"{"checks":{"database":{"ok":true},"script":{"ok":false,"reason":"no script is active"}},"draining":false,"ready":false}"#
        );
    }

    #[tokio::test]
    async fn a_platform_out_of_reach_is_told_and_keeps_no_work_away() {
        let readiness = Readiness::new().detail("telegram", || Err("401 Unauthorized".to_owned()));
        assert_eq!(
            readiness.report().await.to_json(),
            r#"{"channels":{"telegram":{"ok":false,"reason":"401 Unauthorized"}},"checks":{},"draining":false,"ready":true}"#
        );
    }

    #[tokio::test]
    async fn is_not_ready_while_draining() {
        let readiness = Readiness::new().probe("database", || async { Ok(()) });
        assert!(readiness.report().await.ready);
        readiness.drain();
        let report = readiness.report().await;
        assert!(!report.ready && report.draining);
    }

    #[tokio::test]
    async fn does_not_wait_for_a_probe_that_hangs() {
        let mut readiness = Readiness::new().probe("database", std::future::pending);
        readiness.patience = Duration::from_millis(5);
        let report = readiness.report().await;
        assert_eq!(report.checks[0].1, Err("no answer within 5ms".to_owned()));
    }

    #[tokio::test]
    async fn a_panic_in_a_probe_is_a_reason() {
        let readiness =
            Readiness::new().probe("database", || async { unreachable!("a probe that breaks") });
        let report = readiness.report().await;
        assert_eq!(report.checks[0].1, Err("the probe failed".to_owned()));
    }
}
