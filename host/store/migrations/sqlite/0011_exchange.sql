-- Goods that leave for the customer: replacements, the way of each reservation of stock, and where stock is asked for.

-- What is filtered stands in columns; the rest is read as a whole.
CREATE TABLE replacement (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    ticket_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    content TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE INDEX replacement_by_ticket ON replacement (tenant_id, ticket_id, id);
CREATE INDEX replacement_by_state ON replacement (tenant_id, state, id);

-- Where a reservation stands on its way over the connector. A row is there until nothing more is wanted of it.
CREATE TABLE reservation_work (
    tenant_id BLOB NOT NULL,
    replacement_id BLOB NOT NULL,
    ticket_id BLOB NOT NULL,
    due_at INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (tenant_id, replacement_id)
) STRICT;
CREATE INDEX reservation_work_by_due ON reservation_work (due_at);

-- One for each tenant.
CREATE TABLE inventory_connector (
    tenant_id BLOB NOT NULL REFERENCES tenant (id),
    version INTEGER NOT NULL,
    base_url TEXT NOT NULL,
    secret TEXT,
    enabled INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id)
) STRICT;
