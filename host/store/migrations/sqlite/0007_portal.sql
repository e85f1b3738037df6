-- What customers see and send: files, the links by which they come, surveys; and what agents answer them with.

-- The bytes lie in the object store under their digest.
CREATE TABLE attachment (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    -- Nothing until it is used; what stays unused for a day goes.
    ticket_id BLOB,
    digest BLOB NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    name TEXT NOT NULL,
    uploaded_by TEXT NOT NULL,
    -- The customer must not see it.
    internal INTEGER NOT NULL,
    -- Something without a ticket shows it, such as a parcel that nobody is known for.
    held INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE INDEX attachment_by_ticket ON attachment (tenant_id, ticket_id, id) WHERE ticket_id IS NOT NULL;
CREATE INDEX attachment_by_digest ON attachment (tenant_id, digest);
CREATE INDEX attachment_unused ON attachment (created_at) WHERE ticket_id IS NULL;

-- One row for each object of the store that may be there. An upload touches it before it writes the object, and the sweeper
-- marks it before it deletes the object, so that neither takes the other's bytes away.
CREATE TABLE attachment_object (
    tenant_id BLOB NOT NULL,
    digest BLOB NOT NULL,
    touched_at INTEGER NOT NULL,
    leaving INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, digest)
) STRICT;
CREATE INDEX attachment_object_touched ON attachment_object (touched_at);

CREATE TABLE portal_link (
    tenant_id BLOB NOT NULL REFERENCES tenant (id),
    id BLOB NOT NULL,
    ticket_id BLOB NOT NULL,
    scope TEXT NOT NULL,
    token_digest BLOB NOT NULL,
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER,
    PRIMARY KEY (tenant_id, id),
    -- A request shows the token before anybody knows its tenant.
    CONSTRAINT portal_link_token_digest UNIQUE (token_digest)
) STRICT;
CREATE INDEX portal_link_by_ticket ON portal_link (tenant_id, ticket_id, id);

-- Asked once for each ticket, after its end (U14, U15).
CREATE TABLE survey (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    ticket_id BLOB NOT NULL,
    assignee_id BLOB,
    sent_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    answered_at INTEGER,
    satisfied INTEGER,
    -- 1 to 5.
    score INTEGER,
    speed INTEGER,
    comment TEXT,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT survey_ticket_id UNIQUE (tenant_id, ticket_id)
) STRICT;
CREATE INDEX survey_by_assignee ON survey (tenant_id, assignee_id, id);
CREATE INDEX survey_by_sent ON survey (tenant_id, sent_at);

-- Texts that agents insert (话术, D8).
CREATE TABLE macro (
    tenant_id BLOB NOT NULL REFERENCES tenant (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    acts TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT macro_key UNIQUE (tenant_id, key)
) STRICT;

-- Walks through standard operating procedures (D8).
CREATE TABLE sop_run (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    ticket_id BLOB NOT NULL,
    sop TEXT NOT NULL,
    step TEXT,
    -- Ticked steps as JSON: nothing is filtered by their parts.
    done TEXT NOT NULL,
    started_by TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE INDEX sop_run_by_ticket ON sop_run (tenant_id, ticket_id, id);
