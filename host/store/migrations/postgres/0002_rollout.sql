-- What rolling rules out needs: trials beside the bound rule, their history, what they are held to, and what they used.

ALTER TABLE binding ADD COLUMN key TEXT COLLATE "C" NOT NULL DEFAULT '';
UPDATE binding SET key = 'b' || replace(CAST(id AS TEXT), '-', '');
CREATE UNIQUE INDEX binding_key ON binding (tenant_id, key);
ALTER TABLE binding ADD COLUMN percent BIGINT NOT NULL DEFAULT 100;
ALTER TABLE binding ADD COLUMN replaces UUID;
ALTER TABLE binding ADD COLUMN guardrails TEXT NOT NULL DEFAULT '{}';
ALTER TABLE binding ADD COLUMN timetable TEXT;
ALTER TABLE binding ADD COLUMN grants TEXT;
-- Version that answers when the present one fails.
ALTER TABLE binding ADD COLUMN fallback BIGINT;

-- Every state a binding ever had, as JSON: nothing is filtered by its parts.
CREATE TABLE binding_revision (
    tenant_id UUID NOT NULL,
    binding_id UUID NOT NULL,
    version BIGINT NOT NULL,
    content TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    actor TEXT NOT NULL,
    action TEXT COLLATE "C" NOT NULL,
    reason TEXT,
    -- Taken back: nothing falls back to it.
    bad BOOLEAN NOT NULL,
    PRIMARY KEY (tenant_id, binding_id, version)
);

ALTER TABLE decision ADD COLUMN role TEXT COLLATE "C" NOT NULL DEFAULT 'active';
-- A shadow's decision that counted, and how it differs from it.
ALTER TABLE decision ADD COLUMN against UUID;
ALTER TABLE decision ADD COLUMN difference TEXT COLLATE "C";
-- What followed, for reports and guardrails.
ALTER TABLE decision ADD COLUMN label TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN amount_minor BIGINT;
ALTER TABLE decision ADD COLUMN currency TEXT COLLATE "C";
-- Place among the ticket's decisions and the seal that chains them.
ALTER TABLE decision ADD COLUMN place BIGINT;
ALTER TABLE decision ADD COLUMN seal BYTEA;
CREATE INDEX decision_by_binding ON decision (tenant_id, binding_id, id);

CREATE TABLE golden (
    tenant_id UUID NOT NULL,
    binding_id UUID NOT NULL,
    decision_id UUID NOT NULL,
    note TEXT NOT NULL,
    added_by TEXT NOT NULL,
    added_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT golden_decision_id PRIMARY KEY (tenant_id, binding_id, decision_id)
);

CREATE TABLE job (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    spec TEXT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    report TEXT,
    error TEXT,
    created_by TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    started_at TIMESTAMPTZ,
    finished_at TIMESTAMPTZ,
    -- A person asked to stop it.
    cancelled BOOLEAN NOT NULL,
    -- When a worker that took it and died is given up.
    leased_until TIMESTAMPTZ,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX job_waiting ON job (id) WHERE state IN ('queued', 'running');

CREATE TABLE task (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    title TEXT NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    due_at TIMESTAMPTZ,
    created_by TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    done_by UUID,
    done_at TIMESTAMPTZ,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX task_by_ticket ON task (tenant_id, ticket_id);
CREATE INDEX task_open ON task (tenant_id, role, id) WHERE done_at IS NULL;

-- The next tick of a timetable; whoever claims it asks the rule about one page of tickets after the other.
CREATE TABLE tick (
    tenant_id UUID NOT NULL,
    binding_id UUID NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    previous_at TIMESTAMPTZ,
    -- The last ticket that was asked about in this tick.
    after_ticket UUID,
    -- Ticks in a row that ended with a failure.
    failures BIGINT NOT NULL,
    leased_until TIMESTAMPTZ,
    PRIMARY KEY (tenant_id, binding_id)
);
CREATE INDEX tick_due ON tick (due_at);

-- What calls used, added up by day.
CREATE TABLE rule_usage (
    tenant_id UUID NOT NULL,
    day BIGINT NOT NULL,
    plugin_id UUID NOT NULL,
    purpose TEXT COLLATE "C" NOT NULL,
    calls BIGINT NOT NULL,
    faults BIGINT NOT NULL,
    fuel BIGINT NOT NULL,
    duration_us BIGINT NOT NULL,
    peak_memory BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, day, plugin_id, purpose)
);

ALTER TABLE tenant ADD COLUMN plan TEXT COLLATE "C" NOT NULL DEFAULT 'standard';
ALTER TABLE tenant ADD COLUMN requires_signature BOOLEAN NOT NULL DEFAULT FALSE;

-- Public keys whose signatures on plugins a tenant trusts.
CREATE TABLE signing_key (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    name TEXT NOT NULL,
    public_key BYTEA NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT signing_key_public_key UNIQUE (tenant_id, public_key)
);
ALTER TABLE plugin ADD COLUMN signed_by UUID;
-- What it may ever ask, as a JSON list; NULL of plugins that came before this was written down.
ALTER TABLE plugin ADD COLUMN asks TEXT;
