-- Loaded after migration 2: one visitor who asked, and was answered.
INSERT INTO contacts VALUES (10, '0a000000-0000-5000-8000-000000000001', '2026-03-01T10:00:00Z');
INSERT INTO identities VALUES (10, '0a000000-0000-5000-8000-000000000001', 1, 'pedalwerk', 'ada');
INSERT INTO conversations (bucket, contact_id, version, state, locale, heard_at, updated_at)
VALUES (10, '0a000000-0000-5000-8000-000000000001', 1, '{"v": 1, "greeted": true}', 'en',
    '2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z');
INSERT INTO inbound VALUES (10, '0a000000-0000-5000-8000-000000000001', 1, 1, 1, '2026-03-01T10:00:00Z');
INSERT INTO turns (bucket, contact_id, turn, kind, at, event)
VALUES (10, '0a000000-0000-5000-8000-000000000001', 1, 'said', '2026-03-01T10:00:00Z',
    '{"said": {"text": "how far?"}}');
INSERT INTO messages (bucket, contact_id, turn, ordinal, author, text, text_keys, at)
VALUES (10, '0a000000-0000-5000-8000-000000000001', 1, 0, 0, 'how far?', NULL, '2026-03-01T10:00:00Z'),
    (10, '0a000000-0000-5000-8000-000000000001', 1, 1, 1, '80 km.', '{answer-range}', '2026-03-01T10:00:00Z');
INSERT INTO leads (bucket, contact_id, name, stage, interest, created_at)
VALUES (10, '0a000000-0000-5000-8000-000000000001', 'Ada', 1, 5, '2026-03-01T10:00:00Z');
INSERT INTO lead_events (bucket, contact_id, turn, ordinal, at, kind, rule, reason, group_name, axis, base, decay_days, cap)
VALUES (10, '0a000000-0000-5000-8000-000000000001', 1, 0, '2026-03-01T10:00:00Z', 'award', 'asked',
    'Asked about the range', 'questions', 1, 5, 30, 40);
INSERT INTO touches VALUES (10, '0a000000-0000-5000-8000-000000000001', 1, 'fair', '2026-03-01T10:00:00Z');
INSERT INTO unanswered VALUES (10, '0a000000-0000-5000-8000-000000000001', 1, 0, 'en', 'can it fly?', '2026-03-01T10:00:00Z');
INSERT INTO outbox (bucket, contact_id, turn, ordinal, lane, channel, account, due_at, epoch, asks_only, payload)
VALUES (10, '0a000000-0000-5000-8000-000000000001', 1, 1, 1, 1, 'pedalwerk', '2026-03-01T10:00:00Z', 0, false,
    '{"v": 1, "spans": [{"text": "80 km."}]}');
