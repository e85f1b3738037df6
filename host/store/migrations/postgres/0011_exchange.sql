-- Goods that leave for the customer: replacements, the way of each reservation of stock, and where stock is asked for.

-- What is filtered stands in columns; the rest is read as a whole.
CREATE TABLE replacement (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    version BIGINT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    content TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX replacement_by_ticket ON replacement (tenant_id, ticket_id, id);
CREATE INDEX replacement_by_state ON replacement (tenant_id, state, id);

-- Where a reservation stands on its way over the connector. A row is there until nothing more is wanted of it.
CREATE TABLE reservation_work (
    tenant_id UUID NOT NULL,
    replacement_id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (tenant_id, replacement_id)
);
CREATE INDEX reservation_work_by_due ON reservation_work (due_at);

-- One for each tenant.
CREATE TABLE inventory_connector (
    tenant_id UUID NOT NULL REFERENCES tenant (id),
    version BIGINT NOT NULL,
    base_url TEXT NOT NULL,
    secret TEXT,
    enabled BOOLEAN NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id)
);
