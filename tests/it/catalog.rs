//! The rules of the schema, held against the catalog of a real database.

use docent::store::forget::PERSONAL_TABLES;
use sqlx::{Executor, PgConnection};

use crate::support::database::with_database;

/// What is wrong with the tables that belong to a person.
async fn violations(plain: &mut PgConnection) -> Vec<String> {
    // Tables of people are those that name one, and those that carry a bucket.
    let keys = "WITH personal AS (
            SELECT DISTINCT c.oid, c.relname::text AS name FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname IN ('contact_id', 'bucket')
            WHERE c.relkind IN ('r', 'p')
        )
        SELECT 'no primary key: ' || p.name FROM personal p
        WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = p.oid AND k.contype = 'p')
        UNION ALL
        SELECT 'bucket is not first in ' || k.conname FROM personal p
        JOIN pg_constraint k ON k.conrelid = p.oid AND k.contype IN ('p', 'u', 'f')
        LEFT JOIN pg_attribute a ON a.attrelid = p.oid AND a.attnum = k.conkey[1]
        WHERE a.attname IS DISTINCT FROM 'bucket'
        UNION ALL
        SELECT 'bucket is not first in the unique index ' || i.indexrelid::regclass FROM personal p
        JOIN pg_index i ON i.indrelid = p.oid AND i.indisunique
        LEFT JOIN pg_attribute a ON a.attrelid = p.oid AND a.attnum = i.indkey[0]
        WHERE a.attname IS DISTINCT FROM 'bucket'
        UNION ALL
        SELECT 'the bucket is not checked: ' || p.name FROM personal p
        WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = p.oid AND k.contype = 'c'
            AND pg_get_constraintdef(k.oid) LIKE '%bucket = get_byte(uuid_send(contact_id), 0)%')
        UNION ALL
        SELECT 'a trigger: ' || t.tgname FROM personal p
        JOIN pg_trigger t ON t.tgrelid = p.oid AND NOT t.tgisinternal
        UNION ALL
        SELECT 'a serial: ' || p.name || '.' || a.attname FROM personal p
        JOIN pg_attribute a ON a.attrelid = p.oid AND a.attnum > 0
        LEFT JOIN pg_attrdef d ON d.adrelid = p.oid AND d.adnum = a.attnum
        WHERE a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval%'
        UNION ALL
        SELECT 'does not refer to another person''s table by bucket: ' || k.conname FROM pg_constraint k
        JOIN personal p ON p.oid = k.confrelid
        WHERE k.contype = 'f' AND k.conrelid NOT IN (SELECT oid FROM personal)
        ORDER BY 1";
    sqlx::query_scalar(keys).fetch_all(plain).await.unwrap()
}

#[test]
fn bucket_leads_every_key_of_a_person() {
    with_database(|database| async move {
        let mut plain = database.plain().await;
        assert_eq!(violations(&mut plain).await, [""; 0]);
    });
}

#[test]
fn a_table_against_the_rule_is_refused() {
    with_database(|database| async move {
        let mut plain = database.plain().await;
        let bad = "CREATE TABLE bad (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                bucket smallint NOT NULL,
                contact_id uuid NOT NULL UNIQUE,
                UNIQUE (bucket, contact_id)
            );
            CREATE TABLE worse (
                bucket smallint NOT NULL CHECK (bucket = get_byte(uuid_send(contact_id), 0)),
                contact_id uuid NOT NULL,
                FOREIGN KEY (contact_id, bucket) REFERENCES contacts (contact_id, bucket)
            );";
        // The reference needs a key of its own, which is one more violation.
        plain.execute("CREATE UNIQUE INDEX wrong ON contacts (contact_id, bucket)").await.unwrap();
        plain.execute(bad).await.unwrap();
        assert_eq!(
            violations(&mut plain).await,
            [
                "a serial: bad.id",
                "bucket is not first in bad_contact_id_key",
                "bucket is not first in bad_pkey",
                "bucket is not first in the unique index bad_contact_id_key",
                "bucket is not first in the unique index bad_pkey",
                "bucket is not first in the unique index wrong",
                "bucket is not first in worse_contact_id_bucket_fkey",
                "no primary key: worse",
                "the bucket is not checked: bad",
            ]
        );
    });
}

