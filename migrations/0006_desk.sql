-- The desk: people of the house who take talks over, and what they do.

-- People of the house. They are known by what their platform calls them; whoever is not listed here
-- can press nothing. Who leaves stays, inactive, since talks of theirs name them.
CREATE TABLE reps (
    rep text PRIMARY KEY,
    name text NOT NULL,
    channel smallint NOT NULL,
    external_id text NOT NULL,
    team text NOT NULL,
    -- They may give away what others hold.
    leads boolean NOT NULL,
    languages text[] NOT NULL,
    active boolean NOT NULL DEFAULT true,
    updated_at timestamptz NOT NULL,
    UNIQUE (channel, external_id)
);

-- Who speaks in a talk, as its state has it, for those who look for the talks of a rep: none while
-- it is the bot. A rep writes into the one that they turned to last.
ALTER TABLE conversations ADD COLUMN owner text;
ALTER TABLE conversations ADD COLUMN live_at timestamptz;
CREATE INDEX conversations_owner ON conversations (owner, live_at) WHERE owner IS NOT NULL;

-- What reps did, and what came of it: the audit log. Each is a turn of the talk.
CREATE TABLE rep_acts (
    bucket smallint NOT NULL CHECK (bucket = get_byte(uuid_send(contact_id), 0)),
    contact_id uuid NOT NULL,
    turn bigint NOT NULL,
    at timestamptz NOT NULL,
    rep text NOT NULL,
    -- claim, take, release, say, ...
    deed text NOT NULL,
    -- done, held, not_held, ...
    outcome text NOT NULL,
    -- Why, where a reason was given.
    reason text,
    -- The rep who holds the talk, or held it before.
    other text,
    -- What the platform calls the rep's own message.
    message bigint,
    -- Its delivery is still to be marked there.
    unmarked boolean NOT NULL DEFAULT false,
    PRIMARY KEY (bucket, contact_id, turn)
);
CREATE INDEX rep_acts_at ON rep_acts (at);
CREATE INDEX rep_acts_unmarked ON rep_acts (at) WHERE unmarked;

-- Which talk a rep's update went to, fixed before its turn is made: the same update again goes to
-- the same talk, whatever the rep has turned to since. Numbers only; old ones are swept.
CREATE TABLE rep_updates (
    channel smallint NOT NULL,
    update_id bigint NOT NULL,
    talk uuid NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (channel, update_id)
);
CREATE INDEX rep_updates_at ON rep_updates (at);

-- What a message in the reps' chat or at a rep's place is about: cards and relayed words by name.
CREATE INDEX outbox_named ON outbox (channel, platform_id) WHERE lane > 1 AND platform_id IS NOT NULL;

-- The commit of turns, with what reps do: all that `commit_turns_v1` does, who speaks from now on,
-- and the audit log. Both belong to the same transaction and stand behind the same gate, so of two
-- reps who claim at once one is committed and the other is stale, reads again, and learns who it was.
CREATE FUNCTION commit_turns_v2(
    p_bucket smallint[], p_contact uuid[], p_version bigint[],
    p_channel smallint[], p_account text[], p_external_id text[],
    p_update_channel smallint[], p_update_id bigint[],
    p_kind text[], p_at timestamptz[], p_event text[], p_understood text[], p_facts text[],
    p_locale text[], p_script text[], p_took_us integer[],
    p_state text[], p_epoch bigint[], p_pinned text[], p_wake_at timestamptz[],
    p_heard_at timestamptz[],
    p_heat smallint[], p_stage smallint[], p_fit integer[], p_interest integer[],
    p_name text[], p_source text[], p_campaign text[],
    m_turn integer[], m_ordinal smallint[], m_author smallint[], m_text text[],
    m_text_keys text[], m_answer text[], m_variant text[],
    o_turn integer[], o_ordinal smallint[], o_lane smallint[], o_channel smallint[],
    o_account text[], o_due_at timestamptz[], o_epoch bigint[], o_asks_only boolean[],
    o_payload text[],
    e_turn integer[], e_ordinal smallint[], e_kind text[], e_rule text[], e_reason text[],
    e_group text[], e_axis smallint[], e_base integer[], e_decay_days integer[], e_cap integer[],
    w_turn integer[], w_event_turn bigint[], w_event_ordinal smallint[],
    u_turn integer[], u_ordinal smallint[], u_text text[],
    t_turn integer[], t_campaign text[],
    -- What reps did, with who speaks afterwards (null: the bot) and when they turned to the talk.
    r_turn integer[], r_rep text[], r_deed text[], r_outcome text[], r_reason text[],
    r_other text[], r_message bigint[], r_unmarked boolean[], r_owner text[],
    r_live_at timestamptz[]
) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
    v_outcome bigint[];
BEGIN
    v_outcome := commit_turns_v1(p_bucket, p_contact, p_version, p_channel, p_account,
        p_external_id, p_update_channel, p_update_id, p_kind, p_at, p_event, p_understood, p_facts,
        p_locale, p_script, p_took_us, p_state, p_epoch, p_pinned, p_wake_at, p_heard_at, p_heat,
        p_stage, p_fit, p_interest, p_name, p_source, p_campaign, m_turn, m_ordinal, m_author,
        m_text, m_text_keys, m_answer, m_variant, o_turn, o_ordinal, o_lane, o_channel, o_account,
        o_due_at, o_epoch, o_asks_only, o_payload, e_turn, e_ordinal, e_kind, e_rule, e_reason,
        e_group, e_axis, e_base, e_decay_days, e_cap, w_turn, w_event_turn, w_event_ordinal, u_turn,
        u_ordinal, u_text, t_turn, t_campaign);

    IF cardinality(r_turn) > 0 THEN
        INSERT INTO rep_acts (bucket, contact_id, turn, at, rep, deed, outcome, reason, other,
            message, unmarked)
        SELECT p_bucket[r.i], p_contact[r.i], v_outcome[r.i], p_at[r.i], r.rep, r.deed, r.outcome,
            r.reason, r.other, r.message, r.unmarked
        FROM unnest(r_turn, r_rep, r_deed, r_outcome, r_reason, r_other, r_message, r_unmarked)
            r (i, rep, deed, outcome, reason, other, message, unmarked)
        WHERE v_outcome[r.i] > 0;

        UPDATE conversations c
        SET owner = r.owner, live_at = coalesce(r.live_at, c.live_at)
        FROM unnest(r_turn, r_owner, r_live_at) r (i, owner, live_at)
        WHERE v_outcome[r.i] > 0 AND c.bucket = p_bucket[r.i] AND c.contact_id = p_contact[r.i]
            AND (c.owner IS DISTINCT FROM r.owner OR r.live_at IS NOT NULL);
    END IF;

    RETURN v_outcome;
END $$;
