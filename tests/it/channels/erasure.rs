//! Somebody who wants to be erased: nothing of them stays on the reps' card, and when they come back the bot
//! talks to them as to anybody else.

use std::time::Duration;

use docent::domain::ids::Channel;
use tokio::time::sleep;

use super::discord::fake::wait_for;
use super::discord::world::REPS as DISCORD_REPS;
use super::relay::{Stage, open};
use super::telegram::fake::REPS;
use crate::support::with_database;

/// What stands in the reps' chat, with its buttons.
fn cards(stage: &Stage, reps: Channel) -> String {
    match reps {
        Channel::Telegram => {
            let state = stage.telegram.state();
            let there = state.messages.iter().filter(|message| message.chat == REPS);
            there.map(|message| format!("{} {:?}\n", message.text, message.buttons)).collect()
        }
        _ => stage.discord.world().channels[&DISCORD_REPS]
            .iter()
            .map(|message| format!("{} {}\n", message["content"], message["components"]))
            .collect(),
    }
}

fn erased_and_back(prospect: Channel, reps: Channel) {
    with_database(move |database| async move {
        let (stage, _bot, ann, _, db) = open(&database, prospect, reps).await;
        stage.writes(ann, "Ich heiße Annabella. Bitte löschen Sie alle meine Daten");
        stage.until_tells(ann, "Soll ich alles löschen").await;
        stage.writes(ann, "Ja");
        stage.until_tells(ann, "Alles über Sie ist gelöscht").await;
        wait_for("a blank card", || cards(&stage, reps).contains("asked to be erased")).await;
        let left = cards(&stage, reps);
        for of_them in ["Annabella", "Mensch", "fit ", "docent:", "desk."] {
            assert!(!left.contains(of_them), "{of_them} in {left}");
        }
        let mut plain = database.plain().await;
        for tries in 0.. {
            let query = sqlx::query_scalar("SELECT count(*) FROM contacts");
            let known: i64 = query.fetch_one(&mut plain).await.unwrap();
            if known == 0 {
                break;
            }
            assert!(tries < 200, "the person is still there");
            sleep(Duration::from_millis(50)).await;
        }

        // The turns are counted from one again, and nothing is taken for what was said before.
        let said = stage.reads(ann).len();
        let questions =
            ["Wie weit fährt das Zugpferd?", "Wie viel kostet der Brotbote?", "Danke", "Hallo"];
        for (more, question) in questions.iter().enumerate() {
            stage.writes(ann, question);
            wait_for(question, || stage.reads(ann).len() > said + more).await;
        }
        let count = cards(&stage, reps).matches("fit ").count();
        stage.writes(ann, "Ich möchte mit einem Menschen sprechen");
        wait_for("a card of their own", || cards(&stage, reps).matches("fit ").count() > count)
            .await;
        db.close().await;
        stage.discord.is_content();
    });
}

#[test]
fn whoever_is_erased_leaves_a_blank_card_on_telegram_and_is_answered_later() {
    erased_and_back(Channel::Discord, Channel::Telegram);
}

#[test]
fn whoever_is_erased_leaves_a_blank_card_on_discord_and_is_answered_later() {
    erased_and_back(Channel::Telegram, Channel::Discord);
}
