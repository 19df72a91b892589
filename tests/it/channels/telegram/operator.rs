//! What an operator types: `docent doctor`, `docent outbox`, `docent link`.

use super::bot::{Bot, House, run};
use super::fake::{Act, Fake, REPS, TOKEN};
use crate::support::database::with_database;

const ANN: i64 = 7;

#[test]
fn the_doctor_explains_wrong_set_ups() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        let house = House::make();
        let reps = REPS.to_string();
        let well = [("DOCENT_REP_CHANNEL", "telegram"), ("DOCENT_REP_CHAT", reps.as_str())];
        let (code, told) = run(&house, &database, &fake, &well, &["doctor"]).await;
        assert_eq!(code, 0, "{told}");
        assert!(told.contains("we are @PiaFakeBot") && told.contains("all is well"), "{told}");

        let ill = |more: &'static [(&'static str, &'static str)], why: &'static str| {
            let (house, database, fake, well) = (&house, &database, &fake, &well);
            async move {
                let set: Vec<(&str, &str)> = well.iter().chain(more).copied().collect();
                let (code, told) = run(house, database, fake, &set, &["doctor"]).await;
                assert_eq!(code, 1, "{told}");
                assert!(told.contains(why), "{why:?} is not in\n{told}");
                assert!(!told.contains(TOKEN), "the token is not shown:\n{told}");
                #[expect(clippy::print_stdout, reason = "pasted into reports")]
                {
                    println!("{told}");
                }
            }
        };
        ill(&[("DOCENT_TELEGRAM_TOKEN", "4242:wrong")], "Telegram does not know it").await;
        ill(&[("DOCENT_TELEGRAM_API_URL", "http://127.0.0.1:9")], "cannot be reached").await;
        ill(&[("DOCENT_REP_CHAT", "-777")], "is not known to the bot").await;
        let hook = &[
            ("DOCENT_TELEGRAM_MODE", "webhook"),
            ("DOCENT_TELEGRAM_PUBLIC_URL", "https://b.example"),
        ];
        ill(hook, "the webhook is not registered").await;
        ill(
            &[
                ("DOCENT_TELEGRAM_MODE", "webhook"),
                ("DOCENT_TELEGRAM_PUBLIC_URL", "http://b.example"),
            ],
            "https addresses only",
        )
        .await;
        ill(&[("DATABASE_URL", "postgres://nobody@127.0.0.1:9/x")], "start Postgres").await;
        fake.state().webhook = Some(("https://else.example".to_owned(), String::new()));
        ill(&[], "they go to a webhook").await;
        assert!(fake.state().offences.is_empty());
    });
}

#[test]
fn letters_that_were_refused_are_listed_and_sent_again() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &[]);
        fake.says(ANN, "en", "hello");
        fake.next(ANN).await;
        fake.will("sendMessage", Act::Status(418), 0, 1);
        fake.says(ANN, "en", "how far does the Zugpferd go?");
        fake.until("a refusal", |state| state.calls.iter().any(|call| call.2 == 418)).await;
        let mut listed = String::new();
        for _ in 0..50 {
            listed = run(&house, &database, &fake, &[], &["outbox"]).await.1;
            if listed.contains("refused") {
                break;
            }
        }
        assert!(listed.contains("refused") && listed.contains("418"), "{listed}");
        assert!(!listed.contains("Zugpferd"), "what was said is nobody's business:\n{listed}");
        let message = listed.split_whitespace().find(|word| word.matches('/').count() == 2);
        let message = message.expect("a message").to_owned();
        let (code, told) = run(&house, &database, &fake, &[], &["outbox", "again", &message]).await;
        assert_eq!(code, 0, "{told}");
        assert!(fake.next(ANN).await.text.contains("65"));
        let (_, listed) = run(&house, &database, &fake, &[], &["outbox"]).await;
        assert!(listed.contains("Everything reached its reader"), "{listed}");
        fake.ends().await;
        bot.stops().await;
    });
}

#[test]
fn links_carry_their_campaign() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        let house = House::make();
        let (code, told) = run(&house, &database, &fake, &[], &["link", "fleet_guide"]).await;
        assert_eq!((code, told.trim()), (0, "https://t.me/PiaFakeBot?start=fleet_guide"));
        let (code, told) = run(&house, &database, &fake, &[], &["link", "gold_rush"]).await;
        assert!(code != 0 && told.contains("there are bakery_fair"), "{told}");
    });
}
