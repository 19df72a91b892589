//! Whole talks, as the platform saw them.

use std::time::Duration;

use serde_json::{Value, json};

use super::bot::{Bot, Home};
use super::fake::{Fake, buttons, wait_for};
use super::world::{Accepted, PUBLIC, REPS};
use crate::support::with_database;

fn says(message: &Accepted, words: &str) {
    let plain = message.content.replace(['\u{a0}', '\u{202f}', '\\'], " ");
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(plain.contains(words), "{words:?} is not in {plain:?}");
}

/// The reps' chat is here, too.
fn with_reps() -> [(&'static str, String); 2] {
    [("DOCENT_REP_CHANNEL", "discord".to_owned()), ("DOCENT_REP_CHAT", REPS.to_string())]
}

fn labels(message: &Accepted) -> Vec<String> {
    let all = buttons(&message.body);
    all.iter().filter_map(|button| button["label"].as_str().map(str::to_owned)).collect()
}

#[test]
fn a_talk_in_two_languages_with_buttons_a_picture_a_correction_and_a_stop() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let _bot = Bot::start_with(&home, &database.url, &fake, &with_reps()).await;
        fake.is_heard().await;
        let (ann, bea) = (fake.person("ann"), fake.person("bea"));

        // Ann, in English.
        fake.writes(ann, "can you recommend me a bike");
        let hello = fake.reply(ann, 1).await;
        says(&hello, "a bot");
        assert!(labels(&hello).contains(&"Bakery or café".to_owned()), "{:?}", labels(&hello));
        let pressed = fake.presses(ann, "option.bakery");
        assert_eq!(fake.answer(pressed).await, json!({ "type": 6 }));
        let pick = fake.reply(ann, 2).await;
        says(&pick, "€4,890");
        assert_eq!(pick.pictures, 1, "the bike is shown");
        assert_eq!(pick.body["attachments"][0]["filename"], "brotbote.jpg");
        fake.writes(ann, "we would need 8 bikes");
        says(&fake.reply(ann, 3).await, "8 bikes");
        fake.writes(ann, "no wait, make that 6 bikes");
        says(&fake.reply(ann, 4).await, "6 bikes");

        // Bea, in German, meanwhile.
        fake.writes(bea, "Guten Tag");
        says(&fake.reply(bea, 1).await, "ein Bot");
        fake.writes(bea, "wie schwer ist der winzling");
        says(&fake.reply(bea, 2).await, "29");
        let talk = fake.world().talk(bea);
        let named =
            json!({ "name": "language", "options": [{ "name": "language", "value": "en" }] });
        let used = fake.uses(bea, talk, 2, &named, "de");
        assert_eq!(fake.answer(used).await["data"]["content"], "Einen Moment.");
        says(&fake.reply(bea, 3).await, "English");

        // Ann would rather talk to somebody: the card beside it.
        let asked = fake.replies(ann).len();
        fake.writes(ann, "can I talk to a person please");
        fake.reply(ann, asked + 1).await;
        let card = fake.message_in(REPS, 1).await;
        assert!(card.content.contains("ann") && card.content.contains(": 6"), "{}", card.content);

        // An old button is a correction; a stop is a stop.
        let before = fake.replies(ann).len();
        fake.presses(ann, "option.bakery");
        fake.reply(ann, before + 1).await;
        let talk = fake.world().talk(ann);
        let stop = fake.uses(ann, talk, 2, &json!({ "name": "stop" }), "en-US");
        assert_eq!(fake.answer(stop).await["type"], 4);
        wait_for("the stop is confirmed", || {
            fake.replies(ann).iter().any(|m| m.content.contains("We will not write to you first"))
        })
        .await;
        fake.is_content();
        let places = [(fake.talk_of(ann), "Ann"), (fake.talk_of(bea), "Bea"), (REPS, "The reps")];
        #[expect(clippy::print_stdout, reason = "pasted into reports")]
        for (channel, title) in places {
            println!("{}", fake.told(channel, title));
        }
    });
}

