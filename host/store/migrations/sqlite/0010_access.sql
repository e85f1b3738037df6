-- Departments, field rules of roles, and the operation log.

CREATE TABLE department (
    tenant_id BLOB NOT NULL REFERENCES tenant (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    parent_id BLOB,
    lead_id BLOB,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT department_name UNIQUE (tenant_id, name)
) STRICT;
-- Whom users named so far.
INSERT INTO department (tenant_id, id, version, name)
    SELECT d.tenant_id, randomblob(16), 1, d.name
    FROM (SELECT DISTINCT a.tenant_id AS tenant_id, j.value AS name FROM account a, json_each(a.departments) j) d;

ALTER TABLE role ADD COLUMN description TEXT NOT NULL DEFAULT '';
-- Field rules as JSON.
ALTER TABLE role ADD COLUMN fields TEXT NOT NULL DEFAULT '[]';

-- What was changed through the API, and what was refused. Each row holds the hash of its content; the seals below chain them.
CREATE TABLE audit_entry (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    at INTEGER NOT NULL,
    account_id BLOB,
    key_id BLOB,
    address TEXT,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    operation TEXT NOT NULL,
    resource TEXT NOT NULL,
    resource_id TEXT,
    version_before INTEGER,
    version_after INTEGER,
    status INTEGER NOT NULL,
    code TEXT,
    request_id TEXT NOT NULL,
    suppressed INTEGER NOT NULL,
    hash BLOB NOT NULL,
    -- The seal that holds it; none until the next one is set.
    seal INTEGER,
    PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_entry_by_account ON audit_entry (tenant_id, account_id, id) WHERE account_id IS NOT NULL;
CREATE INDEX audit_entry_by_resource ON audit_entry (tenant_id, resource, resource_id, id);
CREATE INDEX audit_entry_by_seal ON audit_entry (tenant_id, seal, id) WHERE seal IS NOT NULL;
CREATE INDEX audit_entry_unsealed ON audit_entry (tenant_id, id) WHERE seal IS NULL;

CREATE TABLE audit_seal (
    tenant_id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    hash BLOB NOT NULL,
    CONSTRAINT audit_seal_seq PRIMARY KEY (tenant_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE OF tenant_id, id, at, account_id, key_id, address, method, path, operation, resource,
    resource_id, version_before, version_after, status, code, request_id, suppressed, hash ON audit_entry
    BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER audit_entry_sealed_once BEFORE UPDATE OF seal ON audit_entry WHEN OLD.seal IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'audit_entry is sealed'); END;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER audit_seal_no_update BEFORE UPDATE ON audit_seal BEGIN SELECT RAISE(ABORT, 'audit_seal is append-only'); END;
CREATE TRIGGER audit_seal_no_delete BEFORE DELETE ON audit_seal BEGIN SELECT RAISE(ABORT, 'audit_seal is append-only'); END;
