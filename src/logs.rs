//! The log and the panic hook.
//!
//! Lines go to standard error, so that a talk on standard output stays clean. No line holds what
//! people said, their names, numbers, addresses or tokens: our own code logs ids only, other
//! crates are held at warnings (see [`crate::config::Log`]), and a panic is reported by an
//! incident id and a place.
//!
//! Fields that lines share: `conversation.id`, `turn.id`, `channel`, `flow`, `step`, `lead.id`,
//! `outbox.id`, `duration_ms`.

use std::io::IsTerminal;
use std::panic::PanicHookInfo;

use tracing_subscriber::Layer as _;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::{SubscriberInitExt as _, TryInitError};

use crate::config::{Log, LogFormat};

/// Starts the log of this process and takes over panics.
pub fn start(log: &Log) -> Result<(), TryInitError> {
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let lines = match log.format {
        LogFormat::Json => lines.json().flatten_event(true).with_span_list(false).boxed(),
        LogFormat::Text if std::io::stderr().is_terminal() => lines.compact().boxed(),
        LogFormat::Text => lines.compact().with_ansi(false).boxed(),
    };
    tracing_subscriber::registry().with(lines.with_filter(log.filter.clone())).try_init()?;
    std::panic::set_hook(Box::new(report_panic));
    Ok(())
}

/// An id for one trouble: the log line has it, and so has what a person is shown.
pub fn incident() -> String {
    let mut id = uuid::Uuid::new_v4().simple().to_string();
    id.truncate(10);
    id
}

fn report_panic(panic: &PanicHookInfo<'_>) {
    let place = panic
        .location()
        .map_or_else(|| "unknown place".to_owned(), |at| format!("{}:{}", at.file(), at.line()));
    metrics::counter!("docent_panics_total").increment(1);
    let backtrace = std::backtrace::Backtrace::capture();
    let frames = (backtrace.status() == std::backtrace::BacktraceStatus::Captured)
        .then(|| tracing::field::display(&backtrace));
    tracing::error!(
        incident = %incident(),
        place,
        reason = constant_message(panic),
        backtrace = frames,
        "a panic was caught or ends this task"
    );
}

/// The message if it was written in the source. A formatted one could hold what people said.
fn constant_message<'a>(panic: &'a PanicHookInfo<'_>) -> &'a str {
    panic
        .payload()
        .downcast_ref::<&'static str>()
        .copied()
        .unwrap_or("not shown, since it was put together while running")
}
