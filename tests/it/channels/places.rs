//! Where reps are reached: a group that keeps pace, threads and chats that vanish, move, or are closed.

use std::time::Duration;

use chrono::Utc;
use docent::domain::desk::Rep;
use docent::domain::ids::Channel;
use docent::store::Db;
use serde_json::json;

use super::discord::bot::{Bot as DiscordBot, Home};
use super::discord::fake::Fake as Discord;
use super::discord::world::REPS as DISCORD_REPS;
use super::telegram::bot::{Bot, House};
use super::telegram::fake::{Fake as Telegram, REPS, TOKEN, now};
use crate::support::with_database;

const ANN: i64 = 7;
const KIM: i64 = 71;

/// Puts Kim on the list.
async fn put_kim(db: &Db, channel: Channel, user: &str) {
    let rep = Rep {
        id: "kim".into(),
        name: "Kim".to_owned(),
        channel,
        user: user.to_owned(),
        team: "sales".to_owned(),
        leads: false,
        languages: Vec::new(),
    };
    db.put_rep(&rep, Utc::now()).await.unwrap();
}

#[test]
fn a_late_alert_says_so_and_only_its_newest_state_is_sent() {
    with_database(|database| async move {
        let fake = Telegram::start().await;
        {
            let mut state = fake.state();
            state.hasty = true;
            state.busy.insert(REPS, 6);
        }
        let reps = REPS.to_string();
        let set = [("DOCENT_REP_CHANNEL", "telegram"), ("DOCENT_REP_CHAT", reps.as_str())];
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &set);
        fake.says(ANN, "en", "can I talk to a person please");
        fake.next(ANN).await;
        // Meanwhile the card becomes another one, twice.
        for words in ["we are a bakery", "how much is the Brotbote?"] {
            fake.says(ANN, "en", words);
            fake.next(ANN).await;
        }
        let card = fake.next(REPS).await;
        assert!(card.text.contains("how much is the Brotbote?"), "{}", card.text);
        let late = card.text.lines().last().unwrap_or_default().to_owned();
        assert!(late.contains("This alert came") && late.contains(" s late"), "{late}");
        assert!(fake.next_within(REPS, Duration::from_millis(500)).await.is_none());
        assert!(fake.message(card.id).before.is_empty(), "older states were never sent");

        // The operator sees it, too.
        let (_, ready) = bot.asks("/readyz").await;
        assert!(ready.contains("an alert reached the reps' chat"), "{ready}");
        let (_, metrics) = bot.asks("/metrics").await;
        let count = "docent_alert_delay_seconds_count{channel=\"telegram\"} 1";
        assert!(metrics.contains(count), "{metrics}");
        assert!(bot.log().contains("an alert reached the reps' chat late"), "{}", bot.log());

        // An edit of the card is no alert, and says nothing of a delay.
        fake.says(ANN, "en", "how far does the Zugpferd go?");
        fake.next(ANN).await;
        fake.until("the card's next state", |s| {
            s.messages.iter().any(|m| {
                m.id == card.id && m.text.contains("Zugpferd") && !m.text.contains(" s late")
            })
        })
        .await;
        fake.ends().await;
        bot.stops().await;
    });
}

/// Ann on Telegram, Kim on Discord.
struct Pair {
    telegram: Telegram,
    discord: Discord,
    kim: u64,
    _bot: DiscordBot,
    _home: Home,
}

impl Pair {
    async fn start(database: &crate::support::database::TestDatabase) -> Self {
        let db = database.connect().await;
        let (home, discord, telegram) =
            (Home::make(), Discord::start().await, Telegram::start().await);
        discord.world().flags = 1 << 18;
        telegram.state().hasty = true;
        let kim = discord.person("Kim");
        put_kim(&db, Channel::Discord, &kim.to_string()).await;
        db.close().await;
        let settings = [
            ("DOCENT_TELEGRAM_TOKEN", TOKEN.to_owned()),
            ("DOCENT_TELEGRAM_API_URL", telegram.url.clone()),
            ("DOCENT_REP_CHANNEL", "discord".to_owned()),
            ("DOCENT_REP_CHAT", DISCORD_REPS.to_string()),
        ];
        let bot = DiscordBot::start_with(&home, &database.url, &discord, &settings).await;
        discord.is_heard().await;
        Self { telegram, discord, kim, _bot: bot, _home: home }
    }

