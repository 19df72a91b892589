//! Whom nobody at the desk should have to look at, and what the desk is told of on its own: bans, young
//! accounts, the same words again and again, people who are stuck, calls that are due.

use docent::domain::contact::Identity;
use docent::domain::desk::Deed;
use docent::domain::ids::Channel;

use crate::ladder::{House, identity, vienna, wants_a_person, words};
use crate::support::database::with_database;

#[test]
fn whoever_is_banned_costs_no_rep_a_glance() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        house.hears("2026-03-04 09:00", "spike", wants_a_person()).await;
        let told = house.said("spike").await;
        assert!(told.contains("I have asked our team just now"), "{told}");
        house.does("2026-03-04 09:01", "kim", "spike", Deed::Claim).await;
        let ban = |reason: &str| Deed::Ban { minutes: Some(60), reason: reason.to_owned() };
        house.does("2026-03-04 09:02", "ben", "spike", ban("mine")).await;
        house.does("2026-03-04 09:03", "kim", "spike", ban("")).await;
        house.does("2026-03-04 09:04", "kim", "spike", ban("sells pills")).await;
        let rows = house.told_reps("spike").await;
        assert!(
            rows.last().unwrap().contains("Not heard until 10:04, by KIM: sells pills"),
            "{rows:?}"
        );
        // Told once, and then nothing: no answer, no card, no rung of the ladder.
        house.hears("2026-03-04 09:05", "spike", words("Best pills in town, want some?")).await;
        let told = house.said("spike").await;
        assert!(told.contains("Our team has ended this chat"), "{told}");
        let before = house.answered(&identity("spike")).await;
        house.hears("2026-03-04 09:06", "spike", wants_a_person()).await;
        house.hears("2026-03-04 09:07", "spike", words("I want to buy 20 bikes now")).await;
        house.until("2026-03-04 10:00").await;
        assert_eq!(house.answered(&identity("spike")).await, (before.0 + 2, before.1));
        assert_eq!(house.told_reps("spike").await.len(), rows.len());
        assert_eq!(
            house.log("spike").await[1..],
            [
                "Wed 04.03. 09:01 kim claim",
                "Wed 04.03. 09:02 ben ban mine kim",
                "Wed 04.03. 09:03 kim ban ",
                "Wed 04.03. 09:04 kim ban sells pills",
            ]
        );
        // A stop is heard, and promises no answers that nobody gives.
        house.hears("2026-03-04 09:58", "spike", words("stop")).await;
        let told = house.said("spike").await;
        assert!(told.contains("We will not write to you first"), "{told}");
        assert!(!told.contains("I still answer"), "{told}");
        // Their rights stay, and the ban ends by itself.
        house.hears("2026-03-04 10:01", "spike", words("delete my data please")).await;
        let told = house.said("spike").await;
        assert!(told.to_lowercase().contains("erase"), "{told}");
        house.hears("2026-03-04 10:02", "spike", words("no, keep it")).await;
        house.hears("2026-03-04 10:05", "spike", words("what do the bikes cost?")).await;
        let told = house.said("spike").await;
        assert!(told.contains('€'), "{told}");
        // Without an end it lasts until somebody lifts it.
        let forever = Deed::Ban { minutes: None, reason: "again".to_owned() };
        house.does("2026-03-04 10:06", "kim", "spike", forever).await;
        house.hears("2026-06-04 10:07", "spike", words("what do the bikes cost?")).await;
        assert!(house.said("spike").await.contains("Our team has ended this chat"));
        house.does("2026-06-04 10:08", "ben", "spike", Deed::Unban).await;
        house.hears("2026-06-04 10:09", "spike", words("what do the bikes cost?")).await;
        assert!(house.said("spike").await.contains('€'));
        house.ends().await;
    });
}

