//! Whole talks, as the platform saw them.

use std::time::Duration;

use serde_json::json;

use super::bot::{Bot, House};
use super::fake::{Fake, Message, REPS, now};
use crate::support::database::with_database;

const ANN: i64 = 7;
const BEA: i64 = 8;

fn plain(message: &Message) -> String {
    message.text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn says(message: &Message, words: &str) {
    assert!(plain(message).contains(words), "{words:?} is not in {message:#?}");
}

#[test]
fn a_talk_in_two_languages_with_buttons_a_picture_a_correction_and_a_stop() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        fake.is_watched_by(database.plain().await).await;
        let house = House::make().with_pictures();
        let reps = REPS.to_string();
        let set = [("DOCENT_REP_CHANNEL", "telegram"), ("DOCENT_REP_CHAT", reps.as_str())];
        let bot = Bot::start(&house, &database, &fake, &set);

        // Ann, in English, by a campaign's link.
        fake.says(ANN, "en", "/start fleet_guide");
        let hello = fake.next(ANN).await;
        says(&hello, "a bot");
        let kinds: Vec<&str> = hello.buttons.iter().map(|(label, _)| label.as_str()).collect();
        assert!(kinds.contains(&"Bakery or café"), "{kinds:?}");
        fake.presses(ANN, "en", &hello, "Bakery or café");
        let pick = fake.next(ANN).await;
        assert!(pick.photo, "the bike is shown: {pick:#?}");
        says(&pick, "€");
        fake.until("only what was chosen is left", |state| {
            state.messages.iter().any(|m| {
                m.id == hello.id
                    && m.buttons == [("✓ Bakery or café".to_owned(), "settled".to_owned())]
            })
        })
        .await;
        fake.says(ANN, "en", "we would need 8 bikes");
        says(&fake.next(ANN).await, "8 bikes");
        fake.says(ANN, "en", "no wait, make that 6 bikes");
        says(&fake.next(ANN).await, "6 bikes");

        // Bea, in German, meanwhile.
        fake.says(BEA, "de", "Guten Tag");
        says(&fake.next(BEA).await, "ein Bot");
        fake.says(BEA, "de", "wie schwer ist der winzling");
        says(&fake.next(BEA).await, "29");
        fake.says(BEA, "de", "/language");
        let which = fake.next(BEA).await;
        fake.presses(BEA, "de", &which, "English");
        fake.next(BEA).await;

        // A settled button has nothing more to say; an old one is a correction.
        let settled = fake.message(hello.id);
        fake.presses(ANN, "en", &settled, "✓ Bakery or café");
        fake.presses(ANN, "en", &hello, "Courier or delivery");
        says(&fake.next(ANN).await, "?");
        fake.hears(ANN, "en", json!({ "sticker": { "file_id": "x" } }));
        assert!(!fake.next(ANN).await.text.is_empty());
        // Ann would rather talk to somebody: the card beside it.
        fake.says(ANN, "en", "can I talk to a person please");
        fake.next(ANN).await;
        let card = fake.next(REPS).await;
        says(&card, "Visitor 7");
        says(&card, ": 6");

        fake.says(ANN, "en", "/stop");
        fake.next(ANN).await;

        fake.ends().await;
        bot.stops().await;
        #[expect(clippy::print_stdout, reason = "pasted into reports")]
        for (chat, title) in [(ANN, "Ann"), (BEA, "Bea"), (REPS, "The reps")] {
            println!("{}", fake.told(chat, title));
        }
    });
}

#[test]
fn an_edited_line_changes_the_record_and_runs_no_turn() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &[]);
        let (_, message) =
            fake.hears(ANN, "en", json!({ "text": "how far does the Zugpferd go?" }));
        says(&fake.next(ANN).await, "65");
        fake.push(
            "edited_message",
            json!({ "message_id": message, "date": now(), "edit_date": now(),
                "chat": { "id": ANN, "type": "private" },
                "from": { "id": ANN, "is_bot": false, "first_name": "Ann" },
                "text": "how heavy is the Zugpferd?" }),
        );
        fake.settles().await;
        let mut plain = database.plain().await;
        let said: Vec<String> = sqlx::query_scalar("SELECT text FROM messages WHERE author = 0")
            .fetch_all(&mut plain)
            .await
            .unwrap();
        assert_eq!(said, ["how heavy is the Zugpferd?"]);
        let turns: i64 =
            sqlx::query_scalar("SELECT count(*) FROM turns").fetch_one(&mut plain).await.unwrap();
        assert_eq!(turns, 1);
        fake.ends().await;
        bot.stops().await;
    });
}

#[test]
fn whoever_blocks_us_is_not_written_to_until_they_are_heard_again() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &[]);
        fake.says(ANN, "en", "hello");
        fake.next(ANN).await;
        let member = |status: &str| {
            json!({ "chat": { "id": ANN, "type": "private" }, "date": now() + 1,
                "from": { "id": ANN, "is_bot": false, "first_name": "Ann" },
                "old_chat_member": { "status": "member", "user": { "id": 4242, "is_bot": true } },
                "new_chat_member": { "status": status, "user": { "id": 4242, "is_bot": true } } })
        };
        let db = database.connect().await;
        let ann = db.contact_id(&docent::domain::contact::Identity {
            channel: docent::domain::ids::Channel::Telegram,
            account: "4242".into(),
            external_id: ANN.to_string(),
        });
        fake.push("my_chat_member", member("kicked"));
        fake.settles().await;
        assert!(db.find_unreachable(ann).await.unwrap().is_some());
        fake.push("my_chat_member", member("member"));
        fake.settles().await;
        assert!(db.find_unreachable(ann).await.unwrap().is_none());

        // A block that is learned of by trying.
        fake.state().blocked.insert(ANN);
        fake.says(ANN, "en", "how far does the Zugpferd go?");
        fake.until("a refused send", |s| s.calls.iter().any(|call| call.2 == 403)).await;
        let mut unreachable = db.find_unreachable(ann).await.unwrap();
        for _ in 0..200 {
            if unreachable.is_some() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
            unreachable = db.find_unreachable(ann).await.unwrap();
        }
        assert!(unreachable.is_some());
        let lead = db.find_lead(ann).await.unwrap().expect("a lead").lead;
        assert!(lead.unreachable);
        db.close().await;
        fake.ends().await;
        bot.stops().await;
    });
}

