//! What becomes of each kind of message on its way, each way, over all four pairs of platforms: done
//! with the whole binary between both fakes, and written down in `docs/relay.md` from what the fakes
//! really received. The test fails when that file is not what the run gives.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use docent::domain::ids::Channel;
use serde_json::{Value, json};
use sqlx::PgConnection;
use tokio::time::{Instant, sleep};

use super::relay::{Place, Stage, open};
use super::telegram::fake::now;
use crate::support::with_database;

/// Set to write the file anew.
const REWRITE: &str = "DOCENT_TEST_REWRITE";
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/relay.md");
/// How long nothing must come, and nothing wait to be sent, until a case is over; and how long the first
/// sign of it may take.
const QUIET: Duration = Duration::from_millis(400);
const FIRST: Duration = Duration::from_secs(12);

/// The kinds of messages, in the order of the table.
const KINDS: &[&str] = &[
    "text",
    "formatted text",
    "long text",
    "edit",
    "deletion",
    "photo",
    "edit of a caption",
    "document",
    "voice",
    "audio",
    "video",
    "sticker",
    "location",
    "contact",
    "album",
    "reaction",
    "reaction taken back",
    "reaction that only one app has",
    "answer",
    "answer to own words",
    "answer to what the other side has not",
    "too large",
];

const PAIRS: [(Channel, Channel); 4] = [
    (Channel::Telegram, Channel::Telegram),
    (Channel::Telegram, Channel::Discord),
    (Channel::Discord, Channel::Telegram),
    (Channel::Discord, Channel::Discord),
];

/// What somebody sees, by the name of each message.
type Seen = BTreeMap<u64, String>;

/// What the bot shows at a place, as it reads now.
fn seen(stage: &Stage, place: Place) -> Seen {
    match place {
        Place::Telegram(chat) => {
            let state = stage.telegram.state();
            let there = state.messages.iter().filter(|message| message.chat == chat);
            let text =
                |id: i64| state.messages.iter().find(|m| m.id == id).map(|m| m.text.as_str());
            let line = |m: &super::telegram::fake::Message| {
                let answers = m.answers.map(|id| answering(text(id)));
                let words = answers.unwrap_or_default() + &told(&m.rich, true);
                let shows = m.shows.as_ref().map(|shows| format!("[{shows}]"));
                [words, shows.unwrap_or_default()].join(" ").trim().to_owned()
            };
            let signs = state.signs.iter().filter(|(at, ..)| *at == chat);
            let signs = signs.map(|(_, id, sign)| (*id, sign.clone(), text(*id)));
            let signs: Vec<_> =
                signs.filter_map(|(id, sign, text)| signed(id, &sign, text)).collect();
            let lines = there.map(|m| (u64::try_from(m.id).expect("an id"), line(m)));
            lines.chain(signs).collect()
        }
        Place::Discord { channel, .. } => {
            let world = stage.discord.world();
            let us = super::discord::world::BOT.to_string();
            let there = world.channels[&channel].iter();
            let ours = there.filter(|message| message["author"]["id"] == us.as_str());
            let text = |id: &str| {
                let of_bot = |m: &&Value| m["id"] == id && m["author"]["id"] == us.as_str();
                world.channels[&channel].iter().find(of_bot).and_then(|m| m["content"].as_str())
            };
            let here = |id: &u64| {
                world.channels[&channel].iter().any(|m| m["id"] == id.to_string().as_str())
            };
            let signs = world.signs.iter().filter(|(id, _)| here(id));
            let signs = signs.filter_map(|(id, sign)| {
                signed(i64::try_from(*id).expect("an id"), &decoded(sign), text(&id.to_string()))
            });
            let lines = ours.map(|m| {
                let id = m["id"].as_str().and_then(|id| id.parse().ok()).expect("an id");
                let files = m["attachments"].as_array().into_iter().flatten();
                let files = files.map(|f| {
                    format!(
                        " [file {}, {} bytes]",
                        f["filename"].as_str().unwrap_or("?"),
                        f["size"]
                    )
                });
                let words = told(m["content"].as_str().unwrap_or_default(), false);
                let answers = m["message_reference"]["message_id"].as_str();
                let answers = answers.map(|id| answering(text(id))).unwrap_or_default();
                (id, format!("{answers}{words}{}", files.collect::<String>()))
            });
            lines.chain(signs).collect()
        }
    }
}

