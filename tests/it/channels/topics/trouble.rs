//! Topics that are gone, or cannot be made: no words are lost, and whoever runs the house is told.

use serde_json::json;

use super::super::telegram::bot::run;
use super::super::telegram::fake::{Act, REPS};
use super::{ANN, ARRIVED, KIM, Stage, photo};
use crate::support::with_database;

/// A topic that is gone is made anew with what the talk is about; the platform says so, or not.
fn deleted(silent: bool) {
    with_database(move |database| async move {
        let mut stage = Stage::open(&database, &[]).await;
        stage.starts(&database);
        let fake = stage.fake.clone();
        let card = stage.asks().await;
        let (topic, _) = stage.claims(&card).await;
        stage.says(KIM, topic, "Guten Tag, hier ist Kim.");
        fake.next(ANN).await;
        let (_, hello) = fake.hears(ANN, "de", json!({ "text": "Hallo Kim" }));
        fake.next(-topic).await;
        fake.state().forums.get_mut(&REPS).expect("a forum").silent = silent;
        fake.deletes_topic(REPS, topic);

        fake.says(ANN, "de", "Um acht Räder");
        let anew = fake.topic(REPS, 1).await;
        assert_ne!(anew, topic);
        let opening = fake.next(-anew).await.text;
        for told in ["made anew", "Bäckerei in Graz", "hier ist Kim", "Hallo Kim"] {
            assert!(opening.contains(told), "no {told:?} in {opening}");
        }
        assert_eq!(fake.next(-anew).await.text, "💬 Visitor 7: Um acht Räder");
        // What had strayed is gone, and was never read.
        assert!(
            !fake
                .state()
                .messages
                .iter()
                .any(|m| { m.chat == REPS && m.topic.is_none() && m.text.contains("acht Räder") })
        );
        // What changes now was said in the old one.
        fake.edits(ANN, hello, "Hallo Frau Kim");
        assert_eq!(fake.next(-anew).await.text, "✏ Visitor 7, corrected: Hallo Frau Kim");
        let acht = stage.says(KIM, anew, "Acht also.");
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Acht also.");
        fake.until_signed(REPS, acht, ARRIVED).await;

        // Once more, with something that is no text.
        fake.deletes_topic(REPS, anew);
        fake.hears(ANN, "de", photo(&fake, "Unser Hof"));
        let third = fake.topic(REPS, 1).await;
        assert!(fake.next(-third).await.text.contains("Acht also"));
        assert!(fake.next(-third).await.shows.is_some());
        stage.ends().await;
    });
}

#[test]
fn a_deleted_topic_is_made_anew_with_what_it_was_about() {
    deleted(false);
}

#[test]
fn words_that_land_outside_of_their_topic_are_taken_back_and_said_in_a_new_one() {
    deleted(true);
}

#[test]
fn without_the_right_to_make_topics_talks_are_private_until_it_is_there() {
    with_database(|database| async move {
        let mut stage = Stage::open(&database, &[]).await;
        stage.fake.state().forums.get_mut(&REPS).expect("a forum").powerless = true;
        stage.starts(&database);
        let fake = stage.fake.clone();
        let card = stage.asks().await;
        let press = fake.presses_in_group(KIM, &card, "Claim");
        assert!(fake.answer(&press).await.contains("private chat"), "both are told of");
        assert!(fake.next(KIM).await.text.contains("Bäckerei in Graz"));
        let first = fake.hears(KIM, "de", json!({ "text": "Guten Tag, hier ist Kim." })).1;
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Guten Tag, hier ist Kim.");
        fake.until_signed(KIM, first, ARRIVED).await;
        let (_, wish) = fake.hears(ANN, "de", json!({ "text": "Um acht Räder" }));
        let heard = fake.next(KIM).await;
        assert_eq!(heard.text, "💬 Visitor 7: Um acht Räder");
        stage.readyz("talks can have no topics in the reps' group").await;
        assert!(stage.bot().log().contains("not enough rights to create a topic"));
        let (_, told) = run(&stage.house, &database, &fake, &stage.set(), &["doctor"]).await;
        assert!(told.contains("the bot may not make topics there"), "{told}");

        // Somebody mends it, of which the platform tells: the talk moves into a topic.
        fake.promotes(REPS);
        fake.settles().await;
        fake.says(ANN, "de", "Sind Sie noch da?");
        let topic = fake.topic(REPS, 1).await;
        let opening = fake.next(-topic).await.text;
        assert!(opening.contains("hier ist Kim") && opening.contains("acht Räder"), "{opening}");
        assert_eq!(fake.next(-topic).await.text, "💬 Visitor 7: Sind Sie noch da?");
        // What was said in private still changes there.
        fake.edits(ANN, wish, "Um zehn Räder");
        fake.until("the edit", |s| {
            s.messages.iter().any(|m| m.id == heard.id && m.text.ends_with("Um zehn Räder"))
        })
        .await;
        stage.says(KIM, topic, "Ja.");
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Ja.");
        let (_, told) = run(&stage.house, &database, &fake, &stage.set(), &["doctor"]).await;
        assert!(told.contains("the bot may make topics"), "{told}");
        stage.ends().await;
    });
}