    /// Ann asks for a person, and Kim takes the talk: the card.
    async fn talk(&self) -> u64 {
        self.telegram.says(ANN, "de", "Wir sind eine Bäckerei in Graz");
        self.telegram.next(ANN).await;
        self.telegram.says(ANN, "de", "Ich möchte mit einem Menschen sprechen");
        self.telegram.next(ANN).await;
        self.discord.message_in(DISCORD_REPS, 1).await;
        let card = self.newest_card();
        self.discord.presses_in(self.kim, DISCORD_REPS, "desk.claim");
        card
    }

    /// Waits for words in a channel: all that the bot said there, in order.
    async fn reads(&self, channel: u64, words: &str) -> String {
        let all = || {
            let told = self.discord.in_channel(channel);
            told.iter().map(|m| m.content.clone()).collect::<Vec<_>>().join("\n")
        };
        super::discord::fake::wait_for(words, || all().contains(words)).await;
        all()
    }

    fn newest_card(&self) -> u64 {
        let world = self.discord.world();
        let card = world.channels[&DISCORD_REPS].last().expect("a card");
        card["id"].as_str().and_then(|id| id.parse().ok()).expect("an id")
    }
}

#[test]
fn a_deleted_thread_is_made_anew_with_what_it_was_about() {
    with_database(|database| async move {
        let pair = Pair::start(&database).await;
        let (discord, telegram) = (&pair.discord, &pair.telegram);
        let card = pair.talk().await;
        pair.reads(card, "/bot").await;
        discord.writes_in(pair.kim, card, "Guten Tag, hier ist Kim.");
        telegram.next(ANN).await;
        telegram.says(ANN, "de", "Hallo Kim");
        pair.reads(card, "💬 Visitor 7: Hallo Kim").await;

        // Somebody tidies up.
        {
            let mut world = discord.world();
            world.channels.remove(&card);
            world.accepted.retain(|message| message.channel != card);
        }
        telegram.says(ANN, "de", "Um acht Räder");
        let all = pair.reads(card, "💬 Visitor 7: Um acht Räder").await;
        for told in ["made anew", "Bäckerei in Graz", "hier ist Kim", "Hallo Kim"] {
            assert!(all.contains(told), "no {told:?} in {all}");
        }
        assert!(all.ends_with("💬 Visitor 7: Um acht Räder"), "first the opening: {all}");
        // And the talk goes on there.
        discord.writes_in(pair.kim, card, "Acht also.");
        assert_eq!(telegram.next(ANN).await.text, "👤 Kim: Acht also.");
        super::discord::fake::wait_for("a sign of arrival", || !discord.world().signs.is_empty())
            .await;

        // Now the card, too: it comes again, with a thread of its own.
        {
            let mut world = discord.world();
            world.channels.remove(&card);
            world.channels.insert(DISCORD_REPS, Vec::new());
            world.accepted.clear();
        }
        telegram.says(ANN, "de", "Und ein Anhänger");
        let again = pair.reads(DISCORD_REPS, "Kim talks").await;
        assert!(!again.contains(" late"), "{again}");
        let card = pair.newest_card();
        let all = pair.reads(card, "Und ein Anhänger").await;
        assert!(all.contains("made anew") && all.contains("Acht also"), "{all}");
        discord.writes_in(pair.kim, card, "!bot");
        telegram.next(ANN).await;
        super::discord::fake::wait_for("the new card's next state", || {
            let world = discord.world();
            world.edits.iter().any(|(edited, _)| *edited == card)
        })
        .await;
        telegram.ends().await;
        discord.is_content();
        #[expect(clippy::print_stdout, reason = "pasted into reports")]
        {
            println!("{}", discord.told(card, "The new thread"));
        }
    });
}

