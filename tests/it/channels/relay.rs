//! The relay over all four pairs of platforms, through the whole binary and both fakes at once:
//! words, edits and what is taken back, each way.

use chrono::Utc;
use docent::domain::contact::{ContactId, Identity};
use docent::domain::desk::Rep;
use docent::domain::ids::Channel;
use docent::store::Db;
use serde_json::{Value, json};

use super::discord::bot::{Bot, Home};
use super::discord::fake::{Fake as Discord, wait_for};
use super::discord::world::{BOT, Fault, REPS as DISCORD_REPS};
use super::telegram::fake::{Fake as Telegram, REPS, TOKEN, now};
use crate::support::database::TestDatabase;
use crate::support::with_database;

/// On Telegram; on Discord people get their numbers.
const ANN: i64 = 7;
const KIM: i64 = 71;

/// A place where somebody reads what the bot passes on, and writes.
#[derive(Clone, Copy)]
pub enum Place {
    /// A private chat.
    Telegram(i64),
    /// Somebody in a channel.
    Discord { user: u64, channel: u64 },
}

pub struct Stage {
    pub telegram: Telegram,
    pub discord: Discord,
}

impl Stage {
    /// All that the bot has said there, as it reads now.
    pub fn reads(&self, place: Place) -> Vec<String> {
        match place {
            Place::Telegram(chat) => {
                let state = self.telegram.state();
                let there = state.messages.iter().filter(|message| message.chat == chat);
                there.map(|message| message.text.clone()).collect()
            }
            Place::Discord { channel, .. } => {
                let (world, us) = (self.discord.world(), BOT.to_string());
                let there = world.channels[&channel].iter();
                let ours = there.filter(|message| message["author"]["id"] == us.as_str());
                ours.filter_map(|message| message["content"].as_str().map(str::to_owned)).collect()
            }
        }
    }

    pub async fn until_reads(&self, place: Place, text: &str) {
        wait_for(text, || self.reads(place).iter().any(|line| line == text)).await;
    }

    pub async fn until_tells(&self, place: Place, part: &str) {
        wait_for(part, || self.reads(place).iter().any(|line| line.contains(part))).await;
    }

    pub fn writes(&self, place: Place, text: &str) -> i64 {
        match place {
            Place::Telegram(chat) => self.telegram.hears(chat, "de", json!({ "text": text })).1,
            Place::Discord { user, channel } => {
                let private = self.discord.talk_of(user) == channel;
                let id = match private {
                    true => self.discord.writes(user, text),
                    false => self.discord.writes_in(user, channel, text),
                };
                i64::try_from(id).expect("an id")
            }
        }
    }

    pub fn edits(&self, place: Place, message: i64, text: &str) {
        match place {
            Place::Telegram(chat) => drop(self.telegram.edits(chat, message, text)),
            Place::Discord { channel, .. } => {
                self.discord.edits(channel, u64::try_from(message).expect("an id"), text);
            }
        }
    }

    /// A message on Discord as it stands, as the gateway would tell it.
    pub fn event(&self, place: Place, message: i64) -> Value {
        let Place::Discord { channel, .. } = place else { panic!("a place on Discord") };
        let (world, name) = (self.discord.world(), message.to_string());
        let found = world.channels[&channel].iter().find(|known| known["id"] == name.as_str());
        found.cloned().expect("the message")
    }

    /// As each platform lets a rep do it: an order where deletions are not told.
    pub fn takes_back(&self, place: Place, message: i64) {
        match place {
            Place::Telegram(chat) => {
                let reply = json!({ "message_id": message, "date": now(),
                    "chat": { "id": chat, "type": "private" } });
                let order = json!({ "text": "/unsend", "reply_to_message": reply });
                self.telegram.hears(chat, "de", order);
            }
            Place::Discord { channel, .. } => {
                self.discord.deletes(channel, u64::try_from(message).expect("an id"));
            }
        }
    }

