-- Loaded after migration 6: a rep holds her talk.
INSERT INTO reps (rep, name, channel, external_id, team, leads, languages, updated_at)
VALUES ('kim', 'Kim', 2, '77', 'sales', false, '{en,de}', '2026-03-02T10:00:00Z');
INSERT INTO rep_acts (bucket, contact_id, turn, at, rep, deed, outcome)
VALUES (10, '0a000000-0000-5000-8000-000000000001', 1, '2026-03-02T10:00:00Z', 'kim', 'claim', 'done');
INSERT INTO rep_updates (channel, update_id, talk, at)
VALUES (2, 5, '0a000000-0000-5000-8000-000000000001', '2026-03-02T10:00:00Z');
