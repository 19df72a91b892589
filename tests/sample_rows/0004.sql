-- Loaded after migration 4: she has blocked us since.
UPDATE identities SET unreachable_at = '2026-03-02T10:00:00Z'
WHERE bucket = 10 AND contact_id = '0a000000-0000-5000-8000-000000000001';
