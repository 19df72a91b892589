//! Nobody falls between two chairs: what becomes of a visitor when a talk goes from the bot to a person,
//! from one person to the next, and back, on real turns and a real database.

use std::sync::Arc;

use docent::app::card::Desk;
use docent::app::editions::Editions;
use docent::app::reps::Reps;
use docent::domain::desk::{Deed, Unfit};
use docent::domain::event::Event;
use docent::domain::ids::Channel;
use docent::domain::media::{File, FileKind, Shared};
use docent::domain::reply::ChoiceId;
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use crate::ladder::{House, identity, text_of, vienna, wants_a_person, words};
use crate::support::bot::{StoppedClock, example};
use crate::support::with_database;

const RANGE: &str = "how far does the Zugpferd go?";

fn say(text: &str) -> Deed {
    Deed::Say { text: text.to_owned() }
}

/// The words beside a card that ring.
async fn rings(house: &mut House, who: &str) -> Vec<String> {
    let rows = house.sent_to_reps(who).await;
    let ring = |row: &&Value| row["reps"]["apart"] == true && row["reps"]["alert"] == true;
    rows.iter().filter(ring).map(text_of).collect()
}

/// Kim has the talk.
async fn claimed(house: &mut House, who: &str) {
    house.hears("2026-03-04 09:00", who, wants_a_person()).await;
    house.does("2026-03-04 09:01", "kim", who, Deed::Claim).await;
}

#[test]
fn the_bot_answers_what_the_rep_left_unanswered() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        claimed(&mut house, "ann").await;
        house.hears("2026-03-04 09:02", "ann", words("what does the Brotbote cost?")).await;
        house.does("2026-03-04 09:03", "kim", "ann", say("3,190 €")).await;
        house.hears("2026-03-04 09:04", "ann", words("thanks. yes")).await;
        house.hears("2026-03-04 09:04", "ann", words(RANGE)).await;
        house.does("2026-03-04 09:05", "kim", "ann", Deed::Release).await;
        let told = house.said("ann").await;
        assert!(told.contains("KIM has handed over to me") && told.contains("65"), "{told}");
        assert!(!told.contains("3,190") && !told.contains("welcome"), "{told}");

        // Answered by the bot, it is settled: the next to have the talk leaves nothing behind.
        house.does("2026-03-04 09:06", "kim", "ann", Deed::Claim).await;
        house.does("2026-03-04 09:07", "kim", "ann", Deed::Release).await;
        assert!(!house.said("ann").await.contains("65"));

        // So it is when the deal is closed.
        claimed(&mut house, "bea").await;
        house.hears("2026-03-04 09:02", "bea", words(RANGE)).await;
        house.does("2026-03-04 09:03", "kim", "bea", Deed::Won { amount: None }).await;
        let told = house.said("bea").await;
        assert!(told.contains("Thank you for talking with KIM") && told.contains("65"), "{told}");

        // What the bot does not know either it owns up to, and its writers learn of it.
        claimed(&mut house, "cid").await;
        house.hears("2026-03-04 09:02", "cid", words("what is the capital of France?")).await;
        house.does("2026-03-04 09:03", "kim", "cid", Deed::Release).await;
        let told = house.said("cid").await;
        assert!(told.contains("I would rather not guess"), "{told}");
        assert_eq!(house.unanswered("cid").await, ["what is the capital of France?"]);
        house.ends().await;
    });
}

#[test]
fn words_of_before_a_hand_back_ask_for_nobody_anew() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        claimed(&mut house, "ann").await;
        house.hears("2026-03-04 09:02", "ann", words("I want to talk to a real human")).await;
        house.does("2026-03-04 09:03", "kim", "ann", Deed::Release).await;
        let told = house.said("ann").await;
        assert!(told.contains("Should you want to talk to a person again"), "{told}");
        house.until("2026-03-04 12:00").await;
        let log = house.log("ann").await;
        let expected = ["alert", "kim claim", "kim release"];
        assert_eq!(log.len(), 3, "{log:?}");
        assert!(log.iter().zip(expected).all(|(line, end)| line.ends_with(end)), "{log:?}");

        // Said anew it does, also where nobody had said a word in between.
        house.hears("2026-03-04 12:01", "ann", words("I want to talk to a real human")).await;
        let told = house.said("ann").await;
        assert!(told.contains("I have asked our team just now"), "{told}");
        assert!(house.log("ann").await[3].ends_with("alert"));
        house.ends().await;
    });
}