/// What stands before an answer: the words of the bot's that it answers; without any it is something
/// that they wrote themselves.
fn answering(words: Option<&str>) -> String {
    match words {
        Some(words) => format!("(answers “{}”) ", told(words, true)),
        None => "(answers their own message) ".to_owned(),
    }
}

/// A sign at a message, but for those that tell of arrival; where it stands among the lines.
fn signed(id: i64, sign: &str, words: Option<&str>) -> Option<(u64, String)> {
    let at = match words {
        Some(words) => format!("“{}”", told(words, true)),
        None => "their own message".to_owned(),
    };
    let shown = !sign.is_empty() && !["👌", "✅", "📝"].contains(&sign);
    shown.then(|| (u64::MAX - u64::try_from(id).expect("an id"), format!("{sign} at {at}")))
}

/// A sign as it stood in an address.
fn decoded(sign: &str) -> String {
    let bytes = sign.split('%').skip(1).filter_map(|byte| u8::from_str_radix(byte, 16).ok());
    String::from_utf8(bytes.collect()).expect("a sign")
}

/// Words for a cell: names alike on all platforms, long ones counted.
fn told(words: &str, plain: bool) -> String {
    let words = words.replace("Visitor 7", "Ann").replace('\n', " ⏎ ");
    if words.chars().count() > 220 {
        return format!("({} characters)", words.chars().count());
    }
    let words = if plain { words.replace('*', "\\*") } else { words };
    let words = words.replace('<', "‹").replace('>', "›");
    words.replace('|', "\\|")
}

/// What changed between two looks.
fn changes(before: &Seen, after: &Seen) -> Vec<String> {
    let mut changes = Vec::new();
    for (id, line) in after {
        match before.get(id) {
            None => changes.push(line.clone()),
            Some(was) if was != line => changes.push(format!("becomes: {line}")),
            Some(_) => {}
        }
    }
    let gone = before.iter().filter(|(id, _)| !after.contains_key(id));
    changes.extend(gone.map(|(id, line)| match *id < u64::MAX / 2 {
        true => "is deleted".to_owned(),
        false => format!("no more {line}"),
    }));
    changes
}

