-- What belongs to a person. `bucket`, the first byte of the contact's id, leads every key, so
-- that the tables can be spread over nodes. There are no foreign keys on what a turn appends:
-- they are triggers, and the locked row of `conversations` already keeps everything in step.

CREATE TABLE contacts (
    bucket smallint NOT NULL CHECK (bucket = get_byte(uuid_send(contact_id), 0)),
    contact_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (bucket, contact_id)
);

-- How the platform names them: where a reply goes.
CREATE TABLE identities (
    bucket smallint NOT NULL CHECK (bucket = get_byte(uuid_send(contact_id), 0)),
    contact_id uuid NOT NULL,
    channel smallint NOT NULL,
    account text NOT NULL,
    external_id text NOT NULL,
    PRIMARY KEY (bucket, contact_id),
    FOREIGN KEY (bucket, contact_id) REFERENCES contacts
);

-- The private talk. The version is the number of the last turn; a turn is committed only on the
-- version it was decided on.
CREATE TABLE conversations (
    bucket smallint NOT NULL CHECK (bucket = get_byte(uuid_send(contact_id), 0)),
    contact_id uuid NOT NULL,
    version bigint NOT NULL,
    state jsonb NOT NULL,
    -- Counts changes of speaker.
    epoch bigint NOT NULL DEFAULT 0,
    locale text,
    -- The script whose flows the state walks on.
    pinned_script text,
    -- When a pause that a flow asked for ends.
    wake_at timestamptz,
    -- When the visitor was last heard.
    heard_at timestamptz,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (bucket, contact_id),
    FOREIGN KEY (bucket, contact_id) REFERENCES contacts
) WITH (fillfactor = 70);
CREATE INDEX conversations_wake ON conversations (wake_at) WHERE wake_at IS NOT NULL;

-- Updates of a platform that had their effect. A set, because update ids may start anew.
CREATE TABLE inbound (
    bucket smallint NOT NULL CHECK (bucket = get_byte(uuid_send(contact_id), 0)),
    contact_id uuid NOT NULL,
    channel smallint NOT NULL,
    update_id bigint NOT NULL,
    -- The turn it made.
    turn bigint NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (bucket, contact_id, channel, update_id)
);

-- Everything `decide` was given and cannot compute again.
CREATE TABLE turns (
    bucket smallint NOT NULL CHECK (bucket = get_byte(uuid_send(contact_id), 0)),
    contact_id uuid NOT NULL,
    turn bigint NOT NULL,
    -- The word of the event, or `failed`.
    kind text NOT NULL,
    at timestamptz NOT NULL,
    event jsonb NOT NULL,
    understood jsonb,
    facts jsonb,
    locale text,
    script_version text,
    -- How long deciding took, in microseconds.
    took_us integer,
    PRIMARY KEY (bucket, contact_id, turn)
);

-- What was said.
CREATE TABLE messages (
    bucket smallint NOT NULL CHECK (bucket = get_byte(uuid_send(contact_id), 0)),
    contact_id uuid NOT NULL,
    turn bigint NOT NULL,
    ordinal smallint NOT NULL,
    -- 0 the contact, 1 the bot, 2 a rep.
    author smallint NOT NULL,
    text text NOT NULL,
    text_keys text[],
    answer_id text,
    variant text,
    at timestamptz NOT NULL,
    PRIMARY KEY (bucket, contact_id, turn, ordinal)
);

-- The sales record, one for each contact. It changes only when something in it does; when they
-- were last heard is in `conversations`.
CREATE TABLE leads (
    bucket smallint NOT NULL CHECK (bucket = get_byte(uuid_send(contact_id), 0)),
    contact_id uuid NOT NULL,
    name text,
    heat smallint NOT NULL DEFAULT 0,
    stage smallint NOT NULL DEFAULT 0,
    -- Both as of the last turn.
    fit integer NOT NULL DEFAULT 0,
    interest integer NOT NULL DEFAULT 0,
    -- What brought them first, and the campaign that brought them last.
    source text,
    campaign text,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (bucket, contact_id),
    FOREIGN KEY (bucket, contact_id) REFERENCES contacts
) WITH (fillfactor = 80);

