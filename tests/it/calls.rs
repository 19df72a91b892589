//! Calls that reps offer or agree on, under a clock of its own, on real turns and a real database.

use chrono::NaiveDateTime;
use docent::domain::desk::Deed;
use docent::domain::event::Event;
use docent::domain::reply::ChoiceId;

use crate::ladder::{House, vienna, wants_a_person, words};
use crate::support::database::with_database;

fn call(when: &str) -> Deed {
    Deed::Call { when: Some(when.to_owned()), times: Vec::new(), at_card: false }
}

fn times(times: &[&str]) -> Vec<NaiveDateTime> {
    let read = |time: &&str| NaiveDateTime::parse_from_str(time, "%Y-%m-%d %H:%M").unwrap();
    times.iter().map(read).collect()
}

fn presses(at: &str) -> Event {
    Event::Pressed { choice: ChoiceId::Time(times(&[at])[0]), of_turn: None }
}

/// The last card of somebody.
async fn card(house: &mut House, who: &str) -> String {
    let told = house.told_reps(who).await;
    told.iter().rev().find(|text| text.contains("fit ")).cloned().expect("a card")
}

#[test]
fn a_time_that_a_rep_names_is_told_shown_and_reminded_of() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        house.hears("2026-03-04 09:00", "ann", wants_a_person()).await;
        house.does("2026-03-04 09:01", "kim", "ann", Deed::Claim).await;
        house.does("2026-03-04 09:02", "kim", "ann", call("tomorrow 10:00")).await;
        let told = house.told_visitor("ann").await;
        let last = told.last().expect("words");
        assert!(last.starts_with("👤 KIM: Good, I will call you on"), "{last}");
        assert!(last.contains("March 5") && last.contains("Which number"), "{last}");
        let shown = card(&mut house, "ann").await;
        assert!(shown.contains("📞 KIM calls them: Thursday, March 5"), "{shown}");

        // A number told meanwhile is noted, and the call is told of with it.
        house.hears("2026-03-04 09:05", "ann", words("my number is +43 660 1234567")).await;
        house.until("2026-03-05 09:54").await;
        let before = house.told_reps("ann").await.len();
        house.until("2026-03-05 09:55").await;
        let told = house.told_reps("ann").await;
        let due = &told[before..];
        let due = due.iter().find(|text| text.contains("is to be called in a moment"));
        assert!(due.is_some_and(|text| text.contains("+436601234567")), "{told:?}");
        house.ends().await;
    });
}

#[test]
fn a_time_that_is_offered_is_taken_by_a_press() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        house.hears("2026-03-04 09:00", "ann", wants_a_person()).await;
        house.does("2026-03-04 09:01", "kim", "ann", Deed::Claim).await;
        let offered = ["2026-03-04 18:30", "2026-03-05 18:30", "2026-03-06 18:30"];
        let offer = Deed::Call { when: None, times: times(&offered), at_card: false };
        house.does("2026-03-04 09:02", "kim", "ann", offer).await;
        let told = house.told_visitor("ann").await;
        assert!(told.last().unwrap().starts_with("👤 KIM: May I call you?"), "{told:?}");
        let shown = card(&mut house, "ann").await;
        assert!(shown.contains("📞 KIM has offered a call"), "{shown}");

        // The hours are those of the rep, not of the house.
        house.hears("2026-03-04 09:10", "ann", presses(offered[1])).await;
        let told = house.told_visitor("ann").await;
        let last = told.last().unwrap();
        assert!(last.contains("I will call you on Thursday, March 5 at 6:30"), "{last}");
        let shown = card(&mut house, "ann").await;
        assert!(shown.contains("📞 KIM calls them: Thursday, March 5"), "{shown}");
        let told = house.told_reps("ann").await;
        assert!(told.iter().any(|text| text.contains("ann has chosen a time")), "{told:?}");
        house.until("2026-03-05 18:25").await;
        let told = house.told_reps("ann").await;
        assert!(told.iter().any(|text| text.contains("is to be called in a moment")), "{told:?}");
        house.ends().await;
    });
}

#[test]
fn times_that_are_over_or_unclear_are_refused_and_only_the_owner_calls() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 16:00")).await;
        house.hears("2026-03-04 16:00", "ann", wants_a_person()).await;
        house.does("2026-03-04 16:01", "kim", "ann", call("tomorrow 10:00")).await;
        house.does("2026-03-04 16:02", "kim", "ann", Deed::Claim).await;
        house.does("2026-03-04 16:03", "ben", "ann", call("tomorrow 10:00")).await;
        for when in ["2026-03-03 14:00", "15:30", "tomorrow", "whenever", "some day next week"] {
            house.does("2026-03-04 16:04", "kim", "ann", call(when)).await;
        }
        for when in ["fri 14:00", "2026-12-03 14:00", "17:30"] {
            house.does("2026-03-04 16:05", "kim", "ann", call(when)).await;
        }
        let outcomes = house.outcomes("ann").await;
        let of_calls: Vec<&str> =
            outcomes.iter().filter_map(|line| line.strip_prefix("call ")).collect();
        assert_eq!(
            of_calls,
            [
                "not_held", "held", "past", "past", "unclear", "unclear", "unclear", "done",
                "done", "done"
            ]
        );
        let shown = card(&mut house, "ann").await;
        assert!(shown.contains("📞 KIM calls them: Wednesday, March 4"), "{shown}");
        house.ends().await;
    });
}

#[test]
fn a_call_ordered_at_the_card_takes_no_claim_and_the_bot_tells_of_it() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        house.hears("2026-03-04 09:00", "ann", wants_a_person()).await;
        let when = Some("tomorrow 10:00".to_owned());
        let order = Deed::Call { when, times: Vec::new(), at_card: true };
        house.does("2026-03-04 09:01", "kim", "ann", order).await;
        let said = house.said("ann").await;
        assert!(said.contains("KIM from our team will call you on Thursday"), "{said}");
        house.until("2026-03-05 10:00").await;
        // Nobody waits any more, so nobody is asked; the call is told of beside the card.
        let log = house.log("ann").await;
        assert!(log.iter().all(|line| !line.contains(" ask ")), "{log:?}");
        let told = house.told_reps("ann").await;
        assert!(told.iter().any(|text| text.contains("called by KIM in a moment")), "{told:?}");
        house.ends().await;
    });
}
