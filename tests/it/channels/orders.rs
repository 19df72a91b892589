//! What reps order at the desk beside the talk itself, through the whole binary: texts that stand ready,
//! calls, reasons, endings, a delay before words leave, and the list of reps from a file.

use std::fs;
use std::time::Duration;

use chrono::Utc;
use docent::domain::contact::{ContactId, Identity};
use docent::domain::desk::Rep;
use docent::domain::ids::Channel;
use docent::store::Db;
use serde_json::{Value, json};

use super::telegram::bot::{Bot, House, run};
use super::telegram::fake::{Act, Fake, Message, REPS, now};
use crate::support::database::TestDatabase;
use crate::support::with_database;

const ANN: i64 = 7;
const KIM: i64 = 71;

fn kim() -> Rep {
    Rep {
        id: "kim".into(),
        name: "Kim".to_owned(),
        channel: Channel::Telegram,
        user: KIM.to_string(),
        team: "sales".to_owned(),
        leads: false,
        languages: Vec::new(),
    }
}

fn ann(db: &Db) -> ContactId {
    db.contact_id(&Identity {
        channel: Channel::Telegram,
        account: "4242".into(),
        external_id: ANN.to_string(),
    })
}

/// A rep who writes to the bot in private: the message's number.
fn writes(fake: &Fake, text: &str) -> i64 {
    fake.hears(KIM, "en", json!({ "text": text })).1
}

/// The same as an answer to a message of their own.
fn answers(fake: &Fake, message: i64, text: &str) {
    let to: Value = json!({ "message_id": message, "date": now(),
        "chat": { "id": KIM, "type": "private" } });
    fake.hears(KIM, "en", json!({ "text": text, "reply_to_message": to }));
}

/// Until a message of Kim's has the sign of arrival.
async fn arrived(fake: &Fake, message: i64) {
    fake.until("a sign of arrival", |s| {
        s.signs.iter().any(|(chat, id, _)| (*chat, *id) == (KIM, message))
    })
    .await;
}

struct Desk {
    db: Db,
    fake: Fake,
    house: House,
    bot: Bot,
    card: Message,
}

impl Desk {
    /// Kim has the talk of Ann, who writes German.
    async fn open(database: &TestDatabase, house: House) -> Self {
        let db = database.connect().await;
        db.put_rep(&kim(), Utc::now()).await.unwrap();
        let fake = Fake::start().await;
        {
            let mut state = fake.state();
            state.hasty = true;
            state.chats.insert(KIM);
        }
        let bot = serve(&house, database, &fake);
        fake.says(ANN, "de", "Wie viel kostet der Brotbote?");
        fake.next(ANN).await;
        fake.says(ANN, "de", "Ich möchte mit einem Menschen sprechen");
        fake.next(ANN).await;
        let card = fake.next(REPS).await;
        let press = fake.presses_in_group(KIM, &card, "Claim");
        fake.answer(&press).await;
        fake.next(KIM).await;
        Self { db, fake, house, bot, card }
    }

    /// Until the card reads so.
    async fn shows(&self, part: &str) {
        let card = self.card.id;
        self.fake
            .until(part, |s| s.messages.iter().any(|m| m.id == card && m.text.contains(part)))
            .await;
    }

    async fn ends(self) {
        self.db.close().await;
        self.fake.ends().await;
        self.bot.stops().await;
        #[expect(clippy::print_stdout, reason = "pasted into reports")]
        for (chat, title) in [(ANN, "Ann"), (KIM, "Kim"), (REPS, "The reps")] {
            println!("{}", self.fake.told(chat, title));
        }
    }
}

fn serve(house: &House, database: &TestDatabase, fake: &Fake) -> Bot {
    let reps = REPS.to_string();
    let set = [("DOCENT_REP_CHANNEL", "telegram"), ("DOCENT_REP_CHAT", reps.as_str())];
    Bot::start(house, database, fake, &set)
}

#[test]
fn a_text_that_stands_ready_is_said_in_the_visitors_language() {
    with_database(|database| async move {
        let desk = Desk::open(&database, House::make()).await;
        let fake = &desk.fake;
        writes(fake, "/say");
        let list = fake.next(KIM).await.text;
        assert!(list.contains("/say offer: I am putting your offer together"), "{list}");
        writes(fake, "/say ofer");
        assert!(fake.next(KIM).await.text.contains("Did you mean /say offer?"));
        writes(fake, "/say horse");
        assert!(fake.next(KIM).await.text.contains("There is no text “horse”"));

        let said = writes(fake, "/say offer Bis bald!");
        let heard = fake.next(ANN).await;
        assert!(heard.text.starts_with("👤 Kim: Ich stelle Ihr Angebot"), "{}", heard.text);
        assert!(heard.text.ends_with("verpflichtet zu nichts. Bis bald!"), "{}", heard.text);
        arrived(fake, said).await;
        // It is changed and taken back like other words, and into another text as well.
        fake.edits(KIM, said, "/say hello");
        let id = heard.id;
        fake.until("the other text", |s| {
            s.messages
                .iter()
                .any(|m| m.id == id && m.text.contains("Guten Tag Visitor 7, hier ist Kim"))
        })
        .await;
        answers(fake, said, "/unsend");
        fake.until("it is gone", |s| s.messages.iter().all(|m| m.id != id)).await;
        fake.replies_in_group(KIM, &desk.card, "/say offer");
        assert!(fake.next(REPS).await.text.contains("in the talk itself"));

        let lines = sqlx::query_scalar::<_, Option<Vec<String>>>(
            "SELECT text_keys FROM messages WHERE contact_id = $1 AND author = 2 ORDER BY turn LIMIT 1",
        );
        let mut plain = database.plain().await;
        let keys = lines.bind(ann(&desk.db).0).fetch_one(&mut plain).await.unwrap();
        assert_eq!(keys, Some(vec!["snippet-offer".to_owned()]));
        desk.ends().await;
    });
}

