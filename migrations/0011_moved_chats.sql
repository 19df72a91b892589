-- Chats of the house that have another id on their platform now, so that a restart knows it before
-- anybody has changed the settings.
CREATE TABLE moved_chats (
    channel smallint NOT NULL,
    account text NOT NULL,
    chat text NOT NULL,
    moved_to text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (channel, account, chat)
);