#[test]
fn a_new_account_on_discord_is_told_another_way() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        // Ids begin with the milliseconds since 2015.
        let made =
            |at: &str| ((vienna(at).timestamp_millis() - 1_420_070_400_000) << 22).to_string();
        let of = |id: &str| Identity {
            channel: Channel::Discord,
            account: "ladder".into(),
            external_id: id.to_owned(),
        };
        let (young, old) = (made("2026-03-04 01:00"), made("2026-03-02 09:00"));
        for line in ["hello", "I want to talk to a person", "what do the bikes cost?"] {
            house.hears_on_discord("2026-03-04 09:00", &young, line).await;
            house.hears_on_discord("2026-03-04 09:00", &old, line).await;
        }
        assert_eq!(house.answered(&of(&young)).await, (3, 1));
        assert_eq!(house.answered(&of(&old)).await, (3, 3));
        // A day later they are as good as anybody.
        house.hears_on_discord("2026-03-05 01:01", &young, "what do the bikes cost?").await;
        assert_eq!(house.answered(&of(&young)).await, (4, 2));
        house.ends().await;
    });
}

#[test]
fn the_same_words_again_and_again_get_no_more_answers() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        for n in 0..8 {
            let at = format!("2026-03-04 09:0{n}");
            house.hears(&at, "rob", words("What do the bikes cost??")).await;
        }
        assert_eq!(house.answered(&identity("rob")).await, (8, 4));
        assert!(house.said("rob").await.contains("several times by now"));
        house.hears("2026-03-04 09:09", "rob", words("which of them is the lightest?")).await;
        assert_eq!(house.answered(&identity("rob")).await, (9, 5));
        // Short answers may well be the same.
        for n in 0..6 {
            house.hears(&format!("2026-03-04 09:1{n}"), "ida", words("ok")).await;
        }
        assert_eq!(house.answered(&identity("ida")).await, (6, 6));
        house.ends().await;
    });
}

#[test]
fn whoever_is_stuck_twice_is_shown_to_a_person() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        house.hears("2026-03-04 09:00", "lost", words("hello")).await;
        house.hears("2026-03-04 09:01", "lost", words("qwrtz plmk zzzt")).await;
        assert!(house.told_reps("lost").await.is_empty());
        house.hears("2026-03-04 09:02", "lost", words("vrmpf glox plmk")).await;
        let told = house.said("lost").await;
        assert!(told.contains("asked somebody of our team to have a look here"), "{told}");
        let rows = house.told_reps("lost").await;
        assert!(rows[0].contains("Not understood"), "{rows:?}");
        house.until("2026-03-04 09:05").await;
        assert_eq!(house.log("lost").await[1], "Wed 04.03. 09:04 ask ben");
        house.ends().await;
    });
}

#[test]
fn what_is_said_to_a_person_fills_nothing_by_the_bare_value_and_is_no_miss() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        house.hears("2026-03-04 09:00", "ann", words("We need 8 bikes in Vienna")).await;
        house.hears("2026-03-04 09:00", "ann", words("what does the Brotbote cost?")).await;
        house.hears("2026-03-04 09:01", "ann", wants_a_person()).await;
        house.does("2026-03-04 09:02", "kim", "ann", Deed::Claim).await;
        let known = house.slots("ann").await;
        assert_eq!(known["fleet_size"], "8", "{known:?}");
        // A caption, the number of the house, an answer to the rep: none of them is for the bot.
        for line in ["Three", "3", "No, 12", "Linz", "And for 5?", "what do 4 cost?"] {
            house.hears("2026-03-04 09:03", "ann", words(line)).await;
            assert_eq!(house.slots("ann").await, known, "{line}");
        }
        for line in ["qwrtz plmk zzzt", "vrmpf glox plmk", "brzl?"] {
            house.hears("2026-03-04 09:04", "ann", words(line)).await;
        }
        assert_eq!(house.unanswered("ann").await, Vec::<String>::new());
        let rows = house.told_reps("ann").await.join("\n");
        assert!(!rows.contains("Not understood"), "{rows}");
        // What says what it is about is learned.
        house.hears("2026-03-04 09:05", "ann", words("We rather need 12 bikes")).await;
        assert_eq!(house.slots("ann").await["fleet_size"], "12");
        house.ends().await;
    });
}

