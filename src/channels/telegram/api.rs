//! Calls to the Bot API: teloxide's requests over our own transport.
//!
//! teloxide's own transport sleeps ten seconds on an error of the server and does not tell an
//! answer that cannot be parsed from a request that failed. Here each call ends soon, and says
//! whether the platform took it.

use std::fmt;
use std::time::Duration;

use reqwest::multipart::{Form, Part};
use reqwest::{Client, Response, StatusCode};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use serde_json::{Value, json};
use teloxide_core::requests::Payload;

use crate::app::pictures::Picture;
use crate::channels::files::{self, Found, NoFile, Parcel, Shelf};
use crate::domain::media::File;

/// How long a call may take, but for long polls. Less than the sender's patience.
const CALL: Duration = Duration::from_millis(4_500);
/// How long connecting may take.
const CONNECT: Duration = Duration::from_secs(3);
/// When the platform wants a pause and does not say how long.
const PAUSE: Duration = Duration::from_secs(5);
/// The longest answer that is read.
const LONGEST: usize = 16_000_000;

/// The Bot API, as one bot reaches it.
#[derive(Clone)]
pub struct Api {
    client: Client,
    token: SecretString,
    url: String,
}

/// Nothing can be called from this machine.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("no client for HTTP could be made: the system gives no threads or no random numbers")]
pub struct NoClient;

/// Why a call did not do what it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The platform refuses it.
    Refused {
        /// The code, as HTTP has it.
        code: u16,
        /// Its word.
        why: String,
        /// Where the group went, when it became a supergroup.
        moved_to: Option<i64>,
    },
    /// Too much at once: again after this time.
    Later(Duration),
    /// The server has trouble of its own.
    Server(u16),
    /// The request never left.
    NotSent(&'static str),
    /// The connection broke, or no answer came, after the request may have been written.
    Unknown(&'static str),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused { code, why, .. } => write!(f, "{code} {why}"),
            Self::Later(after) => write!(f, "429, again after {} s", after.as_secs()),
            Self::Server(code) => write!(f, "{code} from the server"),
            Self::NotSent(why) | Self::Unknown(why) => f.write_str(why),
        }
    }
}

impl Shelf for Api {
    fn open<'a>(&'a self, file: &'a File) -> Found<'a> {
        Box::pin(self.fetch(&file.id))
    }
}