#[test]
fn the_open_question_comes_back_in_its_whole_words() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        let talks = [
            ("ann", "which bike would you recommend?", "What should a bike make easier"),
            ("bea", "Welches Rad empfehlen Sie?", "Was soll ein Rad leichter machen"),
            ("cid", "¿Qué bici me recomiendas?", "facilitarte una bici"),
            ("dan", "Jaki rower polecacie?", "ma ułatwić rower"),
        ];
        for (who, wish, question) in talks {
            house.hears("2026-03-04 09:00", who, words(wish)).await;
            let asked = house.said(who).await;
            house.hears("2026-03-04 09:00", who, wants_a_person()).await;
            house.does("2026-03-04 09:01", "kim", who, Deed::Claim).await;
            house.does("2026-03-04 09:02", "kim", who, say("Hi")).await;
            house.does("2026-03-04 09:03", "kim", who, Deed::Release).await;
            let told = house.said(who).await;
            let last = asked.lines().rfind(|line| line.contains('?')).unwrap_or_default();
            assert!(told.contains(last) && !last.is_empty(), "{question}: {told}\nnot {asked}");
        }
        // What is offered is put in its own words, too.
        claimed(&mut house, "eva").await;
        house.does("2026-03-04 09:03", "kim", "eva", Deed::Release).await;
        let told = house.said("eva").await;
        assert!(told.contains("Shall I note a time when we should call you?"), "{told}");
        assert!(!told.contains("Which way would you like it?"), "{told}");
        house.ends().await;
    });
}

#[test]
fn whoever_leaves_makes_room_for_the_next() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        let db = house.replicas[0].0.clone();
        // Ann waits for Kim's answer; Bea has hers; Cid is offered to Ben, whom the ladder has asked.
        for who in ["ann", "bea"] {
            claimed(&mut house, who).await;
            house.does("2026-03-04 09:02", "kim", who, say("Hello")).await;
        }
        house.hears("2026-03-04 09:03", "ann", words(RANGE)).await;
        house.hears("2026-03-04 09:03", "cid", wants_a_person()).await;
        house.until("2026-03-04 09:05").await;
        assert!(house.log("cid").await[1].ends_with("ask ben"));
        assert!(db.list_abandoned(true, 9).await.unwrap().is_empty());
        for rep in ["kim", "ben"] {
            assert!(db.remove_rep(&rep.into(), house.now).await.unwrap());
        }
        let mut left: Vec<(String, String)> = Vec::new();
        for (talk, seat) in db.list_abandoned(true, 9).await.unwrap() {
            let who = ["ann", "bea", "cid"]
                .into_iter()
                .find(|who| db.contact_id(&identity(who)) == talk)
                .expect("one of them");
            left.push((who.to_owned(), seat.rep.to_string()));
        }
        left.sort();
        let expected = [("ann", "kim"), ("bea", "kim"), ("cid", "ben")];
        assert_eq!(left, expected.map(|(who, rep)| (who.to_owned(), rep.to_owned())));
        for (who, rep) in expected {
            house.does("2026-03-04 09:06", rep, who, Deed::Leave).await;
        }
        assert!(db.list_abandoned(true, 9).await.unwrap().is_empty(), "each is left once");

        let told = house.said("ann").await;
        assert!(told.contains("KIM has left this chat before answering you"), "{told}");
        assert!(told.contains("I have asked our team for somebody else"), "{told}");
        assert!(told.contains("65"), "the bot answers meanwhile: {told}");
        let rang = rings(&mut house, "ann").await;
        assert!(rang.len() == 1 && rang[0].contains("ann was with KIM"), "{rang:?}");
        let told = house.said("bea").await;
        assert!(told.contains("KIM has left this chat, and I, the bot, am back"), "{told}");
        assert!(rings(&mut house, "bea").await.is_empty(), "bea waits for nobody");

        house.until("2026-03-04 09:30").await;
        let ends = |log: Vec<String>| -> Vec<String> {
            log.iter().map(|line| line.splitn(4, ' ').last().unwrap().to_owned()).collect()
        };
        let log = ends(house.log("ann").await);
        assert_eq!(log[3..], ["kim leave", "ask lea", "choice"], "{log:?}");
        let log = ends(house.log("cid").await);
        assert_eq!(log[1..], ["ask ben", "ben leave", "ask lea", "choice"], "{log:?}");
        assert_eq!(house.log("bea").await.len(), 4);
        house.ends().await;
    });
}

