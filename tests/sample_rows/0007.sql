-- Loaded after migration 7: the house asked a rep.
INSERT INTO rep_acts (bucket, contact_id, turn, at, rep, deed, outcome, other)
VALUES (10, '0a000000-0000-5000-8000-000000000001', 2, '2026-03-02T10:05:00Z', NULL, 'ask', 'done', 'kim');
