//! Talks in forum topics of a group on Telegram, through the whole binary: what goes there, who is heard
//! there, and what happens when a topic is gone, closed, or cannot be made.

mod trouble;

use std::time::Duration;

use chrono::Utc;
use docent::domain::contact::{ContactId, Identity};
use docent::domain::desk::Rep;
use docent::domain::ids::Channel;
use docent::store::Db;
use serde_json::json;

use super::discord::bot::{Bot as DiscordBot, Home};
use super::discord::fake::Fake as Discord;
use super::telegram::bot::{Bot, House};
use super::telegram::fake::{Fake, Message, REPS, TOKEN, now, person};
use crate::support::database::TestDatabase;
use crate::support::with_database;

const ANN: i64 = 7;
const KIM: i64 = 71;
const BEN: i64 = 72;
/// The signs of arrival, and of a note.
const ARRIVED: &str = "👌";
const NOTE: &str = "✍";

/// The program, and a group with topics in which Kim and Ben are.
struct Stage {
    fake: Fake,
    house: House,
    bot: Option<Bot>,
    db: Db,
    settings: Vec<(&'static str, String)>,
}

impl Stage {
    async fn open(database: &TestDatabase, more: &[(&'static str, String)]) -> Self {
        let db = database.connect().await;
        for (name, user, team) in [("Kim", KIM, "sales"), ("Ben", BEN, "vienna")] {
            let rep = Rep {
                id: name.to_lowercase().as_str().into(),
                name: name.to_owned(),
                channel: Channel::Telegram,
                user: user.to_string(),
                team: team.to_owned(),
                leads: false,
                languages: Vec::new(),
            };
            db.put_rep(&rep, Utc::now()).await.unwrap();
        }
        let fake = Fake::start().await;
        fake.has_topics(REPS);
        {
            let mut state = fake.state();
            state.hasty = true;
            state.chats.extend([KIM, BEN]);
        }
        let mut settings = vec![
            ("DOCENT_REP_CHANNEL", "telegram".to_owned()),
            ("DOCENT_REP_CHAT", REPS.to_string()),
            ("DOCENT_REP_PLACE", "topics".to_owned()),
        ];
        settings.extend(more.iter().cloned());
        Self { fake, house: House::make(), bot: None, db, settings }
    }

    fn set(&self) -> Vec<(&str, &str)> {
        self.settings.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }

    fn starts(&mut self, database: &TestDatabase) {
        self.bot = Some(Bot::start(&self.house, database, &self.fake, &self.set()));
    }

    fn bot(&self) -> &Bot {
        self.bot.as_ref().expect("it was started")
    }

    /// Ann asks for a person: the card.
    async fn asks(&self) -> Message {
        self.fake.says(ANN, "de", "Wir sind eine Bäckerei in Graz");
        self.fake.next(ANN).await;
        self.fake.says(ANN, "de", "Ich möchte mit einem Menschen sprechen");
        self.fake.next(ANN).await;
        self.fake.next(REPS).await
    }

    /// Kim claims the talk, whose topic is the first: the topic, and what it begins with.
    async fn claims(&self, card: &Message) -> (i64, Message) {
        let press = self.fake.presses_in_group(KIM, card, "Claim");
        let told = self.fake.answer(&press).await;
        assert!(told.contains("topic of their name"), "{told}");
        let topic = self.fake.topic(REPS, 1).await;
        (topic, self.fake.next(-topic).await)
    }

    fn says(&self, who: i64, topic: i64, text: &str) -> i64 {
        self.fake.says_in_topic(who, (REPS, topic), text)
    }

    pub async fn readyz(&self, words: &str) {
        let mut ready = String::new();
        for _ in 0..100 {
            ready = self.bot().asks("/readyz").await.1;
            if ready.contains(words) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("no {words:?} in {ready}");
    }

    /// Reads what arrives in a topic until these words.
    async fn reads(&self, topic: i64, last: &str) -> Vec<String> {
        let mut read: Vec<String> = Vec::new();
        while !read.last().is_some_and(|text| text.ends_with(last)) {
            read.push(self.fake.next(-topic).await.text);
        }
        read
    }

    /// Nothing arrives there for a while.
    async fn is_quiet(&self, place: i64) {
        self.fake.settles().await;
        let told = self.fake.next_within(place, Duration::from_millis(300)).await;
        assert!(told.is_none(), "{told:?}");
    }

    fn ann(&self) -> ContactId {
        self.db.contact_id(&Identity {
            channel: Channel::Telegram,
            account: "4242".into(),
            external_id: ANN.to_string(),
        })
    }

    async fn log(&self) -> Vec<String> {
        let acts = self.db.list_acts(self.ann()).await.unwrap();
        acts.iter().map(|act| format!("{} {} {}", act.rep, act.deed, act.outcome)).collect()
    }

    async fn ends(mut self) {
        self.fake.ends().await;
        if let Some(bot) = self.bot.take() {
            bot.stops().await;
        }
        self.db.close().await;
    }
}

/// A picture that somebody sends.
fn photo(fake: &Fake, caption: &str) -> serde_json::Value {
    fake.keeps("p1", "hof.jpg", 3_000);
    json!({ "caption": caption, "photo": [{ "file_id": "p1", "file_unique_id": "p1",
        "width": 90, "height": 90, "file_size": 3_000 }] })
}

#[test]
fn a_whole_talk_in_a_topic() {
    with_database(|database| async move {
        let mut stage = Stage::open(&database, &[]).await;
        stage.starts(&database);
        let fake = stage.fake.clone();
        let card = stage.asks().await;
        let (topic, opening) = stage.claims(&card).await;
        assert_eq!(fake.topics(REPS), [(topic, "Visitor 7".to_owned())]);
        assert!(opening.text.contains("💬 Wir sind eine Bäckerei in Graz"), "{}", opening.text);
        assert!(opening.text.contains("/bot gives the talk back"), "{}", opening.text);

        // Both ways.
        let first = stage.says(KIM, topic, "Guten Tag, hier ist Kim.");
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Guten Tag, hier ist Kim.");
        fake.until_signed(REPS, first, ARRIVED).await;
        let (_, wish) = fake.hears(ANN, "de", json!({ "text": "Um acht Räder" }));
        let heard = fake.next(-topic).await;
        assert_eq!(heard.text, "💬 Visitor 7: Um acht Räder");

        // Edits, either way, change the same messages.
        fake.edits_in_topic(KIM, (REPS, topic), first, "Guten Tag, Kim hier.");
        fake.until("Kim's edit", |s| {
            s.messages.iter().any(|m| m.chat == ANN && m.text == "👤 Kim: Guten Tag, Kim hier.")
        })
        .await;
        fake.edits(ANN, wish, "Um zehn Räder");
        fake.until("Ann's edit", |s| {
            let told = "✏ Visitor 7, corrected: Um zehn Räder";
            s.messages.iter().any(|m| m.id == heard.id && m.text == told)
        })
        .await;

        // Among colleagues: what Ben says, what Kim notes, and what somebody else says.
        let ben = stage.says(BEN, topic, "Zehn? Frag nach der Garage!");
        fake.until_signed(REPS, ben, NOTE).await;
        let note = stage.says(KIM, topic, "// she sounds serious");
        fake.until_signed(REPS, note, NOTE).await;
        let note = stage.says(KIM, topic, "/note@PiaFakeBot rings on Monday");
        fake.until_signed(REPS, note, NOTE).await;
        stage.says(99, topic, "/bot");
        stage.says(99, topic, "Ich bin auch noch da");
        stage.says(KIM, topic, "/bot@OtherBot");
        stage.is_quiet(ANN).await;
        stage.says(KIM, topic, "/lsot too dear");
        assert!(fake.next(-topic).await.text.contains("no such command"));

        // Pictures and files, either way, and an answer to a message is no order.
        fake.hears(ANN, "de", photo(&fake, "Unser Hof"));
        let shown = fake.next(-topic).await;
        assert_eq!(shown.text, "💬 Visitor 7: Unser Hof");
        assert!(shown.shows.is_some_and(|shows| shows.contains("hof.jpg")));
        fake.in_topic(KIM, (REPS, topic), photo(&fake, "Der Brotbote"));
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Der Brotbote");
        fake.answers_in_topic(KIM, (REPS, topic), shown.id, "Schön!");
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Schön!");

        // Sent by mistake, and taken back.
        let slip = stage.says(KIM, topic, "Das war für Ben");
        let wrong = fake.next(ANN).await;
        fake.answers_in_topic(KIM, (REPS, topic), slip, "/unsend");
        fake.until("the slip is gone", |s| !s.messages.iter().any(|m| m.id == wrong.id)).await;

        // What cannot arrive is told where it was said.
        fake.state().blocked.insert(ANN);
        stage.says(KIM, topic, "Hier ist das Angebot.");
        let failed = fake.next(-topic).await.text;
        assert!(failed.contains("did not arrive") && failed.contains("blocked"), "{failed}");
        fake.state().blocked.remove(&ANN);
        fake.says(ANN, "de", "Da bin ich wieder");
        fake.next(-topic).await;

        stage.says(KIM, topic, "/bot@PiaFakeBot");
        assert!(fake.next(ANN).await.text.contains("Kim hat an mich übergeben"));
        assert!(fake.next(-topic).await.text.contains("talks with Visitor 7 again"));
        fake.says(ANN, "de", "Wie weit kommt das Zugpferd?");
        assert!(fake.next(ANN).await.text.contains("65"));
        stage.says(KIM, topic, "Nobody's words");
        assert!(fake.next(-topic).await.text.contains("claim it first"));
        stage.is_quiet(KIM).await;
        let says = stage.log().await.iter().filter(|line| line.ends_with("say done")).count();
        assert_eq!(says, 5, "{:?}", stage.log().await);
        #[expect(clippy::print_stdout, reason = "pasted into reports")]
        {
            println!("{}", fake.told(-topic, "The topic"));
        }
        stage.ends().await;
    });
}

#[test]
fn the_next_claim_goes_on_in_the_same_topic_and_opens_it() {
    with_database(|database| async move {
        let mut stage = Stage::open(&database, &[]).await;
        stage.starts(&database);
        let fake = stage.fake.clone();
        let card = stage.asks().await;
        let (topic, _) = stage.claims(&card).await;
        stage.says(KIM, topic, "Guten Tag, hier ist Kim.");
        fake.next(ANN).await;
        stage.says(KIM, topic, "/bot");
        fake.next(ANN).await;
        fake.next(-topic).await;
        fake.closes_topic(KIM, REPS, topic);
        fake.settles().await;

        // Ben takes it in the topic itself, which he may still see.
        stage.says(BEN, topic, "/claim");
        let opening = fake.next(-topic).await.text;
        assert!(opening.contains("👤 Guten Tag, hier ist Kim."), "{opening}");
        assert_eq!(fake.topics(REPS).len(), 1);
        assert!(!fake.state().forums[&REPS].topics[&topic].1, "it is open again");
        stage.says(BEN, topic, "Und hier Ben.");
        assert_eq!(fake.next(ANN).await.text, "👤 Ben: Und hier Ben.");
        let kim = stage.says(KIM, topic, "Viel Glück!");
        fake.until_signed(REPS, kim, NOTE).await;

        // Closed in the middle of a talk: it is opened for the words that come.
        fake.closes_topic(KIM, REPS, topic);
        fake.says(ANN, "de", "Hallo Ben");
        assert_eq!(fake.next(-topic).await.text, "💬 Visitor 7: Hallo Ben");
        assert!(!fake.state().forums[&REPS].topics[&topic].1, "it is open again");

        // It survives a restart.
        stage.bot.take().expect("it runs").stops().await;
        stage.starts(&database);
        fake.says(ANN, "de", "Sind Sie noch da?");
        assert_eq!(fake.next(-topic).await.text, "💬 Visitor 7: Sind Sie noch da?");
        stage.ends().await;
    });
}

#[test]
fn each_team_has_topics_in_its_own_group() {
    with_database(|database| async move {
        const VIENNA: i64 = -100_600;
        let teams = ("DOCENT_REP_TEAMS", format!("vienna=telegram:{VIENNA}"));
        let mut stage = Stage::open(&database, &[teams]).await;
        let file = stage.house.path().join("dialogs/bot.yaml");
        let text = std::fs::read_to_string(&file).expect("the house");
        let teams = "callback: true, teams: { vienna: locale == de } }";
        std::fs::write(&file, text.replace("callback: true }", teams)).expect("the house");
        stage.fake.has_topics(VIENNA);
        stage.starts(&database);
        let fake = stage.fake.clone();
        fake.says(8, "en", "can I talk to a person please");
        fake.next(8).await;
        let everybodys = fake.next(REPS).await;
        fake.says(ANN, "de", "Ich möchte mit einem Menschen sprechen");
        fake.next(ANN).await;
        let viennas = fake.next(VIENNA).await;
        for (who, card) in [(KIM, &everybodys), (BEN, &viennas)] {
            let press = fake.presses_in_group(who, card, "Claim");
            assert!(fake.answer(&press).await.contains("is yours"));
        }
        let (kims, bens) = (fake.topic(REPS, 1).await, fake.topic(VIENNA, 1).await);
        assert!(fake.next(-kims).await.text.contains("Visitor 8"));
        assert!(fake.next(-bens).await.text.contains("Visitor 7"));
        fake.says_in_topic(KIM, (REPS, kims), "Hello, Kim here.");
        fake.says_in_topic(BEN, (VIENNA, bens), "Guten Tag, hier ist Ben.");
        assert_eq!(fake.next(8).await.text, "👤 Kim: Hello, Kim here.");
        assert_eq!(fake.next(ANN).await.text, "👤 Ben: Guten Tag, hier ist Ben.");
        fake.says(8, "en", "eight bikes");
        fake.says(ANN, "de", "Um acht Räder");
        assert_eq!(fake.next(-kims).await.text, "💬 Visitor 8: eight bikes");
        assert_eq!(fake.next(-bens).await.text, "💬 Visitor 7: Um acht Räder");
        stage.ends().await;
    });
}

#[test]
fn a_card_on_discord_still_leads_to_the_private_chat() {
    // Nothing of a topic is known there: a press from a private chat names no group.
    with_database(|database| async move {
        let mut stage = Stage::open(&database, &[]).await;
        stage.starts(&database);
        let fake = stage.fake.clone();
        let card = stage.asks().await;
        fake.state().callbacks.insert("private".to_owned(), 0);
        let asked = json!({ "id": "private", "from": person(KIM, "en"), "chat_instance": "1",
            "data": card.data("Claim"), "message": { "message_id": 4, "date": now(), "text": "…",
                "chat": { "id": KIM, "type": "private" } } });
        fake.push("callback_query", asked);
        let told = fake.answer("private").await;
        assert!(told.contains("is yours") && !told.contains("private chat"), "{told}");
        let topic = fake.topic(REPS, 1).await;
        fake.next(-topic).await;
        // She may write in either place.
        fake.hears(KIM, "de", json!({ "text": "Guten Tag, hier ist Kim." }));
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Guten Tag, hier ist Kim.");
        fake.says(ANN, "de", "Hallo Kim");
        assert_eq!(fake.next(-topic).await.text, "💬 Visitor 7: Hallo Kim");
        stage.ends().await;
    });
}

#[test]
fn files_and_long_words_of_somebody_on_discord_go_into_the_topic() {
    with_database(|database| async move {
        let stage = Stage::open(&database, &[]).await;
        let (home, discord, fake) = (Home::make(), Discord::start().await, stage.fake.clone());
        discord.world().flags = 1 << 18;
        let mut settings = stage.settings.clone();
        settings.push(("DOCENT_TELEGRAM_TOKEN", TOKEN.to_owned()));
        settings.push(("DOCENT_TELEGRAM_API_URL", fake.url.clone()));
        let _bot = DiscordBot::start_with(&home, &database.url, &discord, &settings).await;
        discord.is_heard().await;
        let ann = discord.person("Ann");
        let talk = discord.talk_of(ann);
        discord.writes(ann, "Ich möchte mit einem Menschen sprechen");
        let card = fake.next(REPS).await;
        let (topic, _) = stage.claims(&card).await;
        assert_eq!(fake.topics(REPS)[0].1, "Ann");
        let files = [("1.jpg", "image/jpeg", 2_001), ("2.pdf", "application/pdf", 2_002)];
        discord.shares((ann, talk), "Zwei Dateien", &files, &json!(null));
        let (first, second) = (fake.next(-topic).await, fake.next(-topic).await);
        assert_eq!(first.text, "💬 Ann: Zwei Dateien");
        assert_eq!(first.shows.as_deref(), Some("photo 1.jpg, 2001 bytes"));
        assert_eq!(second.shows.as_deref(), Some("document 2.pdf, 2002 bytes"));

        // The topic is gone when files come: both are in the new one, in order.
        fake.deletes_topic(REPS, topic);
        discord.shares((ann, talk), "Noch einmal", &files, &json!(null));
        let anew = fake.topic(REPS, 1).await;
        assert!(fake.next(-anew).await.text.contains("made anew"));
        assert_eq!(fake.next(-anew).await.text, "💬 Ann: Noch einmal");
        assert!(fake.next(-anew).await.shows.is_some_and(|shows| shows.contains("2.pdf")));

        // What is passed on in several parts is all there.
        discord.writes(ann, &"acht Räder, ".repeat(150));
        let words = fake.next(-anew).await.text;
        assert!(words.starts_with("💬 Ann: acht Räder"), "{words}");
        let said = stage.says(KIM, anew, "Guten Tag, hier ist Kim.");
        fake.until_signed(REPS, said, ARRIVED).await;
        fake.ends().await;
        discord.is_content();
    });
}

#[test]
fn what_is_set_in_words_answers_and_signs_pass_through_a_topic() {
    with_database(|database| async move {
        let mut stage = Stage::open(&database, &[]).await;
        stage.starts(&database);
        let fake = stage.fake.clone();
        let card = stage.asks().await;
        let (topic, _) = stage.claims(&card).await;
        let bold = json!({ "text": "Das ist wichtig",
            "entities": [{ "type": "bold", "offset": 8, "length": 7 }] });
        let said = fake.in_topic(KIM, (REPS, topic), bold.clone());
        let heard = fake.next(ANN).await;
        assert_eq!(heard.rich, "👤 Kim: Das ist <bold>wichtig</bold>");
        fake.until_signed(REPS, said, ARRIVED).await;

        // Ann answers just these words, and puts a sign at them.
        let to = |message: i64| {
            json!({ "message_id": message, "date": now(), "text": "x",
                "chat": { "id": ANN, "type": "private" } })
        };
        let mut answer = bold;
        answer["reply_to_message"] = to(heard.id);
        let (_, answered) = fake.hears(ANN, "de", answer);
        let passed = fake.next(-topic).await;
        assert_eq!(passed.rich, "💬 Visitor 7: Das ist <bold>wichtig</bold>");
        assert_eq!(passed.answers, Some(said), "it stands under the words that it answers");
        let sign = |chat: serde_json::Value, message: i64, who: i64| {
            json!({ "chat": chat, "date": now(), "message_id": message,
                "user": { "id": who, "is_bot": false, "first_name": "x" }, "old_reaction": [],
                "new_reaction": [{ "type": "emoji", "emoji": "👍" }] })
        };
        let private = json!({ "id": ANN, "type": "private" });
        fake.push("message_reaction", sign(private, heard.id, ANN));
        fake.until_signed(REPS, said, "👍").await;

        // And Kim does the same at Ann's.
        fake.answers_in_topic(KIM, (REPS, topic), passed.id, "Gern");
        assert_eq!(fake.next(ANN).await.answers, Some(answered));
        let group = json!({ "id": REPS, "type": "supergroup", "is_forum": true });
        fake.push("message_reaction", sign(group, passed.id, KIM));
        fake.until_signed(ANN, answered, "👍").await;
        stage.ends().await;
    });
}

#[test]
fn a_group_that_became_a_supergroup_has_the_topics() {
    with_database(|database| async move {
        const MOVED: i64 = -100_777;
        let mut stage = Stage::open(&database, &[]).await;
        stage.fake.has_topics(MOVED);
        {
            let mut state = stage.fake.state();
            state.forums.remove(&REPS);
            state.moved.insert(REPS, MOVED);
        }
        stage.starts(&database);
        let fake = stage.fake.clone();
        fake.says(ANN, "de", "Ich möchte mit einem Menschen sprechen");
        fake.next(ANN).await;
        let card = fake.next(MOVED).await;
        let press = fake.presses_in_group(KIM, &card, "Claim");
        fake.answer(&press).await;
        let topic = fake.topic(MOVED, 1).await;
        fake.next(-topic).await;
        let said = fake.says_in_topic(KIM, (MOVED, topic), "Guten Tag, hier ist Kim.");
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Guten Tag, hier ist Kim.");
        fake.until_signed(MOVED, said, ARRIVED).await;
        fake.says(ANN, "de", "Hallo Kim");
        assert_eq!(fake.next(-topic).await.text, "💬 Visitor 7: Hallo Kim");
        stage.ends().await;
    });
}

#[test]
fn words_of_a_talk_keep_to_the_pace_of_the_group_and_none_is_lost() {
    with_database(|database| async move {
        let mut stage = Stage::open(&database, &[]).await;
        stage.fake.state().hasty = false;
        stage.starts(&database);
        let fake = stage.fake.clone();
        let card = stage.asks().await;
        let (topic, _) = stage.claims(&card).await;
        let lines: Vec<i64> = (1..=6)
            .map(|n| fake.hears(ANN, "de", json!({ "text": format!("Zeile {n}") })).1)
            .collect();
        let read = stage.reads(topic, "Zeile 6").await;
        let expected: Vec<String> = (1..=6).map(|n| format!("💬 Visitor 7: Zeile {n}")).collect();
        assert_eq!(read.join("\n"), expected.join("\n"), "all of it, in order");
        assert!(read.len() < 6, "what waited left together: {read:?}");
        // One of those that left together is corrected by itself.
        fake.edits(ANN, lines[4], "Zeile fünf");
        assert_eq!(fake.next(-topic).await.text, "✏ Visitor 7, corrected: Zeile fünf");

        // An alert overtakes what waits.
        for n in 7..=9 {
            fake.says(ANN, "de", &format!("Zeile {n}"));
        }
        fake.says(8, "en", "can I talk to a person please");
        fake.next(8).await;
        assert!(fake.next(REPS).await.text.contains("Visitor 8"));
        let read = stage.reads(topic, "Zeile 9").await.join("\n");
        let expected: Vec<String> = (7..=9).map(|n| format!("💬 Visitor 7: Zeile {n}")).collect();
        assert_eq!(read, expected.join("\n"));
        stage.ends().await;
    });
}
