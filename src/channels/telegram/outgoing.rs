//! Replies as requests: pure, without a word to the platform.

use teloxide_core::payloads::{EditMessageText, SendMessage, SendPhoto};
use teloxide_core::types::{
    ChatId, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, LinkPreviewOptions, MessageId,
    ReplyMarkup, ReplyParameters,
};

use crate::domain::ids::TurnNumber;
use crate::domain::reply::{ChoiceId, DeskButton, Outbound};

use super::media::Passed;
use super::room::Room;
use super::text::{CAPTION, Piece, Rich, TEXT, clean, units};

/// The longest data of a button, in bytes.
const DATA: usize = 64;
/// The longest label that is shown, in UTF-16 units; longer ones would be cut by the app.
const LABEL: usize = 64;
/// Labels up to this length stand two in a row.
const SHORT: usize = 18;
/// The most buttons under one message.
const BUTTONS: usize = 100;
/// What a button says that has been pressed.
pub(super) const SETTLED: &str = "settled";

/// One request of a delivery.
#[derive(Clone, Debug)]
pub(super) enum Request {
    /// A message of text.
    Text(SendMessage),
    /// A picture with a caption; the file is put in when it is sent.
    Picture(SendPhoto),
    /// Something that the other side shared.
    Passed(Passed),
}

/// The requests that say a reply, in order. The buttons are under the last one. A reply that has
/// nothing to read makes none. `link` is an address that is to become a link in it.
pub(super) fn requests(
    room: Room,
    turn: TurnNumber,
    outbound: &Outbound,
    link: Option<&str>,
) -> Vec<Request> {
    let mention = outbound.reps.mention.as_deref();
    let rich = Rich::of(&outbound.spans).linking(link).mentioning(mention);
    let mut requests = Vec::new();
    let short = units(rich.text.trim()) <= CAPTION;
    let pieces = if rich.is_blank() { Vec::new() } else { rich.pieces(TEXT) };
    let mut pieces = pieces.into_iter();
    if let Some(first) = outbound.reps.media.first() {
        // Words that cannot stand under it come first, so that it is clear whose it is.
        let mut caption = if short && first.takes_words() { pieces.next() } else { None };
        requests.extend(pieces.map(|piece| Request::Text(text(room, piece))));
        requests.extend(outbound.reps.media.iter().map(|shared| {
            Request::Passed(Passed {
                shared: shared.clone(),
                caption: caption.take(),
                answers: None,
            })
        }));
        return requests;
    }
    if outbound.picture.is_some() {
        let caption = if short { pieces.next() } else { None };
        requests.push(Request::Picture(picture(room, caption)));
    }
    requests.extend(pieces.map(|piece| Request::Text(text(room, piece))));
    if let (Some(last), Some(keyboard)) = (requests.last_mut(), keyboard(turn, outbound)) {
        last.put(keyboard);
    }
    requests
}

/// The same without a picture, when the picture cannot be had.
pub(super) fn without_picture(room: Room, turn: TurnNumber, outbound: &Outbound) -> Vec<Request> {
    requests(room, turn, &Outbound { picture: None, ..outbound.clone() }, None)
}

/// The same as [`edit`] for the words under a file.
pub(super) fn edit_caption(
    chat: i64,
    message: i32,
    outbound: &Outbound,
) -> Option<serde_json::Value> {
    let piece = Rich::of(&outbound.spans).pieces(CAPTION).into_iter().next()?;
    let mut edit =
        serde_json::json!({ "chat_id": chat, "message_id": message, "caption": piece.text });
    if !piece.entities.is_empty() {
        edit["caption_entities"] = serde_json::json!(piece.entities);
    }
    Some(edit)
}

/// The request that brings a card up to date.
pub(super) fn edit(
    chat: i64,
    message: i32,
    turn: TurnNumber,
    outbound: &Outbound,
    link: Option<&str>,
) -> Option<EditMessageText> {
    let piece = Rich::of(&outbound.spans).linking(link).pieces(TEXT).into_iter().next()?;
    let mut edit = EditMessageText::new(ChatId(chat), MessageId(message), piece.text);
    edit.entities = (!piece.entities.is_empty()).then_some(piece.entities);
    edit.link_preview_options = Some(no_preview());
    edit.reply_markup = keyboard(turn, outbound);
    Some(edit)
}

impl Request {
    /// Makes it an answer to a message. One that is gone by now is not missed.
    pub(super) fn answer(&mut self, id: i32) {
        let to = Some(ReplyParameters::new(MessageId(id)).allow_sending_without_reply());
        match self {
            Self::Text(message) => message.reply_parameters = to,
            Self::Picture(photo) => photo.reply_parameters = to,
            Self::Passed(passed) => passed.answers = Some(id),
        }
    }

