-- The commit of turns: one call, one transaction, one or several turns of different
-- conversations. Returns for each turn, in the order given: its number (committed), 0 (duplicate:
-- the update had its effect already) or -1 (stale: the conversation moved on, or is being written
-- by somebody else this instant).
--
-- The order inside is gate, mark, effect: the row is locked and its version compared before the
-- update id is inserted; the other way round a stale turn leaves a mark without an effect.
-- Locked rows are skipped, never waited for, so a busy conversation holds up nobody else.
--
-- Each array has one element for a turn; those of what a turn brings along (messages, outbox rows,
-- ...) start with the place of their turn, from 1. The name carries a version because old and new
-- binaries run side by side during a deploy: this function is never changed, only followed.
--
-- Its plans count on the settings of our connections (see Db) and, where those do not suffice, on
-- LATERAL with OFFSET 0 in a CTE of its own, so that they are right for large tables however small
-- the tables were when the plans were made. Few statements with much in each are faster than many small ones.
CREATE FUNCTION commit_turns_v1(
    p_bucket smallint[], p_contact uuid[], p_version bigint[],
    -- The identity, used by a first turn only.
    p_channel smallint[], p_account text[], p_external_id text[],
    -- The update, null for turns that no update made.
    p_update_channel smallint[], p_update_id bigint[],
    p_kind text[], p_at timestamptz[], p_event text[], p_understood text[], p_facts text[],
    p_locale text[], p_script text[], p_took_us integer[],
    -- The state, null to keep what is there.
    p_state text[], p_epoch bigint[], p_pinned text[], p_wake_at timestamptz[],
    p_heard_at timestamptz[],
    p_heat smallint[], p_stage smallint[], p_fit integer[], p_interest integer[],
    p_name text[], p_source text[], p_campaign text[],
    -- Messages; text keys are separated by spaces.
    m_turn integer[], m_ordinal smallint[], m_author smallint[], m_text text[],
    m_text_keys text[], m_answer text[], m_variant text[],
    -- Outbox.
    o_turn integer[], o_ordinal smallint[], o_lane smallint[], o_channel smallint[],
    o_account text[], o_due_at timestamptz[], o_epoch bigint[], o_asks_only boolean[],
    o_payload text[],
    -- Lead events.
    e_turn integer[], e_ordinal smallint[], e_kind text[], e_rule text[], e_reason text[],
    e_group text[], e_axis smallint[], e_base integer[], e_decay_days integer[], e_cap integer[],
    -- Events of earlier turns that are no longer true.
    w_turn integer[], w_event_turn bigint[], w_event_ordinal smallint[],
    -- What had no answer.
    u_turn integer[], u_ordinal smallint[], u_text text[],
    -- Campaigns that brought them here with this turn.
    t_turn integer[], t_campaign text[]
) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
    v_outcome bigint[];
    v_changes_speaker boolean;
