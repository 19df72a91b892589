//! The desk through the whole binary: who gets a talk, and who does not.

use std::time::Duration;

use chrono::Utc;
use docent::domain::contact::Identity;
use docent::domain::desk::Rep;
use docent::domain::ids::Channel;
use docent::store::Db;

use super::discord::bot::{Bot as DiscordBot, Home};
use super::discord::fake::Fake as Discord;
use super::discord::world::REPS as DISCORD_REPS;
use super::telegram::bot::{Bot, House};
use super::telegram::fake::{Act, Fake as Telegram, REPS, TOKEN, now};
use crate::support::database::TestDatabase;
use crate::support::with_database;

const ANN: i64 = 7;
const KIM: i64 = 71;
const BEN: i64 = 72;

/// Puts people of the house on the list.
async fn put(db: &Db, channel: Channel, people: &[(&str, i64)]) {
    for (name, user) in people {
        let rep = Rep {
            id: name.to_lowercase().as_str().into(),
            name: (*name).to_owned(),
            channel,
            user: user.to_string(),
            team: "sales".to_owned(),
            leads: false,
            languages: Vec::new(),
        };
        db.put_rep(&rep, Utc::now()).await.unwrap();
    }
}

/// A house whose reps are on Telegram, where the pace does not count.
async fn open(database: &TestDatabase, people: &[(&str, i64)]) -> (Db, Telegram, House, Bot) {
    let db = database.connect().await;
    put(&db, Channel::Telegram, people).await;
    let fake = Telegram::start().await;
    {
        let mut state = fake.state();
        state.hasty = true;
        state.chats.extend(people.iter().map(|(_, user)| *user));
    }
    let reps = REPS.to_string();
    let set = [("DOCENT_REP_CHANNEL", "telegram"), ("DOCENT_REP_CHAT", reps.as_str())];
    let house = House::make();
    let bot = Bot::start(&house, database, &fake, &set);
    (db, fake, house, bot)
}

fn ann(db: &Db) -> docent::domain::contact::ContactId {
    db.contact_id(&Identity {
        channel: Channel::Telegram,
        account: "4242".into(),
        external_id: ANN.to_string(),
    })
}

/// What reps did, as the audit log has it.
async fn log_of(db: &Db) -> Vec<String> {
    let acts = db.list_acts(ann(db)).await.unwrap();
    acts.iter().map(|act| format!("{} {} {}", act.rep, act.deed, act.outcome)).collect()
}

#[test]
fn of_two_who_press_at_once_one_has_the_talk_and_the_bot_is_silent() {
    with_database(|database| async move {
        let db = database.connect().await;
        put(&db, Channel::Telegram, &[("Kim", KIM), ("Ben", BEN)]).await;
        let fake = Telegram::start().await;
        fake.is_watched_by(database.plain().await).await;
        fake.state().hasty = true;
        let reps = REPS.to_string();
        let set = [("DOCENT_REP_CHANNEL", "telegram"), ("DOCENT_REP_CHAT", reps.as_str())];
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &set);
        fake.says(ANN, "en", "can I talk to a person please");
        fake.next(ANN).await;
        let card = fake.next(REPS).await;

        // Somebody who is in the group and not on the list.
        let press = fake.presses_in_group(99, &card, "Claim");
        let told = fake.answer(&press).await;
        assert!(told.contains("docent reps add") && told.contains("99"), "{told}");

        let presses = [KIM, BEN].map(|who| fake.presses_in_group(who, &card, "Claim"));
        let mut told = Vec::new();
        for press in &presses {
            told.push(fake.answer(press).await);
        }
        let (won, lost): (Vec<&String>, Vec<&String>) =
            told.iter().partition(|answer| answer.contains("is yours"));
        assert_eq!((won.len(), lost.len()), (1, 1), "{told:?}");
        let winner = if told[0].contains("is yours") { "Kim" } else { "Ben" };
        assert!(lost[0].contains(&format!("{winner} has this talk")), "{told:?}");
        fake.until("the card says who has it", |s| {
            s.messages.iter().any(|m| {
                m.id == card.id
                    && m.text.contains(&format!("{winner} talks"))
                    && m.buttons.is_empty()
            })
        })
        .await;

        // The bot is silent from now on, but for a stop.
        fake.says(ANN, "en", "how far does the Zugpferd go?");
        fake.settles().await;
        assert!(fake.next_within(ANN, Duration::from_millis(400)).await.is_none());

        // The other takes it, with a reason, and gives it back.
        let (owner, other) = if winner == "Kim" { (KIM, BEN) } else { (BEN, KIM) };
        fake.replies_in_group(other, &card, "/take");
        assert!(fake.next(REPS).await.text.contains("Say why"), "no reason was given");
        fake.replies_in_group(other, &card, "/take the other is ill");
        fake.settles().await;
        fake.replies_in_group(owner, &card, "/bot");
        assert!(fake.next(REPS).await.text.contains("has this talk"));
        fake.replies_in_group(other, &card, "/bot@PiaFakeBot");
        let back = fake.next(ANN).await;
        assert!(back.text.contains("handed over to me, the bot"), "{back:#?}");
        fake.says(ANN, "en", "how far does the Zugpferd go?");
        assert!(fake.next(ANN).await.text.contains("65"));

        let log = log_of(&db).await;
        assert_eq!(log.iter().filter(|line| line.ends_with("claim done")).count(), 1, "{log:?}");
        assert_eq!(log.iter().filter(|line| line.ends_with("claim held")).count(), 1, "{log:?}");
        assert_eq!(log.iter().filter(|line| line.ends_with("take done")).count(), 1, "{log:?}");
        db.close().await;
        fake.ends().await;
        bot.stops().await;
        #[expect(clippy::print_stdout, reason = "pasted into reports")]
        for (chat, title) in [(ANN, "Ann"), (REPS, "The reps")] {
            println!("{}", fake.told(chat, title));
        }
    });
}

