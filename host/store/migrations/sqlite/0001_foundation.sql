-- The tables of Redress. tenant_id leads every key, so that rows of one tenant lie together and a server can be split by tenant.
-- Moments are microseconds since 1970-01-01T00:00:00Z. Amounts are minor units beside their ISO 4217 code.
-- Columns of JSON text hold what is never filtered by; columns of packed bytes are compressed (sql/pack.rs).

CREATE TABLE tenant (
    id BLOB NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    locale TEXT NOT NULL,
    currency TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT tenant_slug UNIQUE (slug)
) STRICT;

CREATE TABLE role (
    tenant_id BLOB NOT NULL REFERENCES tenant (id),
    name TEXT NOT NULL,
    approval_rank INTEGER,
    permissions TEXT NOT NULL,
    PRIMARY KEY (tenant_id, name)
) STRICT;

-- Users; "user" is a reserved word.
CREATE TABLE account (
    tenant_id BLOB NOT NULL REFERENCES tenant (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    queues TEXT NOT NULL,
    skills TEXT NOT NULL,
    capacity INTEGER NOT NULL,
    rating INTEGER,
    available INTEGER NOT NULL,
    disabled INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT account_email UNIQUE (tenant_id, email)
) STRICT;

CREATE TABLE account_role (
    tenant_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (tenant_id, account_id, role),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX account_role_by_role ON account_role (tenant_id, role);

CREATE TABLE api_key (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    name TEXT NOT NULL,
    secret_digest BLOB NOT NULL,
    scopes TEXT,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER,
    PRIMARY KEY (tenant_id, id),
    -- A request shows the secret before anybody knows its tenant.
    CONSTRAINT api_key_secret_digest UNIQUE (secret_digest),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
) STRICT;

CREATE TABLE queue (
    tenant_id BLOB NOT NULL REFERENCES tenant (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    is_default INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT queue_key UNIQUE (tenant_id, key)
) STRICT;
CREATE UNIQUE INDEX queue_tenant_id ON queue (tenant_id) WHERE is_default;

CREATE TABLE customer (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    external_id TEXT NOT NULL,
    name TEXT,
    phone TEXT,
    email TEXT,
    member_level TEXT,
    tags TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT customer_external_id UNIQUE (tenant_id, external_id)
) STRICT;

-- An order is a snapshot that the shop replaces as a whole, so its lines are one packed value and not rows.
CREATE TABLE shop_order (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    external_id TEXT NOT NULL,
    customer_id BLOB,
    placed_at INTEGER,
    delivered_at INTEGER,
    paid_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    line_count INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT shop_order_external_id UNIQUE (tenant_id, external_id)
) STRICT;
CREATE INDEX shop_order_by_customer ON shop_order (tenant_id, customer_id, placed_at) WHERE customer_id IS NOT NULL;

-- Counters that hand out blocks of numbers, so that tickets do not queue for one row.
CREATE TABLE sequence (
    tenant_id BLOB NOT NULL,
    name TEXT NOT NULL,
    next_value INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, name)
) STRICT;

CREATE TABLE ticket (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number TEXT NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    external_ref TEXT,
    subject TEXT NOT NULL,
    description TEXT NOT NULL,
    problem_type TEXT,
    customer_id BLOB,
    order_id BLOB,
    case_status TEXT NOT NULL,
    goods TEXT NOT NULL,
    money TEXT NOT NULL,
    dispute TEXT NOT NULL,
    -- Derived from case_status, for the desk.
    is_open INTEGER NOT NULL,
    queue_id BLOB,
    assignee_id BLOB,
    priority TEXT NOT NULL,
    -- Tags, risk, refund, approvals, deductions and form fields as JSON.
    detail TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT ticket_number UNIQUE (tenant_id, number)
) STRICT;
CREATE UNIQUE INDEX ticket_external_ref ON ticket (tenant_id, channel, external_ref) WHERE external_ref IS NOT NULL;
CREATE INDEX ticket_by_customer ON ticket (tenant_id, customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX ticket_by_order ON ticket (tenant_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX ticket_by_case ON ticket (tenant_id, case_status, id);
CREATE INDEX ticket_by_queue ON ticket (tenant_id, queue_id, id) WHERE is_open;
CREATE INDEX ticket_by_assignee ON ticket (tenant_id, assignee_id, id) WHERE is_open AND assignee_id IS NOT NULL;

CREATE TABLE ticket_line (
    tenant_id BLOB NOT NULL,
    ticket_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    id BLOB NOT NULL,
    order_line TEXT,
    sku TEXT NOT NULL,
    category TEXT,
    quantity INTEGER NOT NULL,
    reason TEXT NOT NULL,
    requested_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id, position)
) STRICT, WITHOUT ROWID;

-- Append-only and chained by hashes; the triggers below keep honest programs honest, the chain shows the others.
CREATE TABLE timeline (
    tenant_id BLOB NOT NULL,
    ticket_id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL,
    hash BLOB NOT NULL,
    CONSTRAINT timeline_seq PRIMARY KEY (tenant_id, ticket_id, seq)
) STRICT, WITHOUT ROWID;

-- What decisions share, by SHA-256 of the bytes before packing.
CREATE TABLE blob (
    tenant_id BLOB NOT NULL,
    digest BLOB NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY (tenant_id, digest)
) STRICT;

-- Name, version and digest of the plugin are joined in; case file, question and configuration lie in blob.
CREATE TABLE decision (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    ticket_id BLOB NOT NULL,
    hook TEXT NOT NULL,
    binding_id BLOB,
    plugin_id BLOB NOT NULL,
    engine_profile TEXT NOT NULL,
    at INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    locale TEXT NOT NULL,
    case_digest BLOB NOT NULL,
    question_digest BLOB NOT NULL,
    config_digest BLOB NOT NULL,
    outcome TEXT NOT NULL,
    -- Answer, fault, host calls and log, packed.
    payload BLOB NOT NULL,
    fuel INTEGER NOT NULL,
    peak_memory INTEGER NOT NULL,
    duration_us INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_by_ticket ON decision (tenant_id, ticket_id, id);

CREATE TABLE plugin (
    tenant_id BLOB NOT NULL REFERENCES tenant (id),
    id BLOB NOT NULL,
    digest BLOB NOT NULL,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    description TEXT NOT NULL,
    sdk TEXT NOT NULL,
    hooks TEXT NOT NULL,
    config_schema TEXT NOT NULL,
    size INTEGER NOT NULL,
    uploaded_by BLOB,
    uploaded_at INTEGER NOT NULL,
    -- Set instead of deleting the row: decisions still show it and replay needs it.
    hidden INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE UNIQUE INDEX plugin_version ON plugin (tenant_id, name, version) WHERE NOT hidden;
CREATE INDEX plugin_by_digest ON plugin (tenant_id, digest);

-- Components by SHA-256. No tenant: contents that name themselves have no owner, and two tenants may upload the same.
CREATE TABLE plugin_bytes (
    digest BLOB NOT NULL PRIMARY KEY,
    packed BLOB NOT NULL
) STRICT;

CREATE TABLE binding (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    hook TEXT NOT NULL,
    plugin_id BLOB NOT NULL,
    config TEXT NOT NULL,
    position INTEGER NOT NULL,
    mode TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, plugin_id) REFERENCES plugin (tenant_id, id)
) STRICT;
CREATE INDEX binding_by_plugin ON binding (tenant_id, plugin_id);

CREATE TABLE parameter (
    tenant_id BLOB NOT NULL REFERENCES tenant (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (tenant_id, code)
) STRICT;

CREATE TABLE timer (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    ticket_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    -- When a worker that claimed the timer and died is given up.
    leased_until INTEGER,
    PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX timer_by_ticket ON timer (tenant_id, ticket_id);
CREATE INDEX timer_due ON timer (due_at);

CREATE TABLE outbox (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    ticket_id BLOB,
    event TEXT NOT NULL,
    channel TEXT NOT NULL,
    recipient TEXT NOT NULL,
    webhook_id BLOB,
    payload TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    -- Also the lease: a claim moves it into the future.
    next_attempt_at INTEGER NOT NULL,
    last_error TEXT,
    created_at INTEGER NOT NULL,
    delivered_at INTEGER,
    PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE INDEX outbox_due ON outbox (next_attempt_at) WHERE state = 'pending';
CREATE INDEX outbox_dead ON outbox (tenant_id, id) WHERE state = 'dead';

CREATE TABLE outbox_attempt (
    tenant_id BLOB NOT NULL,
    outbox_id BLOB NOT NULL,
    attempt INTEGER NOT NULL,
    at INTEGER NOT NULL,
    status INTEGER,
    error TEXT,
    duration_ms INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, outbox_id, attempt, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE webhook (
    tenant_id BLOB NOT NULL REFERENCES tenant (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    url TEXT NOT NULL,
    secret TEXT NOT NULL,
    events TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;

-- The ledger: append-only.
CREATE TABLE settlement (
    tenant_id BLOB NOT NULL,
    ticket_id BLOB NOT NULL,
    id BLOB NOT NULL,
    line_id BLOB,
    kind TEXT NOT NULL,
    payer TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    reason TEXT NOT NULL,
    actor TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE refund_instruction (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    ticket_id BLOB NOT NULL,
    tender TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    state TEXT NOT NULL,
    reference TEXT,
    failure TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE INDEX refund_instruction_by_ticket ON refund_instruction (tenant_id, ticket_id);
CREATE INDEX refund_instruction_by_state ON refund_instruction (tenant_id, state, id);

-- Answers already given, so that a repeated request gets the same one.
CREATE TABLE idempotency (
    tenant_id BLOB NOT NULL,
    key TEXT NOT NULL,
    request_digest BLOB NOT NULL,
    status INTEGER NOT NULL,
    packed_body BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT idempotency_key PRIMARY KEY (tenant_id, key)
) STRICT;
CREATE INDEX idempotency_by_age ON idempotency (created_at);

CREATE TRIGGER timeline_no_update BEFORE UPDATE ON timeline BEGIN SELECT RAISE(ABORT, 'timeline is append-only'); END;
CREATE TRIGGER timeline_no_delete BEFORE DELETE ON timeline BEGIN SELECT RAISE(ABORT, 'timeline is append-only'); END;
CREATE TRIGGER settlement_no_update BEFORE UPDATE ON settlement BEGIN SELECT RAISE(ABORT, 'settlement is append-only'); END;
CREATE TRIGGER settlement_no_delete BEFORE DELETE ON settlement BEGIN SELECT RAISE(ABORT, 'settlement is append-only'); END;