/// Somebody sends something of this kind; none where their platform has no such thing.
fn sends(stage: &Stage, place: Place, kind: &str, earlier: &mut Earlier) -> bool {
    match place {
        Place::Telegram(chat) => {
            let file = |id: &str, name: &str, mime: &str, size: usize| {
                stage.telegram.keeps(id, name, size);
                json!({ "file_id": id, "file_unique_id": id, "file_name": name, "mime_type": mime,
                    "file_size": size })
            };
            let photo = |id: &str, size: usize| {
                let small = json!({ "file_id": "small", "file_unique_id": "s", "file_size": 9 });
                json!([small, file(id, "photo.jpg", "image/jpeg", size)])
            };
            let fields = match kind {
                "text" => json!({ "text": "Um acht Räder" }),
                "formatted text" => json!({ "text": "Das ist wichtig: 8 statt 6, `so` wie hier",
                    "entities": [
                        { "type": "bold", "offset": 8, "length": 7 },
                        { "type": "italic", "offset": 17, "length": 1 },
                        { "type": "strikethrough", "offset": 25, "length": 1 },
                        { "type": "code", "offset": 28, "length": 4 },
                        { "type": "text_link", "offset": 37, "length": 4,
                            "url": "https://a.example/b" }
                    ] }),
                "long text" => json!({ "text": "Wort ".repeat(800).trim() }),
                "answer" | "answer to own words" | "answer to what the other side has not" => {
                    let to = earlier.pointed_at(kind);
                    json!({ "text": "Genau das", "reply_to_message": { "message_id": to,
                        "date": now(), "text": "Was damals\nwar",
                        "chat": { "id": chat, "type": "private" } } })
                }
                "edit" => {
                    stage.edits(place, earlier.said, "Um zehn Räder");
                    return true;
                }
                "deletion" => {
                    if !earlier.is_rep {
                        return false;
                    }
                    stage.takes_back(place, earlier.said);
                    return true;
                }
                "photo" => json!({ "photo": photo("p1", 3_000), "caption": "Unser Hof" }),
                "edit of a caption" => {
                    let edited = json!({ "message_id": earlier.photo, "date": now(),
                        "edit_date": now(), "caption": "Unser alter Hof", "photo": photo("p1", 3_000),
                        "chat": { "id": chat, "type": "private" },
                        "from": { "id": chat, "is_bot": false, "first_name": format!("Visitor {chat}"),
                            "language_code": "de" } });
                    stage.telegram.push("edited_message", edited);
                    return true;
                }
                "document" => json!({ "document":
                    file("d1", "Angebot.pdf", "application/pdf", 4_000), "caption": "Das Angebot" }),
                "voice" => json!({ "voice": file("v1", "voice.ogg", "audio/ogg", 5_000) }),
                "audio" => json!({ "audio": file("a1", "Klingel.mp3", "audio/mpeg", 6_000) }),
                "video" => json!({ "video": file("f1", "Fahrt.mp4", "video/mp4", 7_000),
                    "caption": "Die Fahrt" }),
                "sticker" => {
                    let mut sticker = file("s1", "sticker.webp", "image/webp", 800);
                    sticker["emoji"] = json!("🚲");
                    json!({ "sticker": sticker })
                }
                "location" => {
                    json!({ "location": { "latitude": 47.070_714, "longitude": 15.439_504 } })
                }
                "contact" => json!({ "contact": { "phone_number": "+43 316 1234",
                    "first_name": "Eva", "last_name": "Moser", "user_id": 99 } }),
                "album" => {
                    for (number, caption) in [(1, Some("Zwei Bilder")), (2, None)] {
                        let mut fields = json!({ "media_group_id": "g1",
                            "photo": photo(&format!("g{number}"), 2_000 + number) });
                        if let Some(caption) = caption {
                            fields["caption"] = json!(caption);
                        }
                        stage.telegram.hears(chat, "de", fields);
                    }
                    return true;
                }
                // Telegram has no signs that Discord has not.
                "reaction that only one app has" => return false,
                "reaction" | "reaction taken back" => {
                    let sign = json!([{ "type": "emoji", "emoji": "👍" }]);
                    let (old, new) = match kind {
                        "reaction" => (json!([]), sign),
                        _ => (sign, json!([])),
                    };
                    stage.telegram.push(
                        "message_reaction",
                        json!({ "chat": { "id": chat, "type": "private" }, "date": now(),
                            "message_id": earlier.signed(kind),
                            "user": { "id": chat, "is_bot": false, "first_name": "x" },
                            "old_reaction": old, "new_reaction": new }),
                    );
                    return true;
                }
                _ => json!({ "video": file("big", "Film.mp4", "video/mp4", 60_000_000),
                    "caption": "Der ganze Film" }),
            };
            let message = stage.telegram.hears(chat, "de", fields).1;
            earlier.keep(kind, message);
            true
        }
        Place::Discord { user, channel } => {
            let says = |text: &str, files: &[(&str, &str, usize)], more: &Value| {
                let id = stage.discord.shares((user, channel), text, files, more);
                i64::try_from(id).expect("an id")
            };
            let nothing = Value::Null;
            let message = match kind {
                "text" => says("Um acht Räder", &[], &nothing),
                "formatted text" => says(
                    "Das ist **wichtig**: *8* statt ~~6~~, `so` wie [hier](https://a.example/b)",
                    &[],
                    &nothing,
                ),
                "long text" => says("Wort ".repeat(390).trim(), &[], &nothing),
                "answer" | "answer to own words" | "answer to what the other side has not" => {
                    let to = earlier.pointed_at(kind).to_string();
                    let more = json!({ "type": 19, "message_reference": { "message_id": to },
                        "referenced_message": { "id": to, "channel_id": channel.to_string(),
                            "content": "Was **damals**\nwar" } });
                    says("Genau das", &[], &more)
                }
                "edit" => {
                    stage.edits(place, earlier.said, "Um zehn Räder");
                    return true;
                }
                "deletion" => {
                    stage.takes_back(place, earlier.said);
                    return true;
                }
                "photo" => says("Unser Hof", &[("hof.jpg", "image/jpeg", 3_000)], &nothing),
                "edit of a caption" => {
                    stage.edits(place, earlier.photo, "Unser alter Hof");
                    return true;
                }
                "document" => {
                    says("Das Angebot", &[("Angebot.pdf", "application/pdf", 4_000)], &nothing)
                }
                "voice" => says(
                    "",
                    &[("voice-message.ogg", "audio/ogg", 5_000)],
                    &json!({ "flags": 1 << 13 }),
                ),
                "audio" => says("", &[("Klingel.mp3", "audio/mpeg", 6_000)], &nothing),
                "video" => says("Die Fahrt", &[("Fahrt.mp4", "video/mp4", 7_000)], &nothing),
                "sticker" => {
                    let sticker = json!({ "id": "55", "name": "bicycle", "format_type": 1 });
                    says("", &[], &json!({ "sticker_items": [sticker] }))
                }
                // Discord has neither.
                "location" | "contact" => return false,
                "album" => {
                    let files = [("1.jpg", "image/jpeg", 2_001), ("2.jpg", "image/jpeg", 2_002)];
                    says("Zwei Bilder", &files, &nothing)
                }
                "reaction" | "reaction taken back" | "reaction that only one app has" => {
                    let message = earlier.signed(kind);
                    let sign = if kind.ends_with("has") { "🚲" } else { "👍" };
                    let mut event = json!({ "user_id": user.to_string(),
                        "channel_id": channel.to_string(), "message_id": message.to_string(),
                        "emoji": { "id": null, "name": sign } });
                    if stage.discord.world().user_of(channel).is_none() {
                        event["guild_id"] = json!(super::discord::world::GUILD.to_string());
                    }
                    let added = kind != "reaction taken back";
                    let what =
                        if added { "MESSAGE_REACTION_ADD" } else { "MESSAGE_REACTION_REMOVE" };
                    stage.discord.tells(what, &event);
                    return true;
                }
                _ => says("Der ganze Film", &[("Film.mp4", "video/mp4", 60_000_000)], &nothing),
            };
            earlier.keep(kind, message);
            true
        }
    }
}

