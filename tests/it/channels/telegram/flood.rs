//! Somebody who writes much faster than people do.

use std::time::Duration;

use super::bot::{Bot, House};
use super::fake::Fake;
use crate::support::database::with_database;

const ANN: i64 = 7;
const BEA: i64 = 8;

#[test]
fn a_flooder_gets_one_polite_line_and_holds_up_nobody() {
    with_database(|database| async move {
        let fake = Fake::start().await;
        let house = House::make();
        let set = [("DOCENT_FLOOD_PERSON_BURST", "3"), ("DOCENT_FLOOD_PERSON_PER_MINUTE", "20")];
        let bot = Bot::start(&house, &database, &fake, &set);
        for line in 0..40 {
            fake.says(ANN, "en", &format!("how far does the Zugpferd go? {line}"));
        }
        fake.says(BEA, "en", "how far does the Zugpferd go?");
        assert!(fake.next(BEA).await.text.contains("65"));
        let mut lines = Vec::new();
        while let Some(message) = fake.next_within(ANN, Duration::from_secs(3)).await {
            lines.push(message.text);
        }
        let polite = lines.iter().filter(|line| line.contains("more than I can read")).count();
        assert_eq!((lines.len(), polite), (4, 1), "{lines:#?}");
        let mut plain = database.plain().await;
        let turns: i64 =
            sqlx::query_scalar("SELECT count(*) FROM turns").fetch_one(&mut plain).await.unwrap();
        assert_eq!(turns, 5, "the rest never came to the database");
        // After a pause they are heard again.
        tokio::time::sleep(Duration::from_secs(5)).await;
        fake.says(ANN, "en", "how far does the Zugpferd go?");
        assert!(fake.next(ANN).await.text.contains("65"));
        fake.ends().await;
        bot.stops().await;
    });
}
