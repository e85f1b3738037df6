-- Gateways report by themselves what became of refunds.

-- Somebody has the instruction until then; null when nobody has it.
ALTER TABLE refund_work ADD COLUMN claimed_until INTEGER;
-- A message about it came that nobody has looked after yet.
ALTER TABLE refund_work ADD COLUMN noticed_at INTEGER;
CREATE INDEX refund_work_by_notice ON refund_work (noticed_at) WHERE noticed_at IS NOT NULL;

-- Messages as they came, once each. `due_at` is set while the gateway is to be asked whether it holds to what contradicts.
CREATE TABLE gateway_notice (
    tenant_id BLOB NOT NULL REFERENCES tenant (id),
    id BLOB NOT NULL,
    gateway_id BLOB NOT NULL,
    digest BLOB NOT NULL,
    said TEXT NOT NULL,
    instruction_id BLOB,
    outcome TEXT NOT NULL,
    state TEXT NOT NULL,
    headers TEXT NOT NULL,
    body TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    looks INTEGER NOT NULL,
    due_at INTEGER,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT gateway_notice_digest UNIQUE (tenant_id, gateway_id, digest)
) STRICT;
CREATE INDEX gateway_notice_by_gateway ON gateway_notice (tenant_id, gateway_id, id);
CREATE INDEX gateway_notice_by_due ON gateway_notice (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX gateway_notice_by_age ON gateway_notice (received_at);
