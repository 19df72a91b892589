//! Every metric, in one table.
//!
//! Counters and histograms are written where things happen, with the names of [`TABLE`]; a test
//! holds that no other name is used. Gauges of what is stored (outbox, leads, connections) are
//! read when somebody asks, by a closure from outside, at most once a second however often they
//! ask. Labels are from small fixed sets: never an id, a name or a word of a visitor.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use tokio::sync::Mutex;
use tokio::time::Instant;

/// How a metric moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Only up.
    Counter,
    /// Up and down, read when asked.
    Gauge,
    /// Many values, in buckets.
    Histogram,
}

/// One metric.
#[derive(Clone, Copy, Debug)]
pub struct Metric {
    /// How it moves.
    pub kind: Kind,
    /// Its name.
    pub name: &'static str,
    /// What it tells, with its labels.
    pub help: &'static str,
}

const fn metric(kind: Kind, name: &'static str, help: &'static str) -> Metric {
    Metric { kind, name, help }
}

/// Every metric of Docent.
pub const TABLE: &[Metric] = &[
    metric(
        Kind::Counter,
        "docent_turns_total",
        "Turns by channel and outcome: committed, stale (decided again), duplicate, failed.",
    ),
    metric(
        Kind::Histogram,
        "docent_turn_duration_seconds",
        "From reading the state to the end of the commit, by channel.",
    ),
    metric(
        Kind::Counter,
        "docent_unanswered_total",
        "Messages that nobody has written an answer for, by locale.",
    ),
    metric(
        Kind::Counter,
        "docent_deliveries_total",
        "Ends of outbound messages by channel and outcome: sent, unreachable, dropped, superseded, failed.",
    ),
    metric(
        Kind::Counter,
        "docent_delivery_retries_total",
        "Sends put off to a later time, by channel.",
    ),
    metric(
        Kind::Counter,
        "docent_delivery_repeats_total",
        "Sends made again because the fate of an earlier one is unknown, by channel.",
    ),
    metric(
        Kind::Histogram,
        "docent_alert_delay_seconds",
        "From what alerts the reps to the card in their chat, by channel.",
    ),
    metric(
        Kind::Counter,
        "docent_flood_muted_total",
        "Messages not heard because their senders write faster than people do, by channel.",
    ),
    metric(
        Kind::Counter,
        "docent_desk_strangers_total",
        "Presses and orders at the desk by people who are not on the list of reps, by channel.",
    ),
    metric(
        Kind::Gauge,
        "docent_channel_up",
        "1 while the platform answers, 0 while it is tried again, by channel.",
    ),
    metric(
        Kind::Counter,
        "docent_channel_reconnects_total",
        "Connections to a platform's gateway that ended and were made again, by channel.",
    ),
    metric(
        Kind::Counter,
        "docent_caught_up_total",
        "Messages fetched after a session was lost, by channel.",
    ),
    metric(
        Kind::Counter,
        "docent_late_updates_total",
        "Updates that came after later ones of their talk had their turns, by channel.",
    ),
    metric(
        Kind::Counter,
        "docent_panics_total",
        "Panics that were caught; each has an incident id in the log.",
    ),
    metric(
        Kind::Gauge,
        "docent_outbox_messages",
        "Outbound messages that wait or are on their way, by status: ready, claimed.",
    ),
    metric(
        Kind::Gauge,
        "docent_outbox_oldest_seconds",
        "Age of the oldest message that is due and has not left.",
    ),
    metric(Kind::Gauge, "docent_leads", "Leads by heat."),
    metric(
        Kind::Gauge,
        "docent_database_connections",
        "Connections of this process by state: busy, idle.",
    ),
    metric(
        Kind::Gauge,
        "docent_script_info",
        "1 for the active script; the label says its version.",
    ),
    metric(Kind::Gauge, "docent_build_info", "1; the label says the version of the program."),
];

