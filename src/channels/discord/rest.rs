//! Requests to Discord's API, and what became of them.
//!
//! One client with the house's own limiter. An outcome says what is known: not sent, refused,
//! asked to wait, or unknown, since a repeat must only follow what did not arrive. Nothing that is
//! returned holds what was said, an address or a token.

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderValue, RETRY_AFTER};
use reqwest::multipart::{Form, Part};
use reqwest::{Client, Method, Response, StatusCode};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;

use super::file_place::FilePlace;
use super::pace::Pace;
use crate::app::channel::NOT_SENT;
use crate::app::pictures::Picture;
use crate::channels::files::{self, Found, NoFile, Parcel, Shelf};
use crate::domain::media::File;

/// How long a request may take, within the five seconds of a send.
const PATIENCE: Duration = Duration::from_millis(4_500);
const CONNECT: Duration = Duration::from_secs(3);
/// What Discord wants to know of a program.
pub const USER_AGENT: &str =
    concat!("DiscordBot (https://docent.invalid, ", env!("CARGO_PKG_VERSION"), ")");
/// The version of the API.
const VERSION: &str = "v10";

/// The API.
pub struct Rest {
    client: Client,
    base: String,
    authorization: HeaderValue,
    pace: Arc<Pace>,
}

/// Why there is no good answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It did not leave, so nothing happened there.
    NotSent(String),
    /// It may have arrived.
    Unknown(String),
    /// Asked to wait.
    Limited(Duration),
    /// A file that was to go along cannot be had any more, or is too large, and why.
    NoFile(String),
    /// Refused.
    Refused {
        /// The status of HTTP.
        status: u16,
        /// Discord's own code, 0 when it gave none.
        code: i64,
    },
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotSent(reason) => write!(f, "{NOT_SENT}: {reason}"),
            Self::Unknown(reason) => write!(f, "no answer: {reason}"),
            Self::NoFile(why) => f.write_str(why),
            Self::Limited(time) => write!(f, "asked to wait {} ms", time.as_millis()),
            Self::Refused { status, code: 0 } => write!(f, "HTTP {status}"),
            Self::Refused { status, code } => write!(f, "HTTP {status}, code {code}"),
        }
    }
}

impl Trouble {
    /// A refusal in words, with the mend where there is one.
    pub(super) fn explained(&self) -> String {
        match self {
            Self::Refused { status: 401, .. } => {
                "Discord refuses the token (401): reset it in the developer portal, page Bot, and \
                 set DOCENT_DISCORD_TOKEN to the new one"
                    .to_owned()
            }
            Self::Refused { status: 404, .. } => {
                "there is no API of Discord at discord.api_url (404)".to_owned()
            }
            other => format!("{other} from discord.api_url"),
        }
    }
}

/// What is sent along.
pub enum Body {
    /// Nothing.
    Nothing,
    /// JSON.
    Json(Value),
    /// JSON and a picture.
    WithPicture(Value, Picture),
    /// JSON and files, which are read while they are sent.
    WithFiles(Value, Vec<(File, Parcel)>),
}

