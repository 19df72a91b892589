//! What goes wrong with what people share, and what either side learns of it.

use docent::domain::ids::Channel;
use serde_json::{Value, json};

use super::discord::fake::wait_for;
use super::relay::{Place, Stage, open};
use super::telegram::fake::Act;
use crate::support::with_database;

/// Files that a place has been sent.
fn shown(stage: &Stage, place: Place) -> Vec<String> {
    let Place::Telegram(chat) = place else { return Vec::new() };
    let state = stage.telegram.state();
    let there = state.messages.iter().filter(|message| message.chat == chat);
    there.filter_map(|message| message.shows.clone()).collect()
}

fn shares(stage: &Stage, place: Place, text: &str, file: (&str, &str, usize)) {
    let Place::Discord { user, channel } = place else { return };
    stage.discord.shares((user, channel), text, &[file], &Value::Null);
}

#[test]
fn a_file_whose_address_has_expired_is_fetched_anew_or_asked_for() {
    with_database(|database| async move {
        let (stage, _bot, ann, kim, db) =
            open(&database, Channel::Discord, Channel::Telegram).await;
        stage.discord.world().expires = Some(true);
        shares(&stage, ann, "Der Hof", ("hof.jpg", "image/jpeg", 3_000));
        wait_for("the picture", || shown(&stage, kim) == ["photo hof.jpg, 3000 bytes"]).await;
        stage.discord.world().expires = Some(false);
        shares(&stage, ann, "Der Plan", ("plan.pdf", "application/pdf", 4_000));
        stage.until_tells(kim, "Der Plan\n⚠ The file itself could not be fetched").await;
        stage.writes(ann, "Haben Sie ihn?");
        stage.until_tells(kim, "Haben Sie ihn?").await;
        assert_eq!(shown(&stage, kim).len(), 1, "and never a second time");
        db.close().await;
        let offences = stage.telegram.state().offences.clone();
        assert!(offences.is_empty(), "{offences:?}");
        stage.discord.is_content();
    });
}

#[test]
fn a_file_waits_for_its_platform_and_keeps_its_place() {
    with_database(|database| async move {
        let (stage, _bot, ann, kim, db) =
            open(&database, Channel::Discord, Channel::Telegram).await;
        stage.telegram.will("getFile", Act::Status(502), 0, 2);
        let Place::Telegram(chat) = kim else { return };
        stage.telegram.keeps("d1", "Angebot.pdf", 4_000);
        let file = json!({ "file_id": "d1", "file_unique_id": "d1", "file_name": "Angebot.pdf",
            "mime_type": "application/pdf" });
        stage.telegram.hears(chat, "de", json!({ "document": file, "caption": "Das Angebot" }));
        stage.writes(kim, "Passt es so?");
        stage.until_tells(ann, "Passt es so?").await;
        let read = stage.reads(ann);
        let place = |words: &str| read.iter().position(|line| line.contains(words));
        assert!(place("Das Angebot") < place("Passt es so?"), "{read:?}");
        assert!(stage.telegram.has_gone_wrong());

        // Larger than bots may fetch, which is learned at the last moment: the rep reads why.
        stage.telegram.keeps("d2", "Film.mp4", 25_000_000);
        let file = json!({ "file_id": "d2", "file_unique_id": "d2", "file_name": "Film.mp4" });
        stage.telegram.hears(chat, "de", json!({ "document": file, "caption": "Der Film" }));
        stage.until_tells(kim, "did not arrive: Telegram lets bots fetch 20 MB at most").await;
        stage.writes(kim, "Ich schicke einen Link.");
        stage.until_tells(ann, "Ich schicke einen Link.").await;
        assert!(!stage.reads(ann).iter().any(|line| line.contains("Der Film")));
        db.close().await;
        stage.discord.is_content();
    });
}

/// A place with a name, as Telegram tells it.
fn venue() -> Value {
    let location = json!({ "latitude": 47.070_714, "longitude": 15.439_504 });
    json!({ "location": location.clone(), "venue": { "location": location,
        "title": "Hotel Krone", "address": "Hauptplatz 3, Graz" } })
}

#[test]
fn a_place_keeps_its_name_and_its_address_on_the_other_side_and_in_the_record() {
    for rep in [Channel::Telegram, Channel::Discord] {
        with_database(|database| async move {
            let (stage, _bot, ann, kim, db) = open(&database, Channel::Telegram, rep).await;
            let Place::Telegram(chat) = ann else { return };
            stage.telegram.hears(chat, "de", venue());
            match rep {
                Channel::Telegram => {
                    let place = ["venue Hotel Krone, Hauptplatz 3, Graz"];
                    wait_for("the place", || shown(&stage, kim) == place).await;
                }
                _ => stage.until_tells(kim, "Hotel Krone, Hauptplatz 3, Graz").await,
            }
            let mut plain = database.plain().await;
            let words: Vec<String> = sqlx::query_scalar("SELECT text FROM messages")
                .fetch_all(&mut plain)
                .await
                .unwrap();
            let kept = "(location) Hotel Krone, Hauptplatz 3, Graz".to_owned();
            assert!(words.contains(&kept), "{words:?}");
            db.close().await;
        });
    }
}

#[test]
fn a_film_that_cannot_be_shown_still_goes_as_a_file() {
    with_database(|database| async move {
        let (stage, _bot, ann, kim, db) =
            open(&database, Channel::Telegram, Channel::Discord).await;
        shares(&stage, kim, "", ("Fahrt.mov", "video/quicktime", 2_000));
        wait_for("the film", || shown(&stage, ann) == ["document Fahrt.mov, 2000 bytes"]).await;
        shares(&stage, kim, "", ("Fahrt.mkv", "video/x-matroska", 60_000_000));
        stage.until_tells(kim, "at most 50 MB can be passed on there").await;
        assert_eq!(shown(&stage, ann).len(), 1);
        db.close().await;
        stage.discord.is_content();
    });
}
