//! Between two chairs, through the whole binary: what is sent while nobody has the talk, and who is told
//! of somebody who asks anew.

use std::time::Duration;

use chrono::Utc;
use docent::domain::desk::Rep;
use docent::domain::ids::Channel;
use serde_json::json;

use super::telegram::bot::{Bot, House};
use super::telegram::fake::{Fake, REPS};
use crate::support::with_database;

const ANN: i64 = 7;
const KIM: i64 = 71;

#[test]
fn somebody_who_waits_loses_nothing_and_is_heard_of_anew() {
    with_database(|database| async move {
        let db = database.connect().await;
        let kim = Rep {
            id: "kim".into(),
            name: "Kim".to_owned(),
            channel: Channel::Telegram,
            user: KIM.to_string(),
            team: "sales".to_owned(),
            leads: false,
            languages: Vec::new(),
        };
        db.put_rep(&kim, Utc::now()).await.unwrap();
        let fake = Fake::start().await;
        {
            let mut state = fake.state();
            state.hasty = true;
            state.chats.insert(KIM);
        }
        let reps = REPS.to_string();
        let set = [("DOCENT_REP_CHANNEL", "telegram"), ("DOCENT_REP_CHAT", reps.as_str())];
        let house = House::make();
        let bot = Bot::start(&house, &database, &fake, &set);
        fake.says(ANN, "en", "can I talk to a person please");
        fake.next(ANN).await;
        let card = fake.next(REPS).await;

        // Two pictures while nobody has the talk: one word about them.
        for (id, words) in [("p1", "Our yard"), ("p2", "")] {
            fake.keeps(id, "photo.jpg", 3_000);
            let photo = json!([{ "file_id": id, "file_unique_id": id, "width": 90, "height": 90,
                "file_size": 3_000 }]);
            let fields = match words {
                "" => json!({ "photo": photo }),
                words => json!({ "photo": photo, "caption": words }),
            };
            fake.hears(ANN, "en", fields);
        }
        let told = fake.next(ANN).await.text;
        assert!(told.contains("I cannot look at this myself, but I keep it"), "{told}");
        fake.settles().await;

        // What a rep puts off is answered in the group, too.
        fake.replies_in_group(KIM, &card, "/later 2h");
        let told = fake.next(REPS).await.text;
        assert!(told.contains("You will be reminded"), "{told}");

        let press = fake.presses_in_group(KIM, &card, "Claim");
        fake.answer(&press).await;
        assert!(fake.next(KIM).await.text.contains("is yours"));
        let shown = [fake.next(KIM).await, fake.next(KIM).await];
        assert!(shown.iter().all(|message| message.shows.is_some()), "{shown:#?}");
        assert!(shown[0].text.contains("Our yard"), "{shown:#?}");

        // Who has the talk is told of the command, and so is she.
        fake.says(ANN, "en", "/human");
        assert!(fake.next(ANN).await.text.contains("You are talking with Kim"));
        assert!(fake.next(KIM).await.text.contains("has asked for a person once more"));

        // Given back, she asks anew: the card changes, and a word that answers it rings, once.
        fake.replies_in_group(KIM, &card, "/bot");
        assert!(fake.next(ANN).await.text.contains("handed over to me"));
        for _ in 0..2 {
            fake.says(ANN, "en", "I want to talk to a real human");
            fake.next(ANN).await;
        }
        let ring = fake.next(REPS).await;
        assert!(ring.text.contains("asks for a person now"), "{ring:#?}");
        assert_eq!(ring.answers, Some(card.id), "{ring:#?}");
        assert!(fake.next_within(REPS, Duration::from_millis(300)).await.is_none());
        let press = fake.presses_in_group(KIM, &ring, "Claim");
        assert!(fake.answer(&press).await.contains("is yours"));
        fake.next(KIM).await;
        db.close().await;
        fake.ends().await;
        bot.stops().await;
    });
}
