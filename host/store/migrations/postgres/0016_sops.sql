-- A shop's own procedures for anomalies (D8); those that ship are part of the program.
CREATE TABLE sop (
    tenant_id UUID NOT NULL REFERENCES tenant (id),
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    -- Its name, when it is used and its steps as JSON: nothing is filtered by their parts.
    procedure TEXT NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT sop_key PRIMARY KEY (tenant_id, key)
);

-- As it was when the walk began; walks from before followed one that ships.
ALTER TABLE sop_run ADD COLUMN procedure TEXT;
