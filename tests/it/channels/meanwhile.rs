//! What reps do in threads on Discord while nobody listens, and where they are led to and told of.

use docent::domain::ids::Channel;
use docent::store::Db;
use serde_json::json;

use super::discord::fake::wait_for;
use super::discord::world::REPS;
use super::relay::{Place, Stage, contact, open};
use crate::support::with_database;

const TELEGRAM: Channel = Channel::Telegram;
const DISCORD: Channel = Channel::Discord;

/// Who writes where on Discord.
fn seat(place: Place) -> (u64, u64) {
    match place {
        Place::Discord { user, channel } => (user, channel),
        Place::Telegram(_) => panic!("a place on Discord"),
    }
}

/// What Kim's words read like at Ann's.
fn kims(words: &[&str]) -> Vec<String> {
    words.iter().map(|words| format!("👤 Kim: {words}")).collect()
}

fn from_kim(stage: &Stage, ann: Place) -> Vec<String> {
    stage.reads(ann).into_iter().filter(|line| line.starts_with("👤 Kim")).collect()
}

async fn acts(db: &Db, ann: Place) -> Vec<String> {
    let acts = db.list_acts(contact(db, ann)).await.unwrap();
    acts.iter().map(|act| format!("{} {}", act.deed, act.outcome)).collect()
}

/// Nobody listens from now on, and the session is gone.
fn goes_deaf(stage: &Stage) {
    stage.discord.world().gateway_down = true;
    stage.discord.forgets_sessions();
}

async fn hears_again(stage: &Stage) {
    stage.discord.world().gateway_down = false;
    stage.discord.is_heard().await;
}

#[test]
fn what_reps_did_while_the_session_was_lost_is_caught_up_with_in_order() {
    with_database(|database| async move {
        let (stage, _bot, ann, kim, db) = open(&database, TELEGRAM, DISCORD).await;
        let (user, thread) = seat(kim);
        let ben = stage.discord.person("Ben");
        let price = stage.writes(kim, "Es kostet vier Taler");
        stage.writes(kim, "Das war für Ben");
        let slip = stage.writes(kim, "Und das auch");
        wait_for("Kim's words", || from_kim(&stage, ann).len() == 3).await;
        stage.discord.is_kept(&database).await;

        goes_deaf(&stage);
        stage.edits(kim, price, "Es kostet elf Taler");
        stage.takes_back(kim, slip);
        let one = stage.writes(kim, "eins, mit Felhern");
        stage.edits(kim, one, "eins");
        // More than a page of what concerns nobody.
        (0..110).for_each(|n| {
            stage.discord.writes_in(ben, thread, &format!("Zeile {n}"));
        });
        stage.discord.answers_in(user, thread, &price.to_string(), "zwei");
        stage.writes(kim, "!note sie zögert");
        let gone = stage.writes(kim, "nie gehört");
        stage.takes_back(kim, gone);
        let talks = stage.writes(kim, "!talks");
        stage.writes(kim, "drei");
        hears_again(&stage).await;
        stage.writes(kim, "vier");
        let expected =
            kims(&["Es kostet elf Taler", "Das war für Ben", "eins", "zwei", "drei", "vier"]);
        wait_for("all of it", || from_kim(&stage, ann) == expected).await;

        // Told after all, none of it is heard twice.
        for message in [one, talks] {
            stage.discord.tells("MESSAGE_CREATE", &stage.event(kim, message));
        }
        stage.writes(kim, "fünf");
        wait_for("the last", || from_kim(&stage, ann).len() == 7).await;
        let lists = || {
            let all = stage.reads(kim);
            all.iter().filter(|line| line.starts_with("Your talks")).count()
        };
        wait_for("the list of talks", || lists() > 0).await;
        let done: Vec<String> =
            acts(&db, ann).await.into_iter().filter(|act| !act.starts_with("alert")).collect();
        let expected = [
            "claim", "say", "say", "say", "edit", "say", "say", "note", "say", "unsend", "say",
            "say",
        ];
        let expected: Vec<String> = expected.iter().map(|deed| format!("{deed} done")).collect();
        assert_eq!(done, expected);
        assert_eq!(lists(), 1, "one answer");

        // The next gap brings nothing of the last one again.
        stage.discord.is_kept(&database).await;
        goes_deaf(&stage);
        hears_again(&stage).await;
        stage.writes(kim, "sechs");
        wait_for("the very last", || from_kim(&stage, ann).len() == 8).await;
        assert_eq!(acts(&db, ann).await.len(), expected.len() + 2, "no more than that one");
        assert_eq!(lists(), 1);
        db.close().await;
        stage.discord.is_content();
    });
}

