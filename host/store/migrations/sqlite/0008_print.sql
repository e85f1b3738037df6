-- Templates for papers that tenants wrote.

CREATE TABLE print_template (
    tenant_id BLOB NOT NULL,
    key TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    CONSTRAINT print_template_key PRIMARY KEY (tenant_id, key)
) STRICT;
