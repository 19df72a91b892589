//! The plans of what runs with every turn and send, made while the tables were empty, must be
//! right for large ones: nobody restarts a bot because it became popular.

use chrono::{DateTime, Duration, Utc};
use docent::domain::contact::ContactId;
use docent::domain::conversation::State;
use docent::domain::ids::{AccountId, Channel};
use docent::store::conversations::Wanted;
use docent::store::outbox::claim::ClaimHeads;
use docent::store::turns::Turn;
use docent::store::{Committed, Connect, Db};
use sqlx::Executor;

use crate::support::database::with_database;
use crate::support::turns::{asking, now, turn, with_state};

/// How many contacts there are in the end, and what one statement may at most read.
const MANY: i64 = 3000;
const FEW: i64 = 1000;

/// Everything that happens all the time, for some contacts at a version.
async fn a_moment(db: &Db, contacts: &[ContactId], after: i64, at: DateTime<Utc>) {
    let wanted: Vec<_> =
        contacts.iter().map(|contact| Wanted { contact: *contact, update: None }).collect();
    db.find_conversations(&wanted).await.unwrap();
    let state = State { epoch: 1, ..State::default() };
    let turns: Vec<Turn> = (0..)
        .zip(contacts)
        .map(|(n, contact)| Turn {
            contact: *contact,
            withdrawn: vec![(1, 0)],
            ..asking(turn(db, "somebody", 1_000_000 + after * 100 + n, after))
        })
        .map(|turn| if after == 2 { with_state(turn, &state) } else { turn })
        .collect();
    let outcomes = db.commit_turns(&turns).await.unwrap();
    assert!(outcomes.iter().all(|outcome| *outcome == Committed::Done(after + 1)), "{outcomes:?}");
    let account = AccountId::from("pedalwerk");
    let what = ClaimHeads {
        channel: Channel::Terminal,
        account: &account,
        now: at,
        until: at + Duration::seconds(10),
        limit: 20,
    };
    let heads = db.claim_heads(&what).await.unwrap();
    let sent: Vec<_> = heads.claimed.iter().map(|row| (row.id, None)).collect();
    let (one, rest) = sent.split_at(sent.len().min(1));
    let heads = db.mark_and_claim_heads(rest, &what).await.unwrap();
    db.mark_sent(&heads.claimed.iter().map(|row| (row.id, None)).collect::<Vec<_>>(), at)
        .await
        .unwrap();
    for (id, _) in one {
        assert!(db.mark_retry(id, at, "again").await.unwrap());
    }
    db.list_due_pauses(at, 10).await.unwrap();
}

#[test]
fn plans_made_on_empty_tables_are_right_for_large_ones() {
    with_database(|database| async move {
        // One connection, so that its plans are the old ones.
        let db =
            Db::connect(&Connect { connections: 1, ..database.settings("plans") }).await.unwrap();
        let first = db.contact_id(&crate::support::turns::identity("first"));
        for after in 0..3 {
            a_moment(&db, &[first], after, now()).await;
        }
        let mut plain = database.plain().await;
        fill(&mut plain).await;
        let some = some_at_version(2, &mut plain).await;
        must_read_little(&db, &mut plain, &some, 2).await;
    });
}

#[test]
fn plans_made_while_nothing_waited_are_right_for_a_backlog() {
    with_database(|database| async move {
        let db =
            Db::connect(&Connect { connections: 1, ..database.settings("plans") }).await.unwrap();
        let mut plain = database.plain().await;
        fill(&mut plain).await;
        // The statistics say: hardly anything ever waits.
        plain.execute("UPDATE outbox SET status = 2, done_at = now()").await.unwrap();
        plain.execute("VACUUM (ANALYZE)").await.unwrap();
        let some = some_at_version(2, &mut plain).await;
        a_moment(&db, &some[..1], 2, now() + Duration::minutes(1)).await;
        plain.execute("UPDATE outbox SET status = 0, done_at = NULL WHERE turn = 2").await.unwrap();
        must_read_little(&db, &mut plain, &some[1..], 2).await;
    });
}

/// Many contacts with two turns each, all of whose replies wait.
async fn fill(plain: &mut sqlx::PgConnection) {
    let fill = format!(
        "WITH c AS (INSERT INTO contacts
            SELECT get_byte(uuid_send(id), 0), id, now()
            FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, {MANY})) x RETURNING *),
        i AS (INSERT INTO identities
            SELECT bucket, contact_id, 1, 'pedalwerk', contact_id::text FROM c),
        v AS (INSERT INTO conversations (bucket, contact_id, version, state, updated_at)
            SELECT bucket, contact_id, 2, '{{}}', now() FROM c),
        l AS (INSERT INTO leads (bucket, contact_id, created_at)
            SELECT bucket, contact_id, now() FROM c),
        e AS (INSERT INTO lead_events (bucket, contact_id, turn, ordinal, at, kind, rule, reason)
            SELECT bucket, contact_id, n, 0, now(), 'award', 'x', 'x' FROM c, generate_series(1, 2) n),
        u AS (INSERT INTO inbound
            SELECT bucket, contact_id, 1, n, n, now() FROM c, generate_series(1, 2) n)
        INSERT INTO outbox (bucket, contact_id, turn, ordinal, lane, channel, account, due_at,
            epoch, asks_only, payload)
        SELECT bucket, contact_id, n, 1, 1, 1, 'pedalwerk', '2026-03-01', 0, n = 2, '{{}}'
        FROM c, generate_series(1, 2) n"
    );
    plain.execute(sqlx::AssertSqlSafe(fill)).await.unwrap();
}

async fn some_at_version(version: i64, plain: &mut sqlx::PgConnection) -> Vec<ContactId> {
    let ids: Vec<_> =
        sqlx::query_scalar("SELECT contact_id FROM conversations WHERE version = $1 LIMIT 8")
            .bind(version)
            .fetch_all(plain)
            .await
            .unwrap();
    ids.into_iter().map(ContactId).collect()
}

async fn must_read_little(db: &Db, plain: &mut sqlx::PgConnection, some: &[ContactId], after: i64) {
    let before = read_by_tables(db, plain).await;
    a_moment(db, some, after, now() + Duration::minutes(1)).await;
    for (name, read) in read_by_tables(db, plain).await {
        let before = before.iter().find(|(table, _)| *table == name).map_or(0, |(_, n)| *n);
        assert!(read - before < FEW, "{name}: {} rows were read", read - before);
    }
}

/// Rows and index entries that were read so far, by table.
async fn read_by_tables(db: &Db, plain: &mut sqlx::PgConnection) -> Vec<(String, i64)> {
    // The counts of a session are published at its leisure, or when told to.
    db.raw_pool().execute("SELECT pg_stat_force_next_flush()").await.unwrap();
    db.ping().await.unwrap();
    plain.execute("SELECT pg_stat_force_next_flush(), pg_stat_clear_snapshot()").await.unwrap();
    sqlx::query_as(
        "SELECT t.relname::text, (t.seq_tup_read + coalesce(sum(i.idx_tup_read), 0))::bigint
        FROM pg_stat_user_tables t LEFT JOIN pg_stat_user_indexes i ON i.relid = t.relid
        GROUP BY t.relid, t.relname, t.seq_tup_read",
    )
    .fetch_all(plain)
    .await
    .unwrap()
}
