-- Loaded after migration 1.
INSERT INTO script_versions (version, files, origin, edited_at)
VALUES ('aa', '{"bot.yaml": "name: Pedalwerk"}', 'dialogs on a laptop', '2026-03-01T10:00:00Z');
INSERT INTO active_script (version, generation) VALUES ('aa', 1);
INSERT INTO leases (name, holder, term, renewed_at, expires_at)
VALUES ('send/terminal/pedalwerk', 'abc', 1, now(), now());
INSERT INTO suppressions (hash) VALUES ('\x00ff');
