//! Lanes, claims, retries, and who may still speak.

use chrono::{DateTime, Duration, Utc};
use docent::domain::conversation::State;
use docent::domain::ids::{AccountId, Channel};
use docent::domain::reply::Lane;
use docent::store::outbox::OutboxId;
use docent::store::outbox::claim::{ClaimHeads, Claimed, Heads};
use docent::store::outbox::mark::Unsent;
use docent::store::turns::{Json, Outgoing, Turn};
use docent::store::{Committed, Db};

use crate::support::database::{TestDatabase, with_database};
use crate::support::turns::{asking, now, turn, with_state};

/// Some time after all turns of a test.
fn later() -> DateTime<Utc> {
    now() + Duration::minutes(1)
}

async fn claim_at(db: &Db, at: DateTime<Utc>) -> Heads {
    let account = AccountId::from("pedalwerk");
    let what = ClaimHeads {
        channel: Channel::Terminal,
        account: &account,
        now: at,
        until: at + Duration::seconds(10),
        limit: 100,
    };
    db.claim_heads(&what).await.unwrap()
}

async fn claim(db: &Db) -> Vec<Claimed> {
    claim_at(db, later()).await.claimed
}

fn texts(claimed: &[Claimed]) -> Vec<String> {
    claimed.iter().map(|row| row.outbound().unwrap().text()).collect()
}

async fn sent(db: &Db, claimed: &[Claimed]) -> u64 {
    let done: Vec<(OutboxId, Option<String>)> =
        claimed.iter().map(|row| (row.id, Some("m1".to_owned()))).collect();
    db.mark_sent(&done, later()).await.unwrap()
}

async fn statuses(database: &TestDatabase) -> Vec<i16> {
    sqlx::query_scalar("SELECT status FROM outbox ORDER BY contact_id, turn, ordinal")
        .fetch_all(&mut database.plain().await)
        .await
        .unwrap()
}

#[test]
fn only_the_head_of_a_lane_is_claimed() {
    with_database(|database| async move {
        let db = database.connect().await;
        let mut first = turn(&db, "ada", 1, 0);
        first.outbox.push(Outgoing { ordinal: 2, lane: Lane::Card, ..first.outbox[0].clone() });
        for turn in [first, turn(&db, "ada", 2, 1), turn(&db, "bo", 7, 0)] {
            assert!(matches!(db.commit_turn(&turn).await.unwrap(), Committed::Done(_)));
        }
        let heads = claim(&db).await;
        let names: Vec<_> = heads.iter().map(|row| (row.id.turn, row.lane)).collect();
        assert_eq!(heads.len(), 3, "{names:?}");
        assert!(heads.iter().all(|row| row.id.turn == 1 && row.attempt == 1 && !row.repeated));
        assert!(claim(&db).await.is_empty(), "what is claimed holds up the rest of its lane");
        assert_eq!(sent(&db, &heads).await, 3);
        assert_eq!(texts(&claim(&db).await), ["answer to 2"]);
        assert_eq!(db.count_outbox().await.unwrap().claimed, 1);
    });
}

#[test]
fn a_retry_keeps_its_place() {
    with_database(|database| async move {
        let db = database.connect().await;
        db.commit_turn(&turn(&db, "ada", 1, 0)).await.unwrap();
        db.commit_turn(&turn(&db, "ada", 2, 1)).await.unwrap();
        let heads = claim(&db).await;
        let again_at = later() + Duration::seconds(30);
        assert!(db.mark_retry(&heads[0].id, again_at, "429").await.unwrap());
        assert!(claim(&db).await.is_empty());
        let counts = db.count_outbox().await.unwrap();
        assert_eq!((counts.ready, counts.claimed), (2, 0));
        let heads = claim_at(&db, again_at).await.claimed;
        assert_eq!(texts(&heads), ["answer to 1"]);
        assert_eq!((heads[0].attempt, heads[0].repeated), (2, false));
    });
}

#[test]
fn what_cannot_be_sent_makes_room() {
    with_database(|database| async move {
        let db = database.connect().await;
        db.commit_turn(&turn(&db, "ada", 1, 0)).await.unwrap();
        db.commit_turn(&turn(&db, "ada", 2, 1)).await.unwrap();
        let heads = claim(&db).await;
        let done = db.mark_unsent(&heads[0].id, Unsent::Unreachable, later(), "blocked").await;
        assert!(done.unwrap());
        let heads = claim(&db).await;
        assert_eq!(texts(&heads), ["answer to 2"]);
        db.mark_unsent(&heads[0].id, Unsent::Failed, later(), "400").await.unwrap();
        assert_eq!(statuses(&database).await, [6, 3]);
    });
}

