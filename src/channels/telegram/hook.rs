//! Being sent updates: the request is answered when its update is stored.

use std::sync::Arc;
use std::time::Duration;

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use teloxide_core::payloads::{GetWebhookInfo, SetWebhook};
use tokio_util::sync::CancellationToken;
use tracing::{info, warn};

use crate::app::channel::{ChatChannel as _, back_off};

use super::Telegram;
use super::api::Failure;
use super::commands;
use super::poll::ALLOWED;
use super::receive::Receiver;

/// Where Telegram shows the secret.
pub const HEADER: &str = "x-telegram-bot-api-secret-token";
/// The longest body. Updates have a few kilobytes.
pub const LIMIT: usize = 1_000_000;
/// How often it is looked whether Telegram still knows the address.
const LOOK: Duration = Duration::from_secs(60);
/// An update that is not stored by then is to come again. Telegram itself hangs up later.
const PATIENCE: Duration = Duration::from_secs(20);

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Its update is stored.
    Stored,
    /// It does not show the secret.
    Stranger,
    /// It is no update.
    Nonsense,
    /// It was not stored.
    Again,
}

/// The route that Telegram sends updates to.
pub struct Webhook {
    receiver: Arc<Receiver>,
    url: String,
    secret: SecretString,
}

/// The path of the route: no secret, and the same for all replicas.
#[must_use]
pub fn path(telegram: &Telegram) -> String {
    format!("/telegram/{}", telegram.account())
}

impl Webhook {
    /// A route that the world reaches under `public_url`. Without a secret one is derived from the
    /// token, the same for all replicas.
    #[must_use]
    pub fn new(
        receiver: Arc<Receiver>,
        public_url: &str,
        secret: Option<SecretString>,
    ) -> Arc<Self> {
        let telegram = &receiver.telegram;
        let url = format!("{}{}", public_url.trim_end_matches('/'), path(telegram));
        let secret = secret.unwrap_or_else(|| derived(&telegram.token));
        Arc::new(Self { receiver, url, secret })
    }

    /// Takes a request.
    pub async fn take(&self, shown: Option<&str>, body: &[u8]) -> Taken {
        if !self.is_known(shown) {
            warn!("a request to the webhook did not show the secret and was refused");
            return Taken::Stranger;
        }
        let Ok(update @ Value::Object(_)) = serde_json::from_slice::<Value>(body) else {
            return Taken::Nonsense;
        };
        let Ok(stored) = self.receiver.begin(update).await else { return Taken::Again };
        match tokio::time::timeout(PATIENCE, stored).await {
            Ok(Ok(())) => Taken::Stored,
            Ok(Err(_)) | Err(_) => Taken::Again,
        }
    }

    /// Compares in a time that tells nothing of where they differ.
    fn is_known(&self, shown: Option<&str>) -> bool {
        let hash = |text: &str| Sha256::digest(text.as_bytes());
        let (ours, theirs) = (hash(self.secret.expose_secret()), hash(shown.unwrap_or_default()));
        shown.is_some() & bool::from(ours.as_slice().ct_eq(theirs.as_slice()))
    }

    /// Tells Telegram the address, and again whenever it has forgotten it.
    pub async fn keep_registered(self: Arc<Self>, stop: CancellationToken) {
        let mut failures = 0_i16;
        let mut registered = None;
        let mut known = false;
        while !stop.is_cancelled() {
            let wellness = &self.receiver.telegram.wellness;
            let wait = match self.look(known).await {
                Ok(()) => {
                    (known, failures) = (true, 0);
                    wellness.up();
                    commands::keep_registered(&self.receiver, &mut registered);
                    LOOK
                }
                Err(failure) => {
                    failures = failures.saturating_add(1);
                    self.receiver.telegram.is_ill(&failure);
                    match failure {
                        Failure::Later(after) => after,
                        _ => back_off(failures),
                    }
                }
            };
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = stop.cancelled() => {}
            }
        }
    }

    async fn look(&self, known: bool) -> Result<(), Failure> {
        let telegram = &self.receiver.telegram;
        if known {
            let told = telegram.api.call(&GetWebhookInfo::new()).await?.unwrap_or_default();
            if told["url"].as_str() == Some(&self.url) {
                return Ok(());
            }
            warn!("somebody took our webhook away; it is registered again");
        } else {
            telegram.introduce().await?;
        }
        let Ok(url) = self.url.parse() else {
            return Err(Failure::NotSent("telegram.public_url is not an address"));
        };
        // Never with `drop_pending_updates`: what waits there was said to us.
        let mut set = SetWebhook::new(url);
        set.allowed_updates = Some(ALLOWED.to_vec());
        set.secret_token = Some(self.secret.expose_secret().to_owned());
        telegram.api.call(&set).await?;
        info!("the webhook is registered");
        Ok(())
    }
}

fn derived(token: &SecretString) -> SecretString {
    let hash = Sha256::digest(format!("docent webhook {}", token.expose_secret()).as_bytes());
    hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>().into()
}