#[test]
fn who_claims_is_let_into_the_thread_once_and_led_there() {
    with_database(|database| async move {
        let (stage, _bot, ann, kim, db) = open(&database, TELEGRAM, DISCORD).await;
        let (user, thread) = seat(kim);
        let answers = || {
            let world = stage.discord.world();
            let told = world.interactions.values().filter_map(|used| used.answer.clone());
            let words =
                told.filter_map(|(body, _)| body["data"]["content"].as_str().map(str::to_owned));
            words.filter(|words| words.contains(&format!("<#{thread}>"))).collect::<Vec<_>>()
        };
        wait_for("the way to the thread", || answers().len() == 1).await;
        assert!(answers()[0].contains("is yours"), "{:?}", answers());
        wait_for("who is let in", || stage.discord.world().members == [(thread, user)]).await;

        // Whoever presses once more is led there, too, and is let in no second time.
        let claim = {
            let world = stage.discord.world();
            let card = world.accepted.iter().find(|told| told.channel == REPS).expect("the card");
            let rows = card.body["components"].to_string();
            let data = rows.split('"').find(|part| part.starts_with("desk.claim."));
            data.expect("the button").to_owned()
        };
        let data = json!({ "custom_id": claim, "component_type": 2 });
        let again = stage.discord.uses(user, REPS, 3, &data, "en-US");
        let told = stage.discord.answer(again).await;
        let told = told["data"]["content"].as_str().unwrap_or_default().to_owned();
        assert!(told.contains("already") && told.contains(&format!("<#{thread}>")), "{told}");
        stage.writes(ann, "Hallo Kim");
        stage.until_tells(kim, "Hallo Kim").await;
        assert_eq!(stage.discord.world().members, [(thread, user)]);
        db.close().await;
        stage.discord.is_content();
    });
}

#[test]
fn words_for_somebody_who_was_erased_are_marked_and_say_why() {
    with_database(|database| async move {
        let (stage, _bot, ann, kim, db) = open(&database, TELEGRAM, DISCORD).await;
        let (user, thread) = seat(kim);
        stage.writes(kim, "Guten Tag");
        wait_for("Kim's words", || from_kim(&stage, ann) == kims(&["Guten Tag"])).await;
        assert!(db.forget_contact(contact(&db, ann)).await.unwrap());

        let elsewhere = stage.discord.writes_in(user, REPS, "Wer kommt mit zum Essen?");
        let failed = |message: u64| {
            let world = stage.discord.world();
            world.signs.iter().any(|(at, sign)| *at == message && sign == "%E2%9D%8C")
        };
        for words in ["Sind Sie noch da?", "Hallo?"] {
            let lost = stage.discord.writes_in(user, thread, words);
            wait_for("a sign that it reached nobody", || failed(lost)).await;
        }
        let why = || stage.reads(kim).iter().filter(|line| line.contains("erased")).count();
        wait_for("why", || why() == 2).await;
        assert!(!failed(elsewhere), "the reps' channel is no talk");
        assert_eq!(from_kim(&stage, ann), kims(&["Guten Tag"]));
        db.close().await;
        stage.discord.is_content();
    });
}