#[test]
fn a_question_that_has_not_left_gives_way() {
    with_database(|database| async move {
        let db = database.connect().await;
        db.commit_turn(&asking(turn(&db, "ada", 1, 0))).await.unwrap();
        db.commit_turn(&turn(&db, "ada", 2, 1)).await.unwrap();
        db.commit_turn(&asking(turn(&db, "ada", 3, 2))).await.unwrap();
        // A turn without a reply takes nothing back.
        let silent = Turn { outbox: Vec::new(), ..turn(&db, "ada", 4, 3) };
        db.commit_turn(&silent).await.unwrap();
        assert_eq!(statuses(&database).await, [4, 0, 0]);
        let heads = claim(&db).await;
        assert_eq!(texts(&heads), ["answer to 2"]);
        sent(&db, &heads).await;
        let heads = claim(&db).await;
        assert_eq!(texts(&heads), ["answer to 3"]);
        // What a sender has may have left: it stays.
        db.commit_turn(&turn(&db, "ada", 5, 4)).await.unwrap();
        assert_eq!(statuses(&database).await, [4, 2, 1, 0]);
    });
}

#[test]
fn a_person_who_takes_over_silences_the_bot() {
    with_database(|database| async move {
        let db = database.connect().await;
        let mut first = turn(&db, "ada", 1, 0);
        // A confirmation goes out whoever speaks.
        first.outbox.push(Outgoing { ordinal: 2, epoch: None, ..first.outbox[0].clone() });
        first.outbox.push(Outgoing { ordinal: 3, lane: Lane::Card, ..first.outbox[0].clone() });
        db.commit_turn(&first).await.unwrap();
        let state = State { epoch: 1, ..State::default() };
        let claims = Turn { outbox: Vec::new(), ..turn(&db, "ada", 2, 1) };
        db.commit_turn(&with_state(claims, &state)).await.unwrap();
        assert_eq!(statuses(&database).await, [5, 0, 0]);
        let heads = claim_at(&db, later()).await;
        assert_eq!((heads.claimed.len(), heads.dropped), (2, 0));
        assert_eq!(
            heads.claimed.iter().map(|row| row.lane as i16).sum::<i16>(),
            1 + 2,
            "and the card"
        );
    });
}

#[test]
fn a_retry_of_an_older_epoch_is_dropped_when_it_is_claimed() {
    with_database(|database| async move {
        let db = database.connect().await;
        db.commit_turn(&turn(&db, "ada", 1, 0)).await.unwrap();
        let heads = claim(&db).await;
        let state = State { epoch: 1, ..State::default() };
        let claims = Turn { outbox: Vec::new(), ..turn(&db, "ada", 2, 1) };
        db.commit_turn(&with_state(claims, &state)).await.unwrap();
        assert_eq!(statuses(&database).await, [1], "it is on its way");
        db.mark_retry(&heads[0].id, later(), "lost").await.unwrap();
        let heads = claim_at(&db, later()).await;
        assert_eq!((heads.claimed.len(), heads.dropped), (0, 1));
        assert_eq!(statuses(&database).await, [5]);
    });
}

#[test]
fn an_expired_claim_is_taken_again_and_counted() {
    with_database(|database| async move {
        let slow = database.connect_as("slow").await;
        let other = database.connect_as("other").await;
        slow.commit_turn(&turn(&slow, "ada", 1, 0)).await.unwrap();
        let first = claim(&slow).await;
        assert!(claim(&other).await.is_empty(), "its holder lives and has time left");
        let second = claim_at(&other, later() + Duration::seconds(11)).await.claimed;
        assert_eq!((second[0].attempt, second[0].repeated), (2, true));
        assert!(
            !slow.mark_retry(&first[0].id, later(), "late").await.unwrap(),
            "no longer its own"
        );
        assert_eq!(sent(&slow, &first).await, 1, "what was sent was sent");
        assert_eq!(sent(&other, &second).await, 0);
        let repeats: i16 = sqlx::query_scalar("SELECT repeats FROM outbox")
            .fetch_one(&mut database.plain().await)
            .await
            .unwrap();
        assert_eq!(repeats, 1);
    });
}