impl Rest {
    /// The API at `api_url`, for this token.
    ///
    /// # Errors
    /// When the token holds signs that no header may have, or there is no TLS.
    pub fn new(api_url: &str, token: &SecretString, pace: Arc<Pace>) -> Result<Self, String> {
        let client = Client::builder()
            .user_agent(USER_AGENT)
            .connect_timeout(CONNECT)
            .timeout(PATIENCE)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|error| format!("no client: {}", error.without_url()))?;
        let mut authorization = HeaderValue::from_str(&format!("Bot {}", token.expose_secret()))
            .map_err(|_| "the token holds signs that no token has".to_owned())?;
        authorization.set_sensitive(true);
        Ok(Self { client, base: base_of(api_url), authorization, pace })
    }

    /// The limiter.
    #[must_use]
    pub fn pace(&self) -> &Pace {
        &self.pace
    }

    /// Asks for something, when the pace allows.
    ///
    /// # Errors
    /// See [`Trouble`].
    pub async fn get(&self, path: &str) -> Result<Value, Trouble> {
        self.pace.turn(None).await;
        self.call(Method::GET, path, Body::Nothing, None).await
    }

    /// Makes a request at once: the caller has kept the pace. `place` is whom a wish to wait
    /// concerns. An answer of success counts, readable or not; `Null` stands for what is not.
    ///
    /// # Errors
    /// See [`Trouble`].
    pub async fn call(
        &self,
        method: Method,
        path: &str,
        body: Body,
        place: Option<&str>,
    ) -> Result<Value, Trouble> {
        let url = format!("{}{path}", self.base);
        let request =
            self.client.request(method, url).header("authorization", self.authorization.clone());
        let request = match body {
            Body::Nothing => request,
            Body::Json(json) => request.json(&json),
            Body::WithPicture(json, picture) => request.multipart(form(json, picture)),
            Body::WithFiles(json, enclosed) => {
                request.timeout(files::PATIENCE).multipart(form_of(json, enclosed))
            }
        };
        let response = request.send().await.map_err(trouble_of)?;
        self.read(response, place).await
    }

    /// Answers an interaction, which has a budget of its own and no need of our token.
    ///
    /// # Errors
    /// See [`Trouble`].
    pub async fn answer(&self, id: u64, token: &str, body: Value) -> Result<(), Trouble> {
        let url = format!("{}/interactions/{id}/{token}/callback", self.base);
        let sent = self.client.post(url).json(&body).timeout(Duration::from_secs(2)).send().await;
        let response = sent.map_err(trouble_of)?;
        self.read(response, Some("interactions")).await.map(|_| ())
    }

    /// The address by which a file can be fetched now.
    async fn anew(&self, place: &FilePlace<'_>) -> Option<String> {
        let path = format!("/channels/{}/messages/{}", place.channel, place.message);
        place.anew(&self.get(&path).await.ok()?)
    }

    async fn read(&self, response: Response, place: Option<&str>) -> Result<Value, Trouble> {
        let (status, headers) = (response.status(), response.headers().clone());
        if status.is_success() {
            self.heed(&headers, place);
            // What was taken was taken, whatever the answer looks like.
            let bytes = response.bytes().await.unwrap_or_default();
            return Ok(serde_json::from_slice(&bytes).unwrap_or(Value::Null));
        }
        if matches!(status.as_u16(), 401 | 403 | 429) {
            self.pace.refused();
        }
        let body: Value = match response.bytes().await {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or(Value::Null),
            Err(_) => Value::Null,
        };
        if status == StatusCode::TOO_MANY_REQUESTS {
            let wait = wait_of(&headers, &body);
            let whole = body["global"] == true || is(&headers, "x-ratelimit-scope", "global");
            self.pace.block(place.filter(|_| !whole), wait);
            return Err(Trouble::Limited(wait));
        }
        if status.is_server_error() {
            return Err(Trouble::Unknown(format!("HTTP {}", status.as_u16())));
        }
        let code = body["code"].as_i64().unwrap_or_default();
        Err(Trouble::Refused { status: status.as_u16(), code })
    }

    /// A bucket that Discord says is empty is left alone until it is full again.
    fn heed(&self, headers: &HeaderMap, place: Option<&str>) {
        let (Some(place), true) = (place, is(headers, "x-ratelimit-remaining", "0")) else {
            return;
        };
        let after = headers.get("x-ratelimit-reset-after").and_then(|value| value.to_str().ok());
        if let Some(wait) = after.and_then(seconds) {
            self.pace.block(Some(place), wait);
        }
    }
}

/// The API's root: `https://discord.com` as well as an address that names the version.
fn base_of(api_url: &str) -> String {
    let url = api_url.trim_end_matches('/');
    if url.contains("/api/v") {
        url.to_owned()
    } else if url.ends_with("/api") {
        format!("{url}/{VERSION}")
    } else {
        format!("{url}/api/{VERSION}")
    }
}

