-- What customers see and send: files, the links by which they come, surveys; and what agents answer them with.

-- The bytes lie in the object store under their digest.
CREATE TABLE attachment (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    -- Nothing until it is used; what stays unused for a day goes.
    ticket_id UUID,
    digest BYTEA NOT NULL,
    size BIGINT NOT NULL,
    media_type TEXT COLLATE "C" NOT NULL,
    name TEXT NOT NULL,
    uploaded_by TEXT NOT NULL,
    -- The customer must not see it.
    internal BOOLEAN NOT NULL,
    -- Something without a ticket shows it, such as a parcel that nobody is known for.
    held BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX attachment_by_ticket ON attachment (tenant_id, ticket_id, id) WHERE ticket_id IS NOT NULL;
CREATE INDEX attachment_by_digest ON attachment (tenant_id, digest);
CREATE INDEX attachment_unused ON attachment (created_at) WHERE ticket_id IS NULL;

-- One row for each object of the store that may be there. An upload touches it before it writes the object, and the sweeper
-- marks it before it deletes the object, so that neither takes the other's bytes away.
CREATE TABLE attachment_object (
    tenant_id UUID NOT NULL,
    digest BYTEA NOT NULL,
    touched_at TIMESTAMPTZ NOT NULL,
    leaving BOOLEAN NOT NULL,
    PRIMARY KEY (tenant_id, digest)
);
CREATE INDEX attachment_object_touched ON attachment_object (touched_at);

CREATE TABLE portal_link (
    tenant_id UUID NOT NULL REFERENCES tenant (id),
    id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    scope TEXT COLLATE "C" NOT NULL,
    token_digest BYTEA NOT NULL,
    created_by TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    revoked_at TIMESTAMPTZ,
    PRIMARY KEY (tenant_id, id),
    -- A request shows the token before anybody knows its tenant.
    CONSTRAINT portal_link_token_digest UNIQUE (token_digest)
);
CREATE INDEX portal_link_by_ticket ON portal_link (tenant_id, ticket_id, id);

-- Asked once for each ticket, after its end (U14, U15).
CREATE TABLE survey (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    assignee_id UUID,
    sent_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    answered_at TIMESTAMPTZ,
    satisfied BOOLEAN,
    -- 1 to 5.
    score BIGINT,
    speed BIGINT,
    comment TEXT,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT survey_ticket_id UNIQUE (tenant_id, ticket_id)
);
CREATE INDEX survey_by_assignee ON survey (tenant_id, assignee_id, id);
CREATE INDEX survey_by_sent ON survey (tenant_id, sent_at);

-- Texts that agents insert (话术, D8).
CREATE TABLE macro (
    tenant_id UUID NOT NULL REFERENCES tenant (id),
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    acts TEXT NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT macro_key UNIQUE (tenant_id, key)
);

-- Walks through standard operating procedures (D8).
CREATE TABLE sop_run (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    ticket_id UUID NOT NULL,
    sop TEXT COLLATE "C" NOT NULL,
    step TEXT COLLATE "C",
    -- Ticked steps as JSON: nothing is filtered by their parts.
    done TEXT NOT NULL,
    started_by TEXT NOT NULL,
    started_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX sop_run_by_ticket ON sop_run (tenant_id, ticket_id, id);