/// Bounds of the duration buckets: a turn takes a few milliseconds, a bad one seconds.
const SECONDS: &[f64] =
    &[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

/// Bounds of waits of people.
const WAITS: &[f64] = &[0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 900.0, 3_600.0];

/// What is stored is asked for at most once in this time.
const FRESH: Duration = Duration::from_secs(1);

/// Values of histograms wait in a buffer until they are asked for, or until then.
const UPKEEP: Duration = Duration::from_secs(5);

/// A sample that takes longer is left out of this answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// What the gauges show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sample {
    /// Outbound messages by status.
    pub outbox: Vec<(&'static str, u64)>,
    /// Age of the oldest message that is due and has not left.
    pub outbox_oldest_seconds: f64,
    /// Leads by heat.
    pub leads: Vec<(&'static str, u64)>,
    /// Connections in use.
    pub connections_busy: u64,
    /// Connections at rest.
    pub connections_idle: u64,
    /// The active script's version, if there is one.
    pub script: Option<String>,
}

type Sampled = Pin<Box<dyn Future<Output = Result<Sample, String>> + Send>>;

/// What this process counts, ready to be shown.
pub struct Metrics {
    handle: PrometheusHandle,
    sampler: Box<dyn Fn() -> Sampled + Send + Sync>,
    last: Mutex<Last>,
}

#[derive(Default)]
struct Last {
    at: Option<Instant>,
    script: Option<String>,
}

/// Starts counting. Once in a process, and before anything counts.
pub fn install() -> Result<PrometheusHandle, BuildError> {
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), SECONDS)?
        .set_buckets_for_metric(Matcher::Full("docent_alert_delay_seconds".to_owned()), WAITS)?
        .install_recorder()?;
    describe();
    Ok(handle)
}

fn describe() {
    for metric in TABLE {
        match metric.kind {
            Kind::Counter => metrics::describe_counter!(metric.name, metric.help),
            Kind::Gauge => metrics::describe_gauge!(metric.name, metric.help),
            Kind::Histogram => metrics::describe_histogram!(metric.name, metric.help),
        }
    }
    metrics::gauge!("docent_build_info", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    metrics::counter!("docent_panics_total").absolute(0);
}

impl Metrics {
    /// Shows what `handle` collects and what `sampler` reads.
    pub fn new<F, A>(handle: PrometheusHandle, sampler: F) -> Self
    where
        F: Fn() -> A + Send + Sync + 'static,
        A: Future<Output = Result<Sample, String>> + Send + 'static,
    {
        Self { handle, sampler: Box::new(move || Box::pin(sampler())), last: Mutex::default() }
    }

    /// The text that Prometheus reads.
    pub async fn render(&self) -> String {
        self.refresh().await;
        self.handle.render()
    }

    /// Keeps the buffers of histograms small, for ever.
    pub(super) async fn keep_up(&self) {
        loop {
            tokio::time::sleep(UPKEEP).await;
            self.handle.run_upkeep();
        }
    }

    async fn refresh(&self) {
        let mut last = self.last.lock().await;
        if last.at.is_some_and(|at| at.elapsed() < FRESH) {
            return;
        }
        match tokio::time::timeout(PATIENCE, (self.sampler)()).await {
            Ok(Ok(sample)) => last.show(sample),
            // What was read last stays: a database that is away is told by /readyz.
            Ok(Err(reason)) => tracing::debug!(reason, "gauges keep their last values"),
            Err(_) => tracing::debug!("gauges keep their last values: no answer in time"),
        }
        last.at = Some(Instant::now());
    }
}

impl Last {
    fn show(&mut self, sample: Sample) {
        for (status, count) in sample.outbox {
            metrics::gauge!("docent_outbox_messages", "status" => status).set(count as f64);
        }
        metrics::gauge!("docent_outbox_oldest_seconds").set(sample.outbox_oldest_seconds);
        for (heat, count) in sample.leads {
            metrics::gauge!("docent_leads", "heat" => heat).set(count as f64);
        }
        let connections = |state: &'static str, count: u64| {
            metrics::gauge!("docent_database_connections", "state" => state).set(count as f64);
        };
        connections("busy", sample.connections_busy);
        connections("idle", sample.connections_idle);
        if self.script != sample.script {
            let script = |version: &Option<String>, value: f64| {
                if let Some(version) = version {
                    metrics::gauge!("docent_script_info", "version" => version.clone()).set(value);
                }
            };
            script(&self.script, 0.0);
            script(&sample.script, 1.0);
            self.script = sample.script;
        }
    }
}