fn form(json: Value, picture: Picture) -> Form {
    let mut json = json;
    json["attachments"] = serde_json::json!([{ "id": "0", "filename": picture.name }]);
    let kind = match picture.name.rsplit('.').next().map(str::to_lowercase).as_deref() {
        Some("png") => "image/png",
        Some("gif") => "image/gif",
        Some("webp") => "image/webp",
        _ => "image/jpeg",
    };
    let file = Part::bytes(picture.bytes.clone()).file_name(picture.name.clone());
    let file =
        file.mime_str(kind).unwrap_or_else(|_| Part::bytes(picture.bytes).file_name(picture.name));
    let payload = Part::text(json.to_string());
    let payload =
        payload.mime_str("application/json").unwrap_or_else(|_| Part::text(json.to_string()));
    Form::new().part("payload_json", payload).part("files[0]", file)
}

fn form_of(json: Value, enclosed: Vec<(File, Parcel)>) -> Form {
    let mut json = json;
    let named = |(number, (file, _)): (usize, &(File, Parcel))| serde_json::json!({ "id": number.to_string(), "filename": files::name_of(file) });
    json["attachments"] = enclosed.iter().enumerate().map(named).collect();
    let payload = Part::text(json.to_string());
    let payload =
        payload.mime_str("application/json").unwrap_or_else(|_| Part::text(json.to_string()));
    let form = Form::new().part("payload_json", payload);
    let files = enclosed.into_iter().enumerate();
    files.fold(form, |form, (number, (file, parcel))| {
        form.part(format!("files[{number}]"), parcel.part(&file))
    })
}

impl Shelf for Rest {
    fn open<'a>(&'a self, file: &'a File) -> Found<'a> {
        Box::pin(async move {
            let Some(place) = FilePlace::read(&file.id) else {
                return Err(NoFile::Gone("nobody knows where the file lies".to_owned()));
            };
            let fetch = |url: String| self.client.get(url).timeout(files::PATIENCE).send();
            match Parcel::of(fetch(place.url.to_owned()).await) {
                Err(NoFile::Gone(why)) => match self.anew(&place).await {
                    Some(url) => Parcel::of(fetch(url).await),
                    None => Err(NoFile::Gone(why)),
                },
                found => found,
            }
        })
    }
}

/// Whether it can have arrived. The error's own words may hold the address, which holds tokens.
fn trouble_of(error: reqwest::Error) -> Trouble {
    if error.is_connect() {
        Trouble::NotSent("no connection".to_owned())
    } else if error.is_builder() {
        Trouble::NotSent("the address is none".to_owned())
    } else if error.is_timeout() {
        Trouble::Unknown("no answer in time".to_owned())
    } else {
        Trouble::Unknown("the connection broke".to_owned())
    }
}

fn is(headers: &HeaderMap, name: &str, value: &str) -> bool {
    headers.get(name).is_some_and(|found| found.as_bytes() == value.as_bytes())
}

/// What a 429 asks for: the body is finer than the header. A little is added, for clocks differ.
fn wait_of(headers: &HeaderMap, body: &Value) -> Duration {
    let header = headers.get(RETRY_AFTER).and_then(|value| value.to_str().ok()).and_then(seconds);
    let told = body["retry_after"].as_f64().and_then(whole);
    told.max(header).unwrap_or(Duration::from_secs(1)) + Duration::from_millis(50)
}

fn seconds(text: &str) -> Option<Duration> {
    text.trim().parse().ok().and_then(whole)
}

fn whole(seconds: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(seconds).ok().map(|wait| wait.min(Duration::from_secs(86_400)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_may_name_the_version() {
        assert_eq!(base_of("https://discord.com"), "https://discord.com/api/v10");
        assert_eq!(base_of("http://127.0.0.1:9/api"), "http://127.0.0.1:9/api/v10");
        assert_eq!(base_of("http://x/api/v9/"), "http://x/api/v9");
    }

    #[test]
    fn the_longer_wait_counts() {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, HeaderValue::from_static("2"));
        let wait = wait_of(&headers, &serde_json::json!({ "retry_after": 2.7 }));
        assert_eq!(wait, Duration::from_millis(2_750));
        assert_eq!(wait_of(&headers, &Value::Null), Duration::from_millis(2_050));
        assert_eq!(wait_of(&HeaderMap::new(), &Value::Null), Duration::from_millis(1_050));
        let odd = serde_json::json!({ "retry_after": -3 });
        assert_eq!(wait_of(&HeaderMap::new(), &odd), Duration::from_millis(1_050));
    }
}
