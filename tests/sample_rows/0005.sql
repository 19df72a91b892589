-- Loaded after migration 5: a session that may be gone on with.
INSERT INTO gateway_sessions (channel, account, shard, shards, session, url, seq, updated_at)
VALUES (3, '900', 0, 1, 'b2f0', NULL, 12, '2026-03-02T10:00:00Z');
