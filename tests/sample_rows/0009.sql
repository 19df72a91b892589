-- Loaded after migration 9: a rep with hours of her own, who is away.
UPDATE reps SET calendar = '{"zone": "America/New_York", "holidays": ["2026-12-24"]}',
    away_until = '2026-03-05T00:00:00Z' WHERE rep = 'kim';
