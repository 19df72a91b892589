-- Loaded after migration 8: words that she said, which can be found again.
INSERT INTO rep_acts (bucket, contact_id, turn, at, rep, deed, outcome, message)
VALUES (10, '0a000000-0000-5000-8000-000000000001', 3, '2026-03-02T10:06:00Z', 'kim', 'say', 'done', 12);
