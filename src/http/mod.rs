//! The HTTP port: is the process alive, may it be sent work, what does it count; and webhooks.
//!
//! * `/healthz`: the process answers; says nothing about what it depends on, so a database that
//!   is away does not get a healthy process killed.
//! * `/readyz`: every probe of [`Readiness`] holds, and the process is not draining; else 503
//!   with the reasons as JSON.
//! * `/metrics`: Prometheus text, see [`metrics`].
//! * Routes of platforms that send their updates, see [`Hook`].
//!
//! This ring knows no database and no script: `cli` hands in what it needs as closures. Nothing
//! here holds personal data, and nothing but the platforms' routes changes anything.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use tokio::net::TcpListener;

mod hooks;
pub mod metrics;
mod readiness;

pub use hooks::{Answer, Hook};
pub use metrics::Metrics;
pub use readiness::{Readiness, Report};

/// How long open requests may last once the process is told to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(2);

/// What the port shows.
#[derive(Clone)]
pub struct Surface {
    /// May this process be sent work?
    pub readiness: Arc<Readiness>,
    /// What it counts.
    pub metrics: Arc<Metrics>,
    /// Routes of platforms that send their updates.
    pub hooks: Vec<Hook>,
}

/// Why the port could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// Somebody else listens there.
    #[error(
        "the port {} is in use on {}: stop the process that listens there (perhaps another \
         Docent), or choose another address with DOCENT_LISTEN, as in \
         DOCENT_LISTEN=127.0.0.1:7118",
        .0.port(), .0.ip()
    )]
    InUse(SocketAddr),
    /// The system refuses, for the reason given.
    #[error("cannot listen on {address}: {reason}; choose another address with DOCENT_LISTEN")]
    Refused {
        /// The address asked for.
        address: SocketAddr,
        /// What the system said.
        reason: io::Error,
    },
}

/// Opens the port, before anything else starts, so that a second process is told early.
pub async fn bind(address: SocketAddr) -> Result<TcpListener, BindError> {
    TcpListener::bind(address).await.map_err(|reason| match reason.kind() {
        io::ErrorKind::AddrInUse => BindError::InUse(address),
        _ => BindError::Refused { address, reason },
    })
}

/// Answers until `stopped` resolves; requests that are open then have two seconds to end.
pub async fn serve(
    listener: TcpListener,
    surface: Surface,
    stopped: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let (told, mut heard) = tokio::sync::watch::channel(false);
    let signal = async move {
        stopped.await;
        told.send_replace(true);
    };
    let limit = async move {
        // The sender lives in `signal`: when it is gone, so is the server.
        if heard.wait_for(|stop| *stop).await.is_ok() {
            tokio::time::sleep(LAST_REQUESTS).await;
        }
    };
    let metrics = Arc::clone(&surface.metrics);
    let server = axum::serve(listener, routes(surface)).with_graceful_shutdown(signal);
    tokio::select! {
        ended = server => ended,
        () = limit => Ok(()),
        () = metrics.keep_up() => Ok(()),
    }
}

fn routes(surface: Surface) -> Router {
    let hooks = surface.hooks.clone();
    let own = Router::new()
        .route("/healthz", get(|| async { json(StatusCode::OK, "{\"alive\":true}".into()) }))
        .route("/readyz", get(ready))
        .route("/metrics", get(counted))
        .with_state(surface);
    hooks.into_iter().fold(own, |routes, hook| routes.merge(hook.router()))
}

async fn ready(State(surface): State<Surface>) -> impl IntoResponse {
    let report = surface.readiness.report().await;
    let status = match report.ready {
        true => StatusCode::OK,
        false => StatusCode::SERVICE_UNAVAILABLE,
    };
    json(status, report.to_json())
}

async fn counted(State(surface): State<Surface>) -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")],
        surface.metrics.render().await,
    )
}

fn json(status: StatusCode, body: String) -> impl IntoResponse {
    (status, [(header::CONTENT_TYPE, "application/json")], body + "\n")
}