    fn put(&mut self, keyboard: InlineKeyboardMarkup) {
        let markup = Some(ReplyMarkup::InlineKeyboard(keyboard));
        match self {
            Self::Text(message) => message.reply_markup = markup,
            Self::Picture(photo) => photo.reply_markup = markup,
            // What people share has no buttons.
            Self::Passed(_) => {}
        }
    }
}

fn text(room: Room, piece: Piece) -> SendMessage {
    let mut message = SendMessage::new(room.recipient(), piece.text);
    message.message_thread_id = room.thread();
    message.entities = (!piece.entities.is_empty()).then_some(piece.entities);
    message.link_preview_options = Some(no_preview());
    message
}

fn picture(room: Room, caption: Option<Piece>) -> SendPhoto {
    let mut photo = SendPhoto::new(room.recipient(), InputFile::file_id(String::new().into()));
    photo.message_thread_id = room.thread();
    if let Some(piece) = caption {
        photo.caption = Some(piece.text);
        photo.caption_entities = (!piece.entities.is_empty()).then_some(piece.entities);
    }
    photo
}

fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

/// Buttons in rows; none when there are none that Telegram would take.
fn keyboard(turn: TurnNumber, outbound: &Outbound) -> Option<InlineKeyboardMarkup> {
    if !outbound.reps.buttons.is_empty() {
        return Some(of_desk(&outbound.reps.buttons));
    }
    let choices = &outbound.choices;
    let mut rows: Vec<Vec<InlineKeyboardButton>> = Vec::new();
    let mut room = false;
    for button in choices.iter().take(BUTTONS) {
        let label = shortened(&clean(&button.label));
        let Some(data) = data(&button.id, turn).filter(|_| !label.trim().is_empty()) else {
            tracing::warn!(choice = %button.id, "a choice has no place on a button and is left out");
            continue;
        };
        let short = units(&label) <= SHORT;
        let made = InlineKeyboardButton::callback(label, data);
        match rows.last_mut() {
            Some(row) if room && short => {
                row.push(made);
                room = false;
            }
            _ => {
                rows.push(vec![made]);
                room = short;
            }
        }
    }
    (!rows.is_empty()).then(|| InlineKeyboardMarkup::new(rows))
}

/// The buttons of the desk, three in a row at most.
fn of_desk(buttons: &[DeskButton]) -> InlineKeyboardMarkup {
    let row = if buttons.len() > 3 { 2 } else { 3 };
    let rows = buttons.chunks(row).map(|row| {
        let made = row.iter().map(|button| {
            InlineKeyboardButton::callback(shortened(&clean(&button.label)), button.data.clone())
        });
        made.collect::<Vec<_>>()
    });
    InlineKeyboardMarkup::new(rows)
}

/// The keyboard of a message whose choice is made: only what was chosen, marked.
pub(super) fn settled(label: &str) -> InlineKeyboardMarkup {
    let label = shortened(&format!("✓ {}", clean(label)));
    InlineKeyboardMarkup::new([[InlineKeyboardButton::callback(label, SETTLED)]])
}

/// What a button carries: its choice, and its turn where there is room for it.
pub(super) fn data(choice: &ChoiceId, turn: TurnNumber) -> Option<String> {
    let bare = choice.to_string();
    let full = format!("{bare}|{turn}");
    [full, bare].into_iter().find(|data| (1..=DATA).contains(&data.len()))
}

/// Reads it back.
pub(super) fn read_data(data: &str) -> Option<(ChoiceId, Option<TurnNumber>)> {
    let (choice, turn) = match data.rsplit_once('|') {
        Some((choice, turn)) => (choice, Some(turn.parse().ok()?)),
        None => (data, None),
    };
    Some((choice.parse().ok()?, turn))
}

