//! Routes that platforms send their updates to.
//!
//! What is in an update, and whether it is genuine, the channel knows; here are the port, the limit
//! of a body, and the answer, which is given when the channel is done and never before.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;

/// What a channel made of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is stored, so the platform may forget it.
    Taken,
    /// It is not from the platform.
    Refused,
    /// It cannot be read, and would not be readable the next time.
    Unreadable,
    /// It was not stored: the platform is to bring it again.
    Again,
}

type Answering = Pin<Box<dyn Future<Output = Answer> + Send>>;

/// A route and what takes its requests.
#[derive(Clone)]
pub struct Hook {
    /// Where, for example `/telegram/123`.
    pub path: String,
    /// The header that shows who sends it.
    pub header: &'static str,
    /// The longest body in bytes.
    pub limit: usize,
    take: Arc<dyn Fn(Option<String>, Vec<u8>) -> Answering + Send + Sync>,
}

impl Hook {
    /// A route; `take` is given the header, if there is one, and the body.
    pub fn new<F, A>(path: String, header: &'static str, limit: usize, take: F) -> Self
    where
        F: Fn(Option<String>, Vec<u8>) -> A + Send + Sync + 'static,
        A: Future<Output = Answer> + Send + 'static,
    {
        let take = move |shown, body| -> Answering { Box::pin(take(shown, body)) };
        Self { path, header, limit, take: Arc::new(take) }
    }

    /// The route of it.
    pub(super) fn router(self) -> Router {
        let limit = DefaultBodyLimit::max(self.limit);
        let path = self.path.clone();
        let answer = move |headers: HeaderMap, body: Bytes| {
            let shown = headers.get(self.header).and_then(|value| value.to_str().ok());
            // A task of its own: a platform that hangs up must not break off what has begun.
            let taken = tokio::spawn((self.take)(shown.map(str::to_owned), body.into()));
            async move {
                match taken.await {
                    Ok(Answer::Taken) => StatusCode::OK,
                    Ok(Answer::Refused) => StatusCode::UNAUTHORIZED,
                    Ok(Answer::Unreadable) => StatusCode::BAD_REQUEST,
                    Ok(Answer::Again) | Err(_) => StatusCode::SERVICE_UNAVAILABLE,
                }
            }
        };
        Router::new().route(&path, post(answer)).layer(limit)
    }
}
