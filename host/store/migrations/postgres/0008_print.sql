-- Templates for papers that tenants wrote.

CREATE TABLE print_template (
    tenant_id UUID NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    source TEXT NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT print_template_key PRIMARY KEY (tenant_id, key)
);
