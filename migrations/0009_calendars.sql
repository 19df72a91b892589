-- When reps are there: {"zone", "week", "holidays"}, none for the hours of the house; and until when
-- somebody is away.
ALTER TABLE reps ADD COLUMN calendar jsonb;
ALTER TABLE reps ADD COLUMN away_until timestamptz;
