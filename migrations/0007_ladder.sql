-- Nobody is forgotten: the house itself keeps time at the desk, and says so in the audit log.

-- Null: the house did it. Its deeds are `alert` (a card went out), `ask` (somebody on the list was asked
-- to take the talk), `choice` (the visitor was told that nobody was free, and given a choice),
-- `remind` (the owner was told that the visitor waits) and `offer` (anybody may claim the talk).
-- `other` names whom it concerns. A turn has one line.
ALTER TABLE rep_acts ALTER COLUMN rep DROP NOT NULL;

-- Who was asked last, for taking turns.
CREATE INDEX rep_acts_asked ON rep_acts (other, at) WHERE rep IS NULL AND other IS NOT NULL;
