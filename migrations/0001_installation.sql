-- What belongs to the installation and to nobody in particular.

-- One row: the secrets that are drawn once and never change.
CREATE TABLE installation (
    id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    -- The namespace of contact ids: they cannot be guessed from handles without it.
    namespace uuid NOT NULL DEFAULT gen_random_uuid(),
    -- The key of the hashes in `suppressions`.
    suppression_key bytea NOT NULL
        DEFAULT decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'),
    created_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO installation DEFAULT VALUES;

-- A script with its texts, by the hash of its content. Rows never change.
CREATE TABLE script_versions (
    version text PRIMARY KEY,
    -- Path within the folder to content.
    files jsonb NOT NULL,
    -- Where it came from, in words for an operator: a folder and a host.
    origin text NOT NULL,
    -- When a file of it was last edited.
    edited_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- One row at most: the version that is live. The generation grows with each change.
CREATE TABLE active_script (
    id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    version text NOT NULL REFERENCES script_versions,
    generation bigint NOT NULL,
    activated_at timestamptz NOT NULL DEFAULT now()
);

-- Work that one process at a time may do. The times are the database's own.
CREATE TABLE leases (
    name text PRIMARY KEY,
    holder text NOT NULL,
    -- Grows when the holder changes.
    term bigint NOT NULL,
    renewed_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);

-- Keyed hashes of identities that asked to be forgotten: we never start a talk with them.
CREATE TABLE suppressions (
    hash bytea PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now()
);