/// Messages that later cases speak of.
#[derive(Default)]
struct Earlier {
    is_rep: bool,
    said: i64,
    photo: i64,
    /// The last message of the other side's that they have, and the one that has a sign of theirs.
    heard: Option<i64>,
    signed: Option<i64>,
    /// What they have said since, which is there to be answered.
    own: i64,
}

impl Earlier {
    /// The message that is answered.
    fn pointed_at(&self, kind: &str) -> i64 {
        match kind {
            "answer" => self.heard.unwrap_or(self.said),
            "answer to own words" => self.own,
            // One of long before.
            _ => 3,
        }
    }

    /// The message that gets a sign, or loses it.
    fn signed(&mut self, kind: &str) -> i64 {
        let new = self.heard.unwrap_or(self.said);
        match kind {
            "reaction taken back" => self.signed.unwrap_or(new),
            _ => *self.signed.insert(new),
        }
    }

    fn keep(&mut self, kind: &str, message: i64) {
        match kind {
            "text" | "formatted text" => self.said = message,
            "document" => self.own = message,
            "photo" => self.photo = message,
            _ => {}
        }
    }
}

/// What the table says of one kind: what the other side sees, and what the sender is told.
async fn cell(
    (stage, db): (&Stage, &mut PgConnection),
    (from, to): (Place, Place),
    kind: &str,
    earlier: &mut Earlier,
) -> String {
    let look = || (seen(stage, to), seen(stage, from));
    let before = look();
    let messages = before.1.keys().filter(|id| **id < u64::MAX / 2);
    earlier.heard = messages.max().and_then(|id| i64::try_from(*id).ok());
    if !sends(stage, from, kind, earlier) {
        return "–".to_owned();
    }
    let until = Instant::now() + FIRST;
    let (mut last, mut since) = (before.clone(), Instant::now());
    loop {
        let current = look();
        if current != last {
            (last, since) = (current, Instant::now());
        }
        let came = last != before;
        let all = kind != "album" || changes(&before.0, &last.0).len() >= 2;
        let over = came && all && since.elapsed() > QUIET && open_rows(db).await == 0;
        if over || Instant::now() > until {
            break;
        }
        sleep(Duration::from_millis(20)).await;
    }
    let mut told = changes(&before.0, &last.0).join(" · ");
    if told.is_empty() {
        told = "nothing".to_owned();
    }
    let back = changes(&before.1, &last.1);
    if !back.is_empty() {
        let _infallible = write!(told, " — the sender reads: {}", back.join(" · "));
    }
    told
}

