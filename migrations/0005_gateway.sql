-- How far the events of a gateway's session are committed: whoever goes on with the session is told
-- everything after that again. It belongs to an account of ours and to nobody in particular.
CREATE TABLE gateway_sessions (
    channel smallint NOT NULL,
    account text NOT NULL,
    shard integer NOT NULL,
    shards integer NOT NULL,
    session text NOT NULL,
    -- Where it is resumed, when that is another place.
    url text,
    seq bigint NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (channel, account, shard, shards)
);
