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
use super::telegram::fake::{Fake as Telegram, REPS, TOKEN};
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
