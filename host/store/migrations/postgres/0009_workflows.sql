-- Forms and workflows that merchants draw, where each ticket stands in one, and who holds a task.

-- A drawing with its draft; what was published lies in definition_edition and never changes.
CREATE TABLE definition (
    tenant_id UUID NOT NULL REFERENCES tenant (id),
    noun TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    -- Kinds of tickets that it is for, as JSON.
    kinds TEXT NOT NULL,
    position BIGINT NOT NULL,
    enabled BOOLEAN NOT NULL,
    draft TEXT,
    published BIGINT,
    updated_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT definition_key PRIMARY KEY (tenant_id, noun, key)
);

CREATE TABLE definition_edition (
    tenant_id UUID NOT NULL,
    noun TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    edition BIGINT NOT NULL,
    content TEXT NOT NULL,
    published_by TEXT NOT NULL,
    published_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT definition_edition_edition PRIMARY KEY (tenant_id, noun, key, edition)
);

-- One row for each time a ticket went through a workflow; a reopened ticket begins a new round.
CREATE TABLE flow_run (
    tenant_id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    round BIGINT NOT NULL,
    definition TEXT COLLATE "C" NOT NULL,
    edition BIGINT NOT NULL,
    is_running BOOLEAN NOT NULL,
    content TEXT NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id, round)
);
CREATE INDEX flow_run_running ON flow_run (tenant_id, definition, edition, ticket_id) WHERE is_running;

ALTER TABLE account ADD COLUMN departments TEXT NOT NULL DEFAULT '[]';
ALTER TABLE account ADD COLUMN deputy_id UUID;

-- The node of the workflow that asks for it; none for tasks of rules and clocks.
ALTER TABLE task ADD COLUMN node TEXT COLLATE "C";
-- Who may do a task: 'role:…', 'person:…', 'department:…', 'queue:…' or 'customer'.
CREATE TABLE task_holder (
    tenant_id UUID NOT NULL,
    task_id UUID NOT NULL,
    holder TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, holder, task_id)
);
CREATE INDEX task_holder_by_task ON task_holder (tenant_id, task_id);
INSERT INTO task_holder (tenant_id, task_id, holder) SELECT tenant_id, id, 'role:' || role FROM task;

-- Tickets that belong to others: the linked ticket of a sub-task, a claim on the carrier.
CREATE TABLE ticket_link (
    tenant_id UUID NOT NULL,
    parent_id UUID NOT NULL,
    child_id UUID NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    -- The task of the parent's workflow that the child does.
    task_id UUID,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, parent_id, child_id)
);
CREATE INDEX ticket_link_by_child ON ticket_link (tenant_id, child_id);

-- Who bound rules draws forms and workflows from now on, plugin authors excepted.
UPDATE role SET permissions = replace(permissions, '"binding:write"', '"binding:write","workflow:write"')
    WHERE name IN ('owner', 'admin', 'supervisor', 'director');
