//! What the platform does with a request that keeps to the rules: chats, messages, presses, pace.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;

use super::fake::{Message, State, now};
use super::http::Request;
use super::{forum, rules};

impl State {
    pub fn process(&mut self, method: &str, request: &Request) -> Result<Value, rules::Refusal> {
        let text =
            |name: &str| request.params.get(name).and_then(Value::as_str).unwrap_or_default();
        let number =
            |name: &str| request.params.get(name).and_then(Value::as_i64).unwrap_or_default();
        let chat = number("chat_id");
        match method {
            "getMe" => Ok(json!({ "id": 4242, "is_bot": true, "first_name": "Pia",
                "username": "PiaFakeBot", "can_join_groups": true })),
            "getWebhookInfo" => {
                let url = self.webhook.as_ref().map_or("", |(url, _)| url);
                Ok(json!({ "url": url, "has_custom_certificate": false,
                    "pending_update_count": self.updates.len() }))
            }
            "deleteWebhook" => {
                self.webhook = None;
                Ok(json!(true))
            }
            "setWebhook" => {
                self.webhook = Some((text("url").to_owned(), text("secret_token").to_owned()));
                Ok(json!(true))
            }
            "setMyCommands" => {
                let commands = request.params["commands"].as_array().cloned();
                self.commands.insert(text("language_code").to_owned(), commands.unwrap_or_default());
                Ok(json!(true))
            }
            "answerCallbackQuery" => match self.callbacks.get_mut(text("callback_query_id")) {
                Some(answers) => {
                    *answers += 1;
                    let said = (text("callback_query_id").to_owned(), text("text").to_owned());
                    self.answers.push(said);
                    Ok(json!(true))
                }
                None => Err((400, "Bad Request: query is too old and response timeout expired or query ID is invalid".to_owned())),
            },
            "setMessageReaction" => {
                self.may_reach(chat)?;
                let sign = request.params["reaction"][0]["emoji"].as_str().unwrap_or_default();
                self.may_sign(chat, number("message_id"), sign)?;
                self.signs.retain(|(at, id, _)| (*at, *id) != (chat, number("message_id")));
                self.note(chat, &format!("bot puts {sign} at message {}", number("message_id")));
                self.signs.push((chat, number("message_id"), sign.to_owned()));
                Ok(json!(true))
            }
            "deleteMessage" => {
                self.may_reach(chat)?;
                let id = number("message_id");
                let place = self.messages.iter().position(|m| m.id == id && m.chat == chat);
                let Some(place) = place else {
                    return Err((400, "Bad Request: message to delete not found".to_owned()));
                };
                let gone = self.messages.remove(place);
                for unread in self.unread.values_mut() {
                    unread.retain(|unread| *unread != id);
                }
                self.note(forum::place(chat, gone.topic), &format!("bot deletes: {}", gone.text));
                Ok(json!(true))
            }
            "getChat" => {
                self.may_reach(chat)?;
                let kind = if chat < 0 { "supergroup" } else { "private" };
                let forum = self.forums.contains_key(&chat);
                Ok(json!({ "id": chat, "type": kind, "is_forum": forum }))
            }
            "getChatMember" => {
                self.may_reach(chat)?;
                Ok(self.member_of(chat))
            }
            "createForumTopic" => {
                self.may_reach(chat)?;
                self.make_topic(chat, text("name"))
            }
            "reopenForumTopic" => {
                self.may_reach(chat)?;
                self.reopen_topic(chat, number("message_thread_id"))
            }
            "sendChatAction" => {
                self.may_reach(chat)?;
                Ok(json!(true))
            }
            "sendMessage" | "sendPhoto" => {
                self.may_reach(chat)?;
                let topic = self.topic_of(request)?;
                self.pace(chat)?;
                self.next_message += 1;
                let message = Message {
                    id: self.next_message,
                    chat,
                    topic,
                    text: format!("{}{}", text("text"), text("caption")),
                    rich: rich(request),
                    answers: self.answered(request)?,
                    photo: method == "sendPhoto",
                    shows: (method == "sendPhoto").then(|| self.shown("photo", request)),
                    buttons: buttons(request),
                    before: Vec::new(),
                };
                let picture = if message.photo { " (a picture)" } else { "" };
                let line = format!("bot: {}{picture}{}", message.text, labels(&message.buttons));
                let mut result = self.arrives(&message, &line);
                if message.photo {
                    let file = format!("file-{}", message.id);
                    result["photo"] = json!([{ "file_id": file, "file_unique_id": file,
                        "width": 90, "height": 90 }]);
                }
                self.messages.push(message);
                Ok(result)
            }
            "getFile" => {
                let id = text("file_id");
                let Some((name, size)) = self.files.get(id) else {
                    return Err((400, "Bad Request: invalid file_id".to_owned()));
                };
                if *size > 20_000_000 {
                    return Err((400, "Bad Request: file is too big".to_owned()));
                }
                Ok(json!({ "file_id": id, "file_unique_id": id, "file_size": size,
                    "file_path": format!("files/{id}/{name}") }))
            }
            "sendDocument" | "sendVoice" | "sendAudio" | "sendVideo" | "sendVideoNote"
            | "sendAnimation" | "sendSticker" | "sendLocation" | "sendVenue" => {
                self.may_reach(chat)?;
                let topic = self.topic_of(request)?;
                self.pace(chat)?;
                let kind = rules::field_of(method);
                let named = text(kind).to_owned();
                if kind != "location" && !named.starts_with("attach://") && !self.files.contains_key(&named) {
                    return Err((400, "Bad Request: wrong file identifier/HTTP URL specified".to_owned()));
                }
                let shows = self.shown(kind, request);
                self.next_message += 1;
                let message = Message {
                    id: self.next_message,
                    chat,
                    topic,
                    text: text("caption").to_owned(),
                    rich: rich(request),
                    answers: self.answered(request)?,
                    photo: false,
                    shows: Some(shows.clone()),
                    buttons: Vec::new(),
                    before: Vec::new(),
                };
                let result = self.arrives(&message, &format!("bot: {} [{shows}]", message.text));
                self.messages.push(message);
                Ok(result)
            }
            "editMessageCaption" => {
                self.may_reach(chat)?;
                self.pace(chat)?;
                let id = number("message_id");
                let found = self.messages.iter_mut().find(|m| m.id == id && m.chat == chat);
                let Some(message) = found else {
                    return Err((400, "Bad Request: message to edit not found".to_owned()));
                };
                if message.shows.is_none() {
                    return Err((400, "Bad Request: there is no caption in the message to edit".to_owned()));
                }
                let before = std::mem::replace(&mut message.text, text("caption").to_owned());
                message.before.push(before);
                message.rich = rich(request);
                let place = forum::place(chat, message.topic);
                self.note(place, &format!("bot edits the caption: {}", text("caption")));
                Ok(json!({ "message_id": id, "date": 1, "chat": { "id": chat } }))
            }
            "editMessageText" | "editMessageReplyMarkup" => {
                self.may_reach(chat)?;
                let id = number("message_id");
                let bare = |m: &Message| m.id == id && m.shows.is_some();
                if method == "editMessageText" && self.messages.iter().any(bare) {
                    return Err((400, "Bad Request: there is no text in the message to edit".to_owned()));
                }
                if method == "editMessageText" {
                    self.pace(chat)?;
                }
                let found = self.messages.iter_mut().find(|m| m.id == id && m.chat == chat);
                let Some(message) = found else {
                    return Err((400, "Bad Request: message to edit not found".to_owned()));
                };
                let now = buttons(request);
                let same = message.buttons == now
                    && (method == "editMessageReplyMarkup" || message.text == text("text"));
                if same {
                    return Err((400, "Bad Request: message is not modified".to_owned()));
                }
                let line = match method {
                    "editMessageText" => format!("bot edits: {}{}", text("text"), labels(&now)),
                    _ => format!("bot settles the buttons:{}", labels(&now)),
                };
                message.buttons = now;
                if method == "editMessageText" {
                    let before = std::mem::replace(&mut message.text, text("text").to_owned());
                    message.before.push(before);
                    message.rich = rich(request);
                }
                let place = forum::place(chat, message.topic);
                self.note(place, &line);
                Ok(json!({ "message_id": id, "date": 1, "chat": { "id": chat } }))
            }
            other => Err((404, format!("Not Found: {other}"))),
        }
    }