/// An edit of a card rings for nobody, so whoever asks anew is told of beside it: once for each asking.
#[test]
fn a_new_request_rings_and_a_repeated_one_does_not() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        // After a hand back without a word, in the very step where it was asked for first.
        claimed(&mut house, "back").await;
        house.does("2026-03-04 09:02", "kim", "back", Deed::Release).await;
        // After an outcome.
        claimed(&mut house, "won").await;
        house.does("2026-03-04 09:02", "kim", "won", Deed::Won { amount: None }).await;
        house.hears("2026-03-04 09:00", "lost", wants_a_person()).await;
        let unfit = Deed::NotForUs { reason: Unfit::Procedural };
        house.does("2026-03-04 09:02", "kim", "lost", unfit).await;
        // After an alert that nobody asked for.
        let buys = Event::Pressed { choice: ChoiceId::Intent("buy_now".into()), of_turn: None };
        house.hears("2026-03-04 09:00", "hot", buys).await;
        for who in ["back", "won", "lost", "hot"] {
            assert_eq!(rings(&mut house, who).await, [""; 0], "{who}");
            house.until("2026-03-04 09:03").await;
            house.hears("2026-03-04 09:03", who, words("I want to talk to a real human")).await;
            let told = house.said(who).await;
            assert!(told.contains("I have asked our team just now"), "{who}: {told}");
            let rang = rings(&mut house, who).await;
            let [ring] = rang.as_slice() else { panic!("{who}: {rang:?}") };
            assert!(ring.contains(&format!("{who} asks for a person now")), "{ring}");
            house.hears("2026-03-04 09:03", who, wants_a_person()).await;
            assert_eq!(rings(&mut house, who).await.len(), 1, "{who}: a repeat is nothing new");
        }
        // The ladder begins anew with each, and asks nobody twice.
        house.until("2026-03-04 09:20").await;
        for who in ["back", "won", "lost", "hot"] {
            let log = house.log(who).await;
            let asked = log.iter().filter(|line| line.starts_with("Wed 04.03. 09:05 ask"));
            assert_eq!(asked.count(), 1, "{who}: {log:?}");
            assert!(log.last().unwrap().ends_with("choice"), "{log:?}");
        }
        house.ends().await;
    });
}

fn photo(id: &str, size: u64) -> Vec<Shared> {
    let (id, name) = (id.to_owned(), format!("{id}.jpg"));
    let (kind, at, size) = (FileKind::Photo, Channel::Discord, Some(size));
    vec![Shared::File(File { kind, at, id, name, mime: None, size, sign: None })]
}