#[test]
fn reps_on_discord_race_for_somebody_on_telegram() {
    with_database(|database| async move {
        let db = database.connect().await;
        let (home, discord, telegram) =
            (Home::make(), Discord::start().await, Telegram::start().await);
        discord.world().flags = 1 << 18;
        let people =
            ["Kim", "Ben"].map(|name| (name, i64::try_from(discord.person(name)).expect("an id")));
        put(&db, Channel::Discord, &people).await;
        let settings = [
            ("DOCENT_TELEGRAM_TOKEN", TOKEN.to_owned()),
            ("DOCENT_TELEGRAM_API_URL", telegram.url.clone()),
            ("DOCENT_REP_CHANNEL", "discord".to_owned()),
            ("DOCENT_REP_CHAT", DISCORD_REPS.to_string()),
        ];
        let _bot = DiscordBot::start_with(&home, &database.url, &discord, &settings).await;
        discord.is_heard().await;
        telegram.says(ANN, "de", "Ich möchte mit einem Menschen sprechen");
        telegram.next(ANN).await;
        discord.message_in(DISCORD_REPS, 1).await;
        let press = |user: i64, deed: &str| {
            let user = u64::try_from(user).expect("an id");
            discord.presses_in(user, DISCORD_REPS, &format!("desk.{deed}"))
        };
        // It can wait; then it is nothing for us after all, or is it?
        let later = press(people[0].1, "later");
        assert!(said(&discord, later).await.contains("reminded"));
        press(people[1].1, "refuse");
        discord.until_edited("Spam").await;
        press(people[1].1, "keep");
        discord.until_edited("Claim").await;
        let [kim, ben] = people.map(|(_, user)| press(user, "claim"));
        let told = [said(&discord, kim).await, said(&discord, ben).await];
        assert_eq!(told.iter().filter(|word| word.contains("is yours")).count(), 1, "{told:?}");
        assert_eq!(
            told.iter().filter(|word| word.contains("has this talk")).count(),
            1,
            "{told:?}"
        );
        telegram.says(ANN, "de", "Wie weit kommt das Zugpferd?");
        telegram.settles().await;
        assert!(telegram.next_within(ANN, Duration::from_millis(400)).await.is_none());
        assert_eq!(discord.in_channel(DISCORD_REPS).len(), 1, "one card");
        db.close().await;
        discord.is_content();
    });
}

/// What a press was answered with.
async fn said(discord: &Discord, press: u64) -> String {
    let answer = discord.answer(press).await;
    answer["data"]["content"].as_str().unwrap_or_default().to_owned()
}

/// A rep who writes to the bot in private: the message's number.
fn writes(fake: &Telegram, who: i64, text: &str) -> i64 {
    fake.hears(who, "en", serde_json::json!({ "text": text })).1
}