#[test]
fn what_is_no_text_and_what_is_edited_is_met() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let _bot = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        let ann = fake.person("ann");
        let id = fake.writes(ann, "how far does the Zugpferd go?");
        says(&fake.reply(ann, 1).await, "65");
        let (_, mut sticker) = fake.leaves(ann, "");
        sticker["sticker_items"] = json!([{ "id": "1", "name": "wave", "format_type": 1 }]);
        fake.tells("MESSAGE_CREATE", &sticker);
        says(&fake.reply(ann, 2).await, "only read text");

        let talk = fake.world().talk(ann);
        let mut edited = fake.world().message(id, talk, ann, "how heavy is the Zugpferd?");
        edited["edited_timestamp"] = json!("2026-03-04T09:00:00+00:00");
        fake.tells("MESSAGE_UPDATE", &edited);
        let mut plain = database.plain().await;
        let mut said: Vec<String> = Vec::new();
        for _ in 0..500 {
            said = sqlx::query_scalar("SELECT text FROM messages WHERE author = 0 ORDER BY turn")
                .fetch_all(&mut plain)
                .await
                .unwrap();
            if said[0].contains("heavy") {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert_eq!(said, ["how heavy is the Zugpferd?", "(sticker)"]);
        assert_eq!(fake.replies(ann).len(), 2, "no turn runs again");
        fake.is_content();
    });
}

#[test]
fn a_mention_gets_one_public_reply_and_a_way_to_go_on_in_private() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let _bot = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        let ann = fake.person("ann");
        let asked = fake.mentions(ann, "how far does the Zugpferd go? My number is 0660 1234567");
        let reply = fake.message_in(PUBLIC, 1).await;
        says(&reply, "65");
        assert!(!reply.content.contains("1234567"), "nothing personal in public");
        assert_eq!(reply.body["message_reference"]["message_id"], asked.to_string());
        fake.mentions(ann, "do you think it will rain tomorrow evening in Graz");
        let hello = fake.message_in(PUBLIC, 2).await;
        says(&hello, "in private");

        let mut plain = database.plain().await;
        let known = "SELECT count(*) FROM contacts";
        let contacts: i64 = sqlx::query_scalar(known).fetch_one(&mut plain).await.unwrap();
        assert_eq!(contacts, 0, "no state of what is said in public");

        let pressed = fake.presses_in(ann, PUBLIC, "private");
        let answer = fake.answer(pressed).await;
        assert_eq!(answer["data"]["flags"], 64, "seen by them alone");
        says(&fake.reply(ann, 1).await, "a bot");
        assert_eq!(fake.in_channel(PUBLIC).len(), 2);
        fake.is_content();
    });
}

#[test]
fn commands_are_registered_in_every_language_and_used_in_servers() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let _bot = Bot::start(&home, &database.url, &fake).await;
        wait_for("the commands", || !fake.world().commands.is_null()).await;
        let commands = fake.world().commands.clone();
        let named: Vec<_> = commands
            .as_array()
            .unwrap()
            .iter()
            .map(|c| (c["name"].as_str().unwrap(), c["name_localizations"]["de"].as_str().unwrap()))
            .collect();
        assert_eq!(
            named,
            [
                ("ask", "fragen"),
                ("human", "mensch"),
                ("stop", "stopp"),
                ("privacy", "datenschutz"),
                ("language", "sprache"),
            ]
        );
        fake.is_heard().await;
        let ann = fake.person("ann");
        let question = json!({ "name": "ask", "options": [
            { "name": "question", "type": 3, "value": "wie weit kommt das Zugpferd?" }] });
        let used = fake.uses(ann, PUBLIC, 2, &question, "de");
        let answer = fake.answer(used).await;
        assert!(answer["data"]["content"].as_str().unwrap().contains("65"), "{answer}");
        assert_eq!(buttons(&answer["data"])[0]["label"], "Unter uns weiterreden");

        let used = fake.uses(ann, PUBLIC, 2, &json!({ "name": "privacy" }), "de");
        let answer = fake.answer(used).await;
        let told = (&answer["data"]["content"], &answer["data"]["flags"]);
        assert_eq!(told, (&json!("Ich schreibe Ihnen privat."), &json!(64)));
        says(&fake.reply(ann, 1).await, "Ich behalte, was Sie hier schreiben");
        let talk = fake.world().talk(ann);
        let used = fake.uses(ann, talk, 2, &question, "de");
        assert_eq!(fake.answer(used).await["data"]["content"], "> wie weit kommt das Zugpferd?");
        says(&fake.reply(ann, 2).await, "65");
        fake.is_content();
    });
}