#[test]
fn without_threads_a_talk_goes_on_beside_its_card() {
    with_database(|database| async move {
        let pair = Pair::start(&database).await;
        let (discord, telegram) = (&pair.discord, &pair.telegram);
        discord.world().no_threads = true;
        pair.talk().await;
        let opening = discord.message_in(DISCORD_REPS, 2).await.content;
        assert!(opening.contains("Ich möchte mit einem Menschen sprechen"), "{opening}");
        let named = pair.newest_card().to_string();
        // Chatter of the channel goes nowhere; an answer to the talk's words goes to Ann.
        discord.writes_in(pair.kim, DISCORD_REPS, "Who has lunch with me?");
        discord.answers_in(pair.kim, DISCORD_REPS, &named, "Guten Tag, hier ist Kim.");
        assert_eq!(telegram.next(ANN).await.text, "👤 Kim: Guten Tag, hier ist Kim.");
        telegram.says(ANN, "de", "Um acht Räder");
        let heard = discord.message_in(DISCORD_REPS, 3).await.content;
        assert_eq!(heard, "💬 Visitor 7: Um acht Räder");
        let ready = pair._bot.asked("/readyz").await;
        assert!(ready.contains("may not open threads"), "{ready}");
        telegram.ends().await;
        discord.is_content();
    });
}

#[test]
fn a_group_that_became_a_supergroup_keeps_its_new_id() {
    with_database(|database| async move {
        let fake = Telegram::start().await;
        const MOVED: i64 = -100_777;
        {
            let mut state = fake.state();
            state.hasty = true;
            state.chats.insert(MOVED);
            state.moved.insert(REPS, MOVED);
        }
        let reps = REPS.to_string();
        let set = [("DOCENT_REP_CHANNEL", "telegram"), ("DOCENT_REP_CHAT", reps.as_str())];
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &set);
        fake.says(ANN, "en", "can I talk to a person please");
        fake.next(ANN).await;
        assert!(fake.next(MOVED).await.text.contains("Visitor 7"));
        fake.settles().await;
        assert!(bot.log().contains("became a supergroup"), "{}", bot.log());
        // It is remembered: the old id is never tried again.
        let mut plain = database.plain().await;
        let mut kept: Option<String> = None;
        for _ in 0..200 {
            kept = sqlx::query_scalar("SELECT moved_to FROM moved_chats")
                .fetch_optional(&mut plain)
                .await
                .unwrap();
            if kept.is_some() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        assert_eq!(kept.as_deref(), Some("-100777"));
        bot.stops().await;
        let tried = |fake: &Telegram| {
            fake.state().calls.iter().filter(|(_, chat, _)| *chat == REPS).count()
        };
        let before = tried(&fake);
        let bot = Bot::start(&house, &database, &fake, &set);
        fake.says(8, "en", "can I talk to a person please");
        fake.next(8).await;
        assert!(fake.next(MOVED).await.text.contains("Visitor 8"));
        assert_eq!(tried(&fake), before);

        // The platform also tells of a move by itself, before anything is sent.
        const AGAIN: i64 = -100_888;
        fake.state().chats.insert(AGAIN);
        let moved = json!({ "message_id": 5, "date": now(), "migrate_to_chat_id": AGAIN,
            "chat": { "id": MOVED, "type": "group" },
            "from": { "id": 9, "is_bot": false, "first_name": "Lea" } });
        fake.push("message", moved);
        fake.says(9, "en", "can I talk to a person please");
        fake.next(9).await;
        assert!(fake.next(AGAIN).await.text.contains("Visitor 9"));
        bot.stops().await;
    });
}

