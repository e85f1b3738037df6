-- Departments, field rules of roles, and the operation log.

CREATE TABLE department (
    tenant_id UUID NOT NULL REFERENCES tenant (id),
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    parent_id UUID,
    lead_id UUID,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT department_name UNIQUE (tenant_id, name)
);
-- Whom users named so far.
INSERT INTO department (tenant_id, id, version, name)
    SELECT d.tenant_id, gen_random_uuid(), 1, d.name
    FROM (SELECT DISTINCT a.tenant_id AS tenant_id, j.value AS name
          FROM account a, json_array_elements_text(CAST(a.departments AS JSON)) AS j (value)) d;

ALTER TABLE role ADD COLUMN description TEXT NOT NULL DEFAULT '';
-- Field rules as JSON.
ALTER TABLE role ADD COLUMN fields TEXT NOT NULL DEFAULT '[]';

-- What was changed through the API, and what was refused. Each row holds the hash of its content; the seals below chain them.
CREATE TABLE audit_entry (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    account_id UUID,
    key_id UUID,
    address TEXT,
    method TEXT COLLATE "C" NOT NULL,
    path TEXT COLLATE "C" NOT NULL,
    operation TEXT COLLATE "C" NOT NULL,
    resource TEXT COLLATE "C" NOT NULL,
    resource_id TEXT COLLATE "C",
    version_before BIGINT,
    version_after BIGINT,
    status BIGINT NOT NULL,
    code TEXT COLLATE "C",
    request_id TEXT NOT NULL,
    suppressed BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    -- The seal that holds it; none until the next one is set.
    seal BIGINT,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX audit_entry_by_account ON audit_entry (tenant_id, account_id, id) WHERE account_id IS NOT NULL;
CREATE INDEX audit_entry_by_resource ON audit_entry (tenant_id, resource, resource_id, id);
CREATE INDEX audit_entry_by_seal ON audit_entry (tenant_id, seal, id) WHERE seal IS NOT NULL;
CREATE INDEX audit_entry_unsealed ON audit_entry (tenant_id, id) WHERE seal IS NULL;

CREATE TABLE audit_seal (
    tenant_id UUID NOT NULL,
    seq BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    entries BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    CONSTRAINT audit_seal_seq PRIMARY KEY (tenant_id, seq)
);

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE OF tenant_id, id, at, account_id, key_id, address, method, path, operation, resource,
    resource_id, version_before, version_after, status, code, request_id, suppressed, hash ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_sealed_once BEFORE UPDATE OF seal ON audit_entry FOR EACH ROW WHEN (OLD.seal IS NOT NULL)
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seal_no_change BEFORE UPDATE OR DELETE ON audit_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