#[test]
fn words_go_both_ways_between_two_private_chats() {
    with_database(|database| async move {
        let (db, fake, _house, bot) = open(&database, &[("Kim", KIM), ("Ben", BEN)]).await;
        // Nobody's talk yet.
        writes(&fake, KIM, "hello?");
        assert!(fake.next(KIM).await.text.contains("You have no talk"));
        fake.says(ANN, "de", "Wie viel kostet der Brotbote?");
        fake.next(ANN).await;
        fake.says(ANN, "de", "Ich möchte mit einem Menschen sprechen");
        fake.next(ANN).await;
        let card = fake.next(REPS).await;
        let press = fake.presses_in_group(KIM, &card, "Claim");
        fake.answer(&press).await;

        let opening = fake.next(KIM).await.text;
        assert!(opening.contains("💬 Wie viel kostet der Brotbote?"), "{opening}");
        assert!(
            opening.contains("🤖 ") && opening.contains("/bot gives the talk back"),
            "{opening}"
        );

        // Both ways, in order, and never a word of the bot's.
        let first = writes(&fake, KIM, "Guten Tag, hier ist Kim.");
        writes(&fake, KIM, "Wie kann ich helfen?");
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Guten Tag, hier ist Kim.");
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Wie kann ich helfen?");
        fake.until("a sign of arrival", |s| {
            s.signs.iter().any(|(chat, message, _)| (*chat, *message) == (KIM, first))
        })
        .await;
        fake.says(ANN, "de", "Ja");
        let heard = fake.next(KIM).await;
        assert_eq!(heard.text, "💬 Visitor 7: Ja");
        // Notes and slips of the keyboard never reach her.
        writes(&fake, KIM, "// she sounds serious");
        assert!(fake.next(KIM).await.text.contains("Noted"));
        writes(&fake, KIM, "/lsot too dear");
        assert!(fake.next(KIM).await.text.contains("no such command"));
        fake.hears(KIM, "en", serde_json::json!({ "dice": { "emoji": "🎲", "value": 3 } }));
        assert!(fake.next(KIM).await.text.contains("Nothing was sent"));
        // Ben has nothing to say here.
        writes(&fake, BEN, "I could do it cheaper");
        assert!(fake.next(BEN).await.text.contains("You have no talk"));
        assert!(fake.next_within(ANN, Duration::from_millis(300)).await.is_none());

        // Ben takes it over; what Kim writes as an answer goes nowhere.
        fake.replies_in_group(BEN, &card, "/take Kim is off for lunch");
        assert!(fake.next(BEN).await.text.contains("👤 Wie kann ich helfen?"));
        assert!(fake.next(KIM).await.text.contains("Ben has the talk with Visitor 7"));
        let reply = serde_json::json!({ "message_id": heard.id, "date": now(),
            "chat": { "id": KIM, "type": "private" } });
        fake.hears(KIM, "en", serde_json::json!({ "text": "one more", "reply_to_message": reply }));
        assert!(fake.next(KIM).await.text.contains("Ben has this talk"));

        // She blocks the bot: Ben reads that his words did not arrive.
        fake.state().blocked.insert(ANN);
        writes(&fake, BEN, "Here is the offer.");
        let failed = fake.next(BEN).await.text;
        let quoted = "“Here is the offer.” did not arrive: they have blocked the bot";
        assert!(failed.contains(quoted), "{failed}");
        fake.state().blocked.remove(&ANN);
        fake.says(ANN, "de", "Da bin ich wieder");
        assert!(fake.next(BEN).await.text.ends_with("Da bin ich wieder"));
        writes(&fake, BEN, "/won 12,400 EUR");
        fake.next(BEN).await;
        assert!(fake.next(ANN).await.text.contains("Danke für das Gespräch mit Ben"));
        fake.until("the card is closed", |s| {
            s.messages.iter().any(|m| m.id == card.id && m.text.contains("Won"))
        })
        .await;
        let lead = db.find_lead(ann(&db)).await.unwrap().unwrap();
        assert_eq!(lead.state.stage, docent::domain::lead::Stage::Customer);
        db.close().await;
        fake.ends().await;
        bot.stops().await;
        #[expect(clippy::print_stdout, reason = "pasted into reports")]
        for (chat, title) in [(ANN, "Ann"), (KIM, "Kim"), (BEN, "Ben"), (REPS, "The reps")] {
            println!("{}", fake.told(chat, title));
        }
    });
}

