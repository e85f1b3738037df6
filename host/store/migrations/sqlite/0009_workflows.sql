-- Forms and workflows that merchants draw, where each ticket stands in one, and who holds a task.

-- A drawing with its draft; what was published lies in definition_edition and never changes.
CREATE TABLE definition (
    tenant_id BLOB NOT NULL REFERENCES tenant (id),
    noun TEXT NOT NULL,
    key TEXT NOT NULL,
    version INTEGER NOT NULL,
    -- Kinds of tickets that it is for, as JSON.
    kinds TEXT NOT NULL,
    position INTEGER NOT NULL,
    enabled INTEGER NOT NULL,
    draft TEXT,
    published INTEGER,
    updated_at INTEGER NOT NULL,
    CONSTRAINT definition_key PRIMARY KEY (tenant_id, noun, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE definition_edition (
    tenant_id BLOB NOT NULL,
    noun TEXT NOT NULL,
    key TEXT NOT NULL,
    edition INTEGER NOT NULL,
    content TEXT NOT NULL,
    published_by TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    CONSTRAINT definition_edition_edition PRIMARY KEY (tenant_id, noun, key, edition)
) STRICT, WITHOUT ROWID;

-- One row for each time a ticket went through a workflow; a reopened ticket begins a new round.
CREATE TABLE flow_run (
    tenant_id BLOB NOT NULL,
    ticket_id BLOB NOT NULL,
    round INTEGER NOT NULL,
    definition TEXT NOT NULL,
    edition INTEGER NOT NULL,
    is_running INTEGER NOT NULL,
    content TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id, round)
) STRICT, WITHOUT ROWID;
CREATE INDEX flow_run_running ON flow_run (tenant_id, definition, edition, ticket_id) WHERE is_running;

ALTER TABLE account ADD COLUMN departments TEXT NOT NULL DEFAULT '[]';
ALTER TABLE account ADD COLUMN deputy_id BLOB;

-- The node of the workflow that asks for it; none for tasks of rules and clocks.
ALTER TABLE task ADD COLUMN node TEXT;
-- Who may do a task: 'role:…', 'person:…', 'department:…', 'queue:…' or 'customer'.
CREATE TABLE task_holder (
    tenant_id BLOB NOT NULL,
    task_id BLOB NOT NULL,
    holder TEXT NOT NULL,
    PRIMARY KEY (tenant_id, holder, task_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_holder_by_task ON task_holder (tenant_id, task_id);
INSERT INTO task_holder (tenant_id, task_id, holder) SELECT tenant_id, id, 'role:' || role FROM task;

-- Tickets that belong to others: the linked ticket of a sub-task, a claim on the carrier.
CREATE TABLE ticket_link (
    tenant_id BLOB NOT NULL,
    parent_id BLOB NOT NULL,
    child_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    -- The task of the parent's workflow that the child does.
    task_id BLOB,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, parent_id, child_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_link_by_child ON ticket_link (tenant_id, child_id);

-- Who bound rules draws forms and workflows from now on, plugin authors excepted.
UPDATE role SET permissions = replace(permissions, '"binding:write"', '"binding:write","workflow:write"')
    WHERE name IN ('owner', 'admin', 'supervisor', 'director');