/// How much waits to be sent.
async fn open_rows(db: &mut PgConnection) -> i64 {
    let open = sqlx::query_scalar("SELECT count(*) FROM outbox WHERE done_at IS NULL");
    open.fetch_one(db).await.expect("the outbox")
}

type Table = Arc<Mutex<BTreeMap<(usize, bool, usize), String>>>;

fn play(pair: usize, table: &Table) {
    let (prospect, rep) = PAIRS[pair];
    let table = table.clone();
    with_database(move |database| async move {
        let (stage, _bot, ann, kim, db) = open(&database, prospect, rep).await;
        let mut plain = database.plain().await;
        // There is something to answer on both sides.
        stage.writes(ann, "Guten Tag");
        stage.until_tells(kim, "Guten Tag").await;
        for (of_rep, from, to) in [(true, kim, ann), (false, ann, kim)] {
            let mut earlier = Earlier { is_rep: of_rep, ..Earlier::default() };
            for (row, kind) in KINDS.iter().enumerate() {
                let told = cell((&stage, &mut plain), (from, to), kind, &mut earlier).await;
                table.lock().expect("the table").insert((row, of_rep, pair), told);
            }
        }
        db.close().await;
        let offences = stage.telegram.state().offences.clone();
        assert!(offences.is_empty(), "{offences:?}");
        stage.discord.is_content();
    });
}

/// The file, as this run gives it.
fn written(table: &BTreeMap<(usize, bool, usize), String>) -> String {
    let mut text = String::from(
        "# What becomes of a message on its way\n\n\
         Made by a run of `tests/it/channels/relay_matrix.rs`: the whole program between strict fakes of \
         both platforms. The cells are what the other side really received (Ann asks, Kim is the rep). \
         In square brackets is what is shown beside words. `⏎` is a new line, `·` stands between \
         messages, `–` means that the platform has no such thing. `DOCENT_TEST_REWRITE=1` writes this file anew.\n",
    );
    for (of_rep, title) in
        [(false, "From the visitor to the rep"), (true, "From the rep to the visitor")]
    {
        let _infallible = write!(text, "\n## {title}\n\n| |");
        for (prospect, rep) in PAIRS {
            let (from, to) = if of_rep { (rep, prospect) } else { (prospect, rep) };
            let _infallible = write!(text, " {} → {} |", name(from), name(to));
        }
        text.push_str("\n| --- | --- | --- | --- | --- |\n");
        for (row, kind) in KINDS.iter().enumerate() {
            let _infallible = write!(text, "| {kind} |");
            for pair in 0..PAIRS.len() {
                let _infallible = write!(text, " {} |", table[&(row, of_rep, pair)]);
            }
            text.push('\n');
        }
    }
    text
}

fn name(channel: Channel) -> &'static str {
    if channel == Channel::Telegram { "Telegram" } else { "Discord" }
}

#[test]
fn the_table_of_the_relay_is_what_the_program_does() {
    let table = Table::default();
    std::thread::scope(|scope| {
        for pair in 0..PAIRS.len() {
            let table = &table;
            scope.spawn(move || play(pair, table));
        }
    });
    let table = table.lock().expect("the table");
    let now = written(&table);
    if std::env::var_os(REWRITE).is_some() {
        std::fs::write(FILE, &now).expect("docs/relay.md is written");
    }
    let kept = std::fs::read_to_string(FILE).unwrap_or_default();
    for (was, is) in kept.lines().zip(now.lines()) {
        assert_eq!(was, is, "docs/relay.md is out of date; {REWRITE}=1 writes it anew");
    }
    assert_eq!(kept.len(), now.len(), "docs/relay.md is out of date; {REWRITE}=1 writes it anew");
}
