//! What our turns stand beside: `b2_safe.sql`, a read and one gated write for each turn, on tables
//! of the same shape, with as many rows as our talk writes.
//!
//! It decides nothing, renders nothing and sends nothing; the words it writes are constants.

use docent::domain::contact::ContactId;
use sqlx::{AssertSqlSafe, PgPool};

/// Tables that a turn writes, with the fill factor that `LIKE` leaves out.
pub const TABLES: [(&str, Option<u32>); 8] = [
    ("inbound", None),
    ("turns", None),
    ("conversations", Some(70)),
    ("messages", None),
    ("outbox", Some(80)),
    ("leads", Some(80)),
    ("lead_events", None),
    ("unanswered", None),
];

/// Rows of one turn beside those that each turn has.
#[derive(Clone, Copy, Debug, Default, sqlx::FromRow)]
pub struct Rows {
    pub messages: i32,
    pub outbox: i32,
    pub lead_events: i32,
    pub unanswered: i32,
    /// Whether the lead's row changes.
    pub lead: i32,
}

/// About 1 kB, as in `b2_safe.sql`.
const STATE: &str = r#"{"flow":"qualify","step":3,"lang":"en","score":42,"slots":{"name":"c4ca4238a0b923820dcc509a6f75849b","company":"c81e728d9d4c2f636f067f89cc14862c","email":"eccbc87e4b5ce2fe28308fd9f2a7baf3@x.test","budget":50000,"timeline":"a87ff679a2f3e71d9181a67b7542122c","need":"e4da3b7fbbce2345d7772b0674a318d51679091c5a880faf6fb5e6087eb1b2dc8f14e45fceea167a5a36dedd4bea2543"},"history":["c9f0f895fb98ab9159f51fd0297e236d45c48cce2e2d7fbdea1afc51c7c6ad26d3d9446802a44259755d38e6d163e820","6512bd43d9caa6e02c990b0a82652dcac20ad4d76fe97759aa27a0c99bff6710c51ce410c124a10e0db5e4b97fc2af39","aab3238922bcc25a6f606eb525ffdc569bf31c7f1746b2ab7ab8d9d9b9a7b1a23c59dc1b5ddd1a1a5b5a2f5d9b6b7c8d"],"pad":"70efdf2ec9b086079795c442636b55fb6f4922f45568161a8cdf4ad2299f6d231f0e3dad99908345f7439f8ffabdffc498f13708210194c475687be6106a3b843c59dc048e8850243be8079a5c74d079b6d767d2f8ed5d21a44b0e5886680cb9"}"#;

/// Makes the tables, and a conversation for each of ours.
pub async fn prepare(pool: &PgPool) {
    run(pool, "CREATE SCHEMA baseline").await;
    for (table, fill) in TABLES {
        run(pool, &format!("CREATE TABLE baseline.{table} (LIKE public.{table} INCLUDING ALL)"))
            .await;
        if let Some(fill) = fill {
            run(pool, &format!("ALTER TABLE baseline.{table} SET (fillfactor = {fill})")).await;
        }
    }
    run(pool, "INSERT INTO baseline.leads SELECT * FROM public.leads").await;
    run(
        pool,
        &format!(
            "INSERT INTO baseline.conversations (bucket, contact_id, version, state, updated_at)
            SELECT bucket, contact_id, 0, '{STATE}', now() FROM public.conversations"
        ),
    )
    .await;
}

/// The two statements of a turn.
pub struct Statements {
    read: String,
    write: String,
}

impl Statements {
    pub fn new() -> Self {
        Self {
            read: "SELECT version, state::text FROM baseline.conversations
                WHERE bucket = $1 AND contact_id = $2"
                .to_owned(),
            write: write(),
        }
    }