    /// A message is there to be read: what the bot is told of it.
    fn arrives(&mut self, message: &Message, line: &str) -> Value {
        let place = forum::place(message.chat, message.topic);
        self.note(place, line);
        self.unread.entry(place).or_default().push_back(message.id);
        let mut result =
            json!({ "message_id": message.id, "date": now(), "chat": { "id": message.chat } });
        if let Some(topic) = message.topic {
            result["message_thread_id"] = json!(topic);
            result["is_topic_message"] = json!(true);
        }
        result
    }

    /// What a message shows, as somebody would see it.
    fn shown(&self, kind: &str, request: &Request) -> String {
        let field = |name: &str| request.params.get(name).cloned().unwrap_or_default();
        if kind == "location" {
            if let Some(title) = field("title").as_str() {
                return format!("venue {title}, {}", field("address").as_str().unwrap_or_default());
            }
            return format!("location {}, {}", field("latitude"), field("longitude"));
        }
        let sent = request.files.iter().find(|(name, ..)| name == kind);
        let known = self.files.get(field(kind).as_str().unwrap_or_default());
        let named = sent.map(|(_, name, size)| (name.clone(), *size)).or(known.cloned());
        match named {
            Some((name, size)) => format!("{kind} {name}, {size} bytes"),
            None => kind.to_owned(),
        }
    }