#[test]
fn what_somebody_shares_while_they_wait_reaches_whoever_comes() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        house.shares("2026-03-04 09:00", "ann", photo("early", 9)).await;
        assert!(house.said("ann").await.contains("I can only read text"));
        house.hears("2026-03-04 09:01", "ann", wants_a_person()).await;
        house.shares("2026-03-04 09:02", "ann", photo("yard", 9)).await;
        let told = house.told_visitor("ann").await;
        assert!(told.last().unwrap().contains("I cannot look at this myself, but I keep it"));
        // The rest of an album says nothing more, and what is too large is told to be.
        house.shares("2026-03-04 09:02", "ann", photo("gate", 9)).await;
        house.hears("2026-03-04 09:02", "ann", words(RANGE)).await;
        house.shares("2026-03-04 09:02", "ann", photo("film", 60_000_000)).await;
        let after = house.told_visitor("ann").await;
        let new = &after[told.len()..];
        assert!(new.len() == 2 && new[0].contains("65"), "{new:?}");
        assert!(new[1].contains("Your file has 60 MB, and at most 50 MB"), "{new:?}");
        // What no rep could be shown is not promised to anybody.
        house.shares("2026-03-04 09:02", "ann", Vec::new()).await;
        assert!(house.said("ann").await.contains("I can only read text"));

        // What finds no room is not promised either.
        house.hears("2026-03-04 09:02", "bea", wants_a_person()).await;
        for number in 0..docent::handoff::policy::KEPT {
            house.shares("2026-03-04 09:02", "bea", photo(&number.to_string(), 9)).await;
            assert!(!house.said("bea").await.contains("I can only read text"), "{number}");
        }
        house.shares("2026-03-04 09:02", "bea", photo("more", 9)).await;
        assert!(house.said("bea").await.contains("I can only read text"));

        house.does("2026-03-04 09:03", "kim", "ann", Deed::Claim).await;
        let shown = |rows: &[Value]| -> Vec<String> {
            let files = rows.iter().filter_map(|row| row["reps"]["media"].as_array());
            files.flatten().map(|file| file["file"]["id"].as_str().unwrap().to_owned()).collect()
        };
        let rows = house.sent_to_reps("ann").await;
        assert_eq!(shown(&rows), ["yard", "gate"], "in order, and nothing else");
        let place = |has: &dyn Fn(&Value) -> bool| rows.iter().position(has);
        let opening = place(&|row| text_of(row).contains("ann is yours"));
        let first = place(&|row| !row["reps"]["media"].is_null());
        assert!(opening < first && opening.is_some(), "{rows:#?}");
        assert!(text_of(&rows[first.unwrap()]).contains("💬 ann:"));
        // Once: the next one finds the talk as it is told, and new things go to them at once.
        let take = Deed::Take { reason: "Kim is ill".to_owned() };
        house.does("2026-03-04 09:04", "ben", "ann", take).await;
        house.shares("2026-03-04 09:05", "ann", photo("door", 9)).await;
        assert_eq!(shown(&house.sent_to_reps("ann").await), ["yard", "gate", "door"]);
        house.ends().await;
    });
}

#[test]
fn who_looks_for_a_reason_keeps_nobody_from_claiming() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        house.hears("2026-03-04 09:00", "ann", wants_a_person()).await;
        house.does("2026-03-04 09:01", "kim", "ann", Deed::Refuse).await;
        let buttons = |rows: &[Value]| -> Vec<String> {
            let row = rows.iter().rfind(|row| row["reps"]["apart"].is_null()).unwrap();
            let buttons = row["reps"]["buttons"].as_array().cloned().unwrap_or_default();
            buttons.iter().map(|button| button["label"].as_str().unwrap().to_owned()).collect()
        };
        let shown = buttons(&house.sent_to_reps("ann").await);
        assert!(shown.len() == 6 && shown[0] == "Claim" && shown[5] == "Back", "{shown:?}");
        // Whatever changes the card brings its own buttons back.
        house.until("2026-03-04 09:02").await;
        house.hears("2026-03-04 09:02", "ann", words("we need 12 bikes in Graz")).await;
        let shown = buttons(&house.sent_to_reps("ann").await);
        assert_eq!(shown, ["Claim", "Later", "Not for us"]);
        house.does("2026-03-04 09:03", "kim", "ann", Deed::Refuse).await;
        house.does("2026-03-04 09:03", "ben", "ann", Deed::Claim).await;
        assert_eq!(house.outcomes("ann").await.last().unwrap(), "claim done");
        house.ends().await;
    });
}

