-- What rolling rules out needs: trials beside the bound rule, their history, what they are held to, and what they used.

ALTER TABLE binding ADD COLUMN key TEXT NOT NULL DEFAULT '';
UPDATE binding SET key = 'b' || lower(hex(id));
CREATE UNIQUE INDEX binding_key ON binding (tenant_id, key);
ALTER TABLE binding ADD COLUMN percent INTEGER NOT NULL DEFAULT 100;
ALTER TABLE binding ADD COLUMN replaces BLOB;
ALTER TABLE binding ADD COLUMN guardrails TEXT NOT NULL DEFAULT '{}';
ALTER TABLE binding ADD COLUMN timetable TEXT;
ALTER TABLE binding ADD COLUMN grants TEXT;
-- Version that answers when the present one fails.
ALTER TABLE binding ADD COLUMN fallback INTEGER;

-- Every state a binding ever had, as JSON: nothing is filtered by its parts.
CREATE TABLE binding_revision (
    tenant_id BLOB NOT NULL,
    binding_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    content TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    reason TEXT,
    -- Taken back: nothing falls back to it.
    bad INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, binding_id, version)
) STRICT;

ALTER TABLE decision ADD COLUMN role TEXT NOT NULL DEFAULT 'active';
-- A shadow's decision that counted, and how it differs from it.
ALTER TABLE decision ADD COLUMN against BLOB;
ALTER TABLE decision ADD COLUMN difference TEXT;
-- What followed, for reports and guardrails.
ALTER TABLE decision ADD COLUMN label TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN amount_minor INTEGER;
ALTER TABLE decision ADD COLUMN currency TEXT;
-- Place among the ticket's decisions and the seal that chains them.
ALTER TABLE decision ADD COLUMN place INTEGER;
ALTER TABLE decision ADD COLUMN seal BLOB;
CREATE INDEX decision_by_binding ON decision (tenant_id, binding_id, id);

CREATE TABLE golden (
    tenant_id BLOB NOT NULL,
    binding_id BLOB NOT NULL,
    decision_id BLOB NOT NULL,
    note TEXT NOT NULL,
    added_by TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    CONSTRAINT golden_decision_id PRIMARY KEY (tenant_id, binding_id, decision_id)
) STRICT;

CREATE TABLE job (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    spec TEXT NOT NULL,
    state TEXT NOT NULL,
    done INTEGER NOT NULL,
    total INTEGER NOT NULL,
    report TEXT,
    error TEXT,
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    started_at INTEGER,
    finished_at INTEGER,
    -- A person asked to stop it.
    cancelled INTEGER NOT NULL,
    -- When a worker that took it and died is given up.
    leased_until INTEGER,
    PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE INDEX job_waiting ON job (id) WHERE state IN ('queued', 'running');

CREATE TABLE task (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    ticket_id BLOB NOT NULL,
    title TEXT NOT NULL,
    role TEXT NOT NULL,
    due_at INTEGER,
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    done_by BLOB,
    done_at INTEGER,
    PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE INDEX task_by_ticket ON task (tenant_id, ticket_id);
CREATE INDEX task_open ON task (tenant_id, role, id) WHERE done_at IS NULL;

-- The next tick of a timetable; whoever claims it asks the rule about one page of tickets after the other.
CREATE TABLE tick (
    tenant_id BLOB NOT NULL,
    binding_id BLOB NOT NULL,
    due_at INTEGER NOT NULL,
    previous_at INTEGER,
    -- The last ticket that was asked about in this tick.
    after_ticket BLOB,
    -- Ticks in a row that ended with a failure.
    failures INTEGER NOT NULL,
    leased_until INTEGER,
    PRIMARY KEY (tenant_id, binding_id)
) STRICT;
CREATE INDEX tick_due ON tick (due_at);

-- What calls used, added up by day.
CREATE TABLE rule_usage (
    tenant_id BLOB NOT NULL,
    day INTEGER NOT NULL,
    plugin_id BLOB NOT NULL,
    purpose TEXT NOT NULL,
    calls INTEGER NOT NULL,
    faults INTEGER NOT NULL,
    fuel INTEGER NOT NULL,
    duration_us INTEGER NOT NULL,
    peak_memory INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, day, plugin_id, purpose)
) STRICT;

ALTER TABLE tenant ADD COLUMN plan TEXT NOT NULL DEFAULT 'standard';
ALTER TABLE tenant ADD COLUMN requires_signature INTEGER NOT NULL DEFAULT 0;

-- Public keys whose signatures on plugins a tenant trusts.
CREATE TABLE signing_key (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    public_key BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT signing_key_public_key UNIQUE (tenant_id, public_key)
) STRICT;
ALTER TABLE plugin ADD COLUMN signed_by BLOB;
-- What it may ever ask, as a JSON list; NULL of plugins that came before this was written down.
ALTER TABLE plugin ADD COLUMN asks TEXT;