#[test]
fn words_go_both_ways_between_telegram_and_a_thread_on_discord() {
    with_database(|database| async move {
        let db = database.connect().await;
        let (home, discord, telegram) =
            (Home::make(), Discord::start().await, Telegram::start().await);
        discord.world().flags = 1 << 18;
        telegram.state().hasty = true;
        let [kim, ben] = ["Kim", "Ben"].map(|name| discord.person(name));
        let people = [("Kim", kim), ("Ben", ben)]
            .map(|(name, user)| (name, i64::try_from(user).expect("an id")));
        put(&db, Channel::Discord, &people).await;
        let settings = [
            ("DOCENT_TELEGRAM_TOKEN", TOKEN.to_owned()),
            ("DOCENT_TELEGRAM_API_URL", telegram.url.clone()),
            ("DOCENT_REP_CHANNEL", "discord".to_owned()),
            ("DOCENT_REP_CHAT", DISCORD_REPS.to_string()),
        ];
        let _bot = DiscordBot::start_with(&home, &database.url, &discord, &settings).await;
        discord.is_heard().await;
        telegram.says(ANN, "de", "Ich möchte mit einem Menschen sprechen");
        telegram.next(ANN).await;
        discord.message_in(DISCORD_REPS, 1).await;
        discord.presses_in(kim, DISCORD_REPS, "desk.claim");
        let card = {
            let world = discord.world();
            let card = world.channels[&DISCORD_REPS].first().expect("the card");
            card["id"].as_str().and_then(|id| id.parse::<u64>().ok()).expect("an id")
        };
        let opening = discord.message_in(card, 1).await.content;
        assert!(opening.contains("Ich möchte mit einem Menschen sprechen"), "{opening}");
        assert!(discord.told(card, "Kim's thread").contains("thread: 💬 Visitor 7"));

        let first = discord.writes_in(kim, card, "Guten Tag, hier ist Kim.");
        discord.writes_in(kim, card, "Worum geht es?");
        assert_eq!(telegram.next(ANN).await.text, "👤 Kim: Guten Tag, hier ist Kim.");
        assert_eq!(telegram.next(ANN).await.text, "👤 Kim: Worum geht es?");
        super::discord::fake::wait_for("a sign of arrival", || {
            discord.world().signs.iter().any(|(id, sign)| *id == first && sign == "%E2%9C%85")
        })
        .await;
        telegram.says(ANN, "de", "Um *acht* Räder");
        let heard = discord.message_in(card, 2).await.content;
        assert_eq!(heard, "💬 Visitor 7: Um \\*acht\\* Räder");
        // Others in the thread talk among themselves.
        let note = discord.writes_in(ben, card, "Acht? Frag nach der Garage!");
        super::discord::fake::wait_for("a sign that it is a note", || {
            discord.world().signs.iter().any(|(id, sign)| *id == note && sign == "%F0%9F%93%9D")
        })
        .await;
        discord.writes_in(kim, card, "!bot");
        let back = telegram.next(ANN).await.text;
        assert!(back.contains("Kim hat an mich übergeben, den Bot"), "{back}");
        assert!(discord.message_in(card, 3).await.content.contains("talks with Visitor 7 again"));
        telegram.says(ANN, "de", "Wie weit kommt das Zugpferd?");
        assert!(telegram.next(ANN).await.text.contains("65"));
        telegram.ends().await;
        db.close().await;
        discord.is_content();
        #[expect(clippy::print_stdout, reason = "pasted into reports")]
        {
            println!("{}", telegram.told(ANN, "Ann, on Telegram"));
            println!("{}", discord.told(card, "The thread, on Discord"));
        }
    });
}

#[test]
fn words_of_a_rep_survive_a_crash_and_a_lost_answer() {
    with_database(|database| async move {
        let db = database.connect().await;
        put(&db, Channel::Telegram, &[("Kim", KIM)]).await;
        let fake = Telegram::start().await;
        fake.is_watched_by(database.plain().await).await;
        {
            let mut state = fake.state();
            state.hasty = true;
            state.chats.insert(KIM);
        }
        let reps = REPS.to_string();
        let set = [("DOCENT_REP_CHANNEL", "telegram"), ("DOCENT_REP_CHAT", reps.as_str())];
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &set);
        fake.says(ANN, "en", "can I talk to a person please");
        fake.next(ANN).await;
        let card = fake.next(REPS).await;
        let press = fake.presses_in_group(KIM, &card, "Claim");
        fake.answer(&press).await;
        fake.next(KIM).await;
        // Each update is brought twice from here on, and the bot dies with words on their way.
        fake.state().disorderly = true;
        fake.will("sendMessage", Act::KillOnReceipt, 0, 1);
        writes(&fake, KIM, "one");
        fake.until("the bot is dead", |s| !s.killed.is_empty()).await;
        bot.dies().await;
        let bot = Bot::start(&house, &database, &fake, &set);
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: one");
        writes(&fake, KIM, "two");
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: two");
        fake.settles().await;
        let said: Vec<String> =
            log_of(&db).await.into_iter().filter(|line| line.contains("say")).collect();
        assert_eq!(said, ["kim say done", "kim say done"], "each update has its effect once");
        db.close().await;
        fake.ends().await;
        bot.stops().await;
    });
}

