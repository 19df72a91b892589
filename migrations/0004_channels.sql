-- What chat platforms tell about people.

-- Since when they cannot be reached there: they blocked us, or the account is gone. It counts while
-- it is later than `conversations.heard_at`: whoever is heard again can be reached again, without
-- another write in the commit of each turn.
ALTER TABLE identities ADD COLUMN unreachable_at timestamptz;
