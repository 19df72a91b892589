//! The gate, the mark and the effect.

use docent::domain::conversation::State;
use docent::store::conversations::Wanted;
use docent::store::turns::{Author, Json, Turn, Update};
use docent::store::{Committed, Connect, Db, StoreError};
use sqlx::Executor;

use crate::support::database::{TestDatabase, with_database};
use crate::support::turns::{identity, now, turn, with_state};

/// Counts the rows of a query.
async fn count(database: &TestDatabase, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&mut database.plain().await).await.unwrap()
}

#[test]
fn a_turn_is_stored_once() {
    with_database(|database| async move {
        let db = database.connect().await;
        let first = turn(&db, "ada", 1, 0);
        assert_eq!(db.commit_turn(&first).await.unwrap(), Committed::Done(1));
        assert_eq!(db.commit_turn(&first).await.unwrap(), Committed::Stale);
        let wanted = Wanted { contact: first.contact, update: first.update };
        let found = db.find_conversation(wanted).await.unwrap();
        assert_eq!((found.version, found.seen), (1, true));
        let again = Turn { after: 1, ..first };
        assert_eq!(db.commit_turn(&again).await.unwrap(), Committed::Duplicate);
        assert_eq!(db.find_conversation(wanted).await.unwrap().version, 1);
        for table in ["inbound", "turns", "outbox", "lead_events"] {
            let sql = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
            let rows: i64 = sqlx::query_scalar(sql).fetch_one(db.raw_pool()).await.unwrap();
            assert_eq!(rows, 1, "{table}");
        }
    });
}

#[test]
fn a_stale_turn_leaves_no_mark() {
    with_database(|database| async move {
        let db = database.connect().await;
        db.commit_turn(&turn(&db, "ada", 1, 0)).await.unwrap();
        let late = turn(&db, "ada", 2, 0);
        assert_eq!(db.commit_turn(&late).await.unwrap(), Committed::Stale);
        let found = db.find_conversation(Wanted { contact: late.contact, update: late.update });
        assert!(!found.await.unwrap().seen, "a stale turn marked its update as seen");
        assert_eq!(db.commit_turn(&turn(&db, "ada", 2, 1)).await.unwrap(), Committed::Done(2));
    });
}