#[test]
fn whoever_leaves_the_house_hears_nothing_more() {
    with_database(|database| async move {
        let (db, fake, house, bot) = open(&database, &[("Kim", KIM)]).await;
        fake.says(ANN, "en", "can I talk to a person please");
        fake.next(ANN).await;
        let card = fake.next(REPS).await;
        let press = fake.presses_in_group(KIM, &card, "Claim");
        fake.answer(&press).await;
        fake.next(KIM).await;
        let (code, told) =
            super::telegram::bot::run(&house, &database, &fake, &[], &["reps", "remove", "kim"])
                .await;
        assert!(code == 0 && told.contains("takes back 1 talks"), "{told}");
        assert!(fake.next(ANN).await.text.contains("the bot"), "the bot takes over");
        fake.says(ANN, "en", "how far does the Zugpferd go?");
        assert!(fake.next(ANN).await.text.contains("65"));
        let ring = fake.next(REPS).await.text;
        assert!(ring.contains("was with Kim, who is off the list, and waits"), "{ring}");
        assert!(fake.next_within(KIM, Duration::from_millis(300)).await.is_none());
        assert_eq!(log_of(&db).await, [" alert done", "kim claim done", "kim leave done"]);
        db.close().await;
        fake.ends().await;
        bot.stops().await;
    });
}

#[test]
fn words_for_a_talk_that_somebody_else_took_slip_into_no_other() {
    with_database(|database| async move {
        let (db, fake, _house, bot) = open(&database, &[("Kim", KIM), ("Ben", BEN)]).await;
        let mut cards = Vec::new();
        for visitor in [ANN, 8] {
            fake.says(visitor, "en", "can I talk to a person please");
            fake.next(visitor).await;
            let card = fake.next(REPS).await;
            let press = fake.presses_in_group(KIM, &card, "Claim");
            fake.answer(&press).await;
            fake.next(KIM).await;
            cards.push(card);
        }
        writes(&fake, KIM, "Hello, Kim here.");
        assert_eq!(fake.next(8).await.text, "👤 Kim: Hello, Kim here.");
        fake.replies_in_group(BEN, &cards[1], "/take you are due at lunch");
        assert!(fake.next(KIM).await.text.contains("Ben has the talk with Visitor 8"));
        assert!(fake.next(BEN).await.text.contains("Visitor 8 is yours"));

        // Kim was in the middle of a sentence, and it is not for Ann.
        writes(&fake, KIM, "Shall we say 900 EUR for you?");
        let told = fake.next(KIM).await.text;
        assert!(told.contains("went to nobody") && told.contains("/switch"), "{told}");
        assert!(fake.next_within(ANN, Duration::from_millis(400)).await.is_none());
        writes(&fake, KIM, "/switch");
        fake.next(KIM).await;
        writes(&fake, KIM, "Hello Ann!");
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Hello Ann!");
        db.close().await;
        fake.ends().await;
        bot.stops().await;
    });
}

#[test]
fn an_answer_that_waits_for_its_moment_gives_way_to_a_claim() {
    with_database(|database| async move {
        let db = database.connect().await;
        put(&db, Channel::Telegram, &[("Kim", KIM)]).await;
        // Here the pace counts: one message a second.
        let fake = Telegram::start().await;
        fake.state().chats.insert(KIM);
        let reps = REPS.to_string();
        let set = [("DOCENT_REP_CHANNEL", "telegram"), ("DOCENT_REP_CHAT", reps.as_str())];
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &set);
        fake.says(ANN, "en", "can I talk to a person please");
        fake.next(ANN).await;
        let card = fake.next(REPS).await;
        for place in ["Zugpferd", "Brotbote", "Zugpferd", "Brotbote"] {
            fake.says(ANN, "en", &format!("how far does the {place} go?"));
        }
        // One or two are out, the others wait for their second.
        fake.next(ANN).await;
        let press = fake.presses_in_group(KIM, &card, "Claim");
        assert!(fake.answer(&press).await.contains("is yours"));
        let said = fake.state().sends.iter().filter(|(chat, _)| *chat == ANN).count();
        assert!(said < 5, "all {said} were out before the claim: nothing is shown");
        tokio::time::sleep(Duration::from_secs(5)).await;
        let after = fake.state().sends.iter().filter(|(chat, _)| *chat == ANN).count();
        // One may have been under way to the platform at that instant.
        assert!(after <= said + 1, "{after} messages, {said} at the claim");
        while fake.next_within(ANN, Duration::ZERO).await.is_some() {}
        while fake.next_within(KIM, Duration::ZERO).await.is_some() {}
        db.close().await;
        fake.ends().await;
        bot.stops().await;
    });
}