    /// The message that a new one answers: there has to be one of that number.
    fn answered(&self, request: &Request) -> Result<Option<i64>, rules::Refusal> {
        let Some(parameters) = request.params.get("reply_parameters") else { return Ok(None) };
        let id = parameters["message_id"].as_i64().unwrap_or_default();
        match (1..=self.next_message).contains(&id) {
            true => Ok(Some(id)),
            false if parameters["allow_sending_without_reply"] == true => Ok(None),
            false => Err((400, "Bad Request: message to be replied not found".to_owned())),
        }
    }

    fn may_reach(&self, chat: i64) -> Result<(), rules::Refusal> {
        if self.blocked.contains(&chat) {
            return Err((403, "Forbidden: bot was blocked by the user".to_owned()));
        }
        if !self.chats.contains(&chat) {
            return Err((400, "Bad Request: chat not found".to_owned()));
        }
        Ok(())
    }

    /// One a second to a chat, twenty a minute to a group, thirty a second in all, and nothing
    /// within a pause that was asked for.
    fn pace(&mut self, chat: i64) -> Result<(), rules::Refusal> {
        let now = Instant::now();
        if self.closed.get(&chat).is_some_and(|until| *until > now) {
            self.offences.push(format!("a send to {chat} before retry_after"));
            return Err((429, "Too Many Requests: retry after 1".to_owned()));
        }
        let lately = |window: u64, of: Option<i64>| {
            let window = Duration::from_secs(window);
            let near = self.sends.iter().rev().take_while(|(_, at)| now - *at < window);
            near.filter(|(to, _)| of.is_none_or(|of| of == *to)).count()
        };
        let too_many = lately(1, Some(chat)) >= 1
            || lately(1, None) >= 30
            || (chat < 0 && lately(60, Some(chat)) >= 20);
        if too_many && !self.hasty {
            self.offences.push(format!("too many messages to {chat}"));
            return Err((429, "Too Many Requests: retry after 1".to_owned()));
        }
        self.sends.push((chat, now));
        Ok(())
    }
}

/// Words with what is set in them between tags.
fn rich(request: &Request) -> String {
    let field = |name: &str| request.params.get(name).cloned().unwrap_or_default();
    let (words, entities) = match field("text").as_str() {
        Some(text) => (text.to_owned(), field("entities")),
        None => {
            (field("caption").as_str().unwrap_or_default().to_owned(), field("caption_entities"))
        }
    };
    let wide: Vec<u16> = words.encode_utf16().collect();
    let mut tags: Vec<(usize, usize, String)> = Vec::new();
    for entity in entities.as_array().into_iter().flatten() {
        let number = |name: &str| entity[name].as_u64().map_or(0, |n| n as usize);
        let (from, to) = (number("offset"), number("offset") + number("length"));
        let kind = entity["type"].as_str().unwrap_or_default();
        let to_page = entity["url"].as_str().map(|url| format!(" {url}")).unwrap_or_default();
        tags.push((from, usize::MAX - to, format!("<{kind}{to_page}>")));
        tags.push((to, from, format!("</{kind}>")));
    }
    // At one place what ends goes before what begins; what lies within begins later and ends sooner.
    tags.sort_by_key(|(at, other, tag)| (*at, !tag.starts_with("</"), std::cmp::Reverse(*other)));
    let (mut rich, mut at) = (String::new(), 0);
    for (place, _, tag) in tags {
        rich.push_str(&String::from_utf16_lossy(&wide[at..place]));
        rich.push_str(&tag);
        at = place;
    }
    rich + &String::from_utf16_lossy(&wide[at..])
}

/// Buttons as they read.
fn labels(buttons: &[(String, String)]) -> String {
    buttons.iter().map(|(label, _)| format!(" [{label}]")).collect()
}

fn buttons(request: &Request) -> Vec<(String, String)> {
    let rows = request.params.get("reply_markup").map(|markup| &markup["inline_keyboard"]);
    let rows = rows.and_then(Value::as_array).into_iter().flatten();
    rows.flat_map(|row| row.as_array().into_iter().flatten())
        .map(|button| {
            let text = |name: &str| button[name].as_str().unwrap_or_default().to_owned();
            (text("text"), text("callback_data"))
        })
        .collect()
}