#[test]
fn the_claims_of_the_dead_are_taken_at_once() {
    with_database(|database| async move {
        let dead = database.connect_as("dead").await;
        dead.commit_turn(&turn(&dead, "ada", 1, 0)).await.unwrap();
        assert_eq!(claim(&dead).await.len(), 1);
        dead.close().await;
        database.gone("dead").await;
        let other = database.connect_as("other").await;
        assert_eq!(claim(&other).await.len(), 1);
    });
}

#[test]
fn two_claimers_never_get_the_same_row_nor_break_the_order() {
    with_database(|database| async move {
        let db = database.connect().await;
        for who in 0..20 {
            for n in 0..4 {
                db.commit_turn(&turn(&db, &format!("visitor {who}"), n, n)).await.unwrap();
            }
        }
        let claimers: Vec<_> = ["one", "two", "three"].map(|name| database.settings(name)).into();
        let tasks = claimers.into_iter().map(|settings| {
            tokio::spawn(async move {
                let db = Db::connect(&settings).await.unwrap();
                let mut got = Vec::new();
                loop {
                    let heads = claim(&db).await;
                    if heads.is_empty() && db.count_outbox().await.unwrap().ready == 0 {
                        return got;
                    }
                    got.extend(heads.iter().map(|row| row.id));
                    sent(&db, &heads).await;
                    tokio::task::yield_now().await;
                }
            })
        });
        let mut got = Vec::new();
        for task in tasks.collect::<Vec<_>>() {
            let mut one = task.await.unwrap();
            for pair in one.windows(2).filter(|pair| pair[0].contact == pair[1].contact) {
                assert!(pair[0].turn < pair[1].turn);
            }
            got.append(&mut one);
        }
        assert_eq!(got.len(), 80);
        assert_eq!(got.iter().collect::<std::collections::HashSet<_>>().len(), 80);
    });
}

#[test]
fn a_payload_of_a_later_version_is_corrupt_and_not_a_panic() {
    with_database(|database| async move {
        let db = database.connect().await;
        let mut odd = turn(&db, "ada", 1, 0);
        odd.outbox[0].payload = Json::of(&serde_json::json!({ "v": 9 })).unwrap();
        db.commit_turn(&odd).await.unwrap();
        let heads = claim(&db).await;
        assert!(heads[0].outbound().is_err());
    });
}

/// A form of a card, with these marks among what only reps get.
fn card(db: &Db, who: &str, update: i64, reps: serde_json::Value) -> Turn {
    let mut turn = turn(db, who, update, update - 1);
    let mut payload: serde_json::Value =
        serde_json::from_str(turn.outbox[0].payload.as_str()).unwrap();
    payload["reps"] = reps;
    let form = &mut turn.outbox[0];
    (form.lane, form.epoch) = (Lane::Card, None);
    form.payload = Json::of(&payload).unwrap();
    turn
}

#[test]
fn only_the_newest_form_of_a_card_is_sent() {
    with_database(|database| async move {
        let db = database.connect().await;
        let (plain, apart) = (serde_json::json!({}), serde_json::json!({ "apart": true }));
        for form in [
            card(&db, "ada", 1, serde_json::json!({ "alert": true })),
            card(&db, "ada", 2, plain.clone()),
            card(&db, "ada", 3, apart),
            card(&db, "ada", 4, plain.clone()),
        ] {
            assert!(matches!(db.commit_turn(&form).await.unwrap(), Committed::Done(_)));
        }
        // The first two give way to the last one; what stands beside the card keeps its place.
        for _ in 0..2 {
            let heads = claim_at(&db, later()).await;
            assert_eq!((heads.superseded, heads.claimed.len()), (1, 0));
        }
        let beside = claim(&db).await;
        assert_eq!(texts(&beside), ["answer to 3"]);
        assert_eq!(sent(&db, &beside).await, 1);
        let newest = claim(&db).await;
        assert_eq!(texts(&newest), ["answer to 4"]);
        assert_eq!(statuses(&database).await, [4, 4, 2, 1]);

        // It is on its way, and may arrive: a newer one waits for its end and does not end it.
        db.commit_turn(&card(&db, "ada", 5, plain.clone())).await.unwrap();
        db.commit_turn(&card(&db, "ada", 6, plain)).await.unwrap();
        assert!(claim(&db).await.is_empty());
        db.mark_retry(&newest[0].id, later(), "no answer in time").await.unwrap();
        // Its card is known by name, so it makes no second one if it gives way now.
        assert_eq!(claim_at(&db, later()).await.superseded, 1);
        assert_eq!(claim_at(&db, later()).await.superseded, 1);
        assert_eq!(texts(&claim(&db).await), ["answer to 6"]);
    });
}