    /// One turn: read, then the gated write of the version that was read.
    pub async fn turn(&self, pool: &PgPool, contact: ContactId, update: i64, rows: &Rows) {
        let (version, state): (i64, String) = sqlx::query_as(AssertSqlSafe(self.read.as_str()))
            .bind(contact.bucket())
            .bind(contact.0)
            .fetch_one(pool)
            .await
            .expect("the baseline reads");
        assert!(state.len() > 800, "the state has about 1 kB");
        let after: i64 = sqlx::query_scalar(AssertSqlSafe(self.write.as_str()))
            .bind(contact.bucket())
            .bind(contact.0)
            .bind(version)
            .bind(update)
            .bind(rows.messages)
            .bind(rows.outbox)
            .bind(rows.lead_events)
            .bind(rows.unanswered)
            .bind(rows.lead)
            .fetch_one(pool)
            .await
            .expect("the baseline writes");
        assert_eq!(after, version + 1, "the gate lets it through");
    }
}

fn write() -> String {
    format!(
        r#"WITH l AS MATERIALIZED (
            SELECT bucket, contact_id FROM baseline.conversations
            WHERE bucket = $1 AND contact_id = $2 AND version = $3 FOR UPDATE
        ), i AS (
            INSERT INTO baseline.inbound (bucket, contact_id, channel, update_id, turn, received_at)
            SELECT bucket, contact_id, 1, $4, $3 + 1, now() FROM l
            ON CONFLICT DO NOTHING RETURNING contact_id
        ), c AS (
            UPDATE baseline.conversations SET version = version + 1, state = '{STATE}', updated_at = now()
            WHERE bucket = $1 AND contact_id = $2 AND version = $3 AND EXISTS (SELECT 1 FROM i)
            RETURNING bucket, contact_id, version
        ), t AS (
            INSERT INTO baseline.turns (bucket, contact_id, turn, kind, at, event)
            SELECT bucket, contact_id, version, 'said', now(),
                '{{"said":{{"text":"hi, how much is the pro plan for a team of 25?"}}}}' FROM c
        ), m AS (
            INSERT INTO baseline.messages (bucket, contact_id, turn, ordinal, author, text, at)
            SELECT bucket, contact_id, version, o, o, CASE o
                WHEN 0 THEN 'hi, how much is the pro plan for a team of 25?'
                ELSE 'Pro is 49 per seat. For 25 seats I can offer a volume price. What is your timeline?'
                END, now()
            FROM c CROSS JOIN generate_series(0, $5::int - 1) o
        ), x AS (
            INSERT INTO baseline.outbox (bucket, contact_id, turn, ordinal, lane, channel, account, due_at,
                asks_only, payload)
            SELECT bucket, contact_id, version, o, 1, 1, 'bench', now(), false,
                '{{"chat_id":123456789,"text":"Pro is 49 per seat. For 25 seats I can offer a volume price. What is your timeline?","parse_mode":"HTML"}}'
            FROM c CROSS JOIN generate_series(1, $6::int) o
        ), e AS (
            INSERT INTO baseline.lead_events (bucket, contact_id, turn, ordinal, at, kind, rule, reason)
            SELECT bucket, contact_id, version, o, now(), 'award', 'asked_for_price', 'Asked for a price'
            FROM c CROSS JOIN generate_series(1, $7::int) o
        ), u AS (
            INSERT INTO baseline.unanswered (bucket, contact_id, turn, ordinal, text, at)
            SELECT bucket, contact_id, version, o, 'hi, how much is the pro plan for a team of 25?', now()
            FROM c CROSS JOIN generate_series(1, $8::int) o
        ), d AS (
            UPDATE baseline.leads d SET interest = d.interest + 1
            FROM c WHERE $9::int > 0 AND d.bucket = $1 AND d.contact_id = $2
        )
        SELECT version FROM c"#
    )
}

/// Runs one statement of the bench's own.
pub async fn run(pool: &PgPool, sql: &str) {
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(pool).await.unwrap_or_else(|error| {
        panic!("{error} in {sql}");
    });
}