-- The evidence behind a lead: a score is the sum of its events.
CREATE TABLE lead_events (
    bucket smallint NOT NULL CHECK (bucket = get_byte(uuid_send(contact_id), 0)),
    contact_id uuid NOT NULL,
    turn bigint NOT NULL,
    ordinal smallint NOT NULL,
    at timestamptz NOT NULL,
    -- award, wish, stage, ...
    kind text NOT NULL,
    rule text NOT NULL,
    -- What a rep reads.
    reason text NOT NULL,
    group_name text,
    -- 0 fit, 1 interest.
    axis smallint,
    base integer NOT NULL DEFAULT 0,
    decay_days integer,
    cap integer,
    -- The turn that corrected it.
    withdrawn_turn bigint,
    PRIMARY KEY (bucket, contact_id, turn, ordinal)
);

-- Each time a campaign brought them here.
CREATE TABLE touches (
    bucket smallint NOT NULL CHECK (bucket = get_byte(uuid_send(contact_id), 0)),
    contact_id uuid NOT NULL,
    turn bigint NOT NULL,
    campaign text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (bucket, contact_id, turn)
);

-- What we had no answer for.
CREATE TABLE unanswered (
    bucket smallint NOT NULL CHECK (bucket = get_byte(uuid_send(contact_id), 0)),
    contact_id uuid NOT NULL,
    turn bigint NOT NULL,
    ordinal smallint NOT NULL,
    locale text,
    text text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (bucket, contact_id, turn, ordinal)
);

-- What is to be delivered; the key is that of the message. Order is kept within a lane
-- (bucket, contact_id, lane).
--   0 ready       waits for `due_at`; a retry is ready again with a later one
--   1 claimed     a sender has it until `claimed_until`, then it may be taken again
--   2 sent        the platform took it
--   3 failed      the platform refused it for good
--   4 superseded  a question that gave way to a newer reply before it left
--   5 dropped     a person took over before it left
--   6 unreachable the contact cannot be reached
CREATE TABLE outbox (
    bucket smallint NOT NULL CHECK (bucket = get_byte(uuid_send(contact_id), 0)),
    contact_id uuid NOT NULL,
    turn bigint NOT NULL,
    ordinal smallint NOT NULL,
    -- 1 to the prospect, 2 the rep's card, 3 the rep's thread.
    lane smallint NOT NULL,
    channel smallint NOT NULL,
    account text NOT NULL,
    status smallint NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 6),
    due_at timestamptz NOT NULL,
    -- The epoch the bot spoke in; none for what is delivered whoever speaks.
    epoch bigint,
    -- It only asks, so it may give way.
    asks_only boolean NOT NULL,
    payload jsonb NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    -- Claims made while the outcome of an earlier one was unknown: possible repeats.
    repeats smallint NOT NULL DEFAULT 0,
    claimed_by text,
    claimed_until timestamptz,
    -- What the platform calls the message.
    platform_id text,
    last_error text,
    -- Set with every final status, never otherwise.
    done_at timestamptz,
    PRIMARY KEY (bucket, contact_id, turn, ordinal),
    CHECK ((done_at IS NULL) = (status < 2))
) WITH (fillfactor = 80);
-- Both speak of `done_at` and not of `status`, so that a claim changes no index. The first is the
-- order of claiming, so that a claim of a hundred does not sort a backlog of many thousand. Its
-- second condition always holds; it keeps the planner from reading the whole backlog for one lane:
-- only a statement that asks for `due_at` may use it.
CREATE INDEX outbox_due ON outbox (channel, account, due_at, turn, ordinal)
    WHERE done_at IS NULL AND due_at IS NOT NULL;
CREATE INDEX outbox_lane ON outbox (bucket, contact_id, lane, turn, ordinal) WHERE done_at IS NULL;
