-- Business hours, service levels, and work that comes back by a timetable.

CREATE TABLE calendar (
    tenant_id BLOB NOT NULL REFERENCES tenant (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    -- Hours and special days as JSON: nothing is filtered by its parts.
    content TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT calendar_name UNIQUE (tenant_id, name)
) STRICT;

CREATE TABLE sla_policy (
    tenant_id BLOB NOT NULL REFERENCES tenant (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    place INTEGER NOT NULL,
    enabled INTEGER NOT NULL,
    calendar_id BLOB NOT NULL,
    applies_to TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT sla_policy_name UNIQUE (tenant_id, name)
) STRICT;

-- Every state a policy ever had: what ended under it keeps its verdict.
CREATE TABLE sla_policy_revision (
    tenant_id BLOB NOT NULL,
    policy_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (tenant_id, policy_id, version)
) STRICT, WITHOUT ROWID;

-- The clocks of a ticket: an extract of its timeline, and when they next need somebody.
CREATE TABLE service_level (
    tenant_id BLOB NOT NULL,
    ticket_id BLOB NOT NULL,
    -- Version of the ticket that the row fits.
    version INTEGER NOT NULL,
    log TEXT NOT NULL,
    wake_at INTEGER,
    due_at INTEGER,
    -- When a worker that claimed the row and died is given up.
    leased_until INTEGER,
    PRIMARY KEY (tenant_id, ticket_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX service_level_wake ON service_level (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX service_level_due ON service_level (tenant_id, due_at) WHERE due_at IS NOT NULL;

-- Tickets that are older than their clocks are woken once, which begins them.
INSERT INTO service_level (tenant_id, ticket_id, version, log, wake_at)
SELECT tenant_id, id, version, '[]', 0 FROM ticket WHERE is_open;
-- What these timers did, policies do.
DELETE FROM timer WHERE kind IN ('unaccepted', 'unaccepted_long', 'review_overdue', 'refund_overdue');

-- Who leads the queue, and is told when tickets stay in it for too long (U13).
ALTER TABLE queue ADD COLUMN lead_id BLOB;

CREATE TABLE recurring (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    cron TEXT NOT NULL,
    zone TEXT NOT NULL,
    spec TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    due_at INTEGER,
    previous_at INTEGER,
    failures INTEGER NOT NULL,
    last_error TEXT,
    leased_until INTEGER,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT recurring_name UNIQUE (tenant_id, name)
) STRICT;
CREATE INDEX recurring_due ON recurring (due_at) WHERE due_at IS NOT NULL;