    /// Kim claims the talk: where she writes from now on.
    async fn claims(&self, kim: Place) -> Place {
        match kim {
            Place::Telegram(chat) => {
                let card = self.telegram.next(REPS).await;
                let press = self.telegram.presses_in_group(chat, &card, "Claim");
                self.telegram.answer(&press).await;
                kim
            }
            Place::Discord { user, .. } => {
                self.discord.message_in(DISCORD_REPS, 1).await;
                self.discord.presses_in(user, DISCORD_REPS, "desk.claim");
                let card = {
                    let world = self.discord.world();
                    let card = world.channels[&DISCORD_REPS].first().expect("the card");
                    card["id"].as_str().and_then(|id| id.parse::<u64>().ok()).expect("an id")
                };
                self.discord.message_in(card, 1).await;
                Place::Discord { user, channel: card }
            }
        }
    }
}

async fn put_kim(db: &Db, kim: Place) {
    let (channel, user) = match kim {
        Place::Telegram(chat) => (Channel::Telegram, chat.to_string()),
        Place::Discord { user, .. } => (Channel::Discord, user.to_string()),
    };
    let rep = Rep {
        id: "kim".into(),
        name: "Kim".to_owned(),
        channel,
        user,
        team: "sales".to_owned(),
        leads: false,
        languages: Vec::new(),
    };
    db.put_rep(&rep, Utc::now()).await.unwrap();
}

pub fn contact(db: &Db, ann: Place) -> ContactId {
    let (channel, account, external_id) = match ann {
        Place::Telegram(chat) => (Channel::Telegram, "4242".to_owned(), chat.to_string()),
        Place::Discord { user, .. } => (Channel::Discord, BOT.to_string(), user.to_string()),
    };
    db.contact_id(&Identity { channel, account: account.as_str().into(), external_id })
}

/// Both platforms with the program in between, and a talk that Kim has claimed: Ann's place, and Kim's.
pub async fn open(
    database: &TestDatabase,
    prospect: Channel,
    rep: Channel,
) -> (Stage, (Bot, Home), Place, Place, Db) {
    let db = database.connect().await;
    let home = Home::make();
    let stage = Stage { telegram: Telegram::start().await, discord: Discord::start().await };
    stage.discord.world().flags = 1 << 18;
    {
        let mut state = stage.telegram.state();
        state.hasty = true;
        state.chats.insert(KIM);
    }
    let place = |channel, on_telegram, name: &str| match channel {
        Channel::Telegram => Place::Telegram(on_telegram),
        _ => {
            let user = stage.discord.person(name);
            Place::Discord { user, channel: stage.discord.talk_of(user) }
        }
    };
    let (ann, kim) = (place(prospect, ANN, "Ann"), place(rep, KIM, "Kim"));
    put_kim(&db, kim).await;
    let chat = match rep {
        Channel::Telegram => REPS.to_string(),
        _ => DISCORD_REPS.to_string(),
    };
    let settings = [
        ("DOCENT_TELEGRAM_TOKEN", TOKEN.to_owned()),
        ("DOCENT_TELEGRAM_API_URL", stage.telegram.url.clone()),
        ("DOCENT_REP_CHANNEL", rep.as_str().to_owned()),
        ("DOCENT_REP_CHAT", chat),
    ];
    let bot = Bot::start_with(&home, &database.url, &stage.discord, &settings).await;
    stage.discord.is_heard().await;
    stage.writes(ann, "Ich möchte mit einem Menschen sprechen");
    let kim = stage.claims(kim).await;
    stage.until_tells(kim, "Ich möchte mit einem Menschen sprechen").await;

    (stage, (bot, home), ann, kim, db)
}

