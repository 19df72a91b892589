//! What people share on Telegram, read from their messages, and what is passed on to it.
//!
//! A file that lies at Telegram goes by its name there; one of another platform is streamed. Start
//! reading at [`shared`] for the way in and at [`Telegram::pass_on`] for the way out.

use serde_json::{Value, json};

use crate::app::channel::{Delivery, DeliveryError};
use crate::channels::files::NoFile;
use crate::domain::ids::Channel;
use crate::domain::media::{File, FileKind, Place, Shared};
use crate::domain::reply::{ForReps, Lane, Outbound, Span};

use super::api::Failure;
use super::outgoing::{self, Request};
use super::room::Room;
use super::text::{Piece, clean};
use super::wire::Message;
use super::{Telegram, refusal};

/// The largest picture that is shown as one; a larger one goes as a file.
const PHOTO: u64 = 10_000_000;

/// Fields of a message that are files, with what a nameless one is called. An animation comes as a
/// document, too, so it is first.
const FILES: &[(&str, FileKind, &str)] = &[
    ("photo", FileKind::Photo, "photo.jpg"),
    ("voice", FileKind::Voice, "voice.ogg"),
    ("sticker", FileKind::Sticker, "sticker.webp"),
    ("video_note", FileKind::Round, "video.mp4"),
    ("video", FileKind::Video, "video.mp4"),
    ("animation", FileKind::Animation, "animation.mp4"),
    ("audio", FileKind::Audio, "audio.mp3"),
    ("document", FileKind::Document, "file"),
];

/// What a message shares beside its words. Each part of an album is a message of its own.
pub(super) fn shared(message: &Message) -> Vec<Shared> {
    if let Some(contact) = &message.contact {
        let last = contact.last_name.as_deref().unwrap_or_default();
        let name = format!("{} {last}", contact.first_name);
        let (name, phone) = (clean(name.trim()), clean(&contact.phone_number));
        return vec![Shared::Person { name, phone }];
    }
    let file = FILES.iter().find_map(|(field, kind, name)| {
        let told = message.other.get(*field)?;
        // Of a picture there are several sizes, the largest last.
        let told = told.as_array().map_or(Some(told), |sizes| sizes.last())?;
        file(told, *kind, name)
    });
    let place = || place(message).map(Shared::Place);
    file.map(Shared::File).or_else(place).into_iter().collect()
}

fn file(told: &Value, kind: FileKind, nameless: &str) -> Option<File> {
    let text = |name: &str| told[name].as_str().map(clean);
    Some(File {
        kind,
        at: Channel::Telegram,
        id: told["file_id"].as_str()?.to_owned(),
        name: text("file_name").unwrap_or_else(|| nameless.to_owned()),
        mime: text("mime_type"),
        size: told["file_size"].as_u64(),
        sign: text("emoji"),
    })
}

fn place(message: &Message) -> Option<Place> {
    let venue = message.other.get("venue");
    let spot = venue.map(|venue| &venue["location"]).or_else(|| message.other.get("location"))?;
    let said = |field: &str| {
        let said = venue.and_then(|venue| venue[field].as_str()).map(clean);
        said.map(|said| said.trim().to_owned()).filter(|said| !said.is_empty())
    };
    let place = Place::of(spot["latitude"].as_f64()?, spot["longitude"].as_f64()?, said("title"))?;
    Some(Place { address: said("address"), ..place })
}

/// Something that is passed on, with the words under it.
#[derive(Clone, Debug)]
pub(super) struct Passed {
    pub(super) shared: Shared,
    pub(super) caption: Option<Piece>,
    /// The message that it answers.
    pub(super) answers: Option<i32>,
}

/// Why it was not.
pub(super) enum Obstacle {
    /// The platform's.
    Failure(Failure),
    /// The file's.
    NoFile(NoFile),
}