#[test]
fn a_wrong_bucket_is_refused() {
    with_database(|database| async move {
        let mut plain = database.plain().await;
        let insert =
            "INSERT INTO contacts VALUES (1, '02000000-0000-4000-8000-000000000000', now())";
        assert!(plain.execute(insert).await.is_err());
    });
}

/// Columns outside the tables of people that can hold text, and why they hold nothing personal.
const HARMLESS: &[(&str, &str)] = &[
    ("installation.suppression_key", "a random key"),
    ("script_versions.version", "a hash of files of the house"),
    ("script_versions.files", "files of the house"),
    ("script_versions.origin", "a folder and a host of the house"),
    ("active_script.version", "a hash of files of the house"),
    ("leases.name", "a channel and an account of the house"),
    ("leases.holder", "a random name of a process"),
    ("gateway_sessions.account", "an account of the house"),
    ("gateway_sessions.session", "a platform's name of a session of ours"),
    ("gateway_sessions.url", "an address of a platform"),
    ("moved_chats.account", "an account of the house"),
    ("moved_chats.chat", "a platform's id of a chat of the house"),
    ("moved_chats.moved_to", "a platform's id of a chat of the house"),
    ("reps.rep", "a person of the house, kept by the operator"),
    ("reps.name", "a person of the house, kept by the operator"),
    ("reps.external_id", "a person of the house, kept by the operator"),
    ("reps.team", "a word of the house"),
    ("reps.languages", "languages of a person of the house"),
    ("reps.calendar", "hours of a person of the house"),
    ("suppressions.hash", "a keyed hash that says nothing without the key, kept on purpose"),
    ("_sqlx_migrations.description", "the name of a migration"),
    ("_sqlx_migrations.checksum", "a hash of a migration"),
];

#[test]
fn forgetting_reaches_every_column_that_can_hold_personal_data() {
    with_database(|database| async move {
        let mut plain = database.plain().await;
        let columns: Vec<(String, String, bool)> = sqlx::query_as(
            "SELECT c.relname::text, a.attname::text, EXISTS (SELECT FROM pg_attribute k
                WHERE k.attrelid = c.oid AND k.attname = 'contact_id' AND NOT k.attisdropped)
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p') AND format_type(a.atttypid, NULL) NOT IN ('smallint',
                'integer', 'bigint', 'boolean', 'timestamp with time zone', 'uuid')
            ORDER BY 1, 2",
        )
        .fetch_all(&mut plain)
        .await
        .unwrap();
        for (table, column, personal) in &columns {
            let name = format!("{table}.{column}");
            let erased = *personal && PERSONAL_TABLES.contains(&table.as_str());
            let harmless = HARMLESS.iter().any(|(harmless, _)| *harmless == name);
            assert!(
                erased || harmless,
                "{name} can hold personal data: forgetting must erase it (PERSONAL_TABLES), or it is \
                 harmless for a reason that belongs into HARMLESS"
            );
        }
        for (name, _) in HARMLESS {
            let known =
                columns.iter().any(|(table, column, _)| format!("{table}.{column}") == **name);
            assert!(known || name.ends_with("execution_time"), "{name} does not exist");
        }
        // Tables of people hold numbers only, too; they are erased all the same.
        let named: Vec<String> = sqlx::query_scalar(
            "SELECT table_name::text FROM information_schema.columns
            WHERE table_schema = 'public' AND column_name = 'contact_id' ORDER BY 1",
        )
        .fetch_all(&mut plain)
        .await
        .unwrap();
        let mut erased: Vec<_> = PERSONAL_TABLES.to_vec();
        erased.sort_unstable();
        assert_eq!(named, erased);
    });
}