/// A whole talk with a prospect on one platform and a rep on the other, or the same.
fn talk(prospect: Channel, rep: Channel) {
    with_database(move |database| async move {
        let (stage, _bot, ann, kim, db) = open(&database, prospect, rep).await;

        // The rep's words, and the change of them, which stays the same message.
        let price = stage.writes(kim, "Es kostet vier * Taler");
        let shown = |words: &str| match ann {
            Place::Telegram(_) => format!("👤 Kim: {words}"),
            Place::Discord { .. } => format!("👤 Kim: {}", words.replace('*', "\\*")),
        };
        stage.until_reads(ann, &shown("Es kostet vier * Taler")).await;
        let count = stage.reads(ann).len();
        stage.edits(kim, price, "Es kostet elf * Taler");
        stage.until_reads(ann, &shown("Es kostet elf * Taler")).await;
        assert_eq!(stage.reads(ann).len(), count, "an edit is no second message");

        // The visitor's words, and the change of them, which the owner sees.
        let name = if matches!(ann, Place::Telegram(_)) { "Visitor 7" } else { "Ann" };
        let wish = stage.writes(ann, "Um acht Räder");
        stage.until_reads(kim, &format!("💬 {name}: Um acht Räder")).await;
        let count = stage.reads(kim).len();
        stage.edits(ann, wish, "Um zehn Räder");
        stage.until_reads(kim, &format!("✏ {name}, corrected: Um zehn Räder")).await;
        assert_eq!(stage.reads(kim).len(), count, "an edit is no second message");

        // Sent by mistake, and taken back.
        let slip = stage.writes(kim, "Das war für Ben");
        stage.until_reads(ann, &shown("Das war für Ben")).await;
        stage.takes_back(kim, slip);
        let gone = || !stage.reads(ann).contains(&shown("Das war für Ben"));
        wait_for("the end of the slip", gone).await;

        // A message that was never passed on may be edited; so may one become an order, here only.
        let note = stage.writes(kim, "// sie zögert");
        stage.until_tells(kim, "Noted").await;
        stage.edits(kim, note, "sie zögert nicht mehr");
        stage.edits(kim, price, "/bot");
        stage.until_tells(kim, "no order and no note").await;
        stage.writes(kim, "Bis morgen");
        stage.until_reads(ann, &shown("Bis morgen")).await;
        let read = stage.reads(ann);
        assert!(
            !read.iter().any(|line| line.contains("zögert") || line.contains("/bot")),
            "{read:?}"
        );
        assert!(read.contains(&shown("Es kostet elf * Taler")), "{read:?}");

        let contact = contact(&db, ann);
        let acts = db.list_acts(contact).await.unwrap();
        let acts: Vec<String> =
            acts.iter().map(|act| format!("{} {}", act.deed, act.outcome)).collect();
        let expected = ["alert", "claim", "say", "edit", "say", "unsend", "note", "say"]
            .map(|deed| format!("{deed} done"));
        assert_eq!(acts, expected);
        let lines = db.list_messages(contact).await.unwrap();
        assert!(lines.iter().any(|line| line.text == "Um zehn Räder"), "the record is put right");
        db.close().await;
        let offences = stage.telegram.state().offences.clone();
        assert!(offences.is_empty(), "{offences:?}");
        stage.discord.is_content();
    });
}

#[test]
fn from_telegram_to_a_rep_on_telegram() {
    talk(Channel::Telegram, Channel::Telegram);
}

#[test]
fn from_telegram_to_a_rep_on_discord() {
    talk(Channel::Telegram, Channel::Discord);
}

#[test]
fn from_discord_to_a_rep_on_telegram() {
    talk(Channel::Discord, Channel::Telegram);
}

#[test]
fn from_discord_to_a_rep_on_discord() {
    talk(Channel::Discord, Channel::Discord);
}

