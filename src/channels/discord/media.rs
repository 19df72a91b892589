//! What people share on Discord, read from their messages, and what goes along with ours.

use serde_json::{Value, json};

use super::deliver::Mail;
use super::file_place::FilePlace;
use super::inward::clean;
use super::markup::{LONGEST, cut, escaped};
use super::outward::Draft;
use super::wire::{Attachment, Message};
use crate::app::channel::Delivery;
use crate::channels::files::{NoFile, Parcel, Shelves};
use crate::domain::ids::Channel;
use crate::domain::media::{File, FileKind, Shared};
use crate::domain::reply::Lane;

/// A voice message.
pub(super) const VOICE: u64 = 1 << 13;

/// What a message shares beside its words.
pub(super) fn shared(message: &Message) -> Vec<Shared> {
    let voice = message.flags & VOICE != 0;
    let files = message.attachments.iter().filter(|attached| !attached.url.is_empty());
    let stickers = message.sticker_items.iter().filter_map(sticker);
    files.map(|attached| file(message, attached, voice)).chain(stickers).map(Shared::File).collect()
}

fn file(message: &Message, attached: &Attachment, voice: bool) -> File {
    let mime = attached.content_type.as_deref().unwrap_or_default();
    let kind = match mime.split('/').next() {
        _ if voice => FileKind::Voice,
        Some("image") if mime == "image/gif" => FileKind::Animation,
        Some("image") => FileKind::Photo,
        Some("audio") => FileKind::Audio,
        Some("video") => FileKind::Video,
        _ => FileKind::Document,
    };
    let (channel, message) = (message.channel_id, message.id);
    let place = FilePlace { channel, message, url: &attached.url };
    File {
        kind,
        at: Channel::Discord,
        id: place.to_string(),
        name: clean(&attached.filename),
        mime: attached.content_type.clone(),
        size: attached.size,
        sign: None,
    }
}

/// A sticker is a name and a picture in a form of Discord's own: its name is passed on.
fn sticker(told: &Value) -> Option<File> {
    let name = clean(told["name"].as_str()?);
    Some(File {
        kind: FileKind::Sticker,
        at: Channel::Discord,
        id: told["id"].as_str().unwrap_or_default().to_owned(),
        sign: Some(format!("„{name}“")),
        name,
        mime: None,
        size: None,
    })
}

impl Mail {
    /// Lets files of other platforms be fetched.
    pub fn shares(&self, shelves: &Shelves) {
        // Done once, before anything is delivered.
        let _shared = self.shelves.set(shelves.clone());
    }

    /// The files that go along with a message, opened.
    pub(super) async fn enclosed(
        &self,
        delivery: &Delivery,
    ) -> Result<Vec<(File, Parcel)>, NoFile> {
        let mut enclosed = Vec::new();
        for file in delivery.outbound.reps.media.iter().filter_map(Shared::file) {
            let nowhere = || NoFile::Later("no other platform is open yet".to_owned());
            let parcel = self.shelves.get().ok_or_else(nowhere)?.open(file).await?;
            if let (Some(size), Some(most)) = (parcel.size(), file.largest(Channel::Discord))
                && size > most
            {
                let most = most / 1_000_000;
                let why = format!("Discord takes {most} MB of a bot at most; send a link");
                return Err(NoFile::Gone(why));
            }
            enclosed.push((file.clone(), parcel));
        }
        Ok(enclosed)
    }
}

/// The message without files that cannot be had: to a rep with a word about it. What a rep sent is not
/// sent at all, and they are told why.
pub(super) fn instead(delivery: &Delivery, draft: &Draft) -> Option<Value> {
    let words = delivery.outbound.reps.instead.as_deref()?;
    if delivery.lane == Lane::Prospect {
        return None;
    }
    let mut body = draft.body.clone();
    let words = escaped(words);
    let room = LONGEST.saturating_sub(words.chars().count() + 1);
    let content = cut(body["content"].as_str().unwrap_or_default(), room);
    body["content"] = json!(format!("{content}\n{words}"));
    Some(body)
}