impl Api {
    /// The API at this address.
    ///
    /// # Errors
    /// When the system has no TLS or no threads to spare.
    pub fn new(token: SecretString, url: &str) -> Result<Self, NoClient> {
        let client = Client::builder()
            .connect_timeout(CONNECT)
            .timeout(CALL)
            .tcp_nodelay(true)
            .user_agent(concat!("docent/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|_| NoClient)?;
        Ok(Self { client, token, url: url.trim_end_matches('/').to_owned() })
    }

    /// Calls a method. `Ok(None)`: the platform took it, and its answer makes no sense to us.
    pub async fn call<P: Payload + Serialize>(
        &self,
        payload: &P,
    ) -> Result<Option<Value>, Failure> {
        self.call_within(payload, CALL).await
    }

    /// The same for a call that may take longer.
    pub async fn call_within<P: Payload + Serialize>(
        &self,
        payload: &P,
        patience: Duration,
    ) -> Result<Option<Value>, Failure> {
        let body = serde_json::to_vec(payload).map_err(|_| Failure::NotSent("no JSON form"))?;
        let request = self
            .client
            .post(self.method(P::NAME))
            .timeout(patience)
            .header("content-type", "application/json")
            .body(body);
        read(request.send().await.map_err(broken)?).await
    }

    /// Calls a method with a picture in one of its fields.
    pub async fn upload<P: Payload + Serialize>(
        &self,
        payload: &P,
        field: &'static str,
        picture: Picture,
    ) -> Result<Option<Value>, Failure> {
        let no_form = Failure::NotSent("no JSON form");
        let Ok(Value::Object(fields)) = serde_json::to_value(payload) else {
            return Err(no_form);
        };
        let mut form = Form::new();
        for (name, value) in fields {
            form = match value {
                Value::Null => form,
                _ if name == field => form,
                Value::String(text) => form.text(name, text),
                other => form.text(name, other.to_string()),
            };
        }
        let part = Part::bytes(picture.bytes).file_name(picture.name);
        let request = self.client.post(self.method(P::NAME)).multipart(form.part(field, part));
        read(request.send().await.map_err(broken)?).await
    }

    /// Calls a method by its name.
    pub async fn call_named(&self, name: &str, fields: &Value) -> Result<Option<Value>, Failure> {
        let request = self.client.post(self.method(name)).json(fields);
        read(request.send().await.map_err(broken)?).await
    }

    /// Calls a method by its name with a file in one of its fields, which is read while it is sent.
    pub async fn send_file(
        &self,
        name: &str,
        fields: Value,
        (field, file): (&'static str, Part),
    ) -> Result<Option<Value>, Failure> {
        let mut form = Form::new();
        for (name, value) in fields.as_object().into_iter().flatten() {
            form = match value {
                Value::Null => form,
                Value::String(text) => form.text(name.clone(), text.clone()),
                other => form.text(name.clone(), other.to_string()),
            };
        }
        let request = self.client.post(self.method(name)).timeout(files::PATIENCE);
        read(request.multipart(form.part(field, file)).send().await.map_err(broken)?).await
    }

    /// Opens a file that lies at the platform.
    async fn fetch(&self, id: &str) -> Result<Parcel, NoFile> {
        let told = match self.call_named("getFile", &json!({ "file_id": id })).await {
            Ok(told) => told.unwrap_or_default(),
            Err(Failure::Refused { why, .. }) if why.contains("too big") => {
                let why = "Telegram lets bots fetch 20 MB at most; send a smaller one, or a link";
                return Err(NoFile::Gone(why.to_owned()));
            }
            Err(Failure::Refused { code: 400, .. }) => {
                let why = "Telegram does not know the file any more; send it again";
                return Err(NoFile::Gone(why.to_owned()));
            }
            Err(failure) => return Err(NoFile::Later(failure.to_string())),
        };
        let path = told["file_path"].as_str().unwrap_or_default();
        let url = format!("{}/file/bot{}/{path}", self.url, self.token.expose_secret());
        Parcel::of(self.client.get(url).timeout(files::PATIENCE).send().await)
    }

    /// The address of a method. Documented names begin small; servers other than the real one may
    /// insist on that.
    fn method(&self, name: &str) -> String {
        let mut letters = name.chars();
        let first = letters.next().map(|c| c.to_ascii_lowercase());
        let name: String = first.into_iter().chain(letters).collect();
        format!("{}/bot{}/{name}", self.url, self.token.expose_secret())
    }
}

/// What went wrong on the way, without the address, which holds the token.
fn broken(error: reqwest::Error) -> Failure {
    match () {
        () if error.is_connect() && error.is_timeout() => Failure::NotSent("no connection in time"),
        () if error.is_connect() => Failure::NotSent("no connection"),
        () if error.is_builder() => Failure::NotSent("the address of the API is wrong"),
        () if error.is_timeout() => Failure::Unknown("no answer in time"),
        () => Failure::Unknown("the connection was lost"),
    }
}

async fn read(mut response: Response) -> Result<Option<Value>, Failure> {
    let status = response.status();
    let pause = response
        .headers()
        .get("retry-after")
        .and_then(|value| value.to_str().ok()?.trim().parse::<u64>().ok());
    let mut body = Vec::new();
    loop {
        match response.chunk().await {
            Ok(Some(more)) if body.len() + more.len() <= LONGEST => body.extend_from_slice(&more),
            Ok(Some(_)) => break,
            Ok(None) => break,
            // The head said that it was taken; what broke off is only our copy of it.
            Err(_) if status.is_success() => return Ok(None),
            Err(error) => return Err(broken(error)),
        }
    }
    judge(status, pause, &body)
}

/// What an answer means.
fn judge(status: StatusCode, pause: Option<u64>, body: &[u8]) -> Result<Option<Value>, Failure> {
    let told: Option<Value> = serde_json::from_slice(body).ok();
    let told = told.as_ref();
    let refusal = told.is_some_and(|told| told["ok"] == Value::Bool(false));
    if status.is_success() && !refusal {
        return Ok(told.and_then(|told| told.get("result").cloned()));
    }
    let code = told
        .and_then(|told| told["error_code"].as_u64())
        .and_then(|code| u16::try_from(code).ok())
        .unwrap_or(status.as_u16());
    let parameter = |name: &str| told.and_then(|told| told["parameters"][name].as_i64());
    match code {
        429 => {
            let seconds = parameter("retry_after").and_then(|n| u64::try_from(n).ok()).or(pause);
            Err(Failure::Later(seconds.map_or(PAUSE, Duration::from_secs)))
        }
        500.. => Err(Failure::Server(code)),
        _ => {
            let why = told.and_then(|told| told["description"].as_str());
            // Descriptions are the platform's own words; they are kept short all the same.
            let why: String = why.unwrap_or("refused").chars().take(200).collect();
            Err(Failure::Refused { code, why, moved_to: parameter("migrate_to_chat_id") })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(status: u16, body: &str) -> Result<Option<Value>, Failure> {
        judge(StatusCode::from_u16(status).expect("a status"), None, body.as_bytes())
    }

    #[test]
    fn a_success_that_makes_no_sense_is_still_one() {
        assert_eq!(
            judged(200, r#"{"ok":true,"result":{"message_id":7}}"#).unwrap().unwrap()["message_id"],
            7
        );
        assert_eq!(judged(200, "<html>"), Ok(None));
        assert_eq!(judged(200, ""), Ok(None));
        assert_eq!(judged(200, "[]"), Ok(None));
    }

    #[test]
    fn refusals_tell_what_is_done_next() {
        let later = r#"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}"#;
        assert_eq!(judged(429, later), Err(Failure::Later(Duration::from_secs(7))));
        assert_eq!(judged(429, "slow down"), Err(Failure::Later(PAUSE)));
        assert_eq!(judged(502, "<html>"), Err(Failure::Server(502)));
        let blocked = r#"{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}"#;
        let Err(Failure::Refused { code: 403, why, moved_to: None }) = judged(403, blocked) else {
            panic!("a refusal");
        };
        assert_eq!(why, "Forbidden: bot was blocked by the user");
        let moved = r#"{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1001}}"#;
        let Err(Failure::Refused { moved_to: Some(-1001), .. }) = judged(400, moved) else {
            panic!("a move");
        };
        // Some emulators answer 200 to everything.
        assert!(matches!(judged(200, blocked), Err(Failure::Refused { code: 403, .. })));
    }

    #[test]
    fn method_names_begin_small() {
        let api = Api::new("1:a".into(), "http://127.0.0.1:1/").expect("a client");
        assert_eq!(api.method("SendMessage"), "http://127.0.0.1:1/bot1:a/sendMessage");
    }
}
