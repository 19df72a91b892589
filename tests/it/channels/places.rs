//! Where reps are reached: a group that keeps pace.

use std::time::Duration;

use super::telegram::bot::{Bot, House};
use super::telegram::fake::{Fake as Telegram, REPS};
use crate::support::with_database;

const ANN: i64 = 7;

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
