//! Migrations: one by one over rows that were there before, and none backwards.

use docent::domain::contact::ContactId;
use docent::domain::ids::Channel;
use docent::store::leads::LeadFilter;
use docent::store::outbox::claim::ClaimHeads;
use docent::store::{Db, MIGRATIONS, StoreError};
use sqlx::{AssertSqlSafe, Executor};

use crate::support::database::{with_database, with_empty_database};
use crate::support::turns::now;

#[test]
fn each_migration_applies_over_the_rows_of_the_one_before() {
    with_empty_database(|database| async move {
        let mut plain = database.plain().await;
        for migration in MIGRATIONS.iter() {
            MIGRATIONS.run_to(migration.version, &mut plain).await.unwrap();
            let path = format!(
                "{}/tests/sample_rows/{:04}.sql",
                env!("CARGO_MANIFEST_DIR"),
                migration.version
            );
            let rows =
                std::fs::read_to_string(&path).expect("rows for each migration: see style.md");
            plain.execute(AssertSqlSafe(rows)).await.expect(&path);
        }
        // This version of the program reads what is there by then.
        let db = database.connect().await;
        let ada = ContactId("0a000000-0000-5000-8000-000000000001".parse().unwrap());
        let found = db.find_lead(ada).await.unwrap().unwrap();
        assert!(found.state.greeted);
        assert_eq!(found.transcript.len(), 2);
        assert_eq!(db.list_leads(&LeadFilter::Engaged, 10).await.unwrap().len(), 1);
        assert_eq!(db.find_active_script().await.unwrap().unwrap().generation, 1);
        let account = "pedalwerk".into();
        let what = ClaimHeads {
            channel: Channel::Terminal,
            account: &account,
            now: now(),
            until: now(),
            limit: 10,
        };
        let heads = db.claim_heads(&what).await.unwrap();
        assert_eq!(heads.claimed[0].outbound().unwrap().text(), "80 km.");
    });
}

#[test]
fn a_database_of_a_newer_version_is_left_alone() {
    with_database(|database| async move {
        let mut plain = database.plain().await;
        let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
            VALUES (9000, 'from tomorrow', true, '\\x00', 0), (9001, 'and later', true, '\\x00', 0)";
        plain.execute(newer).await.unwrap();
        let error = Db::connect(&database.settings("old")).await.unwrap_err();
        assert!(matches!(error, StoreError::Newer { found: 9001, .. }), "{error}");
        assert!(error.to_string().contains("newer Docent"), "{error}");
    });
}

#[test]
fn a_migration_that_was_edited_after_it_was_applied_is_noticed() {
    with_database(|database| async move {
        let mut plain = database.plain().await;
        let edit = "UPDATE _sqlx_migrations SET checksum = '\\x00' WHERE version = 1";
        plain.execute(edit).await.unwrap();
        let error = Db::connect(&database.settings("old")).await.unwrap_err();
        assert!(matches!(error, StoreError::Corrupt { what: "schema", .. }), "{error}");
    });
}

#[test]
fn processes_that_start_together_migrate_once() {
    with_empty_database(|database| async move {
        let starts: Vec<_> = (0..4)
            .map(|n| {
                let settings = database.settings(&format!("start {n}"));
                tokio::spawn(async move { Db::connect(&settings).await.map(drop) })
            })
            .collect();
        for start in starts {
            start.await.unwrap().unwrap();
        }
    });
}