/// Everything is changed at once, before the first form of it is even in the record.
fn changed_at_once(prospect: Channel, rep: Channel) {
    with_database(move |database| async move {
        let (stage, _bot, ann, kim, db) = open(&database, prospect, rep).await;
        // A change that is refused at first must not come behind the next one.
        stage.discord.trap(("PATCH", "/messages"), Fault::ServerError, 0);
        let name = if matches!(ann, Place::Telegram(_)) { "Visitor 7" } else { "Ann" };
        // For longer than anything is looked for again.
        let mut locked = database.plain().await;
        let lock = "BEGIN; LOCK TABLE conversations IN ACCESS EXCLUSIVE MODE";
        sqlx::raw_sql(lock).execute(&mut locked).await.unwrap();
        let price = stage.writes(kim, "eins");
        stage.edits(kim, price, "zwei");
        stage.edits(kim, price, "drei");
        let slip = stage.writes(kim, "ein Versehen");
        stage.edits(kim, slip, "noch eines");
        stage.takes_back(kim, slip);
        let wish = stage.writes(ann, "acht");
        stage.edits(ann, wish, "neun");
        stage.edits(ann, wish, "zehn");
        let window = matches!(ann, Place::Discord { .. }).then(|| {
            let window = stage.writes(ann, "Falsches Fenster");
            stage.edits(ann, window, "Ganz falsches Fenster");
            let event = stage.event(ann, window);
            stage.takes_back(ann, window);
            // Told after the deletion, it changes nothing any more.
            stage.discord.tells("MESSAGE_UPDATE", &event);
        });
        if let Place::Discord { .. } = kim {
            let event = json!({ "id": slip.to_string(), "content": "wieder da", "type": 0 });
            let mut event = [stage.event(kim, price), event];
            let [known, late] = &mut event;
            for (field, value) in late.as_object().expect("fields") {
                known[field] = value.clone();
            }
            known["edited_timestamp"] = json!(Utc::now().to_rfc3339());
            stage.discord.tells("MESSAGE_UPDATE", known);
        }
        tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
        sqlx::raw_sql("ROLLBACK").execute(&mut locked).await.unwrap();

        stage.until_reads(ann, "👤 Kim: drei").await;
        stage.until_reads(kim, &format!("✏ {name}, corrected: zehn")).await;
        if window.is_some() {
            stage.until_tells(kim, &format!("🗑 {name} took this back:")).await;
        }
        stage.writes(kim, "vier");
        stage.until_reads(ann, "👤 Kim: vier").await;
        let said: Vec<String> =
            stage.reads(ann).into_iter().filter(|line| line.starts_with("👤 Kim")).collect();
        assert_eq!(said, ["👤 Kim: drei", "👤 Kim: vier"]);
        let heard = stage.reads(kim);
        let old = [": acht", ": neun", "Versehen", "did not arrive", "corrected: Ganz falsches"];
        assert!(!heard.iter().any(|line| old.iter().any(|old| line.contains(old))), "{heard:#?}");
        let contact = contact(&db, ann);
        let mut acts: Vec<String> = db
            .list_acts(contact)
            .await
            .unwrap()
            .iter()
            .map(|act| format!("{} {}", act.deed, act.outcome))
            .filter(|act| !act.starts_with("alert") && !act.starts_with("claim"))
            .collect();
        acts.sort();
        let edits = ["edit done"; 3].into_iter();
        let expected: Vec<&str> = edits.chain(["say done"; 3]).chain(["unsend done"]).collect();
        assert_eq!(acts, expected);
        let lines = db.list_messages(contact).await.unwrap();
        assert!(lines.iter().any(|line| line.text == "zehn"), "the record is put right");
        db.close().await;
        let offences = stage.telegram.state().offences.clone();
        assert!(offences.is_empty(), "{offences:?}");
        stage.discord.is_content();
    });
}

#[test]
fn what_is_changed_at_once_on_telegram_has_its_last_form() {
    changed_at_once(Channel::Telegram, Channel::Telegram);
}

#[test]
fn what_is_changed_at_once_on_discord_has_its_last_form() {
    changed_at_once(Channel::Discord, Channel::Discord);
}