#[test]
fn a_call_is_offered_chosen_shown_and_told() {
    with_database(|database| async move {
        let desk = Desk::open(&database, House::make()).await;
        let fake = &desk.fake;
        writes(fake, "/call");
        let offer = fake.next(ANN).await;
        assert!(offer.text.starts_with("👤 Kim: Darf ich Sie anrufen?"), "{}", offer.text);
        assert_eq!(offer.buttons.len(), 3, "{:?}", offer.buttons);
        let told = fake.next(KIM).await.text;
        assert!(told.contains("no number known yet") && told.contains("They can choose"), "{told}");
        desk.shows("📞 Kim has offered a call").await;

        let label = offer.buttons[1].0.clone();
        fake.presses(ANN, "de", &offer, &label);
        let agreed = fake.next(ANN).await.text;
        assert!(agreed.starts_with("👤 Kim: Gut, ich rufe Sie am"), "{agreed}");
        assert!(agreed.ends_with("Unter welcher Nummer erreiche ich Sie?"), "{agreed}");
        let chosen = fake.next(KIM).await.text;
        assert!(chosen.contains("has chosen a time for the call with Kim"), "{chosen}");
        desk.shows("📞 Kim calls them").await;

        writes(fake, "/call 2026-01-02 10:00");
        assert!(fake.next(KIM).await.text.contains("That time is over"));
        writes(fake, "/call sometime");
        assert!(fake.next(KIM).await.text.contains("Say the day and the time"));
        assert!(fake.next_within(ANN, Duration::from_millis(300)).await.is_none());
        fake.says(ANN, "de", "Meine Nummer ist +43 660 1234567");
        fake.next(KIM).await;
        writes(fake, "/call tomorrow 10:00");
        let moved = fake.next(ANN).await.text;
        assert!(
            moved.starts_with("👤 Kim: Gut, ich rufe Sie am") && moved.ends_with("an."),
            "{moved}"
        );
        let told = fake.next(KIM).await.text;
        assert!(told.contains("+436601234567") && told.contains("Agreed:"), "{told}");
        desk.ends().await;
    });
}

#[test]
fn a_rep_reads_why_when_and_what_came_of_it() {
    with_database(|database| async move {
        let desk = Desk::open(&database, House::make()).await;
        let fake = &desk.fake;
        writes(fake, "/why");
        let why = fake.next(KIM).await.text;
        for part in [
            "They said: “Ich möchte mit einem Menschen sprechen”",
            "Taken for: the wish “I would like to speak to a person”",
            "% sure",
            "The bot said: “",
            "handoff-asked",
            "Open now: Human",
            "Hot · fit ",
            ": Asked for a price",
        ] {
            assert!(why.contains(part), "{part}\n---\n{why}");
        }
        writes(fake, "/later 2h");
        let later = fake.next(KIM).await.text;
        assert!(later.starts_with("You will be reminded: "), "{later}");
        desk.shows("⏳ Reminder: ").await;
        desk.shows("👤 Kim talks with them").await;

        writes(fake, "/won 12,400 EUR");
        fake.next(KIM).await;
        fake.next(ANN).await;
        desk.shows("🏁 Won: 12,400 EUR · Kim, ").await;
        let card = fake.message(desk.card.id).text;
        assert!(!card.contains("Not known yet") && !card.contains("Ask next"), "{card}");
        assert!(card.contains("Telegram · German · Open the chat"), "{card}");
        let (code, told) = run(&desk.house, &database, fake, &[], &["report", "handoffs"]).await;
        assert!(code == 0 && told.contains("12400 EUR"), "{told}");
        desk.ends().await;
    });
}

/// A house where words of reps wait for a while.
fn with_delay(delay: &str) -> House {
    let house = House::make();
    let file = house.path().join("dialogs/bot.yaml");
    let script = fs::read_to_string(&file).unwrap();
    let with = format!("callback: true, send_after: {delay} }}");
    fs::write(file, script.replace("callback: true }", &with)).unwrap();
    house
}