#[test]
fn a_flow_that_says_what_comes_next_makes_the_only_promise() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        house.hears("2026-03-04 09:00", "ann", words("I would like a quote for 8 bikes")).await;
        for minute in 1..12 {
            let at = format!("2026-03-04 09:{minute:02}");
            house.hears(&at, "ann", words("skip")).await;
            if house.said("ann").await.contains("within two working days") {
                break;
            }
        }
        let told = house.said("ann").await;
        assert!(told.contains("within two working days"), "{told}");
        assert!(!told.contains("right here"), "{told}");
        let cards = house.told_reps("ann").await;
        let card = cards.last().unwrap();
        assert!(card.contains("\nNeeds: 8 bikes\n"), "{card}");
        // Whoever asks for a person hears that one comes.
        house.hears("2026-03-04 09:20", "ida", wants_a_person()).await;
        assert!(house.said("ida").await.contains("right here"));
        house.ends().await;
    });
}

#[test]
fn what_stands_under_a_picture_answers_no_question_of_the_bot() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        house.hears("2026-03-04 09:00", "ann", words("I want to buy bikes for my bakery")).await;
        house.shows("2026-03-04 09:01", "ann", "Three").await;
        assert!(!house.slots("ann").await.contains_key("fleet_size"));
        house.shows("2026-03-04 09:02", "ann", "This is where we would put 8 bikes").await;
        assert_eq!(house.slots("ann").await["fleet_size"], "8");
        house.shows("2026-03-04 09:03", "ann", "3").await;
        assert_eq!(house.slots("ann").await["fleet_size"], "8");
        house.ends().await;
    });
}

#[test]
fn a_rep_is_told_when_an_agreed_call_is_due_and_others_when_the_owner_has_gone() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        house.hears("2026-03-04 09:00", "ann", wants_a_person()).await;
        house.hears("2026-03-04 09:00", "ann", words("call me tomorrow at 10")).await;
        house.hears("2026-03-04 09:00", "ann", words("+43 660 1234567")).await;
        house.hears("2026-03-04 09:00", "ann", words("Ann Baker")).await;
        house.does("2026-03-04 09:01", "kim", "ann", Deed::Claim).await;
        house.does("2026-03-04 09:01", "kim", "ann", Deed::Say { text: "Gladly.".into() }).await;
        // It is moved while the rep talks, too.
        house.hears("2026-03-04 09:02", "ann", words("rather at 11 am")).await;
        house.does("2026-03-04 09:03", "kim", "ann", Deed::Say { text: "Fine.".into() }).await;
        house.until("2026-03-05 10:54").await;
        let before = house.told_reps("ann").await.len();
        house.until("2026-03-05 11:30").await;
        let rows = house.told_reps("ann").await;
        let due: Vec<&String> =
            rows[before..].iter().filter(|row| row.contains("to be called")).collect();
        assert_eq!(due.len(), 1, "{rows:?}");
        assert!(due[0].contains("+436601234567"), "{due:?}");
        // Kim has gone for the day when Ann writes: somebody else is asked, and Ann is told.
        let away = Some(vienna("2026-03-06 00:00"));
        let db = house.replicas[0].0.clone();
        assert!(db.set_calendar(&"kim".into(), None, away, house.now).await.unwrap());
        house.hears("2026-03-05 12:00", "ann", words("one more thing: is there a trailer?")).await;
        house.until("2026-03-05 12:30").await;
        let log = house.log("ann").await;
        assert_eq!(log.last().unwrap(), "Thu 05.03. 12:15 offer ben");
        assert!(house.said("ann").await.contains("KIM has not been able to answer you"));
        house.ends().await;
    });
}
