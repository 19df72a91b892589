-- The relay: a rep's own message is found again when it is edited or deleted.
CREATE INDEX rep_acts_said ON rep_acts (message) WHERE deed = 'say' AND outcome = 'done';
