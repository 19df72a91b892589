-- Loaded after migration 11: a group that became a supergroup.
INSERT INTO moved_chats (channel, account, chat, moved_to, at)
VALUES (1, '4242', '-100500', '-100777', '2026-03-02T09:00:00Z');
