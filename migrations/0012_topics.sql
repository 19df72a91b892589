-- The forum topic of a talk in a group of reps on Telegram: made at the first claim, and used again.
CREATE TABLE topics (
    bucket smallint NOT NULL CHECK (bucket = get_byte(uuid_send(contact_id), 0)),
    contact_id uuid NOT NULL,
    channel smallint NOT NULL,
    account text NOT NULL,
    -- The group, by the id that it has now. A talk that changes its team has a topic in each.
    chat text NOT NULL,
    -- What the platform calls the topic.
    topic bigint NOT NULL,
    -- It begins with what the talk is about: this was said there.
    opened boolean NOT NULL DEFAULT false,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (bucket, contact_id, channel, account, chat)
);
-- Whose talk it is, for what reps write there.
CREATE INDEX topics_named ON topics (chat, topic);
