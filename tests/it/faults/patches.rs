//! Faults in the commit itself, patched into a test's own database, so that the rig can be seen
//! going red.

use sqlx::{AssertSqlSafe, PgConnection};

/// The mark before the gate: the update is marked as seen before the version is compared, and the
/// mark stays when the turn is stale.
pub const MARK_BEFORE_GATE: &[(&str, &str)] = &[
    (
        "    WITH gate AS MATERIALIZED (",
        "    INSERT INTO inbound (bucket, contact_id, channel, update_id, turn, received_at)
    SELECT p_bucket[t.i], p_contact[t.i], t.channel, t.update_id, p_version[t.i] + 1, p_at[t.i]
    FROM unnest(p_update_channel, p_update_id) WITH ORDINALITY t (channel, update_id, i)
    WHERE t.update_id IS NOT NULL
    ON CONFLICT DO NOTHING;
    WITH gate AS MATERIALIZED (",
    ),
    (
        "        ON CONFLICT DO NOTHING
        RETURNING inbound.contact_id",
        "        ON CONFLICT (bucket, contact_id, channel, update_id) DO UPDATE SET turn = excluded.turn
        WHERE inbound.turn = excluded.turn
        RETURNING inbound.contact_id",
    ),
];

/// Success is told before anything is saved, and for some turns nothing ever is.
pub const TOLD_BEFORE_SAVED: &[(&str, &str)] = &[(
    "\nBEGIN\n",
    "
BEGIN
    IF p_update_id[1] % 5 = 0 THEN
        RETURN ARRAY(SELECT v + 1 FROM unnest(p_version) WITH ORDINALITY t (v, i) ORDER BY i);
    END IF;\n",
)];

/// Replaces parts of `commit_turns_v1`, each of which must be there once.
pub async fn patch(db: &mut PgConnection, changes: &[(&str, &str)]) {
    let mut definition: String =
        sqlx::query_scalar("SELECT pg_get_functiondef('commit_turns_v1'::regproc)")
            .fetch_one(&mut *db)
            .await
            .expect("the function is there");
    for (old, new) in changes {
        assert_eq!(definition.matches(old).count(), 1, "to be patched: {old}");
        definition = definition.replace(old, new);
    }
    sqlx::query(AssertSqlSafe(definition)).execute(db).await.expect("the patch is accepted");
}

/// The server tells of a commit before the commit is on disk: what was told in the meantime is
/// lost with a killed server.
pub async fn tell_before_disk(db: &mut PgConnection) {
    let sql = "ALTER SYSTEM SET synchronous_commit = off";
    sqlx::query(sql).execute(&mut *db).await.expect("a setting");
    sqlx::query("SELECT pg_reload_conf()").execute(db).await.expect("the setting is read");
}