fn shortened(label: &str) -> String {
    if units(label) <= LABEL {
        return label.to_owned();
    }
    let mut count = 1;
    let kept = label.chars().take_while(|c| {
        count += c.len_utf16();
        count <= LABEL
    });
    kept.chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reply::{Button, Span};
    use serde_json::{Value, json};

    fn outbound(text: &str, picture: Option<&str>, labels: &[&str]) -> Outbound {
        Outbound {
            v: 1,
            spans: vec![Span::written(text.to_owned())],
            choices: labels
                .iter()
                .map(|label| Button {
                    id: ChoiceId::Option(label.to_lowercase().into()),
                    label: (*label).to_owned(),
                })
                .collect(),
            picture: picture.map(str::to_owned),
            unreachable: None,
            reps: Default::default(),
        }
    }

    fn json_of(request: &Request) -> Value {
        match request {
            Request::Text(message) => serde_json::to_value(message),
            Request::Picture(photo) => serde_json::to_value(photo),
            Request::Passed(_) => unreachable!("no such request here"),
        }
        .expect("JSON")
    }

    fn wire(outbound: &Outbound) -> Vec<Value> {
        requests(7.into(), 3, outbound, None).iter().map(json_of).collect()
    }

    #[test]
    fn a_text_with_buttons() {
        let made = wire(&outbound(
            "Which **one**?",
            None,
            &["Yes", "No", "A rather long label that fills a row"],
        ));
        let [message] = &made[..] else { panic!("{made:?}") };
        assert_eq!(message["chat_id"], 7);
        assert_eq!(message["text"], "Which one?");
        assert_eq!(message["entities"], json!([{ "type": "bold", "offset": 6, "length": 3 }]));
        assert_eq!(
            message["reply_markup"]["inline_keyboard"],
            json!([
                [
                    { "text": "Yes", "callback_data": "option.yes|3" },
                    { "text": "No", "callback_data": "option.no|3" }
                ],
                [{ "text": "A rather long label that fills a row",
                   "callback_data": "option.a rather long label that fills a row|3" }]
            ])
        );
        assert!(message.get("parse_mode").is_none());
    }

    #[test]
    fn a_short_text_goes_under_its_picture() {
        let made = wire(&outbound("Our Brotbote.", Some("b.jpg"), &["Price"]));
        let [photo] = &made[..] else { panic!("{made:?}") };
        assert_eq!(photo["caption"], "Our Brotbote.");
        assert_eq!(photo["reply_markup"]["inline_keyboard"][0][0]["text"], "Price");
    }

    #[test]
    fn a_long_text_follows_its_picture() {
        let made = wire(&outbound(&"word ".repeat(1_000), Some("b.jpg"), &["Price"]));
        assert_eq!(made.len(), 3);
        assert!(made[0].get("caption").is_none() && made[0].get("reply_markup").is_none());
        assert!(made[1].get("reply_markup").is_none(), "the buttons are under the last one");
        assert_eq!(made[2]["reply_markup"]["inline_keyboard"][0][0]["text"], "Price");
        assert_eq!(wire(&outbound("", None, &["Price"])), [Value::Null; 0]);
    }

    #[test]
    fn buttons_keep_to_the_limits() {
        let long = "x".repeat(70);
        let mut reply = outbound("?", None, &["Ä", &"ä".repeat(80)]);
        reply
            .choices
            .push(Button { id: ChoiceId::Option(long.as_str().into()), label: "no".into() });
        let made = wire(&reply);
        let rows = made[0]["reply_markup"]["inline_keyboard"].as_array().expect("rows");
        let buttons: Vec<&Value> = rows.iter().flat_map(|r| r.as_array().expect("a row")).collect();
        assert_eq!(buttons.len(), 1, "data over 64 bytes is left out: {buttons:?}");
        assert_eq!(shortened(&"ä".repeat(80)).chars().count(), 64);
    }

    #[test]
    fn data_is_read_back() {
        let choice = ChoiceId::Option("talk".into());
        assert_eq!(data(&choice, 12).as_deref(), Some("option.talk|12"));
        assert_eq!(read_data("option.talk|12"), Some((choice.clone(), Some(12))));
        assert_eq!(read_data("option.talk"), Some((choice, None)));
        let long = ChoiceId::Option("x".repeat(56).as_str().into());
        assert_eq!(data(&long, 12).as_deref(), Some(&*format!("option.{}", "x".repeat(56))));
        assert_eq!(read_data(SETTLED), None);
        assert_eq!(read_data("nonsense|x"), None);
    }

    #[test]
    fn all_parts_go_into_the_topic() {
        let room = Room { chat: -100, topic: Some(9) };
        let made = requests(room, 3, &outbound(&"word ".repeat(1_000), Some("b.jpg"), &[]), None);
        assert_eq!(made.len(), 3);
        for request in &made {
            let wire = json_of(request);
            assert_eq!((&wire["chat_id"], &wire["message_thread_id"]), (&json!(-100), &json!(9)));
        }
        let wire = &wire(&outbound("x", None, &[]))[0];
        assert!(wire.get("message_thread_id").is_none_or(Value::is_null));
    }

    #[test]
    fn a_card_is_edited() {
        let made = edit(-100, 5, 3, &outbound("Hot", None, &[]), None).expect("an edit");
        let made = serde_json::to_value(made).expect("JSON");
        assert_eq!((&made["message_id"], &made["text"]), (&json!(5), &json!("Hot")));
    }
}