#[test]
fn a_group_that_is_gone_loses_nothing_and_is_told_of() {
    with_database(|database| async move {
        let db = database.connect().await;
        put_kim(&db, Channel::Telegram, &KIM.to_string()).await;
        db.close().await;
        let fake = Telegram::start().await;
        {
            let mut state = fake.state();
            state.hasty = true;
            state.chats.remove(&REPS);
        }
        let reps = REPS.to_string();
        let set = [("DOCENT_REP_CHANNEL", "telegram"), ("DOCENT_REP_CHAT", reps.as_str())];
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &set);
        fake.says(ANN, "en", "can I talk to a person please");
        fake.next(ANN).await;
        fake.until("a try", |s| {
            s.calls.iter().any(|(_, chat, code)| (*chat, *code) == (REPS, 400))
        })
        .await;
        fake.says(ANN, "en", "we are a bakery");
        fake.next(ANN).await;
        let mut ready = String::new();
        for _ in 0..100 {
            ready = bot.asks("/readyz").await.1;
            if ready.contains("cannot be written to") {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert!(ready.contains("the reps' group cannot be written to"), "{ready}");
        assert!(bot.log().contains("needs an operator"), "{}", bot.log());
        // The bot is let in again: the card is there, once, and as things stand.
        fake.state().chats.insert(REPS);
        let card = fake.next(REPS).await;
        assert!(card.text.contains("we are a bakery"), "{}", card.text);
        let press = fake.presses_in_group(KIM, &card, "Claim");
        assert!(fake.answer(&press).await.contains("is yours"));
        fake.ends().await;
        bot.stops().await;
    });
}

/// Puts somebody of a team on the list.
async fn put(db: &Db, name: &str, team: &str, channel: Channel, user: &str) {
    let rep = Rep {
        id: name.to_lowercase().as_str().into(),
        name: name.to_owned(),
        channel,
        user: user.to_owned(),
        team: team.to_owned(),
        leads: false,
        languages: Vec::new(),
    };
    db.put_rep(&rep, Utc::now()).await.unwrap();
}

#[test]
fn teams_on_two_platforms_get_their_own_and_race_for_one() {
    with_database(|database| async move {
        const BEN: i64 = 72;
        let db = database.connect().await;
        let (home, discord, telegram) =
            (Home::make(), Discord::start().await, Telegram::start().await);
        let teams = "callback: true, teams: { vienna: locale == de } }";
        home.changes("dialogs/bot.yaml", "callback: true }", teams);
        discord.world().flags = 1 << 18;
        {
            let mut state = telegram.state();
            state.hasty = true;
            state.chats.insert(BEN);
        }
        let kim = discord.person("Kim");
        put(&db, "Kim", "vienna", Channel::Discord, &kim.to_string()).await;
        put(&db, "Ben", "vienna", Channel::Telegram, &BEN.to_string()).await;
        let settings = [
            ("DOCENT_TELEGRAM_TOKEN", TOKEN.to_owned()),
            ("DOCENT_TELEGRAM_API_URL", telegram.url.clone()),
            ("DOCENT_REP_CHANNEL", "telegram".to_owned()),
            ("DOCENT_REP_CHAT", REPS.to_string()),
            ("DOCENT_REP_TEAMS", format!("vienna=discord:{DISCORD_REPS}")),
            // Topics are beside cards on Telegram: this one's talk is in a thread, or private.
            ("DOCENT_REP_PLACE", "topics".to_owned()),
        ];
        let _bot = DiscordBot::start_with(&home, &database.url, &discord, &settings).await;
        discord.is_heard().await;

        // Whoever speaks German is Vienna's, all others are everybody's.
        telegram.says(8, "en", "can I talk to a person please");
        telegram.next(8).await;
        assert!(telegram.next(REPS).await.text.contains("Visitor 8"));
        telegram.says(ANN, "de", "Ich möchte mit einem Menschen sprechen");
        telegram.next(ANN).await;
        let card = discord.message_in(DISCORD_REPS, 1).await;
        assert!(card.content.contains("Visitor 7"), "{}", card.content);
        assert!(telegram.next_within(REPS, Duration::from_millis(300)).await.is_none());

        // Kim presses at the card; Ben, who was asked in private on Telegram, has its button, too.
        let claim = {
            let rows = card.body["components"].to_string();
            let data = rows.split('"').find(|part| part.starts_with("desk.claim."));
            data.expect("the button").to_owned()
        };
        let press = "ben-presses".to_owned();
        telegram.state().callbacks.insert(press.clone(), 0);
        let from = json!({ "id": BEN, "is_bot": false, "first_name": "Ben" });
        let asked = json!({ "id": press, "from": from, "chat_instance": "1", "data": claim,
            "message": { "message_id": 4, "date": now(), "text": "…",
                "chat": { "id": BEN, "type": "private" } } });
        let kims = discord.presses_in(kim, DISCORD_REPS, "desk.claim");
        telegram.push("callback_query", asked);
        let ben = telegram.answer(&press).await;
        let kims = discord.answer(kims).await;
        let kims = kims["data"]["content"].as_str().unwrap_or_default().to_owned();
        let both = [ben.clone(), kims.clone()];
        let won = both.iter().filter(|word| word.contains("is yours")).count();
        let lost = both.iter().filter(|word| word.contains("has this talk")).count();
        assert_eq!((won, lost), (1, 1), "{both:?}");
        if ben.contains("is yours") {
            assert!(kims.contains("Ben has this talk"), "{kims}");
        } else {
            assert!(ben.contains("Kim has this talk"), "{ben}");
            // Kim gives it back, and Ben claims it from his private chat.
            let thread = {
                let world = discord.world();
                let card = world.channels[&DISCORD_REPS].first().expect("the card");
                card["id"].as_str().and_then(|id| id.parse::<u64>().ok()).expect("an id")
            };
            let opened = || discord.in_channel(thread).iter().any(|m| m.content.contains("/bot"));
            super::discord::fake::wait_for("the thread of the talk", opened).await;
            discord.writes_in(kim, thread, "Guten Tag, hier ist Kim.");
            assert_eq!(telegram.next(ANN).await.text, "👤 Kim: Guten Tag, hier ist Kim.");
            discord.writes_in(kim, thread, "!bot");
            telegram.next(ANN).await;
            telegram.state().callbacks.insert("again".to_owned(), 0);
            let again = json!({ "id": "again", "chat_instance": "1", "data": claim,
                "from": { "id": BEN, "is_bot": false, "first_name": "Ben" },
                "message": { "message_id": 4, "date": now(), "text": "…",
                    "chat": { "id": BEN, "type": "private" } } });
            telegram.push("callback_query", again);
            assert!(telegram.answer("again").await.contains("is yours"));
        }
        // Ben has it now: it is in his private chat, and the card on Discord says so.
        let opening = telegram.next(BEN).await.text;
        assert!(opening.contains("Menschen sprechen"), "{opening}");
        telegram.hears(BEN, "en", json!({ "text": "Hier ist Ben." }));
        assert_eq!(telegram.next(ANN).await.text, "👤 Ben: Hier ist Ben.");
        telegram.says(ANN, "de", "Guten Tag, Ben");
        assert_eq!(telegram.next(BEN).await.text, "💬 Visitor 7: Guten Tag, Ben");
        super::discord::fake::wait_for("the card with its owner", || {
            let world = discord.world();
            let told = |body: &serde_json::Value| body["content"].to_string().contains("Ben talks");
            world.edits.iter().any(|(_, body)| told(body))
        })
        .await;
        let log: Vec<String> = {
            let account = docent::domain::contact::Identity {
                channel: Channel::Telegram,
                account: "4242".into(),
                external_id: ANN.to_string(),
            };
            let acts = db.list_acts(db.contact_id(&account)).await.unwrap();
            acts.iter().map(|act| format!("{} {} {}", act.rep, act.deed, act.outcome)).collect()
        };
        let held = log.iter().filter(|line| line.ends_with("claim held")).count();
        assert_eq!(held, 1, "{log:?}");
        db.close().await;
        telegram.ends().await;
        discord.is_content();
    });
}
