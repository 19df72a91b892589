//! What an operator meets: wrong settings, and what the doctor says of them.

use std::time::Duration;

use super::bot::{Bot, Home, command};
use super::fake::Fake;
use super::world::{REPS, TOKEN};
use crate::support::with_database;

fn token(changed: &str) -> Vec<(&'static str, String)> {
    vec![("DOCENT_DISCORD_TOKEN", changed.to_owned())]
}

/// What the doctor says of Discord.
async fn doctor(
    home: &Home,
    database: &str,
    fake: &Fake,
    settings: &[(&str, String)],
) -> Vec<String> {
    let output = command(home, database, fake, settings)
        .arg("doctor")
        .stdout(std::process::Stdio::piped())
        .output()
        .await
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().filter(|line| line.contains(" discord ")).map(str::to_owned).collect()
}

fn rep_chat(chat: u64) -> Vec<(&'static str, String)> {
    vec![("DOCENT_REP_CHANNEL", "discord".to_owned()), ("DOCENT_REP_CHAT", chat.to_string())]
}

#[test]
fn the_doctor_explains_each_failure_in_a_line_with_its_remedy() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let check = async |settings: &[(&str, String)], words: &[&str]| {
            let lines = doctor(&home, &database.url, &fake, settings).await;
            let all = lines.join("\n");
            #[expect(clippy::print_stdout, reason = "pasted into reports")]
            {
                println!("{all}\n");
            }
            for word in words {
                assert!(all.contains(word), "{word:?} is not in:\n{all}");
            }
            assert!(!all.contains("secret-of-the-fake"), "{all}");
        };
        check(
            &[],
            &["ok   discord token: the bot", "ok   discord gateway", "ok   discord intents"],
        )
        .await;
        check(&token(&TOKEN.replace("fake", "fakt")), &["BAD  discord token", "401", "reset it"])
            .await;
        check(&token("nonsense"), &["BAD  discord token", "discord.application_id"]).await;
        let nowhere = vec![("DOCENT_DISCORD_API_URL", "http://127.0.0.1:1".to_owned())];
        check(&nowhere, &["BAD  discord token", "no connection", "discord.api_url"]).await;
        let gateway = vec![("DOCENT_DISCORD_GATEWAY_URL", "ws://127.0.0.1:1".to_owned())];
        check(&gateway, &["BAD  discord gateway", "does not answer", "discord.gateway_url"]).await;
        check(&rep_chat(5), &["BAD  discord rep chat", "no channel 5", "Copy Channel ID"]).await;
        check(
            &rep_chat(REPS),
            &["ok   discord rep chat: #reps", "BAD  discord intents", "Message Content Intent"],
        )
        .await;
        fake.world().closed.insert(REPS);
        check(&rep_chat(REPS), &["may not see the channel", "https://discord.com/oauth2"]).await;
        fake.world().sessions_left = 0;
        check(&[], &["BAD  discord gateway", "used up"]).await;
    });
}

#[test]
fn a_wrong_token_ends_nothing_and_is_told() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let wrong = token(&TOKEN.replace("fake", "fakt"));
        let mut bot = Bot::start_with(&home, &database.url, &fake, &wrong).await;
        let mut ready = String::new();
        for _ in 0..100 {
            ready = bot.asked("/readyz").await;
            if ready.contains("refuses the token") {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert!(ready.starts_with("HTTP/1.1 200"), "the rest is ready: {ready}");
        assert!(ready.contains("Discord refuses the token (401)"), "{ready}");
        assert!(bot.is_alive());
        let tries = fake.world().requests.len();
        assert!(tries < 5, "{tries} tries of a token that is wrong");
        let log = home.log();
        assert!(log.contains("Discord refuses the token"), "{log}");
        assert!(!log.contains("secret-of-the-fakt"), "{log}");
    });
}

#[test]
fn an_override_of_the_gateway_starts_nothing_without_the_look_up() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        fake.world().api_down = true;
        let gateway = vec![("DOCENT_DISCORD_GATEWAY_URL", format!("ws://{}", fake.gateway()))];
        let mut bot = Bot::start_with(&home, &database.url, &fake, &gateway).await;
        tokio::time::sleep(Duration::from_secs(3)).await;
        assert!(bot.is_alive());
        assert_eq!(fake.world().identifies.len(), 0);
        fake.world().api_down = false;
        fake.is_heard().await;
        fake.is_content();
    });
}

#[test]
fn a_lead_that_wants_a_person_rings_in_the_reps_channel_once() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        fake.world().flags = 1 << 18;
        let _bot = Bot::start_with(&home, &database.url, &fake, &rep_chat(REPS)).await;
        fake.is_heard().await;
        let ann = fake.person("ann*");
        fake.writes(ann, "we need 12 bikes for our bakery");
        fake.reply(ann, 1).await;
        fake.writes(ann, "can I talk to a person please");
        let card = fake.message_in(REPS, 1).await;
        assert!(card.content.contains("ann\\*"), "who, and no markup: {}", card.content);
        assert!(card.content.contains("12"), "what they need: {}", card.content);
        assert!(card.content.contains("talk to a person"), "the last words: {}", card.content);
        let link = format!("https://discord.com/users/{ann}");
        assert!(card.content.contains(&link), "how to reach them: {}", card.content);
        fake.writes(ann, "no wait, make that 15 bikes");
        let edited = |number: &str| {
            let world = fake.world();
            world.edits.iter().any(|(_, body)| body["content"].as_str().unwrap().contains(number))
        };
        super::fake::wait_for("the card's new form", || edited("15")).await;
        assert_eq!(fake.in_channel(REPS).len(), 1, "never twice");
        assert!(!fake.replies(ann).is_empty());
        fake.is_content();
    });
}

#[test]
fn what_is_missing_for_reps_is_said_at_the_start_and_the_rest_runs() {
    with_database(|database| async move {
        let (home, fake) = (Home::make(), Fake::start().await);
        let _bot = Bot::start_with(&home, &database.url, &fake, &rep_chat(REPS)).await;
        fake.is_heard().await;
        assert!(home.log().contains("Message Content Intent is off"), "{}", home.log());
        let ann = fake.person("ann");
        fake.writes(ann, "hello");
        fake.reply(ann, 1).await;
        let intents = fake.world().sessions.values().map(|session| session.intents).max();
        assert_eq!(intents, Some(1 << 9 | 1 << 10 | 1 << 12 | 1 << 13), "no privileged intent");
        fake.is_content();
    });
}
