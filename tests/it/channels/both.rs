//! Both platforms at once: one rep chat takes the leads of all channels.

use serde_json::json;

use super::discord::bot::{Bot, Home};
use super::discord::fake::Fake as Discord;
use super::discord::world::REPS;
use super::telegram::fake::{Fake as Telegram, TOKEN};
use crate::support::with_database;

#[test]
fn a_card_says_how_a_person_on_another_platform_is_reached() {
    with_database(|database| async move {
        let (home, discord, telegram) =
            (Home::make(), Discord::start().await, Telegram::start().await);
        discord.world().flags = 1 << 18;
        let settings = [
            ("DOCENT_TELEGRAM_TOKEN", TOKEN.to_owned()),
            ("DOCENT_TELEGRAM_API_URL", telegram.url.clone()),
            ("DOCENT_REP_CHANNEL", "discord".to_owned()),
            ("DOCENT_REP_CHAT", REPS.to_string()),
        ];
        let _bot = Bot::start_with(&home, &database.url, &discord, &settings).await;
        discord.is_heard().await;
        let asks = |who: i64, username: Option<&str>| {
            let mut from = json!({ "id": who, "is_bot": false, "first_name": "Ann" });
            if let Some(username) = username {
                from["username"] = json!(username);
            }
            telegram.hears(who, "en", json!({ "text": "/human", "from": from }));
        };
        asks(7, Some("ann_of_graz"));
        telegram.next(7).await;
        let card = discord.message_in(REPS, 1).await.content;
        assert!(card.contains("https://t.me/ann_of_graz"), "{card}");
        assert!(!card.contains("tg://"), "nothing there opens that: {card}");
        asks(8, None);
        telegram.next(8).await;
        let card = discord.message_in(REPS, 2).await.content;
        assert!(card.contains("no public name") && !card.contains("tg://"), "{card}");

        // They block the bot: the card they have says so, and is no second one.
        telegram.state().blocked.insert(8);
        telegram.hears(8, "en", json!({ "text": "how far does the Zugpferd go?" }));
        super::discord::fake::wait_for("the card's last form", || {
            let world = discord.world();
            world.edits.iter().any(|(_, body)| {
                body["content"].as_str().is_some_and(|text| text.contains("cannot reach them"))
            })
        })
        .await;
        assert_eq!(discord.in_channel(REPS).len(), 2);
        discord.is_content();
    });
}