#[test]
fn a_closed_topic_that_cannot_be_opened_leaves_the_talk_private() {
    with_database(|database| async move {
        let mut stage = Stage::open(&database, &[]).await;
        stage.starts(&database);
        let fake = stage.fake.clone();
        let card = stage.asks().await;
        let (topic, _) = stage.claims(&card).await;
        fake.state().forums.get_mut(&REPS).expect("a forum").powerless = true;
        fake.closes_topic(KIM, REPS, topic);
        fake.says(ANN, "de", "Um acht Räder");
        assert_eq!(fake.next(KIM).await.text, "💬 Visitor 7: Um acht Räder");
        stage.readyz("TOPIC_CLOSED").await;
        fake.hears(KIM, "de", json!({ "text": "Acht also." }));
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Acht also.");
        // Once it may, the talk goes on in the same topic.
        fake.promotes(REPS);
        fake.settles().await;
        fake.says(ANN, "de", "Und ein Anhänger");
        assert_eq!(fake.next(-topic).await.text, "💬 Visitor 7: Und ein Anhänger");
        assert_eq!(fake.topics(REPS).len(), 1);
        stage.ends().await;
    });
}

#[test]
fn in_a_group_without_topics_talks_are_private() {
    with_database(|database| async move {
        let mut stage = Stage::open(&database, &[]).await;
        stage.fake.state().forums.clear();
        stage.starts(&database);
        let fake = stage.fake.clone();
        let card = stage.asks().await;
        let press = fake.presses_in_group(KIM, &card, "Claim");
        fake.answer(&press).await;
        assert!(fake.next(KIM).await.text.contains("Bäckerei in Graz"));
        fake.says(ANN, "de", "Um acht Räder");
        assert_eq!(fake.next(KIM).await.text, "💬 Visitor 7: Um acht Räder");
        stage.readyz("the chat is not a forum").await;
        let made = |(method, ..): &&(String, i64, u16)| method == "createForumTopic";
        assert_eq!(fake.state().calls.iter().filter(made).count(), 1, "it is not tried each time");
        let (_, told) = run(&stage.house, &database, &fake, &stage.set(), &["doctor"]).await;
        assert!(told.contains("the group has no topics"), "{told}");
        stage.ends().await;
    });
}

#[test]
fn the_bot_that_is_removed_from_the_group_goes_on_in_private() {
    with_database(|database| async move {
        let mut stage = Stage::open(&database, &[]).await;
        stage.starts(&database);
        let fake = stage.fake.clone();
        let card = stage.asks().await;
        let (topic, _) = stage.claims(&card).await;
        let said = stage.says(KIM, topic, "Guten Tag, hier ist Kim.");
        fake.next(ANN).await;
        fake.until_signed(REPS, said, ARRIVED).await;
        fake.state().chats.remove(&REPS);
        fake.says(ANN, "de", "Um acht Räder");
        assert_eq!(fake.next(KIM).await.text, "💬 Visitor 7: Um acht Räder");
        fake.hears(KIM, "de", json!({ "text": "Acht also." }));
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Acht also.");
        fake.state().chats.insert(REPS);
        stage.ends().await;
    });
}

#[test]
fn a_crash_at_any_step_of_making_a_topic_loses_no_words() {
    with_database(|database| async move {
        let mut stage = Stage::open(&database, &[]).await;
        stage.starts(&database);
        let fake = stage.fake.clone();
        let card = stage.asks().await;
        // The topic is made, and nobody learns which.
        fake.will("createForumTopic", Act::KillBeforeAnswer, 0, 1);
        let _press = fake.presses_in_group(KIM, &card, "Claim");
        let empty = fake.topic(REPS, 1).await;
        fake.until("the bot is dead", |s| !s.killed.is_empty()).await;
        stage.bot.take().expect("it ran").dies().await;
        stage.starts(&database);
        let topic = fake.topic(REPS, 2).await;
        assert!(fake.next(-topic).await.text.contains("Bäckerei in Graz"));
        stage.is_quiet(-empty).await;
        stage.says(KIM, topic, "Guten Tag, hier ist Kim.");
        assert_eq!(fake.next(ANN).await.text, "👤 Kim: Guten Tag, hier ist Kim.");
        fake.until("the bot rests", |s| !s.signs.is_empty()).await;

        // Made anew: the opening is on its way, and the bot dies.
        fake.deletes_topic(REPS, topic);
        fake.deletes_topic(REPS, empty);
        fake.will("sendMessage", Act::KillOnReceipt, 1, 1);
        fake.says(ANN, "de", "Um acht Räder");
        fake.until("the bot is dead again", |s| s.killed.len() == 2).await;
        stage.bot.take().expect("it ran").dies().await;
        stage.starts(&database);
        let anew = fake.topic(REPS, 1).await;
        let opening = fake.next(-anew).await.text;
        assert!(opening.contains("made anew") && opening.contains("hier ist Kim"), "{opening}");
        assert_eq!(fake.next(-anew).await.text, "💬 Visitor 7: Um acht Räder");
        assert_eq!(fake.topics(REPS).len(), 1, "the one that was made is used");

        // The opening has arrived, the words have not.
        fake.deletes_topic(REPS, anew);
        fake.will("sendMessage", Act::KillOnReceipt, 2, 1);
        fake.says(ANN, "de", "Und ein Anhänger");
        fake.until("the bot is dead once more", |s| s.killed.len() == 3).await;
        stage.bot.take().expect("it ran").dies().await;
        stage.starts(&database);
        let last = fake.topic(REPS, 1).await;
        assert!(fake.next(-last).await.text.contains("acht Räder"));
        assert_eq!(fake.next(-last).await.text, "💬 Visitor 7: Und ein Anhänger");
        // The press of the first death was never answered, and is too old by now.
        fake.state().callbacks.clear();
        stage.ends().await;
    });
}
