-- Business hours, service levels, and work that comes back by a timetable.

CREATE TABLE calendar (
    tenant_id UUID NOT NULL REFERENCES tenant (id),
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    -- Hours and special days as JSON: nothing is filtered by its parts.
    content TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT calendar_name UNIQUE (tenant_id, name)
);

CREATE TABLE sla_policy (
    tenant_id UUID NOT NULL REFERENCES tenant (id),
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    place BIGINT NOT NULL,
    enabled BOOLEAN NOT NULL,
    calendar_id UUID NOT NULL,
    applies_to TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT sla_policy_name UNIQUE (tenant_id, name)
);

-- Every state a policy ever had: what ended under it keeps its verdict.
CREATE TABLE sla_policy_revision (
    tenant_id UUID NOT NULL,
    policy_id UUID NOT NULL,
    version BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (tenant_id, policy_id, version)
);

-- The clocks of a ticket: an extract of its timeline, and when they next need somebody.
CREATE TABLE service_level (
    tenant_id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    -- Version of the ticket that the row fits.
    version BIGINT NOT NULL,
    log TEXT NOT NULL,
    wake_at TIMESTAMPTZ,
    due_at TIMESTAMPTZ,
    -- When a worker that claimed the row and died is given up.
    leased_until TIMESTAMPTZ,
    PRIMARY KEY (tenant_id, ticket_id)
);
CREATE INDEX service_level_wake ON service_level (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX service_level_due ON service_level (tenant_id, due_at) WHERE due_at IS NOT NULL;

-- Tickets that are older than their clocks are woken once, which begins them.
INSERT INTO service_level (tenant_id, ticket_id, version, log, wake_at)
SELECT tenant_id, id, version, '[]', TIMESTAMPTZ 'epoch' FROM ticket WHERE is_open;
-- What these timers did, policies do.
DELETE FROM timer WHERE kind IN ('unaccepted', 'unaccepted_long', 'review_overdue', 'refund_overdue');

-- Who leads the queue, and is told when tickets stay in it for too long (U13).
ALTER TABLE queue ADD COLUMN lead_id UUID;

CREATE TABLE recurring (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    cron TEXT COLLATE "C" NOT NULL,
    zone TEXT COLLATE "C" NOT NULL,
    spec TEXT NOT NULL,
    enabled BOOLEAN NOT NULL,
    due_at TIMESTAMPTZ,
    previous_at TIMESTAMPTZ,
    failures BIGINT NOT NULL,
    last_error TEXT,
    leased_until TIMESTAMPTZ,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT recurring_name UNIQUE (tenant_id, name)
);
CREATE INDEX recurring_due ON recurring (due_at) WHERE due_at IS NOT NULL;