impl Telegram {
    /// Passes one thing on: what the platform answers.
    pub(super) async fn pass_on(
        &self,
        room: Room,
        passed: &Passed,
    ) -> Result<Option<Value>, Obstacle> {
        let mut fields = json!({ "chat_id": room.chat });
        if let Some(topic) = room.topic {
            fields["message_thread_id"] = json!(topic);
        }
        if let Some(caption) = &passed.caption {
            fields["caption"] = json!(caption.text);
            if !caption.entities.is_empty() {
                fields["caption_entities"] = json!(caption.entities);
            }
        }
        if let Some(message) = passed.answers {
            fields["reply_parameters"] =
                json!({ "message_id": message, "allow_sending_without_reply": true });
        }
        let file = match &passed.shared {
            Shared::File(file) => file,
            Shared::Place(place) => {
                let (north, east) = place.degrees();
                fields["latitude"] = json!(north);
                fields["longitude"] = json!(east);
                let method = match (&place.title, &place.address) {
                    (Some(title), Some(address)) => {
                        fields["title"] = json!(title);
                        fields["address"] = json!(address);
                        "sendVenue"
                    }
                    _ => "sendLocation",
                };
                let sent = self.api.call_named(method, &fields).await;
                return sent.map_err(Obstacle::Failure);
            }
            Shared::Person { .. } => {
                let reason = "a contact is passed on in words".to_owned();
                return Err(Obstacle::NoFile(NoFile::Gone(reason)));
            }
        };
        if file.at == Channel::Telegram {
            let (method, field) = method_of(file.kind);
            fields[field] = json!(file.id);
            return self.api.call_named(method, &fields).await.map_err(Obstacle::Failure);
        }
        let kind = shown_as(file);
        match self.stream(kind, &fields, file).await {
            // A picture that it cannot show, or a film of another kind, still is a file.
            Err(Obstacle::Failure(Failure::Refused { code: 400, why, moved_to: None }))
                if kind != FileKind::Document
                    && !refusal::is_gone(&why)
                    && !refusal::is_of_topic(&why) =>
            {
                tracing::info!(why, "a file is passed on as a document");
                self.stream(FileKind::Document, &fields, file).await
            }
            sent => sent,
        }
    }

    async fn stream(
        &self,
        kind: FileKind,
        fields: &Value,
        file: &File,
    ) -> Result<Option<Value>, Obstacle> {
        let nowhere =
            || Obstacle::NoFile(NoFile::Later("no other platform is open yet".to_owned()));
        let shelves = self.shelves.get().ok_or_else(nowhere)?;
        let parcel = shelves.open(file).await.map_err(Obstacle::NoFile)?;
        if let (Some(size), Some(most)) = (parcel.size(), file.largest(Channel::Telegram))
            && size > most
        {
            let why =
                format!("Telegram takes {} MB of a bot at most; send a link", most / 1_000_000);
            return Err(Obstacle::NoFile(NoFile::Gone(why)));
        }
        let (method, field) = method_of(kind);
        let part = (field, parcel.part(file));
        self.api.send_file(method, fields.clone(), part).await.map_err(Obstacle::Failure)
    }

    /// What is sent when something cannot be passed on: to a rep the words with a word about it. What
    /// a rep sent is not sent at all, and they are told why.
    pub(super) fn instead(delivery: &Delivery, room: Room, arrived: usize) -> Option<Vec<Request>> {
        let words = delivery.outbound.reps.instead.clone()?;
        if delivery.lane == Lane::Prospect {
            return None;
        }
        let mut spans = match arrived {
            0 => delivery.outbound.spans.clone(),
            _ => Vec::new(),
        };
        spans.push(Span::inserted(format!("\n{words}")));
        let outbound = Outbound { spans, reps: ForReps::default(), ..delivery.outbound.clone() };
        Some(outgoing::requests(room, delivery.turn, &outbound, None))
    }
}

/// What a missing file means for its delivery.
pub(super) fn without(delivery: &Delivery, missing: &NoFile) -> DeliveryError {
    match missing {
        NoFile::Later(why) => DeliveryError::back_off(delivery.attempt, why.clone()),
        NoFile::Gone(why) => DeliveryError::Rejected { reason: why.clone() },
    }
}

/// How a file of another platform is shown: each method takes some forms only.
fn shown_as(file: &File) -> FileKind {
    let mime = file.mime.as_deref().unwrap_or_default();
    let mime = mime.split(';').next().unwrap_or_default().trim();
    let taken = match file.kind {
        FileKind::Photo => {
            matches!(mime, "image/jpeg" | "image/png" | "image/webp")
                && file.size.is_some_and(|size| size <= PHOTO)
        }
        FileKind::Voice => matches!(mime, "audio/ogg" | "audio/mpeg" | "audio/mp4"),
        FileKind::Audio => matches!(mime, "audio/mpeg" | "audio/mp4" | "audio/x-m4a"),
        FileKind::Video => mime == "video/mp4",
        FileKind::Animation => matches!(mime, "image/gif" | "video/mp4"),
        _ => false,
    };
    if taken { file.kind } else { FileKind::Document }
}

/// The method that shows a file so, and the field of the file.
fn method_of(kind: FileKind) -> (&'static str, &'static str) {
    match kind {
        FileKind::Photo => ("sendPhoto", "photo"),
        FileKind::Document => ("sendDocument", "document"),
        FileKind::Voice => ("sendVoice", "voice"),
        FileKind::Audio => ("sendAudio", "audio"),
        FileKind::Video => ("sendVideo", "video"),
        FileKind::Round => ("sendVideoNote", "video_note"),
        FileKind::Animation => ("sendAnimation", "animation"),
        FileKind::Sticker => ("sendSticker", "sticker"),
    }
}