#[test]
fn words_wait_so_that_they_can_be_changed_and_taken_back_unseen() {
    with_database(|database| async move {
        let Desk { db, fake, house, bot, .. } = Desk::open(&database, with_delay("3s")).await;
        let fake = &fake;
        let first = writes(fake, "Guten Tak");
        let second = writes(fake, "Das kostet 3 €");
        let third = writes(fake, "Bis gleich");
        fake.settles().await;
        fake.edits(KIM, first, "Guten Tag");
        answers(fake, second, "/unsend");
        assert!(fake.next_within(ANN, Duration::from_millis(800)).await.is_none(), "it waits");
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Guten Tag");
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Bis gleich");
        arrived(fake, first).await;
        arrived(fake, third).await;
        // Whoever took words back before anybody saw them is not told that they did not arrive.
        assert!(fake.next_within(KIM, Duration::from_millis(300)).await.is_none());
        assert!(fake.state().messages.iter().all(|m| m.chat != ANN || !m.text.contains("3 €")));

        // A crash loses nothing of what waits, nor of how it was changed.
        let fourth = writes(fake, "Ich bin Kin");
        fake.settles().await;
        fake.edits(KIM, fourth, "Ich bin Kim");
        fake.settles().await;
        bot.dies().await;
        let bot = serve(&house, &database, fake);
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Ich bin Kim");
        arrived(fake, fourth).await;
        fake.ends().await;
        bot.stops().await;
        db.close().await;
    });
}

/// The platform is away, and the rep thinks better of it: nobody reads what was never meant to stay.
#[test]
fn words_that_wait_for_their_platform_are_changed_before_they_leave() {
    with_database(|database| async move {
        let Desk { db, fake, bot, .. } = Desk::open(&database, House::make()).await;
        let fake = &fake;
        fake.will("sendMessage", Act::Status(502), 0, 3);
        let first = writes(fake, "Guten Tak");
        let second = writes(fake, "Das kostet 3 €");
        let third = writes(fake, "Bis gleich");
        fake.until("it was tried", |s| s.faults.iter().any(|fault| fault.times < 3)).await;
        fake.edits(KIM, first, "Guten Tag");
        answers(fake, second, "/unsend");
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Guten Tag");
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Bis gleich");
        arrived(fake, first).await;
        arrived(fake, third).await;
        assert!(fake.next_within(KIM, Duration::from_millis(300)).await.is_none());
        let said = ["Tak", "3 €"];
        let state = fake.state().messages.clone();
        assert!(state.iter().all(|m| m.chat != ANN || said.iter().all(|s| !m.text.contains(s))));
        fake.ends().await;
        bot.stops().await;
        db.close().await;
    });
}

#[test]
fn the_list_of_reps_comes_from_a_file_and_a_faulty_one_stops_nobody() {
    with_database(|database| async move {
        let db = database.connect().await;
        let fake = Fake::start().await;
        let house = House::make();
        let file = house.path().join("reps.toml");
        let named = file.to_str().unwrap();
        let set = [("DOCENT_REP_FILE", named)];
        // Nobody is on the list: there is nothing to go on with.
        fs::write(&file, "[[rep]]\nname = \"Kim\"\n").unwrap();
        let alone = [("DOCENT_REP_FILE", named), ("DOCENT_LISTEN", "127.0.0.1:0")];
        let (code, told) = run(&house, &database, &fake, &alone, &["serve", "--no-chat"]).await;
        assert!(code == 1 && told.contains("reps.toml:1:1: where the rep is reached"), "{told}");

        let list = "[[rep]]\nname = \"Kim\"\ntelegram = 71\nlanguages = [\"en\", \"de\"]\n\
                    hours = \"mon-fri 09:00-17:00\"\n\n[[rep]]\nid = \"ben\"\nname = \"Ben\"\ndiscord = 9001\n";
        fs::write(&file, list).unwrap();
        let bot = Bot::start(&house, &database, &fake, &set);
        bot.asks("/healthz").await;
        assert!(bot.log().contains("2 people, 2 new, 0 changed"), "{}", bot.log());
        let ids = |reps: Vec<Rep>| reps.iter().map(|rep| rep.id.to_string()).collect::<Vec<_>>();
        assert_eq!(ids(db.list_reps().await.unwrap()), ["ben", "kim"]);
        bot.stops().await;

        // A faulty list is told of, and the last good one goes on.
        fs::write(&file, list.replace("09:00-17:00", "nine to five")).unwrap();
        let bot = Bot::start(&house, &database, &fake, &set);
        bot.asks("/healthz").await;
        let log = bot.log();
        assert!(log.contains("reps.toml:5:9: ") && log.contains("last good one, of 2"), "{log}");
        assert_eq!(ids(db.list_reps().await.unwrap()), ["ben", "kim"]);
        bot.stops().await;

        let (code, told) = run(&house, &database, &fake, &[], &["reps", "import", named]).await;
        assert!(code == 1 && told.contains("nobody was changed"), "{told}");
        fs::write(&file, list.replace("\"Ben\"", "\"Benno\"")).unwrap();
        let (code, told) = run(&house, &database, &fake, &[], &["reps", "import", named]).await;
        assert!(
            code == 0 && told.contains("ben: name") && told.contains("0 new, 1 changed"),
            "{told}"
        );
        db.close().await;
        fake.ends().await;
    });
}