#[test]
fn what_is_remembered_comes_back() {
    with_database(|database| async move {
        let db = database.connect().await;
        let contact = db.contact_id(&identity("ada"));
        let nobody = db.find_conversation(Wanted { contact, update: None }).await.unwrap();
        assert_eq!((nobody.version, nobody.state().unwrap()), (0, State::default()));
        let state = State { greeted: true, misses: 2, heard_at: Some(now()), ..State::default() };
        db.commit_turn(&with_state(turn(&db, "ada", 1, 0), &state)).await.unwrap();
        let wanted = [
            Wanted { contact: db.contact_id(&identity("bo")), update: None },
            Wanted { contact, update: None },
        ];
        let found = db.find_conversations(&wanted).await.unwrap();
        assert_eq!(found.iter().map(|found| found.version).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(found[1].state().unwrap(), state);
    });
}

#[test]
fn of_racing_first_turns_one_wins() {
    with_database(|database| async move {
        let db = database.connect().await;
        let tries = (0..16).map(|update| {
            let db = db.clone();
            tokio::spawn(async move {
                // Every other batch names the two in the other order.
                let mut turns = vec![turn(&db, "ada", update, 0), turn(&db, "bo", update, 0)];
                if update % 2 == 1 {
                    turns.reverse();
                }
                db.commit_turns(&turns).await.unwrap()
            })
        });
        let mut done = 0;
        for batch in tries.collect::<Vec<_>>() {
            for outcome in batch.await.unwrap() {
                match outcome {
                    Committed::Done(1) => done += 1,
                    Committed::Stale => {}
                    other => panic!("{other:?}"),
                }
            }
        }
        assert_eq!(done, 2);
        assert_eq!(count(&database, "SELECT count(*) FROM inbound").await, 2);
        assert_eq!(count(&database, "SELECT count(*) FROM contacts").await, 2);
    });
}

#[test]
fn racing_turns_lose_nothing_and_repeat_nothing() {
    with_database(|database| async move {
        let db = database.connect().await;
        let tasks: Vec<_> = (0..30)
            .map(|update| {
                let db = db.clone();
                tokio::spawn(async move { insist(&db, "ada", update).await })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(count(&database, "SELECT version FROM conversations").await, 30);
        assert_eq!(count(&database, "SELECT count(*) FROM inbound").await, 30);
        assert_eq!(count(&database, "SELECT count(*) FROM turns").await, 30);
    });
}

/// Reads and commits until the update has its effect.
async fn insist(db: &Db, who: &str, update: i64) {
    loop {
        let proposed = turn(db, who, update, 0);
        let wanted = Wanted { contact: proposed.contact, update: proposed.update };
        let after = db.find_conversation(wanted).await.unwrap().version;
        match db.commit_turn(&Turn { after, ..proposed }).await.unwrap() {
            Committed::Done(_) => return,
            Committed::Stale => {}
            Committed::Duplicate => panic!("nobody else has this update"),
        }
    }
}

#[test]
fn a_stale_turn_does_not_hold_up_its_batch() {
    with_database(|database| async move {
        let db = database.connect().await;
        db.commit_turn(&turn(&db, "ada", 1, 0)).await.unwrap();
        db.commit_turn(&turn(&db, "bo", 1, 0)).await.unwrap();
        let batch = [
            turn(&db, "ada", 2, 0),
            turn(&db, "bo", 2, 1),
            turn(&db, "bo", 1, 1),
            turn(&db, "cy", 1, 0),
            turn(&db, "cy", 2, 0),
        ];
        let outcomes = db.commit_turns(&batch).await.unwrap();
        assert_eq!(
            outcomes,
            [
                Committed::Stale,
                Committed::Done(2),
                Committed::Stale,
                Committed::Done(1),
                Committed::Stale
            ]
        );
        let said = db.list_messages(batch[1].contact).await.unwrap();
        let said: Vec<_> = said.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(said, ["bo says 1", "answer to 1", "bo says 2", "answer to 2"]);
        assert_eq!(db.list_messages(batch[0].contact).await.unwrap().len(), 2);
        let twice = Turn { update: batch[1].update, ..turn(&db, "bo", 9, 2) };
        assert_eq!(
            db.commit_turns(&[twice, turn(&db, "ada", 2, 1)]).await.unwrap(),
            [Committed::Duplicate, Committed::Done(2)]
        );
    });
}

#[test]
fn a_busy_conversation_is_skipped_and_not_waited_for() {
    with_database(|database| async move {
        let db = database.connect().await;
        db.commit_turn(&turn(&db, "ada", 1, 0)).await.unwrap();
        let mut busy = database.plain().await;
        busy.execute("BEGIN; SELECT * FROM conversations FOR UPDATE").await.unwrap();
        let batch = [turn(&db, "ada", 2, 1), turn(&db, "bo", 1, 0)];
        let commit = db.commit_turns(&batch);
        let outcomes = tokio::time::timeout(std::time::Duration::from_secs(5), commit).await;
        assert_eq!(outcomes.unwrap().unwrap(), [Committed::Stale, Committed::Done(1)]);
        busy.execute("ROLLBACK").await.unwrap();
        assert_eq!(db.commit_turn(&batch[0]).await.unwrap(), Committed::Done(2));
    });
}

#[test]
fn a_poisonous_turn_harms_only_itself() {
    with_database(|database| async move {
        let db = database.connect().await;
        let mut poison = turn(&db, "ada", 1, 0);
        poison.messages[0].text = "a\0b".to_owned();
        let batch = [poison, turn(&db, "bo", 1, 0)];
        let error = db.commit_turns(&batch).await.unwrap_err();
        assert!(matches!(error, StoreError::Rejected { .. }), "{error}");
        assert_eq!(count(&database, "SELECT count(*) FROM contacts").await, 0);
        assert!(db.commit_turn(&batch[0]).await.is_err());
        assert_eq!(db.commit_turn(&batch[1]).await.unwrap(), Committed::Done(1));
    });
}

#[test]
fn an_event_that_cannot_be_decided_is_stored_as_failed() {
    with_database(|database| async move {
        let db = database.connect().await;
        let state = State { greeted: true, ..State::default() };
        db.commit_turn(&with_state(turn(&db, "ada", 1, 0), &state)).await.unwrap();
        let mut failed = turn(&db, "ada", 2, 0);
        failed.messages[0].text = "a\0b".to_owned();
        failed.event = Json::of(&"x\0y").unwrap();
        let outcome = db.insert_failed_turn(failed.clone()).await.unwrap();
        assert_eq!(outcome, Committed::Done(2));
        assert_eq!(db.insert_failed_turn(failed.clone()).await.unwrap(), Committed::Duplicate);
        let wanted = Wanted { contact: failed.contact, update: None };
        assert_eq!(db.find_conversation(wanted).await.unwrap().state().unwrap(), state);
        let turns = db.list_turns(failed.contact).await.unwrap();
        assert_eq!(
            turns.iter().map(|turn| turn.kind.as_str()).collect::<Vec<_>>(),
            ["said", "failed"]
        );
        let said = db.list_messages(failed.contact).await.unwrap();
        assert_eq!(said.last().unwrap().author, Author::Bot);
        // A first event may fail as well.
        assert_eq!(db.insert_failed_turn(turn(&db, "bo", 1, 0)).await.unwrap(), Committed::Done(1));
    });
}

#[test]
fn a_timer_needs_no_update_and_fires_once() {
    with_database(|database| async move {
        let db = database.connect().await;
        let state = State { wake_at: Some(now()), ..State::default() };
        db.commit_turn(&with_state(turn(&db, "ada", 1, 0), &state)).await.unwrap();
        db.commit_turn(&turn(&db, "bo", 1, 0)).await.unwrap();
        let early = now() - chrono::Duration::seconds(1);
        assert!(db.list_due_pauses(early, 10).await.unwrap().is_empty());
        let due = db.list_due_pauses(now(), 10).await.unwrap();
        assert_eq!(due.iter().map(|due| &due.identity).collect::<Vec<_>>(), [&identity("ada")]);
        let timer = Turn { update: None, kind: "timer", heard: false, ..turn(&db, "ada", 0, 1) };
        assert_eq!(db.commit_turn(&timer).await.unwrap(), Committed::Done(2));
        assert_eq!(db.commit_turn(&timer).await.unwrap(), Committed::Stale);
        assert!(db.list_due_pauses(now(), 10).await.unwrap().is_empty());
    });
}

#[test]
fn an_update_of_another_channel_is_another_update() {
    with_database(|database| async move {
        let db = database.connect().await;
        db.commit_turn(&turn(&db, "ada", 1, 0)).await.unwrap();
        let rep = Update { channel: docent::domain::ids::Channel::Telegram, id: 1 };
        let turn = Turn { update: Some(rep), ..turn(&db, "ada", 1, 1) };
        assert_eq!(db.commit_turn(&turn).await.unwrap(), Committed::Done(2));
    });
}

#[test]
fn a_server_that_is_not_there_is_unavailable() {
    with_database(|database| async move {
        let connect = Connect {
            url: "postgres:///docent?host=/nowhere&user=docent".to_owned(),
            ..database.settings("lost")
        };
        let error = Db::connect(&connect).await.unwrap_err();
        assert!(matches!(error, StoreError::Unavailable { .. }), "{error}");
    });
}

#[test]
fn a_cut_connection_is_unavailable_and_the_next_one_works() {
    with_database(|database| async move {
        let db = database.connect_as("cut").await;
        let kill = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'docent/cut'";
        count(&database, kill).await;
        let mut errors = 0;
        while let Err(error) = db.commit_turn(&turn(&db, "ada", 1, 0)).await {
            assert!(matches!(error, StoreError::Unavailable { .. }), "{error}");
            errors += 1;
            assert!(errors < 10);
        }
    });
}
