-- Money goes back over gateways: secrets, gateways, the way of each instruction, and credit that customers hold.

-- Sealed under the server's key; the name and the tenant are part of what is sealed.
CREATE TABLE secret (
    tenant_id UUID NOT NULL REFERENCES tenant (id),
    name TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, name)
);

-- One gateway for each tender.
CREATE TABLE gateway (
    tenant_id UUID NOT NULL REFERENCES tenant (id),
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    tender TEXT NOT NULL,
    plugin_id UUID NOT NULL,
    config TEXT NOT NULL,
    hosts TEXT NOT NULL,
    secrets TEXT NOT NULL,
    enabled BOOLEAN NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT gateway_tender UNIQUE (tenant_id, tender),
    FOREIGN KEY (tenant_id, plugin_id) REFERENCES plugin (tenant_id, id)
);
CREATE INDEX gateway_by_plugin ON gateway (tenant_id, plugin_id);

-- Where an instruction stands on its way over a gateway. A row is there until the instruction is paid, failed or cancelled.
CREATE TABLE refund_work (
    tenant_id UUID NOT NULL,
    instruction_id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (tenant_id, instruction_id)
);
CREATE INDEX refund_work_by_due ON refund_work (due_at);

-- The gateway's own id of the payment that an instruction goes back on.
ALTER TABLE refund_instruction ADD COLUMN payment TEXT;

-- What customers hold with the shop: credited (positive) and spent (negative). Append-only.
CREATE TABLE credit (
    tenant_id UUID NOT NULL,
    customer_id UUID NOT NULL,
    id UUID NOT NULL,
    amount_minor BIGINT NOT NULL,
    currency TEXT NOT NULL,
    ticket_id UUID,
    reason TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, customer_id, id)
);