#[test]
fn a_reminder_goes_to_the_one_who_wanted_it() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        let later = Deed::Later { minutes: 30 };
        claimed(&mut house, "held").await;
        house.does("2026-03-04 09:01", "kim", "held", say("I will look it up")).await;
        house.does("2026-03-04 09:02", "kim", "held", later.clone()).await;
        house.hears("2026-03-04 09:00", "free", wants_a_person()).await;
        house.does("2026-03-04 09:02", "ben", "free", later).await;
        house.until("2026-03-04 09:33").await;
        let rows = house.sent_to_reps("held").await;
        let told: Vec<&Value> = rows.iter().filter(|row| text_of(row).contains('⏰')).collect();
        assert_eq!(told.len(), 1, "{told:#?}");
        assert!(text_of(told[0]).contains("You wanted to get back to held"), "{told:#?}");
        assert_eq!(told[0]["reps"]["to"], "7kim");
        let rows = house.sent_to_reps("free").await;
        let told: Vec<&Value> =
            rows.iter().filter(|row| text_of(row).contains("again now")).collect();
        assert_eq!(told.len(), 1, "{told:#?}");
        assert!(text_of(told[0]).starts_with("BEN, ⏰ you wanted to look at free"), "{told:#?}");
        assert_eq!(told[0]["reps"]["mention"], "7ben");
        house.ends().await;
    });
}

/// The other platform is away for minutes: the rep reads so once, and once more when it is over.
#[test]
fn a_rep_reads_that_words_wait_and_that_they_have_arrived() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        let clock = Arc::new(StoppedClock::default());
        let editions = Arc::new(Editions::new(example(), clock));
        let (db, turns) = house.replicas[0].clone();
        let desk = Some(Desk::new(Channel::Telegram, "reps".into()));
        let reps = Reps::new(&db, turns, editions, desk, CancellationToken::new());
        claimed(&mut house, "ann").await;
        house.writes("2026-03-04 09:02", "kim", "ann", Some(51), say("Hello")).await;
        house.writes("2026-03-04 09:02", "kim", "ann", Some(52), say("Are you there?")).await;
        reps.mark_words().await.unwrap();
        assert_eq!(waits(&mut house).await, [""; 0], "nothing was tried in vain");
        house.outage("ann", false).await;
        for _ in 0..3 {
            reps.mark_words().await.unwrap();
        }
        let told = waits(&mut house).await;
        let [line] = told.as_slice() else { panic!("{told:?}") };
        assert!(line.contains("⏳ Not delivered yet: Terminal does not answer"), "{line}");
        house.outage("ann", true).await;
        for _ in 0..3 {
            reps.mark_words().await.unwrap();
        }
        let rows = house.sent_to_reps("ann").await;
        let ends: Vec<&Value> =
            rows.iter().filter(|row| text_of(row).contains("👌 Delivered")).collect();
        assert_eq!(ends.len(), 1, "{rows:#?}");
        assert!(!ends[0]["reps"]["amends"].is_null(), "it stands where the line stood");
        let mut marks: Vec<i64> =
            rows.iter().filter_map(|row| row["reps"]["mark"].as_i64()).collect();
        marks.sort_unstable();
        assert_eq!(marks, [51, 52]);
        assert_eq!(waits(&mut house).await.len(), 1);
        house.ends().await;
    });
}

/// What told Kim that words to Ann wait.
async fn waits(house: &mut House) -> Vec<String> {
    let rows = house.sent_to_reps("ann").await;
    rows.iter().filter(|row| row["reps"]["waiting"] == true).map(text_of).collect()
}

#[test]
fn whoever_asks_for_a_person_reads_who_talks_with_them() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        claimed(&mut house, "ann").await;
        house.hears("2026-03-04 09:02", "ann", wants_a_person()).await;
        let told = house.said("ann").await;
        assert_eq!(
            told,
            "You are talking with KIM from our team here already, who has been told that you asked."
        );
        let told = house.told_reps("ann").await;
        assert!(
            told.last().unwrap().contains("🔔 ann has asked for a person once more"),
            "{told:?}"
        );
        // A talk that is offered to all is claimed without a reason, and none is shown.
        house.until("2026-03-04 10:00").await;
        house.does("2026-03-04 10:00", "ben", "ann", Deed::Claim).await;
        let told = house.told_reps("ann").await;
        let lost = told.iter().find(|line| line.contains("BEN has the talk")).expect("a word");
        assert!(!lost.contains('('), "{lost}");
        house.ends().await;
    });
}