BEGIN
    -- First turns make their rows, at version 0. Two that race wait here for each other; the
    -- second finds the conversation at version 1 and is stale.
    IF 0 = ANY (p_version) THEN
        WITH fresh AS (
            INSERT INTO contacts (bucket, contact_id, created_at)
            SELECT t.bucket, t.contact_id, t.at
            FROM unnest(p_bucket, p_contact, p_version, p_at) t (bucket, contact_id, version, at)
            WHERE t.version = 0
            ORDER BY t.bucket, t.contact_id
            ON CONFLICT DO NOTHING
            RETURNING contacts.contact_id
        ), born AS (
            SELECT t.* FROM fresh
            JOIN unnest(p_bucket, p_contact, p_channel, p_account, p_external_id, p_at, p_heat,
                p_stage, p_fit, p_interest, p_name, p_source, p_campaign)
                t (bucket, contact_id, channel, account, external_id, at, heat, stage, fit,
                interest, name, source, campaign)
                ON t.contact_id = fresh.contact_id
        ), identity AS (
            INSERT INTO identities (bucket, contact_id, channel, account, external_id)
            SELECT bucket, contact_id, channel, account, external_id FROM born
        ), conversation AS (
            INSERT INTO conversations (bucket, contact_id, version, state, updated_at)
            SELECT bucket, contact_id, 0, '{"v": 1}', at FROM born
        )
        INSERT INTO leads (bucket, contact_id, name, heat, stage, fit, interest, source, campaign,
            created_at)
        SELECT bucket, contact_id, name, coalesce(heat, 0), coalesce(stage, 0), coalesce(fit, 0),
            coalesce(interest, 0), source, campaign, at
        FROM born;
    END IF;

    -- The gate, then the mark.
    WITH gate AS MATERIALIZED (
        SELECT t.i, t.version, c.epoch
        FROM unnest(p_bucket, p_contact, p_version) WITH ORDINALITY t (bucket, contact_id, version, i)
        CROSS JOIN LATERAL (
            SELECT c.epoch FROM conversations c
            WHERE c.bucket = t.bucket AND c.contact_id = t.contact_id AND c.version = t.version
            FOR NO KEY UPDATE SKIP LOCKED
        ) c
    ), mark AS (
        INSERT INTO inbound (bucket, contact_id, channel, update_id, turn, received_at)
        SELECT p_bucket[gate.i], p_contact[gate.i], p_update_channel[gate.i], p_update_id[gate.i],
            gate.version + 1, p_at[gate.i]
        FROM gate
        WHERE p_update_id[gate.i] IS NOT NULL
        ON CONFLICT DO NOTHING
        RETURNING inbound.contact_id
    )
    SELECT array_agg(CASE WHEN gate.i IS NULL THEN -1
            WHEN mark.contact_id IS NOT NULL OR p_update_id[t.i] IS NULL THEN gate.version + 1
            ELSE 0 END ORDER BY t.i),
        coalesce(bool_or(gate.epoch < p_epoch[t.i]), false)
    INTO v_outcome, v_changes_speaker
    FROM unnest(p_contact) WITH ORDINALITY t (contact_id, i)
    LEFT JOIN gate ON gate.i = t.i
    LEFT JOIN mark ON mark.contact_id = t.contact_id;
    IF NOT 0 < ANY (v_outcome) THEN
        RETURN v_outcome;
    END IF;

    -- A change of speaker takes back what the bot was about to say.
    IF v_changes_speaker THEN
        WITH said AS MATERIALIZED (
            SELECT t.bucket, t.contact_id, r.turn, r.ordinal, t.at
            FROM unnest(p_bucket, p_contact, p_epoch, p_at) WITH ORDINALITY
                t (bucket, contact_id, epoch, at, i)
            CROSS JOIN LATERAL (
                SELECT r.turn, r.ordinal FROM outbox r
                WHERE r.bucket = t.bucket AND r.contact_id = t.contact_id AND r.lane = 1
                    AND r.done_at IS NULL AND r.status = 0 AND r.epoch < t.epoch
                OFFSET 0
            ) r
            WHERE v_outcome[t.i] > 0
        )
        UPDATE outbox o
        SET status = 5, done_at = said.at
        FROM said
        WHERE o.bucket = said.bucket AND o.contact_id = said.contact_id AND o.turn = said.turn
            AND o.ordinal = said.ordinal AND o.status = 0;
    END IF;

    -- The effect.
    WITH done AS MATERIALIZED (
        SELECT t.*
        FROM unnest(p_bucket, p_contact, v_outcome, p_kind, p_at, p_event, p_understood, p_facts,
            p_locale, p_script, p_took_us, p_state, p_epoch, p_pinned, p_wake_at, p_heard_at,
            p_heat, p_stage, p_fit, p_interest, p_name, p_source, p_campaign)
            t (bucket, contact_id, turn, kind, at, event, understood, facts, locale, script,
            took_us, state, epoch, pinned, wake_at, heard_at, heat, stage, fit, interest, name,
            source, campaign)
        WHERE t.turn > 0
    ), conversation AS (
        UPDATE conversations c
        SET version = done.turn,
            state = coalesce(done.state::jsonb, c.state),
            epoch = CASE WHEN done.state IS NULL THEN c.epoch ELSE done.epoch END,
            pinned_script = CASE WHEN done.state IS NULL THEN c.pinned_script ELSE done.pinned END,
            wake_at = CASE WHEN done.state IS NULL THEN c.wake_at ELSE done.wake_at END,
            locale = coalesce(done.locale, c.locale),
            heard_at = coalesce(done.heard_at, c.heard_at),
            updated_at = done.at
        FROM done
        WHERE c.bucket = done.bucket AND c.contact_id = done.contact_id
    ), lead AS (
        UPDATE leads l
        SET name = coalesce(done.name, l.name), heat = done.heat, stage = done.stage,
            fit = done.fit, interest = done.interest, source = coalesce(l.source, done.source),
            campaign = coalesce(done.campaign, l.campaign)
        FROM done
        WHERE l.bucket = done.bucket AND l.contact_id = done.contact_id
            AND done.heat IS NOT NULL
            AND (l.heat <> done.heat OR l.stage <> done.stage OR l.fit <> done.fit
                OR l.interest <> done.interest OR l.name IS DISTINCT FROM coalesce(done.name, l.name)
                OR (l.source IS NULL AND done.source IS NOT NULL)
                OR l.campaign IS DISTINCT FROM coalesce(done.campaign, l.campaign))
    ), message AS (
        INSERT INTO messages (bucket, contact_id, turn, ordinal, author, text, text_keys, answer_id,
            variant, at)
        SELECT p_bucket[m.i], p_contact[m.i], v_outcome[m.i], m.ordinal, m.author, m.text,
            string_to_array(m.text_keys, ' '), m.answer, m.variant, p_at[m.i]
        FROM unnest(m_turn, m_ordinal, m_author, m_text, m_text_keys, m_answer, m_variant)
            m (i, ordinal, author, text, text_keys, answer, variant)
        WHERE v_outcome[m.i] > 0
    ), event AS (
        INSERT INTO lead_events (bucket, contact_id, turn, ordinal, at, kind, rule, reason,
            group_name, axis, base, decay_days, cap)
        SELECT p_bucket[e.i], p_contact[e.i], v_outcome[e.i], e.ordinal, p_at[e.i], e.kind,
            e.rule, e.reason, e.group_name, e.axis, e.base, e.decay_days, e.cap
        FROM unnest(e_turn, e_ordinal, e_kind, e_rule, e_reason, e_group, e_axis, e_base,
            e_decay_days, e_cap)
            e (i, ordinal, kind, rule, reason, group_name, axis, base, decay_days, cap)
        WHERE v_outcome[e.i] > 0
    ), asked AS MATERIALIZED (
        -- A question that has not left gives way to this turn's reply.
        SELECT t.bucket, t.contact_id, r.turn, r.ordinal, t.at
        FROM (
            SELECT DISTINCT p_bucket[n.i] AS bucket, p_contact[n.i] AS contact_id, p_at[n.i] AS at
            FROM unnest(o_turn, o_lane) n (i, lane)
            WHERE n.lane = 1 AND v_outcome[n.i] > 1
        ) t
        CROSS JOIN LATERAL (
            SELECT r.turn, r.ordinal FROM outbox r
            WHERE r.bucket = t.bucket AND r.contact_id = t.contact_id AND r.lane = 1
                AND r.done_at IS NULL AND r.asks_only AND r.status = 0
            OFFSET 0
        ) r
    ), superseded AS (
        UPDATE outbox o
        SET status = 4, done_at = asked.at
        FROM asked
        WHERE o.bucket = asked.bucket AND o.contact_id = asked.contact_id
            AND o.turn = asked.turn AND o.ordinal = asked.ordinal AND o.status = 0
    ), outgoing AS (
        INSERT INTO outbox (bucket, contact_id, turn, ordinal, lane, channel, account, due_at,
            epoch, asks_only, payload)
        SELECT p_bucket[o.i], p_contact[o.i], v_outcome[o.i], o.ordinal, o.lane, o.channel,
            o.account, o.due_at, o.epoch, o.asks_only, o.payload::jsonb
        FROM unnest(o_turn, o_ordinal, o_lane, o_channel, o_account, o_due_at, o_epoch,
            o_asks_only, o_payload)
            o (i, ordinal, lane, channel, account, due_at, epoch, asks_only, payload)
        WHERE v_outcome[o.i] > 0
    )
    INSERT INTO turns (bucket, contact_id, turn, kind, at, event, understood, facts, locale,
        script_version, took_us)
    SELECT bucket, contact_id, turn, kind, at, event::jsonb, understood::jsonb, facts::jsonb,
        locale, script, took_us
    FROM done;

    IF cardinality(w_turn) > 0 THEN
        UPDATE lead_events e
        SET withdrawn_turn = v_outcome[w.i]
        FROM unnest(w_turn, w_event_turn, w_event_ordinal) w (i, turn, ordinal)
        WHERE v_outcome[w.i] > 0 AND e.bucket = p_bucket[w.i] AND e.contact_id = p_contact[w.i]
            AND e.turn = w.turn AND e.ordinal = w.ordinal AND e.withdrawn_turn IS NULL;
    END IF;

    IF cardinality(u_turn) > 0 THEN
        INSERT INTO unanswered (bucket, contact_id, turn, ordinal, locale, text, at)
        SELECT p_bucket[u.i], p_contact[u.i], v_outcome[u.i], u.ordinal, p_locale[u.i], u.text,
            p_at[u.i]
        FROM unnest(u_turn, u_ordinal, u_text) u (i, ordinal, text)
        WHERE v_outcome[u.i] > 0;
    END IF;

    IF cardinality(t_turn) > 0 THEN
        INSERT INTO touches (bucket, contact_id, turn, campaign, at)
        SELECT p_bucket[t.i], p_contact[t.i], v_outcome[t.i], t.campaign, p_at[t.i]
        FROM unnest(t_turn, t_campaign) t (i, campaign)
        WHERE v_outcome[t.i] > 0;
    END IF;

    RETURN v_outcome;
END $$;
