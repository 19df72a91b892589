-- Loaded after migration 12: a talk with a topic of its own.
INSERT INTO topics (bucket, contact_id, channel, account, chat, topic, opened, made_at)
VALUES (10, '0a000000-0000-5000-8000-000000000001', 1, '4242', '-100777', 512, true,
    '2026-03-02T09:01:00Z');