#[test]
fn an_alert_does_not_wait_behind_an_older_form_of_its_card() {
    with_database(|database| async move {
        let db = database.connect().await;
        let (alert, plain) = (serde_json::json!({ "alert": true }), serde_json::json!({}));
        let put_off = later() + Duration::minutes(1);
        for who in ["ada", "bo"] {
            db.commit_turn(&card(&db, who, 1, plain.clone())).await.unwrap();
        }
        for form in claim(&db).await {
            db.put_off(&form.id, put_off).await.unwrap();
        }
        db.commit_turn(&card(&db, "ada", 2, alert)).await.unwrap();
        db.commit_turn(&card(&db, "bo", 2, plain)).await.unwrap();
        assert!(claim(&db).await.is_empty(), "the heads of both lanes are put off");
        let account = AccountId::from("pedalwerk");
        assert_eq!(db.hasten_cards(Channel::Terminal, &account, later()).await.unwrap(), 1);
        assert_eq!(claim_at(&db, later()).await.superseded, 1);
        let heads = claim(&db).await;
        assert_eq!(heads.len(), 1, "the other one is no alert and waits");
        assert_eq!(heads[0].alert_since, Some(now() + Duration::seconds(1)));
    });
}

#[test]
fn what_may_have_arrived_is_tried_again_before_a_newer_form() {
    with_database(|database| async move {
        let db = database.connect().await;
        db.commit_turn(&card(&db, "ada", 1, serde_json::json!({}))).await.unwrap();
        let first = claim(&db).await;
        db.commit_turn(&card(&db, "ada", 2, serde_json::json!({}))).await.unwrap();
        db.mark_retry(&first[0].id, later(), "no answer in time").await.unwrap();
        let again = claim(&db).await;
        assert_eq!(texts(&again), ["answer to 1"], "it may be there already");
        // Refused, it surely is not.
        db.mark_retry(&again[0].id, later(), "429, again after 3 s").await.unwrap();
        assert_eq!(claim_at(&db, later()).await.superseded, 1);
        assert_eq!(texts(&claim(&db).await), ["answer to 2"]);
    });
}

#[test]
fn alerts_are_claimed_first_and_know_since_when() {
    with_database(|database| async move {
        let db = database.connect().await;
        let (alert, plain) = (serde_json::json!({ "alert": true }), serde_json::json!({}));
        // Bo has a card already; it is edited.
        db.commit_turn(&card(&db, "bo", 1, alert.clone())).await.unwrap();
        let first = claim(&db).await;
        assert_eq!(first[0].alert_since, Some(now()));
        sent(&db, &first).await;
        db.commit_turn(&card(&db, "bo", 2, plain.clone())).await.unwrap();
        let mut late = card(&db, "cy", 1, alert);
        late.at += Duration::seconds(20);
        late.outbox[0].due_at = late.at;
        db.commit_turn(&late).await.unwrap();
        // Cy says more before the card has left: it is the same alert.
        let mut more = card(&db, "cy", 2, plain);
        more.at += Duration::seconds(30);
        more.outbox[0].due_at = more.at;
        db.commit_turn(&more).await.unwrap();
        let heads = claim_at(&db, later()).await;
        assert_eq!((heads.superseded, texts(&heads.claimed)), (1, vec!["answer to 2".to_owned()]));
        assert_eq!(heads.claimed[0].alert_since, None, "an edit alerts nobody");
        db.put_off(&heads.claimed[0].id, later()).await.unwrap();
        let heads = claim(&db).await;
        let since: Vec<_> = heads.iter().map(|row| row.alert_since).collect();
        assert_eq!(since, [Some(now() + Duration::seconds(20)), None], "the alert comes first");
    });
}