#[test]
fn groups_are_told_once_where_we_talk_and_reps_are_left_in_peace() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        let reps = REPS.to_string();
        let set = [("DOCENT_REP_CHANNEL", "telegram"), ("DOCENT_REP_CHAT", reps.as_str())];
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &set);
        let group = |chat: i64, text: &str| {
            fake.push(
                "message",
                json!({ "message_id": 1, "date": now(), "text": text,
                    "chat": { "id": chat, "type": "supergroup", "title": "x" },
                    "from": { "id": ANN, "is_bot": false, "first_name": "Ann",
                        "language_code": "de" } }),
            )
        };
        fake.hears(
            -9,
            "en",
            json!({ "text": "so that the fake knows it",
            "chat": { "id": -9, "type": "supergroup" } }),
        );
        fake.settles().await;
        group(-9, "hello everybody");
        group(REPS, "@PiaFakeBot are you there");
        group(-9, "@PiaFakeBot how much is it?");
        group(-9, "@PiaFakeBot hello?");
        let told = fake.next(-9).await;
        says(&told, "unter vier Augen");
        says(&told, "https://t.me/PiaFakeBot");
        fake.settles().await;
        assert!(fake.next_within(-9, Duration::from_millis(1_500)).await.is_none());
        assert!(fake.next_within(REPS, Duration::ZERO).await.is_none());
        let mut plain = database.plain().await;
        let contacts: i64 = sqlx::query_scalar("SELECT count(*) FROM contacts")
            .fetch_one(&mut plain)
            .await
            .unwrap();
        assert_eq!(contacts, 0, "nothing is kept of groups");
        fake.ends().await;
        bot.stops().await;
    });
}

#[test]
fn the_menu_of_commands_is_registered_in_every_language() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &[]);
        fake.until("five menus", |state| state.commands.len() == 5).await;
        let (german, general) = {
            let state = fake.state();
            (state.commands["de"].clone(), state.commands[""].clone())
        };
        let names: Vec<&str> = german.iter().filter_map(|c| c["command"].as_str()).collect();
        assert_eq!(names, ["help", "human", "language", "privacy", "stop"]);
        assert_eq!(german[1]["description"], "Mit einem Menschen sprechen");
        assert_eq!(general[1]["description"], "Talk to a person");
        fake.ends().await;
        bot.stops().await;
    });
}

#[test]
fn reps_get_one_card_that_is_edited_as_things_change() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        let reps = REPS.to_string();
        let set = [("DOCENT_REP_CHANNEL", "telegram"), ("DOCENT_REP_CHAT", reps.as_str())];
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &set);
        fake.says(ANN, "de", "Guten Tag");
        fake.next(ANN).await;
        fake.says(ANN, "de", "/human");
        fake.next(ANN).await;
        let card = fake.next(REPS).await;
        says(&card, "Visitor 7 asks for a person");
        says(&card, "tg://user?id=7");
        fake.says(ANN, "de", "wir sind eine Bäckerei und brauchen 8 Räder");
        fake.next(ANN).await;
        let id = card.id;
        fake.until("the card tells of 8 bikes", |state| {
            state.messages.iter().any(|m| m.id == id && m.text.contains(": 8"))
        })
        .await;
        let card = fake.message(card.id);
        says(&card, "Last words: “wir sind eine Bäckerei");
        assert!(!card.before.is_empty(), "it was edited in place");
        assert!(
            fake.next_within(REPS, Duration::from_secs(2)).await.is_none(),
            "and is the only one"
        );
        fake.ends().await;
        bot.stops().await;
    });
}

#[test]
fn cards_wait_for_the_groups_minute_and_hold_up_nobody() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        let reps = REPS.to_string();
        let set = [
            ("DOCENT_REP_CHANNEL", "telegram"),
            ("DOCENT_REP_CHAT", reps.as_str()),
            ("DOCENT_TELEGRAM_GROUP_PER_MINUTE", "3"),
        ];
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &set);
        for who in 1..=6 {
            fake.says(who, "en", "/human");
        }
        for who in 1..=6 {
            fake.next(who).await;
        }
        let mut cards = 0;
        while fake.next_within(REPS, Duration::from_secs(4)).await.is_some() {
            cards += 1;
        }
        assert_eq!(cards, 3, "the group's minute is full");
        let mut plain = database.plain().await;
        let (waiting, tries): (i64, i64) = sqlx::query_as(
            "SELECT count(*), coalesce(sum(attempts), 0)::bigint FROM outbox
            WHERE lane = 2 AND status = 0 AND due_at > now() + interval '30 seconds'",
        )
        .fetch_one(&mut plain)
        .await
        .unwrap();
        assert_eq!((waiting, tries), (3, 0), "the rest waits, and that is no failed try");
        assert!(fake.state().offences.is_empty(), "{:#?}", fake.state().offences);
        bot.stops().await;
    });
}