#[test]
fn interactions_are_answered_in_time_whatever_the_database_does() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let _bot = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        let ann = fake.person("ann");
        fake.writes(ann, "can you recommend me a bike");
        fake.reply(ann, 1).await;
        let mut plain = database.plain().await;
        let lock = "BEGIN; LOCK TABLE conversations, inbound IN ACCESS EXCLUSIVE MODE";
        sqlx::raw_sql(lock).execute(&mut plain).await.unwrap();
        let pressed = fake.presses(ann, "option.bakery");
        assert_eq!(fake.answer(pressed).await, json!({ "type": 6 }));
        tokio::time::sleep(Duration::from_secs(4)).await;
        assert_eq!(fake.replies(ann).len(), 1, "nothing was committed");
        sqlx::raw_sql("COMMIT").execute(&mut plain).await.unwrap();
        fake.reply(ann, 2).await;
        fake.is_content();
    });
}

#[test]
fn a_talk_goes_by_the_ids_of_its_messages() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let _bot = Bot::start(&home, &database.url, &fake).await;
        fake.is_heard().await;
        let people: Vec<u64> = (0..20).map(|n| fake.person(&format!("p{n}"))).collect();
        let mut random = fastrand::Rng::with_seed(5);
        for user in &people {
            // Three lines at once, shuffled, some of them twice.
            let mut lines: Vec<Value> =
                ["one", "two", "three"].iter().map(|text| fake.leaves(*user, text).1).collect();
            lines.push(lines[random.usize(..3)].clone());
            random.shuffle(&mut lines);
            lines.iter().for_each(|line| fake.tells("MESSAGE_CREATE", line));
        }
        for user in &people {
            fake.reply(*user, 1).await;
        }
        let mut plain = database.plain().await;
        let sql = "SELECT string_agg(text, ' ' ORDER BY turn) FROM messages WHERE author = 0
            GROUP BY contact_id";
        let mut heard: Vec<String> = Vec::new();
        for _ in 0..500 {
            heard = sqlx::query_scalar(sql).fetch_all(&mut plain).await.unwrap();
            if heard.len() == 20 && heard.iter().all(|all| all.split(' ').count() == 3) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(heard, vec!["one two three"; 20]);
        fake.is_content();
    });
}

#[test]
fn closed_private_messages_are_noticed() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let _bot = Bot::start_with(&home, &database.url, &fake, &with_reps()).await;
        fake.is_heard().await;
        let (ann, bea) = (fake.person("ann"), fake.person("bea"));
        let talk = fake.world().talk(ann);
        fake.world().closed.insert(talk);
        fake.writes(ann, "hello");
        fake.writes(bea, "hello");
        fake.reply(bea, 1).await;
        let mut plain = database.plain().await;
        let mut found: Option<String> = None;
        for _ in 0..500 {
            found = sqlx::query_scalar(
                "SELECT o.last_error FROM outbox o JOIN identities i USING (bucket, contact_id)
                WHERE o.status = 6 AND i.unreachable_at IS NOT NULL",
            )
            .fetch_optional(&mut plain)
            .await
            .unwrap();
            if found.is_some() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert!(found.unwrap().contains("50007"));

        // Reps hear of Ann, and on the same card that she cannot be written to.
        let talk = fake.uses(ann, PUBLIC, 2, &json!({ "name": "human" }), "en-US");
        fake.answer(talk).await;
        let cannot = |text: &str| text.contains("cannot reach them");
        let card = fake.message_in(REPS, 1).await;
        wait_for("the card says so", || {
            let world = fake.world();
            cannot(&card.content)
                || world.edits.iter().any(|(_, body)| cannot(body["content"].as_str().unwrap()))
        })
        .await;
        assert_eq!(fake.in_channel(REPS).len(), 1, "one card");
        fake.is_content();
    });
}
